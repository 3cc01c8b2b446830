"""Distil several trained networks into a new one, on the marked windows and on news that nobody has marked.

The student learns the teachers' mean probabilities (Hinton, Vinyals and Dean 2015) beside the gold marks where there
are any. Unmarked text is what brings it further: the teachers have seen the gold of the marked windows already.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
import torch
from torch.nn import functional

from onrecord.annotate.tagger import log_softmax, read_bias, score_links
from training.attribution.corpus import make_examples
from training.attribution.network import Network
from training.attribution.train import ENCODER_RATE, LINK_WEIGHT, fit, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.attribution.corpus import Example

EPOCHS = 5
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


def teach(teachers: Sequence[Any], examples: list[Example], *, marked: bool) -> list[Lesson]:
    """What the teachers (ONNX Runtime sessions), on average, think of some windows."""
    biases = [read_bias(teacher) for teacher in teachers]
    lessons = []
    for one in examples:
        first = np.array(one.first)
        tags, links = np.zeros(()), np.zeros(())
        for teacher, bias in zip(teachers, biases, strict=True):
            ids = np.array([one.ids], dtype=np.int64)
            given = {name.name: ids if name.name == "input_ids" else np.ones_like(ids) for name in teacher.get_inputs()}
            tag, query, key = teacher.run(None, given)
            tags = tags + np.exp(log_softmax(tag[0][first]))
            links = links + np.exp(log_softmax(score_links(query[0][first], key[0][first], first, bias)))
        tags, links = tags / len(teachers), links / len(teachers)
        rows = (tags[:, [1, 2, 5, 6]].sum(-1) >= SEEN).nonzero()[0]
        lessons.append(
            Lesson(
                one,
                marked,
                torch.from_numpy(tags).half(),
                torch.from_numpy(rows),
                torch.from_numpy(links[rows]).half(),
            )
        )
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


def load_teacher(path: Path) -> Any:
    """An exported network, run on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def distil(
    teachers: list[Path], marked: list[Example], unmarked: list[Example], encoder: Path, *, seed: int = 0
) -> Network:
    """Train a new network against exported ones; returns it with the running mean of its weights.

    Args:
        teachers: ONNX files.
        marked: Windows with gold marks.
        unmarked: Windows without.
        encoder: Folder of the pretrained encoder.
        seed: Of the heads' beginning, the order and the dropout.
    """
    sessions = [load_teacher(path) for path in teachers]
    lessons = [*teach(sessions, marked, marked=True), *teach(sessions, unmarked, marked=False)]
    print(f"{len(lessons)} windows read by {len(teachers)} teachers", flush=True)
    random.Random(seed).shuffle(lessons)
    torch.manual_seed(seed)
    student = Network(encoder)
    student.enc.embeddings.word_embeddings.weight.requires_grad = False
    student.load_state_dict(fit(student, lessons, compute_loss, epochs=EPOCHS, rate=ENCODER_RATE, seed=seed))
    return student.eval()
