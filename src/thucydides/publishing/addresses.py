"""Addresses: where a passage, a document, an incident and a discrepancy stand: on the one page, or in the files of the site."""

from typing import Protocol

from thucydides.nouns import Passage
from thucydides.publishing.reader import anchor, slug


class Addresses(Protocol):
    """What a value links to."""

    def passage(self, value: Passage) -> str: ...
    def document(self, document: str) -> str: ...
    def incident(self, incident: str) -> str: ...
    def dispute(self, discrepancy: str) -> str: ...


class OnePage:
    """Everything is on the same page."""

    def passage(self, value: Passage) -> str:
        return f"#{anchor(value)}"

    def document(self, document: str) -> str:
        return f"#d-{slug(document)}"

    def incident(self, incident: str) -> str:
        return f"#i-{slug(incident)}"

    def dispute(self, discrepancy: str) -> str:
        return f"#x-{slug(discrepancy)}"


class Files:
    """Each incident and each document has a file of its own, all in one folder, so that no address depends on where it stands."""

    def passage(self, value: Passage) -> str:
        return f"{self.document(value.document)}#{anchor(value)}"

    def document(self, document: str) -> str:
        return f"source-{slug(document)}.html"

    def incident(self, incident: str) -> str:
        return f"incident-{slug(incident)}.html"

    def dispute(self, discrepancy: str) -> str:
        return f"discrepancies.html#x-{slug(discrepancy)}"
