"""Differing: what changed between two revisions, with the documents that caused it, in lines of text."""

from collections.abc import Sequence
from itertools import groupby

from thucydides.nouns import Record, Ruling
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.record.changes import Change, Differences
from thucydides.showing.documents import credit
from thucydides.showing.lines import Line
from thucydides.showing.values import value

SAME = "no incident, value or question changed"
"""What is said of a revision that differs in its title, its program or its unread inputs alone."""


def summary(found: Differences) -> str:
    """In one sentence: "2 documents added, 1 incident added, 5 values of 3 incidents changed, 1 discrepancy found"."""
    parts = []
    if found.documents_added:
        parts.append(f"{words.count(len(found.documents_added), 'document')} added")
    if found.documents_removed:
        parts.append(f"{words.count(len(found.documents_removed), 'document')} gone")
    if found.rulings_added:
        parts.append(words.count(len(found.rulings_added), "ruling"))
    for kind in ("added", "removed", "merged", "split"):
        number = sum(c.kind == kind and c.about == "incident" for c in found.changes)
        if number:
            parts.append(f"{words.count(number, 'incident')} {kind}")
    changed = [c.incident for c in found.changes if c.about == "value"]
    if changed:
        parts.append(f"{words.count(len(changed), 'value')} of {words.count(len(set(changed)), 'incident')} changed")
    for about, nouns, verbs in (
        ("discrepancy", ("discrepancy", "discrepancies"), ("found", "settled", "changed")),
        ("gap", ("question", "questions"), ("opened", "closed", "asked anew")),
    ):
        for kind, verb in zip(("added", "removed", "changed"), verbs, strict=True):
            number = sum(c.about == about and c.kind == kind for c in found.changes)
            if number:
                parts.append(f"{words.count(number, *nouns)} {verb}")
    return ", ".join(parts) or SAME


def differing(before: Record, after: Record, found: Differences) -> list[Line]:
    """Documents that came and went, rulings made, then every change by incident, then discrepancies and open questions."""
    old, new = Index(before), Index(after)
    because = _Because(old, new, found)
    lines = [Line(f"From revision {found.before} to revision {found.after}: {summary(found)}.")]
    if found.title:
        lines.append(Line(f"Name: {found.title[0]} is now {found.title[1]}"))
    lines += [Line(credit(new, d), 2, "+ ") for d in found.documents_added]
    lines += [Line(credit(old, d), 2, "- ") for d in found.documents_removed]
    lines += [Line(ruled(r), 2, "* ") for r in found.rulings if r.number in found.rulings_added]
    if found.idle:
        many = len(found.idle) > 1
        lines.append(Line(f"{words.listing([f'Ruling {n}' for n in found.idle])} {'have' if many else 'has'} changed nothing.", 2))
    of_incidents = [c for c in found.changes if c.about in ("incident", "value")]
    for (incident, title), changes in groupby(of_incidents, key=lambda c: (c.incident, c.title)):
        lines += [Line(""), Line(f"{title} ({incident})")]
        lines += [Line(f"{_words(c)}{because(c)}", 2, "- ") for c in changes]
    for about, added, removed, changed in (
        ("discrepancy", "Discrepancies found", "Discrepancies settled", "Discrepancies that read otherwise now"),
        ("gap", "Questions opened", "Questions closed", "Questions asked anew"),
    ):
        for kind, head in (("added", added), ("removed", removed), ("changed", changed)):
            some = [c for c in found.changes if c.about == about and c.kind == kind]
            if some:
                lines += [Line(""), Line(head)]
                lines += [Line(f"{c.after or c.before}{because(c)}", 2, "- ") for c in some]
    return lines


def _words(change: Change) -> str:
    if change.about == "incident":
        return {
            "added": "new in the record",
            "removed": "no longer in the record",
            "merged": f"is now part of {change.after}",
            "split": f"was part of {change.before}",
        }[change.kind]
    label = change.attribute.replace("/", ", ")
    before, after = (value(change.old), value(change.new)) if change.old or change.new else (change.before, change.after)
    if change.attribute == "accounts" and before and after:
        return f"{label}: {_came_and_went(before.split(', '), after.split(', '))}"
    if change.kind == "added":
        return f"{label}: {after} (was not known)"
    if change.kind == "removed":
        return f"{label}: no longer known (was {before})"
    return f"{label}: {before or 'none'} is now {after or 'none'}"


def _came_and_went(before: Sequence[str], after: Sequence[str]) -> str:
    """Who tells of it that did not, and who does no longer: "also told by Central Wire; no longer by Morning Post"."""
    came, went = ([name for name in some if name not in others] for some, others in ((after, before), (before, after)))
    parts = [f"also told by {words.listing(came)}" if came else "", f"no longer told by {words.listing(went)}" if went else ""]
    return "; ".join(p for p in parts if p) or "told by the same, in other reports"


class _Because:
    """Who or what caused a change, as the end of a line: documents by their outlets, rulings by number, person and reason."""

    def __init__(self, old: Index, new: Index, found: Differences) -> None:
        self._old, self._new = old, new
        self._rulings = {r.number: r for r in found.rulings}

    def __call__(self, change: Change) -> str:
        named = [credit(self._new if d in self._new.documents else self._old, d) for d in change.documents]
        named += [f"ruling {n}{_by(self._rulings[n])}" if n in self._rulings else f"ruling {n}" for n in change.rulings]
        told = "; ".join(dict.fromkeys(named)) or change.cause
        return f" [{told}]" if told else ""


def ruled(ruling: Ruling) -> str:
    """A ruling in a line: "Ruling 3 (split, Ana: two villages)", without the mentions that it names."""
    return f"Ruling {ruling.number}{_by(ruling)}"


def _by(ruling: Ruling) -> str:
    """What a ruling did, who made it, and why."""
    what = f"undo of {ruling.arguments[0]}" if ruling.verb == "undo" and ruling.arguments else ruling.verb
    if ruling.verb == "set":
        what = f"set {' '.join(ruling.arguments[1:3])}"
    return f" ({what}, {ruling.who}{f': {ruling.why}' if ruling.why else ''})"


def plain(found: Differences) -> dict[str, object]:
    """The same for a script."""
    return {
        "before": found.before, "after": found.after, "documents_added": list(found.documents_added),
        "documents_removed": list(found.documents_removed), "rulings_added": list(found.rulings_added),
        "rulings": [
            {"number": r.number, "verb": r.verb, "arguments": list(r.arguments), "who": r.who, "when": r.when, "why": r.why}
            for r in found.rulings
        ],
        "rulings_without_effect": list(found.idle), "title": list(found.title) if found.title else None,
        "changes": [
            {
                "kind": c.kind, "about": c.about, "incident": c.incident or None, "title": c.title, "attribute": c.attribute or None,
                "before": (value(c.old) if c.old else None) if c.old or c.new else c.before or None,
                "after": (value(c.new) if c.new else None) if c.old or c.new else c.after or None,
                "documents": list(c.documents), "rulings": list(c.rulings), "cause": c.cause or None,
            }
            for c in found.changes
        ],
    }  # fmt: skip
