"""Sentence embeddings (MiniLM, int8 ONNX)."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import LocalStatement


def embed_document(parse: Parse) -> bytes:
    """To be written."""
    return b""


def embed_statements(parse: Parse, statements: tuple[LocalStatement, ...]) -> tuple[LocalStatement, ...]:
    """To be written."""
    return statements
