"""Who a phrase means by the words beside it: counts, arms, causes, bodies named before, titles of priests."""

from __future__ import annotations

import pytest

from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # bare counts are of whom the sentence counted before
        ("Five rebels were killed and nine were wounded in Chad.", "nine", ("TCD", "REB")),
        ("Five rebels were killed and nine were arrested in Chad.", "nine", ("TCD", "CVL")),
        ("Kenya said that one soldier died and three were hurt.", "three", ("KEN", "MIL")),
        # who bears arms or attacks is no civilian
        ("Kenya shot two armed Ugandans.", "two armed Ugandans", ("UGA", "UAF")),
        ("Kenya shot two tired Ugandans.", "two tired Ugandans", ("UGA", "CVL")),
        ("Kenya shot armed villagers.", "armed villagers", ("KEN", "UAF")),
        ("Police in Peru shot two men who opened fire.", "two men", ("PER", "UAF")),
        ("Police in Peru met two men who were shot.", "two men", ("PER", "CVL")),
        ("Peru condemned those who masterminded the raid.", "those", ("PER", "UAF")),
        # what words before a noun make of it
        ("Police experts searched a house in Peru.", "Police experts", ("PER", "COP")),
        ("A Peruvian group killed two hostages in Chad.", "A Peruvian group", ("PER", "UAF")),
        ("A Peruvian group thanked two hostages in Chad.", "A Peruvian group", ("PER", "SOC")),
        ("Peru jailed the accused persons.", "the accused persons", ("PER", "CRM")),
        ("Peru stopped forty migrants.", "forty migrants", ("PER", "REF")),
        ("Peru thanked the firefighters.", "the firefighters", ("PER", "MED")),
        # the office before a name of which nothing else is known
        ("Former Kenyan ambassador to Egypt Jan Smith thanked Chad.", "Former Kenyan ambassador to Egypt Jan Smith",
         ("KEN", "ELI")),
        # a group called by its faith is the one named before
        ("Hamas threatened Israel. Israel feared that the Islamic group attacked it.", "the Islamic group",
         ("PSE", "REB")),
        ("Kenya banned a Kenyan anti-refugee group.", "a Kenyan anti-refugee group", ("KEN", "SOC")),
        ("Rebels in Kenya burnt a country club.", "a country club", ("KEN", "BUS")),
        ("Peru thanked government scientists.", "government scientists", ("PER", "GOV")),
        ("Peru thanked university scientists.", "university scientists", ("PER", "EDU")),
        ("Peruvian military crews flew home.", "Peruvian military crews", ("PER", "MIL")),
        ("Peru jailed terrorist criminals.", "terrorist criminals", ("PER", "REB")),
        ("Peru jailed party leaders and workers.", "workers", ("PER", "PTY")),
        ("Peru jailed party leaders and factory workers.", "factory workers", ("PER", "LAB")),
        ("India praised Hindutva groups.", "Hindutva groups", ("IND", "REL")),
        ("Peru mourned political leaders.", "political leaders", ("PER", "PTY")),
        ("Peru mourned popular leaders.", "popular leaders", ("PER", "SOC")),
        ("The government of Peru and its officers must answer.", "its officers", ("PER", "GOV")),
        # leaders of what is no state
        ("Kenya thanked the leaders of both communities.", "the leaders", ("KEN", "SOC")),
        ("Police in Kenya jailed leaders of the rebel movement.", "leaders", ("KEN", "REB")),
        ("Peru arrested the Shining Path (SP) fighters.", "the Shining Path (SP) fighters", ("PER", "REB")),
        ("Kenya asked the Legal Counsel of the European Parliament.", "the Legal Counsel", ("EUR", "LEG")),
        ("Peru jailed drug leaders.", "drug leaders", ("PER", "CRM")),
        ("Peru met the president of Greenpeace.", "the president", ("NGO", None)),
        # whose somebody is, and whose not
        ("A lawyer for Kenya's president William Ruto resigned.", "A lawyer", ("KEN", "SOC")),
        ("A Togolese court heard a Supreme Court lawyer.", "a Supreme Court lawyer", ("TGO", "SOC")),
        ("The envoy thanked his Togolese hosts.", "his Togolese hosts", ("TGO", "GOV")),
        ("Chad's police stopped immigrants from several countries.", "immigrants", (None, "REF")),
        ("Key EU interior ministers met in Vienna.", "Key EU interior ministers", ("EUR", None)),
        ("Sudan refused a European offer.", "European", ("EUR", None)),
        ("Sudan warned Europeans.", "Europeans", (None, "CVL")),
        ("The Hamas movement held a rally.", "The Hamas movement", ("PSE", "REB")),
        ("European Union peacekeepers flew to Chad.", "European Union peacekeepers", ("EUR", "MIL")),
    ],
)  # fmt: skip
def test_words_beside(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya warned the European Union. It told the 27-nation bloc to wait.", "the 27-nation bloc", ("EUR", None)),
        ("Kenya asked the FBI for help. The bureau sent two men.", "The bureau", ("USA", "COP")),
        ("Kenya asked the IMF for a loan. The body refused.", "The body", ("IGO", None)),
        ("The Bharatiya Janata Party lost. The leadership blamed rain.", "The leadership", ("IND", "PTY")),
        ("The Vishva Hindu Parishad met. The high command called a march.", "The high command", ("IND", "REL")),
        ("India's army met the Vishva Hindu Parishad. The high command called a march.", "The high command",
         ("IND", "MIL")),
        ("In Peru, Father Luis Quispe accused soldiers.", "Father Luis Quispe", ("PER", "REL")),
        ("In Peru, his father Luis Quispe accused soldiers.", "his father Luis Quispe", ("PER", "CVL")),
        ("Bajrang Dal working president Ram Lal was jailed.", "Bajrang Dal working president Ram Lal",
         ("IND", "REL")),
        ("In Chile, anti-whaling leader Ana Ruiz sued a firm.", "anti-whaling leader Ana Ruiz", ("CHL", "SOC")),
    ],
)
def test_reference_and_titles(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_a_corpse_is_no_body_named_before() -> None:
    assert codes(actors("Kenya asked the IMF for a loan. The body was found.", "The body")) != [("IGO", None)]


def test_several_persons_in_one_apposition() -> None:
    text = "The candidates, Senator Ann Bell and Governor Joe Hart, promised America help."
    assert codes(actors(text, "The candidates")) == [("USA", "LEG"), ("USA", "GOV")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # troops of another state passed through; the army is that of where the story plays
        ("U.S. troops flew over Peru. Peru protested. Peru mourned. The army burnt a barn.", "The army",
         ("PER", "MIL")),
        # bodies that watch may be of any country, unless the words say of which
        ("Rights groups accused Chad of torture.", "Rights groups", (None, "SOC")),
        ("Rights groups in Chad accused a general.", "Rights groups in Chad", ("TCD", "SOC")),
        ("The president of the writers forum of Kenya slammed a ban.", "The president", ("KEN", "SOC")),
        ("The president of Kenya slammed a ban.", "The president", ("KEN", "GOV")),
        ("The executive director of a Kenyan trade union slammed a ban.", "The executive director", ("KEN", "LAB")),
        ("The executive director of a Kenyan company slammed a ban.", "The executive director", ("KEN", "BUS")),
        ("Asha Odhiambo, executive director of the advocacy group Green Hills, slammed a Kenyan ban.",
         "Asha Odhiambo", ("KEN", "SOC")),
        ("Supreme Court lawyer Ram Gupta sued India.", "Supreme Court lawyer Ram Gupta", ("IND", "SOC")),
        ("Supreme Court judge Ram Gupta sued India.", "Supreme Court judge Ram Gupta", ("IND", "JUD")),
        # who does it, not where, is told to stop
        ("The UN condemned attacks by Togo in Ghana and demanded that the country withdraw.", "the country",
         ("TGO", "GOV")),
        ("The UN condemned attacks by Togo in the Republic of Ghana and demanded the country stop.", "the country",
         ("TGO", "GOV")),
        ("Togo sent troops to fight in Ghana and demanded that the country withdraw.", "the country",
         ("GHA", "GOV")),
        ("Chad asked for African peacekeepers.", "African peacekeepers", ("IGO", "MIL")),
        ("India thanked swamiji for help.", "swamiji", ("IND", "REL")),
        ("Political strategist Ann Bell left America.", "Political strategist Ann Bell", ("USA", "PTY")),
        ("Peru thanked municipal councils.", "municipal councils", ("PER", "GOV")),
        ("Rebels in Ethiopia defeated the Derg.", "the Derg", ("ETH", "GOV")),
    ],
)
def test_countries_and_heads(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]
