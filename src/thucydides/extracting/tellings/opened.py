"""Opened parts: the parts of a sentence that each open with a day of their own (rule `extract.opened-days`).

"On the 5th rebels burned a school in Gao, and on the 7th planes bombed Kidal", "ten were shot in Gao in April, followed on 9 May by six
dead in Kidal", "a run of attacks: in March, when a town fell, and on 3 August, when three died". Invariant: a day opens a part only where
a clause stands right behind it, so that the day cannot be of what was told before it.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct
from spacy.tokens import Span, Token

from thucydides.extracting.kinds.status import aftermath
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.grounding.times import TimeExpression

AT = frozenset({"in", "at", "near", "outside"})
"""Prepositions with which a place opens a part of a sentence."""
_PREPOSITIONS = AT | {"on", "by", "during", "over", "around", "about"}
_BESIDE = frozenset(
    {"the", "early", "late", "then", "later", "again", "also", "earlier", "just", "only", "meanwhile", "next", "last", "this"}
)
_LINKS = frozenset({"and", "but", "while", "whereas", "whilst", "then"})
_MARKS = frozenset({",", ";", ":", "–", "—", "-"})
_COUNTING = frozenset({"after", "before", "since"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_FOLLOWED = "followed"
_CLOSE = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_HANGING = frozenset({"acl", "amod", "csubj"})
_PARTING = frozenset({";", "(", ")", "–", "—"})
_RELATIVE = frozenset({"which", "who", "whom", "whose", "that"})


class Part(Struct, frozen=True, eq=False):
    """A part of a sentence: its first token, that behind its last, the day with which it opens and the verb behind that."""

    first: int
    end: int
    time: TimeExpression
    verb: Token | None


def opened_parts(sentence: Span, times: Sequence[TimeExpression], shift: int) -> list[Part]:
    """The parts of a sentence that open with a day, in order; what stands before the first of them is in none."""
    opened: list[tuple[int, TimeExpression, Token | None]] = []
    for time, until in _chains(sentence, times, shift):
        token, last = token_starting(sentence, time.start - shift), token_starting(sentence, until.end - shift - 1)
        first = fronted(sentence, token) if token is not None else None
        if first is None or last is None or last.lower_ in _COUNTING:
            continue
        verb = verb_behind(sentence, last)
        verb = verb if verb is not None else _goes_on(first, last)
        if first.lower_ == _FOLLOWED or (verb is not None and verb.lemma_.lower() not in REPORTING):
            opened.append((first.i, time, verb))
    ends = [*(first for first, _, _ in opened[1:]), *([sentence.end] if opened else [])]
    return [Part(first, end, time, verb) for (first, time, verb), end in zip(opened, ends, strict=True)]


def _chains(sentence: Span, times: Sequence[TimeExpression], shift: int) -> list[tuple[TimeExpression, TimeExpression]]:
    """The first and the last of days between which nothing but marks and links stands, which say one again or go on with it: "Thursday, the
    5th", "on 3 and 4 May"."""
    found: list[tuple[TimeExpression, TimeExpression]] = []
    for time in times:
        if time.window or time.lean == "future":
            continue
        between = [t for t in sentence if found and found[-1][1].end - shift <= t.idx < time.start - shift]
        near = bool(found) and all(t.is_punct or t.lower_ in _LINKS | _PREPOSITIONS | _BESIDE for t in between) and len(between) <= _CLOSE
        if near and not any(t.is_punct and t.nbor(1).lower_ in _LINKS for t in between):
            found[-1] = (found[-1][0], time)
        else:
            found.append((time, time))
    return found


def parts_told(sentence: Span, nodes: Collection[int], times: Sequence[TimeExpression], shift: int) -> list[Part]:
    """The parts of a sentence that open with a day where they tell its deeds apart: two of them, or one behind a deed that has a day."""
    parts = opened_parts(sentence, times, shift)
    if not parts:
        return []
    head = any(n < parts[0].first for n in nodes)
    dated = any(t.end - shift <= sentence.doc[parts[0].first].idx for t in times)
    summed = parts[0].first > sentence.start and sentence.doc[parts[0].first - 1].text == ":"
    return parts if (len(parts) > 1 or (head and dated)) and (dated or summed or not head) else []


def deeds_by_part(
    sentence: Span, nodes: Sequence[int], times: Sequence[TimeExpression], shift: int
) -> list[tuple[list[int], list[TimeExpression]]]:
    """The deeds of the parts of a sentence with the days told in each; what a colon sums up is of the first."""
    parts = parts_told(sentence, nodes, times, shift)
    if not parts:
        return []
    starts = [(t, token.i) for t in times if (token := token_starting(sentence, t.start - shift)) is not None]
    head = [n for n in nodes if n < parts[0].first]
    told = [t for t, at in starts if at < parts[0].first]
    found = [(head, told)] if head and told else []
    for part in parts:
        own = [n for n in nodes if part.first <= n < part.end]
        days = [part.time, *(t for t, at in starts if part.first <= at < part.end and t is not part.time)]
        found += [(own, days)] if own else []
    if head and not told and found:
        found[0] = ([*head, *found[0][0]], found[0][1])
    return found


def days_of_verbs(sentence: Span, nodes: Collection[int], times: Sequence[TimeExpression], shift: int) -> set[int]:
    """Where the days start that open a part of a sentence whose own verb, or one joined to it, tells of a deed: they are of that."""
    return {p.time.start for p in parts_told(sentence, nodes, times, shift) if p.verb is not None and _tells(p, p.verb, nodes)}


def _tells(part: Part, verb: Token, nodes: Collection[int]) -> bool:
    told = any(v.i in nodes for v in (verb, *verb.conjuncts) if part.first <= v.i < part.end)
    return told and verb.lemma_.lower() not in aftermath()


def fronted(sentence: Span, token: Token) -> Token | None:
    """The first word of an adverbial at the head of a part of its sentence, behind a mark or a link: "and" of "and on 3 May"; None where
    it stands elsewhere."""
    first = token
    while first.i > sentence.start and first.nbor(-1).lower_ in _PREPOSITIONS | _BESIDE:
        first = first.nbor(-1)
    if _in_brackets(sentence, first):
        return None
    if first.i == sentence.start:
        return first
    before = first.nbor(-1)
    if before.lower_ in _LINKS or before.lower_ == _FOLLOWED:
        return before
    return first if before.text in _MARKS else None


def _in_brackets(sentence: Span, token: Token) -> bool:
    before = [t.text for t in sentence if t.i < token.i]
    return before.count("(") > before.count(")")


def verb_behind(sentence: Span, last: Token) -> Token | None:
    """The first verb behind a word that tells of something with a subject of its own between the two, and nothing that parts them."""
    verb = next((t for t in sentence if t.i > last.i and t.tag_ in _FINITE and t.dep_ not in _HANGING and not _is_auxiliary(t)), None)
    if verb is None:
        return None
    between = sentence.doc[last.i + 1 : verb.i]
    parted = between and between[0].lower_ in _LINKS
    parted = parted or any(t.text in _PARTING or (t.text == "," and t.nbor(1).lower_ in _LINKS | {"with"}) for t in between)
    if parted or any(t.lower_ in _RELATIVE for t in between):
        return None
    own = any(c.dep_ in _SUBJECTS and last.i < c.i for c in verb.children)
    return verb if own or _named_before(verb, last) else None


def _goes_on(first: Token, last: Token) -> Token | None:
    """The verb right behind a day that goes on with the subject of the part before: "shelled Gao on Monday and on Tuesday bombed Kidal"."""
    verb = last.nbor(1) if last.i + 1 < last.sent.end else None
    return verb if verb is not None and first.lower_ in _LINKS and verb.tag_ in _FINITE and not _is_auxiliary(verb) else None


def _named_before(verb: Token, last: Token) -> bool:
    """Whether a noun stands right before a verb, which the tree may have put to the words before it: "on the 16th Mali bombed ..."."""
    before = verb.nbor(-1)
    while before.i > last.i and (before.pos_ in ("AUX", "ADV", "PART") or _is_auxiliary(before)):
        before = before.nbor(-1)
    return before.i > last.i and before.pos_ in ("NOUN", "PROPN", "PRON")


def _is_auxiliary(token: Token) -> bool:
    return token.dep_ in ("aux", "auxpass")
