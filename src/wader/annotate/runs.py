"""Runs of capitals that may be names, with the model's label: joined where a body's name goes on, cut at titles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from wader.annotate.names import NO_NAME, Hit, Words, is_prefix, name_runs
from wader.annotate.propagate import Person
from wader.annotate.titles import QUALIFIERS, Title, is_plural, is_title
from wader.knowledge.actors import ActorEntry
from wader.knowledge.roles import Roles

Labels = list[tuple[int, int, str]]
_TITLE_WORDS = frozenset([
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "gen", "gen.", "col", "col.", "lt", "lt.",
    "maj", "maj.", "capt", "capt.", "sgt", "sgt.", "gov", "gov.", "sen", "sen.", "rep", "rep.", "adm", "adm.", "prof",
    "prof.", "rev", "rev.", "msgr", "msgr.", "monsignor",
])  # fmt: skip


@dataclass(slots=True)
class NameRun:
    """A run of capitals that may be a name: words ``i`` to before ``j``, the model's label, and its title."""

    i: int
    j: int
    label: str | None
    title: Title | None
    weak: bool = False
    """A single capitalised word that may be no name at all: it opens the sentence."""
    known: ActorEntry | None = None
    """What the knowledge has under this name."""
    person: Person | None = None
    how: str = ""


@dataclass(slots=True)
class Reading:
    """A sentence with what was found in it."""

    words: Words
    hits: list[Hit]
    names: list[NameRun]
    discarded: list[Hit] = field(default_factory=list)
    """Names that a dictionary of the user's own says are no actors on the page's day."""


def joined(names: list[NameRun], words: Words, roles: Roles) -> list[NameRun]:
    """Names in order; a known person's with the second surname that follows: "Pablo Perez" of "Pablo Perez Soto"."""
    kept: list[NameRun] = []
    for name in sorted(names, key=lambda name: name.i):
        before = kept[-1] if kept else None
        more = before is not None and before.known is not None and before.j == name.i == name.j - 1
        if more and name.known is None and roles.longest_ending(words.lemma, name.i) is None and before is not None:
            before.j = name.j
        else:
            kept.append(name)
    return kept


_LISTING = frozenset([",", "and", "&"])


def share_titles(read: Reading) -> None:
    """ "Lawmakers Ana Silva and Rui Costa": a title in the plural is of all that are listed behind it."""
    shared: Title | None = None
    for one, other in pairwise(read.names):
        if one.title is not None and one.title.role is not None and one.title.j > one.title.i:
            several = is_plural(read.words.word[one.title.j - 1], one.title.role)
            shared = one.title if several and one.title.j <= one.i else None
        between = read.words.word[one.j : other.i]
        if shared is None or other.title is not None or not 0 < len(between) < 3 or set(between) - _LISTING:
            shared = None
            continue
        other.title = replace(shared, i=other.i, j=other.i)


_WHEN = frozenset([
    "today", "yesterday", "tonight", "tomorrow", "here", "there", "also", "now", "then", "later", "earlier", "again",
    "however", "meanwhile", "already", "even", "still", "just", "once", "too", "abroad", "home", "so", "ago",
])  # fmt: skip


_OLDEST = 110
"""Years that no age exceeds."""
_OFFICES = frozenset([
    "secretary", "minister", "chairman", "chairwoman", "chairperson", "president", "director", "spokesman",
    "spokeswoman", "spokesperson", "commissioner", "ambassador", "governor", "senator", "officer", "treasurer",
    "coordinator", "superintendent", "inspector", "prosecutor", "adviser", "advisor", "representative", "councillor",
])  # fmt: skip
"""Offices that nobody is called by."""
_RULERS = frozenset(["shah", "sultan", "nawab", "nizam"])
"""Titles of rulers that in small letters behind a name are surnames."""
_GIVEN = frozenset([
    "angel", "cruz", "dev", "dolores", "jesus", "leon", "luz", "mercedes", "oscar", "raj", "ram", "rosa", "victor",
])  # fmt: skip
"""Given names that are ordinary words too, or are tagged so."""


def _may_be_given(word: str, tag: str) -> bool:
    """Whether a small word between a title and a name may be a given name that the tagger took for another word."""
    if word in _GIVEN:
        return True
    if tag == "NNS":
        return not word.endswith("s")
    if tag == "RB":
        return not word.endswith("ly") and word not in _WHEN and len(word) > 2
    return tag.startswith(("NN", "JJ", "FW"))


class RunReader:
    """Finds the runs of a sentence."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def read(self, words: Words, hits: list[Hit], labels: Labels) -> list[NameRun]:
        taken = [False] * len(words.word)
        for hit in hits:
            taken[hit.i : hit.j] = [True] * (hit.j - hit.i)
        names = []
        for i, j in self._joined(words, name_runs(words, taken)):
            for a, b in self._cut(words, self._begun(words, i, taken), self._ended(words, j, taken)):
                label = "PERSON" if _is_aged(words, a, b) else _label(words, a, b, labels)
                if words.headline and label == "PERSON":
                    a, b = _within(words, a, b, labels)
                if is_prefix(words, a, b):
                    continue
                first = a == 0 or words.word[a - 1] in "\"'“”‘:—-"
                noun = words.tag is not None and words.tag[a] in ("NNP", "NNPS")
                weak = b - a == 1 and label is None and first and not noun
                names.append(NameRun(a, b, label, None, weak))
        return names

    def _begun(self, words: Words, i: int, taken: list[bool]) -> int:
        """Where a name really begins whose first words a page without capitals left small, because they are ordinary
        words too: after a title, "governor vishnu kant Shastri"."""
        dotted = i > 1 and words.word[i - 1] == "." and _is_initials(words.lemma[i - 2])
        if words.tag is None or not i or taken[i - 1] or not (words.word[i - 1].islower() or dotted):
            return i
        for k in range(i - 1, max(-1, i - 5), -1):
            word = words.lemma[k]
            if word == "." and k and _is_initials(words.lemma[k - 1]):
                continue
            found = self._roles.longest_ending(words.lemma, k)
            short = len(word.replace(".", "")) < 3 and word[0].isalpha() and (found is None or len(word) == 1)
            if not taken[k] and short and word not in NO_NAME:
                continue  # initials
            if taken[k] or not words.word[k].isalpha() or word in QUALIFIERS or word in NO_NAME:
                return i
            if found is not None:
                return k + 1 if is_title(found[1]) and found[1].kind in ("person", "armed") else i
            if not _may_be_given(words.word[k], words.tag[k]):
                return i
        return i

    @staticmethod
    def _ended(words: Words, j: int, taken: list[bool]) -> int:
        """Where a name really ends whose last words a page without capitals left small: "Charles carter"."""
        if words.tag is None or words.headline:
            return j
        if j < len(words.word) and words.word[j] in _RULERS and words.tag[j].startswith("NN") and not taken[j]:
            return j + 1
        for k in range(j, min(j + 2, len(words.word))):
            if taken[k] or words.tag[k] != "NNP" or not words.word[k].islower() or not words.word[k].isalpha():
                return k
            if words.word[k] in NO_NAME or len(words.word[k]) < 3:
                return k
        return min(j + 2, len(words.word))

    def _joined(self, words: Words, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Runs with those put together that a body's name links: "Department" + "of" + "State"."""
        joined: list[tuple[int, int]] = []
        for i, j in runs:
            if joined:
                a, b = joined[-1]
                link = words.word[b:i]
                role = self._roles.longest_ending(words.lemma, b - 1) if 0 < len(link) <= 2 else None
                opens = link[:1] in (["of"], ["for"]) and link[1:] in ([], ["the"])
                adds = link == ["and"] and b - a > 2 and any(words.word[k] in ("of", "for") for k in range(a, b))
                inner = i == b + 1 and self._is_inner(words, b)
                if (role is not None and role[1].kind in ("institution", "group") and opens) or adds or inner:
                    joined[-1] = (a, j)
                    continue
            joined.append((i, j))
        return joined

    def _is_inner(self, words: Words, k: int) -> bool:
        """Whether a small word between two runs is a name too that a page without capitals left small: "Jose angel
        Flores"."""
        word = words.word[k]
        if words.tag is None or words.headline or not word.islower() or not word.isalpha() or word in NO_NAME:
            return False
        given = words.tag[k] == "NNP" or (words.tag[k] == "NN" and word in _GIVEN)
        return given and word not in QUALIFIERS and self._roles.longest_ending(words.lemma, k) is None

    def _cut(self, words: Words, i: int, j: int) -> list[tuple[int, int]]:
        """A run without the titles inside it: "Deputy Foreign Minister Andriy Rudenko" gives the last two words."""
        longest = self._roles.longest_ending
        start = i
        if j - i == 1 and words.word[i].lower() in _TITLE_WORDS and words.word[j : j + 1] == ["."]:
            return []
        for k in range(i, j - 1):
            if words.lemma[k] in _TITLE_WORDS:
                start = k + 1
                continue
            found = longest(words.lemma, k)
            if found is not None and is_title(found[1]) and k + 1 < j:
                start = k + 1
        last = longest(words.lemma, j - 1)
        if last is not None and is_title(last[1]) and start < j - last[0] and all(
            word in QUALIFIERS for word in words.lemma[start : j - last[0]]
        ):
            return []  # "New President"
        if last is not None and start > i and words.lemma[j - 1] in _OFFICES:
            return []  # "Deputy National Publicity Secretary"
        last = last if start > i else None
        if last is not None and is_title(last[1]) and last[0] >= max(2, j - start):
            return []  # "Deputy Foreign Minister" names nobody
        return [(start, j)]


def _is_initials(word: str) -> bool:
    """ "M.N", of which the last stop is a token of its own."""
    letters = word.replace(".", "")
    return 0 < len(letters) < 4 and letters.isalpha() and (len(letters) == 1 or "." in word)


def _is_aged(words: Words, i: int, j: int) -> bool:
    """Whether an age stands between commas behind a name of several words: "Ann Potter, 26,"."""
    word = words.word
    if j - i < 2 or word[j : j + 1] != [","] or word[j + 2 : j + 3] not in ([","], ["."], ["and"]):
        return False
    return word[j + 1].isdecimal() and 0 < int(word[j + 1][:4]) < _OLDEST


def _within(words: Words, i: int, j: int, labels: Labels) -> tuple[int, int]:
    """The words of a headline's run that the model takes for a person: "Jan Kowal" of "Jan Kowal Calls"."""
    spans = [(left, right) for left, right, label in labels if label == "PERSON"]
    inside = [k for k in range(i, j) if any(a <= words.start[k] and words.end[k] <= b for a, b in spans)]
    return (inside[0], inside[-1] + 1) if inside else (i, j)


def _label(words: Words, i: int, j: int, labels: Labels) -> str | None:
    """The model's label for words ``i`` to before ``j``: that of the span that covers most of them."""
    start, end = words.start[i], words.end[j - 1]
    best, most = None, 0
    for left, right, label in labels:
        shared = min(right, end) - max(left, start)
        if shared > most:
            best, most = label, shared
    return best
