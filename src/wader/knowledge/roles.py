"""Role nouns: "foreign minister", "security forces", "gunman" → sector.

Data: ``roles.yaml``, a list of sections ``{sector, kind, public, …, lemmas: [...]}``. Lemmas are singular, lower case
and in British spelling; American spellings and the plurals that parsers leave unreduced are derived here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge.files import entries_of, layers
from wader.knowledge.names import name_pieces, pieces

_AMERICAN = {
    "defence": "defense", "labour": "labor", "organisation": "organization", "organiser": "organizer",
    "programme": "program", "centre": "center", "harbour": "harbor", "neighbour": "neighbor",
    "counsellor": "counselor", "councillor": "councilor", "traveller": "traveler", "favourite": "favorite",
    "honour": "honor", "jeweller": "jeweler", "paediatrician": "pediatrician", "gynaecologist": "gynecologist",
    "anaesthetist": "anesthetist", "archaeologist": "archeologist", "armour": "armor", "armoured": "armored",
    "offence": "offense", "licence": "license", "mobiliser": "mobilizer", "colonised": "colonized",
    "coloniser": "colonizer", "behaviour": "behavior", "grey": "gray", "tyre": "tire", "plough": "plow",
    "gaol": "jail", "gaoler": "jailer", "orthopaedic": "orthopedic", "paedophile": "pedophile",
    "sympathiser": "sympathizer", "terrorised": "terrorized", "authorised": "authorized",
    "unauthorised": "unauthorized", "unionised": "unionized", "enquiry": "inquiry", "catalogue": "catalog",
    "dialogue": "dialog", "aeroplane": "airplane", "manoeuvre": "maneuver", "theatre": "theater",
    "specialised": "specialized", "mechanised": "mechanized", "motorised": "motorized", "naturalised": "naturalized",
    "radicalised": "radicalized", "marginalised": "marginalized", "criminalised": "criminalized",
}  # fmt: skip


_PREPOSITIONS = frozenset({"of", "in", "to", "for", "at", "on"})
_BEFORE_GENERAL = frozenset({"attorney", "secretary", "consul", "governor", "inspector", "solicitor", "prosecutor",
                             "director", "auditor"})  # fmt: skip
"""Nouns that "general" follows as an adjective: they take the plural, not it."""


class RoleEntry(msgspec.Struct, frozen=True):
    """What a role noun says about its bearer. ``kind``: person, group, institution, armed, thing. ``collective``: the
    singular stands for many ("police", "crowd"). ``code``: the role names its actor's code whoever is meant
    ("peacekeeper" UNO). ``public``: an event of such an actor is politically relevant though no country is named.
    ``by_country``: the sector in states where the word is used otherwise ("congress" is a party in India).
    ``mostly``: the state that most bearers are of, for pages that name none ("chief minister" IND)."""

    lemma: str
    sector: str | None
    other_sectors: tuple[str, ...]
    collective: bool
    kind: str
    code: str | None
    office: str | None
    public: bool
    entry: str
    by_country: dict[str, str] = {}
    mostly: str | None = None

    def sector_in(self, code: str | None) -> str | None:
        """The sector of a bearer of this state."""
        return self.by_country.get(code or "", self.sector) if self.by_country else self.sector


class Roles:
    """All role nouns and phrases known, by lemma."""

    def __init__(self) -> None:
        self._roles: dict[str, RoleEntry] = {}
        self._longest: dict[str, int] = {}
        self._pairs: set[tuple[str, str]] = set()
        """The last two words of each phrase that has two."""

    def __len__(self) -> int:
        return len({entry.lemma for entry in self._roles.values()})

    def __iter__(self) -> Iterator[RoleEntry]:
        seen: set[str] = set()
        for entry in self._roles.values():
            if entry.lemma not in seen:
                seen.add(entry.lemma)
                yield entry

    def lookup(self, phrase_lemma: str) -> RoleEntry | None:
        """The role with this lemma or phrase of lemmas ("chief of staff"); hyphens and blanks are the same."""
        return self._roles.get(" ".join(name_pieces(phrase_lemma)).lower())

    def longest_ending(self, lemmas: Sequence[str], i: int) -> tuple[int, RoleEntry] | None:
        """The longest role phrase that ends with ``lemmas[i]``: the number of lemmas it takes, and the role."""
        last = pieces(lemmas[i])
        if not last:
            return None
        limit = self._longest.get(last[-1].lower())
        if limit is None:
            return None
        parts = list(last)
        starts = [(1, len(parts))]
        for n in range(i - 1, -1, -1):
            if len(parts) >= limit:
                break
            more = pieces(lemmas[n])
            if more is None:
                break
            if not more:
                continue
            parts[:0] = more
            if len(starts) == 1 and (parts[-2].lower(), parts[-1].lower()) not in self._pairs:
                break
            starts.append((i + 1 - n, len(parts)))
        whole = [part.lower() for part in parts]
        for taken, length in reversed(starts):
            entry = self._roles.get(" ".join(whole[len(whole) - length :]))
            if entry is not None:
                return taken, entry
        return None

    def bring(self, entry: RoleEntry, plural: str | None) -> None:
        """Put a role of the user's own in the place of the same lemma. ``plural``: an irregular one; "" for none."""
        self._add(entry.lemma, entry)
        if plural:
            self._add(plural.lower(), entry)
        for variant in _variants(entry.lemma) if plural is None else ():
            known = self.lookup(variant)
            self._add(variant, entry, derived=known is not None and known.lemma != entry.lemma)

    def _add(self, phrase: str, entry: RoleEntry, *, derived: bool = False) -> None:
        """File a phrase. What the data lists itself wins over a derived spelling."""
        parts = [part.lower() for part in name_pieces(phrase)]
        name = " ".join(parts)
        if derived and name in self._roles:
            return
        self._roles[name] = entry
        if self._longest.get(parts[-1], 0) < len(parts):
            self._longest[parts[-1]] = len(parts)
        if len(parts) > 1:
            self._pairs.add((parts[-2], parts[-1]))


def load(directories: Sequence[Path]) -> Roles:
    """Read ``roles.yaml`` of each directory in turn; a later one replaces the same lemma. Raises
    ``KnowledgeError`` where a file or section is broken, naming it."""
    roles = Roles()
    for path, content in layers(directories, "roles.yaml"):
        listed: list[tuple[str, RoleEntry]] = []
        with entries_of(path):
            for section in content:
                listed.extend((lemma, _entry(lemma, section, path.name)) for lemma in section["lemmas"])
        for lemma, entry in listed:
            roles._add(lemma, entry)
        for lemma, entry in listed:
            for variant in _variants(lemma):
                roles._add(variant, entry, derived=True)
    return roles


def _entry(lemma: str, section: dict[str, Any], file: str) -> RoleEntry:
    return RoleEntry(
        lemma=lemma, sector=section.get("sector"), other_sectors=tuple(section.get("other_sectors", ())),
        collective=bool(section.get("collective", False)), kind=section["kind"], code=section.get("code"),
        office=section.get("office"), public=bool(section.get("public", False)), entry=f"{file}:{lemma}",
        by_country=section.get("by_country", {}), mostly=section.get("mostly"),
    )  # fmt: skip


def _variants(lemma: str) -> Iterator[str]:
    """Other spellings: American, "-iser" as "-izer", the plural of the last word where a parser leaves it, and the
    singular that it makes of a plural within the phrase ("rights group")."""
    american = " ".join(_AMERICAN.get(word, word) for word in lemma.split())
    for spelled in dict.fromkeys((lemma, american)):
        if spelled != lemma:
            yield spelled
        yield _plural(spelled)
        if "-" in spelled:
            yield spelled.replace("-", "")
        reduced = " ".join(_singular(word) for word in spelled.split())
        if " " in spelled and reduced != spelled:
            yield reduced
            yield _plural(reduced)


def _singular(word: str) -> str:
    """A word as a lemmatiser leaves it: "rights" is "right", "forces" is "force"."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "ews", "eries")) or len(word) < 4:
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _plural(phrase: str) -> str:
    """The regular plural of the phrase's head: its last word, or the word before "of", "in", "general" and the like."""
    words = phrase.split()
    at = next((n for n, word in enumerate(words) if n and word in _PREPOSITIONS), len(words)) - 1
    if words[at] == "general" and at > 0 and words[at - 1] in _BEFORE_GENERAL:
        at -= 1
    word = words[at]
    if word.endswith("man") and word not in {"german", "ottoman", "roman", "shaman", "human"}:
        word = word[:-2] + "en"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    elif word.endswith(("s", "sh", "ch", "x", "z")):
        word += "es"
    else:
        word += "s"
    return " ".join([*words[:at], word, *words[at + 1 :]])
