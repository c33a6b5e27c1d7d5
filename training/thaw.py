"""The packaged encoder as a network to train on from: ``python -m training.thaw OUT.pt [coder|pairs] [FOLDER]``.

Weights of a training are not kept, the package is. Layers come back out of their eight bits, rounded as they are there;
what is trained from them is rounded anew by ``export``, so that little is lost. Then ``training.train OUT --start``
with it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.network import Network
from training.train import weights_folder
from wader.code.encoder import FOLDER

_HEADS = "/heads/"
_NOT_OF_PAIRS = tuple(f"heads.{head}." for head in ("asker", "asked", "roles", "context", "sector", "belongs", "home"))
Weights = dict[str, np.ndarray]


def thaw(name: str = "coder", folder: Path = FOLDER) -> Network:
    """The network ``coder`` or ``pairs`` that ``export`` wrote to ``folder``. Heads that pairs are not asked with are
    as new."""
    path = folder / f"{name}.onnx"
    graph = onnx.load(str(path)).graph
    kept: Weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    network = Network(weights_folder())
    state = network.state_dict()
    words = np.load(folder / "words.npy").astype(np.float32)
    kind = state["encoder.embeddings.token_type_embeddings.weight"][0].numpy()
    beyond = state["encoder.embeddings.position_embeddings.weight"][len(kept["places"]) :].numpy()  # never read
    places = np.concatenate([kept["places"] - kind, beyond])
    found: Weights = {
        "encoder.embeddings.word_embeddings.weight": words,
        "encoder.embeddings.position_embeddings.weight": places,
        "encoder.embeddings.LayerNorm.weight": kept["norm.weight"],
        "encoder.embeddings.LayerNorm.bias": kept["norm.bias"],
    }
    for number in range(network.encoder.config.num_hidden_layers):
        found |= _layer(kept, number)
    found |= {name: value for name, value in kept.items() if name.startswith("heads.") and name in state}
    for node in graph.node:  # products of the heads: their constants have names of the exporter's own
        if node.op_type in ("MatMul", "MatMulInteger") and node.name.startswith(_HEADS) and node.input[1] in kept:
            parts = node.name.removeprefix(_HEADS).partition("/MatMul")[0].split("/")
            of_node = node.input[1].removesuffix("_quantized")
            found[f"heads.{parts[-1] if '.' in parts[-1] else parts[0]}.weight"] = _whole(kept, of_node)
    if "heads.context.weight_Transposed" in kept:
        found["heads.context.weight"] = kept["heads.context.weight_Transposed"].T
    new = ("token_type", *(_NOT_OF_PAIRS if name == "pairs" else ()))
    if left := [own for own in state if own not in found and not any(part in own for part in new)]:
        raise SystemExit(f"{path} lacks {', '.join(left)}: it was exported by another version.")
    network.load_state_dict({key: torch.tensor(found[key]) if key in found else own for key, own in state.items()})
    return network


def _whole(kept: Weights, name: str) -> np.ndarray:
    """The weights of a product, as torch has them, out of their eight bits where they are in such."""
    if name in kept:
        return kept[name].T
    values, scale, zero = (kept[f"{name}_{what}"].astype(np.float32) for what in ("quantized", "scale", "zero_point"))
    return ((values - zero) * scale).T


def _layer(kept: Weights, number: int) -> Weights:
    """A layer of BERT, its three products of the input apart again."""
    here, there = f"layers.{number}", f"encoder.encoder.layer.{number}"
    found: Weights = {}
    parts = np.split(_whole(kept, f"{here}.qkv.weight"), 3), np.split(kept[f"{here}.qkv.bias"], 3)
    for name, weight, bias in zip(("query", "key", "value"), *parts, strict=True):
        found[f"{there}.attention.self.{name}.weight"] = weight
        found[f"{there}.attention.self.{name}.bias"] = bias
    for name, own in (("out", "attention.output.dense"), ("widen", "intermediate.dense"), ("narrow", "output.dense")):
        found[f"{there}.{own}.weight"] = _whole(kept, f"{here}.{name}.weight")
        found[f"{there}.{own}.bias"] = kept[f"{here}.{name}.bias"]
    for name, own in (("norm", "attention.output.LayerNorm"), ("last", "output.LayerNorm")):
        found |= {f"{there}.{own}.{what}": kept[f"{here}.{name}.{what}"] for what in ("weight", "bias")}
    return found


def main() -> None:
    out, name, folder = (*sys.argv[1:], *("coder", str(FOLDER))[len(sys.argv) - 2 :])
    torch.save(thaw(name, Path(folder)).state_dict(), out)


if __name__ == "__main__":
    main()
