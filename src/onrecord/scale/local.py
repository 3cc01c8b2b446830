"""Annotate documents in this process, or in a pool of processes; the results are the same."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from onrecord.annotations import Annotated
from onrecord.config import Settings
from onrecord.pipeline import annotate_document
from onrecord.records import Document, Failure

ARTICLES_PER_WORKER = 60  # below this a second process costs more (loading models) than it saves


def count_workers(articles: int, settings: Settings) -> int:
    """How many processes to use: as set, or as many as the work and the cores warrant."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return settings.workers or max(1, min(cores, articles // ARTICLES_PER_WORKER))


def annotate_all(documents: Sequence[Document], settings: Settings) -> Iterator[tuple[Document, Annotated | Failure]]:
    """Annotate each document, in order.

    Args:
        documents: What to annotate.
        settings: Pipeline, tagger and number of workers.

    Yields:
        Each document with its annotations, or the failure that kept it from having any.
    """
    work = partial(annotate_document, settings=settings)
    workers = count_workers(len(documents), settings)
    if workers == 1:
        yield from ((document, work(document)) for document in documents)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from zip(documents, pool.map(work, documents, chunksize=4), strict=True)
