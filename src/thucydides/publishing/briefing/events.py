"""Events: what happened, an incident a line, and what was done without force."""

from collections.abc import Iterator

from thucydides.nouns import Incident, Passage
from thucydides.publishing import sums, words
from thucydides.publishing.acts import act
from thucydides.publishing.briefing.choosing import period, within
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.referring import dated, labelled
from thucydides.publishing.briefing.working import added, listed
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.sentences import Sentence, told

MOST_ACTS = 4
GRADED = {
    "confirmed": "confirmed: a responsible party or both sides say so",
    "fair": "fair: independent origins say so",
    "weak": "weak: a single origin",
    "contested": "contested",
    "discounted": "discounted",
}
"""A grade of harm, as it stands in brackets behind a sentence."""


def happened(index: Index, incident: Incident) -> Sentence:
    """The first sentence on an incident."""
    return told(index, incident)[0]


def events(index: Index, citing: Citing, chosen: tuple[Incident, ...]) -> Iterator[Line | None]:
    """A line for each incident chosen, one for all others, one for acts."""
    for incident in chosen:
        sentence = happened(index, incident)
        text = sentence.text.partition(", ")[2] if sentence.text.startswith(("On ", "In ", "Between ")) else sentence.text
        grade = GRADED.get(incident.harm.grade, "") if incident.harm else ""
        text = words.sentence_case(text.rstrip(".")) + (f" ({grade})." if grade else ".")
        yield citing.line(text, _spread(sentence), label=labelled(incident), claims=sentence.claims)
    yield _others(index, citing, chosen)
    yield _acts(index, citing)


def _spread(sentence: Sentence) -> list[Passage]:
    """Passages so ordered that the first ones are of different documents."""
    seen: dict[str, int] = {}
    ranked: list[tuple[int, int, Passage]] = []
    for n, passage in enumerate(sentence.passages):
        seen[passage.document] = seen.get(passage.document, -1) + 1
        ranked.append((seen[passage.document], n, passage))
    return [p for _, _, p in sorted(ranked, key=lambda r: r[:2])]


def _others(index: Index, citing: Citing, chosen: tuple[Incident, ...]) -> Line | None:
    rest = sorted((i for i in sums.force(index.record) if i not in chosen), key=by_time)
    if not rest:
        return None
    total = sums.total(rest, "killed")
    text = f"The record tells of {words.count(len(rest), 'further incident')}"
    if total.counted and total.high:
        text += f", in which {total.people} {'was' if total.words == '1' else 'were'} killed"
        text += f" ({total.unknown:,} of them without a number)" if total.unknown else ""
    working = added(rest, "killed") if total.counted and total.high else f"{words.sentence_case(listed(rest))}."
    return citing.line(f"{text}.", working=working, incidents=[i.id for i in rest])


def _acts(index: Index, citing: Citing) -> Line | None:
    """The acts without force of the record's main period, those told most first."""
    first, last = period(sums.force(index.record))
    inside = [i for i in sums.acts(index.record) if within(i, first, last)]
    found = sorted(inside, key=lambda i: (-i.origins, -len(i.mentions), by_time(i)))[:MOST_ACTS]
    if not found:
        return None
    ordered = sorted(found, key=by_time)
    passages = [index.mentions[i.mentions[0]].passages[0] for i in ordered if i.mentions and i.mentions[0] in index.mentions]
    text = "; ".join(f"{act(i)} ({dated(i)})" for i in ordered)
    return citing.line(words.sentence_case(text) + ".", passages, label="Without force.", incidents=[i.id for i in ordered])
