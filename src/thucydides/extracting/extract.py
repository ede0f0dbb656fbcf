"""Extract: one document read from end to end into mentions, claims, aggregates, figures and citations.

Invariant: a pure function of the document and the program's own data; documents are parsed together for speed, never read together. Text in
capitals is read with its small letters restored, character by character.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from thucydides.extracting.aggregates.stating import joined
from thucydides.extracting.attributing.claims import claims_of
from thucydides.extracting.casing import readable
from thucydides.extracting.figures import find_figures
from thucydides.extracting.filling.country import with_countries
from thucydides.extracting.filling.day_of_report import with_day_of_report
from thucydides.extracting.forms.brief import read_brief
from thucydides.extracting.named import enroll
from thucydides.extracting.parsing import Paragraph, is_brief, parse
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.told_by_rules import told_by_rules
from thucydides.nouns import Document, Extract

if TYPE_CHECKING:
    from thucydides.extracting.roles.taken import Layers

BATCH = 32
"""Documents parsed in one batch."""


def _read(document: Document, paragraphs: list[Paragraph], layers: "Layers") -> Extract:
    around = Surroundings(document)
    told = told_by_rules(document, paragraphs, around)
    mentions = [*told.incidents, *told.acts]
    if is_brief(document):
        mentions = read_brief(document, paragraphs, around, told.tellings, told.incidents, told.acts)
    incidents = list(enroll(document, paragraphs, tuple(m for m in mentions if m.kind == "incident"), around))
    if layers != "rules":
        from thucydides.extracting.roles.taken import bare, taken_in

        incidents = list(taken_in(document, paragraphs, incidents if layers == "both" else bare(incidents)))
    claims, citations = claims_of(document, paragraphs, incidents, around)
    mentions = [*with_countries(incidents, around), *(m for m in mentions if m.kind == "act")]
    found = Extract(
        document.id,
        tuple(sorted(mentions, key=lambda m: (m.passages[0].start, m.id))),
        claims,
        tuple(sorted(joined(told.counts), key=lambda a: (a.passage.start, a.id))),
        find_figures(document, around),
        citations,
    )
    return with_day_of_report(document, found)


def extract_documents(
    documents: Iterable[Document], layers: "Layers" = "rules", failed: Callable[[Document, Exception], None] | None = None
) -> Iterator[Extract]:
    """The extract of each document, in the order given, with parties by the rules or by the learned layer too."""
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        for document, paragraphs in parse(map(readable, batch)):
            try:
                found = _read(document, paragraphs, layers)
            except Exception as error:
                if failed is None:
                    raise
                failed(document, error)
                found = Extract(document.id)
            yield found
