"""explain --against says first what forbids that two incidents are one, by which rule and which passages, then what speaks for and against."""

from pathlib import Path

import pytest

from cli_runner import Runner
from linking_factory import DJIBO, HOMS, KHATLON, TIBU, document, mention
from thucydides.build import build
from thucydides.linking import link
from thucydides.linking.comparing import against
from thucydides.nouns import Mention, Ruling
from thucydides.record import Store

TEXTS = {
    "homs.txt": "Gazette, 5 June 2024\n\nBomb kills 27 at a market in Homs\n\nA bomb killed 27 people and wounded 44 at a market in Homs on Tuesday, the "
    "governor said.\n\nIn another attack, gunmen killed three policemen in Homs on Tuesday night, he said.\n",
    "july.txt": "Herald, 3 July 2024\n\nA bomb killed 27 people and wounded 40 at a market in Homs on 1 July 2024, residents said.\n",
    "also.txt": "Courier, 5 June 2024\n\nA bomb killed 27 people and wounded 44 at a market in Homs on Tuesday 4 June 2024, residents said.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A record of three incidents of one town, and their ids: the bomb of June, the shooting of that night, the bomb of July."""
    folder = tmp_path_factory.mktemp("against")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = build([folder / name for name in TEXTS], Store.open(folder / "record", create=True))
    assert len(made.incidents) == 3
    return folder / "record", sorted(incident.id for incident in made.incidents)


def test_what_one_report_sets_apart_is_named_with_its_rule_and_both_passages_before_any_bits(run: Runner, record: tuple[Path, list[str]]) -> None:
    made, (bomb, shooting, _) = record
    told = run("explain", made, bomb, "--against", shooting).out
    assert told.startswith("They can never be one, whatever else speaks for it")
    rule = run("explain", made, bomb, "--against", shooting, "--json").json["ban"]["rule"]
    verdict = told.split(f"(Rule {rule}.)", 1)[0]
    assert "“In another attack, gunmen killed three policemen in Homs on Tuesday night, he said.”" in verdict.replace("\n", " ")
    assert rule.startswith("extract.")
    assert "bits" not in verdict


def test_days_that_cannot_be_one_are_both_given(run: Runner, record: tuple[Path, list[str]]) -> None:
    made, (bomb, _, july) = record
    said = run("explain", made, bomb, "--against", july, "--json").json
    assert said["ban"]["rule"] == "link.date.impossible"
    assert "“Tuesday 4 June 2024”" in said["ban"]["words"]
    assert "“1 July 2024”" in said["ban"]["words"]
    assert [set(p) for p in said["ban"]["passages"]] == [{"document", "start", "end"}] * 2
    assert said["pairs"] == 2


def test_a_pair_that_nothing_forbids_is_told_by_its_bits_alone(run: Runner, record: tuple[Path, list[str]]) -> None:
    made, (_, shooting, july) = record
    ran = run("explain", made, shooting, "--against", july)
    assert "never be one" not in ran.out
    assert "bits" in ran.out
    assert run("explain", made, shooting, "--against", july, "--json").json["ban"] is None


@pytest.mark.parametrize("ending", ["html", "svg"])
def test_the_picture_says_what_forbids_and_draws_the_sum_pale(run: Runner, record: tuple[Path, list[str]], tmp_path: Path, ending: str) -> None:
    made, (bomb, shooting, july) = record
    drawn = {}
    for name, other in (("banned", shooting), ("free", july)):
        drawn[name] = tmp_path / f"{name}.{ending}"
        first = bomb if name == "banned" else shooting
        assert run("explain", made, first, "--against", other, "--chart", drawn[name]).code == 0
    banned, free = (drawn[name].read_text(encoding="utf-8") for name in ("banned", "free"))
    assert "Never one, whatever the bits: one report sets them apart" in banned
    assert banned.count("fill-opacity") == 1
    assert "Never one" not in free
    assert "fill-opacity" not in free


def two(by: str = "", days: tuple[str, str] = ("2024-06-04", "2024-06-05")) -> list[Mention]:
    """Two tellings of one report, set apart by a rule where one is given."""
    said = [0, 90] if by else []
    return [
        mention("a", start, "Attack", day, place, [7], apart=[s for s in said if s != start], by=by)
        for start, day, place in zip((0, 90), days, (HOMS, DJIBO), strict=True)
    ]


@pytest.mark.parametrize("rule", ["extract.apart.another", "extract.apart.one-by-one", "extract.retold.days-far"])
def test_a_ban_is_found_for_what_clustering_forbids(rule: str) -> None:
    found = against(["a:0"], ["a:90"], two(rule), [document("a", "2024-06-06")])
    assert found is not None
    assert found.ban is not None
    assert (found.ban.rule, {found.ban.left, found.ban.right}) == (rule, {"a:0", "a:90"})


def test_what_no_report_sets_apart_has_no_ban() -> None:
    found = against(["a:0"], ["a:90"], two(), [document("a", "2024-06-06")])
    assert found is not None
    assert found.ban is None


def test_a_ruling_is_the_ban_even_where_words_and_days_forbid_too_and_where_it_was_made_on_other_accounts() -> None:
    mentions = [*two("extract.apart.another", ("2024-06-04", "2024-09-09")), mention("b", 0, "Attack", "2024-06-04", HOMS, [7])]
    rulings = [Ruling(1, "merge", ("a:0", "b:0"), "Ana", "2026-01-01"), Ruling(2, "different", ("b:0", "a:90"), "Ana", "2026-01-01")]
    documents = [document(name, "2024-06-06") for name in "ab"]
    found = against(["a:0", "b:0"], ["a:90"], mentions, documents, (), rulings)
    assert found is not None
    assert found.ban is not None
    assert (found.ban.rule, found.ban.ruling) == ("link.ruling", "different 2")
    alone = against(["a:0"], ["a:90"], mentions, documents, (), rulings)
    assert alone is not None
    assert alone.ban is not None
    assert alone.ban.ruling == "different 2"


def test_undated_acts_and_acts_beside_force_are_banned_by_their_rules() -> None:
    acts = [mention(name, 0, "accuse", None, place) for name, place in zip("ab", (TIBU, TIBU), strict=True)]
    force = mention("c", 0, "Attack", "2024-06-04", KHATLON, [2])
    documents = [document(name, "2024-06-06") for name in "abc"]
    rules = [against(["a:0"], [other], [*acts, force], documents) for other in ("b:0", "c:0")]
    assert [found.ban.rule for found in rules if found and found.ban] == ["link.act.undated", "link.kinds"]


def test_the_mean_is_what_clustering_joins_by() -> None:
    mentions = [mention(name, 0, "Attack", "2024-06-04", HOMS, [27], words="market trader stall") for name in "abc"]
    documents = [document(name, "2024-06-05") for name in "abc"]
    assert len(link(mentions, documents).clusters) == 1
    found = against(["a:0"], ["b:0", "c:0"], mentions, documents)
    assert found is not None
    assert found.pairs == 2
    assert found.farthest.weight <= found.mean <= found.nearest.weight
