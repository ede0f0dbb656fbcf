"""Maps and charts: uncertain places are areas, unknown ones are listed, and the drawing is where the earth has it."""

import math
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from publishing_sample import assessed, sample
from publishing_texts import exactly
from thucydides.nouns import DateRange, Incident, Place, Quantity, Record
from thucydides.publishing import sums
from thucydides.publishing.chart import chart, summary
from thucydides.publishing.index import Index
from thucydides.publishing.maps import basemap
from thucydides.publishing.maps.frame import placed
from thucydides.publishing.maps.geometry import Projection, clipped, fitted, inside, northing, path, runs, southing, thinned
from thucydides.publishing.maps.map import Picture, picture


def incident(name: str, place: Place | None = None, when: DateRange | None = None, killed: Quantity | None = None) -> Incident:
    """An incident with just these values."""
    given = [
        assessed(name, "place", place=place) if place else None,
        assessed(name, "date", date=when) if when else None,
        assessed(name, "killed", quantity=killed) if killed else None,
    ]
    found = tuple(a for a in given if a)
    return Incident(name, "incident", name, "Attack", "Violence against civilians", "happened", (), assessments=found)


def month(year: int, number: int, day: int = 3) -> DateRange:
    return DateRange("", date(year, number, day), date(year, number, day))


def drawn(*incidents: Incident) -> Picture:
    found = picture(Index(Record("t", 1, incidents=incidents)), 800, 0.6)
    assert found is not None
    return found


def test_an_uncertain_place_is_an_area_of_its_radius() -> None:
    found = picture(Index(sample()), 840, 0.62)
    assert found is not None
    assert [a.exact for a in found.areas] == [False] * 3
    pixels = found.scale / found.scale_km
    assert [a.radius / pixels for a in found.areas] == pytest.approx([110, 75, 40], rel=0.03)


def test_only_an_exact_place_is_a_point() -> None:
    found = drawn(incident("a", Place("Kyiv", latitude=50.45, longitude=30.52, precision=1, radius_km=1.0, country="UA")))
    assert found.areas[0].exact


def test_what_is_known_by_country_or_not_at_all_is_listed_not_drawn() -> None:
    coarse = incident("coarse", Place("Mali", country="ML", latitude=17.0, longitude=-4.0, precision=6))
    unplaced = incident("unplaced", Place("Gao", country="ML"))
    nowhere = incident("nowhere")
    found = placed(Record("t", 1, incidents=(coarse, unplaced, nowhere)))
    assert [[i.id for i in part] for part in found] == [[], ["coarse", "unplaced"], ["nowhere"]]
    assert picture(Index(Record("t", 1, incidents=(coarse, nowhere))), 800, 0.6) is None


def test_incidents_of_one_place_keep_their_numbers_apart() -> None:
    gao = Place("Gao", country="ML", latitude=16.27, longitude=-0.04, precision=2)
    found = drawn(*(incident(f"i{n}", gao) for n in range(7)))
    chips = found.chips
    assert len(found.areas) == 1
    assert [c.number for c in chips] == list(range(1, 8))
    assert min(math.dist((a.x, a.y), (b.x, b.y)) for a in chips for b in chips if a != b) >= 22


@pytest.mark.parametrize(
    ("west", "east"),
    [((4.6, -74.1, "CO"), (13.1, 30.4, "SD")), ((31.5, 64.1, "AF"), (50.0, 36.0, "UA")), ((31.5, 64.1, "AF"), (-1.5, 29.0, "CD"))],
)
def test_no_countrys_name_lies_on_a_citys(west: tuple[float, float, str], east: tuple[float, float, str]) -> None:
    found = drawn(*(incident(c, Place(c, latitude=y, longitude=x, country=c, precision=1)) for y, x, c in (west, east)))
    assert found.countries
    for town in found.cities:
        left = town.x if town.anchor == "start" else town.x - 6.4 * len(town.text)
        for land in found.countries:
            half, right = 4.6 * len(land.text), left + 6.4 * len(town.text)
            apart = abs(land.y - town.y) >= 16 or land.x + half <= left or right <= land.x - half
            assert apart, (town, land)


def test_a_map_across_the_line_of_dates_need_not_go_round_the_earth() -> None:
    fiji = Place("Suva", country="FJ", latitude=-18.1, longitude=178.4, precision=2)
    samoa = Place("Apia", country="WS", latitude=-13.8, longitude=-171.8, precision=2)
    found = drawn(incident("a", fiji), incident("b", samoa))
    assert found.scale_km <= 250
    assert "Suva" in {c.text for c in found.cities}
    first, second = found.areas
    assert 0 < first.x < 800
    assert 0 < second.x < 800


@given(st.floats(-83, 83), st.floats(-179, 179))
def test_northing_and_southing_undo_each_other(latitude: float, longitude: float) -> None:
    assert southing(northing(latitude)) == pytest.approx(latitude, abs=1e-9)
    frame = (longitude - 2, latitude - 1, longitude + 2, latitude + 1)
    x, y = Projection(frame, 400).at(longitude, latitude)
    assert x == pytest.approx(200)
    assert 0 < y < Projection(frame, 400).height


@given(st.tuples(st.floats(-170, 170), st.floats(-70, 70), st.floats(0.1, 9), st.floats(0.1, 9)), st.floats(0.3, 2))
def test_a_frame_holds_its_box_at_the_ratio_asked(box: tuple[float, float, float, float], ratio: float) -> None:
    west, south, wide, high = box
    frame = fitted((west, south, west + wide, south + high), ratio)
    assert frame[0] <= west + 1e-9
    assert frame[1] <= south + 1e-9
    assert frame[2] >= west + wide - 1e-9
    assert frame[3] >= south + high - 1e-9
    assert Projection(frame, 500).height == pytest.approx(500 * ratio, rel=1e-6)


POINTS = st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=3, max_size=12)


@given(POINTS)
def test_what_is_clipped_lies_in_the_frame(ring: list[tuple[float, float]]) -> None:
    for x, y in clipped(ring, (-3.0, -2.0, 3.0, 2.0)):
        assert -3 - 1e-9 <= x <= 3 + 1e-9
        assert -2 - 1e-9 <= y <= 2 + 1e-9


def test_a_ring_around_the_frame_becomes_the_frame() -> None:
    ring = clipped([(-9, -9), (9, -9), (9, 9), (-9, 9)], (-1, -1, 1, 1))
    assert {(round(x), round(y)) for x, y in ring} == {(-1, -1), (1, -1), (1, 1), (-1, 1)}
    assert inside((0, 0), ring)
    assert not inside((2, 0), ring)


def test_lines_are_cut_to_their_runs_thinned_and_written() -> None:
    assert runs([(-5, 0), (0, 0), (5, 0), (9, 0), (0, 1)], (-1, -1, 1, 1)) == [[(-5, 0), (0, 0), (5, 0)], [(9, 0), (0, 1)]]
    assert thinned([(0, 0), (0.1, 0), (5, 0), (5.1, 0), (6, 0)], 1) == [(0, 0), (5, 0), (6, 0)]
    assert path([[(0, 0), (10.04, 5), (10.04, 5), (3, -2.5)]], close=True) == "M0 0l10 5 -7 -7.5z"


@pytest.mark.parametrize(
    ("name", "longitude", "latitude"),
    [
        ("Tajikistan", 68.77, 38.56),
        ("Sudan", 32.53, 15.6),
        ("Colombia", -74.08, 4.6),
        ("Ukraine", 30.52, 50.45),
        ("Myanmar", 96.1, 19.75),
    ],
)
def test_the_base_map_has_capitals_in_their_countries(name: str, longitude: float, latitude: float) -> None:
    frame = (longitude - 0.5, latitude - 0.5, longitude + 0.5, latitude + 0.5)
    holding = {land.name for land in basemap.lands(frame) if inside((longitude, latitude), land.rings[0])}
    assert holding == {name}


def test_the_base_map_says_its_sources_and_gives_rivers_and_cities() -> None:
    frame = (67.0, 36.5, 72.0, 39.0)
    assert "Natural Earth" in basemap.source()
    assert next(basemap.cities(frame)).name == "Dushanbe"
    assert any(len(line) > 5 for line in basemap.rivers(frame))


def test_a_chart_keeps_months_unknown_numbers_and_ranges_apart() -> None:
    record = Record(
        "t",
        1,
        incidents=(
            incident("a", when=month(2025, 11), killed=Quantity(3, 3, 5)),
            incident("b", when=month(2025, 11, 9)),
            incident("c", when=month(2026, 1), killed=exactly(4)),
            incident("d", when=DateRange("2025", date(2025, 1, 1), date(2025, 12, 31)), killed=exactly(9)),
            incident("e"),
        ),
    )
    found = chart(record, 760, 230)
    assert found is not None
    assert [(b.name, b.killed, b.incidents, b.incidents_unknown, b.unknown) for b in found.bars] == [
        ("Nov 2025", "3 to 5 (best 3)", 2, 1, True),
        ("Jan 2026", "4", 1, 0, False),
    ]
    assert found.bars[0].high < found.bars[0].y == found.bars[0].low
    assert [i.id for i in found.unplaced] == ["d", "e"]
    assert summary(found) == "People killed by month: 2 months with incidents between Nov 2025 and Jan 2026; most in Jan 2026, 4."


def test_a_long_record_is_drawn_by_year_and_one_without_dates_not_at_all() -> None:
    apart = (incident("a", when=month(1990, 1)), incident("b", when=month(2020, 1), killed=exactly(1)))
    found = chart(Record("t", 1, incidents=apart), 760, 230)
    assert found is not None
    assert found.by_year
    assert [b.name for b in found.bars] == ["1990", "2020"]
    assert chart(Record("t", 1, incidents=(incident("a"),)), 760, 230) is None


def test_sums_leave_the_unknown_out_and_say_so() -> None:
    total = sums.total(
        [incident("a", killed=Quantity(2, 2, 5)), incident("b", killed=Quantity(3, 3, None)), incident("c")], "killed"
    )
    assert (total.low, total.best, total.high, total.counted, total.unknown, total.open) == (5, 5, 8, 2, 1, True)
    assert (total.words, total.short, total.people) == ("5 to 8 or more (best 5)", "5–8+", "5 to 8 or more people (best 5)")
    nothing = sums.total([incident("c")], "killed")
    assert (nothing.words, nothing.short) == ("unknown", "?")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_a_sum_is_the_sum_of_its_parts(parts: list[tuple[int, int, int]]) -> None:
    given = [incident(f"i{n}", killed=Quantity(min(p), sorted(p)[1], max(p))) for n, p in enumerate(parts)]
    total = sums.total(given, "killed")
    assert (total.low, total.high) == (sum(min(p) for p in parts), sum(max(p) for p in parts))
    assert replace(total, counted=1).low <= total.best <= total.high


def test_a_ring_over_the_180th_meridian_has_no_jump_across_the_map() -> None:
    ring = [(178.0, 60.0), (-179.0, 61.0), (177.0, 62.0), (178.0, 63.0), (178.0, 60.0)]
    assert [x for x, _ in basemap.unwrapped(ring)] == [178.0, 181.0, 177.0, 178.0, 178.0]
    polar = [(-170.0, -80.0), (-60.0, -80.0), (60.0, -80.0), (170.0, -80.0), (-170.0, -80.0)]
    assert basemap.unwrapped(polar) == polar
    flipped = [(-179.0, 60.0), (178.0, 61.0), (90.0, 62.0), (178.0, 63.0), (-179.0, 60.0)]
    assert [x for x, _ in basemap.unwrapped(flipped)] == [181.0, 178.0, 90.0, 178.0, 181.0]
    for land in basemap.lands((-180.0, -60.0, 180.0, 75.0)):
        for one in land.rings:
            assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(one)) or land.code in ("AQ", "")
