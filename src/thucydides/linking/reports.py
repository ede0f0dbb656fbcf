"""Reports: the documents of a record with what each tells, grouped with their copies, so that a change is known by groups."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from thucydides.linking.features import Features, features
from thucydides.linking.unit import originals, units
from thucydides.nouns import Claim, Document, Mention


class Reports:
    """Documents, mentions and claims; a group is all documents that repeat one original, known by the original's id."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._original: dict[str, str] = {}
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._texts: dict[str, set[str]] = defaultdict(set)

    def change(
        self, documents: Iterable[Document], mentions: Iterable[Mention], claims: Iterable[Claim], gone: Iterable[str]
    ) -> frozenset[str]:
        """Take in documents with all that they tell, and let go of those that are `gone`; the groups that this touches."""
        given = {d.id: d for d in documents}
        told, said = _by_document(mentions), _by_document(claims)
        changed = {*given, *told, *said, *gone}
        affected = changed | self._near(changed)
        for name in changed:
            old = self._documents.pop(name, None)
            if old is not None:
                self._texts[old.sha256].discard(name)
            for table in (self._mentions, self._claims):
                table.pop(name, None)
        self._documents |= given
        self._mentions |= told
        self._claims |= said
        for name, document in given.items():
            self._texts[document.sha256].add(name)
        affected |= self._near(changed)
        return self._regrouped(affected)

    def _near(self, changed: Iterable[str]) -> set[str]:
        """The documents whose original may hang on some documents: those of their groups, and those of the same text."""
        found: set[str] = set()
        for name in changed:
            found |= self._groups.get(self._original.get(name, name), set()) | self._groups.get(name, set())
            if (document := self._documents.get(name)) is not None:
                found |= self._texts[document.sha256]
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
            if name in known or name in self._mentions:
                self._original[name] = found.get(name, name)
                self._groups[self._original[name]].add(name)
        return frozenset(touched | {self._original[name] for name in affected if name in self._original})

    def features(self, groups: Iterable[str]) -> tuple[Features, ...]:
        """The features of all that some groups tell."""
        names = sorted({name for group in groups for name in self._groups.get(group, ())})
        documents = [self._documents[name] for name in names if name in self._documents]
        told = [m for name in names for m in self._mentions.get(name, ())]
        said = [c for name in names for c in self._claims.get(name, ())]
        return features(units(told, documents), said, documents)


def _by_document(told: Iterable[Mention] | Iterable[Claim]) -> Mapping[str, list]:  # type: ignore[type-arg]
    found: dict[str, list[Mention | Claim]] = defaultdict(list)
    for one in told:
        found[one.document].append(one)
    return found
