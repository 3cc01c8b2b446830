"""The desk in headless Chromium: quiet, alone, as wide as the screen, usable by keyboard.

axe-core (npm, dev only) is used where ONRECORD_AXE names its axe.min.js; it is not part of the project.
"""

import os
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)
PAGES = (
    "story", "events", "event", "statements", "statement", "utterance", "actors", "actor", "documents", "document",
    "layers", "disputes", "dispute", "positions", "commitments", "commitment", "storylines", "storyline", "search",
    "why", "changes", "corrections", "adding", "failures", "api", "enter",
)  # fmt: skip


@pytest.fixture(scope="module", params=WIDTHS)
def screen(request, chromium):
    """A browser window of one width that notes what goes wrong in it."""
    context = chromium.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", lambda request: faults.append(request.url) if is_remote(request.url) else None)
    yield page, faults
    context.close()


def is_remote(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "file:///"))


def unfold(page) -> None:
    """Open every fold, for what is in them counts as well."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def check_width(page) -> None:
    wide, screen_width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= screen_width


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_alone_and_no_wider_than_the_screen(screen, home, paths, name):
    page, faults = screen
    faults.clear()
    answer = page.goto(home + paths[name])
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    check_width(page)
    unfold(page)
    check_width(page)
    assert faults == []


def test_the_report_is_quiet_alone_and_reached_by_keyboard(screen, report):
    page, faults = screen
    faults.clear()
    page.goto(report)
    assert page.locator("h1").count() == 1
    check_width(page)
    unfold(page)
    check_width(page)
    page.goto(report)
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert reached[0] == "Skip to the record"
    assert {"Timeline", "Disputes", "Sources"} <= set(reached)
    page.locator("blockquote a:visible").first.click()  # minor events are folded
    target = page.evaluate(
        "document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top"
    )
    assert 0 <= target < 900
    assert faults == []


def test_the_keyboard_reaches_the_navigation_and_the_main_part(screen, home):
    page, _ = screen
    page.goto(home + "/events")
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))
    assert reached[0] == "Skip to the page"
    for name in ("Story", "Events", "Statements", "Disputes", "Documents", "Add"):
        assert name in reached
    page.goto(home + "/events")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_here_mark_is_in_sight(screen, home, paths):
    page, _ = screen
    page.goto(home + paths["layers"])
    top = page.evaluate("document.getElementById('at').getBoundingClientRect().top")
    assert 0 < top < 900


def test_layers_are_switched_without_a_script(screen, home, paths):
    page, _ = screen
    page.goto(home + paths["document"])
    assert page.locator(".text .l-times").count() == 0
    page.get_by_label("Times").check()
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("show=times"))
    assert page.locator(".text .l-times").count() > 0


def test_an_article_is_added_by_the_form_and_found(chromium, home, tmp_path):
    article = tmp_path / "tidewater.txt"
    article.write_text(
        "LORN, March 7, 2024 (The Ledger) - Premier Ada Moreau met President Boris Tane in Lorn on Thursday. "
        "“We agreed on a quiet lighthouse,” Moreau told reporters.\n"
    )
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(home + "/adding")
    page.get_by_label("Files").set_input_files(article)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("1 new, 0 known already, 0 failed.").wait_for()
    page.get_by_label("Search the record").fill("lighthouse")
    page.get_by_role("button", name="Search").first.click()
    assert page.locator(".hits mark").first.inner_text() == "lighthouse"
    context.close()


def test_a_speaker_is_set_right_without_a_script_and_undone(chromium, home, paths):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(home + paths["statement"])
    page.get_by_text("Correct this").click()
    page.get_by_label("Said by").fill("Somebody Else")
    form = page.locator('form.fix:has(input[value="speaker"])')
    form.get_by_label("Because").fill("the photo shows it")
    form.get_by_label("Your name").fill("Ida")
    page.get_by_role("button", name="Set the speaker").click()
    assert "Somebody Else said" in page.locator(".done").inner_text()
    page.get_by_role("button", name="Undo").click()
    assert "is undone" in page.locator(".log li").first.inner_text()
    context.close()


def test_words_selected_in_the_text_become_a_statement(screen, home, paths):
    page, faults = screen
    page.goto(home + paths["document"])
    faults.clear()
    words = page.evaluate(
        """() => {
            const block = [...document.querySelectorAll('.card.text p.body')].find(one => one.textContent.length > 80);
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            range.setStart(walker.nextNode(), 0);
            range.setEnd(range.startContainer, Math.min(range.startContainer.length, 40));
            const selection = document.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            return range.toString().trim();
        }"""
    )
    page.get_by_role("button", name="Was said").click()
    assert page.get_by_label("What was said").input_value() == words
    page.get_by_label("Said by").fill("A Fishwife")
    form = page.locator('form.fix:has(input[value="add"])')
    form.get_by_label("Your name").fill("Ida")
    page.get_by_role("button", name="Add it").click()
    assert "is a statement of A Fishwife" in page.locator(".done").inner_text()
    assert page.locator("mark.here").all_inner_texts()
    assert faults == []
    page.get_by_role("button", name="Undo").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_serious(chromium, home, paths, report, width, scheme):
    axe = os.environ.get("ONRECORD_AXE")
    if not axe or not Path(axe).is_file():
        pytest.skip("ONRECORD_AXE names no axe.min.js (npm pack axe-core)")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found = []
    for name in (*PAGES, "report"):
        page.goto(report if name == "report" else home + paths[name])
        unfold(page)
        page.add_script_tag(path=axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            (name, one["id"], one["nodes"][0]["html"][:160], one["nodes"][0]["failureSummary"][:200])
            for one in result["violations"]
            if one["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []
