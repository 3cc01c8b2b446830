"""A WARC of 2,000 pages goes through the read stage in the memory of one page."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "warc.py"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_2000_pages_stream_in_bounded_memory() -> None:
    done = subprocess.run([sys.executable, BENCHMARK, "2000"], capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    assert (figures["pages"], figures["failed"]) == (2000, 0)
    assert figures["growth_mib"] < 20
    assert figures["peak_mib"] < 150
