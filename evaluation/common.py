"""Where the measuring data lie, and what every scorer needs."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("WADER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""Third-party gold and news, never part of the project; scorers say so where the folder is absent."""
VOLUME = "news/volume.jsonl.gz"
"""Real news texts to run everything on, below ``SHARED``."""


def volume(shared: Path, step: int = 1) -> list[dict[str, Any]]:
    """Every ``step``-th row of the volume file."""
    with gzip.open(shared / VOLUME, "rt", encoding="utf-8") as file:
        return [json.loads(line) for number, line in enumerate(file) if number % step == 0]

LEXICON_ONLY = Path(__file__).parent / "lexicon_only"
"""Knowledge to lay over the packaged one, so that the encoder is not asked."""
ALL_EVENTS = Path(__file__).parent / "all_events"
"""Knowledge to lay over the packaged one, so that unsure events are told too."""
