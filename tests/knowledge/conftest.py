"""The packaged names, loaded once for all tests of names."""

from __future__ import annotations

import pytest

from wader.knowledge import PACKAGED
from wader.knowledge import actors as module
from wader.knowledge.actors import Actors


@pytest.fixture(scope="session")
def actors() -> Actors:
    return module.load([PACKAGED])
