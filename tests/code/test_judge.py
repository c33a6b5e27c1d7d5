"""The encoder and the rule that joins it with the lexicon, through the public doors, with the packaged weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import wader
from evaluation.common import LEXICON_ONLY
from wader.code.encoder import FILES, Encoder
from wader.code.encoder import load as load_encoder
from wader.code.judge import told_features
from wader.code.rule import probability, told_chance
from wader.errors import KnowledgeError
from wader.knowledge import load
from wader.knowledge.files import DATA
from wader.records import Event

SENTENCE = "Soldiers arrested three journalists in Lima on Monday after the president accused them of lying."


def events(text: str, **options: object) -> list[Event]:
    return wader.code(text, date="2024-05-14", **options).events  # type: ignore[arg-type]


def test_every_event_says_how_sure_it_is_and_what_the_encoder_said() -> None:
    found = events(SENTENCE)
    assert {e.event[0] for e in found} >= {"COERCE"}
    for event in found:
        assert event.confidence is not None and 0.0 <= event.confidence <= 1.0
        assert any(e.rule.startswith("encoder: ") for e in event.evidence["event"])


def test_all_of_the_encoder_counts_for_what_the_knowledge_is() -> None:
    assert all(name.endswith(DATA) for name in FILES)


def test_without_the_encoder_confidence_is_null() -> None:
    found = events(SENTENCE, knowledge=LEXICON_ONLY)
    assert found and all(e.confidence is None for e in found)
    assert not any("encoder" in e.rule for f in found for e in f.evidence["event"])


@pytest.mark.parametrize(
    ("event", "none"),
    [
        (
            "The air force attacked rebel camps near the border on Monday.",
            "Valencia attacked from the first whistle and won by two goals on Monday.",
        ),
        (
            "Riot police fired tear gas at striking miners in the capital on Friday.",
            "The striker fired a late shot over the bar at the stadium in the capital on Friday.",
        ),
    ],
)
def test_the_same_words_in_sport_are_no_event(event: str, none: str) -> None:
    assert events(event)
    assert [e for e in events(none) if e.event[0] == "ASSAULT"] == []


def test_the_users_own_rule_is_laid_over(tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("keep: 1.01\n", "utf-8")
    assert events(SENTENCE, knowledge=tmp_path) == []
    (tmp_path / "coder.yaml").write_text("emit: 0.0\n", "utf-8")
    every = events(SENTENCE, knowledge=tmp_path)
    assert {e.id for e in events(SENTENCE)} <= {e.id for e in every}


def test_answers_do_not_depend_on_what_was_read_before() -> None:
    encoder = load_encoder()
    first = encoder.triggers(SENTENCE, [(9, 17)])[0]
    encoder.triggers("Another sentence that is of quite another length, and of no matter.", [(0, 7)])
    again = encoder.triggers(SENTENCE, [(9, 17)])[0]
    assert first is not None and again is not None
    assert first.category == again.category and (first.roles == again.roles).all()


def test_a_text_beyond_the_window_is_read_around_its_marks() -> None:
    encoder = load_encoder()
    text = "Words without end. " * 200 + SENTENCE
    start = text.index("arrested")
    answer = encoder.triggers(text, [(start, start + 8), (0, 5)])
    assert sum(a is not None for a in answer) >= 1
    assert encoder.triggers("", [(0, 0)]) == [None]


def test_the_rule_names_the_classes_that_the_encoder_knows() -> None:
    labels, rule = load_encoder().labels, load().coder
    assert set(labels.category) - {"NONE"} == set(load().codebook.categories)
    assert set(rule.auxiliary) == set(labels.auxiliary)
    assert set(labels.context) == set(load().codebook.contexts)
    assert json.dumps(rule.category)  # plain numbers only


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia did not attack Ukraine on Monday, the ministry said.", "denied"),
        ("Turkey plans to send troops to Libya next month.", "planned"),
        ("If the talks fail, France could impose sanctions on Russian banks.", "hypothetical"),
    ],
)
def test_what_syntax_reads_off_its_cues_stands(text: str, status: str, tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("emit: 0\nkeep: 0\n", "utf-8")  # whole numbers are numbers too
    found = events(text, knowledge=tmp_path)
    assert status in {e.status for e in found}
    assert all(e.evidence.get("status") for e in found if e.status in ("denied", "planned", "hypothetical"))


def test_nobody_does_something_to_himself(tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("emit: 0\n", "utf-8")
    for event in events(SENTENCE + " Kenya held talks with Uganda in Nairobi.", knowledge=tmp_path):
        spans = [{(a.start, a.end) for a in who if a.start is not None} for who in (event.actor, event.recipient)]
        assert not spans[0] & spans[1]


@pytest.mark.parametrize(
    ("rule", "said"),
    [("emit: high\n", "coder.yaml"), ("actor: {bias: none}\n", "no number"), ("knee: 1\n", "coder.yaml")],
)
def test_a_rule_that_is_none_is_told_with_its_file(rule: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text(rule, "utf-8")
    with pytest.raises(KnowledgeError, match=said):
        events(SENTENCE, knowledge=tmp_path)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="make train"):
        Encoder(tmp_path)


def test_a_speaker_whom_another_sentence_names_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("emit: 0\nkeep: 0\n", "utf-8")
    text = "“We mourned,” Kenyan President Jane Roe, who had flown in from the coast with her whole cabinet, said. "
    text += "“Somalia lied. Somalia betrayed us. Somalia must go.”"
    coded = wader.code(text, date="2024-05-14", knowledge=tmp_path)
    assert coded.events


@pytest.mark.parametrize(
    ("text", "category", "status"),
    [
        ("Kenya will impose sanctions on Uganda, its foreign minister said.", "THREATEN", "happened"),
        ("Iran will reject the UN plan on Friday.", "REJECT", "planned"),
    ],
)
def test_a_threat_is_made_and_a_refusal_may_be_to_come(text: str, category: str, status: str) -> None:
    (event,) = [e for e in events(text) if e.event == [category]]
    assert event.status == status
    assert any("puts it ahead" in e.rule for e in event.evidence.get("status", [])) == (status == "planned")


def test_an_accusation_without_speaker_has_the_unknown_agent() -> None:
    (event,) = [e for e in events("The army of Peru was accused of torture on Monday.") if e.event == ["ACCUSE"]]
    assert [(a.code, a.sector) for a in event.actor] == [(None, "UNK")]
    assert [(a.code, a.sector) for a in event.recipient] == [("PER", "MIL")]


def test_somebody_of_no_list_is_of_the_page() -> None:
    (event,) = events("Zambia mourned. The Blue Lantern Trust accused the police of Zambia of torture on Monday.")
    assert [a.code for a in event.actor] == ["ZMB"]
    text = "Zambian and Yemeni police fired. The Blue Lantern Trust accused Yemeni and Zambian police of murder."
    tied = events(text)
    assert not [a for e in tied if e.event == ["ACCUSE"] for a in e.actor if a.code in ("ZMB", "YEM")]


def test_a_name_that_nothing_knows_is_of_the_page() -> None:
    found = events(
        "the police of zambia were there. on tuesday, banda chanda, general secretary of the zambian party, had "
        "appealed to lusakaites to come out on the streets."
    )
    assert [a.code for e in found if e.event == ["REQUEST"] for a in e.recipient] == ["ZMB"]


def test_a_rule_with_names_that_mean_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("actor: {passive subjet: 2}\n", "utf-8")
    with pytest.raises(KnowledgeError, match="passive subjet"):
        events(SENTENCE, knowledge=tmp_path)
    (tmp_path / "coder.yaml").write_text("least: 0.9\nrole: 0.5\n", "utf-8")
    with pytest.raises(KnowledgeError, match="least"):
        events(SENTENCE, knowledge=tmp_path)


@pytest.mark.parametrize(
    ("text", "category", "recipients"),
    [
        ("Kenya thanked Chad, Niger and Mali for their help on Monday.", "SUPPORT", {"TCD", "NER", "MLI"}),
        ("Libyan army troops were deployed on Monday.", "MOBILIZE", set()),
        ("Spokesmen of Somalia said that Kenya will not retreat.", "REJECT", set()),
    ],
)
def test_whom_syntax_leaves_as_recipient(text: str, category: str, recipients: set[str]) -> None:
    found = [e for e in events(text) if e.event == [category]]
    assert all({a.code for a in e.recipient} == recipients for e in found), [e.recipient for e in found]
    assert found or not recipients


@pytest.mark.parametrize(
    ("text", "category", "actors", "recipients"),
    [
        ("Haiti bars the police union over its troops.", "COERCE", {"HTI"}, None),
        ("Kyrgyzstan promised Russia an air base.", "AGREE", {"KGZ"}, {"RUS"}),
    ],
)
def test_a_verb_alone_in_its_sentence_is_asked_about(
    text: str, category: str, actors: set[str], recipients: set[str] | None
) -> None:
    """No entry of the lexicon fits any word of these sentences, but the verbs are known in other surroundings."""
    (event,) = events(text)
    assert event.event == [category] and event.evidence["event"][0].rule == "encoder"
    assert {a.code for a in event.actor} == actors
    assert recipients is None or {a.code for a in event.recipient} == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The minister of Kenya looked at the river and waited.",  # verbs that the lexicon knows for nothing
        "Haiti did not bar the relief union.",
    ],
)
def test_and_is_nothing_where_little_speaks_for_it(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "category", "actors", "recipients"),
    [
        ("The miners' party of Kenya snapped ties with the governors of Kenya.", "SANCTION", {"KEN"}, {"KEN"}),
        ("Zambia sought the handing over of two colonels from Angola.", "REQUEST", {"ZMB"}, {"AGO"}),
        ("A league of widows in Kenya sought an appointment with the president.", "REQUEST", {"KEN"}, {"KEN"}),
        ("Oxfam's plea to the government of Kenya went unheard.", "REQUEST", {"NGO"}, {"KEN"}),
        ("Spain will evacuate forty Spaniards from Chad.", "AGREE", {"ESP"}, {"ESP"}),
        ("Warsaw dropped its objection to the canal.", "CONCEDE", {"POL"}, set()),
        ("The weavers of Kenya observed a protest day against the ministry.", "PROTEST", {"KEN"}, {"KEN"}),
    ],
)
def test_words_that_were_missing(text: str, category: str, actors: set[str], recipients: set[str]) -> None:
    (event,) = [e for e in events(text) if e.event == [category]]
    assert {a.code for a in event.actor} == actors
    assert {a.code for a in event.recipient} <= recipients


def test_harm_that_somebody_is_accused_of_stands_beside_the_accusation() -> None:
    found = events("Kenya accused Somali herders of killing two Kenyan teachers.")
    assert {e.event[0] for e in found} == {"ACCUSE", "ASSAULT"}
    (killing,) = [e for e in found if e.event == ["ASSAULT"]]
    assert {a.code for a in killing.actor} == {"SOM"} and {a.code for a in killing.recipient} == {"KEN"}


def test_and_what_might_be_done_does_not() -> None:
    found = events("Kenya blamed Somali herders because they would not stop a killing.")
    assert [e for e in found if e.event == ["ASSAULT"]] == []


@pytest.mark.parametrize(
    ("text", "category", "actors", "recipients"),
    [
        ("In conversations with Kenyan donors, the Chadian president praised Mali.", "CONSULT", {"TCD"}, {"KEN"}),
        ("Chad's president welcomed Kenya's foreign minister at the airport.", "CONSULT", {"KEN"}, {"TCD"}),
        ("Chad's president will host Kenya's foreign minister.", "AGREE", {"TCD"}, {"KEN"}),
        ("The Chadian senator said that the police had been asked to leave.", "REQUEST", {None}, {"TCD"}),
        ("The Chadian colonel denied all charges against his garrison.", "REJECT", {"TCD"}, set()),
        ("The Chadian senator demanded that the Kenyan deputy be arrested.", "REQUEST", {"TCD"}, set()),
        ("The Chadian senator complained that the vote had been rigged against him.", "ACCUSE", {"TCD"}, set()),
        ("The brother of two Kenyans was killed in the Benghazi attack.", "ASSAULT", {None}, {"KEN"}),
        ("The Chadian judge was threatened at home on Monday.", "THREATEN", {None}, {"TCD"}),
        ("Three Chadian officials who had been at work in Abche district have resigned.", "RETREAT", {"TCD"}, set()),
        ("The Chadian bishop called for a special prosecutor on Monday.", "REQUEST", {"TCD"}, set()),
        ("The victims of a Chadian air force bombing were buried.", "ASSAULT", {"TCD"}, {"TCD"}),
        ("Two hundred Malians staged a vigil as the Chadian ministry rejected the claims.", "REJECT", {"TCD"}, set()),
    ],
)
def test_who_acts_and_to_whom_it_is_done(text: str, category: str, actors: set[str], recipients: set[str]) -> None:
    found = [e for e in events(text) if e.event == [category]]
    assert found
    for event in found:
        assert ({a.code for a in event.actor}, {a.code for a in event.recipient}) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("A dynamite charge exploded at a bank in Lima on Monday.", [("PER", "BUS")]),
        ("Two bombs went off in Nairobi before dawn.", [("KEN", "CVL")]),
        ("Three party offices in Lima were attacked overnight.", [("PER", "PTY")]),
    ],
)
def test_what_explodes_or_is_attacked_needs_no_doer(text: str, recipients: list[tuple[str, str]]) -> None:
    (event,) = events(text)
    assert event.event == ["ASSAULT"]
    assert [(a.code, a.sector) for a in event.actor] == [(None, "UNK")]
    assert [(a.code, a.sector) for a in event.recipient] == recipients


@pytest.mark.parametrize("text", ["A gas cylinder exploded in Nairobi.", "Two rockets explode in the film on Kenya."])
def test_other_explosions_are_no_attacks(text: str) -> None:
    assert events(text) == []


def test_who_wants_sure_events_keeps_those_that_are_done_to_nobody(tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("emit: 0.5\n", "utf-8")
    (event,) = events("The prime minister of Lebanon resigned.", knowledge=tmp_path)
    assert event.event == ["RETREAT"] and event.recipient == []


@pytest.mark.parametrize("told", [False, True])
def test_the_short_sum_is_the_rule_that_was_fitted(told: bool) -> None:
    weights = load().coder.context
    for chance in (0.0, 0.02, 0.37, 0.9, 1.0):
        assert told_chance(chance, told, weights) == probability(told_features(chance, told), weights)


@pytest.mark.parametrize(
    ("text", "category", "recipients"),
    [
        ("The new office will help the mayor, who visited the Kenyan port last year.", "CONSULT", {"KEN"}),
        ("The damage done by an attack on the offices of the Kenyan radio is still being counted.", "ASSAULT", {"KEN"}),
    ],
)
def test_where_lexicon_and_encoder_agree_and_know_the_parties_less_is_enough(
    text: str, category: str, recipients: set[str]
) -> None:
    found = [e for e in events(text) if e.event == [category] and e.status == "happened"]
    assert [{a.code for a in e.recipient} for e in found] == [recipients]


def test_and_more_is_asked_of_what_has_no_doer() -> None:
    assert events("She said we should pray for those who are injured and for those who are ill.") == []


@pytest.mark.parametrize(
    ("text", "category", "recipients"),
    [
        (
            "Kenyan rebels attacked the town on Monday, and the minister signalled to his soldiers to hold their fire.",
            "REQUEST",
            {("KEN", "MIL")},
        ),
        (
            "President Ruto met the Ugandan minister and trusted her to lead the mission.",
            "SUPPORT",
            {("UGA", "GOV")},
        ),
    ],
)
def test_a_verb_of_no_list_is_told_where_the_encoder_is_sure_of_it_and_of_both_parties(
    text: str, category: str, recipients: set[tuple[str, str]]
) -> None:
    found = [e for e in events(text) if e.event == [category]]
    assert [{(a.code, a.sector) for a in e.recipient} for e in found] == [recipients]
