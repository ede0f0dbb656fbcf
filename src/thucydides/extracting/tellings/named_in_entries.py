"""Named in entries: deeds that an entry of a list only names, one after another, between semicolons (rule `extract.named-in-entry`).

"17 June: Sea battle off Mannar; attack on a church at Pesalai". Invariant: each part names a deed and a place; a part that only counts
the harm, or says what came of it, is of the deed before it.
"""

from thucydides.extracting.filling.listing import heads_entry
from thucydides.extracting.tellings.deed_places import is_fine
from thucydides.extracting.tellings.matter import Matter

_HARM = frozenset({"death", "harm", "arrest", "seizure"})


def named_in_entry(told: Matter, head: tuple[int, int] | None) -> list[set[int]]:
    """The words of each deed that an entry with a day names between semicolons; empty where it names but one. `head` are the characters
    of what stands before where that only gives the day."""
    sentence, shift = told.sentence, told.shift
    days = [t for t in told.times or (told.around.times_in(*head) if head is not None else []) if not t.window]
    ends = [t.idx for t in sentence if t.text == ";"]
    if len(days) != 1 or not ends or not heads_entry(told.around.reckoning.listed, days[0].start):
        return []
    named = [t for t in told.triggers if t.noun and not t.definite and t.family not in _HARM]
    parts: list[set[int]] = []
    for first, last in zip([sentence.start_char, *ends], [*ends, sentence.end_char], strict=True):
        nodes = {n for n in told.nodes if first <= sentence.doc[n].idx < last}
        tells = any(t.head in nodes for t in named)
        where = [p for p in told.places if first <= p.passage.start - shift < last and (is_fine(p) or p.place is None)]
        if parts and not (tells and where):
            parts[-1] |= nodes
        elif nodes:
            parts.append(nodes)
    return parts if len(parts) > 1 else []
