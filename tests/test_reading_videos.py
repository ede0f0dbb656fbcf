"""Lists of films that a page plays beside a report are no part of it; a day told hour by hour is."""

from thucydides.reading import plain
from thucydides.reading.videos import without_videos

FILMS = ["1:27 Flood waters rise in the delta", "0:49 Minister visits the front", "4:07 Forty years of the port", "0:39 Why the bridge fell",
         "2:10 Fans greet the team"]  # fmt: skip
HOURS = ["9:05 Shelling reported north of the town", "9:30 Two ambulances arrive", "11:15 The bridge is closed", "14:02 Shelling stops",
         "23:40 Drones over the port", "0:20 Two guards are hit"]  # fmt: skip


def left(lines: list[str]) -> list[str]:
    return [line.text for line in without_videos(plain.lines("\n\n".join(lines)))]


def test_a_list_of_films_goes_and_the_report_stays() -> None:
    assert left(["Rockets hit the port", *FILMS, "Two guards were killed on Monday."]) == ["Rockets hit the port", "Two guards were killed on Monday."]


def test_hours_in_their_order_stay_also_over_midnight() -> None:
    assert left(HOURS) == HOURS
    assert left(HOURS[::-1]) == HOURS[::-1]


def test_hours_of_the_clock_stay_in_any_order() -> None:
    told = [f"{hour} p.m. The siren sounds" for hour in ("7:21", "4:10", "8:05", "3:15", "9:00")]
    assert left(told) == told
