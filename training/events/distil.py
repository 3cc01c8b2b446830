"""Distil a large teacher into the shipped shape, on the readers' articles and on news that nobody has marked.

The student learns the teacher's probabilities (Hinton, Vinyals and Dean 2015), and the readers' rows where they are.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from onrecord.annotate.event_tagger import SIZES
from training.attribution.train import fit
from training.events.train import Losses, add_gold, run, start_from

if TYPE_CHECKING:
    from pathlib import Path

    from training.events.corpus import Example
    from training.events.network import Network
    from training.events.train import Outputs

EPOCHS, RATE = 4, 2e-4
GOLD = 0.5
"""Share of the readers' rows in a marked window's loss; the teacher has the rest."""
SEEN = 0.1
"""A word's parties are learnt where the teacher gives it at least this chance of being a trigger."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window with what the teacher thinks of it.

    Attributes:
        example: The window; its rows count where `marked`.
        classes: Probabilities of the heads' classes, a row a word.
        rows: By family, the words whose parties are learnt, and the probability (two roles by words) of each word.
    """

    example: Example
    marked: bool
    classes: tuple[torch.Tensor, ...]
    rows: tuple[tuple[torch.Tensor, torch.Tensor], ...]

    @property
    def ids(self) -> list[int]:
        """The window's piece ids, by which batches are made."""
        return self.example.ids


def likelihood(classes: tuple[torch.Tensor, ...]) -> list[torch.Tensor]:
    """Each word's chance of being an event, a stance, a commitment."""
    kinds, _, stances, bound = classes
    return [1 - part[:, 0].float() for part in (kinds, stances, bound)]


def teach(teacher: Network, examples: list[Example], *, marked: bool) -> list[Lesson]:
    """What the teacher thinks of some windows."""
    lessons = []
    for one in examples:
        with torch.no_grad():
            ((tags, query, key),) = run(teacher, [one])
            classes = tuple(part.softmax(-1).half() for part in tags.split(SIZES, dim=-1))
            first = torch.tensor(one.first)
            rows = []
            for family, chance in enumerate(likelihood(classes)):
                words = (chance >= SEEN).nonzero().flatten()
                links = teacher.link_scores(query[words], key, first[words], first)
                rows.append((words, links[2 * family : 2 * family + 2].sigmoid().half()))
        lessons.append(Lesson(one, marked, classes, tuple(rows)))
    return lessons


def add_taught(losses: Losses, network: Network, one: Lesson, said: Outputs, share: float) -> None:
    """Add a window's losses against the teacher's probabilities."""
    tags, query, key = said
    chances = likelihood(one.classes)
    first = torch.tensor(one.example.first)
    for part, (scores, target) in enumerate(zip(tags.split(SIZES, dim=-1), one.classes, strict=True)):
        each = -(target.float() * scores.log_softmax(-1)).sum(-1)
        if part == 1:
            losses.add("statuses", (each * chances[0]).sum(), float(chances[0].sum()), share)
        else:
            losses.add("classes", each.sum(), 0, share)
    losses.add("classes", torch.zeros(()), len(first), share)
    for family, (words, target) in enumerate(one.rows):
        if len(words):
            scores = network.link_scores(query[words], key, first[words], first)[2 * family : 2 * family + 2]
            each = functional.binary_cross_entropy_with_logits(scores, target.float(), reduction="none")
            weight = chances[family][words]
            losses.add("links", (each.sum((0, 2)) * weight).sum(), float(weight.sum()), share)


def compute_loss(network: Network, lessons: list[Lesson]) -> torch.Tensor:
    """The losses of a batch of lessons."""
    losses = Losses()
    for one, said in zip(lessons, run(network, [one.example for one in lessons]), strict=True):
        gold = GOLD if one.marked else 0.0
        add_taught(losses, network, one, said, 1 - gold)
        if gold:
            add_gold(losses, network, one.example, said, gold)
    return losses.total()


def distil(
    teacher: Network, marked: list[Example], unmarked: list[Example], encoder: Path, start: Path, *, seed: int = 0
) -> Network:
    """Train a network of the shipped shape against a teacher; returns it with the running mean of its weights.

    Args:
        teacher: A trained network.
        marked: Windows with the readers' rows.
        unmarked: Windows without.
        encoder: Folder of the small pretrained encoder, for its shape.
        start: The attribution tagger's exported file.
        seed: Of the heads' beginning, the order and the dropout.
    """
    lessons = [*teach(teacher, marked, marked=True), *teach(teacher, unmarked, marked=False)]
    random.Random(seed).shuffle(lessons)
    print(f"{len(lessons)} windows read by the teacher", flush=True)
    torch.manual_seed(seed)
    student, _ = start_from(encoder, start)
    student.load_state_dict(fit(student, lessons, compute_loss, epochs=EPOCHS, rate=RATE, seed=seed))
    return student.eval()
