"""Train the tagger on the marks of every annotator, in bfloat16; about an hour on one core."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional

from training.attribution.network import Network
from training.large import load_encoder
from training.precision import autocast

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from training.attribution.corpus import Example

EPOCHS = 6
BATCH_PIECES, CHUNK = 2400, 512
LINK_WEIGHT, WARM_UP = 0.3, 0.08
PROGRESS = 25
"""Steps between two lines of progress."""
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
MEAN_DECAY = 0.97
"""Of the running mean of the weights, which is what is shipped."""


def batch(examples: list[Any], rng: random.Random) -> list[list[Any]]:
    """Batches of windows of like length, in random order."""
    order = list(examples)
    rng.shuffle(order)
    batches: list[list[Any]] = []
    current: list[Any] = []
    for start in range(0, len(order), CHUNK):
        for example in sorted(order[start : start + CHUNK], key=lambda one: len(one.ids)):
            longest = max(len(example.ids), *(len(one.ids) for one in current)) if current else len(example.ids)
            if current and longest * (len(current) + 1) > BATCH_PIECES:
                batches.append(current)
                current = []
            current.append(example)
    if current:
        batches.append(current)
    rng.shuffle(batches)
    return batches


def pad(examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Piece ids and mask of a batch."""
    longest = max(len(one.ids) for one in examples)
    ids = torch.zeros(len(examples), longest, dtype=torch.long)
    mask = torch.zeros(len(examples), longest, dtype=torch.long)
    for row, one in enumerate(examples):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        mask[row, : len(one.ids)] = 1
    return ids, mask


def compute_loss(network: Network, examples: list[Example]) -> torch.Tensor:
    """Cross-entropy of the tags, and of the links of the words that have one."""
    ids, mask = pad(examples)
    with autocast():
        tags, queries, keys = network(ids, mask)
    tags, queries, keys = tags.float(), queries.float(), keys.float()
    scores, wanted, link, links = [], [], torch.zeros(()), 0
    for row, one in enumerate(examples):
        first, target = torch.tensor(one.first), torch.tensor(one.links)
        scores.append(tags[row, first])
        wanted.append(torch.tensor(one.tags))
        has = target >= 0
        if has.any():
            pointed = network.link_scores(queries[row, first], keys[row, first], first)
            link = link + functional.cross_entropy(pointed[has], target[has], reduction="sum")
            links += int(has.sum())
    return functional.cross_entropy(torch.cat(scores), torch.cat(wanted)) + LINK_WEIGHT * link / max(links, 1)


def average(mean: dict[str, torch.Tensor], network: Network, decay: float) -> None:
    """Move the running mean of the weights towards the network's."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point:
                mean[name].mul_(decay).add_(value, alpha=1 - decay)


def train(first: list[Example], further: list[Example], encoder: Path, *, seed: int = 0) -> Network:
    """Fine-tune the encoder and train the heads; the word embeddings stay as they are.

    Args:
        first: Windows as the first annotator of each article marked them, which is what dev and test are scored by.
        further: Windows of the sixteen articles that five further annotators read.
        encoder: Folder of the pretrained encoder.
        seed: Of the heads' beginning, the dropout and the order.
    """
    torch.manual_seed(seed)
    network = Network(load_encoder(encoder))
    network.enc.embeddings.word_embeddings.weight.requires_grad = False
    network.load_state_dict(fit(network, [*first, *further], compute_loss, epochs=EPOCHS, rate=ENCODER_RATE, seed=seed))
    return network.eval()


def fit(
    network: Network,
    examples: list[Any],
    loss_of: Callable[[Network, list[Any]], torch.Tensor],
    *,
    epochs: int,
    rate: float,
    seed: int,
) -> dict[str, torch.Tensor]:
    """Train for some epochs, the rate rising and falling once; returns the running mean of the weights."""
    rng = random.Random(seed)
    inner = [value for name, value in network.named_parameters() if name.startswith("enc.") and value.requires_grad]
    heads = [value for name, value in network.named_parameters() if not name.startswith("enc.")]
    head_rate = HEAD_RATE * rate / ENCODER_RATE
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": rate}, {"params": heads, "lr": head_rate}], weight_decay=0.01
    )
    steps = len(batch(examples, random.Random(seed))) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), max(0.0, (steps * 1.02 - step) / (steps * 0.94)))
    )
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    network.train()
    done = 0
    for _ in range(epochs):
        for examples_now in batch(examples, rng):
            loss = loss_of(network, examples_now)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            average(mean, network, min(MEAN_DECAY, (1 + done) / (10 + done)))
            if done % PROGRESS == 0:
                print(f"step {done} of {steps}: loss {loss.item():.4f}", flush=True)
    return mean
