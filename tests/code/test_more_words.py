"""Classes of words that were missed: what is joint, goods of a nation, debts in parts, cut-off networks, and the
nearest cases that they must leave alone."""

import pytest

from tests.code.conftest import Code, words


def coded(code: Code, text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(c.category, words(c.actor, text), words(c.recipient, text)) for c in code(text)]


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("Chad and Niger completed a joint survey of the lake.", "COOPERATE", ["Chad", "Niger"], None),
        ("Kenya halted imports of Ugandan milk on Monday.", "SANCTION", ["Kenya"], ["Ugandan"]),
        ("Kenya wrote off half of the debt of Somalia.", "AID", ["Kenya"], ["Somalia"]),
        ("Students occupied the library of the university.", "PROTEST", ["Students"], None),
        ("India suspended mobile internet services in the valley.", "COERCE", ["India"], None),
        ("Two battalions were ordered into the valley by the king.", "MOBILIZE", ["king"], []),
        ("Rebels rule out sharing power with government", "REJECT", ["Rebels"], None),
        ("Fijian soldiers were pulled out of Lebanon in May.", "RETREAT", ["Fijian soldiers"], ["Lebanon"]),
        ("The Fijian soldiers will be withdrawn from Lebanon.", "CONCEDE", ["Fijian soldiers"], ["Lebanon"]),
        ("Chadian tanks rolled up to the parliament.", "MOBILIZE", ["Chadian tanks"], None),
        ("Eritrea sent tanks to its border with Djibouti.", "MOBILIZE", ["Eritrea"], ["Djibouti"]),
        ("Two Chinese warships circled Taiwan.", "MOBILIZE", ["Two Chinese warships"], ["Taiwan"]),
        ("Belgian and Dutch detectives share intelligence about the gangs.", "COOPERATE", None, None),
        ("The World Bank approved a loan to Honduras.", "AID", ["World Bank"], ["Honduras"]),
        ("A batch of French rifles has been delivered to Chad.", "AID", ["French"], ["Chad"]),
        ("Blankets from Denmark reached Vanuatu on Sunday.", "AID", ["Denmark"], ["Vanuatu"]),
        ("Nurses walked out of hospitals across Kenya.", "PROTEST", ["Nurses"], None),
        ("Russia used its veto against Kosovo's membership.", "REJECT", ["Russia"], None),
        ("Jordan called Italy a trusted friend.", "SUPPORT", ["Jordan"], ["Italy"]),
        ("Spain recognises that Peru is a valued partner.", "SUPPORT", ["Spain"], ["Peru"]),
    ],
)
def test_is_told(code: Code, text: str, category: str, actor: list[str] | None, recipient: list[str] | None) -> None:
    found = coded(code, text)
    assert any(c == category and actor in (None, a) and recipient in (None, r) for c, a, r in found), found


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Ghana and Togo made a joint statement.", "COOPERATE"),
        ("The patients were withdrawn from the trial.", "RETREAT"),
        ("Spain recognises that Peru is a one-party state.", "SUPPORT"),
        ("Jordan did not call Italy a friend.", "SUPPORT"),
        ("Tourists arrived in Bangui on Friday.", "MOBILIZE"),
        ("A cruise ship circled the island.", "MOBILIZE"),
        ("The bank approved a loan to the family.", "AID"),
        ("The family walked off the ferry.", "PROTEST"),
        ("The cousins share information about the wedding.", "COOPERATE"),
        ("The couple opened a joint account.", "COOPERATE"),
        ("Kenya wrote off half of the value of the railway.", "AID"),
        ("The shop suspended its internet service for a night.", "COERCE"),
        ("The judge ordered the officer into the room.", "MOBILIZE"),
        ("Police ruled out arson.", "REJECT"),
        ("Soldiers occupied the library of the university.", "PROTEST"),
    ],
)
def test_is_left_alone(code: Code, text: str, category: str) -> None:
    assert category not in [c for c, _, _ in coded(code, text)]
