"""brief: every sentence footnoted and borne out by its claims, sums that can be done again, two pages, four forms that say the same."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html
from msgspec.structs import replace

from example_record import example, example_with_later
from publishing_sample import sample
from test_publishing_html import hostile
from thucydides.nouns import Quantity, Record
from thucydides.publishing import Options, export, sums
from thucydides.publishing.briefing import Brief, as_markdown, as_pdf, as_webpage, as_word, compose
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.index import Index

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"(?:\d{{1,2}}(?:–\d{{1,2}})? )?(?:{MONTHS})(?: \d{{4}})?|\b(?:19|20)\d\d\b")
NUMBER = re.compile(r"\d[\d,]*")
RECORDS = (sample, example)


def numbers(text: str) -> set[int]:
    return {int(n.replace(",", "")) for n in NUMBER.findall(text) if n.strip(",")}


def stated(line: Line, record: Record) -> set[int]:
    """The counts that a line of ours states: its digits without dates, quotations and names of documents."""
    text = f"{line.label} {line.text}"
    for name in sorted((Index(record).source(d.id) for d in record.documents), key=len, reverse=True):
        text = text.replace(name, "")
    return numbers(DATE.sub("", re.sub("“[^”]*”", "", text)))


def of(value: Quantity | None) -> set[int]:
    return {n for n in (value.low, value.best, value.high) if n is not None} if value else set()


def borne(line: Line, record: Record) -> set[int]:
    """The counts that what a line rests on bears: its claims, its sums, what it reports of discrepancies, counts and gaps."""
    index, found = Index(record), {len(line.incidents), len(sums.force(record))}
    for claim in (index.claims[c] for c in line.claims):
        found |= of(claim.quantity)
    some = [index.incidents[i] for i in line.incidents if i in index.incidents]
    for outcome in ("killed", "injured"):
        total = sums.total(some, outcome)
        found |= {total.low, total.best, total.high, total.counted, total.unknown}
    told = [index.incidents[i] for m in {m for c in line.claims for m in index.claims[c].mentions} for i in index.incident_of.get(m, ())]
    for assessed in (a for i in told for a in i.assessments):
        found |= of(assessed.quantity)
    for ground in line.grounds:
        if ground in index.discrepancies:
            found |= numbers(index.discrepancies[ground].explanation)
        for gap in record.gaps:
            found |= numbers(f"{gap.question} {gap.likely}") if gap.id == ground else set()
        for aggregate in record.aggregates:
            check = index.checks.get(aggregate.id)
            if aggregate.id == ground and check:
                found |= of(aggregate.deaths) | of(aggregate.incidents) | of(check.recorded_deaths) | {check.recorded_incidents}
                found |= {n for n in (*check.residual_deaths, *check.residual_incidents) if n is not None}
    weighty = [g for g in line.grounds if g in index.discrepancies]
    return found | {len(weighty), len(record.gaps)}


def lines(brief: Brief) -> list[Line]:
    return [line for section in brief.sections for line in section.lines]


@pytest.mark.parametrize("record", RECORDS)
def test_every_line_has_notes_and_every_note_a_line(record: object) -> None:
    brief = compose(record())  # type: ignore[operator]
    assert lines(brief)
    assert all(line.notes for line in lines(brief))
    assert {n for line in lines(brief) for n in line.notes} == {n.number for n in brief.notes}
    assert [n.number for n in brief.notes] == list(range(1, len(brief.notes) + 1))


@pytest.mark.parametrize("record", RECORDS)
def test_every_count_of_a_line_is_borne_by_what_it_rests_on(record: object) -> None:
    made = record()  # type: ignore[operator]
    for line in lines(compose(made)):
        assert stated(line, made) <= borne(line, made), line


def test_a_count_that_nothing_bears_would_be_found() -> None:
    brief = compose(sample())
    line = next(x for x in lines(brief) if "5 miners were killed" in x.text)
    wrong = replace(line, text=line.text.replace("5 miners", "7 miners"))
    assert not stated(wrong, sample()) <= borne(wrong, sample())


@pytest.mark.parametrize("record", RECORDS)
def test_notes_quote_documents_word_for_word_and_shortly(record: object) -> None:
    made = record()  # type: ignore[operator]
    texts = {d.id: " ".join(d.text.split()) for d in made.documents}
    for note in compose(made).notes:
        if note.passage is not None:
            inner = note.text.removeprefix("… ").removesuffix(" …")
            assert inner in texts[note.passage.document]
            assert len(inner.split()) <= 40


@pytest.mark.parametrize("record", RECORDS)
def test_sums_can_be_done_again_from_their_notes(record: object) -> None:
    done = 0
    for note in compose(record()).notes:  # type: ignore[operator]
        for parts, total in re.findall(r"(?:Killed|Injured): ([^=]*) = ([\d,]+)\.", note.text):
            counts = [numbers(re.sub(r"\([^)]*\)", "", part)) for part in parts.split(" + ")]
            assert sum(max(c) for c in counts) == int(total.replace(",", ""))
            done += 1
    assert done


@pytest.mark.parametrize("record", RECORDS)
def test_it_has_its_parts_in_order(record: object) -> None:
    headings = [s.heading for s in compose(record()).sections]  # type: ignore[operator]
    assert headings == ["Summary", "What happened", "Who says what", "What is disputed", "What is missing"]


def test_what_changed_is_told_where_there_is_a_revision_before() -> None:
    before, after = example_with_later()
    section = compose(after, Options(before=before)).sections[-1]
    assert section.heading == "What changed"
    assert section.lines[0].text.startswith("1 document was added since revision 1: ")
    assert any(line.text.startswith("New in the record: ") for line in section.lines)


def test_the_open_questions_and_their_arithmetic_are_told() -> None:
    brief = compose(example())
    text = " ".join(line.text for line in lines(brief))
    assert example().gaps
    assert any(gap.question in text for gap in example().gaps)
    assert re.search(r"counts .* deaths.*; the record holds \d+ in \d+ incidents?, which leaves .* unaccounted for", text)


def test_the_four_forms_hold_the_same_sentences_and_notes() -> None:
    brief = compose(example())
    page = html.fromstring(as_webpage.write(brief).decode())
    word = zipfile.ZipFile(io.BytesIO(as_word.write(brief)))
    body, notes = (etree.fromstring(word.read(f"word/{part}.xml")) for part in ("document", "footnotes"))
    markdown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", as_markdown.write(brief).decode())
    for line in lines(brief):
        assert line.text in page.text_content()
        assert line.text in "".join(body.itertext())
        assert " ".join(line.text.split()) in markdown
    for note in brief.notes:
        assert note.text in page.text_content()
        assert note.text in "".join(notes.itertext())
    assert len(page.xpath("//ol[@class='notes']/li")) == len(brief.notes)
    assert not page.xpath("//*[@src] | //link | //script"), "it loads nothing"


def test_word_reads_it_with_another_program() -> None:
    docx = pytest.importorskip("docx", reason="the Python package python-docx is not installed")
    brief = compose(example())
    found = docx.Document(io.BytesIO(as_word.write(brief)))
    assert found.core_properties.title == brief.title
    assert [p.text for p in found.paragraphs if p.style.name == "Heading 1"] == [*(s.heading for s in brief.sections), "Documents quoted"]
    assert sum(p.style.name == "List Bullet" for p in found.paragraphs) == len(lines(brief))


def _pdf(data: bytes, program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"no {program}; install poppler-utils")
    return subprocess.run([program, *arguments], input=data, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("record", RECORDS)
def test_it_fills_one_to_two_pages(record: object) -> None:
    info = _pdf(as_pdf.write(compose(record())), "pdfinfo", "-")  # type: ignore[operator]
    assert re.search(r"Pages: +[12]\n", info)
    assert re.search(r"Tagged: +yes", info)
    assert "CreationDate" not in info


def test_the_pdf_has_every_line() -> None:
    brief = compose(example())
    text = re.sub(r"[\s\u00ad-]+", "", _pdf(as_pdf.write(brief), "pdftotext", "-raw", "-", "-"))
    for line in lines(brief):
        assert re.sub(r"[\s-]+", "", line.text)[:60] in text


def test_every_form_says_which_part_of_the_record_it_holds(tmp_path: Path) -> None:
    export(sample(), "brief", tmp_path / "brief", Options(grade="fair"))
    assert "Only what is graded fair or better is here" in (tmp_path / "brief" / "brief.html").read_text()
    assert "Only what is graded fair or better is here" in (tmp_path / "brief" / "brief.md").read_text()
    word = zipfile.ZipFile(tmp_path / "brief" / "brief.docx")
    assert b"Only what is graded fair or better is here" in word.read("word/document.xml")


def test_the_same_record_gives_the_same_bytes() -> None:
    assert export(sample(), "brief") == export(sample(), "brief")


def test_hostile_words_stay_words() -> None:
    brief = compose(hostile())
    page = html.fromstring(as_webpage.write(brief).decode())
    assert not page.xpath("//script | //img | //@onclick | //a[starts-with(@href, 'javascript:')]")
    assert as_pdf.write(brief).startswith(b"%PDF")
    word = zipfile.ZipFile(io.BytesIO(as_word.write(brief)))
    etree.fromstring(word.read("word/document.xml"))
    etree.fromstring(word.read("word/footnotes.xml"))


def test_an_empty_record_makes_an_empty_brief() -> None:
    brief = compose(Record("Nothing yet", 1))
    assert brief.sections == ()
    assert as_pdf.write(brief).startswith(b"%PDF")
    assert "Nothing yet" in as_markdown.write(brief).decode()


def test_passages_are_cut_unless_they_are_asked_for_in_full() -> None:
    cut, whole = compose(example()), compose(example(), Options(full_text=True))
    assert max(len(n.text.split()) for n in cut.notes if n.passage) <= 26
    assert max(len(n.text.split()) for n in whole.notes if n.passage) > 26
