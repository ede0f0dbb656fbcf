"""Comparisons: what two mentions are held against each other by, and the levels of each, in SQL over the columns of `features`.

A level's id is "link.<comparison>.<level>"; its meaning in words stands in `vocabularies/rules/link.yaml`, its weight in `weights.json`.
The first level that holds is taken; the last holds always; a comparison to which either side says nothing weighs nothing.
"""

from collections.abc import Mapping

from thucydides.linking.days import DAYS, DAYS_DIFFER, NO_GAP, SAME_DAY, UNDATED
from thucydides.linking.likeness import NO_REPORT, REPORT, REPORTS, UNCOMMON

MACROS = (
    """CREATE OR REPLACE MACRO km(lat1, lon1, lat2, lon2) AS 12742 * asin(least(1.0, sqrt(
        pow(sin(radians(lat2 - lat1) / 2), 2) + cos(radians(lat1)) * cos(radians(lat2)) * pow(sin(radians(lon2 - lon1) / 2), 2))))""",
    """CREATE OR REPLACE MACRO shared(a, b) AS coalesce(list_sum(list_transform(list_intersect(a, b), lambda c: c % 16)), 0)""",
    """CREATE OR REPLACE MACRO alike(a, b, all_a, all_b) AS
        coalesce(list_sum(list_transform(list_intersect(a, b), lambda c: pow(c % 16, 3))), 0) / sqrt(all_a::DOUBLE * all_b)""",
    """CREATE OR REPLACE MACRO apart(a1, a2, b1, b2) AS greatest(a1 - b2, b1 - a2)""",
)
"""Haversine distance in km on a sphere of 6,371 km; bits of the words shared; days between two ranges (0 or less: they overlap)."""

_KM = "km(p_latitude_l, p_longitude_l, p_latitude_r, p_longitude_r)"
_REACH = "(p_radius_l + p_radius_r)"
_NEAR = f"{_KM} <= 10 + least({_REACH}, 30)"
_TWO_TOWNS = (
    f"p_precision_l = 1 AND p_precision_r = 1 AND {_KM} > greatest(p_radius_l, p_radius_r) AND NOT list_has_any(p_others_l, p_others_r)"
)
_FAR_TOWNS = "coalesce(p_precision_l <= 2 AND p_precision_r <= 2 AND p_province_l <> p_province_r, false)"
_TOWNS_DIFFER = f"coalesce(p_precision_l <= 2 AND p_precision_r <= 2 AND NOT {_NEAR} AND NOT list_has_any(p_others_l, p_others_r), false)"
_AROUND = f"(p_district_l = p_district_r OR {_KM} <= 60 + least({_REACH}, 60))"
_CONCLUDED = "(p_about_latitude_l IS NOT NULL OR p_about_latitude_r IS NOT NULL)"
_ABOUT_KM = (
    "(km(coalesce(p_about_latitude_l, p_latitude_l), coalesce(p_about_longitude_l, p_longitude_l),"
    " coalesce(p_about_latitude_r, p_latitude_r), coalesce(p_about_longitude_r, p_longitude_r))"
    " - least(greatest(coalesce(p_about_radius_l, p_radius_l), coalesce(p_about_radius_r, p_radius_r)), 60))"
)
_NO_PLACE_L, _NO_PLACE_R = (
    f"(p_about_latitude_{side} IS NULL AND CASE WHEN {_CONCLUDED} THEN p_latitude_{side} IS NULL OR p_precision_{side} > 4"
    f" ELSE p_country_{side} IS NULL AND p_latitude_{side} IS NULL END)"
    for side in "lr"
)
_ACTORS = "shared(a_codes_l, a_codes_r)"
_NOUNS = "shared(v_codes_l, v_codes_r)"
_WEAPONS = "shared(g_codes_l, g_codes_r)"
_NAMES = "shared(n_codes_l, n_codes_r)"
_BITS = "shared(w_codes_l, w_codes_r)"
_WORDS = "alike(w_codes_l, w_codes_r, w_cubes_l, w_cubes_r)"

REPEATED: Mapping[str, str] = {
    "actors_shared": _ACTORS, "names_shared": _NAMES, "words_shared": _BITS, "words_alike": _WORDS, "report_alike": REPORT,
}  # fmt: skip
"""What costs much to work out and is asked for by several levels of a comparison."""

NOTHING: Mapping[str, str] = {
    "date": f"({UNDATED}) AND NOT (s_main_l AND s_main_r) AND (d_weekday_l IS NULL OR d_weekday_r IS NULL)",
    "place": f"{_NO_PLACE_L} OR {_NO_PLACE_R}",
    "type": "t_type_l = 'other' OR t_type_r = 'other'",
    "killed": "k_low_l IS NULL OR k_low_r IS NULL",
    "injured": "i_low_l IS NULL OR i_low_r IS NULL",
    "actors": "a_total_l = 0 OR a_total_r = 0",
    "victims": "v_total_l + len(v_categories_l) = 0 OR v_total_r + len(v_categories_r) = 0",
    "persons": "len(q_victims_l) + len(q_doers_l) = 0 OR len(q_victims_r) + len(q_doers_r) = 0",
    "ages": "len(q_ages_l) = 0 OR len(q_ages_r) = 0",
    "weapons": "g_total_l = 0 OR g_total_r = 0",
    "names": "n_total_l < 5 OR n_total_r < 5",
    "words": f"least(w_total_l, w_total_r) < 10 OR NOT ({NO_REPORT})",
    "report": NO_REPORT,
    "uncommon": NO_REPORT,
    "document": "s_text_l <> s_text_r",
}  # fmt: skip
"""When a comparison has nothing to compare."""

LEVELS: Mapping[str, Mapping[str, str]] = {
    "date": DAYS,
    "place": {
        "concluded-named": f"{_CONCLUDED} AND {_ABOUT_KM} <= 30 AND list_has_any(p_others_l, p_others_r)",
        "concluded-far": f"{_CONCLUDED} AND {_ABOUT_KM} > 90",
        "concluded-around": _CONCLUDED,
        "same-rare-spot": "p_entry_l = p_entry_r AND p_precision_l <= 2 AND p_rare_l >= 6",
        "same-spot": "p_entry_l = p_entry_r AND p_precision_l <= 2 AND p_rare_l >= 4",
        "same-common-spot": "p_entry_l = p_entry_r AND p_precision_l <= 2",
        "near-towns": f"{_TWO_TOWNS} AND {_NEAR}",
        "within-reach": f"p_precision_l <= 2 AND p_precision_r <= 2 AND {_NEAR}",
        "same-district": "p_district_l = p_district_r AND (p_precision_l >= 3 OR p_precision_r >= 3)",
        "same-area": "p_entry_l = p_entry_r AND p_precision_l <= 5",
        "named-too": "list_has_any(p_others_l, p_others_r)",
        "same-name": "p_name_l = p_name_r",
        "in-the-province": "p_province_l = p_province_r AND (p_precision_l >= 4 OR p_precision_r >= 4)",
        "along-the-line": f"(p_line_l OR p_line_r) AND ({_KM} <= 60 + {_REACH} OR p_country_l = p_country_r)",
        "in-the-country": "p_country_l = p_country_r AND (p_precision_l >= 5 OR p_precision_r >= 5)",
        "other-town": f"p_precision_l <= 2 AND p_precision_r <= 2 AND {_AROUND}",
        "neighbouring": _AROUND,
        "same-province": "p_province_l = p_province_r",
        "elsewhere": "p_country_l = p_country_r",
        "abroad": "ELSE",
    },
    "type": {
        "same-rare": "t_type_l = t_type_r AND t_rare_l >= 4",
        "same": "t_type_l = t_type_r AND t_rare_l >= 2",
        "same-common": "t_type_l = t_type_r",
        "close": "list_contains(t_close_l, t_type_r)",
        "possible": "list_contains(t_possible_l, t_type_r)",
        "other": "ELSE",
    },
    "killed": {
        "same-many": "k_best_l = k_best_r AND k_best_l >= 10",
        "same-several": "k_best_l = k_best_r AND k_best_l >= 4",
        "same-few": "k_best_l = k_best_r AND k_best_l >= 2",
        "same-one": "k_best_l = k_best_r AND k_best_l = 1",
        "none": "k_best_l = k_best_r",
        "part-of": "least(k_best_l, k_best_r) >= 2 AND (list_contains(k_numbers_l, k_best_r) OR list_contains(k_numbers_r, k_best_l))",
        "one-of-them": "least(k_best_l, k_best_r) = 1 AND greatest(k_best_l, k_best_r) >= 3"
                       " AND list_contains(if(k_best_l > k_best_r, k_numbers_l, k_numbers_r), 1)"
                       f" AND {NO_GAP} AND NOT {_FAR_TOWNS}",
        "same-hit": "k_best_l + i_best_l = k_best_r + i_best_r AND k_best_l + i_best_l >= 2",
        "near-many": "abs(k_best_l - k_best_r) <= 0.25 * greatest(k_best_l, k_best_r) AND least(k_best_l, k_best_r) >= 10"
                     f" AND {NO_GAP} AND NOT {_FAR_TOWNS}",
        "can-be-far": "k_low_l <= coalesce(k_high_r, 1000000) AND k_low_r <= coalesce(k_high_l, 1000000)"
                      " AND least(k_best_l, k_best_r) >= 4 AND greatest(k_best_l, k_best_r) >= 3 * least(k_best_l, k_best_r)",
        "can-be-same": "k_low_l <= coalesce(k_high_r, 1000000) AND k_low_r <= coalesce(k_high_l, 1000000)",
        "close": "abs(k_best_l - k_best_r) <= 0.25 * greatest(k_best_l, k_best_r) AND least(k_best_l, k_best_r) >= 4",
        "rival": "least(k_best_l, k_best_r) >= 5 AND 5 * least(k_best_l, k_best_r) > greatest(k_best_l, k_best_r)"
                 f" AND {SAME_DAY} AND p_entry_l = p_entry_r AND p_precision_l <= 2"
                 " AND (t_type_l = t_type_r OR list_contains(t_close_l, t_type_r))",
        "within-twice": "least(k_best_l, k_best_r) >= 10 AND 2 * least(k_best_l, k_best_r) >= greatest(k_best_l, k_best_r)"
                        f" AND {NO_GAP} AND NOT {_FAR_TOWNS}",
        "one-or-two": "abs(k_best_l - k_best_r) = 1 AND least(k_best_l, k_best_r) IN (1, 2)",
        "one-off": "abs(k_best_l - k_best_r) = 1 AND least(k_best_l, k_best_r) >= 3",
        "none-against-some": "least(k_best_l, k_best_r) = 0",
        "another-size": "5 * least(k_best_l, k_best_r) <= greatest(k_best_l, k_best_r) AND abs(k_best_l - k_best_r) >= 10",
        "other": "2 * least(k_best_l, k_best_r) >= greatest(k_best_l, k_best_r)",
        "far": "ELSE",
    },
    "injured": {
        "same-many": "i_best_l = i_best_r AND i_best_l >= 5",
        "same-few": "i_best_l = i_best_r AND i_best_l >= 2",
        "same-one": "i_best_l = i_best_r AND i_best_l = 1",
        "none": "i_best_l = i_best_r",
        "near-many": "abs(i_best_l - i_best_r) <= 0.25 * greatest(i_best_l, i_best_r) AND least(i_best_l, i_best_r) >= 10"
                     f" AND {NO_GAP}",
        "can-be-same": "i_low_l <= coalesce(i_high_r, 1000000) AND i_low_r <= coalesce(i_high_l, 1000000)",
        "close": "abs(i_best_l - i_best_r) <= greatest(1, 0.25 * greatest(i_best_l, i_best_r))",
        "other": "ELSE",
    },
    "actors": {
        "both-sides": f"list_has_any(a_doers_l, a_doers_r) AND list_has_any(a_sufferers_l, a_sufferers_r) AND {_ACTORS} >= 6",
        "rare": f"{_ACTORS} >= 6",
        "some": f"{_ACTORS} >= 3",
        "common": f"{_ACTORS} >= 1",
        "others": "ELSE",
    },
    "victims": {
        "same-foreigners": "list_has_any(v_foreigners_l, v_foreigners_r)",
        "same-rare-noun": f"{_NOUNS} >= 5",
        "same-noun": f"{_NOUNS} >= 2",
        "same-side": "list_has_any(v_categories_l, v_categories_r)",
        "unlike-nouns": "len(v_categories_l) = 0 OR len(v_categories_r) = 0",
        "other-side": "ELSE",
    },
    "persons": {
        "same-dead": "list_has_any(q_dead_l, q_dead_r)",
        "same-victim": "list_has_any(q_victims_l, q_victims_r)",
        "same-doer": "list_has_any(q_doers_l, q_doers_r)",
        "same-person": "list_has_any(q_victims_l, q_doers_r) OR list_has_any(q_doers_l, q_victims_r)",
        "other-victims": "q_all_killed_l AND q_all_killed_r",
        "others": "ELSE",
    },
    "ages": {
        "same-ages": "len(list_intersect(q_ages_l, q_ages_r)) >= 2",
        "same-age": "list_has_any(q_ages_l, q_ages_r)",
        "others": "ELSE",
    },
    "weapons": {
        "rare": f"{_WEAPONS} >= 3",
        "common": f"{_WEAPONS} >= 1",
        "others": "ELSE",
    },
    "names": {
        "many": f"{_NAMES} >= 24",
        "several": f"{_NAMES} >= 14",
        "few": f"{_NAMES} >= 7",
        "one": f"{_NAMES} >= 3",
        "none": "ELSE",
    },
    "words": {
        "alike-apart": f"{_WORDS} >= 0.2 AND {_BITS} >= 10 AND ({DAYS_DIFFER} OR {_TOWNS_DIFFER})",
        "half": f"{_WORDS} >= 0.5 AND {_BITS} >= 20",
        "third": f"{_WORDS} >= 0.33 AND {_BITS} >= 15",
        "fifth": f"{_WORDS} >= 0.2 AND {_BITS} >= 10",
        "tenth": f"{_WORDS} >= 0.1 AND {_BITS} >= 5",
        "few": f"{_WORDS} >= 0.04 OR least(w_total_l, w_total_r) < 45",
        "none": "ELSE",
    },
    "report": REPORTS,
    "uncommon": UNCOMMON,
    "document": {
        "told-apart": "list_contains(s_apart_l, s_key_r)",
        "same": "ELSE",
    },
}  # fmt: skip
"""The levels of each comparison, in the order in which they are tried."""
