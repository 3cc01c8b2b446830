"""Mentions of one event are brought together by what the tagger makes of them, and others are not."""

from short_texts import build_record

DAY = "2031-03-05"
RAID = (
    "Masked raiders beat two nurses outside the clinic in Osk. The clinic was closed for the night. "
    "Witnesses said the raiders had kicked the nurses on the steps."
)


def test_one_beating_told_twice_is_one_event():
    (beating,) = (one for one in build_record((DAY, RAID)).events if one.type == "ASSAULT")
    assert len(beating.evidence) == 2


def test_told_by_two_outlets_it_is_one_as_well():
    other = "Two nurses were beaten by masked raiders outside the clinic in Osk, the health ministry of Tarvia said."
    beatings = [one for one in build_record((DAY, RAID), (DAY, other)).events if one.type == "ASSAULT"]
    assert max(len(one.documents) for one in beatings) == 2


def test_what_is_done_to_others_stays_apart():
    text = (
        "Masked raiders beat two nurses outside the clinic in Osk on Monday. "
        "Armed robbers stabbed three drivers in Tarsk on Thursday."
    )
    assert len([one for one in build_record((DAY, text)).events if one.type == "ASSAULT"]) == 2
