"""A promise kept, or not, in an account that tells of it otherwise: by another office, verb, or party's name."""

import pytest
from short_texts import build_record

MADE, TOLD, TODAY = "2032-03-10", "2032-03-24", "2032-03-25"


def status_of(promise: str, later: str, made: str = MADE) -> str:
    """The status of the one promise of an article of 10 March after an article of 24 March."""
    rows = build_record((made, promise), (TOLD, later), as_of=TODAY).commitments
    (row,) = [one for one in rows if any(piece.document == "doc-0" for piece in one.evidence)]
    return row.status


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        (
            "Farm minister Olga Dahl said: the first payments would be made to growers by 22 March.",
            "Farm minister Olga Dahl paid out the first compensation to growers on 20 March.",
            "kept",
        ),
        (
            "Transport minister Olga Dahl said she would publish the new timetable by 22 March.",
            "The Transport Ministry issued the timetable.",
            "kept",
        ),
        (
            "Transport minister Olga Dahl said she would publish the new timetable by 22 March.",
            "The Health Ministry issued the timetable.",
            "overdue",
        ),
        (
            "The Transport Ministry will publish the new timetable by 22 March.",
            "Transport minister Olga Dahl issued the timetable.",
            "kept",
        ),
        (
            "President Ida Brenn of Arland promised that no water would be released without 48 hours' notice.",
            "The sluices in Arland let out water with three hours' notice, although Brenn had promised 48. "
            "Her spokesman admitted on Monday that the promise had not been kept.",
            "broken",
        ),
        (
            "President Ida Brenn of Arland promised that no water would be released without 48 hours' notice.",
            "Brenn had promised the pensioners a winter bonus. "
            "Her spokesman admitted on Monday that the promise had not been kept.",
            "open",
        ),
    ],
)
def test_what_another_account_makes_of_it(promise: str, later: str, status: str) -> None:
    assert status_of(promise, later) == status


CALLED = "President Ida Brenn of Arland telephoned Prime Minister Oskar Vane of Belmark on Tuesday. "
PRICES = "The price of wheat has fallen since the harvest. Growers in the south are worried. The banks are not.\n\n"
AGAIN = (
    f" The union went on strike.\n\n{PRICES}\n\n{PRICES}"
    "The two leaders are to speak again by 22 March, sources in the presidency told this newspaper."
)


@pytest.mark.parametrize(
    ("promise", "status"),
    [(CALLED + AGAIN, "kept"), (CALLED + "Brenn met Queen Alma of Corland on Monday." + AGAIN, "overdue")],
)
def test_who_is_to_speak_again_is_who_spoke_before(promise: str, status: str) -> None:
    later = "President Ida Brenn of Arland and Prime Minister Oskar Vane of Belmark spoke by telephone on 20 March."
    assert status_of(promise, later) == status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("President Ida Brenn telephoned Prime Minister Oskar Vane on 11 March.", "kept"),
        ("President Ida Brenn telephoned Prime Minister Oskar Vane on 1 March.", "overdue"),
    ],
)
def test_a_call_after_the_first_day_of_a_page_of_vague_date(told: str, status: str) -> None:
    promise = "President Ida Brenn will telephone Prime Minister Oskar Vane by 15 March."
    assert status_of(promise, told, made="2032-03-05/2032-03-16") == status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Olga Dahl delivered her report to the two governments on Monday.", "kept"),
        ("Olga Dahl delivered flowers to the two governments on Monday.", "open"),
    ],
)
def test_a_page_without_a_date_and_a_verb_of_the_same_act(told: str, status: str) -> None:
    promise = "Judge Olga Dahl said her report would be submitted to both governments by the end of May."
    assert status_of(promise, told, made="2030-01-01/2035-03-01") == status


SENT = "An official said minister Olga Dahl would send Berta Lindt, a retired judge, as mediator."


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        (SENT, "The mediator, Berta Lindt, spent six hours with both sides.", "kept"),
        (SENT, "Berta Lindt spent six hours with her lawyer.", "open"),
        (SENT, "Olga Dahl said Berta Lindt would be the mediator.", "open"),
        (f"Talks went on for a week. {SENT} The mediator, Berta Lindt, is 60.", "Mediator Berta Lindt left.", "open"),
    ],
)
def test_who_was_to_be_sent_is_called_by_the_office(promise: str, later: str, status: str) -> None:
    assert status_of(promise, later) == status


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("A ferry reached the bay, the coast guard said.", "open"),
        ("A ferry came to the islands in the bay, the coast guard said.", "broken"),
    ],
)
def test_what_was_refused_is_done_by_others_only_in_whole(later: str, status: str) -> None:
    assert (
        status_of("The shipping line Norrway promised that no ferry would land on the islands in the bay.", later)
        == status
    )


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Judge Ada Low will chair the inquiry, Olga Dahl announced on 12 March.", "kept"),
        ("Judge Ada Low will not chair the inquiry, Olga Dahl announced on 12 March.", "overdue"),
        ("Judge Ada Low will hear the case, Olga Dahl announced on 12 March.", "overdue"),
        ("Judge Ada Low will chair the inquiry, Olga Dahl announced on 20 March.", "overdue"),
    ],
)
def test_who_was_to_be_named_is_named_in_a_quote(later: str, status: str) -> None:
    promise = "Minister Olga Dahl promised an inquiry into the flood and promised to name its chair by 13 March."
    rows = build_record((MADE, promise), (TOLD, later), as_of=TODAY).commitments
    (row,) = [one for one in rows if "chair by" in one.text]
    assert row.status == status


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        (
            "Arland announced plans to launch a probe to the comet.",
            "In 2030, Arland launched a probe to the comet.",
            "open",
        ),
        ("Arland announced plans to launch a probe to the comet.", "Arland launched a probe to the comet.", "kept"),
        (
            "A heavy rocket with a silver car on board is expected to take flight in March 2032.",
            "A holiday flight took off from Karsk on 20 March 2032.",
            "open",
        ),
    ],
)
def test_a_deed_of_old_and_one_word_in_a_long_time_are_not_what_was_promised(
    promise: str, later: str, status: str
) -> None:
    assert status_of(promise, later) == status


def test_the_participle_of_a_promise_is_no_matter_of_its_own() -> None:
    promise = (
        "A probe of the Arland agency is in the last tests. It will be sent to the moon in 2032, an official said."
    )
    assert status_of(promise, "The trailer sent the fans of Belmark into raptures in March 2032.") != "kept"


def test_a_noun_far_from_a_light_verb_is_not_its_deed() -> None:
    promise = "An official said on Monday that the next elections would be held by late 2032."
    later = "The parties entered the last phase of a long quarrel just in time for this year's elections."
    assert status_of(promise, later) != "kept"


def test_a_meeting_that_is_to_come_again_is_not_the_one_before() -> None:
    text = (
        "Ada Low of Karsk met Ole Brand of Lund. Low and Brand agreed to meet again in the coming weeks. "
        "Following her meeting with Brand, Low spoke to reporters."
    )
    (row,) = build_record(("2031-06-09/2032-06-09", text)).commitments
    assert row.status == "open"


def test_what_was_done_years_before_keeps_no_plan() -> None:
    plan = "France is planning a crewed mission to the moon, the minister, Ole Brand, said."
    past = "France conducted its first crewed mission in 2023, and has made steady progress."
    (row,) = build_record(("2031-06-09", plan), ("2031-01-01/2032-06-20", past)).commitments
    assert row.status == "open"
