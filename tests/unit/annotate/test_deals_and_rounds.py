"""Rounds of talks, deals and what surrounds them, as agencies write of them; who is meant by a noun beside a name."""

import pytest
from annotate_builders import read


def events(text: str) -> list[tuple[str, str, set[str], tuple[str, ...]]]:
    """(type, status, participants, printed times) of every event."""
    one = read(text)
    return [
        (
            e.type,
            e.status,
            {one.actors[part.actor].name for part in e.participants},
            tuple(one.document.text[one.times[at].start : one.times[at].end] for at in e.times),
        )
        for e in one.events
    ]


def test_what_several_agree_to_do_is_their_agreement():
    found = events("Delegations from Norway and Chile agreed this evening to free six sick prisoners each by May 15.")
    assert found == [("AGREE", "happened", {"Norway", "Chile"}, ("this evening",))]


def test_what_one_agrees_to_do_is_the_deed():
    assert [one[:2] for one in events("Norway agreed on Monday to free six prisoners.")] == [("CONCEDE", "planned")]


def test_two_calls_of_one_verb_with_titles_before_the_names():
    found = events(
        "Ada Lind said she had telephoned her Chilean colleague, Piet Rowe, on Monday and the Norwegian foreign"
        " minister, Sabine Holt, a day later."
    )
    assert [(who, times) for _, _, who, times in found] == [
        ({"Ada Lind", "Piet Rowe"}, ("Monday",)),
        ({"Ada Lind", "Sabine Holt"}, ("a day later",)),
    ]


@pytest.mark.parametrize(
    ("text", "status", "times"),
    [
        ("Prisoner talks with Chile put off by a fortnight as families march in Norway", "cancelled", ()),
        (
            "Norway held talks with Chile. The talks were to have begun on May 20 and were put off.",
            "cancelled",
            ("May 20",),
        ),
        ("Ada Lind praised the talks between Norway and Chile, which opened on Tuesday.", "happened", ("Tuesday",)),
    ],
)
def test_talks_put_off_and_held(text: str, status: str, times: tuple[str, ...]):
    assert ("CONSULT", status, times) in [(kind, told, when) for kind, told, _, when in events(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Jens Olrik, the crane technician arrested in Oslo on May 20, has a wife.", {"Jens Olrik"}),
        (
            "Ada Lind and Piet Rowe, two reporters for the station Canal Five, who were charged with espionage in"
            " March, deny it.",
            {"Ada Lind", "Piet Rowe"},
        ),
    ],
)
def test_a_noun_beside_a_name_is_whoever_has_the_name(text: str, who: set[str]):
    assert [one[2] for one in events(text) if one[0] in ("COERCE", "ACCUSE")] == [who]


def test_names_struck_off_a_list_are_not_struck():
    found = events("Norway struck three prison officials off its sanctions list on Monday.")
    assert [one[0] for one in found] == ["CONCEDE"]


def test_what_is_no_longer_asked_is_no_request():
    assert events("Norway no longer insists that Chile leave first.") == []


def test_one_who_holds_an_office_is_not_the_body():
    (found,) = [
        who for _, _, who, _ in events("The president of the Sun Society spent an hour with Minister Piet Rowe.")
    ]
    assert found == {"president of the Sun Society", "Piet Rowe"}


def test_a_state_by_a_rare_adjective_that_the_parser_takes_for_a_place():
    one = read("Troops left Halmar and Zerrin on Monday. The Zerrine foreign minister flew from Zerrin to Halmar.")
    assert ("Zerrin", "state") in {(actor.name, actor.kind) for actor in one.actors}


def test_a_party_is_no_state_for_its_adjective():
    one = read("The Democratic leader, Ada Osk, said that no Democrat would vote for it. Ada Osk is a Democrat.")
    assert "state" not in {actor.kind for actor in one.actors}


def test_the_office_of_a_state_is_that_of_whoever_is_named_beside_it():
    one = read(
        "The prime minister of Chile warned Norway. Prime Minister Tomas Varl, addressing the Chilean parliament, said"
        " that the deal would hold."
    )
    (holder,) = [at for at, actor in enumerate(one.actors) if actor.name == "Tomas Varl"]
    printed = {one.document.text[m.start : m.end] for m in one.mentions if m.actor == holder}
    assert "The prime minister of Chile" in printed or "the prime minister of Chile" in printed


def test_the_two_countries_of_the_story_are_not_the_two_that_stand_near():
    one = read(
        "Peru has offered to mediate an exchange of prisoners between Norway and Chile, two neighbours."
        " Chile first asked Peru in July."
        " The two countries last exchanged prisoners in May."
    )
    (group,) = [actor for actor in one.actors if "The two countries" in actor.aliases]
    assert {one.actors[member].name for member in group.members} == {"Norway", "Chile"}


def test_no_sentence_begins_behind_a_word_without_a_mark():
    one = read("Talks end\n\nMon 04-Mar-24 08:40\n\nNadia Ferrant and Owen Slisk were freed yesterday in Oslo.")
    assert "Nadia Ferrant" in {actor.name for actor in one.actors}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway released a report on the harbour on Friday.", []),
        ("Piet Rowe released an album on Friday.", []),
        ("A poll was released on Friday in Oslo.", []),
        ("Norway released Piet Rowe on Friday.", ["CONCEDE"]),
        ("On Friday, two days ahead of the deadline, Norway released the 11 men of the trawler Gullwing.", ["CONCEDE"]),
        ("Norway released the ship on Friday.", ["CONCEDE"]),
    ],
)
def test_only_who_is_held_is_let_go(text: str, kinds: list[str]):
    assert [one[0] for one in events(text)] == kinds
