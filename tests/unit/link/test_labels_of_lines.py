"""Labels in the words of the text."""

from dataclasses import replace

from onrecord.annotations import EventMention
from onrecord.link.event_groups import Account
from onrecord.link.labels import choose_gist, choose_line, fill_gist, label_event, label_line
from onrecord.records import Actor, Participant, Span, When
from onrecord.vocab.lists import EventStatus


def account(line: str | None, status: EventStatus = "happened", *, heads: bool = False) -> Account:
    trigger = Span(start=0, end=9)
    told = EventMention(start=0, end=9, trigger=trigger, type="COERCE", mode=None, line=line, status=status)
    return Account(local=("a", 0), mention=told, parts=(), who=frozenset(), heads=heads)


SOURCE_ALONE = (Participant(actor="a", role="source"),)


def gist(words: str) -> Account:
    told = account(None)
    return replace(told, mention=replace(told.mention, gist=words))


def test_the_line_is_of_an_account_with_the_event_s_status() -> None:
    told = [account("Osk to be jailed", "planned"), account("Court in Tarsk jailed Osk"), account("Osk jailed")]
    assert choose_line(told, "happened") == "Osk jailed"
    assert choose_line(told, "planned") == "Osk to be jailed"
    assert choose_line([account(None)], "happened") is None


def test_a_headline_s_line_is_taken_before_a_shorter_one() -> None:
    told = [account("Osk jailed"), account("Tarsk court jails Osk", heads=True)]
    assert choose_line(told, "happened") == "Tarsk court jails Osk"


def test_a_status_is_said_once() -> None:
    day = When(earliest="2031-03-04", latest="2031-03-04")
    assert label_line("Osk will be jailed", when=day, status="planned") == "Osk will be jailed, 4 March 2031"
    assert label_line("Osk was jailed", when=When(), status="denied") == "Denied: Osk was jailed"


def test_a_gist_with_a_place_for_a_known_name_is_taken_before_a_noun() -> None:
    told = [gist("merger"), gist("{source} bought the yard"), gist("{target} sold off")]
    assert choose_gist(told, "happened", SOURCE_ALONE) == "{source} bought the yard"
    assert choose_gist([gist("{target} sold off")], "happened", SOURCE_ALONE) is None
    assert choose_gist(told, "planned", SOURCE_ALONE) is None


def test_names_are_put_into_a_gist_and_a_noun_takes_the_place_of_the_type() -> None:
    osk = Actor(id="a", name="osk Steel", kind="organization")
    assert fill_gist("{source} bought the yard", SOURCE_ALONE, {"a": osk}) == "Osk Steel bought the yard"
    label = label_event(
        "COOPERATE", None, SOURCE_ALONE, {"a": osk}, when=When(), where=None, status="planned", noun="merger"
    )
    assert label == "Planned merger by osk Steel"
