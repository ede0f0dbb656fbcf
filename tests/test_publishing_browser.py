"""The page in a browser, from a file: no network, no fault, values lead to their words, keys suffice, scripts may be off.

Needs the Python package playwright and a Chromium: the one named by THUCYDIDES_CHROMIUM, else the system's. The check of
accessibility takes axe-core from the Python package axe-playwright-python.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from publishing_sample import sample
from publishing_texts import DOCS
from test_publishing_html import hostile
from thucydides.publishing import export

playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("THUCYDIDES_CHROMIUM") or next((p for n in PROGRAMS if (p := shutil.which(n))), None)
if not CHROMIUM:
    pytest.skip("no Chromium; install one or name it in THUCYDIDES_CHROMIUM", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "record.html"
    export(sample(), "html", path)
    return path


class Visit:
    """A page opened from a file, with what it asked for and what it complained of."""

    def __init__(self, browser: Any, path: Path, **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **context})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("console", lambda m: self.complaints.append(m.text))
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("dialog", lambda d: self.complaints.append(d.message))
        self.page.goto(path.as_uri())

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def marked(self) -> str:
        """The words that are marked as the passage asked for, in the document that is shown."""
        pieces = self.page.locator("mark.on").all_text_contents()
        return "".join(pieces)


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: Any, file: Path) -> None:
    with Visit(browser, file) as visit:
        visit.page.wait_for_timeout(100)
        assert [r for r in visit.requests if not r.startswith("data:")] == [file.as_uri()]
        assert visit.complaints == []


def test_a_value_leads_to_its_words_and_escape_leads_back(browser: Any, file: Path) -> None:
    with Visit(browser, file) as visit:
        value = visit.page.locator("#i-EC-1991-03-12 .accounts a.see", has_text="5").first
        value.click()
        assert visit.marked() == "five soldiers wounded"
        assert visit.page.locator(".doc.current h3").inner_text() == "Who fired first on the Cenepa?"
        assert visit.page.locator("mark.on").first.is_visible()
        visit.page.keyboard.press("Escape")
        assert value.evaluate("e => e === document.activeElement")
        assert visit.complaints == []


def test_every_value_of_the_accounts_leads_to_the_words_of_its_title(browser: Any, file: Path) -> None:
    with Visit(browser, file) as visit:
        found = visit.page.evaluate(
            """() => [...document.querySelectorAll('.accounts a.see')].map((a) => { a.click();
                 return [a.getAttribute('href'), [...document.querySelectorAll('mark.on')].map((m) => m.textContent).join('')]; })"""
        )
        texts = {d.id: d.text for d in DOCS.values()}
        assert len(found) > 30
        for href, marked in found:
            _, document, start, end = href.split("-")
            assert marked == texts[document][int(start) : int(end)]


def test_the_table_is_filtered_and_sorted(browser: Any, file: Path) -> None:
    with Visit(browser, file) as visit:
        rows = visit.page.locator("#table tbody tr:visible")
        visit.page.fill("#f-text", "Zámora")  # marks over letters are passed over, as on the site
        assert rows.count() == 1
        assert visit.page.locator("#f-count").inner_text() == "1 of 4 incidents"
        assert visit.page.locator(".entry:visible").count() == 1
        visit.page.fill("#f-text", "")
        visit.page.check("#f-disputed")
        assert rows.count() == 2
        visit.page.uncheck("#f-disputed")
        visit.page.select_option("#f-country", "Peru")
        assert rows.count() == 1
        visit.page.select_option("#f-country", "")
        visit.page.click("th[data-key=k] button")
        assert visit.page.locator("#table tbody td:nth-child(5)").all_inner_texts() == ["5", "4", "0", "?"], (
            "unknown comes after 0"
        )
        assert visit.page.locator("th[data-key=k]").get_attribute("aria-sort") == "descending"
        visit.page.click("th[data-key=d] button")
        assert visit.page.locator("#table tbody td:nth-child(1) a").all_inner_texts()[0].endswith("1")


def test_keys_suffice(browser: Any, file: Path) -> None:
    with Visit(browser, file) as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.className") == "skip"
        visit.page.locator("#timeline .ref").first.focus()
        visit.page.keyboard.press("Enter")
        assert visit.marked()
        assert visit.page.evaluate("document.activeElement.tagName") == "MARK"


@pytest.mark.parametrize("width", [380, 768, 1000, 1280, 1920])
def test_no_width_makes_the_page_scroll_sideways(browser: Any, file: Path, width: int) -> None:
    with Visit(browser, file, viewport={"width": width, "height": 800}) as visit:
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        assert visit.page.locator(".map:visible").count() == 1


def test_on_a_phone_the_reader_opens_and_closes(browser: Any, file: Path) -> None:
    with Visit(browser, file, viewport={"width": 380, "height": 780}, has_touch=True) as visit:
        assert not visit.page.locator("#documents").is_visible()
        visit.page.locator("#i-EC-1991-03-09 .accounts a.see").first.click()
        assert visit.page.locator("#documents").is_visible()
        assert visit.page.locator("mark.on").first.is_visible()
        visit.page.click("#close")
        visit.page.locator("#documents").wait_for(state="hidden")


def test_with_scripts_off_everything_is_there(browser: Any, file: Path) -> None:
    with Visit(browser, file, java_script_enabled=False) as visit:
        assert visit.page.locator(".doc:visible").count() == 3
        assert visit.page.locator("#table tbody tr:visible").count() == 4
        assert visit.page.locator(".entry:visible").count() == 4
        assert visit.page.locator("#filter").is_hidden(), "what cannot work is not shown"
        assert visit.page.locator("svg.map:visible, svg.chart:visible").count() == 2


def test_on_paper_the_record_is_whole_and_the_texts_stay_away(browser: Any, file: Path) -> None:
    with Visit(browser, file) as visit:
        visit.page.emulate_media(media="print")
        assert not visit.page.locator("#documents").is_visible()
        assert not visit.page.locator("nav").is_visible()
        assert visit.page.locator(".accounts .quote:visible").count() == 7
        assert visit.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_hostile_words_run_nothing(browser: Any, tmp_path: Path) -> None:
    export(hostile(), "html", tmp_path / "hostile.html")
    with Visit(browser, tmp_path / "hostile.html") as visit:
        visit.page.locator(".accounts a.see").first.click()
        visit.page.wait_for_timeout(100)
        assert visit.page.evaluate("window.pwned") is None
        assert visit.complaints == []
        assert [r for r in visit.requests if not r.startswith("data:")] == [(tmp_path / "hostile.html").as_uri()]


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (380, "light")])
def test_axe_finds_nothing(browser: Any, file: Path, width: int, scheme: str) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="the Python package axe-playwright-python is not installed")
    axe = Path(package.__file__).with_name("axe.min.js")
    with Visit(browser, file, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as visit:
        visit.page.add_script_tag(path=axe)
        found = visit.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_brief(browser: Any, tmp_path: Path, scheme: str) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="the Python package axe-playwright-python is not installed")
    export(sample(), "brief", tmp_path / "brief")
    page = tmp_path / "brief" / "brief.html"
    with Visit(browser, page, viewport={"width": 390, "height": 800}, color_scheme=scheme, bypass_csp=True) as visit:
        visit.page.evaluate(Path(package.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
        found = visit.page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
        assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
