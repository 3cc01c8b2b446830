"""Two accounts that stand side by side and say something else of one thing; all texts are ours."""

import pytest
from short_texts import build_record

DAY = "2031-03-05"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Veltra Airlines said that no one was injured. The pilots' union said two passengers suffered minor "
            "injuries.",
            "value",
        ),
        ("Police say that Dov Dell fired first. His family says the officers fired first.", "value"),
        ("The ministry says unemployment is 5 percent. The unions say it is 9 percent.", "value"),
        ("Officials said the shooting was an accident. His family said that it was murder.", "denial"),
        ("France blamed Spain for the collapse of the talks. Spain said that France was to blame.", "denial"),
        ("The police said the man was armed. His lawyer said that he had no weapon.", "denial"),
        (
            "Mayor Orla Brandt said that the strike was legal. The employers' league said that the strike was not "
            "lawful.",
            "denial",
        ),
    ],
)
def test_accounts_that_cannot_both_be_so(text: str, kind: str) -> None:
    assert [one.kind for one in build_record((DAY, text)).disputes] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Veltra Airlines said that no one was injured. The pilots' union said two planes were damaged.",
        "The ministry says unemployment is 5 percent. The unions say it is 9 weeks since the strike.",
        "Officials said the shooting was an accident. His family said that they would bury him on Friday.",
        "France blamed Spain for the collapse of the talks. Spain said that France was welcome in Madrid.",
        "Governor Ana Pelt said that it was unconstitutional. Jon Harker said that he had voted to keep it legal.",
        "The police said the man was armed. His lawyer said that he had two rifles.",
        "The police said the man was armed. The mayor said that the park had no weapon of its own.",
    ],
)
def test_accounts_that_can(text: str) -> None:
    assert build_record((DAY, text)).disputes == ()
