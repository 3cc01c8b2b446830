"""How long work tells how far it is: a protocol that is silent by default."""

from typing import Protocol


class Progress(Protocol):
    """What a caller may pass to be told how far the work is."""

    def start(self, task: str, total: int | None) -> None:
        """A task begins; `total` counts its steps, None if unknown."""

    def advance(self, label: str = "") -> None:
        """One step is done; `label` names what was worked on."""

    def finish(self) -> None:
        """The task has ended."""


class Silent:
    """Progress that says nothing."""

    def start(self, task: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, label: str = "") -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""
