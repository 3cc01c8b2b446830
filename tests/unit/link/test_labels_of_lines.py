"""Labels in the words of the text."""

from onrecord.annotations import EventMention
from onrecord.link.labels import choose_line, label_line
from onrecord.records import Span, When
from onrecord.vocab.lists import EventStatus


def mention(line: str | None, status: EventStatus = "happened") -> EventMention:
    trigger = Span(start=0, end=9)
    return EventMention(start=0, end=9, trigger=trigger, type="COERCE", mode=None, line=line, status=status)


def test_the_line_is_of_an_account_with_the_event_s_status() -> None:
    mentions = [mention("Osk to be jailed", "planned"), mention("Court in Tarsk jailed Osk"), mention("Osk jailed")]
    assert choose_line(mentions, "happened") == "Osk jailed"
    assert choose_line(mentions, "planned") == "Osk to be jailed"
    assert choose_line([mention(None)], "happened") is None


def test_a_status_is_said_once() -> None:
    day = When(earliest="2031-03-04", latest="2031-03-04")
    assert label_line("Osk will be jailed", when=day, status="planned") == "Osk will be jailed, 4 March 2031"
    assert label_line("Osk was jailed", when=When(), status="denied") == "Denied: Osk was jailed"
