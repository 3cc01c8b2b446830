"""Teach the network which mentions are of one event: a projection of the trained encoder's states, and no more.

Two mentions of an article are compared by the cosine of their projections, under binary cross-entropy over all pairs.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from training.precision import autocast

if TYPE_CHECKING:
    from training.events.corpus import Example
    from training.events.network import Network

EPOCHS, RATE, DECAY, BATCH, DROPOUT = 16, 2e-3, 0.05, 8, 0.1
SCALE, OFFSET = 8.0, -5.0
"""Of the cosine, to begin with."""

Article = tuple[torch.Tensor, torch.Tensor]
"""States of an article's mentions, a row each, and the numbers of their events."""


def read_states(network: Network, articles: list[list[Example]]) -> list[Article]:
    """The encoder's states at the words that events are named by."""
    found = []
    for windows in articles:
        states, numbers = [], []
        for one in windows:
            if one.events:
                with torch.no_grad(), autocast():
                    hidden = network.enc(input_ids=torch.tensor([one.ids])).last_hidden_state[0].float()
                states += [hidden[one.first[at]].clone() for at, _ in one.events]
                numbers += [number for _, number in one.events]
        if len(states) > 1:
            found.append((torch.stack(states), torch.tensor(numbers)))
    return found


def learn_identity(network: Network, articles: list[list[Example]], *, seed: int = 0) -> None:
    """Train the network's `identity`; its encoder and other heads stay as they are.

    Args:
        network: A trained network; changed in place.
        articles: Windows, article by article.
        seed: Of the beginning, the order and the dropout.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    known = read_states(network.eval(), articles)
    network.identity.reset_parameters()
    line = torch.nn.Parameter(torch.tensor([SCALE, OFFSET]))
    optimiser = torch.optim.AdamW([*network.identity.parameters(), line], lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        rng.shuffle(known)
        for start in range(0, len(known), BATCH):
            losses = [pair_loss(network, line, *one) for one in known[start : start + BATCH]]
            optimiser.zero_grad()
            (sum(losses[1:], losses[0]) / BATCH).backward()
            optimiser.step()


def pair_loss(network: Network, line: torch.Tensor, states: torch.Tensor, numbers: torch.Tensor) -> torch.Tensor:
    """Mean loss of the pairs of one article."""
    places = functional.normalize(network.identity(functional.dropout(states, DROPOUT)), dim=-1)
    first, second = torch.triu_indices(len(numbers), len(numbers), 1)
    alike = line[0] * (places @ places.T)[first, second] + line[1]
    return functional.binary_cross_entropy_with_logits(alike, (numbers[first] == numbers[second]).float())
