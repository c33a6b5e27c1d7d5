"""The persons of a page by full name, surname and ends of the name: who "Kowal" is after "Jan Kowal"."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.distance import Levenshtein

from wader.annotate.propagate import FUZZY_FROM, Person


class NameTable:
    """The persons of a page by full name, surname and ends of the name ("Suu Kyi")."""

    def __init__(
        self, is_known: Callable[[str], bool] = lambda name: False,
        gender: Callable[[str], str | None] | None = None,
    ) -> None:  # fmt: skip
        """``is_known``: whether somebody of this full name held an office; ``gender``: whose given name a word is,
        None for one that is none and may be a surname between two others; without it every word is a given name."""
        self._is_known, self._gender = is_known, gender
        self.persons: dict[str, Person] = {}
        self._others: set[str] = set()
        """Surnames by which somebody else is addressed than who bears them on the page."""
        self._by_part: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        self._by_inner: dict[str, list[str]] = {}
        """Of two surnames the first, which Spanish uses alone: asked where no name is spelt like the word."""

    def add(self, name: str) -> Person:
        """The person of this full name, made if new."""
        key = _folded(name)
        person = self.persons.get(key)
        if person is None:
            person = self.persons[key] = Person(name.removesuffix("‘s"), unlisted=key in self._others)
            words = key.split()
            for k in range(1, len(words)):
                self._by_part.setdefault(" ".join(words[k:]), []).append(key)
            given = self._gender is None or (len(words) == 3 and self._gender(words[1]) is not None)
            first = len(words) > 3 or (len(words) == 3 and not given)
            if first and len(words[-2]) > 3:
                self._by_inner.setdefault(words[-2], []).append(key)
            if len(words) > 1:
                self._by_first.setdefault(words[0], []).append(key)
                if len(words) > 2:
                    self._by_first.setdefault(" ".join(words[:2]), []).append(key)
        return person

    def call(self, person: Person, surname: str) -> None:
        """Let an inner word of the person's name mean him too, where no name is spelt like it."""
        self._by_inner.setdefault(_folded(surname), []).append(_folded(person.name))

    def find(self, name: str, *, fuzzy: bool = True, called: str = "") -> tuple[Person, str] | None:
        """The person that a full or partial ``name`` means, and the rule; the first one named wins. ``called``: the
        word before the name, for "Mrs Kowal" is not Jan Kowal."""
        key = _folded(name)
        known = self.persons.get(key)
        longer = self._by_part.get(key)
        if longer and (sex := _ADDRESSED.get(called.lower().rstrip("."))) is not None and self._gender is not None:
            longer = [k for k in longer if self._gender(k.split()[0]) in (sex, None)]
            if not longer:
                self._others.add(key)
                return (known, "name") if known is not None else None
        if longer:
            return self._likeliest(longer), "surname"
        first = self._by_first.get(key)
        if first and (known is None or not known.described):
            return self.persons[first[0]], "first name"
        if known is not None:
            return known, "name"
        words = key.split()
        if len(words) > 1:  # "Mr John Smith" beside "John A. Smith": same first and last word
            same = [k for k in self._by_part.get(words[-1], ()) if _same_first(k.split()[0], words[0])]
            if same:
                return self.persons[same[0]], "name"
        if key in self._by_inner:
            return self._likeliest(self._by_inner[key]), "surname"
        if fuzzy and len(key) >= FUZZY_FROM:
            return self._misspelt(key)
        return None

    def has_small(self) -> bool:
        """Whether some name has a last word that the page left small."""
        return any(key for key, person in self.persons.items() if _is_small(person.name))

    def is_small_surname(self, word: str) -> bool:
        """Whether a small word is the surname of somebody whose full name has it small too."""
        return any(_is_small(self.persons[key].name) for key in self._by_part.get(word, ()))

    def _likeliest(self, keys: list[str]) -> Person:
        """Of several persons of one surname the first whose office or country the page gives, else the first who is
        known to have held an office, else the first."""
        persons = [self.persons[key] for key in keys]
        if len(persons) == 1:
            return persons[0]
        return min(persons, key=self._likely)

    def _likely(self, person: Person) -> tuple[bool, ...]:
        unplaced = not (person.described and person.code)
        private = person.described and person.sector == "CVL"  # "his daughter Ivanka" is rarely meant by the surname
        return private, unplaced, not person.code, not self._is_known(person.name), not person.described

    def _misspelt(self, key: str) -> tuple[Person, str] | None:
        """A name one letter away from exactly one name of the page."""
        meant = {keys[0] for part, keys in self._by_part.items() if _near(part, key)}
        meant.update(full for full in self.persons if _near(full, key))
        if len(meant) == 1:
            return self.persons[meant.pop()], "misspelt name"
        return None


_ADDRESSED = {
    "mr": "male", "sir": "male", "senor": "male", "señor": "male", "monsieur": "male", "herr": "male",
    "mrs": "female", "ms": "female", "miss": "female", "madam": "female", "madame": "female", "mme": "female",
    "dame": "female", "lady": "female", "frau": "female", "senora": "female", "señora": "female",
}  # fmt: skip
"""Forms of address that say whether a man or a woman is meant."""


def _is_small(name: str) -> bool:
    first, _, last = name.rpartition(" ")
    return bool(first) and first[:1].isupper() and last.islower() and last.isalpha()


def _same_first(one: str, other: str) -> bool:
    """Whether two first names may be one person's: "Ken" of "Kenneth"."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 2 and long.startswith(short))


def _near(one: str, other: str) -> bool:
    """Whether two names of one initial differ by one letter at most."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) <= 1


def _folded(name: str) -> str:
    if name[-2:] in ("‘s", "`s", "'s", "’s"):
        name = name[:-2]
    return " ".join(name.replace("-", " ").replace(".", " ").lower().split())
