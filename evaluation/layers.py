"""What is measured: the layers of the gate, in the order of the table. A scorer is imported when its layer runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.common import VOLUME
from evaluation.interval import Interval, wilson

QUICK = 20
"""With ``--quick`` one text in so many of the volume file is used."""


@dataclass(frozen=True)
class Figure:
    """A measured value with its 95% interval where one is cheap."""

    value: float
    interval: Interval | None = None


Figures = dict[str, Figure]


@dataclass(frozen=True)
class Layer:
    """``needs``: file or folder below ``shared`` without which the layer is skipped, None where the repository is
    enough. ``measure`` takes ``shared`` and the step through the volume file (1: every text)."""

    name: str
    title: str
    needs: str | None
    measure: Callable[[Path, int], Figures]


def _plain(values: dict[str, float]) -> Figures:
    return {name: Figure(float(value)) for name, value in values.items()}


def _lexicon(shared: Path, step: int) -> Figures:
    from evaluation import lexicon_examples

    return _plain(lexicon_examples.evaluate())


def _corpus(shared: Path, step: int) -> Figures:
    from evaluation import corpus

    return _plain(corpus.evaluate())


def _mentions(shared: Path, step: int) -> Figures:
    from evaluation import mentions

    figures = mentions.evaluate()
    told = round(figures["parties"])
    return {name: Figure(v, wilson(v, told) if name != "parties" else None) for name, v in figures.items()}


def _offices(shared: Path, step: int) -> Figures:
    from evaluation import offices

    return _plain(offices.evaluate())


def _page_actors(shared: Path, step: int) -> Figures:
    from evaluation import page_actors

    return _plain(page_actors.evaluate(shared))


def _event_type(shared: Path, step: int) -> Figures:
    from evaluation import event_type

    return {name: Figure(*both) for name, both in event_type.evaluate_with_intervals(shared).items()}


def _cameo(shared: Path, step: int) -> Figures:
    from evaluation import cameo

    return {name: Figure(*both) for name, both in cameo.evaluate(shared).items()}


def _article_text(shared: Path, step: int) -> Figures:
    from evaluation import article_text

    return _plain(article_text.evaluate(shared))


def _publication_date(shared: Path, step: int) -> Figures:
    from evaluation import publication_date

    figures = _plain(publication_date.evaluate(shared))
    right, pages = figures["right"].value, round(figures["pages"].value)
    return {**figures, "right": Figure(right, wilson(right, pages))}


def _times(shared: Path, step: int) -> Figures:
    from evaluation import times

    return _plain(times.evaluate(shared))


def _attribution(shared: Path, step: int) -> Figures:
    from evaluation import attribution

    figures = attribution.evaluate(shared)
    return {name: Figure(value) for name, value in figures.items() if name.endswith("F1")}


def _places(shared: Path, step: int) -> Figures:
    from evaluation import places

    return _plain(places.evaluate(shared))


def _speed(shared: Path, step: int) -> Figures:
    from evaluation import speed

    return _plain(speed.evaluate(shared, step))


def _volume(shared: Path, step: int) -> Figures:
    from evaluation import volume

    return _plain(volume.evaluate(shared, step))


def _cost(shared: Path, step: int) -> Figures:
    from evaluation import cost

    return _plain(cost.evaluate(shared, max(step, QUICK)))


LAYERS: tuple[Layer, ...] = (
    Layer("lexicon", "the lexicon's own examples", None, _lexicon),
    Layer("corpus", "our own corpus, test split", None, _corpus),
    Layer("mentions", "country and sector of parties, our own corpus, test split", None, _mentions),
    Layer("offices", "who is meant, by date (our own questions)", None, _offices),
    Layer("page_actors", "who acts on the three pages (our own reading)", "news/pages", _page_actors),
    Layer("event_type", "event type with the pair given, macro-F1 (PLV, AW)", "gold/event_type", _event_type),
    Layer("cameo", "sentences without a given pair (CAMEO)", "gold/event_type/cameo_quad_dev.jsonl", _cameo),
    Layer("article_text", "body of web pages, 4-gram F1 (Zyte)", "gold/article_text", _article_text),
    Layer("publication_date", "date of publication, right to the day", "gold/publication_date", _publication_date),
    Layer("times", "time expressions (MEANTIME)", "gold/documents/meantime_dev.jsonl.gz", _times),
    Layer("attribution", "who says what (PolNeAR)", "gold/attribution", _attribution),
    Layer("places", "toponyms (LGL, GeoWebNews)", "gold/places", _places),
    Layer("speed", "words per CPU-second beside plain spaCy", VOLUME, _speed),
    Layer("cost", "what resolving takes of CPU and memory", VOLUME, _cost),
    Layer("volume", "5,666 news texts through `wader code`", VOLUME, _volume),
)
