"""Write a trained network as the package carries it: ONNX, weights in half precision that are computed with in single.

    python -m training.export WEIGHTS OUT.onnx
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from training.network import Network
from training.train import weights_folder

INPUTS = ["ids", "mask", "first", "second"]
OUTPUTS = ["category", "mode", "auxiliary", "roles", "context"]


def export(network: Network, path: Path) -> None:
    """The network for a batch of any size and length."""
    network.eval()
    ids = torch.randint(1000, 2000, (2, 12))
    given = (ids, torch.ones_like(ids), torch.tensor([[1, 2, 3], [1, 2, 3]]), torch.tensor([[3, 4, 5], [3, 4, 5]]))
    axes = {k: {0: "n", 1: "length"} for k in ("ids", "mask")}
    axes |= {k: {0: "n", 1: "q"} for k in ("first", "second", "category", "mode", "auxiliary")}
    axes |= {"roles": {0: "n", 1: "q", 2: "length"}, "context": {0: "n"}}
    torch.onnx.export(
        network, given, str(path), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    model = onnx.load(str(path))
    halve(model)
    onnx.save(model, str(path))


def halve(model: onnx.ModelProto) -> None:
    """Store float weights of any size in half precision, each behind a cast to single: smaller, and the same sums."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        if tensor.data_type != onnx.TensorProto.FLOAT or np.prod(tensor.dims) < 1024:
            continue
        name = tensor.name
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), name + "_half")
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
        casts.append(helper.make_node("Cast", [name + "_half"], [name], to=onnx.TensorProto.FLOAT))
    for node in reversed(casts):
        graph.node.insert(0, node)


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    network = Network(weights_folder())
    network.load_state_dict(torch.load(source))
    export(network, target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
