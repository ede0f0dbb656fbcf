"""Reader: paths in, documents out: find the files, read each as what it is, clean it, name what could not be read.

Invariants: the result is the same for any order of the paths; one bad file never stops the others; every document has a text.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from thucydides.nouns.daterange import DateRange
from thucydides.nouns.document import Block, Document, Unread
from thucydides.reading import (
    addresses,
    blocks,
    boilerplate,
    broken,
    bylines,
    copies,
    flattened,
    markdown,
    objects,
    outlets,
    plain,
    run_heads,
    titles,
    webpage,
    wikitext,
)
from thucydides.reading.characters import clean, decoded
from thucydides.reading.contents import disguise, whole
from thucydides.reading.language import language
from thucydides.reading.page import Line, Page, Unreadable
from thucydides.reading.sources import Source, describe, find
from thucydides.reading.videos import without_videos

BINARY_SHARE = 0.02
"""A file with a larger share of control characters and characters that cannot be decoded is not text (our choice)."""


def read_sources(
    paths: Sequence[Path | str], progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The documents under the paths, sorted by id, and what could not be read, one line each with what to do about it.

    A path is a file or a folder (read with all below it). `progress` is told bytes read and bytes in all. Nothing is raised for
    bad input; it is listed.
    """
    sources, listed = find(paths)
    unread = list(listed)
    documents: list[Document] = []
    total = sum(source.size for source in sources)
    done = 0
    for source in sources:
        try:
            for page, position in _pages(source):
                if isinstance(page, Unread):
                    unread.append(page)
                    continue
                made = _document(page, source)
                if isinstance(made, Unread):
                    unread.append(made)
                else:
                    documents.append(made)
                if progress:
                    progress(done + min(position, source.size), total)
        except Unreadable as reason:
            unread.append(Unread(source.given, str(reason)))
        except Exception as error:  # the rest of the work goes on, whatever one file holds
            unread.append(Unread(source.given, _failed(error)))
        done += source.size
        if progress:
            progress(done, total)
    ordered = sorted(set(unread), key=lambda one: (one.path, one.reason))
    return copies.marked(copies.numbered(documents)), tuple(ordered)


def _document(page: Page, source: Source) -> Document | Unread:
    """The document that a page holds, or why it holds none."""
    where = "" if page.path == source.path else f"{page.path}: "
    try:
        return document(page)
    except Unreadable as reason:
        return Unread(source.given, f"{where}{reason}")
    except Exception as error:  # the rest of the work goes on, whatever one document holds
        return Unread(source.given, f"{where}{_failed(error)}")


def _failed(error: Exception) -> str:
    return f"could not be read ({type(error).__name__}: {' '.join(str(error).split())[:200]}); save its text as .txt"


def _pages(source: Source) -> Iterator[tuple[Page | Unread, int]]:
    if source.format in ("json lines", "json"):
        yield from (objects.lines if source.format == "json lines" else objects.document)(source)
        return
    data = whole(Path(source.file))
    if not data.strip():
        raise Unreadable("is empty; nothing to read")
    if ending := disguise(data):
        what, advice = describe(ending)
        raise Unreadable(f"is {what} whatever its name says; {advice}")
    text, notes = decoded(data, markup=True)
    strange = sum(text.count(chr(code)) for code in [*range(9), *range(14, 27), 0xFFFD])
    if strange > BINARY_SHARE * len(text):
        raise Unreadable("is not text (binary data); give a text, HTML, Markdown, wiki or JSON file")
    page = _page(text, source)
    yield Page(page.path, page.lines, page.metadata, (*notes, *page.notes)), source.size


def _page(text: str, source: Source) -> Page:
    """The page that a text holds, read as its file name says, where its contents do not say otherwise."""
    if source.format == "html" or webpage.is_webpage(text):
        page = webpage.read(text, source.path)
        return Page(page.path, broken.rejoined(page.lines), page.metadata, page.notes)
    if source.format == "wikitext" or wikitext.is_wikitext(text):
        return wikitext.read(text.replace("\r\n", "\n"), source.path)
    if (source.format == "markdown" or markdown.is_markdown(text)) and not plain.is_wiki_dump(text):
        return markdown.read(text.replace("\r\n", "\n"), source.path)
    return Page(source.path, plain.lines(clean(text)), {})


def document(page: Page) -> Document:
    """The document that a page holds, with its hash for an id. Raises `Unreadable` where nothing of a report is in it."""
    lines = boilerplate.cleaned(without_videos(flattened.restored(run_heads.parted(page.lines))))
    address = "" if page.metadata.get("url") else addresses.own(page.lines)
    data = {**page.metadata, "url": address} if address else page.metadata
    if not lines and not data.get("title"):
        raise Unreadable("holds no words of a report (it is empty, or only menus and notices); save the report's text as .txt")
    signed = outlets.signature(lines, page.lines)
    found = titles.titled(lines[:-1] if signed else lines, data)
    kinds = blocks.classified(found.lines)
    text, parts = blocks.assembled(kinds)
    outlet, outlet_rule = outlets.outlet(kinds, data, found.outlet, signed, found.masthead)
    author, author_rule = _author(kinds, data, outlet)
    spoken, language_rule = language(text, data.get("language", ""))
    title, title_rule = found.title, found.rule
    rules = (("read.address-own", address), (title_rule, title), (outlet_rule, outlet), (author_rule, author), (language_rule, spoken))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known = {**data, **({"outlet": outlet} if outlet else {}), **({"language": spoken} if spoken else {})}
    return Document(
        id=digest[:12],
        path=page.path,
        text=text,
        sha256=digest,
        blocks=parts,
        url=data.get("url") or None,
        title=title,
        outlet=outlet,
        author=author,
        published=_published(text, parts, known, page.lines),
        language=spoken,
        notes=(*page.notes, *(rule for rule, value in rules if rule and value)),
    )


def _author(lines: Sequence[Line], metadata: Mapping[str, str], outlet: str | None) -> tuple[str | None, str]:
    """Who wrote a report and the rule that found it: as its data give it, else the name in a byline that is no outlet's."""
    if given := metadata.get("author"):
        return given, "read.author-given"
    for line in lines:
        said = bylines.byline(line.text) if line.kind == "byline" else None
        if said and said.names and said.names != outlet and not outlets.is_outlet(said.names):
            return said.names, "read.author-byline"
    return None, ""


def _published(text: str, parts: tuple[Block, ...], metadata: Mapping[str, str], lines: Sequence[Line]) -> DateRange | None:
    from thucydides.grounding.page_years import claimed
    from thucydides.grounding.published import document_date

    rights = claimed(line.text for line in lines)
    return document_date(text, parts, {**metadata, "copyright": rights} if rights else metadata)
