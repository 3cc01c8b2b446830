"""What reports, letters and posts are told to claim is theirs, and nobody carries what he only answers."""

from annotate_builders import read


def rows(text: str) -> list[tuple[str | None, list[str | None], str]]:
    """(speaker, carriers, cue) of a text's statements."""
    one = read(text)
    return [
        (
            one.actors[row.source.actor].name if row.source.actor is not None else None,
            [party.text for party in row.via],
            " ".join(text[span.start : span.end] for span in row.cue),
        )
        for row in one.statements
    ]


def test_a_participle_after_reports_is_the_reports():
    text = "Colonel Bo Tarn was responding to media reports from China claiming that the navy had failed."
    assert (None, [], "claiming") in rows(text)


def test_a_report_in_a_paper_is_the_papers():
    text = "The minister dismissed reports in the Tarsk Herald claiming that he had met rebels."
    assert ("Tarsk Herald", [], "claiming") in rows(text)


def test_who_rejects_a_letter_does_not_carry_it():
    text = "The mayor rejected a letter from residents saying that the dam was unsafe."
    assert ("residents", [], "saying") in rows(text)


def test_who_issues_a_paper_speaks_in_it():
    text = "The Sellin League is here. On Monday the Sellin League issued a paper welcoming the bridge."
    assert any(who == "Sellin League" for who, _, cue in rows(text) if "welcoming" in cue)


def test_a_quotation_that_goes_on_in_its_own_paragraph_is_a_statement_of_its_own():
    text = "“We hope for it,” Ana Tolan said.\n\n“But we will leave the talks by the end of March.”\n\nNobody replied."
    assert [(who, cue) for who, _, cue in rows(text)] == [("Ana Tolan", "said"), ("Ana Tolan", "")]


def test_a_quotation_that_goes_on_in_the_same_paragraph_is_one_statement():
    text = "“We hope for it,” Ana Tolan said. “But we will leave the talks by the end of March.”"
    assert [(who, cue) for who, _, cue in rows(text)] == [("Ana Tolan", "said")]


def test_who_carries_a_statement_stands_behind_its_participle():
    text = "The dish is up, said a statement issued by the Space Administration and carried by the news agency KCNA."
    assert rows(text) == [("Space Administration", ["the news agency KCNA"], "said")]


def test_an_official_quoted_by_an_agency_speaks_through_it():
    assert rows("Officials cited by Reuters said the talks were over.") == [("Officials", ["Reuters"], "said")]


def test_countries_such_as_three_speak_as_three():
    text = "Countries such as France, Germany and Spain called the launch deplorable."
    assert [who for who, _, _ in rows(text)] == ["France", "Germany", "Spain"]


def test_officials_in_countries_are_not_the_countries():
    text = "Officials in countries including France and Germany called the launch deplorable."
    assert [who for who, _, _ in rows(text)] == ["Officials"]


def test_a_quotation_that_goes_on_keeps_its_channel():
    text = "“We hope for it,” Ana Tolan said in a letter.\n\n“But we will leave the talks by the end of March.”"
    assert [row.channel for row in read(text).statements] == ["letter", "letter"]
