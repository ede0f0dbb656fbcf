"""Texts to learn from: what is read from each, and what its key says of each noun phrase; parses may be kept in a file."""

from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import DocBin

from learning_roles.labels import labels_of
from thucydides.evaluating.muc4.data import read_messages
from thucydides.evaluating.muc4.keys import Template, read_folder
from thucydides.extracting.casing import readable
from thucydides.extracting.parsing import Paragraph, pipeline
from thucydides.extracting.roles.candidates import candidates
from thucydides.extracting.roles.features import Reading, candidate_features, document_features
from thucydides.nouns import Document


class Text:
    """One text: what is read from it and what the key says of each candidate."""

    def __init__(self, paragraphs: list[Paragraph], templates: Sequence[Template]) -> None:
        self.templates = templates
        self.found = candidates(paragraphs)
        self.reading = Reading(paragraphs, self.found)
        self.document = document_features(self.reading)
        self.features = [candidate_features(self.reading, c) for c in self.found]
        self.labels = [labels_of(c, templates) for c in self.found]
        self.sentences = [s.text for s in self.reading.sentences]


def texts(data: Path, part: str, kept: Path | None = None) -> list[Text]:
    """The texts of a part with their keys, parsed; `kept` is a file that parses are read from, or written to where it is missing."""
    messages, keys = read_messages(data / part), read_folder(data / part)
    documents = [readable(messages[name].document) for name in keys if name in messages]
    parsed = _parsed(documents, kept)
    return [Text(parsed[d.id], keys[d.id]) for d in documents]


def _parsed(documents: Sequence[Document], kept: Path | None) -> dict[str, list[Paragraph]]:
    """The parsed paragraphs of each document; ValueError where kept parses are of other texts."""
    pieces = [(d, b) for d in documents for b in d.blocks]
    wordings = [d.text[b.start : b.end] for d, b in pieces]
    if kept is not None and kept.exists():
        found = list(DocBin().from_disk(kept).get_docs(pipeline().vocab))
        if [f.text for f in found] != wordings:
            raise ValueError(f"{kept} holds the parses of other texts: delete it, and it is written anew")
    else:
        found = list(pipeline().pipe(wordings, batch_size=64))
        if kept is not None:
            DocBin(docs=found).to_disk(kept)
    parsed: dict[str, list[Paragraph]] = {d.id: [] for d in documents}
    for doc, (document, block) in zip(found, pieces, strict=True):
        parsed[document.id].append(Paragraph(doc, block.start, block))
    return parsed
