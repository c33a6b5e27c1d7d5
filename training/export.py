"""Write a trained network as the package carries it: one sentence a run, layers in eight bits.

    python -m training.export WEIGHTS OUT.onnx

The products of the layers are computed in integers (weights by column, activations by sentence; decision 0006), which
is two to three times as fast as floats on one core; seven bits of range keep older processors from saturating. The
vocabulary's rows are kept in half precision, each made single when it is read. What the heads say of single words stays
in single precision, their large products do not (``HEADS``).
"""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import MIDDLE, Heads, Network
from training.train import weights_folder

INPUTS = ["ids", "first", "second"]
HEADS = ("asked", "sector/sector.1", "join/join.0", "belongs", "home")
"""Products of the heads that are large enough to be worth eight bits."""
OUTPUTS = ["category", "mode", "auxiliary", "roles", "context", "sector", "link"]


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
    """The network for one sentence. ``ids``: [length]; ``first``, ``second``: [q]. Logits as ``Network`` gives them,
    without the batch's dimension."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        bert = network.encoder
        self.words = nn.Parameter(bert.embeddings.word_embeddings.weight.detach().half(), requires_grad=False)
        self.places = nn.Parameter(
            (bert.embeddings.position_embeddings.weight + bert.embeddings.token_type_embeddings.weight[0]).detach()
        )
        self.norm = bert.embeddings.LayerNorm
        self.layers = nn.ModuleList(Layer(x, bert.config.num_attention_heads) for x in bert.encoder.layer)
        self.heads: Heads = network.heads

    def forward(self, ids: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        hidden = self.norm(self.words[ids].float() + self.places[: ids.shape[0]])
        middle = hidden
        for number, layer in enumerate(self.layers, 1):
            hidden = layer(hidden)
            middle = hidden if number == MIDDLE else middle
        states = hidden.unsqueeze(0), middle.unsqueeze(0), hidden.mean(0, keepdim=True)
        answers = self.heads(*states, first.unsqueeze(0), second.unsqueeze(0))
        return tuple(a[0] for a in answers)


def export(network: Network, path: Path) -> None:
    """The network for a sentence of any length with any number of questions."""
    packaged = Packaged(network.eval()).eval()
    given = (torch.randint(1000, 2000, (12,)), torch.tensor([1, 2, 3]), torch.tensor([3, 4, 5]))
    axes = {"ids": {0: "length"}} | {k: {0: "q"} for k in ("first", "second", "category", "mode", "auxiliary")}
    axes |= {"roles": {0: "q", 1: "length"}, "sector": {0: "length"}, "link": {0: "length", 1: "length"}}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            packaged, given, str(plain), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        products = [n.name for n in onnx.load(str(plain)).graph.node if n.op_type == "MatMul" and _is_large(n.name)]
        quantize_dynamic(
            plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_quantize=products,
            op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def _is_large(name: str) -> bool:
    return "/layers" in name or name in {f"/heads/{head}/MatMul" for head in HEADS}


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    network = Network(weights_folder())
    network.load_state_dict(torch.load(source))
    export(network, target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
