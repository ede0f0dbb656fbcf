"""html: one page that needs nothing else, holds no dead end, and cannot be made to run what a document says."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from publishing_sample import sample
from publishing_texts import DOCS
from thucydides.nouns import Record
from thucydides.publishing import export
from thucydides.publishing.pages.sources import safe

HOSTILE = (
    "</script></style></title><script>window.pwned=1</script>"
    '<img src=x onerror="window.pwned=1">"\'><svg onload=window.pwned=1>{{7*7}}'
)
VOID = {"meta", "link", "input", "br", "wbr", "img", "rect", "path", "circle"}


class Page(HTMLParser):
    """A page as its elements: names, attributes and the texts of some of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.unclosed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.unclosed.append(tag)
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def all(self, attribute: str) -> list[str]:
        """The values of one attribute."""
        return [value or "" for _, given in self.elements for name, value in given.items() if name == attribute]


def render(record: Record) -> str:
    return (export(record, "html") or b"").decode()


TEXT = render(sample())
PAGE = Page(TEXT)


def test_the_page_is_one_whole_document() -> None:
    assert TEXT.startswith('<!doctype html>\n<html lang="en">')
    assert PAGE.unclosed == []
    assert [tag for tag, _ in PAGE.elements].count("h1") == 1
    assert PAGE.texts["title"][0] == "Cenepa border incidents"


def test_ids_are_unique_and_every_way_within_the_page_leads_somewhere() -> None:
    ids = PAGE.all("id")
    assert len(ids) == len(set(ids))
    ways = [h[1:] for h in PAGE.all("href") if h.startswith("#")]
    assert len(ways) > 150
    assert set(ways) <= set(ids)
    assert set(" ".join(PAGE.all("aria-labelledby")).split()) <= set(ids)


def test_nothing_is_fetched_from_anywhere() -> None:
    outside = [h for h in PAGE.all("href") if not h.startswith("#")]
    assert sorted(outside) == ["data:,", "https://example.org/w"]
    assert PAGE.all("src") == PAGE.all("srcset") == PAGE.all("xlink:href") == PAGE.all("style") == []
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|WebSocket|https?://(?!example\.org)", TEXT)
    assert "default-src 'none'" in (PAGE.elements[3][1]["content"] or "")


def test_every_value_of_an_account_leads_to_its_words() -> None:
    marks = re.findall(r'<span class="at" id="p-([0-9a-f]{12})-(\d+)-(\d+)"></span>', TEXT)
    assert len(marks) > 40
    texts = {d.id: d.text for d in DOCS.values()}
    quoted = re.findall(r'href="#p-([0-9a-f]{12})-(\d+)-(\d+)" title="[^"]*: “([^“”]*)”"', TEXT)
    assert quoted
    for document, start, end, words in quoted:
        inner = " ".join(texts[document][int(start) : int(end)].split())
        assert inner.startswith(unescape(words).removesuffix(" …"))


def unescape(text: str) -> str:
    return text.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")


def test_it_shows_what_a_reader_looks_for() -> None:
    headings = " ".join(PAGE.texts["h2"])
    for name in ("Where", "When", "Incidents", "Discrepancies", "Counts against the record", "Open questions", "Who says what"):
        assert name in headings
    assert [f for f in PAGE.texts["dd"][:3] if f.strip()][:1] == ["9"]
    assert TEXT.count('<article class="entry"') == 4
    assert TEXT.count('<article class="deed"') == 1
    body = re.sub(r"\s+", " ", " ".join(PAGE.texts["main"]))
    assert "Unaccounted for: at least 5 deaths." in body
    assert "The later day is likely the day of the statement, not of the clash." in body
    assert "Not drawn, no place given:" in body
    assert "99.8 % likely to be one; date: the same day" in body


def test_accounts_that_differ_from_the_record_are_signed() -> None:
    clash = TEXT.split('id="i-EC-1991-03-12"')[1].split("</article>")[0]
    rows = {name: row for row in clash.split("<tr ") for name in ("Andes Wire", "Pacific Review") if f"</span> {name}</a>" in row}
    assert "differs" not in rows["Andes Wire"]
    assert rows["Pacific Review"].count('class="differs"') == 2, "the date and the injured"


def test_own_style_and_script_hold_no_closing_tag() -> None:
    assert "</" not in PAGE.texts["style"][0]
    assert "</" not in PAGE.texts["script"][0]


def hostile() -> Record:
    """The sample with hostile words wherever a document, a name or a rule of somebody could put them."""
    record = sample()
    names = {"title": HOSTILE, "outlet": HOSTILE, "author": HOSTILE, "path": HOSTILE, "url": "javascript:window.pwned=1"}
    documents = tuple(replace(d, text=HOSTILE + d.text, blocks=(), **names) for d in record.documents)
    happened = {"title": HOSTILE, "weapons": (HOSTILE,), "actors": (("x", HOSTILE, HOSTILE),)}
    return replace(
        record,
        title=HOSTILE,
        documents=documents,
        incidents=tuple(replace(i, id=f"{i.id}{HOSTILE}", **happened) for i in record.incidents),
        claims=tuple(replace(c, value=HOSTILE, speaker=HOSTILE, via=(HOSTILE,), hedge=HOSTILE) for c in record.claims),
        discrepancies=tuple(replace(d, id=f"{d.id}{HOSTILE}", explanation=HOSTILE) for d in record.discrepancies),
        gaps=tuple(replace(g, question=HOSTILE, likely=HOSTILE) for g in record.gaps),
        figures=tuple(replace(f, name=HOSTILE, subject=HOSTILE, wording=HOSTILE) for f in record.figures),
        aggregates=tuple(replace(a, counter=HOSTILE, categories=(HOSTILE,)) for a in record.aggregates),
    )


def test_hostile_words_stay_words() -> None:
    page = Page(render(hostile()))
    tags = [tag for tag, _ in page.elements]
    assert (tags.count("script"), tags.count("style"), tags.count("img"), tags.count("title")) == (1, 1, 0, TEXT.count("<title"))
    assert not [name for _, given in page.elements for name in given if name.startswith("on")]
    assert page.unclosed == []
    assert not [h for h in page.all("href") if h.lower().strip().startswith("javascript")]
    assert "{{7*7}}" in " ".join(page.texts["h1"]), "a template's marks in a text are text"


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_title_and_outlet_leave_the_page_whole(words: str) -> None:
    record = sample()
    documents = tuple(replace(d, title=words, outlet=words) for d in record.documents)
    page = Page(render(replace(record, title=words, documents=documents)))
    assert page.unclosed == []
    assert [tag for tag, _ in page.elements].count("script") == 1


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        (" JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("https://", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_plain_web_addresses_are_linked(url: str | None, link: str) -> None:
    assert safe(url) == link


def test_the_page_stays_small() -> None:
    assert len(TEXT.encode()) < 250_000


def test_an_incident_whose_year_is_not_known_is_not_said_to_lie_long_before_or_after() -> None:
    record = sample()
    first, *rest = [i for i in record.incidents if i.kind == "incident"]
    yearless = tuple(
        replace(a, date=replace(a.date, edtf="XXXX-03-12", earliest=None, latest=None)) if a.attribute == "date" and a.date else a
        for a in first.assessments
    )
    others = [i for i in record.incidents if i.id not in {first.id, *(r.id for r in rest)}]
    text = render(replace(record, incidents=(replace(first, assessments=yearless), *rest, *others)))
    assert "long before or after" not in text
