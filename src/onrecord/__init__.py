"""onrecord keeps the record of a developing story: who said what, what happened, where the accounts part.

`import onrecord` loads nothing heavy; the models load when the first article is added.
"""

from typing import TYPE_CHECKING, Any

from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.api import Added, Record
    from onrecord.errors import OnRecordError

__all__ = ["Added", "OnRecordError", "Record", "__version__"]


def __getattr__(name: str) -> Any:
    if name in ("Added", "Record"):
        from onrecord import api

        return getattr(api, name)
    if name == "OnRecordError":
        from onrecord.errors import OnRecordError

        return OnRecordError
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
