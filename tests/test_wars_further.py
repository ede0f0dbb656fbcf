"""What reports of further wars tell: who speaks at the end of a sentence, two sides' losses, deeds told one by one, counts of a period."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Claim, Extract, Mention
from thucydides.reading import read_sources


def _read(tmp_path: Path, text: str) -> Extract:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return next(extract_documents(documents))


def _report(tmp_path: Path, text: str) -> Extract:
    return _read(tmp_path, f"Report of the day\n\nJuly 3, 2025\n\n{text}")


def _incidents(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def _counts(extract: Extract, outcome: str = "killed") -> list[int | None]:
    return [i.quantity.best for m in _incidents(extract) for i in m.toll if i.outcome == outcome and i.part_of is None]


def _claims(extract: Extract, attribute: str) -> list[Claim]:
    return [c for c in extract.claims if c.attribute == attribute]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "On Tuesday a drone hit a car near Raqqa and killed five members of the Desert Brigades, the counter-terror service of the region said.",
            "the counter-terror service of the region",
        ),
        (
            "Fourteen people died on Tuesday in a fight between farmers of San Pedro and presumed members of the gang, the state prosecutor "
            "Ana Ruiz said on Wednesday.",
            "the state prosecutor Ana Ruiz",
        ),
        ('"At least 20 died, most of them young men," a chief of the camp in Bor told Radio Nile.', "a chief of the camp in Bor"),
        ("On Tuesday the army's spokesman said nothing. Wednesday's raid in Bria killed four people, the mayor said.", "the mayor"),
    ],
)
def test_who_stands_before_the_closing_verb_of_saying_speaks(tmp_path: Path, text: str, speaker: str) -> None:
    assert [c.speaker for c in _claims(_report(tmp_path, text), "killed")] == [speaker]


def test_what_follows_a_semicolon_is_not_said_by_who_speaks_before_it(tmp_path: Path) -> None:
    text = "Three soldiers were wounded near Gao on Tuesday, the army said; a nurse put the number of the wounded at seven."
    claims = _claims(_report(tmp_path, text), "injured")
    assert {(c.speaker, c.quantity.best) for c in claims if c.quantity} == {("the army", 3), ("a nurse", 7)}


def test_a_pronoun_that_speaks_is_the_speaker_named_last(tmp_path: Path) -> None:
    text = "Gunmen attacked a school in Kumbo on Tuesday, the mayor, Paul Nkem, said. He confirmed six deaths."
    assert [c.speaker for c in _claims(_report(tmp_path, text), "killed")] == ["the mayor, Paul Nkem"]


@pytest.mark.parametrize(
    ("text", "stance", "on"),
    [
        ("The government blamed the Union of Patriots for Change (UPC).", "accuses", "Union of Patriots"),
        ("The rebels' spokesman, Ali Hamid, denied it.", "denies", "spokesman"),
        ("Jean Mba, who leads the rebels, said that his fighters were not responsible.", "denies", "Jean Mba"),
        ("The rebels said that foreign mercenaries had planned the attack.", "accuses", "foreign mercenaries"),
        ("The rebels denied that their men took part and accused the army.", "accuses", "the army"),
    ],
)
def test_a_deed_is_laid_on_somebody_or_denied_without_being_named_again(tmp_path: Path, text: str, stance: str, on: str) -> None:
    extract = _report(tmp_path, f"Gunmen killed nine miners in an attack on a mine near Bambari on Tuesday. {text}")
    assert any(c.stance == stance and on in c.value for c in _claims(extract, "responsibility"))


def test_the_losses_of_two_countries_stand_beside_each_other(tmp_path: Path) -> None:
    text = "Armenia said that at least 49 of its soldiers were killed near Goris on Tuesday, while Azerbaijan reported 50 military deaths."
    (mention,) = _incidents(_report(tmp_path, text))
    assert [(i.quantity.best, i.nationality) for i in mention.toll if i.outcome == "killed"] == [(49, "AM"), (50, "AZ")]


def test_dead_of_one_side_and_of_the_other_are_one_toll(tmp_path: Path) -> None:
    text = "A dispute on Tuesday grew into clashes near Batken in which 36 people died on the Kyrgyz side and 19 on the Tajik side."
    (mention,) = _incidents(_report(tmp_path, text))
    assert [(i.quantity.best, i.nationality) for i in mention.toll if i.outcome == "killed"] == [(36, "KG"), (19, "TJ")]


def test_a_number_lost_by_a_country_is_its_dead(tmp_path: Path) -> None:
    text = "On Tuesday 12 Chadian soldiers died, and Sudan lost six, in a day of fighting near Tine."
    assert _counts(_report(tmp_path, text)) == [12, 6]


@pytest.mark.parametrize(
    ("text", "outcome", "counts"),
    [
        ("Two soldiers were killed and a third wounded in Gao on Tuesday.", "injured", [1]),
        ("At least eight children were killed in Gao on Tuesday and another dozen wounded by gunshots.", "injured", [12]),
        ("The army killed 27 insurgents near Gao on Tuesday and captured six.", "captured", [6]),
        ("Eight people lost their lives and 23 people were injured in an attack in Gao on Tuesday.", "injured", [23]),
        ("A strike on Gao killed 64 people on Tuesday; the army said that it had struck only militants.", "injured", []),
        ("A drone struck a camp for internally displaced people near Gao on Tuesday, and three of them died.", "displaced", []),
    ],
)
def test_counts_in_few_words(tmp_path: Path, text: str, outcome: str, counts: list[int]) -> None:
    assert _counts(_report(tmp_path, text), outcome) == counts


def test_a_toll_that_rose_holds_those_who_died_late(tmp_path: Path) -> None:
    text = (
        "The number of people killed in the strike of 27 June on a camp for displaced people in Shire, northern Tigray, has risen to 59, up from "
        "the 56 reported last week, after three of the wounded died."
    )
    assert _counts(_report(tmp_path, text)) == [59]


def test_deeds_told_one_by_one_are_as_many(tmp_path: Path) -> None:
    text = "On Tuesday two agents were killed, one on the road to Sultepec and one in Amatepec, in what looked like reprisals."
    assert _counts(_report(tmp_path, text)) == [1, 1]


def test_another_on_another_day_is_another_deed(tmp_path: Path) -> None:
    text = "On 23 February a prosecutor was shot dead in Tejupilco, and another on 25 March in Luvianos."
    found = {m.date.edtf: m.place.wording for m in _incidents(_report(tmp_path, text)) if m.date and m.place}
    assert found == {"2025-02-23": "Tejupilco", "2025-03-25": "Luvianos"}


def test_days_without_their_month_are_of_the_month_named_before(tmp_path: Path) -> None:
    text = "In April there were two ambushes on the road, one on the 5th in which a driver was killed and one on the 21st in which three soldiers died."
    found = {m.date.edtf: m.toll[0].quantity.best for m in _incidents(_report(tmp_path, text)) if m.date}
    assert found == {"2025-04-05": 1, "2025-04-21": 3}


@pytest.mark.parametrize(
    "text",
    [
        "The office recorded 19 deaths in all of June 2025.",
        "In Warrap State, 153 people were killed, up from the 70 that the mission had recorded in the first quarter.",
        "The minister said on Tuesday that 243 militants had been killed since then.",
        "India counts 5,133 violations by Pakistan with 46 fatalities.",
        "At least 30 Palestinians have been killed in the West Bank this month.",
    ],
)
def test_a_count_over_a_period_is_of_no_incident(tmp_path: Path, text: str) -> None:
    extract = _report(tmp_path, f"A mine killed two farmers near Gao on Monday.\n\n{text}")
    assert _counts(extract) == [2]
    assert len(extract.aggregates) == 1


def test_what_somebody_else_counts_of_the_same_people_is_their_claim(tmp_path: Path) -> None:
    text = (
        "On Tuesday fighting broke out at a camp in Malakal. Thirteen people were killed, the mission said. At least 20 died, a chief in the camp "
        "told a radio station."
    )
    claims = _claims(_report(tmp_path, text), "killed")
    assert {(c.quantity.best, c.speaker) for c in claims if c.quantity} == {(13, "the mission"), (20, "a chief in the camp")}


def test_the_same_number_in_another_mouth_is_a_claim_too(tmp_path: Path) -> None:
    text = "Raiders attacked a village near Macomia on Tuesday, killing 11 people, residents said. Islamic State claimed that it had killed 11 Christians there."
    assert {c.speaker for c in _claims(_report(tmp_path, text), "killed")} == {"residents", "Islamic State"}


def test_hours_after_a_blast_is_another_deed(tmp_path: Path) -> None:
    text = (
        "Four people were killed in a blast in Marawi on Tuesday, police said.\n\nOn Tuesday, hours after the blast, two fighters were killed in "
        "a clash in Piagapo."
    )
    assert _counts(_report(tmp_path, text)) == [4, 2]


def test_fighting_that_has_gone_on_for_years_is_no_incident(tmp_path: Path) -> None:
    text = "Gunmen killed six children in Kumba on Tuesday.\n\nSeparatists have been fighting government troops in the two regions since 2017."
    (mention,) = _incidents(_report(tmp_path, text))
    assert len(mention.passages) == 1


def test_entries_under_a_day_are_of_that_day(tmp_path: Path) -> None:
    text = (
        "Timeline: fire across the line\n\nUpdated 26 December 2020\n\n26 April\nA girl of 16 was killed by shelling in Gao, officials said. "
        "Two others were hurt.\n\n8 July\nFive civilians were wounded when a mortar shell struck a house in Kidal.\n\n22 December\nA shell "
        "killed a woman in Timbuktu."
    )
    found = {m.date.edtf: m.place.wording for m in _incidents(_read(tmp_path, text)) if m.date and m.place}
    assert found == {"2020-04-26": "Gao", "2020-07-08": "Kidal", "2020-12-22": "Timbuktu"}


def test_where_an_embassy_stands_nobody_was_killed(tmp_path: Path) -> None:
    text = (
        "Gunmen killed nine miners near Bambari on Tuesday, officials said. Two others were badly wounded.\n\nThe embassy in Bangui confirmed "
        "nine dead and two injured."
    )
    extract = _report(tmp_path, text)
    (mention,) = _incidents(extract)
    assert _counts(extract) == [9]
    assert _counts(extract, "injured") == [2]
    assert "The embassy in Bangui" in {c.speaker for c in _claims(extract, "killed")}
    assert mention.place is not None
    assert mention.place.wording == "Bambari"


def test_what_one_admits_of_a_deed_later_is_no_other_deed(tmp_path: Path) -> None:
    text = (
        "On 14 February at least 21 civilians were killed by soldiers in Ngarbuh, according to rights groups; the government, which first spoke "
        "of five dead in an explosion of fuel, admitted in April that 13 people were killed."
    )
    extract = _report(tmp_path, text)
    (mention,) = _incidents(extract)
    assert mention.type == "Attack"
    claims = {(c.quantity.best, c.speaker, c.stance) for c in _claims(extract, "killed") if c.quantity}
    assert claims == {(21, "rights groups", "asserts"), (5, "the government", "withdraws"), (13, "the government", "asserts")}


def test_members_of_forces_are_of_the_side_of_the_forces(tmp_path: Path) -> None:
    text = "Six civilians and five members of the security forces, four of them soldiers, were killed in Uri on Tuesday."
    (mention,) = _incidents(_report(tmp_path, text))
    assert [(i.quantity.best, i.category, i.part_of) for i in mention.toll if i.outcome == "killed"] == [
        (6, "civilians", None),
        (5, "state forces", None),
        (4, "state forces", 1),
    ]


def test_a_mass_that_was_hit_is_nobody_injured(tmp_path: Path) -> None:
    text = "Four people died and 50 others were injured in an explosion that hit a Catholic Mass in Marawi on Tuesday."
    assert _counts(_report(tmp_path, text), "injured") == [50]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On 22 and 23 June, 12 soldiers were killed in two attacks, six in Gao and six in Kidal.", [6, 6]),
        ("Residents of Gao said that between 80 and 100 people had died on Tuesday.", [80]),
        ("The army said that it had killed 12 rebels near Gao on Tuesday and that it had no losses of its own.", [12]),
        ("Two farmers were killed near Gao on Tuesday, the regional police chief, Brig. Gen. John Mba, said.", [2]),
    ],
)
def test_numbers_beside_days_ranks_and_sides(tmp_path: Path, text: str, killed: list[int]) -> None:
    assert _counts(_report(tmp_path, text)) == killed


def test_a_rank_ends_no_sentence(tmp_path: Path) -> None:
    text = "Two farmers were killed near Gao on Tuesday, the regional police chief, Brig. Gen. John Mba, said."
    assert [c.speaker for c in _claims(_report(tmp_path, text), "killed")] == ["the regional police chief, Brig. Gen. John Mba"]


def test_who_spoke_of_a_bare_number_counts_the_dead(tmp_path: Path) -> None:
    text = "Gunmen attacked a village near Bouar on Tuesday. The mission confirmed six civilians dead; a local official spoke of nine."
    claims = {(c.quantity.best, c.speaker) for c in _claims(_report(tmp_path, text), "killed") if c.quantity}
    assert claims == {(6, "The mission"), (9, "a local official")}


def test_two_clauses_with_towns_of_their_own_are_two_deeds(tmp_path: Path) -> None:
    text = "Gunmen attacked a post near Gao on Monday, and soldiers shot two men dead in Kidal."
    found = {m.place.wording: (m.date.edtf, [i.quantity.best for i in m.toll]) for m in _incidents(_report(tmp_path, text)) if m.place and m.date}
    assert found == {"Gao": ("2025-06-30", []), "Kidal": ("2025-06-30", [2])}


def test_who_died_in_another_town_is_of_the_same_deed(tmp_path: Path) -> None:
    text = "Gunmen shot a teacher near Gao on Monday, and the man died in Bamako."
    assert len(_incidents(_report(tmp_path, text))) == 1


def test_a_number_up_from_an_earlier_one_takes_its_place(tmp_path: Path) -> None:
    text = "Nine people were killed when shells fell on Zakho on Tuesday, state media said, up from the eight reported at first."
    (claim,) = _claims(_report(tmp_path, text), "killed")
    assert claim.replaces


def test_who_the_counted_were_is_no_further_count(tmp_path: Path) -> None:
    text = "Thirty villagers, fishermen and traders, were killed near Baga on Tuesday."
    (mention,) = _incidents(_report(tmp_path, text))
    assert [(i.quantity.best, i.quantity.low) for i in mention.toll if i.outcome == "killed"] == [(30, 30)]


def test_a_mine_by_another_name_is_one(tmp_path: Path) -> None:
    text = "A patrol drove over an improvised device near Gao on Tuesday. Three soldiers were injured."
    (mention,) = _incidents(_report(tmp_path, text))
    assert (mention.type, mention.place.wording if mention.place else None) == ("Remote explosive/landmine/IED", "Gao")


def test_people_told_with_some_of_them_between_are_as_many(tmp_path: Path) -> None:
    text = "Seven people were injured in a fight near Toluca on Tuesday, and fourteen, four of them children, are missing."
    extract = _report(tmp_path, text)
    assert (_counts(extract, "injured"), _counts(extract, "missing")) == ([7], [14])


def test_a_battle_along_a_line_is_no_round_up(tmp_path: Path) -> None:
    text = (
        "At least 15 people were killed on Tuesday in artillery fire across the line of control in Kashmir, officials on both sides said.\n\nSix "
        "Indian civilians and four soldiers died in Baramulla, Indian officials said.\n\nFour civilians and a soldier died in Muzaffarabad, the "
        "Pakistani military said."
    )
    assert 15 in _counts(_report(tmp_path, text))


def test_as_of_an_hour_counts_no_war(tmp_path: Path) -> None:
    text = "Shells fell on Goris on Tuesday. As of 14:00 the Armenian side has 49 killed."
    assert _counts(_report(tmp_path, text)) == [49]
