"""Persons: people told of in the singular, told apart by name, sex and age.

Invariant: "another man" is one more, "the man" is one told before.
"""

from msgspec import Struct

from thucydides.extracting.accounts import Account
from thucydides.extracting.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.people.reading import ADULT
from thucydides.extracting.people.sides import group_words
from thucydides.vocabulary import mapping


class Person(Struct, frozen=True):
    """One person told of in the singular, as far as the words tell one from another."""

    name: str
    sex: str
    young: bool
    age: int | None
    category: str
    harm: Harm
    more: bool


_REMAINDERS = frozenset({"toll.sum", "toll.multiple"})
"""What is left of a larger count is a number and no person told of."""


def same(a: Person, b: Person) -> bool:
    """Whether two singular tellings can be one person: no clash of name, sex, age."""
    if a.name and b.name:
        if 1 in (len(a.name.split()), len(b.name.split())):
            return bool(set(a.name.lower().split()) & set(b.name.lower().split()))  # "Amina Bello", later "Amina"
        last_a, last_b = a.name.split()[-1].lower(), b.name.split()[-1].lower()
        if last_a != last_b:
            return False
        if len(a.name.split()) > 1 and len(b.name.split()) > 1:
            return a.name.split()[0][0].lower() == b.name.split()[0][0].lower()
        return True
    if a.sex and b.sex and a.sex != b.sex:
        return False
    if (a.young and grown(b)) or (b.young and grown(a)):
        return False
    if a.age is not None and b.age is not None:
        return a.age == b.age
    return not (b.more and not b.name)


def _adds(people: People, told: int) -> bool:
    """Whether "a second victim" is one more than the people told of."""
    ordinals = mapping("numbers")["ordinals"]
    number = next((ordinals[w] for w in people.group.lower().split() if w in ordinals), None)
    return number is None or number > told


def _again(a: Person, b: Person) -> bool:
    """Whether two singulars of one sentence are one person all the same: by the name, or by age and sex."""
    named = bool(a.name and b.name)
    return same(a, b) and (named or (a.age is not None and a.age == b.age and a.sex == b.sex != "" and not (a.name or b.name)))


def grown(person: Person) -> bool:
    """Whether the words tell of a grown person: "a woman", but not "a victim" or "the brother"."""
    nouns = {w.lower() for w in person.harm.people.group.split()[-1:]}
    return not person.young and bool(nouns & group_words("grown")) and (person.age is None or person.age >= ADULT)


def persons(found: list[Account], others: int = 0) -> list[Person]:
    """The distinct people told of in the singular, in order; "another man" is one more, "the man" is one told before.

    `others` are people harmed otherwise: "a second victim" beside one dead and one wounded is one of the two.
    """
    distinct: list[Person] = []
    for account in found:
        here: list[Person] = []
        for harm in account.wholes:
            p = harm.people
            if harm.quantity is None or (harm.quantity.best != 1 and (p.counted or harm.quantity.rule == "toll.plural")):
                continue
            if harm.quantity.rule in _REMAINDERS or (harm.quantity.rule == "toll.attacker" and (distinct or len(account.wholes) > 1)):
                continue  # "a boy shot himself" tells of one, by two of its words
            more = (p.more and not p.ordinal and not harm.other) or (p.ordinal and _adds(p, len(distinct) + others))
            person = Person(p.name, p.sex, p.young, p.age, p.category, harm, more)
            if any(_again(d, person) for d in here):
                continue
            known = next((d for d in distinct if same(d, person) and d not in here), None)
            if known is None and (person.name or not p.definite or not distinct or here):
                distinct.append(person)
                here.append(person)
            elif known is not None:
                better = Person(
                    known.name or person.name,
                    known.sex or person.sex,
                    known.young or person.young,
                    known.age if known.age is not None else person.age,
                    known.category if known.category != "unknown" else person.category,
                    known.harm,
                    known.more,
                )
                distinct[distinct.index(known)] = better
                here.append(better)
    return distinct
