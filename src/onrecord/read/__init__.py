"""read: files, folders, globs and streams in, documents with zones and stated metadata out."""

from onrecord.read.documents import ReadOptions
from onrecord.read.files import read_sources
from onrecord.read.formats import read_bytes
from onrecord.read.polling import Feed, poll_feed

__all__ = ["Feed", "ReadOptions", "poll_feed", "read_bytes", "read_sources"]
