"""Whom pronouns and "both sides" mean."""

from __future__ import annotations

from tests.parsing import annotated, knowledge, mention
from tests.resolve.test_actors import actors, codes
from wader.records import Actor, Attribution, Document
from wader.resolve.actors import ActorResolver

MEETING = (
    "Chilean Defence Minister Rosa Valenzuela met Peruvian Foreign Minister Ana Rojas in Arica. "
    "They discussed the border. Both ministers smiled. The two countries reopened a bridge. Both sides praised it. "
    "The Chilean minister flew home. She thanked her hosts."
)


def resolved(document: Document, words: str, nth: int = 0) -> list[Actor]:
    sentence, found = mention(document, words, nth)
    return [actor for actor, _ in ActorResolver(knowledge()).resolver(document).resolve(sentence, found)]


def names(found: list[Actor]) -> list[str | None]:
    return [a.identifier_text for a in found]


def test_they_are_the_two_who_met() -> None:
    assert names(resolved(annotated(MEETING), "They")) == ["Rosa Valenzuela", "Ana Rojas"]


def test_both_ministers_are_persons_and_the_two_countries_their_states() -> None:
    page = annotated(MEETING)
    assert names(resolved(page, "Both ministers")) == ["Rosa Valenzuela", "Ana Rojas"]
    assert [(a.code, a.sector) for a in resolved(page, "The two countries")] == [("CHL", "GOV"), ("PER", "GOV")]
    assert [a.code for a in resolved(page, "Both sides")] == ["CHL", "PER"]


def test_a_role_with_its_country_is_the_person_named_before() -> None:
    page = annotated(MEETING)
    assert names(resolved(page, "The Chilean minister")) == ["Rosa Valenzuela"]
    assert names(resolved(page, "She")) == ["Rosa Valenzuela"]


def test_who_is_no_country() -> None:
    page = annotated("Soldiers from Chad, who had crossed the river, shot a trader.")
    assert [(a.code, a.sector) for a in resolved(page, "who")] == [("TCD", "MIL")]


def test_it_is_a_body_and_he_a_person() -> None:
    page = annotated("Ecuador recalled its envoy. It also closed a consulate. President Luis Vega said he was sorry.")
    assert [a.code for a in resolved(page, "It")] == ["ECU"]
    assert names(resolved(page, "he")) == ["Luis Vega"]


def test_he_who_speaks_is_not_in_the_quotation() -> None:
    text = 'President Luis Vega spoke on Friday. "I trust Amos Wako," he said.'
    assert names(resolved(annotated(text), "he")) == ["Luis Vega"]


def test_it_is_not_the_typhoon() -> None:
    assert resolved(annotated("Japan suffered. A typhoon weakened after it had flooded a town."), "it") == []


def test_it_may_be_empty() -> None:
    assert resolved(annotated("Ecuador recalled its envoy. It is feared that talks will fail."), "It") == []


def test_them_is_not_the_subject_of_the_same_verb() -> None:
    page = annotated("Miners in Bolivia blocked a road. The army began beating them.")
    assert [a.code for a in resolved(page, "them")] == ["BOL"]
    assert resolved(page, "them")[0].sector != "MIL"


def test_we_is_the_speaker() -> None:
    text = 'Chilean Defence Minister Rosa Valenzuela spoke on Friday. "We will not yield," Valenzuela said.'
    page = annotated(text)
    start = text.index("We will")
    source = text.rindex("Valenzuela")
    page.attributions = [Attribution(2, "text", (source, source + 10), None, [(start, start + 17)], quoted=True)]
    assert names(resolved(page, "We")) == ["Rosa Valenzuela"]


def test_the_country_is_the_one_named_last() -> None:
    page = annotated("Ecuador held a vote. The country elected a judge.")
    assert [a.code for a in resolved(page, "The country")] == ["ECU"]


def test_four_ministers_are_those_named() -> None:
    text = (
        "Chilean minister Rosa Valenzuela, Peruvian minister Ana Rojas, Kenyan minister Amos Wako and Norwegian "
        "minister Kari Bremnes met in Quito. The four ministers signed a letter."
    )
    assert len(resolved(annotated(text), "The four ministers")) == 4


def test_they_who_are_tried_are_not_those_who_think_so() -> None:
    found = actors("Many Peruvians think that if a court tries rebels they will be jailed.", "they")
    assert codes(found) == [("PER", "REB")]


def test_he_who_fires_at_somebody_is_somebody_else() -> None:
    text = (
        "Senator Jane Wold of Ohio opposed the former mayor of Lagos, Ade Bello. Senator Ann Reed of Maine spoke. "
        "Lashing out at Wold, she accused Kenya."
    )
    assert [a.identifier_text for a in actors(text, "she")] == ["Ann Reed"]


def test_it_is_the_party_that_the_relative_clause_is_about() -> None:
    text = "Germany faces the National Democratic Party, which will hear on Monday whether it will be banned."
    assert [a.sector for a in actors(text, "it")] == ["PTY"]


def test_he_is_the_subject_of_the_sentence_before_though_nothing_happened_in_it() -> None:
    text = (
        "Uganda's president Yoweri Museveni met Senator Tom Wold of Ohio in 2015. Kenyan farmer Jan Kowal liked to be "
        "at home. He condemned Uganda."
    )
    assert [a.identifier_text for a in actors(text, "He")] == ["Jan Kowal"]


def test_a_predicate_noun_is_its_subjects() -> None:
    text = "William Ruto of Kenya is a liar and a bully who has threatened Uganda."
    assert [(a.code, a.sector) for a in resolved(annotated(text), "a liar")] == [("KEN", "GOV")]


def test_they_who_attack_are_not_those_who_were_killed() -> None:
    entered = "Chadian soldiers entered the town after the murder of the monks. "
    assert [a.sector for a in resolved(annotated(entered + "They shot at the church."), "They")] == ["MIL"]
    buried = annotated(entered + "The monks were buried, and they were praised.")
    assert [a.sector for a in resolved(buried, "they")] == ["REL"]
    shot = annotated("Chadian soldiers saw a rebel. A rebel was killed by soldiers as he attacked a post.")
    assert [a.sector for a in resolved(shot, "he")] == ["REB"]
