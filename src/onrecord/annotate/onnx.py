"""Loading of shipped ONNX models and the tokenizer they share: on the CPU, one thread, checksums verified.

One thread, so that processes can share a machine and every run adds in the same order.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODELS = Path(__file__).parent / "models"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
MEND = "Install onrecord again (pip install --force-reinstall onrecord)"


def read_verified(path: Path, sha256: str, *, mend: str = MEND) -> bytes:
    """The bytes of a model file, checked.

    Args:
        path: The file.
        sha256: What its SHA-256 must be, hexadecimal.
        mend: What the user can do if it is not.

    Raises:
        ModelError: The file is missing, unreadable or not the one that was released.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"The model file {path} cannot be read: {error.strerror}", mend=mend) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ModelError(f"The model file {path} is damaged: its SHA-256 is not the released one", mend=mend)
    return data


@lru_cache(maxsize=4)
def load_session(path: Path, sha256: str, *, mend: str = MEND) -> Any:
    """An ONNX Runtime session over a verified file, on one CPU thread.

    Raises:
        ModelError: The file is missing, damaged, or cannot be run here.
    """
    data = read_verified(path, sha256, mend=mend)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        # onnxruntime raises a dozen types of its own that share no base but Exception.
        raise ModelError(f"ONNX Runtime cannot run {path}: {error}", mend="Update onnxruntime") from error


@lru_cache(maxsize=1)
def load_tokenizer() -> Tokenizer:
    """The WordPiece tokenizer of all-MiniLM-L6-v2, without truncation or padding.

    Raises:
        ModelError: The file is missing or damaged.
    """
    data = read_verified(MODELS / "tokenizer.json", TOKENIZER_SHA256)
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(data.decode("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
