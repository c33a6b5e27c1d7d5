"""Who stands by what is told, and what its words alone decide, through the public door with the packaged encoder."""

from __future__ import annotations

import pytest

import wader
from wader.records import Event


def events(text: str) -> list[Event]:
    return wader.code(text, date="2019-03-04").events


def names(text: str, role: str, category: str = "") -> list[str]:
    found = [e for e in events(text) if category in ("", e.event[0])]
    return [a.entity_text or "" for e in found for a in getattr(e, role)]


def categories(text: str) -> list[str]:
    return [e.event[0] for e in events(text)]


@pytest.mark.parametrize(
    ("text", "category", "bystander"),
    [
        ("The words of the Kenyan minister were read by several bishops as a threat of violence against the union.",
         "THREATEN", "bishops"),
        ("Kenya's ministers have been at odds with Odinga over his silence when asked to denounce the Shabab.",
         "REQUEST", "Odinga"),
        ("John Otieno and Mary Wanjiru, the parents of two Kenyans killed in the raid on Lamu, have sued the ministry.",
         "ASSAULT", "Wanjiru"),
        ("Within two days of the outbreak of violence in Lamu the Kenyan army came and was deployed in the port.",
         "ASSAULT", "army"),
        ("Kenya said on Monday that the Somali council's paper threatening sanctions on the miners was unfair.",
         "THREATEN", "Kenya"),
    ],
)  # fmt: skip
def test_who_takes_it_so_or_comes_later_does_nothing(text: str, category: str, bystander: str) -> None:
    assert not any(bystander in name for name in names(text, "actor", category))


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("The bishop of Lamu met them to discuss Kenya's longest strike.", "CONSULT", "Kenya"),
        ("The mayor said that the town had learnt much from the riots of last year.", "PROTEST", "town"),
        ("Sudan demanded that the Eritrean port be opened.", "REQUEST", "Eritrean"),
        ("A Kenyan judge has dismissed all claims against the port authority over the raid.", "REJECT", "port"),
    ],
)
def test_of_whom_something_else_is_said_it_is_not_done_to(text: str, category: str, other: str) -> None:
    assert not any(other in name for name in names(text, "recipient", category))


def test_who_can_turn_a_threat_away_is_threatened() -> None:
    text = "The premier of Norway is threatening to close the tunnel unless Sweden pays a toll."
    assert names(text, "recipient", "THREATEN") == ["Sweden"]


@pytest.mark.parametrize(
    ("text", "category", "other"),
    [
        ("Sudan is prepared to halt army operations in the Kordofan region if rebels leave two wells, government "
         "envoys said Wednesday.", "AGREE", "THREATEN"),
        ("Chad disliked the resolution, but said it would comply with the ruling of the United Nations.",
         "AGREE", "REJECT"),
        ("The Kenyan governor promised tough action against policemen who had taken bribes.", "THREATEN", "AGREE"),
        ("Scottish soldiers were leaving their base in Basra to move towards the delta.", "MOBILIZE", "RETREAT"),
    ],
)  # fmt: skip
def test_words_decide(text: str, category: str, other: str) -> None:
    found = categories(text)
    assert category in found and other not in found


def test_what_a_bill_forbids_it_does_not_threaten() -> None:
    assert "THREATEN" not in categories("The senator's bill would prohibit the president from waiving any sanctions.")


def test_where_troops_live_is_no_deployment() -> None:
    text = "The envoy will talk with the herdsmen and with the navy units stationed in the two ports of Kenya."
    assert "MOBILIZE" not in categories(text)


def test_an_attack_in_a_speech_is_criticism() -> None:
    text = "Speaking at the congress, the opposition leader Raila Odinga focused his attack on the government of Kenya."
    assert "ASSAULT" not in categories(text)


def test_what_others_are_said_to_think_is_no_act() -> None:
    assert categories("The premier of Chad also asserted that unnamed generals agree with him.") == []


def test_of_what_somebody_is_comes_before_his_name() -> None:
    text = "White House hopeful Jane Holroyd has waded into the debate, throwing her weight behind Obama's plan."
    assert not any(name == "White House" for name in names(text, "actor", "SUPPORT"))


def test_engineers_that_rebels_seize_are_abducted() -> None:
    found = events("Nairobi protested against the seizure by Somali insurgents of two Kenyan engineers at the dam.")
    assert [e.mode for e in found if e.event[0] == "ASSAULT"] == [["abduct"]]


def test_what_struck_a_town_is_no_criticism() -> None:
    found = events("Mombasa attacks test Odinga's strategy.")
    assert all(e.event[0] == "ASSAULT" and not any("Odinga" in (a.entity_text or "") for a in e.recipient)
               for e in found)  # fmt: skip


@pytest.mark.parametrize("word", ["together with", "along with", "alongside"])
def test_who_is_killed_with_others_is_no_killer(word: str) -> None:
    found = [e for e in events(f"Two Kenyan cooks were killed {word} the Somali monks on Monday in the raid.")
             if e.event[0] == "ASSAULT"]  # fmt: skip
    assert not any("monks" in (a.entity_text or "") for e in found for a in e.actor)
    assert any("monks" in (a.entity_text or "") for e in found for a in e.recipient)


@pytest.mark.parametrize(
    ("text", "bystander"),
    [
        ("While the Nairobi chief had got a guard suspended for refusing to act against a mob, the Lamu chief "
         "had ordered firing at mobs in which six persons were killed.", "mobs"),
        ("However, it has been confirmed that the attacks against the Kenyan military garrisons began at about nine in "
         "the evening, and these attacks continue now at ten.", "garrisons"),
        ("A few minutes after the fighting began, the Kenyan soldiers said that the attack on the rebels had killed "
         "ten nurses.", "rebels"),
        ("The murder of magistrate Carlos Ruiz led the judges of Peru to protest and to ask for guards.", "judges"),
        ("One of them has been linked by Kenya's attorney general Mary Otieno to the murder of two nuns.", "Otieno"),
        ("The president of Kenya was very cordial and he said he hopes that Sweden and Norway will name the panel "
         "that is to investigate the murder of six nuns.", "president"),
    ],
)  # fmt: skip
def test_who_is_struck_or_moved_or_clauses_away_is_no_attacker(text: str, bystander: str) -> None:
    assert not any(bystander in name for name in names(text, "actor", "ASSAULT"))


def test_a_town_before_the_bombs_is_no_bomber() -> None:
    found = wader.code("Nine people died.", title="Moscow Car Bombs Kill Nine Nurses", date="2019-03-04").events
    assert not any(a.entity_text == "Moscow" for e in found for a in e.actor)


def test_in_a_place_nobody_named_like_it_acts() -> None:
    text = "Another guard was killed in Nueva Concepcion, where Kenyan rebels clashed with soldiers."
    assert "Kenyan rebels" in names(text, "actor", "ASSAULT")


def test_at_the_place_of_an_act_its_agent_did_the_harm() -> None:
    text = "Police opened fire in the market of Patna, where three villagers were wounded."
    assert set(names(text, "actor", "ASSAULT")) == {"Police"}


@pytest.mark.parametrize(
    ("heading", "hurt"),
    [
        ("ELEVEN POLICE KILLED, DOZENS WOUNDED IN KENYA CAR BOMB ATTACK.", "ELEVEN POLICE"),
        ("Six soldiers killed, dozens wounded in Kenya bomb attack.", "Six soldiers"),
    ],
)
def test_whom_a_heading_within_the_page_counts_is_the_victim(heading: str, hurt: str) -> None:
    text = f"The Senate met in Ottawa. {heading} The wind was mild."
    told = names(text, "recipient", "ASSAULT")
    assert [told[0], *(name.lower() for name in told[1:])] in ([hurt], [hurt, "dozens"])
    assert {a.sector for e in events(text) if e.event == ["ASSAULT"] for a in e.actor} == {"UNK"}
