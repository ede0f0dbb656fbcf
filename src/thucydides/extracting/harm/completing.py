"""Completing: what a sentence's harms say of one another: whose a bare number is, and whom "he" and "another" add.

Invariant: nobody is added whom the words do not tell of.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm

_BARE = frozenset({"", "wounded", "injured", "killed", "dead", "others", "other", "more"})


def with_sides(harms: list[Harm]) -> list[Harm]:
    """Counts without a noun of their own take the people of the count before ("one Taliban fighter was killed and four injured")."""
    result: list[Harm] = []
    for harm in harms:
        bare = not set(harm.people.group.lower().split()) - _BARE - {"another", "one", "two"}
        known = (h for h in reversed(result) if h.people.counted and (h.people.category != "unknown" or h.people.nationality))
        model = next(known, None)
        other = model is not None and harm.people.nationality not in (None, model.people.nationality)
        if (
            bare
            and harm.people.counted
            and harm.people.category == "unknown"
            and model is not None
            and not harm.total
            and not other
        ):
            people = replace(
                harm.people,
                group=model.people.group,
                category=model.people.category,
                nationality=harm.people.nationality or model.people.nationality,
            )
            harm = replace(harm, people=people)
        result.append(harm)
    return result


def with_pronouns(harms: Sequence[Harm]) -> Iterator[Harm]:
    """Somebody told by a pronoun beside people who are counted is one more: "he and his two sons were found dead"."""
    for harm in harms:
        joined = (o for o in harms if o.cue == harm.cue and o.outcome == harm.outcome and o.people.start > harm.people.end)
        beside = any(o.people.counted for o in joined)
        if harm.people.pronoun and beside and harm.quantity is not None and harm.quantity.best == 1 and not harm.self_inflicted:
            harm = replace(harm, people=replace(harm.people, pronoun=False))
        yield harm


def with_others(sentence: Span, harms: list[Harm]) -> list[Harm]:
    """What "another" adds to: nobody told of as harmed where it sets a person beside the one who did it ("a man shot another man"),
    and none of the same outcome where the people told of before in the sentence came to another one."""
    heads = {h.people.head for h in harms}
    result: list[Harm] = []
    for harm in harms:
        people = harm.people
        if people.more and not people.counted and not people.ordinal and harm.quantity is not None and harm.quantity.best == 1:
            before = [h for h in harms if h.people.end <= people.start]
            lemma = sentence.doc[people.head].lemma_.lower()
            doer = any(
                t.lemma_.lower() == lemma and t.i not in heads for t in sentence if t.idx < people.start and t.i != people.head
            )
            one = lemma == "other" or people.group.lower().startswith("the other")
            doer = doer or (one and any(t.lower_ == "one" and t.i not in heads and t.idx < people.start for t in sentence))
            if doer and not before:
                harm = replace(harm, people=replace(people, more=False, definite=True))
            elif before and all(h.outcome != harm.outcome for h in before):
                harm = replace(harm, other=True)
        result.append(harm)
    return result
