"""Where an article tells of one bill, "the bill" and "the legislation" are the same."""

from short_texts import build_record


def stances(text: str) -> int:
    """How many disputes of stance a short text has."""
    return sum(row.kind == "stance" for row in build_record(("2031-03-05", text)).disputes)


def test_the_bill_and_the_bipartisan_legislation_are_one():
    text = (
        "Senator Ana Dalo opposes the harbour bill in the Senate. "
        "The bipartisan legislation was endorsed by Governor Bo Tarn on Friday."
    )
    assert stances(text) == 1


def test_two_bills_are_two():
    text = (
        "Governor Bo Tarn supports the harbour bill. Senator Ruta Marsk opposes the tax bill. "
        "Mayor Jo Veral opposes the legislation."
    )
    assert stances(text) == 0
