"""A long list cut into pages, with addresses that keep the filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

ROWS = 100  # on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a list.

    Attributes:
        rows: What stands on it.
        total: Rows in all.
        number: Its number, from 1.
        size: Rows that a page holds.
        path: The address of the list.
        query: What the address says beside the page.
    """

    rows: Sequence[Any]
    total: int
    number: int
    size: int
    path: str
    query: tuple[tuple[str, str], ...]

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        """The number of its first row, from 1."""
        return (self.number - 1) * self.size + 1

    def link(self, number: int) -> str:
        """The address of another page."""
        return f"{self.path}?{urlencode([*self.query, ('page', str(number))])}"


def describe_page(request: Request, rows: Sequence[Any], total: int, number: int, size: int = ROWS) -> Page:
    """A page whose rows are already cut."""
    query = tuple((name, value) for name, value in request.query_params.multi_items() if name != "page" and value)
    return Page(rows=rows, total=total, number=number, size=size, path=request.url.path, query=query)


def cut_page(request: Request, rows: Sequence[Any], number: int, size: int = ROWS) -> Page:
    """One page of rows."""
    start = (number - 1) * size
    return describe_page(request, rows[start : start + size], len(rows), number, size)
