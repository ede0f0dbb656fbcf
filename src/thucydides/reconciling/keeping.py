"""Keeping: what incidents come to, kept from one build to the next by the digest of all that their tellings can see.

Invariant: a case sees nothing but what its digest is of, so what is kept under a digest is what weighing the case would give; what it is
in the record by itself depends on its id and on what people set besides, and is kept with the digest of these.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TypeVar

import msgspec
from msgspec import Struct

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.drawer import Drawer
from thucydides.keeping.lazily import Once
from thucydides.keeping.parcel import mark_of
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Assessment
from thucydides.reconciling.alone import Alone, Shown, alone, shown
from thucydides.reconciling.assessments import Assessed, Cluster, Outline, Weighed, heading
from thucydides.reconciling.context import Case, Context, make_case
from thucydides.reconciling.sight import Sight

T = TypeVar("T")
_NAME, _WHOLE = "incidents", "incidents-whole"


class _Row(Struct, array_like=True):
    """What one case came to: what gives it its id, and what the rest of the record asked of it under the id that it had. All that it came
    to and what was shown of it are kept apart, for few builds ask for them.
    """

    heading: tuple[Assessment, ...]
    named: bytes = b""
    alone: msgspec.Raw = msgspec.Raw(b"\xc0")


class Cases:
    """The cases of clusters of what is told in a corpus, save what was `rejected`, weighed by `weigh` under a `rule`; those that were
    weighed from the same before are not weighed again.
    """

    def __init__(
        self, told: Corpus, context: Context, rejected: frozenset[str], rule: str, weigh: Callable[[Case], Weighed],
        before: dict[bytes, _Row] | None = None, drawer: Drawer | None = None, sight: Sight | None = None,
    ) -> None:  # fmt: skip
        self._sight = sight or Sight()
        self._told, self._context, self._rejected, self._weigh, self._rule = told, context, rejected, weigh, rule
        self._before, self._drawer, self._claims = before, drawer, sorted(rejected - told.tellings.keys())
        self._strange = bool(self._claims) and any(one.strange for one in told.gists.values())
        self.after: dict[bytes, _Row] = {}
        self.met: dict[bytes, Alone] = {}
        self.changed = False

    def outline(self, cluster: Cluster) -> Outline:
        """The outline of a cluster; what it came to is read when it is asked for."""
        case = Once(partial(make_case, self._context, cluster.mentions, self._rejected))
        if self._before is None or self._drawer is None:
            found = self._weigh(case())
            return Outline(cluster, heading(found), case, lambda: found)
        key = self._sight.cases.get(cluster.mentions) or self._key(cluster.mentions)
        row = self._before.get(key)
        if row is None:
            found, self.changed = self._weigh(case()), True
            row = _Row(heading(found))
            self._drawer.put(key, _encode(found))
        self.after[key] = row
        return Outline(cluster, row.heading, case, Once(partial(self._weighed, key, case)), key)

    def _weighed(self, key: bytes, case: Callable[[], Case]) -> Weighed:
        return self._taken(key, _WEIGHED, lambda: self._weigh(case()))

    def _taken(self, key: bytes, decoder: "msgspec.msgpack.Decoder[T]", made: Callable[[], T]) -> T:
        """What is kept under a key, else what is made, which is then kept."""
        data = self._drawer.take(key) if self._drawer is not None else None
        with suppress(msgspec.MsgspecError):
            if data is not None:
                return decoder.decode(data)
        found = made()
        if self._drawer is not None:
            self._drawer.put(key, _encode(found))
        return found

    def alone(self, identifier: str, sketch: Outline, assessed: Callable[[], Assessed]) -> tuple[Alone, Callable[[], Shown]]:
        """What the rest of the record asks of an incident under its id and with what people set, and what the record shows of it."""
        if self._before is None or self._drawer is None:
            held = shown(one := assessed())
            return alone(one, held.incident), lambda: held
        row, named = self.after[sketch.key], mark_of(identifier, sketch.cluster.fixed)
        if row.named != named:
            held, self.changed = shown(one := assessed()), True
            self.after[sketch.key] = row = _Row(row.heading, named, msgspec.Raw(_encode(alone(one, held.incident))))
            self._drawer.put(sketch.key + named, _encode(held))
        mark = sketch.key + named
        self.met[mark] = found = self._sight.alone.get(mark) or _ALONE.decode(row.alone)
        return found, partial(self._taken, sketch.key + named, _SHOWN, lambda: shown(assessed()))

    def mark(self, sketch: Outline) -> bytes:
        """The digest of all that an incident is by itself, once that is known; empty where nothing is kept."""
        return sketch.key + self.after[sketch.key].named if self._before is not None else b""

    def _key(self, mentions: tuple[str, ...]) -> bytes:
        """The digest of all that the case of some mentions can see: documents with what they tell, the actors that are named, and the
        scenes."""
        tellings, abroad = self._told.tellings, self._told.abroad
        documents, named, actors = set[str](), set(mentions), set[str]()
        for mention in mentions:
            for document, telling in (tellings[mention], *abroad.get(mention, ())):
                documents.update((document, *telling.documents))
                named.update(telling.mentions)
                actors.update(telling.actors)
        for document, telling in (tellings[m] for m in named.difference(mentions) if m in tellings):
            documents.add(document)
            actors.update(telling.actors)
        read = sorted({o for d in documents for o in self._told.originals(d)})
        key = mark_of(self._rule, (
            mentions, [(d, self._told.digests.get(d)) for d in read], [(a, self._context.kinds.get(a)) for a in sorted(actors)],
            [(m, self._context.scenes.get(m)) for m in sorted(named)],
            [c for c in self._claims if self._strange or c.split(":")[0] in documents],
        ))  # fmt: skip
        return self._sight.cases.put(mentions, frozenset((*read, *actors, *named)), key)


@contextmanager
def keeping(
    shelf: Shelf | None, told: Corpus, context: Context, rejected: frozenset[str], rule: str, weigh: Callable[[Case], Weighed],
    sight: Sight | None = None,
) -> Iterator[Cases]:  # fmt: skip
    """What incidents come to, taken from the shelf where they came to it from the same before; at the end, all of it is kept."""
    if shelf is None:
        yield Cases(told, context, rejected, rule, weigh)
        return
    before, drawer = shelf.recall(_NAME, _ROWS.decode) or {}, Drawer(shelf, _WHOLE)
    kept = Cases(told, context, rejected, rule, weigh, before, drawer, sight)
    yield kept
    if sight is not None:
        sight.alone = kept.met
    drawer.close({name for key, row in kept.after.items() for name in (key, key + row.named)})
    if kept.changed or len(kept.after) != len(before):
        shelf.keep(_NAME, kept.after, _encode)


_encode = msgspec.msgpack.encode
_ROWS = msgspec.msgpack.Decoder(dict[bytes, _Row])
_WEIGHED = msgspec.msgpack.Decoder(Weighed)
_ALONE = msgspec.msgpack.Decoder(Alone)
_SHOWN = msgspec.msgpack.Decoder(Shown)
