"""Agents that a sentence leaves out and the text names elsewhere, beside acts whose agent stays unknown."""

from __future__ import annotations

import pytest

import wader


def attackers(text: str, victims: str) -> list[tuple[str | None, str | None]]:
    """Code and sector of those who hurt them whose words end in ``victims``, in each event of violence."""
    events = wader.code(text, date="2024-05-14").events
    hurt = [e for e in events if e.event == ["ASSAULT"] for r in e.recipient if (r.entity_text or "").endswith(victims)]
    return [(a.code, a.sector) for e in hurt for a in e.actor]


TOLD_AGAIN = (
    "Hundreds of mourners gathered in San Marcos on Friday. The bishop spoke of the six murdered Guatemalan priests at "
    "the cathedral. Soldiers of the Guatemalan army killed the six priests in May, witnesses told the court."
)
OTHER_PRIESTS = TOLD_AGAIN.replace("killed the six priests", "killed the two priests")
SIDES = (
    "Colombian rebels attacked Colombian soldiers in the hills on Monday. The ministry named the dead on Tuesday. Four "
    "soldiers were killed in the province of Cauca on Sunday."
)
NO_SIDES = SIDES.replace("Colombian rebels attacked Colombian soldiers", "Colombian rebels praised Colombian soldiers")
TWO_SIDES = SIDES.replace("The ministry named the dead", "Colombian drug traffickers shot at Colombian soldiers")


def test_another_telling_of_the_same_people_names_the_agent() -> None:
    assert set(attackers(TOLD_AGAIN, "priests")) == {("GTM", "MIL")}


def test_other_numbers_are_other_people() -> None:
    assert (None, "UNK") in attackers(OTHER_PRIESTS, "priests")


def test_the_only_side_that_fights_theirs_is_the_agent() -> None:
    assert set(attackers(SIDES, "soldiers")) == {("COL", "REB")}


@pytest.mark.parametrize("text", [NO_SIDES, TWO_SIDES])
def test_where_no_side_or_two_fight_theirs_the_agent_stays_unknown(text: str) -> None:
    assert (None, "UNK") in attackers(text, "soldiers")


def test_private_people_are_not_taken_for_the_same_ones() -> None:
    text = (
        "Militants killed two people in Kabul on Monday, police said. Markets were closed. Three people were killed in "
        "Herat on Tuesday, officials of Afghanistan said."
    )
    assert (None, "UNK") in attackers(text, "Three people")


BOMBED = "Naxalite rebels bombed a railway depot in Bihar on Monday. Two farmers were wounded in the blast."


@pytest.mark.parametrize("last", ["Two farmers were wounded in the blast.", "The attack killed two farmers."])
def test_an_act_that_points_back_has_the_agent_of_what_was_told_before(last: str) -> None:
    text = BOMBED.rpartition(" Two farmers")[0] + " " + last
    assert set(attackers(text, "farmers")) == {("IND", "REB")}


def test_an_act_that_says_which_it_is_does_not_point_back() -> None:
    text = BOMBED.replace("in the blast", "in the bombing of a bus")
    assert (None, "UNK") in attackers(text, "farmers")


def test_a_headline_and_its_lead_tell_of_the_same_people() -> None:
    lead = "Two farmers were shot dead by Naxalite rebels in Bihar on Monday, police said."
    events = wader.code(lead, title="Two farmers shot dead in Bihar", date="2024-05-14").events
    told = [e for e in events if e.event == ["ASSAULT"]]
    assert [[(a.code, a.sector) for a in e.actor] for e in told] == [[("IND", "REB")]]


@pytest.mark.parametrize(
    "last",
    [
        "Naxalite rebels claimed responsibility for the attack.",
        "Naxalite rebels claimed the attack.",
        "Responsibility for the attack was claimed by Naxalite rebels.",
        "The attack was blamed on Naxalite rebels.",
        "The attack was attributed to Naxalite rebels.",
        "Police blamed Naxalite rebels for the attack.",
        "Naxalite rebels are suspected of the attack.",
        "Naxalite rebels were behind the attack.",
        "Naxalite rebels claimed credit for the act in a letter.",
        "The attack was carried out by Naxalite rebels.",
    ],
)
def test_who_claims_an_act_or_is_said_to_have_done_it_is_its_agent(last: str) -> None:
    found = attackers(f"Four farmers were killed in Bihar on Monday. {last}", "farmers")
    assert set(found) == {("IND", "REB")}


@pytest.mark.parametrize(
    "last",
    [
        "No group has claimed responsibility for the attack.",
        "Naxalite rebels did not claim responsibility for the attack.",
        "Naxalite rebels may be behind the attack.",
        "Naxalite rebels claimed responsibility for the burning of a bus.",
        "Naxalite rebels claimed the attack on a pipeline.",
        "A guard was named who was hurt in the attack launched by Naxalite rebels in May.",
        "The army blamed Naxalite rebels for the attack. Naxalite rebels blamed Indian soldiers for the attack.",
    ],
)
def test_what_is_not_claimed_or_claimed_of_two_sides_stays_unknown(last: str) -> None:
    assert (None, "UNK") in attackers(f"Four farmers were killed in Bihar on Monday. {last}", "farmers")


def test_the_evidence_of_a_claim_points_to_the_words_of_who_did_it() -> None:
    text = "Four farmers were killed in Bihar on Monday. Naxalite rebels claimed responsibility for the attack."
    (event,) = [e for e in wader.code(text, date="2024-05-14").events if e.recipient]
    (why,) = event.evidence["actor"]
    assert text[why.start : why.end] == "Naxalite rebels" and "claimed" in why.rule


def test_who_backs_an_attack_did_not_make_it() -> None:
    text = "The French-backed offensive in the north of Mali has killed thirty villagers, rescuers said."
    assert attackers(text, "villagers") == [(None, "UNK")]


@pytest.mark.parametrize(
    "last",
    [
        "The army denied that it carried out the attacks.",
        "Nobody believes that the army carried out the attack.",
        "Police ruled out that rebels carried out the attack.",
        "Their families blamed the government for the attack.",
        "The army launched the offensive in response.",
    ],
)
def test_what_is_denied_doubted_or_only_laid_at_a_states_door_makes_no_doer(last: str) -> None:
    assert attackers(f"Four farmers were killed in Bihar on Monday. {last}", "farmers") == [(None, "UNK")]


@pytest.mark.parametrize(
    "text",
    [
        "Colombian rebels attacked Colombian soldiers in the hills on Monday. Three rebels were killed in Cauca.",
        "Colombian soldiers shelled the village of Paez on Monday. Three rebels were killed in Cauca on Sunday.",
    ],
)
def test_rebels_fall_to_the_army_that_a_text_names(text: str) -> None:
    assert set(attackers(text, "rebels")) == {("COL", "MIL")}


def test_who_is_murdered_did_not_fall_in_battle() -> None:
    text = "Colombian soldiers shelled the village of Paez in May. Three Colombian rebels were murdered on Sunday."
    assert set(attackers(text, "rebels")) == {(None, "UNK")}


def test_both_sides_of_a_battle_are_its_agents_where_both_have_dead() -> None:
    text = "Ten Colombian soldiers and twelve Colombian guerrillas were killed in fierce clashes in Cauca on Sunday."
    (event,) = [e for e in wader.code(text, date="2024-05-14").events if "killed" in e.event_text[0].text]
    assert {a.sector for a in event.actor} == {a.sector for a in event.recipient} == {"MIL", "REB"}


def test_dead_bystanders_make_no_side_of_a_battle() -> None:
    text = "Ten Colombian soldiers and twelve farmers were killed in fierce clashes in Cauca on Sunday."
    assert attackers(text, "farmers") == [(None, "UNK")]


CAPTORS = "Colombian rebels abducted two engineers in Arauca on Monday. A nun was also kidnapped in Cauca in April."


def test_the_one_side_that_abducts_people_in_a_text_has_the_others_too() -> None:
    assert attackers(CAPTORS, "nun") == [("COL", "REB")]


def test_two_captors_leave_a_third_abduction_open() -> None:
    text = CAPTORS.replace("A nun", "Colombian drug traffickers abducted a pilot in June. A nun")
    assert attackers(text, "nun") == [(None, "UNK")]


def test_a_state_before_its_gunboat_is_no_second_party() -> None:
    assert attackers("A Kenyan helicopter bombed Somali farmers near Kismayo on Monday.", "farmers") == [("KEN", "MIL")]


STORMED = "Shining Path guerrillas dynamited a bridge near Ayacucho in Peru. Two farmers were wounded, said the mayor."


def test_whom_the_one_side_that_is_violent_in_a_text_hurts_is_left_to_the_reader() -> None:
    assert set(attackers(STORMED, "farmers")) == {("PER", "REB")}


@pytest.mark.parametrize(
    "text",
    [
        STORMED + " Soldiers of the Peruvian army shot three students in Lima.",
        STORMED.replace("were wounded", "were murdered"),
        STORMED.replace("Shining Path guerrillas", "Soldiers of the Peruvian army"),
    ],
)
def test_of_the_chosen_and_beside_a_second_side_or_one_raid_of_soldiers_the_agent_stays_unknown(text: str) -> None:
    assert set(attackers(text, "farmers")) == {(None, "UNK")}


@pytest.mark.parametrize(
    "last",
    [
        "Two farmers were wounded under circumstances that are under investigation.",
        "Two farmers were wounded in the assassination of a prefect.",
    ],
)
def test_what_a_sentence_leaves_open_no_other_act_tells(last: str) -> None:
    text = STORMED.partition(" Two farmers")[0] + " " + last
    assert set(attackers(text, "farmers")) == {(None, "UNK")}


@pytest.mark.parametrize("whoever", ["several people", "others"])
def test_people_of_whom_nobody_knows_who_they_are_are_no_side(whoever: str) -> None:
    text = STORMED.replace("Shining Path guerrillas", whoever.capitalize())
    assert ("PER", "REB") not in attackers(text, "farmers")


def test_those_who_did_it_are_nobody_elsewhere() -> None:
    text = (
        "Those who stormed the Kenyan parliament will be tried, the minister said. The attack on the Kenyan parliament "
        "shocked everybody."
    )
    assert (None, "UNK") in attackers(text, "parliament")


MOB = "A mob attacked a convoy of pilgrims near Surat in India. A policeman was attacked with knives."


def test_the_same_word_right_before_names_the_agent() -> None:
    assert set(attackers(MOB, "policeman")) == {("IND", "CVL")}


@pytest.mark.parametrize(
    "text",
    [
        MOB.replace("A policeman", "In Lucknow a policeman"),
        MOB.replace("was attacked with knives", "was shot in the leg"),
        MOB.replace("A policeman", "Indian robbers shot a nurse. A policeman"),
    ],
)
def test_elsewhere_in_another_word_or_beside_others_it_does_not(text: str) -> None:
    assert ("IND", "CVL") not in attackers(text, "policeman")


def test_what_is_told_of_one_person_in_one_word_has_one_agent() -> None:
    text = (
        "The banker Luis Mora was extradited to the United States today. A court in Miami awaits Mora, who was "
        "extradited by the Peruvian government."
    )
    events = [e for e in wader.code(text, date="2024-05-14").events if e.event == ["COOPERATE"]]
    assert {a.code for e in events for a in e.actor} == {"PER"}
    other = wader.code(text.replace("awaits Mora", "awaits Juan Soto"), date="2024-05-14").events
    assert [(None, "UNK")] in [[(a.code, a.sector) for a in e.actor] for e in other if e.event == ["COOPERATE"]]


OWN = "FARC guerrillas attacked army positions in Cauca on Monday, and two rebels were killed."


def test_who_attacks_does_not_kill_his_own() -> None:
    assert set(attackers(OWN, "rebels")) == {("COL", "MIL")}


def test_but_where_it_is_told_that_he_does() -> None:
    text = "Colombian soldiers shot two soldiers by mistake in Cauca on Monday."
    assert set(attackers(text, "soldiers")) == {("COL", "MIL")}


@pytest.mark.parametrize(
    ("things", "sector"), [("Army helicopters", "MIL"), ("Navy ships", "MIL"), ("Police vans", "COP")]
)
def test_what_is_called_by_its_force_acts_for_it(things: str, sector: str) -> None:
    assert attackers(f"{things} fired on a hamlet in Guatemala on Monday.", "hamlet") == [("GTM", sector)]


def test_what_anybody_may_have_acts_for_nobody() -> None:
    assert attackers("Attack helicopters fired on a hamlet in Guatemala on Monday.", "hamlet") == [(None, "UNK")]
