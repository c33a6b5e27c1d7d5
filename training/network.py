"""The encoder with its heads (torch; only training imports it)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.examples import AUX, CATEGORIES, CONTEXTS, MODES, Sheet
from wader.code.encoding import Encoded

Item = tuple[Sheet, Encoded]


class Heads(nn.Module):
    """What is read from the encoder's states. A question reads two marks and the whole; roles are read from a piece
    and a question."""

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

    def forward(self, hidden: Tensor, mean: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        """``hidden``: [n, length, width], its ``mean`` by text: [n, width]. ``first``, ``second``: [n, q], the pieces
        that each question reads. Logits: category [n, q, 17], mode [n, q, modes], auxiliary [n, q, 4], roles
        [n, q, length, 2], contexts [n, 37]."""
        width = hidden.shape[-1]
        one = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, width))
        two = torch.gather(hidden, 1, second.unsqueeze(-1).expand(-1, -1, width))
        whole = mean.unsqueeze(1).expand(-1, first.shape[1], -1)
        joined = self.dropout(self.join(self.dropout(torch.cat([one, two, whole], -1))))
        beside = self.asker(joined).unsqueeze(2) + self.asked(hidden).unsqueeze(1)
        roles = self.roles(self.dropout(nn.functional.gelu(beside)))
        context = self.context(self.dropout(mean))
        return self.category(joined), self.mode(joined), self.auxiliary(joined), roles, context


class Network(nn.Module):
    """Pieces in, answers out (``Heads``)."""

    def __init__(self, weights: Path, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(weights, add_pooling_layer=False)
        self.heads = Heads(self.encoder.config.hidden_size, dropout)

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        """``ids``, ``mask``: [n, length]."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        answers: tuple[Tensor, ...] = self.heads(hidden, mean, first, second)
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
    for k, (sheet, encoded) in enumerate(items):
        out["ids"][k, : len(encoded.ids)] = torch.tensor(encoded.ids)
        out["mask"][k, : len(encoded.ids)] = 1
        if sheet.contexts is not None:
            out["context"][k] = torch.tensor([float(c in sheet.contexts) for c in CONTEXTS])
            out["placed"][k] = 1.0
        for j in range(len(sheet.questions)):
            _question(out, k, j, sheet, encoded)
    return out


def places(sheet: Sheet, encoded: Encoded, j: int) -> tuple[int, int] | None:
    """The pieces that question ``j`` reads: the trigger's opening and closing mark, or both openings of a pair."""
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
    category, mode, auxiliary, roles, context = answers
    ce = nn.functional.cross_entropy
    bce = nn.functional.binary_cross_entropy_with_logits
    parts = [
        (1.0, ce(category.transpose(1, 2), wanted["category"], reduction="none", label_smoothing=0.05), "weight"),
        (0.7, ce(mode.transpose(1, 2), wanted["mode"], reduction="none", ignore_index=-1), "moded"),
        (2.0, bce(auxiliary, wanted["auxiliary"], reduction="none").mean(-1), "told"),
        (ROLES, bce(roles, wanted["roles"], reduction="none").mean(-1), "asked"),
        (5.0, bce(context, wanted["context"], reduction="none").mean(-1), "placed"),
    ]
    wanted = {**wanted, "moded": (wanted["mode"] >= 0).float()}
    total = torch.zeros(())
    for share, values, name in parts:
        total = total + share * (values * wanted[name]).sum() / wanted[name].sum().clamp(min=1.0)
    return total
