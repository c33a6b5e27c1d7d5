"""The speaker of an event."""

from __future__ import annotations

from tests.helpers import candidate, parse
from wader.annotate.attribution import find_attributions
from wader.knowledge import PACKAGED, reporting
from wader.records import Document, Entity, EventAttribution, Where
from wader.resolve.attribution import event_attribution


def read(text: str) -> Document:
    document = parse(text)
    document.attributions = find_attributions(document.article, document.sentences, reporting.load([PACKAGED]))
    return document


def speaker(text: str, trigger: str) -> EventAttribution | None:
    document = read(text)
    return event_attribution(document, candidate(document, trigger))


def test_speaker_of_a_clause() -> None:
    found = speaker("The monitors said soldiers burned the village.", "burned")
    assert found is not None
    assert (found.source_text, found.cue, found.start, found.end) == ("The monitors", "said", 0, 12)


def test_innermost_speaker() -> None:
    found = speaker("The agency reported that the monitors said soldiers burned the village.", "burned")
    assert found is not None
    assert found.source_text == "the monitors"


def test_an_act_of_speech_has_no_speaker_but_its_actor() -> None:
    assert speaker("The ministry condemned the raid.", "condemned") is None
    assert speaker("The ministry said the raid was wrong.", "said") is None


def test_what_somebody_condemns_is_no_claim_of_theirs() -> None:
    assert speaker("The ministry condemned the raid.", "raid") is None


def test_hearsay_has_a_cue_but_no_source() -> None:
    found = speaker("The rebels reportedly burned the bridge.", "burned")
    assert found == EventAttribution(None, None, "reportedly", None, None)


def test_relative_pronoun_gives_way_to_its_noun() -> None:
    found = speaker("Officials who said rebels burned the bridge gave no details.", "burned")
    assert found is not None
    assert found.source_text == "Officials"


def test_code_of_the_speaker() -> None:
    text = "The ministry said soldiers burned the village."
    document = read(text)

    def lookup(start: int, end: int, in_: Where) -> Entity | None:
        assert text[start:end] == "The ministry"
        return Entity(start, end, "text", "The ministry", "ORG", 1, "The ministry", code="PER")

    found = event_attribution(document, candidate(document, "burned"), lookup)
    assert found is not None
    assert found.code == "PER"
