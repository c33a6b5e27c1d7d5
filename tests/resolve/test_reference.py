"""Who speaks where nobody is named, and whom the syntax of a clause gives to a pronoun or keeps from it."""

from __future__ import annotations

from tests.code.test_speech import coded
from tests.parsing import annotated
from tests.resolve.test_coreference import names, resolved
from wader.records import Actor


def kinds(found: list[Actor]) -> list[tuple[str | None, str | None]]:
    return [(a.code, a.sector) for a in found]


BROADCAST = (
    "Our forces attacked the barracks in Ayacucho, Peru, at dawn. We killed the enemy's sentries. "
    "Shining Path will not lay down its arms while the fascist dictatorship and its imperialist masters starve Peru."
)


def test_who_fights_the_regime_is_the_armed_group_that_the_page_names() -> None:
    page = annotated(BROADCAST)
    assert kinds(resolved(page, "We")) == [("PER", "REB")]
    assert kinds(resolved(page, "Our forces")) == [("PER", "REB")]


def test_the_enemy_of_rebels_is_the_army() -> None:
    text = BROADCAST + " We shelled the enemy."
    assert kinds(resolved(annotated(text), "the enemy", 1)) == [("PER", "MIL")]


def test_who_speaks_of_terrorists_is_no_rebel() -> None:
    text = (
        "Our forces attacked the camp in Ayacucho, Peru, at dawn. We killed two terrorists. "
        "The terrorists of Shining Path are criminals and will not overthrow the regime."
    )
    assert ("PER", "REB") not in kinds(resolved(annotated(text), "We"))


def test_a_communique_is_whose_it_says_to_be() -> None:
    text = (
        "The Peruvian armed forces hereby inform the public of the fighting in Ayacucho. The road is closed. "
        "The bridge is damaged. We urge the residents to stay at home."
    )
    assert kinds(resolved(annotated(text), "We")) == [("PER", "MIL")]


def test_a_ruler_speaks_of_his_administration() -> None:
    text = "My fellow citizens, peace has come to Peru. In the years of my administration we asked the people for help."
    assert kinds(resolved(annotated(text), "we")) == [("PER", "GOV")]


def test_who_breaks_off_relations_rules() -> None:
    text = "Peru has been patient. On Monday we will recall our ambassador. We ask the people of Peru for calm."
    assert kinds(resolved(annotated(text), "We")) == [("PER", "GOV")]


def test_a_speaker_says_what_he_is() -> None:
    text = "It is an honour to be here in my capacity as president of Peru. We thank the farmers of Chile."
    assert kinds(resolved(annotated(text), "We")) == [("PER", "GOV")]
    text = "Peru is calm tonight. I, a soldier of this land, know the enemy's plans. We thank the farmers."
    assert kinds(resolved(annotated(text), "We")) == [("PER", "MIL")]
    text = 'Peru is calm tonight. The senator smiled: "I, a soldier of this land, am old." We thank the farmers.'
    assert ("PER", "MIL") not in kinds(resolved(annotated(text), "We", 0))


def test_a_statement_goes_on_while_it_says_we() -> None:
    text = (
        "The Peruvian armed forces express their thanks to the people. They have helped us. The roads are open. "
        "We are ready. The bridges are open. We thank the press too."
    )
    assert kinds(resolved(annotated(text), "We", 1)) == [("PER", "MIL")]


def test_a_text_that_is_one_quotation_is_its_authors() -> None:
    text = (
        '"The dictatorship of Peru has bombed the villages of Ayacucho. The genocidal army spares nobody.\n'
        '"Shining Path will win. We call on the Red Cross to come."'
    )
    assert kinds(resolved(annotated(text), "We")) == [("PER", "REB")]


def test_a_label_may_say_in_which_language_somebody_speaks() -> None:
    text = (
        "Interior Minister Hugo Salas of Peru met reporters. (reporter, in English) What now? "
        "(Salas, in English) We will not free the prisoners."
    )
    assert names(resolved(annotated(text), "We")) == ["Hugo Salas"]


def test_a_lone_label_before_what_was_recorded_says_who_speaks() -> None:
    text = (
        "Interior Minister Hugo Salas Pardo of Peru met reporters. The talks went on. "
        "(begin recording) (Salas) We will not free the prisoners."
    )
    assert names(resolved(annotated(text), "We")) == ["Hugo Salas Pardo"]


def test_who_demands_is_not_who_is_to_do_it() -> None:
    text = "The guerrillas wrote to the mayors of six towns in Peru, demanding that they resign."
    assert kinds(resolved(annotated(text), "they")) == [("PER", "GOV")]


def test_who_is_criticised_owns_what_it_was_for() -> None:
    text = "President Luis Vega criticised Senator Amos Wako over his call for a strike."
    assert names(resolved(annotated(text), "his")) == ["Amos Wako"]


def test_who_is_urged_to_say_it_is_they() -> None:
    text = "The ministers urged the farmers to say they oppose the tax in Peru."
    assert kinds(resolved(annotated(text), "they")) == [("PER", "AGR")]


def test_none_of_those_with_whom_they_spoke_are_they() -> None:
    text = "The nurses were freed by the rebels, with whom they had talked for two days in Peru."
    assert kinds(resolved(annotated(text), "they")) == [("PER", "MED")]


def test_the_dead_are_tried_no_more() -> None:
    text = (
        "Police in Lima arrested Hugo Salas, a drug trafficker, on Monday. "
        "After Senator Luis Vega's assassination, a court in Lima tried him."
    )
    assert names(resolved(annotated(text), "him")) == ["Hugo Salas"]


def test_who_hits_the_officer_is_not_the_officer() -> None:
    text = "A farmer was shot by a soldier in Lima after he tried to hit the soldier."
    assert kinds(resolved(annotated(text), "he")) == [("PER", "AGR")]


def test_who_is_written_to_is_asked() -> None:
    text = "The Peruvian attorney general said he sent a letter to Bishop Amos Wako asking him to mediate."
    assert names(resolved(annotated(text), "him")) == ["Amos Wako"]


def test_pupils_who_complain_to_teachers_are_not_these() -> None:
    text = "The headmasters were pressed by the students in Lima, who had complained to them about the fees."
    assert kinds(resolved(annotated(text), "them")) == [("PER", "EDU")]


def test_the_party_and_the_group_are_the_body_named_before() -> None:
    text = "Police in Lima killed six guerrillas on Monday. Officers had intercepted the group at a bridge."
    assert kinds(resolved(annotated(text), "the group")) == [("PER", "REB")]


def test_the_house_is_whose_home_was_told_of() -> None:
    text = "Gunmen drove to the senator's home in Lima. They opened fire on the house."
    assert kinds(resolved(annotated(text), "the house")) == [("PER", "LEG")]


def test_on_the_other_side_is_nobody() -> None:
    text = "China lobbied on the other side for its position in Peru."
    assert resolved(annotated(text), "the other side") == []


def test_who_added_is_who_was_quoted_before() -> None:
    text = (
        'Talks on the port failed in Lima. "I trust our courts," President Luis Vega said on Monday.\n\n'
        '"Ports are hard to run," he added. "We accuse Chile of theft."'
    )
    accused = [e for e in coded(text) if e.event == ["ACCUSE"]]
    assert [a.identifier_text for e in accused for a in e.actor] == ["Luis Vega"]


def test_an_editor_says_whom_a_pronoun_means() -> None:
    text = "The army of Peru said it expects raids by them (the rebels) on the coast."
    assert kinds(resolved(annotated(text), "them")) == [("PER", "REB")]


def test_who_only_ends_a_quotation_is_outside_of_it() -> None:
    text = (
        'Senator Luis Vega met Amos Wako in Lima. "The mayor sold the port. President Hugo Salas knew it," he said. '
        "He accused the mayor of theft."
    )
    assert names(resolved(annotated(text), "He")) == ["Luis Vega"]


def test_words_in_marks_that_only_call_somebody_so_are_no_speech() -> None:
    text = 'On the matter of "rebels" in the north of Peru, Colonel Luis Vega said soldiers had shot them.'
    assert kinds(resolved(annotated(text), "them")) == [("PER", "REB")]


def test_five_are_people_too() -> None:
    text = "Farmers in Peru watched. The judge sentenced five to death, convicting them of murder."
    assert [a.sector for a in resolved(annotated(text), "them")] == ["CRM"]


def test_they_are_not_the_towns_that_they_are_from() -> None:
    text = "A minister of Peru met with rebels from Cusco and Arequipa to persuade them to yield."
    assert kinds(resolved(annotated(text), "them")) == [("PER", "REB")]


def test_we_is_who_stands_beside_it() -> None:
    assert kinds(resolved(annotated("We, the farmers of Peru, reject the tax."), "We")) == [("PER", "AGR")]
    text = "On behalf of the Peruvian army, we ask for help. The road is closed. We shot two thieves."
    assert kinds(resolved(annotated(text), "We")) == [("PER", "MIL")]
    text = "The crisis in Peru goes on. With all our hearts we Bolivians feel for you. We demand talks in Peru."
    assert kinds(resolved(annotated(text), "We")) == [("BOL", "CVL")]


def test_a_group_is_of_its_leaders_kind() -> None:
    text = "The group led by drug trafficker Hugo Salas shot a judge in Peru."
    assert kinds(resolved(annotated(text), "The group led by drug trafficker Hugo Salas")) == [("PER", "CRM")]


def test_it_is_not_another_than_who_claims_it() -> None:
    text = "In a note sent to Reuters, the Kxm said that it would fight on in Peru."
    assert all(a.sector != "JRN" for a in resolved(annotated(text), "it"))


def test_states_of_a_union_are_they() -> None:
    text = "EU Member States are uneasy about the plan of Luis Vega. They resent Peru."
    assert [a.code for a in resolved(annotated(text), "They")] == ["EUR"]


def test_the_activists_are_of_both_bodies_named_together() -> None:
    text = "The marchers belonged to the Vishwa Hindu Parishad and the Indian National Congress. The activists sang."
    assert kinds(resolved(annotated(text), "The activists")) == [("IND", "REL"), ("IND", "PTY")]


def test_some_of_them_are_not_those_who_kill_them() -> None:
    text = "The guerrillas attacked a bridge in Peru. The soldiers fought back and killed four of them."
    assert kinds(resolved(annotated(text), "them")) == [("PER", "REB")]
    text = "The soldiers in Peru fled. Four of them were killed."
    assert kinds(resolved(annotated(text), "them")) == [("PER", "MIL")]


def test_who_is_told_what_he_must_do_is_he() -> None:
    text = "President Salas of Peru told General Roca that he should resign."
    assert kinds(resolved(annotated(text), "he")) == [("PER", "MIL")]
    text = "President Salas of Peru told General Roca that he would resign."
    assert kinds(resolved(annotated(text), "he")) == [("PER", "GOV")]


def test_of_whom_a_quotation_tells_does_not_speak_in_it() -> None:
    told = coded('"The police of Kenya say that we attacked them in Mombasa."')
    assert all(("KEN", "COP") not in kinds(event.actor) for event in told)
    (event,) = coded('"The police say that we attacked them," said rebel commander Ali Omar in Mombasa, Kenya.')
    assert kinds(event.actor) == [("KEN", "REB")]


def test_who_shoots_is_rather_the_killers_than_the_monks() -> None:
    text = "The monks of Peru said that the killers came at dawn. They shot the gardener."
    assert kinds(resolved(annotated(text), "They")) == [("PER", "CRM")]
    text = "The monks of Peru said that the killers came at dawn. They prayed for the gardener."
    assert kinds(resolved(annotated(text), "They")) == [("PER", "REL")]
    text = "The students of Peru said that soldiers came at dawn. They attacked the soldiers."
    assert kinds(resolved(annotated(text), "They")) == [("PER", "EDU")]
