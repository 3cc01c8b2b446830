"""The closed lists and dates of the record in the words a reader expects."""

import re

from onrecord.present.view import name_day
from onrecord.records import Event

TYPES = {
    "CONSULT": "contact",
    "AGREE": "agreement",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "CONCEDE": "concession",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "rejection",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilization",
    "COERCE": "coercion",
    "ASSAULT": "assault",
    "RETREAT": "retreat",
}
DISPUTES = {
    "denial": "denied",
    "value": "two versions",
    "stance": "two versions of a position",
    "unconfirmed": "not confirmed",
}
BASES = {
    "stated": "as printed",
    "metadata": "from the page's data",
    "given": "given by hand",
    "inferred": "worked out",
    "unknown": "not known",
}
SAYS = {"state": "says", "deny": "denies"}
PLAIN_DAY = re.compile(r"(?<![\d-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")


def name_type(event: Event) -> str:
    """What an event is, in a word.

    >>> TYPES["ACCUSE"]
    'accusation'
    """
    return event.mode or TYPES[event.type]


def name_dispute(kind: str, facet: str | None) -> str:
    """How accounts part, and over what.

    >>> name_dispute("value", "count"), name_dispute("denial", None)
    ('two versions of the count', 'denied')
    """
    return f"{DISPUTES[kind]} of the {facet}" if facet and kind == "value" else DISPUTES[kind]


def name_basis(basis: str) -> str:
    """How a date of publication is known."""
    return BASES[basis]


def name_act(act: str, negated: bool = False) -> str:
    """An act of speech as a verb.

    >>> name_act("state"), name_act("promise"), name_act("confirm", True)
    ('says', 'promises', 'does not confirm')
    """
    if negated:
        return f"does not {'say' if act == 'state' else act}"
    return SAYS.get(act) or f"{act}s"


def plain_days(text: str) -> str:
    """A sentence with its ISO days in words.

    >>> plain_days("due by 2024-09-30, nothing later says what came of it")
    'due by 30 Sep 2024, nothing later says what came of it'
    """
    return PLAIN_DAY.sub(lambda found: name_day(found[0]), text)
