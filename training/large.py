"""An encoder larger than what can be shipped: all-mpnet-base-v2, its lower half as it came, the upper half trained.

What leaves the lower half of a window never changes, so it is computed once (a third of the work of three epochs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from transformers import AutoModel, AutoTokenizer
from transformers.modeling_outputs import BaseModelOutput

from onrecord.annotate.onnx import load_tokenizer

if TYPE_CHECKING:
    from pathlib import Path

FROZEN = 6
"""Layers, from the bottom, that stay as they are."""
NAMES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}


def load_encoder(encoder: Path) -> torch.nn.Module:
    """A pretrained encoder without dropout in its attention."""
    loaded: torch.nn.Module = AutoModel.from_pretrained(
        encoder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
    )
    return loaded


def map_pieces(encoder: Path) -> torch.Tensor:
    """The encoder's number of each word piece of the product's tokenizer; both have BERT's pieces."""
    theirs = AutoTokenizer.from_pretrained(encoder).get_vocab()
    ours = load_tokenizer().get_vocab()
    numbers = torch.full((max(ours.values()) + 1,), theirs["[UNK]"])
    for piece, number in ours.items():
        numbers[number] = theirs.get(NAMES.get(piece, piece), theirs["[UNK]"])
    return numbers


class LargeEncoder(torch.nn.Module):
    """all-mpnet-base-v2 in the place of the small encoder; takes the product's piece ids."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.whole = load_encoder(encoder)
        self.config = self.whole.config
        self.numbers = map_pieces(encoder)
        self.lower: dict[tuple[int, ...], torch.Tensor] = {}
        for part in self._frozen():
            part.requires_grad_(requires_grad=False)

    def _frozen(self) -> list[torch.nn.Module]:
        inside = self.whole.encoder
        return [self.whole.embeddings, inside.relative_attention_bias, *inside.layer[:FROZEN]]

    def train(self, mode: bool = True) -> LargeEncoder:
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
                states = self.whole.embeddings(input_ids=self.numbers[torch.tensor([ids])])
                bias = self.whole.encoder.compute_position_bias(states)
                for layer in self.whole.encoder.layer[:FROZEN]:
                    states = layer(states, None, position_bias=bias)[0]
            known = self.lower[tuple(ids)] = states[0].to(torch.bfloat16)
        return known

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor | None = None) -> BaseModelOutput:
        """The states of each piece."""
        mask = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        windows = [row[kept.bool()].tolist() for row, kept in zip(input_ids, mask, strict=True)]
        states = torch.nn.utils.rnn.pad_sequence([self._read_lower(one) for one in windows], batch_first=True).float()
        bias = self.whole.encoder.compute_position_bias(states)
        hidden_part = (1.0 - mask[:, None, None, :].float()) * torch.finfo(torch.bfloat16).min
        for layer in self.whole.encoder.layer[FROZEN:]:
            states = layer(states, hidden_part, position_bias=bias)[0]
        return BaseModelOutput(last_hidden_state=states)
