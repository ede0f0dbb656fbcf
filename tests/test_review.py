"""review asks what changes the record most first, keeps the answers as rulings, and asks nothing twice."""

import io
import subprocess
import sys
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli_runner import Ran, Runner
from example_record import REPORTS, example
from thucydides.build import build
from thucydides.nouns import Quantity, Record, Ruling
from thucydides.publishing.index import Index
from thucydides.reconciling.overruling import overrule
from thucydides.record import MissingError, Store
from thucydides.reviewing.answers import ALLOWED, ALWAYS, parse, ruling
from thucydides.reviewing.item import Item, Stake
from thucydides.reviewing.queue import ordered, queue
from thucydides.reviewing.ruled import Ruled
from thucydides.reviewing.setting import of_value, readable
from thucydides.vocabulary import mapping

QUIETLY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""On a busy machine making an input may take long; that is no fault of what is tested."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review") / "r"
    with Store.open(folder, create=True) as store:
        build([REPORTS / "reports"], store)
    return folder


@pytest.fixture
def kept(built: Path, tmp_path: Path) -> Path:
    """A record of the example's reports of one's own."""
    import shutil

    return Path(shutil.copytree(built, tmp_path / "r"))


@pytest.fixture
def answering(run: Runner, monkeypatch: pytest.MonkeyPatch) -> "Answering":
    return Answering(run, monkeypatch)


class Answering:
    """Runs review with answers on standard input."""

    def __init__(self, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run, self._patch = run, monkeypatch

    def __call__(self, record: Path, *answers: str, options: tuple[str, ...] = ()) -> Ran:
        self._patch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        return self._run("review", record, "--who", "Ana", *options)


def questions(run: Runner, record: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run("review", record, "--json").json["items"]
    return found


def about(found: list[dict[str, object]], kind: str, attribute: str | None = None) -> int:
    """How many questions come before the first of a kind."""
    return [(q["kind"], q["attribute"]) for q in found].index((kind, attribute))


def item(name: str, chance: float, points: float, *incidents: str) -> Item:
    return Item(name, "apart", incidents, (f"{name}:l",), (f"{name}:r",), chance=chance, stakes=(Stake("review.stake.incident", "one", points),))


items = st.lists(
    st.tuples(st.floats(0.01, 1), st.floats(0.1, 9), st.lists(st.sampled_from("abcd"), min_size=1, max_size=2, unique=True)), max_size=12
)


@QUIETLY
@given(items, st.integers(0, 999))
def test_the_order_follows_the_expected_change_and_not_the_order_given(made: list[tuple[float, float, list[str]]], seed: int) -> None:
    some = [item(f"i{n}", chance, points, *incidents) for n, (chance, points, incidents) in enumerate(made)]
    shuffled = Random(seed).sample(some, len(some))
    found = ordered(some)
    assert found == ordered(shuffled)
    changes = [i.change for i in found]
    assert changes == sorted(changes, reverse=True)
    assert {i.id for i in found} == {i.id for i in some}


def test_a_second_question_on_an_incident_counts_for_half() -> None:
    one, two, other = item("one", 0.5, 4, "a", "b"), item("two", 0.5, 3.9, "b", "c"), item("other", 0.5, 2.5, "d")
    assert [(i.id, i.change) for i in ordered([one, two, other])] == [("one", 2.0), ("other", 1.25), ("two", 0.975)]


def test_every_question_of_the_example_names_its_rules_and_has_passages(run: Runner, built: Path) -> None:
    found = questions(run, built)
    assert len(found) >= 5
    rules = mapping("rules/review")["rules"]
    for n, one in enumerate(found, 1):
        assert one["rank"] == n
        assert rules[one["rule"]]["meaning"]
        assert 0 < float(str(one["chance"])) <= 1
        stakes = one["stakes"]
        assert isinstance(stakes, list)
        assert all(rules[s["rule"]]["source"] and s["points"] > 0 for s in stakes)
        sides = one["sides"]
        assert isinstance(sides, list)
        assert all(p["quote"] for side in sides for m in side for p in m["passages"])
    text = run("review", built, "--list", "--limit", "3").out
    assert text.count("Why it is asked: ") == text.count("What hangs on it: ") == 3


def test_answers_become_rulings_the_record_is_built_anew_and_says_what_changed(answering: Answering, run: Runner, kept: Path) -> None:
    before = questions(run, kept)
    at = about(before, "value", "date")
    ran = answering(kept, *["skip"] * at, "why", "nonsense", "set 2025-12-23: the ministry corrected it", "quit")
    assert ran.code == 0
    assert "review.chance.contested: " in ran.out
    assert "'nonsense' is no answer here" in ran.out
    assert "Ruling 1 is kept (set)." in ran.out
    assert "From revision 1 to revision 2: 1 ruling" in ran.out
    assert "23 December 2025" in ran.out.split("From revision 1")[1]
    (made,) = run("rule", "list", kept, "--json").json
    assert (made["verb"], made["who"], made["why"], made["arguments"][1:]) == ("set", "Ana", "the ministry corrected it", ["date", "2025-12-23"])
    after = questions(run, kept)
    assert before[at]["id"] not in [q["id"] for q in after]
    assert run("rule", "undo", kept, 1).code == 0
    assert before[at]["id"] in [q["id"] for q in questions(run, kept)]


def test_same_and_different_are_not_asked_again_even_before_a_build(answering: Answering, run: Runner, kept: Path) -> None:
    kinds = [(q["kind"], q["id"]) for q in questions(run, kept)]
    answers = [{"joined": "same", "apart": "different: other day"}.get(str(kind), "skip") for kind, _ in kinds]
    ran = answering(kept, *answers, options=("--no-build",))
    assert "The rulings hold from the next build" in ran.out
    verbs = [r["verb"] for r in run("rule", "list", kept, "--json").json]
    assert sorted(verbs) == sorted({"joined": "merge", "apart": "different"}[str(k)] for k, _ in kinds if k in ("joined", "apart"))
    assert verbs
    left = [(q["kind"], q["id"]) for q in questions(run, kept)]
    assert sorted(map(str, left)) == sorted(str(k) for k in kinds if k[0] not in ("joined", "apart"))


def test_a_value_is_not_asked_again_once_one_of_its_claims_is_void(answering: Answering, run: Runner, kept: Path) -> None:
    before = questions(run, kept)
    at = about(before, "value", "date")
    assert "Ruling 1 is kept (reject)." in answering(kept, *["skip"] * at, "reject 1: a slip", "q", options=("--no-build",)).out
    assert before[at]["id"] not in [q["id"] for q in questions(run, kept)]


def test_build_on_request_goes_on_with_what_is_left(answering: Answering, run: Runner, kept: Path) -> None:
    at = about(questions(run, kept), "value", "date")
    ran = answering(kept, *["skip"] * at, "set 2025-12-23", "build", "quit")
    assert "From revision 1 to revision 2" in ran.out
    assert ran.out.count("When was it?") == 1
    assert ran.out.count("Ruling 1 is kept") == 1
    assert run("diff", kept, 1, 2).code == 0


def test_no_input_is_one_clear_line(answering: Answering, kept: Path) -> None:
    ran = answering(kept)
    assert ran.code == 2
    assert ran.err == "thucydides: no answers came on standard input; give them one a line, or see the questions with --list\n"


def test_a_script_without_a_terminal_works(run: Runner, kept: Path) -> None:
    answer, verb = {"apart": ("different", "different"), "joined": ("same", "merge")}.get(str(questions(run, kept)[0]["kind"]), ("reject", "reject"))
    command = [sys.executable, "-m", "thucydides.cli", "review", str(kept), "--limit", "1", "--no-build", "--who", "Ana"]
    taken = subprocess.run(command, input=f"why\n{answer}: so it is\n", capture_output=True, text=True, check=False)
    assert taken.returncode == 0
    assert "Expected change " in taken.stdout
    assert "Ruling 1 is kept (" + verb in taken.stdout
    assert '"why":"so it is"' in (kept / "rulings.jsonl").read_text()


def test_an_answer_that_cannot_be_one_is_said_and_asked_again(answering: Answering, run: Runner, kept: Path) -> None:
    at = about(questions(run, kept), "value", "date")
    ran = answering(kept, *["skip"] * at, "set yesterday", "take 99", "reject 77", "skip", options=("--limit", str(at + 1)))
    assert "cannot be set to 'yesterday'" in ran.out
    assert "a number from 1 to" in ran.out
    assert run("rule", "list", kept, "--json").json == []


def sides(record: Record) -> Item:
    one, other = record.incidents[0], record.incidents[1]
    return Item("x", "apart", (one.id, other.id), one.mentions, other.mentions)


def test_every_answer_stands_for_a_ruling() -> None:
    record = example()
    index, pair = Index(record), sides(record)
    groups = (",".join(pair.left), ",".join(pair.right))
    assert ruling(index, pair, parse("s", pair)) == ("merge", groups)
    assert ruling(index, pair, parse("Different: why not", pair)) == ("different", groups)
    assert ruling(index, pair, parse("reject b", pair)) == ("reject", pair.right)
    assert parse("different: a: b", pair).why == "a: b"
    with pytest.raises(MissingError, match="behind a colon: different: other village"):
        parse("different other village", pair)
    with pytest.raises(MissingError, match="which of the two"):
        ruling(index, pair, parse("x", pair))
    dead = next(i for i in record.incidents if (k := i.assessed("killed")) and len(k.claims_for) > 1)
    count = Item("k", "value", (dead.id,), dead.mentions, attribute="killed")
    killed = dead.assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    verb, arguments = ruling(index, count, parse("take 1", count))
    assert (verb, arguments[:2]) == ("set", (dead.mentions[0], "killed"))
    assert ruling(index, count, parse("reject 1", count)) == ("reject", (killed.claims_for[0],))
    assert ruling(index, count, parse("reject", count)) == ("reject", dead.mentions)
    assert ruling(index, count, parse("right", count))[1][2] == of_value("killed", killed.quantity, None, None, "")
    lone = Item("l", "lone", (dead.id,), dead.mentions)
    assert ruling(index, lone, parse("r", lone)) == ("set", (dead.mentions[0], "status", "happened"))


@QUIETLY
@given(st.sampled_from(sorted(ALLOWED)), st.text(max_size=8), st.text(alphabet="abc :,", max_size=20))
def test_a_line_is_an_answer_or_is_refused_in_words(kind: str, word: str, rest: str) -> None:
    asked = Item("x", kind, ("a",), ("m",))  # type: ignore[arg-type]
    try:
        found = parse(f"{word} {rest}", asked)
    except MissingError:
        return
    assert found.verb in (*ALLOWED[kind], "skip", "why", "build", "quit")


def test_merges_hold_on_through_others() -> None:
    record = example()
    pair = sides(record)
    third = record.incidents[2].mentions
    joined = Ruling(1, "merge", (pair.left[0], third[0]), "Ana", "2026-01-01")
    apart = Ruling(2, "different", (third[0], pair.right[0]), "Ana", "2026-01-01")
    assert not Ruled([joined], record.mentions).answers(pair)
    assert Ruled([joined, apart], record.mentions).answers(pair)
    assert Ruled([msgspec.structs.replace(apart, arguments=(record.incidents[0].mentions[0].split(":")[0], pair.right[0]))], record.mentions).answers(pair)


numbers = st.none() | st.integers(0, 10**6)


@QUIETLY
@given(st.integers(0, 9999), st.integers(0, 999), st.none() | st.integers(0, 999))
def test_a_count_taken_over_is_the_count_that_was_told(low: int, more: int, most: int | None) -> None:
    told = Quantity(low, low + more, None if most is None else low + more + most, "told")
    written = readable("killed", of_value("killed", told, None, None, "") or "")
    (made,) = overrule((), "", [("killed", written, Ruling(1, "set", ("", "killed", written), "Ana", ""))])
    assert made.quantity is not None
    assert (made.quantity.low, made.quantity.best, made.quantity.high) == (told.low, told.best, told.high)


def test_values_can_be_written_as_people_write_them() -> None:
    assert readable("date", "2025-11-30/2025-12-02") == "2025-11-30/2025-12-02"
    assert readable("type", "armed CLASH") == "Armed clash"
    assert readable("place", "Khorugh, TJ").endswith(",TJ,Khorog")
    with pytest.raises(MissingError, match="did you mean"):
        readable("type", "Armed clsh")
    with pytest.raises(MissingError, match="cannot be set"):
        readable("date", "2025-12-02/2025-11-30")
    with pytest.raises(MissingError, match="no place is listed"):
        readable("place", "Nowhereville-on-the-Moon")


def test_the_queue_of_a_record_is_the_same_whatever_the_order_within_it() -> None:
    record = example()
    turned = msgspec.structs.replace(
        record, mentions=record.mentions[::-1], documents=record.documents[::-1], incidents=record.incidents[::-1], claims=record.claims[::-1]
    )
    assert [(i.id, i.change) for i in queue(record, ())] == [(i.id, i.change) for i in queue(turned, ())]


def test_every_answer_is_documented() -> None:
    page = (Path(__file__).parent.parent / "docs" / "review.md").read_text(encoding="utf-8")
    table = page.split("## Answers")[1]
    assert all(f"| `{verb}" in table for verb in {*(v for some in ALLOWED.values() for v in some), *ALWAYS})
