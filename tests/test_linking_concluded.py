"""Places that are only concluded from the rest of a report: they say a little of whether two tellings are of one incident."""

from collections.abc import Sequence

from msgspec.structs import replace

from linking_factory import DEPAYIN, HOMS, document, mention
from thucydides.linking import link
from thucydides.linking.comparing import compare
from thucydides.nouns import Mention, Pair, Passage, Place, PlaceRef

NEAR_HOMS = replace(HOMS, name="Rastan", gazetteer_id="geonames:171099", latitude=34.93, longitude=36.73, precision=3, radius_km=25.0)
PALMYRA = replace(HOMS, name="Tadmur", gazetteer_id="geonames:163915", latitude=34.56, longitude=38.28)
SYRIA = Place("Syria", "iso:SY", "country", "SY", None, None, 35.0, 38.0, 6, 400.0)


def concluded(telling: Mention, place: Place) -> Mention:
    """The telling with a place that its report only lets conclude."""
    why = "place.neighbourhood: the other incidents of the report were there"
    return replace(telling, place=PlaceRef(telling.passages[0], place.name, "at", place, why))


def pair(one: Mention, other: Mention) -> Pair:
    """The two held against each other."""
    found = compare([one.id], [other.id], [one, other], [document(m.document, "2012-05-04") for m in (one, other)])
    assert found is not None
    return found


def bits(found: Pair, name: str) -> float:
    """What a comparison weighs, 0 where nothing is compared."""
    return sum(b for part, _, b in found.parts if part == name)


def raid(source: str, place: Place | None, others: Sequence[Place] = ()) -> Mention:
    """A raid of one day."""
    named = tuple(PlaceRef(Passage(source, 0, 20), p.name, "mentioned", p) for p in others)
    return replace(mention(source, 0, "Attack", "2012-05-03", place, [6], victims="farmers"), places=named)


def test_a_concluded_place_near_the_other_speaks_for_one_incident_where_both_name_a_place_less_than_a_place_told() -> None:
    named, told = pair(concluded(raid("a", None, others=[HOMS]), NEAR_HOMS), raid("b", HOMS)), pair(raid("a", HOMS), raid("b", HOMS))
    assert 0 < bits(named, "place") < bits(told, "place")


def test_a_concluded_place_near_the_other_says_nothing_by_itself() -> None:
    assert bits(pair(concluded(raid("a", None), NEAR_HOMS), raid("b", HOMS)), "place") == 0


def test_a_concluded_place_far_from_the_other_speaks_against_one_incident_less_than_a_place_named() -> None:
    far, named = pair(concluded(raid("a", None), NEAR_HOMS), raid("b", PALMYRA)), pair(raid("a", HOMS), raid("b", PALMYRA))
    assert bits(named, "place") < bits(far, "place") < 0


def test_two_concluded_places_are_compared_with_each_other() -> None:
    assert bits(pair(concluded(raid("a", None), NEAR_HOMS), concluded(raid("b", None), HOMS)), "place") == 0
    assert bits(pair(concluded(raid("a", None), NEAR_HOMS), concluded(raid("b", None), DEPAYIN)), "place") < 0


def test_a_country_named_or_concluded_says_nothing_of_a_concluded_place() -> None:
    assert bits(pair(concluded(raid("a", None), NEAR_HOMS), raid("b", SYRIA)), "place") == 0
    whole = concluded(raid("b", None), SYRIA)
    assert bits(pair(concluded(raid("a", None), NEAR_HOMS), whole), "place") == 0


def test_two_unlike_deeds_of_a_day_far_apart_stay_two_where_one_place_is_only_concluded() -> None:
    bombed = concluded(mention("a", 0, "Shelling/artillery/missile attack", "2012-05-03", None, [31], victims="people"), NEAR_HOMS)
    beaten = mention("b", 0, "Attack", "2012-05-03", PALMYRA)
    assert len(link([bombed, beaten], [document("a", "2012-05-04"), document("b", "2012-05-04")]).clusters) == 2


def test_one_who_is_told_of_alone_is_one_of_the_dead_that_another_report_counts() -> None:
    alone = mention("a", 0, "Attack", "2012-05-03", HOMS, [(1, "a general", "military", None)])
    counted = mention("b", 0, "Attack", "2012-05-03", HOMS, [(1, "the general", "military", None), (4, "guards", "military", None)])
    several = mention("b", 0, "Attack", "2012-05-03", HOMS, [(5, "guards", "military", None)])
    assert bits(pair(alone, several), "killed") < bits(pair(alone, counted), "killed") < 0
