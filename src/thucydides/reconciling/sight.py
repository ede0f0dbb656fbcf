"""Sight: what cases and documents could see when a process last built a record, so that only what sees something changed is looked at anew.

Invariant: what is known of a case or a document is what looking at it would give, as long as none of the names that it sees (of documents,
mentions and actors) is of something that came, changed or went.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.gist import Gist, Kind
from thucydides.reconciling.alone import Alone
from thucydides.reconciling.context import Context

K = TypeVar("K")
V = TypeVar("V")


class Seen(Generic[K, V]):
    """Values by key, each with the names that it sees."""

    def __init__(self) -> None:
        self._known: dict[K, tuple[frozenset[str], V]] = {}

    def get(self, key: K) -> V | None:
        """What is known of a key."""
        found = self._known.get(key)
        return None if found is None else found[1]

    def put(self, key: K, names: frozenset[str], value: V) -> V:
        """Know the value of a key, which sees some names."""
        self._known[key] = names, value
        return value

    def forget(self, changed: frozenset[str]) -> None:
        """Know no longer what sees one of some names."""
        self._known = {key: found for key, found in self._known.items() if found[0].isdisjoint(changed)}

    def clear(self) -> None:
        """Know nothing."""
        self._known = {}


class Sight:
    """The digests of cases by their mentions and the marks of documents by id, as far as they hold for what is told now; and by mark what
    the record last asked of each incident.
    """

    def __init__(self) -> None:
        self.cases, self.documents = Seen[tuple[str, ...], bytes](), Seen[str, bytes]()
        self.alone: Mapping[bytes, Alone] = {}
        self._terms: Any = None
        self._digests: Mapping[str, bytes] = {}
        self._gists: Mapping[str, Gist] = {}
        self._kinds: Mapping[str, Kind] = {}
        self._scenes: Mapping[str, str] = {}

    def turn(self, told: Corpus, context: Context, terms: Any) -> None:
        """Look at what is told now; where other `terms` hold than before, nothing is known of cases."""
        changed = frozenset(self._changed(told, context))
        if terms != self._terms:
            self.cases.clear()
        if changed:
            self.cases.forget(changed)
            self.documents.forget(changed)
        self._terms, self._digests, self._gists, self._kinds, self._scenes = terms, told.digests, told.gists, context.kinds, context.scenes

    def _changed(self, told: Corpus, context: Context) -> Iterator[str]:
        """The names of all that is other than it was; where nothing was known, none has to be named."""
        if not self._digests:
            return
        yield from _differing(self._kinds, context.kinds)
        yield from _differing(self._scenes, context.scenes)
        for document in _differing(self._digests, told.digests):
            yield document
            for gist in (self._gists.get(document), told.gists.get(document)):
                yield from (telling.id for telling in (*gist.mentions, *gist.abroad)) if gist is not None else ()


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The names that stand for something else now, for nothing yet, or for nothing any more."""
    return [*(name for name, one in now.items() if before.get(name) != one), *(before.keys() - now.keys())]
