"""What long reports, analyses and explainers of a war tell: few deeds among much comment, totals, background, speakers and places."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract, Mention
from thucydides.reading import read_sources

HEAD = (
    "Fighting spreads in the north\n\nJuly 3, 2025\n\nShells fell on the market in El Fasher on Wednesday and killed nine people, doctors said. "
    "Rescuers worked until dark. Traders said that the stalls had only opened again last month. "
)
"""A report's lead, behind which comment follows."""


def _read(tmp_path: Path, text: str) -> Extract:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return next(extract_documents(documents))


def _incidents(tmp_path: Path, behind: str) -> list[Mention]:
    return [m for m in _read(tmp_path, HEAD + behind).mentions if m.kind == "incident"]


def _killed(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]


@pytest.mark.parametrize(
    "comment",
    [
        "The violence must stop, the minister said, and both sides have committed crimes for which nobody answers.",
        "The regime is killing its own people while the world looks on, she wrote.",
        "Having fought its neighbour in two wars, Chad has much to win or lose by how the war ends.",
        "Diplomats fear that bloodshed would follow if the talks were to fail.",
        "Bombing has become a matter of everyday life, and children draw what they see.",
        "There were rumours that the governor had been shot dead.",
        "State radio wrongly reported that Kutum had fallen to the militia on Tuesday.",
        "A reporter of the paper died of an asthma attack in Kutum last week.",
    ],
)
def test_comment_behind_the_lead_adds_no_incident_and_no_count(tmp_path: Path, comment: str) -> None:
    (told,) = _incidents(tmp_path, comment)
    assert _killed(told) == [9]
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "El Fasher"
    assert len(told.passages) <= 2


def test_a_deed_behind_the_lead_is_told_of_nonetheless(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "The army has bombed the region for months. On Monday a drone killed four farmers near Kutum, the union said.")
    assert sorted(_killed(m)[0] or 0 for m in told) == [4, 9]


@pytest.mark.parametrize(
    ("count", "deaths"),
    [
        ("Another 31 people were killed on Tuesday, including 12 soldiers, a monitor said.", 31),
        ("A rights group said on Tuesday that 400 people have been killed by the army.", 400),
        ("The monitor said that 26 people had been killed on Tuesday, in Kutum, Nyala and El Geneina.", 26),
        ("The monitor counted 35 protesters killed on Tuesday, 17 of them in the city of Nyala.", 35),
        ("At least 31 people died in violence across Sudan on Tuesday, the monitor said.", 31),
    ],
)
def test_counts_of_a_day_and_of_a_war_are_aggregates(tmp_path: Path, count: str, deaths: int) -> None:
    text = HEAD + "On Monday a drone killed four farmers near Kutum, the union said. " + count
    extract = _read(tmp_path, text)
    assert deaths in [a.deaths.best for a in extract.aggregates if a.deaths is not None]
    assert sorted(_killed(m)[0] or 0 for m in extract.mentions if m.kind == "incident") == ([4, 9] if deaths != 35 else [4, 9, 17])


def test_a_count_of_a_day_in_a_report_of_one_place_is_of_its_deed(tmp_path: Path) -> None:
    text = (
        "Shelling of a market\n\nJuly 3, 2025\n\nShells fell on the market in El Fasher on Wednesday. The firing went on for an hour. "
        "Nobody could leave. At least 12 people were killed on Wednesday, doctors said."
    )
    (told,) = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert _killed(told) == [12]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("On Tuesday the army bombed the town of Kutum, and the envoy to Nairobi was called home.", "Kutum"),
        ("Militiamen killed four men in Kutum on Tuesday, the first such deed since the fall of Nyala.", "Kutum"),
        ("Four men were shot in Kutum on Tuesday, and their families fled to Nyala.", "Kutum"),
    ],
)
def test_where_people_are_sent_or_flee_and_what_dates_a_deed_is_no_place_of_it(tmp_path: Path, sentence: str, place: str) -> None:
    told = [m for m in _incidents(tmp_path, sentence) if m.date is not None and m.date.edtf == "2025-07-01"]
    assert [m.place.place.name for m in told if m.place is not None and m.place.place is not None] == [place]


def test_an_analysis_without_news_has_no_incident_of_its_own_day(tmp_path: Path) -> None:
    text = (
        "Why the war goes on\n\nJuly 3, 2025\n\nThree years of talks have brought no peace. Those who lead the two armies draw on gold and on friends "
        "abroad, and neither has much to fear from its people. That is why sanctions have done little. Outside powers, too, are divided on "
        "what should follow. The army ruled the country for thirty years until its leader fell. Since then it has looked for a partner it can "
        "trust and has found none. Its generals say that they alone can hold the country together, and those who remember the old days say "
        "that they never did. In Kutum, a trader said, soldiers had shot his brother at a checkpoint and taken his lorry. The killing of "
        "civilians has become the language in which both sides speak."
    )
    mentions = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert all(m.date is None for m in mentions)


def test_the_time_at_which_a_report_was_put_out_dates_no_deed(tmp_path: Path) -> None:
    text = (
        "Bombing is nothing new Saturday 14 June 2025 00.01 BST One of the worst sides of the war is that bombing has become a matter "
        "of everyday routine. Nobody is surprised any more, and few papers print a list of the dead."
    )
    assert not [m for m in _read(tmp_path, text).mentions if m.date is not None and m.date.edtf == "2025-06-14"]


def test_the_day_of_another_verb_is_no_day_of_force_named_in_passing(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "The foreign minister, who has deplored the violence, said that an envoy would fly to Khartoum on Friday.")
    assert [m.date.edtf for m in told if m.date is not None] == ["2025-07-02"]


def test_where_somebody_speaks_of_force_is_no_place_of_it(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "In Cairo on Tuesday, the head of the league condemned the violence and called for talks.")
    assert [m.place.place.name for m in told if m.place is not None and m.place.place is not None] == ["El Fasher"]


def test_a_name_says_more_than_a_long_way_from_another(tmp_path: Path) -> None:
    text = (
        "Assault on a town\n\nJuly 3, 2025\n\nAt least 65 people have died since tanks rolled on Tuesday into the town, 300 km west of Khartoum, and "
        "opened fire. The assault on El Obeid began at dawn."
    )
    (told,) = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert told.place is not None
    assert told.place.place is not None
    assert told.place.place.name == "El Obeid"


SUDAN = """Explainer: What is happening in Darfur?

Published 14 November 2025

The war in Sudan is now in its third year. It began in April 2023 as a struggle between two generals, and has since drawn in half the region.

Why does El Fasher matter? The city was the last that the army held in Darfur. When it fell to the Rapid Support Forces, tens of thousands fled on
foot to Tawila. The violence there has been compared with the killings of 2003, when militias known as Janjaweed burned hundreds of villages.

What do we know of the latest attacks? On 3 November 2025 a drone struck a funeral near El Obeid and killed at least 40 people, the UN said. Five
days later, shells hit a displacement camp at Tawila, wounding 11. The RSF denied that it was behind either.

Could it get worse? Aid groups fear that an assault on El Obeid would kill thousands. The army has vowed to retake Darfur, and is bombing towns
that it has lost. In Geneva, talks have broken down three times."""
UKRAINE = """Analysis: The drone war enters its fourth winter

12 December 2025

Russia's invasion of Ukraine has become a war of machines. Each night, between 100 and 700 drones cross the border, and each morning officials count
what was hit. According to the UN, more than 14,000 civilians have been killed since February 2022.

The pattern is by now familiar. Power stations burn, trains stop, and people sleep in the metro. Ukrainian drones have set fire to refineries as
far away as Ufa.

This week was no exception. On Tuesday night a missile hit a block of flats in Ternopil, killing six people, among them two children, the mayor said.
On Wednesday, a drone attack on a bus in Nikopol wounded nine.

Western capitals are divided on what to send. President Zelensky told reporters in London that his country would not give up land. The Kremlin has
threatened to strike decision-making centres in Kyiv."""
MYANMAR = """Opinion: Myanmar's election will settle nothing

6 January 2026

The generals who seized power in February 2021 want a vote that makes their rule look lawful. Since the coup the army has killed more than 7,000
civilians, by the count of a prisoners' aid group, and arrested 30,000.

I have covered this country for twenty years. In 2007 soldiers fired on crowds in Yangon. The world protested and then forgot.

Those who will vote do so under guns. On 28 December, as polls opened, a jet dropped two bombs on a tea shop in Tabayin township, killing 18 people who
were watching football, residents said. Two days before, rebels shot dead a candidate in Myitkyina.

Asean ministers meeting in Kuala Lumpur on Monday spoke of concern. If the vote goes on, more will die."""
YEMEN = """Ten years on: how Yemen's war never ended

26 March 2025

Ten years ago today Saudi jets bombed Sanaa for the first time. The campaign was meant to last weeks. Instead some 377,000 people had died by the end
of 2021, most of them of hunger and disease, a UN study found.

On 8 October 2016 an air strike on a funeral hall in Sanaa killed at least 140 people. On 9 August 2018 a bomb hit a school bus in Dahyan, killing 40
children. No pilot has ever been tried.

The truce of April 2022 has mostly held. Israel and the United States have bombed Hodeidah and Sanaa in return for attacks on ships. On 15 March 2025
American strikes on Sanaa killed 53 people, the Houthi health ministry said.

In Riyadh, officials speak of a road map for peace that nobody has signed."""
ETHIOPIA = """Is Ethiopia sliding back to war?

3 July 2025

Addis Ababa, the capital, is full of rumours. Troops are said to be moving north, and flights to Mekelle were stopped for a day last week.

The war in Tigray of 2020 to 2022 may have killed 600,000 people, researchers have estimated. Massacres such as the one in Axum, where Eritrean soldiers
killed hundreds of people on 28 and 29 November 2020, have never been punished.

In Amhara, where the army has fought the Fano militia since August 2023, the violence goes on. On 17 June a drone strike on a school in Gojjam killed
seven teachers, according to the rights commission.

A trial of 55 people accused of plotting attacks opened in the capital on Monday. Should war come, it will be worse than the last. Thousands would be
killed in the first weeks, and famine would kill more."""


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        (SUDAN, {("2025-11-03", "El Obeid", 40), ("2025-11-08", "Tawila", None)}),
        (UKRAINE, {("2025-12-09", "Ternopil", 6), ("2025-12-10", "Nikopol", None)}),
        (MYANMAR, {("2025-12-28", "Tabayin township", 18), ("2025-12-26", "Myitkyina", 1)}),
        (YEMEN, {("2014-03-26/2016-03-26", "Sanaa", None), ("2016-10-08", "Sanaa", 140), ("2018-08-09", "Dahyan", 40), ("2025-03-15", "Sanaa", 53)}),
        (ETHIOPIA, {("2020-11-28/2020-11-29", "Axum", 200), ("2025-06-17", "Gojjam", 7)}),
    ],
    ids=["sudan", "ukraine", "myanmar", "yemen", "ethiopia"],
)
def test_of_an_analysis_just_the_deeds_are_incidents(tmp_path: Path, text: str, incidents: set[tuple[str, str, int | None]]) -> None:
    unwrapped = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    told = [m for m in _read(tmp_path, unwrapped).mentions if m.kind == "incident"]
    killed = [next((k for k in _killed(m) if k), None) for m in told]
    both = zip(told, killed, strict=True)
    found = {(m.date.edtf, m.place.wording, k) for m, k in both if m.date is not None and m.place is not None}
    assert found == incidents
    assert len(told) == len(incidents)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Rebels finally shelled the ancient, walled city of Kutum on Tuesday.", {"Kutum"}),
        ("The crown prince defused a row over his wedding in Cairo on Tuesday.", set()),
        ("He came to power in Kutum in 2009 after the death of his father.", set()),
        ("Forces have fired on crowds throughout the country, killing at least 1,900 people, investigators said on Tuesday.", set()),
        ("Death toll estimates earlier this week ranged up to 2,000.", set()),
        ("Hundreds are believed to have died in Kutum under what diplomats call a siege.", set()),
        ("Western governments say that they prevented a massacre in Kutum.", set()),
    ],
)
def test_what_a_deed_struck_is_its_place_and_figures_of_speech_are_no_deeds(tmp_path: Path, sentence: str, days: set[str]) -> None:
    told = [m for m in _incidents(tmp_path, sentence) if m.place is None or m.place.place is None or m.place.place.name != "El Fasher"]
    assert {m.place.place.name for m in told if m.place is not None and m.place.place is not None} == days
    assert len(told) == len(days)


def test_a_year_told_in_a_clause_aside_dates_no_deed(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "Rebels accused the army of killing his father in Kutum, although he had made peace with it in 2009.")
    assert not [m for m in told if m.date is not None and m.date.edtf == "2009"]


def test_another_four_elsewhere_are_of_another_deed(tmp_path: Path) -> None:
    told = _incidents(tmp_path, "Six civilians were killed by shelling in Kutum on Tuesday, the monitor said. Another four were killed in Nyala.")
    assert sorted(_killed(m)[0] or 0 for m in told) == [4, 6, 9]


def test_captives_of_another_month_are_of_another_abduction(tmp_path: Path) -> None:
    text = (
        "Pilgrims seized\n\n4 August 2025\n\nSome 48 pilgrims have been kidnapped from a bus near the capital Khartoum, reports say. Diplomats blamed "
        "the abduction on militiamen. In May, 11 traders from Chad were abducted in Sudan on their way home."
    )
    told = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert [[i.quantity.best for i in m.toll if i.outcome == "captured"] for m in told] == [[48], [11]]
