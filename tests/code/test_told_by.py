"""Where the encoder is asked: at the words that tell what happens, which need not be those that begin the matter."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event


def events(text: str) -> list[Event]:
    return wader.code(text, date="2024-05-14").events


def told(text: str, category: str) -> list[tuple[list[str | None], list[str | None], list[str]]]:
    """Actors, recipients and trigger words of the events of a category."""
    return [
        ([a.entity_text for a in e.actor], [a.entity_text for a in e.recipient], [t.text for t in e.event_text])
        for e in events(text)
        if category in e.event
    ]


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "words"),
    [
        (
            "Malawi must stop selling arms to the militia, the foreign ministry in Lusaka said on Monday.",
            "foreign ministry", "Malawi", ["must stop", "said"],
        ),
        (
            "The foreign ministry in Lusaka said on Monday that Malawi should lift its ban on trucks.",
            "foreign ministry", "Malawi", ["said", "should lift"],
        ),
    ],
)  # fmt: skip
def test_what_must_be_done_is_a_demand_of_who_says_so(text: str, actor: str, recipient: str, words: list[str]) -> None:
    [(actors, recipients, trigger)] = told(text, "REQUEST")
    assert actors[0] is not None and actor in actors[0] and recipients == [recipient]
    assert sorted(trigger) == sorted(words)


def test_what_should_have_been_done_is_blame() -> None:
    text = "The premier should have warned the villages, opposition leader Ruth Banda told reporters in Lusaka."
    assert told(text, "ACCUSE") and not told(text, "REQUEST")


def test_who_claims_an_attack_made_it() -> None:
    text = "The Free Lunda Front claimed responsibility for the killing of two policemen in Zambia on Monday."
    [(actors, recipients, trigger)] = told(text, "ASSAULT")
    assert actors == ["Free Lunda Front"] and recipients == ["two policemen"] and "killing" in trigger


@pytest.mark.parametrize(
    ("text", "verdict", "inner", "recipient"),
    [
        (
            "Norway condemned the detention of two Norwegian reporters by Zambia on Monday.",
            "ACCUSE", "COERCE", "two Norwegian reporters",
        ),
        (
            "The United Nations accused Zambian troops of jailing two Norwegian reporters on Monday.",
            "ACCUSE", "COERCE", "two Norwegian reporters",
        ),
        (
            "The release of two Norwegian reporters by Zambia was welcomed by Norway on Monday.",
            "SUPPORT", "RETREAT", "two Norwegian reporters",
        ),
    ],
)  # fmt: skip
def test_what_is_blamed_or_praised_as_done_is_told_beside(text: str, verdict: str, inner: str, recipient: str) -> None:
    assert told(text, verdict)
    assert [recipients for _, recipients, _ in told(text, inner)] == [[recipient]]


def test_what_is_only_asked_for_is_not() -> None:
    assert not told("Norway asked Zambia to release two Norwegian reporters on Monday.", "RETREAT")


def test_what_two_do_with_each_other_needs_no_recipient() -> None:
    text = "Iran and the United States exchanged views for three hours in Muscat on Saturday, a spokesman said."
    assert [actors for actors, _, _ in told(text, "CONSULT")] == [["Iran", "United States"]]


def test_a_visit_in_whose_course_something_is_done_is_told() -> None:
    text = "Zambian President Ruth Banda expressed solidarity with Malawi during a visit to Lilongwe on Saturday."
    assert told(text, "SUPPORT")
    [visit] = [e for e in events(text) if "CONSULT" in e.event]
    assert visit.mode == ["visit"]
    assert [a.code for a in visit.actor] == ["ZMB"] and [a.code for a in visit.recipient] == ["MWI"]


@pytest.mark.parametrize(
    ("text", "category", "who"),
    [
        ("Chad and Mali recognised the council, a move that was criticised by Togo.", "ACCUSE", ["TCD", "MLI"]),
        ("Chad denied the envoy a visa on Monday, a decision that Togo welcomed.", "SUPPORT", ["TCD"]),
    ],
)
def test_who_took_a_step_that_is_judged_behind_a_comma(text: str, category: str, who: list[str]) -> None:
    [event] = [e for e in events(text) if category in e.event and [a.code for a in e.actor] == ["TGO"]]
    assert [a.code for a in event.recipient] == who


def test_whom_a_noun_with_its_doer_names_before_it() -> None:
    text = "Their visit came after a surprising Mugabe endorsement by Kenyan President Uhuru Kenyatta."
    assert [(a, r) for a, r, _ in told(text, "SUPPORT")] == [(["Kenyan President Uhuru Kenyatta"], ["Mugabe"])]


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("Kenya said rebels must not attack Uganda.", "REQUEST", "Kenya", "rebels"),
        ("Kenya should have condemned Uganda, the American senator said.", "ACCUSE", "American senator", "Kenya"),
        ("Kenya has to hand over the general to Uganda, the court said.", "REQUEST", "court", "Kenya"),
    ],
)
def test_what_must_be_done_lends_a_demand_nothing_of_its_own(
    text: str, category: str, actor: str, recipient: str
) -> None:
    [event] = [e for e in events(text) if category in e.event]
    assert event.auxiliary == []
    assert [a.entity_text for a in event.actor] == [actor]
    assert [a.entity_text for a in event.recipient] == [recipient]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Ghana condemned the raid by Togolese troops.", "ASSAULT"),
        ("Ghana condemned the coup by soldiers in Mali.", "COERCE"),
        ("Norway welcomed the release of the mayor of Timbuktu.", "RETREAT"),
    ],
)
def test_who_judges_a_deed_has_no_part_in_it(text: str, inner: str) -> None:
    parties = {name for actors, recipients, _ in told(text, inner) for name in actors + recipients}
    assert parties and not {"Ghana", "Norway"} & parties


def test_what_is_only_backed_may_be_wished_for() -> None:
    assert not told("Britain backs the expulsion of Russian envoys from Poland.", "SANCTION")


def test_an_attacker_is_no_visitor() -> None:
    assert not told("Gunmen shot the Malian mayor during a visit to Dakar.", "CONSULT")


def test_a_word_is_of_a_trigger_once() -> None:
    [(_, _, words)] = told("Islamic State claimed responsibility for killing two Kenyan soldiers.", "ASSAULT")
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Ghana recommended on Monday that Togo withdraw its troops from the lagoon.", ["Ghana"], ["Togo"]),
        ("Kenya insisted on Monday that Uganda sever its ties with the militia.", ["Kenya"], ["Uganda"]),
    ],
)
def test_what_is_proposed_is_a_demand_by_the_form_of_its_verb(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    found = events(text)
    assert [e.event for e in found] == [["REQUEST"]]
    [(actor, recipient, _)] = told(text, "REQUEST")
    assert (actor, recipient) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya insisted on Monday that its farmers earn less than the farmers of Uganda.",
        "Ghana insisted on Monday that Togo withdrew its troops from the lagoon.",
    ],
)
def test_what_is_said_to_be_so_is_no_demand(text: str) -> None:
    assert not told(text, "REQUEST")
