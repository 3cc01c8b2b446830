"""Definite descriptions of a person told of just before, and bodies known by their owner."""

import pytest

from onrecord.annotate.actors import find_actors
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotations import LocalActor
from onrecord.records import Document, Zone


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> None:
    load_pipeline()


def actor(text: str, words: str) -> LocalActor | None:
    """The actor that the first mention with these words stands for."""
    actors, mentions = find_actors(parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)))
    hit = next((one for one in mentions if text[one.start : one.end] == words), None)
    return None if hit is None or hit.actor is None else actors[hit.actor]


def name(text: str, words: str) -> str | None:
    """The name of that actor where it has one."""
    found = actor(text, words)
    return found.name if found is not None and found.named else None


def test_a_party_member_is_who_spoke_before():
    text = "Senator Martin Koskela opposed the bill. In a statement, the Kentucky Republican called it a mistake."
    assert name(text, "the Kentucky Republican") == "Martin Koskela"


def test_a_letter_after_the_name_tells_the_party():
    text = "Sen. Martin Koskela (D-Vt.) opposed the bill. The Republican called it a mistake."
    assert name(text, "The Republican") is None


def test_an_age_and_a_trade_are_those_of_the_subject_before():
    text = "Laura Berger held up a sign. The 57-year-old scientist says she came by train."
    assert name(text, "The 57-year-old scientist") == "Laura Berger"


def test_of_two_candidates_it_is_who_each_passage_is_about():
    text = (
        "Republican presidential candidate Peter Lang spoke in Tavria. Republican presidential candidate Jan Mark "
        "spoke in Corvia.\n\nLang praised the harbour. The Republican presidential candidate said it was full."
    )
    assert name(text, "The Republican presidential candidate") == "Peter Lang"


def test_an_aide_speaks_of_whom_he_serves():
    text = (
        "Anna Ruta won ninety votes. Jan Mark, a top adviser to Sen. Peter Lang, said that the Vermont senator would "
        "fight on."
    )
    assert name(text, "the Vermont senator") == "Peter Lang"


def test_an_office_needs_its_holder():
    text = "Foreign Minister Anna Koval flew home. The governor said the road was closed."
    assert name(text, "The governor") is None


def test_a_state_of_its_own_is_not_the_subjects_before():
    text = "Foreign Minister Anna Koval spoke. The German foreign minister said no. The Spanish foreign minister left."
    assert name(text, "The German foreign minister") is None


def test_what_narrows_a_description_down_may_be_somebody_new():
    text = "Peter Lang won the vote. The Republican who wrote the speech said he was tired."
    assert name(text, "The Republican") is None


def test_a_gendered_noun_is_nobody_of_the_other_gender():
    text = "Laura Berger spoke on Monday. The businessman said he would sell the yard."
    assert name(text, "The businessman") is None


@pytest.mark.parametrize("words", ["Koskela's team", "the Koskela camp"])
def test_those_around_somebody_are_a_body(words: str):
    text = f"Martin Koskela stayed at home. But {words} denied that he was ill."
    found = actor(text, words)
    assert found is not None
    assert found.kind == "organization"


def test_a_team_of_nobody_is_no_body():
    assert actor("Martin Koskela stayed at home. The team denied that he was ill.", "The team") is None


def test_a_government_of_somebody_named_nowhere_else_is_a_body():
    found = actor(
        "The museum got more money after the Bush administration changed the rules.", "the Bush administration"
    )
    assert found is not None
    assert (found.name, found.kind) == ("Bush administration", "organization")


def test_short_capitals_are_the_body_that_they_spell():
    text = (
        "The Tavrian Rowing Association says the plan is wrong. Jan Mark rows there. In the TRA's view it costs too "
        "much. The TRA did not say more."
    )
    found = actor(text, "TRA")
    assert found is not None
    assert found.name == "Tavrian Rowing Association"


def test_a_body_that_talks_may_end_in_any_word():
    text = "National Watch sued on Monday. National Watch said the letters were late."
    found = actor(text, "National Watch")
    assert found is not None
    assert found.kind == "organization"


def test_a_governor_may_be_called_like_a_thing():
    assert name("Gov. Nathan Bill refused to sign it.", "Nathan Bill") == "Nathan Bill"


def test_who_signs_a_quotation_is_a_person():
    text = "“We are tired of waiting.”\n\n— Beck Tolvar\n\n“My family came in a boat.”\n\n— Corro Velt"
    found = actor(text, "Beck Tolvar")
    assert found is not None
    assert found.kind == "person"


def test_an_age_alone_and_a_front_runner_are_the_subjects_before():
    text = "Laura Berger held up a sign. The 57-year-old said she came by train. The front-runner said it was full."
    assert name(text, "The 57-year-old") == "Laura Berger"
    assert name(text, "The front-runner") == "Laura Berger"


def test_a_wife_of_a_president_is_a_woman():
    text = "Peter Lang spoke on Monday. The former first lady said he was wrong."
    assert name(text, "The former first lady") is None


def test_a_tabloid_is_a_paper_named_near():
    text = "Jan Mark told the Tavrian Daily News that he would run. The tabloid said he was late."
    assert name(text, "The tabloid") == "Tavrian Daily News"


def test_a_tabloid_is_no_firm():
    assert name("Jan Mark works for Kelmar Ports. The tabloid said he was late.", "The tabloid") is None


def test_a_plural_surname_owns_as_a_name():
    text = "Bernard Sanders lost. Sanders' team said the committee skirts the rules."
    assert name(text, "Sanders' team") == "Bernard Sanders's team"


def test_both_candidates_are_the_two_of_the_document():
    text = "Republican nominee Peter Lang met Democratic nominee Laura Berger. Both presidential candidates said no."
    found = actor(text, "Both presidential candidates")
    assert found is not None
    assert len(found.members) == 2


def test_a_campaign_of_one_of_two_of_a_name_is_a_body():
    text = "Bill Ruta and Laura Ruta flew home. Anna Lang stayed. On Sunday, Ruta's campaign said it was over."
    assert name(text, "Ruta's campaign") is not None


def test_a_bare_title_opens_a_headline_for_its_only_holder():
    head, body = "Judge rejects appeal of the dockers", "District Judge Frank Varo said on Monday that it came late."
    zones = (
        Zone(kind="headline", start=0, end=len(head)),
        Zone(kind="body", start=len(head) + 2, end=len(head) + 2 + len(body)),
    )
    document = Document(id="doc", uri="doc.txt", sha256="0", text=f"{head}\n\n{body}", zones=zones)
    actors, mentions = find_actors(parse_document(document))
    assert [actors[one.actor].name for one in mentions if one.start == 0 and one.actor is not None] == ["Frank Varo"]
