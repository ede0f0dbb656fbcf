"""Ruled: the log of rulings as a person reads it, with the incidents that the mentions in it stand for.

Invariant: what stands for no incident of the latest revision, as after a merge that a later report undid, keeps the words of the log.
"""

from collections.abc import Iterator, Sequence

from thucydides.nouns import Record, Ruling
from thucydides.publishing import words

_LINKS = {"merge": "are one", "different": "are never one", "split": "tell of two"}


def listed(rulings: Sequence[Ruling], record: Record) -> Iterator[str]:
    """A ruling a line: its number, when and by whom, what it says, why, and which one withdrew it."""
    titles = {m: f"{i.title} ({i.id})" for i in record.incidents for m in i.mentions}
    for one in rulings:
        why = f": {one.why}" if one.why else ""
        undone = f" (withdrawn by ruling {one.withdrawn_by})" if one.withdrawn_by else ""
        yield f"{one.number}. {one.when} {one.who}: {_said(one, titles)}{why}{undone}"


def _said(one: Ruling, titles: dict[str, str]) -> str:
    """What a ruling says: "set killed to 7 of Attack at Gao (ML-2024-05-03)", "merge, so that ... are one"."""
    named = [_named(argument, titles) for argument in one.arguments]
    if one.verb == "set" and len(named) == 3:
        return f"set {named[1]} to {named[2]} of {named[0]}"
    if one.verb == "undo":
        return f"undo ruling {words.listing(named)}"
    told = list(dict.fromkeys(named))
    link = _LINKS.get(one.verb) if len(told) > 1 else ""
    return f"{one.verb}: {words.listing(told)}{f' {link}' if link else ''}"


def _named(argument: str, titles: dict[str, str]) -> str:
    """An argument of a ruling: the incidents that its mentions stand for, else its own words."""
    found = [titles.get(part, "") for part in argument.split(",")]
    return words.listing(list(dict.fromkeys(found))) if all(found) else argument
