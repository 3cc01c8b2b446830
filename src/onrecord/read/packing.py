"""Packed and chunked bytes, unpacked a piece at a time, so that a bomb costs no more memory than an article.

A stream that grows more than two hundredfold is refused: news pages grow five to twenty times, bombs a thousand.
"""

import gzip
import io
import zlib
from typing import Any, BinaryIO, cast

from onrecord.errors import ReadError

GZIP = b"\x1f\x8b"
MAX_GROWTH = 200
FREE_BYTES = 64 << 20  # up to here growth is nobody's harm
PIECE = 1 << 16
LOOKED_AT = 64


class Rejoined(io.RawIOBase):
    """A stream with bytes that were read from it put back in front; counts what goes through."""

    def __init__(self, head: bytes, rest: BinaryIO, fault: Exception | None = None) -> None:
        self.head = head
        self.rest = rest
        self.fault = fault
        self.count = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Give the head, then the rest."""
        room = len(buffer)
        if self.head:
            piece, self.head = self.head[:room], self.head[room:]
        elif self.fault is not None:
            raise self.fault
        else:
            piece = self.rest.read(room)
        buffer[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


class Unpacked(io.RawIOBase):
    """What a gzip stream holds.

    Raises:
        ReadError: On reading, once it has grown as no text does.
    """

    def __init__(self, packed: Rejoined) -> None:
        self.packed = packed
        self.stream = gzip.GzipFile(fileobj=io.BufferedReader(packed, PIECE))
        self.count = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Unpack the next piece."""
        piece = self.stream.read1(len(buffer))
        self.count += len(piece)
        check_growth(self.packed.count, self.count)
        buffer[: len(piece)] = piece
        return len(piece)


def check_growth(packed: int, unpacked: int) -> None:
    """Refuse a bomb.

    Raises:
        ReadError: It is one.
    """
    if unpacked > max(FREE_BYTES, MAX_GROWTH * packed):
        what = f"It unpacks to more than {MAX_GROWTH} times its size, as archives made to do harm do"
        raise ReadError(what, mend="If you trust it, unpack it yourself and add what it holds")


def peek(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream as if they had not been read; gzip is unpacked.

    A fault in a packed stream (OSError, EOFError, zlib.error, ReadError) is raised by the reading that meets it.
    """
    head = stream.read(size)
    whole = Rejoined(head, stream)
    if not head.startswith(GZIP):
        return head, cast("BinaryIO", io.BufferedReader(whole, PIECE))
    unpacked = Unpacked(whole)
    head, fault = read_up_to(unpacked, size)
    again = Rejoined(head, cast("BinaryIO", unpacked), fault)
    return head, cast("BinaryIO", io.BufferedReader(again, PIECE))


def read_up_to(stream: io.RawIOBase, size: int) -> tuple[bytes, Exception | None]:
    """So many bytes of a stream that gives fewer at a time, and the fault that ended them early."""
    pieces: list[bytes] = []
    try:
        while size > 0 and (piece := stream.read(min(size, PIECE))):
            pieces.append(piece)
            size -= len(piece)
    except (OSError, EOFError, zlib.error, ReadError) as error:
        return b"".join(pieces), error
    return b"".join(pieces), None


def unpack_body(body: bytes, coding: str, limit: int) -> bytes:
    """The body of an HTTP response without its content coding, cut one byte behind the limit.

    Raises:
        ReadError: An unknown coding, or the body is broken.
    """
    for name in reversed([one.strip().lower() for one in coding.split(",") if one.strip()]):
        if name in ("identity", "utf-8", "none"):
            continue
        if name not in ("gzip", "x-gzip", "deflate", "br"):
            raise ReadError(f"The page is packed as {name!r}, which is not read here", mend="Save it as a plain page")
        if body[:LOOKED_AT].lstrip().startswith(b"<") or (name.endswith("gzip") and not body.startswith(GZIP)):
            continue  # crawlers unpack bodies and leave the header as it was
        if name == "br":
            body = unpack_brotli(body, limit)
        else:
            body = inflate(body, limit, bare=name == "deflate" and body[:1] != b"\x78")
    return body[: limit + 1]


def inflate(body: bytes, limit: int, *, bare: bool) -> bytes:
    """Unpack gzip or deflate up to a limit; a cut body gives what it holds.

    Raises:
        ReadError: It is broken.
    """
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32).decompress(body, limit + 1)
    except zlib.error as error:
        raise ReadError(f"The page's packing is broken ({error})", mend="Save the page again") from error


def unpack_brotli(body: bytes, limit: int) -> bytes:
    """Unpack brotli up to a limit.

    Raises:
        ReadError: It is broken.
    """
    import brotli

    unpacker = brotli.Decompressor()
    pieces = []
    size = 0
    try:
        piece = unpacker.process(body, output_buffer_limit=PIECE)
        while piece and size <= limit:
            pieces.append(piece)
            size += len(piece)
            piece = unpacker.process(b"", output_buffer_limit=PIECE)
    except brotli.error as error:
        raise ReadError("The page's packing is broken (brotli)", mend="Save the page again") from error
    return b"".join(pieces)


def join_chunks(body: bytes) -> bytes:
    """A body sent in chunks (RFC 9112, section 7.1), joined; as it is where it is none, as crawlers often store it."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16) if size.isalnum() else -1
        except ValueError:
            length = -1
        if length < 0:
            return b"".join(pieces) if pieces else body
        if length == 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
