"""Who does what, where it is told by a noun, a letter or a clause, through the public door."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event

Told = tuple[str, list[str | None], list[str | None]]


def told(event: Event) -> Told:
    return event.event[0], [a.code for a in event.actor], [a.code for a in event.recipient]


def events(text: str) -> list[Told]:
    return [told(e) for e in wader.code(text, date="2019-03-04").events]


def doers(text: str) -> set[str | None]:
    return {a.entity_text for e in wader.code(text, date="2019-03-04").events for a in e.actor}


@pytest.mark.parametrize(
    ("text", "bystander"),
    [
        ("Many petitions have been sent to the ministry demanding a prompt inquiry in Peru.", "ministry"),
        ("The Helsinki Committee has documented a rise in arrests of and threats against monks in Laos.", "Committee"),
        ("Ugandan troops near the port of Kismayo as 30 killed in Baidoa", "Ugandan troops"),
        ("The envoy of Norway spoke to the press in the wake of the murder of two Kenyan judges.", "envoy"),
        ("Two more bombs went off on Juarez and Hidalgo streets in Monterrey, Mexico.", "Hidalgo"),
    ],
)
def test_who_only_tells_or_stands_by_does_nothing(text: str, bystander: str) -> None:
    assert not any(bystander in (name or "") for name in doers(text))


def test_whose_letter_it_is_asks() -> None:
    found = events("The Kenyan bishops sent a letter to the Ugandan president demanding the release of the abbot.")
    assert ("REQUEST", ["KEN"], ["UGA"]) in found


def test_who_is_to_leave_office_is_asked_where_nobody_else_is() -> None:
    found = wader.code("The opposition in Kenya demanded the dismissal of Interior Minister Paul Odede.").events
    assert [a.entity_text for e in found if e.event[0] == "REQUEST" for a in e.recipient] != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two bishops met after the Ugandan allegation that Kenyan officers had armed the rebels.",
         ("ACCUSE", ["UGA"], ["KEN"])),
        ("The report lists the June killing of a Kenyan policeman that was claimed by Somalia's Shabab.",
         ("ASSAULT", ["SOM"], ["KEN"])),
        ("Their visit came after a surprising Mugabe endorsement by Kenyan President Uhuru Kenyatta.",
         ("SUPPORT", ["KEN"], ["ZWE"])),
    ],
)  # fmt: skip
def test_clauses_and_participles_behind_a_noun_name_its_parties(text: str, expected: Told) -> None:
    assert expected in events(text)


def test_a_laws_clause_does_not_name_who_is_threatened() -> None:
    found = wader.code("Senator Brown has threatened to block the bill that allows lawsuits against Kenyans.").events
    assert not any(a.code == "KEN" for e in found if e.event[0] == "THREATEN" for a in e.recipient)


def test_calls_to_ban_are_of_whom_they_are() -> None:
    found = events("The union in Chad decried the president's repeated calls to ban all strikes.")
    assert not any(category == "COERCE" for category, _, _ in found)


def test_whose_charges_are_denied_is_answered() -> None:
    text = "Kenya's foreign ministry has denied the charges that the Ugandan government has leveled against it."
    assert ("REJECT", ["KEN"], ["UGA"]) in events(text)


def test_guests_visit_who_welcomes_them_to_his_house() -> None:
    found = wader.code("Kenyan President Moi welcomed the French leader to the palace for dinner on Friday.").events
    assert [(told(e)[1:], e.mode) for e in found if e.event[0] == "CONSULT"] == [((["FRA"], ["KEN"]), ["visit"])]


def test_our_army_asks_and_is_not_asked() -> None:
    found = wader.code("Our government in Chad needs your support to defeat the rebels.").events
    assert all(a.sector != "GOV" for e in found if e.event[0] == "REQUEST" for a in e.recipient)


def test_whose_call_it_is_calls() -> None:
    assert "group" not in doers("The tape of a Somali group cites the Kenyan president's call for a ban on charcoal.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accusing Ugandan papers of inflating the row, the Kenyan abbot implored them to stick to facts.",
         ("ACCUSE", ["KEN"], ["UGA"])),
        ("Urging Uganda to open an inquiry into the fire, the Kenyan abbot said, it should be led by a judge.",
         ("REQUEST", ["KEN"], ["UGA"])),
        ("While praising the Ugandan army, the Kenyan premier was met by hecklers in Lamu.",
         ("SUPPORT", ["KEN"], ["UGA"])),
        ("After meeting with Ugandan bishops in Lamu, the Kenyan premier walked down to the port.",
         ("CONSULT", ["KEN"], ["UGA"])),
    ],
)  # fmt: skip
def test_participle_that_opens_a_sentence_tells_of_its_main_subject(text: str, expected: Told) -> None:
    assert expected in events(text)


def test_who_somebody_is_linked_to_does_nothing() -> None:
    found = doers("A Kenyan militia linked to al-Shabab killed two Ugandan nuns near Lamu.")
    assert any("militia" in (name or "") for name in found)
    assert not any("Shabab" in (name or "") for name in found)


def test_land_of_another_thing_does_nothing() -> None:
    found = wader.code("No change was made in the Ugandan claim to the isles, where 90 Kenyans were killed.").events
    assert "UGA" not in {a.code for e in found if e.event[0] == "ASSAULT" for a in e.actor}


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("The Kenyan government had nothing to do with the murder of the two judges, he said.", "government"),
        ("There is no evidence of the Kenyan army's involvement in the murder of two judges.", "army"),
        ("Kenya prepared for its elections despite relentless violence in the north.", "Kenya"),
        ("Kenyan intelligence has discovered plans to murder two Ugandan ministers.", "intelligence"),
        ("The Kenyan bishops do not agree with kidnapping farmers in Somalia.", "bishops"),
        ("Nairobi accused the traders of arming gangs blamed for killing farmers in Somalia.", "traders"),
    ],
)
def test_who_is_cleared_elsewhere_or_only_finds_out_does_no_violence(text: str, cleared: str) -> None:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["ASSAULT"]]
    assert not any(cleared in (a.entity_text or "") for e in found for a in e.actor)


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The minister blamed the murder of two Kenyan nuns on Somali rebels.", "KEN"),
        ("The police have attributed the killing of the Kenyan nuns to Somali rebels.", "KEN"),
        ("One of the Kenyan nuns who were abducted in Garissa on Monday, presumably by Somali rebels, is well.", "KEN"),
        ("The Somali rebel offensive in the north has killed ten Kenyan soldiers.", "KEN"),
    ],
)
def test_who_is_blamed_or_named_beside_the_deed_did_it(text: str, victim: str) -> None:
    assert ("ASSAULT", ["SOM"], [victim]) in events(text)


def test_a_clause_with_where_tells_of_others_deeds() -> None:
    text = "Kenyan gunmen fired on a patrol near the spot where the Ugandan mayor was murdered in May."
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event_text[0].text == "murdered"]
    assert not any("gunmen" in (a.entity_text or "") for e in found for a in e.actor)


@pytest.mark.parametrize("borne", ["suffered", "endured", "faced"])
def test_by_whom_attacks_are_suffered_does_not_make_them(borne: str) -> None:
    assert ("ASSAULT", [None], ["KEN"]) in events(f"The envoy listed the attacks {borne} by Kenyan villagers.")


@pytest.mark.parametrize("done", ["launched", "carried out", "planned"])
def test_by_whom_attacks_are_made_makes_them(done: str) -> None:
    found = events(f"The envoy listed the attacks {done} by Kenyan soldiers.")
    assert any(e[:2] == ("ASSAULT", ["KEN"]) for e in found)


PART = "He named the involvement of the Kenyan government in the massacre of Somali nomads."


@pytest.mark.parametrize("text", [PART, PART.replace("involvement of the Kenyan government", "Kenyan army's part")])
def test_who_has_a_part_in_a_deed_does_it(text: str) -> None:
    assert ("ASSAULT", ["KEN"], ["SOM"]) in events(text)


@pytest.mark.parametrize(
    "text",
    [
        PART.replace("the involvement", "the alleged involvement"),
        PART.replace("He named the", "There is no evidence of the"),
    ],
)
def test_who_may_have_one_does_not(text: str) -> None:
    assert ("ASSAULT", [None], ["SOM"]) in events(text)


def test_whose_border_is_near_does_nothing() -> None:
    found = events("There was an exchange of gunfire at Busia, near the Ugandan border, which left two farmers dead.")
    assert [e[1] for e in found if e[0] == "ASSAULT"] == [[None]]
    assert ("ASSAULT", ["KEN"], ["UGA"]) in events("Kenyan troops crossed the Ugandan border and shelled a village.")


FLED = "An officer who spied on the Kenyan army and government turned himself over to Ugandan military authorities."


def test_whom_a_clause_on_the_subject_names_does_not_do_its_deed() -> None:
    found = wader.code(FLED, date="2019-03-04").events
    assert [[a.entity_text for a in e.actor] for e in found if e.event == ["RETREAT"]] == [["officer"]]


def test_who_does_something_in_that_clause_does_it() -> None:
    found = events("The minister whom the Kenyan president had sacked accused the government of Uganda of fraud.")
    assert ("SANCTION", ["KEN"]) in [e[:2] for e in found]


def test_who_is_among_those_who_do_something_does_it() -> None:
    assert {"Kenyan soldiers", "policemen"} <= doers(
        "Kenyan soldiers and policemen were among those who opened fire on the crowd."
    )
    assert "Kenyan priests" not in doers("Two Kenyan priests lived among those who opened fire on the crowd.")


CAME = "Ten farmers were killed when Ugandan troops entered the town of Garissa in Kenya."


def test_who_comes_armed_where_people_die_kills_them() -> None:
    assert ("ASSAULT", ["UGA"], ["KEN"]) in events(CAME)


@pytest.mark.parametrize(
    "text",
    [
        CAME.replace("Ugandan troops entered", "Ugandan buses entered"),
        "A guard was killed when soldiers near the port of Lima were ambushed in Peru.",
    ],
)
def test_who_comes_unarmed_or_is_shot_at_himself_does_not(text: str) -> None:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["ASSAULT"]]
    assert {a.sector for e in found for a in e.actor} == {"UNK"}


def test_who_leads_those_who_meet_meets_too() -> None:
    text = "A delegation of the Kenyan Labour Party led by Chairman Peter Odede met Ugandan leaders on Monday."
    assert any("Odede" in (name or "") for name in doers(text))


def test_a_demand_that_is_turned_down_was_made() -> None:
    found = events("Sweden turned down a request from Norway to extradite the banker.")
    assert ("REJECT", ["SWE"], ["NOR"]) in found and ("REQUEST", ["NOR"], ["SWE"]) in found
    found = events("Sweden rejected the demands for new talks on Monday.")
    assert [category for category, _, _ in found] == ["REJECT"]
