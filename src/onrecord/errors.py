"""The one exception family of onrecord.

OnRecordError
├── ReadError        an input cannot be read or holds no article
├── RecordError      the record file is foreign, locked, damaged or of a newer version
├── ModelError       a model or its data is missing or damaged
├── SettingError     a setting or option has a value that cannot be used
└── LookupFailed     an id or a name that the record does not hold
"""


class OnRecordError(Exception):
    """Something a user can mend; the message says what, where and how.

    Args:
        what: The fault in plain words, with its place (path, line, id).
        mend: What the user can do about it.
    """

    def __init__(self, what: str, *, mend: str = "") -> None:
        super().__init__(f"{what}. {mend}" if mend else what)
        self.what = what
        self.mend = mend


class ReadError(OnRecordError):
    """An input cannot be read, or holds no article."""


class RecordError(OnRecordError):
    """The record file is foreign, locked, damaged or of a newer version."""


class ModelError(OnRecordError):
    """A model or its data is missing or damaged."""


class SettingError(OnRecordError):
    """A setting or an option has a value that cannot be used."""


class LookupFailed(OnRecordError):
    """An id or a name that the record does not hold."""
