"""Page means: what deeds of a page were done with, where their own words leave that open and the page's other deeds do not.

A page about a war from the air says of one raid that aircraft flew it, and of the others only whom they killed (rule `type.page`).

Invariant: a deed that somebody on foot is said to have done, or that names a means of its own, stays what its own words say.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import ActorRef, Mention
from thucydides.vocabulary import mapping

RULE = "type.page"
LEAST, SHARE = 2, 0.5
"""So many deeds of a page, and this share of those whose means are told, say what its others were done with (our choice)."""
_HARM = frozenset({"death", "harm"})
_STATES = frozenset({"government", "state forces", "external forces"})
_AIR, _SHELLS = "Air/drone strike", "Shelling/artillery/missile attack"


def with_page_means(tellings: Sequence[Telling], drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[Mention]:
    """The incidents of a page, with those whose means are left open as done by the means of the others, or by those of which the sentence
    beside them tells in general."""
    told = Counter(m.type for d, m in zip(drafts, mentions, strict=True) if m.type_rule != "type.attack" and not _only_heard(d, m))
    kind = max((_AIR, _SHELLS), key=lambda k: told[k])
    usual = told[kind] >= LEAST and told[kind] >= SHARE * sum(told.values())
    flown = {w for d, m in zip(drafts, mentions, strict=True) if m.type == _AIR for w in _words(d)}
    flown |= {x.lemma for t in tellings if any(w.method == "air" and w.used for w in t.weapons) for x in t.triggers}
    flown &= _open_words()
    fliers = _fliers(mentions)
    general = [t for t in tellings if t.general]
    result = []
    for draft, mention in zip(drafts, mentions, strict=True):
        words = _words(draft)
        heard = _only_heard(draft, mention) and (usual or not words & _bursts())
        if _struck_by(fliers, draft, mention):
            result.append(replace(mention, type=_AIR, event_type=event_type_of(_AIR), type_rule=RULE))
            continue
        beside = _told_beside(draft, mention, general)
        if beside and _leaves_open(draft, mention) and not words & set(mapping("triggers")["by_hand"]):
            result.append(replace(mention, type=beside, event_type=event_type_of(beside), type_rule=RULE))
            continue
        left_open = heard or (_leaves_open(draft, mention) and words <= _open_words())
        if not left_open or not (words & flown or usual):
            result.append(mention)
            continue
        found = _AIR if words & flown else kind
        if found != _AIR and words & _bombed():
            result.append(mention)  # shells bomb nothing
            continue
        result.append(replace(mention, type=found, event_type=event_type_of(found), type_rule=RULE))
    return result


def _told_beside(draft: Draft, mention: Mention, general: Sequence[Telling]) -> str:
    """The type of what the sentence just before or behind a deed tells in general, of its place or of none: "Forty were killed in Hass.
    Warplanes carried out six raids"."""
    near = {(d.telling.paragraph, d.telling.order + step) for d in draft.items for step in (-1, 1)}
    beside = [t for t in general if (t.paragraph, t.order) in near and not t.harms and t.status == "happened" and _there(mention, t)]
    if any("air" in t.families or any(w.method == "air" and w.used for w in t.weapons) for t in beside):
        return _AIR
    shelled = any("shelling" in t.families or any(w.method == "shelling" and w.used for w in t.weapons) for t in beside)
    return _SHELLS if shelled else ""


def _there(mention: Mention, telling: Telling) -> bool:
    """Whether a sentence names no place but that of a deed."""
    own = mention.place.place.gazetteer_id if mention.place is not None and mention.place.place is not None else None
    return all(p.place is not None and p.place.gazetteer_id == own for p in telling.places)


def _fliers(mentions: Sequence[Mention]) -> frozenset[str]:
    """The parties of whose deeds on a page, where the means are told, most are strikes from the air."""
    told = Counter((_named(a), m.type == _AIR) for m in mentions if m.type_rule != "type.attack" for a in _doers(m))
    return frozenset(n for n, air in told if air and told[n, True] >= LEAST and told[n, True] > told[n, False])


def _struck_by(fliers: frozenset[str], draft: Draft, mention: Mention) -> bool:
    """Whether who strikes from the air on this page did a deed of which no other means is told: "the alliance destroyed a house"."""
    doers = _doers(mention)
    struck = {t.family for d in draft.items for t in d.telling.triggers} <= _HARM | {"attack", "destruction"}
    by_hand = any(t.lemma in mapping("triggers")["by_hand"] for d in draft.items for t in d.telling.triggers)
    return mention.type_rule == "type.attack" and bool(doers) and {_named(a) for a in doers} <= fliers and struck and not (
        mention.weapons or by_hand
    )  # fmt: skip


def _doers(mention: Mention) -> list[ActorRef]:
    return [a for a in mention.actors if a.role in ("perpetrator", "party")]


def _named(actor: ActorRef) -> str:
    return actor.actor or actor.name


def _leaves_open(draft: Draft, mention: Mention) -> bool:
    """Whether nothing is told of how a deed was done, or by whom but a state."""
    doers = {a.kind for a in mention.actors if a.role in ("perpetrator", "party")}
    struck = {t.family for d in draft.items for t in d.telling.triggers}
    return mention.type_rule == "type.attack" and not mention.weapons and doers <= {"government"} and struck <= _HARM | {"attack"}


def _only_heard(draft: Draft, mention: Mention) -> bool:
    """Whether all that is told of the means is that something burst or was bombed, which shells and aircraft do as well as devices."""
    doers = {a.kind for a in mention.actors if a.role in ("perpetrator", "party")}
    named = any(w.thing and w.used for d in draft.items for w in d.telling.weapons)
    bombed = {t.lemma for d in draft.items for t in d.telling.triggers if t.family == "bomb"}
    rest = {t.family for d in draft.items for t in d.telling.triggers} - _HARM - {"bomb", "attack"}
    return mention.type_rule == "type.bomb" and not named and doers <= _STATES and bombed <= _open_words() and not rest


def _words(draft: Draft) -> set[str]:
    """The words for what was done, beside those that only say what became of people."""
    return {t.lemma for d in draft.items for t in d.telling.triggers} - set(mapping("triggers")["outcomes"])


def _open_words() -> frozenset[str]:
    return frozenset(mapping("triggers")["from_afar"]) | _bursts() | _bombed()


def _bombed() -> frozenset[str]:
    """Words for what devices and aircraft do."""
    return frozenset(mapping("triggers")["bombed"])


def _bursts() -> frozenset[str]:
    """Words for what is heard of a strike and of a device alike."""
    return frozenset(mapping("triggers")["bursts"])
