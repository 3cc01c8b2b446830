"""Setting things right at the desk: the forms' answers, the log with what became of each entry, and undoing.

A correction is made by the worker that adds articles. The visitor waits for it some seconds, as most take one or two,
and then sees the corrected row with a line that says what became of the correction; a longer one has a job's page.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from onrecord.api import Record
from onrecord.corrections.rows import Logged
from onrecord.corrections.words import describe
from onrecord.present.changes import match_rows
from onrecord.web.authors import keep_author
from onrecord.web.desk import Desk, DeskOf
from onrecord.web.faults import Refused
from onrecord.web.forms import read_form
from onrecord.web.jobs import Job
from onrecord.web.rendering import render
from onrecord.web.view import PAGES, DeskView

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

WAIT_SECONDS = 25
FIELDS: Mapping[str, tuple[str, ...]] = {
    "merge": (),
    "split": ("words", "document", "place"),
    "speaker": ("value", "source", "actor_kind"),
    "date": ("value",),
    "drop": (),
    "add": ("content", "value", "source", "cue", "act", "actor_kind", "place"),
    "settle": ("value",),
    "mark": ("value", "text", "words", "document"),
    "rename": ("value",),
}
"""The kinds of correction that the forms make, and the values each takes."""


def read_values(form: FormData) -> tuple[str, list[str], dict[str, str]]:
    """Kind, ids and values of a correction from its form.

    Raises:
        Refused: A kind that there is not.
    """
    kind = str(form.get("kind") or "")
    if kind not in FIELDS:
        raise Refused(422)
    ids = [one.strip()[:300] for one in form.getlist("id") if isinstance(one, str) and one.strip()]
    values = {name: str(form.get(name) or "").strip()[:20_000] for name in FIELDS[kind]}
    if kind == "split":  # one choice holds the document, and the place where it is a part of it
        values["document"], _, values["place"] = str(form.get("part") or "").partition("@")
    return kind, ids, {name: value for name, value in values.items() if value}


def make(kind: str, ids: list[str], values: Mapping[str, str], author: str, reason: str) -> Any:
    """What makes a correction once its turn has come."""

    def todo(record: Record) -> Logged:
        return record.correct(kind, *ids, author=author, reason=reason, **values)  # type: ignore[arg-type]

    return todo


@router.post("/corrections")
async def correct(request: Request, desk: DeskOf) -> Response:
    """Make a correction, and go to the row it has changed."""
    async with read_form(request) as form:
        kind, ids, values = read_values(form)
        author, reason = read_who(form)
    return await carry_out(request, desk, make(kind, ids, values, author, reason), ids[0] if ids else "", author)


@router.post("/corrections/undo")
async def undo(request: Request, desk: DeskOf) -> Response:
    """Undo a correction, and go to the log."""
    async with read_form(request) as form:
        number = str(form.get("number") or "")
        author, reason = read_who(form)
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        raise Refused(422)

    def todo(record: Record) -> Logged:
        return record.undo(int(number), author=author, reason=reason)

    return await carry_out(request, desk, todo, "", author)


def read_who(form: FormData) -> tuple[str, str]:
    """Who corrects, and why.

    Raises:
        Refused: Nobody is named.
    """
    author = " ".join(str(form.get("author") or "").split())[:100]
    if not author:
        raise Refused(422, "A correction needs a name: fill in who makes it.")
    return author, " ".join(str(form.get("reason") or "").split())[:2000]


async def carry_out(request: Request, desk: Desk, todo: Any, row_id: str, author: str) -> Response:
    """Put a correction in the queue, wait a while, and lead to what has become of it."""
    before = desk.snapshot().view
    job = desk.jobs.correct(todo, before.link_row(row_id))
    if not await run_in_threadpool(job.over.wait, WAIT_SECONDS):
        return RedirectResponse(f"/adding/{job.id}", status_code=303)
    if job.fault:
        raise Refused(422 if job.refused else 500, job.fault)
    after = (await run_in_threadpool(desk.snapshot, newest=True)).view
    answer = RedirectResponse(lead_to(job, before, after, row_id), status_code=303)
    answer.headers["set-cookie"] = keep_author(request, author)
    return answer


def lead_to(job: Job, before: DeskView, after: DeskView, row_id: str) -> str:
    """The page on which a correction is to be seen."""
    entry = job.entry
    if entry is None or entry.correction.kind == "undo":
        return f"/corrections?done={entry.number}" if entry else "/corrections"
    old = before.find(row_id)
    if entry.correction.kind in ("add", "drop") and entry.correction.targets:
        document = entry.correction.targets[0].anchors[0].document
        place = find_place(after, entry) if entry.correction.kind == "add" else None
        at = f"&at={place}" if place else ""
        return f"/documents/{quote(document, safe='')}?done={entry.number}{at}" if document in after.documents else ""
    found = row_id if after.find(row_id) else find_corrected(after, entry)
    if not found and old is not None and hasattr(old[1], "evidence"):
        found = {theirs: mine for mine, theirs in match_rows((old[1],), getattr(after.tables, old[0])).items()}.get(
            row_id, ""
        )
    page = after.link_row(found) if found else ""
    return f"{page or '/corrections'}?done={entry.number}"


def find_corrected(view: DeskView, entry: Logged) -> str:
    """The row that a correction has left its mark at, or nothing."""
    words = describe(entry.correction)
    for link in view.tables.links:
        if link.kind == "correction" and words in link.reasons:
            found = view.find(link.a)
            if found and found[0] in PAGES:
                return link.a
    return ""


def find_place(view: DeskView, entry: Logged) -> str:
    """The place in its document of a statement that was added, for the address of the document's page."""
    found = view.statements.get(find_corrected(view, entry))
    return f"{found.content[0].start}-{found.content[0].end}" if found else ""


@router.get("/corrections")
def list_corrections(request: Request, desk: DeskOf) -> Response:
    """The log, the latest first, and apart from it what has no place in the record."""
    log = desk.record.corrections()[::-1]
    view = desk.snapshot().view
    rows = {reason: link.a for link in view.tables.links if link.kind == "correction" for reason in link.reasons}
    return render(
        request,
        "corrections.html",
        here="/corrections",
        title="Corrections",
        view=view,
        log=log,
        loose=[one for one in log if one.state == "unanchored"],
        numbers={one.correction.id: one.number for one in log},
        pages={one.number: view.link_row(rows.get(describe(one.correction), "")) for one in log},
    )


@router.get("/corrections.jsonl")
def export_corrections(desk: DeskOf) -> Response:
    """The log as JSON Lines, for `onrecord correct --import`."""
    headers = {"content-disposition": 'attachment; filename="corrections.jsonl"'}
    return Response(desk.record.export_corrections(), media_type="application/jsonl", headers=headers)
