"""The gazetteer: folding of names, look-up, respelling, shapes, and tables of one's own."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.places import add_table, open_gazetteer
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.gazetteer import Gazetteer, shipped
from thucydides.grounding.places.geometry import haversine, offset
from thucydides.grounding.places.layer import Layer
from thucydides.grounding.places.shapes import shapes


@given(st.text(max_size=30))
def test_folding_is_idempotent(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Shamsiddin Shokhin", "Shamsiddin Shohin"), ("Darvoz", "Darvaz"), ("Darwaz", "Darvaz"), ("Qunduz", "Kunduz"),
     ("Deir ez-Zor", "Dayr az Zawr"),
     ("Khorog", "Khorugh"), ("Saada", "Sa'dah")],
)  # fmt: skip
def test_respellings_meet_in_their_consonants(one: str, two: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(two))


def test_different_names_keep_different_consonants() -> None:
    assert skeleton(fold("Aleppo")) != skeleton(fold("Lop"))
    assert skeleton(fold("Mosul")) != skeleton(fold("Kirkuk"))


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0, 360), st.floats(0.1, 900))
def test_an_offset_lies_as_far_off_as_asked(latitude: float, longitude: float, bearing: float, distance: float) -> None:
    there = offset(latitude, longitude, bearing, distance)
    assert abs(haversine(latitude, longitude, *there) - distance) < 0.01 * distance + 0.001


def test_every_country_has_an_entry_and_a_point() -> None:
    gazetteer = open_gazetteer()
    for name in ("Sudan", "Ukraine", "Myanmar", "Colombia", "Syria", "Mali", "Tajikistan", "Yemen", "Haiti", "Israel"):
        found = gazetteer.named(name, ("country",))
        assert len(found) == 1
        assert shapes().unit_at(found[0].latitude, found[0].longitude) is not None


def test_a_renamed_unit_is_found_by_both_names() -> None:
    gazetteer = open_gazetteer()
    old, new = gazetteer.named("Shuroobod", ("admin2",), "TJ")[0], gazetteer.named("Shamsiddin Shohin", ("admin2",), "TJ")[0]
    assert old.number == new.number


def test_the_file_is_small_enough_to_ship() -> None:
    assert shipped().stat().st_size < 40_000_000


def test_every_border_joins_two_known_countries() -> None:
    known = shapes()
    for pair in known.borders:
        one, two = pair.split("-")
        line = known.line(one, two)
        assert line is not None
        assert len(line) >= 2


def test_a_table_of_ones_own_is_laid_over_and_added_to(tmp_path: Path) -> None:
    own, target = tmp_path / "own.csv", tmp_path / "own.bin"
    own.write_text("name,latitude,longitude,country,alternates,population\nZorvakqala,38.5,70.7,TJ,Zorvak Qala|Sorvakqala,1200\n")
    assert add_table(own, target) == 1
    assert add_table(own, target) == 0
    own.write_text("name,latitude,longitude,country\nYurbandeh,36.7,67.1,AF\n")
    assert add_table(own, target) == 1
    gazetteer = Gazetteer((Layer(shipped()), Layer(target)))
    found = gazetteer.named("Sorvakqala")
    assert [(e.name, e.country, e.admin1, e.population > 1000) for e in found] == [("Zorvakqala", "TJ", "Gorno-Badakhshan", True)]
    assert gazetteer.named("Yurbandeh")[0].country == "AF"
    assert gazetteer.named("Khorog")[0].country == "TJ"


def test_a_geonames_dump_is_taken(tmp_path: Path) -> None:
    cells = ["99", "Qaryat Xyz", "Qaryat Xyz", "Kariat Xyz", "15.5", "44.2", "P", "PPL", "YE", *[""] * 5, "300", *[""] * 3, "2024-01-01"]
    line = "\t".join(cells)
    dump = tmp_path / "YE.txt"
    dump.write_text(line + "\n")
    assert add_table(dump, tmp_path / "own.bin") == 1
    found = Gazetteer((Layer(shipped()), Layer(tmp_path / "own.bin"))).named("Kariat Xyz")
    assert found[0].identifier == "geonames:99"


@pytest.mark.parametrize(
    ("content", "says"),
    [("a,b\n1,2\n", "lacks the column name"), ("name,latitude,longitude,country\nX,1000,1,TJ\n", "no point on earth"),
     ("name,latitude,longitude,country\nX,north,1,TJ\n", "is no number"),
     ("name,latitude,longitude,country,kind\nX,1,1,TJ,castle\n", "no kind of place"),
     ("name,latitude,longitude,country\n", "holds no places")],
)  # fmt: skip
def test_a_bad_table_is_refused_in_one_line(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(content)
    with pytest.raises(ValueError, match=says) as error:
        add_table(file, tmp_path / "own.bin")
    assert "\n" not in str(error.value)


def test_a_missing_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gazetteer add"):
        open_gazetteer(tmp_path / "none.bin")
    (tmp_path / "bad.bin").write_bytes(b"something else entirely")
    with pytest.raises(ValueError, match="no gazetteer of this version"):
        open_gazetteer(tmp_path / "bad.bin")
