"""What a record shows, held against what people coded: false differences, tallies, open questions, parties, attributions and tolls.

The other measures ask whether the record has what the gold has; these ask whether the gold has what the record shows. Only what the gold
can judge is judged: a difference on an incident that was paired, on something that it codes; a party where it codes parties; the toll
of a page that tells of the event.
"""

from collections.abc import Iterator, Mapping

from thucydides.evaluating.coded_numbers import STATED, differ, numbers, stated
from thucydides.evaluating.coded_parties import agrees, coded_doers, coded_parties
from thucydides.evaluating.judged import Event, gold_in_words
from thucydides.evaluating.outcome import Case, Tally
from thucydides.evaluating.pairing import Judged
from thucydides.evaluating.record_sums import ATTRIBUTES, allowed
from thucydides.evaluating.slices import stem
from thucydides.nouns import Aggregate, Discrepancy
from thucydides.reconciling.discrepancies.silence import SILENT

_OF_ONE = frozenset({"value", "date", "place", "method", "responsibility", "nature", "part-whole"})
"""Kinds of discrepancies that are about one deed."""


def judge_shown(judged: Judged, tally: Tally) -> None:
    """Judge everything that a reader is shown and that the gold can tell true from false. A gold that codes nothing of what each page says
    of tolls tells of parties and attributions alone.
    """
    by_page = any(words for e in judged.events.values() for outcome in STATED for words in stated(e, outcome).values())
    for name, event in judged.pairs.items():
        gold = judged.events[event]
        told = _tolls(judged, name, gold) if by_page else ()
        for measure, good, ours in (*_parties(judged, name, gold), *_attributions(judged, name, gold), *told):
            tally.judge(measure, good, Case(measure, event, judged.text(name), _coded(gold), ours))
    if not by_page:
        return
    for discrepancy in judged.record.discrepancies:
        _difference(judged, discrepancy, tally)
    _counts(judged, tally)


def _parties(judged: Judged, name: str, gold: Event) -> Iterator[tuple[str, bool, str]]:
    """Every party that an incident shows, and who is shown as having done it."""
    if not gold.get("actors"):
        return
    for identifier, party, role in judged.incidents[name].actors:
        ours = f"{party} ({role})"
        yield "parties precision", any(agrees((identifier, party), c) for c in coded_parties(gold)), ours
        if role == "perpetrator":
            yield "perpetrators precision", any(agrees((identifier, party), c) for c in coded_doers(gold)), ours


def _attributions(judged: Judged, name: str, gold: Event) -> Iterator[tuple[str, bool, str]]:
    """Who is said to have done it, by somebody whom the record names; who denies it must be coded as denying."""
    held = {c.id: c for c in judged.record.claims}
    for claim in (held[c] for c in judged.incidents[name].claims if c in held):
        if claim.attribute != "responsibility" or not claim.speaker or not gold.get("actors"):
            continue
        ours = f"{claim.speaker} {claim.stance} {claim.value}"
        if claim.stance == "denies":
            denied = any("denied" in str(a.get("status")) for a in gold.get("attributed_to") or ())
            yield "attributions precision", denied, ours
        elif claim.stance in ("accuses", "suspects", "claims", "admits", "asserts"):
            named = (claim.actor or "", claim.value)
            yield "attributions precision", any(agrees(named, c) for c in coded_parties(gold)), ours


def _tolls(judged: Judged, name: str, gold: Event) -> Iterator[tuple[str, bool, str]]:
    """The toll that each page is shown to give of an incident, where the gold codes what that page says."""
    from thucydides.publishing.account import accounts
    from thucydides.publishing.index import Index

    for account in accounts(Index(judged.record), judged.incidents[name]):
        page = judged.paths[account.document]
        for outcome in STATED:
            told, coded = account.told(outcome), stated(gold, outcome)
            if told is None or not told.quantity.best or page not in coded:
                continue
            right = frozenset[int]().union(*map(numbers, coded[page]))
            if right or not coded[page]:  # "dozens" and the like are no number to hold another against
                yield f"{outcome} as told", told.quantity.best in right, f"{page}: {told.quantity.best} {outcome}"


def _difference(judged: Judged, one: Discrepancy, tally: Tally) -> None:
    """A shown difference is true where the gold holds a contradiction of it, or what it codes of the pages differs."""
    events = [judged.events[judged.pairs[i]] for i in one.incidents if i in judged.pairs]
    if not events or one.kind not in _OF_ONE or len(events) < len(one.incidents):
        return
    good = any(_contradicted(judged, e, one.attribute) or _differs(judged, e, one) for e in events)
    case = Case("discrepancies precision", events[0]["id"], judged.text(one.incidents[0]), _coded(events[0]), one.explanation)
    tally.judge("discrepancies precision", good, case)


def _contradicted(judged: Judged, event: Event, attribute: str) -> bool:
    held = (c for c in judged.gold.get("contradictions") or () if event["id"] in str(c.get("event", "")).split("+"))
    return any(attribute in ATTRIBUTES.get(str(c.get("field", "")).split("/")[0].lower(), ()) for c in held)


def _differs(judged: Judged, event: Event, one: Discrepancy) -> bool:
    """Whether what is coded of the pages differs in the matter of a discrepancy."""
    silent = [judged.paths[v.passage.document] for v in one.values if v.value == SILENT]
    if silent:
        killed, injured = (stated(event, outcome) for outcome in STATED)
        return all(page in killed and not killed[page] and not injured[page] for page in silent)
    if one.attribute in STATED:
        return differ([w for words in stated(event, one.attribute).values() for w in words])
    if one.attribute == "responsibility":
        said = event.get("attributed_to") or ()
        return len({a.get("actor") for a in said}) > 1 or any("denied" in str(a.get("status")) for a in said)
    return False


def _counts(judged: Judged, tally: Tally) -> None:
    """Every count over many incidents, and every open question that one raises, must be a coded tally of its page."""
    shown = {a.id: a for a in judged.record.aggregates if a.deaths is not None}
    asked = {g.aggregate for g in judged.record.gaps}
    coded = _coded_counts(judged)
    for name, aggregate in sorted(shown.items()):
        page = judged.paths[aggregate.document]
        good = _told_count(aggregate, coded.get(page, frozenset()))
        text = judged.documents[page].text[aggregate.passage.start : aggregate.passage.end]
        ours = f"{aggregate.deaths.best if aggregate.deaths else None} deaths"
        for measure in ("aggregates precision", *(["open questions precision"] if name in asked else ())):
            tally.judge(measure, good, Case(measure, page, text, f"deaths of its tallies: {sorted(coded.get(page, ()))}", ours))


def _coded_counts(judged: Judged) -> Mapping[str, frozenset[int]]:
    """By page: the deaths of its coded tallies, and of what it only sums up."""
    found: dict[str, frozenset[int]] = {}
    for gold in judged.gold.get("aggregates") or ():
        page = stem(str(gold.get("page", "")))
        found[page] = found.get(page, frozenset()) | {n for n in allowed(gold.get("deaths")) if n is not None}
    for event in judged.events.values():
        for mention in event.get("mentions") or ():
            if isinstance(mention, dict) and mention.get("role") == "aggregate":
                page = stem(str(mention["page"]))
                found[page] = found.get(page, frozenset()) | numbers(mention.get(STATED["killed"]))
    return found


def _told_count(aggregate: Aggregate, coded: frozenset[int]) -> bool:
    deaths = aggregate.deaths
    return deaths is not None and bool({deaths.low, deaths.best, deaths.high} & coded)


def _coded(gold: Event) -> str:
    said = "; ".join(f"{a.get('actor')} {a.get('status')} by {a.get('by')}" for a in gold.get("attributed_to") or ())
    return f"{gold_in_words(gold)}; {', '.join(gold.get('actors') or ())}{'; ' if said else ''}{said}"
