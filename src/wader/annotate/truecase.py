"""Capitals where the page has lost them: old wire dumps in lower case, headlines in capitals or Title Case.

The parser and the names were learnt on ordinary case. A *view* of the text, letter for letter as long, gets the case
that an editor would give; only ``annotate`` sees it, and every span slices the page's own text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from wader.knowledge.actors import Actors

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_INITIALS = re.compile(r"(?<![\w.])(?:[a-zA-Z]\.){2,}(?!\w)")
"""Names of which only the first letters are written: "U.S.", "U.N."."""
_AFTER_INITIALS = re.compile(r"(?<!\w)[a-zA-Z]\.[a-zA-Z]\.['\"\u201d\u2019)]*\s+['\"\u201c\u2018(]*$")
_NEW = re.compile(r"(?:the|an?|he|she|it|they|we|this|these|those|but|however|meanwhile|according)\b", re.I)
"""Words by which one rather begins all the same."""
_PLAIN_WORDS = frozenset(
    "cadre cabal cane care das demos doge elam emetic gal gam mend mover nada nan nova pacs paradise peri pert provos "
    "raid rede rim sang sec spa tap viva".split()
)
"""Names in capitals that in small letters are rather the word, though no entry says so."""
_NO_NAMES = frozenset(("a.m.", "p.m.", "e.g.", "i.e.", "c.f.", "n.b.", "p.s.", "o.k.", "r.i.p."))
_LETTER = re.compile(r"[^\W\d_]")
_CLOSE, _BETWEEN = 6, " \t\r\n\"'”’“‘("
"""How far before a word the end of a sentence is looked for, beyond what stands between the two."""
_SENTENCE = re.compile(r"(?:^|[.!?…]['\"”’)]*\s+|\n\s*)(['\"“‘(]*)$")
_WING = re.compile(r"\b[A-Z]{2,}\([a-z]{1,3}\)")
"""Letters with those that tell which wing: "CPI(m)"."""
_INSIDE = re.compile(r"\b[a-z]+,? ([A-Z][a-z]+)\b")
"""Capitalised words inside sentences."""
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august "
    "september october november december i i'm i've i'll i'd".split()
)
_TITLES = frozenset(
    "president minister general colonel captain major lieutenant sergeant senator governor mayor ambassador "
    "bishop archbishop cardinal pope judge justice king queen prince princess sheikh ayatollah imam mullah "
    "sheik dr mr mrs ms prof commander admiral marshal comrade deputy premier father chancellor secretary "
    "inspector superintendent commissioner constable shri smt sultan emir chairman".split()
)
_LOWER = frozenset(
    "the a an of in on at to for and or but nor by with from as into onto over under is are was were be been "
    "has have had will not no it its his her their our my your this that these those who whom which what when "
    "where why how than then there here if so up out off down per via vs amid after before against about "
    "between during since until without within among he she they we you him them us me all some any each both "
    "more most other such only own same too very".split()
)
_LINKS = frozenset(
    "with of for to from against among amongst between behind like than upon around at on about before".split()
)
_TAKING_US = _LINKS | frozenset(
    "let lets help helps helped tell tells told telling ask asks asked give gives gave given show shows showed "
    "make makes made save saves saved join joins joined follow believe trust forgive allow allows allowed "
    "protect remind leave leaves left keep bring brings brought send teach taught spare promise promised".split()
)
"""Words behind which "US" in capitals is the pronoun, unless somebody of the state stands behind it."""
_PERSONS = frozenset("i you he she it we they who".split())
"""Subjects of the verb before "us"."""
_GEOGRAPHIC = frozenset(("state", "demonym", "capital", "subnational"))
_BODIES = frozenset(("metonym", "igo", "alliance"))
_SOCIETIES = frozenset(("ngo", "religious", "armed group", "movement"))
_VERBS = frozenset("said says will would may can ban bans win wins won call calls".split())
"""Last words of names that are rather the verb behind a shorter one: "khaled said"."""
_NAME_WORDS = 4
"""Words of the longest full names looked for."""
MIN_LETTERS = 12
LOWER_SHARE = 0.012
"""Below this share of capitals a page has lost them: ordinary prose has 0.03 to 0.06."""


def share_upper(text: str) -> float:
    """Share of letters that are capitals in the first 5,000 characters; 0.05 (ordinary prose) for too few letters."""
    letters: list[str] = _LETTER.findall(text[:5_000])
    if len(letters) < MIN_LETTERS:
        return 0.05
    return sum(map(str.isupper, letters)) / len(letters)


def title_cased(text: str) -> bool:
    """Whether most longer words of a headline begin with a capital."""
    words = [w for w in _WORD.findall(text) if len(w) > 3 and w[0].isalpha()]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) / len(words) > 0.7


class Truecaser:
    """Restores case. ``is_word`` says whether a lower-case form is an English word (dictionaries list many
    names among them), ``noun_only`` whether it is one as a noun alone, ``is_city`` whether it names a sizeable city."""

    def __init__(
        self,
        actors: Actors,
        is_word: Callable[[str], bool],
        noun_only: Callable[[str], bool],
        is_city: Callable[[str], bool],
        is_role: Callable[[str], bool] = lambda _: False,
        is_person: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """``is_role``: whether a word names persons or bodies of a kind: "troops"; ``is_person``: whether words are
        somebody's full name."""
        self.actors, self.is_word, self.noun_only, self.is_city = actors, is_word, noun_only, is_city
        self.is_role, self.is_person = is_role, is_person

    def body(self, text: str) -> str:
        """The body as annotate shall read it: unchanged unless it has (nearly) no capitals, or nothing else."""
        share = share_upper(text)
        if share < LOWER_SHARE or share > 0.6:
            capitals = share > 0.6 and len(text.lower()) == len(text)
            return self._restore(text.lower() if capitals else text, capitals=capitals)
        return text

    def headline(self, text: str, body: str = "") -> str:
        """A headline in sentence case; words that the ``body`` writes as names inside its sentences are names."""
        share = share_upper(text)
        if len(text.lower()) != len(text):
            return text
        if share > 0.6 or share < LOWER_SHARE:
            return self._restore(text.lower(), capitals=share > 0.6)
        if title_cased(text):
            inside = Counter(_INSIDE.findall(body))
            return self._sentence_case(text, {w for w, n in inside.items() if n > body.count(f" {w.lower()} ")})
        return text

    # --- lower case to case -------------------------------------------------------------------------------

    def _restore(self, text: str, *, capitals: bool) -> str:
        """``capitals``: whether all stood in capitals, where "US" is the state as often as the pronoun."""
        spans = [m.span() for m in _WORD.finditer(text)]
        words = [text[a:b] for a, b in spans]
        letters = list(text)
        named = self._names(words)
        for k, (a, b) in enumerate(spans):
            word = words[k]
            shape = named.get(k)
            if word == "us" and shape is None and self._is_state(text, spans, k, capitals=capitals):
                letters[a:b] = "US"
            elif shape is not None:
                if len(shape) == b - a:
                    letters[a:b] = shape
            elif self._begins(text, a) or word in _DAYS or self._is_name(words, k, named):
                letters[a] = _capital(letters[a])
        return _initials(_WING.sub(lambda match: match[0].upper(), "".join(letters)))

    def _is_state(self, text: str, spans: Sequence[tuple[int, int]], k: int, *, capitals: bool) -> bool:
        """Whether "US" is the state: where it is a subject or stands before whoever is of it ("US TROOPS"), not behind
        what takes the pronoun ("TOLD US", "ALL OF US", "THEY SHOT US"); in small letters, where it mostly is none,
        only where it cannot be that ("the us")."""

        def beside(n: int) -> str:
            if not 0 <= n < len(spans):
                return ""
            a, b = spans[n]
            between = text[spans[k][1] : a] if n > k else text[b : spans[k][0]]
            return "" if re.search(r"[^\w\s'’]", between) else text[a:b]

        after, before = beside(k + 1), beside(k - 1)
        if text[spans[k][1] : spans[k][1] + 1] in ("-", "'", "’") or before in ("the", "a"):
            return True  # "US-BACKED", "THE US"
        if not capitals:
            return False
        if after and after not in _LOWER and (self.is_role(after) or self.noun_only(after)):
            return True
        if before == "between" and after == "and" and beside(k + 2) not in _LOWER:
            return True  # "BETWEEN US AND PERU"
        if before not in _LINKS and self._names_state(beside(k - 2)):
            return before not in ("let", "lets")  # "PERU TELLS US TO LEAVE": states tell states
        return before not in _TAKING_US and beside(k - 2) not in _PERSONS

    def _names_state(self, word: str) -> bool:
        hit = self.actors.spelling([word], 0) if word and word not in _LOWER else None
        return hit is not None and any(e.kind == "state" for e in self.actors.lookup(hit[0]))

    def _names(self, words: Sequence[str]) -> dict[int, str]:
        """Known names by word, spelt as knowledge spells them."""
        found: dict[int, str] = {}
        k, present = 0, frozenset(words)
        while k < len(words):
            hit = self.actors.spelling(words, k)
            if hit is not None and len(hit) > 1 and not self._telling(words[k : k + len(hit)], hit):
                hit = self.actors.spelling([words[k]], 0)  # "salvadoran armed forces": the demonym at least
            if hit is None or not (
                self._lone(words[k], hit[0], present) if len(hit) == 1 else self._telling(words[k : k + len(hit)], hit)
            ):
                person = self._person(words, k)
                found.update((n, words[n].capitalize()) for n in range(k, k + person))
                k += person or 1
                continue
            for n, shape in enumerate(hit):
                found[k + n] = shape
            k += len(hit)
        return found

    def _person(self, words: Sequence[str], k: int) -> int:
        """Words of the full name of somebody known that begins at ``words[k]``; 0 where none does, or where all of
        them are ordinary words ("rich man")."""
        if words[k] in _LOWER or not words[k].isalpha():
            return 0
        for n in range(_NAME_WORDS, 1, -1):
            span = words[k : k + n]
            if len(span) == n and span[-1] not in _VERBS and self.is_person(" ".join(span)):
                return n if any(len(word) > 2 and not self.is_word(word) for word in span) else 0
        return 0

    def _telling(self, words: Sequence[str], hit: Sequence[str]) -> bool:
        """A name of several ordinary words ("security forces", "federal court") is one only where it stands for a
        state or an organisation of states ("united states", "white house"), is an association's, or is long."""
        if len(words) > 3 or any(not self.is_word(w) for w in words if len(w) > 2):
            return True
        return any(
            e.kind in _GEOGRAPHIC or e.kind in _BODIES or (e.kind in _SOCIETIES and e.ambiguous is None)
            for e in self.actors.lookup(" ".join(hit))
        )

    def _lone(self, word: str, shape: str, present: Set[str]) -> bool:
        """A one-word name counts unless it is an ordinary word too ("us", "who", "reading"); a people's that may be
        another people's ("indian") where its state is among the ``present`` words."""
        if word in _LOWER or (len(word) < 3 and word not in ("uk", "eu", "un")):
            return False
        if not self.is_word(word):
            return True
        found = self.actors.lookup(shape)
        if shape.isupper() and word not in _PLAIN_WORDS and self.noun_only(word):  # dictionaries list "plo" and "cia"
            return bool(found) and found[0].ambiguous is None
        if any(e.kind == "demonym" and (e.identifier_text or "").lower() in present for e in found):
            return True
        return any(
            e.kind in _GEOGRAPHIC and (not e.ambiguous or (e.kind == "demonym" and e.ambiguous == "place"))
            for e in found
        )

    def _is_name(self, words: Sequence[str], k: int, named: dict[int, str]) -> bool:
        word = words[k]
        if not word[0].isalpha() or word in _LOWER:
            return False
        plain = word.split("'")[0].split("’")[0]
        unknown = len(plain) > 2 and not self.is_word(plain)
        if unknown or (self.noun_only(plain) and self.is_city(plain.capitalize())):
            return True
        following = words[k + 1] if k + 1 < len(words) else ""
        if word in _TITLES and following and following[0].isalpha():
            return following not in _LOWER and k + 1 not in named and not self.is_word(following)
        return False

    @staticmethod
    def _begins(text: str, at: int) -> bool:
        start = at - _CLOSE
        while start > 0 and not text[start:at].strip(_BETWEEN):  # paragraphs are often parted by many blanks
            start -= _CLOSE
        if _SENTENCE.search(text[max(0, start) : at]) is None:
            return False
        # behind "u.s." or "a.m." a sentence may go on
        return _AFTER_INITIALS.search(text[max(0, start - 2) : at]) is None or _NEW.match(text, at) is not None

    # --- Title Case to sentence case --------------------------------------------------------------------------

    def _sentence_case(self, text: str, names: Set[str]) -> str:
        spans = [m.span() for m in _WORD.finditer(text)]
        words = [text[a:b] for a, b in spans]
        letters = list(text)
        keep: set[int] = set()
        k = 0
        while k < len(words):
            hit = self.actors.longest(words, k)
            if hit is not None and any(w[0].isupper() for w in words[k : k + hit[0]]):
                keep.update(range(k, k + hit[0]))
                k += hit[0]
            else:
                k += 1
        for k, (a, _) in enumerate(spans):
            word = words[k]
            if k in keep or word in names or self._begins(text, a):
                continue
            if not word[0].isupper() or word[1:] != word[1:].lower():
                continue
            low = word.lower()
            beside_name = (
                k + 1 < len(words)
                and low in _TITLES
                and words[k + 1][0].isupper()
                and not self.is_word(words[k + 1].lower())
            )
            if (self.is_word(low.split("'")[0]) or low in _LOWER) and not beside_name and low not in _DAYS:
                letters[a] = letters[a].lower()
        return _initials("".join(letters))


def _capital(letter: str) -> str:
    """A letter's capital, if it has one that is its own: not "SS" of "ß", nor the Greek M of the micro sign."""
    capital = letter.upper()
    return capital if capital.lower() == letter else letter


def _initials(text: str) -> str:
    """``text`` with the initials of names in capitals, by which parsers know them for one word."""
    return _INITIALS.sub(lambda match: match[0] if match[0].lower() in _NO_NAMES else match[0].upper(), text)
