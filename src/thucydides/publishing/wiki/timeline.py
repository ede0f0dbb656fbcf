"""Timeline: a paragraph an incident under its year, led by the date, with who reports it and who says otherwise."""

from thucydides.nouns import Incident
from thucydides.publishing import days, sums, words
from thucydides.publishing.acts import act
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.responsibility import accusation, culprits, voice
from thucydides.publishing.sentences import told
from thucydides.publishing.wiki.casualties import per
from thucydides.publishing.wiki.markup import plain
from thucydides.publishing.wiki.references import References

UNDATED = "Date unknown"
PRONOUN_LENGTH = 3


def timeline(index: Index, references: References) -> str:
    """Every incident and act, by year."""
    years: dict[str, list[Incident]] = {}
    for incident in sorted(index.record.incidents, key=by_time):
        at = sums.year(incident)
        years.setdefault(str(at) if at else UNDATED, []).append(incident)
    parts = ["== Timeline =="]
    for year, incidents in years.items():
        parts.append(f"=== {year} ===")
        parts += [text for i in incidents if (text := _paragraph(index, references, i))]
    return "\n\n".join(parts)


def _paragraph(index: Index, references: References, incident: Incident) -> str:
    if incident.kind == "act":
        passages = [p for m in incident.mentions if m in index.mentions for p in index.mentions[m].passages[:1]]
        opening = days.opening(sums.when(incident))
        return f"{plain(f'{opening}: {act(incident)}')}.{references.to(passages)}"
    first = told(index, incident)[0]
    by = _reporters(index, incident)
    text = plain(first.text.rstrip(".") + (f", according to {words.listing(by)}" if by else "")) + "."
    passages = list(first.passages) or [p for m in incident.mentions if m in index.mentions for p in index.mentions[m].passages[:1]]
    sentences = [text + references.to(passages)]
    for outcome in ("killed", "injured"):
        sentences += _otherwise(index, references, incident, outcome)
    found: dict[str, list[str]] = {}
    for claim in culprits(index, incident):
        found.setdefault(words.sentence_case(accusation(index, claim)), []).append(claim.id)
    for said, claims in found.items():
        sentences.append(f"{plain(said)}." + references.to([index.claims[c].passage for c in claims], 2))
    return " ".join(sentences)


def _reporters(index: Index, incident: Incident) -> list[str]:
    """The named speakers that the figure of the dead rests on, at most two; none where an outlet says it in its own voice."""
    assessed = incident.assessed("killed")
    claims = [index.claims[c] for c in assessed.claims_for if c in index.claims] if assessed else []
    if not claims or any(c.speaker is None for c in claims):
        return []
    return list(dict.fromkeys(voice(c.speaker) for c in claims if c.speaker and len(c.speaker) > PRONOUN_LENGTH))[:2]


def _otherwise(index: Index, references: References, incident: Incident, outcome: str) -> list[str]:
    """ "Per X, 37 were killed; per Y, 135." where claimants differ."""
    assessed = incident.assessed(outcome)
    if assessed is None:
        return []
    claims = tuple(index.claims[c] for c in (*assessed.claims_for, *assessed.claims_against) if c in index.claims)
    whole = tuple(c for c in claims if not c.part)
    said = per(index, whole, assessed.quantity)
    if len(said) < 2:
        return []
    parts = [f"per {plain(words.listing(by))}, {value}{references.to(passages, 2)}" for value, by, passages in said]
    return [f"Number {outcome}: {'; '.join(parts)}."]
