"""Digests of all that the judgement of two groups of accounts depends on, so that it need not be made twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.link.event_conflicts import is_leader
from onrecord.link.event_groups import Account, Group, World
from onrecord.linked import Local
from onrecord.memo import digest


@dataclass(slots=True)
class Prints:
    """The digests of accounts in one world, each made once."""

    world: World
    accounts: dict[Local, tuple[Account, bytes]] = field(default_factory=dict)
    actors: dict[str, bytes] = field(default_factory=dict)
    documents: dict[str, bytes] = field(default_factory=dict)
    tellings: dict[str, bytes] = field(default_factory=dict)

    def print_accounts(self, accounts: Iterable[Account]) -> bytes:
        """A digest of some accounts: what they tell, and who takes part."""
        told = tuple(accounts)
        actors = {one for account in told for one in (*account.who, *(part.actor for part in account.parts))}
        return digest(
            [self._print_account(one) for one in told],
            [self._print_actor(one) for one in sorted(actors)],
            [self.world.published[one] for one in sorted({one.local[0] for one in told})],
        )

    def _print_account(self, account: Account) -> bytes:
        known = self.accounts.get(account.local)
        if known is None or known[0] is not account:
            known = self.accounts[account.local] = (account, digest(account))
        return known[1]

    def _print_actor(self, actor: str) -> bytes:
        if actor not in self.actors:
            row = self.world.actors[actor]
            # Where offices are printed grows with every document; which they are is all that counts here.
            titles = sorted({office.title for office in row.offices})
            self.actors[actor] = digest(row.id, row.kind, row.name, row.side, is_leader(row), titles)
        return self.actors[actor]

    def print_documents(self, groups: Iterable[Group]) -> bytes:
        """A digest of the documents of some groups: when they were published, and their texts."""
        return digest([self.print_document(key) for key in sorted({key for one in groups for key in one.documents})])

    def print_telling(self, document: str, groups: Sequence[Group]) -> bytes:
        """A digest of a document and of the events it tells of."""
        if document not in self.tellings:
            told = [(one.locals, self.print_accounts(one.accounts)) for one in groups]
            self.tellings[document] = digest(self.print_document(document), told)
        return self.tellings[document]

    def print_document(self, document: str) -> bytes:
        """A digest of a document: when it was published, and its text."""
        if document not in self.documents:
            self.documents[document] = digest(
                document, self.world.published[document], self.world.texts.get(document, b"")
            )
        return self.documents[document]
