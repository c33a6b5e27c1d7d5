"""Where the measuring data lie, and what every scorer needs."""

from __future__ import annotations

import os
from pathlib import Path

SHARED = Path(os.environ.get("WADER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""Third-party gold and news, never part of the project; scorers say so where the folder is absent."""
