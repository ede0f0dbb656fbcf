"""Who did it where reports tell it only by claims: a claim of responsibility, an accusation, a denial; and whom words describe."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.actors.actors import find_actors
from thucydides.linking import link
from thucydides.reading import read_sources
from thucydides.reconciling import reconcile

UNTOLD = "A bomb killed nine shoppers at a market in Garissa, Kenya, on 4 May 2024."


def _incidents(tmp_path, *reports: str):
    paths = []
    for number, words in enumerate(reports):
        path = tmp_path / f"report{number}.txt"
        path.write_text(f"Report from the province\n\nMay {5 + number}, 2024\n\n{words}\n", encoding="utf-8")
        paths.append(str(path))
    documents, _ = read_sources(paths)
    extracts = list(extract_documents(documents))
    mentions = [m for e in extracts for m in e.mentions]
    linked = link(mentions, documents)
    claims = [c for e in extracts for c in e.claims]
    made = reconcile(documents, mentions, claims, [], [], [], linked.clusters, linked.pairs)
    return [i for i in made.incidents if i.kind == "incident"]


@pytest.mark.parametrize(
    ("told", "doer"),
    [
        ("Al-Shabaab said it was behind the bombing.", "Al-Shabaab"),
        ("The government blamed the attack on Al-Shabaab.", "Al-Shabaab"),
        ("Kenya accused Ethiopia of the bombing.", "Military Forces of Ethiopia"),
        ("It was the work of the Tana Brigade, a caller told the agency.", "Tana Brigade"),
    ],
)
def test_the_doer_is_who_claims_it_or_is_blamed_where_no_report_tells_it_itself(tmp_path, told, doer):
    (incident,) = _incidents(tmp_path, f"{UNTOLD} {told}")
    assert ("perpetrator", doer) in {(role, name) for _, name, role in incident.actors}
    assert f"by {doer}" in incident.title


def test_who_is_only_linked_to_a_party_yields_to_the_group_that_is_blamed(tmp_path):
    told = "Militants linked to the Islamic State killed nine shoppers at a market in Poso, Indonesia, on 4 May 2024."
    (incident,) = _incidents(tmp_path, f"{told} Police blamed the attack on the East Indonesia Mujahideen.")
    assert [name for _, name, role in incident.actors if role == "perpetrator"] == ["East Indonesia Mujahideen"]
    assert "by East Indonesia Mujahideen" in incident.title


def test_a_band_that_is_blamed_did_it(tmp_path):
    (incident,) = _incidents(tmp_path, f"{UNTOLD} The government blamed the attack on Borana militants.")
    assert ("perpetrator", "Borana militants") in {(role, name) for _, name, role in incident.actors}


def test_a_name_ends_where_a_claim_goes_on_to_say_what_its_bearer_is(tmp_path):
    (incident,) = _incidents(tmp_path, f"{UNTOLD} The government blamed the attack on the Borana militants – a little-known band.")
    assert "Borana militants" in {name for _, name, role in incident.actors if role == "perpetrator"}


@pytest.mark.parametrize("words", ["killed nine people", "killed a 16-year-old boy and two cyclists"])
def test_people_who_are_counted_without_arms_are_civilians_hit(tmp_path, words):
    (incident,) = _incidents(tmp_path, f"A bomb {words} at a market in Garissa, Kenya, on 4 May 2024.")
    assert "civilians" in {name.split(" (")[0].lower() for _, name, role in incident.actors if role in ("victim", "target")}


def test_people_who_fell_in_a_fight_are_not_said_to_be_civilians(tmp_path):
    (incident,) = _incidents(tmp_path, "Nine people were killed in clashes between Al-Shabaab and Kenyan soldiers in Garissa, Kenya, on 4 May 2024.")
    assert not [name for _, name, _ in incident.actors if name.startswith("Civilians")]


def test_a_denied_deed_is_laid_on_nobody_in_a_title(tmp_path):
    (incident,) = _incidents(tmp_path, f"{UNTOLD} Kenya accused Ethiopia of the bombing. Ethiopia denied responsibility for the bombing.")
    assert ("perpetrator", "Military Forces of Ethiopia") in {(role, name) for _, name, role in incident.actors}
    assert " by " not in incident.title


def test_two_sides_that_are_blamed_alike_leave_the_doer_open(tmp_path):
    (incident,) = _incidents(tmp_path, f"{UNTOLD} Kenya accused Ethiopia of the bombing. Ethiopia accused Kenya of the bombing.")
    assert not [name for _, name, role in incident.actors if role == "perpetrator"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Chadian military bombed the camp.", "Military Forces of Chad"),
        ("The Chadian air force struck the camp.", "Military Forces of Chad"),
        ("The military reportedly shelled the camp.", "Military Forces"),
    ],
)
def test_a_force_is_named_before_the_verb_of_its_deed(words, name):
    assert name in [a.name for a in find_actors(words)]


def test_a_force_that_only_describes_a_thing_is_nobody():
    assert not find_actors("He served a family doctor at a state college.")
