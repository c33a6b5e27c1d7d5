"""The stages in order over one document."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wader import stages
from wader.errors import InputError, WaderError
from wader.records import Article, Document, Event, Note, RawDocument, Record, Skip

if TYPE_CHECKING:
    from wader.knowledge import Knowledge

PLAN = (stages.ACQUIRE, stages.READ, stages.ANNOTATE, stages.CODE, stages.RESOLVE)
"""From paths to events."""

LANGUAGE = "en"
"""The language that is coded; pages in others are read and dated."""

OTHER_LANGUAGE = "Wader codes English: give it a translation."
"""What to do about a text in another language."""

_FEW = 3
"""Sentences of a text that is no page: how sure an event is was learnt on pages, where a party may be anybody."""
_DATES = "Give the day of publication as YYYY-MM-DD."


class Coded(Record):
    """A document that went through the stages. ``skip`` says why it has no events where it was not coded; ``notes``
    what of its input was left aside."""

    document: Document
    events: list[Event]
    skip: Skip | None = None
    notes: list[Note] = []


class _Reached:
    """The stage that a document has come to; whoever asked is told."""

    def __init__(self, begins: Callable[[str], None] | None) -> None:
        self._begins, self.stage = begins, "read"

    def __call__(self, stage: str) -> None:
        self.stage = stage
        if self._begins is not None:
            self._begins(stage)


class Pipeline:
    """The stages from a raw document to its events, loaded once. Nothing is carried from one document to the next."""

    def __init__(self, knowledge: Knowledge) -> None:
        stages.check(PLAN)
        from wader.annotate import Annotator
        from wader.code import Coder
        from wader.read import REFUSED_DATE, read, reread
        from wader.resolve import Resolver

        self.knowledge = knowledge
        self._read, self._reread, self._refused_date = read, reread, REFUSED_DATE
        self._annotator = Annotator(knowledge)
        self._coder = Coder(knowledge)
        self._resolver = Resolver(knowledge, self._annotator.parser.identity)

    def process(
        self,
        raw: RawDocument,
        *,
        everything: bool = False,
        least: float | None = None,
        begins: Callable[[str], None] | None = None,
    ) -> Coded | Skip:
        """One document through all stages. A fault in a stage is that document's Skip and nobody else's trouble.

        ``everything`` gives the annotations over each sentence, not only over those where something may have happened;
        the events are the same. ``least``: confidence from which an event is told, None: that of the knowledge
        (``coder.yaml``: ``told``). ``begins`` is told the name of each stage as the document comes to it.
        """
        reached = _Reached(begins)
        try:
            reached("read")
            article = self._read(raw, self.knowledge)
            if isinstance(article, Skip):
                return article
            notes = self._notes(raw, article)
            if article.language not in (None, LANGUAGE):
                reason = f"language {article.language!r}: read and dated, not coded"
                return Coded(Document(article), [], foreign(raw, reason), notes)
            document, events = self._events(article, reached, least)
            if everything:
                # What stands in other sentences sways who "he" is: events come from what `code` sees, in both commands.
                document = self._annotator.annotate(article, everything=True)
                self._resolver.resolve(document, [])
            return Coded(document, events, notes=notes)
        except InputError as error:
            return Skip(raw.id, reached.stage, str(error), path=raw.path)
        except WaderError:
            raise  # knowledge or set-up is at fault: every document would fail the same way
        except Exception as error:
            return _fault(raw, reached.stage, error)

    def _events(
        self, article: Article, reached: Callable[[str], None], least: float | None = None
    ) -> tuple[Document, list[Event]]:
        """The stages behind ``read``, in the order of ``PLAN``; events that are sure enough to be told."""
        reached("annotate")
        document = self._annotator.annotate(article)
        reached("code")
        candidates = self._coder.code(document)
        reached("resolve")
        events = self._resolver.resolve(document, candidates)
        if least is None:
            join = self.knowledge.coder
            least = join.told if len(document.sentences) > _FEW else min(join.alone, join.told)
        return document, [e for e in events if is_told(e, least)]

    def recode(self, article: Article, least: float | None = None) -> list[Event]:
        """The events of an article out of a store, as this pipeline codes it now.

        Raises:
            WaderError: knowledge or set-up is at fault.
        """
        if article.language not in (None, LANGUAGE):
            return []
        return self._events(self._reread(article), _Reached(None), least)[1]

    def _notes(self, raw: RawDocument, article: Article) -> list[Note]:
        """What came with the document and could not be used."""
        refused = [item.text for item in article.furniture if item.reason == self._refused_date]
        return [
            Note(raw.id, "read", f"the date {text!r} is no day there is: read without it", raw.path, _DATES)
            for text in refused
        ]


def is_told(event: Event, least: float) -> bool:
    """Whether an event is sure enough to be told; one of the words alone, which has no confidence, is."""
    return event.confidence is None or event.confidence >= least


def foreign(raw: RawDocument, reason: str) -> Skip:
    """A document that was read and dated, and not coded."""
    return Skip(raw.id, "code", reason, path=raw.path, remedy=OTHER_LANGUAGE)


def _fault(raw: RawDocument, stage: str, error: Exception) -> Skip:
    if os.environ.get("WADER_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    return Skip(
        raw.id,
        stage,
        f"a fault in Wader ({type(error).__name__})",
        path=raw.path,
        remedy="Run it again with WADER_DEBUG=1 and report what it prints, with this document.",
    )


_made: dict[tuple[str, ...], Pipeline] = {}


@cache
def settle() -> None:
    """After the first document: what it loaded of knowledge and models stays to the end, and the collector of cycles
    need not walk it again and again (some 4% of the time). Once a process, for commands and their workers; a library
    leaves that to its host."""
    gc.collect()
    gc.freeze()


def pipeline(overlay: Path | None = None, dictionaries: Sequence[Path] = ()) -> Pipeline:
    """The pipeline over the packaged knowledge, with ``overlay`` and ``dictionaries`` over it; made once a process for
    the same knowledge.

    Raises:
        KnowledgeError: ``overlay`` is no directory, or a file in it is malformed.
    """
    from wader.knowledge import load

    knowledge = load(overlay, dictionaries)
    key = (*map(str, (*knowledge.directories, *knowledge.dictionaries)), knowledge.hash)
    if key not in _made:
        _made[key] = Pipeline(knowledge)
    return _made[key]
