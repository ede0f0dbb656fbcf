"""Origins: claims gathered by where they first came from, as the reconciling counted them, and the graph of them in lines of text."""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.nouns import Claim, Incident, OriginGraph, OriginNode, Record
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.showing.documents import called
from thucydides.showing.lines import Line


class Origin(Struct, frozen=True):
    """One origin: its name for a reader, and the claims that come from it, in order."""

    name: str
    claims: tuple[Claim, ...]


def by_origin(record: Record, index: Index, incident: Incident, claims: Sequence[Claim]) -> tuple[Origin, ...]:
    """The claims of one incident by origin, in the order in which the origins are first met."""
    from thucydides.reconciling.context import make_context
    from thucydides.reconciling.origins import chain, origins, twins

    mentions = [index.mentions[m] for m in incident.mentions if m in index.mentions]
    context = make_context(record.documents, mentions, claims, record.citations, [incident.mentions])
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


def told(graph: OriginGraph, title: str) -> list[Line]:
    """The graph of origins as text: each independent origin, then every way from who says it to who prints it."""
    number = len(graph.origins)
    lines = [Line(f"{title}: {number} independent {'origin' if number == 1 else 'origins'}"), Line("")]
    for position, (name, claims) in enumerate(graph.origins, 1):
        lines.append(Line(f"{name}: {words.count(len(claims), 'claim')}", 2, f"{position}. "))
    names = {n.id: n for n in graph.nodes}
    lines += [Line(""), Line("How it came to the reports:")]
    for edge in sorted(graph.edges, key=lambda e: (e.relation in _COPIES, -len(e.claims), e.source, e.target)):
        verb = _VERBS[edge.relation]
        number_ = f" ({words.count(len(edge.claims), 'claim')})" if edge.claims else ""
        lines.append(Line(f"{_called(names[edge.source])} {verb} {_called(names[edge.target])}{number_}", 2, "- "))
    alone = {e.source for e in graph.edges} | {e.target for e in graph.edges}
    lines += [Line(f"{_called(n)}, in its own words", 2, "- ") for n in graph.nodes if n.id not in alone]
    return lines


_VERBS = {"told": "→", "carried": "→", "printed": "→", "repeats": "is repeated by", "near-copy": "is copied in part by"}
_COPIES = ("repeats", "near-copy")


def _called(node: OriginNode) -> str:
    """A node by name, with what it is: "Khovar (state agency, TJ)", "officials of Tajikistan (a party to it)"."""
    known = ", ".join(filter(None, [node.media, node.country if node.media else "", node.interest]))
    return f"{node.name} ({known})" if known else node.name
