"""The HTML report as a PDF. Needs WeasyPrint, which needs the Pango library of the system."""

from typing import Any

from onrecord.errors import SettingError
from onrecord.present.report import build_report, load_templates
from onrecord.present.view import View

MEND = "Install it: pip install 'onrecord[pdf]', and the system's Pango library; or write the report as .html or .md"


def build_pdf(view: View, *, title: str | None = None) -> bytes:
    """Build the report.

    Args:
        view: The record.
        title: Its heading; None takes the main storyline's label.

    Returns:
        A PDF with bookmarks and working links; the same for the same record and version of WeasyPrint.

    Raises:
        SettingError: WeasyPrint or Pango is not installed.
    """
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        # WeasyPrint fails with OSError where it finds no Pango
        raise SettingError("A PDF needs WeasyPrint, which cannot be used here", mend=MEND) from error
    style = load_templates().get_template("pdf.css").render()
    page = build_report(view, title=title).replace("</style>", f"{style}</style>", 1)
    written: bytes = weasyprint.HTML(string=page, url_fetcher=refuse_fetch).write_pdf()
    return written


def refuse_fetch(url: str, *args: Any, **options: Any) -> Any:
    """Nothing is loaded: the report holds all it needs, and news text must not make this machine fetch."""
    raise ValueError(f"the report loads nothing, not {url}")
