"""Grounding of places: chains, borders, narrowing, traps, documents as context, and laws that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.grounding.places import (
    acled_precision,
    contains,
    country_of,
    distance_km,
    ground_places,
    middle,
    narrow,
    open_gazetteer,
    place_about,
    place_of,
    resolve_span,
    say_place,
)
from thucydides.nouns import Document, Place, PlaceRef


def read(text: str, **known: str) -> tuple[PlaceRef, ...]:
    return ground_places(Document(id="d", path="d", text=text, sha256="", **known))


def one(text: str, role: str = "") -> Place:
    found = [ref.place for ref in read(text) if ref.place is not None and (not role or ref.role == role)]
    assert found, f"no place in {text!r}"
    return found[0]


def entry(name: str, country: str, kind: str) -> Place:
    return place_of(open_gazetteer().named(name, (kind,), country)[0], "asked for")


def near(place: Place, latitude: float, longitude: float, within: float) -> bool:
    gap = distance_km(place, Place(name="", latitude=latitude, longitude=longitude))
    return gap is not None and gap <= within


def test_a_chain_is_one_naming_of_its_finest_part() -> None:
    text = "Shots came from the Afghan village of Ruzvayak, in the Mohi Mai district of Badakhshan province."
    refs = read(text)
    assert len(refs) == 1
    place = refs[0].place
    assert place is not None
    assert (place.name, place.country, place.admin1, refs[0].role) == ("Ruzvayak", "AF", "Badakhshan", "from")
    assert refs[0].wording.startswith("Afghan village")
    assert refs[0].wording.endswith("Badakhshan province")


def test_the_same_province_name_on_two_sides_is_told_apart_by_its_country() -> None:
    assert one("An attack in Afghanistan's Badakhshan province.").country == "AF"
    assert one("An attack in Tajikistan's Gorno-Badakhshan region.").country == "TJ"


def test_an_unknown_district_falls_back_on_its_province_near_what_it_lies_near() -> None:
    text = "They clashed in Dovang district, Badakhshan province, near Tajikistan's Shamsiddin Shohin District."
    place = one(text)
    assert (place.country, place.admin1, place.precision) == ("AF", "Badakhshan", 4)
    assert near(place, 37.7, 70.2, 30)
    assert "Dovang" in place.reason


def test_a_unit_that_no_gazetteer_holds_is_named_and_left_unresolved_with_the_reason() -> None:
    refs = [ref for ref in read("Troops entered Xyrqvoz district.") if "Xyrqvoz" in ref.wording]
    assert refs
    assert refs[0].place is None
    assert "Xyrqvoz" in refs[0].reason


def test_a_border_is_the_middle_of_the_shared_line_with_no_country_unless_a_side_is_said() -> None:
    whole = one("A clash broke out along the Tajik-Afghan border.")
    assert (whole.kind, whole.country, whole.precision) == ("border", None, 5)
    side = one("A drone struck the Tajikistan side of the Tajikistan-Afghanistan border.")
    assert (side.kind, side.country) == ("border", "TJ")
    assert near(side, whole.latitude or 0, whole.longitude or 0, 1)


def test_a_border_reads_alike_in_all_its_wordings() -> None:
    for text in (
        "Fighting on the border between Ukraine and Russia.",
        "Fighting on Ukraine's border with Russia.",
        "Fighting on the Russia-Ukraine border.",
        "Ukraine said fighting continued on its border with Russia.",
    ):
        found = [ref.place for ref in read(text) if ref.place is not None and ref.place.kind == "border"]
        assert [place.gazetteer_id for place in found] == ["border:RU-UA"], text


def test_border_guards_are_no_border() -> None:
    assert all(ref.place is None or ref.place.kind != "border" for ref in read("Tajik border guards met Afghan border troops."))


def test_a_crossing_between_two_places_lies_midway() -> None:
    place = one("A clash near the Panji Poyon–Sherkhan Bandar border crossing on the Tajik-Afghan frontier.")
    assert place.kind == "crossing"
    assert near(place, 37.19, 68.594, 3)


def test_near_two_districts_is_midway_between_them() -> None:
    place = one("They clashed near Shamsiddin Shohin district (Tajikistan) and Shahri Buzurg District (Afghanistan).", "near")
    assert near(place, 37.55, 70.1, 20)
    assert place.precision == 3


def test_narrowing_moves_a_province_to_the_edge_that_faces_the_launch() -> None:
    at = narrow(entry("Khatlon", "TJ", "admin1"), entry("Badakhshan", "AF", "admin1"))
    assert near(at, 37.8, 70.2, 25)
    assert at.precision == 4
    assert (at.radius_km or 999) < 60
    assert "faces Badakhshan" in at.reason


def test_narrowing_holds_for_any_pair_of_neighbours() -> None:
    israel = entry("Israel", "IL", "country")
    assert near(narrow(israel, entry("Gaza", "PS", "admin1")), 31.45, 34.45, 25)
    assert near(narrow(israel, entry("Lebanon", "LB", "country")), 33.1, 35.4, 40)
    assert near(narrow(entry("Kharkiv", "UA", "admin1"), entry("Belgorod", "RU", "admin1")), 50.3, 36.9, 80)


def test_narrowing_leaves_fine_places_inner_launches_and_far_launches_alone() -> None:
    homs = entry("Homs", "SY", "settlement")
    assert narrow(homs, entry("Lebanon", "LB", "country")) == homs
    iran = entry("Iran", "IR", "country")
    assert narrow(iran, entry("Colombia", "CO", "country")) == iran
    assert narrow(iran, entry("Kerman", "IR", "admin1")) == iran
    assert narrow(iran, None) == iran


def test_one_name_has_one_sense_in_a_document() -> None:
    refs = read("Gunmen shot four people in Paris, Texas. Police in Paris said a suspect was held.")
    found = [ref.place.admin1 for ref in refs if ref.place is not None and "Paris" in ref.wording]
    assert found == ["Texas", "Texas"]


def test_other_places_of_a_document_choose_among_namesakes() -> None:
    refs = read("Police in Columbus and Macon, Georgia, searched for him. He was seen in Columbus and in Albany.")
    for ref in refs:
        assert ref.place is None or ref.place.country == "US"
    assert {ref.place.admin1 for ref in refs if ref.place is not None and ref.wording in ("Columbus", "Albany")} == {"Georgia"}


def test_the_outlets_home_chooses_among_namesakes() -> None:
    text = "Deputies found the car in DeKalb County on Friday."
    georgia = [r.place for r in read(text, url="http://www.ajc.com/news/1") if r.place is not None]
    illinois = [r.place for r in read(text, url="http://www.chicagotribune.com/news/1") if r.place is not None]
    assert georgia[0].admin1 == "Georgia"
    assert illinois[0].admin1 == "Illinois"


def test_answers_are_in_order_apart_and_reread() -> None:
    text = "Rockets from Gaza hit Sderot; troops near Khan Younis fired. Kyiv's mayor and U.S. officials spoke in Doha, Qatar."
    end = 0
    for ref in read(text):
        assert ref.passage.start >= end
        end = ref.passage.end
        assert text[ref.passage.start : ref.passage.end] == ref.wording
    assert end > 0


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ABab ,.'’-–()\n éИ", max_size=60),
    st.sampled_from(["in Kabul, Afghanistan", "Homs", "the Tajik-Afghan border", "Paris, Texas"]),
)
def test_any_text_gives_ordered_passages_that_reread(noise: str, name: str) -> None:
    text = f"{noise} {name} {noise}"
    end = 0
    for ref in read(text):
        assert ref.passage.start >= end
        assert text[ref.passage.start : ref.passage.end] == ref.wording
        end = ref.passage.end
        if ref.place is not None and ref.place.latitude is not None:
            assert -90 <= ref.place.latitude <= 90
            assert 1 <= (ref.place.precision or 0) <= 7


def test_the_same_text_gives_the_same_answer() -> None:
    text = "Fighting in Goma, Sake and Rutshuru, eastern Congo, spread to Bukavu."
    assert read(text) == read(text)


def test_a_given_span_is_resolved_in_its_document() -> None:
    text = "Springfield, Illinois, and Springfield again."
    document = Document(id="d", path="d", text=text, sha256="")
    place = resolve_span(document, text.rindex("Springfield"), text.rindex("Springfield") + 11)
    assert place is not None
    assert place.admin1 == "Illinois"
    assert resolve_span(document, text.index("and"), text.index("and") + 3) is None


def test_what_a_report_is_about_stands_in_where_no_sentence_says_it() -> None:
    document = Document(id="d", path="d", text="Rocky Mount police, N.C., said a man was shot. Rocky Mount has seen more.", sha256="")
    place = place_about(document)
    assert place is not None
    assert place.name == "Rocky Mount"
    assert place_about(Document(id="d", path="d", text="A man was shot.", sha256="")) is None


def test_containment_countries_and_words() -> None:
    khatlon, tajikistan = entry("Khatlon", "TJ", "admin1"), entry("Tajikistan", "TJ", "country")
    district = entry("Shamsiddin Shohin", "TJ", "admin2")
    assert contains(tajikistan, khatlon)
    assert contains(khatlon, district)
    assert contains(khatlon, khatlon)
    assert not contains(district, khatlon)
    assert country_of(38.56, 68.77) == "TJ"
    assert country_of(0.0, -30.0) is None
    assert say_place(district) == "Shamsiddin Shohin, Khatlon, Tajikistan"
    assert say_place(None) == "an unknown place"


def test_precision_in_acled_classes() -> None:
    assert acled_precision(entry("Homs", "SY", "settlement")) == 1
    assert acled_precision(entry("Shamsiddin Shohin", "TJ", "admin2")) == 2
    assert acled_precision(entry("Khatlon", "TJ", "admin1")) == 3
    assert acled_precision(entry("Tajikistan", "TJ", "country")) is None


def test_the_middle_of_places_leans_to_the_finer_and_reaches_them_all() -> None:
    kaduna, abuja = entry("Kaduna", "NG", "settlement"), entry("Abuja", "NG", "settlement")
    both = middle([kaduna, abuja])
    assert both.country == "NG"
    assert (distance_km(both, kaduna) or 0) <= (both.radius_km or 0)
    assert (distance_km(both, abuja) or 0) <= (both.radius_km or 0)


def test_distance_is_unknown_without_a_point() -> None:
    assert distance_km(Place(name="a"), Place(name="b", latitude=0.0, longitude=0.0)) is None
