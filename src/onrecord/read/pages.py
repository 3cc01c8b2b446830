"""HTML to text: trafilatura for the main text (Barbaresi 2021, ACL demo).

None of its faults gets out: a page it cannot read is a ReadError. What a page states of itself is in `metadata`.
"""

from collections.abc import Iterator

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions, build_received, check_size
from onrecord.read.encodings import decode_text
from onrecord.read.metadata import find_stated
from onrecord.records import Received

MEDIA = "text/html"
PAGE_FACTOR = 4  # markup and scripts weigh a few times the text
MAX_DEPTH = 20_000  # opening tags minus closing ones, beyond which a page is an attack or a wreck


def read_page(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received]:
    """The article on a page.

    Raises:
        ReadError: No page, or no article on it.
    """
    if len(raw) > PAGE_FACTOR * options.max_article_bytes:
        check_size(len(raw), options)
    html = decode_text(raw, html=True, declared=options.charset).lstrip("\ufeff").replace("\x00", "")
    if not html.strip():
        raise ReadError("The page is empty", mend="Check that it was saved in full")
    text = extract_text(html)
    stated = find_stated(html, options.address or uri, fetched=options.fetched)
    yield build_received(raw, text, uri=uri, media=MEDIA, stated=stated, options=options)


def extract_text(html: str) -> str:
    """The main text of a page, exactly as `trafilatura.extract(html, include_comments=False)` gives it.

    Raises:
        ReadError: There is none, or the page breaks the parser.
    """
    import trafilatura  # a second to load, and only pages need it

    if html.count("<") - 2 * html.count("</") > MAX_DEPTH and html.count("</") < 0.1 * html.count("<"):
        raise ReadError("The page's elements are never closed", mend="Save the page again, or add its text as .txt")
    try:
        text = trafilatura.extract(html, include_comments=False)
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken page does to the parser stays here
        what = f"The page cannot be parsed ({type(error).__name__})"
        raise ReadError(what, mend="Save the page again, or add its text as .txt") from error
    if not text or not text.strip():
        raise ReadError("No article was found on the page", mend="Check that it is an article, or add its text as .txt")
    return str(text)
