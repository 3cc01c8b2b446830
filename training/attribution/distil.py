"""Distil several trained networks into one, on the marked windows and on news that nobody has marked.

The student learns the teachers' mean probabilities (Hinton, Vinyals and Dean 2015) beside the gold marks where there
are any. Unmarked text is what brings it further: the teachers have seen the gold of the marked windows already.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from training.attribution.corpus import make_examples
from training.attribution.train import LINK_WEIGHT, fit, pad

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.attribution.corpus import Example
    from training.attribution.network import Network

EPOCHS, RATE = 3, 1e-4
GOLD = 0.5
"""Share of the gold marks in a marked window's loss; the teachers have the rest."""
SEEN = 0.1
"""A word's link is learnt where the teachers give it at least this chance of standing in a source or content."""
MARKUP = re.compile(r"<[^>]+>")
LEAST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window with what the teachers think of it.

    Attributes:
        example: The window; its tags and links count where `marked`.
        tags: Mean probability of each tag, a row a word.
        rows: The words whose link is learnt.
        links: Mean probability, for each of those words, that its cue starts at a word.
    """

    example: Example
    marked: bool
    tags: torch.Tensor
    rows: torch.Tensor
    links: torch.Tensor

    @property
    def ids(self) -> list[int]:
        """The window's piece ids, by which batches are made."""
        return self.example.ids


def read_unmarked(folders: Iterable[Path]) -> list[Example]:
    """Windows of every text file below some folders; markup is taken off, what is too short is left out."""
    examples: list[Example] = []
    for folder in folders:
        for path in sorted(one for one in folder.rglob("*") if one.suffix in {".txt", ".tml"}):
            text = MARKUP.sub("", path.read_text(encoding="utf-8", errors="replace"))
            examples += [one for one in make_examples(text, []) if len(one.first) >= LEAST_WORDS]
    return examples


@torch.no_grad()
def teach(teachers: list[Network], examples: list[Example], *, marked: bool) -> list[Lesson]:
    """What the teachers, on average, think of some windows."""
    lessons = []
    for one in examples:
        first = torch.tensor(one.first)
        tags = torch.zeros(())
        links = torch.zeros(())
        for teacher in teachers:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tag, query, key = teacher(*pad([one]))
            tags = tags + tag[0, first].float().softmax(-1)
            scores = teacher.link_scores(query[0, first].float(), key[0, first].float(), first)
            links = links + scores.softmax(-1)
        tags, links = tags / len(teachers), links / len(teachers)
        rows = (tags[:, [1, 2, 5, 6]].sum(-1) >= SEEN).nonzero().squeeze(-1)
        lessons.append(Lesson(one, marked, tags.half(), rows, links[rows].half()))
    return lessons


def compute_loss(network: Network, lessons: list[Lesson]) -> torch.Tensor:
    """Cross-entropy against the teachers' probabilities, and against the gold marks where there are any."""
    ids, mask = pad([one.example for one in lessons])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, queries, keys = network(ids, mask)
    tag_loss = link_loss = torch.zeros(())
    words = linked = 0
    for row, one in enumerate(lessons):
        first = torch.tensor(one.example.first)
        scores = tags[row, first].float()
        pointed = network.link_scores(queries[row, first].float(), keys[row, first].float(), first)
        gold = GOLD if one.marked else 0.0
        taught = -(one.tags.float() * scores.log_softmax(-1)).sum()
        tag_loss = tag_loss + (1 - gold) * taught
        weight = one.tags.float()[:, [1, 2, 5, 6]].sum(-1)[one.rows]
        taught = -(one.links.float() * pointed[one.rows].log_softmax(-1)).sum(-1)
        link_loss = link_loss + (1 - gold) * (weight * taught).sum()
        if gold:
            tag_loss = tag_loss + gold * functional.cross_entropy(
                scores, torch.tensor(one.example.tags), reduction="sum"
            )
            target = torch.tensor(one.example.links)
            has = target >= 0
            if has.any():
                link_loss = link_loss + gold * functional.cross_entropy(pointed[has], target[has], reduction="sum")
        words += len(first)
        linked += len(one.rows)
    return tag_loss / words + LINK_WEIGHT * link_loss / max(linked, 1)


def distil(teachers: list[Network], marked: list[Example], unmarked: list[Example], *, seed: int = 0) -> Network:
    """Train the first of the teachers on against all of them; returns it with the running mean of its weights.

    Args:
        teachers: Trained networks of one shape.
        marked: Windows with gold marks.
        unmarked: Windows without.
        seed: Of the order and the dropout.
    """
    for one in teachers:
        one.eval()
    lessons = [*teach(teachers, marked, marked=True), *teach(teachers, unmarked, marked=False)]
    random.Random(seed).shuffle(lessons)
    torch.manual_seed(seed)
    student = teachers[0]
    student.load_state_dict(fit(student, lessons, compute_loss, epochs=EPOCHS, rate=RATE, seed=seed))
    return student.eval()
