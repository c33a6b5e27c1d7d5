"""How varied the corpus is, by author and in all: ``python -m training.variety [FILE...]``.

Only figures are printed. Where ``../shared`` is present, those of real news (its ``news/volume.jsonl.gz``) stand beside
them. Samples are always the same; measures that grow with the size of a text are taken over samples of equal size.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import quantiles

from evaluation.common import SHARED, VOLUME, volume
from training.corpus import Passage, codebook, files, read
from training.counts import none_triggers, without_events
from training.duplicates import words
from training.examples import sentences
from training.frames import frames

SAMPLES = (5_000, 30_000, 200_000)
"""Words of the samples: few for the authors who wrote little, many for the long tail of all."""
MOST = SAMPLES[-1]
WINDOW = 500
"""Words of the window of the moving-average type-token ratio (Covington and McFall 2010 count it over 500 too). The
sentences are shuffled first: a short passage changes its subject more often than a long article does."""
FRAMES = 600
"""Passages that are parsed for their frames: some twenty seconds."""

Told = list[list[str]]
"""Sentences of a text as words."""


def told(text: str) -> Told:
    """Sentences as words in lower case; those without any are left out."""
    return [w for line in text.split("\n") for a, b in sentences(line) if (w := words(line[a:b]))]


def news() -> list[Told]:
    """Sentences of real news, by text; none where it is not there."""
    if not (SHARED / VOLUME).is_file():
        return []
    return [told(row["text"]) for row in volume(SHARED)]


def shuffled(texts: Iterable[Told]) -> list[list[str]]:
    """All sentences in an order by chance that is always the same: that of a hash."""
    return sorted((s for text in texts for s in text), key=lambda s: hashlib.sha256(" ".join(s).encode()).digest())


def draw(order: Iterable[list[str]], number: int) -> list[list[str]]:
    """The first sentences of ``number`` words in all (the last one cut); fewer where there are not as many."""
    drawn: list[list[str]] = []
    left = number
    for sentence in order:
        if not left:
            break
        drawn.append(sentence[:left])
        left -= len(drawn[-1])
    return drawn


def entropy(drawn: Iterable[Sequence[str]], size: int) -> float:
    """Bits of the distribution of the n-grams of ``size`` words within sentences (plain frequencies)."""
    grams = Counter(tuple(s[k : k + size]) for s in drawn for k in range(len(s) - size + 1))
    total = grams.total()
    return math.log2(total) - sum(n * math.log2(n) for n in grams.values()) / total if total else 0.0


def moving_ratio(running: Sequence[str], window: int = WINDOW) -> float:
    """Mean share of different words in every window of so many running words."""
    if len(running) <= window:
        return len(set(running)) / max(1, len(running))
    inside = Counter(running[:window])
    total, windows = len(inside), 1
    for old, new in zip(running, running[window:], strict=False):
        inside[new] += 1
        inside[old] -= 1
        if not inside[old]:
            del inside[old]
        total += len(inside)
        windows += 1
    return total / windows / window


def _sizes(name: str, texts: int, order: Sequence[list[str]], passages: Sequence[Passage]) -> str:
    """Size, sentence length and types of some texts, and what is coded in them where they are the corpus'."""
    lengths = [len(s) for s in order]
    low, middle, high = quantiles(lengths, n=4) if len(lengths) > 1 else lengths * 3
    running = [w for s in draw(order, MOST) for w in s]
    line = f"{name:14}{texts:7}{sum(lengths):9}{low:6.0f}{middle:5.0f}{high:5.0f}{len({w for s in order for w in s}):8}"
    line += f"{moving_ratio(running):7.3f}"
    if not passages:
        return line
    events = sum(e.category != "NONE" for p in passages for e in p.events) / len(passages)
    mentions = sum(len(p.mentions) for p in passages) / len(passages)
    return line + f"{events:8.2f}{mentions:9.2f}{without_events(passages):9.1%}{none_triggers(passages):8.1%}"


def _entropies(name: str, order: Sequence[list[str]], number: int) -> str | None:
    """Types and entropies of a sample of so many words; None where there are fewer."""
    drawn = draw(order, number)
    if sum(map(len, drawn)) < number:
        return None
    types = len({w for s in drawn for w in s})
    return f"{name:14}{number:8}{types:8}  " + " ".join(f"{entropy(drawn, n):7.2f}" for n in (1, 2, 3))


def by_author(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Passages by author in alphabetical order, and of all."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.author, []).append(passage)
    return dict(sorted(found.items())) | {"all": [p for a in sorted(found) for p in found[a]]}


def sizes(groups: dict[str, list[Passage]]) -> Iterator[str]:
    """The tables of sizes and of entropies."""
    orders = {name: shuffled(told(p.text) for p in group) for name, group in groups.items()}
    yield "author       passages   words  sentence q1/med/q3  types  MATTR  events/p mentions/p no event  NONE"
    for name, group in groups.items():
        yield _sizes(name, len(group), orders[name], group)
    real = news()
    if real:
        orders["real news"] = shuffled(real)
        yield _sizes("real news", len(real), orders["real news"], [])
    yield ""
    yield "entropy, bits   words   types    1-gram  2-gram  3-gram   (samples of sentences)"
    for number in SAMPLES:
        for name, order in orders.items():
            if line := _entropies(name, order, number):
                yield line


def triggers(passages: Iterable[Passage], most: int = 3) -> Iterator[str]:
    """By category: triggers, distinct forms and lemmas, the share of triggers that the commonest lemmas make, and of
    lemmas that are seen once. Forms are read as verbs: most are, and a plural noun loses its s by the same rule."""
    from wader.annotate.parse import Parser

    lemma = Parser().lemmatiser.lemma
    forms: dict[str, Counter[str]] = {c: Counter() for c in [*codebook()[0], "NONE"]}
    for passage in passages:
        for event in passage.events:
            forms[event.category][passage.words(event.trigger).lower()] += 1
    yield f"category    triggers   forms  lemmas  top {most}   once"
    for category, found in forms.items():
        lemmas: Counter[str] = Counter()
        for form, number in found.items():
            lemmas[" ".join(lemma(word, "VBD") for word in form.split())] += number
        top = sum(n for _, n in lemmas.most_common(most)) / max(1, lemmas.total())
        once = sum(n == 1 for n in lemmas.values()) / max(1, len(lemmas))
        yield f"{category:10}{found.total():10}{len(found):8}{len(lemmas):8}{top:7.1%}{once:7.1%}"


def sample(passages: Iterable[Passage], number: int) -> list[Passage]:
    """So many passages, by a hash of their text."""
    return sorted(passages, key=lambda p: hashlib.sha256(p.text.encode()).digest())[:number]


def syntax(passages: Sequence[Passage]) -> Iterator[str]:
    """Paths of dependency labels from triggers of events to the heads of actors and recipients."""
    found = frames(passages)
    yield f"frames in {len(passages)} passages: paths of dependency labels from trigger to the heads of its parties"
    for role in ("actor", "recipient", "both"):
        paths = Counter(f[role] for f in found if f.get(role))
        top = " | ".join(f"{path} {n / paths.total():.1%}" for path, n in paths.most_common(3))
        once = sum(n == 1 for n in paths.values())
        yield f"{role:10}{paths.total():6} paths, {len(paths):5} distinct, {once:5} seen once; commonest: {top}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="all of the corpus where none is named")
    parser.add_argument("--frames", type=int, default=FRAMES, metavar="N", help="passages to parse (0: none)")
    given = parser.parse_args()
    problems: list[str] = []
    passages = read(files(given.files), problems)
    parts = [sizes(by_author(passages)), triggers(passages)]
    if given.frames:
        parts.append(syntax(sample(passages, given.frames)))
    for part in parts:
        for line in part:
            print(line)
        print()
    print(f"{len(problems)} faulty passages left out")


if __name__ == "__main__":
    main()
