"""read: files, folders, globs and streams in, documents with zones and stated metadata out."""

from onrecord.read.documents import ReadOptions
from onrecord.read.files import read_sources
from onrecord.read.formats import read_bytes

__all__ = ["ReadOptions", "read_bytes", "read_sources"]
