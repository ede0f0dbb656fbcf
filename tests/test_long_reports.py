"""A long report is read as a short one: what is looked up instead of gone through gives the same."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.covering import Cover
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.tellings.outlying import Others
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import DateRange, Place

STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda s: (s[0], s[0] + s[1])), max_size=8)


@given(STRETCHES, st.integers(0, 45), st.integers(1, 12))
def test_a_cover_holds_what_one_of_its_stretches_holds(stretches: list[tuple[int, int]], start: int, length: int) -> None:
    cover = Cover(stretches)
    assert cover.holds(start) == any(a <= start < b for a, b in stretches)
    assert cover.holds(start, start + length) == any(a <= start and start + length <= b for a, b in stretches)


def _told(start: int, day: DateRange | None, names: tuple[str, ...] = ()) -> Dated:
    return Dated(Telling(start, start + 40, 0, start, "paragraph", (), (), "happened", names=names), day, None, None)


def test_what_a_draft_comes_to_follows_what_is_put_to_it() -> None:
    month = DateRange("2019-06", date(2019, 6, 1), date(2019, 6, 30), "month", wording="June 2019")
    day = DateRange("2019-06-14", date(2019, 6, 14), date(2019, 6, 14), "day", wording="14 June 2019")
    draft = Draft(_told(100, month, ("Camp Arda",)))
    assert (draft.date, draft.span, draft.names) == (month, (100, 140), {"Camp Arda"})
    draft.add(_told(20, day, ("Idris Kano",)))
    assert (draft.date, draft.span, draft.names) == (day, (20, 140), {"Camp Arda", "Idris Kano"})
    draft.items = draft.items[:1]
    assert (draft.date, draft.span) == (month, (100, 140))


def test_a_village_is_held_against_the_other_places_of_a_report_alone() -> None:
    towns = {
        str(n): Place(name=f"Town {n}", gazetteer_id=str(n), kind="settlement", country="ML", latitude=13.0 + n / 10, longitude=-5.0,
                      precision=1, radius_km=2.0, reason="place.exact")
        for n in range(5)
    }  # fmt: skip
    far = Place(name="Far", gazetteer_id="far", kind="settlement", country="ML", latitude=20.0, longitude=-5.0, precision=1, radius_km=2.0,
                reason="place.exact")  # fmt: skip
    around = Others({**towns, "far": far})
    gap = around.off(far)
    assert gap is not None
    assert 700 < gap < 800
    assert all(around.off(town) is None for town in towns.values())
    assert around.than(far) == [*towns.values()]
