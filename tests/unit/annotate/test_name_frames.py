"""What stands around a name: tags, tickers, titles of works, brackets, nicknames, generations."""

from short_texts import build_record, read

DAY = "2031-03-05"


def names(text: str) -> list[str]:
    return [one.name for one in read(text).actors if one.named and one.kind != "group"]


def test_the_party_and_state_of_a_member_are_no_actors():
    text = (
        "Sen. Carla Voss, D-Mass., said on Friday that the bill was dead. Rep. Jim Tolland (R-S.C.) disagreed. "
        "Rep. Bo Ladd (R-Ohio) left."
    )
    assert names(text) == ["Carla Voss", "Jim Tolland", "Bo Ladd"]


def test_the_state_of_a_member_in_words_stays():
    assert "Ohio" in names("Sen. Carla Voss, a Democrat from Ohio, said on Friday that the bill was dead.")


def test_a_ticker_is_no_actor():
    text = "Orvix (NYSE: ORX) said on Monday that profit rose. Shares of Lumen Foods Inc. (NASDAQ: LMNF) fell."
    assert names(text) == ["Orvix", "Lumen Foods Inc."]


def test_an_acronym_in_brackets_is_no_ticker():
    found = read("The Ost Dockers Union (ODU) said it would strike. ODU called the offer thin.")
    assert [one.name for one in found.actors if one.named] == ["Ost Dockers Union"]


def test_the_title_of_a_song_or_film_is_nobody():
    text = 'Mara Hollis sang "Jolene Again" before the crowd. She starred in "Annie Hall Revisited" and "Erin Brock".'
    assert names(text) == ["Mara Hollis"]


def test_a_name_in_quotes_that_no_work_has_stays():
    assert "Jane Dolan" in names('The man wrote the letters under the name "Jane Dolan", police said on Friday.')


def test_a_body_in_quotes_stays():
    assert "Free Ost Army" in names('The group "Free Ost Army" said it had fired on the convoy.')


def test_a_bracketed_given_name_is_a_part_of_the_name():
    text = '"Both [Ronald] Tramm and his rival have done well," Ann Perlman said. Tramm won.'
    assert names(text) == ["Ronald Tramm", "Ann Perlman"]


def test_a_nickname_does_not_cut_a_name():
    assert names('Ken "The Hammer" Ostrow agreed on Monday. Ostrow said he was glad.') == ["Ken Ostrow"]


def test_a_day_named_for_somebody_is_not_somebody():
    assert names("Ann Perlman and Bo Ladd married on Valentine's Day.") == ["Ann Perlman", "Bo Ladd"]


def test_a_name_without_its_junior_is_the_same_man_where_nobody_tells_of_kin():
    text = "Leland Marsh Jr. said on Monday that the plant would close. Leland Marsh has led the firm since 2010."
    assert names(text) == ["Leland Marsh Jr."]


def test_father_and_son_of_one_name_stay_two():
    text = "Leland Marsh founded the firm. His son, Leland Marsh Jr., said on Monday that the plant would close."
    assert names(text) == ["Leland Marsh", "Leland Marsh Jr."]


def test_a_junior_behind_a_comma_is_a_part_of_the_name():
    assert names('"I am glad," said David Otunda, Jr., the mayor. Otunda added that he would stay.')[0].endswith("Jr.")


def test_one_man_of_one_title_is_one_across_documents_with_and_without_his_junior():
    told = (DAY, "Leland R. Marsh Jr., the director of Orvix, said on Monday that profit rose.")
    bare = (DAY, "Leland Marsh, the director of Orvix, said on Monday that he would stay.")
    other = (DAY, "Singer Leland Marsh said on Monday that he would rest.")
    assert sum("Marsh" in one.name for one in build_record(told, bare).actors) == 1
    assert sum("Marsh" in one.name for one in build_record(told, other).actors) == 2


def test_the_full_name_of_a_headline_is_that_of_the_surname_below():
    text = "Tobias Barlow Defends Rule Before Congress\n\nBarlow said on Monday that the rule would stand."
    assert "Tobias Barlow" in names(text)
    assert "Barlow" not in names(text)


def test_a_word_of_a_headline_is_no_given_name():
    text = "Will Barlow Resign Over Rule?\n\nPresident Barlow said on Monday that the rule would stand."
    assert names(text) == ["Barlow"]


def test_a_name_in_capitals_is_the_one_below():
    text = "PRESIDENT TOBIAS BARLOW: The rule will stand. Barlow said so on Monday."
    assert names(text) == ["Barlow"]


def test_two_given_names_share_a_surname():
    text = "Amy and Matt Rolof filed for divorce on Monday. Amy Pehler and Putin were not there."
    assert "Matt Rolof" in names(text)
    assert "Putin" in names(text)
    assert names("Jack and Diane Orlo spoke on Monday.") == ["Jack Orlo", "Diane Orlo"]


def test_somebody_known_by_the_given_name_keeps_the_own_surname():
    text = "Jack Barlow spoke on Monday. Then Jack and Diane Orlo left for home."
    assert names(text) == ["Jack Barlow", "Diane Orlo"]


def test_a_firm_whose_name_ends_in_a_possessive_keeps_it():
    text = "Marlo's said on Monday it would open 40 stores. Marlo's chief executive, Bo Ladd, said so."
    assert names(text) == ["Marlo's", "Bo Ladd"]


def test_a_person_who_owns_something_loses_the_possessive():
    text = "Barlow said on Monday that he was ill. Barlow's said to be resting. Barlow's wife agreed."
    assert "Barlow" in names(text)
    assert "Barlow's" not in names(text)


def test_initials_that_run_on_are_initials():
    text = "Tobias H. Barlow said on Monday that he was glad. T.H. Barlow left. Toby Barlow was born in Lyon."
    assert [one for one in names(text) if "Barlow" in one] == ["Tobias H. Barlow"]
