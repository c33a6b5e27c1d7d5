"""Write trained networks as the package carries them: one sentence a run, layers in eight bits.

    python -m training.export WORDS.pt PAIRS.pt FOLDER      (``network.Network`` weights for words and for pairs)

The products of the layers are computed in integers (weights by column, activations by sentence; decision 0006), which
is two to three times as fast as floats on one core; seven bits of range keep older processors from saturating. The
vocabulary's rows, which no training moves, are kept once for both networks, in half precision, each made single when it
is read. What the heads say of single words stays in single precision, their large products do not (``HEADS``).
"""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import MIDDLE, Heads, Network
from training.train import weights_folder
from wader.code.encoding import MOST

INPUTS = ["rows", "first", "second"]
HEADS = ("asked", "sector/sector.1", "join/join.0", "belongs", "home")
"""Products of the heads that are large enough to be worth eight bits."""
OUTPUTS = ["category", "mode", "auxiliary", "roles", "context", "sector", "link"]
OF_PAIRS = OUTPUTS[:3]
"""What is asked about a pair."""


class Product(nn.Module):
    """A linear map written as product and sum, which is what can be quantised; several of one input side by side."""

    def __init__(self, *linear: nn.Module) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.cat([x.weight for x in linear]).t().contiguous())
        self.bias = nn.Parameter(torch.cat([x.bias for x in linear]))

    def forward(self, rows: Tensor) -> Tensor:
        return rows @ self.weight + self.bias


class Layer(nn.Module):
    """A layer of BERT for one unpadded sentence: query, key and value in one product, no mask."""

    def __init__(self, layer: nn.Module, heads: int) -> None:
        super().__init__()
        inner, outer = layer.attention.self, layer.attention.output
        self.heads, self.width = heads, outer.dense.in_features
        self.qkv, self.out = Product(inner.query, inner.key, inner.value), Product(outer.dense)
        self.widen, self.narrow = Product(layer.intermediate.dense), Product(layer.output.dense)
        self.norm, self.last = outer.LayerNorm, layer.output.LayerNorm

    def forward(self, hidden: Tensor) -> Tensor:
        """[length, width] to the same."""
        size = self.width // self.heads
        query, key, value = (
            part.view(-1, self.heads, size).transpose(0, 1) for part in self.qkv(hidden).split(self.width, -1)
        )
        share = torch.softmax(query @ key.transpose(1, 2) / math.sqrt(size), -1)
        read = (share @ value).transpose(0, 1).reshape(-1, self.width)
        hidden = self.norm(hidden + self.out(read))
        return self.last(hidden + self.narrow(nn.functional.gelu(self.widen(hidden))))


class Packaged(nn.Module):
    """The network for one sentence. ``rows``: [length, width], the vocabulary's; ``first``, ``second``: [q]. The first
    ``told`` of the logits that ``Network`` gives, without the batch's dimension."""

    def __init__(self, network: Network, told: int) -> None:
        super().__init__()
        bert, self.told = network.encoder, told
        places = bert.embeddings.position_embeddings.weight[:MOST]
        self.places = nn.Parameter((places + bert.embeddings.token_type_embeddings.weight[0]).detach())
        self.norm = bert.embeddings.LayerNorm
        self.layers = nn.ModuleList(Layer(x, bert.config.num_attention_heads) for x in bert.encoder.layer)
        self.heads: Heads = network.heads

    def forward(self, rows: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        hidden = self.norm(rows.float() + self.places[: rows.shape[0]])
        middle = hidden
        for number, layer in enumerate(self.layers, 1):
            hidden = layer(hidden)
            middle = hidden if number == MIDDLE else middle
        states = hidden.unsqueeze(0), middle.unsqueeze(0), hidden.mean(0, keepdim=True)
        answers = self.heads(*states, first.unsqueeze(0), second.unsqueeze(0))
        return tuple(a[0] for a in answers[: self.told])


def export(words: Network, pairs: Network, folder: Path) -> None:
    """Both networks and the vocabulary's rows of theirs, into ``folder``."""
    rows, others = (x.encoder.embeddings.word_embeddings.weight.detach().half().numpy() for x in (words, pairs))
    if not np.array_equal(rows, others):
        raise SystemExit("The two networks have different rows of the vocabulary: train the second on from the first.")
    np.save(folder / "words.npy", rows)
    _export(words, folder / "coder.onnx", OUTPUTS)
    _export(pairs, folder / "pairs.onnx", OF_PAIRS)


def _export(network: Network, path: Path, outputs: list[str]) -> None:
    """A network for a sentence of any length with any number of questions."""
    packaged = Packaged(network.eval(), len(outputs)).eval()
    width = network.encoder.config.hidden_size
    given = (torch.randn(12, width).half(), torch.tensor([1, 2, 3]), torch.tensor([3, 4, 5]))
    axes = {"rows": {0: "length"}} | {k: {0: "q"} for k in ("first", "second", "category", "mode", "auxiliary")}
    axes |= {"roles": {0: "q", 1: "length"}, "sector": {0: "length"}, "link": {0: "length", 1: "length"}}
    axes = {name: axis for name, axis in axes.items() if name in (*INPUTS, *outputs)}
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "plain.onnx"
        torch.onnx.export(
            packaged, given, str(plain), input_names=INPUTS, output_names=outputs, dynamic_axes=axes, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        products = [n.name for n in onnx.load(str(plain)).graph.node if n.op_type == "MatMul" and _is_large(n.name)]
        quantize_dynamic(
            plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_quantize=products,
            op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def _is_large(name: str) -> bool:
    return "/layers" in name or name in {f"/heads/{head}/MatMul" for head in HEADS}


def read(path: Path) -> Network:
    """The network of some saved weights."""
    network = Network(weights_folder())
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return network


def main() -> None:
    words, pairs, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    export(read(words), read(pairs), folder)
    print(f"{folder}: {sum(f.stat().st_size for f in folder.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
