"""The encoder with its heads (torch; only training imports it)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.examples import AUX, CATEGORIES, MODES, Example
from wader.code.encoding import Encoded


class Network(nn.Module):
    """Pieces in, answers out: category, mode and auxiliary from the marks and the whole; actor and recipient by piece."""

    def __init__(self, weights: Path, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(weights, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.join = nn.Sequential(nn.Linear(3 * width, width), nn.GELU())
        self.category = nn.Linear(width, len(CATEGORIES))
        self.mode = nn.Linear(width, len(MODES))
        self.auxiliary = nn.Linear(width, len(AUX))
        self.roles = nn.Linear(width, 2)

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        """``ids``, ``mask``: [n, length]. ``first``, ``second``: [n] the marks to read, the trigger's opening and
        closing, or the actor's and recipient's opening. Logits: [n, 17], [n, modes], [n, 4], [n, length, 2]."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        rows = torch.arange(ids.shape[0], device=ids.device)
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        joined = self.join(self.dropout(torch.cat([hidden[rows, first], hidden[rows, second], mean], -1)))
        joined = self.dropout(joined)
        return self.category(joined), self.mode(joined), self.auxiliary(joined), self.roles(self.dropout(hidden))


def batch(items: Sequence[tuple[Example, Encoded, int, int]]) -> dict[str, Tensor]:
    """Padded tensors of inputs and answers."""
    length = max(len(e.ids) for _, e, _, _ in items)
    n = len(items)
    ids, mask = torch.zeros(n, length, dtype=torch.long), torch.zeros(n, length, dtype=torch.long)
    roles, asked = torch.zeros(n, length, 2), torch.zeros(n, length)
    auxiliary, told = torch.zeros(n, len(AUX)), torch.zeros(n)
    for k, (example, encoded, _, _) in enumerate(items):
        ids[k, : len(encoded.ids)] = torch.tensor(encoded.ids)
        mask[k, : len(encoded.ids)] = 1
        if example.roles:
            asked[k] = torch.tensor([float(b > a) for a, b in encoded.chars] + [0.0] * (length - len(encoded.ids)))
            for column, spans in enumerate((example.actors, example.recipients)):
                for start, end in spans:
                    for j in encoded.inside(start, end):
                        roles[k, j, column] = 1.0
        if example.auxiliary is not None:
            auxiliary[k], told[k] = torch.tensor(example.auxiliary, dtype=torch.float), 1.0
    return {
        "ids": ids, "mask": mask, "first": torch.tensor([i for *_, i, _ in items]),
        "second": torch.tensor([j for *_, j in items]), "category": torch.tensor([e.category for e, *_ in items]),
        "mode": torch.tensor([e.mode for e, *_ in items]), "auxiliary": auxiliary, "told": told, "roles": roles,
        "asked": asked, "weight": torch.tensor([e.weight for e, *_ in items]),
    }  # fmt: skip


def loss(answers: tuple[Tensor, ...], wanted: dict[str, Tensor]) -> Tensor:
    """Cross-entropy of category and mode, binary of auxiliary and roles, each averaged over what is asked."""
    category, mode, auxiliary, roles = answers
    ce = nn.functional.cross_entropy
    bce = nn.functional.binary_cross_entropy_with_logits
    total = (ce(category, wanted["category"], reduction="none", label_smoothing=0.05) * wanted["weight"]).mean()
    if bool((wanted["mode"] >= 0).any()):
        total = total + 0.5 * ce(mode, wanted["mode"], ignore_index=-1)
    told = wanted["told"].sum().clamp(min=1.0)
    total = total + 0.5 * (bce(auxiliary, wanted["auxiliary"], reduction="none").mean(-1) * wanted["told"]).sum() / told
    asked = wanted["asked"].sum().clamp(min=1.0)
    return total + 2.0 * (bce(roles, wanted["roles"], reduction="none").mean(-1) * wanted["asked"]).sum() / asked
