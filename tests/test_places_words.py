"""The words of a text are cut alike whatever letters stand elsewhere in it, and a place within reach is never passed over unread."""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.places.candidates import candidate_of
from thucydides.grounding.places.containment import contained, distance
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.tokens import Tokens

_WRITTEN = st.text(st.one_of(st.characters(max_codepoint=0x2FFF), st.sampled_from(" .'’-ASUNs\n")), max_size=80)
_REACH_KM = 20.0  # from a town, within which a smaller place is said to be in it


@given(_WRITTEN)
def test_words_are_cut_alike_with_and_without_a_far_letter_in_the_text(text: str) -> None:
    near, far = Tokens(text + " ."), Tokens(text + " . \U0001f600")
    assert [token.text for token in near] == [token.text for token in far]
    assert near.starts == far.starts
    assert near.times == far.times


def _town(number: int, latitude: float, longitude: float, population: int) -> Entry:
    return Entry(
        number=number, name="", kind="settlement", sub="", country="", admin1="", admin2="", latitude=latitude, longitude=longitude,
        population=population, radius=1.0, identifier=f"user:{number}",
    )  # fmt: skip


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(-0.4, 0.4), st.floats(-1.5, 1.5))
def test_a_smaller_place_beside_a_town_is_in_it_wherever_on_earth_the_town_lies(north: float, east: float, up: float, right: float) -> None:
    around = (east + right + 180) % 360 - 180
    town, village = _town(1, north, east, 9000), _town(2, north + up, around, 90)
    beside = distance(village, town) < _REACH_KM
    assert contained(candidate_of(village, 0.0), candidate_of(town, 0.0)) == beside
    assert not contained(candidate_of(town, 0.0), candidate_of(village, 0.0))
