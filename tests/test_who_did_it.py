"""Who did a deed and to whom: who mourns, stops, arrests or is blamed did not do it; pronouns, premises, arms and "of" say whom it hit."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources


def _roles(tmp_path, sentence: str) -> set[tuple[str, str]]:
    path = tmp_path / "report.txt"
    path.write_text(f"Report from the province\nJune 24, 2023\n\n{sentence}\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    return {(r.role, r.name or r.wording) for m in extract.mentions if m.kind == "incident" for r in m.actors}


@pytest.mark.parametrize(
    "sentence",
    [
        "The president of Chad expressed his condolences over an attack in Bol on Thursday that killed 20 soldiers.",
        "Chad suspended the agreement on Monday after a landmine explosion in Bol wounded two Sudanese soldiers.",
        "Chadian air defence destroyed 13 rockets over Bol on Thursday; two children were killed in the shelling of the town.",
        "The Chadian security forces arrested the man behind the bombing in Bol on Thursday that killed 30.",
        "Rebels attacked a college near the border with Chad killing 24 students and wounding nine on Thursday.",
        "Nineteen people were killed by a gang in the town of Bol, located between the capital N'Djamena and Lake Chad, on Thursday.",
    ],
)
def test_who_mourns_stops_or_arrests_did_nothing(tmp_path, sentence):
    assert not [name for role, name in _roles(tmp_path, sentence) if role in ("perpetrator", "party") and "Chad" in name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The attackers struck Bol on Thursday at dawn, killing 12 residents and burning homes.",
        "Forty people were killed in Bol on Thursday when gunmen struck.",
        "Gunmen struck at about 0900 on Thursday in Bol, attacking policemen at a checkpoint and killing two.",
        "The militants who attacked the town of Bol on Thursday murdered and beheaded 12 villagers.",
    ],
)
def test_who_strikes_without_an_object_did_it_where_more_is_told_of_it(tmp_path, sentence):
    assert ("perpetrator", "Unidentified Armed Group") in _roles(tmp_path, sentence)


def test_a_headline_without_its_auxiliary_still_tells_of_the_dead(tmp_path):
    assert ("victim", "Civilians") in _roles(tmp_path, "Nine villagers killed near Bol on Thursday.")


def test_who_is_blamed_is_no_target(tmp_path):
    told = _roles(tmp_path, "They blamed the Rapid Support Forces for Monday's attack on Bara in which 40 mourners were killed.")
    assert ("target", "Rapid Support Forces") not in told
    assert ("target", "Civilians") in told


def test_who_is_stopped_or_named_is_no_target(tmp_path):
    told = _roles(tmp_path, "A policeman died in Bol on Thursday while stopping the suicide bomber at a checkpoint.")
    assert not [role for role, name in told if name == "Unidentified Armed Group"]


def test_an_attack_of_somebody_is_theirs(tmp_path):
    told = _roles(tmp_path, "Two soldiers died in Bol on Thursday in an attack of the rebels on their camp.")
    assert ("perpetrator", "Rebels") in told
    assert ("target", "Rebels") not in told


def test_arms_that_are_hit_are_a_target(tmp_path):
    told = _roles(tmp_path, "The strike near Aleppo on Thursday hit a Hezbollah rocket launcher and killed three.")
    assert ("target", "Hezbollah") in told
    assert ("perpetrator", "Hezbollah") not in told


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Chadian soldiers were returning to Bol on Thursday when rebels opened fire on them, killing nine.", "Military Forces of Chad"),
        ("Farmers were working in the fields near Mafa on Sunday when gunmen surrounded and shot them, killing 43.", "Civilians"),
    ],
)
def test_them_are_the_people_of_the_clause_before(tmp_path, sentence, target):
    assert ("target", target) in _roles(tmp_path, sentence)


def test_them_are_never_those_who_do_it(tmp_path):
    told = _roles(tmp_path, "Rebel forces entered a bunker in Bol on Monday where staff had taken shelter and executed them, killing nine.")
    assert ("target", "Rebels") not in told


def test_a_verb_of_harm_before_a_number_is_no_part_of_the_party(tmp_path):
    told = _roles(tmp_path, "A landmine explosion in Bol wounded two Chadian soldiers on Monday.")
    assert ("target", "Military Forces of Chad") in told


def test_personnel_of_a_state_are_its_forces_and_medical_personnel_are_not(tmp_path):
    assert ("target", "Military Forces of Kyrgyzstan") in _roles(
        tmp_path, "Four Kyrgyz personnel were wounded when Tajik border guards opened fire near Batken on Thursday."
    )
    assert ("target", "Military Forces of Sudan") not in _roles(
        tmp_path, "Four Sudanese medical personnel were wounded when gunmen opened fire in Nyala on Thursday."
    )


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("The army attacked positions of the Taliban near Kunduz on Monday, killing nine.", "Taliban"),
        ("Sudanese forces inflicted heavy losses on the Ethiopian army in an attack near Humera on Monday, killing nine.", "Military Forces of Ethiopia"),
        ("Pakistan shot down five Indian aircraft over Kashmir on Wednesday, killing two.", "Military Forces of India"),
    ],
)
def test_whose_posts_losses_or_aircraft_they_are_was_hit(tmp_path, sentence, target):
    assert ("target", target) in _roles(tmp_path, sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("An airstrike that killed 50 people in Hpakant on Sunday was condemned as a war crime by the Kachin Independence Army.", "Kachin Independence Army"),
        ("No civilians were killed in the clash in Bol on Monday, in which ten soldiers died.", "Civilians"),
        ("Kenya blamed the attack in Garissa on Sunday, which killed nine people, on Al-Shabaab.", "Al-Shabaab"),
    ],
)
def test_who_condemns_is_spared_or_blamed_has_no_part_in_the_deed(tmp_path, sentence, name):
    assert name not in {told for _, told in _roles(tmp_path, sentence)}
