"""Who did what to whom, through the coder's own door, on sentences of ours."""

import pytest

import wader
from tests.code.conftest import Code, words
from wader.records import Candidate


def only(found: list[Candidate], category: str) -> Candidate:
    matching = [c for c in found if c.category == category]
    assert len(matching) == 1, [(c.category, c.rules["event"]) for c in found]
    return matching[0]


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("Kenya condemned Somalia on Monday.", "ACCUSE", ["Kenya"], ["Somalia"]),
        ("Somalia was condemned by Kenya on Monday.", "ACCUSE", ["Kenya"], ["Somalia"]),
        ("Soldiers who arrested four students were promoted.", "COERCE", ["Soldiers"], ["four students"]),
        ("Rebels attacked the convoy and abducted two drivers.", "ASSAULT", ["Rebels"], ["two drivers"]),
        ("The army launched an attack on rebels near the dam.", "ASSAULT", ["army"], ["rebels"]),
        ("Israel's attack on Lebanon lasted a week.", "ASSAULT", ["Israel"], ["Lebanon"]),
        ("Police began arresting students at dawn.", "COERCE", ["Police"], ["students"]),
        ("The minister promised to release the prisoners.", "AGREE", ["minister"], ["prisoners"]),
        ("France urged Mali to free the journalists.", "REQUEST", ["France"], ["Mali"]),
        ("Two protesters were shot dead by police.", "ASSAULT", ["police"], ["Two protesters"]),
    ],
)
def test_roles(code: Code, text: str, category: str, actor: list[str], recipient: list[str]) -> None:
    candidates = [c for c in code(text) if c.category == category]
    assert any(words(c.actor, text) == actor and words(c.recipient, text) == recipient for c in candidates), [
        (c.category, words(c.actor, text), words(c.recipient, text)) for c in code(text)
    ]


def test_all_parties_of_a_meeting_are_actors(code: Code) -> None:
    text = "The presidents of Peru and Chile met in Lima."
    assert only(code(text), "CONSULT").recipient == []
    text = "Chad's foreign minister met the Turkish president."
    assert words(only(code(text), "CONSULT").actor, text) == ["Chad's foreign minister", "Turkish president"]


def test_a_visitor_is_the_actor_and_the_host_the_recipient(code: Code) -> None:
    text = "The Turkish president visited Chad."
    visit = only(code(text), "CONSULT")
    assert visit.mode == ["visit"]
    assert (words(visit.actor, text), words(visit.recipient, text)) == (["Turkish president"], ["Chad"])


@pytest.mark.parametrize(
    ("text", "category", "status"),
    [
        ("The army attacked the port.", "ASSAULT", "happened"),
        ("The army did not attack the rebels.", "ASSAULT", "denied"),
        ("The army is attacking the rebels.", "ASSAULT", "ongoing"),
        ("The army might attack the rebels.", "ASSAULT", "hypothetical"),
        ("If the army attacks the rebels, the envoy will leave.", "ASSAULT", "hypothetical"),
        ("Police not only arrested the editor but beat two reporters.", "COERCE", "happened"),
    ],
)
def test_status(code: Code, text: str, category: str, status: str) -> None:
    assert [c.status for c in code(text) if c.category == category][:1] == [status]


@pytest.mark.parametrize(
    ("text", "category", "mode"),
    [
        ("The leaders of Peru and Chile will meet in Lima next week.", "AGREE", []),
        ("Rebels will withdraw from the town next week.", "CONCEDE", []),
        ("The talks between Peru and Chile were cancelled.", "REJECT", ["meet"]),
        ("The government refused to release the prisoners.", "REJECT", ["yield"]),
        ("Norway suspended its aid to Malawi.", "SANCTION", ["discontinue"]),
        ("The general threatened to arrest the mayor.", "THREATEN", ["arrest"]),
    ],
)
def test_precedence_and_modes_of_what_is_embedded(code: Code, text: str, category: str, mode: list[str]) -> None:
    found = code(text)
    assert [(c.category, c.mode) for c in found] == [(category, mode)], [(c.category, c.rules) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "The home side launched attack after attack and beat the visitors 3-1.",
        "The storm struck the coast on Friday.",
        "Shares hit a record high in Tokyo.",
        "She suffered a heart attack at home.",
        "The new bridge meets all the requirements.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert wader.code(text).events == []


def test_the_content_of_a_demand_is_no_event_beside_it(code: Code) -> None:
    assert [c.category for c in code("Jordan demanded that Syria withdraw its troops from the valley.")] == ["REQUEST"]


def test_context_comes_from_the_paragraph_not_the_page(code: Code) -> None:
    text = "Police arrested the candidate before the election.\nTroops attacked the rebels."
    by_category = {c.category: c.context for c in code(text)}
    assert "election" in by_category["COERCE"]
    assert "election" in by_category["ASSAULT"]  # without blocks the text is one paragraph


def test_every_span_slices_back(code: Code) -> None:
    text = "Kenya's army shelled two villages, and police detained at least 30 students, the mayor said."
    for candidate in code(text):
        for trigger in candidate.triggers:
            assert text[trigger.start : trigger.end].strip()
        for mention in (*candidate.actor, *candidate.recipient):
            assert text[mention.start : mention.end] == text[mention.start : mention.end].strip() != ""
        for start, end in candidate.cues.values():
            assert text[start:end].strip()


def test_coding_twice_gives_the_same(code: Code) -> None:
    text = "Rebels freed 40 hostages after the president of Chad promised talks."
    assert code(text) == code(text)


def test_a_trigger_with_words_between_has_a_span_for_each_part() -> None:
    text = "Mali put strong pressure on Niger. Mali put pressure on Niger."
    found = [[words.text for words in event.event_text] for event in wader.code(text).events]
    assert found and found[0] == ["put", "pressure on"], found
    coded = wader.code("Mali condemned Niger over the raid.").events
    assert [[words.text for words in event.event_text] for event in coded] == [["condemned"]]
