"""Changed: what the latest build changed against the revision before it."""

from collections.abc import Iterator
from itertools import groupby

from thucydides.nouns import Passage
from thucydides.publishing import days, words
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.referring import reference
from thucydides.publishing.index import Index

MOST = 5


def changed(index: Index, citing: Citing) -> Iterator[Line | None]:
    """New documents and incidents, then values that changed; nothing where there is no revision before."""
    before = index.options.before
    if before is None:
        return
    from thucydides.record.differences import diff

    found = diff(before, index.record)
    added = [d for d in found.documents_added if d in index.documents]
    if added:
        firsts = [Passage(d, 0, max(1, index.documents[d].text.find("\n"))) for d in added]
        names = [index.source(d) for d in added]
        listing = words.listing(names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"])
        one = len(added) == 1
        text = f"{words.count(len(added), 'document')} {'was' if one else 'were'} added since revision {found.before:,}: {listing}."
        yield citing.line(text, firsts)
    fresh = [c.incident for c in found.changes if c.about == "incident" and c.kind == "added" and c.incident in index.incidents]
    if fresh:
        named = [reference(index, index.incidents[i]) for i in fresh[:3]]
        listing = words.listing([*named, f"{len(fresh) - 3} more"] if len(fresh) > 3 else named)
        passages = [index.mentions[index.incidents[i].mentions[0]].passages[0] for i in fresh[:3]]
        yield citing.line(f"New in the record: {listing}.", passages, incidents=fresh)
    told = 0
    values = [c for c in found.changes if c.about == "value" and c.kind == "changed" and c.incident in index.incidents and c.new and c.old]
    for incident, changes in groupby(values, key=lambda c: c.incident):
        for change in changes:
            if told == MOST or not change.old or not change.new:
                continue
            old, new = _value(change.old), _value(change.new)
            passages = [index.claims[c].passage for c in change.new.claims_for if c in index.claims]
            if old and new and old != new and "/" not in change.attribute:
                told += 1
                text = f"{words.sentence_case(reference(index, index.incidents[incident]))}: {change.attribute} was {old} and is now {new}."
                yield citing.line(text, passages, claims=change.new.claims_for)
    for answer in index.record.answers:
        if answer.answered == index.record.revision:
            yield citing.line(f"No longer open: {answer.question} {answer.words}".strip(), [answer.passage], grounds=[answer.id])


def _value(assessed: object) -> str:
    from thucydides.nouns import Assessment

    if not isinstance(assessed, Assessment):
        return ""
    if assessed.quantity:
        return words.quantity(assessed.quantity)
    return days.when(assessed.date) if assessed.date else assessed.place.name if assessed.place else ""
