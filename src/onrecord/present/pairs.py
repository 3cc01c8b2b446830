"""Why two events of the record are two, in plain words, read off the rows themselves."""

from collections.abc import Iterator

from onrecord.present.view import View, name_when
from onrecord.records import Event


def compare_events(view: View, a: Event, b: Event) -> Iterator[str]:
    """What keeps two events apart, as sentences; the last resort is that nothing brings them together."""
    found = False
    for reason in find_differences(view, a, b):
        found = True
        yield reason
    if not found:
        days = [name_when(one.when) for one in (a, b)]
        told = f" (told of {days[0]}, and of {days[1]})" if days[0] != days[1] else ""
        yield f"nothing in the articles brings them together: no day, quotation or reference that both share{told}"


def find_differences(view: View, a: Event, b: Event) -> Iterator[str]:
    """Differences in kind, participants, days and place."""
    if a.type != b.type:
        yield f"one is {a.type}, the other {b.type}"
    elif a.mode != b.mode and a.mode and b.mode:
        yield f"a {a.mode} is not a {b.mode}" if "talks" not in (a.mode, b.mode) else f"{a.mode} against {b.mode}"
    only_a = {one.actor for one in a.participants} - {one.actor for one in b.participants}
    only_b = {one.actor for one in b.participants} - {one.actor for one in a.participants}
    if only_a and only_b:
        yield f"{name_all(view, only_a)} in the one, {name_all(view, only_b)} in the other"
    if a.when.latest and b.when.earliest and a.when.latest < b.when.earliest:
        yield f"their days cannot meet: {name_when(a.when)}, and {name_when(b.when)}"
    elif b.when.latest and a.when.earliest and b.when.latest < a.when.earliest:
        yield f"their days cannot meet: {name_when(b.when)}, and {name_when(a.when)}"
    if a.where and b.where and a.where != b.where:
        yield f"one is in {a.where}, the other in {b.where}"
    if "planned" in (a.status, b.status) and a.status != b.status:
        yield f"one is {a.status}, the other {b.status}"


def name_all(view: View, actors: set[str]) -> str:
    """The names of some actors."""
    return ", ".join(sorted(view.actor_name(one) for one in actors))
