"""Where places lie, and which is an event's own."""

from __future__ import annotations

import pytest

from wader.annotate import Annotator
from wader.knowledge import load
from wader.records import Article, Candidate, Document, Mention, Place, Trigger
from wader.resolve.home import Home
from wader.resolve.places import event_place, resolve_places


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(load())


def resolved(annotator: Annotator, text: str, *, url: str | None = None, home: str | None = None) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append((at, at + len(line)))
        at += len(line) + 1
    document = annotator.annotate(Article("p", None, text, url=url, language="en", blocks=blocks), everything=True)
    resolve_places(document, annotator.knowledge.gazetteer, Home(home))
    return document


def place(document: Document, text: str, nth: int = 0) -> Place:
    return [p for p in document.places if p.text == text][nth]


@pytest.mark.parametrize(
    ("text", "name", "country", "point"),
    [
        ("The judge sat in Paris, Texas, all week.", "Paris", "USA", (33.7, -95.6)),
        ("Bakers went on strike in Paris and Lyon.", "Paris", "FRA", (48.9, 2.4)),
        ("Police in Cambridge, Ontario, closed a bridge.", "Cambridge", "CAN", (43.4, -80.3)),
        ("Doctors in Tripoli and Benghazi went unpaid.", "Tripoli", "LBY", (32.9, 13.2)),
        ("Shops in Tripoli, Sidon and Beirut were shut.", "Tripoli", "LBN", (34.4, 35.8)),
        ("Growers from Georgia met others from Alabama and Florida in Atlanta.", "Georgia", "USA", (32.7, -83.5)),
        ("Growers from Georgia met others from Armenia in Tbilisi.", "Georgia", "GEO", (42.0, 43.5)),
        ("Miners in Kisumu's twin town Rangoon cheered in Myanmar.", "Rangoon", "MMR", (16.8, 96.2)),
        ("A convoy left the Donbas for Dnipro.", "Donbas", "UKR", (48.3, 38.2)),
        ("Clashes in Pristina, Kosovo, went on.", "Kosovo", "KOS", (42.6, 21.0)),
    ],
)
def test_readings(annotator: Annotator, text: str, name: str, country: str, point: tuple[float, float]) -> None:
    found = place(resolved(annotator, text), name)
    assert found.country_code == country
    assert found.lat == pytest.approx(point[0], abs=0.7)
    assert found.lon == pytest.approx(point[1], abs=0.7)
    assert found.confidence is not None
    assert 0 < found.confidence <= 0.99


def test_one_sense_on_a_page_unless_the_words_say_otherwise(annotator: Annotator) -> None:
    document = resolved(annotator, "The school in Athens, Georgia, reopened.\nTeachers in Athens were glad.")
    assert {p.country_code for p in document.places if p.text == "Athens"} == {"USA"}
    both = resolved(annotator, "Planes fly from London, Ontario, in Canada.\nThey land in London, England, in Britain.")
    assert [place(both, "London", n).country_code for n in (0, 1)] == ["CAN", "GBR"]


def test_the_publications_home(annotator: Annotator) -> None:
    text = "The fire brigade in Richmond saved a barn."
    assert place(resolved(annotator, text, url="https://news.example.co.uk/1"), "Richmond").country_code == "GBR"
    assert place(resolved(annotator, text, home="AUS"), "Richmond").country_code == "AUS"


def test_adjectives_stand_for_their_states(annotator: Annotator) -> None:
    document = resolved(annotator, "Zambian traders protested in Lusaka.")
    assert place(document, "Zambian").country_code == "ZMB"
    assert place(document, "Zambian").resolution == "country"


def test_names_that_nothing_knows_stay_open(annotator: Annotator) -> None:
    document = Document(Article("p", None, "in Xyzzyville"), places=[Place(3, 13, "text", "Xyzzyville", 1)])
    resolve_places(document, annotator.knowledge.gazetteer)
    assert document.places[0].lat is None
    resolve_places(Document(Article("p", None, "")), annotator.knowledge.gazetteer)


def test_the_same_page_gives_the_same_reading(annotator: Annotator) -> None:
    text = "Springfield and Columbus lost to Dublin and Paris.\nVictoria beat Santiago in Georgia."
    assert resolved(annotator, text).places == resolved(annotator, text).places


CASES = [
    ("Gunmen killed twelve villagers in Tillaberi on Sunday.", "killed", "ASSAULT", "Tillaberi"),
    ("In Mosul, police said gunmen had killed three traders.", "killed", "ASSAULT", "Mosul"),
    ("The minister told reporters in Geneva that rebels attacked a convoy near Goma.", "attacked", "ASSAULT", "Goma"),
    ("The minister told reporters in Geneva that rebels attacked a convoy.", "attacked", "ASSAULT", None),
    ("The envoy visited Tehran on Monday.", "visited", "CONSULT", "Tehran"),
    ("Moscow accused Kyiv of shelling Belgorod.", "accused", "ACCUSE", None),
    ("Moscow accused Kyiv of shelling Belgorod.", "shelling", "ASSAULT", "Belgorod"),
    ("Hundreds protested outside the court in the town of Mazar-i-Sharif.", "protested", "PROTEST", "Mazar-i-Sharif"),
    ("Dozens were hurt when a bomb exploded at a market in Peshawar, Pakistan.", "exploded", "ASSAULT", "Peshawar"),
    ("Troops withdrew from Kherson after weeks of fighting.", "withdrew", "RETREAT", "Kherson"),
    ("Germany will send tanks to Ukraine.", "send", "AID", "Ukraine"),
    ("The siege of Aleppo lasted four years.", "siege", "ASSAULT", "Aleppo"),
    ("The president, who was born in Nairobi, criticised the court.", "criticised", "ACCUSE", None),
    ("France condemned the coup in Niger.", "condemned", "ACCUSE", None),
    ("Protesters in Minsk demanded the release of prisoners.", "demanded", "REQUEST", "Minsk"),
    ("KISUMU, Kenya - Police arrested 40 students on Friday.", "arrested", "COERCE", "KISUMU"),
    ("Kenyan police arrested 40 students.", "arrested", "COERCE", None),
    ("Kisumu: police arrested 40 students on the Nairobi express.", "arrested", "COERCE", "Kisumu"),
    ("Kisumu: police arrested 40 students in Nairobi.", "arrested", "COERCE", "Nairobi"),
    ("Guards from the north shot at villagers in Kisumu who had fled.", "shot", "ASSAULT", "Kisumu"),
    ("Two teachers were held hostage in Aleppo for a month.", "held", "ASSAULT", "Aleppo"),
    ("The Peshawar bombing killed nine.", "bombing", "ASSAULT", "Peshawar"),
    ("Soldiers killed nine men after they had stopped a bus in Kherson.", "killed", "ASSAULT", None),
    ("Soldiers killed nine men, a spokesman told reporters in Kherson.", "killed", "ASSAULT", None),
    ("Soldiers killed two policemen guarding the consulate in Kherson.", "killed", "ASSAULT", "Kherson"),
    ("Troops from Chad attacked a village after a meeting in Abuja.", "attacked", "ASSAULT", None),
    ("Police killed ten men ahead of talks in Abuja.", "killed", "ASSAULT", None),
    ("Police killed ten men during a summit in Abuja.", "killed", "ASSAULT", "Abuja"),
    ("The meeting in Abuja ended.", "meeting", "CONSULT", "Abuja"),
]


@pytest.mark.parametrize(("text", "word", "category", "expected"), CASES)
def test_the_events_own_place(annotator: Annotator, text: str, word: str, category: str, expected: str | None) -> None:
    document = resolved(annotator, text)
    sentence = next(s for s in document.sentences if s.tokens and word in s.tokens.text)
    tokens = sentence.tokens
    assert tokens is not None
    t = tokens.text.index(word)
    trigger = Trigger(tokens.start[t], tokens.end[t], t, "test")
    subjects = [
        Mention(tokens.start[i], tokens.end[i], i, "nsubj")
        for i in range(len(tokens))
        if tokens.head[i] == t and tokens.dep[i].startswith("nsubj")
    ]
    candidate = Candidate(sentence.sequence, "text", [trigger], category, [], subjects, [], [], "happened", 1.0)
    found, evidence = event_place(document, candidate)
    assert (found.extracted_place if found else None) == expected
    if found is not None:
        assert text[found.start : found.end] == expected
        assert [(e.start, e.end, e.in_) for e in evidence] == [(found.start, found.end, "text")]
        assert evidence[0].rule.startswith("place: ")
    else:
        assert evidence == []
