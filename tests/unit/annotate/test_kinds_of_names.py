"""What kind a name is by its last word, its number and what is told to it."""

from short_texts import read


def kinds(text: str) -> dict[str, str]:
    return {one.name: one.kind for one in read(text).actors if one.named}


def test_media_and_partnerships_are_bodies():
    found = kinds(
        "Ona Vell joined Fair Sense Media in 2029. Karsten Velmond LLP audited it. Fair Sense Media said it was glad."
    )
    assert found["Fair Sense Media"] == found["Karsten Velmond LLP"] == "organization"


def test_a_paper_that_somebody_told_is_a_body():
    assert kinds('"It was late," Ona Vell told the Lookout on Monday.')["Lookout"] == "organization"


def test_a_phone_is_nobody():
    assert "Comet S9" not in kinds(
        "Ona Vell praised the Comet S9 on Monday. The Comet S9 will cost more. Comet S9 sales rose."
    )


def test_a_month_with_its_point_is_no_body():
    assert not {"Dec.", "Dec"} & set(kinds("Ona Vell met Jan Osk on Dec. 4. It ran from Dec. to March, Ona Vell said."))
