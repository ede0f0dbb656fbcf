"""Origin graph: speaker -> agency -> cited outlet -> document behind some claims, with the independent origins counted.

A pure function of a record; what it counts as one origin is what reconciling counts (rules `origin.chain`, `origin.voice`,
`origin.agency`, `origin.copy`).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from thucydides.grounding.outlets import outlet
from thucydides.nouns import Claim, Incident, Mention, OriginEdge, OriginGraph, OriginNode, Record
from thucydides.nouns.origins import NodeKind, Relation
from thucydides.reconciling.context import Context, make_context
from thucydides.reconciling.naming import document_name, shortened
from thucydides.reconciling.origins import Chain, carriers_of, chain, fold_outlet, origins, twins
from thucydides.reconciling.words import country_name

_WIRE = ("news agency", "state agency")


def origin_graph(record: Record, incident: Incident | None = None) -> OriginGraph:
    """The graph behind the claims of one incident, or of the whole record."""
    ids = {m for i in ([incident] if incident is not None else record.incidents) for m in i.mentions}
    mentions = [m for m in record.mentions if m.id in ids]
    claims = [c for c in record.claims if ids & set(c.mentions)]
    clusters = [i.mentions for i in record.incidents]
    return graph_of(make_context(record.documents, mentions, claims, record.citations, clusters), mentions, claims)


def graph_of(context: Context, mentions: Sequence[Mention], claims: Sequence[Claim]) -> OriginGraph:
    """The graph behind some claims; documents that tell of a mention with no claim of their own are in it too."""
    nodes: dict[str, OriginNode] = {}
    edges: dict[tuple[str, str, Relation], list[str]] = {}
    copies = twins(context, mentions)
    chains = [chain(context, c.passage, c) for c in claims]
    for claim, one in zip(claims, chains, strict=True):
        steps = _steps(context, claim, one)
        for node in steps:
            held = nodes.get(node.id)
            better = held is not None and (held.interest or not node.interest)
            nodes[node.id] = held if held is not None and better else replace(node, name=held.name if held else node.name)
        for left, right in pairwise(steps):
            relation: Relation = "told" if left.kind == "speaker" else "printed" if right.kind == "document" else "carried"
            edges.setdefault((left.id, right.id, relation), []).append(claim.id)
    for mention in mentions:
        node = _document(context, mention.document)
        nodes.setdefault(node.id, node)
    for identifier in sorted({m.document for m in mentions} | {c.document for c in claims}):
        original = context.root(identifier)
        if original != identifier:
            nodes.setdefault(f"document:{original}", _document(context, original))
            edges.setdefault((f"document:{original}", f"document:{identifier}", "repeats"), [])
    for copy, first in sorted(copies.items()):
        if copy != first:
            edges.setdefault((f"document:{first}", f"document:{copy}", "near-copy"), [])
    found = _counted(context, claims, chains, copies)
    first_said = {_first(context, claims[n], chains[n]) for n in range(len(claims))}
    return OriginGraph(
        tuple(replace(n, origin=n.id in first_said) for n in sorted(nodes.values(), key=lambda n: n.id)),
        tuple(OriginEdge(*key, tuple(sorted(set(ids)))) for key, ids in sorted(edges.items())),
        found,
    )


def _first(context: Context, claim: Claim, one: Chain) -> str:
    return _steps(context, claim, one)[0].id


def _steps(context: Context, claim: Claim, one: Chain) -> list[OriginNode]:
    """From who says it to the document that prints it."""
    steps: list[OriginNode] = []
    if claim.speaker and one.voice:
        steps.append(OriginNode(f"speaker:{one.voice}", "speaker", _speaker(claim, one.voice), _country(one.voice), interest=_party(claim)))
    elif claim.speaker:
        key = f"{claim.speaker.casefold()}@{one.carriers[0]}"
        steps.append(OriginNode(f"speaker:{key}", "speaker", shortened(" ".join(claim.speaker.split()))))
    document = _document(context, claim.document)
    printed = context.documents.get(claim.document)
    own = fold_outlet(printed.outlet) if printed is not None and printed.outlet else ""
    for name in carriers_of(context, claim.passage, claim):
        if fold_outlet(name) != own:
            steps.append(_outlet(name))
    if printed is not None and printed.outlet:
        steps.append(_outlet(printed.outlet))
    steps.append(document)
    return list({n.id: n for n in steps}.values())


def _party(claim: Claim) -> str:
    """What a speaker is to the matter, whatever it speaks of."""
    return "" if claim.interest.startswith("printed by") else claim.interest.split(",")[0]


def _speaker(claim: Claim, voice: str) -> str:
    """A speaker's name: of a government that of its country, else the words."""
    if voice.startswith("government:"):
        return f"officials of {country_name(voice.removeprefix('government:'))}"
    return shortened(" ".join((claim.speaker or "").split()))


def _country(voice: str) -> str | None:
    return voice.removeprefix("government:") if voice.startswith("government:") else None


def _outlet(name: str) -> OriginNode:
    listed = outlet(name)
    if listed is None:
        return OriginNode(f"outlet:{fold_outlet(name)}", "outlet", " ".join(name.split()))
    kind: NodeKind = "agency" if listed.kind in _WIRE else "outlet"
    return OriginNode(
        f"outlet:{fold_outlet(name)}", kind, listed.name, listed.country, listed.kind, listed.owner,
        f"an organ of {listed.owner}" if listed.kind == "party" and listed.owner else "",
    )  # fmt: skip


def _document(context: Context, identifier: str) -> OriginNode:
    return OriginNode(f"document:{identifier}", "document", document_name(context.documents.get(identifier)))


def _counted(
    context: Context, claims: Sequence[Claim], chains: Sequence[Chain], copies: dict[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each independent origin by a name for readers, with its claims; who is blamed by whom is no telling of what happened."""
    told = [n for n, c in enumerate(claims) if c.attribute != "responsibility" and c.stance not in ("denies", "withdraws")]
    claims, chains = [claims[n] for n in told], [chains[n] for n in told]
    keys = origins(chains, (), copies)
    found: dict[str, list[int]] = {}
    for n, key in enumerate(keys):
        found.setdefault(key, []).append(n)
    return tuple(
        (_named(context, [claims[n] for n in at], [chains[n] for n in at]), tuple(claims[n].id for n in at))
        for _, at in sorted(found.items())
    )


def _named(context: Context, claims: Sequence[Claim], chains: Iterable[Chain]) -> str:
    one = next((c for c in chains if c.voice), None)
    if one is not None:
        claim = next((c for c in claims if c.speaker), claims[0])
        return _speaker(claim, one.voice)
    return next((c.label for c in chains if c.label), "") or document_name(context.documents.get(claims[0].document))
