"""Whom an act is done to, and who is its second party, through the public door with the packaged encoder."""

from __future__ import annotations

import pytest

import wader
from tests.code.test_bystanders import names


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
        ("The demonstrators in Lamu marched but were stopped at once by the Kenyan police.", "PROTEST", "police"),
    ],
)  # fmt: skip
def test_to_whom_something_else_happens_is_no_recipient(text: str, category: str, other: str) -> None:
    assert other not in recipients(text, category)


@pytest.mark.parametrize(
    ("text", "category", "partner"),
    [
        ("The Kenyan minister has rejected all possibilities of a dialogue with the rebels.", "REJECT", "rebels"),
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
