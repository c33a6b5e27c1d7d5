"""A YAML list of names edited as text: one entry replaced, added or taken out, all else to the letter as it was.

The composed nodes say where each entry stands. What comes out is read again and compared with what it has to say, so
that a construction which this module does not foresee is refused, never damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from wader.errors import KnowledgeError
from wader.knowledge.actors import _as_row
from wader.knowledge.files import entries_of
from wader.knowledge.names import key

_OF_SECTION = ("kind", "code", "sector", "gone")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_BOM = "\ufeff"
_Place = tuple[yaml.MappingNode, yaml.SequenceNode, yaml.Node]
"""Section, its names, the entry among them."""


class Items:
    """The entries of a file in the format of ``wader.knowledge.actors``."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.bom = _BOM if text.startswith(_BOM) else ""
        self.text = text.removeprefix(_BOM)
        self.end = "\r\n" if "\r\n" in text else "\n"
        try:
            self.root = yaml.compose(self.text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, RecursionError) as error:
            raise KnowledgeError(f"{path}: not YAML ({error}); mend it. Nothing was changed.") from error
        if self.root is not None and not isinstance(self.root, yaml.SequenceNode):
            raise KnowledgeError(f"{path}: has to be a list of sections; mend it. Nothing was changed.")

    def has(self, name: str) -> bool:
        """Whether an entry has this usual name."""
        return self._find(name) is not None

    def rows(self) -> list[dict[str, Any]]:
        """All entries, each with all that holds for it; ``aliases`` is always there."""
        with entries_of(self.path):
            return _rows(self._content(self.text) or ())

    def put(self, fields: Mapping[str, Any]) -> str:
        """The file's text with an entry of these fields in the place of the one of its name, else at its end."""
        place = self._find(fields["name"])
        if place is None:
            indent = " " * (self.root.start_mark.column if self.root is not None else 0)
            before = self.text if not self.text or self.text.endswith("\n") else self.text + self.end
            text = f"{before}{indent}- {_flow(_section(fields))}{self.end}"
        else:
            text = self._replaced(place, fields)
        return self._checked(text, [*self._others(fields["name"]), dict(fields)], fields["name"])

    def without(self, name: str) -> str:
        """The file's text without the entries of this name."""
        text = self.text
        while (place := Items(self.path, text)._find(name)) is not None:
            text = Items(self.path, text)._cut(place)
        return self._checked(text, self._others(name), name)

    # --- where entries stand -------------------------------------------------------------------------------------

    def _find(self, name: str) -> _Place | None:
        return next((place for place in self._places() if key(_name_of(place[2])) == key(name)), None)

    def _places(self) -> Iterator[_Place]:
        for section in self.root.value if self.root is not None else ():
            names = _field(section, "names")
            if isinstance(names, yaml.SequenceNode):
                yield from ((section, names, item) for item in names.value)

    # --- changes ---------------------------------------------------------------------------------------------------

    def _replaced(self, place: _Place, fields: Mapping[str, Any]) -> str:
        section, names, item = place
        if len(names.value) == 1 and section.flow_style:
            node: yaml.Node = section
            written = _flow(_section(fields))
        else:
            defaults = {field.value: None for field, _ in section.value if field.value != "names"}
            node, written = item, _flow({**fields, **{name: None for name in defaults if name not in fields}})
        start, end = node.start_mark.index, _end(node, self.text)
        line = self.text.rfind("\n", 0, start) + 1
        indent = re.match(r"[ ]*", self.text[line:])
        notes = "".join(f"{indent[0] if indent else ''}{note}{self.end}" for note in self._comments(node, start, end))
        return self.text[:line] + notes + self.text[line:start] + written + self.text[end:]

    def _comments(self, node: yaml.Node, start: int, end: int) -> list[str]:
        """Comments that stand inside an entry."""
        words = [(leaf.start_mark.index, leaf.end_mark.index) for leaf in _leaves(node)]
        return [
            found[0].rstrip()
            for found in _COMMENT.finditer(self.text, start, end)
            if not any(a <= found.start() < b for a, b in words)
        ]

    def _cut(self, place: _Place) -> str:
        section, names, item = place
        whole = len(names.value) == 1
        node: yaml.Node = section if whole else item
        parent = self.root if whole and self.root is not None else names
        start, end = node.start_mark.index, _end(node, self.text)
        if isinstance(parent, yaml.CollectionNode) and parent.flow_style:
            after = re.compile(r"\s*,\s*").match(self.text, end)
            if after:
                return self.text[:start] + self.text[after.end() :]
            before = re.search(r"\s*,\s*\Z", self.text[:start])
            return self.text[: before.start() if before else start] + self.text[end:]
        line = self.text.rfind("\n", 0, self.text.rfind("-", 0, start)) + 1
        following = self.text.find("\n", end)
        return self.text[:line] + (self.text[following + 1 :] if following >= 0 else "")

    # --- what it has to say ------------------------------------------------------------------------------------------

    def _others(self, name: str) -> list[dict[str, Any]]:
        """All entries but those of this name, as the file has them now."""
        return [row for row in self.rows() if key(row["name"]) != key(name)]

    def _content(self, text: str) -> Any:
        try:
            return yaml.load(text, Loader=yaml.SafeLoader) or []
        except (yaml.YAMLError, ValueError):
            return None

    def _checked(self, text: str, wanted: list[dict[str, Any]], name: str) -> str:
        found = self._content(text)
        if found is None or _sorted(_rows(found)) != _sorted(wanted):
            place = self._find(name)
            where = f"line {place[2].start_mark.line + 1}" if place else "its end"
            raise KnowledgeError(
                f"{self.path}: {name} cannot be written at {where} without touching what stands beside it; edit the "
                "file by hand. Nothing was changed."
            )
        return self.bom + text


def _section(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A section of one name."""
    own = {field: value for field, value in fields.items() if field not in _OF_SECTION}
    head = {field: fields[field] for field in _OF_SECTION if field in fields}
    return {**head, "names": [own["name"] if len(own) == 1 else own]}


def _flow(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(data), default_flow_style=True, width=10**9, allow_unicode=True, sort_keys=False).strip()


def _field(node: yaml.Node, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for field, value in pairs if field.value == name), None)


def _name_of(item: yaml.Node) -> str:
    named = item if isinstance(item, yaml.ScalarNode) else _field(item, "name")
    return str(named.value).split("|")[0].strip().removesuffix("*") if isinstance(named, yaml.ScalarNode) else ""


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for each in child if isinstance(child, tuple) else (child,):
            yield from _leaves(each)


def _end(node: yaml.Node, text: str) -> int:
    """Where a node's own text ends: a block goes on to the next token, over comments that are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    end = int(node.end_mark.index)
    return len(text[:end].rstrip())


def _rows(content: Any) -> list[dict[str, Any]]:
    """The entries of sections, each with all that holds for it."""
    found = []
    for section in content:
        defaults = {field: value for field, value in section.items() if field != "names"}
        found += [{**defaults, **_as_row(item)} for item in section["names"]]
    return found


def _sorted(rows: list[dict[str, Any]]) -> list[str]:
    """Rows in a form that can be compared: without fields that say nothing."""
    return sorted(repr(sorted((f, str(v)) for f, v in row.items() if v not in (None, (), []))) for row in rows)
