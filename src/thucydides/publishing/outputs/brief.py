"""brief: one to two pages as Markdown, HTML, DOCX and PDF: what happened, who says what, what is disputed, missing and changed."""

from thucydides.nouns import Record
from thucydides.publishing.briefing import as_markdown, as_pdf, as_webpage, as_word, compose
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo

INFO = FormatInfo(
    "brief",
    "",
    "One to two pages as Markdown, HTML, DOCX and PDF: summary, who says what, what is disputed, missing and changed.",
    standard="PDF/UA-1; Office Open XML (ECMA-376); GitHub Flavored Markdown with footnotes",
    readers=("any browser", "Word", "LibreOffice", "any PDF reader"),
    grade="contested",
    compares=True,
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The same brief in four forms."""
    brief = compose(record, options)
    return {
        "brief.docx": as_word.write(brief),
        "brief.html": as_webpage.write(brief),
        "brief.md": as_markdown.write(brief),
        "brief.pdf": as_pdf.write(brief),
    }
