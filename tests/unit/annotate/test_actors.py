"""Actors of one document: names, titles, metonyms, nominals and pronouns (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate.actors import find_actors
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotate.pronouns import resolve_first_person
from onrecord.annotations import LocalActor, LocalMention, LocalParty, LocalStatement
from onrecord.records import Document, Span


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> None:
    load_pipeline()


def parse(text: str):
    return parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text))


def find(text: str) -> tuple[tuple[LocalActor, ...], tuple[LocalMention, ...]]:
    return find_actors(parse(text))


def names(text: str) -> dict[str, LocalActor]:
    return {actor.name: actor for actor in find(text)[0]}


def actor_of(text: str, words: str, nth: int = 0) -> str | None:
    """The name of the actor that a stretch of the text stands for."""
    actors, mentions = find(text)
    hits = [one for one in mentions if text[one.start : one.end] == words]
    assert hits, [text[one.start : one.end] for one in mentions]
    index = hits[nth].actor
    return None if index is None else actors[index].name


def test_a_surname_is_the_full_name_before_it():
    text = "Finnish President Martin Koskela met reporters. Koskela said talks went well. Mr Koskela's aides agreed."
    found = names(text)
    assert found["Martin Koskela"].kind == "person"
    assert "Koskela" in found["Martin Koskela"].aliases
    assert "Koskela" not in found


def test_an_office_is_read_off_the_words_before_a_name():
    office = names("Finnish President Martin Koskela arrived on Monday.")["Martin Koskela"].offices[0]
    assert (office.title, office.of, office.former) == ("president", "Finland", False)
    office = names("Former NATO Secretary-General Laura Berger arrived on Monday.")["Laura Berger"].offices[0]
    assert (office.title, office.of, office.former) == ("secretary-general", "NATO", True)


def test_an_office_after_the_name_and_the_body_it_serves():
    text = "Peter Lang, deputy spokesman for UN Secretary-General Maria Costa, said so."
    found = names(text)
    assert [(o.title, o.of) for o in found["Peter Lang"].offices] == [("deputy spokesperson", "United Nations")]
    assert found["Peter Lang"].side == found["Maria Costa"].side == "United Nations"


def test_the_state_after_a_name():
    found = names("I spoke with President Martin Koskela of Finland today.")
    assert found["Martin Koskela"].side == "Finland"
    assert "President Martin Koskela of Finland" in found["Martin Koskela"].aliases


def test_a_title_alone_is_its_holder():
    text = "Finnish President Martin Koskela flew home on Friday. The Finnish leader thanked his hosts."
    assert actor_of(text, "The Finnish leader") == "Martin Koskela"


def test_an_office_nobody_holds_here_is_an_actor_without_a_name():
    actors, _ = find("The French president called on Monday and asked for patience.")
    unnamed = next(actor for actor in actors if actor.kind == "person")
    assert (unnamed.named, unnamed.side) == (False, "France")
    assert [(o.title, o.of) for o in unnamed.offices] == [("president", "France")]


def test_two_holders_leave_a_bare_title_open():
    text = "Finnish President Martin Koskela and French President Jean Morel met on Monday. The president left."
    assert actor_of(text, "The president") is None


def test_a_counterpart_has_the_same_office():
    text = "Finnish President Martin Koskela called his French counterpart, Jean Morel, on Monday."
    assert [(o.title, o.of) for o in names(text)["Jean Morel"].offices] == [("president", "France")]


def test_the_counterpart_of_the_head_of_a_body_heads_another_one():
    text = "The chief executive of Northbank Rail, Morten Hale, rang his counterpart at Selby Steel, Dorian Kess."
    assert [(o.title, o.of) for o in names(text)["Dorian Kess"].offices] == [("chief executive", "Selby Steel")]
    text = "The chief executive of Northbank Rail, Morten Hale, rang his counterpart, Dorian Kess, on Sunday."
    assert [(o.title, o.of) for o in names(text)["Dorian Kess"].offices] == [("chief executive", None)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Dorian Kess, an analyst at Selby Steel, said prices would fall.", ("analyst", "Selby Steel")),
        ("An economist at Selby Bank, Dorian Kess, said prices would fall.", ("economist", "Selby Bank")),
        ("Foreign Minister Dorian Kess at the United Nations said no.", ("foreign minister", None)),
    ],
)
def test_who_works_at_a_body_is_of_it_and_who_only_speaks_there_is_not(text, office):
    assert [(o.title, o.of) for o in names(text)["Dorian Kess"].offices] == [office]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ties between Paris and Berlin have cooled since March.", "state"),
        ("Paris said it would not sign the accord.", "state"),
        ("The ministers met in Paris on Tuesday.", "place"),
        ("The envoy travelled to Paris on Tuesday.", "place"),
    ],
)
def test_a_capital_is_a_state_or_a_place_by_grammar(text, kind):
    actors, mentions = find(text)
    one = next(one for one in mentions if text[one.start : one.end] == "Paris")
    assert one.actor is not None
    assert actors[one.actor].kind == kind


def test_a_seat_speaks_for_its_state():
    actors, mentions = find("The Kremlin said nothing. The White House confirmed the call.")
    assert {(actor.name, actor.side) for actor in actors} >= {("Kremlin", "Russia"), ("White House", "United States")}
    assert {one.form for one in mentions} == {"metonym"}


def test_a_hyphenated_pair_is_two_names():
    text = "Martin Koskela and Jean Morel spoke on Monday. The Koskela–Morel call lasted an hour."
    start = text.index("Koskela–Morel")
    _, mentions = find(text)
    assert {(start, start + 7), (start + 8, start + 13)} <= {(one.start, one.end) for one in mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Sarenian President Choi Min-in has said talks went well.",
        "The Sarenian president, Choi Min-in, who met reporters on Friday, said talks went well.",
        "Voters heard Choi Min-in, said the daily.",
    ],
)
def test_a_given_name_goes_on_after_its_hyphen(text):
    assert "Choi Min-in" in names(text)


def test_an_adjective_made_of_a_name_is_not_the_name():
    assert set(names("Martin Koskela-era laws on trade remain.")) <= {"Martin Koskela"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Dorozin, the Sarenian foreign minister, told the agency that nobody had asked.", "Dorozin"),
        ("That was an act of faith, Velen, the foreign minister, said then.", "Velen"),
        ("“Mr Halgrave shared nothing of the sort,” the minister said.", "Halgrave"),
    ],
)
def test_an_office_or_a_form_of_address_makes_a_strange_name_a_person(text, person):
    found = names(text)
    assert found[person].kind == "person"


def test_i_at_the_end_of_a_sentence_is_no_initial():
    text = "“He wants peace. So do I. Tesaria must now answer.” Tesaria, whose president, Ana Corv, was away, is calm."
    found = names(text)
    assert found["Tesaria"].kind == "state"
    assert not any(name.startswith("I.") for name in found)


def test_unnamed_groups_and_sources():
    actors, _ = find("German officials said no. A White House source said the call went well, she told reporters.")
    found = {actor.name: (actor.kind, actor.named, actor.side) for actor in actors}
    assert found["German officials"] == ("group", False, "Germany")
    assert found["White House source"] == ("person", False, "United States")


def test_both_leaders_are_the_two_at_hand():
    text = "Finnish President Martin Koskela called French President Jean Morel on Monday. Both leaders want peace."
    actors, mentions = find(text)
    index = next(one.actor for one in mentions if text[one.start : one.end] == "Both leaders")
    assert index is not None
    pair = actors[index]
    assert {actors[index].name for index in pair.members} == {"Martin Koskela", "Jean Morel"}


def test_a_spokesman_is_none_of_the_pair_that_met():
    text = "Spokesman Jean Morel said Martin Koskela had rested. When the pair first spoke, on May 9, it rained."
    actors, mentions = find(text)
    index = next((one.actor for one in mentions if text[one.start : one.end] == "the pair"), None)
    assert index is None or actors[index].members == ()


def test_he_added_is_the_last_speaker():
    text = (
        "Finnish President Martin Koskela praised Jean Morel on Monday, Koskela said. He added that talks would go on."
    )
    assert actor_of(text, "He") == "Martin Koskela"


def test_the_gender_of_a_name_rules_a_pronoun_out():
    text = "Laura Berger met Jean Morel in Bonn. She said the plan was sound."
    assert actor_of(text, "She") == "Laura Berger"


def test_a_pronoun_below_a_verb_of_saying_is_its_subject():
    text = "Jean Morel told Martin Koskela that he would sign the treaty."
    assert actor_of(text, "he") == "Jean Morel"


def test_an_object_is_not_its_own_subject():
    text = "Jean Morel called to congratulate him on Monday."
    assert actor_of(text, "him") is None


def test_it_after_a_statement_of_a_body():
    text = "The European Commission said the talks were useful. It added that more would follow."
    assert actor_of(text, "It") == "European Commission"


def test_spans_hold_the_words_claimed_and_heads_lie_inside():
    text = "Sen. Laura Berger's “plan”, the New Zealand premier said, was Jean Morel’s. Their aides (and he) agreed."
    _, mentions = find(text)
    for one in mentions:
        words = text[one.start : one.end]
        assert words == words.strip()
        assert not words.endswith(("'s", "’s"))
        assert one.start <= one.head.start < one.head.end <= one.end


def test_the_first_person_in_a_quote_is_who_is_quoted():
    text = "“I will not sign,” Jean Morel said. “We need time.”"
    parsed = parse(text)
    actors, mentions = find_actors(parsed)
    morel = next(index for index, actor in enumerate(actors) if actor.name == "Jean Morel")
    statement = LocalStatement(
        content=(Span(start=1, end=16),),
        cue=(Span(start=30, end=34),),
        source=LocalParty(actor=morel),
        kind="direct",
        act="state",
    )
    resolved = resolve_first_person(parsed, mentions, actors, (statement,))
    by_words = {text[one.start : one.end]: one for one in resolved if one.form == "pronoun"}
    assert by_words["I"].actor == morel
    assert by_words["We"].actor is None
    assert by_words["We"].reason


def test_the_same_text_gives_the_same_actors():
    text = "German officials and Jean Morel met in Paris. Both sides praised Laura Berger, the Danish premier."
    assert find(text) == find(text)


def test_a_title_of_several_is_held_by_each():
    found = names("Foreign Ministers Ilsa Corwen of Finland and Viktor Sorel of Norway will meet on Monday.")
    offices = {name: [(one.title, one.of) for one in found[name].offices] for name in ("Ilsa Corwen", "Viktor Sorel")}
    assert offices == {
        "Ilsa Corwen": [("foreign minister", "Finland")],
        "Viktor Sorel": [("foreign minister", "Norway")],
    }


def test_who_and_a_personal_office_make_a_strange_name_a_person():
    found = names("Morvat Halk, the chief executive of Sandholm, flew home. Dravon Kesk, who stayed, said nothing.")
    assert found["Morvat Halk"].kind == found["Dravon Kesk"].kind == "person"
