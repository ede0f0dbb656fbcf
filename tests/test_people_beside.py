"""People told of beside others whom a word of harm counts, by lists, brackets, "also", bodies and throats."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store


def _toll(tmp_path: Path, line: str, outcome: str) -> int | None:
    (tmp_path / "report.txt").write_text(f"Report of the day\n\nJuly 3, 2025\n\n{line}\n")
    with Store.open(tmp_path / "record", create=True) as store:
        (incident,) = (i for i in build([tmp_path / "report.txt"], store).incidents if i.kind == "incident")
    toll = incident.assessed(outcome)
    return toll.quantity.best if toll is not None and toll.quantity is not None else None


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("The siege of Tarin ended on Sunday after 730 rebels, 140 soldiers and 52 civilians had been killed.", 922),
        ("Two soldiers (one of them a captain) and a bystander were killed in Bamako on Monday.", 3),
        ("On Sunday gunmen entered a canteen in Leh and killed Dr Ravi Rao of Pune and four workers.", 5),
        ("Rebels attacked a post at Diffa on Monday, killing 12; seven militants were also killed.", 19),
        ("The attackers were driven off at Paoua on Monday with the loss of a Kenyan peacekeeper and thirty-one rebels.", 32),
        ("The bodies of a woman and her two children were pulled from a house in Aleppo that was shelled on Monday.", 3),
        ("On June 9 a truck bomb destroyed a radio station in Lima, killing a journalist, Pedro Alonso, and two watchmen.", 3),
        ("On 14 June near Cotabato troops killed Abdul Sali alias Zab and three of his men who refused to surrender.", 4),
        ("Six French aid workers, their Nigerien guide and their driver were shot dead on Sunday.", 8),
        ("Lord Maurice Carew and Lady Carew were killed by a car bomb at Kilmore on 25 April.", 2),
        ("Ten soldiers, two VDP and a civilian died in an attack on Seytenga on Monday.", 13),
        ("Gunmen slit the throat of a trader's brother in Torodi on Monday.", 1),
        ("The raid on Sirte of 12 January led to the martyrdom of five and the wounding of six.", 5),
        ("A truck drove over a mine near Pibor on Friday. Four soldiers died on the spot and three others in hospital.", 7),
        ("Rebels attacked Qaramah on Monday; they left 14 bodies on the field.", 14),
        ("The governor put the dead of Sunday's market bombing in Baidoa at seven.", 7),
        ("The dead of Sunday's raid on Kobo: a priest, five women and four children.", 10),
    ],
)
def test_those_told_beside_the_dead_are_counted_with_them(tmp_path: Path, line: str, killed: int) -> None:
    assert _toll(tmp_path, line, "killed") == killed


@pytest.mark.parametrize(
    ("line", "injured"),
    [
        ("The offensive on Gali began on Sunday. Sukhum reports 16 dead and 100 wounded soldiers.", 100),
        ("Two brothers were killed on Monday, along with a cousin injured, by a shell in Al Hali.", 1),
        ("Two constables were killed and five others, including a passer-by, sustained injuries in a blast in Bannu on Monday.", 5),
        ("Death toll in Quetta hospital blast climbs to 19; 27 still under treatment.", 27),
        ("A crowd stoned police cars in Derry on Tuesday; seven officers were treated for cuts.", 7),
    ],
)
def test_the_hurt_told_beside_others_are_counted(tmp_path: Path, line: str, injured: int) -> None:
    assert _toll(tmp_path, line, "injured") == injured


@pytest.mark.parametrize(
    "line",
    [
        "After clashes with 20 militants, five soldiers were killed near Kidal on Monday.",
        "Five people (two women and three men) were killed in Bamako on Monday.",
        "Five people were killed in Bamako on Monday, one policeman and a witness said.",
        "Gunmen killed five judges in Bamako on Monday, and two guards were arrested.",
        "Five soldiers were killed in Bamako on Monday when six others fell into a river.",
    ],
)
def test_who_is_only_told_of_near_the_dead_is_none_of_them(tmp_path: Path, line: str) -> None:
    assert _toll(tmp_path, line, "killed") == 5
