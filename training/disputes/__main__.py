"""Teach all-mpnet-base-v2 to read two statements together, and measure it: python -m training.disputes --help."""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from transformers import AutoModel, AutoTokenizer

from training.disputes.corpus import KEPT_BACK, OF, read_pairs
from training.precision import autocast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.disputes.corpus import Pair

BATCH, PIECES, FROZEN = 40, 128, 4
FIRST = (25, 50, 100, 200)
WEIGHTS = {0: 1.0, 1: 0.8, 2: 1.4}


class Reader(torch.nn.Module):
    """A cross-encoder: the first state and the mean of all, through a layer, to one score."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(encoder)
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        self.frozen = [self.encoder.embeddings, self.encoder.encoder.relative_attention_bias]
        self.frozen += list(self.encoder.encoder.layer[:FROZEN])
        for part in self.frozen:
            part.requires_grad_(requires_grad=False)
        size = self.encoder.config.hidden_size
        self.head = torch.nn.Sequential(torch.nn.Linear(2 * size, 256), torch.nn.GELU(), torch.nn.Linear(256, 1))

    def forward(self, pairs: Sequence[Pair], *, turned: bool = False) -> torch.Tensor:
        """A score for each pair: above 0, in dispute."""
        sides = [one.one.shown for one in pairs], [one.other.shown for one in pairs]
        first, second = sides[::-1] if turned else sides
        pieces = self.tokenizer(
            first, second, truncation=True, max_length=PIECES, padding=True, return_tensors="pt"
        )  # fmt: skip
        with autocast():
            states = self.encoder(**pieces).last_hidden_state.float()
        kept = pieces["attention_mask"][..., None].float()
        scores: torch.Tensor = self.head(torch.cat([states[:, 0], (states * kept).sum(1) / kept.sum(1)], 1))[:, 0]
        return scores


def size_of(pair: Pair) -> int:
    """How long a pair is."""
    return len(pair.one.shown) + len(pair.other.shown)


def draw(pairs: Sequence[Pair], chance: random.Random) -> list[list[Pair]]:
    """The batches of an epoch: all that readers named or judged, and three others to each that is in dispute."""
    seen = [one for one in pairs if one.label or one.judged]
    rest = [one for one in pairs if not (one.label or one.judged)]
    wanted = min(len(rest), max(0, 4 * sum(one.label > 0 for one in seen) - len(seen)))
    drawn = seen + chance.sample(rest, wanted)
    chance.shuffle(drawn)
    drawn = [one for at in range(0, len(drawn), 8 * BATCH) for one in sorted(drawn[at : at + 8 * BATCH], key=size_of)]
    batches = [drawn[at : at + BATCH] for at in range(0, len(drawn), BATCH)]
    chance.shuffle(batches)
    return batches


def train(reader: Reader, pairs: Sequence[Pair], epochs: int, chance: random.Random) -> None:
    """Teach the upper layers; the learning rate falls to nothing."""
    upper = [one for one in reader.encoder.parameters() if one.requires_grad]
    groups = [{"params": upper, "lr": 3e-5}, {"params": reader.head.parameters(), "lr": 3e-4}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = [draw(pairs, chance) for _ in range(epochs)]
    steps = sum(map(len, plan))
    fall = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 40) * (1 - step / steps))
    reader.train()
    for part in reader.frozen:
        part.eval()
    for number, batch in enumerate(batch for batches in plan for batch in batches):
        wanted = torch.tensor([float(one.label > 0) for one in batch])
        weights = torch.tensor([WEIGHTS[one.label] for one in batch])
        scores = reader(batch, turned=chance.random() < 0.5)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, wanted, weight=weights)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(upper, 1.0)
        optimizer.step()
        fall.step()
        if number % 20 == 0:
            print(f"step {number} of {steps}: {loss.item():.3f}", flush=True)


def measure(reader: Reader, pairs: Sequence[Pair]) -> None:
    """Of the pairs with the highest scores, how many are in dispute and plainly so, and how many nobody judged."""
    reader.eval()
    ordered = sorted(pairs, key=size_of)
    with torch.no_grad():
        scores = [score for at in range(0, len(ordered), 64) for score in reader(ordered[at : at + 64]).tolist()]
    ranked = [one for _, one in sorted(zip(scores, ordered, strict=True), key=lambda each: -each[0])]
    for first in FIRST:
        top = ranked[:first]
        share, plain = (sum(one.label >= least for one in top) / len(top) for least in (1, 2))
        unseen = sum(not (one.label or one.judged) for one in top)
        print(f"first {first}: {share:.2f} in dispute, {plain:.2f} plainly; {unseen} that nobody judged")


def main() -> None:
    """Read, teach, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that pairs.jsonl names articles of")
    parser.add_argument("--large", type=Path, required=True, help="folder of all-mpnet-base-v2")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, help="file for the weights")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    chance = random.Random(0)
    pairs = list(read_pairs(options.corpora))
    kept = [one for one in pairs if one.group % OF == KEPT_BACK]
    print(f"{len(pairs)} pairs, {sum(one.label > 0 for one in pairs)} in dispute, {len(kept)} kept back", flush=True)
    reader = Reader(options.large)
    train(reader, [one for one in pairs if one.group % OF != KEPT_BACK], options.epochs, chance)
    measure(reader, kept)
    if options.output is not None:
        torch.save(reader.state_dict(), options.output)


if __name__ == "__main__":
    main()
