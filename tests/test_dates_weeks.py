"""Weeks: an undated report that names weekdays is of the days whose dated reports name the same people and places; else it stays undated."""

from datetime import date

from msgspec.structs import replace

from thucydides.dated import anchored
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.grounding.weeks import Weeks
from thucydides.nouns import DateRange, Document, Extract, Mention, Passage

_MONDAY = "The army entered Odo on Monday, said the rebel colonel Amaru Teso. In the market of Kalo 31 people were counted dead."
_WEDNESDAY = "Clashes went on at the bridge of Lumi on Wednesday, with Governor Pira Sande in the town and 14 soldiers dead."
_FRIDAY = "Mourners filled the stadium of Abong on Friday. Bishop Oku Lamin spoke of 9 coffins and of the dead of Sefu."


def _weeks(*reports: tuple[str, str]) -> Weeks:
    return Weeks((date.fromisoformat(day), text) for day, text in reports)


def _document(key: str, text: str, published: str = "") -> Document:
    day = date.fromisoformat(published) if published else None
    return Document(key, f"{key}.txt", text, key * 4, published=DateRange(published, day, day) if day else None)


_THREE = (("1998-03-02", _MONDAY), ("1998-03-04", _WEDNESDAY), ("1998-03-06", _FRIDAY))
_BARE = "Shelling was heard from Lumi late on Wednesday. There Governor Pira Sande had counted 14 dead, and people fled on Thursday."


def test_a_report_of_weekdays_is_of_the_days_of_which_others_tell_the_same() -> None:
    found = _weeks(*_THREE).days(_document("bare", _BARE))
    assert found is not None
    assert found.earliest is not None
    assert found.latest is not None
    assert date(1998, 3, 4) <= found.latest <= date(1998, 3, 6)
    assert (found.latest - found.earliest).days <= 2
    assert (found.rule, found.basis) == ("anchor.weeks", "collection")


def test_nothing_dates_a_report_without_weekdays_or_unlike_all_others() -> None:
    assert _weeks(*_THREE).days(_document("bare", _BARE.replace("Wednesday", "that day").replace("Thursday", "the next"))) is None
    other = "The reef of Tamsin was closed to boats on Wednesday, as Harbour Master Idris Vole had asked of 7 owners on Thursday."
    assert _weeks(*_THREE).days(_document("bare", other)) is None
    assert _weeks().days(_document("bare", _BARE)) is None


def test_among_weeks_only_the_likeness_to_one_of_them_tells() -> None:
    later = (*_THREE, ("1998-03-25", _MONDAY.replace("Monday", "Wednesday")))
    found = _weeks(*later).days(_document("bare", _BARE))
    assert found is not None
    assert found.latest is not None
    assert found.latest < date(1998, 3, 9)
    twice = (*_THREE, ("1998-03-25", _WEDNESDAY))
    assert _weeks(*twice).days(_document("bare", _BARE)) is None


def test_an_estimate_bounds_the_days() -> None:
    first, last = date(1998, 3, 9), date(1998, 3, 15)
    assert _weeks(*_THREE).days(_document("bare", _BARE), DateRange("1998-03-09/1998-03-15", first, last)) is None


def test_weekdays_of_a_report_so_dated_count_from_its_last_day() -> None:
    text = "Lumi shelled\n" + _BARE
    told = find_times("on Wednesday")[0]
    passage = Passage("bare", 13, 30)
    mention = Mention("bare:13", "bare", "incident", "Shelling", "Battles", "happened", (passage,), resolve(told, Anchor()), passage)
    documents = [_document(f"d{i}", text, day) for i, (day, text) in enumerate(_THREE)] + [_document("bare", text)]
    extracts = [Extract(d.id) for d in documents[:-1]] + [Extract("bare", (mention,))]
    read = anchored(documents, extracts)
    assert [m.date.edtf for m in read[1][-1].mentions if m.date] == ["1998-03-04"]
    assert read[0][:-1] == tuple(documents[:-1])
    assert replace(read[0][-1], published=None) == documents[-1]
