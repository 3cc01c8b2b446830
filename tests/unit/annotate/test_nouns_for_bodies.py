"""Which body "the company", "the investment bank" or "the zoo" is: one told of just before, not one named later."""

from short_texts import read


def speaker(text: str, source: str) -> str | None:
    """The actor behind a source as printed."""
    found = read(text)
    rows = [one for one in found.statements if one.source.text == source]
    assert rows, [one.source.text for one in found.statements]
    actor = rows[0].source.actor
    return None if actor is None or not found.actors[actor].named else found.actors[actor].name


def test_a_firm_named_later_or_in_passing_is_not_the_company():
    later = (
        "After a breach at the credit agency Veldax, the company confirmed that it had been hacked. "
        "A year before, thieves had robbed Tarlo Corp. of its files."
    )
    assert speaker(later, "the company") == "Veldax"
    passing = (
        "Veldax said in May that it would pay. Veldax was hacked by a gang from a firm called Tarlo Holdings Limited. "
        "The gang left a note. In September, when Veldax first noticed it, the company said that it was sorry."
    )
    assert speaker(passing, "the company") == "Veldax"


def test_the_only_firm_is_the_company_far_away():
    text = (
        "Tarlo Steel Ltd. met the Dockhands' Union on Friday. The talks lasted two hours. Nothing was signed. "
        "They will meet again. The company said it had no money."
    )
    assert speaker(text, "The company") == "Tarlo Steel Ltd."


def test_of_two_firms_the_one_that_the_sentence_before_is_about():
    text = "Veldax Corp. sued Tarlo Corp. over a patent on Friday. The company said that it had lost money."
    assert speaker(text, "The company") == "Veldax Corp."


def test_an_airline_is_one_by_the_end_of_its_name():
    text = (
        "A passenger had a ticket of Karst Airlines. According to Belmar Airways, he had taken the wrong plane. "
        "The airline said that it was sorry."
    )
    assert speaker(text, "The airline") == "Belmar Airways"


def test_what_a_body_is_called_beside_its_trade_is_the_one_just_spoken_of():
    text = "Veldax expects to take a hit to profits. The investment bank said that it would pay the tax."
    assert speaker(text, "The investment bank") == "Veldax"
    placed = "Veldax expects to take a hit to profits. The San Diego bank said that it would pay the tax."
    assert speaker(placed, "The San Diego bank") == "Veldax"


def test_a_new_body_or_one_only_spoken_of_is_another():
    text = "The boss of Veldax told a paper that he was sorry. The new group said that it would sue."
    assert speaker(text, "The new group") is None


def test_a_coalition_is_called_so_after_its_name():
    text = (
        "Former employees announced the Center for Calmer Phones, a coalition that fights addiction. "
        "Two states were asked for money. Three towns were not. The coalition said it would start a campaign."
    )
    assert speaker(text, "The coalition") == "Center for Calmer Phones"


def test_a_zoo_is_one_by_either_of_its_names():
    text = (
        "The boy fell at the Selby Zoo & Botanical Garden. The Selby Zoo was shut. "
        "The zoo said that it had shot the gorilla."
    )
    assert speaker(text, "The zoo") == "Selby Zoo & Botanical Garden"


def test_a_name_printed_twice_is_a_caption_and_the_name():
    text = (
        "Quelfax admitted that files were gone. Quelfax Quelfax holds data on 800 million people. "
        "The credit firm does not believe that these people are at risk."
    )
    assert speaker(text, "The credit firm") == "Quelfax"
