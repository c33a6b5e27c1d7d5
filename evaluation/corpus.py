"""The coder on the test split of our own corpus: topics and authors that nothing was trained or fitted on.

    python -m evaluation.corpus [dev|test] [--plot FILE.svg]

*category*: macro-F1 over the 16 categories and none, the trigger given. *mode*: macro-F1 over the modes, trigger and
category given. *auxiliary*: micro-F1 over the four, trigger given. *context*: micro-F1 over the passages. *tuple*: F1
of whole events from plain text, category right and actor and recipient on the right words. *calibration error*: mean
distance between confidence and the share that is right, over ten groups of as many events; ``--plot`` draws them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.common import ALL_EVENTS
from evaluation.interval import macro_f1
from evaluation.reliability import calibration_error, plot
from training.corpus import Coded, Passage, Span, files, read
from wader.annotate import Annotator
from wader.code import Coder
from wader.code.encoder import Answer
from wader.code.encoder import load as load_encoder
from wader.knowledge import load
from wader.records import Article, Candidate


@dataclass
class Counts:
    """Right, said and meant, for an F1."""

    right: int = 0
    said: int = 0
    meant: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.said + self.meant)


@dataclass
class Report:
    category: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    mode: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    auxiliary: Counts = field(default_factory=Counts)
    context: Counts = field(default_factory=Counts)
    tuples: Counts = field(default_factory=Counts)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each event, told or too unsure to be, and whether it is right."""

    def figures(self) -> dict[str, float]:
        return {
            "category": macro_f1(*self.category), "mode": macro_f1(*self.mode), "auxiliary": self.auxiliary.f1,
            "context": self.context.f1, "tuple": self.tuples.f1,
            "calibration error": calibration_error(self.sure),
        }  # fmt: skip


def report_on(split: str = "test", step: int = 1) -> Report:
    """What the coder makes of every ``step``-th passage of a split."""
    knowledge = load(ALL_EVENTS)
    annotator, coder, encoder = Annotator(knowledge), Coder(knowledge), load_encoder()
    emit = load().coder.emit
    report = Report()
    for passage in [p for p in read(files()) if p.split == split][::step]:
        spans = [(passage.spans[e.trigger].start, passage.spans[e.trigger].end) for e in passage.events]
        for event, answer in zip(passage.events, encoder.triggers(passage.text, spans), strict=True):
            if answer is not None:
                _given(report, event, answer)
        document = annotator.syntax(Article(passage.id, None, passage.text, blocks=[(0, len(passage.text))]))
        _whole(report, passage, coder.code(document), emit)
    return report


def evaluate(split: str = "test", step: int = 1) -> dict[str, float]:
    """The figures of a split."""
    return report_on(split, step).figures()


def _given(report: Report, event: Coded, answer: Answer) -> None:
    """What is said of a trigger that is given."""
    report.category[0].append(event.category)
    report.category[1].append(max(answer.category, key=lambda c: answer.category[c]))
    if event.category == "NONE":
        return
    modes = [m for m in answer.mode if m.startswith(event.category + " ")]
    if modes and event.modes:
        best = max(modes, key=lambda m: answer.mode[m])
        hit = best.partition(" ")[2] in event.modes
        report.mode[0].append(best if hit else f"{event.category} {event.modes[0]}")
        report.mode[1].append(best)
    said = {name for name, chance in answer.auxiliary.items() if chance >= 0.5}
    _count(report.auxiliary, said, set(event.auxiliary))


def _count(counts: Counts, said: set[str], meant: set[str]) -> None:
    counts.right += len(said & meant)
    counts.said += len(said)
    counts.meant += len(meant)


def _whole(report: Report, passage: Passage, found: Sequence[Candidate], emit: float) -> None:
    """What the coder makes of the plain text; ``emit``: confidence from which it tells an event."""
    open_ = [e for e in passage.events if e.category != "NONE"]
    report.tuples.meant += len(open_)
    told = [c for c in found if c.confidence is None or c.confidence >= emit]
    if passage.events:
        _count(report.context, {c for k in told for c in k.context}, set(passage.contexts))
    for candidate in found:
        twin = next((e for e in open_ if matches(passage, e, candidate)), None)
        if candidate.confidence is not None:
            report.sure.append((candidate.confidence, twin is not None))
        if twin is not None and candidate in told:
            open_.remove(twin)
            report.tuples.right += 1
    report.tuples.said += len(told)


def matches(passage: Passage, event: Coded, candidate: Candidate) -> bool:
    """Same category, triggers that share words, and in each role mentions that share words one for one."""
    trigger = passage.spans[event.trigger]
    if event.category != candidate.category or not any(_meet(trigger, t.start, t.end) for t in candidate.triggers):
        return False
    actors, recipients = list(event.actors), list(event.recipients)
    said_actors = [m for m in candidate.actor if not m.implied]
    said_recipients = [m for m in candidate.recipient if not m.implied]
    if event.mutual:  # all who take part, however they are parted
        actors, recipients = actors + recipients, []
        said_actors, said_recipients = said_actors + said_recipients, []
    for marks, said in ((actors, said_actors), (recipients, said_recipients)):
        spans = [passage.spans[m] for m in marks]
        if not all(any(_meet(s, m.start, m.end) for m in said) for s in spans):
            return False
        if not all(any(_meet(s, m.start, m.end) for s in spans) for m in said):
            return False
    return True


def _meet(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="test", choices=("dev", "test"))
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    arguments = parser.parse_args()
    report = report_on(arguments.split)
    for name, value in report.figures().items():
        print(f"{name:18} {value:.3f}")
    if arguments.plot:
        plot(report.sure, "events of the test split" if arguments.split == "test" else "events of dev", arguments.plot)


if __name__ == "__main__":
    main()
