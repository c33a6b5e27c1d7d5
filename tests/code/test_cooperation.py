"""Requests, promises, talks, help and concessions: wide classes, and the nearest cases that they must leave alone."""

import pytest

from tests.code.conftest import Code, words
from wader.annotate import Annotator
from wader.code import PairRow, Pairs
from wader.knowledge import Knowledge


def coded(code: Code, text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(c.category, words(c.actor, text), words(c.recipient, text)) for c in code(text)]


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("A Peruvian communique urged Chile to free the sailors.", "REQUEST", ["Peruvian"], ["Chile"]),
        ("The minister issued a circular to the governors.", "REQUEST", ["minister"], ["governors"]),
        ("The bishops published a letter that urged the army to withdraw.", "REQUEST", ["bishops"], ["army"]),
        ("The emir telephoned the king to thank the rebels.", "SUPPORT", ["emir"], ["rebels"]),
        ("The junta faces pressure from its neighbours to hold a vote.", "REQUEST", ["its neighbours"], ["junta"]),
        ("The UN's deadline for the militia to disarm passed on Friday.", "REQUEST", ["UN"], ["militia"]),
        ("In solidarity with the monks, Peru closed its mission.", "SUPPORT", ["Peru"], ["monks"]),
        ("The bishop welcomed the rebels for keeping their word.", "SUPPORT", ["bishop"], ["rebels"]),
        ("Sudan reversed its decision to expel the aid workers.", "CONCEDE", ["Sudan"], ["aid workers"]),
        ("The envoy will meet the rebel commander in May.", "AGREE", ["envoy"], ["rebel commander"]),
        ("The embassy was unwilling to talk to the rebels.", "REJECT", ["embassy"], ["rebels"]),
        (
            "The coastguard worked in close coordination with the Maltese navy.",
            "COOPERATE",
            ["coastguard"],
            ["Maltese navy"],
        ),
        ("Danish aid fed the refugees through the winter.", "AID", ["Danish"], ["refugees"]),
        (
            "Russian soldiers were deployed as peacekeepers along the border with Chad.",
            "AID",
            ["Russian soldiers"],
            None,
        ),
        ("The Norwegian envoy arrived in Kampala on Friday.", "CONSULT", ["Norwegian envoy"], ["Kampala"]),
    ],
)
def test_wide_classes(code: Code, text: str, category: str, actor: list[str], recipient: list[str] | None) -> None:
    assert any(c == category and a == actor and recipient in (None, r) for c, a, r in coded(code, text)), coded(
        code, text
    )


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The board approved the toll increases.", "SUPPORT"),
        ("The ministry adopted stern measures last week.", "SUPPORT"),
        ("His wife was standing by his side.", "SUPPORT"),
        ("The senator proposed a ban on plastic cups.", "AGREE"),
        ("The delegates will arrive at their convention in July.", "AGREE"),
        ("The gang shipped two tons of cocaine to the coast.", "AID"),
        ("The network sponsored a town hall in Iowa.", "AID"),
        ("Thousands of youths merged with the local population.", "COOPERATE"),
        ("The officers were turned over to the courts.", "RETREAT"),
        ("Police fired in the air to disperse the crowd.", "RETREAT"),
        ("The mayor regretted the riots in the capital.", "CONCEDE"),
        ("He added that he should be allowed to stay.", "REQUEST"),
        ("The strikers called off their strike.", "RETREAT"),
    ],
)
def test_wrong_senses(code: Code, text: str, category: str) -> None:
    assert category not in [c.category for c in code(text)]


@pytest.mark.parametrize(
    ("text", "category", "status"),
    [
        ("The general was not willing to study the plan.", "REJECT", "happened"),
        ("The president has yet to apologise to the nuns.", "CONCEDE", "denied"),
        ("Instead of helping the refugees, the governor left.", "AID", "denied"),
        ("The minister left without meeting the rebels.", "CONSULT", "denied"),
        ("The army helped the refugees without delay.", "AID", "happened"),
    ],
)
def test_what_was_not_done(code: Code, text: str, category: str, status: str) -> None:
    assert [c.status for c in code(text) if c.category == category] == [status]


def test_a_call_in_which_somebody_tells_somebody(code: Code) -> None:
    text = "In a phone call on Sunday, the emir told the premier that the harvest was poor."
    assert ("CONSULT", ["emir", "premier"], []) in coded(code, text)
    text = "In a phone call on Sunday, the emir laughed."
    assert "CONSULT" not in [c for c, _, _ in coded(code, text)]


@pytest.mark.parametrize("word", ["truce", "cease-fire"])
def test_a_truce_brokered_is_conceded_by_its_sides(code: Code, word: str) -> None:
    text = f"Qatar brokered a {word} between the junta and the rebels."
    assert ("CONCEDE", ["junta", "rebels"], []) in coded(code, text)
    assert ("CONSULT", ["Qatar"], ["junta", "rebels"]) in coded(code, text)


def test_what_somebody_says_he_will_do_is_a_promise(code: Code) -> None:
    assert "AGREE" in [c.category for c in code("The candidate said she would introduce free meals for pupils.")]
    assert "AGREE" not in [
        c.category for c in code("The candidate said she would not introduce free meals for pupils.")
    ]
    assert "AGREE" not in [c.category for c in code("The candidate said the school introduced free meals for pupils.")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Rebels said they will release the nuns to Chad.", "AGREE"),
        ("Rebels released the nuns to Chad.", "RETREAT"),
    ],
)
def test_an_intent_to_yield_is_an_agreement_for_a_pair(
    knowledge: Knowledge, annotator: Annotator, sentence: str, event: str
) -> None:
    start = sentence.index("the nuns")
    row = PairRow("r", sentence, [(0, 6)], [(start, start + 8)])
    assert Pairs(knowledge, annotator).code([row])[0].event == [event]
