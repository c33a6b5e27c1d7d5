"""Whom the rule of roles chooses, over chances that are given."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from wader.code.casting import ROLES, Cast, Party, cast, features, rated
from wader.knowledge import load
from wader.records import Mention

chances = st.floats(0.01, 0.99)


def party(token: int, slot: str | None = None, actor: float = 0.5, stance: str = "active before") -> Party:
    return Party(token, Mention(token, token + 1, token, "read"), slot, None, actor, 0.5, stance)


def tokens(chosen: list[tuple[Party, float]]) -> list[int]:
    return [p.token for p, _ in chosen]


def test_all_sure_ones_are_chosen_and_else_the_likeliest() -> None:
    parties = [party(0), party(1), party(2)]
    chosen = cast(parties, {"actor": [0.9, 0.8, 0.1], "recipient": [0.05, 0.1, 0.4]}, 0.7, 0.3, "ACCUSE")
    assert tokens(chosen["actor"]) == [0, 1]
    assert tokens(chosen["recipient"]) == [2]
    chosen = cast(parties, {"actor": [0.9, 0.8, 0.1], "recipient": [0.05, 0.1, 0.2]}, 0.7, 0.3, "ACCUSE")
    assert tokens(chosen["recipient"]) == []


def test_the_likeliest_is_not_who_has_the_other_role() -> None:
    parties = [party(0), party(1)]
    chosen = cast(parties, {"actor": [0.6, 0.1], "recipient": [0.5, 0.45]}, 0.7, 0.3, "ACCUSE")
    assert (tokens(chosen["actor"]), tokens(chosen["recipient"])) == ([0], [1])


def test_nobody_does_it_to_himself() -> None:
    two = {"actor": [0.8, 0.1], "recipient": [0.9, 0.2]}
    assert tokens(cast([party(0), party(1)], two, 0.7, 0.3, "ACCUSE")["actor"]) == []
    met = cast([party(0), party(1)], two, 0.7, 0.3, "CONSULT")
    assert tokens(met["actor"]) == [0]
    assert tokens(met["recipient"]) == []


@given(st.lists(st.tuples(chances, chances), max_size=6), st.floats(0.5, 0.9), st.floats(0.1, 0.5))
def test_choice_holds_its_bounds(given_chances: list[tuple[float, float]], sure: float, least: float) -> None:
    parties = [party(k) for k in range(len(given_chances))]
    by_role = {role: [pair[k] for pair in given_chances] for k, role in enumerate(ROLES)}
    chosen = cast(parties, by_role, sure, least, "ASSAULT")
    for role in ROLES:
        assert all(chance >= min(sure, least) for _, chance in chosen[role])
        assert len(chosen[role]) <= 1 or all(chance >= sure for _, chance in chosen[role])
    assert not set(tokens(chosen["actor"])) & set(tokens(chosen["recipient"]))


def test_those_who_are_listed_together_share_a_role() -> None:
    listed = [replace(party(k, "subj"), first=0) for k in range(3)]
    given = {"actor": [0.9, 0.05, 0.01], "recipient": [0.0, 0.0, 0.0]}
    assert tokens(cast(listed, given, 0.7, 0.3, "ACCUSE")["actor"]) == [0, 1]
    assert tokens(cast([replace(p, first=-1) for p in listed], given, 0.7, 0.3, "ACCUSE")["actor"]) == [0]


def test_all_with_whom_something_is_done_take_part() -> None:
    given = {"actor": [0.9, 0.8, 0.02], "recipient": [0.0, 0.0, 0.0]}
    listed = [replace(party(k, "with"), first=1) for k in (1, 2)]
    met = cast([party(0, "subj"), *listed], given, 0.7, 0.3, "CONSULT")
    assert (tokens(met["actor"]), tokens(met["recipient"])) == ([0], [1, 2])
    talks = [replace(p, stance="noun with") for p in listed]
    assert tokens(cast([party(0, "light"), *talks], given, 0.7, 0.3, "CONSULT")["actor"]) == [0, 1, 2]


def test_who_is_barred_from_a_role_has_no_chance() -> None:
    barred = replace(party(0, "subj", actor=0.98), barred=frozenset(("actor",)))
    assert rated([barred], "actor", "ACCUSE", load().coder.actor) == [0.0]


def test_the_packaged_weights_follow_syntax_and_encoder() -> None:
    """The same party is likelier an actor where a slot of the lexicon holds it, and where the encoder says so."""
    weights = load().coder.actor
    plain, held, said = (
        rated([party(0, slot, actor=chance)], "actor", "ACCUSE", weights)[0]
        for slot, chance in ((None, 0.5), ("subj", 0.5), (None, 0.95))
    )
    assert plain < held
    assert plain < said
    by, of = (
        rated([party(0, stance=stance)], "actor", "ASSAULT", weights)[0]
        for stance in ("passive by", "passive subject")
    )
    assert of < by
    assert features([], "actor", "ACCUSE") == []


def beside_doer(category: str, slot: str, stance: str) -> Cast:
    """Who is chosen of a sure doer and of one whom only a slot tells."""
    doer = replace(party(0, "subj"), first=0)
    other = replace(party(1, stance=stance), as_recipient=slot, recipient=0.05, first=1)
    return cast([doer, other], {"actor": [0.9, 0.01], "recipient": [0.01, 0.05]}, 0.7, 0.3, category)


def test_a_slot_alone_says_whose_conduct_is_criticised_and_whose_summit_is_attended() -> None:
    for category, slot, stance in (
        ("ACCUSE", "obj: poss", "passive behind"),
        ("ACCUSE", "subj", "active subject"),
        ("CONSULT", "obj.compound", "active behind"),
        ("COERCE", "from", "active from"),
    ):
        chosen = beside_doer(category, slot, stance)
        assert (tokens(chosen["actor"]), tokens(chosen["recipient"])) == ([0], [1]), category


def test_other_slots_need_the_encoder_too() -> None:
    for category, slot, stance in (
        ("ACCUSE", "obj.in", "active behind"),
        ("CONSULT", "in", "active in"),
        ("COERCE", "in", "active in"),
        ("REQUEST", "obj.of", "active behind"),
    ):
        chosen = beside_doer(category, slot, stance)
        assert tokens(chosen["recipient"]) == [], category
