"""markdown: every sentence footnoted, every number of it in the words quoted, no more than 40 words a quotation."""

import re

import pytest
from msgspec.structs import replace

from publishing_sample import sample
from thucydides.nouns import Record
from thucydides.publishing import export
from thucydides.publishing.index import Index
from thucydides.publishing.outputs.markdown import escape
from thucydides.publishing.sentences import told

TEXT = (export(sample(), "markdown") or b"").decode()
NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "several": 3, "nobody": 0,
    "january": 1, "february": 2, "march": 3,
}  # fmt: skip
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"(?:(\d{{1,2}}) )?(?:{MONTHS}) (\d{{4}})")
REFERENCE = re.compile(r"\[\^(\d+)\]")


def plain(text: str) -> str:
    """Markdown as the text that it shows."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def notes(text: str) -> dict[int, tuple[str, str]]:
    """Footnotes by number: the credit, and the words quoted."""
    found = re.findall(r"^\[\^(\d+)\]: (.*): “(.*)”$", text, re.M)
    return {int(n): (plain(credit), plain(quote)) for n, credit, quote in found}


def sentences(text: str) -> list[tuple[str, list[int]]]:
    """The sentences of the timeline with the numbers of their footnotes."""
    timeline = text.split("## Timeline")[1].split("\n## ")[0]
    found = []
    for line in re.findall(r"^- (.*)$", timeline, re.M):
        for sentence, references in re.findall(r"(.*?)((?:\[\^\d+\])+)(?: |$)", line):
            found.append((plain(sentence), [int(n) for n in REFERENCE.findall(references)]))
        assert re.search(r"\]$", line), "no sentence stands after the last footnote"
    return found


def numbers(text: str) -> set[int]:
    """The numbers in a text, in digits or in words."""
    words = re.findall(r"[a-z]+|\d[\d,]*", text.lower())
    return {NUMBERS[w] if w in NUMBERS else int(w.replace(",", "")) for w in words if w in NUMBERS or w[0].isdigit()}


def counts(sentence: str) -> set[int]:
    """The counts that a sentence of ours states: its digits, without dates, quotations and the names of documents."""
    for name in (*(Index(sample()).source(d.id) for d in sample().documents), "“.*”"):
        sentence = re.sub(name, "", sentence)
    return {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", DATE.sub("", sentence))}


def test_every_sentence_of_the_timeline_has_a_footnote() -> None:
    found = sentences(TEXT)
    assert len(found) == 12
    assert all(references and set(references) <= set(notes(TEXT)) for _, references in found)


def test_every_count_of_a_sentence_stands_in_the_words_it_is_footnoted_to() -> None:
    cited = notes(TEXT)
    for sentence, references in sentences(TEXT):
        said = counts(sentence)
        quoted = set().union(*(numbers(cited[n][1]) for n in references))
        assert said <= quoted, (sentence, said - quoted)


def test_a_number_that_no_passage_holds_would_be_found() -> None:
    wrong = TEXT.replace("5 miners were killed", "7 miners were killed")
    assert wrong != TEXT
    sentence, references = next((s, n) for s, n in sentences(wrong) if "7 miners" in s)
    quoted = set().union(*(numbers(notes(wrong)[n][1]) for n in references))
    assert not counts(sentence) <= quoted


def test_every_number_and_date_of_a_sentence_is_a_claims() -> None:
    index = Index(sample())
    for incident in index.record.incidents:
        for sentence in told(index, incident):
            claims = [index.claims[c] for c in sentence.claims]
            known = {n for c in claims if c.quantity for n in (c.quantity.low, c.quantity.best, c.quantity.high)}
            dates = [d for c in claims if c.date for d in (c.date.earliest, c.date.latest) if d]
            text = re.sub("“.*”", "", sentence.text)
            for day, year in DATE.findall(text):
                assert any(d.year == int(year) and (not day or d.day == int(day)) for d in dates), sentence
            assert counts(text) <= known, sentence


def test_footnotes_quote_documents_word_for_word_and_shortly() -> None:
    texts = [" ".join(d.text.split()) for d in sample().documents]
    found = notes(TEXT)
    assert list(found) == list(range(1, len(found) + 1))
    for credit, quote in found.values():
        inner = quote.removeprefix("… ").removesuffix(" …")
        assert len(inner.split()) <= 40
        assert any(inner in text for text in texts), quote
        assert "Cenepa" in credit
    used = {int(n) for n in REFERENCE.findall(TEXT.split("\n[^1]:")[0])}
    assert used == set(found), "no footnote without a reference, no reference without a footnote"


def test_the_lead_counts_what_the_record_has() -> None:
    lead = plain(TEXT.split("\n")[2])
    assert "3 documents, from 2 named outlets" in lead
    assert "1 of them gives no date of publication" in lead
    assert "4 incidents and 1 act without force" in lead
    assert "9 people were killed in the 3 incidents for which a number is given; for 1 no document gives one" in lead
    assert "the record holds 9 in 4 incidents, which leaves at least 5 deaths unaccounted for" in lead
    assert "on 5 points; 1 question stays open" in lead


def test_it_has_the_parts_of_a_brief() -> None:
    assert re.findall(r"^## (.*)$", TEXT, re.M) == ["Timeline", "Who says what", "Discrepancies", "Open questions", "Sources"]
    assert "| **Killed** | 9 (in 3 of 4 incidents; unknown in 1) |" in TEXT
    assert "| an official in Lima | Radio Marañón | 4 killed; 5 injured; the date: 13 March 1991 |" in TEXT
    assert "- not read: scan.png: an image: give its text" in TEXT


def test_unknown_is_said_and_nought_is_said_otherwise() -> None:
    assert (
        "1 person was injured in the blast of a bomb or mine in Amazonas, Peru; no document says whether anyone was killed"
        in TEXT
    )
    assert "At a date that no document gives, nobody was killed and at least 3 injured in mob violence" in TEXT


HOSTILE = ["[x](javascript:y)", "<script>alert(1)</script>", "a | b", "# no heading", "1. no list", "- no list", "`x` *y* _z_"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_documents_cannot_become_markup(text: str) -> None:
    written = escape(text)
    assert plain(written) == text
    assert not re.search(r"(?<!\\)[\[\]<>|#`*_]", written)
    assert not re.match(r"\d*[-+=.)]", written)


def test_a_hostile_title_stays_on_its_line() -> None:
    record = replace(sample(), title="A\n\n# B | <b>c</b>")
    text = (export(record, "markdown") or b"").decode()
    assert text.startswith("# A \\# B \\| \\<b\\>c\\</b\\>\n")


def test_an_empty_record_says_that_it_is_empty() -> None:
    assert "They tell of no incident." in (export(Record("Empty", 1), "markdown") or b"").decode()
