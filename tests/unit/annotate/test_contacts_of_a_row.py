"""Contacts of a row: the last, the third, the one before, the one that was arranged, and the one that never was."""

import hashlib

import pytest
from short_texts import DAY, read

from onrecord.annotate import annotate
from onrecord.annotations import Annotated, EventMention
from onrecord.records import Document, Published, Zone


def names(one: Annotated, event: EventMention) -> set[str]:
    """The parties of an event mention."""
    return {one.actors[part.actor].name for part in event.participants}


def days(one: Annotated, event: EventMention) -> list[str]:
    """The words of the times of an event mention."""
    return [one.document.text[one.times[at].start : one.times[at].end] for at in event.times]


def triggers(one: Annotated) -> list[str]:
    """The words that name the events."""
    return [one.document.text[event.trigger.start : event.trigger.end] for event in one.events]


@pytest.mark.parametrize(
    "text",
    [
        "President Hugo Lanz of Marnia and Prime Minister Mirela Stov of Osk will meet in Tolva on 2 July.",
        "President Hugo Lanz of Marnia and Mirela Stov of Osk will meet in Tolva on 2 July, both governments said.",
    ],
)
def test_two_people_are_joined_across_the_state_of_the_first(text: str) -> None:
    one = read(text)
    assert [names(one, event) for event in one.events] == [{"Hugo Lanz", "Mirela Stov"}]


def test_one_person_of_a_state_with_two_names_is_one() -> None:
    one = read("President Hugo Lanz of Trinidad and Tobago met Prime Minister Mirela Stov on Monday.")
    assert all("Tobago" not in name for event in one.events for name in names(one, event) - {"Hugo Lanz"})


def test_the_two_last_met() -> None:
    one = read(
        "President Adan Verlo and Prime Minister Suri Halbek spoke by phone on Tuesday. The two last met in May."
    )
    call, meeting = one.events
    assert names(one, meeting) == {"Adan Verlo", "Suri Halbek"}
    assert (days(one, meeting), meeting.mode, meeting.antecedent) == (["May"], "meeting", None)
    assert call.mode == "call"


def test_a_meeting_of_the_two() -> None:
    one = read(
        "Prime Minister Mirela Stov spoke to President Hugo Lanz by telephone on Tuesday. Lanz took office in January. "
        "A meeting of the two is planned for 20 April in Tolva."
    )
    meeting = one.events[-1]
    assert names(one, meeting) == {"Mirela Stov", "Hugo Lanz"}
    assert (meeting.mode, meeting.status) == ("meeting", "planned")


def test_a_meeting_of_the_two_presidents_is_not_of_two_others() -> None:
    one = read(
        "President Kata Rim and Ambassador Jon Vael exchanged a few words. "
        "A meeting of the two presidents was being prepared for the autumn."
    )
    assert not [event for event in one.events if names(one, event) == {"Kata Rim", "Jon Vael"}]


def test_those_who_have_not_met_since_have_no_event_of_it() -> None:
    one = read(
        "President Adan Verlo and Prime Minister Suri Halbek opened the bridge on Tuesday. "
        "They have not met since the 2025 summit in Porto Vale."
    )
    assert triggers(one) == ["summit"]
    assert one.events[0].status == "happened"
    assert names(one, one.events[0]) == {"Adan Verlo", "Suri Halbek"}


def test_the_two_have_not_spoken_since() -> None:
    one = read(
        "President Adan Verlo and Prime Minister Suri Halbek opened the bridge on Tuesday. "
        "The two have not spoken since their phone call in November."
    )
    assert triggers(one) == ["phone call"]
    assert names(one, one.events[0]) == {"Adan Verlo", "Suri Halbek"}


def test_it_was_their_third_call_counts_the_one_just_told() -> None:
    one = read("President Lew Adorno spoke to President Kata Rim on Friday. It was their third call this month.")
    spoke, call = one.events
    assert (call.antecedent, days(one, call), call.order) == (0, [], "third")
    assert spoke.mode == "call"


def test_a_second_visit_is_not_dated_by_the_year_it_is_counted_in() -> None:
    one = read("Prime Minister Mirela Stov will travel to Berlin on Friday. It will be her second visit this year.")
    assert [(days(one, event), event.antecedent) for event in one.events] == [(["Friday"], None), ([], 0)]


def test_what_is_counted_and_told_of_nowhere_is_no_event() -> None:
    one = read("Chancellor Ilse Brandt will receive Prime Minister Mirela Stov on Friday. It is Stov's second visit.")
    assert triggers(one) == ["receive"]


def test_the_meeting_that_had_been_announced_is_the_one_that_was_held() -> None:
    one = read(
        "Foreign Minister Oda Krenn met Foreign Minister Levan Doshi on Tuesday. "
        "The meeting had been announced last week."
    )
    met, meeting = one.events
    assert (meeting.antecedent, meeting.status, meeting.times) == (0, "happened", ())
    assert met.status == "happened"


def test_last_weeks_call_in_the_past_perfect_came_before() -> None:
    one = read(
        "President Adan Verlo and Prime Minister Suri Halbek talked for an hour. "
        "In last week's call she had demanded that the inspectors report first."
    )
    assert all(event.antecedent is None for event in one.events)
    assert not [event for event in one.events if "last week" in " ".join(days(one, event)) and event.antecedent == 0]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Mirela Stov and President Hugo Lanz will not meet at the lake summit this week.",
        "President Hugo Lanz proposed a meeting with Mirela Stov on the fringes of the summit, which opens on Friday.",
    ],
)
def test_the_summit_around_is_not_theirs(text: str) -> None:
    assert all(event.mode != "summit" for event in read(text).events)


def test_what_opens_on_a_day_is_planned() -> None:
    one = read("A summit of President Hugo Lanz and Prime Minister Mirela Stov, which opens on Friday, is costly.")
    assert [event.status for event in one.events] == ["planned"]


def test_the_summit_of_the_mountain() -> None:
    one = read(
        "President Hugo Lanz met Prime Minister Mirela Stov in Vell on Monday. "
        "The summit of the mountain was closed for them."
    )
    assert "summit" not in triggers(one)


def test_who_is_ready_has_proposed() -> None:
    one = read("President Hugo Lanz said he was ready to meet Prime Minister Mirela Stov.")
    assert [event.status for event in one.events] == ["proposed"]


def test_two_spoke_on_a_day() -> None:
    one = read("President Hugo Lanz and Prime Minister Mirela Stov spoke on Thursday, hours after the port was closed.")
    assert [days(one, event) for event in one.events] == [["Thursday"]]


def test_two_who_spoke_at_a_rally_had_no_contact() -> None:
    one = read("President Hugo Lanz and Prime Minister Mirela Stov spoke on Thursday at a rally of dock workers.")
    assert not one.events


def test_a_go_between_is_no_side_of_the_rounds() -> None:
    one = read(
        "Foreign Minister Pell Anstrom said on Thursday he had invited both sides to a fourth round of talks in Graal. "
        "The third round collapsed last week. Anstrom met Sefa Hadrin, the rebels' negotiator, in Graal on Wednesday."
    )
    assert all(event.mode != "talks" for event in one.events)


def test_the_chairman_of_the_bank_and_his_name_are_one() -> None:
    one = read("Bela Roth met the chairman of the bank, Carl Undset, on Monday.")
    assert [names(one, event) for event in one.events] == [{"Bela Roth", "Carl Undset"}]


def test_the_minister_is_the_only_one_of_a_department() -> None:
    one = read("Interior minister Vasil Orbe defended the arrests. Petra Lunn met the minister on Monday.")
    assert names(one, one.events[-1]) == {"Petra Lunn", "Vasil Orbe"}


def test_the_minister_is_nobody_where_there_are_two() -> None:
    one = read(
        "Interior minister Vasil Orbe and trade minister Ines Toller defended the arrests. "
        "Petra Lunn met the minister on Monday."
    )
    assert names(one, one.events[-1]) & {"Vasil Orbe", "Ines Toller"} == set()


def test_the_chairman_of_one_company_is_not_that_of_another() -> None:
    one = read("Arkol chairman Jan Mark left on Sunday. Ana Ruta met the Ferrox chairman on Monday.")
    assert names(one, one.events[-1]) == {"Ferrox chairman", "Ana Ruta"}


def test_the_mayor_of_another_town_is_another() -> None:
    one = read("The Tolva mayor, Jan Mark, left. The Brask mayor met Ana Ruta on Monday.")
    assert names(one, one.events[-1]) == {"Brask mayor", "Ana Ruta"}


def test_ones_advisers_were_arrested_and_not_he() -> None:
    one = read("Bela Roth resigned. Prosecutors arrested two of Roth's advisers last Thursday.")
    assert "Bela Roth" not in names(one, one.events[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Bela Roth at his home on Tuesday, eight days after he had resigned.",
        "Police arrested Bela Roth in the port of Tolva on Tuesday.",
    ],
)
def test_the_day_behind_the_place_of_a_deed_is_its_day(text: str) -> None:
    one = read(text)
    assert days(one, one.events[0]) == ["Tuesday"]


def test_what_had_been_agreed_for_a_day_lies_ahead() -> None:
    one = read("Petra Lunn said a new meeting with Vasil Orbe and his aides had been agreed for Saturday.")
    assert [time.tense for time in one.times] == ["future"]


def test_the_winter_palace_is_no_season() -> None:
    assert not read("President Gero Vashti met Tomas Ilvane for two hours at the Winter Palace.").times[1:]
    assert all("Winter" not in one for one in _times("They met in the Winter Palace and in the Autumn Hall."))


def _times(text: str) -> list[str]:
    return [text[one.start : one.end] for one in read(text).times]


@pytest.mark.parametrize(
    ("dateline", "body", "who"),
    [
        ("TOLVA -", " Police arrested Bela Roth on Tuesday.", {"Police", "Bela Roth"}),
        ("TOLVA -", " Envoys of France and Ghana met on Saturday.", {"France", "Ghana"}),
    ],
)
def test_the_plural_behind_a_dateline_is_no_name(dateline: str, body: str, who: set[str]) -> None:
    text = dateline + body
    document = Document(
        id="doc-t",
        uri="t.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        published=Published(edtf=DAY, earliest=DAY, latest=DAY, basis="given"),
        zones=(
            Zone(kind="dateline", start=0, end=len(dateline)),
            Zone(kind="body", start=len(dateline) + 1, end=len(text)),
        ),
    )
    one = annotate(document)
    assert [names(one, event) for event in one.events] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "President Hugo Lanz met the parents of Prime Minister Mirela Stov on Friday.",
        "President Hugo Lanz met supporters of Prime Minister Mirela Stov on Friday.",
        "President Hugo Lanz met with criticism from Prime Minister Mirela Stov on Friday.",
        "President Hugo Lanz talked up a meeting with Prime Minister Mirela Stov on Friday.",
    ],
)
def test_who_was_not_met(text: str) -> None:
    one = read(text)
    assert all("Mirela Stov" not in names(one, event) or event.status == "proposed" for event in one.events)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the brother of President Hugo Lanz on Friday.",
        "Gunmen killed the bodyguard of President Hugo Lanz in Tolva on Friday.",
    ],
)
def test_it_was_not_done_to_him_but_to_one_of_his(text: str) -> None:
    one = read(text)
    assert one.events
    assert all("Hugo Lanz" not in names(one, event) for event in one.events)


def test_the_telephone_of_another_contact_is_not_this_ones() -> None:
    one = read("Oda Krenn and Levan Doshi will meet on Friday, a week after Hugo Lanz spoke to Mirela Stov by phone.")
    assert one.events[0].mode == "meeting"


def test_sanctions_are_of_the_day_they_took_effect() -> None:
    one = read("Sanctions against Ghana took effect on Thursday.")
    assert [days(one, event) for event in one.events] == [["Thursday"]]


def test_what_is_done_to_ones_office_is_done_to_him() -> None:
    one = read("President Hugo Lanz left. Protesters attacked the office of Hugo Lanz on Friday.")
    assert "Hugo Lanz" in names(one, one.events[-1])


def test_who_has_not_met_since_something_began_is_no_party_to_what_is_ahead() -> None:
    one = read(
        "A fourth round of talks between Ghana and France will begin on 6 May. "
        "President Ruta Salm and Prime Minister Owen Drax have not met since the dispute began in 2021."
    )
    assert all(names(one, event) == {"Ghana", "France"} for event in one.events)
