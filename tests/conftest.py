"""The example story as a record file, built once for every test that needs a real one."""

from pathlib import Path

import pytest

EXAMPLE_ARTICLES = Path(__file__).resolve().parents[1] / "examples" / "straits" / "articles"


@pytest.fixture(scope="session")
def example_record(tmp_path_factory):
    """The path of a record that holds the example story."""
    from onrecord import Record
    from onrecord.config import Settings

    path = tmp_path_factory.mktemp("example") / "story.db"
    with Record(path, settings=Settings(record=str(path))) as record:
        assert not record.add(EXAMPLE_ARTICLES).failed
    return path
