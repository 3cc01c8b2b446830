"""A denial and who says that it was just that; all texts are ours."""

import pytest
from short_texts import build_record

DENIED = "Minister Carla Wend denied that she planned to give up the pension clause. "


@pytest.mark.parametrize(
    ("answer", "disputes"),
    [
        ("Liberal leader Rasmus Thiel said she had assured him of exactly that at a dinner.", 1),
        ("Liberal leader Rasmus Thiel said he hoped for exactly that.", 0),
        ("She said she had told Mr Thiel just that.", 0),
    ],
)
def test_exactly_that_answers_a_denial(answer: str, disputes: int) -> None:
    assert len(build_record(("2031-03-05", DENIED + answer)).disputes) == disputes
