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
    text = (
        "If these are meant to go into a Comet S9+, surely they are prototypes. "
        "A photo of a set of alleged Comet S9+ components has popped up online."
    )
    assert not kinds(text)


def test_a_month_with_its_point_is_no_body():
    text = (
        "The bank took hits from the law. During a Dec. 5 conference, the bank's chief financial officer said so. "
        "Ona Vell said in a Dec. 22 filing it could book a charge. On Dec. 6, Ona Vell said it would cost."
    )
    assert set(kinds(text)) == {"Ona Vell"}


def test_a_person_by_the_name_of_a_trade_or_number_stays_one():
    assert kinds("Ona Vell told Jan Store the news. Store said he was glad.")["Ona Vell"] == "person"
