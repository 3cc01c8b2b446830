"""The event tagger's network: MiniLM, heads for its classes, and pointers from a word to its parties."""

from __future__ import annotations

import math

import torch
from torch import nn

from onrecord.annotate.event_tagger import IDENTITY_SIZE, LINK_SIZE, ROLES, SIZES

DISTANCES = 64
"""Learnt biases for each role: one per bucket of signed distance in pieces, three buckets to a doubling."""


class Network(nn.Module):
    """Encoder and heads; the first class of types and of stances is none."""

    def __init__(self, encoder: nn.Module, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.enc = encoder
        size = self.enc.config.hidden_size
        self.tag = nn.Linear(size, sum(SIZES))
        self.q, self.k = nn.Linear(size, LINK_SIZE * len(ROLES)), nn.Linear(size, LINK_SIZE * len(ROLES))
        self.identity = nn.Linear(size, IDENTITY_SIZE)
        self.dist = nn.Embedding(DISTANCES, len(ROLES))
        nn.init.constant_(self.dist.weight, -3.0)
        self.drop = nn.Dropout(dropout)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Scores of the classes, queries, keys and what tells events apart, for each piece."""
        hidden = self.drop(self.enc(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state)
        return self.tag(hidden), self.q(hidden), self.k(hidden), self.identity(hidden)

    def link_scores(
        self, query: torch.Tensor, key: torch.Tensor, at: torch.Tensor, first: torch.Tensor
    ) -> torch.Tensor:
        """Score (logit) of each word's being a party of some words, by role: roles x words asked x words.

        Args:
            query: Queries of the words asked, a row each.
            key: Keys of a window's words.
            at: Places of the words asked in the window, in pieces.
            first: Places of all words.
        """
        apart = first[None] - at[:, None]
        bucket = torch.sign(apart) * torch.floor(torch.log2(apart.abs().float() + 1) * 3)
        bias = self.dist(bucket.long().clamp(-DISTANCES // 2 + 1, DISTANCES // 2 - 1) + DISTANCES // 2)
        parts = len(ROLES)
        asked = query.view(len(query), parts, LINK_SIZE).transpose(0, 1)
        given = key.view(len(key), parts, LINK_SIZE).permute(1, 2, 0)
        return asked @ given * (3 / math.sqrt(LINK_SIZE)) + bias.permute(2, 0, 1)
