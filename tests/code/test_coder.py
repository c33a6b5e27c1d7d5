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


def test_who_is_not_ready_refuses(code: Code) -> None:
    found = code("Kenya is not ready to support Uganda.")
    assert [(c.category, c.status) for c in found] == [("REJECT", "happened")]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("Kenya criticised various aspects of the policy that Somalia announced.", "ACCUSE", ["Somalia"]),
        ("The envoy blasted the lack of government support for the nuns.", "ACCUSE", ["government"]),
        ("Lawyers charged that the arms from Libya had caused the massacre.", "ACCUSE", ["Libya"]),
        ("The governor wrote to the banker, threatening a lawsuit.", "THREATEN", ["banker"]),
        ("In a long letter to the emir, the bishop pleaded for restraint.", "REQUEST", ["emir"]),
        ("In talks with the Iranian envoy, the minister demanded access.", "REQUEST", ["Iranian envoy"]),
        ("Thousands of students marched on Friday, voicing anger at the president.", "PROTEST", ["president"]),
        ("The premier warned of tough action against union militancy.", "THREATEN", ["union"]),
        ("They demanded that the monks be freed by the army.", "REQUEST", ["army"]),
        ("They demanded that the monks be freed.", "REQUEST", []),
    ],
)
def test_a_recipient_that_no_slot_names(code: Code, text: str, category: str, recipient: list[str]) -> None:
    assert any(c.category == category and words(c.recipient, text) == recipient for c in code(text)), [
        (c.category, words(c.recipient, text), c.rules["event"]) for c in code(text)
    ]


def test_who_suffers_is_not_who_is_blamed(code: Code) -> None:
    text = "Kenya condemned the terrorist act carried out by unknown hands against Somali fishermen."
    assert words(only(code(text), "ACCUSE").recipient, text) == ["terrorist act"]


@pytest.mark.parametrize(
    ("text", "category", "not_recipient"),
    [
        ("The union raised objections to the transfers of three officers.", "ACCUSE", "three officers"),
        ("Kenya condemned the raid in Wajir in which many students died.", "ACCUSE", "many students"),
        ("The party boycotted the all-party meeting.", "REJECT", "party"),
    ],
)
def test_who_suffers_what_is_judged_is_not_judged(code: Code, text: str, category: str, not_recipient: str) -> None:
    found = [c for c in code(text) if c.category == category]
    assert found and all(not_recipient not in words(c.recipient, text)[-1:] for c in found)


def test_who_owns_what_is_judged_is(code: Code) -> None:
    text = "Kenya denounced Somalia's expulsion of the nuns."
    assert words(only(code(text), "ACCUSE").recipient, text) == ["Somalia"]


def test_the_name_of_a_protest_says_whom_it_is_against(code: Code) -> None:
    text = "Villagers fled to the forest after anti-government protests in April."
    assert words(only(code(text), "PROTEST").recipient, text) == ["government"]


def test_reporters_are_not_the_addressee_of_a_threat(code: Code) -> None:
    text = "The rebel wrote to journalists, threatening a long war."
    assert words(only(code(text), "THREATEN").recipient, text) != ["journalists"]


def test_who_opposes_a_bill_is_not_rejected_with_it(code: Code) -> None:
    text = "The senate rejected a bill opposed by the union."
    assert "union" not in words(only(code(text), "REJECT").recipient, text)


def test_the_agent_of_two_participles_stands_behind_the_second(code: Code) -> None:
    text = "He fled after being arrested and beaten by soldiers."
    assert words(only(code(text), "COERCE").actor, text) == ["soldiers"]
    text = "He was arrested and was later beaten by soldiers."
    assert only(code(text), "COERCE").actor == []


def test_death_in_an_attack_is_the_attackers_doing(code: Code) -> None:
    text = "Four villagers were killed in a rebel attack on Monday."
    assert words(only(code(text), "ASSAULT").actor, text) == ["rebel"]
    text = "Two students died in clashes with police."
    assert words(only(code(text), "ASSAULT").actor, text) == ["police"]


def test_what_is_said_twice_is_one_event(code: Code) -> None:
    text = "The group claimed responsibility for the murder of two nuns."
    found = only(code(text), "ASSAULT")
    assert (words(found.actor, text), words(found.recipient, text)) == (["group"], ["two nuns"])


def test_states_without_and_in_a_headline(code: Code) -> None:
    text = "Norway urges Chad, Niger to sign the pact."
    assert words(only(code(text), "REQUEST").recipient, text) == ["Chad", "Niger"]
    text = "Norway urges Lima, Peru to sign the pact."
    assert words(only(code(text), "REQUEST").recipient, text) != ["Lima", "Peru"]


def test_a_prisoner_is_not_who_jails(code: Code) -> None:
    text = "The general is still in jail."
    assert words(only(code(text), "COERCE").recipient, text) == ["general"]


def test_the_state_before_an_invasion_is_where_it_was(code: Code) -> None:
    text = "The bishop opposed the Iraq invasion."
    assert words(only(code(text), "ACCUSE").recipient, text) != ["Iraq"]


def test_a_trigger_with_words_between_has_a_span_for_each_part() -> None:
    text = "Mali put strong pressure on Niger. Mali put pressure on Niger."
    found = [[words.text for words in event.event_text] for event in wader.code(text).events]
    assert found and found[0] == ["put", "pressure on"], found
    coded = wader.code("Mali condemned Niger over the raid.").events
    assert [words.text for words in coded[0].event_text] == ["condemned"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kisumu: the bishops condemned the police of Kenya on Monday.", [("KEN", "REL")]),
        ("ACCRA, Ghana (XPA) -- The opposition condemned the police on Monday.", [("GHA", "OPP")]),
        ("Lagos police: officers arrested three men in Nigeria on Monday.", [("NGA", "COP")]),
    ],
)
def test_a_dateline_does_nothing_but_a_capital_may(text: str, actors: list[tuple[str, str]]) -> None:
    (event,) = wader.code(text, date="2011-05-02").events
    assert [(a.code, a.sector) for a in event.actor] == actors


def test_between_two_dashes_and_before_a_hyphen_there_is_no_dateline() -> None:
    for text, actor in (
        ("Nairobi — the capital of Kenya — condemned Uganda on Monday.", ("KEN", "GOV")),
        ("Kampala-based rebels condemned Kenya on Monday.", ("UGA", "REB")),
    ):
        (event,) = wader.code(text, date="2011-05-02").events
        assert [(a.code, a.sector) for a in event.actor] == [actor], text
