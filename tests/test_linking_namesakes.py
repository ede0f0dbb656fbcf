"""Linking by a place's name: two reports of one deed may be taken for two namesakes of one country."""

from msgspec.structs import replace

from linking_factory import EL_FASHER, TIBU, document, mention
from thucydides.linking import link
from thucydides.nouns import Place

NAMESAKE = replace(TIBU, gazetteer_id="made:namesake", admin1="Nariño", admin2="Ricaurte", latitude=1.2, longitude=-77.9)
ELSEWHERE = replace(NAMESAKE, name="Ricaurte", gazetteer_id="made:elsewhere")
DOCUMENTS = [document("a", "2024-05-02"), document("b", "2024-05-02")]


def joined(one: Place, other: Place, days: tuple[str, str] = ("2024-05-01", "2024-05-01")) -> bool:
    told = [mention(name, 0, "Attack", day, place, [3]) for name, day, place in zip("ab", days, (one, other), strict=True)]
    return len(link(told, DOCUMENTS).clusters) == 1


def test_a_deed_told_of_two_namesakes_on_one_day_is_one() -> None:
    assert joined(TIBU, NAMESAKE)
    assert not joined(TIBU, ELSEWHERE)


def test_namesakes_struck_on_other_days_or_in_other_countries_stay_apart() -> None:
    assert not joined(TIBU, NAMESAKE, ("2024-05-01", "2024-04-25"))
    assert not joined(replace(EL_FASHER, name="Tibú"), NAMESAKE)
