"""The stories that acceptance tests run the whole tool on, each added once a session."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def example_tables(example_record):
    """The record of the example story."""
    from onrecord.store import open_store

    store = open_store(example_record, create=False)
    tables = store.read_tables()
    store.close()
    return tables


@pytest.fixture(scope="session")
def seeds_tables():
    """The record of the five seed articles, if they lie beside the project."""
    from onrecord import Record
    from onrecord.config import Settings

    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not beside the project")
    with Record(":memory:", settings=Settings()) as record:
        added = record.add(sorted(SEEDS.glob("*.txt")))
        assert not added.failed
        return record.tables
