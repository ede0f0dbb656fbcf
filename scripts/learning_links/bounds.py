"""Bounds: within which a weight may be learned, and which weights stay as reasoned."""

from collections.abc import Mapping

REASONED = ("type", "actors", "victims", "weapons", "document")
BOUNDS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("date", "same-day"): (6, 8), ("date", "same-month"): (0, 2), ("date", "just-published"): (2, 4.6),
    ("date", "next-day"): (-1.5, -0.5), ("date", "days-apart"): (-4, -2.5), ("date", "week-apart"): (-5, -1),
    ("date", "apart-other-toll"): (-6, -4.2), ("date", "busy-apart-other-toll"): (-8, -5), ("date", "looked-back"): (-8, -3),
    ("date", "busy-looked-back"): (-9, -7), ("date", "far-apart"): (-9, -2.5), ("date", "told-before"): (-9, -3),
    ("date", "busy-same-day"): (2.5, 4.5), ("killed", "rival"): (-1.5, 0),
    ("date", "busy-same-days"): (1.5, 3), ("date", "busy-next-day"): (-4, -1.5), ("date", "busy-days-apart"): (-6, -3),
    ("date", "busy-week-apart"): (-8, -5), ("date", "busy-far-apart"): (-10, -7), ("date", "busy-just-published"): (1, 3),
    ("place", "same-rare-spot"): (5.2, 7), ("place", "same-spot"): (3, 5), ("place", "within-reach"): (3, 5),
    ("place", "same-district"): (2, 5), ("place", "in-the-province"): (1, 3), ("place", "neighbouring"): (-2, 0.2),
    ("place", "elsewhere"): (-8, -2.5), ("place", "abroad"): (-8, -3), ("place", "same-province"): (-4, -1.5),
    ("place", "along-the-line"): (1, 3), ("killed", "same-several"): (4.5, 6), ("killed", "same-one"): (0.5, 1.5),
    ("killed", "one-off"): (-2, -1), ("killed", "other"): (-3, 0), ("killed", "far"): (-5, -1.5),
    ("killed", "another-size"): (-8, -4), ("injured", "same-one"): (0.3, 1.5), ("injured", "same-few"): (0.8, 2.5),
    ("persons", "same-victim"): (5, 9), ("persons", "same-doer"): (1, 4), ("persons", "same-person"): (0, 3),
    ("persons", "other-victims"): (-8, -5), ("persons", "others"): (-1, 0), ("ages", "same-age"): (0, 2),
    ("ages", "others"): (-1.2, 0), ("names", "many"): (5.2, 8), ("names", "several"): (3, 6), ("names", "few"): (2, 4),
    ("names", "none"): (-0.5, -0.2), ("words", "few"): (-1, -0.4), ("words", "none"): (-3.5, -2.2),
    ("killed", "one-or-two"): (-1.5, -0.3), ("date", "same-days"): (3, 4.2), ("killed", "part-of"): (0.5, 1.7),
    ("killed", "can-be-same"): (0.5, 1), ("place", "same-common-spot"): (0.5, 1.5), ("place", "named-too"): (1, 2.1),
    ("place", "same-name"): (0.5, 2),
    ("date", "also-told"): (-4, -0.5), ("date", "about-then"): (1.5, 3.2), ("date", "busy-about-then"): (0, 1.5),
    ("uncommon", "few"): (0, 2), ("uncommon", "hardly-any"): (0, 0),
    ("date", "written-next"): (-7, -4), ("date", "written-apart"): (-8, -5), ("date", "written-far"): (-11, -9),
    ("date", "news-apart"): (-8, -5), ("date", "news-far"): (-12, -9), ("date", "same-weekday"): (1, 3),
    ("date", "other-weekday"): (-6, -4), ("place", "near-towns"): (-1, 1), ("place", "other-town"): (-4, -1.5),
    ("persons", "same-dead"): (7, 11), ("words", "alike-apart"): (0, 1),
    ("words", "third"): (3.5, 7), ("words", "fifth"): (2, 5), ("words", "tenth"): (0.8, 3),
}  # fmt: skip
"""Least and greatest weight in bits, reasoned: what holds for wars and a corpus of single shootings does not show."""
