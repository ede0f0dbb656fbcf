"""graph: FollowTheMoney entities and statements, PROV-O and a network of actors, each read by its own library."""

import csv
import io
import json
from hashlib import sha1
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from coding_made import exactly, incident, record
from publishing_sample import sample
from thucydides.nouns import Claim, Record
from thucydides.publishing import Options
from thucydides.publishing.graphs.entities import name_of
from thucydides.publishing.graphs.network import network
from thucydides.publishing.graphs.statements import dataset
from thucydides.publishing.index import Index
from thucydides.publishing.outputs.graph import write

FILES = write(sample(), Options())
ENTITIES = [json.loads(line) for line in FILES["entities.ftm.json"].splitlines()]
STATEMENTS = list(csv.DictReader(io.StringIO(FILES["statements.csv"].decode(), newline="")))
LINKS = ("addressEntity", "involved", "document", "entity", "subject", "object", "parent")


def test_every_incident_document_and_actor_is_an_entity() -> None:
    found = {e["id"] for e in ENTITIES}
    assert len(found) == len(ENTITIES), "ids are unique"
    record = sample()
    assert {name_of("event", i.id) for i in record.incidents} <= found
    assert {name_of("document", d.id) for d in record.documents} <= found
    assert {name_of("actor", a.id) for a in record.actors} <= found


def test_every_link_leads_to_an_entity() -> None:
    found = {e["id"] for e in ENTITIES}
    ends = [end for e in ENTITIES for name in LINKS for end in e["properties"].get(name, [])]
    assert ends
    assert set(ends) <= found


def test_the_statements_are_the_entities_value_by_value() -> None:
    told = {(s["entity_id"], s["prop"], s["value"]) for s in STATEMENTS}
    wanted = {(e["id"], name, value) for e in ENTITIES for name, values in e["properties"].items() for value in values}
    assert told == wanted | {(e["id"], "id", e["id"]) for e in ENTITIES}
    for s in STATEMENTS:
        assert s["id"] == sha1(f"{s['dataset']}.{s['entity_id']}.{s['prop']}.{s['value']}".encode()).hexdigest()
    documents = {d.id for d in sample().documents}
    assert {s["origin"] for s in STATEMENTS if s["schema"] == "Article"} == documents


def test_followthemoney_takes_every_value_as_it_is() -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for entity in ENTITIES:
        proxy = ftm.model.get_proxy(entity)
        assert {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()} == {
            k: sorted(v) for k, v in entity["properties"].items()
        }
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (entity["schema"], name)
            assert [prop.type.clean(v, proxy=proxy) for v in values] == values, (entity["schema"], name)


def test_followthemoney_reads_the_statements_and_makes_the_same_ids() -> None:
    serialize = pytest.importorskip("followthemoney.statement.serialize", reason="followthemoney is not installed")
    read = list(serialize.read_csv_statements(io.BytesIO(FILES["statements.csv"])))
    assert [s.id for s in read] == [s["id"] for s in STATEMENTS] == [s.generate_key() for s in read]
    assert [s.prop_type for s in read] == [s["prop_type"] for s in STATEMENTS]


def test_ids_of_other_letters_stay_apart() -> None:
    assert name_of("actor", "a b") != name_of("actor", "a-b") != name_of("actor", "a:b") != name_of("actor", "a b")
    assert name_of("document", "0a1b2c") == "document-0a1b2c"
    assert dataset("Mali & Niger, 2024!") == "mali_niger_2024"
    assert dataset("Война") == "record"


def blamed(stance: str) -> Record:
    """A record in which the forces blame the front, told by a claim."""
    made = record(incident(), incident(id="ML-b", killed=None))
    claim = Claim(
        "c2", "d1", ("m1",), "responsibility", "front", stance, made.claims[0].passage, "the army", "ml-forces", actor="front"
    )  # type: ignore[arg-type]
    return replace(made, claims=(*made.claims, claim))


def test_who_acted_against_whom_is_one_link_with_the_dead_as_a_range() -> None:
    nodes, links = network(Index(blamed("accuses")))
    assert {(n.id, n.kind, n.incidents) for n in nodes} == {("front", "rebel group", 2), ("ml-forces", "state forces", 2)}
    attacked, accused = sorted(links, key=lambda link: link.relation, reverse=True)
    assert (attacked.source, attacked.relation, attacked.target) == ("front", "attacked", "ml-forces")
    assert (attacked.incidents, attacked.killed_low, attacked.killed_best, attacked.killed_unknown) == (2, 5, 5, 1)
    assert (accused.source, accused.relation, accused.target) == ("ml-forces", "accuses", "front")
    assert (attacked.first, attacked.last) == ("2024-03-05", "2024-03-05")


def test_where_nobody_is_told_as_attacker_the_sides_clashed_and_one_side_is_not_linked_to_itself() -> None:
    sides = (("front", "", "party"), ("ml-forces", "", "party"), ("ml-government", "", "party"))
    _, links = network(Index(record(incident(actors=sides, killed=exactly(1)))))
    assert {(link.source, link.relation, link.target) for link in links} == {
        ("front", "clashed with", "ml-forces"),
        ("front", "clashed with", "ml-government"),
    }


def test_networkx_reads_the_network_with_its_numbers() -> None:
    nx = pytest.importorskip("networkx", reason="networkx is not installed")
    data = write(blamed("denies"), Options())["actors.graphml"]
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    assert graph.is_directed()
    assert graph.nodes["front"]["label"] == "Northern Front"
    relations = {(a, b): d["relation"] for a, b, d in graph.edges(data=True)}
    assert relations == {("front", "ml-forces"): "attacked", ("ml-forces", "front"): "denies"}
    assert all(isinstance(d["killed_best"], int) for _, _, d in graph.edges(data=True))


def test_hostile_names_stay_text() -> None:
    name = '</data><x y="1">\x07'
    made = record(incident(actors=(("front", name, "perpetrator"), ("", name, "target"))))
    root = ET.fromstring(write(made, Options())["actors.graphml"])
    labels = [d.text for d in root.iter("{http://graphml.graphdrawing.org/xmlns}data") if d.get("key") == "node_label"]
    assert set(labels) == {'</data><x y="1">'}


def test_rdflib_reads_the_provenance() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph().parse(data=FILES["provenance.jsonld"].decode(), format="json-ld")
    prov: Any = rdflib.Namespace("http://www.w3.org/ns/prov#")
    quoted = set(graph.subject_objects(prov.wasQuotedFrom))
    assert len({claim for claim, _ in quoted}) == len(sample().claims)
    assert all((document, rdflib.RDF.type, prov.Entity) in graph for _, document in quoted)


def test_quotations_keep_to_40_words_and_texts_stay_out() -> None:
    whole = [d.text for d in sample().documents]
    for name, data in FILES.items():
        assert not any(text in data.decode() for text in whole), name
    texts = [e["properties"].get("bodyText") for e in ENTITIES]
    assert not any(texts)
    full = write(sample(), Options(full_text=True))["entities.ftm.json"]
    assert sum("bodyText" in json.loads(line)["properties"] for line in full.splitlines()) == len(whole)
