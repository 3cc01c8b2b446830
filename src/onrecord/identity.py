"""Ids that derive from content: the same input gives the same id, in any order of adding."""

import hashlib


def build_id(prefix: str, *parts: object) -> str:
    """Build a short stable id.

    Args:
        prefix: The kind of thing: "doc", "act", "sta", "utt", "evt", "pro", "pos", "clm", "dis", "com", "cov", "sty".
        parts: What the id derives from; their `str` must not depend on order or memory.

    Returns:
        `prefix-` and 12 hexadecimal digits of a SHA-256.

    >>> build_id("act", "person", "Ada Moreau") == build_id("act", "person", "Ada Moreau")
    True
    """
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:12]}"
