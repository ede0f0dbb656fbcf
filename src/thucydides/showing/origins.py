"""Origins: claims gathered by where they first came from, as the reconciling counted them."""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.nouns import Claim, Incident, Record
from thucydides.publishing.index import Index
from thucydides.showing.documents import called


class Origin(Struct, frozen=True):
    """One origin: its name for a reader, and the claims that come from it, in order."""

    name: str
    claims: tuple[Claim, ...]


def by_origin(record: Record, index: Index, incident: Incident, claims: Sequence[Claim]) -> tuple[Origin, ...]:
    """The claims of one incident by origin, in the order in which the origins are first met."""
    from thucydides.reconciling.context import make_context
    from thucydides.reconciling.origins import chain, origins, twins

    mentions = [index.mentions[m] for m in incident.mentions if m in index.mentions]
    context = make_context(record.documents, mentions, claims, record.citations)
    chains = [chain(context, claim.passage, claim) for claim in claims]
    keys = origins(chains, [_said(claim) for claim in claims], twins(context, mentions))
    found: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        found.setdefault(key, []).append(position)
    return tuple(
        Origin(next((chains[n].label for n in at if chains[n].label), "") or called(index, claims[at[0]].document),
               tuple(claims[n] for n in at))
        for at in found.values()
    )  # fmt: skip


def _said(claim: Claim) -> object:
    """What a claim says, so that a carrier is counted with the speaker it carries the same value of."""
    quantity = claim.quantity
    return (quantity.low, quantity.best, quantity.high, claim.group) if quantity is not None else claim.value
