"""Who a person is by what the page says around the name: the body's own noun, lists, clauses, ranks, honorifics."""

from __future__ import annotations

import pytest

import wader
from tests.parsing import annotated, named


@pytest.mark.parametrize(
    ("text", "name", "code", "sector"),
    [
        # a body is what its last noun says
        ("Ann Boll, the president of the National Tin Traders Association, left.", "Ann Boll", None, "SOC"),
        ("Ann Boll, head of the police union, left Ghana.", "Ann Boll", None, "LAB"),
        ("Ann Boll, head of the government workers' union, left Ghana.", "Ann Boll", None, "LAB"),
        ("Ann Boll, leader of the rebel army, left Ghana.", "Ann Boll", None, "REB"),
        # whose president
        ("The miners' union said that its president Ann Boll left Ghana.", "Ann Boll", None, "LAB"),
        ("The Congress party said its president Ram Saran Dev left India.", "Ram Saran Dev", "IND", "PTY"),
        ("State working president Rita Nair spoke in India.", "Rita Nair", None, "PTY"),
        ("The vice-president of the Kerala unit of Greenpeace, Mr Boll has been calm.", "Boll", "NGO", None),
        ("According to the president, Mr Boll will resign in Ghana.", "Boll", None, None),
        # said once of several
        ("Ann Boll and Juan Soto, members of the miners' union, left Ghana.", "Ann Boll", None, "LAB"),
        ("Ann Boll and Juan Soto, members of the miners' union, left Ghana.", "Juan Soto", None, "LAB"),
        ("India heard Rita Nair (Cong), Juan Perez and Ann Black (both BJP).", "Juan Perez", "IND", "PTY"),
        ("India heard Rita Nair (Cong), Juan Perez and Ann Black (both BJP).", "Rita Nair", "IND", "PTY"),
        # clauses
        ("Ann Boll, who heads the miners' union, left Ghana.", "Ann Boll", None, "LAB"),
        ("Ann Boll, who leads the race, left Ghana.", "Ann Boll", None, None),
        ("Ann Boll, a former candidate for mayor in Lima who now runs a bank, left.", "Ann Boll", None, "BUS"),
        ("Ann Boll, a former senator, now mayor of Lima, left.", "Ann Boll", "PER", "GOV"),
        ("Ann Boll, a Democrat and former clerk, left.", "Ann Boll", "USA", "PTY"),
        ("Ann Boll, a former aide to Senator Juan Soto, left.", "Ann Boll", None, "ELI"),
        ("Ann Boll, a veteran Republican strategist, left.", "Ann Boll", "USA", "PTY"),
        ("Ann Boll, a State Department official responsible for visas, left.", "Ann Boll", "USA", "GOV"),
        ("Police arrested a drug dealer identified as Juan Soto in Ghana.", "Juan Soto", None, "CRM"),
        # ranks and forms of address
        ("Retired Army Col. Juan Soto spoke in Ghana.", "Juan Soto", None, "ELI"),
        ("Two officers, Sgt. Juan Soto and Ann Boll, told the Akron police.", "Juan Soto", None, "COP"),
        ("Sgt. Juan Soto told the soldiers and the police.", "Juan Soto", None, "MIL"),
        ("Rebels shot criminal court judge Juan Soto in Peru.", "Juan Soto", None, "JUD"),
        ("The judge Soto attacked in Peru left.", "Soto", None, None),
        ("Rama Tirtha Swamiji spoke in India.", "Rama Tirtha Swamiji", None, "REL"),
        # a member of parliament of a party that is called like a parliament
        ("Congress MLA Rita Nair spoke in India.", "Rita Nair", "IND", "LEG"),
    ],
)  # fmt: skip
def test_who_a_person_is(text: str, name: str, code: str | None, sector: str | None) -> None:
    found = [e for e in annotated(text).entities if e.text == name and e.kind == "PERSON"]
    assert [(e.code, e.sector) for e in found[:1]] == [(code, sector)] or (not found and sector is None)


def test_a_public_role_outweighs_a_calling() -> None:
    page = annotated("Juan Soto, a law professor, spoke in Lima. Peruvian presidential candidate Juan Soto left.")
    assert named(page, "Juan Soto", 1).sector == "PTY"


def test_a_party_makes_a_governor_no_mere_member() -> None:
    page = annotated("Governor Ann Boll spoke in Ohio. Boll, a Republican from Akron, left.")
    assert (named(page, "Boll").sector, named(page, "Boll").code) == ("GOV", "USA")


def test_a_surname_is_rather_not_a_daughters() -> None:
    text = "Donald Trump spoke in Ohio on 3 May 2016. His daughter Ivanka Trump left. Trump attacked Mexico."
    assert named(annotated(text, date="2016-05-03"), "Trump").name == "Donald Trump"


def test_small_titles_of_a_page_without_capitals() -> None:
    (event,) = wader.code("the guerrillas killed gen raul soto and col mario vega in el salvador.").events
    assert {a.sector for a in event.recipient} == {"MIL"}
    (event,) = wader.code("the guerrillas killed msgr raul soto in el salvador.").events
    assert {a.sector for a in event.recipient} == {"REL"}
