"""Context: the tables of one build, indexed so that each step finds a value's neighbours; Case: the tellings of one incident.

Invariants: every index is sorted by id, so that the order of the input changes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from thucydides.keeping.corpus import Corpus, corpus
from thucydides.keeping.gist import Kind
from thucydides.nouns import Citation, Claim, DateRange, Document, Mention, Passage


class Context(Struct, frozen=True):
    """Documents, mentions, claims and citations by the keys that reconciling asks for; `scenes` are the countries of mentions, of those
    that name none the one that the other mentions of their incident name.
    """

    documents: Mapping[str, Document]
    mentions: Mapping[str, Mention]
    claims_of: Mapping[str, tuple[Claim, ...]]
    citations_of: Mapping[str, tuple[Citation, ...]]
    kinds: Mapping[str, Kind]
    scenes: Mapping[str, str] = {}

    def originals(self, document: str) -> list[str]:
        """The document, the one that it repeats, and so on back."""
        path = [document]
        while (found := self.documents.get(path[-1])) is not None and found.copy_of and found.copy_of not in path:
            path.append(found.copy_of)
        return path

    def root(self, document: str) -> str:
        """The document that this one repeats, however far back; itself where it repeats none."""
        return self.originals(document)[-1]

    def text(self, passage: Passage | None) -> str:
        """The characters of a passage, "" where the document is not at hand."""
        found = self.documents.get(passage.document) if passage is not None else None
        return found.text[passage.start : passage.end] if found is not None and passage is not None else ""

    def citation(self, passage: Passage) -> Citation | None:
        """The outlet cited for a passage: the first citation whose covered stretch meets it."""
        for citation in self.citations_of.get(passage.document, ()):
            covers = citation.covers or citation.passage
            if covers.start < passage.end and passage.start < covers.end:
                return citation
        return None

    def published(self, document: str) -> date | None:
        """The last day on which a document can have come out, None where unknown."""
        found = self.documents.get(document)
        return latest(found.published) if found is not None else None


class Case(Struct, frozen=True):
    """The mentions judged to tell of one occurrence, and their claims.

    `context` is all that they can see: their own documents with the originals, the claims of them, the parties and scenes they name.
    """

    context: Context
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def latest(when: DateRange | None) -> date | None:
    """The last possible day of a range."""
    return when.latest if when is not None else None


def make_context(
    documents: Iterable[Document],
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    citations: Iterable[Citation],
    clusters: Iterable[Sequence[str]] = (),
) -> Context:
    """Index the tables of a build; `clusters` are the ids of the mentions of each incident."""
    return context_of(corpus(documents, mentions, claims, citations), clusters)


def context_of(told: Corpus, clusters: Iterable[Sequence[str]] = ()) -> Context:
    """What is told in a corpus, read where it is asked for; `clusters` are the ids of the mentions of each incident."""
    return Context(told.documents, told.mentions, told.claims_of, told.citations_of, _kinds(told), _scenes(told, clusters))


def _kinds(told: Corpus) -> dict[str, Kind]:
    """What the first mention of each actor says of it."""
    first: dict[str, tuple[str, Kind]] = {}
    for met in (m for one in told.gists.values() for m in one.actors):
        if met.mention is not None and met.kind is not None and (met.actor not in first or met.mention < first[met.actor][0]):
            first[met.actor] = (met.mention, met.kind)
    return {actor: kind for actor, (_, kind) in first.items()}


def _scenes(told: Corpus, clusters: Iterable[Sequence[str]]) -> dict[str, str]:
    """The country of each mention's place, else of those of the other mentions of its incident."""
    own = {identifier: telling.country for identifier, (_, telling) in told.tellings.items() if telling.country}
    scenes = dict(own)
    for cluster in clusters:
        if all(map(own.__contains__, cluster)):
            continue
        if found := Counter(own[m] for m in cluster if m in own):
            common = min(found, key=lambda c: (-found[c], c))
            scenes |= {m: common for m in cluster if m not in own}
    return scenes


def make_case(context: Context, cluster: Sequence[str], rejected: frozenset[str] = frozenset()) -> Case:
    """The case of one cluster; mentions that the tables do not hold are left out, rejected mentions and claims too."""
    mentions = tuple(context.mentions[m] for m in sorted(set(cluster)) if m in context.mentions and m not in rejected)
    claims = {c.id: c for m in mentions for c in context.claims_of.get(m.id, ()) if c.id not in rejected}
    return Case(_seen(context, mentions), mentions, tuple(claims[key] for key in sorted(claims)))


def _seen(context: Context, told: Sequence[Mention]) -> Context:
    """The part of a context that some mentions can see, so that what is worked out from them depends on nothing else."""
    claims = {m.id: context.claims_of[m.id] for m in told if m.id in context.claims_of}
    every = [c for some in claims.values() for c in some]
    named = sorted({m.id for m in told}.union(*(c.mentions for c in every)))
    mentions = {m: context.mentions[m] for m in named if m in context.mentions}
    at = {m.document for m in mentions.values()} | {d for c in every for d in (c.document, c.passage.document)}
    documents = {d: context.documents[d] for one in sorted(at) for d in context.originals(one) if d in context.documents}
    parties = {r.actor for m in mentions.values() for r in m.actors} | {a for c in every for a in (c.actor, c.speaker_actor)}
    return Context(
        documents,
        mentions,
        claims,
        {d: context.citations_of[d] for d in documents if d in context.citations_of},
        {a: context.kinds[a] for a in sorted(p for p in parties if p is not None) if a in context.kinds},
        {m: context.scenes[m] for m in named if m in context.scenes},
    )
