"""The lexicon of triggers (format: ``docs/lexicon.md``): groups in YAML, compiled to entries with an index.

``python -m wader.knowledge.lexicon [DIR]`` checks every file and prints counts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.files import LEXICON, read_yaml

Path_ = tuple[str, ...]
Slots = tuple[tuple[Path_, ...], ...]
"""Alternatives in order of preference; each is a union of paths."""

CLASSES = frozenset(
    "actor state person group armed court police place num event thing must will inf joint advised".split()
)
POS = ("v", "n", "a", "p")
_KEYS = frozenset("cat mode v n a p when from to nfrom nto need sure told joined ex nex note".split())
_NEEDS = ("both", "to", "from", "any", "either")
_SMALL = frozenset(
    "a an the to of in on at by for from with into onto over under out up off down against about around through "
    "across away back between after before as it 's and or no not".split()
)


class Alternative(msgspec.Struct, frozen=True):
    """One alternative of a test. ``kind``: lemma, class, category, any, none."""

    negated: bool
    kind: str
    value: str


class Test(msgspec.Struct, frozen=True):
    """All negated alternatives must hold, and any one of the others."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    not_words: frozenset[str]
    not_phrases: tuple[tuple[str, ...], ...]
    classes: frozenset[str]
    not_classes: frozenset[str]
    categories: frozenset[str]
    not_categories: frozenset[str]
    any_: bool
    none: bool
    phrase_words: frozenset[str]

    @property
    def positive(self) -> bool:
        return bool(self.words or self.phrases or self.classes or self.categories or self.any_ or self.none)

    @property
    def of_words(self) -> bool:
        """Whether a word alone can fulfil it."""
        return bool(self.words or self.phrases) and not (self.classes or self.categories or self.any_ or self.none)


class Entry(msgspec.Struct, frozen=True):
    """A trigger: ``words`` (lemmas; the first is indexed), what it means, and where its actors stand.
    ``order`` is its place in the files, ``id`` like ``accuse.yaml#12 condemn``, ``rest`` its words but the first,
    ``wanted`` sets of words, of each of which its tests need one in the sentence.
    ``sure``: its words decide the category alone; the encoder says only whether it is an event;
    ``certain``: not even that; ``told``: slots of the word that tells what happens ("said they must *disarm*"), which
    is then of the trigger; () for the words themselves; ``joined``: slots whose word is of the trigger too ("held the
    *meeting*")."""

    id: str
    category: str
    modes: tuple[str, ...]
    pos: str
    words: tuple[str, ...]
    when: tuple[tuple[tuple[Path_, ...], Test], ...]
    actor: Slots
    recipient: Slots
    need: str
    order: int
    rest: frozenset[str]
    wanted: tuple[frozenset[str], ...] = ()
    sure: bool = False
    certain: bool = False
    told: tuple[Path_, ...] = ()
    joined: tuple[Path_, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """A group as written, for the tests of its examples."""

    id: str
    category: str
    modes: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    triggers: tuple[str, ...]


class Operator(msgspec.Struct, frozen=True):
    """A word that works on the event of its complement or noun. ``kind``: see ``operators.yaml``."""

    id: str
    kind: str
    pos: str
    words: tuple[str, ...]


_Beginning = tuple[list[Entry], dict[str, list[Entry]]]
"""What begins with one word: the entries of that word alone, and those of several by their second one."""
_NO_ENTRIES: _Beginning = ([], {})


class Lexicon:
    """Entries and operators by part of speech and first word."""

    def __init__(
        self, entries: list[Entry], operators: list[Operator], groups: list[Group], sets: dict[str, list[str]]
    ) -> None:
        self.entries, self.groups, self.sets = entries, groups, sets
        self._members: dict[tuple[str, ...], frozenset[str]] = {}
        self.index: dict[str, dict[str, list[Entry]]] = {pos: {} for pos in POS}
        for entry in entries:
            self.index[entry.pos].setdefault(entry.words[0], []).append(entry)
        self.firsts = frozenset(e.words[0] for e in entries)
        self._beginning = _beginning(entries)
        self.operators: dict[str, dict[str, list[Operator]]] = {"v": {}, "n": {}, "a": {}}
        for operator in operators:
            self.operators[operator.pos].setdefault(operator.words[0], []).append(operator)
        self.sure = frozenset(e.id for e in entries if e.sure)
        self.certain = frozenset(e.id for e in entries if e.certain)
        self.single_nouns = frozenset(
            e.words[0] for e in entries if e.pos == "n" and len(e.words) == 1 and e.category != "NONE"
        )

    def __len__(self) -> int:
        return len(self.entries)

    def starting(self, pos: str, first: str, present: frozenset[str]) -> list[Entry]:
        """Entries that begin with the word ``first``, in order, whose other words are all ``present``."""
        alone, longer = self._beginning[pos].get(first, _NO_ENTRIES)
        found = [e for second in longer.keys() & present for e in longer[second] if e.rest <= present]
        return sorted([*alone, *found], key=lambda e: e.order) if found else alone

    def members(self, *names: str) -> frozenset[str]:
        """All lemmas of the named sets; a set that no file defines is empty."""
        found = self._members.get(names)
        if found is None:
            known = [name for name in names if name in self.sets]
            found = frozenset(w for name in known for w in _members(name, self.sets, "members"))
            self._members[names] = found
        return found

    def only(self, entry: str, category: str) -> bool:
        """Whether the trigger of ``entry`` (an id) means ``category`` alone: it is in the set ``only_<category>``."""
        return entry.partition(" ")[2] in self.members(f"only_{category.lower()}")

    def is_crowds(self, entry: str) -> bool:
        """Whether the trigger of ``entry`` (an id) is a noun of what people do: "riots", "communal clashes"."""
        return not self.members("crowd_act", "communal_act").isdisjoint(entry.partition(" ")[2].split())


def _beginning(entries: list[Entry]) -> dict[str, dict[str, _Beginning]]:
    """Entries by part of speech and first word."""
    found: dict[str, dict[str, _Beginning]] = {pos: {} for pos in POS}
    for entry in entries:
        alone, longer = found[entry.pos].setdefault(entry.words[0], ([], {}))
        (longer.setdefault(entry.words[1], []) if entry.rest else alone).append(entry)
    return found


def _path(text: str) -> Path_:
    return tuple(text.strip().split("."))


def _paths(text: str | None) -> tuple[Path_, ...]:
    return tuple(_path(path) for path in (text or "").split("|") if path.strip())


def _slots(text: str) -> Slots:
    if text == "none":
        return ()
    plain = text.replace('"', "").replace("'", "")
    return tuple(tuple(_path(path) for path in one.split("+")) for one in plain.split("|"))


def _alternatives(text: str, sets: dict[str, list[str]], where: str) -> Iterator[Alternative]:
    for part in str(text).split("|"):
        part = part.strip()
        negated = part.startswith("!")
        part = part.lstrip("!")
        if part.startswith("@"):
            for word in _members(part[1:], sets, where):
                yield Alternative(negated, "lemma", word)
        elif part.startswith("#"):
            if part[1:] not in CLASSES:
                raise KnowledgeError(f"{where}: no class {part!r}; there are {', '.join(sorted(CLASSES))}.")
            yield Alternative(negated, "class", part[1:])
        elif part.startswith("%"):
            yield Alternative(negated, "category", part[1:])
        elif part in ("*", "~"):
            yield Alternative(negated, "any" if part == "*" else "none", "")
        elif part:
            yield Alternative(negated, "lemma", part)


def _members(name: str, sets: dict[str, list[str]], where: str, depth: int = 0) -> Iterator[str]:
    if name not in sets or depth > 8:
        raise KnowledgeError(f"{where}: no set @{name}; add it to a sets*.yaml file.")
    for word in sets[name]:
        if str(word).startswith("@"):
            yield from _members(str(word)[1:], sets, where, depth + 1)
        else:
            yield str(word)


def _test(text: str, sets: dict[str, list[str]], where: str) -> Test:
    found = list(_alternatives(text, sets, where))

    def values(kind: str, negated: bool) -> list[str]:
        return [a.value for a in found if a.kind == kind and a.negated == negated]

    def phrases(negated: bool) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(w.replace("-", " ").split()) for w in values("lemma", negated) if " " in w or "-" in w)

    every = (*phrases(False), *phrases(True))
    return Test(
        phrase_words=frozenset(w for phrase in every for w in phrase),
        words=frozenset(w for w in values("lemma", False) if " " not in w),
        phrases=phrases(False),
        not_words=frozenset(w for w in values("lemma", True) if " " not in w),
        not_phrases=phrases(True),
        classes=frozenset(values("class", False)),
        not_classes=frozenset(values("class", True)),
        categories=frozenset(values("category", False)),
        not_categories=frozenset(values("category", True)),
        any_=any(a.kind == "any" and not a.negated for a in found),
        none=any((a.kind == "none" and not a.negated) or (a.kind == "any" and a.negated) for a in found),
    )


_DEFAULTS = {
    "v": ("subj", "obj"),
    "n": ("light|poss|by|amod|compound", "on|against|of"),
    "a": ("subj", "of|to|with|at|about"),
    "p": ("subj", "none"),
}


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


class _Reader:
    """Reads the groups of all files, gathering every error rather than the first."""

    def __init__(self, categories: dict[str, frozenset[str]], sets: dict[str, list[str]]) -> None:
        self.categories, self.sets = categories, sets
        self.entries: list[Entry] = []
        self.groups: list[Group] = []
        self.errors: list[str] = []

    def file(self, path: Path) -> None:
        for number, raw in enumerate(read_yaml(path) or [], 1):
            where = f"{path.name}#{number}"
            try:
                self._group(raw, where)
            except KnowledgeError as error:
                self.errors.append(str(error))
            except (TypeError, ValueError, AttributeError) as error:
                self.errors.append(f"{where}: malformed group: {error}")

    def _group(self, raw: dict[str, Any], where: str) -> None:
        unknown = set(raw) - _KEYS
        if unknown:
            raise KnowledgeError(f"{where}: unknown keys {sorted(unknown)}; known are {sorted(_KEYS)}.")
        category, modes = raw.get("cat"), _strings(raw.get("mode"))
        if category != "NONE":
            if category not in self.categories:
                raise KnowledgeError(f"{where}: no category {category!r}.")
            wrong = set(modes) - self.categories[category]
            if wrong:
                raise KnowledgeError(f"{where}: {category} has no mode {sorted(wrong)}.")
        if raw.get("need", "either") not in _NEEDS:
            raise KnowledgeError(f"{where}: need must be one of {_NEEDS}.")
        if True in (raw.get("when") or {}):
            raise KnowledgeError(f"{where}: YAML reads a bare `on` as true; write \"on\".")
        when = tuple(
            (tuple(_path(path) for path in str(slot).split("|")), _test(test, self.sets, where))
            for slot, test in (raw.get("when") or {}).items()
        )
        wanted = tuple(test.words | test.phrase_words for _, test in when if test.of_words)
        triggers = []
        for pos in POS:
            for trigger in _strings(raw.get(pos)):
                triggers.append(trigger)
                self.entries.append(self._entry(raw, where, pos, trigger, modes, when, wanted))
        if not triggers:
            raise KnowledgeError(f"{where}: a group without triggers (v, n, a or p).")
        self.groups.append(
            Group(where, str(category), modes, _strings(raw.get("ex")), _strings(raw.get("nex")), tuple(triggers))
        )

    def _entry(
        self,
        raw: dict[str, Any],
        where: str,
        pos: str,
        trigger: str,
        modes: tuple[str, ...],
        when: tuple[tuple[tuple[Path_, ...], Test], ...],
        wanted: tuple[frozenset[str], ...],
    ) -> Entry:
        words = tuple(trigger.lower().replace("-", " ").split()) if pos != "v" else tuple(trigger.lower().split())
        given_from, given_to = (raw.get("nfrom"), raw.get("nto")) if pos == "n" else (raw.get("from"), raw.get("to"))
        default_from, default_to = _DEFAULTS[pos]
        if (
            pos == "v"
            and given_to is None
            and len(words) > 1
            and words[-1] in _SMALL - {"up", "off", "out", "down", "back", "away"}
        ):
            default_to = words[-1]
        return Entry(
            id=f"{where} {trigger}",
            category=str(raw["cat"]),
            modes=modes,
            pos=pos,
            words=words,
            when=when,
            actor=_slots(str(given_from or default_from)),
            recipient=_slots(str(given_to or default_to)),
            need=str(raw.get("need", "any" if raw["cat"] == "NONE" else "either")),
            order=len(self.entries),
            rest=frozenset(words[1:]),
            wanted=wanted,
            sure=bool(raw.get("sure")),
            certain=raw.get("sure") == "always",
            told=_paths(raw.get("told")),
            joined=_paths(raw.get("joined")),
        )


def _files(directories: Sequence[Path]) -> list[Path]:
    """A user's files come first: where two entries match alike, the first one wins."""
    return [p for d in reversed(directories) for p in sorted((d / LEXICON).glob("*.yaml"))]


def _operators(path: Path) -> list[Operator]:
    found = []
    for number, raw in enumerate(read_yaml(path) or [], 1):
        for pos in ("v", "n", "a"):
            for trigger in _strings(raw.get(pos)):
                found.append(Operator(f"{path.name}#{number} {trigger}", raw["kind"], pos, tuple(trigger.split())))
    return found


def read(directories: Sequence[Path]) -> tuple[Lexicon, list[str]]:
    """All lexicon files of ``directories`` and the errors found in them (a group with an error is left out)."""
    from wader.knowledge import codebook

    categories = {name: frozenset(c.modes) for name, c in codebook.load(directories).categories.items()}
    files = _files(directories)
    sets: dict[str, list[str]] = {}
    for path in (p for p in reversed(files) if p.name.startswith("sets")):
        sets.update({str(k): [str(w) for w in v] for k, v in (read_yaml(path) or {}).items()})
    reader = _Reader(categories, sets)
    operators: list[Operator] = []
    for path in files:
        if path.name == "operators.yaml":
            operators += _operators(path)
        elif not path.name.startswith("sets"):
            try:
                reader.file(path)
            except KnowledgeError as error:
                reader.errors.append(str(error))
    return Lexicon(reader.entries, operators, reader.groups, sets), reader.errors


def load(directories: Sequence[Path]) -> Lexicon:
    """The lexicon of ``directories``.

    Raises:
        KnowledgeError: a file or group is malformed; names each.
    """
    lexicon, errors = read(directories)
    if errors:
        raise KnowledgeError("The lexicon has errors:\n  " + "\n  ".join(errors[:20]))
    return lexicon


def main() -> int:
    """Check the packaged lexicon (or the directory given) and print what it holds."""
    directories = [Path(__file__).parent, *(Path(a) for a in sys.argv[1:])]
    lexicon, errors = read(directories)
    for error in errors:
        print("error:", error)
    triggers = Counter(e.category for e in lexicon.entries)
    modes = Counter((e.category, m) for e in lexicon.entries for m in e.modes)
    for category, count in sorted(triggers.items()):
        own = ", ".join(f"{m} {n}" for (c, m), n in sorted(modes.items()) if c == category)
        print(f"{category:10} {count:5}  {own}")
    bare = [g.id for g in lexicon.groups if not g.examples]
    print(
        f"{len(lexicon)} triggers in {len(lexicon.groups)} groups; groups without an example: {len(bare)} {bare[:10]}"
    )
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main())
