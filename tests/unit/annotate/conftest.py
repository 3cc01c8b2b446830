"""Rules are tested by themselves; what the event tagger adds to them is tested under tests/unit/tagged."""

import pytest


@pytest.fixture(autouse=True)
def _rules_alone(rules_alone):
    """No test here has the event tagger."""
