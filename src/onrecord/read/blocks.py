"""Small pieces of HTML (a feed's entry, a mail) to text: one paragraph a block, nothing left out but scripts.

A whole page needs its main text found (`pages`); a piece is all article.
"""

import re

from onrecord.errors import ReadError

BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6r]"
    "|header|html|li|main|nav|[ou]l|p|pre|section|table|t[dhr]|title"
)
SKIPPED = re.compile("script|style|template|noscript|svg|math|object|embed|iframe|head|select|button")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.I)


def is_hidden(style: str | None) -> bool:
    """Is an element kept from the reader's eyes (a mail's preview line, a tracker)?"""
    return bool(style and HIDDEN.search(style))


def find_blocks(html: str) -> str:
    """The text of a piece of HTML, blocks apart by a blank line.

    Raises:
        ReadError: It cannot be parsed.

    >>> find_blocks("<p>One <b>two</b><br>three</p><script>no</script><p>four")
    'One two\\nthree\\n\\nfour'
    """
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "ignore").replace(b"\x00", b""), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError("Its HTML cannot be parsed", mend="Add its text as .txt") from error
    pieces: list[str] = []
    skipping = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        start, tag = event == "start", element.tag
        if SKIPPED.fullmatch(tag) or is_hidden(element.get("style")):
            skipping += 1 if start else -1
        if BLOCKS.fullmatch(tag):
            pieces.append("\x00")
        elif tag == "br" and start:
            pieces.append("\n")
        if not skipping:
            pieces.append(re.sub(r"\s+", " ", (element.text if start else element.tail) or ""))
    lines = ("".join(pieces)).split("\x00")
    paragraphs = ("\n".join(filter(None, (one.strip() for one in line.split("\n")))) for line in lines)
    return re.sub(r"[^\S\n]+", " ", "\n\n".join(filter(None, paragraphs)))


def put_above(headline: str | None, text: str) -> str:
    """A text below its headline, which a feed or a mail gives apart; as it is if it begins with that.

    >>> put_above("Talks end", "She left."), put_above("Talks end", "TALKS END\\nShe left.")
    ('Talks end\\n\\nShe left.', 'TALKS END\\nShe left.')
    """
    if not headline or " ".join(text[: 2 * len(headline)].split()).casefold().startswith(headline.casefold()):
        return text
    return f"{headline}\n\n{text}"
