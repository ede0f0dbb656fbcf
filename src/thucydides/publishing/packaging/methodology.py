"""The page on method that goes with published data, made from the rules in force and from what the record itself holds.

Its five parts are those that the Standards for Casualty Recording (Every Casualty Counts, 2016) ask to be published: kinds of source,
collection, evaluation, corroboration, quality control. Each rule that settled a value of this record stands below with how often it
was used.
"""

from collections import Counter
from collections.abc import Iterable

from thucydides import __version__
from thucydides.nouns import Record
from thucydides.publishing import words
from thucydides.publishing.escaping import markdown as escape
from thucydides.publishing.index import Index
from thucydides.publishing.options import GRADES
from thucydides.publishing.rules import meanings, used
from thucydides.publishing.selection import standing

MOST_OUTLETS = 12
"""Outlets that are named; the rest are counted."""


def methodology(index: Index) -> str:
    """The page as Markdown."""
    record = index.record
    parts = [
        f"# How {escape(record.title)} was made\n",
        f"Made by thucydides {__version__}, revision {record.revision} of the record. {escape(index.options.status)}\n",
        "## Kinds of source\n\n" + _sources(record),
        "## Collection\n\n" + _collection(record),
        "## Evaluation\n\n" + _evaluation(record),
        "## Corroboration\n\n" + _corroboration(record),
        "## Quality control\n\n" + _control(record),
        "## Rules in force\n",
        *(_rules(heading, ((r.id, r.meaning, r.source, r.times) for r in found)) for heading, found in used(record)),
        _exporting(),
    ]
    return "\n".join(parts)


def _sources(record: Record) -> str:
    outlets = Counter(d.outlet for d in record.documents if d.outlet)
    named = [f"{escape(name)} ({n})" for name, n in sorted(outlets.items(), key=lambda o: (-o[1], o[0]))[:MOST_OUTLETS]]
    more = f" and {words.count(len(outlets) - MOST_OUTLETS, 'other')}" if len(outlets) > MOST_OUTLETS else ""
    languages = Counter(d.language or "unknown" for d in record.documents)
    said = words.listing([f"{escape(name)} ({n})" for name, n in sorted(languages.items(), key=lambda i: (-i[1], i[0]))])
    without = sum(d.outlet is None for d in record.documents)
    lines = [f"The record rests on {words.count(len(record.documents), 'document')}. Languages: {said or 'none'}."]
    if named:
        lines.append(f"Outlets, with the number of their documents: {', '.join(named)}{more}.")
    if without:
        lines.append(f"{words.count(without, 'document names', 'documents name')} no outlet.")
    return " ".join(lines) + "\n"


def _collection(record: Record) -> str:
    copies = sum(d.copy_of is not None for d in record.documents)
    undated = sum(d.published is None or d.published.earliest is None for d in record.documents)
    said = [
        "Whoever built the record chose the documents; the program reads what it is given and looks for nothing more.",
        f"Repeats of another document, which are no source of their own: {copies:,}.",
        f"Documents without a date of publication: {undated:,}. Inputs that could not be read: {len(record.unread):,}.",
        "`sources` lists every document with its SHA-256.",
    ]
    return " ".join(said) + "\n"


def _evaluation(record: Record) -> str:
    stated = sum(c.speaker is not None for c in record.claims)
    hedged = sum(bool(c.hedge) for c in record.claims)
    said = [
        "What a document says is a claim: who says it, through whom, how firmly, with the characters of the text.",
        f"Of {words.count(len(record.claims), 'claim')}, {stated:,} have a named speaker and {hedged:,} a word that weakens them.",
        "A date is never finer than its words, a place no more exact than it is told, and a number keeps its wording",
        "(“at least”, “up to”). Unknown is not 0: no number, an unknown number and 0 are three things in every table.",
    ]
    return " ".join(said) + "\n"


def _corroboration(record: Record) -> str:
    grades = Counter(standing(i) for i in record.incidents)
    counted = words.listing([f"{grades[g]:,} {g}" for g in GRADES if grades[g]]) or "none"
    said = [
        "Accounts that go back to one speaker, one cited outlet or one text count as one origin. An incident's figure is the one that",
        "most independent origins hold; low and high are the extremes of the credible numbers. Grades of harm: confirmed, a party accepts",
        "having done it; fair, two or more independent origins; weak, one; contested, origins contradict one another; discounted, nobody",
        f"was harmed by any account. Exported here, by standing: {counted}.",
    ]
    return " ".join(said) + "\n"


def _control(record: Record) -> str:
    rulings = sum(r.withdrawn_by is None for r in record.rulings)
    found = words.count(len(record.discrepancies), "discrepancy", "discrepancies")
    said = [
        "No value without a passage: the record refuses a value that no characters of a document bear. Claims that cannot all hold are",
        f"kept side by side and listed: {found} in `discrepancies`. Counts over many incidents are held against the record and never",
        f"added to it; what they leave open is a question in `gaps` ({len(record.gaps):,}). Rulings of people that stand, in `rulings`:",
        f"{rulings:,}. The same documents give the same record, byte for byte.",
    ]
    return " ".join(said) + "\n"


def _rules(heading: str, rows: Iterable[tuple[str, str, str, int]]) -> str:
    lines = [f"| `{i}` | {_cell(meaning)} | {_cell(source)} | {times:,} |" for i, meaning, source, times in rows]
    return "\n".join([f"### {heading}\n", "| rule | meaning | source | used |", "|---|---|---|---|", *lines, ""])


def _exporting() -> str:
    rules = {name: meanings()[name] for name in sorted(meanings()) if name.startswith("publish.")}
    lines = [f"| `{i}` | {_cell(meaning)} | {_cell(source)} |" for i, (meaning, source) in rules.items()]
    return "\n".join(["### What is exported\n", "| rule | meaning | source |", "|---|---|---|", *lines, ""])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
