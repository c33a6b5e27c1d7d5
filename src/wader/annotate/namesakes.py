"""Names of peoples, towns and groups that are only part of somebody's or something's longer name."""

from __future__ import annotations

from collections.abc import Mapping

from wader.annotate.entity_words import GROUPS
from wader.annotate.names import Hit, Words
from wader.knowledge.actors import NON_STATES, Actors
from wader.knowledge.roles import Roles

_SHARED = frozenset(["demonym", "ethnic", "subnational", "capital"])
"""Kinds of names that persons bear too."""


def is_stray(words: Words, hit: Hit, codes: Mapping[str, int]) -> bool:
    """A short acronym that names a group of a country which the page does not speak of: "UP" is no union there."""
    entry, text = hit.entry, words.word[hit.i]
    if is_end_of_name(words, hit, codes) or is_initials(words, hit):
        return True
    foreign = entry.code not in NON_STATES and entry.code not in codes
    if entry.ambiguous == "word" and hit.j - hit.i == 1 and entry.kind in GROUPS and foreign and not text.isupper():
        return True  # "Labor" is a party in some states only
    limit = 3 if entry.kind in ("party", "criminal group", "company") else 2
    if entry.entry.startswith("groups.csv"):
        limit = 5  # not of the well-known ones, which lists written by hand have
    if hit.j - hit.i > 1 or not text.isupper() or len(text) > limit or entry.code is None:
        return False
    return entry.kind in GROUPS and all(e.code not in codes for e in hit.entries)


def is_initials(words: Words, hit: Hit) -> bool:
    """Whether a province's name stands in capitals before a noun where nothing else does: "SWAT officers"."""
    if hit.entry.kind != "subnational" or hit.j - hit.i > 1 or words.capitals or words.tag is None:
        return False
    text, after, name = words.word[hit.i], words.word[hit.j : hit.j + 1], hit.entry.name
    shouted = text.isupper() and len(text) > 2 and name != text == name.upper()
    return shouted and bool(after) and after[0].islower() and words.tag[hit.j].startswith("NN")


def is_end_of_name(words: Words, hit: Hit, codes: Mapping[str, int]) -> bool:
    """Whether a group of a country that the page does not speak of (``codes``: it does) is but the end of a longer
    name: a "Christian People's Movement" is not the People's Movement of another state."""
    listed = hit.entry.entry.startswith("groups.csv") and hit.j - hit.i > 1
    if not listed or not hit.i or not codes or hit.entry.code in codes or words.tag is None:
        return False
    before = words.word[hit.i - 1][:1]
    return words.tag[hit.i - 1].startswith(("JJ", "NN")) and (before.isupper() or words.small)


def is_part_of_name(words: Words, hit: Hit, roles: Roles, actors: Actors) -> bool:
    """Whether one word is somebody's name rather than a people or place: behind a given name or two unknown names
    ("Partha Roy Burman"), between a role and a name ("reporter German Ortiz")."""
    i, tags = hit.i, words.tag
    if tags is None or hit.j - i > 1 or hit.entry.kind not in _SHARED or i == 0:
        return False
    if words.headline or words.capitals or not tags[i].startswith(("NNP", "JJ")):
        return False

    def unknown(k: int) -> bool:
        word = words.word[k]
        named = tags[k] == "NNP" and word[:1].isupper() and word[1:].islower()
        return named and roles.longest_ending(words.lemma, k) is None

    if hit.entry.kind == "demonym":
        title = roles.longest_ending(words.lemma, i - 1)
        called = title is not None and title[1].kind == "person" and tags[i - 1] in ("NN", "NNP")
        return called and i + 1 < len(tags) and unknown(i + 1)
    if actors.gender(words.word[i - 1]) is not None:
        return tags[i] == "NNP"
    return tags[i] == "NNP" and hit.entry.kind != "capital" and i > 1 and unknown(i - 1) and unknown(i - 2)
