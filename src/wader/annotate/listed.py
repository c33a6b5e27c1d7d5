"""What is said once of several names: a title before them, an apposition behind them, their party in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from wader.annotate.names import Hit, Words
from wader.annotate.runs import NameRun, Reading, share_titles
from wader.annotate.titles import Title, TitleReader
from wader.knowledge.actors import ActorEntry, Actors
from wader.knowledge.roles import RoleEntry

_LISTING = frozenset([",", "and", "&"])
_ALL = frozenset(["all", "both"])
_VERBS = frozenset(["VB", "VBD", "VBP", "VBZ", "MD"])
_PLACES = frozenset(["GPE", "LOC", "FAC"])
_WIDEST = 3
"""Most words of a party's name in brackets."""


def share(read: Reading, titles: TitleReader, actors: Actors, member: RoleEntry | None) -> None:
    """Give the names of a sentence the titles that are said of several of them."""
    share_titles(read)
    _share_appositions(read, titles)
    if "(" in read.words.word:
        _share_parties(read, actors, member)


def _untitled(name: NameRun) -> bool:
    return name.title is None or name.title.role is None


def _linked(words: Words, one: NameRun, other: NameRun) -> bool:
    between = [word for word in words.word[one.j : other.i] if len(word) > 1 or not word.isalpha()]  # no initials
    return 0 < len(between) < 3 and not set(between) - _LISTING


def _share_appositions(read: Reading, titles: TitleReader) -> None:
    """ "Ana Silva and Rui Costa, leaders of the union,": an apposition in the plural is of all listed before it."""
    begun = 0
    for n, (one, other) in enumerate([*pairwise(read.names), (None, None)] if len(read.names) > 1 else ()):
        if one is not None and other is not None and _linked(read.words, one, other):
            continue
        listed, begun = read.names[begun : n + 1], n + 1
        if len(listed) < 2 or read.words.word[listed[-1].j : listed[-1].j + 1] != [","]:
            continue
        said = titles.after(read.words, listed[-1].j, {hit.j: hit for hit in read.hits}, several=True)
        if said is None or said.role is None or not _is_phrase(read.words, listed[-1].j + 1, said.j):
            continue
        for name in (n for n in listed if _untitled(n) and n.label not in _PLACES):
            name.title = replace(said, office=said.role.lemma)


def _is_phrase(words: Words, i: int, j: int) -> bool:
    """Whether words ``i`` to before ``j`` are one noun phrase: no preposition or verb leads on to the role."""
    return words.tag is not None and not any(tag[:2] in ("IN", "TO") or tag in _VERBS for tag in words.tag[i:j])


def _share_parties(read: Reading, actors: Actors, member: RoleEntry | None) -> None:
    """ "A, B (both BJP), C (Cong)": the party in brackets is of the name before them, of "all" of all before it."""
    words, last = read.words, -1
    for name in list(read.names):
        inside = _bracket(words, name.j)
        several = bool(inside) and words.lemma[inside[0]] in _ALL
        party = _party(read, actors, inside[several:]) if inside else None
        if party is None:
            continue
        rule = f"in brackets: {party.entry.entry}"
        for other in _before(read, name, last if several else name.i - 1):
            if _untitled(other):
                other.title = Title(other.j, other.j, member, "", False, party, None, rule)
        last = inside[-1]


def _bracket(words: Words, at: int) -> list[int]:
    """The words in the brackets that open at word ``at``, if they are few."""
    if words.word[at : at + 1] != ["("]:
        return []
    close = next((k for k in range(at + 1, min(len(words.word), at + _WIDEST + 3)) if words.word[k] == ")"), at)
    return list(range(at + 1, close))


def _party(read: Reading, actors: Actors, inside: Sequence[int]) -> Hit | None:
    """The party whose name, or short name as on a list of speakers, the words ``inside`` brackets are."""
    words = read.words
    if not inside:
        return None
    i, j = inside[0], inside[-1] + 1
    known = next((hit for hit in read.hits if hit.i == i and hit.j == j), None)
    if known is not None:
        return known if known.entry.kind == "party" else None
    short = j == i + 1 and not words.word[i].isupper()  # what capitals write and the knowledge doubts is no party
    found = actors.longest([words.text(i, j).upper()], 0) if short else None
    entry: ActorEntry | None = next((e for e in found[1] if e.kind == "party"), None) if found is not None else None
    if found is None or entry is None or entry.entry.startswith("groups."):
        return None  # "(AFP)" is rather an agency's mark
    hit = Hit(i, j, found[1], entry, entry.code)
    read.names = [name for name in read.names if name.i >= j or name.j <= i]
    read.hits = sorted([*read.hits, hit], key=lambda each: each.i)
    return hit


def _before(read: Reading, name: NameRun, last: int) -> list[NameRun]:
    """The names behind word ``last`` that are listed up to ``name``."""
    found = [name]
    for other in reversed([n for n in read.names if last < n.i < name.i]):
        if not _linked(read.words, other, found[-1]):
            break
        found.append(other)
    return found
