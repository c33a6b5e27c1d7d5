"""Records made by hand, small and whole, to fill stores with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made import CODER, version_of  # noqa: E402

from wader.store import DocumentVersion, RunRecord, open_for_run, write_part  # noqa: E402


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., RunRecord]:
    """Write a run of ``(document, text, coder version, events...)`` into ``tmp_path/store`` and return its record."""

    def put(*versions: DocumentVersion, finish: bool = True) -> RunRecord | None:
        with open_for_run(tmp_path / "store", CODER, ["pages"]) as writer:
            fresh = [version for version in versions if not writer.known(version.version)]
            if fresh:
                write_part(writer.layout, fresh)
            writer.coded = len(fresh)
            writer.unchanged = len(versions) - len(fresh)
            writer.events = sum(len(version.events) for version in fresh)
            for version in versions:
                writer.point(version.article.id, version.version)
            if finish:
                return writer.finish()
            writer.abandon()
            return None

    return put


__all__ = ["put", "version_of"]
