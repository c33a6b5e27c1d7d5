"""What is only spoken of, would be done or is measured by: no event, beside the nearest case that is one."""

from __future__ import annotations

import pytest

from tests.code.conftest import Code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor changed his position on deporting foreign nurses twice.", []),
        ("The governor defended his plan after deporting foreign nurses.", ["COERCE"]),
        ("The minister commented on arresting the smugglers.", []),
        ("The minister was praised for arresting the smugglers.", ["COERCE"]),
        ("The mayor has a long history of blaming others.", []),
        ("The militia has a history of torturing prisoners.", ["ASSAULT"]),
        ("That does not mean that the army will attack the rebels.", []),
        ("The army said that it had attacked the rebels.", ["ASSAULT"]),
        ("This is not to say that the bishops are willing to forgive the general.", []),
        ("Men with pistols would have been able to kill many people.", []),
        ("Men with pistols were able to kill many people.", ["ASSAULT"]),
        ("The soldiers would kill many people if they were to use their tanks.", []),
        ("The soldiers would kill many people if the talks failed.", ["ASSAULT"]),
        ("He was minister during the riots of 1984.", []),
        ("He was minister during the riots.", ["PROTEST"]),
        ("The unrest was worse than the riots in the port.", []),
        ("The unrest was worse after the riots in the port.", ["PROTEST"]),
        ("The mayor was asked about his plan to ban migrants.", []),
        ("The mayor presented a plan to ban migrants.", ["COERCE"]),
        ("The mayor spoke about a proposal for a ban on migrants.", []),
        ("The mayor announced a plan for a ban on migrants.", ["COERCE"]),
        ("The bishop was asked about a plan to kill the king.", ["ASSAULT"]),
        ("The mayor spoke of people who back the king.", []),
        ("The mayor spoke of people who backed the king.", ["SUPPORT"]),
        ("The mayor spoke of people who accuse the king of theft.", ["ACCUSE"]),
        ("The party needs deputies who reject the pact.", []),
        ("The party lost twelve deputies who reject the pact.", ["REJECT"]),
        ("The envoys meet leaders who are praised by the bishops.", []),
        ("The envoys met the leaders who were praised by the bishops.", ["SUPPORT"]),
        ("In ten years Chad will threaten Mali with missiles.", []),
        ("Chad threatened Mali with missiles.", ["THREATEN"]),
        ("Workers will vote for the governor because of the drought.", []),
        ("The senator will vote for the governor.", ["AGREE"]),
        ("The deputies who will elect the next speaker must be fair.", []),
        ("The deputies will elect Omar Haddad.", ["AGREE"]),
        ("The senator is in favour of a ban on migrants.", []),
        ("The senator is in favour of deporting migrants.", ["SUPPORT"]),
        ("The senator was asked about his plan for deporting migrants.", []),
        ("The senator spoke about the ban on migrants.", ["COERCE"]),
        ("The general explained his strategy for fighting the rebels.", []),
        ("The general was praised for fighting the rebels.", ["ASSAULT"]),
        ("The mayor waited for tips leading to the arrest of the rebel.", []),
        ("The mayor recalled the raid leading to the arrest of the rebel.", ["ASSAULT", "COERCE"]),
        ("The bishops spoke about the issue of violence against women.", []),
        ("The bishops spoke about the issue of the arrest of the nuns.", ["COERCE"]),
        ("Peru will have to recognize the new government.", []),
        ("Peru recognized the new government.", ["SUPPORT"]),
    ],
)
def test_what_is_only_spoken_of(code: Code, text: str, expected: list[str]) -> None:
    assert [c.category for c in code(text) if c.category in _ASKED] == expected


_ASKED = frozenset("COERCE SUPPORT ACCUSE ASSAULT AGREE CONCEDE PROTEST REJECT REQUEST THREATEN".split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He asked whether senators wanted the president to resign.", []),
        ("Senators wanted the president to resign.", ["REQUEST"]),
        ("In exit polls, voters were unhappy with the cabinet.", []),
        ("In the port, voters were unhappy with the cabinet.", ["ACCUSE"]),
        ("The bishop was speaking after the church council's meeting.", []),
        ("The bishop resigned after the church council's meeting.", ["RETREAT", "CONSULT"]),
        ("Participating in the discussion in parliament, the senator said the law was old.", []),
    ],
)
def test_wishes_asked_about_polls_and_settings(code: Code, text: str, expected: list[str]) -> None:
    assert [c.category for c in code(text)] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army won not by bombing the village.", "denied"),
        ("The army won by bombing the village.", "happened"),
    ],
)
def test_what_was_done_otherwise(code: Code, text: str, status: str) -> None:
    assert [c.status for c in code(text) if c.category == "ASSAULT"] == [status]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("He explained that their mission was to kill union leaders.", "ASSAULT"),
        ("The rebels explained that they would kill union leaders.", "THREATEN"),
        ("The FBI said that the senator did nothing illegal.", None),
        ("The union said that the government did nothing.", "ACCUSE"),
        ("The minister vowed to go after the smugglers.", "THREATEN"),
        ("The premier is under pressure to condemn the preacher.", "REQUEST"),
        ("Two deputies demanded action against the militia.", "REQUEST"),
        ("The rebels freed four prisoners.", "RETREAT"),
        ("The party's youth attacked the union's building.", "ASSAULT"),
        ("The party attacked the union's leaders.", "ACCUSE"),
    ],
)
def test_category(code: Code, text: str, category: str | None) -> None:
    assert [c.category for c in code(text)] == ([] if category is None else [category])
