"""Files, folders, globs, URLs and standard input: the only module of `read` that touches the disk.

In a folder only files with a known suffix are articles, hidden ones excepted; a file named by itself is read whatever
it is called, its kind told from its first bytes.
"""

import glob
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import ReadError, SettingError
from onrecord.progress import Progress, Silent
from onrecord.read.dates import parse_stated_day
from onrecord.read.documents import FETCH_SECONDS, MAX_ARTICLE_BYTES, ReadOptions
from onrecord.read.formats import SNIFFED, SUFFIXES, media_of_name, read_stream, tell_kind
from onrecord.read.packing import PIECE, peek
from onrecord.read.urls import Robots, is_url, read_url
from onrecord.records import Failure, Published, Received

STDIN = "-"
GLOB_SIGNS = "*?["
MAX_PIPED = 2 << 30


def read_sources(
    sources: Sequence[str | Path],
    *,
    given_date: str | None = None,
    max_article_bytes: int = MAX_ARTICLE_BYTES,
    allow_private_addresses: bool = False,
    fetch_seconds: int = FETCH_SECONDS,
    progress: Progress | None = None,
) -> Iterator[Received | Failure]:
    """Read articles from files, folders, globs, URLs and standard input.

    Args:
        sources: Paths, patterns, http or https URLs, or "-" for standard input.
        given_date: ISO day or month for documents that state no date.
        max_article_bytes: A longer article is refused.
        allow_private_addresses: May a URL lead to this machine or a private network?
        fetch_seconds: How long one URL may take.
        progress: Told of each source read.

    Returns:
        Each article as received, or the failure that kept it out, in the order of the sources.

    Raises:
        SettingError: The given date is none.
    """
    options = ReadOptions(
        given=parse_given_date(given_date),
        max_article_bytes=max_article_bytes,
        allow_private_addresses=allow_private_addresses,
        fetch_seconds=fetch_seconds,
    )
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
    """Read source after source; what was named twice is read once."""
    progress.start("reading", None)
    seen: set[str] = set()
    robots: Robots = {}
    for source in sources:
        if isinstance(source, str) and is_url(source):
            if source not in seen:
                seen.add(source)
                yield from read_url(source, options, robots)
                progress.advance(source)
            continue
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
    """The articles in one file or in standard input."""
    uri = uri_of(path)
    try:
        with open_source(path) as stream:
            head, whole = peek(stream, SNIFFED)
            kind = tell_kind(uri, head)
            if kind == "application/wacz":
                with open_seekable(stream, whole) as seekable:
                    yield from read_stream(seekable, uri, kind, options)
            else:
                yield from read_stream(whole, uri, kind, options)
    except (PermissionError, FileNotFoundError) as error:
        yield fail(path, f"The file cannot be opened ({reason_of(error)})", "Check the path and its permissions")
    except (OSError, EOFError, zlib.error, ValueError, ReadError) as error:
        yield fail(path, f"The file cannot be read ({reason_of(error)})", "Check that it is whole and of a known kind")


@contextmanager
def open_source(path: Path) -> Iterator[BinaryIO]:
    """Open a file or standard input.

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
        yield stream


@contextmanager
def open_seekable(stream: BinaryIO, whole: BinaryIO) -> Iterator[BinaryIO]:
    """A source that can be read in any order, as ZIP files must be: itself, or a copy on disk of what a pipe gives."""
    if stream.seekable():
        stream.seek(0)
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        size = 0
        while piece := whole.read(PIECE):
            size += len(piece)
            if size > MAX_PIPED:
                raise ReadError(f"it is larger than {MAX_PIPED >> 30} GiB", mend="Save it as a file")
            copy.write(piece)
        copy.seek(0)
        yield cast("BinaryIO", copy)
