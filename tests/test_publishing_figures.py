"""figures: valid SVG and PNG, ranges and unknowns shown, uncertain places as areas, the same bytes every time."""

import re
import struct
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from example_record import example
from publishing_sample import sample
from test_publishing_html import hostile
from thucydides.nouns import Record
from thucydides.publishing import Options
from thucydides.publishing.figures.drawing import Figure
from thucydides.publishing.figures.raster import png
from thucydides.publishing.figures.scales import Scale
from thucydides.publishing.index import Index
from thucydides.publishing.maps.map import picture
from thucydides.publishing.outputs import figures

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"tolls-by-month", "tolls-by-claimant", "numbers-by-claimant", "map", "who-accuses-whom"}


def drawn(record: Record) -> dict[str, ElementTree.Element]:
    files = figures.write(record, Options())
    return {name.removesuffix(".svg"): ElementTree.fromstring(data) for name, data in files.items() if name.endswith(".svg")}


def words(figure: ElementTree.Element) -> list[str]:
    return [t.text or "" for t in figure.iter(f"{SVG}text")]


@pytest.mark.parametrize("record", [sample, example])
def test_each_figure_is_there_twice_and_says_what_it_shows(record: object) -> None:
    files = figures.write(record(), Options())  # type: ignore[operator]
    assert set(files) == {f"{n}.{e}" for n in NAMES for e in ("svg", "png")}
    for figure in drawn(record()).values():  # type: ignore[operator]
        assert figure.find(f"{SVG}title") is not None
        assert (figure.find(f"{SVG}desc").text or "").strip()  # type: ignore[union-attr]


@pytest.mark.parametrize("record", [sample, example])
def test_nothing_stands_outside_its_figure(record: object) -> None:
    for figure in drawn(record()).values():  # type: ignore[operator]
        width, height = float(figure.get("width", 0)), float(figure.get("height", 0))
        for mark in figure.iter():
            x, y = mark.get("x") or mark.get("cx"), mark.get("y") or mark.get("cy")
            if x and y and mark.tag == f"{SVG}text":
                assert 0 <= float(x) <= width, mark.text
                assert 0 <= float(y) <= height, mark.text


def test_the_picture_is_a_png_of_print_size() -> None:
    files = figures.write(sample(), Options())
    for name, data in files.items():
        if name.endswith(".png"):
            assert data.startswith(b"\x89PNG")
            wide, _ = struct.unpack(">II", data[16:24])
            assert wide > 1500


def test_the_same_record_gives_the_same_bytes() -> None:
    assert figures.write(sample(), Options()) == figures.write(sample(), Options())


def test_ranges_and_unknowns_are_drawn() -> None:
    tolls = drawn(sample())["tolls-by-month"]
    assert "?" in words(tolls)
    assert "5 injured" in (tolls.find(f"{SVG}desc").text or "") or "2 to 5" in (tolls.find(f"{SVG}desc").text or "")  # type: ignore[union-attr]


def test_each_claimants_number_is_a_dot_on_its_scale() -> None:
    figure = drawn(sample())["numbers-by-claimant"]
    said = " ".join(words(figure))
    assert "12 March 1991: Patrols clash near Coangos" in said
    assert len(list(figure.iter(f"{SVG}circle"))) >= 5


def test_no_uncertain_place_is_a_point() -> None:
    index = Index(sample())
    uncertain = picture(index, 700, 0.6)
    assert uncertain is not None
    assert all(a.radius > 8 for a in uncertain.areas if not a.exact)
    dashed = [c for c in drawn(sample())["map"].iter(f"{SVG}circle") if c.get("stroke-dasharray")]
    assert len(dashed) == sum(not a.exact for a in uncertain.areas)


def test_who_denies_is_marked_otherwise_than_who_accuses() -> None:
    text = drawn(sample())["who-accuses-whom"].find(f"{SVG}desc").text or ""  # type: ignore[union-attr]
    assert re.search(r"Quito|Ecuador", text)
    assert "denies" in text
    assert "accuses or names, the Military Forces of Peru" in text


def test_what_lies_far_away_does_not_draw_the_map_apart() -> None:
    record = sample()
    near = picture(Index(record), 700, 0.6)
    assert near is not None
    assert near.outside == ()
    far = next(i for i in record.incidents if i.id == "PE-1991-02")
    moved = tuple(
        replace(a, place=replace(a.place, latitude=60.0, longitude=100.0)) if a.attribute == "place" and a.place else a
        for a in far.assessments
    )
    copies = [replace(i, id=f"{i.id}-{n}") for i in record.incidents if i.id.startswith("EC-1991-03-1") and i.kind == "incident" for n in range(4)]
    changed = replace(record, incidents=(*(i for i in record.incidents if i is not far), *copies, replace(far, assessments=moved)))
    apart = picture(Index(changed), 700, 0.6)
    assert apart is not None
    assert [i.id for i in apart.outside] == [far.id]
    assert apart.scale_km <= near.scale_km


def test_numbers_far_apart_stand_on_a_logarithmic_scale_with_a_place_for_none() -> None:
    assert not Scale([1, 5, 9], 0, 100).log
    wide = Scale([0, 3, 9000], 0, 100)
    assert wide.log
    assert wide.at(0) == 0
    assert wide.at(3) < wide.at(30) < wide.at(9000) <= 100


def test_hostile_words_stay_words() -> None:
    for figure in drawn(hostile()).values():
        assert {e.tag.removeprefix(SVG) for e in figure.iter()} <= {
            "svg", "title", "desc", "rect", "text", "line", "circle", "path", "g", "clipPath",
        }  # fmt: skip
    assert png(Figure("x", "<&>", '"', 100, 40, ())).startswith(b"\x89PNG")


def test_an_empty_record_has_no_figures() -> None:
    assert figures.write(Record("Empty", 1), Options()) == {}
