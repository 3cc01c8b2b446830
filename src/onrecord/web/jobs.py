"""Adding and correcting while the desk goes on: one worker thread, a queue, and how far each job is.

There is one queue for both, so that no job derives the record from a state that another is about to change.
"""

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onrecord.api import Record
from onrecord.config import Settings
from onrecord.corrections.rows import Logged
from onrecord.engine import Added
from onrecord.errors import LookupFailed, OnRecordError, SettingError
from onrecord.memo import Memo
from onrecord.web.faults import Refused

log = logging.getLogger(__name__)

KEPT = 50  # jobs that are remembered
MOST_WAITING = 10  # jobs; the bytes of each are held in memory


@dataclass(slots=True, kw_only=True)
class Job:
    """Some articles to add, or a correction to make, and how far that is; also the Progress the library reports to.

    Attributes:
        id: Its address, which cannot be guessed.
        files: Name and bytes of each file; let go of when done.
        urls: Pages to fetch.
        date: ISO publication date for documents that state none.
        state: "waiting", "working", "done" or "stopped".
        fault: Why it stopped, in our own words.
        todo: What makes the correction; None adds articles.
        back: The page of the row that is corrected.
        entry: The correction as it came out.
        refused: Did it stop because what was asked for cannot be?
        over: Set when there is nothing more to wait for.
    """

    id: str
    names: tuple[str, ...]
    files: list[tuple[str, bytes]]
    urls: tuple[str, ...]
    date: str | None
    begun: str
    state: str = "waiting"
    task: str = ""
    total: int | None = None
    steps: int = 0
    label: str = ""
    added: Added | None = None
    fault: str = ""
    lines: list[str] = field(default_factory=list)
    todo: Callable[[Record], Logged] | None = None
    back: str = ""
    entry: Logged | None = None
    refused: bool = False
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Is there nothing more to wait for?"""
        return self.state in ("done", "stopped")

    def start(self, task: str, total: int | None) -> None:
        """A task begins."""
        self.task, self.total, self.steps, self.label = task, total, 0, ""

    def advance(self, label: str = "") -> None:
        """One step is done."""
        self.steps += 1
        self.label = label

    def finish(self) -> None:
        """The task has ended."""
        if self.task and (self.steps or self.total is None):
            self.lines.append(f"{self.task}: {self.steps}" if self.steps else self.task)
        self.task = ""


class Jobs:
    """The jobs of this desk.

    Args:
        settings: Which record, and how articles are annotated.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.jobs: dict[str, Job] = {}
        self.waiting: queue.Queue[Job] = queue.Queue()
        self.guard = threading.Lock()
        self.worker: threading.Thread | None = None

    def submit(self, files: list[tuple[str, bytes]], urls: tuple[str, ...], date: str | None) -> Job:
        """Take files and URLs in; the work begins when the jobs before are over.

        Raises:
            Refused: Too many jobs are waiting.
        """
        names = (*(name for name, _ in files), *urls)
        return self.take(Job(id=secrets.token_urlsafe(9), names=names, files=files, urls=urls, date=date, begun=now()))

    def correct(self, todo: Callable[[Record], Logged], back: str) -> Job:
        """Take a correction in.

        Args:
            todo: Makes it.
            back: The page of the row that is corrected.

        Raises:
            Refused: Too many jobs are waiting.
        """
        names = ("a correction",)
        job = Job(id=secrets.token_urlsafe(9), names=names, files=[], urls=(), date=None, begun=now())
        job.todo, job.back = todo, back
        return self.take(job)

    def take(self, job: Job) -> Job:
        """Put a job at the end of the queue."""
        with self.guard:
            if self.waiting.qsize() >= MOST_WAITING:
                raise Refused(503, "Too much is waiting to be done already. Try again when some of it is done.")
            self.jobs[job.id] = job
            for old in list(self.jobs.values())[:-KEPT]:
                if old.is_over:
                    del self.jobs[old.id]
            if self.worker is None:
                # A daemon: a stopped desk does not wait; what is half done is not in the record (one transaction).
                self.worker = threading.Thread(target=self.work, name="onrecord-adding", daemon=True)
                self.worker.start()
        self.waiting.put(job)
        return job

    def find(self, job_id: str) -> Job | None:
        """A job by its address."""
        return self.jobs.get(job_id)

    def recent(self) -> list[Job]:
        """The jobs, the latest first."""
        with self.guard:
            return list(self.jobs.values())[::-1]

    def work(self) -> None:
        """Do one job after the other, for as long as the desk is open."""
        memo = Memo()
        while True:
            job = self.waiting.get()
            job.state = "working"
            try:
                with Record(settings=self.settings, create=False, memo=memo) as record:
                    if job.todo is not None:
                        job.entry = job.todo(record)
                    else:
                        job.added = record.add_given(job.files, job.urls, date=job.date, progress=job)
                job.state = "done"
            except Exception as error:  # noqa: BLE001 - one job must not stop those after it
                # What a person named and is not there is for that person; all else is for the log.
                job.refused = job.todo is not None and isinstance(error, LookupFailed | SettingError)
                what = error.what if isinstance(error, OnRecordError) else ""
                job.fault = f"{what}." if job.refused else log_fault(error)
                job.state = "stopped"
            finally:
                job.files = []
                job.over.set()
                self.waiting.task_done()


def log_fault(error: Exception) -> str:
    """A sentence for the visitor, with the number under which the log has the rest."""
    number = secrets.token_hex(4)
    log.error("Error %s while adding or correcting", number, exc_info=error)
    return f"The record could not be brought up to date. The log has the details under the number {number}."


def now() -> str:
    """The moment it is, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
