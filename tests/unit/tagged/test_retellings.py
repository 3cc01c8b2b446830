"""Deeds of nameless parties that articles of one story tell in the same words are one; deeds of other kinds are two."""

from short_texts import build_record

DAY = "2031-03-05"
HEAD = "Halden Air has apologized to two dancers put off a plane in Tarsk after a steward accused them of theft. "
TAIL = "The dancers, of the Osk Ballet, were on their way to a performance in Borduria on Tuesday. "


def test_an_apology_by_somebody_nameless_is_one_in_two_copies():
    one = f"{HEAD}{TAIL}An airport manager apologized to the dancers and found them seats in first class, it said."
    other = f"{HEAD}{TAIL}An airport manager apologized to the dancers and found them seats. The ballet wants a refund."
    told = [row for row in build_record((DAY, one), (DAY, other)).events if "manager" in row.label]
    assert [len(row.documents) for row in told] == [2]
    roles = [part.role for part in told[0].participants]
    assert sorted(roles) == sorted(set(roles))


def test_the_same_words_in_another_story_are_another_apology():
    one = f"{HEAD}{TAIL}An airport manager apologized to the dancers and found them seats in first class, it said."
    other = (
        "Snow closed the runway of Lund for nine hours. Ploughs worked all night, the mayor of Lund said. "
        "An airport manager apologized to the dancers and found them seats. The choir of Lund sang in the hall."
    )
    told = [row for row in build_record((DAY, one), ("2033-11-20", other)).events if row.type == "CONCEDE"]
    assert all(len(row.documents) == 1 for row in told)


def test_an_arrest_and_a_verdict_are_two():
    text = (
        "Oskar chairman Jon Tarn was found guilty of bribing officials. "
        "Tarn was arrested as part of the scandal that brought down the mayor."
    )
    told = [row for row in build_record((DAY, text)).events if row.type == "COERCE"]
    assert [len(row.evidence) for row in told] == [1, 1]


def test_help_by_others_is_another_help():
    text = (
        "Firefighters worked to free people who were trapped in the tram. "
        "The Hill Hospital in Tarsk said it was treating 20 people, four of whom were badly hurt."
    )
    told = [row for row in build_record((DAY, text)).events if row.type == "AID"]
    assert all(len(row.evidence) == 1 for row in told)
