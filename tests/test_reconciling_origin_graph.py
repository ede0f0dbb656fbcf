"""The graph of origins: who told whom, what interest they have, drawn and exported."""

import json
from xml.etree import ElementTree

import pytest

from reconciling_border import border_story
from reconciling_made import KHATLON, Made, exact, on
from thucydides.nouns import OriginGraph, Record
from thucydides.publishing.options import Options
from thucydides.publishing.outputs import prov
from thucydides.reconciling.origin_graph import origin_graph
from thucydides.showing.lines import laid
from thucydides.showing.origin_picture import picture
from thucydides.showing.origins import told


def as_record(made: Made) -> Record:
    found = made.reconciled()
    return Record("Made", 1, tuple(made.documents), mentions=tuple(made.mentions), claims=found.claims, citations=tuple(made.citations),
                  incidents=found.incidents)  # fmt: skip


def story() -> Made:
    """Border troops tell an agency, which one paper cites and another prints under its dateline; a third has a witness."""
    made = Made()
    toll = (("three militants", "killed", exact(3), "militants", "rebels"),)
    guards = (("guards", "party", "state forces", "TJ", "tj-border-forces"), ("militants", "party", "rebel group", None, "jamaat-ansarullah"))
    for name, outlet, text in (
        ("a", "Paper A", "On 5 May 2024 guards shot three militants in Khatlon, border troops told Khovar."),
        ("b", "Paper B", "KHATLON (Khovar) - Border troops said guards shot three militants on 5 May 2024."),
        ("c", "Paper C", "A villager saw how guards shot three militants in Khatlon on 5 May 2024."),
    ):
        made.document(name, text, outlet)
        said = {"speaker": "border troops", "speaker_actor": "tj-border-forces"} if name != "c" else {"speaker": "a villager"}
        made.mention(name, "one", text, when=("5 May 2024", on("2024-05-05")), toll=toll, actors=guards,
                     via=("Khovar",) if name == "a" else (), **said)  # fmt: skip
    return made


@pytest.fixture(scope="module")
def graph() -> OriginGraph:
    return origin_graph(as_record(story()))


def test_one_statement_printed_twice_is_one_origin(graph: OriginGraph) -> None:
    assert len(graph.origins) == 2
    assert sorted(len(claims) for _, claims in graph.origins) == [1, 2]


def test_the_way_goes_from_the_speaker_through_the_agency_to_the_papers(graph: OriginGraph) -> None:
    ways = {(e.source, e.target) for e in graph.edges}
    assert ("speaker:government:TJ", "outlet:khovar") in ways
    assert ("outlet:khovar", "outlet:paper") in ways or ("outlet:khovar", "outlet:paper a") in ways
    assert ("outlet:khovar", "outlet:paper b") in ways
    khovar = next(n for n in graph.nodes if n.id == "outlet:khovar")
    assert (khovar.kind, khovar.media, khovar.country) == ("agency", "state agency", "TJ")


def test_first_tellers_are_marked(graph: OriginGraph) -> None:
    assert {n.id.split(":")[0] for n in graph.nodes if n.origin} == {"speaker"}


def test_a_party_that_counts_its_enemy_is_said_to_do_so() -> None:
    interests = {c.speaker: c.interest for c in as_record(story()).claims}
    assert interests["border troops"] == "a party to it, on its enemy's losses"
    assert interests["a villager"] == ""


def test_the_organ_of_a_party_prints_for_it() -> None:
    made = Made()
    made.document("a", "On 5 May 2024 three soldiers were killed in Khatlon.", "Amaq")
    made.mention("a", "one", made.text("a"), place=("Khatlon", KHATLON), toll=(("three soldiers", "killed", exact(3), "soldiers", "state forces"),))
    (claim,) = as_record(made).claims
    assert claim.interest.startswith("printed by Amaq, an organ of")


def test_a_graph_of_no_claims_is_empty() -> None:
    assert origin_graph(Record("Empty", 1)) == OriginGraph((), (), ())


def test_the_picture_is_well_formed_and_names_every_node(graph: OriginGraph) -> None:
    drawn = picture(graph, "Clash <in> Khatlon & beyond")
    tree = ElementTree.fromstring(drawn)
    titles = {t.text for t in tree.iter("{http://www.w3.org/2000/svg}title")}
    assert {n.name for n in graph.nodes} <= titles
    assert drawn == picture(graph, "Clash <in> Khatlon & beyond")


def test_the_text_counts_the_origins(graph: OriginGraph) -> None:
    text = laid(told(graph, "Clash"))
    assert text.startswith("Clash: 2 independent origins")
    assert "Khovar (state agency, TJ)" in text


def test_provenance_holds_every_claim_and_points_at_nothing_missing() -> None:
    record = as_record(border_story())
    found = json.loads(prov.write(record, Options()))
    nodes = {n["@id"]: n for n in found["@graph"]}
    assert len(nodes) == len(found["@graph"])
    for claim in record.claims:
        node = nodes[prov.iri("claim", claim.id)]
        assert node["prov:wasQuotedFrom"] == prov.ref("document", claim.document)
    named = {v["@id"] for n in found["@graph"] for v in _refs(n)}
    assert named <= set(nodes)


def _refs(value: object) -> list[dict[str, str]]:
    """Every bare reference within a node."""
    if isinstance(value, dict):
        bare = [value] if set(value) == {"@id"} and value["@id"].startswith("thucydides:") else []
        return bare + [r for v in value.values() for r in _refs(v)]
    return [r for v in value for r in _refs(v)] if isinstance(value, list) else []
