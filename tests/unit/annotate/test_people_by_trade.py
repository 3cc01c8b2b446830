"""Who "the carpet fitter" is, and "an engineer" of the lead: the one whom the article introduces so."""

from short_texts import read


def speakers(text: str) -> list[str | None]:
    found = read(text)
    return [None if one.source.actor is None else found.actors[one.source.actor].name for one in found.statements]


def test_the_one_introduced_by_a_trade_is_taken_up_by_it():
    text = (
        "Ana Velmond, 42, a carpet fitter, was on the tram. Jan Osk was there too. Osk said it was dark.\n\n"
        '"It was awful," the carpet fitter said. The plumber said it was fast.'
    )
    assert speakers(text) == ["Jan Osk", "Ana Velmond", None]


def test_a_film_director_is_the_director_though_another_spoke_last():
    text = (
        "Film director Jonas Velm spoke to Ana Marn in Lyon. Marn said she fell. The director said it was her idea. "
        '"I was sorry," the director added.'
    )
    assert speakers(text) == ["Ana Marn", "Jonas Velm", "Jonas Velm"]


def test_a_comedian_is_the_comic():
    text = "Comedian Sarah Velm met Jan Osk in Lyon. Jan Osk laughed. The comic said she was tired."
    assert speakers(text) == ["Sarah Velm"]


def test_of_two_of_a_trade_neither_is_meant():
    text = "Jonas Velm, an engineer, met Ana Marn, an engineer. The engineer said it was late."
    assert speakers(text) == [None]


def test_where_another_one_is_told_of_nobody_is_meant():
    text = "Osk Velm, a driver, said the bus was late. A driver was hurt in Lyon. The driver said it was dark."
    assert speakers(text) == ["Osk Velm", None]


def test_the_lead_tells_of_somebody_whom_the_text_names():
    text = (
        "A leading French engineer has said the bridge is unsafe.\n\n"
        "Orlin Marn told reporters that the bridge would fall. Marn, an engineer at the Lyon works, said it was old."
    )
    assert speakers(text) == ["Orlin Marn"] * 3


def test_a_headline_tells_of_somebody_whom_the_text_names():
    text = (
        "Horoscopes are nonsense, says astrologer\n\nThe astrologer said stars do nothing. "
        "Osla Brill, an astrologer from Lyon, said stars are far away."
    )
    assert speakers(text) == ["Osla Brill"] * 3


def test_who_is_killed_below_is_not_who_speaks_in_the_lead():
    text = "A nurse said the road was icy. Jan Osk, a nurse from Lyon, was killed."
    assert speakers(text) == [None]


def test_a_trade_takes_up_who_the_sentence_before_is_about():
    text = (
        "Osk Snow, who was travelling to work on the tram, said it did not slow down.\n\n"
        "The carpet fitter, who suffered a bruised shoulder, said the carriages slid for ten seconds.\n\n"
        "The astrologer explained that it was full moon."
    )
    assert speakers(text) == ["Osk Snow", "Osk Snow", None]


def test_the_passenger_is_nobody_to_be_sure_of():
    assert speakers("Osk Snow sat at the window. The passenger said it was fast.") == [None]


def test_a_nurse_is_no_plumber():
    assert speakers("Osk Snow, a nurse, sat at the window. The plumber said it was fast.") == [None]
