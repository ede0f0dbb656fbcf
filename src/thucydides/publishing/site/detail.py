"""Detail: what the page of one incident shows beside its accounts: the words in their documents, every claim, its neighbours."""

from msgspec import Struct

from thucydides.nouns import Claim, Incident, Passage
from thucydides.publishing import words
from thucydides.publishing.evidence import Evidence, Ref
from thucydides.publishing.index import Index
from thucydides.publishing.quoting import MOST_WORDS
from thucydides.publishing.reader import Paragraph, paragraphs
from thucydides.publishing.responsibility import STANCES
from thucydides.publishing.said import statement

STATED = "stated"
"""The stance of who says so without more ado; of responsibility it is called "named"."""


class Excerpt(Struct, frozen=True):
    """The words of one document that tell of the incident, those that a value was read from marked."""

    tag: str
    name: str
    href: str
    language: str
    paragraphs: tuple[Paragraph, ...]


class Saying(Struct, frozen=True):
    """One claim: who says what, through whom, how, and where it is written."""

    who: str
    through: str
    what: str
    stance: str
    ref: Ref | None
    incidents: tuple[tuple[str, str, str], ...] = ()


def passages_of(index: Index, incident: Incident) -> dict[str, set[Passage]]:
    """By document: the passages of its mentions, their dates and places, and the claims on it."""
    found: dict[str, set[Passage]] = {}
    for mention in (index.mentions[m] for m in incident.mentions if m in index.mentions):
        held = found.setdefault(mention.document, set())
        held |= set(mention.passages) | {i.passage for i in mention.toll} | {p for _, p in mention.weapons}
        held |= {mention.date_passage} if mention.date_passage else set()
        held |= {mention.place.passage} if mention.place else set()
        held |= {c.passage for c in index.claims_of.get(mention.id, ()) if c.document == mention.document}
    return found


def excerpts(evidence: Evidence, incident: Incident) -> list[Excerpt]:
    """The words in each document; whole sentences of at most 40 words a passage, or all of it where full texts are asked for."""
    index, found = evidence.index, []
    most = None if index.options.full_text else MOST_WORDS
    for document, held in sorted(passages_of(index, incident).items()):
        if document not in index.documents:
            continue
        lines = paragraphs(index.documents[document], _inner(held), (), MOST_WORDS if most is None else most)
        kept = tuple(line for line in lines if line.kind != "cut")
        language = index.documents[document].language or ""
        found.append(Excerpt(evidence.tags[document], index.source(document), evidence.addresses.document(document), language, kept))
    return found


def _inner(held: set[Passage]) -> set[Passage]:
    """The passages without those that hold another one: the finer ones say what was read."""
    return {p for p in held if not any(o != p and p.start <= o.start and o.end <= p.end for o in held)} or held


def claims(evidence: Evidence, some: tuple[Claim, ...]) -> list[Saying]:
    """Claims in the order of their documents, each once; what kind of incident it was is the record's word and not among them."""
    index = evidence.index
    found: dict[tuple[str, str, str], Saying] = {}
    for claim in sorted((c for c in some if c.attribute != "type"), key=lambda c: (evidence.tags.get(c.document, "~"), c.passage, c.id)):
        saying = _saying(evidence, index, claim)
        found.setdefault((saying.who, saying.what, claim.document), saying)
    return list(found.values())


def _saying(evidence: Evidence, index: Index, claim: Claim) -> Saying:
    return Saying(
        who=claim.speaker or index.source(claim.document),
        through=", ".join(claim.via),
        what=words.sentence_case(statement(index, claim)),
        stance=STATED if claim.stance == "asserts" and claim.attribute != "responsibility" else STANCES[claim.stance],
        ref=evidence.ref(claim.passage),
    )
