"""Whom an act is done to, and who is its second party, through the public door with the packaged encoder."""

from __future__ import annotations

import pytest

import wader
from tests.code.test_bystanders import events, names


def recipients(text: str, category: str) -> str:
    return " | ".join(names(text, "recipient", category))


@pytest.mark.parametrize(
    ("text", "category", "setting"),
    [
        ("Clashes in the Alpha, Gulu and Kitgum districts have gone on since Kenyan troops left.", "ASSAULT", "Kitgum"),
        ("The bombing occurred in Garsen, 90 km south of the Kenyan capital Nairobi.", "ASSAULT", "Nairobi"),
        ("The union leader was held in Thika while he led a protest march to Embu from Nairobi.", "PROTEST", "Nairobi"),
        ("The Kenyan president met bishops hours after Raila Odinga had gone to the coast.", "CONSULT", "Odinga"),
        ("The Kenyan army and the rebels agreed on Monday to meet in Ghana in October.", "AGREE", "Ghana"),
        ("Kenyan teachers took to the streets in several towns, including Thika and Embu.", "PROTEST", "Thika"),
        ("Kenyan police seized dozens of Ugandan-made rifles on the farm of a smuggler.", "COERCE", "Ugandan"),
    ],
)  # fmt: skip
def test_where_or_when_it_was_is_no_recipient(text: str, category: str, setting: str) -> None:
    assert setting not in recipients(text, category)


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("Kenyan rebels seized the temple in collusion with the local administration.", "COERCE", "administration"),
        ("The Kenyan judge asked for protection for the other judges.", "REQUEST", "judges"),
        ("The Kenyan senator has sent pleas for money on Odinga's behalf.", "REQUEST", "Odinga"),
        ("The Kenyan senator requested special courts, like that of Arusha, to try him.", "REQUEST", "courts"),
        ("Kenya used force against the mob to protect foreigners.", "ASSAULT", "foreigners"),
        ("The Kenyan minister denied that the guerrilla movement was divided.", "REJECT", "movement"),
        ("The Kenyan minister promises the government will help workers.", "AGREE", "government"),
        ("We, the workers of the mill, repudiate this attack on Jane Wanjiru, a journalist.", "REJECT", "Wanjiru"),
        ("Three hundred Kenyans were detained under Zola.", "COERCE", "Zola"),
        ("The Kenyan president refused to withdraw Kenyan aid for the rebels.", "REJECT", "Kenyan"),
        ("Hundreds of Kenyans gathered to rally on behalf of the Democratic Party.", "PROTEST", "Democratic"),
        ("The arrests followed immediately after the visit of Kenyan president Uhuru Kenyatta.", "COERCE", "Kenyatta"),
        ("The Kenyan general arrived in Arusha along with President Uhuru Kenyatta.", "CONSULT", "Kenyatta"),
        ("Mwangi was speaking after the Kenyan teachers' union's meeting here.", "CONSULT", "Mwangi"),
        ("Two battalions of the Kenyan police were stationed in Lamu.", "MOBILIZE", "police"),
        ("The demonstrators in Lamu marched but were stopped at once by the Kenyan police.", "PROTEST", "police"),
    ],
)  # fmt: skip
def test_to_whom_something_else_happens_is_no_recipient(text: str, category: str, other: str) -> None:
    assert other not in recipients(text, category)


@pytest.mark.parametrize(
    ("text", "category", "partner"),
    [
        ("The Kenyan minister has rejected all possibilities of a dialogue with the rebels.", "REJECT", "rebels"),
        ("Odinga told a news conference following his talks with Ugandan Foreign Minister Sam Kutesa.",
         "CONSULT", "Kutesa"),
        ("The arrests of the bishops followed the visit of the Kenyan president.", "COERCE", "bishops"),
        ("The Kenyan minister was here, and she had a meeting with Ugandan bishops.", "CONSULT", "bishops"),
        ("Kenya is to invest three billion dollars in Angola over the next ten years.", "AGREE", "Angola"),
        ("The Kenyan rebel leader surrendered before a magistrate on Tuesday.", "RETREAT", "magistrate"),
        ("Kenyan rebels lost ten men during clashes with the army.", "ASSAULT", "rebels"),
        ("The Kenyan monks were subjected to repeated attacks by rebels.", "ASSAULT", "monks"),
    ],
)
def test_the_partner_is_found_where_a_noun_has_him(text: str, category: str, partner: str) -> None:
    assert partner in recipients(text, category)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan governor, his son, and 15 farmers were killed by rebels.",
        "Kenyan rebels killed the governor, 42; his son, 20; and 15 farmers.",
    ],
)
def test_all_of_a_list_are_recipients(text: str) -> None:
    found = recipients(text, "ASSAULT")
    assert all(name in found for name in ("governor", "son", "farmers"))


def test_the_name_of_a_body_is_none_beside_it() -> None:
    found = names("Kenyan rebels are attacking Sakaba battalion positions.", "recipient", "ASSAULT")
    assert len(found) == 1
    assert "battalion" in found[0]


def test_what_somebody_is_for_is_no_party() -> None:
    text = "His strength was a sharp attack against the elites and a big-government plan promising free schools."
    assert "government" not in " ".join(names(text, "actor"))


def test_town_that_bombs_struck_is_only_where() -> None:
    found = wader.code("Car bombs strike Mogadishu, Somalia, killing ten Ugandan soldiers.", date="2019-03-04").events
    assert "Mogadishu" not in {a.entity_text for e in found for a in e.recipient}
    attacked = wader.code("Kenyan rebels attacked Mogadishu in Somalia.", date="2019-03-04").events
    assert "SOM" in {a.code for e in attacked for a in e.recipient}


def test_own_side_is_not_apologised_to() -> None:
    found = wader.code('"We made grave mistakes, and I apologise for that," Kenyan minister Ruth Odede said.').events
    assert [e.recipient for e in found if e.event[0] == "CONCEDE"] == [[]]


@pytest.mark.parametrize(
    ("text", "actor", "partner"),
    [
        ("The Kenyan minister met privately with Ugandan bishops before the vote.", "minister", "bishops"),
        ("Kenyan lawyer Mary Wanjiru said on Friday she met President Uhuru Kenyatta.", "Wanjiru", "Kenyatta"),
        ("Kenyan rebels began talks with the ministry and the African Union.", "rebels", "ministry | African Union"),
    ],
)
def test_whom_somebody_meets_is_his_partner(text: str, actor: str, partner: str) -> None:
    called = [f"{a.entity_text} {a.identifier_text}" for e in events(text) if e.event == ["CONSULT"] for a in e.actor]
    assert actor in " ".join(called)  # by name, or by a pronoun that is resolved to it
    assert recipients(text, "CONSULT").endswith(partner)


def test_those_who_meet_without_a_host_all_act() -> None:
    text = "The Kenyan minister and Ugandan bishops met in Arusha."
    assert names(text, "actor", "CONSULT") == ["Kenyan minister", "Ugandan bishops"]


def test_who_is_held_along_with_somebody_is_held() -> None:
    text = "Kenyan lawyer John Otieno was picked up by police on Monday along with Mary Wanjiru."
    assert recipients(text, "COERCE") == "Kenyan lawyer John Otieno | Mary Wanjiru"


def test_ground_that_is_taken_or_closed_off_is_its_peoples() -> None:
    assert "Kenyan" in recipients("Ugandan troops entered Kenyan territory on Saturday.", "COERCE")
    assert "hotel" in recipients("Kenyan rebels occupied the Serena hotel on Saturday.", "COERCE")
    found = wader.code("The Kenyan army declared a curfew in Kisumu town after the riots.").events
    shut = [(a.code, a.sector) for e in found if e.event[0] == "COERCE" for a in e.recipient]
    assert shut == [("KEN", "CVL")]
    assert not recipients("The Kenyan police arrested ten men in Kisumu.", "COERCE").endswith("Kisumu")


def hit(text: str) -> list[tuple[str | None, str | None]]:
    found = [e for e in wader.code(text, date="2019-03-04").events if e.event == ["ASSAULT"]]
    return [(a.code, a.sector) for e in found for a in e.recipient]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kenyan rebels blew up the main oil pipeline near Lamu.", ("KEN", "BUS")),
        ("A bomb went off outside a nightclub in Mombasa.", ("KEN", "BUS")),
        ("Kenyan rebels carried out an attack on the train near Voi.", ("KEN", "CVL")),
        ("The Kenyan army shelled two apartment blocks in Garissa on Friday.", ("KEN", "CVL")),
        ("The Kenyan rebels stepped up their sabotage against the power grid.", ("KEN", "BUS")),
    ],
)
def test_things_that_are_hit_stand_for_their_people_or_owners(text: str, party: tuple[str, str]) -> None:
    assert party in hit(text)


def test_a_side_of_a_town_is_no_thing_that_is_hit() -> None:
    assert not hit("Kenyan rebels set off a charge on the eastern side of Lamu.")


def test_a_weapon_is_no_thing_that_is_hit() -> None:
    assert not any("bomb" in name for name in names("The Kenyan rebels hurled a bomb.", "recipient", "ASSAULT"))


def test_a_bare_number_that_died_is_whom_it_was_done_to() -> None:
    assert ("KEN", "CVL") in hit("In Lamu, 97 died in firing by the Kenyan police.")
    assert not hit("The Kenyan police opened fire at 1330.")


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("The incident in which the bishop, two nuns, and farmers were killed hurt Kenya.", "bishop nuns farmers"),
        ("Kenya mourns Governor Jane Wanjiru, Judge Peter Otieno, and Senator Ruth Odede who were murdered by rebels.",
         "Wanjiru Otieno Odede"),
    ],
)  # fmt: skip
def test_a_plural_verb_has_the_whole_list_for_its_subject(text: str, all_of_them: str) -> None:
    found = recipients(text, "ASSAULT")
    assert all(name in found for name in all_of_them.split())


def test_a_singular_verb_has_the_last_one_alone() -> None:
    text = "Kenya mourns the bishop, the judge and the governor who was killed by rebels."
    assert "bishop" not in recipients(text, "ASSAULT")


def test_verbs_side_by_side_share_their_object() -> None:
    text = "The minister will fight the police who kidnap, torture and murder Kenyan farmers."
    found = [e for e in wader.code(text, date="2019-03-04").events if "kidnap" in [t.text for t in e.event_text]]
    assert [a.entity_text for e in found for a in e.recipient] == ["Kenyan farmers"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan rebels killed three nuns and wounded seven policemen.",
        "A suicide attacker detonated a bomb near a Kenyan bank, killing three nuns and wounding seven policemen.",
    ],
)
def test_all_whom_the_result_befell_are_recipients(text: str) -> None:
    found = recipients(text, "ASSAULT")
    assert "nuns" in found
    assert "policemen" in found
    assert "bank" not in found


def test_what_was_attacked_stands_before_the_results() -> None:
    found = recipients("Kenyan rebels attacked the garrison in Lamu, killing three nuns.", "ASSAULT")
    assert "garrison" in found


def test_who_clashed_with_somebody_is_no_recipient() -> None:
    assert recipients("Protesters clashed with the Kenyan police on Monday.", "ASSAULT").count("Protesters") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan rebels killed Governor Jane Wanjiru, Judge Peter Otieno, and Senator Ruth Odede.",
        "In Kenya rebels ambushed Governor Jane Wanjiru, Judge Peter Otieno, and Senator Ruth Odede near Lamu.",
    ],
)
def test_a_list_that_hangs_on_the_verb_is_the_objects(text: str) -> None:
    found = recipients(text, "ASSAULT")
    assert all(name in found for name in ("Wanjiru", "Otieno", "Odede"))


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("The crowd that Raila Odinga had gathered demands bread from the Kenyan government.", "REQUEST", "Odinga"),
        ("Kenyan councillors backed the plan to put the mine before the ministry.", "SUPPORT", "ministry"),
        ("The Kenyan senator dismissed the idea that Raila Odinga would run.", "REJECT", "Odinga"),
        ("The firms sued Uganda over the rule, which was approved by the Kenyan parliament.", "SUPPORT", "firms"),
        ("Kenya will request help to ensure that the commission is heard.", "REQUEST", "commission"),
        ("The senator called for a ban on guns and favours a Kenyan proposal.", "REQUEST", "Kenyan"),
    ],
)  # fmt: skip
def test_what_a_clause_beside_tells_of_somebody_is_not_done_to_him(text: str, category: str, other: str) -> None:
    assert other not in recipients(text, category)


def test_the_clause_of_a_thing_leaves_its_addressee() -> None:
    assert "Uganda" in recipients("Kenya sent a letter to Uganda that demanded the release of the bishop.", "REQUEST")


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Odinga, who had the backing of President Ruto, won the vote in Kenya.", "Ruto", "Odinga"),
        ("The Kenyan senator received strong backing from Uganda on Monday.", "Uganda", "senator"),
    ],
)
def test_who_has_backing_is_backed(text: str, giver: str, taker: str) -> None:
    assert giver in " ".join(names(text, "actor", "SUPPORT")) and taker in recipients(text, "SUPPORT")


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("The bishop met the Kenyan prosecutor investigating a theft and the Ugandan minister.", "ACCUSE", "minister"),
        ("Kenya vowed tough measures against what Raila Odinga called a farce.", "THREATEN", "Odinga"),
    ],
)  # fmt: skip
def test_who_stands_outside_what_is_done_does_not_suffer_it(text: str, category: str, other: str) -> None:
    assert other not in recipients(text, category)


@pytest.mark.parametrize(
    ("text", "category", "whom"),
    [
        ("Kenya voiced disappointment over the ban on foreign channels in Uganda.", "ACCUSE", "Uganda"),
        ("Kenya called for an end to Uganda's occupation of the island.", "REQUEST", "Uganda"),
        ("The Kenyan police are investigating the Ugandan minister.", "ACCUSE", "Ugandan minister"),
    ],
)
def test_whose_deed_it_is_that_is_judged_or_to_end(text: str, category: str, whom: str) -> None:
    assert whom in recipients(text, category)


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Kenyan rebels wounded nine people, including two soldiers.", "two soldiers"),
        ("Nine people were killed and 11 were wounded, including two Kenyan soldiers.", "two Kenyan soldiers"),
        ("The bishop met family members of people who were killed in a Kenyan rebel raid.", "people"),
        ("Kenyan rebels attacked the 3rd brigade headquarters and a command post.", "3rd brigade headquarters"),
        ("The Kenyan air force bombed densely populated areas.", "densely populated areas"),
    ],
)
def test_all_who_are_hit_are_its_recipients(text: str, hurt: str) -> None:
    assert hurt in recipients(text, "ASSAULT")


def test_some_of_those_hurt_are_no_attackers() -> None:
    text = "Nine people were killed and 11 were wounded, including two Kenyan policemen, in an attack at the airport."
    assert "policemen" not in " ".join(names(text, "actor", "ASSAULT"))


def test_whom_a_participle_parts_from_its_clash_has_a_side_in_it() -> None:
    text = "Army reinforcements sent to the border have clashed with former Kenyan rebel units."
    assert names(text, "actor", "ASSAULT") == ["Army reinforcements"]
    assert recipients(text, "ASSAULT") == "former Kenyan rebel units"


@pytest.mark.parametrize(
    ("text", "category", "party"),
    [
        ("The rebels have seized the town of Zambora in Mali.", "COERCE", "Zambora"),
        ("The Ghanaian minister attended the African Union summit in Addis Ababa.", "CONSULT", "African Union"),
        ("The Kenyan president attended a summit of the African Union in Addis Ababa.", "CONSULT", "African Union"),
    ],
)
def test_a_town_that_no_list_has_and_a_body_that_meets_are_recipients(text: str, category: str, party: str) -> None:
    assert party in recipients(text, category)


def test_whose_son_is_seized_is_no_recipient() -> None:
    assert "judge" not in recipients("The rebels seized the son of a judge in Mali.", "ASSAULT")


def test_a_body_whose_short_form_stands_before_its_leaders_is_no_other_party() -> None:
    text = ("after two days of talks, farabundo marti national liberation front (fmln) representatives and salvadoran "
            "government delegates agreed to set up a panel.")  # fmt: skip
    assert recipients(text, "AGREE") == ""
    assert "police" in recipients("The African National Congress (ANC) thanked the police in Durban.", "SUPPORT")
