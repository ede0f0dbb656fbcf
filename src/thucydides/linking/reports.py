"""Reports: the documents of a record with what each tells, grouped with their copies, so that a change is known by groups."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial

from msgspec import Struct

from thucydides.keeping.corpus import Corpus, extracts
from thucydides.linking.features import Features, features
from thucydides.linking.unit import originals, units
from thucydides.nouns import Claim, Document, Extract, Mention

Told = Callable[[], Extract]
"""Reads all that a document tells."""


class Report(Struct, frozen=True, array_like=True):
    """What grouping knows of one document: the hash of its text (None where only its mentions are known), what it repeats, and its
    original.
    """

    sha256: str | None
    copy_of: str | None
    original: str


class Reports:
    """Documents with what they tell; a group is all documents that repeat one original, known by the original's id."""

    def __init__(self) -> None:
        self._documents: dict[str, Document | Report] = {}
        self._read: Mapping[str, Document] = {}
        self._told: dict[str, Told] = {}
        self._original: dict[str, str] = {}
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._texts: dict[str, set[str]] = defaultdict(set)

    def known(self) -> Mapping[str, Report]:
        """What has to be kept to take the reports up again."""
        found = {name: self._documents.get(name) for name in self._original}
        return {n: Report(d.sha256 if d else None, d.copy_of if d else None, self._original[n]) for n, d in found.items()}

    @classmethod
    def again(cls, known: Mapping[str, Report]) -> "Reports":
        """The reports as they were known."""
        reports = cls()
        for name, report in known.items():
            if report.sha256 is not None:
                reports._documents[name] = report
                reports._texts[report.sha256].add(name)
            reports._original[name] = report.original
            reports._groups[report.original].add(name)
        return reports

    def reads(self, given: Corpus, stand: Set[str]) -> None:
        """Take what the documents that `stand` tell from what is given, where it is asked for.

        The others are known by no more than a change needs to let go of them.
        """
        for name, known in self._documents.items():
            if isinstance(known, Document):
                self._documents[name] = Report(known.sha256, known.copy_of, self._original.get(name, name))
        self._read = given.documents
        self._told = {name: partial(given.extract, name) for name in stand}

    def change(
        self, documents: Iterable[Document], mentions: Iterable[Mention], claims: Iterable[Claim], gone: Iterable[str]
    ) -> frozenset[str]:
        """Take in documents with all that they tell, and let go of those that are `gone`; the groups that this touches."""
        came = {d.id: d for d in documents}
        told = extracts(mentions, claims)
        changed = {*came, *told, *gone}
        affected = changed | self._near(changed)
        for name in changed:
            old = self._documents.pop(name, None)
            if old is not None:
                self._texts[old.sha256 or ""].discard(name)
            self._told.pop(name, None)
        self._documents |= came
        self._told |= {name: partial(told.__getitem__, name) for name in told}
        for name, document in came.items():
            self._texts[document.sha256].add(name)
        affected |= self._near(changed)
        return self._regrouped(affected)

    def _near(self, changed: Iterable[str]) -> set[str]:
        """The documents whose original may hang on some documents: those of their groups, and those of the same text."""
        found: set[str] = set()
        for name in changed:
            found |= self._groups.get(self._original.get(name, name), set()) | self._groups.get(name, set())
            if (document := self._documents.get(name)) is not None:
                found |= self._texts[document.sha256 or ""]
                if document.copy_of is not None:
                    found |= self._groups.get(self._original.get(document.copy_of, document.copy_of), set())
        return found

    def _regrouped(self, affected: set[str]) -> frozenset[str]:
        """Find the originals of some documents anew; the groups that were touched, before and now."""
        touched = {self._original[name] for name in affected if name in self._original}
        for name in affected:
            if name in self._original:
                self._groups[self._original.pop(name)].discard(name)
        known = {name: self._documents[name] for name in affected if name in self._documents}
        found = originals(known)
        for name in affected:
            if name in known or name in self._told:
                self._original[name] = found.get(name, name)
                self._groups[self._original[name]].add(name)
        return frozenset(touched | {self._original[name] for name in affected if name in self._original})

    def features(self, groups: Iterable[str]) -> tuple[Features, ...]:
        """The features of all that some groups tell."""
        names = sorted({name for group in groups for name in self._groups.get(group, ())})
        documents = [self._whole(name, self._documents[name]) for name in names if name in self._documents]
        told = [self._told[name]() for name in names if name in self._told]
        mentions, claims = [m for one in told for m in one.mentions], [c for one in told for c in one.claims]
        return features(units(mentions, documents), claims, documents)

    def _whole(self, name: str, known: Document | Report) -> Document:
        return known if isinstance(known, Document) else self._read[name]
