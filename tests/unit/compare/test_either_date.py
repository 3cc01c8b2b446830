"""What takes back all that was announced stands against the whole announcement. All texts are ours."""

from short_texts import build_record

TEXT = (
    "Delegations of Norway and Sweden met in Tarsk on Monday. Dora Vance, the mediator, said that delegations of "
    "Norway and Sweden would meet in Tarsk for a third round of talks on March 17 and that all would be home by "
    "March 31. Sweden has not confirmed {which}."
)


def announced(which: str) -> list[str]:
    record = build_record(("2031-03-05", TEXT.format(which=which)))
    text = TEXT.format(which=which)
    spans = [one.evidence[0] for one in record.disputes if one.kind == "unconfirmed"]
    return [text[span.start : span.end] for span in spans]


def test_either_date_is_both_of_them() -> None:
    (words,) = announced("either date")
    assert "March 17" in words
    assert "March 31" in words


def test_one_date_is_the_talks() -> None:
    (words,) = announced("the talks")
    assert "March 31" not in words
