"""In what numbers a network is run: bfloat16 where the processor multiplies its matrices (AMX), or else float32."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import torch

PROCESSOR = Path("/proc/cpuinfo")


@cache
def has_matrices() -> bool:
    """Does the processor have AMX for bfloat16? Without it bfloat16 was measured to be the slower of the two."""
    return PROCESSOR.is_file() and "amx_bf16" in PROCESSOR.read_text(encoding="utf-8")


def autocast() -> torch.autocast:
    """A context in which a network is run."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_matrices())
