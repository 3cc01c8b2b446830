"""Stances in words about others: what somebody called so, a firm's opposition, "you said I"; all texts are ours."""

from short_texts import read


def tell(text: str) -> set[tuple[str | None, str]]:
    """Holder and stance of each stance of a text."""
    one = read(text)
    return {(None if row.actor is None else one.actors[row.actor].name, row.stance) for row in one.stances}


def test_what_somebody_called_so_is_not_judged() -> None:
    text = "Sheriff Ada Low praised what he called Governor Otto Brandt's efforts to stop illegal crossings."
    assert ("Ada Low", "opposes") not in tell(text)


def test_the_opposition_of_a_firm_is_not_its_critics() -> None:
    text = "Critics of Delmar argue that the company's opposition to gay marriage goes well beyond the law."
    assert tell(text) <= {(None, "opposes")}


def test_what_another_is_told_to_have_said() -> None:
    assert tell("Candidate Otto Brandt said: “You said I don't want to build a fence.”") == set()


def test_what_should_not_be_is_opposed() -> None:
    text = "Governor Otto Brandt said the government should not “be suing states” over their border laws."
    assert tell(text) == {("Otto Brandt", "opposes")}
