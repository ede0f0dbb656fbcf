"""wikitext: the start of an encyclopedia article: infobox with every figure cited, timeline by year, references from metadata."""

from thucydides.nouns import Record
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.wiki.article import article

INFO = FormatInfo(
    "wikitext",
    ".wikitext",
    "An infobox with every figure cited, a timeline by year and references, for an encyclopedia article.",
    standard="MediaWiki wikitext; Template:Infobox military conflict; Template:Cite news",
    readers=("MediaWiki",),
    grade="contested",
)


def write(record: Record, options: Options) -> bytes:
    """The record as wikitext."""
    return article(record, options).encode()
