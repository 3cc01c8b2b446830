"""Speakers by a noun: who goes on as "the 23-year-old", a spokesman of a firm by its short name."""

from short_texts import read


def speakers(text: str) -> list[str | None]:
    """The actors behind the statements of a text, in order."""
    found = read(text)
    return [None if one.source.actor is None else found.actors[one.source.actor].name for one in found.statements]


def test_who_adds_something_by_age_or_trade_is_who_spoke_last():
    text = (
        'Hanna Collis, who lives near the station, said: "I heard a massive crash outside my window." '
        "The 23-year-old added that she had seen people on stretchers. The Brazilian driver also said that it was sad."
    )
    assert set(speakers(text)) == {"Hanna Collis"}


def test_another_person_or_a_letter_adds_on_its_own():
    text = "Hanna Collis said that the race was over. The letter added that it was sad. The other driver added more."
    assert speakers(text)[0] == "Hanna Collis"
    assert set(speakers(text)[1:]) == {None}


def test_a_spokesman_of_a_firm_by_its_short_name_is_the_same():
    text = (
        "A Karst Air Lines spokesman called it a stowaway. The Karst spokesman described the time as shortly after "
        'takeoff. "The bird was set free," the spokesman wrote.'
    )
    assert set(speakers(text)) == {"A Karst Air Lines spokesman"}
    other = (
        "A Karst Air Lines spokesman called it a stowaway. A Belmar spokesman said that it was a bird. "
        '"The bird was set free," the Belmar spokesman wrote.'
    )
    assert len(set(speakers(other))) == 2


def test_the_spokesperson_who_adds_is_the_one_who_spoke_last():
    text = "A spokesperson for Ferrox said the plant was safe. A spokesperson for the Marlen Council said it would "
    text += "inspect the site. The spokesperson added that results were due."
    assert speakers(text)[-1] == "A spokesperson for the Marlen Council"
    assert speakers(text.replace("spokesperson added", "director added"))[-1] != "A spokesperson for the Marlen Council"


def test_groups_of_a_sort_speak():
    assert speakers("Gun-rights groups say the effort is misguided.") == ["Gun-rights groups"]
    assert speakers("Several oil companies said they would leave.") == ["oil companies"]
    assert speakers("On Monday the groups said they would leave.") == [None]


def test_two_titles_before_one_name_are_one_person():
    text = "Congresswoman and presidential candidate Anna Kolb and other members of the club criticised the toll."
    assert speakers(text) == ["Anna Kolb"]
    text = "Tarn congresswoman and presidential candidate Anna Kolb and others of the Harbour Club said it was late."
    assert "Anna Kolb" in speakers(text)
    assert not any(one and "congresswoman" in one for one in speakers(text))
    assert speakers("Mayor Lena Vogt and Governor Tomas Riedel said it was late.") == ["Lena Vogt", "Tomas Riedel"]


def test_the_company_is_the_one_whose_spokeswoman_spoke():
    text = "Ferrox Corp. is based in Marlen, and Volta Motors is in Tarn. {} spokeswoman Liz Ebinger said nobody was "
    text += "hurt. The company said it would inspect the plant."
    assert speakers(text.format("Volta Motors"))[-1] == "Volta Motors"
    assert speakers(text.format("Ferrox Corp."))[-1] == "Ferrox Corp."
    assert speakers(text.format("Backwalks"))[-1] is None  # somebody else's, who is not known here


def test_they_may_be_one_person_whom_no_plural_stands_beside():
    text = "Protest organiser {} said the march would go ahead. They said that police had been told."
    assert speakers(text.format("Kim Larsen"))[-1] == "Kim Larsen"
    assert speakers(text.format("Anna Larsen"))[-1] is None
    text = "Protest organiser Kim Larsen met two officers and spoke. They said that police had been told."
    assert speakers(text)[-1] is None


def test_a_family_speaks():
    text = "A family in the suburbs of Marlen said five of the dead were kin. They identified them as Tom and Ann Berg."
    assert speakers(text) == ["family", "family"]
    assert speakers("Sam Ortega left on Monday. His family said the toll was wrong.")[-1] is None


def test_who_would_see_something_says_nothing():
    text = (
        "The budget came on Monday. Workers would also see their share of the costs rise. Jonas Hein could see that it "
    )
    text += "would fail."
    assert speakers(text) == ["Jonas Hein"]


def test_each_of_a_list_with_states_speaks():
    text = "Senators Lena Vogt of Ohio, Tomas Riedel of Texas and Jay Falk of Washington state said they would vote no."
    assert speakers(text) == ["Lena Vogt", "Tomas Riedel", "Jay Falk"]
    assert speakers("Lena Vogt, the sister of Tomas Riedel and Jay Falk, said they would vote no.") == ["Lena Vogt"]


def test_who_was_asked_replies():
    text = "Tomas Riedel spoke for an hour. The judge asked him why he left. “Because they never came,” he {}."
    assert speakers(text.format("replied"))[-1] == "Tomas Riedel"
    text = "Jonas Hein asked Tomas Riedel why he left. “Because they never came,” he {}."
    assert speakers(text.format("replied"))[-1] == "Tomas Riedel"


def test_the_company_is_none_that_is_only_named_much_later():
    text = "Ruta spoke on Monday. The company said it would close. "
    later = "Rain fell over the town and the road was wet for a week. " * 12
    assert speakers(text + later + "The Boring Company was founded by Ferrox Corp. in May.")[0] != "Boring Company"


def test_a_judge_and_a_relative_speak_without_a_name():
    assert speakers("A judge in Marlen ruled that the pool must open.") == ["judge"]
    assert speakers("“They did everything as a family,” a relative told the Times.") == ["relative"]
    assert speakers("A federal judge in Marlen, Anna Kolb, said the pool must open.") == ["Anna Kolb"]
