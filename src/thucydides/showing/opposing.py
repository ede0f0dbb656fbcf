"""Opposing: two incidents or mentions held against each other, in words: what forbids that they are one, what speaks for it and against."""

from thucydides.linking import explain_pair
from thucydides.linking.banning import APART, DAYS, RULED, Ban
from thucydides.linking.comparing import Against
from thucydides.linking.scoring import FLOOR
from thucydides.linking.weights import weights
from thucydides.nouns import Mention, Pair
from thucydides.publishing.index import Index
from thucydides.showing.documents import credit
from thucydides.showing.lines import Line

_LEARNED = "extract.retold."
_WORDS = 30
"""Words of a sentence that is quoted."""


def title(index: Index, pair: Pair) -> str:
    """The two reports of a pair."""
    return " and ".join(credit(index, index.mentions[m].document) for m in (pair.left, pair.right))


def opposed(index: Index, found: Against) -> list[Line]:
    """What decides first, then the accounts most alike with all that is compared of them, then all pairs together."""
    lines = [*([Line(forbidden(index, found.ban)), Line("")] if found.ban else []), Line(title(index, found.nearest))]
    lines.append(Line(_said(index, found.nearest), 2))
    if found.pairs > 1:
        lines += [Line(""), Line(_mean(found))]
    if found.pairs > 1 and found.mean <= weights().threshold < found.nearest.weight:
        lines += [Line(""), Line(f"Least alike: {title(index, found.farthest)}"), Line(_said(index, found.farthest), 2)]
    return lines


def forbidden(index: Index, ban: Ban) -> str:
    """What forbids that two are one, with the rule and the passages that set it."""
    left, right = sorted((index.mentions[m] for m in (ban.left, ban.right)), key=lambda m: (m.document, _starts(m), m.id))
    if ban.rule == RULED:
        return f"A person has ruled that they are not one ({ban.ruling}), whatever else speaks for it."
    quoted = f"{_quote(index, left)} and {_quote(index, right)}"
    start = "They can never be one, whatever else speaks for it"
    if ban.rule == APART or ban.rule.startswith("extract."):
        both = f"{credit(index, left.document)} tells of both and sets them apart"
        why = f", by how it tells them; what says so most: {ban.meaning}" if ban.rule.startswith(_LEARNED) else f". {ban.meaning}"
        return f"{start}: {both}{why.rstrip('.')}. It says {quoted}. (Rule {ban.rule}.)"
    if ban.rule == DAYS:
        reports = " and ".join(f"{_day(m)} ({credit(index, m.document)})" for m in (left, right))
        return f"{start}: days that cannot be one, {reports}. They say {quoted}. (Rule {ban.rule}.)"
    return f"{start}: {ban.meaning}. They say {quoted}. (Rule {ban.rule}.)"


def in_short(ban: Ban) -> str:
    """What forbids that two are one, in a few words."""
    if ban.rule == RULED:
        return f"a person's ruling ({ban.ruling})"
    if ban.rule == DAYS:
        return "the days told cannot be one"
    return f"one report sets them apart ({ban.meaning.rstrip('.')})" if ban.rule.startswith("extract.") else ban.meaning


def plain(index: Index, found: Against) -> dict[str, object]:
    """The same as data."""
    pair, ban = found.nearest, found.ban
    passages = [p for m in (ban.left, ban.right) for p in index.mentions[m].passages[:1]] if ban else []
    return {
        "left": pair.left, "right": pair.right, "probability": pair.probability, "weight": pair.weight, "ruling": pair.ruling,
        "parts": [list(part) for part in pair.parts], "words": _said(index, pair), "pairs": found.pairs, "mean": round(found.mean, 4),
        "ban": None if ban is None else {
            "rule": ban.rule, "meaning": ban.meaning, "ruling": ban.ruling, "left": ban.left, "right": ban.right,
            "words": forbidden(index, ban),
            "passages": [{"document": p.document, "start": p.start, "end": p.end} for p in passages],
        },
    }  # fmt: skip


def _said(index: Index, pair: Pair) -> str:
    return explain_pair(pair, index.mentions[pair.left], index.mentions[pair.right])


def _mean(found: Against) -> str:
    joined = "are joined" if found.mean > weights().threshold and not found.ban else "would be joined"
    against = f"a pair that speaks against counts half, and none less than {FLOOR:+.0f}"
    return (
        f"These are the two accounts most alike. Between the {found.pairs} pairs of accounts the mean is {found.mean:+.1f} bits: {against}."
        f" Above {weights().threshold:+.1f} they {joined}."
    )


def _quote(index: Index, mention: Mention) -> str:
    return f"“{index.sentence(mention.passages[0], _WORDS)}”" if mention.passages else "nothing that could be quoted"


def _starts(mention: Mention) -> int:
    return min((p.start for p in mention.passages), default=0)


def _day(mention: Mention) -> str:
    date = mention.date
    return (f"“{date.wording}”" if date.wording else date.edtf) if date else "no day"
