"""The tagger's network: MiniLM, a BIO head, and a pointer head from a word to the first word of its cue."""

from __future__ import annotations

import math

import torch
from torch import nn

from onrecord.annotate.tagger import TAGS

LINK_SIZE = 128
DISTANCES = 64
"""Learnt link biases: one per bucket of signed distance in pieces, three buckets to a doubling."""


class Network(nn.Module):
    """Encoder and heads; `forward` is what is exported, so it takes no mask: windows are run one by one."""

    def __init__(self, encoder: nn.Module, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.enc = encoder
        size = self.enc.config.hidden_size
        self.tag = nn.Linear(size, len(TAGS))
        self.q, self.k = nn.Linear(size, LINK_SIZE), nn.Linear(size, LINK_SIZE)
        self.dist = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.dist.weight)
        self.drop = nn.Dropout(dropout)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Role scores, queries and keys for each piece."""
        hidden = self.drop(self.enc(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state)
        return self.tag(hidden), self.q(hidden), self.k(hidden)

    def link_scores(self, query: torch.Tensor, key: torch.Tensor, first: torch.Tensor) -> torch.Tensor:
        """Score of each word's cue starting at each word; the product computes the same (`tagger.score_links`).

        Args:
            query: Queries of a window's words, a row each.
            key: Their keys.
            first: The place of each word's first piece in the window.
        """
        apart = first[:, None] - first[None]
        bucket = torch.sign(apart) * torch.floor(torch.log2(apart.abs().float() + 1) * 3)
        bias = self.dist(bucket.long().clamp(-DISTANCES // 2 + 1, DISTANCES // 2 - 1) + DISTANCES // 2)
        return query @ key.T * (3 / math.sqrt(LINK_SIZE)) + bias.squeeze(-1)
