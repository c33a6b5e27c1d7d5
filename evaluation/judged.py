"""Share of sampled events that readers judged right, question by question.

    python -m evaluation.sample EVENTS.jsonl > SAMPLE.jsonl     # readers judge these
    python -m evaluation.judged SAMPLE.jsonl JUDGE1.jsonl JUDGE2.jsonl

SAMPLE: a draw of ``python -m evaluation.sample``, in the order in which it was judged. JUDGE rows:
``{"n": 1, "category": true, "actor": true, "recipient": false}``, ``n`` from 1 for the event on that line, each
question true or false; further keys are ignored. For each question, and for all three together: the share right for
either reader and for both at once, Wilson's 95% interval of each, and how often the readers agree (raw, and Cohen's
kappa). Judgements quote third-party text: they stay out of the repository.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.arguments import parser_of, rows_of
from evaluation.interval import wilson

QUESTIONS = ("category", "actor", "recipient")
ALL = "all three"
Row = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """One question over the sample: what each reader held to be right, event by event."""

    question: str
    first: tuple[bool, ...]
    second: tuple[bool, ...]

    @property
    def both(self) -> tuple[bool, ...]:
        return tuple(a and b for a, b in zip(self.first, self.second, strict=True))

    @property
    def agreement(self) -> float:
        """Share of the events on which the readers say the same."""
        return share([a == b for a, b in zip(self.first, self.second, strict=True)])

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond what the two shares would give by chance; 1 where chance alone gives all."""
        a, b = share(self.first), share(self.second)
        chance = a * b + (1 - a) * (1 - b)
        return 1.0 if chance == 1.0 else (self.agreement - chance) / (1 - chance)


def share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def answers(rows: Sequence[Row], events: int, name: str) -> dict[str, tuple[bool, ...]]:
    """A reader's answers by question, in the order of the sample.

    Raises:
        ValueError: an event has no row or two, or a question no answer; says which.
    """
    by_number: dict[int, Row] = {}
    for row in rows:
        if row["n"] in by_number:
            raise ValueError(f"{name}: event {row['n']} is judged twice.")
        by_number[row["n"]] = row
    if (missing := sorted(set(range(1, events + 1)) ^ set(by_number))) != []:
        raise ValueError(f"{name}: judgements do not fit the sample of {events} at event {missing[0]}.")
    for number, row in by_number.items():
        for question in QUESTIONS:
            if not isinstance(row.get(question), bool):
                raise ValueError(f"{name}: event {number} has no true or false for {question}.")
    order = [by_number[n] for n in range(1, events + 1)]
    found = {question: tuple(bool(row[question]) for row in order) for question in QUESTIONS}
    found[ALL] = tuple(all(row[question] for question in QUESTIONS) for row in order)
    return found


def score(events: int, first: Sequence[Row], second: Sequence[Row]) -> list[Judged]:
    """The three questions, and all of them together, over a sample of ``events``."""
    one, two = answers(first, events, "first reader"), answers(second, events, "second reader")
    return [Judged(question, one[question], two[question]) for question in (*QUESTIONS, ALL)]


def _cell(values: Sequence[bool]) -> str:
    low, high = wilson(share(values), len(values))
    return f"{share(values):.3f} [{low:.3f}, {high:.3f}]"


def main() -> None:
    parser = parser_of(__doc__, "evaluation.judged")
    for name, what in (("SAMPLE", "what was judged"), ("JUDGE1", "one reader's rows"), ("JUDGE2", "the other's")):
        parser.add_argument(name.lower(), type=Path, metavar=name, help=what)
    given = parser.parse_args()
    events = rows_of(parser, given.sample)
    first, second = (rows_of(parser, path, ("n", *QUESTIONS)) for path in (given.judge1, given.judge2))
    try:
        table = score(len(events), first, second)
    except ValueError as error:
        parser.error(str(error))
    print(f"events {len(events)}; share right [95%]")
    print(f"{'':10} {'first reader':22} {'second reader':22} {'both':22} agreement  kappa")
    for row in table:
        cells = f"{_cell(row.first):22} {_cell(row.second):22} {_cell(row.both):22}"
        print(f"{row.question:10} {cells} {row.agreement:9.3f} {row.kappa:6.2f}")


if __name__ == "__main__":
    main()
