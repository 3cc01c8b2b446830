"""onrecord keeps the record of a developing story: who said what, what happened, where the accounts part.

`import onrecord` loads nothing heavy; the models load when the first article is added.
"""

from typing import TYPE_CHECKING, Any

from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.engine import Added
    from onrecord.errors import OnRecordError

__all__ = ["Added", "OnRecordError", "Record", "__version__"]


def __getattr__(name: str) -> Any:
    if name == "Record":
        from onrecord.api import Record

        return Record
    if name == "Added":
        from onrecord.engine import Added

        return Added
    if name == "OnRecordError":
        from onrecord.errors import OnRecordError

        return OnRecordError
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
