"""A teacher larger than what can be shipped: all-mpnet-base-v2, its lower half as it came, the upper half trained.

What leaves the lower half of a window never changes, so it is computed once (a third of the work of three epochs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from transformers import AutoTokenizer

from onrecord.annotate.onnx import load_tokenizer
from training.attribution.network import Network
from training.attribution.train import compute_loss, fit

if TYPE_CHECKING:
    from pathlib import Path

    from training.attribution.corpus import Example

FROZEN = 6
"""Layers, from the bottom, that stay as they are."""
NAMES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
EPOCHS, RATE = 3, 1e-4


def map_pieces(encoder: Path) -> torch.Tensor:
    """The encoder's number of each word piece of the product's tokenizer; both have BERT's pieces."""
    theirs = AutoTokenizer.from_pretrained(encoder).get_vocab()
    ours = load_tokenizer().get_vocab()
    numbers = torch.full((max(ours.values()) + 1,), theirs["[UNK]"])
    for piece, number in ours.items():
        numbers[number] = theirs.get(NAMES.get(piece, piece), theirs["[UNK]"])
    return numbers


class Teacher(Network):
    """The network's heads on a larger encoder; takes the product's piece ids."""

    def __init__(self, encoder: Path) -> None:
        super().__init__(encoder)
        self.numbers = map_pieces(encoder)
        self.lower: dict[tuple[int, ...], torch.Tensor] = {}
        for part in self._frozen():
            part.requires_grad_(requires_grad=False)

    def _frozen(self) -> list[torch.nn.Module]:
        inside = self.enc.encoder
        return [self.enc.embeddings, inside.relative_attention_bias, *inside.layer[:FROZEN]]

    def train(self, mode: bool = True) -> Teacher:
        """As PyTorch's, but what is frozen drops nothing out."""
        super().train(mode)
        for part in self._frozen():
            part.eval()
        return self

    def _read_lower(self, ids: list[int]) -> torch.Tensor:
        """What leaves the frozen layers for one window, in bfloat16."""
        known = self.lower.get(tuple(ids))
        if known is None:
            with torch.no_grad():
                states = self.enc.embeddings(input_ids=self.numbers[torch.tensor([ids])])
                bias = self.enc.encoder.compute_position_bias(states)
                for layer in self.enc.encoder.layer[:FROZEN]:
                    states = layer(states, None, position_bias=bias)[0]
            known = self.lower[tuple(ids)] = states[0].to(torch.bfloat16)
        return known

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Role scores, queries and keys for each piece."""
        mask = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        windows = [row[kept.bool()].tolist() for row, kept in zip(input_ids, mask, strict=True)]
        states = torch.nn.utils.rnn.pad_sequence([self._read_lower(one) for one in windows], batch_first=True).float()
        bias = self.enc.encoder.compute_position_bias(states)
        hidden_part = (1.0 - mask[:, None, None, :].float()) * torch.finfo(torch.bfloat16).min
        for layer in self.enc.encoder.layer[FROZEN:]:
            states = layer(states, hidden_part, position_bias=bias)[0]
        states = self.drop(states)
        return self.tag(states), self.q(states), self.k(states)


def train_teacher(first: list[Example], further: list[Example], encoder: Path, *, seed: int = 0) -> Teacher:
    """Train the upper layers and the heads; arguments as `train.train`'s, an hour on two cores."""
    torch.manual_seed(seed)
    teacher = Teacher(encoder)
    teacher.load_state_dict(fit(teacher, [*first, *further], compute_loss, epochs=EPOCHS, rate=RATE, seed=seed))
    return teacher.eval()
