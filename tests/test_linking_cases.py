"""Linking on made mentions of real kinds of difficulty: one clash told three ways, look-alikes that must stay apart, dense wars."""

import pytest

from linking_factory import (
    ALEPPO,
    BORDER,
    CROSSING,
    DARVOZ,
    EL_FASHER,
    GBAO,
    HOMS,
    KHATLON,
    SHOHIN,
    TAJIKISTAN,
    TAKHAR,
    document,
    mention,
)
from thucydides.linking import Linked, link
from thucydides.nouns import Document, Mention

GUARDS, TALIBAN, ISKP = "tj-border-forces", "taliban", "iskp"


def together(linked: Linked, *ids: str) -> bool:
    return any(set(ids) <= set(cluster) for cluster in linked.clusters)


def apart(linked: Linked, left: str, right: str) -> bool:
    return not together(linked, left, right)


@pytest.fixture(scope="module")
def border() -> Linked:
    """Four reports and a page with a timeline on one border, one of them without a date."""
    return link(*border_reports())


def border_reports() -> tuple[list[Mention], list[Document]]:
    analysis = [
        mention("a", 100, "Armed clash", "2025-12-24", BORDER, [(5, "people", "unknown", None), (2, "officers", "state forces", 0)],
                sufferers=[GUARDS], words="armed clash security force militant enter border officer kill", apart=[200, 300, 400, 500]),
        mention("a", 200, "Attack", "2024-11", BORDER, [1], [5], victims="Chinese citizen", nation="CN", category="civilians",
                words="engineer gold mine wound attack", apart=[100, 300, 400, 500], past=True),
        mention("a", 300, "Attack", "2025-01", TAKHAR, [1], victims="Chinese national", nation="CN", doers=[ISKP],
                words="murder responsibility claim", apart=[100, 200, 400, 500]),
        mention("a", 400, "Shelling/artillery/missile attack", "2022-05", TAJIKISTAN, doers=[ISKP], words="rocket launch target inside",
                apart=[100, 200, 300, 500]),
        mention("a", 500, "Armed clash", "2025-08", BORDER, doers=[TALIBAN], sufferers=[GUARDS],
                words="exchange fire drug movement blame", apart=[100, 200, 300, 400]),
        mention("a", 600, "Headquarters or base established", "2025-12-24", BORDER, words="inaugurate checkpoint president ceremony online"),
    ]  # fmt: skip
    brief = [
        mention("b", 100, "Armed clash", None, SHOHIN, [("5+", "people", "unknown", None), (3, "intruders", "rebels", 0)],
                sufferers=[GUARDS], words="recent clash intruder guard cache rifle silencer", apart=[200, 300]),
        mention("b", 200, "Air/drone strike", "2025-11-26", KHATLON, [3], victims="Chinese citizens", nation="CN", category="civilians",
                words="drone explosive compound gold firm", weapons=["drone"], apart=[100, 300]),
        mention("b", 300, "Attack", "2025-11-30", DARVOZ, ["2+"], victims="workers", nation="CN", category="civilians",
                words="gunman worker road bridge corporation", weapons=["firearm"], apart=[100, 200]),
    ]  # fmt: skip
    agency = [
        mention("c", 100, "Air/drone strike", "2025-11-26", KHATLON, [3], [1], victims="workers", nation="CN", category="civilians",
                words="militant drone gold mining worker camp embassy statement", weapons=["drone"], apart=[200]),
        mention("c", 200, "Attack", "2025-11-30", GBAO, [2], [2], victims="Chinese workers", nation="CN", category="civilians",
                words="similar cross border attack worker", apart=[100]),
    ]  # fmt: skip
    wire = [mention("d", 100, "Armed clash", None, KHATLON, [4], victims="terrorists", category="rebels",
                    words="neutralize terrorist refuse weapon cross")]  # fmt: skip
    others = [50, 80, 100, 150, 200, 300, 400, 500]
    page = [
        mention("e", 50, "Armed clash", "2022-05-15", CROSSING, doers=[TALIBAN], sufferers=[GUARDS],
                words="clash verbal altercation weapon negotiation crossing", apart=others),
        mention("e", 80, "Armed clash", "2023-09-06", DARVOZ, [3], victims="militants", category="rebels", report=True,
                words="militant cross enter kill", apart=others, past=True),
        mention("e", 100, "Armed clash", "2025-08-24", SHOHIN, [1], [4], doers=[TALIBAN], sufferers=[GUARDS], victims="fighter",
                category="rebels", words="clash heavy weapon dispute mining river talk", apart=others),
        mention("e", 150, "Armed clash", "2025-10-26", SHOHIN, doers=[TALIBAN], sufferers=[GUARDS],
                words="clash gold mining river shift talk", apart=others),
        mention("e", 200, "Air/drone strike", "2025-11-26", TAJIKISTAN, [3], [1], victims="Chinese nationals", nation="CN",
                category="civilians", words="drone strike side criminal group", weapons=["drone"], apart=others),
        mention("e", 300, "Attack", "2025-11-30", BORDER, [2], [2], victims="Chinese nationals", nation="CN", category="civilians",
                words="cross border fire militant village condemn", weapons=["firearm"], apart=others, report=True),
        mention("e", 350, "Headquarters or base established", "2025-12-24", BORDER, words="inaugurate outpost president tank training"),
        mention("e", 400, "Armed clash", "2025-12-25", KHATLON,
                [(3, "militants", "rebels", None), (2, "border guards", "state forces", None)], sufferers=[GUARDS], report=True,
                words="foil infiltration attempt guard militant death", apart=others),
        mention("e", 500, "Armed clash", "2026-01", BORDER, [4], victims="militants", category="rebels",
                words="force kill militant", apart=others),
    ]  # fmt: skip
    documents = [document("a", "2026-02-12"), document("b"), document("c", "2025-12-02"), document("d"), document("e")]
    return [*analysis, *brief, *agency, *wire, *page], documents


def test_one_clash_told_with_its_day_without_one_and_with_the_statement_s_day_is_one_incident(border: Linked) -> None:
    assert together(border, "a:100", "b:100", "e:400")


def test_a_ceremony_of_the_same_day_is_an_act_of_its_own_told_twice(border: Linked) -> None:
    assert together(border, "a:600", "e:350")
    assert apart(border, "a:100", "a:600")


def test_rockets_of_a_month_are_not_the_clash_of_a_day_in_it(border: Linked) -> None:
    assert apart(border, "a:400", "e:50")


def test_two_attacks_on_the_same_foreigners_four_days_apart_stay_apart(border: Linked) -> None:
    assert together(border, "b:200", "c:100", "e:200")
    assert together(border, "b:300", "c:200", "e:300")
    assert apart(border, "b:200", "b:300")


def test_an_undated_report_joins_the_month_that_has_its_toll(border: Linked) -> None:
    assert together(border, "d:100", "e:500")
    assert apart(border, "d:100", "e:400")


def test_a_clash_said_to_be_of_a_month_joins_that_month_s_clash_of_the_same_parties(border: Linked) -> None:
    assert together(border, "a:500", "e:100")
    assert apart(border, "e:100", "e:150")


def test_what_nobody_else_tells_stands_alone(border: Linked) -> None:
    for alone in ("a:200", "a:300", "e:80", "e:150"):
        assert (alone,) in border.clusters


def test_shelling_of_one_city_on_two_days_with_one_toll_is_two_incidents() -> None:
    tellings = [
        mention(f"{day}{n}", 0, "Shelling/artillery/missile attack", f"2012-02-{day}", HOMS, [3], doers=["sy-military"],
                sufferers=["Civilians"], victims="civilians", category="civilians", weapons=["artillery"],
                words="shell city resident army kill")
        for day in (11, 12) for n in range(3)
    ]  # fmt: skip
    linked = link(tellings, [document(m.document, "2012-02-13") for m in tellings])
    assert linked.clusters == (("110:0", "111:0", "112:0"), ("120:0", "121:0", "122:0"))


def test_a_day_of_two_strikes_in_two_cities_keeps_them_apart() -> None:
    tellings = [
        mention("p", 0, "Air/drone strike", "2016-04-27", ALEPPO, [27], victims="civilians", category="civilians", words="hospital strike"),
        mention("q", 0, "Air/drone strike", "2016-04-27", ALEPPO, [30], victims="civilians", category="civilians", words="hospital quds"),
        mention("q", 9, "Air/drone strike", "2016-04-27", HOMS, [5], victims="civilians", category="civilians", words="market", apart=[0]),
        mention("r", 0, "Air/drone strike", "2016-04-27", HOMS, [5], victims="people", category="civilians", words="market strike"),
    ]
    linked = link(tellings, [document(name, "2016-04-28") for name in "pqr"])
    assert linked.clusters == (("p:0", "q:0"), ("q:9", "r:0"))


def test_two_incidents_of_one_place_and_day_with_tolls_far_apart_are_two() -> None:
    tellings = [
        mention("p", 0, "Attack", "2025-10-27", EL_FASHER, [460], victims="patients", category="civilians", words="maternity hospital patient"),
        mention("q", 0, "Attack", "2025-10-27", EL_FASHER, ["460+"], victims="patients", category="civilians", words="hospital saudi patient"),
        mention("r", 0, "Attack", "2025-10-27", EL_FASHER, [5], victims="volunteers", category="civilians", words="volunteer red crescent"),
        mention("s", 0, "Attack", "2025-10-27", EL_FASHER, [5], victims="volunteers", category="civilians", words="red crescent staff"),
    ]
    linked = link(tellings, [document(name, "2025-10-29") for name in "pqrs"])
    assert linked.clusters == (("p:0", "q:0"), ("r:0", "s:0"))


def test_a_day_without_a_year_joins_the_full_date() -> None:
    tellings = [
        mention("p", 0, "Air/drone strike", "XXXX-11-26", KHATLON, [3], words="drone camp", weapons=["drone"]),
        mention("q", 0, "Air/drone strike", "2025-11-26", SHOHIN, [3], words="drone camp", weapons=["drone"]),
        mention("r", 0, "Air/drone strike", "XXXX-08-02", KHATLON, [3], words="drone camp", weapons=["drone"]),
    ]
    linked = link(tellings, [document(name) for name in "pqr"])
    assert linked.clusters == (("p:0", "q:0"), ("r:0",))


def test_a_place_across_the_border_is_told_from_its_namesake_by_country() -> None:
    tellings = [
        mention("p", 0, "Armed clash", "2025-08-24", TAKHAR, [1], words="clash fighter"),
        mention("q", 0, "Armed clash", "2025-08-24", HOMS, [1], words="clash fighter"),
    ]
    assert len(link(tellings, [document("p"), document("q")]).clusters) == 2


def test_a_report_that_appeared_before_the_deed_does_not_tell_of_it() -> None:
    tellings = [
        mention("p", 0, "Armed clash", None, SHOHIN, [4], words="clash fighter"),
        mention("q", 0, "Armed clash", "2025-10-26", SHOHIN, [4], words="clash fighter"),
    ]
    assert len(link(tellings, [document("p", "2025-09-01"), document("q", "2025-10-27")]).clusters) == 2
    assert len(link(tellings, [document("p", "2025-10-27"), document("q", "2025-10-27")]).clusters) == 1


def test_only_what_happened_is_linked_and_foiled_deeds_with_a_toll() -> None:
    tellings = [
        mention("p", 0, "Attack", "2025-10-26", SHOHIN, [4], status="planned"),
        mention("q", 0, "Attack", "2025-10-26", SHOHIN, [4], status="denied"),
        mention("r", 0, "Attack", "2025-10-26", SHOHIN, [4], status="hypothetical"),
        mention("s", 0, "Attack", "2025-10-26", SHOHIN, status="foiled"),
        mention("t", 0, "Attack", "2025-10-26", SHOHIN, [4], status="foiled"),
        mention("u", 0, "Attack", "2025-10-26", SHOHIN, [4]),
    ]
    assert link(tellings, [document(name) for name in "pqrstu"]).clusters == (("t:0", "u:0"),)


def test_nothing_and_one_mention_are_linked_without_complaint() -> None:
    assert link([], []) == Linked()
    assert link([mention("p", 0, "Attack")], [document("p")]) == Linked((("p:0",),))


def test_a_mention_whose_document_is_not_given_is_linked_all_the_same() -> None:
    tellings = [mention("p", 0, "Attack", "2025-10-26", SHOHIN, [4]), mention("q", 0, "Attack", "2025-10-26", SHOHIN, [4])]
    assert link(tellings, []).clusters == (("p:0", "q:0"),)
