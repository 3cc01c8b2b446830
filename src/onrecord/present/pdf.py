"""The HTML report as a PDF. Needs WeasyPrint, which needs the Pango library and some fonts of the system."""

import os
import warnings
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

from onrecord.errors import SettingError
from onrecord.present.report import build_report, load_templates
from onrecord.present.view import View

OTHERWISE = "or write the report as .html or .md"
INSTALL = f"Install it with: pip install 'onrecord[pdf]'; {OTHERWISE}"
LIBRARIES = (
    "Install the system's Pango library (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0; "
    f"Fedora: dnf install pango; macOS: brew install pango); {OTHERWISE}"
)
FONTS = f"Install some (Debian, Ubuntu: apt install fonts-dejavu; Fedora: dnf install dejavu-sans-fonts); {OTHERWISE}"


def build_pdf(view: View, *, title: str | None = None) -> bytes:
    """Build the report.

    Args:
        view: The record.
        title: Its heading; None takes the main storyline's label.

    Returns:
        A PDF with bookmarks and working links; the same for the same record and version of WeasyPrint.

    Raises:
        SettingError: WeasyPrint, the system's Pango or every font is missing; the message says what to install.
    """
    weasyprint = load_weasyprint()
    style = load_templates().get_template("pdf.css").render()
    page = build_report(view, title=title).replace("</style>", f"{style}</style>", 1)
    # Where it cuts fonts with fontTools, that writes the hour into them (reproducible-builds.org, SOURCE_DATE_EPOCH).
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        written: bytes = weasyprint.HTML(string=page, url_fetcher=refuse_fetch).write_pdf()
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
    return written


def load_weasyprint() -> Any:
    """WeasyPrint, or a message that says what it lacks.

    Raises:
        SettingError: It is not installed, or a library of the system that it needs is not, or there are no fonts.
    """
    try:
        # It prints a banner where a library is missing, and warns of libraries that only later versions will need.
        with redirect_stdout(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            # Without fonts it only warns, and then writes pages without a letter on them.
            warnings.filterwarnings("error", message="(No fonts|FontConfig cannot)", category=UserWarning)
            import weasyprint
    except UserWarning as error:
        raise SettingError("A PDF needs fonts, and this machine has none", mend=FONTS) from error
    except ImportError as error:
        raise SettingError("A PDF needs WeasyPrint, which is not installed", mend=INSTALL) from error
    except OSError as error:
        missing = str(error).partition(":")[0]
        raise SettingError(f"A PDF needs a library that this machine lacks: {missing}", mend=LIBRARIES) from error
    return weasyprint


def refuse_fetch(url: str, *args: Any, **options: Any) -> Any:
    """Nothing is loaded: the report holds all it needs, and news text must not make this machine fetch."""
    raise ValueError(f"the report loads nothing, not {url}")
