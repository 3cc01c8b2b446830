"""Mails and PDF files: plain cases are read, the others say why not."""

import io
from email.message import EmailMessage

import pypdf
import pytest
from input_builders import LONG, MORE, PARA, build_pdf

from onrecord.read import read_bytes
from onrecord.records import Document, Failure, Received


def document_of(raw: bytes, uri: str) -> Document:
    (received,) = read_bytes(raw, uri)
    assert isinstance(received, Received), received
    return received.document


def failure_of(raw: bytes, uri: str) -> Failure:
    (failure,) = read_bytes(raw, uri)
    assert isinstance(failure, Failure)
    assert failure.reason
    assert failure.mend
    return failure


def build_mail(plain: str | None = f"{PARA}\n\n{MORE}\n", html: str | None = None, **headers: str) -> bytes:
    mail = EmailMessage()
    fields = {
        "From": "Orland Gazette <news@gazette.example>", "To": "desk@paper.example", "Subject": "Talks end",
        "Date": "Wed, 11 Sep 2024 23:30:00 -0500", "Message-ID": "<1@gazette.example>",
    }  # fmt: skip
    for name, value in {**fields, **headers}.items():
        mail[name.replace("_", "-")] = value
    if plain is not None:
        mail.set_content(plain)
        if html is not None:
            mail.add_alternative(html, subtype="html")
    elif html is not None:
        mail.set_content(html, subtype="html")
    return mail.as_bytes()


def test_a_mail_has_its_text_date_and_sender() -> None:
    document = document_of(build_mail(), "a.eml")
    assert document.text == f"Talks end\n\n{PARA}\n\n{MORE}\n"
    assert (document.outlet, document.byline) == ("Orland Gazette", None)
    assert (document.published.edtf, document.published.basis) == ("2024-09-11", "metadata")
    assert document_of(build_mail(From="Ada Lee <a@b.example>"), "a.eml").byline == "Ada Lee"
    assert document_of(build_mail(From="a@b.example"), "a.eml").byline is None


def test_html_is_read_where_the_plain_part_says_little() -> None:
    assert document_of(build_mail(None, LONG), "a.eml").text.startswith(f"Talks end\n\n{PARA}")
    assert document_of(build_mail("Open this mail in a browser.", LONG), "a.eml").text.startswith(
        f"Talks end\n\n{PARA}"
    )


def test_a_forwarded_mail_only_bounds_the_date() -> None:
    document = document_of(build_mail(Subject="Fwd: Talks end"), "a.eml")
    assert (document.published.edtf, document.byline, document.outlet) == ("../2024-09-11", None, None)


def test_a_mail_is_known_by_its_looks() -> None:
    assert document_of(build_mail(), "saved").outlet == "Orland Gazette"
    letter = f"To: the council\nFrom: the crews\nSubject: a dispute\n\n{PARA}\n"
    assert document_of(letter.encode(), "letter").text == letter


def test_attachments_are_passed_over() -> None:
    mail = EmailMessage()
    mail["Message-ID"] = "<2@gazette.example>"
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../../x.pdf")
    assert "holds no text" in failure_of(mail.as_bytes(), "a.eml").reason


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n",
        b"Date: Wed\n\n",
        b"Content-Type: text/plain; charset=nobody-knows\n\n\xff\xfe\x00",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)).encode(),
    ],
)
def test_bad_mails(raw: bytes) -> None:
    assert all(isinstance(one, Failure) and one.mend for one in read_bytes(raw, "a.eml"))


def wrap(text: str, width: int = 70) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def test_a_pdf_has_paragraphs_again() -> None:
    raw = build_pdf([["Talks end without a ferry deal", *wrap(PARA), *wrap(MORE)], ["A last word of the council."]])
    assert document_of(raw, "a.pdf").text == "\n\n".join(
        ["Talks end without a ferry deal", PARA, MORE, "A last word of the council."]
    )
    assert document_of(raw, "wrong.txt").text.startswith("Talks end")


def test_the_day_a_pdf_was_made_is_no_date_of_publication() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(build_pdf([wrap(PARA)])))
    writer.add_metadata({"/CreationDate": "D:20240911120000Z", "/Title": "Microsoft Word - x.doc", "/Author": "PC 4"})
    target = io.BytesIO()
    writer.write(target)
    document = document_of(target.getvalue(), "a.pdf")
    assert (document.published.basis, document.byline, document.headline) == ("unknown", None, document.headline)


def lock(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(build_pdf([wrap(PARA)])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_locked_pdfs() -> None:
    assert "password" in failure_of(lock("secret"), "a.pdf").reason
    assert document_of(lock(""), "a.pdf").text == PARA  # only printing is forbidden


def loop() -> bytes:
    return build_pdf([wrap(PARA)]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (build_pdf([[]]), "no text layer"),
        (build_pdf([[]]) + b"", "OCR"),
        (b"%PDF-1.7 ...", "PDF"),
        (build_pdf([wrap(PARA)])[:300], "PDF"),
        (loop(), ""),
        (build_pdf([["x"]] * 401), "401 pages"),
        (b"", "empty"),
    ],
)
def test_bad_pdfs(raw: bytes, words: str) -> None:
    failure = failure_of(raw, "a.pdf")
    assert words in failure.reason + failure.mend


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    import zlib

    packed = zlib.compress(b"(a) Tj " * 12_000_000, 1)
    body = build_pdf([["x"]])
    start, end = body.index(b"<< /Length"), body.index(b"endstream")
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(packed), packed)
    assert failure_of(body[:start] + stream + body[end:], "a.pdf").mend
    packed = zlib.compress(b"(a) Tj " * 4_000_000, 1)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(packed), packed)
    assert "too large" in failure_of(body[:start] + stream + body[end:], "a.pdf").reason
