"""Fit the words of the gate: ``python -m training.gate`` writes ``knowledge/gate.tsv``.

Logistic regression on the train split: does a sentence of the corpus hold the trigger of an event? Features are its
words and their possible lemmas, as the gate sees them before anything is parsed. LEAST is chosen on the dev split, so
that of the sentences with an event no more than LOST are taken for dull.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.corpus import Passage, files, read
from training.examples import sentences
from wader.annotate.gate import words_of
from wader.annotate.parse import Lemmatiser, load_pipeline
from wader.knowledge.dull import BIAS, FILE, LEAST, Dull
from wader.knowledge.files import PACKAGED

LOST = 0.004
RARE = 3
"""Rows that a feature stands in, at least, to have a weight."""
RIDGE = 3.0
SMALL = 0.05
"""A weight under this is left out: it moves nothing."""
_HEAD = """# What a word adds to the log-odds that its sentence tells an event, by word or lemma; <bias> is of every
# sentence, and below <least> a sentence is not read further. Written by `python -m training.gate` from corpus/.
"""

Told = tuple[frozenset[str], bool]
Row = npt.NDArray[np.float64]


def told(passages: Iterable[Passage], lemmatiser: Lemmatiser) -> Iterator[Told]:
    """By sentence its words with their possible lemmas, and whether it holds the trigger of an event."""
    for passage in passages:
        triggers = [passage.spans[e.trigger].start for e in passage.events if e.category != "NONE"]
        for start, end in sentences(passage.text):
            words = frozenset(x for w in words_of(passage.text[start:end]) for x in lemmatiser.possible(w))
            yield words, any(start <= at < end for at in triggers)


def fit(rows: Sequence[Told]) -> dict[str, float]:
    """Weights by feature, with BIAS."""
    counts = Counter(word for words, _ in rows for word in words)
    names = [BIAS, *sorted(word for word, n in counts.items() if n >= RARE and re.fullmatch(r"\S+", word))]
    index = {name: k for k, name in enumerate(names)}
    at = [(k, index[w]) for k, (words, _) in enumerate(rows) for w in sorted({BIAS, *words}) if w in index]
    given = csr_matrix((np.ones(len(at)), tuple(zip(*at, strict=True))), shape=(len(rows), len(names)))
    wanted = np.array([float(event) for _, event in rows])

    def cost(weights: Row) -> tuple[float, Row]:
        sums = given @ weights
        shrunk = np.concatenate([[0.0], weights[1:]])
        loss = (np.logaddexp(0, sums) - wanted * sums).sum() + RIDGE * (shrunk**2).sum()
        return float(loss), given.T @ (1 / (1 + np.exp(-sums)) - wanted) + 2 * RIDGE * shrunk

    found = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {n: round(float(w), 2) for n, w in zip(names, found, strict=True) if n == BIAS or abs(w) >= SMALL}


def limited(weights: dict[str, float], rows: Sequence[Told]) -> Dull:
    """The weights (BIAS taken out), with the sum under which LOST of the sentences with an event stand."""
    free = Dull({word: weight for word, weight in weights.items() if word != BIAS}, weights[BIAS], -np.inf)
    sums = sorted(free.odds(words) for words, event in rows if event)
    return replace(free, least=round(sums[int(LOST * len(sums))], 2))


def write(dull: Dull) -> None:
    """The weights as a file of the package."""
    rows = [(LEAST, dull.least), (BIAS, dull.bias), *sorted(dull.weights.items())]
    (PACKAGED / FILE).write_text(_HEAD + "".join(f"{word}\t{weight:g}\n" for word, weight in rows), "utf-8")


def main() -> None:
    lemmatiser = load_pipeline()[1]
    passages = list(read(files()))
    train, dev = ([p for p in passages if p.split == split] for split in ("train", "dev"))
    held = list(told(dev, lemmatiser))
    dull = limited(fit(list(told(train, lemmatiser))), held)
    write(dull)
    skipped = [(dull(words), event) for words, event in held]
    lost = [skip for skip, event in skipped if event]
    shares = np.mean([skip for skip, _ in skipped]), np.mean(lost)
    told_of = "{:.3f} of the sentences are dull, {:.4f} of those with an event".format(*shares)
    print(f"{len(dull.weights)} words; dev: {told_of}")


if __name__ == "__main__":
    main()
