"""Places: where an incident happened, the finest place that the tellings have in common.

Rule `assess.place`: the place that the most origins allow, a province speaking for a district inside it; then the finest; then
the one that more origins name as it stands. A province or country is drawn towards the place it was attacked from, where a
telling gives one (rule `place.narrowed`).
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.datelines import agency_behind
from thucydides.grounding.outlets import find_outlets
from thucydides.nouns import Assessment, Mention, Passage, Place
from thucydides.reconciling.context import Case, Context
from thucydides.reconciling.geography import level, narrowed, relation
from thucydides.reconciling.origins import Chain, chain, origins
from thucydides.reconciling.sentences import before
from thucydides.reconciling.sides import scene_side
from thucydides.reconciling.words import words

RULE = "assess.place"
NARROWED = "place.narrowed"
_STATIONED = re.compile(r"(?:['’]s? [A-Z][\w.-]+ [A-Z][\w.-]+,?|correspondent|reporter|journalist)(?: \w+)? (?:in|from|at)(?: \w+)? $")
_REPORTER = re.compile(r"\b(?:correspondent|reporter|journalist)\b", re.IGNORECASE)
_NEAR = 60
_AT = ("at", "near", "between", "to")


class Placed(Struct, frozen=True, gc=False):
    """One telling of the place, and who says so; `inferred` where the text names the place, and not as that of the incident; `aside` where
    a report sets it against the place that it gives itself."""

    mention: str
    place: Place
    chain: Chain
    passage: Passage
    claims: tuple[str, ...] = ()
    origin: str = ""
    beside: bool = False
    aside: bool = False

    @property
    def inferred(self) -> bool:
        """Whether the text gives the place to the report and not to the incident: a reader supplied it, or it is where the
        writer is.
        """
        return self.beside or self.place.reason.split(":")[0] in words("inferred")

    @property
    def concluded(self) -> bool:
        """Whether the place is not even named in the incident's own sentences but concluded from the rest of the report."""
        return self.place.reason.split(":")[0] in words("concluded")


def _told(mention: Mention) -> tuple[Place, Passage] | None:
    """The place of a mention: its own, else the first that its text says it happened at."""
    for reference in (mention.place, *(r for r in mention.places if r.role in _AT)):
        if (
            reference is not None
            and reference.place is not None
            and (reference.place.country or reference.place.latitude is not None)
        ):
            return reference.place, reference.passage
    return None


def placed(case: Case, copies: dict[str, str]) -> tuple[Placed, ...]:
    """Every place told of an incident."""
    found: list[Placed] = []
    for mention in case.mentions:
        told = _told(mention)
        claims = [
            c
            for c in case.context.claims_of.get(mention.id, ())
            if c.attribute == "place" and c.place is not None and c.stance != "denies"
        ]
        if told is not None:
            mine = [
                c
                for c in claims
                if c.place is not None and c.place.gazetteer_id == told[0].gazetteer_id and c.place.name == told[0].name
            ]
            found.append(
                Placed(
                    mention.id,
                    told[0],
                    chain(case.context, told[1], mine[0] if mine else None),
                    told[1],
                    tuple(c.id for c in mine),
                    beside=written_from(case.context, told[1]),
                )
            )
            found.extend(
                Placed(mention.id, c.place, chain(case.context, c.passage, c), c.passage, (c.id,), aside=True)
                for c in claims
                if c not in mine and c.place is not None and mention.place is not None and c.passage != mention.place.passage
            )
        elif claims:
            found.extend(
                Placed(mention.id, c.place, chain(case.context, c.passage, c), c.passage, (c.id,)) for c in claims if c.place
            )
    keys = origins([p.chain for p in found], [_key(p.place) for p in found], copies)
    return tuple(replace(p, origin=key) for p, key in zip(found, keys, strict=True))


def written_from(context: Context, passage: Passage) -> bool:
    """Whether a place is where the report was written: a dateline ("AMMAN (Agency) -"), or behind the name of an outlet whose
    reporter is there ("the Agency's Jane Doe in Amman says"); rule `place.written-from`.
    """
    document = context.documents.get(passage.document)
    if document is None:
        return False
    if context.text(passage).isupper() and agency_behind(document.text, passage.end):
        return True
    lead = before(context, passage)[-_NEAR:]
    return bool(_STATIONED.search(lead)) and (bool(find_outlets(lead)) or bool(_REPORTER.search(lead)))


def _key(place: Place) -> str:
    return place.gazetteer_id or f"{place.country}/{place.name}"


def allows(outer: Place, inner: Place) -> bool:
    """Whether a place told can be a coarser word for another."""
    return relation(inner, outer) in ("same", "inside", "near")


def assess_place(
    incident: str, tellings: Sequence[Placed], sources: Sequence[Place], acting: frozenset[str] = frozenset()
) -> Assessment | None:
    """The place by this rule; `sources` are the places it was launched from, `acting` the countries whose forces or people were
    there.

    None where no telling gives a place.
    """
    candidates: dict[str, Place] = {}
    tellings = [p for p in tellings if not p.aside] or tellings
    tellings = [p for p in tellings if not p.inferred] or [p for p in tellings if not p.concluded] or tellings
    for telling in sorted(tellings, key=lambda p: (_key(p.place), p.place.precision or 9, p.place.radius_km or 1e9, p.passage)):
        candidates.setdefault(_key(telling.place), telling.place)
    if not candidates:
        return None

    allowed = {key: [n for n, p in enumerate(tellings) if allows(p.place, place)] for key, place in candidates.items()}

    def rank(key: str) -> tuple[int, int, int, float, str]:
        support = len({tellings[n].origin for n in allowed[key]})
        direct = len({p.origin for p in tellings if _key(p.place) == key})
        place = candidates[key]
        return (-support, -level(place), -direct, place.radius_km or 1e9, key)

    best = min(candidates, key=rank)
    held = [tellings[n] for n in allowed[best]]
    place = candidates[best]
    supporting = len({p.origin for p in held})
    reason = f"{supporting} of {len({p.origin for p in tellings})} origins that name a place allow it"
    sided = scene_side(place, sources, acting)
    if sided is not None:
        place = sided
    finer = next((f for s in sources if (f := narrowed(place, s)) != place), None)
    rule = RULE
    if finer is not None:
        place, rule = finer, NARROWED
        reason += "; drawn towards where it was launched from"
    against = tuple(sorted({c for p in tellings if p not in held for c in p.claims}))
    return Assessment(
        incident,
        "place",
        rule,
        place.name,
        place=place,
        claims_for=tuple(sorted({c for p in held for c in p.claims})),
        claims_against=against,
        origins=supporting,
        reason=reason,
    )


def launched_from(case: Case) -> tuple[Place, ...]:
    """Where the deed was launched from, the place that most mentions give first, then the finest."""
    found: dict[str, list[Place]] = {}
    for mention in case.mentions:
        reference = mention.launched_from
        if reference is not None and reference.place is not None:
            found.setdefault(_key(reference.place), []).append(reference.place)
    ranked = sorted(
        found, key=lambda k: (-sum(allows(p, found[k][0]) for ps in found.values() for p in ps), -level(found[k][0]), k)
    )
    return tuple(min(found[k], key=lambda p: (p.precision or 9, p.radius_km or 1e9, p.name)) for k in ranked)
