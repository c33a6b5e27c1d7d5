"""One tree of errors. Every message says what was wrong and what to do about it."""

from __future__ import annotations

import os


class WaderError(Exception):
    """Base of all errors that Wader raises on purpose: ``str(error)`` is fit to show to a user."""


class UsageError(WaderError):
    """The command's words are off (exit code 2)."""


class InputError(WaderError):
    """One input cannot be read: the document is skipped, the run goes on (exit code 3)."""


class KnowledgeError(WaderError):
    """A knowledge file, packaged or the user's own, is malformed: names the file and entry."""


class StageError(WaderError):
    """A stage was asked to run without what it reads."""


class StoreError(WaderError):
    """A store cannot be opened, written or understood."""


def system_reason(error: OSError) -> str:
    """What the system said, in its own words and without what a library wrote around them."""
    return os.strerror(error.errno) if error.errno else str(error).split("\n")[0] or type(error).__name__
