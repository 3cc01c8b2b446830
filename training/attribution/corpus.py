"""PolNeAR as training examples: windows of word pieces with a tag and a link target for each word."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import attribution_score
from onrecord.annotate.windows import cut_windows, find_words

FIRST_TAG = {"source": 1, "cue": 3, "content": 5}
NO_LINK = -1


@dataclass(frozen=True, slots=True)
class Example:
    """A window: piece ids, the place of each word's first piece, tags, and the word each word's cue starts at."""

    ids: list[int]
    first: list[int]
    tags: list[int]
    links: list[int]


def label_words(
    tokens: attribution_score.Tokens, statements: list[attribution_score.Statement]
) -> tuple[list[int], list[int]]:
    """Tag and link target (a word's index) of each word; the first statement to claim a word keeps it."""
    count = len(tokens.spans)
    tags, links, taken = [0] * count, [NO_LINK] * count, [False] * count
    for statement in statements:
        cue = sorted(tokens.inside(statement.cue))
        for role in ("content", "source", "cue"):
            before = None
            for index in sorted(tokens.inside(getattr(statement, role))):
                if taken[index]:
                    continue
                taken[index] = True
                links[index] = cue[0] if cue and role != "cue" else NO_LINK
                tags[index] = FIRST_TAG[role] + (before == index - 1)
                before = index
    return tags, links


def read_examples(folder: Path, limit: int | None = None) -> tuple[list[Example], list[Example]]:
    """The windows of a PolNeAR split, cut as the product cuts them: the first annotator's, and the others'.

    Args:
        folder: Holds text/ and attributions/.
        limit: Only so many articles, for a trial.
    """
    texts, gold = attribution_score.read_gold(folder)
    first: list[Example] = []
    further: list[Example] = []
    others = read_further(folder)
    for stem in sorted(texts)[:limit]:
        first += make_examples(texts[stem], gold[stem])
        for statements in filter(None, others.get(stem, ())):
            further += make_examples(texts[stem], statements)
    return first, further


def read_further(folder: Path) -> dict[str, list[list[attribution_score.Statement]]]:
    """What the other annotators of an article marked, where more than one read it."""
    files: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    return {stem: [read_marks(path) for path in paths[1:]] for stem, paths in files.items()}


def read_marks(path: Path) -> list[attribution_score.Statement]:
    """One annotator's statements; none where the file is damaged (a few of the corpus are)."""
    try:
        return attribution_score.read_ann(path)
    except AttributeError:
        return []


def make_examples(text: str, statements: list[attribution_score.Statement]) -> list[Example]:
    """The windows of one article under one annotator's marks."""
    words = find_words(text)
    tags, links = label_words(attribution_score.Tokens(text), statements)
    examples = []
    for one in cut_windows(text, words):
        place = {index: at for at, index in enumerate(one.words)}
        targets = [place.get(links[index], NO_LINK) for index in one.words]
        examples.append(Example(one.ids, one.first, [tags[index] for index in one.words], targets))
    return examples
