"""Tellings: what one sentence tells of one incident: its triggers, harm, times, places, parties and means.

Invariants: every telling has a trigger or a harm; a sentence that dates two deeds apart gives two tellings; offsets are of the document.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm, find_harm
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.participants import dated_by_report, role_of, token_at
from thucydides.extracting.status import aftermath, status_of
from thucydides.extracting.surroundings import Surroundings
from thucydides.extracting.triggers import Trigger, find_triggers
from thucydides.extracting.weapons import WeaponUse, find_weapons
from thucydides.grounding.actors import ActorMatch
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.nouns.actor import ActorRole
from thucydides.nouns.mention import Status

_SINCE = re.compile(r"\bsince\b[^.,;]*$")
_REFERRING = {"after", "following", "since", "before", "amid"}


class Telling(Struct, frozen=True):
    """One sentence's word on one incident. `[start, end)` is the sentence in the document; `triggers` and `harms` have document offsets.

    `time` is the date of the deed where the sentence gives one, `windows` spans that count things; `places` in order of naming;
    `roles` the parts that `actors` play, one each; `dated_by_report` where the date is that of a statement.
    `head` is the trigger that names it best; `paragraph` and `order` its position in the document; `kind` that of its block.
    """

    start: int
    end: int
    paragraph: int
    order: int
    kind: str
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]
    status: Status
    time: TimeExpression | None = None
    windows: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    actors: tuple[ActorMatch, ...] = ()
    weapons: tuple[WeaponUse, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    dated_by_report: bool = False
    head: Trigger | None = None
    cue: tuple[int, int] = (0, 0)
    referring: bool = False
    level: int = 0

    @property
    def families(self) -> frozenset[str]:
        """The families of its triggers."""
        return frozenset(t.family for t in self.triggers)


def _governor(token: Token, nodes: dict[int, int]) -> int | None:
    """The node (token index -> group) that a token hangs under in the tree, the nearest first."""
    climbed = token
    for _ in range(12):
        if climbed.i in nodes:
            return nodes[climbed.i]
        if climbed.head == climbed:
            return None
        climbed = climbed.head
    return None


def _token_at(sentence: Span, offset: int) -> Token | None:
    return next((t for t in sentence if t.idx <= offset < t.idx + len(t)), None)


def _groups(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> list[tuple[set[int], TimeExpression | None]]:
    """Nodes of a sentence sorted into deeds: one, unless different dates hang under different nodes."""
    text = sentence.doc.text
    points = [
        t
        for t in times
        if not t.window and t.lean != "future" and not _SINCE.search(text[max(0, t.start - shift - 40) : t.start - shift])
    ]
    if len(points) < 2 or len(nodes) < 2:
        return [(set(nodes), _nearest(sentence, nodes, points, shift))]
    index = {n: n for n in nodes}
    owners: dict[int, TimeExpression] = {}
    for time in points:
        owner, _ = _deed_of(sentence, time, index, shift)
        if owner is not None and owner not in owners:
            owners[owner] = time
    if len(owners) < 2:
        return [(set(nodes), next(iter(owners.values()), None) or _nearest(sentence, nodes, points, shift))]
    result: dict[int, set[int]] = {owner: {owner} for owner in owners}
    doc = sentence.doc
    for node in nodes:
        if node in owners:
            continue
        up = _governor(doc[node].head, {o: o for o in owners}) if doc[node].head.i != node else None
        if up is None:
            up = min(owners, key=lambda o: (abs(o - node), o))
        result[up].add(node)
    return [(result[o], owners[o]) for o in sorted(owners)]


def _deed_of(sentence: Span, point: TimeExpression, nodes: dict[int, int], shift: int) -> tuple[int | None, int]:
    """(the deed that a date hangs on or None, how far it hangs elsewhere): "who turned two on Sunday, died Tuesday".

    0: on nothing else; 1: on a verb in a clause of its own; 2: on a word of what came after, so that it is no date of the deed.
    """
    climbed = _token_at(sentence, point.start - shift)
    while climbed is not None:
        if climbed.i in nodes:
            return nodes[climbed.i], False
        if climbed.pos_ in ("VERB", "AUX") and (
            climbed.dep_ in ("relcl", "acl", "advcl") or climbed.lemma_.lower() in aftermath()
        ):
            return None, True
        if climbed.head == climbed:
            return None, False
        climbed = climbed.head
    return None, False


def _nearest(sentence: Span, nodes: list[int], points: list[TimeExpression], shift: int) -> TimeExpression | None:
    """The date that hangs on a deed; else the first that hangs least elsewhere (a date of its own, or that of a statement)."""
    index = {n: n for n in nodes}
    free: list[tuple[int, int, TimeExpression]] = []
    for order, point in enumerate(points):
        deed, elsewhere = _deed_of(sentence, point, index, shift)
        if deed is not None:
            return point
        if elsewhere < 2:
            free.append((elsewhere, order, point))
    return min(free, key=lambda f: f[:2])[2] if free else None


def _by_place(sentence: Span, harms: list[Harm], places: list[PlaceRef], shift: int) -> list[list[Harm]] | None:
    """Harms told of different places one after another ("three in Kherson, two in Nikopol"), each with its own place; else None."""
    counted = [h for h in harms if h.part_of is None and h.quantity is not None and h.quantity.best]
    if len(counted) < 2 or len({h.outcome for h in counted}) == len(counted):
        return None
    owned: list[tuple[Harm, PlaceRef]] = []
    for harm in counted:
        following = next(
            (p for p in places if 0 <= p.passage.start - shift - harm.people.end <= 16 and p.role in ("at", "near", "mentioned")),
            None,
        )
        if following is None:
            return None
        owned.append((harm, following))
    keys = {p.place.gazetteer_id if p.place else p.wording for _, p in owned}
    return [[h] for h, _ in owned] if len(keys) == len(owned) else None


_RANK = (
    "chemical",
    "suicide",
    "air",
    "shelling",
    "bomb",
    "grenade",
    "sexual",
    "clash",
    "attack",
    "abduction",
    "crackdown",
    "riot",
    "protest",
    "takeover",
    "territory",
    "destruction",
    "seizure",
    "arrest",
    "death",
    "harm",
)


def _head(triggers: list[Trigger]) -> Trigger | None:
    return min(triggers, key=lambda t: (t.weak, _RANK.index(t.family), not t.noun, t.first), default=None)


def _kept(harms: list[Harm], chosen: list[Harm]) -> list[Harm]:
    """The harms chosen with their parts, each part pointing at its whole in the new order."""
    picked = [i for i, h in enumerate(harms) if h in chosen or (h.part_of is not None and harms[h.part_of] in chosen)]
    where = {old: new for new, old in enumerate(picked)}
    return [replace(harms[i], part_of=where.get(harms[i].part_of or 0) if harms[i].part_of is not None else None) for i in picked]


def _shifted(harm: Harm, shift: int) -> Harm:
    people = replace(harm.people, start=harm.people.start + shift, end=harm.people.end + shift)
    return replace(harm, start=harm.start + shift, end=harm.end + shift, people=people)


def _is_reference(sentence: Span, trigger: Trigger) -> bool:
    """Whether a trigger only points at an incident as an anchor in time ("following the second attack")."""
    head = sentence.doc[trigger.head]
    parent = head.head
    if not trigger.noun and head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in head.children):
        return True
    return (
        trigger.noun
        and trigger.definite
        and head.dep_ == "pobj"
        and parent.lower_ in _REFERRING
        and (parent.dep_ == "prep" or parent.tag_ == "VBG")
    )


def tellings_of(paragraph: Paragraph, number: int, order: int, around: Surroundings) -> Iterator[Telling]:
    """The tellings of one paragraph in order; `number` is the paragraph's position, `order` that of its first sentence."""
    shift = paragraph.start
    for sentence in paragraph.sentences():
        order += 1
        triggers = list(find_triggers(sentence))
        harms = list(find_harm(sentence)) if triggers or _may_harm(sentence) else []
        triggers = [t for t in triggers if not _is_reference(sentence, t)]
        if not triggers and not harms:
            continue
        start, end = sentence.start_char + shift, sentence.end_char + shift
        end = start + len(sentence.text.rstrip())
        times = around.times_in(start, end)
        places = around.places_in(start, end)
        nodes = sorted({t.head for t in triggers} | {h.cue for h in harms})
        split = _by_place(sentence, harms, places, shift)
        groups = _groups(sentence, nodes, times, shift)
        for group, time in groups:
            mine = [t for t in triggers if t.head in group]
            hurt = [h for h in harms if h.cue in group]
            pieces = split if split is not None and len(groups) == 1 else [hurt]
            for piece in pieces:
                yield from _telling(
                    sentence,
                    paragraph,
                    (number, order, shift, start, end),
                    mine,
                    _kept(harms, [h for h in hurt if h in piece]),
                    time,
                    times,
                    _places_for(places, groups, group, sentence, shift, piece if split is not None else None),
                    around,
                    set(nodes) - group if len(groups) > 1 else set(),
                )


def _words_of(sentence: Span) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                t.lemma_.lower()
                for t in sentence
                if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and len(t) > 3 and t.is_alpha and not t.is_stop
            }
        )
    )


def _names_of(sentence: Span) -> tuple[str, ...]:
    found, run = [], []
    for token in [*sentence, None]:
        if token is not None and token.pos_ == "PROPN" and token.text[:1].isupper():
            run.append(token.text)
            continue
        if len(run) > 1:
            found.append(" ".join(run))
        run = []
    return tuple(sorted(set(found)))


def _owner(sentence: Span, start: int, nodes: set[int]) -> int | None:
    """The deed that the word at `start` hangs under in the tree, or None."""
    token = _token_at(sentence, start)
    return _governor(token, {n: n for n in nodes}) if token is not None else None


def _places_for(
    places: list[PlaceRef],
    groups: list[tuple[set[int], TimeExpression | None]],
    group: set[int],
    sentence: Span,
    shift: int,
    piece: list[Harm] | None,
) -> list[PlaceRef]:
    if piece is not None:
        return [p for p in places if any(0 <= p.passage.start - shift - h.people.end <= 16 for h in piece)]
    if len(groups) < 2:
        return places
    owners = {n: i for i, (g, _) in enumerate(groups) for n in g}
    wanted = next(i for i, (g, _) in enumerate(groups) if g is group)
    kept = []
    for place in places:
        token = _token_at(sentence, place.passage.start - shift)
        owner = _governor(token, owners) if token is not None else None
        if owner is None or owner == wanted:
            kept.append(place)
    return kept


def _may_harm(sentence: Span) -> bool:
    lowered = sentence.text.lower()
    return any(
        w in lowered
        for w in (
            "casualt",
            "injur",
            "wound",
            "dead",
            "death",
            "die",
            "kill",
            "hurt",
            "fatal",
            "lives",
            "missing",
            "bod",
            "hostage",
            "slain",
            "victim",
        )
    )


def _telling(
    sentence: Span,
    paragraph: Paragraph,
    at: tuple[int, int, int, int, int],
    triggers: list[Trigger],
    harms: list[Harm],
    time: TimeExpression | None,
    times: list[TimeExpression],
    places: list[PlaceRef],
    around: Surroundings,
    others: set[int],
) -> Iterator[Telling]:
    number, order, shift, start, end = at
    if not triggers and not harms:
        return
    head = _head(triggers)
    doc = sentence.doc
    anchor = (
        doc[harms[0].cue]
        if harms and (head is None or head.weak or head.family in ("attack", "death", "harm"))
        else doc[head.head]
        if head
        else doc[harms[0].cue]
    )
    status = status_of(sentence, anchor)
    if (
        status != "happened"
        and head is not None
        and harms
        and any(status_of(sentence, doc[h.cue]) == "happened" and h.quantity is not None for h in harms)
    ):
        status = "happened"
    referring = bool(triggers) and not harms and all(_is_reference(sentence, t) for t in triggers)
    anchor_start = anchor.idx + shift
    deeds = {t.head for t in triggers} | {h.cue for h in harms}
    actors = around.actors_in(start, end)
    tokens = [token_at(sentence, a.start - shift, a.end - shift) for a in actors]
    time_token = _token_at(sentence, time.start - shift) if time is not None else None
    weapons = [w for w in find_weapons(sentence) if not others or _owner(sentence, w.start, deeds | others) not in others]
    yield Telling(
        start,
        end,
        number,
        order,
        paragraph.block.kind,
        tuple(replace(t, start=t.start + shift, end=t.end + shift) for t in triggers),
        tuple(_shifted(h, shift) for h in harms),
        status,
        time,
        tuple(t for t in times if t.window),
        tuple(places),
        tuple(actors),
        tuple(replace(w, start=w.start + shift, end=w.end + shift) for w in weapons),
        tuple(role_of(t, deeds) if t is not None else "mentioned" for t in tokens),
        _words_of(sentence),
        _names_of(sentence),
        time_token is not None and dated_by_report(sentence, time_token, deeds),
        replace(head, start=head.start + shift, end=head.end + shift) if head is not None else None,
        (anchor_start, anchor_start + len(anchor)),
        referring,
        paragraph.block.level,
    )
