"""What clauses behind a name say of its bearer: whom he heads, which party he is of, which office he keeps."""

from __future__ import annotations

import msgspec

from wader.annotate.names import STATE_KINDS, Hit, Words
from wader.annotate.phrase_words import closes
from wader.annotate.titles import AFTER_APPOSITION, CLAUSE, NOW, PLEADING, QUALIFIERS, Title, TitleReader

_SERVING = frozenset(["resign", "down", "stay", "continue"])
"""Of whom it is said that he has an office still."""
_UNTIL = frozenset(["to", "who", "have", "will", "must", "should", "step", "also", "now", "still", "currently"])
"""Words between a name and these."""
_HEADING = frozenset(["leads", "heads", "runs", "chairs", "commands", "directs", "owns", "founded"])
"""Verbs for what somebody heads today."""
_RELIGIOUS = frozenset(["swamiji", "swami", "maharaj", "mataji"])
"""Last words of names that only Hindu clerics have."""


_BRACKET = 12
"""Most words of such a bracket."""
_PRONOUNS = frozenset(["his", "her", "my"])


def _own_counsel(words: Words, title: Title | None) -> Title | None:
    """The title of "her lawyer Jan Kowal", who is no group's; else ``title``."""
    if title is None or title.role is None or title.owner is not None or title.group is not None:
        return title
    lawyer = title.role.lemma.rsplit(" ", 1)[-1] in PLEADING and title.role.sector == "SOC"
    if not lawyer or title.i == 0 or words.word[title.i - 1].lower() not in _PRONOUNS:
        return title
    title.role = msgspec.structs.replace(title.role, sector="CVL")
    return title


class DescriptionReader(TitleReader):
    """Reads titles and appositions, and the clauses that stand for them."""

    def before(self, words: Words, i: int, hits: dict[int, Hit]) -> Title | None:
        """The title right before a name, also where a word says that the name is somebody's: "a dealer named X"."""
        title, end = super().before(words, i, hits), i
        if title is not None or words.tag is None:
            return _own_counsel(words, title)
        if (bracketed := self._before_bracket(words, i, hits)) is not None:
            return bracketed
        if words.lemma[max(0, i - 1) : i] == ["as"] and words.word[i - 2] in ("identified", "known"):
            end = i - 2
        elif i and words.word[i - 1] == "named" and words.tag[i - 1] == "VBN":
            end = i - 1
        said = self._ending(words, end - (words.word[end - 1] == ","), hits) if 1 < end < i else None
        return said if said is not None and said.role is not None and said.role.sector != "CVL" else None

    def after(self, words: Words, j: int, hits: dict[int, Hit], *, several: bool = False) -> Title | None:
        """The apposition, or what the clause behind it says of today: "a former senator who now runs the bank"."""
        title = _own_counsel(words, super().after(words, j, hits, several=several))
        return (self._now(words, title.j, hits) if title is not None and title.former else None) or title

    def _before_bracket(self, words: Words, i: int, hits: dict[int, Hit]) -> Title | None:
        """The title before what a bracket explains: "the speaker of the assembly (the lower house), Jan Kowal,"."""
        if i < 4 or words.word[i - 2 : i] != [")", ","]:
            return None
        opening = next((k for k in range(i - 3, max(0, i - _BRACKET), -1) if words.word[k] == "("), 0)
        if not opening or not closes(words, i):
            return None
        title = self._ending(words, opening, hits) or self._belonging(words, opening, hits)
        return title if title is not None and title.role is not None and title.role.sector != "CVL" else None

    def _now(self, words: Words, stop: int, hits: dict[int, Hit]) -> Title | None:
        """What somebody heads today, behind what he was: "a former senator from Ohio who now runs the bank"."""
        for k in range(stop, min(len(words.word) - 1, stop + 9)):
            if words.lemma[k] in CLAUSE:
                return self._heading(words, k, hits) if words.lemma[k + 1] in NOW else None
        return None

    def _heading(self, words: Words, k: int, hits: dict[int, Hit]) -> Title | None:
        """The body that a name's holder heads by the clause from word ``k``: "who leads the union"."""
        leader = self._roles.lookup("leader")
        while words.lemma[k : k + 1] and (words.lemma[k] == "who" or words.lemma[k] in _UNTIL | NOW):
            k += 1
        if leader is None or words.word[k : k + 1] == [] or words.word[k] not in _HEADING:
            return None
        title = Title(k, k, leader, "", False, None, None, f"who {words.word[k]}")
        self._reach(words, k, hits, title)
        body = title.owner is not None and title.owner.entry.kind not in STATE_KINDS
        group = title.group is not None and title.group.kind != "person" and title.group.sector is not None
        return title if body or group else None

    def _member(self, words: Words, j: int, hits: dict[int, Hit]) -> Title | None:
        """The party that a name's holder is of: ", a Democrat and former mayor of Lima,"."""
        if words.word[j : j + 1] != [","] or words.lemma[j + 1 : j + 2] not in (["a"], ["an"]):
            return None
        k = j + 2
        while k < len(words.word) - 1 and words.lemma[k] in QUALIFIERS:
            k += 1
        party = next((h for h in hits.values() if h.i == k and h.entry.kind == "party"), None)
        if party is None or words.lemma[party.j : party.j + 1] not in ([word] for word in AFTER_APPOSITION):
            return None
        return Title(k, k, self._roles.lookup("member"), "", False, party, None, f"apposition: {party.entry.entry}")

    def _reporting(self, words: Words, j: int) -> Title | None:
        """Who "adds from Lima:" or "reports from Lima:" is the page's reporter."""
        if words.lemma[j : j + 1] not in (["add"], ["report"], ["write"]) or words.lemma[j + 1 : j + 2] != ["from"]:
            return None
        if ":" not in words.word[j + 3 : j + 6]:
            return None
        return Title(j, j, self._roles.lookup("reporter"), "", False, None, None, f"who {words.word[j]} from a place")

    def serving(self, words: Words, j: int, hits: dict[int, Hit]) -> Title | None:
        """The office that a name's holder has by the verb behind it: "asked X to resign as mayor of Sligo"."""
        if words.lemma[j - 1] in _RELIGIOUS:
            return Title(j, j, self._roles.lookup("priest"), "", False, None, None, f"name: {words.lemma[j - 1]}")
        if (reporter := self._reporting(words, j)) is not None:
            return reporter
        heads = self._member(words, j, hits)
        if heads is None and words.lemma[j : j + 2] == [",", "who"]:
            heads = self._heading(words, j + 1, hits)
        if heads is not None:
            return heads
        j += words.lemma[j : j + 2] == [",", "who"]
        for k in range(j, min(len(words.word) - 2, j + 5)):
            serves = words.lemma[k] in _SERVING or words.word[k] == "serves"
            if not serves and words.lemma[k] not in _UNTIL:
                return None
            if words.lemma[k + 1] != "as" or not serves:
                continue
            for stop in range(k + 2, min(len(words.word), k + 8)):
                found = self._role_at(words, stop, k + 2, hits)
                after = words.lemma[stop + 1] if stop + 1 < len(words.word) else "."
                if found is not None and after in AFTER_APPOSITION:
                    title = self._leftward(words, stop + 1 - found[0], stop + 1, found[1], hits)
                    title.rule = f"office: {found[1].entry}"
                    self._rightward(words, stop + 1, hits, title)
                    return title
        return None
