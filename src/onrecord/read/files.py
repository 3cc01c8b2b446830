"""Files, folders, globs and standard input: the only module of `read` that touches the disk.

In a folder only files with a known suffix are articles, hidden ones excepted; a file named by itself is read whatever
it is called, its kind told from its first bytes.
"""

import glob
import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import ReadError, SettingError
from onrecord.progress import Progress, Silent
from onrecord.read.dates import parse_stated_day
from onrecord.read.documents import MAX_ARTICLE_BYTES, ReadOptions
from onrecord.read.formats import SUFFIXES, media_of_name, read_bytes
from onrecord.read.jsonlines import LINE_FACTOR, read_lines
from onrecord.read.pages import PAGE_FACTOR
from onrecord.records import Failure, Published, Received

STDIN = "-"
GLOB_SIGNS = "*?["
GZIP = b"\x1f\x8b"


def read_sources(
    sources: Sequence[str | Path],
    *,
    given_date: str | None = None,
    max_article_bytes: int = MAX_ARTICLE_BYTES,
    progress: Progress | None = None,
) -> Iterator[Received | Failure]:
    """Read articles from files, folders, globs and standard input.

    Args:
        sources: Paths, patterns, or "-" for standard input.
        given_date: ISO day or month for documents that state no date.
        max_article_bytes: A longer article is refused.
        progress: Told of each source read.

    Returns:
        Each article as received, or the failure that kept it out, in the order of the sources.

    Raises:
        SettingError: The given date is none.
    """
    options = ReadOptions(given=parse_given_date(given_date), max_article_bytes=max_article_bytes)
    return read_each(list(sources), options, progress or Silent())


def parse_given_date(given: str | None) -> Published | None:
    """The publication date a user gives.

    Raises:
        SettingError: It is not one day or month.
    """
    if given is None:
        return None
    published = parse_stated_day(given, "given")
    if published is None or "/" in (published.edtf or ""):
        raise SettingError(f"{given!r} is not a date", mend="Write it as YYYY-MM-DD, e.g. 2024-09-30")
    return published


def read_each(sources: Sequence[str | Path], options: ReadOptions, progress: Progress) -> Iterator[Received | Failure]:
    """Read source after source; a path that was named twice is read once."""
    progress.start("reading", None)
    seen: set[str] = set()
    for source in sources:
        for found in expand(source):
            if isinstance(found, Failure):
                yield found
            elif str(found) not in seen:
                seen.add(str(found))
                yield from read_file(found, options)
                progress.advance(uri_of(found))
    progress.finish()


def uri_of(path: Path) -> str:
    """A path as given, with slashes; bytes of a name that are no text are shown as escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def expand(source: str | Path) -> Iterator[Path | Failure]:
    """The files that a source stands for, sorted, or why there are none."""
    path = Path(source)
    try:
        if str(source) == STDIN:
            yield path
        elif path.is_dir():
            yield from expand_folder(path)
        elif os.path.lexists(path):
            yield path
        elif any(sign in str(source) for sign in GLOB_SIGNS):
            yield from expand_pattern(str(source))
        else:
            yield fail(path, "There is no such file or folder", "Check the path")
    except (OSError, ValueError) as error:
        yield fail(path, f"The path cannot be used ({reason_of(error)})", "Check the path")


def expand_folder(folder: Path) -> Iterator[Path | Failure]:
    """The articles in a folder and the folders within it."""
    faults: list[OSError] = []
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visible = (name for name in names if not name.startswith(".") and media_of_name(name) is not None)
        found.extend(Path(place) / name for name in visible)
    for fault in sorted(faults, key=lambda one: str(one.filename)):
        broken = Path(fault.filename or folder)
        yield fail(broken, f"The folder cannot be read ({reason_of(fault)})", "Change its permissions")
    yield from sorted(found, key=lambda one: one.as_posix())
    if not found and not faults:
        yield fail(folder, "The folder holds no articles", "Known kinds of file: " + ", ".join(sorted(SUFFIXES)))


def expand_pattern(pattern: str) -> Iterator[Path | Failure]:
    """The files a glob matches; hidden ones only if it says so."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
    for name in found:
        if Path(name).is_file():
            yield Path(name)
    if not any(Path(name).is_file() for name in found):
        yield fail(Path(pattern), "No file matches the pattern", "Check the path, and quote the pattern if need be")


def reason_of(error: Exception) -> str:
    """What the system says of a fault, in few words."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()


def fail(path: Path, reason: str, mend: str) -> Failure:
    """A failure of the read stage."""
    return Failure(uri=uri_of(path), stage="read", reason=reason, mend=mend)


def read_file(path: Path, options: ReadOptions) -> Iterator[Received | Failure]:
    """The articles in one file."""
    uri = uri_of(path)
    try:
        with open_source(path) as stream:
            media = media_of_name(uri)
            if media == "application/x-ndjson":
                yield from read_stream(stream, uri, options)
            else:
                limit = (PAGE_FACTOR + 1) * options.max_article_bytes
                yield from read_bytes(stream.read(limit + 1), uri, media=media, options=options)
    except (PermissionError, FileNotFoundError) as error:
        yield fail(path, f"The file cannot be opened ({reason_of(error)})", "Check the path and its permissions")
    except (OSError, EOFError, zlib.error, ValueError, ReadError) as error:
        yield fail(path, f"The file cannot be read ({reason_of(error)})", "Check that it is whole and of a known kind")


@contextmanager
def open_source(path: Path) -> Iterator[BinaryIO]:
    """Open a file or standard input; what is compressed by gzip is read as what it holds.

    Raises:
        ReadError: A device or socket, which has no end.
    """
    if str(path) == STDIN:
        yield sys.stdin.buffer
        return
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise ReadError("it is no regular file", mend="Give a file")
    with path.open("rb") as stream:
        if stream.peek(2)[:2] == GZIP:
            with gzip.open(stream) as unpacked:
                yield cast("BinaryIO", unpacked)
        else:
            yield stream


def read_stream(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """JSON Lines of any length, a line at a time."""
    held = False
    for one in read_lines(split_stream(stream, LINE_FACTOR * options.max_article_bytes), uri, options):
        held = True
        yield one
    if not held:
        yield Failure(uri=uri, stage="read", reason="The file is empty", mend="Check that it was saved in full")


def split_stream(stream: BinaryIO, limit: int) -> Iterable[bytes]:
    """The lines of a stream; of one that is too long only so much that its reader can tell."""
    first = True
    while line := stream.readline(limit + 2):
        kept = line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 2)
        yield kept
