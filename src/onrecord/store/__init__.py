"""store: the record kept in a database; the Store protocol and its backends."""

from onrecord.store.base import Store
from onrecord.store.sqlite import open_store

__all__ = ["Store", "open_store"]
