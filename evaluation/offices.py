"""Who is meant, by date: persons, roles and slips of the pen, from questions written for Wader.

    python -m evaluation.offices [--errors | --held]

``offices_by_date.tsv`` has a short text of our own, its date, the words asked about, and who they mean: name, code,
sector, class of office (empty: not asked). Kinds: ``full`` a full name, ``role`` an office alone, ``slip`` a surname, a
misspelling, a former holder or a namesake. The text goes through the whole pipeline; an answer is right where
all that is asked agrees. Every second question is held: its errors are printed only with ``--held``.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wader.knowledge import Knowledge, load
from wader.knowledge.names import person_key
from wader.knowledge.offices import validity
from wader.pipeline import Coded, Pipeline
from wader.records import Actor, Entity, Mention, RawDocument, Sentence
from wader.resolve.actors import ActorResolver

QUESTIONS = Path(__file__).with_name("offices_by_date.tsv")


@dataclass(frozen=True)
class Question:
    """A row of ``offices_by_date.tsv``; ``held`` where its errors are not read."""

    id: str
    kind: str
    date: str
    text: str
    words: str
    name: str
    code: str
    sector: str
    office: str
    held: bool


@dataclass(frozen=True)
class Answer:
    question: Question
    found: Actor | Entity | None
    wrong: tuple[str, ...]


def questions(path: Path = QUESTIONS) -> list[Question]:
    """The questions in the file's order."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Question(**row, held=bool(n % 2)) for n, row in enumerate(rows)]


@lru_cache(maxsize=1)
def _pipeline() -> tuple[Knowledge, Pipeline]:
    knowledge = load()
    return knowledge, Pipeline(knowledge)


def actor_of(coded: Coded, knowledge: Knowledge, start: int, end: int) -> Actor | Entity | None:
    """Whom the words from ``start`` to ``end`` of a text mean."""
    document = coded.document
    for event in coded.events:
        for actor in (*event.actor, *event.recipient):
            if actor.start is not None and actor.end is not None and actor.start < end and start < actor.end:
                return actor
    actors = ActorResolver(knowledge).resolver(document)
    sentence = next(s for s in document.sentences if s.in_ == "text" and s.start <= start < s.end)
    found = _resolved(actors.resolve(sentence, _mention(sentence, start, end)))
    return found or actors.lookup(start, end, "text")


def _resolved(found: list[tuple[Actor, str]]) -> Actor | None:
    return found[0][0] if found else None


def _mention(sentence: Sentence, start: int, end: int) -> Mention:
    """The words with the token above the others as their head."""
    tokens = sentence.tokens
    inside = [k for k in range(len(tokens.start)) if start <= tokens.start[k] < end] if tokens is not None else []
    head = next((k for k in inside if tokens is not None and tokens.head[k] not in set(inside) - {k}), -1)
    return Mention(start, end, head, "subj")


def ask(question: Question) -> Answer:
    """One question through the pipeline."""
    knowledge, pipeline = _pipeline()
    coded = pipeline.process(RawDocument(question.id, "text", question.text, date=question.date), everything=True)
    if not isinstance(coded, Coded):
        return Answer(question, None, ("read",))
    start = question.text.index(question.words)
    found = actor_of(coded, knowledge, start, start + len(question.words))
    if found is None:
        return Answer(question, None, ("nobody",))
    held = knowledge.offices.titles.office_class(found.office, found.code) if found.office else None
    checks = {
        "name": not _is_called(found.identifier_text or "", question, knowledge),
        "code": found.code != question.code,
        "sector": bool(question.sector) and found.sector != question.sector,
        "office": bool(question.office) and question.office not in (held, found.office),
    }
    return Answer(question, found, tuple(name for name, wrong in checks.items() if wrong))


def _is_called(name: str, question: Question, knowledge: Knowledge) -> bool:
    """Whether a name is the one expected, or what the knowledge calls that person ("Abiy Ahmed Ali")."""
    if person_key(name) == person_key(question.name):
        return True
    former = question.sector == "ELI"
    known = knowledge.offices.holders_named(question.name)
    return any(e.name == name and (former or validity(e, question.date) < 2) for e in known)


def answers() -> list[Answer]:
    """All questions, asked."""
    return [ask(question) for question in questions()]


def shares(found: list[Answer]) -> dict[str, float]:
    """The share right over all, by half and by kind."""
    groups = {"right": found}
    groups["right, read half"] = [a for a in found if not a.question.held]
    groups["right, held half"] = [a for a in found if a.question.held]
    for kind in ("full", "role", "slip"):
        groups[f"right, {kind}"] = [a for a in found if a.question.kind == kind]
    return {name: sum(not a.wrong for a in group) / len(group) for name, group in groups.items()}


def evaluate() -> dict[str, float]:
    """``shares`` of all questions."""
    return shares(answers())


def show(answer: Answer) -> str:
    """A wrong answer on one line."""
    q, found = answer.question, answer.found
    who = "nobody" if found is None else f"{found.identifier_text} {found.code} {found.sector} {found.office}"
    return f"{q.id} {q.date} [{q.words}] {', '.join(answer.wrong)}: {q.name} {q.code} {q.sector} {q.office} ← {who}"


def main() -> None:
    parser = argparse.ArgumentParser(description="who is meant, by date")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the half that is read")
    parser.add_argument("--held", action="store_true", help="list all that is wrong; the half is then held no more")
    arguments = parser.parse_args()
    found = answers()
    for answer in found:
        if answer.wrong and (arguments.held if answer.question.held else arguments.errors or arguments.held):
            print(show(answer))
    for name, value in shares(found).items():
        print(f"{name:20} {value:.3f}")


if __name__ == "__main__":
    main()
