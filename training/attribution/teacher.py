"""A teacher larger than what can be shipped (training/large.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from training.attribution.network import Network
from training.attribution.train import compute_loss, fit
from training.large import LargeEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from training.attribution.corpus import Example

EPOCHS, RATE = 3, 1e-4


def train_teacher(first: list[Example], further: list[Example], encoder: Path, *, seed: int = 0) -> Network:
    """Train the upper layers and the heads; arguments as `train.train`'s, an hour on two cores."""
    torch.manual_seed(seed)
    teacher = Network(LargeEncoder(encoder))
    teacher.load_state_dict(fit(teacher, [*first, *further], compute_loss, epochs=EPOCHS, rate=RATE, seed=seed))
    return teacher.eval()
