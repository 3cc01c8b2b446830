"""An exported file back into a network, to train on from it: its int8 weights times their scales."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx.numpy_helper import to_array

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from training.attribution.network import Network

SCOPE = "m."


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights of an exported network by their names in PyTorch."""
    model = onnx.load(str(path))
    stored = {one.name: to_array(one) for one in model.graph.initializer}

    def widen(name: str) -> NDArray[np.float32]:
        part = name.removesuffix("_quantized")
        zero = stored[f"{part}_zero_point"].astype(np.float32)
        return (stored[name].astype(np.float32) - zero) * stored[f"{part}_scale"].astype(np.float32)

    weights = {}
    for name, value in stored.items():
        if name.startswith(SCOPE) and not name.endswith(("_scale", "_zero_point")):
            wide = widen(name) if name.endswith("_quantized") else value
            weights[name.removeprefix(SCOPE).removesuffix("_quantized")] = wide
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            layer = node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".")
            weights[f"{layer.removeprefix(SCOPE)}.weight"] = widen(node.input[1]).T.copy()
    bias = next(one.value for one in model.metadata_props if one.key == "link_bias")
    weights["dist.weight"] = np.array(json.loads(bias), dtype=np.float32)[:, None]
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in weights.items()}


def restore(network: Network, path: Path) -> None:
    """Put the weights of an exported file into a network of the same shape.

    Raises:
        ValueError: The file lacks a weight of the network, or holds one that it has no place for.
    """
    weights = read_weights(path)
    trained = {name for name, value in network.state_dict().items() if value.dtype.is_floating_point}
    if trained != set(weights):
        raise ValueError(f"{path} is of another shape: {sorted(trained ^ set(weights))}")
    network.load_state_dict(weights, strict=False)
