"""Event type with the pair given: what does the source do to the target of a sentence?

Three voices, joined with learnt weights (``coder.yaml``: pair). Lexicon and syntax: the coder's own events come first,
and where one links the pair it decides; else the triggers of the sentence vote, each weighed by where it stands to the
pair, on the dependency path between them, near them, how specific it is. The encoder, twice: the sentence with both
marked, and with its triggers marked, of each of which the pair may be actor and recipient.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

import msgspec

from wader.code.coded import Coded, auxiliary
from wader.code.coder import SentenceCoder
from wader.code.encoder import Encoder
from wader.code.encoding import Chars
from wader.code.graph import Graph
from wader.code.graph_words import AUXILIARIES
from wader.code.judge import AUXILIARY, mode_of, packaged
from wader.knowledge import Knowledge
from wader.records import Article, Auxiliary, Document

TEMPERATURE = 1.0
TELLING = 1.5
"""Weight from which a coded event speaks for the pair; below it the words' usual senses are heard too."""
HINT = 2.5
ADDRESS = 6.0
"""Added to the joined score of CONSULT where the source only tells the target something: syntax is surer there than
what is told, which both voices of the encoder hear."""
MOST_TRIGGERS = 8
"""Words of a row that the encoder is asked about beside the pair, the first ones."""
LEAST = 1e-3
"""What a category is told at least by them, so that they do not silence the others."""
PRIOR = {
    "ACCUSE": 0.4,
    "CONSULT": 0.4,
    "ASSAULT": 0.4,
    "AGREE": 0.3,
    "REQUEST": 0.3,
    "COERCE": 0.3,
    "SUPPORT": 0.2,
    "CONCEDE": -1.0,
    "RETREAT": -0.5,
}
"""Log-scale offsets that decide only where no trigger speaks: how common the categories are in news at large."""


_WILL = ("will", "would", "shall", "'ll", "'d")


class PairRow(msgspec.Struct):
    """A sentence with the spans of source and target, half-open characters into it; a list may be empty."""

    id: str
    sentence: str
    source_spans: list[tuple[int, int]] = []
    target_spans: list[tuple[int, int]] = []


class PairResult(msgspec.Struct):
    id: str
    event: list[str]
    mode: list[str]
    auxiliary: list[Auxiliary]
    scores: dict[str, float]


class _Annotator(Protocol):
    def syntax(self, article: Article, *, everything: bool = False) -> Document: ...


class Pairs:
    """Classifies pairs with the coder's lexicon and syntax, and its encoder."""

    def __init__(self, knowledge: Knowledge, annotator: _Annotator) -> None:
        self.knowledge, self.annotator = knowledge, annotator
        self.judge = packaged(knowledge)

    def code(self, rows: Sequence[PairRow], *, allow_none: bool = False) -> list[PairResult]:
        """One result a row, in order; ``allow_none`` leaves ``event`` empty where no trigger speaks and the encoder
        gives no event more than a half."""
        return [self._row(row, allow_none) for row in rows]

    def _row(self, row: PairRow, allow_none: bool) -> PairResult:
        votes, scores, spans, addressed = self.votes(row)
        answer = None
        if self.judge is not None:
            source, target = _first(row)
            answer = self.judge.encoder.pair(row.sentence, source, target)
            said, weights = by_triggers(self.judge.encoder, row, spans), self.judge.join.pair
            scores = {
                c: weights["lexicon"] * s + weights["model"] * answer.category[c] + weights["trigger"] * said[c]
                for c, s in scores.items()
            }
        scores["CONSULT"] += ADDRESS * addressed
        probabilities = _softmax(scores)
        winner = max(probabilities, key=lambda c: (probabilities[c], c))
        if allow_none and not votes and (answer is None or answer.category["NONE"] > math.log(0.5)):
            return PairResult(row.id, [], [], [], probabilities)
        coded = votes.get(winner)
        if coded is not None:
            return PairResult(row.id, [winner], coded.modes, auxiliary(coded.frame), probabilities)
        if answer is None or self.judge is None:
            return PairResult(row.id, [winner], [], [], probabilities)
        mode = mode_of(answer, winner, set(), self.judge.join.mode)
        told = [a for a in AUXILIARY if answer.auxiliary[a] >= 0.5]
        return PairResult(row.id, [winner], [mode] if mode else [], told, probabilities)

    def votes(self, row: PairRow) -> tuple[dict[str, Coded], dict[str, float], list[Chars], bool]:
        """What lexicon and syntax say: by category the coded event that speaks most for it, a score of each category
        (log scale), the words that may tell what happens, and whether the source only tells the target something."""
        text = row.sentence
        article = Article(row.id, None, text, blocks=[(0, len(text))])
        document = self.annotator.syntax(article, everything=True)
        votes: list[tuple[float, Coded]] = []
        hints: dict[str, float] = {}
        spans: list[Chars] = []
        addressed = False
        for sentence in document.sentences:
            if sentence.tokens is not None and len(sentence.tokens):
                coder = SentenceCoder(sentence, document, self.knowledge)
                pair = _Pair(coder.graph, row)
                found = coder.coded()
                spans += _telling(coder, found, pair)
                votes += [(pair.weight(c), c) for c in found]
                addressed |= pair.addressed(coder, {c.match.token for c in found if not c.suppressed})
                if not any(weight >= TELLING for weight, _ in votes):
                    for category, weight in pair.hints(coder).items():
                        hints[category] = max(weight, hints.get(category, 0.0))
        scores = {c: PRIOR.get(c, 0.0) for c in self.knowledge.codebook.categories}
        for category, weight in hints.items():
            scores[category] += weight
        best: dict[str, tuple[float, Coded]] = {}
        for weight, coded in votes:
            category = _stated(coded)
            if category not in best or weight > best[category][0]:
                best[category] = (weight, coded)
        for category, (weight, _) in best.items():
            scores[category] += math.log1p(math.exp(min(weight, 30.0)))  # a trigger far off still says more than none
        return {c: coded for c, (_, coded) in best.items()}, scores, sorted(spans)[:MOST_TRIGGERS], addressed


def _first(row: PairRow) -> tuple[Chars | None, Chars | None]:
    """The first span of source and of target."""
    source, target = ((s[0][0], s[0][1]) if s else None for s in (row.source_spans, row.target_spans))
    return source, target


_LIGHT = frozenset("be have do get make take give go come say tell add note use try start begin keep let seem".split())


def _is_full_verb(coder: SentenceCoder, k: int) -> bool:
    """Whether a token is a verb that says what happens, no auxiliary or light one."""
    tokens = coder.graph.tokens
    return tokens.tag[k][:2] == "VB" and tokens.dep[k] not in AUXILIARIES and tokens.lemma[k] not in _LIGHT


def _telling(coder: SentenceCoder, coded: Sequence[Coded], pair: _Pair) -> list[Chars]:
    """Words outside the pair that the encoder is asked about as triggers: the lexicon's, and full verbs."""
    tokens, heads = coder.graph.tokens, {c.match.token for c in coded}
    heads |= {k for k in range(coder.graph.size) if _is_full_verb(coder, k)}
    return [(tokens.start[k], tokens.end[k]) for k in heads - pair.source - pair.target]


def by_triggers(encoder: Encoder, row: PairRow, spans: Sequence[Chars]) -> dict[str, float]:
    """By category the log of how much the words in ``spans`` tell it of the pair: the chance of the category, times
    those that the pair are its actor and its recipient (or both its actors)."""
    told = dict.fromkeys(encoder.labels.category, LEAST)
    source, target = _first(row)
    if source is not None and target is not None:
        for answer in filter(None, encoder.triggers(row.sentence, spans)):
            one, two = answer.role(*source), answer.role(*target)
            if one is not None and two is not None:
                linked = one[0] * max(two)
                for category, chance in answer.category.items():
                    told[category] += math.exp(chance) * linked
    return {category: math.log(value) for category, value in told.items()}


_INTENT = frozenset(("will", "would", "'ll", "'d", "shall", "can", "could", "may", "might", "must", "should"))


class _Pair:
    """Source and target as tokens, and how a coded event stands to them."""

    def __init__(self, graph: Graph, row: PairRow) -> None:
        self.graph = graph
        self.source = self._tokens(row.source_spans)
        self.target = self._tokens(row.target_spans)
        self.path = self._between()

    def _tokens(self, spans: Sequence[tuple[int, int]]) -> set[int]:
        tokens = self.graph.tokens
        return {
            k for k in range(self.graph.size) for start, end in spans if tokens.start[k] < end and tokens.end[k] > start
        }

    def _head(self, span: set[int]) -> int | None:
        """The token of a span whose head stands outside it, nearest to the root."""
        outside = [k for k in span if self.graph.tokens.head[k] not in span or self.graph.tokens.head[k] == k]
        return min(outside, key=lambda k: (len(self.graph.path_up(k)), k)) if outside else None

    def _between(self) -> list[int]:
        """Tokens on the dependency path between the pair's heads (or up to the root, where one is missing)."""
        a, b = self._head(self.source), self._head(self.target)
        if a is None and b is None:
            return []
        if a is None or b is None:
            return self.graph.path_up(a if a is not None else b)  # type: ignore[arg-type]
        up_a, up_b = self.graph.path_up(a), self.graph.path_up(b)
        common = next((k for k in up_a if k in up_b), None)
        if common is None:
            return up_a + up_b
        path = up_a[: up_a.index(common) + 1] + up_b[: up_b.index(common)][::-1]
        for k in up_a[up_a.index(common) + 1 :]:  # "UK and EU negotiators agreed": the pair meets below the verb
            if any(self.graph.is_verb(p) for p in path):
                break
            path.append(k)
        return path

    def weight(self, coded: Coded) -> float:
        """How much a coded event speaks for this pair."""
        match = coded.match
        actors, recipients = {k for k, _ in match.actor}, {k for k, _ in match.recipient}
        a, b = bool(actors & self.source), bool(recipients & self.target)
        swapped = bool(actors & self.target), bool(recipients & self.source)
        weight = 0.6 + 0.12 * min(match.rank, 8.0)
        weight += 2.0 * a + 2.0 * b + (1.0 if a and b else 0.0)
        weight += 0.3 * swapped[0] + 0.3 * swapped[1]
        if actors & self.source and actors & self.target:
            weight += 2.5
        on_path = set(match.tokens) & set(self.path)
        inside = set(match.tokens) & (self.source | self.target)
        if on_path:
            weight += 1.6 if not inside else 0.6
        elif self.path:
            weight -= 0.25 * min(6, self._distance(match.token))
        if inside and not (a or b):
            weight -= 0.6
        if coded.suppressed:
            weight -= 3.0
        if match.entry.pos == "n" and match.carrier is None and not on_path:
            weight -= 0.4
        return weight

    def addressed(self, coder: SentenceCoder, telling: set[int]) -> bool:
        """Whether the source tells the target something, by a verb that tells no event itself (``telling`` do)."""
        graph = self.graph
        for k in range(graph.size):
            if k in telling or not graph.is_verb(k) or not coder.matcher.reports(k) or graph.child(k, ("xcomp",)):
                continue
            if any(self._own_act(c) for c in graph.child(k, ("ccomp",))):
                continue  # "told Chile that it would …": the teller's own act, perhaps upon the hearer
            heard = [*graph.object(k), *graph.child(k, ("dative",)), *graph.preposition([k], "to")]
            if self.source.intersection(graph.subject(k)) and self.target.intersection(heard):
                return True
        return False

    def _own_act(self, verb: int) -> bool:
        """Whether a clause says what somebody, named by a pronoun, will do: not what he did or saw."""
        low, graph = self.graph.low, self.graph
        own = any(graph.tokens.tag[s] == "PRP" for s in graph.child(verb, ("nsubj", "nsubjpass")))
        return own and any(low[k] in _INTENT for k in graph.child(verb, ("aux",)))

    def hints(self, coder: SentenceCoder) -> dict[str, float]:
        """What the words near the path usually mean, where no entry holds with all its constraints: for each word the
        share of its entries in each category. A word's usual sense is weak evidence, better than none."""
        found: dict[str, float] = {}
        lexicon = coder.knowledge.lexicon
        for i in range(self.graph.size):
            pos = "v" if self.graph.is_verb(i) else "n" if self.graph.is_noun(i) else ""
            if not pos or i in self.source or i in self.target:
                continue
            operator = coder.matcher.operator(i)
            if operator is not None and operator.kind == "report":
                continue  # saying so is no sense of what is said
            near = HINT if i in self.path else HINT / (2.0 + self._distance(i))
            if pos == "v":
                self._stance(i, near, found)
            groups = {
                e.id.split(" ", 1)[0]: e.category
                for e in lexicon.index[pos].get(self.graph.lemma[i], ())
                if coder.matcher.words(e.words, i, pos) is not None and e.category != "NONE"
            }
            if pos == "n":
                near *= 0.7
            for category in set(groups.values()):
                share = sum(c == category for c in groups.values()) / len(groups)
                found[category] = max(found.get(category, 0.0), near * share)
        return found

    def _stance(self, verb: int, near: float, found: dict[str, float]) -> None:
        """What somebody will do is commonly an agreement, what he will not do a refusal."""
        low = {self.graph.low[k] for k in self.graph.kids[verb]}
        if low & {"will", "'ll", "shall"}:
            category = "REJECT" if low & {"not", "n't", "never"} else "AGREE"
            found[category] = max(found.get(category, 0.0), 0.4 * near)

    def _distance(self, token: int) -> int:
        """Steps from a token up to the path."""
        path = set(self.path)
        for steps, k in enumerate(self.graph.path_up(token)):
            if k in path:
                return steps
        return 6


def _stated(coded: Coded) -> str:
    """The category for the pair: who says that he will yield agrees to it, as in CAMEO's intents to cooperate. The
    coder keeps to PLOVER, where a withdrawal announced is a concession."""
    frame = coded.frame
    will = frame.future and not frame.negated and frame.rules["future"].strip("“").startswith(_WILL)
    return "AGREE" if will and coded.category in ("CONCEDE", "RETREAT") and coded.match.actor_real else coded.category


def _softmax(scores: dict[str, float]) -> dict[str, float]:
    top = max(scores.values())
    powers = {c: math.exp((s - top) / TEMPERATURE) for c, s in scores.items()}
    total = sum(powers.values())
    return {c: p / total for c, p in powers.items()}
