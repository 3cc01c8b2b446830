"""The XML of feeds made safe and well-formed, in one pass over it.

Feeds are seldom good XML: stray ampersands, entities of HTML, a file cut off. Parsers that forgive everything take time
without end on files made to do harm. So the common faults are mended here, and what still is no XML is read up to the
last entry that was closed; the rest is told of.
"""

import re
from html.entities import html5
from xml.parsers import expat

from onrecord.errors import ReadError

DECLARATION = re.compile(r"^\ufeff?\s*<\?xml\b[^>]*\?>")
ENCODING = re.compile(rb"^[^\S\n]*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
STRAY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,30});)?")
ENTRIES = ("item", "entry")
MAX_DEPTH = 400


def find_encoding(raw: bytes) -> str | None:
    """The encoding that an XML declaration names."""
    match = ENCODING.match(raw[:400].removeprefix(b"\xef\xbb\xbf"))
    return match[1].decode("ascii") if match else None


def mend_xml(text: str) -> tuple[bytes, str | None]:
    """Make the XML of a feed well-formed.

    Args:
        text: The feed.

    Returns:
        It in UTF-8, and where and why it was cut short, None if it was not.

    Raises:
        ReadError: It defines entities of its own, which can grow without end (billion laughs), is nested too deep, or
            breaks before its first entry is closed.
    """
    if ENTITY.search(text):
        what = "The feed defines XML entities of its own, as files made to do harm do"
        raise ReadError(what, mend="Remove its <!DOCTYPE …> and add it again")
    raw = mend_stray(CONTROL.sub("", DECLARATION.sub("", text, count=1))).encode("utf-8", "ignore")
    return close_entries(raw)


def mend_stray(text: str) -> str:
    """Ampersands that start nothing, and entities of HTML, outside CDATA sections."""
    pieces = []
    at = 0
    while True:
        start = text.find("<![CDATA[", at)
        pieces.append(STRAY.sub(mend_entity, text[at : start if start >= 0 else len(text)]))
        if start < 0:
            return "".join(pieces)
        end = text.find("]]>", start)
        at = end + 3 if end >= 0 else len(text)
        pieces.append(text[start:at])


def mend_entity(match: re.Match[str]) -> str:
    """The character of an HTML entity; an escaped ampersand for anything else."""
    known = html5.get(f"{match[1]};") if match[1] else None
    return known if known and known not in "<&" else "&amp;" + match[0][1:]


def close_entries(raw: bytes) -> tuple[bytes, str | None]:
    """The feed up to its last closed entry, all elements closed, if it is no XML as a whole.

    Raises:
        ReadError: It is nested too deep, or breaks before its first entry is closed.
    """
    parser = expat.ParserCreate("utf-8")
    stack: list[str] = []
    last: tuple[int, tuple[str, ...]] | None = None

    def start(name: str, _: dict[str, str]) -> None:
        stack.append(name)
        if len(stack) > MAX_DEPTH:
            raise ReadError("The feed's elements are nested as no feed's are", mend="Check that it is a feed")

    def end(name: str) -> None:
        nonlocal last
        stack.pop()
        if name.rpartition(":")[2] in ENTRIES:
            last = (parser.CurrentByteIndex, tuple(stack))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(raw, True)
        return raw, None
    except expat.ExpatError as error:
        why = f"line {error.lineno}: {expat.ErrorString(error.code)}"
    if last is None:
        what = f"The feed breaks before its first entry is closed ({why})"
        raise ReadError(what, mend="Save it again, in full")
    place, still_open = last
    # An empty element (<item/>) ends where the parser stands, another one with its end tag.
    closed = raw[: raw.find(b">", place) + 1] if raw.startswith(b"</", place) else raw[:place]
    return closed + "".join(f"</{name}>" for name in reversed(still_open)).encode(), why
