"""JSON Lines: one article a line, with our own field names (docs/record-format.md), news-please's or Media Cloud's."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import ReadError
from onrecord.read.dates import find_url_date
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.metadata import as_text
from onrecord.read.published import Claims, ends_of, parse_days, parse_moment, settle_claims
from onrecord.records import Failure, Received

MEDIA = "application/json"
FIELDS = {
    "text": ("text", "maintext", "story_text", "article_text", "body", "content"),
    "uri": ("uri", "url", "normalized_url", "link", "id"),
    "headline": ("headline", "title"),
    "published": ("published", "date_publish", "publish_date", "date_published", "datePublished", "date"),
    "outlet": ("outlet", "media_name", "source", "publisher", "source_domain", "media_url"),
    "byline": ("byline", "authors", "author"),
    "language": ("language", "lang"),
    "address": ("address", "canonical_url", "url", "uri", "link"),
    "section": ("section", "category"),
    "modified": ("modified", "date_modify", "date_modified", "dateModified", "updated"),
    "fetched": ("fetched", "date_download", "indexed_date", "collect_date", "date_download_utc"),
}
LINE_FACTOR = 4  # escapes and other fields weigh a few times the text
MEND = 'Each line must be one JSON object with at least "text"'


def read_json_lines(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """The articles in JSON Lines, each line by itself."""
    body = raw.removeprefix(b"\xef\xbb\xbf")
    if not body.strip():
        raise ReadError("There is no text in it", mend=MEND)
    yield from read_lines(body.split(b"\n"), uri, options)


def read_json_stream(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """JSON Lines of any length, a line at a time.

    Raises:
        ReadError: There is no line.
    """
    held = False
    for one in read_lines(split_stream(stream, LINE_FACTOR * options.max_article_bytes), uri, options):
        held = True
        yield one
    if not held:
        raise ReadError("The file is empty", mend="Check that it was saved in full")


def split_stream(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long only so much that its reader can tell."""
    first = True
    while line := stream.readline(limit + 2):
        kept = line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 2)
        yield kept


def read_lines(lines: Iterable[bytes], uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """The articles in lines of JSON; a broken line is a failure with its number, and the next is read."""
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line:
            continue
        try:
            yield read_line(line, f"{uri}#{number}", options)
        except ReadError as error:
            what = f"Line {number}: {error.what}"
            yield Failure(uri=f"{uri}#{number}", stage="read", reason=what, mend=error.mend or MEND)


def read_line(line: bytes, place: str, options: ReadOptions) -> Received:
    """The article in one line.

    Raises:
        ReadError: Not JSON, not an object, or without text.
    """
    if len(line) > LINE_FACTOR * options.max_article_bytes:
        check_size(len(line), options)
    return build_article(parse_json(line), line, place, options)


def parse_json(raw: bytes) -> Any:
    """The value in some JSON.

    Raises:
        ReadError: It is not JSON.
    """
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise ReadError(f"This is not JSON ({error})", mend=MEND) from error


def read_json(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """A JSON file: one article as an object, or a list of them; JSON Lines under the wrong name are read as such."""
    try:
        value = parse_json(raw.removeprefix(b"\xef\xbb\xbf"))
    except ReadError:
        yield from read_json_lines(raw, uri, options)
        return
    if isinstance(value, dict):
        yield build_article(value, raw, uri, options, of_file=True)
        return
    if not isinstance(value, list):
        raise ReadError("The file holds no article", mend=MEND)
    for number, item in enumerate(value, 1):
        place = f"{uri}#{number}"
        try:
            yield build_article(item, msgspec.json.encode(item), place, options)
        except ReadError as error:
            yield Failure(uri=place, stage="read", reason=f"Item {number}: {error.what}", mend=error.mend or MEND)


def pick(item: dict[str, Any], field: str) -> str | None:
    """The first of a field's names that holds text; names in a list are joined."""
    for name in FIELDS[field]:
        value = item.get(name)
        if isinstance(value, list):
            value = ", ".join(one for one in value if isinstance(one, str))
        if isinstance(value, str) and value.strip():
            return value
    return None


def is_url(value: object) -> bool:
    """Is a field's value an address of the web?"""
    return isinstance(value, str) and value.startswith(("http://", "https://")) and not any(map(str.isspace, value))


def build_article(item: Any, raw: bytes, place: str, options: ReadOptions, *, of_file: bool = False) -> Received:
    """A document from one JSON object.

    Raises:
        ReadError: Not an object, or without text.
    """
    if not isinstance(item, dict):
        raise ReadError(f"This is a JSON {type(item).__name__}, not an object", mend=MEND)
    text = pick(item, "text")
    if text is None:
        fields = ", ".join(sorted(map(str, item))[:8]) or "none"
        raise ReadError(f'There is no field "text" with an article in it (fields: {fields})', mend=MEND)
    uri = as_text(pick(item, "uri"))
    address = next((one for name in FIELDS["address"] if is_url(one := item.get(name))), None)
    modified = next(filter(None, (parse_moment(item.get(name)) for name in FIELDS["modified"])), None)
    fetched = next(iter(parse_days(item.get(name) for name in FIELDS["fetched"])), None)
    claims = Claims(
        # Of several fields for one thing the first decides: "date" beside "published" may mean anything.
        clear=parse_days(item.get(name) for name in FIELDS["published"])[:1],
        modified=modified,
        fetched=ends_of(fetched)[1] if fetched else options.fetched,
    )
    stated = Stated(
        headline=as_text(pick(item, "headline")),
        outlet=as_text(pick(item, "outlet")),
        byline=as_text(pick(item, "byline")),
        language=as_text(pick(item, "language")),
        published=settle_claims(claims),
        url_date=find_url_date(uri) if uri else None,
        address=address,
        section=as_text(pick(item, "section")),
        modified=modified,
    )
    name = None if uri or of_file else ""
    return build_received(raw, text, uri=uri or place, media=MEDIA, stated=stated, options=options, name=name)
