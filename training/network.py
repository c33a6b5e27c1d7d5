"""The encoder with its heads (torch; only training imports it)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.examples import AUX, CATEGORIES, CONTEXTS, MODES, PARTIES, Sheet
from wader.code.encoding import Encoded

Item = tuple[Sheet, Encoded]


MIDDLE = 3
"""The layer whose states are read for sectors and countries beside the last: what a word means by itself is clearer
there."""
LINK = 64


class Heads(nn.Module):
    """What is read from the encoder's states. A question reads two marks and the whole; roles are read from a piece
    and a question, sectors from a piece, a party's country from a piece of the party and one of a name."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.join = nn.Sequential(nn.Linear(3 * width, width), nn.GELU())
        self.category = nn.Linear(width, len(CATEGORIES))
        self.mode = nn.Linear(width, len(MODES))
        self.auxiliary = nn.Linear(width, len(AUX))
        self.asker, self.asked = nn.Linear(width, width), nn.Linear(width, width)
        self.roles = nn.Linear(width, 2)
        self.context = nn.Linear(width, len(CONTEXTS))
        self.sector = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(2 * width, width // 2), nn.GELU(), nn.Linear(width // 2, len(PARTIES))
        )
        self.belongs, self.home = nn.Linear(2 * width, LINK), nn.Linear(2 * width, LINK)

    def forward(
        self, hidden: Tensor, middle: Tensor, mean: Tensor, first: Tensor, second: Tensor, asked: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """``hidden``, ``middle``: [n, length, width], the last layer and ``MIDDLE``; ``mean`` of the last by text: [n,
        width]. ``first``, ``second``: [n, q], the pieces that each question reads. Logits: category [n, q, 17], mode
        [n, q, modes], auxiliary [n, q, 4], roles [n, q, length, 2], contexts [n, 37], sector [n, length, 24], link
        [n, length, length]: of the row's piece to the column's as the name of its country. ``asked`` [n, q]: where
        given, roles are worked out only for its questions, which are few of many, and 0 elsewhere."""
        width = hidden.shape[-1]
        one = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, width))
        two = torch.gather(hidden, 1, second.unsqueeze(-1).expand(-1, -1, width))
        whole = mean.unsqueeze(1).expand(-1, first.shape[1], -1)
        joined = self.dropout(self.join(self.dropout(torch.cat([one, two, whole], -1))))
        roles = self._roles(joined, hidden, asked)
        context = self.context(self.dropout(mean))
        both = torch.cat([middle, hidden], -1)
        link = self.belongs(both) @ self.home(both).transpose(1, 2) / math.sqrt(LINK)
        told = self.category(joined), self.mode(joined), self.auxiliary(joined), roles, context
        return *told, self.sector(both), link

    def _roles(self, joined: Tensor, hidden: Tensor, asked: Tensor | None) -> Tensor:
        asker, by_piece = self.asker(joined), self.asked(hidden)
        if asked is None:
            return self.roles(self.dropout(nn.functional.gelu(asker.unsqueeze(2) + by_piece.unsqueeze(1))))
        text, question = asked.nonzero(as_tuple=True)
        beside = asker[text, question].unsqueeze(1) + by_piece[text]
        told = self.roles(self.dropout(nn.functional.gelu(beside)))
        empty = told.new_zeros(*asked.shape, hidden.shape[1], 2)
        return empty.index_put((text, question), told)


class Network(nn.Module):
    """Pieces in, answers out (``Heads``)."""

    def __init__(self, weights: Path, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(weights, add_pooling_layer=False)
        self.heads = Heads(self.encoder.config.hidden_size, dropout)

    def forward(
        self, ids: Tensor, mask: Tensor, first: Tensor, second: Tensor, asked: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """``ids``, ``mask``: [n, length]; ``asked``: as for the heads."""
        states = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        hidden, middle = states[-1], states[MIDDLE]
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        answers: tuple[Tensor, ...] = self.heads(hidden, middle, mean, first, second, asked)
        return answers


def batch(items: Sequence[Item]) -> dict[str, Tensor]:
    """Padded tensors of inputs and answers; a question whose mark was cut off has weight 0."""
    length = max(len(encoded.ids) for _, encoded in items)
    n, q = len(items), max(len(sheet.questions) for sheet, _ in items)
    long = torch.long
    out = {
        "ids": torch.zeros(n, length, dtype=long), "mask": torch.zeros(n, length, dtype=long),
        "first": torch.zeros(n, q, dtype=long), "second": torch.zeros(n, q, dtype=long),
        "category": torch.zeros(n, q, dtype=long), "mode": torch.full((n, q), -1, dtype=long),
        "auxiliary": torch.zeros(n, q, len(AUX)), "told": torch.zeros(n, q), "weight": torch.zeros(n, q),
        "roles": torch.zeros(n, q, length, 2), "asked": torch.zeros(n, q, length),
        "context": torch.zeros(n, len(CONTEXTS)), "placed": torch.zeros(n),
    }  # fmt: skip
    out |= _parties(items, length)
    for k, (sheet, encoded) in enumerate(items):
        out["ids"][k, : len(encoded.ids)] = torch.tensor(encoded.ids)
        out["mask"][k, : len(encoded.ids)] = 1
        if sheet.contexts is not None:
            out["context"][k] = torch.tensor([float(c in sheet.contexts) for c in CONTEXTS])
            out["placed"][k] = 1.0
        for j in range(len(sheet.questions)):
            _question(out, k, j, sheet, encoded)
    return out


def _parties(items: Sequence[Item], length: int) -> dict[str, Tensor]:
    """``party`` [n, m, length], ``name`` [n, h, length]: shares of the pieces of each mention, and of each name of a
    country; ``sector`` [n, m, 24]: the chance of each, ``known`` [n, m]: 1 where it is said; ``of`` [n, m, h]: whether
    the name is the mention's country's, ``linked`` [n, m, h]: 1 where that is asked."""
    n, m = len(items), max(1, *(len(sheet.who) for sheet, _ in items))
    h = max(1, *(len(sheet.homes) for sheet, _ in items))
    out = {
        "party": torch.zeros(n, m, length), "name": torch.zeros(n, h, length),
        "sector": torch.zeros(n, m, len(PARTIES)), "known": torch.zeros(n, m),
        "of": torch.zeros(n, m, h), "linked": torch.zeros(n, m, h),
    }  # fmt: skip
    for k, (sheet, encoded) in enumerate(items):
        for what, spans in (("party", [w.span for w in sheet.who]), ("name", [(a, b) for a, b, _ in sheet.homes])):
            for j, span in enumerate(spans):
                if inside := encoded.inside(*span):
                    out[what][k, j, inside] = 1 / len(inside)
        for j, who in enumerate(sheet.who):
            for share, sector in zip(SHARES[len(who.sectors) > 1], who.sectors or PARTIES[:1], strict=False):
                out["sector"][k, j, PARTIES.index(sector)] = share
            out["known"][k, j] = out["party"][k, j].sum()
            for i, (_, _, code) in enumerate(sheet.homes):
                out["of"][k, j, i] = float(code in who.codes)
                out["linked"][k, j, i] = out["known"][k, j] * out["name"][k, i].sum()
    return out


SHARES = {False: (1.0,), True: (0.65, 0.35)}
"""What the first and second of two sectors count, that both are right."""


def places(sheet: Sheet, encoded: Encoded, j: int) -> tuple[int, int] | None:
    """The pieces that question ``j`` reads: the trigger's first and last one, or both opening marks of a pair."""
    a, b = (encoded.marks[m] for m in sheet.questions[j].marks)
    if a is None or b is None:
        return None
    return a if sheet.questions[j].marks[0] == sheet.questions[j].marks[1] else (a[0], b[0])


def _question(out: dict[str, Tensor], k: int, j: int, sheet: Sheet, encoded: Encoded) -> None:
    question, read = sheet.questions[j], places(sheet, encoded, j)
    if read is None:
        return
    out["first"][k, j], out["second"][k, j] = read
    out["category"][k, j], out["mode"][k, j] = question.category, question.mode
    out["weight"][k, j] = question.weight
    if question.auxiliary is not None:
        out["auxiliary"][k, j] = torch.tensor(question.auxiliary, dtype=torch.float)
        out["told"][k, j] = 1.0
    if question.actors is None or question.recipients is None:
        return
    out["asked"][k, j, : len(encoded.ids)] = torch.tensor([float(b > a) for a, b in encoded.chars])
    for column, spans in enumerate((question.actors, question.recipients)):
        for start, end in spans:
            for piece in encoded.inside(start, end):
                out["roles"][k, j, piece, column] = 1.0


ROLES = 10.0
"""Weight of the roles in the loss: they are what the encoder knows least (decision 0008)."""


def loss(answers: tuple[Tensor, ...], wanted: dict[str, Tensor]) -> Tensor:
    """Cross-entropy of category and mode, binary of auxiliary, roles and contexts, each averaged over what is asked."""
    category, mode, auxiliary, roles, context, sector, link = answers
    sector = torch.log_softmax(wanted["party"] @ sector, -1)
    link = wanted["party"] @ link @ wanted["name"].transpose(1, 2)
    ce = nn.functional.cross_entropy
    bce = nn.functional.binary_cross_entropy_with_logits
    parts = [
        (1.0, ce(category.transpose(1, 2), wanted["category"], reduction="none", label_smoothing=0.05), "weight"),
        (0.7, ce(mode.transpose(1, 2), wanted["mode"], reduction="none", ignore_index=-1), "moded"),
        (2.0, bce(auxiliary, wanted["auxiliary"], reduction="none").mean(-1), "told"),
        (ROLES, bce(roles, wanted["roles"], reduction="none").mean(-1), "asked"),
        (5.0, bce(context, wanted["context"], reduction="none").mean(-1), "placed"),
        (1.0, -(sector * wanted["sector"]).sum(-1), "known"),
        (2.0, bce(link, wanted["of"], reduction="none"), "linked"),
    ]
    wanted = {**wanted, "moded": (wanted["mode"] >= 0).float()}
    total = torch.zeros(())
    for share, values, name in parts:
        total = total + share * (values * wanted[name]).sum() / wanted[name].sum().clamp(min=1.0)
    return total
