"""Two incidents in one: tellings put together that exclude each other on more than one thing, said once and not once a thing."""

from collections.abc import Iterator

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import firm
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, discrepancy
from thucydides.reconciling.naming import listed, when
from thucydides.reconciling.origins import chain
from thucydides.reconciling.types import methods
from thucydides.reconciling.words import OUTCOMES, entry


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy where some tellings of an incident likely are of another."""
    one = scene.one
    pairs = scene.doubts
    if not pairs:
        return
    involved = sorted({m for pair in pairs for m in pair})
    sides = []
    for mention in (m for m in one.case.mentions if m.id in involved):
        passage = mention.passages[0]
        told = listed(_told(one, mention.id)) or "nothing firm"
        sides.append(Side(told, passage, mention.document, chain(scene.context, passage)))
    said = "; ".join(dict.fromkeys(f"{s.who(scene.context)} tells of {s.value}" for s in sides))
    words = (
        f"Accounts that were taken for one incident differ in more than one thing: {said}. "
        "They likely tell of different incidents; whoever knows can part them."
    )
    yield discrepancy("number of incidents", "incidents", [one.id], sides, words, WEIGHTS["incidents"])


def _told(one: Assessed, mention: str) -> Iterator[str]:
    """What one mention says, in few words: day, place, numbers, means."""
    yield from dict.fromkeys(when(d.when) for d in one.dates if d.mention == mention)
    yield from dict.fromkeys(p.place.name for p in one.places if p.mention == mention and not p.inferred)
    for outcome in OUTCOMES:
        yield from dict.fromkeys(f"{counts.say(t.quantity)} {outcome}" for t in firm(one, outcome) if t.mention == mention)
    for found in (m for m in one.case.mentions if m.id == mention):
        yield from (str(entry("method_words", means) or means) for means, _ in methods(found))
