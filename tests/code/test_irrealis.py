"""What is told as done and what is only wanted, imagined, asked or attempted; what is no use of force at all."""

import pytest

from tests.code.conftest import Code, words


@pytest.mark.parametrize(
    ("text", "category", "status"),
    [
        ("If the bailiff shouted at me, I’d attack the mayor.", "ASSAULT", "hypothetical"),
        ("It is difficult to hold a dialogue with the rebels.", "CONSULT", "hypothetical"),
        ("The order to kill the nuns was given by the colonel.", "ASSAULT", "hypothetical"),
        ("Did Chad attack the port?", "ASSAULT", "hypothetical"),
        ("Why did Chad attack the port?", "ASSAULT", "happened"),
        ("The general said Chad would answer the rebels by bombing their camps.", "ASSAULT", "planned"),
        ("A crackdown on the rebels is likely this week.", "COERCE", "planned"),
        ("An attack on Chad would hurt the economy.", "ASSAULT", "hypothetical"),
        ("The attack on Chad could hurt the economy.", "ASSAULT", "happened"),
        ("The bills allow the arrest of protesters.", "COERCE", "hypothetical"),
        ("Chad will attack the rebels, adding that it had met the bishops.", "CONSULT", "happened"),
        ("Chad is going to attack the rebels.", "ASSAULT", "planned"),
        ("The soldiers went so far as to shoot the nuns.", "ASSAULT", "happened"),
        ("The soldiers would go so far as to shoot the nuns.", "ASSAULT", "hypothetical"),
        ("The soldiers went to the port to shoot the nuns.", "ASSAULT", "planned"),
        ("The mayor plans to resign after having condemned the army.", "ACCUSE", "happened"),
        ("The mayor plans to condemn the army.", "ACCUSE", "planned"),
        ("The rights upheld by the king protect the nuns.", "SUPPORT", "happened"),
        ("The plot would include the murder of two bishops.", "ASSAULT", "hypothetical"),
        ("The plot included the murder of two bishops.", "ASSAULT", "happened"),
        ("The minister announced a plan for the arrest of the rebels.", "COERCE", "planned"),
        ("The general is liable to attack the port.", "ASSAULT", "hypothetical"),
        ("The nuns stored bread in case of an attack on the port.", "ASSAULT", "hypothetical"),
        ("In the case of the attack on the port, two men were heard.", "ASSAULT", "happened"),
        ("The bishops met the king to condemn the army.", "ACCUSE", "happened"),
        ("The bishops will meet the king to condemn the army.", "ACCUSE", "planned"),
        ("The rebels may be compelled to bomb the port.", "ASSAULT", "hypothetical"),
        ("The rebels will manage to bomb the port.", "ASSAULT", "planned"),
        ("The rebels managed to bomb the port.", "ASSAULT", "happened"),
        ("The miners threatened a strike in case the police arrested their leaders.", "COERCE", "hypothetical"),
        ("In the end the police arrested their leaders.", "COERCE", "happened"),
        ("The bishop spoke of the spectre of a raid on the port.", "ASSAULT", "hypothetical"),
        ("The bishop spoke of the raid on the port.", "ASSAULT", "happened"),
        ("The bishop claimed that the army is to blame for the drought.", "ACCUSE", "happened"),
        ("The nun went to Lima to file a complaint about being beaten by soldiers.", "ASSAULT", "happened"),
        ("The soldiers went to Lima to beat the nun.", "ASSAULT", "planned"),
        ("The army wishes to thank the bishops.", "SUPPORT", "happened"),
        ("The army will thank the bishops.", "AGREE", "planned"),
        ("Police want to clear up the killing of two guards by rebels.", "ASSAULT", "happened"),
        ("The rebels managed to free the prisoners.", "RETREAT", "happened"),
        ("Chad was forced to release the prisoners.", "RETREAT", "happened"),
        ("The army tried to assassinate the bishop.", "ASSAULT", "happened"),
        ("The rebels tried to release the prisoners.", "RETREAT", "hypothetical"),
        ("We would like to thank the king.", "SUPPORT", "happened"),
        ("The minister stopped short of accusing Chad.", "ACCUSE", "denied"),
        ("The ministers of Chad and Mali are meeting next week.", "AGREE", "planned"),
        ("The ministers of Chad and Mali are meeting in Oslo.", "CONSULT", "ongoing"),
        ("An announcement that the party would endorse the governor came last.", "AGREE", "planned"),
        ("Nobody knew who had planned the murder of the bishop.", "ASSAULT", "happened"),
        ("Chad has planned the bombing of the port.", "ASSAULT", "planned"),
        ("The king's promise to rebels who would attack the town angered the army.", "ASSAULT", "hypothetical"),
        ("Should Chad attack the port, Mali will help the rebels.", "ASSAULT", "hypothetical"),
        ("Talks between Chad and Mali will take place in Oslo on Monday.", "AGREE", "planned"),
        ("The meeting between Chad and Mali will be on Monday.", "AGREE", "planned"),
        ("There will be talks between Chad and Mali.", "AGREE", "planned"),
        ("Talks between Chad and Mali are to take place in Oslo.", "AGREE", "planned"),
        ("The visit of the Malian president to Chad will last three days.", "AGREE", "planned"),
        ("Talks between Chad and Mali may take place in Oslo.", "CONSULT", "hypothetical"),
        ("Talks between Chad and Mali took place in Oslo.", "CONSULT", "happened"),
        ("Talks between Chad and Mali did not take place.", "CONSULT", "denied"),
        ("The summit between Chad and Mali will not happen.", "REJECT", "happened"),
        ("A protest by nurses against the ministry will take place on Monday.", "PROTEST", "planned"),
        ("The killing of two officers will not be in vain, the minister said.", "ASSAULT", "happened"),
        ("The attack by Chad on Mali should never happen again.", "ASSAULT", "happened"),
        ("The talks between Chad and Mali last week will focus minds.", "CONSULT", "happened"),
        ("Monday's talks between Chad and Mali will help both economies.", "CONSULT", "happened"),
    ],
)
def test_status_of_what_may_not_be(code: Code, text: str, category: str, status: str | None) -> None:
    found = [c.status for c in code(text) if c.category == category]
    assert found[:1] == ([status] if status else found[:1]), [(c.category, c.rules) for c in code(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Had the police arrested the rioters, nobody would have been killed.",
        "The minister does not want to attack the rebels.",
        "There was no need for the government to attack the teachers.",
        "The army has no plan to attack the rebels.",
        "The envoy hopes to prevent clashes between rebels and the army.",
    ],
)
def test_what_is_not_to_be_is_no_event(code: Code, text: str) -> None:
    assert [c for c in code(text) if c.category == "ASSAULT"] == []


def test_unreadiness_is_a_refusal(code: Code) -> None:
    assert [c.category for c in code("The bishop said he was not ready to support the president.")] == ["REJECT"]


def test_a_subjunctive_is_the_content_of_its_demand(code: Code) -> None:
    assert [c.category for c in code("The union demanded that the rebels be disarmed.")] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Police foiled a plot to bomb the embassy.", []),
        ("Troops thwarted an attempt by militants to kidnap the minister.", ["militants"]),
    ],
)
def test_a_foiled_plot_is_the_plotters(code: Code, text: str, actor: list[str]) -> None:
    found = [c for c in code(text) if c.category == "ASSAULT"]
    assert [(c.status, words(c.actor, text)) for c in found] == [("denied", actor)]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The army of Chad shelled Zinder on Monday, killing five people.", ["Zinder"]),
        ("Gunmen opened fire on the convoy, wounding two policemen.", ["two policemen"]),
        ("Rebels attacked a police station, killing four officers and wounding six.", ["police station"]),
    ],
)
def test_deaths_are_the_result_of_their_attack(code: Code, text: str, recipient: list[str]) -> None:
    found = [c for c in code(text) if c.category == "ASSAULT"]
    assert [words(c.recipient, text) for c in found] == [recipient]


def test_an_attack_that_kills_beside_another_stands(code: Code) -> None:
    text = "Rebels attacked the barracks and killed two nuns in the village."
    assert len([c for c in code(text) if c.category == "ASSAULT"]) == 2


def test_talks_that_collapse_are_told_once(code: Code) -> None:
    assert [c.category for c in code("The talks between Peru and Chile collapsed on Friday.")] == ["SANCTION"]


def test_a_denial_is_not_the_refusal_of_what_is_denied(code: Code) -> None:
    found = {c.category: c for c in code("The governor denied that his police attacked the students.")}
    assert found["REJECT"].mode == []
    assert found["ASSAULT"].status == "denied"


def test_who_says_that_he_did_not_denies(code: Code) -> None:
    text = "The general said his army was ready. The army said it did not shell the village."
    assert [(c.category, c.status, c.recipient) for c in code(text)][-1:] == [("REJECT", "happened", [])]
    assert [c.category for c in code("The army said rebels did not attack the village.")] == ["ASSAULT"]


def test_who_comes_under_criticism_is_criticised(code: Code) -> None:
    text = "The minister came under criticism from the opposition."
    found = [(c.category, words(c.actor, text), words(c.recipient, text)) for c in code(text)]
    assert found == [("ACCUSE", ["opposition"], ["minister"])]


@pytest.mark.parametrize(
    ("text", "category", "status"),
    [
        ("The envoy may object to Chad's request for troops.", "REQUEST", "happened"),
        ("The rebels are expected to repeat their demand for talks with the king.", "REQUEST", "planned"),
        ("The miners left the town to rest after meeting the king.", "CONSULT", "happened"),
        ("The miners want to leave the town after meeting the king.", "AGREE", "planned"),
        ("The army may help the villagers treated by the nurses of Chad.", "AID", "happened"),
        ("Aides of both talked before the senator endorses the governor.", "AGREE", "planned"),
        ("Aides of both talked before the senator endorsed the governor.", "SUPPORT", "happened"),
        ("The king is wanted in Chad for defying the court.", "REJECT", "happened"),
        ("The king wanted to defy the court.", "REJECT", "planned"),
        ("The strikes seek to change the law.", "ASSAULT", "happened"),
        ("The rebels seek to attack the capital.", "ASSAULT", "planned"),
        ("Chad is to open an inquiry into the killing of the bishop.", "ASSAULT", "happened"),
        ("The army will take part in the attack on the town.", "ASSAULT", "planned"),
        ("The mayor suggested the king's refusal to meet the rebels could shame him.", "REJECT", "happened"),
        ("The king may announce his refusal to meet the rebels.", "REJECT", "hypothetical"),
        ("The foiled attack on the barracks angered the general.", "ASSAULT", "denied"),
        ("The failed attack on the barracks angered the general.", "ASSAULT", "happened"),
        ("There were no arrests or beatings of students in Chad.", "ASSAULT", "denied"),
        ("There were no arrests but beatings of students in Chad.", "ASSAULT", "happened"),
    ],
)
def test_what_was_done_for_all_that_stands_above_it(code: Code, text: str, category: str, status: str) -> None:
    assert [c.status for c in code(text) if c.category == category][-1:] == [status]


def test_promises_to_each_other(code: Code) -> None:
    assert [c.category for c in code("The two sides promised each other cooperation.")] == ["AGREE"]


@pytest.mark.parametrize(
    "text",
    [
        "Two killed in mishap: two villagers were killed when a bus turned turtle near the bridge.",
        "Three students were injured when a truck skidded off the road and a wall fell on them.",
        "In the film, the heroine was attacked by her brothers before the final scene.",
        "The nomination battle between Senator Hale and the party drags on before the election.",
    ],
)
def test_accidents_fiction_and_contests_are_no_assault(code: Code, text: str) -> None:
    assert [c for c in code(text) if c.category == "ASSAULT"] == []


def test_force_beside_an_accident_stands(code: Code) -> None:
    text = "Two guards were killed by a landmine when a bus turned turtle near the bridge."
    assert [c.category for c in code(text)] == ["ASSAULT"]


def test_an_attack_with_words_is_criticism(code: Code) -> None:
    text = "The candidate answered recent attacks from the senator before the election."
    assert "ASSAULT" not in [c.category for c in code(text)]
