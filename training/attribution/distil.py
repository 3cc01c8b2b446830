"""Distil several trained networks into a new one, on the marked windows and on news that nobody has marked.

The student learns the teachers' mean probabilities (Hinton, Vinyals and Dean 2015) beside the gold marks where there
are any. Unmarked text is what brings it further: the teachers have seen the gold of the marked windows already.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import torch
from torch.nn import functional

from onrecord.annotate.tagger import log_softmax, read_bias, score_links
from training.attribution.corpus import make_examples
from training.attribution.network import Network
from training.attribution.restore import restore
from training.attribution.train import ENCODER_RATE, LINK_WEIGHT, fit, pad
from training.large import load_encoder
from training.precision import autocast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from training.attribution.corpus import Example

    Reader = Callable[[Example], tuple[NDArray[np.float64], NDArray[np.float64]]]
    """Gives a window's tag probabilities (words by tags) and link probabilities (words by words)."""

EPOCHS = 5
FURTHER_EPOCHS, FURTHER_RATE = 2, 1e-4
"""Of a student that goes on from an exported file."""
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


def teach(teachers: Sequence[Reader], examples: list[Example], *, marked: bool) -> list[Lesson]:
    """What the teachers, on average, think of some windows."""
    lessons = []
    for one in examples:
        read = [teacher(one) for teacher in teachers]
        tags, links = (sum(parts) / len(read) for parts in zip(*read, strict=True))
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
    with autocast():
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


def read_by_file(path: Path) -> Reader:
    """A reader of windows from an exported network, on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    bias = read_bias(session)
    names = [one.name for one in session.get_inputs()]

    def read(example: Example) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        first, ids = np.array(example.first), np.array([example.ids], dtype=np.int64)
        given = {name: ids if name == "input_ids" else np.ones_like(ids) for name in names}
        tag, query, key = session.run(None, given)
        links = score_links(query[0][first], key[0][first], first, bias)
        return np.exp(log_softmax(tag[0][first])), np.exp(log_softmax(links))

    return read


def read_by_network(network: Network) -> Reader:
    """A reader of windows from a network as it was trained."""
    network.eval()

    def read(example: Example) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        first = torch.tensor(example.first)
        with torch.no_grad(), autocast():
            tag, query, key = (part[0, first].float() for part in network(torch.tensor([example.ids])))
        with torch.no_grad():
            links = network.link_scores(query, key, first)
        return np.exp(log_softmax(tag.numpy())), np.exp(log_softmax(links.numpy()))

    return read


def distil(
    teachers: list[Reader],
    marked: list[Example],
    unmarked: list[Example],
    encoder: Path,
    *,
    larger: Sequence[Reader] = (),
    start: Path | None = None,
    seed: int = 0,
) -> Network:
    """Train a network of the shipped shape against others; returns it with the running mean of its weights.

    Args:
        teachers: Readers of windows.
        marked: Windows with gold marks.
        unmarked: Windows without.
        encoder: Folder of the pretrained encoder.
        larger: Further teachers, who read only what is unmarked: the marks they know nearly by heart.
        start: An exported file to go on from, with fewer epochs; a new network where not given.
        seed: Of the heads' beginning, the order and the dropout.
    """
    lessons = [*teach(teachers, marked, marked=True), *teach([*teachers, *larger], unmarked, marked=False)]
    print(f"{len(lessons)} windows read by {len(teachers)} teachers, {len(larger)} larger", flush=True)
    return learn(lessons, encoder, start=start, seed=seed)


def learn(lessons: list[Lesson], encoder: Path, *, start: Path | None = None, seed: int = 0) -> Network:
    """The student of some lessons; arguments as `distil`'s."""
    random.Random(seed).shuffle(lessons)
    torch.manual_seed(seed)
    student = Network(load_encoder(encoder))
    if start:
        restore(student, start)
    student.enc.embeddings.word_embeddings.weight.requires_grad = False
    epochs, rate = (FURTHER_EPOCHS, FURTHER_RATE) if start else (EPOCHS, ENCODER_RATE)
    student.load_state_dict(fit(student, lessons, compute_loss, epochs=epochs, rate=rate, seed=seed))
    return student.eval()
