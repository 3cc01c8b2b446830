"""Train the event tagger: types, statuses, stances and parties, in bfloat16."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from onrecord.annotate.event_tagger import ROLES, SIZES
from training.attribution.restore import read_weights
from training.attribution.train import fit, pad
from training.events.network import Network

if TYPE_CHECKING:
    from pathlib import Path

    from training.events.corpus import Example

EPOCHS, RATE = 6, 2e-4
STATUS_WEIGHT, LINK_WEIGHT = 0.1, 0.15


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


def compute_loss(network: Network, examples: list[Example]) -> torch.Tensor:
    """The losses of all heads for a batch of windows; articles without commitments marked teach none."""
    ids, mask = pad(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, queries, keys, _ = network(ids, mask)
    class_loss = status_loss = links = torch.zeros(())
    words = rows = events = 0
    for at, one in enumerate(examples):
        kinds, statuses, stances, bound = tags[at, one.first].float().split(SIZES, dim=-1)
        for scores, target in zip((kinds, stances, bound), wanted(one), strict=True):
            if scores is not bound or one.bound:
                class_loss = class_loss - (target * scores.log_softmax(-1)).sum()
        told = [row for row in one.rows if row.status >= 0]
        if told:
            status_loss = status_loss + functional.cross_entropy(
                statuses[[row.word for row in told]], torch.tensor([row.status for row in told]), reduction="sum"
            )
        if one.rows:
            links = links + link_loss(network, one, queries[at, one.first].float(), keys[at, one.first].float())
        words, rows, events = words + len(one.first), rows + len(one.rows), events + len(told)
    return class_loss / words + STATUS_WEIGHT * status_loss / max(events, 1) + LINK_WEIGHT * links / max(rows, 1)


def train(examples: list[Example], encoder: Path, start: Path, *, seed: int = 0) -> Network:
    """Train the network, its encoder begun from the attribution tagger's.

    Args:
        examples: Windows with the readers' rows.
        encoder: Folder of the pretrained encoder, for its shape.
        start: The attribution tagger's exported file.
        seed: Of the heads' beginning, the order and the dropout.
    """
    torch.manual_seed(seed)
    network = Network(encoder)
    own = network.state_dict()
    own.update({name: value for name, value in read_weights(start).items() if name.startswith("enc.")})
    network.load_state_dict(own)
    network.enc.embeddings.word_embeddings.weight.requires_grad = False
    network.load_state_dict(fit(network, examples, compute_loss, epochs=EPOCHS, rate=RATE, seed=seed))
    return network.eval()
