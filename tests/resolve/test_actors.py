"""Who acts: names, roles with the country beside them or the page's, owners of things, and who is nobody."""

from __future__ import annotations

import pytest

from tests.parsing import annotated, knowledge, mention
from wader.records import Actor, Document, Mention
from wader.resolve.actors import ActorResolver
from wader.resolve.relevant import relevant


def actors(text: str, words: str, nth: int = 0, *, date: str | None = None) -> list[Actor]:
    document = annotated(text, date=date)
    return resolved(document, words, nth)


def resolved(document: Document, words: str, nth: int = 0) -> list[Actor]:
    sentence, found = mention(document, words, nth)
    return [actor for actor, _ in ActorResolver(knowledge()).resolver(document).resolve(sentence, found)]


def codes(found: list[Actor]) -> list[tuple[str | None, str | None]]:
    return [(a.code, a.sector) for a in found]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ecuador recalled its envoy.", "Ecuador", ("ECU", "GOV")),
        ("Tunis rejected the plan.", "Tunis", ("TUN", "GOV")),
        ("Egyptian troops fired shells.", "Egyptian troops", ("EGY", "MIL")),
        ("Togo's army fired shells.", "Togo's army", ("TGO", "MIL")),
        ("Soldiers from Chad crossed the river.", "Soldiers from Chad", ("TCD", "MIL")),
        ("The president of Mali resigned.", "The president of Mali", ("MLI", "GOV")),
        ("The government in Khartoum resigned.", "The government in Khartoum", ("SDN", "GOV")),
        ("A spokesman for the Norwegian army spoke.", "A spokesman for the Norwegian army", ("NOR", "MIL")),
        ("Members of the Peruvian police marched.", "Members of the Peruvian police", ("PER", "COP")),
        ("Dozens of Bolivian miners marched.", "Dozens of Bolivian miners", ("BOL", "LAB")),
        ("Two Palestinians were wounded.", "Two Palestinians", ("PSE", "CVL")),
        ("The former Kenyan president was jailed.", "The former Kenyan president", ("KEN", "ELI")),
        ("Turkish journalists were arrested.", "Turkish journalists", ("TUR", "JRN")),
        ("NATO sent a warning.", "NATO", ("IGO", "MIL")),
        ("The United Nations sent a warning.", "The United Nations", ("UNO", None)),
        ("Kosovo signed the treaty.", "Kosovo", ("KOS", "GOV")),
    ],
)
def test_country_and_sector(text: str, words: str, expected: tuple[str, str | None]) -> None:
    found = codes(actors(text, words))
    assert len(found) == 1
    assert found[0][0] == expected[0]
    assert expected[1] is None or expected[0] == "IGO" or found[0][1] == expected[1]


def test_the_words_are_kept_without_their_determiner() -> None:
    document = annotated("On Friday the Egyptian army fired shells.")
    found = resolved(document, "the Egyptian army")[0]
    assert found.entity_text == "Egyptian army"
    assert document.article.text[found.start : found.end] == "Egyptian army"


def test_a_person_carries_office_and_full_name() -> None:
    text = "Chilean Defence Minister Rosa Valenzuela flew to Lima. Valenzuela thanked Peru."
    found = actors(text, "Valenzuela", 1)[0]
    assert (found.code, found.sector, found.identifier_text) == ("CHL", "GOV", "Rosa Valenzuela")
    assert found.office == "Defence Minister"


def test_two_countries_before_one_noun_are_two_actors() -> None:
    found = actors("Troops fired on French and Malian soldiers.", "French and Malian soldiers")
    assert codes(found) == [("FRA", "MIL"), ("MLI", "MIL")]


@pytest.mark.parametrize("words", ["The storm", "Prices", "the report"])
def test_what_cannot_act_is_nobody(words: str) -> None:
    assert actors("The storm passed. Prices rose. Nobody read the report.", words) == []


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Rebels attacked the Syrian army's base.", "the Syrian army's base", "SYR"),
        ("Iranian missiles hit the town.", "Iranian missiles", "IRN"),
        ("Oslo condemned the attack by Israel.", "the attack by Israel", "ISR"),
    ],
)
def test_things_act_for_their_owner(text: str, words: str, code: str) -> None:
    assert [a.code for a in actors(text, words)] == [code]


def test_local_roles_take_the_country_where_it_happens() -> None:
    text = "Norway's minister spoke in Oslo.\nGunmen killed 12 villagers in northern Nigeria. Police found the bodies."
    assert codes(actors(text, "Gunmen")) == [("NGA", "UAF")]
    assert codes(actors(text, "12 villagers")) == [("NGA", "CVL")]
    assert codes(actors(text, "Police")) == [("NGA", "COP")]


def test_a_dateline_says_where_it_happens() -> None:
    text = "NAIROBI (Reuters) - Gunmen killed two traders.\nA Norwegian minister spoke in Oslo."
    assert codes(actors(text, "Gunmen")) == [("KEN", "UAF")]


def test_a_role_keeps_the_country_it_was_given_before() -> None:
    text = "The Malian junta expelled the envoy of France. Paris protested. Later the junta closed the border."
    assert codes(actors(text, "the junta")) == [("MLI", "MIL")] or codes(actors(text, "the junta")) == [("MLI", "GOV")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The army burned nine Palestinian homes.", "nine Palestinian homes", [("PSE", "CVL")]),
        ("The janata dal state president Rao spoke in Kerala.", "state president Rao", [("IND", "PTY")]),
        ("The rebels deployed units near Bogota, Colombia.", "units", [("COL", "REB")]),
        ("Nigeria closed 40 powerloom units.", "40 powerloom units", []),
        ("Chad lifted curbs on movement.", "movement", []),
        ("Police in Lagos arrested a speaker at the rally.", "a speaker", []),
        ("Venezuela mourned. National Guard troops arrested two men.", "National Guard troops", [("VEN", "MIL")]),
        ("The US advisers and Raul Paredes died in San Salvador.\nSalvadoran police mourned them.", "Raul Paredes",
         [("SLV", "CVL")]),
    ],
)  # fmt: skip
def test_whose_a_word_of_many_uses_is(text: str, words: str, expected: list[tuple[str, str]]) -> None:
    assert codes(actors(text, words)) == expected


def test_where_somebody_was_born_does_not_act() -> None:
    assert actors("Togo praised the Kenya-born writer.", "Kenya") == []


def test_what_is_sent_is_the_senders() -> None:
    assert codes(actors("Algeria has deployed troops near Mali.", "troops")) == [("DZA", "MIL")]


def test_for_and_against_are_no_nationality() -> None:
    text = "In Moldova, pro-Russian activists marched."
    assert codes(actors(text, "pro-Russian activists"))[0][0] == "MDA"


def test_an_adjective_tells_whose_body_it_is() -> None:
    found = actors("The Pakistani Foreign Office summoned nobody.", "The Pakistani Foreign Office")
    assert codes(found) == [("PAK", "GOV")]


def test_a_common_name_of_bodies_is_the_pages_own() -> None:
    text = "In Kenya, judges met on Monday. The Supreme Court annulled the vote."
    assert codes(actors(text, "The Supreme Court")) == [("KEN", "JUD")]


def test_a_warlords_men_are_armed() -> None:
    text = "Peruvian rebel leader Hugo Salas fled. His men burned a truck."
    assert codes(actors(text, "His men")) == [("PER", "REB")]


def test_a_town_before_a_thing_is_where_it_happened() -> None:
    assert actors("Oslo condemned the Nairobi bombing.", "the Nairobi bombing") == []


def test_the_unnamed_agent_is_unknown() -> None:
    document = annotated("Fifteen were arrested.")
    implied = Mention(0, 0, 0, "test", implied=True)
    found = ActorResolver(knowledge()).resolver(document).resolve(document.sentences[0], implied)
    assert [(actor.code, actor.sector) for actor, _ in found] == [(None, "UNK")]


def test_relevance() -> None:
    resolver = ActorResolver(knowledge()).resolver(annotated("Ecuador recalled its envoy."))
    assert relevant(resolver.context, [Actor("ECU", "GOV")])
    assert relevant(resolver.context, [Actor(None, "UNK"), Actor("ECU", "CVL")])
    assert not relevant(resolver.context, [Actor("MNC", "BUS"), Actor(None, "CVL")])


def test_teams_are_no_states() -> None:
    text = "England beat Spain as the striker scored before half-time and the goalkeeper of the visitors was sent off."
    resolver = ActorResolver(knowledge()).resolver(annotated(text))
    assert not relevant(resolver.context, [Actor("GBR", "GOV"), Actor("ESP", "GOV")])
