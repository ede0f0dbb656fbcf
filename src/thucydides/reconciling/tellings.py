"""Tellings: what each mention says of one outcome's toll: the total, its parts, who says so, and since when.

Rule `toll.total`: a telling's total is the whole it states, else the sum of its disjoint groups; a part is never added to its
whole, and the same group told twice counts once. Two wholes in one mention are two tellings.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.formerly import formerly
from thucydides.nouns import Mention, Passage, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.context import Case, Context
from thucydides.reconciling.enumerations import added, enumerated
from thucydides.reconciling.groups import EVERYBODY, GroupCount, GroupKey, beside, clean_label, demographic
from thucydides.reconciling.origins import Chain, chain
from thucydides.reconciling.retelling import disjoint, inside, retold
from thucydides.reconciling.running import counts_on
from thucydides.reconciling.sentences import before
from thucydides.reconciling.statements import Statement, attacker, one_person, outgrows, statements


class Telling(Struct, frozen=True, gc=False):
    """One voice's count of one outcome in one mention.

    `weight` is 1, or less where the speaker counts the enemy's losses; `superseded` says why the telling no longer stands (""
    while it does); `doubt` is the hedge; `stated` holds where the total is said and not added up, `everybody` where it counts
    all people and not a group, `partial` where the telling counts only a group that others tell as part of more, `running` where its
    sentence counts more than one incident, `former` where it is told as what was counted at first; `origin` is
    set when tellings are compared.
    """

    mention: str
    chain: Chain
    quantity: Quantity
    passage: Passage
    groups: tuple[GroupCount, ...] = ()
    claims: tuple[str, ...] = ()
    stated: bool = True
    everybody: bool = False
    partial: bool = False
    weight: float = 1.0
    doubt: str = ""
    replaces: bool = False
    superseded: str = ""
    origin: str = ""
    running: bool = False
    former: bool = False


def _group_counts(parts: Sequence[Statement], settles: bool) -> tuple[GroupCount, ...]:
    """The groups of a telling, one count a key; counts of one key in one telling add up, for they were told apart."""
    found: dict[GroupKey, list[Statement]] = {}
    for part in parts:
        if part.key != EVERYBODY:
            found.setdefault(part.key, []).append(part)
    return tuple(
        GroupCount(
            key,
            " and ".join(dict.fromkeys(label for p in some if (label := clean_label(p.item.group)))),
            counts.total([p.item.quantity for p in some]),
            settles and not any(_partly(p, len(parts)) for p in some),
            next((p.item.side for p in some if p.item.side), None),
            any(p.item.perpetrator for p in some),
            tuple(sorted({c.id for p in some for c in p.claims})),
            min(p.item.passage for p in some),
        )
        for key, some in found.items()
    )


def _partly(part: Statement, told: int) -> bool:
    """Whether a part may be only some of its group: its noun cuts across sides, or it is one person told beside others."""
    return (demographic(part.item.group) and not part.item.nationality) or (told > 1 and one_person(part))


def _fills(parts: Sequence[Statement], whole: Quantity) -> bool:
    """Whether the parts make up the whole, so that each of them is the count of its group."""
    quantities = [p.item.quantity for p in parts]
    return (
        bool(parts)
        and all(counts.exact(q) for q in quantities)
        and whole.best is not None
        and sum(q.best or 0 for q in quantities) == whole.best
    )


def tellings(case: Case, outcome: str) -> tuple[Telling, ...]:
    """Every telling of one outcome in an incident's mentions, in the order of the mentions."""
    return tuple(t for mention in case.mentions for t in _of_mention(case.context, mention, outcome))


def _of_mention(context: Context, mention: Mention, outcome: str) -> Iterator[Telling]:
    stated = statements(context, mention, outcome)
    tops = [s for s in stated if s.parent is None]
    if not tops:
        return
    tops, rivals = retold(context, enumerated(context, mention, _first_others(tops)))
    if len(tops) == 1 and beside(tops[0].item.group) and not tops[0].item.nationality:
        tops = [replace(tops[0], key=EVERYBODY)]
    wholes = [s for s in tops if s.key == EVERYBODY]
    specific = [s for s in tops if s not in wholes]
    if wholes and _set_against(wholes, specific):
        yield from _added(context, mention, specific, rivals, [s for s in stated if s.parent is not None])
        for other in wholes:
            yield from _voiced(context, mention, other, other.item.quantity, (), stated=True)
        return
    others = [*specific, *(r for k, r in rivals if k.key != EVERYBODY)]
    outgrown = [s for s in others if wholes and all(outgrows(s, w) for w in wholes)]
    specific = [s for s in specific if s not in outgrown]
    children = {id(w): [s for s in stated if s.parent is not None and stated[s.parent].item == w.item] for w in wholes}
    loose = [s for s in stated if s.parent is not None and all(s not in c for c in children.values())]
    if not wholes:
        yield from _added(context, mention, specific, rivals, loose)
        return
    for whole in [*wholes, *(r for k, r in rivals if k.key == EVERYBODY)]:
        more = added(context, whole, specific)
        inside_whole = children.get(id(whole), [])
        made_up = counts.total([s.item.quantity for s in [*inside_whole, *more]]).best if more else None
        if made_up == whole.item.quantity.best and not all(attacker(s) for s in more):
            more = [s for s in more if attacker(s)]  # "five died, three at once and two others later"
        parts = disjoint([*inside_whole, *(s for s in specific if s not in more)])
        if more:
            quantity = counts.total([whole.item.quantity, *(s.item.quantity for s in more)])
            groups = _group_counts(disjoint([*parts, *(s for s in more if attacker(s))]), False)
            yield from _voiced(context, mention, whole, quantity, groups, stated=True)
            continue
        if whole.item.quantity.high is not None and sum(counts.low(p.item.quantity) for p in parts) > whole.item.quantity.high:
            parts = disjoint(children.get(id(whole), ()))
        groups = _group_counts(parts, _fills(parts, whole.item.quantity))
        yield from _voiced(context, mention, whole, whole.item.quantity, groups, stated=True)
    for other in outgrown:
        yield from _voiced(context, mention, other, other.item.quantity, _group_counts([other], True), stated=True)


def _set_against(wholes: Sequence[Statement], specific: Sequence[Statement]) -> bool:
    """Whether the only wholes are of others than the report, and lower than the groups it counts itself: "rebels killed 17 civilians and
    four soldiers; the army's spokesman spoke of 13 dead"."""
    own = counts.total([s.item.quantity for s in specific if not s.beside]).best or 0
    return len(specific) > 1 and all(w.beside and counts.low(w.item.quantity) < own for w in wholes)


def _first_others(tops: Sequence[Statement]) -> list[Statement]:
    """The top statements with "others" counted before anybody else of the outcome taken for people: they are others than the dead."""
    first = min(tops, key=lambda s: s.item.passage)
    if len(tops) == 1 or not beside(first.item.group) or first.item.nationality or first.parent is not None:
        return list(tops)
    people = replace(first, key=EVERYBODY, item=replace(first.item, group="people"))
    return [people if s is first else s for s in tops]


def _added(
    context: Context,
    mention: Mention,
    specific: Sequence[Statement],
    rivals: Sequence[tuple[Statement, Statement]],
    loose: Sequence[Statement],
) -> Iterator[Telling]:
    """Tellings of a mention that states groups only: their sum, and a further telling for each rival number of one group."""
    nested = [s for s in specific if any(o is not s and inside(context, s, o) for o in specific)]
    counted = [s for s in specific if s not in nested]
    if not counted:
        return
    groups = (*_group_counts(counted, True), *_group_counts(disjoint([*loose, *nested]), False))
    yield from _voiced(context, mention, counted[0], _together(counted), groups, stated=len(counted) == 1)
    for swaps in _by_speaker([(kept, rival) for kept, rival in rivals if kept in counted]):
        swapped = [next((rival for kept, rival in swaps if kept is s), s) for s in counted]
        again = (*_group_counts(swapped, True), *_group_counts(disjoint([*loose, *nested]), False))
        yield from _voiced(
            context, mention, swaps[0][1], counts.total([s.item.quantity for s in swapped]), again, stated=len(swapped) == 1
        )


def _together(counted: Sequence[Statement]) -> Quantity:
    """The sum of groups; one told of without a number leaves the numbers told, with an open end ("71 soldiers and many rebels died")."""
    told = [s.item.quantity for s in counted if s.item.quantity.rule not in _LOOSE]
    known = [q for q in told if q.best is not None] or [s.item.quantity for s in counted if s.item.quantity.best is not None]
    if not known or len(known) == len(counted):
        return counts.total([s.item.quantity for s in counted])
    return replace(counts.total(known), high=None)


_LOOSE = frozenset({"toll.couple", "toll.few", "toll.several"})
"""Words for so few that the numbers told beside them are the sum: "44 policemen and 18 rebels died, and several villagers"."""


def _by_speaker(rivals: Sequence[tuple[Statement, Statement]]) -> list[list[tuple[Statement, Statement]]]:
    """The rival numbers, those that one speaker gives of several groups together: "it had killed 17 soldiers and lost two fighters"."""
    told: list[list[tuple[Statement, Statement]]] = []
    for kept, rival in rivals:
        speakers = {c.speaker for c in rival.claims if rival.beside}
        same = (t for t in told if speakers and None not in speakers and speakers == {c.speaker for c in t[0][1].claims})
        mine = next((t for t in same if all(k is not kept for k, _ in t)), None)
        if mine is not None:
            mine.append((kept, rival))
        else:
            told.append([(kept, rival)])
    return told


def _voiced(
    context: Context, mention: Mention, lead: Statement, quantity: Quantity, groups: tuple[GroupCount, ...], stated: bool
) -> Iterator[Telling]:
    """One telling for each voice that makes the leading statement; the document's own where no claim is known."""
    made: dict[str, Telling] = {}
    for claim in lead.claims or (None,):
        one = chain(context, lead.item.passage, claim)
        telling = Telling(
            mention.id,
            one,
            quantity,
            lead.item.passage,
            groups,
            (claim.id,) if claim else (),
            stated,
            lead.key == EVERYBODY,
            doubt=claim.hedge if claim else "",
            replaces=claim is not None and claim.replaces,
            running=counts_on(context, lead.item.passage, quantity.best),
            former=formerly(before(context, lead.item.passage)),
        )
        earlier = made.get(one.key)
        made[one.key] = telling if earlier is None else replace(earlier, claims=(*earlier.claims, *telling.claims))
    yield from made.values()
