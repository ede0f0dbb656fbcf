"""Actors: the parties of an incident from its mentions, and the canonical parties met in a record.

Rule `actors.role`: an actor has the part that most mentions give it; speakers and those only mentioned are no parties; who is only
described is the named party that it can be (`described`), and where no account names the doer claims do (`claimed`).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from thucydides.keeping.gist import Gist, Met, best_named
from thucydides.nouns import Actor, ActorRef
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.claimed import FIRM, denied, is_doer, laid_on, only_linked
from thucydides.reconciling.context import Case
from thucydides.reconciling.described import DOERS, Told, settled
from thucydides.reconciling.enemies import answering, times_doing
from thucydides.reconciling.harmed import civilians, fighters
from thucydides.reconciling.opposed import Party, band, side

_ROLES = ("perpetrator", "party", "target", "victim")


class Sides(Struct, frozen=True):
    """The parties of an incident, perpetrators first, most often told first; `doer` is the one that did it as far as is told, "" where
    two sides are told as much, where nobody is named or only suspected, or where the named one denies it."""

    parties: tuple[Party, ...]
    doer: str


def sides(case: Case) -> Sides:
    """Who took part in an incident, and who did it."""
    named: dict[tuple[str, str], list[ActorRef]] = {}
    for reference in references(case):
        name = reference.name or reference.wording
        plain = "" if reference.actor else band("", name) or " ".join(name.casefold().split())
        named.setdefault((reference.actor or "", plain), []).append(reference)
    told = [Told(actor, _commonest(refs), tuple(refs)) for (actor, _), refs in named.items()]
    laid = laid_on(case, told)
    told = [p for p in told if not (_is_linked(p) and any(is_doer(o) and o.roles & DOERS for o in (*told, *laid)))]
    met = settled([*told, *laid])
    found = sorted([*met, *civilians(case, met), *fighters(case, met)], key=_place)
    firm = not laid or bool(laid_on(case, told, FIRM))
    return Sides(tuple(sorted(answering([_party(p) for p in found], found), key=_rank)), _doer(case, found) if firm else "")


def _is_linked(party: Told) -> bool:
    """Whether a doer is told only as somebody linked to a party."""
    return only_linked([r.wording for r in party.references]) and party.roles <= DOERS


def _place(party: Told) -> tuple[int, int, int, str, str]:
    return (_ROLES.index(_party(party)[2]), -times_doing(party), -len(party.references), party.name, party.actor)


def _rank(party: Party) -> int:
    return _ROLES.index(party[2])


def _party(party: Told) -> Party:
    return (party.actor, party.name, _role([r.role for r in party.references]))


def _doer(case: Case, found: Sequence[Told]) -> str:
    """The name of the only side that is told, or told most, as the doer."""
    doers = [p for p in found if _party(p)[2] == "perpetrator" and is_doer(p)]
    if not doers or denied(case, doers[0]):
        return ""
    rivals = [p for p in doers if side(_party(p)) != side(_party(doers[0]))]
    return "" if any(times_doing(p) >= times_doing(doers[0]) for p in rivals) else doers[0].name


def _role(roles: Sequence[str]) -> str:
    """The part that most mentions give; a doer or fighter where they are at least half as many as those that tell of its losses."""
    done = [r for r in roles if r in ("perpetrator", "party")]
    told = done if 2 * len(done) >= len(roles) - len(done) else [r for r in roles if r not in done]
    return min(set(told), key=lambda r: (-told.count(r), _ROLES.index(r)))


def _commonest(references: Sequence[ActorRef]) -> str:
    names = [r.name or r.wording for r in references]
    return min(set(names), key=lambda n: (-names.count(n), n))


def references(case: Case) -> tuple[ActorRef, ...]:
    """Every naming of a party in the mentions of an incident."""
    return tuple(r for m in case.mentions for r in m.actors if r.role in _ROLES)


def actors_met(documents: Iterable[Gist]) -> tuple[Actor, ...]:
    """Every canonical party that the documents name, with the wordings met as aliases; sorted by id."""
    found: dict[str, list[Met]] = {}
    for met in (m for one in documents for m in one.actors):
        found.setdefault(met.actor, []).append(met)
    return tuple(_actor(key, found[key]) for key in sorted(found))


def _actor(identifier: str, met: Sequence[Met]) -> Actor:
    wordings = sorted({w for one in met for w in (*one.wordings, *one.spoken)})
    entry = known_actor(identifier)
    if entry is not None:
        aliases = tuple(dict.fromkeys((*entry.aliases, *(w for w in wordings if w != entry.name))))
        return Actor(
            entry.id, entry.name, entry.kind, aliases, entry.country, entry.parent, entry.active, entry.kinds, entry.source
        )
    first = best_named(one.best for one in met if one.best is not None)
    if first is None:
        return Actor(identifier, identifier, "unidentified", tuple(wordings))
    name = first.name or first.wording
    return Actor(identifier, name, first.kind, tuple(w for w in wordings if w != name), first.country)
