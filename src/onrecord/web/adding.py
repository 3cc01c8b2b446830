"""Adding articles at the desk: a form, a job for the worker, a page that renews itself until the job is over."""

from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from onrecord.web.desk import DeskOf
from onrecord.web.faults import Refused
from onrecord.web.forms import read_form
from onrecord.web.pages import read_day
from onrecord.web.rendering import render

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

MOST_URLS = 100
RENEW_SECONDS = 2


def name_upload(name: str, number: int) -> str:
    """The last part of a file's name as the browser gives it, printable, for a document's source.

    >>> name_upload("C:\\\\news\\\\one.txt", 1), name_upload("../../etc/passwd", 2), name_upload("", 3)
    ('one.txt', 'passwd', 'upload-3')
    """
    last = PurePosixPath(PureWindowsPath(name).name).name
    shown = "".join(sign for sign in last if sign.isprintable()).strip(". ")[-120:]
    return shown or f"upload-{number}"


def read_urls(text: str) -> tuple[str, ...]:
    """The addresses of a form, one a line.

    Raises:
        Refused: One is no web address, or there are too many.
    """
    urls = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(urls) > MOST_URLS:
        raise Refused(422, f"At most {MOST_URLS} addresses can be added at a time.")
    for url in urls:
        try:
            parts = urlsplit(url)
            host = parts.hostname
        except ValueError:
            host = None
        if not host or parts.scheme not in ("http", "https"):
            raise Refused(422, "An address must begin with http:// or https://, one a line.")
    return urls


async def read_files(form: FormData) -> list[tuple[str, bytes]]:
    """Name and bytes of each file of a form."""
    found: list[tuple[str, bytes]] = []
    for one in form.getlist("files"):
        if isinstance(one, UploadFile) and (one.filename or one.size):
            found.append((name_upload(one.filename or "", len(found) + 1), await one.read()))
    return found


@router.get("/adding")
def show_form(request: Request, desk: DeskOf) -> Response:
    """The form, and the jobs lately."""
    return render(
        request,
        "adding.html",
        here="/adding",
        title="Add articles",
        jobs=[job for job in desk.jobs.recent() if job.todo is None][:10],
    )


@router.post("/adding")
async def add_articles(request: Request, desk: DeskOf) -> Response:
    """Take files and addresses, and go to the page of the job."""
    async with read_form(request) as form:
        files = await read_files(form)
        urls = read_urls(str(form.get("urls") or ""))
        day = str(form.get("date") or "").strip()
    if not files and not urls:
        raise Refused(422, "Choose a file, or give an address.")
    job = desk.jobs.submit(files, urls, read_day(day) if day else None)
    return RedirectResponse(f"/adding/{job.id}", status_code=303)


@router.get("/adding/{job_id}")
def show_job(request: Request, desk: DeskOf, job_id: str) -> Response:
    """How far a job is. Without any script: the page renews itself by a header until the job is over."""
    job = desk.jobs.find(job_id)
    if job is None:
        raise Refused(404)
    if job.entry is not None:
        done = f"?done={job.entry.number}"
        return RedirectResponse(f"{job.back or '/corrections'}{done}", status_code=303)
    view = desk.snapshot().view
    new: Sequence[str] = job.added.new if job.added else ()
    failed = job.added.failed if job.added else ()
    answer = render(
        request,
        "job.html",
        here="/adding",
        title="Adding" if not job.is_over else "Added",
        view=view,
        job=job,
        documents=[view.documents[name] for name in new[:100] if name in view.documents],
        failed=desk.hide_faults(failed)[:200],
    )
    if not job.is_over:
        answer.headers["refresh"] = str(RENEW_SECONDS)
    return answer


@router.get("/failures")
def list_failures(request: Request, desk: DeskOf) -> Response:
    """Inputs that could not be added."""
    return render(request, "failures.html", here="/adding", title="Not added", failed=desk.failures()[:1000])
