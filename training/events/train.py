"""Train the event tagger: types, statuses, stances and parties, in bfloat16."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from onrecord.annotate.event_tagger import ROLES, SIZES
from training.attribution.restore import read_weights
from training.attribution.train import fit, pad
from training.events.network import Network
from training.large import LargeEncoder, load_encoder
from training.precision import autocast

if TYPE_CHECKING:
    from pathlib import Path

    from training.events.corpus import Example

EPOCHS, RATE = 6, 2e-4
FURTHER_EPOCHS, FURTHER_RATE = 3, 1e-4
"""Of a network that goes on from an event tagger's file."""
LARGE_EPOCHS, LARGE_RATE = 3, 1e-4
WEIGHTS = {"classes": 1.0, "statuses": 0.1, "links": 0.15}
"""Of the three losses, each a mean: over words, over events, over words with parties."""
Outputs = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
"""What the network says of a window's words: class scores, queries and keys."""


@dataclass(slots=True)
class Losses:
    """Sums of losses, and what they are divided by."""

    sums: dict[str, torch.Tensor] = field(default_factory=lambda: {name: torch.zeros(()) for name in WEIGHTS})
    counts: dict[str, float] = field(default_factory=lambda: dict.fromkeys(WEIGHTS, 0.0))

    def add(self, name: str, loss: torch.Tensor, count: float, share: float) -> None:
        """Add a sum of losses over `count` things, of which a share counts."""
        self.sums[name] = self.sums[name] + share * loss
        self.counts[name] += share * count

    def total(self) -> torch.Tensor:
        """The weighted sum of the means."""
        parts = [weight * self.sums[name] / max(self.counts[name], 1) for name, weight in WEIGHTS.items()]
        return sum(parts[1:], parts[0])


def wanted(one: Example) -> list[torch.Tensor]:
    """Probabilities of types, of stances and of commitments for each word, the first class of each being none."""
    found = [torch.zeros(len(one.first), SIZES[part]) for part in (0, 2, 3)]
    for row in one.rows:
        for kind in row.kinds:
            found[row.family][row.word, 1 + kind] = 1
    for classes in found:
        classes[:, 0] = (classes.sum(1) == 0).float()
    return [classes / classes.sum(1, keepdim=True) for classes in found]


def link_loss(network: Network, one: Example, query: torch.Tensor, key: torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy of each word's being a party, summed over the rows of a window and its roles."""
    first = torch.tensor(one.first)
    rows = torch.tensor([row.word for row in one.rows])
    scores = network.link_scores(query[rows], key, first[rows], first)
    targets, mask = torch.zeros_like(scores), torch.zeros(len(ROLES), len(rows), 1)
    for at, row in enumerate(one.rows):
        for role in (2 * row.family, 2 * row.family + 1):
            mask[role, at] = 1
        for role, held in row.parties:
            targets[role, at, list(held)] = 1
    return (functional.binary_cross_entropy_with_logits(scores, targets, reduction="none") * mask).sum()


def run(network: Network, examples: list[Example]) -> list[Outputs]:
    """What the network says of a batch of windows, window by window."""
    ids, mask = pad(examples)
    with autocast():
        parts = network(ids, mask)[:3]
    tags, queries, keys = ([part[at, one.first].float() for at, one in enumerate(examples)] for part in parts)
    return list(zip(tags, queries, keys, strict=True))


def add_gold(losses: Losses, network: Network, one: Example, said: Outputs, share: float = 1.0) -> None:
    """Add a window's losses against the readers' rows; articles without commitments marked teach none."""
    tags, query, key = said
    kinds, statuses, stances, bound = tags.split(SIZES, dim=-1)
    for scores, target in zip((kinds, stances, bound), wanted(one), strict=True):
        if scores is not bound or one.bound:
            losses.add("classes", -(target * scores.log_softmax(-1)).sum(), 0, share)
    losses.add("classes", torch.zeros(()), len(one.first), share)
    told = [row for row in one.rows if row.status >= 0]
    if told:
        words, right = [row.word for row in told], torch.tensor([row.status for row in told])
        losses.add("statuses", functional.cross_entropy(statuses[words], right, reduction="sum"), len(told), share)
    if one.rows:
        losses.add("links", link_loss(network, one, query, key), len(one.rows), share)


def compute_loss(network: Network, examples: list[Example]) -> torch.Tensor:
    """The losses of all heads for a batch of windows."""
    losses = Losses()
    for one, said in zip(examples, run(network, examples), strict=True):
        add_gold(losses, network, one, said)
    return losses.total()


def start_from(encoder: Path, start: Path) -> tuple[Network, bool]:
    """A network of the shipped shape, as an event tagger's file has it or with the encoder of an attribution tagger's.

    Returns:
        The network, and whether it goes on from an event tagger.
    """
    network = Network(load_encoder(encoder))
    own, known = network.state_dict(), read_weights(start)
    known["dist.weight"] = known["dist.weight"].squeeze(1)
    whole = known["tag.weight"].shape == own["tag.weight"].shape
    own.update({name: value for name, value in known.items() if whole or name.startswith("enc.")})
    network.load_state_dict(own)
    network.enc.embeddings.word_embeddings.weight.requires_grad = False
    return network, whole


def train(examples: list[Example], encoder: Path, start: Path, *, seed: int = 0) -> Network:
    """Train the network on the readers' rows alone.

    Args:
        examples: Windows with the readers' rows.
        encoder: Folder of the pretrained encoder, for its shape.
        start: The attribution tagger's exported file, or an event tagger's to go on from.
        seed: Of the heads' beginning, the order and the dropout.
    """
    torch.manual_seed(seed)
    network, further = start_from(encoder, start)
    epochs, rate = (FURTHER_EPOCHS, FURTHER_RATE) if further else (EPOCHS, RATE)
    network.load_state_dict(fit(network, examples, compute_loss, epochs=epochs, rate=rate, seed=seed))
    return network.eval()


def train_large(examples: list[Example], encoder: Path, *, seed: int = 0) -> Network:
    """Train a large teacher; arguments as `train`'s."""
    torch.manual_seed(seed)
    teacher = Network(LargeEncoder(encoder))
    teacher.load_state_dict(fit(teacher, examples, compute_loss, epochs=LARGE_EPOCHS, rate=LARGE_RATE, seed=seed))
    return teacher.eval()
