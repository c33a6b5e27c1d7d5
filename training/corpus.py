"""The corpus as records: reads and checks ``corpus/**/*.txt`` (format: ``corpus/GUIDELINES.md``).

python -m training.corpus [--counts] [FILE...]     check files (all of the corpus where none is named)

Over the whole corpus near-duplicates (``duplicates``) and minimum counts (``counts``) are checked too.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from training.parties import PartyError, Stated, stated

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
REGISTERS = frozenset(
    "lead headline readout quote background local translated brief analysis sport business weather court letter "
    "history".split()
)
DECADES = frozenset("1990s 2000s 2010s 2020s".split())
REASONS = frozenset(
    "sport business weather figurative private generic attributive fiction accident crime-statistic opinion "
    "history-lesson name other".split()
)
AUXILIARY = ("historical", "future", "hypothetical", "negation")
_MARK = re.compile(r"\{([A-Z]|\d{1,2}|[ptc]\d?) |\}")
_LINE = re.compile(r"^(\d{1,2}) ([A-Z]+)(?: (.*))?$")


TEST_AUTHORS = frozenset(("stilt",))
"""Authors none of whose passages are trained on."""


class CorpusError(ValueError):
    """What is wrong with a passage, with its file and line."""


@dataclass(frozen=True)
class Span:
    """Half-open characters into the passage's plain text."""

    start: int
    end: int


@dataclass
class Coded:
    """One code line; ``category`` NONE has a ``reason`` and nobody in it. Roles are ids of mentions."""

    trigger: str
    category: str
    modes: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    mutual: bool = False
    places: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    speaker: str | None = None
    cues: list[str] = field(default_factory=list)
    auxiliary: list[str] = field(default_factory=list)
    reason: str | None = None


@dataclass
class Passage:
    """A passage: plain ``text``, the ``spans`` of its marks by id, its ``events`` in order."""

    id: str
    author: str
    topic: str
    register: str
    region: str
    decade: str
    contexts: list[str]
    text: str
    spans: dict[str, Span]
    events: list[Coded]
    parties: dict[str, Stated] = field(default_factory=dict)
    """Country and sector of each actor mention, where somebody has said them."""

    def words(self, mark: str) -> str:
        span = self.spans[mark]
        return self.text[span.start : span.end]

    @property
    def split(self) -> str:
        return split_of(self.author, self.topic)

    @property
    def mentions(self) -> list[str]:
        """Ids of the actor mentions, in alphabetical order."""
        return sorted(k for k in self.spans if k.isupper())

    def pairs(self) -> Iterator[tuple[str, str, Coded | None]]:
        """Every ordered pair of mentions with the first event that links it, or none."""
        linked: dict[tuple[str, str], Coded] = {}
        for event in self.events:
            if event.category == "NONE":
                continue
            both = [(a, b) for a in event.actors for b in event.recipients]
            if event.mutual:
                both += [(a, b) for a in event.actors for b in event.actors]
            for a, b in both:
                if a != b:
                    linked.setdefault((a, b), event)
        for a in self.mentions:
            for b in self.mentions:
                if a != b:
                    yield a, b, linked.get((a, b))


@cache
def codebook() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Modes by category, and the contexts, of ``plover.yaml``."""
    path = ROOT / "src" / "wader" / "knowledge" / "plover.yaml"
    data = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {c: frozenset(v["modes"]) for c, v in data["categories"].items()}, frozenset(data["contexts"])


def split_of(author: str, topic: str) -> str:
    """``train``, ``dev`` or ``test``: whole topics of an author, and whole authors, never single passages. A hash of
    the name decides, so that what is written later moves nothing."""
    if author in TEST_AUTHORS:
        return "test"
    share = int(hashlib.sha256(f"{author}/{topic}".encode()).hexdigest()[:8], 16) % 100
    return "test" if share < 10 else "dev" if share < 19 else "train"


def files(named: Iterable[Path] = ()) -> list[Path]:
    return sorted(named) or sorted(CORPUS.glob("*/*.txt"))


def read(paths: Iterable[Path], problems: list[str] | None = None) -> list[Passage]:
    """Passages of the files in order. Faults are raised, or gathered in ``problems``."""
    found: list[Passage] = []
    for path in paths:
        for number, block in _blocks(path):
            name = f"{path.parent.name}/{path.stem}:{number}"
            try:
                found.append(parse(block, name, path.parent.name, path.stem))
            except CorpusError as error:
                if problems is None:
                    raise
                problems.append(f"{name}: {error}")
    return found


def _blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Blocks between blank lines, each with the number of its first line; lines with ``#`` are comments."""
    block: list[str] = []
    first = 0
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            first = first if block else number
            block.append(line.rstrip())
        elif block:
            yield first, block
            block = []


def parse(block: list[str], name: str, author: str, topic: str) -> Passage:
    """A passage from its lines."""
    if len(block) < 2 or not block[0].startswith("@"):
        raise CorpusError("a passage is a line with @, a line of text, and code lines")
    register, region, decade, contexts = _header(block[0])
    text, spans = _marked(block[1])
    mentions = [k for k in spans if k.isupper()]
    told = next((line for line in block[2:3] if line.startswith("& ")), None)
    try:
        parties = {} if told is None else stated(told, mentions)
    except PartyError as error:
        raise CorpusError(str(error)) from error
    events = [_event(line, spans) for line in block[2 if told is None else 3 :]]
    passage = Passage(name, author, topic, register, region, decade, contexts, text, spans, events, parties)
    _whole(passage)
    return passage


def _header(line: str) -> tuple[str, str, str, list[str]]:
    parts = line[1:].split()
    if len(parts) != 4 or not parts[3].startswith("ctx="):
        raise CorpusError(f"a header is '@register region decade ctx=…', not {line!r}")
    register, region, decade, listed = parts
    contexts = [c for c in listed[4:].split(",") if c not in ("", "-")]
    for value, known, what in ((register, REGISTERS, "register"), (decade, DECADES, "decade")):
        if value not in known:
            raise CorpusError(f"{value!r} is no {what}: {' '.join(sorted(known))}")
    if unknown := set(contexts) - codebook()[1]:
        raise CorpusError(f"no such context: {', '.join(sorted(unknown))}")
    return register, region, decade, contexts


def _marked(line: str) -> tuple[str, dict[str, Span]]:
    """Plain text and spans of a line with marks."""
    text, open_marks, spans = "", [], {}  # type: str, list[tuple[str, int]], dict[str, Span]
    at = 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        if match.group(1):
            open_marks.append((match.group(1), len(text)))
            continue
        if not open_marks:
            raise CorpusError("a } closes nothing")
        mark, start = open_marks.pop()
        if mark in spans:
            raise CorpusError(f"mark {mark} stands twice")
        if not text[start:].strip() or text[start:] != text[start:].strip():
            raise CorpusError(f"mark {mark} is empty or has blanks at its edge")
        spans[mark] = Span(start, len(text))
    text += line[at:]
    if open_marks or "{" in text or "}" in text:
        raise CorpusError(f"a mark is not closed or has no id ({open_marks[:2] or text[:40]})")
    return text, spans


def _event(line: str, spans: dict[str, Span]) -> Coded:
    match = _LINE.match(line)
    if match is None:
        raise CorpusError(f"a code line is 'N CATEGORY …', not {line!r}")
    trigger, category, rest = match.group(1), match.group(2), (match.group(3) or "").split()
    if trigger not in spans:
        raise CorpusError(f"trigger {trigger} is not marked in the text")
    if category == "NONE":
        if len(rest) != 1 or rest[0] not in REASONS:
            raise CorpusError(f"NONE takes one reason of: {' '.join(sorted(REASONS))}")
        return Coded(trigger, category, reason=rest[0])
    modes = codebook()[0].get(category)
    if modes is None:
        raise CorpusError(f"no such category: {category}")
    arrow = next((k for k, part in enumerate(rest) if part in (">", "<>")), None)
    if arrow is None or arrow not in (1, 2) or len(rest) < arrow + 2:
        raise CorpusError(f"line {trigger} needs 'ACTORS > RECIPIENTS'")
    event = Coded(trigger, category, rest[0].split(",") if arrow == 2 else [], mutual=rest[arrow] == "<>")
    if unknown := set(event.modes) - modes:
        raise CorpusError(f"{category} has no mode {', '.join(unknown)}")
    event.actors, event.recipients = _ids(rest[arrow - 1], spans), _ids(rest[arrow + 1], spans)
    for part in rest[arrow + 2 :]:
        _further(event, part, spans)
    return event


def _ids(listed: str, spans: dict[str, Span]) -> list[str]:
    ids = [] if listed == "-" else listed.split(",")
    for one in ids:
        if not one.isupper() or one not in spans:
            raise CorpusError(f"{one!r} is no marked actor")
    return ids


def _further(event: Coded, part: str, spans: dict[str, Span]) -> None:
    if part.startswith("+"):
        if part[1:] not in AUXILIARY:
            raise CorpusError(f"no such auxiliary: {part}")
        event.auxiliary.append(part[1:])
        return
    mark = part.removeprefix("by=")
    if mark not in spans:
        raise CorpusError(f"{mark!r} is not marked in the text")
    if part.startswith("by="):
        event.speaker = mark
    elif mark[0] == "p":
        event.places.append(mark)
    elif mark[0] == "t":
        event.times.append(mark)
    elif mark[0] == "c":
        event.cues.append(mark)
    else:
        raise CorpusError(f"what is {part!r}? Only p, t, c, by= and + follow the roles")


def _whole(passage: Passage) -> None:
    """Every trigger has its line, once; nobody does something to himself."""
    coded = [e.trigger for e in passage.events]
    marked = [k for k in passage.spans if k.isdigit()]
    if sorted(coded) != sorted(marked):
        raise CorpusError(f"triggers {sorted(marked)} but code lines {sorted(coded)}")
    for event in passage.events:
        if set(event.actors) & set(event.recipients):
            raise CorpusError(f"line {event.trigger}: somebody is actor and recipient")
        if event.category != "NONE" and not event.actors and not event.recipients:
            raise CorpusError(f"line {event.trigger}: an event has an actor or a recipient")
        if event.mutual and len(event.actors) < 1:
            raise CorpusError(f"line {event.trigger}: '<>' needs those who take part")


def counts(passages: Iterable[Passage]) -> None:
    """Print how often each category, mode, auxiliary and context stands in the passages."""
    passages = list(passages)
    events = [e for p in passages for e in p.events]
    for category, modes in codebook()[0].items():
        inside = [e for e in events if e.category == category]
        by_mode = Counter(m for e in inside for m in e.modes)
        print(f"{category:10}{len(inside):6}  " + " ".join(f"{m} {by_mode[m]}" for m in sorted(modes)))
    print("NONE      ", dict(Counter(e.reason for e in events if e.reason)))
    print("auxiliary ", dict(Counter(a for e in events for a in e.auxiliary)))
    by_context = Counter(c for p in passages for c in p.contexts)
    print("contexts  ", " ".join(f"{c} {by_context[c]}" for c in sorted(codebook()[1])))
    print("registers ", dict(Counter(p.register for p in passages)))


def whole_faults(passages: list[Passage]) -> list[str]:
    """What only shows over the whole corpus: passages that say nearly the same, and what there is too little of."""
    from training import counts as minimum  # both read the corpus through this module
    from training import duplicates

    return [*duplicates.report(passages), *minimum.shortfalls(passages)]


def main() -> None:
    problems: list[str] = []
    named = [Path(a) for a in sys.argv[1:] if a != "--counts"]
    passages = read(files(named), problems)
    if not named:
        problems += whole_faults(passages)
    if "--counts" in sys.argv:
        counts(passages)
    for problem in problems:
        print(problem)
    events = sum(e.category != "NONE" for p in passages for e in p.events)
    negative = sum(all(e.category == "NONE" for e in p.events) for p in passages)
    print(f"{len(passages)} passages, {events} events, {negative} passages without any; {len(problems)} faults")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
