"""What Wader knows, as data files, and their loaders. A user's directory lays over the packaged one.

Each part is imported and loaded when first used. ``Knowledge.hash`` is a digest of every data file in force, and stands
in each event's ``coder``: the same knowledge and the same page give the same bytes.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wader.errors import UsageError
from wader.knowledge.files import DATA, PACKAGED, strays

if TYPE_CHECKING:
    from wader.knowledge import (
        actors,
        brought,
        codebook,
        coder,
        contexts,
        figures,
        gazetteer,
        homes,
        lexicon,
        offices,
        outlets,
        reporting,
        roles,
        times,
    )
    from wader.knowledge.dull import Dull


class Knowledge:
    """All parts of the knowledge over ``directories`` (the packaged one first, later ones win), and over the user's
    ``dictionaries`` in PETRARCH's format, which win over all of them."""

    def __init__(self, directories: Sequence[Path], dictionaries: Sequence[Path] = ()) -> None:
        self.directories, self.dictionaries = list(directories), list(dictionaries)
        self._checked = all(directory == PACKAGED for directory in self.directories)

    @cached_property
    def codebook(self) -> codebook.Codebook:
        from wader.knowledge import codebook

        return codebook.load(self.directories)

    @cached_property
    def coder(self) -> coder.Join:
        from wader.knowledge import coder

        return coder.load(self.directories)

    @cached_property
    def nonevents(self) -> contexts.ContextTable:
        from wader.knowledge import contexts

        return contexts.load(self.directories, "nonevents.yaml")

    @cached_property
    def contexts(self) -> contexts.ContextTable:
        from wader.knowledge import contexts

        return contexts.load(self.directories)

    @cached_property
    def words(self) -> Dull:
        """What words add to the odds that their sentence tells an event."""
        from wader.knowledge.dull import load

        return load(self.directories)

    @cached_property
    def dull(self) -> Dull | None:
        """The same for the gate; None where it may not close for them."""
        from wader.knowledge.dull import has_own_triggers

        return None if has_own_triggers(self.directories) else self.words

    @cached_property
    def lexicon(self) -> lexicon.Lexicon:
        from wader.knowledge import lexicon

        return lexicon.load(self.directories)

    @cached_property
    def actors(self) -> actors.Actors:
        from wader.knowledge import actors

        self.check()
        known = actors.load(self.directories)
        if self.brought is not None:
            self.brought.over_actors(known)
        return known

    @cached_property
    def roles(self) -> roles.Roles:
        from wader.knowledge import roles

        known = roles.load(self.directories)
        if self.brought is not None:
            self.brought.over_roles(known, self.actors)
        return known

    @cached_property
    def brought(self) -> brought.Brought | None:
        """The user's dictionaries as read; None where there are none. Its counts are whole once actors and roles are
        loaded."""
        if not self.dictionaries:
            return None
        from wader.knowledge import brought

        return brought.load(self.directories, self.dictionaries)

    @cached_property
    def offices(self) -> offices.Offices:
        from wader.knowledge import offices

        self.check()
        return offices.load(self.directories)

    @cached_property
    def gazetteer(self) -> gazetteer.Gazetteer:
        from wader.knowledge import gazetteer

        return gazetteer.load(self.directories)

    @cached_property
    def outlets(self) -> outlets.Outlets:
        from wader.knowledge import outlets

        return outlets.load(self.directories)

    @cached_property
    def homes(self) -> homes.Homes:
        from wader.knowledge import homes

        return homes.load(self.directories)

    @cached_property
    def times(self) -> times.Times:
        from wader.knowledge import times

        return times.load(self.directories)

    @cached_property
    def reporting(self) -> reporting.Reporting:
        from wader.knowledge import reporting

        return reporting.load(self.directories)

    @cached_property
    def figures(self) -> figures.Figures:
        from wader.knowledge import figures

        return figures.load(self.directories)

    @cached_property
    def hash(self) -> str:
        """First 16 hex digits of SHA-256 over names and bytes of all data files, in sorted order, then over
        those of the dictionaries, in the order given."""
        digest = hashlib.sha256()
        for directory in self.directories:
            for path in sorted(p for p in directory.rglob("*") if p.is_file() and p.name.endswith(DATA)):
                digest.update(path.relative_to(directory).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        for path in self.dictionaries:
            digest.update(path.name.encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:16]

    def check(self) -> None:
        """Whether the user's files of the registry say what they may; once, before anything of them is in force.

        Raises:
            KnowledgeError: they do not; names each file and line, and what to do.
        """
        if not self._checked:
            from wader.knowledge import checking

            checking.check(self.directories)
            self._checked = True

    def strays(self) -> list[tuple[str, str]]:
        """(path, what to do) of each file in the user's directories that is not read, because no part looks there."""
        return [
            (str(directory / inside), remedy)
            for directory in self.directories
            if directory != PACKAGED
            for inside, remedy in strays(directory)
        ]


def load(overlay: Path | None = None, dictionaries: Sequence[Path] = ()) -> Knowledge:
    """Knowledge of the package, with the user's ``overlay`` directory over it, and ``dictionaries`` in PETRARCH's
    format over both, a later one over an earlier one.

    Raises:
        UsageError: ``overlay`` is not a directory; a dictionary is no file.
        KnowledgeError: ``overlay`` has a file of the registry that says what it may not.
    """
    for path in dictionaries:
        _check_dictionary(path)
    if overlay is None:
        return Knowledge([PACKAGED], dictionaries)
    if not overlay.is_dir():
        what = "is a file, not a folder" if overlay.exists() else "is not there"
        raise UsageError(f"--knowledge {overlay} {what}: name a folder that holds your own data files.")
    known = Knowledge([PACKAGED, overlay], dictionaries)
    known.check()  # before a run begins, not at its first document
    return known


def _check_dictionary(path: Path) -> None:
    """Refuses what is no file that can be read again: the hash, each part and each worker read it for themselves.

    Raises:
        UsageError: it is none; says what it is, and what to do.
    """
    remedy = "name a dictionary file in PETRARCH's format."
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            path.open("rb").close()
            return
    except OSError as error:
        what = "is not there" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise UsageError(f"--actors {path} {what}: {remedy}") from error
    if stat.S_ISDIR(mode):
        raise UsageError(f"--actors {path} is a folder, not a file: {remedy}")
    if not stat.S_ISFIFO(mode):
        raise UsageError(f"--actors {path} is a device, not a file: {remedy}")
    raise UsageError(f"--actors {path} is a pipe, which can be read once only: write it to a file, and name that.")
