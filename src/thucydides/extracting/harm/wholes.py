"""Wholes and parts inside one sentence: "five people, including two officers", "12 dead, two of them children".

Invariant: a part is never larger than its whole and never counted beside it.
"""

import re

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People, conjuncts, people
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_INTRODUCES = {"including", "includes", "included", "comprising"}
_THEM = {"them", "whom", "which", "those", "dead", "victims", "killed", "wounded", "injured"}


def _introducers(sentence: Span) -> list[tuple[Token, list[Token]]]:
    """Words that open a list of parts, each with the heads of the parts."""
    found: list[tuple[Token, list[Token]]] = []
    doc = sentence.doc
    for token in sentence:
        if token.lower_ in _INTRODUCES:
            heads = [c for c in token.children if c.dep_ in ("pobj", "dobj", "pcomp", "attr") and c.i > token.i]
            if not heads:
                heads = [
                    t
                    for t in doc[token.i + 1 : min(token.i + 7, sentence.end)]
                    if t.pos_ in ("NOUN", "PROPN", "NUM") and t.dep_ != "compound"
                ][:1]
            found.append((token, [h for head in heads for h in conjuncts(head)]))
        elif token.lower_ in ("of", "among") and token.i + 1 < sentence.end and doc[token.i + 1].lower_ in _THEM | {"the"}:
            following = doc[token.i + 1]
            if token.lower_ == "of" and token.i > sentence.start and doc[token.i - 1].lower_ in ("all", "each", "none"):
                continue  # "43 bodies, all of them burned, and six others" parts nobody
            if following.lower_ == "the" and (
                token.lower_ == "of" or token.i + 2 >= sentence.end or doc[token.i + 2].lower_ not in _THEM
            ):
                continue
            if (
                token.lower_ == "of"
                and token.i > sentence.start
                and (
                    doc[token.i - 1].pos_ == "NUM"
                    or doc[token.i - 1].lower_ in ("some", "most", "many", "several", "half", "both", "one")
                )
                and following.lower_ in ("them", "whom")
            ):
                number = doc[token.i - 1]  # "two of them children"
                after = next((t for t in doc[token.i + 2 : min(token.i + 6, sentence.end)] if t.pos_ in ("NOUN", "PROPN")), None)
                found.append((number, [number, after] if after is not None else [number]))
                joined = conjuncts(after)[1:] if after is not None else []
                found.append((number, [c for c in joined if any(n.dep_ == "nummod" for n in c.children)]))  # "... and three soldiers"
            elif token.lower_ == "among" and following.lower_ == "them" and (end := doc[token.i + 2 : token.i + 3]) and end[0].is_punct:
                before = doc[max(sentence.start, token.i - 3) : token.i]  # "30 soldiers, a captain among them, in fighting"
                found.append((token, [t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN")][:1]))
            elif following.lower_ in ("whom", "them", "which", "the"):
                heads = [
                    t
                    for t in doc[token.i + 2 : min(token.i + 10, sentence.end)]
                    if t.pos_ == "NUM" or (t.tag_ in ("NN", "NNS") and t.dep_ != "compound")
                ][:1]
                heads = [h.head if h.pos_ == "NUM" and h.dep_ == "nummod" else h for h in heads]
                found.append((token, [h for head in heads for h in conjuncts(head)]))
    return found


def attach_parts(sentence: Span, harms: list[Harm], quantities: tuple[QuantitySpan, ...]) -> tuple[Harm, ...]:
    """The harms of a sentence with its parts set: counts opened by "including" belong to the count before them."""
    result = list(harms)
    for token, heads in _introducers(sentence):
        wholes = [
            i
            for i, h in enumerate(result)
            if h.people.start < token.idx
            and h.part_of is None
            and h.quantity is not None
            and h.quantity.best != 0
            and h.people.counted
        ]
        if not wholes:
            continue
        nearest = max(wholes, key=lambda i: (result[i].people.start, result[i].outcome == "killed"))
        whole = result[nearest]
        if (
            any(q.start >= whole.people.end and q.end <= token.idx for q in quantities if q.end - q.start > 3)
            and token.idx - whole.people.end > 160
        ):
            continue
        if token.lower_ != "including" or any(h.pos_ == "NUM" for h in heads):
            result = [_told_of_some(sentence, h, whole, nearest, token) for h in result]
        if any(
            h.people.head == head.i and h.part_of is None and h is not whole
            for h in result
            for head in heads
            if head.pos_ == "NUM"
        ):
            continue  # "killing one of them": the number is told by a word of harm of its own
        if len(heads) == 2 and heads[0].pos_ == "NUM" and heads[0] == token:
            span = next((q for q in quantities if q.start <= heads[0].idx < q.end), None)
            kind = people(heads[1], (), sentence)
            if span is not None and kind is not None:
                group = kind.group.rpartition(" of them ")[2]
                person = replace(kind, start=span.start, quantity=span.quantity, counted=True, group=group)
                result = [h for h in result if h is whole or not (h.people.start < kind.end and span.start < h.people.end)]
                nearest = result.index(whole)
                result.append(Harm(whole.outcome, person, whole.cue, span.start, kind.end, span.quantity, part_of=nearest))
            continue
        for head in heads:
            person_of = people(head, quantities, sentence)
            if person_of is None or person_of.quantity is None or (person_of.quantity.rule == "toll.plural"):
                continue
            limit = whole.quantity.high if whole.quantity else None
            if limit is not None and (person_of.quantity.low or 0) > limit:
                continue
            result = [h for h in result if h is whole or (h.people.head != head.i and not _told_again(h, whole, person_of))]
            position = result.index(whole)
            result.append(
                Harm(whole.outcome, person_of, whole.cue, person_of.start, person_of.end, person_of.quantity, part_of=position)
            )
    return _joined_parts(sentence, result)


def _told_again(harm: Harm, whole: Harm, part: People) -> bool:
    """Whether a harm gives the number of a part once more: "107 died, including 95 killed by rebels"."""
    same = harm.outcome == whole.outcome and harm.part_of is None and harm.people.counted
    return same and harm.people.start < part.end and part.start < harm.people.end


def _told_of_some(sentence: Span, harm: Harm, whole: Harm, position: int, opening: Token) -> Harm:
    """A harm as part of the whole before it where words of its own say what some of those came to: "two of whom were beheaded",
    "including one who was beheaded and one burned to death"."""
    word, cue = sentence.doc[harm.people.head], sentence.doc[harm.cue]
    own = word.pos_ == "NUM" and harm.people.counted and cue.i > word.i >= opening.i - 1 and harm.cue != whole.cue
    relative = cue.dep_ == "relcl" or (cue.dep_ == "conj" and cue.head.dep_ == "relcl")
    fits = harm is not whole and harm.part_of is None and harm.outcome == whole.outcome and _count(harm) < _count(whole)
    return replace(harm, part_of=position) if own and relative and fits else harm


def _joined_parts(sentence: Span, harms: list[Harm]) -> tuple[Harm, ...]:
    """The harms with people coordinated with a part set as parts too: "nine people, seven of them gunmen and a woman of 61"."""
    parts = {h.people.head: h for h in harms if h.part_of is not None}
    result = []
    for harm in harms:
        word = sentence.doc[harm.people.head]
        beside = parts.get(word.head.i) if word.dep_ == "conj" and harm.part_of is None else None
        if beside is None and harm.part_of is None:  # "five guards, four of them soldiers and one a policeman"
            text = text_of(sentence.doc)
            behind = (p for p in parts.values() if _AND_ONE.fullmatch(text, p.people.end, harm.people.start))
            beside = next((p for p in behind if p.people.end <= harm.people.start), None)
        whole = harms[beside.part_of] if beside is not None and beside.part_of is not None else None
        fits = whole is not None and whole is not harm and _count(harm) < _count(whole)
        result.append(replace(harm, part_of=beside.part_of) if fits and beside is not None else harm)
    return tuple(result)


_AND_ONE = re.compile(r"\s*(?:,|and|,\s+and)\s+(?:one|another|two|three|the\s+other)\s+")


def _count(harm: Harm) -> int:
    return (harm.quantity.best or 0) if harm.quantity is not None else 0


_LISTING = re.compile(r"[:–—]|\b(?:identified|named)\s+(?:\w+\s+)?as\b")
_ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+)?\w+\b[^,;]*$")
_COMMA = re.compile(r"\s*,\s*")
_DASHED = re.compile(r"(?:\s+[-–—]\s+|\s*—\s*)[^-–—;]{3,120}?(?:\s+[-–—]\s+|\s*—\s*)")
"""What dashes put between people counted and their word of harm: "seven civilians – a man, two women and four boys – were killed"."""
_WITH = re.compile(r"\s*,?\s*with\s+(?:at\s+least\s+)?", re.IGNORECASE)
"""What opens how some of those counted are: "60 were injured, with 19 being badly hurt"."""
_STATES = frozenset({"condition", "treat", "hospitalize", "hospitalise", "hospitalized", "release", "admit"})
"""Words of how the harmed are, said of some of those counted before."""


def _listed(sentence: Span, whole: Harm, later: list[tuple[int, Harm]]) -> list[int]:
    """Which of the later counts list the people of a whole one by one: those that make up its number behind a colon or dash, or between
    commas before the word of harm."""
    text = text_of(sentence.doc)
    aside = _DASHED.match(text, whole.people.end, sentence.end_char)
    if aside is not None and sentence.doc[whole.cue].idx >= aside.end():
        inside = [(n, h) for n, h in later if h.people.end <= aside.end() and _count(h) < _count(whole)]
        if sum(_count(h) for _, h in inside) <= _count(whole):
            return [n for n, _ in inside]
    total, listed = 0, []
    for n, harm in later:
        total += (harm.quantity.best or 0) if harm.quantity is not None else 0
        listed.append((n, harm))
        if len(listed) > 1 and whole.quantity is not None and total == whole.quantity.best:
            break
    else:
        return []
    between = text[whole.people.end : listed[0][1].people.start]
    closed = _COMMA.match(text, listed[-1][1].people.end) and sentence.doc[whole.cue].idx > listed[-1][1].people.end
    alike = all(h.people.category in ("unknown", whole.people.category) for _, h in listed)
    bare = all(h.people.counted and sentence.doc[h.people.head].pos_ == "NUM" for _, h in listed)
    if _LISTING.search(between) or (_COMMA.fullmatch(between) and alike and (closed or bare)):
        return [n for n, _ in listed]
    return []


def _taken_up(sentence: Span, whole: Harm, harms: tuple[Harm, ...]) -> list[int]:
    """The counts before "all four" or "both" that make up its number: it takes them up and is no count beside them."""
    if whole.quantity is None or not whole.people.counted or whole.part_of is not None:
        return []
    lead = text_of(sentence.doc)[max(sentence.start_char, whole.people.start - 12) : whole.people.end].lower()
    if whole.quantity.rule != "toll.both" and not _ALL.search(lead):
        return []
    before = [
        n
        for n, h in enumerate(harms)
        if h.people.end <= whole.people.start and h.outcome == whole.outcome and h.part_of is None and h.quantity is not None
    ]
    total = sum(h.quantity.best or 0 for h in (harms[n] for n in before) if h.quantity is not None)
    return before if len(before) > 1 and total == whole.quantity.best else []


def spelled_out(sentence: Span, harms: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The harms with counts that say again who was counted set as its parts.

    A list behind a colon of as many persons as were counted ("two men were shot: a teacher and a boy"), and how some of those counted are
    ("three were wounded, and one was in critical condition").
    """
    result = list(harms)
    for i, whole in enumerate(harms):
        for n in _taken_up(sentence, whole, harms):
            result[n] = replace(result[n], part_of=i)
    for i, whole in enumerate(harms):
        if result[i].part_of is not None or any(h.part_of == i for h in result):
            continue
        if whole.quantity is None or not whole.people.counted or (whole.quantity.best or 0) < 2:
            continue
        later = [
            n
            for n, h in enumerate(harms)
            if h.people.start >= whole.people.end
            and h.outcome == whole.outcome
            and h.part_of is None
            and h.quantity is not None
            and not h.people.more
            and not h.people.pronoun
        ]
        listed = _listed(sentence, whole, [(n, harms[n]) for n in later])
        for n in listed:
            result[n] = replace(result[n], part_of=i)
        text = text_of(sentence.doc)
        for n in later:
            harm = harms[n]
            if _count(harm) < _count(whole) and harm.people.counted and _WITH.fullmatch(text, whole.end, harm.people.start):
                result[n] = replace(harm, part_of=i)
            head = sentence.doc[harm.people.head]
            bare = n not in listed and (head.pos_ == "NUM" or head.lemma_.lower() in ("victim", "person", "patient"))
            fewer = harm.quantity is not None and (harm.quantity.best or 0) < (whole.quantity.best or 0)
            if bare and fewer and sentence.doc[harm.cue].lemma_.lower() in _STATES:
                result[n] = replace(result[n], part_of=i)
    return tuple(result)
