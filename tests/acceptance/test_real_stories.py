"""Gold of real articles without their words: it comes back whole, and the record of them does not get worse."""

import json
from pathlib import Path

import pytest

import real_stories
import score

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "water-treaty" / "gold"


def test_gold_comes_back_from_places(tmp_path):
    data = json.loads(json.dumps(real_stories.encode(EXAMPLE, EXAMPLE / "text")))
    first = next(iter(data["documents"].values()))["statements"][0]
    assert all(real_stories.PLACE.fullmatch(piece) for piece in first["content"])
    real_stories.decode(data, EXAMPLE / "text", tmp_path)
    for path in sorted(tmp_path.glob("*.json")):
        if path.name == "story.json":
            continue
        wanted = json.loads((EXAMPLE / path.name).read_text(encoding="utf-8"))
        found = json.loads(path.read_text(encoding="utf-8"))
        assert [row["content"] for row in found["statements"]] == [row["content"] for row in wanted["statements"]]


def test_another_article_is_refused(tmp_path):
    data = real_stories.encode(EXAMPLE, EXAMPLE / "text")
    data["sha256"] = dict.fromkeys(data["sha256"], "0" * 64)
    with pytest.raises(SystemExit, match="not the article"):
        real_stories.decode(data, EXAMPLE / "text", tmp_path)


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("ship", 0.856),
        ("girls", 0.730),
        ("senate", 0.704),
        ("bid", 0.764),
        ("talks", 0.650),
        ("olive", 0.669),
        ("consulate", 0.626),
        ("verdict", 0.583),
        ("satellite", 0.647),
    ],
)
def test_the_record_of_real_articles_holds_its_floor(name, floor, tmp_path):
    if not real_stories.CORPORA.is_dir():
        pytest.skip("../shared/corpora is not beside the project")
    result = real_stories.score_real(name, tmp_path)[0]
    assert result["score"] >= floor - score.MARGIN
