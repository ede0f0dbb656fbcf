"""Wording: how much of a noun phrase names what it names: "guerrillas" or "Red Front guerrillas", "home" or "home of the mayor".

The wordings of a phrase are its ends: the head with more and more of what stands before it, with or without what "of" adds and the count.
"""

from collections.abc import Callable, Sequence

from thucydides.extracting.roles.evidence import known
from thucydides.extracting.roles.features import classes_of_word
from thucydides.extracting.roles.proposals import Part, Proposal

Score = Callable[[Sequence[str]], float]
NEAR = 1.5
"""Namings whose score lies this far below the best one of the same entity are not worded."""


def wordings(words: Sequence[str], of: str, count: str) -> list[tuple[str, int, bool, bool]]:
    """(wording, words left out, with "of", with the count) of a phrase, the longest first."""
    out = []
    for first in range(len(words)):
        short = " ".join(words[first:])
        for tail in ([of, ""] if of else [""]):
            if first == 0 and count:
                out.append((f"{count} {short}{tail}", 0, bool(tail), True))
            out.append((short + tail, first, bool(tail), False))
    return out


def worded_features(words: Sequence[str], of: str, count: str, chosen: tuple[str, int, bool, bool], kind: str) -> list[str]:
    """What speaks for one wording of a phrase of a kind (a part, or "name" for the name of a person)."""
    _, first, tailed, counted = chosen
    left, kept = words[:first], words[first:]
    out = [f"left={len(left)}", f"kept={min(len(kept), 4)}", f"first={_shape(kept[0])}", f"first={kept[0].lower()}"]
    out += [f"first={x}" for x in _sorts(kept[0])]
    if left:
        out += [f"border={_shape(left[-1])}:{_shape(kept[0])}", f"last={left[-1].lower()}", *(f"last={x}" for x in _sorts(left[-1]))]
        out += [f"border={x}:{y}" for x in _sorts(left[-1]) for y in _sorts(kept[0])]
    out += [f"gone={w.lower()}" for w in left] + [f"gone={x}" for w in left for x in _sorts(w)]
    out += [f"has={x}" for w in kept[:-1] for x in (w.lower(), *_sorts(w))]
    if of:
        inner = of.split()[1:]
        out += [f"of={tailed}", f"of={tailed}:{words[-1].lower()}", f"of={tailed}:{_shape(inner[-1])}", f"of={tailed}:{len(kept) > 1}"]
        out += [f"of={tailed}:{x}" for x in _sorts(words[-1])] + [f"of={tailed}:in-{x}" for x in (inner[-1].lower(), *_sorts(inner[-1]))]
    if count:
        out += [f"count={counted}", f"count={counted}:{count.lower()}", *(f"count={counted}:{x}" for x in _sorts(words[-1]))]
    return [*dict.fromkeys(g for f in out for g in (f, f"{kind}:{f}")), f"{kind}", "bias"]


def _shape(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    return "digit" if not letters else "initials" if word.isupper() and len(letters) > 1 else "name" if word[0].isupper() else "small"


def _sorts(word: str) -> list[str]:
    return [*classes_of_word(word.lower()), *(known(word) if word[:1].isupper() else ())]


def phrase(p: Proposal) -> tuple[list[str], str, str]:
    """(words, what "of" adds, count) of a proposal."""
    return p.text.split(), p.wide[len(p.text) :], p.number or ""


def worded(proposals: Sequence[Proposal], scores: Sequence[float], part: Part, score: Score) -> str:
    """The wording that names an entity best, of its namings that are nearly as sure as the best."""
    least = max(scores) - NEAR
    found = []
    for p, sure in zip(proposals, scores, strict=True):
        if sure >= least:
            words, of, count = phrase(p)
            for k, chosen in enumerate(wordings(words, of, count)):
                found.append((score(worded_features(words, of, count, chosen, part)), -p.start, -k, chosen[0]))
    return max(found)[-1]


def named(name: str, score: Score) -> str:
    """The name of a person without what stands before it ("Italian Dino Rossi")."""
    words = name.split()
    options = wordings(words, "", "")
    return max((score(worded_features(words, "", "", c, "name")), -k, c[0]) for k, c in enumerate(options))[-1]
