"""Laws of reconciling, tried on made records: a truth is drawn, and what the reports say is drawn from it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reconciling_made import KHATLON, Made, at_least, exact, on
from thucydides.nouns import Quantity, Range
from thucydides.reconciling import RULES, Reconciled

GROUPS = (
    ("civilians", "CN", "Chinese civilians"),
    ("civilians", "TJ", "Tajik civilians"),
    ("state forces", "TJ", "soldiers"),
    ("rebels", None, "militants"),
    ("criminals", None, "smugglers"),
)
Truth = tuple[int, ...]


def said(number: int, how: str) -> Quantity:
    """A true wording of a number."""
    if how == "exact" or number == 0:
        return exact(number)
    if how == "at least":
        return at_least(max(1, number - 1))
    return Quantity(max(0, number - 1), max(0, number - 1), number + 2, "a range", "toll.range")


@st.composite
def accounts(draw: st.DrawFn, least: int = 1) -> tuple[Truth, list[tuple[str, list[tuple[Quantity, int | None]]]]]:
    """A truth and true accounts of it: each a whole, some groups, or a whole with some of its groups as parts."""
    truth = tuple(draw(st.lists(st.integers(0, 6), min_size=len(GROUPS), max_size=len(GROUPS))))
    how = st.sampled_from(["exact", "at least", "range"])
    told = []
    for _ in range(draw(st.integers(least, 5))):
        kind = draw(st.sampled_from(["whole", "groups", "both"]))
        items: list[tuple[Quantity, int | None]] = [(said(sum(truth), draw(how)), None)] if kind != "groups" else []
        chosen = [n for n, count in enumerate(truth) if count] if kind != "whole" else []
        if chosen and kind == "both":
            chosen = draw(st.lists(st.sampled_from(chosen), unique=True, min_size=1))
        items += [(exact(truth[n]), n) for n in chosen]
        if items:
            told.append((kind, items))
    return truth, told or [("whole", [(exact(sum(truth)), None)])]


def tell(made: Made, name: str, account: tuple[str, list[tuple[Quantity, int | None]]], **document: str) -> None:
    """One report of the incident with one account's counts."""
    kind, items = account
    words = [f"{q.wording} {GROUPS[n][2] if n is not None else 'people'} number {i}" for i, (q, n) in enumerate(items)]
    made.document(name, f"On 5 May 2024 in Khatlon: {'; '.join(words)} died.", **document)
    toll = []
    for i, (quantity, n) in enumerate(items):
        category, nationality, group = GROUPS[n] if n is not None else (None, None, "people")
        toll.append((words[i], "killed", quantity, group, category, nationality, 0 if kind == "both" and i else None))
    made.mention(
        name, "one", made.text(name), when=("5 May 2024", on("2024-05-05")), place=("Khatlon", KHATLON), toll=tuple(toll)
    )


def record(told: list[tuple[str, list[tuple[Quantity, int | None]]]]) -> Made:
    made = Made()
    for number, account in enumerate(told):
        tell(made, f"doc{number}", account, outlet=f"Paper {number}")
    return made


def ranges(found: Reconciled) -> dict[str, Range]:
    return {r.group: r for r in found.ranges if r.scope == "incident" and r.outcome == "killed"}


@settings(max_examples=60, deadline=None)
@given(accounts())
def test_ranges_always_hold_the_truth(drawn: tuple[Truth, list[tuple[str, list[tuple[Quantity, int | None]]]]]) -> None:
    truth, told = drawn
    found = ranges(record(told).reconciled())
    for label, one in found.items():
        true = sum(truth) if not label else next(truth[n] for n, g in enumerate(GROUPS) if g[2] == label)
        assert one.holds
        assert one.low <= true
        assert one.high is None or true <= one.high


@settings(max_examples=40, deadline=None)
@given(accounts(least=2))
def test_a_further_true_account_never_widens(drawn: tuple[Truth, list[tuple[str, list[tuple[Quantity, int | None]]]]]) -> None:
    _, told = drawn
    before, after = ranges(record(told[:-1] or told).reconciled()), ranges(record(told).reconciled())
    for label, one in before.items():
        assert after[label].low >= one.low
        if one.high is not None:
            new = after[label].high
            assert new is not None
            assert new <= one.high


def test_a_range_that_holds_what_others_count_still_closes_the_total() -> None:
    some = Quantity(1, 1, 4, "a range", "toll.range")
    told = [("both", [(some, None), (exact(1), 3)]), ("groups", [(exact(1), 3), (exact(1), 4)])]
    assert ranges(record(told).reconciled())[""].high == 4


@settings(max_examples=30, deadline=None)
@given(accounts(), st.integers(0, 4), st.booleans())
def test_copies_change_no_assessment(
    drawn: tuple[Truth, list[tuple[str, list[tuple[Quantity, int | None]]]]], which: int, other_outlet: bool
) -> None:
    _, told = drawn
    made = record(told)
    alone = made.reconciled()
    copied = which % len(told)
    for number in range(2):
        outlet = f"Reprint {number}" if other_outlet else f"Paper {copied}"
        tell(made, f"copy{number}", told[copied], outlet=outlet, copy_of=f"doc{copied}")
    again = made.reconciled()
    assert [_values(a) for a in alone.incidents[0].assessments] == [_values(a) for a in again.incidents[0].assessments]
    assert alone.incidents[0].origins == again.incidents[0].origins
    assert alone.incidents[0].harm == again.incidents[0].harm


def _values(assessment: object) -> tuple[object, ...]:
    return tuple(getattr(assessment, n) for n in ("attribute", "quantity", "date", "place", "value", "origins", "rule"))


ANY = st.one_of(
    st.integers(0, 9).map(exact),
    st.integers(1, 9).map(at_least),
    st.integers(1, 9).map(lambda n: Quantity(0, n, n, f"up to {n}", "toll.up-to", weak=True)),
    st.integers(20, 60).map(lambda n: Quantity(n - n // 10, n, n + n // 10, f"about {n}", "toll.about", approximate=True)),
    st.just(Quantity(3, 3, None, "several", "toll.several")),
    st.just(Quantity(1, None, None, "people", "toll.plural")),
    st.just(Quantity(None, None, None, "casualties", "toll.unknown")),
    st.just(Quantity(0, 0, 0, "no casualties", "toll.none")),
)


def clashing(quantities: list[Quantity]) -> Made:
    """Reports that say just anything of one toll."""
    made = Made()
    for number, quantity in enumerate(quantities):
        tell(made, f"doc{number}", ("whole", [(quantity, None)]), outlet=f"Paper {number}")
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=6), st.sampled_from(sorted(RULES)))
def test_figures_stay_in_order_and_unknown_is_never_zero(quantities: list[Quantity], rule: str) -> None:
    found = clashing(quantities).reconciled(rule).incidents[0].assessed("killed")
    assert found is not None
    assert found.quantity is not None
    low, best, high = found.quantity.low, found.quantity.best, found.quantity.high
    numbers = [q for q in quantities if q.best is not None]
    vague = [q for q in numbers if q.rule == "toll.several"]
    if len(numbers) == len(vague):
        assert best is None
    if not vague:
        assert (best is None) == (not numbers)
    if best is not None:
        assert best in {q.best for q in numbers} | {q.low for q in numbers}
        assert low is None or low <= best
        assert high is None or best <= high
    elif low == 0 or high == 0:
        assert any(q.high == 0 for q in quantities)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=6))
def test_lowest_rule_is_never_above_a_claim(quantities: list[Quantity]) -> None:
    found = clashing(quantities).reconciled("assess.acled-lowest").incidents[0].assessed("killed")
    assert found is not None
    assert found.quantity is not None
    best = found.quantity.best
    for quantity in quantities:
        if best is not None and quantity.best is not None and quantity.rule != "toll.several":
            assert best <= quantity.best


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY, min_size=2, max_size=6), st.sampled_from(sorted(RULES)))
def test_order_of_reports_changes_nothing(quantities: list[Quantity], rule: str) -> None:
    made = clashing(quantities)
    assert made.reconciled(rule) == made.reconciled(rule, backwards=True)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.booleans()), min_size=1, max_size=7),
    st.sampled_from(["exact", "at least", "range"]),
    st.sampled_from(["exact", "at least"]),
)
def test_what_a_true_count_leaves_missing_holds_what_is_missing(war: list[tuple[int, bool]], deaths: str, incidents: str) -> None:
    """Of a war some incidents are told and some not; a true count of all of it leaves a residual that holds those not told."""
    made = Made()
    for number, (dead, told) in enumerate(war, 1):
        if told:
            made.document(f"d{number}", f"On day {number} in Khatlon {dead} people died.", f"Paper {number}")
            made.mention(f"d{number}", f"c{number}", made.text(f"d{number}"), when=(f"day {number}", on(f"2024-05-{number:02}")),
                         place=("Khatlon", KHATLON), toll=((f"{dead} people", "killed", exact(dead), "people"),))  # fmt: skip
    made.document("count", "In May people died in deadly incidents.", "Counter")
    made.aggregate("count", made.text("count"), ("In May", on("2024-05", wording="In May")), deaths=said(sum(d for d, _ in war), deaths),
                   incidents=said(len(war), incidents), group="people", area=KHATLON)  # fmt: skip
    (check,) = made.reconciled().checks
    missing = [dead for dead, told in war if not told]
    for (least, most), true in ((check.residual_deaths, sum(missing)), (check.residual_incidents, len(missing))):
        assert least is not None
        assert least <= true
        assert most is None or true <= most
    if deaths == incidents == "exact":
        assert (check.verdict == "met") == (not missing)
        assert check.residual_deaths == (sum(missing), sum(missing))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["exact", "at least", "range"])), min_size=1, max_size=6))
def test_sums_by_month_group_and_record_hold_the_truth(war: list[tuple[int, int, str]]) -> None:
    """Of a war of many incidents, told truly, the sums of the tightest ranges hold the true sums."""
    made = Made()
    for number, (civilians, militants, how) in enumerate(war, 1):
        month = 5 + number % 2
        text = f"On 2024-{month:02}-{number:02} in Khatlon {civilians + militants} people died: {civilians} villagers, {militants} militants."
        made.document(f"d{number}", text, f"Paper {number}")
        toll = [(f"{civilians + militants} people", "killed", said(civilians + militants, how), "people")]
        toll += [(f"{civilians} villagers", "killed", exact(civilians), "villagers", "civilians", None, 0)] if civilians else []
        toll += [(f"{militants} militants", "killed", exact(militants), "militants", "rebels", None, 0)] if militants else []
        day = f"2024-{month:02}-{number:02}"
        made.mention(f"d{number}", f"c{number}", text, when=(day, on(day)), place=("Khatlon", KHATLON), toll=tuple(toll))
    sums = {(r.scope, r.key): (r.low, r.high) for r in made.reconciled().ranges if r.scope != "incident" and r.outcome == "killed"}
    true = {("record", ""): sum(c + m for c, m, _ in war), ("group", "civilians"): sum(c for c, _, _ in war)}
    true |= {("month", f"2024-{n:02}"): sum(c + m for i, (c, m, _) in enumerate(war, 1) if 5 + i % 2 == n) for n in (5, 6)}
    for key, number in true.items():
        if key in sums:
            low, high = sums[key]
            assert low <= number
            assert high is None or number <= high
