"""Likeness: the levels by which two whole reports are held against each other for what they are mainly about, in SQL (`comparisons`)."""

from collections.abc import Mapping

from thucydides.linking.days import NEWS_APART

REPORT = "alike(r_codes_l, r_codes_r, r_cubes_l, r_cubes_r)"
NO_REPORT = "least(r_cubes_l, r_cubes_r) < 2000 OR s_document_l = s_document_r"
"""Where two whole reports are compared, the words of what they mainly tell are not compared besides."""
_REPORT_BOTH = f"{REPORT} * sqrt(r_cubes_l::DOUBLE * r_cubes_r)"
"""The third powers of the bits of the uncommon words that two reports share: a thousand for each of the rarest."""
_AT_ONCE = "abs(d_published_l - d_published_r) <= 3"
_SOON = "abs(d_published_l - d_published_r) <= 30"
_ONE_MATTER = (
    "coalesce((k_best_l = k_best_r AND k_best_l > 0) OR (i_best_l = i_best_r AND i_best_l > 1)"
    " OR list_has_any(list_concat(q_victims_l, q_doers_l), list_concat(q_victims_r, q_doers_r)), false)"
)
"""The two tell of one toll or of one person."""

REPORTS: Mapping[str, str] = {
    "of-other-news": f"{REPORT} >= 0.06 AND {REPORT} < 0.25 AND {NEWS_APART} AND NOT {_ONE_MATTER}",
    "alike-at-once": f"{REPORT} >= 0.4 AND {_AT_ONCE}",
    "much-at-once": f"{REPORT} >= 0.25 AND {_AT_ONCE}",
    "half-at-once": f"{REPORT} >= 0.15 AND {_AT_ONCE}",
    "some-at-once": f"{REPORT} >= 0.1 AND {_AT_ONCE}",
    "little-at-once": f"{REPORT} >= 0.06 AND {_AT_ONCE}",
    "hardly-at-once": f"{REPORT} >= 0.03 AND {_AT_ONCE}",
    "nothing-at-once": f"{_AT_ONCE}",
    "alike-soon": f"{REPORT} >= 0.4 AND {_SOON}",
    "much-soon": f"{REPORT} >= 0.25 AND {_SOON}",
    "half-soon": f"{REPORT} >= 0.15 AND {_SOON}",
    "some-soon": f"{REPORT} >= 0.1 AND {_SOON}",
    "alike": f"{REPORT} >= 0.4",
    "much": f"{REPORT} >= 0.25",
    "half": f"{REPORT} >= 0.15",
    "some": f"{REPORT} >= 0.1",
    "little": f"{REPORT} >= 0.06",
    "hardly": f"{REPORT} >= 0.03",
    "nothing": "ELSE",
}
"""How much of their uncommon words two reports share, and how far apart they appeared."""

UNCOMMON: Mapping[str, str] = {
    "very-many": f"{_REPORT_BOTH} >= 9000",
    "many": f"{_REPORT_BOTH} >= 6000",
    "several": f"{_REPORT_BOTH} >= 4500",
    "some": f"{_REPORT_BOTH} >= 3000",
    "few": f"{_REPORT_BOTH} >= 2000",
    "hardly-any": "ELSE",
}
"""How many uncommon words that is in all."""
