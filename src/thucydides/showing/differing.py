"""Differing: what changed between two revisions, with the documents that caused it, in lines of text."""

from itertools import groupby

from thucydides.nouns import Record
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.record.changes import Change, Differences
from thucydides.showing.documents import credit
from thucydides.showing.lines import Line
from thucydides.showing.values import value


def summary(found: Differences) -> str:
    """In one sentence: "2 documents added; 1 incident added, 5 values changed, 1 discrepancy found"."""
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
    number = sum(c.about == "value" for c in found.changes)
    if number:
        parts.append(f"{words.count(number, 'value')} changed")
    for about, nouns, verbs in (
        ("discrepancy", ("discrepancy", "discrepancies"), ("found", "settled", "changed")),
        ("gap", ("question", "questions"), ("opened", "closed", "asked anew")),
    ):
        for kind, verb in zip(("added", "removed", "changed"), verbs, strict=True):
            number = sum(c.about == about and c.kind == kind for c in found.changes)
            if number:
                parts.append(f"{words.count(number, *nouns)} {verb}")
    return ", ".join(parts) or "nothing changed"


def differing(before: Record, after: Record, found: Differences) -> list[Line]:
    """Documents that came and went, then every change by incident, then discrepancies and open questions."""
    old, new = Index(before), Index(after)
    lines = [Line(f"From revision {found.before} to revision {found.after}: {summary(found)}.")]
    if found.title:
        lines.append(Line(f"Name: {found.title[0]} is now {found.title[1]}"))
    lines += [Line(credit(new, d), 2, "+ ") for d in found.documents_added]
    lines += [Line(credit(old, d), 2, "- ") for d in found.documents_removed]
    of_incidents = [c for c in found.changes if c.about in ("incident", "value")]
    for (incident, title), changes in groupby(of_incidents, key=lambda c: (c.incident, c.title)):
        lines += [Line(""), Line(f"{title} ({incident})")]
        lines += [Line(f"{_words(c)}{_because(new, c)}", 2, "- ") for c in changes]
    for about, added, removed in (
        ("discrepancy", "Discrepancies found", "Discrepancies settled"),
        ("gap", "Questions opened", "Questions closed"),
    ):
        for kind, head in (("added", added), ("removed", removed), ("changed", "Questions asked anew")):
            some = [c for c in found.changes if c.about == about and c.kind == kind]
            if some:
                lines += [Line(""), Line(head)]
                lines += [Line(f"{c.after or c.before}{_because(new, c)}", 2, "- ") for c in some]
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
    if change.kind == "added":
        return f"{label}: {after} (was not known)"
    if change.kind == "removed":
        return f"{label}: no longer known (was {before})"
    return f"{label}: {before or 'none'} is now {after or 'none'}"


def _because(index: Index, change: Change) -> str:
    """Who or what changed it, as the end of a line."""
    if change.documents:
        return f" [{'; '.join(dict.fromkeys(credit(index, d) for d in change.documents))}]"
    return f" [{change.cause}]" if change.cause else ""


def plain(found: Differences) -> dict[str, object]:
    """The same for a script."""
    return {
        "before": found.before, "after": found.after, "documents_added": list(found.documents_added),
        "documents_removed": list(found.documents_removed), "rulings_added": list(found.rulings_added),
        "title": list(found.title) if found.title else None,
        "changes": [
            {
                "kind": c.kind, "about": c.about, "incident": c.incident or None, "title": c.title, "attribute": c.attribute or None,
                "before": (value(c.old) if c.old else None) if c.old or c.new else c.before or None,
                "after": (value(c.new) if c.new else None) if c.old or c.new else c.after or None,
                "documents": list(c.documents), "cause": c.cause or None,
            }
            for c in found.changes
        ],
    }  # fmt: skip
