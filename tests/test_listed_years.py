"""A list of which no head says a year yields to other reports that date its deeds."""

from pathlib import Path

from told import days_of_record

_LIST = (
    "Plateau raids in brief\n\nPosted: 4 July 2015\n\n"
    "2 November: Raiders kill 11 people in Wase.\n\n7 January: Gunmen kill 40 people at a funeral in Jos.\n\n"
    "19 April: A dawn raid on Shendam leaves 20 people dead.\n\n12 August: Gunmen kill nine traders in Bokkos.\n"
)
_OTHERS = {
    "a": "Forty die in Jos\n\nPosted: 9 January 2012\n\nGunmen killed 40 people at a funeral in Jos on 7 January 2012, police said.\n",
    "b": "Raid on Shendam\n\nPosted: 21 April 2012\n\nA raid on Shendam on 19 April 2012 left 20 people dead, police said.\n",
}


def test_a_list_of_reckoned_years_moves_as_a_whole_to_where_others_date_its_deeds(tmp_path: Path) -> None:
    assert days_of_record(tmp_path, {"list": _LIST} | _OTHERS) == ["2011-11-02", "2012-01-07", "2012-04-19", "2012-08-12"]


def test_one_deed_dated_otherwise_moves_no_list(tmp_path: Path) -> None:
    found = days_of_record(tmp_path, {"list": _LIST, "a": _OTHERS["a"]})
    assert "2014-08-12" in found


def test_a_list_that_says_its_year_does_not_move(tmp_path: Path) -> None:
    found = days_of_record(tmp_path, {"list": _LIST.replace("12 August:", "12 August 2014:")} | _OTHERS)
    assert "2014-04-19" in found
