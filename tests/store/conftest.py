"""Stores to read, written through the same doors as a run writes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.made import CODER
from wader.store import DocumentVersion, RunRecord, open_for_run, write_part


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., RunRecord | None]:
    """Write a run of document versions into ``tmp_path/store`` and return its record; without ``finish`` the run stops
    after its parts, as a killed one does."""

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
