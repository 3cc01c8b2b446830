"""Mail (RFC 5322, MIME): a newsletter, a press release or an alert saved as .eml; attachments are passed over."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from onrecord.errors import ReadError
from onrecord.read.blocks import find_blocks, put_above
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.feeds import spell_date
from onrecord.read.mastheads import is_outlet_name
from onrecord.read.metadata import as_text, clean_author
from onrecord.read.published import Claims, parse_days, settle_claims
from onrecord.records import Received

MEDIA = "message/rfc822"
MAIL_FACTOR = 8  # pictures come in base64 beside the text
FORWARDED = re.compile(r"^\s*(?:fwd?|fw|wg|tr|i|rv|enc)\s*:\s*", re.IGNORECASE)
HEADER = rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)"
MAIL = re.compile(rb"(?:From [^\r\n]+\r?\n)?" + HEADER + rb"{3,}")
MAIL_ONLY = re.compile(
    rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
MAX_PARTS = 200  # the parser's time grows with the square of their depth
THIN = 0.2
"""A plain part with a smaller share of the HTML part's words only says "open this mail in a browser"."""


def is_mail(head: bytes) -> bool:
    """Do some first bytes look like a mail's headers?"""
    match = MAIL.match(head)
    return bool(match and MAIL_ONLY.search(match[0]))


def read_mail(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received]:
    """The article in a mail.

    Raises:
        ReadError: No mail, or none with a text.
    """
    if len(raw) > MAIL_FACTOR * options.max_article_bytes:
        check_size(len(raw), options)
    if len(BOUNDARY.findall(raw)) > MAX_PARTS:
        raise ReadError("The mail's parts are nested as no mail's are", mend="Add its text as .txt")
    try:
        mail = BytesParser(policy=policy.default).parsebytes(raw)
        text = find_text(mail)
        subject, sender, date = (as_text(str(mail[name] or "")) for name in ("Subject", "From", "Date"))
    except (MemoryError, ReadError):
        raise
    except Exception as error:  # broken MIME raises whatever its parser trips over
        what = f"The mail cannot be parsed ({type(error).__name__})"
        raise ReadError(what, mend="Save its text as .txt and add that") from error
    if not mail.keys():
        raise ReadError("The mail has no headers", mend="Save it in full, or add its text as .txt")
    forwarded = bool(subject and FORWARDED.match(subject))
    headline = FORWARDED.sub("", subject) if subject else None
    name = None if forwarded else clean_author(as_text(parseaddr(sender or "")[0]))
    outlet = name if name and is_outlet_name(name) else None
    moment = spell_date(date)
    # Who passes an article on does so after it was published.
    days = Claims(modified=moment) if forwarded else Claims(clear=parse_days([moment]), fetched=options.fetched)
    stated = Stated(
        headline=headline,
        outlet=outlet,
        byline=None if outlet else name,
        published=settle_claims(days),
    )
    yield build_received(raw, put_above(headline, text), uri=uri, media=MEDIA, stated=stated, options=options)


def find_text(mail: EmailMessage) -> str:
    """The text of a mail: its plain part, or its HTML part where that says much more.

    Raises:
        ReadError: It has neither.
    """
    plain = find_part(mail, "plain")
    html = find_part(mail, "html")
    laid_out = find_blocks(html) if html.strip() else ""
    if plain.strip() and len(plain.split()) >= THIN * len(laid_out.split()):
        return plain.replace("\r\n", "\n")
    if laid_out:
        return laid_out
    raise ReadError("The mail holds no text", mend="If the article is attached, save the attachment and add that")


def find_part(mail: EmailMessage, kind: str) -> str:
    """The first text part of a kind, "" where there is none."""
    part = mail.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except LookupError:  # an encoding nobody knows
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
