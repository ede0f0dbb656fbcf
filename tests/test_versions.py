"""Versions of a deed: what those who tell of it say it was, who those harmed were and where it happened, shown side by side."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, *texts: str) -> Record:
    paths = [folder / f"{name}.txt" for name, _ in zip("abc", texts, strict=False)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"News of the day\n\nJune 6, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build(paths, store)


def disputed(folder: Path, *texts: str) -> set[str]:
    return {d.kind for d in record(folder, *texts).discrepancies}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The rebels said on Monday that they had captured the town of Rutshuru, Congo. The army said the attack had been repelled.",
            {"the place was taken", "the place was held"},
        ),
        (
            "Insurgents attacked Mocimboa, Mozambique, on Wednesday. The group claimed it controlled the town; the governor denied that it had fallen.",
            {"the place was taken", "the place was held"},
        ),
        (
            "Police said six suspects died in a shootout in Tumeremo, Venezuela, on Tuesday, but neighbours said they were executed.",
            {"they fell in a fight", "they were put to death"},
        ),
        (
            "Federal troops captured the town of Adwa, Ethiopia, on Saturday, the premier said. The front said that fighting was still going on.",
            {"the place was taken", "the place was held"},
        ),
        (
            "Five porters died in Kalaw, Myanmar, on Monday. The army said they fell in combat. A surgeon said they had been shot in the back "
            "of the head.",
            {"they fell in a fight", "they were put to death"},
        ),
        (
            "Two herders were shot dead in Tagum, Philippines, on Monday. The army said they were killed in an encounter. Their wives said there "
            "was no encounter.",
            {"they fell in a fight", "what is told of it is untrue"},
        ),
        (
            "State television said on Monday that the army had won complete control of the district of Salama in Wau, South Sudan. "
            "Rebel commanders denied that the army had taken any ground there.",
            {"the place was taken", "the place was held"},
        ),
        (
            "A military spokesman said on Monday that troops had seized full control of the town of Bria, Central African Republic. "
            "“The battle is not over,” said a spokesman for the rebels.",
            {"the place was taken", "the place was held"},
        ),
        (
            "Rebels fought troops in the city of Raga, South Sudan, on Monday. A rebel spokesman said that rebels control about 60% of the "
            "city. A government spokesman said the city was “absolutely under our control”.",
            {"the place was taken", "the place was held"},
        ),
        (
            "Twenty people were killed in Kidal, Mali, on Monday. Residents said many of them had been summarily executed. An army spokesman "
            "said that some armed men had clashed with a patrol.",
            {"they fell in a fight", "they were put to death"},
        ),
        (
            "A helicopter went down near Laghman, Afghanistan, on Sunday, killing five soldiers. The rebels said they had shot it down. "
            "The ministry said it crashed because of a technical fault.",
            {"it was an attack", "it was an accident"},
        ),
        (
            "A blast at a depot in Mogadishu, Somalia, killed eight people on Thursday. The government said it was an accident, al-Shabaab said "
            "its fighters planted a bomb.",
            {"it was an accident", "planted explosive"},
        ),
    ],
)
def test_what_was_done_is_shown_as_each_side_has_it(tmp_path: Path, text: str, sides: set[str]) -> None:
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.kind == "nature"]
    assert found.attribute == "type"
    assert found.rule == "discrepancy.nature"
    assert sides <= {v.value for v in found.values}


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab said it had seized the village of Gof Gaduud, Somalia, on Sunday. Officials dismissed the claim as propaganda.",
        "Kabul said Pakistani jets bombed a village in Khost, Afghanistan, on 3 June and killed nine people. Islamabad said no strike had taken place.",
        "Separatists claimed full control of the town of Mamfe, Cameroon, on Saturday. The governor called it a lie.",
    ],
)
def test_who_says_that_nothing_of_the_kind_happened_is_heard(tmp_path: Path, text: str) -> None:
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.kind == "nature"]
    assert "what is told of it is untrue" in {v.value for v in found.values}


@pytest.mark.parametrize(
    ("text", "means"),
    [
        (
            "Seventeen people died when a hospital in Gaza was hit on Tuesday. Health officials said it was an Israeli air strike. Israel said a "
            "rocket misfired by Islamic Jihad had hit it.",
            {"attack from the air", "shelling or rockets"},
        ),
        (
            "A blast in a market in Donetsk, Ukraine, killed ten people on Sunday. The city's mayor said it was hit by artillery; Kyiv said a bomb "
            "had been planted.",
            {"shelling or rockets", "planted explosive"},
        ),
    ],
)
def test_means_in_two_mouths_are_shown(tmp_path: Path, text: str, means: set[str]) -> None:
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.kind == "method"]
    assert {v.value for v in found.values} == means


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The army said its helicopters killed nine terrorists near Gamboru, Nigeria, on Tuesday. Residents said the dead were farmers.",
            {"nine terrorists", "they were farmers"},
        ),
        (
            "Troops shot dead seven people near Caloto, Colombia, on Sunday. The military said they were guerrillas; relatives said they were "
            "coffee pickers.",
            {"they were guerrillas", "they were coffee pickers"},
        ),
        (
            "Paramilitary police killed five men near Bijapur, India, on 4 June. Police described them as Maoists, but villagers say all five were "
            "tribal farmers.",
            {"they were Maoists", "they were tribal farmers"},
        ),
    ],
)
def test_who_those_harmed_were_is_shown_as_each_side_has_it(tmp_path: Path, text: str, sides: set[str]) -> None:
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.kind == "value"]
    assert found.attribute == "killed"
    assert {v.value for v in found.values} == sides


@pytest.mark.parametrize(
    ("text", "own", "rival"),
    [
        ("Gunmen killed four soldiers at Inata, Burkina Faso, on Sunday; other sources say Aribinda.", "Inata", "Aribinda"),
        ("Five traders were abducted near Yei, South Sudan, on Tuesday (some reports say at Lainya).", "Yei", "Lainya"),
        ("Three policemen were killed at Kandze or at Tawang, India, on 2 June.", "Tawang", "Kandze"),
    ],
)
def test_a_place_set_against_the_place_of_a_deed_is_a_claim_beside_it(tmp_path: Path, text: str, own: str, rival: str) -> None:
    made = record(tmp_path, text)
    (place,) = [a.value for a in made.incidents[0].assessments if a.attribute == "place"]
    assert place.startswith(own)
    (found,) = [d for d in made.discrepancies if d.kind == "place"]
    assert any(v.value.startswith(rival) for v in found.values)


@pytest.mark.parametrize(
    "text",
    [
        "The army said its helicopters killed nine terrorists near Gamboru, Nigeria, on Tuesday. Residents said the shooting lasted for hours.",
        "Soldiers killed four insurgents at Macomia, Mozambique, on Monday. Three civilians also died, residents said.",
        "Rebels attacked Rutshuru, Congo, on Monday. The army said the attack had been repelled.",
        "A bomb killed five people in Kandahar, Afghanistan, on Monday. The governor said the dead were civilians.",
        "Gunmen killed four soldiers at Inata, Burkina Faso, on Sunday. Residents of Djibo said they had heard shots.",
        "The town of Palma, Mozambique, was overrun by insurgents on Wednesday after troops repelled two assaults, the army said.",
        "A drone struck a fuel depot in Port Sudan, Sudan, on Sunday. The governor said the fire was under control.",
        "Four farmers were killed in Bama, Nigeria, on Sunday. The police said the attackers were Boko Haram fighters.",
        "Hamas said its fighters fired rockets at Ashkelon, Israel, on Monday. Israel said its aircraft struck the launchers in Gaza.",
        "Police killed three bandits in a shootout near Zamfara, Nigeria, on Sunday and said they were part of a gang.",
        "A missile hit a market in Kherson, Ukraine, on Sunday, killing six people. The air force said it had shot down nine drones.",
    ],
)
def test_what_may_all_be_true_is_no_dispute(tmp_path: Path, text: str) -> None:
    assert not disputed(tmp_path, text)


def test_two_fighting_sides_that_count_each_others_dead_stand_side_by_side(tmp_path: Path) -> None:
    text = "The rebels said they killed 50 soldiers in an attack on Elephant Pass, Sri Lanka, on 8 June. The defence ministry said 39 rebels died."
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.attribute == "killed"]
    assert {v.value for v in found.values} == {"50 soldiers", "39 rebels"}


def test_a_massacre_of_whom_one_says_fighters_and_another_civilians_is_disputed(tmp_path: Path) -> None:
    text = "The massacre at Moura, Mali, on 27 March left 203 fighters dead, said the army. Rights monitors say 300 civilians were executed."
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.attribute == "killed"]
    assert {v.value for v in found.values} == {"203 fighters", "300 civilians"}


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Rebels captured the town of Sake, Congo, on 3 June, they said in a statement.",
            "The Congolese army said its troops repelled a rebel attack on the town of Sake, Congo, on 3 June.",
        ),
        (
            "A drone strike killed nine people at a market in Tessalit, Mali, on 3 June, residents said.",
            "Nine people died at a market in Tessalit, Mali, on 3 June. The army said a gas cylinder had exploded.",
        ),
    ],
)
def test_versions_of_two_reports_stand_side_by_side(tmp_path: Path, texts: tuple[str, str]) -> None:
    assert "nature" in disputed(tmp_path, *texts)


def test_a_first_report_that_nobody_upholds_is_shown_as_replaced(tmp_path: Path) -> None:
    text = "First reports spoke of four dead in the blast in Quetta, Pakistan, on 3 June; the hospital now says eleven."
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.attribute == "killed"]
    assert {v.value for v in found.values} == {"four", "11"}
    assert "replaced" in found.explanation


@pytest.mark.parametrize(
    ("text", "best", "sides"),
    [
        (
            "Five soldiers died in the attack on the camp at Bulo, Somalia, on 2 June, the ministry said. Claims on social media that 71 soldiers were "
            "lost are fabrications, it said.",
            5,
            {"five", "71, denied"},
        ),
        (
            "Rebels attacked a base near Bol, Chad, on 2 June. The army said five of its men died. It called reports that 30 had been killed false.",
            5,
            {"five", "30, denied"},
        ),
    ],
)
def test_a_number_that_is_denied_stands_beside_the_toll_and_never_for_it(tmp_path: Path, text: str, best: int, sides: set[str]) -> None:
    made = record(tmp_path, text)
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "killed"]
    assert toll is not None
    assert toll.best == best
    (found,) = [d for d in made.discrepancies if d.attribute == "killed"]
    assert {v.value for v in found.values} == sides


@pytest.mark.parametrize(
    "denial",
    [
        "The alliance said that it had seen no sign of civilian casualties.",
        "The alliance said there was no evidence that the strike had killed civilians.",
        "The alliance said no civilians were harmed.",
    ],
)
def test_who_knows_of_no_civilians_harmed_is_set_beside_who_counts_them(tmp_path: Path, denial: str) -> None:
    text = f"The government of Somalia accused the alliance of killing 12 civilians in an airstrike at Jilib, Somalia, on Monday. {denial}"
    (found,) = [d for d in record(tmp_path, text).discrepancies if d.rule == "discrepancy.value"]
    assert found.attribute == "killed"
    assert len(found.values) == 2


def test_a_bomb_from_the_air_and_a_car_bomb_are_two_means(tmp_path: Path) -> None:
    text = "An explosion killed nine people in Abs, Yemen, on Tuesday. Residents said a barrel bomb was dropped by a helicopter. State media said "
    assert "method" in disputed(tmp_path, text + "a car bomb went off.")
    assert "method" in disputed(tmp_path, text + "that the bomb had been left in a bag.")


def test_means_of_two_reports_that_nothing_ties_to_one_deed_are_no_dispute(tmp_path: Path) -> None:
    assert "method" not in disputed(
        tmp_path, "Gunmen attacked a police post in Raga, South Sudan, on Tuesday.", "An air strike hit a police post in Raga, South Sudan, on Tuesday."
    )


def test_who_denies_reports_of_his_own_doings_does_not_deny_the_deed(tmp_path: Path) -> None:
    text = "Gunmen killed 27 people in Tumaco, Colombia, on Wednesday. The army denied reports that "
    assert "nature" not in disputed(tmp_path, text + "it had withdrawn from the area.")
