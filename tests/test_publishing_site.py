"""site: every link leads somewhere, everything is there without scripts, nothing loads from elsewhere, texts are not republished."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from example_record import example
from publishing_sample import sample
from publishing_texts import DOCS
from test_publishing_html import hostile
from thucydides.nouns import Record
from thucydides.publishing import Options, export
from thucydides.publishing.index import Index
from thucydides.publishing.outputs import site
from thucydides.publishing.said import statement

PAGES = {
    "index", "incidents", "tolls", "discrepancies", "questions", "statements", "claims", "actors", "sources", "matrix", "method", "search",
}  # fmt: skip
CHROMIUM = os.environ.get("THUCYDIDES_CHROMIUM") or next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)


class Elements(HTMLParser):
    """A page's ids, links, loaded files, headings and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if given.get("src") or (tag == "link" and given.get("href")):
            self.loads.append(given.get("src") or given.get("href") or "")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def pages(record: Record, options: Options | None = None) -> dict[str, Elements]:
    files = site.write(record, options or Options())
    return {name: Elements(data.decode()) for name, data in files.items() if name.endswith(".html")}


@pytest.fixture(scope="module", params=[sample, example], ids=["sample", "example"])
def found(request: pytest.FixtureRequest) -> dict[str, Elements]:
    return pages(request.param())


def test_every_page_is_there_with_one_for_each_incident_and_source() -> None:
    names = {n.removesuffix(".html") for n in pages(sample())}
    assert names >= PAGES
    assert sum(n.startswith("incident-") for n in names) == 5
    assert {n for n in names if n.startswith("source-")} == {f"source-{d.id}" for d in DOCS.values()}


def test_every_link_leads_somewhere(found: dict[str, Elements]) -> None:
    for name, page in found.items():
        assert len(page.ids) == len(set(page.ids)), f"{name} has an id twice"
        for link in page.links:
            if re.match(r"https?:", link):
                continue
            file, _, anchor = link.partition("#")
            target = found[file or name]
            assert not anchor or anchor in target.ids, (name, link)


def test_nothing_loads_from_elsewhere(found: dict[str, Elements]) -> None:
    for page in found.values():
        assert set(page.loads) <= {"style.css", "site.js", "rows.js", "data:,"}


def test_every_page_has_one_first_heading_and_skips_no_level(found: dict[str, Elements]) -> None:
    for name, page in found.items():
        levels = [int(h[1]) for h in page.headings]
        assert levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), (name, levels)


def test_texts_are_not_republished_unless_that_is_asked_for() -> None:
    silent = "The two states share a border"
    record = replace(sample(), figures=(), discrepancies=())
    whole, cut = pages(record, Options(full_text=True)), pages(record)
    source = f"source-{DOCS['review'].id}.html"
    assert silent in whole[source].words
    assert silent not in cut[source].words
    assert "Gunmen on foot, not aircraft, attacked the gold camp" in cut[source].words


def test_a_long_passage_is_given_in_forty_words() -> None:
    record = sample()
    text = "Lead. " + " ".join(f"word{n}" for n in range(100)) + ". Tail."
    long = replace(DOCS["wire"], text=text, blocks=())
    mention = next(m for m in record.mentions if m.document == long.id)
    passage = replace(mention.passages[0], start=6, end=len(text) - 6)
    changed = replace(mention, passages=(passage,), toll=(), date_passage=passage, place=None, actors=(), weapons=(), targets=())
    others = tuple(m for m in record.mentions if m.document != long.id)
    one = replace(
        record,
        documents=tuple(long if d.id == long.id else d for d in record.documents),
        mentions=(*others, changed),
        claims=tuple(c for c in record.claims if c.document != long.id),
        figures=(),
        discrepancies=(),
        aggregates=(),
        gaps=(),
    )
    words = pages(one)[f"source-{long.id}.html"].words
    assert "word39" in words
    assert "word41" not in words


def test_an_incidents_page_has_the_accounts_the_words_and_every_claim() -> None:
    page = pages(sample())["incident-EC-1991-03-12.html"]
    assert "3 accounts side by side" in page.words
    assert "In the documents" in page.words
    assert "Every claim" in page.words
    assert "mark" in page.tags


def test_a_claims_group_does_not_say_again_what_became_of_it() -> None:
    record = sample()
    index, claim = Index(record), next(c for c in record.claims if c.attribute == "killed" and c.quantity)
    plain = statement(index, replace(claim, group=""))
    assert statement(index, replace(claim, group="people dead")) == plain
    assert statement(index, replace(claim, group="the soldiers killed")) == plain.replace("killed", "soldiers killed")


def test_claims_are_dealt_out_to_pages_when_they_are_many() -> None:
    record = sample()
    first = record.claims[0]
    many = tuple(replace(first, id=f"m{n:04}", value=str(n), quantity=replace(first.quantity, low=n, best=n, high=n)) for n in range(900))  # type: ignore[type-var]
    made = pages(replace(record, claims=(*record.claims, *many)))
    assert {"claims.html", "claims-2.html", "claims-3.html"} <= set(made)
    assert "claims-2.html" in made["claims.html"].links


def test_the_search_finds_incidents_sources_and_questions() -> None:
    rows = site.write(sample(), Options())["rows.js"].decode()
    data = json.loads(rows.removeprefix("window.recordRows = ").rstrip(";\n"))
    assert {kind for kind, *_ in data} == {"Incident", "Act", "Source", "Actor", "Discrepancy", "Question", "Statement"}
    files = site.write(sample(), Options())
    assert all(href.partition("#")[0] in files for _, _, href, _ in data)


def test_tolls_keep_unknown_apart_from_none() -> None:
    words = pages(sample())["tolls.html"].words
    assert "1991 in all" in words
    assert "No single year known" in words
    assert "?" in words


def test_the_grade_and_the_status_are_said_on_every_page() -> None:
    for page in pages(sample(), Options(grade="fair", held=3, withheld=2)).values():
        assert "Only what is graded fair or better is here" in page.words


def test_the_same_record_gives_the_same_bytes() -> None:
    assert site.write(sample(), Options()) == site.write(sample(), Options())


def test_an_empty_record_makes_an_empty_site() -> None:
    made = pages(Record("Nothing yet", 1))
    assert "Nothing yet" in made["index.html"].words
    assert "No document tells of an incident." in made["incidents.html"].words


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
    if not CHROMIUM:
        pytest.skip("no Chromium; install one or name it in THUCYDIDES_CHROMIUM")
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "site"
    export(sample(), "site", path)
    return path


def visit(browser: Any, path: Path, query: str = "", **context: Any) -> Any:
    opened = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **context}).new_page()
    opened.complaints = []
    opened.on("console", lambda m: opened.complaints.append(m.text))
    opened.on("pageerror", lambda e: opened.complaints.append(str(e)))
    opened.goto(path.as_uri() + query)
    return opened


def test_search_and_table_work_from_the_disk(browser: Any, folder: Path) -> None:
    page = visit(browser, folder / "index.html")
    page.fill("#q", "coangos")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=coangos")
    assert "Patrols clash near Coangos" in page.locator("#results a").first.inner_text()
    page.locator("#results a").first.click()
    assert page.locator("h1").inner_text() == "Patrols clash near Coangos"
    page.goto((folder / "incidents.html").as_uri())
    page.fill("#f-text", "zamora")
    assert page.locator("#table tbody tr:visible").count() == 1
    assert page.complaints == []


def test_in_the_table_the_kind_stands_under_the_title_and_no_range_is_broken(browser: Any, folder: Path) -> None:
    page = visit(browser, folder / "incidents.html")
    row = page.locator("#table tbody tr").first
    title, kind = row.locator("th a").bounding_box(), row.locator("th small").bounding_box()
    assert kind["y"] >= title["y"] + title["height"] - 4
    assert row.locator("td.n").first.evaluate("e => getComputedStyle(e).whiteSpace") == "nowrap"


def test_a_value_leads_to_its_marked_words(browser: Any, folder: Path) -> None:
    page = visit(browser, folder / "incident-EC-1991-03-12.html")
    page.locator(".accounts a.see").nth(1).click()
    page.wait_for_url("**/source-*.html#p-*")
    assert page.locator("mark.on").first.is_visible()


@pytest.mark.parametrize("name", ["index", "incidents", "incident-EC-1991-03-12", "matrix", "tolls", f"source-{DOCS['wire'].id}"])
def test_no_page_scrolls_sideways_on_a_phone(browser: Any, folder: Path, name: str) -> None:
    page = visit(browser, folder / f"{name}.html", viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_with_scripts_off_everything_is_there(browser: Any, folder: Path) -> None:
    page = visit(browser, folder / "incidents.html", java_script_enabled=False)
    assert page.locator("#table tbody tr:visible").count() == 4
    assert page.locator("#filter").is_hidden()


def test_it_prints(browser: Any, folder: Path) -> None:
    page = visit(browser, folder / "incident-EC-1991-03-12.html")
    page.emulate_media(media="print")
    assert not page.locator("nav[aria-label='Parts of the record']").is_visible()
    assert page.locator(".accounts").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_hostile_words_run_nothing(browser: Any, tmp_path: Path) -> None:
    export(hostile(), "site", tmp_path / "site")
    for name in ("index", "incidents", "claims", f"source-{hostile().documents[0].id}"):
        path = tmp_path / "site" / f"{name}.html"
        page = visit(browser, path)
        assert page.evaluate("window.pwned") is None
        assert page.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Any, folder: Path, width: int, scheme: str) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="the Python package axe-playwright-python is not installed")
    script = Path(package.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    names = [*sorted(PAGES), "incident-EC-1991-03-12", "incident-EC-1991-03-15", f"source-{DOCS['wire'].id}"]
    names = names if scheme == "light" else ["index", "incidents", "questions", "incident-EC-1991-03-12", names[-1]]
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True).new_page()
    for name in names:
        page.goto((folder / f"{name}.html").as_uri())
        page.evaluate(script)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
        assert [(name, v["id"], v["nodes"][0]["html"]) for v in result["violations"]] == []
