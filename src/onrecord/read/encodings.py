"""Bytes to text: byte-order mark, then UTF-8, then what the page declares, then charset-normalizer.

The text is the input as decoded, unchanged, line ends included. A UTF-8 byte-order mark stays in it as U+FEFF, so that
offsets agree with those of any plain UTF-8 decoding (annotation files count it); zones make it furniture. The marks of
UTF-16 and UTF-32 belong to the encoding and are dropped, as every decoder does.
"""

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.errors import ReadError

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
MAGIC = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP or office document"), (b"\x89PNG", "an image"), (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"), (b"RIFF", "an image or sound"), (b"\x7fELF", "a program"), (b"ID3", "a sound file"),
    (b"SQLite format 3", "a database"), (b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "an RTF document"),
)  # fmt: skip
WESTERN = frozenset("‘’“”‚„–—…•€£©®°·«»§¿¡½²\xa0\xadáàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßÁÀÂÄÃÅÆÇÉÈÊËÍÎÏÑÓÖÕØŒÚÜ™šžŠŽ")
MAX_CONTROL_SHARE = 0.01
SAMPLE = 200_000
UTF8_MEND = "Save it as UTF-8 text and add it again"


def check_magic(raw: bytes) -> None:
    """Refuse the kinds of file that are known by their first bytes.

    Raises:
        ReadError: It is one.
    """
    for magic, kind in MAGIC:
        if raw.startswith(magic):
            raise ReadError(f"This is {kind}, not text", mend="Extract its text and add that as .txt")


def is_control(char: str) -> bool:
    """Is it a control character that text does not hold?"""
    code = ord(char)
    return (code < 32 and char not in "\t\n\r\f\v") or (127 <= code < 160 and char != "\x85") or code == 0xFFFD


def check_text(text: str) -> None:
    """Refuse what decodes but is no text.

    Raises:
        ReadError: Too many control characters.
    """
    sample = text[:SAMPLE]
    if sum(map(is_control, sample)) > max(2, len(sample) * MAX_CONTROL_SHARE):
        raise ReadError("This looks like binary data, not text", mend="Add the article as UTF-8 text or HTML")


def count_valid_sequences(raw: bytes) -> int:
    """How many characters beyond ASCII decode as UTF-8."""
    return sum(char > "\x7f" for char in raw.decode("utf-8", "ignore"))


def decode_declared(raw: bytes, declared: str) -> str | None:
    """The text in a declared encoding, or None where the name is unknown or the bytes do not fit."""
    name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}.get(declared, declared)
    try:
        if not codecs.lookup(name)._is_text_encoding:
            return None
        return raw.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def is_western(raw: bytes) -> bool:
    """Mostly ASCII, and what is not is the letters and quotes of Western Europe in Windows-1252.

    Alone among the code pages this one is told without a guess: in the others, letters beyond ASCII are dense.
    """
    high = [char for char in raw.decode("cp1252", "replace") if char > "\x7f"]
    return len(high) <= 0.1 * len(raw) and sum(char in WESTERN for char in high) >= 0.97 * len(high)


def guess_encoding(raw: bytes) -> str:
    """The encoding charset-normalizer finds likeliest; Windows-1252 where the text is Western.

    Raises:
        ReadError: None fits.
    """
    if is_western(raw[:SAMPLE]):
        return "cp1252"
    best = from_bytes(raw[:SAMPLE]).best()
    if best is None:
        raise ReadError("The encoding of the text cannot be told", mend=UTF8_MEND)
    return best.encoding


def decode_text(raw: bytes, *, html: bool = False, declared: str | None = None) -> str:
    """Decode the bytes of a text or a page.

    Args:
        raw: The bytes as received.
        html: Look for a declared encoding in a meta element.
        declared: The encoding that came with the bytes, which counts for more.

    Returns:
        The text, unchanged.

    Raises:
        ReadError: Binary data, or no encoding fits.
    """
    check_magic(raw)
    for bom, name in BOMS:
        if raw.startswith(bom):
            return decode_with_bom(raw[len(bom) :], name)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if count_valid_sequences(raw) > 10 * raw.count(raw[error.start : error.start + 1]):
            # One broken byte in a UTF-8 text: any other encoding would turn every accent into rubbish.
            what = f"The text is UTF-8 but for the byte at offset {error.start}"
            raise ReadError(what, mend=UTF8_MEND) from error
        text = decode_other(raw, html=html, declared=declared)
    check_text(text)
    return text


def decode_with_bom(raw: bytes, name: str) -> str:
    """Decode what follows a byte-order mark.

    Raises:
        ReadError: The mark lies.
    """
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        what = f"The file says it is {name.upper()} but is not, from byte {error.start} on"
        raise ReadError(what, mend=UTF8_MEND) from error
    check_text(text)
    return text


def decode_other(raw: bytes, *, html: bool, declared: str | None) -> str:
    """Decode what is not UTF-8.

    Raises:
        ReadError: No encoding fits.
    """
    if b"\x00" in raw:
        raise ReadError("The file holds NUL bytes: it is binary, or UTF-16 without a mark", mend=UTF8_MEND)
    stated = META_CHARSET.search(raw[:4096]) if html else None
    for name in (declared, stated[1].decode("ascii", "replace") if stated else None):
        text = decode_declared(raw, name.strip().lower()) if name else None
        if text is not None:
            return text
    name = guess_encoding(raw)
    try:
        return raw.decode(name)
    except (UnicodeError, LookupError) as error:
        raise ReadError(f"The text looks like {name} but does not decode as that", mend=UTF8_MEND) from error
