"""Build: sources and what stands in a record become its next revision; one direction, one step after another.

Invariants: the result is the same for any order of the sources and whether they are given at once or one by one; only one
build writes a record at a time; whatever stops a build, the last whole revision stands.
"""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from thucydides.extracted import Extracts, Tellings, Warn
from thucydides.gathering import gather
from thucydides.keeping.library import Library
from thucydides.keeping.parcel import Nouns
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Record, Ruling, Unread
from thucydides.progress import Progress
from thucydides.reading.language import foreign
from thucydides.record import MissingError, Store

if TYPE_CHECKING:
    from thucydides.keeping.corpus import Corpus
    from thucydides.reconciling.reconciled import Found
    from thucydides.record.changes import Differences
    from thucydides.record.making import Making
    from thucydides.record.revision import Revision

DEFAULT_RULE = "assess.origins"


class Built(Struct, frozen=True):
    """What a build came to: the number of the revision that stood `before` it (None: none did) and of the latest one now, its title, how
    many documents it holds and the paths of those that are `new`, what could not be read, how many incidents, acts, discrepancies and
    open questions it holds, and what changed.
    """

    before: int | None
    revision: int
    title: str
    documents: int
    new: tuple[str, ...]
    unread: tuple[Unread, ...]
    incidents: int
    acts: int
    discrepancies: int
    questions: int
    changes: "Callable[[], Differences]"


def build(
    sources: Sequence[Path | str], store: Store, progress: Progress | None = None, title: str | None = None,
    rule: str = DEFAULT_RULE, warn: Warn | None = None,
) -> Record:  # fmt: skip
    """Read the sources, add them to what stands in the store, and give the record that all of it makes, as it is saved.

    `title` names the conflict from now on; without one the name given before stands, else it is made from the incidents. Where
    nothing changed, the latest revision is given as it is. `warn` is told what a person should know, a line each. Raises
    MissingError where there is nothing to build from.
    """
    return store.revision(extend(sources, store, progress, title, rule, warn).revision)


def extend(
    sources: Sequence[Path | str], store: Store, progress: Progress | None = None, title: str | None = None,
    rule: str = DEFAULT_RULE, warn: Warn | None = None,
) -> Built:  # fmt: skip
    """The same as `build`; of what stands no more is read than what the sources can change."""
    from thucydides.record.making import making_of

    tell = progress or (lambda step, done, total: None)
    with store.writing():
        revisions = store.revisions()
        last = revisions[-1] if revisions else None
        title = title or (last.given_title if last else None)
        shelf = store.shelf()
        standing = store.library()
        library, unread = gather(sources, standing, store.unread(), tell, shelf)
        rulings = store.rulings()
        said = [f"{u.path}: {u.reason}" for u in unread]
        made = making_of(library.documents, library.fingerprints, rulings, rule, title, said)
        if last and (last.inputs, last.program, last.engine) == (made.inputs, made.program, made.engine):
            return _unchanged(store, last)
        if not library.headers and last is None:
            raise MissingError(_nothing(sources, unread))
        extracts = Extracts(library.documents, made.keys(), store, tell, warn)
        if warn and (line := foreign(library.documents[name] for name in library.headers if name not in standing.headers)):
            warn(line)
        told, found, unlinked = derive(library, made, extracts, rulings, rule, tell, shelf)
        if warn:
            from thucydides.reviewing.fitting import misfits

            for one in misfits(rulings, unlinked, told, found):
                warn(f"{one.words}; to withdraw it: thucydides rule undo {store.name} {one.ruling.number}")
        tell("saving", 0, 1)
        built = _saved(store, last, title or found.title, told, found, unread, rulings, made)
        extracts.keep()
        store.keep_library(library)
        tell("saving", 1, 1)
        return msgspec.structs.replace(built, new=tuple(h.path for name, h in library.headers.items() if name not in standing.headers))


def derive(
    library: Library, made: "Making", extracts: Tellings, rulings: tuple[Ruling, ...], rule: str, tell: Progress,
    shelf: Shelf | None = None,
) -> "tuple[Corpus, Found, tuple[Ruling, ...]]":  # fmt: skip
    """What documents, their extracts and rulings make: the documents as they are dated with what they tell, what is found of it, and
    the rulings that fitted nothing in linking; a pure function of them.

    What the `shelf` keeps of an earlier record saves time and changes nothing.
    """
    from thucydides.dated import dated, dated_by_links
    from thucydides.keeping.corpus import Corpus, gists
    from thucydides.linking.link import link_corpus
    from thucydides.read_again import read_again
    from thucydides.reconciling.reconcile import reconcile_corpus

    digests = {name: blake2b(key.encode(), digest_size=16).digest() for name, key in made.keys().items()}
    with gists(shelf, {digests[name] for name in extracts.new}) as known:
        given = Corpus(library.documents, digests, extracts.__getitem__, known, library.headers)
        told = read_again(given, dated(given), extracts.again)
        tell("linking", 0, 1)
        linked = link_corpus(told, rulings, shelf=shelf)
        tell("linking", 1, 1)
        told = dated_by_links(given, told, linked.clusters)
        tell("reconciling", 0, 1)
        found = reconcile_corpus(told, linked.clusters, linked.reasons, rulings, rule, shelf)
        tell("reconciling", 1, 1)
    return told, found, linked.unfit


def _saved(
    store: Store, last: "Revision | None", title: str, told: "Corpus", found: "Found", unread: tuple[Unread, ...],
    rulings: tuple[Ruling, ...], made: "Making",
) -> Built:  # fmt: skip
    """Save what was found as the next revision, and say what that came to."""
    from thucydides.reconciling.answering import answered, asked_after
    from thucydides.record.comparing import Given, with_more
    from thucydides.record.partly import Partly

    others: Nouns = {
        "unread": unread, "discrepancies": found.discrepancies, "checks": found.checks, "gaps": found.gaps, "actors": found.actors,
        "places": found.places, "rulings": rulings, "ranges": found.ranges,
    }  # fmt: skip
    draft, before = store.compared(Given(title, found.parcels, others), made)
    number = last.number if last else 0
    partly = Partly(told, found, draft, before, Record(title=title, revision=number + 1, **draft.nouns()))
    if before is not None and (asked := asked_after(before, partly.after)) is not None:
        answers = answered(*partly.seen(asked, (m for i in asked for m in found.members.get(i, ()))))
        draft = with_more(draft, "answers", answers, made)
    number = store.add(title, draft, made, told.documents, last is not None and last.engine == made.engine)
    return Built(
        last.number if last else None, number, title, len(told.documents), (), unread, found.force, len(found.incidents) - found.force,
        len(found.discrepancies), len(found.gaps), partly.changes,
    )  # fmt: skip


def _unchanged(store: Store, last: "Revision") -> Built:
    """What a build came to that found nothing new; of the record no more is read than how much it holds."""
    from thucydides.record import Differences

    held = store.numbers()
    return Built(
        last.number, last.number, last.title, held["documents"], (), store.unread(), last.incidents, held["incidents"] - last.incidents,
        held["discrepancies"], held["gaps"], lambda: Differences(last.number, last.number),
    )  # fmt: skip


def _nothing(sources: Sequence[Path | str], unread: Sequence[Unread]) -> str:
    """Why there is nothing to build from, in one line."""
    if not sources:
        return "no sources were given and the record is empty; name files or folders of reports"
    reason = f" ({unread[0].path}: {unread[0].reason})" if unread else ""
    return f"none of the sources could be read{reason}; give text, HTML, Markdown, wiki or JSON files of reports"
