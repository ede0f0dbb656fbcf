"""Labels: which noun phrases of a text name which fillers of its answer key."""

from collections.abc import Sequence

from thucydides.evaluating.muc4.keys import Template
from thucydides.evaluating.muc4.values import RIGHT, essential, head, judge_string, words
from thucydides.extracting.roles.candidates import Candidate

SLOT_PART = {9: 0, 10: 1, 12: 2, 18: 3, 19: 3, 6: 4}
PART_SLOTS = {"individual": (9,), "organisation": (10,), "thing": (12,), "person": (18, 19), "instrument": (6,)}
TARGET_SLOTS = (12, 18, 19)
PREPOSITIONS = frozenset({"OF", "IN", "AT", "ON", "FROM", "FOR", "WITH", "BY", "TO", "NEAR", "WHO", "WHICH", "THAT", "AND"})
Label = tuple[int, int, int, int]
"""(template, slot, filler, how well: 2 wholly, 1 in fewer words)."""


def names_of(candidate: Candidate, option: str) -> int:
    """2 where a candidate names what a key's wording does, 1 where it does so in fewer words, else 0."""
    wanted = words(option)
    short, long, noun = words(candidate.text.upper()), words(candidate.wide.upper()), words(candidate.head.text.upper())
    if wanted in (short, long, noun) or RIGHT in (judge_string(wanted, long), judge_string(wanted, short)):
        return 2
    core = own(wanted)
    if candidate.name is not None and noun[-1] in (core if head(wanted) in short else core[-2:]):
        return 1
    return int(set(essential(long)) <= set(wanted) and head(wanted) == head(long))


def own(wanted: Sequence[str]) -> Sequence[str]:
    """The words of a key's wording that are its own: without those behind a preposition ("mayor of Achi" is not Achi) and those of
    an owner."""
    first = next((i for i, w in enumerate(wanted) if i and w in PREPOSITIONS), len(wanted))
    owner = next((i for i, w in enumerate(wanted[:first]) if w == "S"), -1)
    return wanted[owner + 1 : first]


def labels_of(candidate: Candidate, templates: Sequence[Template]) -> list[Label]:
    """(template, slot, filler, how well) of every filler of the key that a candidate names."""
    out = []
    for number, template in enumerate(templates):
        for slot in SLOT_PART:
            for place, filler in enumerate(template.fillers(slot)):
                fits = max(names_of(candidate, o.value) for o in filler.options)
                if fits:
                    out.append((number, slot, place, fits))
    return out


def deed(template: Template) -> str:
    """The type of a template."""
    found = template.fillers(4)
    return found[0].options[0].value if found else ""


def value(template: Template, slot: int, default: str) -> str:
    """The first filler of a slot."""
    return template.fillers(slot)[0].options[0].value if template.fillers(slot) else default


def referred(template: Template, slot: int, wordings: Sequence[str]) -> str:
    """The filler of a slot that refers to one of the wordings, "" where none does."""
    for filler in template.fillers(slot):
        for option in filler.options:
            for tag in option.tags:
                if any(RIGHT in (judge_string(words(tag), words(w)), judge_string(words(w), words(tag))) for w in wordings):
                    return option.value
    return ""
