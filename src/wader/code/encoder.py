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
"""What ``python -m training.build`` makes: ``coder.onnx``, which is asked about words, and ``pairs.onnx``, about a
marked pair; the vocabulary's rows, which both read (``words.npy``: [pieces, width], half precision); the tokenizer,
and ``labels.json``."""
FILES = ("coder.onnx", "pairs.onnx", "words.npy", "tokenizer.json", "labels.json")
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
class Told:
    """What is said of a pair, or of one trigger: ``category``: log-probabilities by category (NONE too); mode and
    auxiliary as the heads give them in their rows, since most answers are that it is no event and are asked no
    further."""

    category: dict[str, float]
    labels: Labels
    mode_row: Row
    auxiliary_row: Row

    @cached_property
    def mode(self) -> dict[str, float]:
        """Logits by "CATEGORY mode"."""
        return dict(zip(self.labels.mode, self.mode_row.tolist(), strict=True))

    @cached_property
    def auxiliary(self) -> dict[str, float]:
        """Probabilities of the auxiliary modes."""
        return dict(zip(self.labels.auxiliary, _sigmoid(self.auxiliary_row).tolist(), strict=True))


@dataclass(frozen=True)
class Answer(Told):
    """What is said of one trigger, its parties too. ``who``: what is said of the parties of the text, the same in all
    answers about it."""

    roles_row: Row
    context_row: Row
    encoded: Encoded
    who: Who

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
    """Two networks of one vocabulary, and the tokenizer. Each is trained for its own question: one that is taught words
    only forgets pairs (decision 0022). The second is loaded when a pair is asked about."""

    def __init__(self, folder: Path = FOLDER) -> None:
        from tokenizers import Tokenizer

        for name in FILES:
            if not (folder / name).is_file():
                raise KnowledgeError(
                    f"{folder / name} is missing: reinstall Wader, make it (`make train`), or put `encoder: false` "
                    "into a coder.yaml in a directory for --knowledge."
                )
        self.folder = folder
        self.session = _session(folder / "coder.onnx")
        self.words = np.load(folder / "words.npy", mmap_mode="r")
        self.tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.labels = Labels(**json.loads((folder / "labels.json").read_text("utf-8")))

    @cached_property
    def pairs(self) -> Any:
        """The network that is asked about pairs."""
        return _session(self.folder / "pairs.onnx")

    def triggers(self, text: str, spans: Sequence[Chars]) -> list[Answer | None]:
        """What the words of each span tell, all asked at once; None where the text is too long to hold a span."""
        marks: list[Mark] = [("trigger", start, end) for start, end in spans]
        encoded = self._encoded(text, marks)
        placed = [m for m in encoded.marks if m is not None]
        answers = iter(self._answers(encoded, placed))
        return [None if m is None else next(answers) for m in encoded.marks]

    def pair(self, text: str, actor: Chars | None, recipient: Chars | None) -> Told:
        """What ``actor`` does to ``recipient``, each a span or None."""
        given = [(kind, *span) for kind, span in (("actor", actor), ("recipient", recipient)) if span is not None]
        encoded = self._encoded(text, given)
        opened = {kind: mark[0] for (kind, *_), mark in zip(given, encoded.marks, strict=True) if mark is not None}
        read = [(opened.get("actor", 0), opened.get("recipient", 0))]
        category, mode, auxiliary = self._run(self.pairs, encoded, read)
        return Told(self._by_category(category)[0], self.labels, mode[0], auxiliary[0])

    def _encoded(self, text: str, marks: Sequence[Mark]) -> Encoded:
        pieces = self.tokenizer.encode(text, add_special_tokens=False)
        return encode(pieces.ids, pieces.offsets, marks)

    def _run(self, network: Any, encoded: Encoded, read: Sequence[tuple[int, int]]) -> Any:
        """What the heads of a network say of each pair of pieces that is ``read``."""
        given = {"rows": np.asarray(self.words[encoded.ids])}
        given |= {name: np.asarray([pair[k] for pair in read], np.int64) for k, name in enumerate(("first", "second"))}
        return network.run(None, given)

    def _answers(self, encoded: Encoded, read: Sequence[tuple[int, int]]) -> list[Answer]:
        if not read:
            return []
        category, mode, auxiliary, roles, context, sector, link = self._run(self.session, encoded, read)
        who = Who(self.labels.sector, sector, link)
        return [
            Answer(told, self.labels, *of_one, context, encoded, who)
            for told, of_one in zip(self._by_category(category), zip(mode, auxiliary, roles, strict=True), strict=True)
        ]

    def _by_category(self, logits: Row) -> list[dict[str, float]]:
        return [dict(zip(self.labels.category, row, strict=True)) for row in _log_softmax(logits).tolist()]


def _session(path: Path) -> Any:
    """A network that runs on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


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
