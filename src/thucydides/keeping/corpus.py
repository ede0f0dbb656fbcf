"""Corpus: the documents of a record with what each tells, read only where something asks for it.

Invariant: a document's digest is of the document and of all that it tells, so what is known of a digest holds wherever it is met again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from hashlib import blake2b
from typing import Any

import msgspec

from thucydides.keeping.gist import Gist, Telling, gist
from thucydides.keeping.lazily import Lazily
from thucydides.keeping.library import Header
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Aggregate, Citation, Claim, Document, Extract, Figure, Mention

_NAME = "gists"
_KEPT = msgspec.msgpack.Decoder(dict[bytes, Gist])


class Gists:
    """The gists of extracts by the digests of their documents, made where they were not kept."""

    def __init__(self, before: Mapping[bytes, Gist]) -> None:
        self._before = before
        self.after: dict[bytes, Gist] = {}

    def of(self, digest: bytes, made: Callable[[], Gist]) -> Gist:
        """The gist of the document of a digest, `made` where it is not known."""
        found = self.after.get(digest) or self._before.get(digest) or made()
        self.after[digest] = found
        return found


@contextmanager
def gists(shelf: Shelf | None, came: Collection[bytes] = ()) -> Iterator[Gists]:
    """The gists that the shelf keeps, and those that are made meanwhile, which it then keeps.

    Where a document that was read anew (`came`, by digest) was known, it may now tell otherwise: then nothing kept is taken up.
    """
    before = (shelf.recall(_NAME, _KEPT.decode) if shelf is not None else None) or {}
    if shelf is not None and not before.keys().isdisjoint(came):
        shelf.clear()
        before = {}
    found = Gists(before)
    yield found
    if shelf is not None and found.after.keys() != before.keys():
        shelf.keep(_NAME, found.after, msgspec.msgpack.encode)


class Corpus:
    """Documents by id, the digest of each with all that it tells, and what `read` gives of each; the `headers` of the documents tell of
    them what needs no reading.
    """

    def __init__(
        self, documents: Mapping[str, Document], digests: Mapping[str, bytes], read: Callable[[str], Extract], known: Gists | None = None,
        headers: "Mapping[str, Header | Document] | None" = None,
    ) -> None:  # fmt: skip
        self.documents, self.digests = documents, digests
        self.headers: Mapping[str, Header | Document] = documents if headers is None else headers
        self._known = known
        self._extracts: Mapping[str, Extract] = Lazily(digests, read)

    def originals(self, document: str) -> list[str]:
        """The document, the one that it repeats, and so on back."""
        path = [document]
        while (found := self.headers.get(path[-1])) is not None and found.copy_of and found.copy_of not in path:
            path.append(found.copy_of)
        return path

    def extract(self, document: str) -> Extract:
        """All that a document tells."""
        return self._extracts[document]

    def with_changed(self, documents: Iterable[Document], extracts: Iterable[Extract]) -> "Corpus":
        """The same, where some documents are otherwise and tell otherwise."""
        told, changed = {e.document: e for e in extracts}, {d.id: d for d in documents}
        if not told and not changed:
            return self
        known = Lazily(self.headers, lambda name: changed.get(name) or self.documents[name])
        read: dict[str, Extract] = {**{name: self.extract(name) for name in changed}, **told}
        digests = {name: digest_of(known.get(name), one) for name, one in read.items()}
        return Corpus(
            known, {**self.digests, **digests}, lambda name: read.get(name) or self.extract(name), self._known,
            {**self.headers, **changed},
        )

    @cached_property
    def gists(self) -> Mapping[str, Gist]:
        """The gist of each document, in the order of their ids."""
        return {name: self._gist(name) for name in sorted(self.digests)}

    def _gist(self, document: str) -> Gist:
        def made() -> Gist:
            return gist(self.documents.get(document), self.extract(document))

        return made() if self._known is None else self._known.of(self.digests[document], made)

    @cached_property
    def tellings(self) -> Mapping[str, tuple[str, Telling]]:
        """The document and the gist of each mention, in the order of their ids."""
        found = {t.id: (name, t) for name, one in self.gists.items() for t in one.mentions}
        return {identifier: found[identifier] for identifier in sorted(found)}

    @cached_property
    def abroad(self) -> Mapping[str, Sequence[tuple[str, Telling]]]:
        """What other documents claim of mentions, by mention, each with the document that does."""
        found: dict[str, list[tuple[str, Telling]]] = {}
        for name, one in self.gists.items():
            for telling in one.abroad:
                found.setdefault(telling.id, []).append((name, telling))
        return found

    @cached_property
    def mentions(self) -> Mapping[str, Mention]:
        """Every mention by id."""
        return Lazily(self.tellings, lambda m: next(one for one in reversed(self.extract(self.tellings[m][0]).mentions) if one.id == m))

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims about each mention, by id."""
        return Lazily(self.tellings, self._claims)

    def _claims(self, mention: str) -> tuple[Claim, ...]:
        documents = (self.tellings[mention][0], *(name for name, _ in self.abroad.get(mention, ())))
        return tuple(sorted((c for d in documents for c in self.extract(d).claims for m in c.mentions if m == mention), key=lambda c: c.id))

    @cached_property
    def citations_of(self) -> Mapping[str, tuple[Citation, ...]]:
        """What is cited in each document, in order."""
        return Lazily(self.digests, lambda d: tuple(sorted(self.extract(d).citations, key=lambda c: (c.passage, c.outlet))))

    def has_claim(self, identifier: str) -> bool:
        """Whether any document makes the claim of an id."""
        named = [d for d in (identifier.split(":")[0],) if d in self.digests]
        return any(identifier in self._claim_ids[d] for d in (*named, *self._strange))

    @cached_property
    def _strange(self) -> tuple[str, ...]:
        """The documents whose claims are called otherwise than after them."""
        return tuple(name for name, one in self.gists.items() if one.strange)

    @cached_property
    def _claim_ids(self) -> Mapping[str, frozenset[str]]:
        return Lazily(self.digests, lambda d: frozenset(c.id for c in self.extract(d).claims))

    @property
    def aggregates(self) -> Iterator[Aggregate]:
        """Every count over many incidents."""
        return (a for one in self.gists.values() for a in one.aggregates)

    @property
    def figures(self) -> Iterator[Figure]:
        """Every background figure."""
        return (f for one in self.gists.values() for f in one.figures)


def digest_of(document: Document | None, extract: Extract) -> bytes:
    """The digest of a document with all that it tells."""
    return blake2b(msgspec.msgpack.encode((document, extract)), digest_size=16).digest()


def corpus(
    documents: Iterable[Document], mentions: Iterable[Mention], claims: Iterable[Claim] = (), citations: Iterable[Citation] = (),
    aggregates: Iterable[Aggregate] = (), figures: Iterable[Figure] = (),
) -> Corpus:  # fmt: skip
    """The corpus of documents and of all that is told in them."""
    known = {d.id: d for d in documents}
    told = extracts(mentions, claims, aggregates, figures, citations)
    digests = Lazily({**known, **told}, lambda name: digest_of(known.get(name), told.get(name, Extract(name))))
    return Corpus(known, digests, lambda name: told.get(name, Extract(name)))


_CITED = 4


def extracts(
    mentions: Iterable[Mention], claims: Iterable[Claim] = (), aggregates: Iterable[Aggregate] = (), figures: Iterable[Figure] = (),
    citations: Iterable[Citation] = (),
) -> dict[str, Extract]:  # fmt: skip
    """All that is told, by the document that tells it."""
    found: dict[str, tuple[list[Any], ...]] = {}
    given: tuple[Iterable[Any], ...] = (mentions, claims, aggregates, figures, citations)
    for n, some in enumerate(given):
        for one in some:
            found.setdefault(one.passage.document if n == _CITED else one.document, ([], [], [], [], []))[n].append(one)
    return {name: Extract(name, *(tuple(some) for some in parts)) for name, parts in found.items()}
