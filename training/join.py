"""Fit the rule that joins lexicon and encoder, on passages that the encoder was not trained on.

Run by ``python -m training.build``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from scipy.optimize import minimize

from training.corpus import AUXILIARY, Coded, Passage
from training.examples import pair_sheets
from training.fired import asked
from wader.annotate import Annotator
from wader.code.casting import ROLES, Cast, Party, cast, features, rated
from wader.code.contexts import weigh
from wader.code.encoder import Answer, Encoder
from wader.code.judge import MAX_SCORE, Judge, Verdict, mode_of, told_features, verdict
from wader.code.pairs import PairRow, Pairs, by_triggers
from wader.code.rule import FLOOR
from wader.knowledge import Knowledge
from wader.knowledge.coder import Join
from wader.knowledge.contexts import ContextTable
from wader.records import Candidate

_HEAD = """# How lexicon and encoder are joined (fields: knowledge/coder.py), written by `python -m training.build`,
# fitted on the corpus's dev split. `encoder: false`, in a coder.yaml of your own, leaves the encoder out.
"""
_NO_JOIN = Join({}, {}, {}, {}, {}, {}, {}, {})


@dataclass(frozen=True)
class Case:
    """A candidate of the lexicon beside what the passage says there: ``gold`` is None where it is no event."""

    passage: Passage
    candidate: Candidate
    answer: Answer
    parties: list[Party]
    gold: Coded | None

    def right(self, span: tuple[int, int], role: str) -> bool:
        """Whether a span shares words with one in the gold role."""
        if self.gold is None:
            return False
        marks = self.gold.actors if role == "actor" else self.gold.recipients
        if self.gold.mutual and role == "actor":
            marks = [*self.gold.actors, *self.gold.recipients]
        spans = (self.passage.spans[m] for m in marks)
        return any(s.start < span[1] and span[0] < s.end for s in spans)


def cases(passages: Iterable[Passage], knowledge: Knowledge, encoder: Encoder) -> Iterator[Case]:
    """Every candidate of the lexicon over the passages."""
    annotator, judge = Annotator(knowledge), Judge(encoder, _NO_JOIN)
    for passage in passages:
        for coder, candidates in asked(passage, annotator, knowledge):
            for candidate, answer in zip(candidates, judge.asked(coder, passage.text, candidates), strict=True):
                if answer is not None:
                    parties = judge.parties(coder, candidate, answer)
                    yield Case(passage, candidate, answer, parties, gold_of(passage, candidate))


def gold_of(passage: Passage, candidate: Candidate) -> Coded | None:
    """The event of the passage whose trigger shares words with the candidate's; that of its category where several."""
    found = []
    for event in passage.events:
        span = passage.spans[event.trigger]
        if any(t.start < span.end and span.start < t.end for t in candidate.triggers) and event.category != "NONE":
            found.append(event)
    same = [e for e in found if e.category == candidate.category]
    return (same or found or [None])[0]


def fit_category(found: Sequence[Case]) -> dict[str, float]:
    """Weights of ``category_scores`` by maximum likelihood, with a light pull to zero on those of the categories."""
    labels = list(found[0].answer.category)
    told = sorted({c.candidate.category for c in found} - {""})
    names = ["model", "lexicon", "score", "none", "unknown", *told]
    x = np.zeros((len(found), len(labels), len(names)))
    gold = np.zeros(len(found), dtype=int)
    for k, case in enumerate(found):
        x[k, :, 0] = [max(case.answer.category[c], math.log(FLOOR)) for c in labels]
        category = case.candidate.category
        if category:
            row = labels.index(category)
            x[k, row, 1], x[k, row, 2] = 1.0, min(case.candidate.score, MAX_SCORE) / MAX_SCORE
            x[k, row, names.index(category)] = 1.0
        none = labels.index("NONE")
        x[k, none, 3 if category else 4] = 1.0
        gold[k] = labels.index(case.gold.category if case.gold else "NONE")
    rows = np.arange(len(found))

    def cost(values: np.ndarray) -> tuple[float, np.ndarray]:
        sums = x @ values
        sums -= sums.max(axis=1, keepdims=True)
        chances = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
        pull = np.concatenate([np.zeros(5), values[5:]])
        value = -np.log(np.maximum(1e-12, chances[rows, gold])).sum() + 0.5 * float((pull**2).sum())
        chances[rows, gold] -= 1.0
        return float(value), np.einsum("nl,nlk->k", chances, x) + pull

    best = minimize(cost, np.array([1.0, 1.0] + [0.0] * (len(names) - 2)), jac=True, method="L-BFGS-B")
    return {n: round(float(v), 3) for n, v in zip(names, best.x, strict=True)}


def fit_role(found: Sequence[Case], role: str) -> dict[str, float]:
    """Weights of a role's logistic rule over the parties of candidates that are events."""
    rows: list[dict[str, float]] = []
    wanted: list[bool] = []
    for case in found:
        if case.gold is not None:
            rows += features(case.parties, role, case.gold.category)
            wanted += [case.right((p.mention.start, p.mention.end), role) for p in case.parties]
    return logistic(rows, wanted)


def frequent(rows: Sequence[dict[str, float]], least: int) -> list[dict[str, float]]:
    """The rows with those features alone that hold in ``least`` of them or more."""
    seen = Counter(name for row in rows for name, value in row.items() if value)
    return [{name: value for name, value in row.items() if seen[name] >= least} for row in rows]


def logistic(rows: Sequence[dict[str, float]], wanted: Sequence[bool], pull: float = 1.0) -> dict[str, float]:
    """Weights of a logistic rule by maximum likelihood, with a ``pull`` to zero."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    x = np.array([[row.get(n, 0.0) for n in names] for row in rows])
    y = np.array(wanted, dtype=float)

    def cost(values: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ values
        value = float(np.logaddexp(0.0, z).sum() - (y * z).sum() + 0.5 * pull * (values**2).sum())
        return value, x.T @ (1 / (1 + np.exp(-z)) - y) + pull * values

    best = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {n: round(float(v), 3) for n, v in zip(names, best.x, strict=True)}


def fit_choice(found: Sequence[Case], weights: dict[str, dict[str, float]]) -> tuple[float, float]:
    """``role`` and ``least`` (``casting.cast``) by which most casts are right, given the category. Two numbers over two
    thousand events: they are chosen on the events that the weights were fitted on."""
    events = [c for c in found if c.gold is not None]
    categories = [c.gold.category for c in events if c.gold is not None]
    chances = [
        {role: rated(c.parties, role, category, weights[role]) for role in ROLES}
        for c, category in zip(events, categories, strict=True)
    ]

    def right(pair: tuple[float, float]) -> int:
        given = zip(events, chances, categories, strict=True)
        return sum(cast_right(c, cast(c.parties, told, *pair, category)) for c, told, category in given)

    tried = [(0.05 * a, 0.05 * b) for a in range(8, 19) for b in range(2, 12)]
    best = max(tried, key=right)
    return round(best[0], 2), round(best[1], 2)


def fit_mode(found: Sequence[Case]) -> dict[str, float]:
    """What the lexicon's mode, or its having none, weighs beside the encoder's logits: the pair that is right most."""
    cases = [c for c in found if c.gold and c.gold.category == c.candidate.category and len(c.candidate.mode) < 2]
    grid = [0.5 * k for k in range(-4, 13)]

    def right(weights: dict[str, float]) -> int:
        said = ((mode_of(c.answer, c.candidate.category, set(c.candidate.mode), weights), c.gold) for c in cases)
        return sum((mode in gold.modes) if gold.modes else mode is None for mode, gold in said if gold)

    tried = [{"lexicon": a, "none": b} for a in grid for b in grid]
    return max(tried, key=lambda w: (right(w), -abs(w["lexicon"]) - abs(w["none"])))


def fit_auxiliary(found: Sequence[Case], name: str) -> dict[str, float]:
    events = [c for c in found if c.gold is not None]
    rows = [told_features(c.answer.auxiliary[name], name in c.candidate.auxiliary) for c in events]
    return logistic(rows, [c.gold is not None and name in c.gold.auxiliary for c in events])


def fit_context(found: Sequence[Case], table: ContextTable) -> dict[str, float]:
    rows, wanted = [], []
    for case in found:
        words = weigh(table, case.passage.text)
        for name, chance in case.answer.context.items():
            rows.append(told_features(chance, name in words))
            wanted.append(name in case.passage.contexts)
    return logistic(rows, wanted)


@dataclass(frozen=True)
class PairCase:
    """Scores of the lexicon and log-probabilities of the encoder for a linked pair of the corpus, and its category."""

    lexicon: dict[str, float]
    model: dict[str, float]
    trigger: dict[str, float]
    gold: str


def pair_cases(passages: Iterable[Passage], knowledge: Knowledge, encoder: Encoder) -> Iterator[PairCase]:
    """Linked pairs, two a passage at most, so that long lists do not outweigh the rest."""
    pairs = Pairs(knowledge, Annotator(knowledge))  # of which the lexicon's votes are asked alone
    for passage in passages:
        sheets = [s for s in pair_sheets(passage) if s.events[0] is not None]
        for sheet in sheets[:2]:
            one, two = (span[1:] for span in sheet.marks)
            row = PairRow(passage.id, sheet.text, [one], [two])
            event = sheet.events[0]
            assert event is not None
            _, scores, spans, _ = pairs.votes(row)
            answer = encoder.pair(sheet.text, one, two)
            yield PairCase(scores, answer.category, by_triggers(encoder, row, spans), event.category)


def fit_pair(found: Sequence[PairCase]) -> dict[str, float]:
    """What each voice weighs, by maximum likelihood."""
    names, voices = list(found[0].lexicon), ("lexicon", "model", "trigger")
    x = np.array([[[getattr(c, voice)[n] for n in names] for voice in voices] for c in found])
    gold = np.array([names.index(c.gold) for c in found])

    def cost(values: np.ndarray) -> float:
        sums = np.einsum("nvc,v->nc", x, values)
        top = sums.max(axis=1, keepdims=True)
        return float((np.log(np.exp(sums - top).sum(axis=1)) + top[:, 0] - sums[np.arange(len(gold)), gold]).sum())

    best = minimize(cost, np.array([0.2, 0.8, 0.2]), method="L-BFGS-B")
    return {name: round(float(value), 3) for name, value in zip(voices, best.x, strict=True)}


def fit(found: Sequence[Case], pairs: Sequence[PairCase], table: ContextTable) -> Join:
    """The whole rule."""
    category = fit_category(found)
    actor, recipient = fit_role(found, "actor"), fit_role(found, "recipient")
    mode, auxiliary = fit_mode(found), {a: fit_auxiliary(found, a) for a in AUXILIARY}
    context = fit_context(found, table)
    sure, least = fit_choice(found, {"actor": actor, "recipient": recipient})
    join = Join(category, actor, recipient, mode, auxiliary, context, fit_pair(pairs), {}, role=sure, least=least)
    return replace(join, confidence=fit_confidence(found, join))


def fit_confidence(found: Sequence[Case], join: Join) -> dict[str, float]:
    """The calibration: what was decided about each half, with weights fitted on the other, against what is right."""
    rows, wanted = [], []
    for half, rest in ((found[::2], found[1::2]), (found[1::2], found[::2])):
        crossed = replace(
            join, category=fit_category(rest), actor=fit_role(rest, "actor"), recipient=fit_role(rest, "recipient")
        )
        said = [(case, verdict_of(crossed, case)) for case in half]
        rows += [v.features for _, v in said if v.event >= join.keep]
        wanted += [is_right(case, v) for case, v in said if v.event >= join.keep]
    return logistic(rows, wanted)


def verdict_of(join: Join, case: Case) -> Verdict:
    return verdict(join, case.candidate.category, case.candidate.score, case.answer, case.parties)


def is_right(case: Case, said: Verdict) -> bool:
    """Whether category, actors and recipients are all as the corpus has them."""
    chosen = {"actor": said.actor, "recipient": said.recipient}
    return case.gold is not None and case.gold.category == said.category and cast_right(case, chosen)


def cast_right(case: Case, chosen: Cast) -> bool:
    """Whether actors and recipients are as the corpus has them."""
    actors, recipients = ([(p.mention.start, p.mention.end) for p, _ in chosen[role]] for role in ROLES)
    if case.gold is not None and case.gold.mutual:  # all who take part, however they are parted
        return agrees(case, [*actors, *recipients], "actor")
    return agrees(case, actors, "actor") and agrees(case, recipients, "recipient")


def agrees(case: Case, chosen: Sequence[tuple[int, int]], role: str) -> bool:
    """Whether the chosen spans are gold ones and every gold one is met."""
    if case.gold is None:
        return False
    marks = case.gold.actors if role == "actor" else case.gold.recipients
    if case.gold.mutual:
        marks = [*case.gold.actors, *case.gold.recipients]
    spans = [case.passage.spans[m] for m in marks]
    met = all(any(s.start < e and b < s.end for b, e in chosen) for s in spans)
    return met and all(case.right(span, role) for span in chosen)


def write(join: Join, path: Path) -> None:
    """As ``coder.yaml``, which a reader may want to read."""
    path.write_text(_HEAD + yaml.safe_dump(asdict(join), sort_keys=False, default_flow_style=None), "utf-8")
