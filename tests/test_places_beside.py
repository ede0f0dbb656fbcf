"""Places that are told by others: near a town, as a part of it, as the capital of the country spoken of. The sentences are ours."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.places import distance_km, ground_places
from thucydides.nouns import Block, Document, Place, PlaceRef


def refs(text: str) -> tuple[PlaceRef, ...]:
    return ground_places(Document("d", "d", text, "d"))


def deed(title: str, body: str) -> Place:
    text = f"{title}\n\n{body}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 2, len(text), "paragraph"))
    (extract,) = extract_documents([Document("d", "d", text, "d", blocks, title=title)])
    told = next(m for m in extract.mentions if m.kind == "incident")
    assert told.place is not None
    assert told.place.place is not None
    return told.place.place


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A mine killed two soldiers in Sarwari, near Gao, on Monday.", "Gao", "ML"),
        ("Gunmen stopped a bus near Bugarama, 30 kilometres north of Bujumbura, on Sunday.", "Bugarama", "BI"),
        ("A bomb went off in the Tarnak area on the outskirts of Herat.", "Herāt", "AF"),
        ("Shells hit the Mayo neighbourhood of Khartoum.", "Khartoum", "SD"),
        ("Six were shot dead in the Lasi, Sahebgoth and Pehlwan areas of Karachi.", "Karachi", "PK"),
        ("Gunmen held a cafe in the Gulshan quarter of Dhaka.", "Dhaka", "BD"),
        ("Brazil: nine were killed in the favela Santa Cruz, and more elsewhere in Recife.", "Recife", "BR"),
        ("Colombia: a grenade wounded two in the barrio Antonia Santos of Arauca.", "Arauca", "CO"),
        ("Uruguay: troops marched in Colonia del Sacramento and in Montevideo.", "Colonia del Sacramento", "UY"),
        ("Shells hit a compound in Juba's Jebel area.", "Juba", "SS"),
        ("A strike hit a house in the Jadida neighbourhood of west Mosul.", "Mosul", "IQ"),
        ("Gunmen shot a teacher in the Bara area of Khyber in Pakistan.", "Khyber", "PK"),
    ],
)
def test_a_name_told_by_another_place_lies_by_that_place(text: str, name: str, country: str) -> None:
    place = next(r.place for r in refs(text) if r.place is not None and r.place.kind != "country")
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "name", "province"),
    [
        ("Two soldiers of Pakistan were killed in Shahbaz, Kohlu district, on Monday.", "Kohlu", "Balochistan"),
        ("A bomb went off in Shahbaz, Kohlu district, and killed two in Pakistan.", "Kohlu", "Balochistan"),
        ("India: rebels shot two labourers in Rampur, Gadchiroli district, on Sunday.", "Garhchiroli", "Maharashtra"),
        ("Colombia: four policemen were killed in San Antonio (Tierralta) on Friday.", "Tierralta", "Córdoba"),
        ("In Mozambique gunmen burned houses in Nacala, in the district of Muidumbe.", "Muidumbe", "Cabo Delgado"),
    ],
)
def test_what_an_address_names_lies_in_what_holds_it(text: str, name: str, province: str) -> None:
    places = [r.place for r in refs(text) if r.role == "at" and r.place is not None and r.place.kind != "country"]
    assert (places[0].name, places[0].admin1) == (name, province)


def test_of_several_places_of_a_name_an_address_means_the_nearest() -> None:
    places = [r.place for r in refs("Philippines: a mayor was shot in San Isidro, Ozamiz City, at noon.") if r.place is not None]
    near, city = places[-2:]
    assert (near.name, city.name) == ("San Isidro", "Ozamiz City")
    assert (distance_km(near, city) or 99) < 30


def test_a_list_is_no_address() -> None:
    told = [r.place.name for r in refs("Syria: shells fell in Tell Rifaat, Idlib and Hama.") if r.place is not None]
    assert len(set(told)) == 4


def test_a_sector_of_a_district_is_in_its_country_whatever_is_called_so_beyond_the_border() -> None:
    text = "India and Pakistan traded fire. Three soldiers were killed in the Keri sector of Rajouri district."
    assert {r.place.country for r in refs(text) if r.role == "at" and r.place is not None} == {"IN"}


def test_a_name_that_nobody_lists_is_in_what_holds_the_unit_that_nobody_lists() -> None:
    text = "Fighting went on near Butembo in Congo. Nine were killed at Mulondi, in the Basanga chiefdom of Lubero territory."
    assert "Lubero" in [r.place.name for r in refs(text) if r.role == "at" and r.place is not None]


@pytest.mark.parametrize(
    "text",
    [
        "A helicopter was shot down by the army's own air defence units over Kassala in Sudan.",
        "Four camps were destroyed in an air operation over Kutum in Sudan.",
    ],
)
def test_what_is_done_in_the_air_is_done_where_it_is_over(text: str) -> None:
    assert "at" in {r.role for r in refs(text) if r.wording != "Sudan"}


def test_a_quarrel_over_a_town_is_not_in_it() -> None:
    assert "at" not in {r.role for r in refs("Ministers spoke in vain of the dispute over Kassala.")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rockets from southern Lebanon landed in Kiryat Shmona.", "Qiryat Shmona"),
        ("A boat was fired on near the island of Abu Musa.", "Abū Mūsá"),
        ("A lorry was hit near Hamrat esh Sheikh in North Kordofan.", "Hamrat ash Shaykh"),
        ("A bus was stopped near Noshki in Balochistan, Pakistan.", "Nushki"),
    ],
)
def test_names_of_few_bearers_are_found_whatever_country_is_named(text: str, name: str) -> None:
    assert name in [r.place.name for r in refs(text) if r.place is not None]


def test_a_gate_is_not_in_the_town_that_it_is_called_after() -> None:
    assert "Damascus" not in [r.wording for r in refs("Two were stabbed near the Damascus Gate in Jerusalem on Friday.")]


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        ("Bomb kills four in Kenya", "A bomb killed four officers in the capital on Tuesday, Kenyan officials said.", "Nairobi"),
        ("Unionist shot", "Two men shot dead a union leader in Zone 7 of the capital on Monday, Guatemalan police said.", "Guatemala City"),
        (
            "Gangs attack police",
            "While the Haitian prime minister was in Nairobi, gangs killed four policemen in Haiti in attacks across the capital.",
            "Port-au-Prince",
        ),
    ],
)
def test_the_capital_is_that_of_the_country_spoken_of(title: str, body: str, name: str) -> None:
    assert deed(title, body).name == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Gunmen killed two passengers on a bus near Gorongosa in Mozambique on Friday, officials in Maputo said.", "Gorongosa"),
        ("At least 30 people were killed in a raid on Wad Madani on Friday, activists said in Port Sudan.", "Wad Medani"),
        ("Eight mechanics were shot by gunmen in a workshop in Zabol, in the Iranian province of Sistan and Baluchestan.", "Zābol"),
    ],
)
def test_where_somebody_spoke_and_what_holds_a_town_is_not_the_place_of_a_deed(body: str, name: str) -> None:
    assert deed("Report of the day", body).name == name


def test_a_deed_in_a_village_that_nobody_lists_is_by_what_is_told_just_before() -> None:
    place = deed("Report", "Fighters raided hamlets around Bara in Sudan. Two hundred people were killed in Shakotwan on 12 July 2025.")
    assert (place.name, place.country) == ("Bārah", "SD")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A taxi driver was shot dead in Ardoyne on Friday.", "GB"),
        ("Two people died in fighting in Bab al-Tabbaneh on Friday.", "LB"),
        ("Mortar shells hit houses in Dharkenley on Tuesday.", "SO"),
        ("A bomb went off in Dasht-e-Barchi on Tuesday.", "AF"),
        ("Four people were shot dead in Nyakabiga.", "BI"),
        ("Militants stormed the gas plant at In Amenas.", "DZ"),
    ],
)
def test_quarters_and_towns_known_from_wars_are_found_by_their_names(text: str, country: str) -> None:
    assert country in [r.place.country for r in refs(text) if r.place is not None]
