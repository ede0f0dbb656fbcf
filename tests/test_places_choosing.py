"""Choosing among places of one name: the weights as they are applied, quarters, what is left open, lists and distances."""

import pytest

from thucydides.grounding.places import candidates, ground_places, open_gazetteer, priors, ranking
from thucydides.grounding.places.entry import outline_of
from thucydides.grounding.places.footprints import NOTHING
from thucydides.grounding.places.judging import features, judge, weights
from thucydides.grounding.places.reading import Reading
from thucydides.nouns import Document, PlaceRef

REPORT = """PORT SUDAN (Reuters) - Shelling killed nine people in El Fasher in Sudan's North Darfur on Friday, medics said.
Fighters from Nyala had crossed into Tripoli, near Khartoum, and Georgia's envoy left Cairo for Geneva. Two died in Kutum and Mellit."""


def read(text: str, **known: str) -> Document:
    return Document(id="d", path="d", text=text, sha256="", **known)


def refs(text: str, **known: str) -> dict[str, PlaceRef]:
    return {ref.wording: ref for ref in ground_places(read(text, **known))}


def test_a_candidate_is_worth_its_own_weights_and_those_of_its_ties() -> None:
    reading = Reading(read(REPORT, url="https://example.sd/1"), open_gazetteer())
    known = priors.ranking_weights()
    weighed = 0
    for name in reading.names:
        if name.kind != "place":
            continue
        own = reading.choosing.prints.get(name.key, NOTHING)
        options = candidates.candidates(open_gazetteer(), name)
        for candidate, worth in zip(options, ranking.weigh(options, reading.context, own, name.key), strict=True):
            found = priors.traits(priors.facts(outline_of(candidate.entry), candidate.entry.key, name.key), name.types)
            found.update(ranking.tied(candidate, reading.context, own, name.key))
            assert worth == pytest.approx(sum(known.get(word, 0.0) * value for word, value in found.items()), abs=1e-6)
            weighed += 1
    assert weighed > 50


def test_the_judgement_is_the_sum_of_its_features() -> None:
    reading = Reading(read(REPORT), open_gazetteer())
    judged = [name for name in reading.names if name.choice is not None]
    assert len(judged) > 8
    for name in judged:
        own = reading.choosing.prints.get(name.key, NOTHING)
        found = features(name, name.choice, reading.context, own)
        whole = weights()["bias"] + sum(weights().get(word, 0.0) * value for word, value in found.items())
        assert judge(name, name.choice, reading.context, own) == pytest.approx(whole, abs=1e-6)


def test_what_a_name_adds_to_the_document_can_be_taken_out_again() -> None:
    reading = Reading(read(REPORT), open_gazetteer())
    context = reading.context
    before = {key: dict(getattr(context, key)) for key in ("countries", "provinces", "cells")}
    for own in reading.choosing.prints.values():
        own.add(context, -1.0)
        own.add(context)
    for key, values in before.items():
        assert {k: pytest.approx(v, abs=1e-9) for k, v in values.items()} == getattr(context, key)


def test_a_neighborhood_lies_in_the_town_spoken_of_and_not_at_its_namesake() -> None:
    found = refs("Three people were killed in the Gresham neighborhood, Chicago police said. A man from Gresham was held.")
    for wording in ("Gresham neighborhood", "Gresham"):
        place = found[wording].place
        assert place is not None
        assert (place.name, place.precision) == ("Chicago", 2)
        assert "taken for a part of it" in found[wording].reason
    large = refs("Shots rang out in north Montgomery neighborhood, Memphis police said.")["Montgomery neighborhood"].place
    assert large is not None
    assert large.name == "Montgomery"


def test_a_local_paper_means_its_own_streets_by_the_names_of_far_villages() -> None:
    text = "ST. LOUIS, Mo. - A man was shot at Walnut Park on Sunday. Police in St. Louis are looking for a car."
    place = refs(text, url="http://www.kmov.com/story/1")["Walnut Park"].place
    assert place is not None
    assert place.name == "St. Louis"


def test_a_name_of_many_that_nothing_decides_is_left_open_with_the_reason() -> None:
    ref = refs("Fighting in Springfield went on.")["Springfield"]
    assert ref.place is None
    assert "may be one of" in ref.reason
    decided = refs("Fighting in Springfield, Illinois, went on.")["Springfield, Illinois"].place
    assert decided is not None
    assert decided.admin1 == "Illinois"


def test_a_list_of_places_shares_its_preposition() -> None:
    found = refs("Clashes in Dara'a, Deir Ezzor and Hasakeh left 12 dead.")
    assert [(ref.role, ref.place.country if ref.place else None) for ref in found.values()] == [("at", "SY")] * 3


def test_so_many_kilometres_from_a_place_is_near_it_and_as_wide() -> None:
    place = refs("Gunmen stormed a camp some 20 kilometres from Goma.")["Goma"]
    assert place.role == "near"
    assert place.place is not None
    assert place.place.precision == 2
    assert place.place.radius_km is not None
    assert place.place.radius_km >= 20
    assert "direction is not said" in place.reason


def test_a_state_after_a_comma_holds_the_place_or_there_is_none_of_it() -> None:
    place = refs("MILTON TOWNSHIP, Mich. - A man was shot on Sunday.")["MILTON TOWNSHIP, Mich"].place
    assert place is not None
    assert place.admin1 == "Michigan"


def test_a_government_named_by_its_seat_draws_no_villages_to_it() -> None:
    text = (
        "Washington and Moscow traded blame over Syria. The U.S. envoy said in Damascus that the Middle East had seen enough war. "
        "American officials in Washington said that the United States would act. Syrian forces shelled a suburb of Damascus."
    )
    found = {ref.wording: ref.place for ref in ground_places(read(text)) if ref.place is not None}
    assert found["Damascus"].country == "SY"
    assert found["Middle East"].kind == "region"


def test_the_home_of_an_outlet_counts_for_little_in_news_from_abroad() -> None:
    text = "Syria said its army had retaken Daraya, near Damascus. Syrian state media said Syria would hold a vote."
    found = {ref.wording: ref.place for ref in ground_places(read(text, url="https://www.washingtonpost.com/world/1")) if ref.place}
    assert found["Damascus"].country == "SY"
