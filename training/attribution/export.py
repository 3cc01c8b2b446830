"""From a trained network to the shipped file: ONNX, int8 per channel, attention fused."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution.fuse import fuse_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.attribution.network import Network

OPSET = 17


def export(network: Network, target: Path, names: Sequence[str] = ("tag", "q", "k")) -> None:
    """Write the network as the product loads it; `names` are those of what it gives out."""
    ids = torch.ones(1, 32, dtype=torch.long)
    axes = {0: "b", 1: "l"}
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "int8.onnx"
        torch.onnx.export(
            _Masked(network),
            (ids, torch.ones_like(ids)),
            str(plain),
            input_names=["input_ids", "attention_mask"],
            output_names=list(names),
            dynamic_axes=dict.fromkeys(("input_ids", "attention_mask", *names), axes),
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(str(plain), str(small), per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
        fuse_file(small, target)
    model = onnx.load(str(target))
    bias = np.round(network.dist.weight.detach().squeeze(-1).numpy().astype(float), 4).tolist()
    onnx.helper.set_model_props(model, {"link_bias": json.dumps(bias)})
    onnx.save(model, str(target))


class _Masked(torch.nn.Module):
    """The network under the name that `fuse` looks for."""

    def __init__(self, network: torch.nn.Module) -> None:
        super().__init__()
        self.m = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """As the network's."""
        scores: tuple[torch.Tensor, ...] = self.m(ids, mask)
        return scores
