"""What reports about many wars tell, read into mentions, counts over many incidents and claims. The reports are ours."""

from datetime import date

import pytest

from told import incidents, place, read, toll

KHARKIV = """Russian strikes kill five in eastern Ukraine

KHARKIV, Ukraine — Russian missile strikes killed at least five people and wounded 17 in the city of Kharkiv on Monday night, the regional governor said.

Two of the dead were children, he added.

Separately, one woman died when a drone hit her house in Kherson, prosecutors said. In the Donetsk region, shelling of the town of Toretsk wounded three."""

MALI = """Jihadists kill 51 in northern Mali

BAMAKO (Newsdesk) - Islamist militants killed at least 51 civilians in raids on three villages in northern Mali on Sunday, a local official said.

No group has claimed responsibility. Attacks by groups linked to Islamic State have killed hundreds this year.

In a separate incident last Thursday, three soldiers died when their vehicle hit a mine near Gao."""

CHIBOK = """Gunmen abduct more than 100 schoolgirls in Nigeria

Suspected Boko Haram gunmen kidnapped 129 girls from a school in Chibok, Borno state, on Monday night, officials said. A soldier and a policeman were killed in the raid.

Hours earlier, a bomb at a bus station on the outskirts of Abuja killed 75 people and wounded 141."""

GAZA = """Strike kills 15 in Rafah

An Israeli air strike on a house in Rafah killed 15 people on Tuesday, Palestinian medics said.

The Gaza health ministry says more than 23,000 Palestinians have been killed since October 7."""

KACHIN = """Airstrike on concert kills scores in Myanmar's Kachin State

Myanmar military jets bombed a concert on Sunday evening, killing as many as 80 people, according to the organisers. Witnesses said three jets dropped four bombs in Hpakant township.

It was the deadliest air attack since the coup in February 2021."""


def test_strikes_on_three_towns_are_three_incidents() -> None:
    found = incidents(read(KHARKIV, "2024-03-05"))
    assert [(place(m), toll(m, "killed"), toll(m, "injured")) for m in found[:2]] == [
        ("city of Kharkiv", [5], [17]),
        ("Kherson", [1], []),
    ]
    assert found[0].date is not None
    assert found[0].date.edtf == "2024-03-04"
    assert found[2].place is not None
    assert toll(found[2], "injured") == [3]


def test_at_least_in_the_body_wins_over_the_bare_number_of_the_headline() -> None:
    raid, mine = incidents(read(MALI, "2021-08-10"))
    (item,) = raid.toll
    assert (item.quantity.low, item.quantity.best, item.quantity.high) == (51, 51, None)
    assert raid.date is not None
    assert mine.date is not None
    assert (raid.date.edtf, mine.date.edtf) == ("2021-08-08", "2021-08-05")
    assert toll(mine, "killed") == [3]


def test_a_year_of_attacks_is_counted_apart_from_the_attack_told() -> None:
    extract = read(MALI, "2021-08-10")
    (count,) = extract.aggregates
    assert count.deaths is not None
    assert count.deaths.low == 200
    assert all(toll(m, "killed") != [200] for m in incidents(extract))


def test_more_taken_than_killed_is_an_abduction() -> None:
    school, bomb = incidents(read(CHIBOK, "2014-04-20"))
    assert school.type == "Abduction/forced disappearance"
    assert toll(school, "captured") == [129]
    assert toll(school, "killed") == [2]
    assert toll(bomb, "killed") == [75]
    assert school.id in bomb.distinct_from


def test_a_count_since_a_day_is_no_toll_of_todays_strike() -> None:
    extract = read(GAZA, "2024-01-10")
    (strike,) = incidents(extract)
    assert toll(strike, "killed") == [15]
    (count,) = extract.aggregates
    assert count.window is not None
    assert count.window.earliest == date(2023, 10, 7)


def test_a_headline_tells_of_what_the_report_tells_and_the_coup_dates_nothing() -> None:
    (strike,) = incidents(read(KACHIN, "2022-10-25"))
    assert strike.type == "Air/drone strike"
    assert strike.date is not None
    assert strike.date.edtf == "2022-10-23"


def test_nobody_claiming_is_a_claim_of_its_own() -> None:
    claims = read(MALI, "2021-08-10").claims
    assert "none-claimed" in {c.stance for c in claims if c.attribute == "responsibility"}


def test_who_says_a_number_stands_with_it() -> None:
    claims = [c for c in read(GAZA, "2024-01-10").claims if c.attribute == "killed"]
    assert [c.speaker for c in claims] == ["Palestinian medics"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume\n\nThe foreign ministers of both countries met in Doha on Monday and agreed to meet again.",
        "Army warns of attack\n\nThe army warned on Monday that militants could attack the city and kill many people.",
        "Weather\n\nHeavy rain is expected in the north over the weekend.",
    ],
)
def test_what_has_not_happened_is_no_incident(text: str) -> None:
    assert incidents(read(text, "2024-03-05")) == []


@pytest.mark.parametrize("text", [KHARKIV, MALI, CHIBOK, GAZA, KACHIN])
def test_every_passage_rereads_inside_the_text(text: str) -> None:
    extract = read(text, "2024-03-05")
    for mention in extract.mentions:
        spans = [*mention.passages, *(i.passage for i in mention.toll), *(p for _, p in mention.weapons)]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_reading_a_document_alone_or_among_others_gives_the_same() -> None:
    assert read(MALI, "2021-08-10") == read(MALI, "2021-08-10")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Army troops raped six women near Juba on Sunday.", "Sexual violence"),
        ("Rebels retook the town of Saraqib in Idlib from government forces.", "Non-state actor overtakes territory"),
        ("The army recaptured the town of Bakara on 3 March 2020.", "Government regains territory"),
        ("Police seized nine pistols in a raid on a house in Nablus.", "Disrupted weapons use"),
        ("Protesters threw rocks at police in Khartoum on Friday.", "Violent demonstration"),
        ("Students held a peaceful protest in Dhaka on Tuesday.", "Peaceful protest"),
        ("Israeli forces detained 12 Palestinians in Jenin on Monday.", "Arrests"),
        ("The explosions killed five soldiers.", "Remote explosive/landmine/IED"),
        ("A suicide bomber blew himself up by a ministry in Kabul, killing three guards.", "Suicide bomb"),
        ("Soldiers clashed with fighters of al-Shabaab near Beledweyne on Tuesday.", "Armed clash"),
        ("Warplanes bombed a market in Marib on Sunday, killing nine people.", "Air/drone strike"),
        ("Gunmen kidnapped four aid workers in Zamfara on Monday.", "Abduction/forced disappearance"),
        ("Gunmen shot dead a farmer in Cauca on Monday.", "Attack"),
    ],
)
def test_a_sentence_is_typed_by_what_was_done_and_by_whom(text: str, kind: str) -> None:
    (found,) = incidents(read(f"Report\n\n{text}", "2024-03-05"))
    assert found.type == kind


ONE_MAN = """Man shot in Maiduguri

A man was shot on Monday evening in a market in Maiduguri, police said.

He was pronounced dead at the scene."""

OWN_FOOT = """Hunter hurt

A hunter accidentally shot himself in the foot on Sunday near Ségou, police said."""


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [(ONE_MAN, [1], [0]), (OWN_FOOT, [0], [1])],
)
def test_one_person_told_of_by_pronoun_or_by_their_own_hand_counts_once(text: str, killed: list[int], injured: list[int]) -> None:
    (told,) = incidents(read(text, "2024-01-16"))
    assert (toll(told, "killed"), toll(told, "injured")) == (killed, injured)


def test_a_number_put_beside_the_toll_is_its_speakers_claim() -> None:
    text = (
        "Drone strike in El Fasher\n\nA drone strike in El Fasher killed at least 75 people on Friday, a rescue group said.\n\n"
        "The Doctors' Network put the toll at 43."
    )
    extract = read(text, "2025-09-20")
    assert toll(incidents(extract)[0], "killed") == [75]
    said = {(c.speaker, c.quantity.best) for c in extract.claims if c.attribute == "killed" and c.quantity}
    assert said == {("a rescue group", 75), ("The Doctors' Network", 43)}


def test_two_parties_numbers_in_one_sentence_are_two_claims_and_no_sum() -> None:
    text = (
        "Attack on a base\n\nOn 1 June 2025 fighters attacked the base at Boulkessi, Mopti region. "
        "The army stated that 30 soldiers were killed, while the group claimed to have killed 60."
    )
    extract = read(text, "2025-06-04")
    (told,) = incidents(extract)
    assert toll(told, "killed") == [30]
    said = {(c.speaker, c.quantity.best) for c in extract.claims if c.attribute == "killed" and c.quantity}
    assert said == {("The army", 30), ("the group", 60)}


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Situation report (June 2025)", "On 2 June, gunmen attacked the camp in Timbuktu and killed five soldiers.", "2025-06-02"),
        ("Offensive in Mali", "The war began on 3 May 2025. On 2 June, gunmen killed five soldiers in Timbuktu.", "2025-06-02"),
        ("Update", "Gunmen shot dead two men in Juba on Wednesday. Monitors came on Thursday, November 13, 2025.", "2025-11-12"),
    ],
)
def test_a_document_of_no_date_dates_its_deeds_by_what_it_tells(title: str, text: str, day: str) -> None:
    days = [m.date.edtf for m in incidents(read(f"{title}\n\n{text}", None)) if m.date]
    assert day in days


FEW_DEAD = """Two shot dead in Bamenda

Gunmen shot dead a teacher and her brother in Bamenda on Monday, residents said.

The two were killed on their way home from church."""

POLICE_TOLD = FEW_DEAD.replace("residents said", "police said")

BOMB = """Bomb kills two in Bamenda

A bomb killed a teacher and her brother in Bamenda on Monday, residents said.

The two were killed on their way home from church."""

ALSO_WOUNDED = """Man killed in Cali

Jairo Mora, 31, was killed in a shooting in Cali on Sunday that also left a man wounded, police said."""

TEEN_GIRL = """Teen Girl Killed in Cali Shooting

A 16-year-old girl was shot and killed in Cali on Sunday, police said.

Ana Mora, 16, died on the way to hospital."""


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [(FEW_DEAD, 2, []), (POLICE_TOLD, 2, [0]), (BOMB, 2, []), (ALSO_WOUNDED, 1, [1]), (TEEN_GIRL, 1, [0])],
)
def test_silence_on_the_wounded_is_none_where_few_died_and_police_tell_all(text: str, killed: int, injured: list[int]) -> None:
    (told,) = incidents(read(text, "2024-01-16"))
    assert (sum(n or 0 for n in toll(told, "killed")), toll(told, "injured")) == (killed, injured)


def test_fighters_of_a_group_are_the_group_and_means_are_no_party() -> None:
    text = "Attack\n\nFighters from the al Qaeda-linked group JNIM killed 21 soldiers in Farabougou on 19 August 2025."
    (told,) = incidents(read(text, "2025-08-20"))
    assert [(a.wording, a.role) for a in told.actors if a.role == "perpetrator"] == [("JNIM", "perpetrator")]
    shelled = incidents(read("Attack\n\nA drone and artillery attack on a shelter in El Fasher on 10 October 2025 killed 60.", None))[0]
    assert not [a for a in shelled.actors if a.role == "perpetrator"]


def test_until_when_people_were_dead_is_no_day_of_the_deed() -> None:
    text = "Camp\n\nFighters stormed the camp in El Fasher on 11 April 2025. By 13 April more than 300 people were dead, the UN said."
    (told,) = incidents(read(text, "2025-11-03"))
    assert told.date is not None
    assert (told.date.edtf, toll(told, "killed")) == ("2025-04-11", [300])
