"""Who speaks in "the statement" and "the letter": who said something in one before, wrote or filed it."""

from short_texts import read


def speakers(text: str) -> dict[str, str | None]:
    """Source as printed -> the actor behind it, the last one of several."""
    found = read(text)
    return {
        one.source.text or "": None if one.source.actor is None else found.actors[one.source.actor].name
        for one in found.statements
    }


def test_the_statement_some_paragraphs_on_is_of_who_spoke_in_it():
    text = (
        "Bex Airways turned a jet back on Tuesday, the airline Bex Airways said in a statement.\n\n"
        "The jet had flown for four hours over the sea.\n\nPassengers slept in the hall.\n\n"
        '"A passenger had boarded the wrong flight," the statement said.'
    )
    assert speakers(text)["the statement"] == "Bex Airways"


def test_another_statement_between_takes_it_over():
    text = (
        "Osla Marn denied the charges in a statement.\n\nJan Brill read another statement to the court.\n\n"
        "The statement said the firm had lied."
    )
    assert speakers(text)["The statement"] == "Jan Brill"


def test_a_spokeswoman_named_beside_her_office_speaks_in_the_statement():
    text = (
        '"It is untrue," her spokeswoman Ana Velm said in an emailed statement.\n\n'
        "The statement questioned why the case came so late and said photographs showed a friendship."
    )
    found = read(text)
    assert {None if one.source.actor is None else found.actors[one.source.actor].name for one in found.statements} == {
        "Ana Velm"
    }


def test_who_calls_for_something_in_a_letter_speaks_in_the_letter():
    text = (
        "Osla Marn called the plan a mistake in a letter to the board.\n\nThe letter also asked for a new vote.\n\n"
        '"We are worried," the letter stated.'
    )
    found = speakers(text)
    assert found["The letter"] == found["the letter"] == "Osla Marn"


def test_who_fired_off_a_letter_speaks_in_it():
    text = "Osla Marn fired off a letter to the Academy. According to the letter, the head must go."
    assert speakers(text)["the letter"] == "Osla Marn"


def test_a_letter_that_others_made_their_claims_in_is_nobodys_here():
    text = "Osla Marn condemned the claims made in a letter on Monday. The letter said the mayor was corrupt."
    assert speakers(text)["The letter"] is None


def test_a_complaint_that_somebody_filed_is_his():
    text = "According to a complaint Velmonic filed on Monday with the court, the firm lied about its size."
    assert speakers(text)["a complaint Velmonic filed on Monday with the court"] == "Velmonic"


def test_a_release_and_a_website_are_of_the_zoo_they_are_of():
    text = (
        "Sellin Zoo closed its exhibit on Monday, according to a news release from the zoo. "
        "It will stay closed, the news release stated. According to the zoo's website, it houses 11 apes."
    )
    found = speakers(text)
    assert found["the news release"] == found["the zoo's website"] == "Sellin Zoo"


def test_findings_are_of_the_body_they_are_of():
    found = speakers("Findings of the Rail Accident Board show the tram was fast.")
    assert found["Findings of the Rail Accident Board"] == "Rail Accident Board"


def test_a_representative_named_behind_whom_she_speaks_for_speaks():
    found = speakers("A representative for Osla Marn, Leslie Sloan, said the article speaks for itself.")
    assert found["A representative for Osla Marn, Leslie Sloan"] == "Leslie Sloan"


def test_a_centre_for_something_is_the_centre():
    text = (
        "Now workers are joining the Center for Humane Trains. The center has ads, according to its website. "
        "The center said noise harms. The center of the town is loud."
    )
    found = speakers(text)
    assert found["its website"] == found["The center"] == "Center for Humane Trains"


def test_the_center_of_a_town_is_no_body():
    text = "Now workers are joining the Center for Humane Trains. The center of Lyon shows what noise does."
    assert "Center for Humane Trains" not in speakers(text).values()


def test_a_body_is_the_coalition_that_stands_behind_its_name():
    text = (
        "Jan Velm announced the formation of The Center for Humane Trains, a coalition designed to fight noise. "
        "The coalition said it was late."
    )
    assert speakers(text)["The coalition"] == "Center for Humane Trains"


def test_his_representative_is_not_hers():
    text = (
        "A representative for Osla Marn said the article speaks for itself. Jan Velm has denied it.\n\n"
        "Jan Velm has been accused of fraud. His representative said he was ill. His representative added he was sorry."
    )
    found = speakers(text)
    assert found["His representative"] != found["A representative for Osla Marn"]


def test_the_model_is_no_word_of_what_she_writes():
    text = (
        "Ona Vell sat in the hall on Monday. 'Lmao after all this I will have spent 8 hours on a flight,' "
        "according to the model, who laughed."
    )
    assert speakers(text).get("the model") in (None, "Ona Vell")
