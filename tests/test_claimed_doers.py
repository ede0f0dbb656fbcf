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
        path.write_text(f"Nine dead in Garissa\n\nMay {5 + number}, 2024\n\n{words}\n", encoding="utf-8")
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
    ],
)
def test_the_doer_is_who_claims_it_or_is_blamed_where_no_report_tells_it_itself(tmp_path, told, doer):
    (incident,) = _incidents(tmp_path, f"{UNTOLD} {told}")
    assert ("perpetrator", doer) in {(role, name) for _, name, role in incident.actors}
    assert f"by {doer}" in incident.title


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
