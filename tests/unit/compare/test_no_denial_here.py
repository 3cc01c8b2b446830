"""Two accounts that share words and do not contradict each other. All texts are ours."""

import pytest
from short_texts import build_record

DAY = "2031-03-02"


@pytest.mark.parametrize(
    "text",
    [
        # a topic in common, and a verb that says nothing
        "Mary Osk: Sister Is 'Dead Wrong' On Free Trade\n\nMary Osk wrote on Sunday that her sister Liz Osk is dead "
        'wrong on free trade.\n\nLiz Osk said: "I am not pro-free trade."',
        # perhaps not, and of some
        "Norland says that this will “improve the image quality of some games on a screen.”\n\n"
        "The official statement from Norland's laboratory reads: “In some games, image quality may not improve.”",
        # against a change, and not changed
        '"For decades, the Elders League has stood against any changes to Social Security," Jon Cowan said. "Our '
        'position has not changed on Social Security," a League spokeswoman said.',
        # to deny somebody something
        "Bo Sian cursed the Tigers after the team had said that his goat smelled. It was angry with the goat, and the "
        "Tigers denied it entry.",
        # a text's own sum of one year, and another's of all years
        "Ada Moreau donated a total of $5,000 to Governor Pelt that year. Overall, the Election Office says that Ada "
        "Moreau has donated $38,000 to Governor Pelt since 2025.",
    ],
)
def test_words_in_common_are_no_contradiction(text: str) -> None:
    assert build_record((DAY, text)).disputes == ()
