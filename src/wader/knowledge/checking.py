"""Whether the files of a registry say what they may: one validator for states, lists of names, and tables of rows.

A user's folder is checked before anything of it is in force, so that a slip of the pen is told with file, line and
remedy, and is never taken for a fact. The packaged files pass the same checks in the tests, not in each run.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
import yaml

from wader.errors import KnowledgeError
from wader.knowledge import permitted
from wader.knowledge.actors import LISTS
from wader.knowledge.files import LOADER, PACKAGED, entries_of
from wader.knowledge.names import open_csv
from wader.knowledge.offices import COLUMNS, FILES
from wader.knowledge.permitted import Complaint, Terms

_TOLD = 20
_DEEPEST = 8
_GROUPS = "groups.csv.gz"
_STATES, _GIVEN = "countries.yaml", "given_names.yaml"

Check = Callable[[str], Complaint | None]


class Fault(msgspec.Struct, frozen=True):
    """What a line of a file may not say."""

    path: Path
    line: int
    said: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.said}. {self.remedy}"


def check(directories: Sequence[Path]) -> None:
    """Whether the registry of each directory but the packaged one says what it may.

    Raises:
        KnowledgeError: it does not; tells the first faults with file, line and what to do.
    """
    found = [fault for own in directories if own != PACKAGED for fault in faults(own, [PACKAGED, *directories])]
    if not found:
        return
    told = [str(fault) for fault in found[:_TOLD]]
    if len(found) == 1:
        raise KnowledgeError(told[0])
    more = [f"and {len(found) - _TOLD:,} more."] if len(found) > _TOLD else []
    raise KnowledgeError(f"{len(found):,} entries cannot be used:\n  " + "\n  ".join([*told, *more]))


def faults(directory: Path, directories: Sequence[Path]) -> Iterator[Fault]:
    """All faults of one directory's registry, file by file. ``directories`` say which codes and sectors there are."""
    present = [name for name in (_STATES, _GIVEN, *LISTS, *FILES, _GROUPS) if (directory / name).is_file()]
    if not present:
        return
    if _STATES in present:
        found = list(_Written(directory / _STATES).states())
        yield from found
        # What stands in a file that is not in order adds no codes.
        directories = [each for each in directories if not found or each != directory]
    known = permitted.terms(directories)
    for name in present:
        path = directory / name
        if name in LISTS:
            yield from _Written(path).sections(known)
        elif name == _GIVEN:
            yield from _Written(path).given_names()
        elif name != _STATES:
            yield from _table(path, known)


# --- tables -------------------------------------------------------------------------------------------------------


def _table(path: Path, known: Terms) -> Iterator[Fault]:
    """Faults of ``offices.tsv`` and of the two compiled tables."""
    tabs, group = path.suffix == ".tsv", path.name == _GROUPS
    if tabs and not path.read_bytes().strip(b"\xef\xbb\xbf \t\r\n"):
        return  # an empty file says nothing
    with entries_of(path), open_csv(path) as stream:
        rows = (line.rstrip("\r\n").split("\t") for line in stream) if tabs else csv.reader(stream)
        header = next(rows, [])
        needed = ("name", "aliases", "code", "sector", "kind", "members") if group else COLUMNS
        if not (set(needed) <= set(header) if group else tuple(header[: len(COLUMNS)]) == COLUMNS):
            parted = "tabs" if tabs else "commas"
            yield Fault(path, 1, f"the columns are {', '.join(header)}",
                        f"Write {', '.join(needed)} into the first line, parted by {parted}.")  # fmt: skip
            return
        for line, cells in enumerate(rows, 2):
            if not any(cells) or (tabs and cells[0].startswith("#")):
                continue
            if len(cells) < len(needed):
                yield Fault(path, line, f"{len(cells)} fields where there are {len(needed)} columns",
                            f"Part all of them by {'tabs' if tabs else 'commas'}, empty ones too.")  # fmt: skip
                continue
            for said, remedy in _row(dict(zip(header, cells, strict=False)), known, group):
                yield Fault(path, line, f"{cells[0]}: {said}" if cells[0] else said, remedy)


def _row(row: Mapping[str, str], known: Terms, group: bool) -> Iterator[Complaint]:
    for column in ("name", "kind") if group else ("name", "code", "office"):
        known_without = column == "office" and row["sector"].strip()  # a person of that sector, in no office
        if not row[column].strip() and not known_without:
            yield f"no {column}", f"Write it into the column {column}."
    checks: tuple[tuple[str, Check], ...] = (
        ("name", permitted.of_name), ("aliases", permitted.of_names), ("code", known.code),
        ("kind", permitted.of_kind), ("sector", known.sector), ("since", permitted.of_date),
        ("until", permitted.of_date), ("as_of", permitted.of_date), ("wikidata_id", permitted.of_id),
    )  # fmt: skip
    found = [wrong(value) for column, wrong in checks if (value := row.get(column) or "")]
    yield from filter(None, [*found, permitted.of_term(row.get("since"), row.get("until"))])


# --- YAML ---------------------------------------------------------------------------------------------------------

_TEXTS = ("office", "religion", "ethnicity", "stands_for", "source")
_OF_SECTION = ("kind", "code", "sector", "other_sectors", "id", *_TEXTS, "members", "since", "until", "as_of",
               "ambiguous", "case", "gone")  # fmt: skip
_OF_NAME = ("name", "aliases", *_OF_SECTION)
_OF_STATE = ("name", "names", "adjectives", "people", "capital", "cities", "former", "ambiguous", "iso2", "region",
             "id")  # fmt: skip
_READ_AS = {"bool": "true or false", "int": "a number", "float": "a number", "timestamp": "a date", "null": "nothing"}


class _Written:
    """A file of YAML as nodes, which know their lines; each method gives its faults."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._found: dict[Fault, None] = {}  # an anchor's fault stands in each entry that repeats it
        self._root: yaml.Node | None = None
        try:
            self._root = yaml.compose(path.read_bytes(), Loader=LOADER)
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            said = getattr(error, "problem", None) or str(error).partition("\n")[0]
            at = mark.line + 1 if mark is not None else 1
            self._fault(at, f"not YAML ({said})", "Mend it or take the file away.")
        except OSError as error:
            raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); mend it or take it away.") from error

    def sections(self, known: Terms) -> list[Fault]:
        """Faults of a list in the format of ``wader.knowledge.actors``."""
        if self._root is None:
            return list(self._found)
        if not isinstance(self._root, yaml.SequenceNode):
            self._fault(self._root, "has to be a list of sections", "Begin each with `- kind: …`.")
            return list(self._found)
        checks = _checks(known)
        for section in self._root.value:
            fields = self._fields(section, ("names", *_OF_SECTION), "section")
            if fields is None:
                continue
            self._values(fields, checks)
            names = fields.get("names")
            if names is None:
                self._fault(section, "a section without `names`", "Write them as names: [One name, Another | A.N.].")
            elif self._is_list("names", names):
                for item in names.value:
                    self._entry(item, fields, checks)
        return list(self._found)

    def states(self) -> list[Fault]:
        """Faults of a file like ``countries.yaml``."""
        if self._root is None:
            return list(self._found)
        if not isinstance(self._root, yaml.MappingNode):
            self._fault(self._root, "has to be a mapping by code", "Write KEN: {name: Kenya, …}.")
            return list(self._found)
        for code, row in self._pairs(self._root):
            if not (len(code.value) == 3 and code.value.isascii() and code.value.isupper()):
                self._fault(code, f"{code.value!r} is no code", "Write an ISO alpha-3 of a state: KEN.")
            fields = self._fields(row, _OF_STATE, "state") or {}
            if fields and "name" not in fields:
                self._fault(row, f"{code.value} has no name", "Write name: …, as news has it.")
            self._state(fields)
        return list(self._found)

    def given_names(self) -> list[Fault]:
        """Faults of a file like ``given_names.yaml``."""
        for name, node in (self._fields(self._root, ("female", "male"), "field") or {}).items() if self._root else ():
            self._text(name, node)
        return list(self._found)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _state(self, fields: Mapping[str, yaml.Node]) -> None:
        """What one state says of itself."""
        for name in ("name", "capital", "region", "iso2", "id"):
            value = self._text(name, fields[name]) if name in fields else None
            if value is not None and name in ("name", "id"):
                self._judge(fields[name], value, permitted.of_id if name == "id" else permitted.of_name)
        for name in ("names", "adjectives", "people", "cities"):
            self._texts(name, fields.get(name), permitted.of_name)
        former = fields.get("former")
        parts = self._fields(former, ("names", "adjectives", "until"), "field") if former is not None else None
        for name, node in (parts or {}).items():
            if name != "until":
                self._texts(name, node, permitted.of_name)
            elif (value := self._text(name, node, quoted=False)) is not None:
                self._judge(node, value, permitted.of_date)
        if "ambiguous" in fields and self._is_mapping("a mapping of names", fields["ambiguous"]):
            for _, doubt in self._pairs(fields["ambiguous"]):
                self._judge(doubt, str(doubt.value), partial(permitted.one_of, "doubt", known=permitted.DOUBTS))

    def _entry(self, item: yaml.Node, section: Mapping[str, yaml.Node], checks: Mapping[str, Check]) -> None:
        """One of a section's names."""
        if isinstance(item, yaml.ScalarNode):
            if (value := self._text("names", item)) is not None:
                self._judge(item, value, permitted.of_names)
            fields: dict[str, yaml.Node] = {}
        else:
            found = self._fields(item, _OF_NAME, "field")
            if found is None:
                return
            fields = found
            if "name" not in fields:
                self._fault(item, "an entry without a name", "Write {name: …} before what it says.")
            self._values(fields, checks)
        told = {**section, **fields}
        gone = told.get("gone")
        if "kind" not in told and not (gone is not None and gone.value == "true"):
            self._fault(item, "no kind", f"Write kind: one of {', '.join(permitted.KINDS)}.")
        if "since" in fields or "until" in fields or item is section["names"].value[0]:
            since, until = (str(told[name].value) if name in told else None for name in ("since", "until"))
            if wrong := permitted.of_term(since, until):
                self._fault(fields.get("since", item), *wrong)

    def _values(self, fields: Mapping[str, yaml.Node], checks: Mapping[str, Check]) -> None:
        """The fields of a section or an entry, each by its own check."""
        for name, node in fields.items():
            if name == "gone":
                if not node.tag.endswith(":bool"):
                    self._fault(node, "`gone` is true or false", "Write gone: true, or take it away.")
            elif name in ("aliases", "members", "other_sectors"):
                self._texts(name, node, checks[name])
            elif name != "names" and not (node.tag.endswith(":null") and name != "name"):
                value = self._text(name, node, quoted=name not in ("since", "until", "as_of"))
                if value is not None and name in checks:
                    self._judge(node, value, checks[name])

    def _fields(self, node: yaml.Node, known: Sequence[str], what: str) -> dict[str, yaml.Node] | None:
        """The fields of a mapping that are known; faults for the others, and for what is no mapping."""
        if not self._is_mapping(f"a {what}", node):
            return None
        fields: dict[str, yaml.Node] = {}
        for key, value in self._pairs(node):
            name = str(key.value)
            if name in known:
                fields[name] = value
            elif what == "section" and name in ("name", "aliases"):
                self._fault(key, f"`{name}` belongs to a name, not to its section",
                            "Write names: [{name: …, aliases: […]}].")  # fmt: skip
            elif wrong := permitted.one_of("field", name, known):
                self._fault(key, *wrong)
        return fields

    def _pairs(self, node: yaml.Node, depth: int = 0) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        """Keys and values of a mapping, each key once, those of merged ones (``<<``) too."""
        own: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
        merged: list[yaml.Node] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault(key, "a list or mapping where the name of a field belongs", "Quote it if it is a word.")
            elif key.tag.endswith(":merge"):
                merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
            elif key.value in own:
                self._fault(key, f"`{key.value}` stands twice", "Leave one of them.")
            else:
                own[key.value] = key, value
        for other in merged if depth < _DEEPEST else ():
            if isinstance(other, yaml.MappingNode):
                own = {**{str(key.value): (key, value) for key, value in self._pairs(other, depth + 1)}, **own}
        return list(own.values())

    def _texts(self, name: str, node: yaml.Node | None, wrong: Check) -> None:
        if node is not None and self._is_list(name, node):
            for each in node.value:
                if (value := self._text(name, each)) is not None:
                    self._judge(each, value, wrong)

    def _text(self, name: str, node: yaml.Node, *, quoted: bool = True) -> str | None:
        """The words of a node; faults where it has none, or where YAML makes something else of them."""
        if not isinstance(node, yaml.ScalarNode):
            self._fault(node, f"`{name}` is text, not a list or mapping", f"Write {name}: words, in quotes if need be.")
            return None
        kind = node.tag.rpartition(":")[2]
        if kind != "str" and (quoted or kind not in ("int", "timestamp")):
            made = _READ_AS.get(kind, kind)
            if node.value:
                self._fault(node, f"YAML reads {node.value} as {made}", f'Write it in quotes: "{node.value}".')
            else:
                self._fault(node, f"`{name}` is empty", "Write it, or leave it out.")
            return None
        return str(node.value)

    def _is_list(self, name: str, node: yaml.Node) -> bool:
        if isinstance(node, yaml.SequenceNode):
            return True
        shown = f": [{node.value}]" if isinstance(node, yaml.ScalarNode) and node.value else ""
        self._fault(node, f"`{name}` is a list", f"Write it in brackets{', ' + name + shown if shown else ''}.")
        return False

    def _is_mapping(self, name: str, node: yaml.Node) -> bool:
        if isinstance(node, yaml.MappingNode):
            return True
        shown = node.value if isinstance(node, yaml.ScalarNode) else "a list"
        self._fault(node, f"{shown} where {name} belongs", "Write fields and values: {field: value, …}.")
        return False

    def _judge(self, node: yaml.Node, value: str, wrong: Check) -> None:
        if found := wrong(value):
            self._fault(node, *found)

    def _fault(self, at: yaml.Node | int, said: str, remedy: str) -> None:
        line = at if isinstance(at, int) else at.start_mark.line + 1
        self._found[Fault(self.path, line, said, remedy)] = None


def _checks(known: Terms) -> dict[str, Check]:
    """The check of each field whose text is not free."""
    return {
        "name": permitted.of_name, "aliases": permitted.of_name, "kind": permitted.of_kind, "code": known.code,
        "sector": known.sector, "other_sectors": known.sector, "members": known.member, "id": permitted.of_id,
        "since": permitted.of_date, "until": permitted.of_date, "as_of": permitted.of_date,
        "ambiguous": partial(permitted.one_of, "doubt", known=permitted.DOUBTS),
        "case": partial(permitted.one_of, "case", known=("any",)),
    }  # fmt: skip
