"""Counted from: sentences that date one deed by another that they tell ("a day after five were wounded", "a month after the assault").

Invariant: each of the two deeds keeps its own day; a day is shifted only by whole days or weeks.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import outcome_of
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.grounding.times.forms import Calendar, Counted, Day, Shift, Weekday
from thucydides.nouns import DateRange

DYING = frozenset({"die", "succumb", "perish", "expire", "pass"})
HOURS = 8
"""So many hours before or after a day told leave a deed on that day (rule `date.hours-later`)."""


class Back(Struct, frozen=True, eq=False):
    """A deed told in a clause that only dates another: what counts from it, its own day, and its words."""

    counted: TimeExpression
    day: TimeExpression
    told: set[int]


def turned_back(
    sentence: Span, nodes: Sequence[int], times: Sequence[TimeExpression], shift: int, published: DateRange | None = None
) -> list[Back]:
    """The deeds of clauses by which a sentence dates another that it tells, in order.

    Rule `date.turned`: "the fighting broke out a day after five soldiers were wounded" says of the wounding that it was a day before;
    "weeks after gunmen killed nine in Bria and two days after three died in Paoua" tells of two deeds more. A day that such a clause
    names itself is that of its deed.
    """
    found: list[Back] = []
    counting = [t for t in map(_as_shift, times) if isinstance(t.form, Shift) and t.form.base == "incident"]
    starts = {t.start for t in counting}
    for number, time in enumerate(counting):
        form = time.form
        until = counting[number + 1].start if number + 1 < len(counting) else sentence.end_char + shift
        if not isinstance(form, Shift) or time.event_at is None:
            continue
        word = token_starting(sentence, time.end - shift - 1)
        if word is None or word.dep_ not in ("mark", "prep"):
            continue
        clause = word.head if word.dep_ == "mark" else word
        told = {n for n in nodes if _of_clause(sentence.doc[n], clause) and sentence.doc[n].idx > word.idx}
        apart = told != set(nodes) and any(_newly_named(d, told) or _long_ago(form, d, word) for d in (sentence.doc[n] for n in told))
        apart = apart or (told != set(nodes) and _having_done(word, told))
        before = [t for t in times if t.end <= time.start and not t.window and t.start not in starts]
        behind = [t for t in times if t.start > time.end and not t.window and not _under(sentence, t, clause, shift)]
        main = before or behind[:1]
        day = shifted_day(main[-1], form, published) if main else None
        if told and (word.dep_ == "mark" or apart or (told == set(nodes) and day is not None)):
            own = next((t for t in times if time.end < t.start < until and _inside(sentence, t, clause, shift)), None)
            if own is not None:
                found.append(Back(time, own, told | _bracketed_with(sentence, own, nodes, shift)))
            elif day is not None:
                found.append(Back(time, replace(time, form=day, relative_to="nothing"), told))
            elif main and form.unit == "hour" and form.fewest <= HOURS:
                found.append(Back(time, replace(time, form=main[-1].form, relative_to=main[-1].relative_to, event_at=None), told))
            else:
                base: Literal["document", "incident"] = "incident" if before or _known(clause) else "document"
                turned = replace(time, form=replace(form, sign=-form.sign, base=base), relative_to=base)
                found.append(Back(time, turned, told))
    return [replace(b, told=b.told - set().union(*(o.told for o in found if o.told < b.told))) for b in found]


def _as_shift(time: TimeExpression) -> TimeExpression:
    """The day after or before an event as a day counted from it: "on Thursday, the day after soldiers killed a chief"."""
    form = time.form
    if not isinstance(form, Calendar) or form.base != "incident" or form.unit != "day" or abs(form.offset) != 1 or time.event_at is None:
        return time
    return replace(time, form=Shift("day", 1, 1, form.offset, "incident", "", False))


def counted_on(turned: Sequence[Back]) -> TimeExpression | None:
    """The day of a deed that one clause alone dates by another of a day that it names: "two days after gunmen shot a mayor on July 29"."""
    if len(turned) != 1 or turned[0].day.start <= turned[0].counted.start or not isinstance(turned[0].counted.form, Shift):
        return None
    own, form = turned[0].day, turned[0].counted.form
    if form.unit not in ("day", "week", "hour", "night") or (form.fewest != form.most and form.unit != "hour"):
        return None
    return replace(own, form=Counted(own.form, form), wording=turned[0].counted.wording)


def _under(sentence: Span, time: TimeExpression, clause: Token, shift: int) -> bool:
    """Whether a time stands in a clause, or is counted from a deed or looks ahead: not Saturday in "a day after bombs killed nine, troops
    came on Saturday"."""
    token = token_starting(sentence, time.start - shift)
    return time.relative_to == "incident" or time.lean == "future" or token is None or _of_clause(token, clause)


def _inside(sentence: Span, time: TimeExpression, clause: Token, shift: int) -> bool:
    """Whether a single day stands in a clause, and in none by which that is dated itself."""
    token = token_starting(sentence, time.start - shift)
    return isinstance(time.form, Day | Weekday) and not time.window and token is not None and _of_clause(token, clause)


def _of_clause(token: Token, clause: Token) -> bool:
    """Whether a word is of a clause, or stands behind it where the verb above only says when: "the raid came a month after gunmen attacked
    a church in Owo, in the south, on 5 June, killing 40"."""
    main = clause.head
    placed = main.lemma_.lower() == "take" and any(c.lower_ == "place" for c in main.children)
    light = clause.dep_ == "advcl" and (placed or main.lemma_.lower() in _LIGHT) and clause.i > main.i
    fronted = clause.dep_ == "advcl" and clause.i < token.i < _opening(main, clause)
    return token in clause.subtree or fronted or (light and token.i > clause.i and main.is_ancestor(token))


def _opening(main: Token, clause: Token) -> int:
    """Where the main clause begins behind one that stands at the head of its sentence, -1 where none does: "two days after gunmen shot a
    judge in Kabul on 17 January, | an explosion"."""
    subjects = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass") and clause.i < c.i < main.i]
    return min((s.left_edge.i for s in subjects), default=-1)


_LIGHT = frozenset({"come", "follow", "occur", "happen"})


def _bracketed_with(sentence: Span, time: TimeExpression, nodes: Sequence[int], shift: int) -> set[int]:
    """The words of force in the brackets in which a day stands: "the shelling of Kati (3 May 2031, 12 killed)"."""
    text, at = text_of(sentence.doc), time.start - shift
    opened, closed = text.rfind("(", sentence.start_char, at), text.find(")", at, sentence.end_char)
    if opened < 0 or closed < 0 or ")" in text[opened:at]:
        return set()
    return {n for n in nodes if opened < sentence.doc[n].idx < closed}


def _known(clause: Token) -> bool:
    """Whether what a clause dates is a deed told before: "the clash came a day after", "it came a day after"."""
    main = clause.head
    while main.dep_ in ("conj", "advcl", "prep") and main.head != main:
        main = main.head
    subjects = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(s.lower_ in ("it", "this", "that") or any(c.lower_ in ("the", "this", "that") for c in s.children) for s in subjects)


def _newly_named(deed: Token, told: set[int]) -> bool:
    """Whether a deed is named as one not told of before: "weeks after a car bombing", not "weeks after the attack", "after being stabbed at
    a rally"."""
    below = any(a.i in told and a.pos_ == "VERB" for a in deed.ancestors)
    return deed.pos_ == "NOUN" and not below and any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in deed.children)


def _having_done(word: Token, told: set[int]) -> bool:
    """Whether a deed is told by what its doers had done: "entered Gondar on Thursday, a day after taking Debre Tabor"; who died a day
    after being shot died of it."""
    verb = word.head
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    done = any(c.dep_ == "pcomp" and c.i in told and c.tag_ == "VBG" for c in word.children)
    return done and verb.lemma_.lower() not in DYING


def _long_ago(form: Shift, deed: Token, word: Token) -> bool:
    """Whether a deed of months or years before is told with what it cost: "two years after the ambush in which 11 guards died"."""
    relative = deed.dep_ == "relcl" and deed.head.head == word
    return form.unit in ("month", "year") and relative and outcome_of("verbs").get(deed.lemma_.lower()) in ("killed", "injured")


def shifted_day(main: TimeExpression, form: Shift, published: DateRange | None) -> Day | None:
    """The day that lies a number of days or weeks before (or after) the day of the main clause, None where that is no single day."""
    held = resolve(main, Anchor(document=published))
    days = {"day": 1, "week": 7}.get(form.unit)
    if held is None or held.earliest is None or held.earliest != held.latest or days is None or form.fewest != form.most:
        return None
    day = held.earliest - timedelta(days=days * form.fewest * form.sign)
    return Day(month=day.month, day=day.day, year=day.year, weekday=None)


def named_before(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression, TimeExpression] | None:
    """The deed of a day from which the time of the sentence's own is counted: "came three months after the assault of 8 January, in which
    28 soldiers died": (its words, its day, what is counted from it)."""
    for counted in times:
        form = counted.form
        if not isinstance(form, Shift) or form.base != "incident":
            continue
        after = token_starting(sentence, counted.end - shift - 1)
        named = next((c for c in after.children if c.dep_ == "pobj"), None) if after is not None and after.dep_ == "prep" else None
        if named is None:
            continue
        span = {t.i for t in named.subtree}
        inner = {n for n in nodes if n in span}
        starts = ((t, token_starting(sentence, t.start - shift)) for t in times if isinstance(t.form, Day))
        day = next((t for t, token in starts if token is not None and token.i in span), None)
        if day is not None and inner and inner != set(nodes):
            return inner, day, counted
    return None
