"""Names with what ran on into them: trades, headings in capitals, media, surnames of two words, stage names."""

from short_texts import read


def names(text: str) -> list[str]:
    return [one.name for one in read(text).actors if one.named]


def speakers(text: str) -> list[str | None]:
    found = read(text)
    return [None if one.source.actor is None else found.actors[one.source.actor].name for one in found.statements]


def test_a_trade_that_opens_a_sentence_is_no_part_of_a_name():
    text = "Model Osla Marnick tweeted that the flight was bad. Comedienne Sarah Velmond said she would rest."
    assert speakers(text) == ["Osla Marnick", "Sarah Velmond"]
    assert "Comedienne" not in names(text)


def test_a_trade_before_a_given_name_alone_is_no_part_of_it():
    assert names("Comedienne Sarah announced the news on Monday. Sarah said she was glad.") == ["Sarah"]


def test_a_word_that_is_nobodys_trade_before_a_given_name_stays():
    assert "Rebel Thomas" in names("The prize went to Rebel Thomas on Monday. Thomas said she was glad.")


def test_a_surname_of_two_words_is_no_part_of_another_full_name():
    text = "Osla Abdel-Marnah was freed on Monday. President Abdel-Marnah el-Velmi said he was glad."
    assert speakers(text) == ["Abdel-Marnah el-Velmi"]


def test_a_given_name_that_opens_a_sentence_stays_in_it():
    assert names("Hunter Osla Marnick said she was ill. Drew Velmond said he was glad.")[-1] == "Drew Velmond"


def test_a_heading_in_capitals_is_no_part_of_a_firm():
    text = "SET UP FRAUD ALERTS Velmonic is offering a free service to those affected. Velmonic said it was sorry."
    assert names(text) == ["Velmonic"]


def test_the_common_noun_before_a_firm_is_no_part_of_it():
    text = "Credit company Velmonic says 15 million people are affected. Velmonic said it was sorry."
    assert speakers(text) == ["Velmonic", "Velmonic"]


def test_a_surname_of_two_words_keeps_its_hyphen():
    text = "Laura Fodor-Gopal said she was ill. Fodor-Gopal added that she was tired."
    assert names(text) == ["Laura Fodor-Gopal"]


def test_two_surnames_that_stand_apart_elsewhere_stay_two():
    text = "Ana Fodor met Jan Gopal in Lyon. The Fodor-Gopal talks were short. Fodor said so. Gopal said no."
    assert not any("-" in name for name in names(text))


def test_a_name_goes_on_over_its_particle():
    text = (
        "Interim chief executive Paulo do Rego Lomas Jr. said the firm would pay. Lomas added that it was sorry.\n\n"
        '"We are sorry," Paulo do Rego Lomas Jr. said.'
    )
    assert speakers(text) == ["Paulo do Rego Lomas Jr."] * 3


def test_a_station_is_named_by_its_network_and_its_town():
    text = "A meteor was seen on Tuesday, CBS Boston reports. The flash was seen in Boston. CBS Boston has video of it."
    assert speakers(text) == ["CBS Boston"]


def test_somebody_introduced_by_trade_is_called_by_what_is_a_title_elsewhere():
    text = "The hall honoured the late singer Prince on Sunday. Prince said in 1999 that music was all."
    assert speakers(text) == ["Prince"]


def test_a_title_before_or_instead_of_a_name_stays_one():
    assert (
        speakers("Prince Harry Velmond said he was glad. The Prince added that he was well.") == ["Harry Velmond"] * 2
    )


def test_what_somebody_is_by_birth_is_no_body():
    text = "Osk Velm won the race in Lyon. The Brit has promised to try again. The Brit said it was hard."
    assert "Brit" not in names(text)
