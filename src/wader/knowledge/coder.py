"""How lexicon and encoder are joined (``coder.yaml``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wader.knowledge.files import entries_of, laid_over, layers

FILE = "coder.yaml"
ROLE = ("bias", "model", "against", "slot", "last", "other", "rival", "margin")
"""Features of a party in a role that need a weight (``code/casting.py:features``); categories, STANCES may have one."""
PREPOSITIONS = ("by", "of", "to", "with", "against", "from", "for", "on", "in", "between", "at")
STANCES = tuple(
    f"{kind} {place}"
    for kind in ("active", "passive", "noun")
    for place in ("subject", "object", "owner", *PREPOSITIONS, "before", "behind", "before clause", "behind clause")
)
"""How a party may stand to a trigger (``code/standing.py``)."""
CONFIDENCE = (
    "bias", "event", "category", "lexicon", "unknown", "score", "actor", "no actor", "recipient", "no recipient",
)  # fmt: skip
"""Features of a verdict's confidence (``code/judge.py:verdict``)."""


@dataclass(frozen=True)
class Join:
    """Weights of the rule. ``category``: ``model``, ``lexicon``, ``score``, ``none`` (``unknown`` where
    no entry holds) and a weight by category of the lexicon. ``actor`` and ``recipient``: those of
    ``code/casting.py:features``. ``mode``: ``lexicon``, ``none``, what its mode, or that it has none, weighs beside
    the encoder's logits. By auxiliary and for ``context``: ``bias``, ``model``, ``told`` (syntax, or words of the
    paragraph, say so). ``pair``: ``lexicon``, ``model``, ``trigger`` (the encoder asked about the pair, and about the
    words), what each weighs for a pair that is given. ``sector`` and ``country``: features of whether the encoder is
    right where it says another sector or country of a party than the rules (``resolve/likely.py``); none: it is not
    heard. ``confidence``: CONFIDENCE, of the chance that category, actors
    and recipients are all right. ``keep``: probability from which a candidate is an event; ``role``: from which a party
    fills a role, ``least``: from which the likeliest does where none is so sure; ``emit``: confidence from which a
    candidate is an event. ``whole``: features of the chance that a reader holds a whole event right, parties and all
    (``resolve/trust.py``); none: the coder's confidence stands. ``told``: chance from which an event is told,
    ``alone``: the same in a text of a few sentences, with no page around them from which the chance was learnt.
    ``encoder``: whether it is asked at all."""

    category: dict[str, float]
    actor: dict[str, float]
    recipient: dict[str, float]
    mode: dict[str, float]
    auxiliary: dict[str, dict[str, float]]
    context: dict[str, float]
    pair: dict[str, float]
    confidence: dict[str, float]
    keep: float = 0.5
    role: float = 0.5
    least: float = 0.5
    emit: float = 0.0
    encoder: bool = True
    sector: dict[str, float] = field(default_factory=dict)
    country: dict[str, float] = field(default_factory=dict)
    whole: dict[str, float] = field(default_factory=dict)
    told: float = 0.0
    alone: float = 0.0


def load(directories: Sequence[Path]) -> Join:
    """The rule of ``directories``, later files laid over earlier ones."""
    data = laid_over(directories, FILE)
    own = layers(directories[:1], FILE)[0][1]["auxiliary"]
    with entries_of(directories[-1] / FILE):
        data["auxiliary"] = {name: {**own.get(name, {}), **given} for name, given in data["auxiliary"].items()}
        join = Join(**data)
        if not join.encoder:
            return join
        for name in ("actor", "recipient"):
            _whole(name, getattr(join, name), ROLE)
            unknown = {n for n in getattr(join, name) if n not in (*ROLE, *STANCES, *join.category)}
            if unknown:
                raise ValueError(f"`{name}` has weights of no feature: {', '.join(sorted(unknown))}")
        if not 0.0 <= join.least <= join.role <= 1.0:
            raise ValueError("`least` and `role` are probabilities, `least` no more than `role`")
        _whole("category", join.category, ("model", "lexicon", "score", "none", "unknown"))
        _whole("confidence", join.confidence, CONFIDENCE)
        for name, given in [("context", join.context), *join.auxiliary.items()]:
            _whole(name, given, ("bias", "model", "told"))
        _whole("mode", join.mode, ("lexicon", "none"))
        _whole("pair", join.pair, ("lexicon", "model", "trigger"))
        return join


def _whole(name: str, given: dict[str, float], wanted: Sequence[str]) -> None:
    """Raises where a weight is missing or no number."""
    missing = [key for key in wanted if key not in given]
    if missing:
        raise ValueError(f"`{name}` lacks {', '.join(missing)}")
    if not all(isinstance(v, int | float) for v in given.values()):
        raise ValueError(f"`{name}` has a weight that is no number")
