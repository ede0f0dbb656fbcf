"""Armed people called by a people's, clan's or gang's own name are a party by that name, in any war and on either side."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.actors.actors import find_actors
from thucydides.nouns import ActorRef, Passage
from thucydides.reading import read_sources
from thucydides.reconciling.described import Told, settled


def _roles(tmp_path, sentence: str) -> set[tuple[str, str]]:
    path = tmp_path / "report.txt"
    path.write_text(f"Report from the province\nJune 24, 2023\n\n{sentence}\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    return {(r.role, r.name or r.wording) for m in extract.mentions if m.kind == "incident" for r in m.actors}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Clashes between Zuwaya tribesmen and Tebu fighters killed nine.", ["Zuwaya tribesmen", "Tebu fighters"]),
        ("The raid by the Ambulin tribe hit the Sikin and Kaekin tribes.", ["Ambulin tribe", "Sikin tribes", "Kaekin tribes"]),
        ("The Bande Lajan gang attacked the town.", ["Bande Lajan gang"]),
        ("An attack by Meitei militants killed nine. Meitei militants fled.", ["Meitei militants", "Meitei militants"]),
    ],
)
def test_a_name_before_armed_people_is_theirs(words, names):
    assert [a.name for a in find_actors(words)] == names


@pytest.mark.parametrize(
    "words", ["In Omdurman gunmen killed two.", "On Sunday militants attacked.", "Deadly Gunmen Attack a Village", "Masked gunmen fled."]
)
def test_a_place_a_day_or_a_headline_names_no_band(words):
    assert "Unidentified Armed Group" in [a.name for a in find_actors(words)]


def _told(actor: str, name: str, kind: str, role: str) -> Told:
    return Told(actor, name, (ActorRef(Passage("d", 0, 1), name, role, actor or None, name, kind),))


def test_a_band_is_the_listed_group_that_bears_its_name():
    (left,) = settled([_told("", "Moro rebels", "rebel group", "target"), _told("milf", "Moro Islamic Liberation Front", "rebel group", "perpetrator")])
    assert left.name == "Moro Islamic Liberation Front"


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Rockets fired from Houthi-controlled territory hit a market in Taiz on Monday, killing seven.", "Houthis"),
        ("Rockets fired from territory held by the Houthis hit a market in Taiz on Monday, killing seven.", "Houthis"),
        ("An Islamic State-claimed suicide bombing in Kabul on Monday killed 21 people.", "Islamic State"),
        ("Al-Shabaab-led fighters stormed a base in Gedo on Monday, killing 12 soldiers.", "Al-Shabaab"),
        ("Russians shelled Kupiansk on Monday, killing five people.", "Military Forces of Russia"),
        ("Haftar's air force attacked a market in Tripoli on Monday, killing five people.", "Libyan National Army"),
    ],
)
def test_whose_ground_or_claim_or_people_it_is_tells_the_doer(tmp_path, sentence, doer):
    assert ("perpetrator", doer) in _roles(tmp_path, sentence)


def test_craft_that_only_looked_on_did_nothing(tmp_path):
    told = _roles(tmp_path, "A US drone supplied the footage before the strike in Mosul on Monday that killed 21 people.")
    assert not [name for role, name in told if role == "perpetrator"]
