"""The only place where the stages meet: documents to annotations, annotations to the record's tables."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.compare import compare
from onrecord.config import Settings
from onrecord.corrections.apply import apply_log
from onrecord.corrections.finish import finish_tables
from onrecord.corrections.rows import Correction, Outcome
from onrecord.errors import OnRecordError
from onrecord.link import link
from onrecord.memo import Memo
from onrecord.records import Document, Failure
from onrecord.roster import NO_ROSTER, Roster
from onrecord.tables import Tables


def annotate_document(document: Document, settings: Settings) -> Annotated | Failure:
    """Annotate one document; a fault in it becomes a recorded failure, so that the run goes on."""
    try:
        return annotate(document, pipeline=settings.pipeline, tagger=settings.tagger)
    except MemoryError:
        raise
    except OnRecordError as error:
        return Failure(uri=document.uri, stage="annotate", reason=error.what, mend=error.mend)
    except Exception as error:  # noqa: BLE001 - whatever one article does to a model must not stop the others
        reason = f"{type(error).__name__}: {error}"
        mend = "The article is kept; report the fault, or remove the article and add it again after an upgrade"
        return Failure(uri=document.uri, stage="annotate", reason=reason, mend=mend)


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back the collector of cycles: linking makes millions of rows that stay, and looking through them again and
    again takes a fifth of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def build_tables(annotated: Sequence[Annotated], *, as_of: str | None = None) -> Tables:
    """Link and compare: the whole record from the annotations of its documents, as `build_record` without corrections.

    Args:
        annotated: The annotations, in any order.
        as_of: ISO date at which commitments are judged; None is the latest day that a document is shown to be of.

    Returns:
        Every table; the same annotations give the same tables.
    """
    return build_record(annotated, as_of=as_of)[0]


def build_record(
    annotated: Sequence[Annotated],
    corrections: Sequence[Correction] = (),
    *,
    as_of: str | None = None,
    roster: Roster = NO_ROSTER,
    memo: Memo | None = None,
) -> tuple[Tables, tuple[Outcome, ...]]:
    """The whole record from the annotations of its documents and the log of corrections.

    Args:
        annotated: The annotations, in any order.
        corrections: The log, in any order.
        as_of: ISO date at which commitments are judged; None is the latest day that a document is shown to be of.
        roster: The actors that the user knows beforehand.
        memo: What earlier runs have worked out, and what this one adds; it changes only the work.

    Returns:
        Every table, and what became of each correction; the same annotations, log and roster give the same
        record.
    """
    ruled = apply_log(annotated, corrections)
    with uncollected():
        linked = link(ruled.annotated, ruled.constraints, roster, memo)
        compared = compare(linked, as_of=as_of)
    tables = Tables(
        documents=tuple(linked.documents[name] for name in sorted(linked.documents)),
        times=linked.times,
        actors=linked.actors,
        mentions=linked.mentions,
        statements=linked.statements,
        utterances=linked.utterances,
        events=linked.events,
        proposals=compared.proposals,
        positions=compared.positions,
        claims=compared.claims,
        disputes=compared.disputes,
        corroboration=compared.corroboration,
        commitments=compared.commitments,
        coverage=linked.coverage,
        storylines=linked.storylines,
        links=linked.links,
    )
    return finish_tables(tables, linked, ruled)
