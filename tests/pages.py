"""Pages in our own words, for tests that go through all stages."""

from __future__ import annotations

import json
from pathlib import Path

TALKS = (
    "Kenya's president met Uganda's foreign minister in Nairobi on Monday, the foreign ministry said.\n\n"
    "The two governments signed a trade agreement after the talks. "
    "Police in Mombasa arrested 12 protesters on Sunday.\n\n"
    "Opposition leaders condemned the government over the arrests and demanded the release of the detainees.\n"
)
STRIKE = (
    "Rebels attacked an army base near Goma on 3 March 2021, killing at least nine soldiers, officials said.\n\n"
    "Rwanda denied supporting the fighters. The United Nations called on all sides to stop fighting.\n"
)
GERMAN = (
    "Der Präsident von Kenia traf am Montag in Nairobi den Außenminister von Uganda, wie das Ministerium mitteilte. "
    "Die beiden Regierungen unterzeichneten nach den Gesprächen ein Handelsabkommen, und die Polizei nahm zwölf "
    "Demonstranten fest. Die Opposition verurteilte das Vorgehen der Regierung und verlangte die Freilassung aller "
    "Gefangenen, die seit Sonntag in Haft sitzen.\n"
)

ROWS = [
    {
        "id": "talks",
        "text": TALKS,
        "title": "Kenya and Uganda hold talks",
        "date": "2021-05-04",
        "source": "Lake Gazette",
    },
    {"id": "strike", "text": STRIKE, "date": "2021-03-05"},
    {"id": "german", "text": GERMAN, "date": "2021-05-04"},
    {"id": "calm", "text": "The weather was mild. Bread costs as much as last year.", "date": "2021-05-04"},
]


def write_rows(path: Path, rows: list[dict[str, str]]) -> Path:
    """Rows as a ``.jsonl`` file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def english() -> list[dict[str, str]]:
    """The rows that are coded."""
    return [row for row in ROWS if row["id"] != "german"]


def many(count: int) -> list[dict[str, str]]:
    """Rows that differ a little from each other."""
    return [
        {"id": f"row-{number}", "text": f"{(TALKS, STRIKE)[number % 2]}\nNote {number}.", "date": "2021-05-04"}
        for number in range(count)
    ]
