"""Role nouns: sectors, phrases, spellings, what counts as public."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from wader.knowledge import roles as module
from wader.knowledge.roles import Roles

PACKAGED = Path(module.__file__).parent


@pytest.fixture(scope="module")
def roles() -> Roles:
    return module.load([PACKAGED])


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("police", "COP"),
        ("riot police", "COP"),
        ("security force", "COP"),
        ("soldier", "MIL"),
        ("troop", "MIL"),
        ("warship", "MIL"),
        ("fighter jet", "MIL"),
        ("convoy", None),
        ("junta", "GOV"),
        ("foreign minister", "GOV"),
        ("secretary of state", "GOV"),
        ("chief of staff", "GOV"),
        ("ambassador", "GOV"),
        ("embassy", "GOV"),
        ("parliament", "LEG"),
        ("lawmaker", "LEG"),
        ("supreme court", "JUD"),
        ("prosecutor", "JUD"),
        ("spy", "SPY"),
        ("rebel", "REB"),
        ("militant", "REB"),
        ("guerrilla", "REB"),
        ("gunman", "UAF"),
        ("suicide bomber", "UAF"),
        ("militia", "REB"),
        ("mercenary", "PRM"),
        ("drug trafficker", "CRM"),
        ("opposition leader", "OPP"),
        ("protester", "OPP"),
        ("ruling party", "PTY"),
        ("political party", "PTY"),
        ("journalist", "JRN"),
        ("newspaper", "JRN"),
        ("doctor", "MED"),
        ("hospital", "MED"),
        ("student", "EDU"),
        ("university", "EDU"),
        ("priest", "REL"),
        ("monk", "REL"),
        ("mosque", "REL"),
        ("refugee", "REF"),
        ("farmer", "AGR"),
        ("miner", "LAB"),
        ("trade union", "LAB"),
        ("company", "BUS"),
        ("businessman", "BUS"),
        ("civilian", "CVL"),
        ("villager", "CVL"),
        ("child", "CVL"),
        ("tourist", "CVL"),
        ("activist", "SOC"),
        ("aid worker", "SOC"),
        ("human rights group", "SOC"),
        ("former president", "ELI"),
    ],
)
def test_sectors(roles: Roles, phrase: str, sector: str | None) -> None:
    entry = roles.lookup(phrase)
    assert (entry.sector if entry else None) == sector


@pytest.mark.parametrize(
    ("phrase", "lemma"),
    [
        ("defense minister", "defence minister"),
        ("labor leader", "labour leader"),
        ("gunmen", "gunman"),
        ("foreign ministers", "foreign minister"),
        ("ministers of defence", "minister of defence"),
        ("Chief of Staff", "chief of staff"),
        ("anti government protester", "anti-government protester"),
        ("attorneys general", "attorney general"),
        ("armored vehicle", "armoured vehicle"),
        ("militias", "militia"),
    ],
)
def test_spellings_and_plurals_meet(roles: Roles, phrase: str, lemma: str) -> None:
    entry, wanted = roles.lookup(phrase), roles.lookup(lemma)
    assert entry is not None and entry == wanted


@pytest.mark.parametrize(
    ("lemmas", "taken", "lemma"),
    [
        (["the", "deputy", "foreign", "minister"], 3, "deputy foreign minister"),
        (["us", "secretary", "of", "state"], 3, "secretary of state"),
        (["anti", "-", "government", "protester"], 4, "anti-government protester"),
        (["three", "suicide", "bomber"], 2, "suicide bomber"),
        (["minister"], 1, "minister"),
    ],
)
def test_longest_ending(roles: Roles, lemmas: list[str], taken: int, lemma: str) -> None:
    found = roles.longest_ending(lemmas, len(lemmas) - 1)
    assert found is not None
    assert (found[0], found[1].lemma) == (taken, lemma)


def test_longest_ending_stops_at_what_is_no_role(roles: Roles) -> None:
    assert roles.longest_ending(["a", "sandwich"], 1) is None
    found = roles.longest_ending(["foreign", ",", "minister"], 2)
    assert found is not None and found[0] == 1
    assert roles.longest_ending([","], 0) is None


@pytest.mark.parametrize(
    ("phrase", "public"),
    [
        ("police", True),
        ("rebel", True),
        ("protester", True),
        ("government", True),
        ("villager", True),
        ("child", True),
        ("company", False),
        ("team", False),
        ("player", False),
        ("burglar", False),
        ("singer", False),
        ("ally", False),
    ],
)
def test_what_is_public(roles: Roles, phrase: str, public: bool) -> None:
    entry = roles.lookup(phrase)
    assert entry is not None and entry.public is public


@pytest.mark.parametrize(
    ("phrase", "collective", "kind"),
    [
        ("rebel leader", False, "person"),
        ("protester", False, "person"),
        ("rebel", False, "armed"),
        ("rebel group", True, "armed"),
        ("crowd", True, "group"),
        ("villager", False, "person"),
        ("police", True, "armed"),
        ("police car", False, "thing"),
        ("defence ministry", True, "institution"),
        ("coup leader", False, "person"),
    ],
)
def test_one_and_many(roles: Roles, phrase: str, collective: bool, kind: str) -> None:
    entry = roles.lookup(phrase)
    assert entry is not None and (entry.collective, entry.kind) == (collective, kind)


def test_codes_and_offices(roles: Roles) -> None:
    peacekeeper, police = roles.lookup("peacekeeper"), roles.lookup("police")
    minister = roles.lookup("external affairs minister")
    assert peacekeeper is not None and peacekeeper.code == "UNO"
    assert minister is not None and minister.office == "foreign minister"
    assert police is not None and police.collective and police.entry == "roles.yaml:police"


def test_the_list_is_ample_clean_and_lists_each_lemma_once(roles: Roles) -> None:
    sections = yaml.safe_load((PACKAGED / "roles.yaml").read_text("utf-8"))
    lemmas = [lemma for section in sections for lemma in section["lemmas"]]
    assert len(lemmas) == len(set(lemmas)) > 1200
    assert {section["kind"] for section in sections} <= {"person", "group", "institution", "armed", "thing"}
    assert all(isinstance(lemma, str) and lemma == lemma.lower().strip() for lemma in lemmas)
    sectors = {section["sector"] for section in sections}
    wanted = {
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "REL",
        "SOC",
    }
    assert wanted <= sectors
    assert len(roles) == len(lemmas)


def test_an_overlay_replaces_and_adds(tmp_path: Path) -> None:
    (tmp_path / "roles.yaml").write_text("- {sector: AGR, kind: person, public: true, lemmas: [reed cutter, guard]}\n")
    laid = module.load([PACKAGED, tmp_path])
    cutter, guard = laid.lookup("reed cutters"), laid.lookup("guard")
    assert cutter is not None and cutter.sector == "AGR"
    assert guard is not None and guard.sector == "AGR"
