"""Involved: the parties of a mention with the parts they play, and what follows from them for its type.

Invariant: a party stands once in each part; who is only described ("the militants") is the group named in that part.
"""

from collections.abc import Sequence, Set
from datetime import date

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.actors.actors import as_of
from thucydides.nouns import ActorRef, Document, Passage, TollItem
from thucydides.nouns.actor import GROUP_KINDS, SIDES
from thucydides.vocabulary import mapping

_ROLE_ORDER = ("perpetrator", "party", "target", "victim", "speaker", "mentioned")
_KIND_CATEGORY = {
    **SIDES, "civilians": "civilians", "rioters": "protesters", "unidentified": "rebels", "government": "state forces"
}  # fmt: skip


def actors_of(document: Document, draft: Draft, day: date | None = None) -> tuple[ActorRef, ...]:
    """The parties of a deed with the parts they play, as they were on its day; who is only described is left out where an armed group is
    named in that part."""
    best: dict[tuple[str, str], ActorRef] = {}
    for item in (i for i in draft.items if not _only_arrests(i, draft)):
        for match, role in zip(item.telling.actors, item.telling.roles, strict=True):
            if role in ("mentioned", "speaker") or (match.metonym and role != "party"):
                continue
            match = as_of(match, day)
            passage, wording = Passage(document.id, match.start, match.end), document.text[match.start : match.end]
            ref = _unknown_doer(ActorRef(passage, wording, role, match.actor_id, match.name, match.kind, match.country))
            key = (match.actor_id or ref.name.lower(), role)
            best.setdefault(key, ref)
    named = {role for (_, role), ref in best.items() if ref.kind in GROUP_KINDS}
    kept = [r for r in best.values() if not (r.kind == "unidentified" and r.role in named)]  # "the militants" are the group named
    return tuple(sorted(kept, key=lambda r: (_ROLE_ORDER.index(r.role), r.passage.start)))


def _only_arrests(item: Dated, draft: Draft) -> bool:
    """Whether a sentence only tells who was arrested after a deed in which others came to harm: who arrests did not do it, and the
    arrested did not suffer it (rule `extract.arrested-after`)."""
    harmed = any(h.outcome in ("killed", "injured") for i in draft.items if i is not item for h in i.telling.harms)
    only = item.telling.families == {"arrest"} and all(h.outcome == "captured" for h in item.telling.harms)
    first = min(d.telling.start for d in draft.items)
    return only and harmed and item.telling.start > first and not any("arrest" in d.telling.families for d in draft.items if d is not item)


def _unknown_doer(ref: ActorRef) -> ActorRef:
    """Somebody of whom nothing is known ("an unidentified man") as an armed stranger where he did the deed, and no civilian."""
    strange = ref.role == "perpetrator" and ref.kind == "civilians" and ref.actor is None
    if not strange or not _STRANGE & set(ref.wording.lower().split()):
        return ref
    return replace(ref, name="Unidentified Armed Group", kind="unidentified", country=None)


_STRANGE = frozenset({"unknown", "unidentified", "unnamed", "hooded", "masked", "mystery"})


def harmed_and_doers(actors: Sequence[ActorRef], toll: Sequence[TollItem]) -> tuple[set[str], set[str]]:
    """(categories of those harmed or aimed at, categories of those who did it)."""
    victims: set[str] = {
        i.category
        for i in toll
        if i.outcome in ("killed", "injured", "captured") and i.category != "unknown" and i.quantity.best != 0
    }
    wholes = {i.part_of for i in toll if i.part_of is not None}
    for position, item in enumerate(toll):
        # "five people, including two officers": the parts say who they were
        if position in wholes and item.category == "civilians" and any(p.part_of == position for p in toll):
            parts = {p.category for p in toll if p.part_of == position}
            if "civilians" not in parts and parts - {"unknown"}:
                victims.discard("civilians")
    if (any(_left_arms(a) for a in actors) or any(_former(i.group) for i in toll)) and victims & _UNDER_ARMS:
        victims = (victims - _UNDER_ARMS) | {"civilians"}
    served = {_KIND_CATEGORY[a.kind] for a in actors if a.role in ("target", "victim") and a.kind in SIDES and _serves(a, toll)}
    victims = (victims - {"civilians"}) | served if served else victims
    told = bool(victims)
    unnamed = any(i.outcome == "killed" and i.category == "unknown" and i.part_of is None and i.quantity.best != 0 for i in toll)
    perpetrators = set()
    for ref in actors:
        category = "civilians" if _left_arms(ref) else _KIND_CATEGORY.get(ref.kind, "")
        aimed = not told or (unnamed and ref.kind in GROUP_KINDS)  # "a commander of the front was killed with two companions"
        if ref.role in ("target", "victim") and category and ref.kind != "government" and aimed:
            victims.add(category)
        elif ref.role == "perpetrator" and category:
            perpetrators.add(category)
        elif ref.role == "party" and category:
            perpetrators.add(category)
            victims.add(category)
        if ref.role in ("target", "victim") and category == "protesters":
            victims.add(category)
    return {str(v) for v in victims}, perpetrators


def _serves(actor: ActorRef, toll: Sequence[TollItem]) -> bool:
    """Whether those harmed are told as a party's own by a word that fits others too: "50 VDP volunteers died"."""
    own = mapping("triggers")["by_doer"]["own_people"]
    groups = (i.group.lower().split() for i in toll if i.quantity.best != 0 and i.category in ("civilians", "unknown"))
    name = actor.wording.lower().split()[-1]
    return any(name in words and words[-1].removesuffix("s") in own for words in groups)


_UNDER_ARMS = frozenset({"rebels", "militia", "criminals"})


def _left_arms(ref: ActorRef) -> bool:
    """Whether somebody only was a fighter: "a former rebel commander"."""
    return ref.kind in GROUP_KINDS and ref.role in ("target", "victim") and _former(ref.wording)


def _former(wording: str) -> bool:
    """Whether words for somebody say that he is no longer what they call him: "an ex-guerrilla"."""
    former = mapping("triggers")["by_doer"]["former"]
    return any(w in former for w in wording.lower().split())


def by_rioters(families: Set[str], actors: Sequence[ActorRef]) -> bool:
    """Whether what was destroyed or attacked was so by rioters (rule `type.riot`)."""
    return bool(families & {"destruction", "attack"}) and any(a.kind == "rioters" and a.role == "perpetrator" for a in actors)


def by_mob(actors: Sequence[ActorRef]) -> bool:
    """Whether a mob did it, which demonstrates for nothing (rule `type.mob`)."""
    return any(a.kind == "rioters" and a.role == "perpetrator" and a.wording.lower().removesuffix("s").endswith("mob") for a in actors)


def with_police_alone(actors: Sequence[ActorRef]) -> bool:
    """Whether police are all who are said to have fought, so that they fought with a crowd (rule `type.riot`)."""
    fought = [a for a in actors if a.role in ("perpetrator", "party", "target", "victim") and a.kind != "civilians"]
    return bool(fought) and all((a.actor or "").endswith("police-forces") or a.name.startswith("Police Forces") for a in fought)


def by_protesters(actors: Sequence[ActorRef]) -> bool:
    """Whether people who protest did it, whose demonstration is then a violent one (rule `type.riot`)."""
    return any(a.kind == "protesters" and a.role == "perpetrator" for a in actors)


def by_crowd(actors: Sequence[ActorRef]) -> bool:
    """Whether people of a place did it together, who are rioters where somebody came to harm (rule `type.mob`)."""
    together = mapping("triggers")["by_doer"]["together"]
    doers = [a for a in actors if a.role == "perpetrator"]
    return bool(doers) and all(a.kind == "civilians" and a.wording.split()[-1].lower().removesuffix("s") in together for a in doers)


def struck_from_the_air(tellings: Sequence[Telling], actors: Sequence[ActorRef]) -> bool:
    """Whether something was struck from the air where no other means is told: a state's forces, and no police, are said to have struck
    or bombed (rule `type.state-strike`), or a strike did harm and nobody is said to have done it (rule `type.strike`)."""
    told = [x for t in tellings for x in t.triggers]
    doers = [a for a in actors if a.role in ("perpetrator", "party")]
    harming = {x.lemma for t in tellings if t.harms for x in t.triggers if (x.noun or x.undergone) and x.family == "attack"}
    if "strike" in harming and not doers and not any(x.family in ("protest", "riot", "crackdown") for x in told):
        return True
    struck = any((x.lemma == "strike" and x.family == "attack") or (x.lemma == "bomb" and not x.noun) for x in told)
    if any(_raids(t) for t in tellings) and all(a.kind in ("state forces", "external forces") for a in doers):
        return True
    own = {"state forces", "external forces"} | ({"government"} if any(x.lemma == "bomb" and not x.noun for x in told) else set())
    return struck and any(a.role == "perpetrator" and a.kind in own and not (a.actor or "").endswith("police-forces") for a in actors)


def _raids(telling: Telling) -> bool:
    """Whether several raids did harm, which on foot are made for something: "the raids on the town left nine dead"."""
    several = any(x.lemma == "raid" and x.noun and x.plural for x in telling.triggers)
    return several and bool(telling.harms) and not set(telling.words) & set(mapping("triggers")["raided_for"])


def more_taken(toll: Sequence[TollItem]) -> bool:
    """Whether more people were taken than killed."""
    sums = {"killed": 0, "captured": 0}
    for item in toll:
        if item.outcome in sums and item.part_of is None:
            sums[item.outcome] += item.quantity.best or item.quantity.low or 0
    return sums["captured"] > sums["killed"]
