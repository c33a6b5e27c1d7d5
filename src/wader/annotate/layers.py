"""spaCy's models computed for reading alone: the same sums without what training needs.

Two things cost spaCy more than its arithmetic. Its transition parsers let go of Python's lock while they decode, and
take it again for each small function that could raise: here they are stepped under the lock, a page's sentences at
once. And the first layer of word vectors, a third of all products, sees a word and nothing beside it: it is computed
once a word, and one word a product, so that no company shows in its last bit.

A model that is built otherwise (vectors from elsewhere, a transformer, a beam) is ``Unknown`` here, and left to spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc

Rows = npt.NDArray[np.float32]

_MOST = 1 << 15
"""Words whose first layer is held, some 13 MB; then all are forgotten."""
_VECTORS = re.compile(
    "extract_features list2ragged( ints-getitem hashembed)+ maxout layernorm dropout ragged2list"
    "( expand_window maxout layernorm dropout)+"
)
"""Layers of a ``Tok2Vec`` of hashed features and windows."""
_SCORES = re.compile("(.* )?list2array linear precomputable_affine linear")
"""Layers of a transition parser."""


class Unknown(Exception):
    """A model has other layers than spaCy's small English pipelines have."""


class _Maxout:
    """A product, the greatest of its pieces, and their normalisation."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        self.width, pieces, inner = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
        # Piece by piece, not unit by unit: the greatest is then taken over whole blocks of columns.
        weights = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * self.width, inner)
        self.weights: Rows = np.ascontiguousarray(weights)
        self._across: Rows = np.ascontiguousarray(weights.T)
        self._bias: Rows = np.ascontiguousarray(maxout.get_param("b").T).reshape(-1)
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, given: Rows) -> Rows:
        return self.settled(given @ self._across)

    def settled(self, product: Rows) -> Rows:
        """What becomes of a product, whose memory is used."""
        width = self.width
        product += self._bias
        best = product[:, :width]
        for begin in range(width, product.shape[1], width):
            np.maximum(best, product[:, begin : begin + width], out=best)
        rows: Rows = best - best.mean(axis=1, keepdims=True)
        spread = (rows * rows).mean(axis=1, keepdims=True)
        rows *= (spread + 1e-08) ** (-1.0 / 2.0)
        rows *= self._scale
        rows += self._shift
        return rows


class WordVectors:
    """The vectors that a ``Tok2Vec`` gives the words of documents."""

    def __init__(self, model: Any) -> None:
        """
        Raises:
            Unknown: the model has other layers.
        """
        leaves = _leaves(model)
        windows = [layer for layer in leaves if layer.name == "expand_window"]
        residuals = [layer for layer in model.walk() if layer.name.startswith("residual(") and len(layer.layers) == 1]
        if (
            not _VECTORS.fullmatch(_names(leaves))
            or [len(model.layers), len(model.layers[0].layers)] != [2, 5]
            or len(residuals) < len(windows)
            or any(window.attrs["window_size"] != 1 for window in windows)
        ):
            raise Unknown(model.name)
        maxouts = [layer for layer in leaves if layer.name == "maxout"]
        norms = [layer for layer in leaves if layer.name == "layernorm"]
        self._first, *self._windows = (_Maxout(*pair) for pair in zip(maxouts, norms, strict=True))
        self.columns: list[int | str] = list(leaves[0].attrs["columns"])
        """What it reads of a word."""
        self._hashed = model.layers[0].layers[2].layers[0]
        self._padding = model.layers[1].attrs["pad"]
        self._words: dict[bytes, int] = {}
        self._table: Rows = np.zeros((1024, self._first.width), np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Rows]:
        """A row for each token, by document."""
        places, begins = self._places(docs)
        rows: Rows = self._table[places]
        for window in self._windows:
            rows += window(_beside(rows))
        return [rows[begin : begin + len(doc)] for doc, begin in zip(docs, begins, strict=True)]

    def _places(self, docs: Sequence[Doc]) -> tuple[list[int], list[int]]:
        """Where in the table each token stands, with padding (row 0) around the documents, and where in that list each
        of them begins."""
        features = np.concatenate([doc.to_array(self.columns) for doc in docs])
        keys: list[bytes] = features.view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
        words = self._words
        if not words.keys() >= set(keys):
            self._learn(keys, features)
        known = [words[key] for key in keys]
        padding = [0] * self._padding
        places, begins, at = list(padding), [], 0
        for doc in docs:
            begins.append(len(places))
            places += known[at : at + len(doc)]
            places += padding
            at += len(doc)
        return places, begins

    def _learn(self, keys: list[bytes], features: Any) -> None:
        """Put into the table what it lacks of ``keys``."""
        words = self._words
        new = {key: k for k, key in enumerate(keys) if key not in words}
        if len(words) + len(new) > _MOST:
            words.clear()
            new = {key: k for k, key in enumerate(keys)}
        first = len(words) + 1
        while len(self._table) < first + len(new):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        embedded = self._hashed.predict(features[list(new.values())])
        product = np.stack([self._first.weights @ row for row in embedded])
        self._table[first : first + len(new)] = self._first.settled(product)
        words.update(zip(new, range(first, first + len(new)), strict=True))


class Decoder:
    """Steps a transition parser of spaCy's (of syntax or of names) through documents."""

    def __init__(self, component: Any) -> None:
        """
        Raises:
            Unknown: the component works in another way.
        """
        model = component.model
        if component.cfg.get("beam_width") != 1 or not _SCORES.fullmatch(_names(_leaves(model))):
            raise Unknown(component.name)
        if not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
            raise Unknown(component.name)
        self._component, self._model = component, model
        vectors, _, upper = model.layers
        linear = _leaves(vectors)[-1]
        self._weights, self._bias = linear.get_param("W").T, linear.get_param("b")
        self._scores, self._score = upper.get_param("W").T, upper.get_param("b")

    def __call__(self, docs: Sequence[Doc], vectors: Sequence[Rows]) -> None:
        """Write into ``docs`` what is read of them. ``vectors``: a row for each token."""
        rows = np.concatenate(vectors) @ self._weights
        rows += self._bias
        component, moves = self._component, self._component.moves
        layers = [lambda *_, **__: (rows, None), *self._model.layers[1:]]
        step = ParserStepModel(docs, layers, has_upper=True, train=False)
        states = moves.init_batch(docs)
        live = [state for state in states if not state.is_final()]
        while live:
            scores = step.state2vec.predict(step.get_token_ids(live)) @ self._scores
            scores += self._score
            live = component.transition_states(live, scores)
        component.set_annotations(docs, states)


class Syntax:
    """Tags and heads of documents."""

    def __init__(self, vectors: Any, tagger: Any, parser: Any) -> None:
        """
        Raises:
            Unknown: a component works in another way.
        """
        listen = [_leaves(component.model)[0].name for component in (tagger, parser)]
        if listen != ["tok2vec-listener"] * 2:
            raise Unknown(tagger.name)
        self._given, self._tagger = vectors, tagger
        self._vectors, self._decode = WordVectors(vectors.model), Decoder(parser)
        self.columns = self._vectors.columns

    def __call__(self, docs: list[Doc]) -> None:
        vectors = self._vectors(docs)
        self._given.set_annotations(docs, vectors)  # where the tagger looks for them
        self._tagger.set_annotations(docs, self._tagger.predict(docs))
        self._decode(docs, vectors)


class Names:
    """Names in documents."""

    def __init__(self, component: Any) -> None:
        """
        Raises:
            Unknown: the component works in another way.
        """
        self._decode = Decoder(component)
        self._vectors = WordVectors(component.model.layers[0].layers[0])
        self.columns = self._vectors.columns

    def __call__(self, docs: list[Doc]) -> None:
        self._decode(docs, self._vectors(docs))


def _beside(rows: Rows) -> Rows:
    """Each row between the one before and the one behind it."""
    count, width = rows.shape
    found: Rows = np.empty((count, 3 * width), np.float32)
    found[0, :width] = 0.0
    found[1:, :width] = rows[:-1]
    found[:, width : 2 * width] = rows
    found[:-1, 2 * width :] = rows[1:]
    found[-1, 2 * width :] = 0.0
    return found


def _leaves(model: Any) -> list[Any]:
    return [layer for layer in model.walk(order="dfs_pre") if not layer.layers]


def _names(layers: list[Any]) -> str:
    return " ".join(str(layer.name) for layer in layers)
