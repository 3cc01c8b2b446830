"""Subjects and names near a cue that are not who speaks: of what is said, of a passive, of a place, of a bill."""

import pytest
from annotate_builders import read


def speaker(text: str, words: str) -> str | None:
    """The name of the speaker of the last statement whose content holds these words; None where none is known."""
    one = read(text)
    rows = [row for row in one.statements if any(words in text[part.start : part.end] for part in row.content)]
    assert rows, f"no statement holds {words!r}"
    return one.actors[rows[-1].source.actor].name if rows[-1].source.actor is not None else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Ada Moreau said the pair did not like the road and insisted there was no quarrel.",
            "no quarrel",
            "Ada Moreau",
        ),
        ("Ada Moreau said the Colts had won and called Karl Vex her little brother.", "little brother", "Ada Moreau"),
        ("Ada Moreau agreed that the tower cannot be saved but dismissed concerns about it.", "concerns", "Ada Moreau"),
        (
            "Ada Moreau revealed that Karl Vex had followed her and spoke about the nights after.",
            "nights",
            "Ada Moreau",
        ),
        (
            "Prime Minister Ada Moreau said traders predict growth if the Tarn Council passes the toll and urged "
            "members to back it.",
            "to back it",
            "Ada Moreau",
        ),
        ("Ada Moreau said Karl Vex denied the charge and accused Otto Brandt of lying.", "Otto Brandt", "Karl Vex"),
    ],
)
def test_a_verb_of_saying_goes_on_with_who_said_it(text: str, words: str, name: str):
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karl Vex is expected to remain at the Tarn works despite the losses.", "to remain"),
        ("Ada Moreau was named most valuable player of the series.", "most valuable"),
        ("Karl Vex was supposedly asked to leave the hall.", "to leave"),
        ("Witnesses are being encouraged to report what they saw to the Tarn Observatory.", "to report"),
        ("Karl Vex is widely considered the best minister of the century.", "the best"),
        ("Two rivals of Karl Vex accused of hiding the files", "hiding"),
        ("Karl Vex gave us all a peek at his Tarn Heron boat that is expected to take part in the race.", "take part"),
    ],
)
def test_the_subject_of_a_passive_does_not_say_it(text: str, words: str):
    assert speaker(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Karl Vex was quoted as saying that the deal was dead.", "the deal", "Karl Vex"),
        ("Karl Vex was asked by Ada Moreau to leave the hall.", "to leave", "Ada Moreau"),
        ("Karl Vex is convinced that the bridge will hold.", "the bridge", "Karl Vex"),
        ("Ada Moreau, who accused Karl Vex of lying, left at noon.", "lying", "Ada Moreau"),
    ],
)
def test_who_is_quoted_or_convinced_or_named_after_by_does(text: str, words: str, name: str):
    assert speaker(text, words) == name


def test_which_is_no_person():
    text = "Karl Vex of the Tarn Shipping Corporation, which said it would sue, left the hall."
    assert speaker(text, "would sue") == "Tarn Shipping Corporation"
    assert speaker("The group behind Karl Vex, which said it would sue, is based in Paris.", "would sue") is None


def test_a_place_that_reports_come_from_does_not_report():
    assert speaker("That followed reports from China that banks had closed the exchange.", "banks") is None


def test_a_name_given_by_nobody_is_nobodys():
    text = "“It is late,” said Ada Moreau. The two formed a union of workers called the “Centre for Tools”."
    assert speaker(text, "Centre for Tools") is None


def test_a_verb_inside_a_name_says_nothing():
    rows = read("Ada Moreau of Mothers Demand Action for Peace in Tarn wrote to the mayor on Monday.").statements
    assert all(row.act != "demand" for row in rows)


def test_a_pronoun_passes_over_a_caption():
    text = "Ada Moreau explained the rule on Monday.\n\nInes Valdane at a hearing in May\n\nShe also noted it was new."
    assert speaker(text, "was new") == "Ada Moreau"
    text = "Ada Moreau explained the rule on Monday.\n\nInes Valdane asked for it in May.\n\nShe also noted it was new."
    assert speaker(text, "was new") == "Ines Valdane"


def test_what_a_relative_clause_tells_does_not_speak():
    text = "Karl Vex, who has been accused by scores of women of theft or worse, has left but denied any offence."
    assert speaker(text, "any offence") == "Karl Vex"


def test_whom_nobody_knows_is_not_who_was_met():
    text = "The teenager passed Karl Vex on the bridge. “My heart went faster there,” he said."
    assert speaker(text, "went faster") is None
    text = "The teenager Otto Brandt stayed ahead at noon. “My heart went faster there,” he said."
    assert speaker(text, "went faster") == "Otto Brandt"


def test_he_is_the_name_beside_the_office():
    text = "Karl Vex spoke for an hour. Moreau’s deputy, Otto Brandt, said he would vote no. Ada Moreau was away."
    one = read(text)
    names = [one.actors[m.actor].name for m in one.mentions if text[m.start : m.end] == "he" and m.actor is not None]
    assert names == ["Otto Brandt"]


def test_who_draws_criticism_does_not_utter_it():
    assert speaker("Karl Vex, the mayor, drew criticism for his opposition to the union.", "opposition") is None
    assert speaker("The plan drew criticism from Ada Moreau, the mayor.", "The plan") == "Ada Moreau"
    text = "Mayor Lena Vogt has come under withering criticism from Anna Kolb over remarks about migrants. "
    text += "She drew fire from Tomas Riedel over the bridge."
    assert speaker(text, "remarks") == "Anna Kolb"
    assert speaker("Karl Vex came forward with criticism of the union, which he called weak.", "weak") == "Karl Vex"


def test_what_people_share_on_a_hill_is_not_the_hills():
    text = "There is an emerging consensus on Capitol Hill and among boat groups that the law must change."
    assert speaker(text, "the law") is None


def test_who_called_him_told_him():
    text = (
        "Karl Vex left. Vex later confirmed that Senator Ada Moreau called him and told him to “give it some thought.”"
    )
    assert speaker(text, "give it") == "Ada Moreau"
    text = "Karl Vex spoke. He said that Ada Moreau had called Otto Brandt and told him to “give it some thought.”"
    assert speaker(text, "some thought") == "Ada Moreau"


def test_and_that_is_still_the_club():
    text = "Otto was in the Tarn Youth Union, an organization that promotes sport, and that announced his death."
    assert speaker(text, "his death") == "Tarn Youth Union"


def test_a_persons_quoted_words_are_not_those_of_whom_they_cite():
    text = "“It is time, and he should go,” Ms. Moreau said in a statement, citing former ministers like Karl Vex."
    assert speaker(text, "he should go") == "Moreau"
    assert speaker("The harbour will close, the Tarn Post reported, citing officials.", "will close") == "officials"


def test_by_whom_one_is_praised_does_not_speak():
    text = "Moreau, praised by Karl Vex, said no."
    assert speaker(text, "no") == "Moreau"
    assert speaker("A note sent by Karl Vex said it was late.", "was late") == "Karl Vex"


def test_who_did_not_answer_did_not_seek_comment():
    text = "Tarn Air, founded in 1990, did not respond to phone and email messages requesting comment."
    assert all(row.source.actor is None for row in read(text).statements)
