"""Names of peoples, towns and groups that are only part of somebody's or something's longer name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from wader.annotate.entity_words import GROUPS
from wader.annotate.names import STATE_KINDS, Hit, Words
from wader.annotate.runs import Reading
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


_CALLED_AFTER = frozenset([
    "county", "circuit", "parish", "street", "road", "avenue", "boulevard", "drive", "lane", "highway", "parkway",
    "bridge", "airport", "hospital", "school", "university", "college", "academy", "library", "hall", "stadium",
    "park", "square", "island", "islands", "sound", "lake", "dam", "prison", "center", "centre", "institute",
    "middle", "elementary", "high", "memorial", "tower", "plaza", "station", "barracks", "courthouse", "community",
    "trophy", "prize", "award",
])  # fmt: skip
"""What is called after somebody whose name stands before it."""


def is_called_after(words: Words, hit: Hit) -> bool:
    """Whether a known person's name is but the beginning of a place's or a house's: "King George County"."""
    after = words.word[hit.j : hit.j + 1]
    if not after or words.capitals or words.headline:
        return False
    return after[0][0].isupper() and after[0].lower() in _CALLED_AFTER


_CALLED = frozenset([
    "radio", "hotel", "club", "instituto", "colegio", "escuela", "hospital", "clinica", "banco", "teatro", "cine",
    "avenida", "calle", "plaza", "parque", "barrio", "colonia", "villa", "edificio", "estadio", "universidad",
])  # fmt: skip
"""What stands before the state or town that it is called after, in Spanish too."""


def called_so(words: Words, hit: Hit) -> str | None:
    """What is called after a state or town that stands right behind it: "Radio Peru", not "on the radio in Peru"."""
    if hit.entry.kind not in ("state", "capital", "subnational") or not hit.i:
        return None
    before = words.word[hit.i - 1].lower()
    return before if before in _CALLED else None


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

    if hit.entry.kind == "demonym" and tags[i] == "NNP" and actors.gender(words.word[i - 1]) is not None:
        return i + 1 >= len(tags) or not tags[i + 1].startswith(("NN", "JJ", "POS", "HYPH"))
    if hit.entry.kind == "demonym":
        title = roles.longest_ending(words.lemma, i - 1)
        called = title is not None and title[1].kind == "person" and tags[i - 1] in ("NN", "NNP")
        return called and i + 1 < len(tags) and unknown(i + 1)
    if actors.gender(words.word[i - 1]) is not None:
        return tags[i] == "NNP"
    return tags[i] == "NNP" and hit.entry.kind != "capital" and i > 1 and unknown(i - 1) and unknown(i - 2)


_ABROAD = frozenset([*STATE_KINDS, "person", "religious", "ethnic", "region", "media", "company", "university"])
"""Kinds of names that stand for themselves wherever the page is about."""


def drop_unknown(
    reads: Sequence[Reading], codes: Mapping[str, int], actors: Actors, of_person: Callable[[str], Iterable[str]]
) -> list[Hit]:
    """Take from ``reads`` the hits whose name may mean many things, an abbreviation or one of a table of minor bodies,
    where the page speaks of their country nowhere else: neither by name (``codes``), nor by a body of it that is known
    beyond doubt, nor by a person (``of_person``: countries of a full name). Returns those taken."""
    doubtful = [(read, h) for read in reads for h in read.hits if _needs_country(read.words, h, codes, actors)]
    if not doubtful:
        return []
    unsure = {id(hit) for _, hit in doubtful}
    spoken_of = {h.code for read in reads for h in read.hits if id(h) not in unsure and h.entry.kind != "media"}
    if not all(_states(hit) & spoken_of for _, hit in doubtful):
        names = {read.words.text(n.i, n.j) for read in reads for n in read.names if n.j - n.i > 1}
        spoken_of.update(code for name in sorted(names) for code in of_person(name))
        spoken_of.update(n.known.code for read in reads for n in read.names if n.known is not None)
    taken = [(read, hit) for read, hit in doubtful if not _states(hit) & spoken_of]
    for read, hit in taken:
        read.hits = [h for h in read.hits if h is not hit]
    return [hit for _, hit in taken]


def _states(hit: Hit) -> set[str | None]:
    """Whose body a name may be: of several that none decides between, any's."""
    return {hit.code} if hit.code is not None else {entry.code for entry in hit.entries} - {None}


def _needs_country(words: Words, hit: Hit, codes: Mapping[str, int], actors: Actors) -> bool:
    """Whether a hit is a body of a country that the page does not name, under a name that tells nobody whose."""
    entry = hit.entry
    if entry.code in NON_STATES or entry.brought or hit.owned or entry.kind in _ABROAD:
        return False
    if any(state in codes for state in _states(hit)) or (hit.code is None and entry.ambiguous != "word"):
        return False  # "the Supreme Court" is a role anywhere
    table = entry.entry.startswith("groups.csv")
    if not table and (entry.ambiguous != "word" or not codes):
        return False
    parts = words.word[hit.i : hit.j]
    if hit.j - hit.i == 1 and _is_spelt_out(words, hit):
        return False
    states = _states(hit)
    return not any(e.code in states and e.kind in STATE_KINDS for part in parts for e in actors.lookup(part))


_BESIDE = 8
"""Words from an abbreviation within which a sentence spells it out."""


def _is_spelt_out(words: Words, hit: Hit) -> bool:
    """Whether the words beside an abbreviation are those of the name that the knowledge has for it, most of them."""
    full = {w.lower() for w in hit.entry.name.split() if len(w) > 3}
    said = {w.lower() for w in words.word[max(0, hit.i - _BESIDE) : hit.j + _BESIDE]}
    return len(full) > 1 and len(full & said) > 1


def is_sure(hit: Hit) -> bool:
    """Whether a body's name means one body only."""
    return len(hit.entries) == 1 and hit.entry.ambiguous is None and hit.entry.kind != "person"
