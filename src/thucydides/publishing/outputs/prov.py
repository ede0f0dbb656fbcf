"""prov: where everything in the record came from, as PROV-O in JSON-LD.

Documents, cited reports, claims, the record's own values and incidents are entities; speakers, agencies, outlets and the program are
agents; a build is an activity, and so is a person's ruling. A claim `wasQuotedFrom` its document, `wasAttributedTo` who says it and
`hadPrimarySource` the report it is cited from; a value `wasDerivedFrom` its claims and conforms to its rule; a copy `wasDerivedFrom` its
original. Standard: PROV-O, W3C Recommendation 30 April 2013.
"""

from typing import Any
from urllib.parse import quote

import msgspec

from thucydides import __version__
from thucydides.nouns import Claim, Incident, OriginGraph, OriginNode, Record
from thucydides.publishing import rules
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.reconciling.origin_graph import origin_graph

INFO = FormatInfo(
    "prov", ".jsonld", "Where each value came from: claims, documents, outlets, agencies and speakers, as provenance.",
    standard="PROV-O (W3C Recommendation), JSON-LD 1.1", readers=("rdflib", "Apache Jena", "ProvToolbox"),
)  # fmt: skip
CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "thucydides": "urn:thucydides:",
}
Node = dict[str, Any]


def write(record: Record, options: Options) -> bytes:
    """The record's provenance, every node once, in the order of documents, agents, claims, values, incidents, rulings."""
    index, graph = Index(record, options), origin_graph(record)
    build = iri("build", str(record.revision))
    nodes = [
        {"@id": build, "@type": "prov:Activity", "rdfs:label": f"Build of revision {record.revision}",
         "prov:wasAssociatedWith": ref("program", __version__), "prov:used": [ref("document", d.id) for d in record.documents]},
        {"@id": iri("program", __version__), "@type": "prov:SoftwareAgent", "rdfs:label": f"thucydides {__version__}"},
        *_documents(record), *_agents(graph), *_claims(index, graph), *_cited(graph), *_values(record, build), *_rulings(record),
    ]  # fmt: skip
    found = {"@context": CONTEXT, "dcterms:title": record.title, "dcterms:description": options.status, "@graph": nodes}
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def iri(kind: str, key: str) -> str:
    """The name of a node: "thucydides:claim/<id>" with what an address cannot hold escaped."""
    return f"thucydides:{kind}/{quote(key, safe='')}"


def ref(kind: str, key: str) -> Node:
    return {"@id": iri(kind, key)}


def _documents(record: Record) -> list[Node]:
    found = []
    for d in record.documents:
        node: Node = {"@id": iri("document", d.id), "@type": "prov:Entity", "rdfs:label": d.title or d.path}
        if d.url:
            node["dcterms:source"] = {"@id": d.url}
        if d.published is not None and d.published.earliest is not None and d.published.earliest == d.published.latest:
            node["dcterms:issued"] = {"@type": "xsd:date", "@value": d.published.earliest.isoformat()}
        if d.copy_of:
            node["prov:wasDerivedFrom"] = ref("document", d.copy_of)
        found.append(node)
    return found


def _agents(graph: OriginGraph) -> list[Node]:
    """Speakers, agencies and outlets, with their country, kind and interest."""
    found = []
    for n in graph.nodes:
        if n.kind != "document":
            node: Node = {"@id": iri("agent", n.id), "@type": "prov:Agent", "rdfs:label": n.name}
            node |= {
                f"thucydides:{name}": value
                for name, value in (("country", n.country), ("media", n.media), ("interest", n.interest))
                if value
            }
            if n.owner:
                node["prov:actedOnBehalfOf"] = {"@id": iri("agent", f"owner:{n.owner}"), "@type": "prov:Agent", "rdfs:label": n.owner}
            found.append(node)
    return found


def _claims(index: Index, graph: OriginGraph) -> list[Node]:
    ways = _ways(graph)
    return [_claim(index, c, ways.get(c.id, ())) for c in index.record.claims]


def _ways(graph: OriginGraph) -> dict[str, tuple[OriginNode, ...]]:
    """For each claim the nodes it came by, from who says it on, its document left out."""
    nodes = {n.id: n for n in graph.nodes}
    after: dict[str, dict[str, str]] = {}
    for edge in graph.edges:
        for claim in edge.claims:
            after.setdefault(claim, {})[edge.source] = edge.target
    found = {}
    for claim, steps in after.items():
        first = next(iter(sorted(set(steps) - set(steps.values()))), "")
        way: list[OriginNode] = []
        while first in nodes and nodes[first].kind != "document" and len(way) <= len(steps):
            way.append(nodes[first])
            first = steps.get(first, "")
        found[claim] = tuple(way)
    return found


def _claim(index: Index, claim: Claim, way: tuple[OriginNode, ...]) -> Node:
    node: Node = {
        "@id": iri("claim", claim.id), "@type": "prov:Entity", "rdfs:label": f"{claim.attribute}: {claim.value}".strip(": "),
        "prov:value": index.quote(claim.passage), "prov:wasQuotedFrom": ref("document", claim.document),
        "thucydides:start": claim.passage.start, "thucydides:end": claim.passage.end, "thucydides:stance": claim.stance,
    }  # fmt: skip
    if way:
        node["prov:wasAttributedTo"] = ref("agent", way[0].id)
    cited = [n for n in way if n.kind in ("agency", "outlet")]
    if cited:
        node["prov:hadPrimarySource"] = ref("cited", cited[0].id)
    if claim.interest:
        node["thucydides:interest"] = claim.interest
    return node


def _cited(graph: OriginGraph) -> list[Node]:
    """What each outlet or agency told, as an entity of its own: a primary source is a thing told and not who tells it."""
    told = [n for n in graph.nodes if n.kind in ("agency", "outlet")]
    return [
        {
            "@id": iri("cited", n.id), "@type": "prov:Entity", "rdfs:label": f"as told by {n.name}",
            "prov:wasAttributedTo": ref("agent", n.id),
        }
        for n in told
    ]  # fmt: skip


def _values(record: Record, build: str) -> list[Node]:
    found: list[Node] = []
    used: dict[str, None] = {}
    for incident in record.incidents:
        found += _incident(incident, build)
        used |= dict.fromkeys(a.rule for a in incident.assessments if a.rule)
    plans = [
        {"@id": iri("rule", r), "@type": ["prov:Entity", "prov:Plan"], "rdfs:label": r, "rdfs:comment": rules.meaning(r)}
        for r in used
    ]
    return [*found, *plans]


def _incident(incident: Incident, build: str) -> list[Node]:
    """The values of an incident, each derived from its claims, and the incident as their collection."""
    values: list[Node] = []
    for a in incident.assessments:
        node: Node = {
            "@id": iri("value", f"{incident.id}/{a.attribute}"), "@type": "prov:Entity",
            "rdfs:label": f"{incident.title}, {a.attribute}: {a.value}", "prov:value": a.value,
            "prov:wasGeneratedBy": {"@id": build}, "dcterms:conformsTo": ref("rule", a.rule),
        }  # fmt: skip
        if a.claims_for:
            node["prov:wasDerivedFrom"] = [ref("claim", c) for c in a.claims_for]
        if a.claims_against:
            node["thucydides:against"] = [ref("claim", c) for c in a.claims_against]
        values.append(node)
    whole: Node = {
        "@id": iri("incident", incident.id), "@type": ["prov:Entity", "prov:Collection"], "rdfs:label": incident.title,
        "prov:hadMember": [{"@id": v["@id"]} for v in values], "thucydides:origins": incident.origins,
    }  # fmt: skip
    return [*values, whole]


def _rulings(record: Record) -> list[Node]:
    return [
        {"@id": iri("ruling", str(r.number)), "@type": "prov:Activity", "rdfs:label": f"{r.verb} {' '.join(r.arguments)}".strip(),
         "rdfs:comment": r.why, "prov:wasAssociatedWith": {"@id": iri("person", r.who), "@type": "prov:Person", "rdfs:label": r.who}}
        for r in record.rulings
    ]  # fmt: skip
