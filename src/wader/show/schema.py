"""JSON Schemas of what Wader writes, made from the records (``python -m wader.reference`` writes them)."""

from __future__ import annotations

from typing import Any

import msgspec

from wader.knowledge import Knowledge, load
from wader.records import Event
from wader.show.rows import DocumentRow

_ABOUT = {
    "event": ("PLOVER event", "One line of `wader code`: who did what to whom, when, where, according to whom."),
    "document": ("Annotated document", "One line of `wader annotate`: an article with all that was found in it."),
}
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def schemas(knowledge: Knowledge | None = None) -> dict[str, dict[str, Any]]:
    """The schemas by name. Every field is always written, so every field is required and no other is allowed."""
    known = knowledge or load()
    made = {}
    for name, record in (("event", Event), ("document", DocumentRow)):
        schema = msgspec.json.schema(record)
        for definition in schema["$defs"].values():
            _close(definition)
        _codebook(schema["$defs"]["Event"]["properties"], known)
        title, description = _ABOUT[name]
        top = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"https://wader.invalid/schema/{name}.json",
            "title": title,
            "description": description,
        }
        made[name] = {**top, **schema}
    return made


def _close(definition: dict[str, Any]) -> None:
    """Require all properties of an object, allow no other, drop defaults (they are Python's, not the file's)."""
    properties = definition.get("properties")
    if properties is None:
        return
    definition["required"] = list(properties)
    definition["additionalProperties"] = False
    for value in properties.values():
        value.pop("default", None)
    for field in ("start", "end", "sequence"):
        if properties.get(field, {}).get("type") == "integer":
            properties[field]["minimum"] = 0


def _codebook(event: dict[str, Any], knowledge: Knowledge) -> None:
    """What the codebook limits: categories, quad codes, scores, days."""
    event["event"] |= {"minItems": 1, "maxItems": 1, "items": {"enum": sorted(knowledge.codebook.categories)}}
    modes = {mode for category in knowledge.codebook.categories.values() for mode in category.modes}
    event["mode"]["items"] = {"enum": sorted(modes)}
    event["context"]["items"] = {"enum": sorted(knowledge.codebook.contexts)}
    event["quad_code"] |= {"minimum": 1, "maximum": 4}
    event["event_text"]["minItems"] = 1
    for name in ("date", "enddate"):
        event[name] = {"anyOf": [{"type": "string", "pattern": _DAY}, {"type": "null"}]}
    event["event_scale"] = {"anyOf": [{"type": "number", "minimum": -10, "maximum": 10}, {"type": "null"}]}
    event["confidence"] = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "null"}]}


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"
