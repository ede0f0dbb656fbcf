"""What incidents' tellings came to is taken up only where nothing that they can see has changed."""

import random
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from example_record import example_with_later
from test_linking_adding import FEW
from thucydides.keeping.corpus import corpus
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Mention, Record, Ruling
from thucydides.reconciling import RULES, reconcile
from thucydides.reconciling.assessments import Cluster, weigh
from thucydides.reconciling.context import Case, context_of, make_case, make_context
from thucydides.reconciling.keeping import keeping
from thucydides.reconciling.rules import rule_by_name

RULE = "assess.origins"


def whole() -> Record:
    return example_with_later()[1]


def clusters(record: Record) -> tuple[tuple[str, ...], ...]:
    known = {m.id for m in record.mentions}
    return tuple(tuple(m for m in i.mentions if m in known) for i in record.incidents if known.intersection(i.mentions))


def altered(dice: random.Random) -> tuple[dict[str, Any], tuple[Ruling, ...], str]:
    """The example with this and that otherwise: documents gone, other outlets, days, originals, speakers, parties, places, clusters."""
    record = whole()
    gone = {d.id for d in dice.sample(record.documents, dice.choice((0, 0, 1, 2)))}
    documents, mentions, claims, citations = (
        dict(enumerate(some)) for some in (record.documents, record.mentions, record.claims, record.citations)
    )
    for _ in range(dice.randrange(3)):
        n, other = dice.randrange(len(documents)), dice.choice(record.documents)
        change = dice.choice(({"outlet": other.outlet}, {"published": other.published}, {"copy_of": other.id}, {"author": "Reuters"}))
        documents[n] = replace(documents[n], **change)
    for _ in range(dice.randrange(3)):
        n, other = dice.randrange(len(claims)), dice.choice(record.claims)
        claims[n] = replace(claims[n], **dice.choice(({"speaker": other.speaker}, {"said_on": other.said_on}, {"stance": "withdraws"}, {"value": other.value})))
    for _ in range(dice.randrange(3)):
        n, another = dice.randrange(len(mentions)), dice.choice(record.mentions)
        mentions[n] = replace(mentions[n], **dice.choice(({"actors": another.actors}, {"place": another.place}, {"date": another.date})))
    found = list(clusters(record))
    if dice.random() < 0.3:
        one, two = dice.sample(range(len(found)), 2)
        found[one], found[two] = (*found[one], *found[two]), ()
    if dice.random() < 0.3:
        citations.pop(dice.choice(list(citations)), None) if citations else None
    verdicts = (Ruling(1, "reject", (dice.choice(record.claims).id,), "me", "2026-01-01"), Ruling(1, "set", (found[0][0] if found[0] else "x", "killed", "9"), "me", "2026-01-01"))
    given = {
        "documents": [d for d in documents.values() if d.id not in gone], "mentions": [m for m in mentions.values() if m.document not in gone],
        "claims": [c for c in claims.values() if c.document not in gone], "citations": [c for c in citations.values() if c.passage.document not in gone],
        "aggregates": [a for a in record.aggregates if a.document not in gone], "figures": (), "pairs": (),
        "clusters": tuple(c for c in found if c),
    }  # fmt: skip
    return given, (dice.choice(verdicts),) if dice.random() < 0.4 else (), dice.choice((RULE, RULE, *RULES))


@FEW
@given(seed=st.integers(0, 2**32))
def test_whatever_changed_the_record_is_the_one_without_what_was_kept(seed: int, tmp_path_factory: Any) -> None:
    dice, shelf = random.Random(seed), Shelf(tmp_path_factory.mktemp("record") / "kept", "this")
    for _ in range(6):
        given, rulings, rule = altered(dice)
        assert reconcile(**given, rulings=rulings, rule=rule, shelf=shelf) == reconcile(**given, rulings=rulings, rule=rule)


def weighed(shelf: Shelf, mentions: list[Mention], record: Record) -> int:
    """How many of the incidents of some mentions had to be weighed."""
    done: list[Case] = []
    told = corpus(record.documents, mentions, record.claims, record.citations)
    decide = rule_by_name(RULE)
    context = context_of(told, clusters(record))
    with keeping(shelf, told, context, frozenset(), RULE, lambda case: done.append(case) or weigh(case, decide, RULE)) as kept:  # type: ignore[func-returns-value]
        for cluster in clusters(record):
            kept.outline(Cluster(tuple(sorted(cluster))))
    return len(done)


def test_only_incidents_that_a_changed_document_tells_of_are_weighed_again(tmp_path: Path) -> None:
    shelf, record = Shelf(tmp_path / "kept", "this"), whole()
    mentions = list(record.mentions)
    assert weighed(shelf, mentions, record) == len(record.incidents)
    assert weighed(shelf, mentions, record) == 0
    of = {m.id: m.document for m in mentions}
    told = [{of[m] for m in c} for c in clusters(record)]
    at = next(n for n, m in enumerate(mentions) if m.id in {m for c in clusters(record) for m in c} and m.kind == "incident")
    mentions[at] = replace(mentions[at], background=not mentions[at].background)
    assert weighed(shelf, mentions, record) == sum(mentions[at].document in some for some in told) < len(told)


def test_an_incident_comes_to_the_same_whether_its_tellings_see_their_part_of_the_record_or_all_of_it() -> None:
    record = whole()
    context = make_context(record.documents, record.mentions, record.claims, record.citations, clusters(record))
    decide = rule_by_name(RULE)
    for cluster in clusters(record):
        case = make_case(context, cluster)
        assert len(case.context.mentions) < len(record.mentions)
        assert weigh(case, decide, RULE) == weigh(replace(case, context=context), decide, RULE)
