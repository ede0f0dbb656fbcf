"""Network: who acted against whom and who says what of whom, as links between actors, and the same as GraphML.

One link for all incidents of one kind between two actors, with how many and the dead in them as ranges; an incident without a number of
dead is counted as such and adds nothing. A party without an entry of its own is one node by its name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree as ET

from msgspec import Struct

from thucydides.nouns import Incident
from thucydides.publishing.coding.parties import Bloc, Party, blocs
from thucydides.publishing.index import Index
from thucydides.publishing.sums import force, total, when

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
TYPES = {str: "string", int: "int", bool: "boolean"}
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold (XML 1.0, 2.2)."""
TARGETS = ("target", "victim")


class Node(Struct, frozen=True):
    """An actor: its id, name, kind and country, and in how many incidents it takes part."""

    id: str
    label: str
    kind: str
    country: str
    incidents: int


class Link(Struct, frozen=True):
    """All of one relation between two actors: attacked, clashed with, or a stance on responsibility (accuses, denies, ...)."""

    source: str
    target: str
    relation: str
    incidents: int
    killed_low: int
    killed_best: int
    killed_high: int
    killed_unknown: int
    first: str
    last: str
    ids: str


def network(index: Index) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """The actors and the links between them, by id."""
    takes: dict[str, set[str]] = defaultdict(set)
    named: dict[str, Party] = {}
    between: dict[tuple[str, str, str], dict[str, Incident]] = defaultdict(dict)
    for incident in force(index.record):
        found = blocs(index, incident)
        for party in (p for bloc in found for p in bloc.parties):
            named.setdefault(_id(party), party)
            takes[_id(party)].add(incident.id)
        for source, target, relation in _acts(found):
            between[source, target, relation][incident.id] = incident
        for source, target, stance in _says(index, incident):
            between[source, target, stance][incident.id] = incident
    for id in {end for source, target, _ in between for end in (source, target)} - named.keys():
        actor = index.actors[id]
        named[id] = Party(id, actor.name, actor.kind, "speaker", actor.country)
    nodes = (Node(id, p.name, p.kind, p.country or "", len(takes[id])) for id, p in sorted(named.items()))
    return tuple(nodes), tuple(_link(key, tuple(found.values())) for key, found in sorted(between.items()))


def _id(party: Party) -> str:
    return ILLEGAL.sub("", party.actor or f"name:{party.name}")


def _acts(found: tuple[Bloc, ...]) -> Iterator[tuple[str, str, str]]:
    """Who attacked whom; where nobody is told as attacker, who clashed with whom. Parties of one side are not linked."""
    did = [b for b in found if b.role == "perpetrator"]
    hit = [b for b in found if b.role in TARGETS]
    if did and hit:
        yield from ((_id(p), _id(q), "attacked") for a in did for b in hit for p in a.parties for q in b.parties)
        return
    for a, b in combinations(found, 2):
        ends = (sorted((_id(p), _id(q))) for p in a.parties for q in b.parties)
        yield from ((one, other, "clashed with") for one, other in ends)


def _says(index: Index, incident: Incident) -> Iterator[tuple[str, str, str]]:
    """Who accuses, suspects, denies or claims, where speaker and actor are both known."""
    for claim in index.claims_on(incident, "responsibility"):
        if claim.speaker_actor in index.actors and claim.actor in index.actors and claim.stance not in ("none-claimed", "unknown"):
            yield str(claim.speaker_actor), str(claim.actor), claim.stance


def _link(key: tuple[str, str, str], incidents: tuple[Incident, ...]) -> Link:
    dead = total(incidents, "killed")
    days = [d for i in incidents if (d := when(i)) and d.earliest and d.latest]
    first = min((d.earliest.isoformat() for d in days if d.earliest), default="")
    last = max((d.latest.isoformat() for d in days if d.latest), default="")
    counts = (len(incidents), dead.low, dead.best, dead.high, dead.unknown)
    return Link(*key, *counts, first, last, "; ".join(sorted(i.id for i in incidents)))


def graphml(index: Index) -> bytes:
    """The network as a directed GraphML graph; several links between two actors are told apart by their ids."""
    nodes, links = network(index)
    root = ET.Element("graphml", {"xmlns": GRAPHML})
    for noun, kind in ((Node, "node"), (Link, "edge")):
        for field, type in noun.__annotations__.items():
            if field not in ("id", "source", "target"):
                name = {"id": f"{kind}_{field}", "for": kind, "attr.name": field, "attr.type": TYPES[type]}
                ET.SubElement(root, "key", name)
    ET.SubElement(root, "key", {"id": "graph_status", "for": "graph", "attr.name": "status", "attr.type": "string"})
    graph = ET.SubElement(root, "graph", {"id": "actors", "edgedefault": "directed"})
    ET.SubElement(graph, "data", {"key": "graph_status"}).text = index.options.status
    for node in nodes:
        _data(ET.SubElement(graph, "node", {"id": node.id}), "node", node)
    for n, link in enumerate(links):
        _data(ET.SubElement(graph, "edge", {"id": f"e{n}", "source": link.source, "target": link.target}), "edge", link)
    ET.indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def _data(element: ET.Element, kind: str, value: Node | Link) -> None:
    for field in value.__annotations__:
        if field not in ("id", "source", "target"):
            ET.SubElement(element, "data", {"key": f"{kind}_{field}"}).text = ILLEGAL.sub("", str(getattr(value, field)))
