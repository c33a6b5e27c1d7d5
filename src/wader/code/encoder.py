"""The trained encoder: what a word tells, or what one marked party does to another, with probabilities.

One sentence a run on one thread, so that the numbers do not depend on what else is read, nor on the machine's cores.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from wader.code.encoding import Chars, Encoded, Mark, encode
from wader.errors import KnowledgeError
from wader.knowledge.files import PACKAGED

FOLDER = PACKAGED / "encoder"
"""``coder.onnx`` (made by ``python -m training.build``), the tokenizer, and ``labels.json``."""
FILES = ("coder.onnx", "tokenizer.json", "labels.json")
Row = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Labels:
    """Classes of the heads in order; ``category`` begins with NONE, ``mode`` has "CATEGORY mode" and "CATEGORY -",
    ``sector`` begins with "-", for a body that has none."""

    category: list[str]
    mode: list[str]
    auxiliary: list[str]
    context: list[str]
    sector: list[str]


@dataclass(frozen=True)
class Who:
    """Of each piece of a text the logits of its ``sector``, and of each pair of pieces that of the ``link`` from a
    party to the name of its country."""

    labels: list[str]
    sector: Row
    link: Row

    def sectors(self, inside: Sequence[int]) -> dict[str, float]:
        """Probabilities of the sectors of a party of these pieces."""
        told = _log_softmax(self.sector[list(inside)].mean(axis=0, keepdims=True))[0]
        return dict(zip(self.labels, np.exp(told).tolist(), strict=True))

    def belongs(self, inside: Sequence[int], names: Sequence[Sequence[int]]) -> list[float]:
        """Logits of whether the country that some pieces name is that of a party of others, by name."""
        rows = np.asarray(inside)[:, None]
        linked = (self.link[rows, list(name)].astype(np.float64) for name in names)
        return [float(np.add.reduce(pairs, axis=None) / pairs.size) for pairs in linked]


@dataclass(frozen=True)
class Answer:
    """What the encoder says of one trigger or pair, as its heads give it in their rows; most answers are that it is no
    event, and are asked no further. ``category``: log-probabilities by category (NONE too). ``who``: what it says of
    the parties of the text, the same in all answers about it."""

    category: dict[str, float]
    labels: Labels
    mode_row: Row
    auxiliary_row: Row
    roles_row: Row
    context_row: Row
    encoded: Encoded
    who: Who

    @cached_property
    def mode(self) -> dict[str, float]:
        """Logits by "CATEGORY mode"."""
        return dict(zip(self.labels.mode, self.mode_row.tolist(), strict=True))

    @cached_property
    def auxiliary(self) -> dict[str, float]:
        """Probabilities of the auxiliary modes."""
        return dict(zip(self.labels.auxiliary, _sigmoid(self.auxiliary_row).tolist(), strict=True))

    @cached_property
    def context(self) -> dict[str, float]:
        """Probabilities of the contexts of the whole text."""
        return dict(zip(self.labels.context, _sigmoid(self.context_row).tolist(), strict=True))

    @cached_property
    def roles(self) -> Row:
        """For each piece the probabilities that it belongs to an actor and to a recipient."""
        return _sigmoid(self.roles_row)

    def role(self, start: int, end: int) -> tuple[float, float] | None:
        """Mean probability of the pieces in the span to be of an actor, of a recipient; None outside the window."""
        inside = self.encoded.inside(start, end)
        if not inside:
            return None
        told = self.roles[inside[0]] if len(inside) == 1 else np.add.reduce(self.roles[inside]) / len(inside)
        actor, recipient = told.tolist()
        return actor, recipient


class Encoder:
    """The session and the tokenizer; loading takes about 0.3 s and 150 MB."""

    def __init__(self, folder: Path = FOLDER) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        for name in FILES:
            if not (folder / name).is_file():
                raise KnowledgeError(
                    f"{folder / name} is missing: reinstall Wader, make it (`make train`), or put `encoder: false` "
                    "into a coder.yaml in a directory for --knowledge."
                )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session: Any = onnxruntime.InferenceSession(
            str(folder / "coder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.labels = Labels(**json.loads((folder / "labels.json").read_text("utf-8")))

    def triggers(self, text: str, spans: Sequence[Chars]) -> list[Answer | None]:
        """What the words of each span tell, all asked at once; None where the text is too long to hold a span."""
        marks: list[Mark] = [("trigger", start, end) for start, end in spans]
        encoded = self._encoded(text, marks)
        placed = [m for m in encoded.marks if m is not None]
        answers = iter(self._run(encoded, placed))
        return [None if m is None else next(answers) for m in encoded.marks]

    def pair(self, text: str, actor: Chars | None, recipient: Chars | None) -> Answer:
        """What ``actor`` does to ``recipient``, each a span or None."""
        given = [(kind, *span) for kind, span in (("actor", actor), ("recipient", recipient)) if span is not None]
        encoded = self._encoded(text, given)
        opened = {kind: mark[0] for (kind, *_), mark in zip(given, encoded.marks, strict=True) if mark is not None}
        return self._run(encoded, [(opened.get("actor", 0), opened.get("recipient", 0))])[0]

    def _encoded(self, text: str, marks: Sequence[Mark]) -> Encoded:
        pieces = self.tokenizer.encode(text, add_special_tokens=False)
        return encode(pieces.ids, pieces.offsets, marks)

    def _run(self, encoded: Encoded, read: Sequence[tuple[int, int]]) -> list[Answer]:
        """One answer for each pair of pieces that is ``read``."""
        if not read:
            return []
        given = {"ids": np.asarray(encoded.ids, dtype=np.int64)}
        given |= {name: np.asarray([pair[k] for pair in read], np.int64) for k, name in enumerate(("first", "second"))}
        category, mode, auxiliary, roles, context, sector, link = self.session.run(None, given)
        labels, told = self.labels, _log_softmax(category).tolist()
        who = Who(labels.sector, sector, link)
        return [
            Answer(dict(zip(labels.category, row, strict=True)), labels, *of_one, context, encoded, who)
            for row, of_one in zip(told, zip(mode, auxiliary, roles, strict=True), strict=True)
        ]


@cache
def load() -> Encoder:
    """The packaged encoder, once a process."""
    return Encoder()


def _log_softmax(logits: Row) -> npt.NDArray[np.float64]:
    """By row."""
    shifted = logits.astype(np.float64) - logits.max(-1, keepdims=True)
    rows: npt.NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return rows


def _sigmoid(logits: Row) -> Row:
    return (1.0 / (1.0 + np.exp(-logits.astype(np.float64)))).astype(np.float32)
