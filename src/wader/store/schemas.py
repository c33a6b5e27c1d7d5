"""Arrow schemas of a store's tables, made from the records themselves so that the two cannot drift apart."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pyarrow as pa

from wader.records import Article, Event, Placed, Record, Skip


def arrow_type(kind: msgspec.inspect.Type) -> pa.DataType:
    """Arrow type of a msgspec type. Open values (``Any``) are kept as text."""
    inspect = msgspec.inspect
    match kind:
        case inspect.StrType() | inspect.LiteralType() | inspect.AnyType():
            return pa.string()
        case inspect.BoolType():
            return pa.bool_()
        case inspect.IntType():
            return pa.int64()
        case inspect.FloatType():
            return pa.float64()
        case inspect.ListType(item_type=item):
            return pa.list_(arrow_type(item))
        case inspect.TupleType(item_types=items):
            return pa.list_(arrow_type(items[0]))
        case inspect.DictType(key_type=key, value_type=value):
            return pa.map_(arrow_type(key), arrow_type(value))
        case inspect.StructType(fields=fields):
            return pa.struct([pa.field(f.encode_name, arrow_type(f.type)) for f in fields])
        case inspect.UnionType(types=types):
            kept = [t for t in types if not isinstance(t, inspect.NoneType)]
            if len(kept) == 1:
                return arrow_type(kept[0])
    raise TypeError(f"no Arrow type for {kind}")


def _columns(record: type[Record]) -> list[pa.Field]:
    kind = msgspec.inspect.type_info(record)
    assert isinstance(kind, msgspec.inspect.StructType)
    return [pa.field(f.encode_name, arrow_type(f.type)) for f in kind.fields]


@cache
def documents() -> pa.Schema:
    """A row a version of a document. ``coded`` is false where it was read and not coded; ``reason`` says why."""
    head = [
        pa.field("version", pa.string()),
        pa.field("content_hash", pa.string()),
        pa.field("coder_hash", pa.string()),
        pa.field("coded", pa.bool_()),
        pa.field("reason", pa.string()),
        pa.field("event_count", pa.int64()),
        pa.field("sentence_count", pa.int64()),
    ]
    return pa.schema([*head, *_columns(Article)])


@cache
def events() -> pa.Schema:
    """A row an event: the version it belongs to, its place among that document's events, then the record."""
    head = [
        pa.field("version", pa.string()),
        pa.field("document", pa.string()),
        pa.field("position", pa.int64()),
    ]
    return pa.schema([*head, *_columns(Event)])


@cache
def names() -> pa.Schema:
    """A row a name that a document places and the knowledge lacks: its version, its place there, then the record."""
    head = [pa.field("version", pa.string()), pa.field("document", pa.string()), pa.field("position", pa.int64())]
    return pa.schema([*head, *_columns(Placed)])


@cache
def pointers() -> pa.Schema:
    """A row a document whose version changed with a run, in the order in which it was read."""
    return pa.schema([("position", pa.int64()), ("document", pa.string()), ("version", pa.string())])


@cache
def origins() -> pa.Schema:
    """A row a document whose origin a run learnt: the path of its file as seen from the store; null for stdin."""
    return pa.schema([("position", pa.int64()), ("document", pa.string()), ("origin", pa.string())])


@cache
def skips() -> pa.Schema:
    """A row an input that a run left out."""
    return pa.schema([pa.field("position", pa.int64()), *_columns(Skip)])


_EVENT_FIELDS = tuple(f.encode_name for f in msgspec.structs.fields(Event))
_ARTICLE_FIELDS = tuple(f.encode_name for f in msgspec.structs.fields(Article))


def event_of(row: dict[str, Any]) -> Event:
    """The event of an Arrow row (``to_pylist`` gives maps as lists of pairs)."""
    fields = {name: row[name] for name in _EVENT_FIELDS}
    fields["evidence"] = dict(fields["evidence"])
    fields["coder"] = dict(fields["coder"])
    return msgspec.convert(fields, Event)


def article_of(row: dict[str, Any]) -> Article:
    """The article of an Arrow row."""
    return msgspec.convert({name: row[name] for name in _ARTICLE_FIELDS}, Article)
