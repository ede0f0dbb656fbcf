"""What a record says over many accounts and many incidents: contradictions noticed, tallies read, passages that re-read."""

from thucydides.evaluating.outcome import Case, Tally, excerpt
from thucydides.evaluating.pairing import Judged
from thucydides.evaluating.slices import stem
from thucydides.nouns import Aggregate

ATTRIBUTES = {
    "date": {"date"}, "date_window": {"date"}, "place": {"place"}, "type": {"method", "type"},
    "deaths": {"killed"}, "killed": {"killed"}, "casualties": {"killed", "injured"}, "injured": {"injured"}, "injured_total": {"injured"},
    "weapon": {"method", "type"}, "means": {"method", "type"}, "perpetrator": {"responsibility"}, "abducted": {"captured"},
}  # fmt: skip
"""What a coded contradiction is about, as the attributes of our discrepancies that notice it."""


def judge_sums(judged: Judged, tally: Tally) -> None:
    """Judge the contradictions, the tallies and the passages."""
    _discrepancies(judged, tally)
    _aggregates(judged, tally)
    _passages(judged, tally)


def _discrepancies(judged: Judged, tally: Tally) -> None:
    """A coded contradiction is noticed where a discrepancy on the paired incident is about the same attribute."""
    held: dict[str, set[str]] = {}
    for discrepancy in judged.record.discrepancies:
        for incident in discrepancy.incidents:
            held.setdefault(incident, set()).add(discrepancy.attribute)
    for contradiction in judged.gold.get("contradictions") or ():
        wanted = ATTRIBUTES.get(str(contradiction.get("field", "")).split("/")[0].lower())
        events = [e for e in str(contradiction.get("event", "")).split("+") if e in judged.events]
        if not wanted or not events:
            continue
        incidents = [judged.incident_of[e] for e in events if e in judged.incident_of]
        noticed = set().union(*(held.get(i, set()) for i in incidents))
        sides = "; ".join(f"{stem(str(v.get('page')))}: {v.get('value')}" for v in contradiction.get("values") or ())
        ours = f"discrepancies on {', '.join(sorted(noticed)) or 'nothing'}" if incidents else "the event was not found"
        case = Case(
            "discrepancies recall", "+".join(events), judged.opening(events[0]), f"{contradiction.get('field')}: {sides}", ours
        )
        tally.judge("discrepancies recall", bool(noticed & wanted), case)


def _aggregates(judged: Judged, tally: Tally) -> None:
    """A coded tally is read where an aggregate of the same document has the same number of deaths."""
    ours: dict[str, list[Aggregate]] = {}
    for aggregate in judged.record.aggregates:
        ours.setdefault(judged.paths[aggregate.document], []).append(aggregate)
    for gold in judged.gold.get("aggregates") or ():
        number, page = gold.get("deaths"), stem(str(gold.get("page", "")))
        right = allowed(number)
        if not right:
            continue
        found = [a.deaths.best for a in ours.get(page, ()) if a.deaths is not None]
        quote = str(gold.get("quote") or "")
        text = excerpt(quote or (judged.documents[page].text if page in judged.documents else ""))
        case = Case(
            "aggregates recall", page, text, f"{number} deaths, {gold.get('window')}", f"deaths of its aggregates: {found}"
        )
        tally.judge("aggregates recall", bool(right & set(found)), case)


def allowed(number: object) -> set[int | None]:
    """The figures that stand for a coded number: itself, or for ">700" that and the least that is more; none where no number is coded."""
    if isinstance(number, int) and not isinstance(number, bool):
        return {number}
    words = number if isinstance(number, str) else ""
    return {int(words[1:]), int(words[1:]) + 1} if words.startswith(">") and words[1:].isdecimal() else set()


def _passages(judged: Judged, tally: Tally) -> None:
    """Every passage of an incident's mentions must lie in its document and hold words."""
    texts = {d.id: d.text for d in judged.record.documents}
    named = {name for incident in judged.incidents.values() for name in incident.mentions}
    for mention in judged.record.mentions:
        for p in mention.passages if mention.id in named else ():
            text = texts.get(p.document, "")
            good = 0 <= p.start < p.end <= len(text) and bool(text[p.start : p.end].strip())
            tally.judge(
                "passages that re-read", good, Case("passages that re-read", p.document, "", "words", f"{p.start}-{p.end}")
            )
