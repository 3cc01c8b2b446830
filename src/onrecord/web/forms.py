"""Forms that change something: read within limits, and only from a page of the same session.

Every POST reads its form through here; the guard has checked the Origin before.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.web.faults import Refused

MOST_FILES = 500
MOST_FIELDS = 100


@asynccontextmanager
async def read_form(request: Request) -> AsyncIterator[FormData]:
    """The fields of a form whose token is right.

    Raises:
        Refused: It is no form, or comes from no page of this session.
    """
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    except HTTPException as error:
        raise Refused(400) from error
    try:
        given = form.get("csrf")
        if not isinstance(given, str) or not request.app.state.sessions.is_form_token(
            request.scope["onrecord.session"], given
        ):
            raise Refused(403, "The form is out of date. Go back, load the page again and send it once more.")
        yield form
    finally:
        await form.close()
