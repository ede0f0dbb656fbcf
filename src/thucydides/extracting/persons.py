"""Persons: people told of in the singular, told apart by name, sex, age, role and whose they are.

Invariants: "another man" is one more, "the man" is one told before; "his brother" is not he.
"""

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.accounts import Account
from thucydides.extracting.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.people.ages import ADULT
from thucydides.extracting.people.sides import group_words
from thucydides.vocabulary import mapping

_PRONOUNS = {"his": "male", "her": "female"}
_OF_MANY = frozenset({"their", "our", "its"})


class Person(Struct, frozen=True):
    """One person told of in the singular, as far as the words tell one from another.

    `noun` is what they are called by, `owner` the word whose they are ("his" brother); `more` says they are one more than those told.
    """

    name: str
    sex: str
    young: bool
    age: int | None
    category: str
    harm: Harm
    more: bool
    noun: str = ""
    owner: str = ""


def person_of(harm: Harm, more: bool) -> Person:
    """The person that a harm of one tells of."""
    p = harm.people
    return Person(p.name, p.sex, p.young, p.age, p.category, harm, more, p.noun, p.owner)


_REMAINDERS = frozenset({"toll.sum", "toll.multiple"})
"""What is left of a larger count is a number and no person told of."""


def same(a: Person, b: Person) -> bool:
    """Whether two singular tellings can be one person: no clash of name, sex, age, role, or of whose they are."""
    if a.name and b.name:
        return _one_name(a.name, b.name)
    if a.sex and b.sex and a.sex != b.sex:
        return False
    if (a.young and grown(b)) or (b.young and grown(a)):
        return False
    if a.age is not None and b.age is not None:
        return a.age == b.age
    if b.more and not b.name:
        return False
    return not (_of_another(a, b) or _of_another(b, a) or _other_role(a, b))


def _one_name(a: str, b: str) -> bool:
    """Whether two names can be one person's: "Amina Bello", later "Amina"; "A. Bello" and "Amina Bello"."""
    first, second = a.lower().split(), b.lower().split()
    if 1 in (len(first), len(second)):
        return bool(set(first) & set(second))
    return first[-1] == second[-1] and first[0][0] == second[0][0]


def _is_kin(person: Person) -> bool:
    """Whether somebody is told of as another's: a relative, a guard, an assistant."""
    return bool(person.owner) and (person.noun in group_words("kin") or person.noun not in group_words("anybody") | group_words("generic"))


def _of_another(a: Person, b: Person) -> bool:
    """Whether somebody told of as another's relative ("his brother", "the elder's nephew") is that other and no relative told before."""
    if not _is_kin(b) or a.noun == b.noun or a.harm.start > b.harm.start:
        return False
    if _is_kin(a):
        return True
    if a.young and b.noun not in group_words("of_children"):
        return False
    if b.owner in _PRONOUNS:
        return a.sex in ("", _PRONOUNS[b.owner])
    return not (a.sex and a.sex == b.sex and not a.name) or b.owner in _OF_MANY | {a.noun}


def role(person: Person) -> str:
    """What a person does, where the noun says more than that there is one: "driver", but nothing of "man", "victim" or "villager"."""
    anybody = group_words("anybody") | group_words("generic") | group_words("kin") | group_words("young")
    return "" if person.noun in anybody or person.category == "unknown" else person.noun


def _other_role(a: Person, b: Person) -> bool:
    """Whether two have different roles: a driver is no passenger, but a policeman may be "the officer"."""
    one, other = role(a), role(b)
    return bool(one and other) and one != other and not (a.category == b.category != "civilians")


def _adds(people: People, told: int) -> bool:
    """Whether "a second victim" is one more than the people told of."""
    ordinals = mapping("numbers")["ordinals"]
    number = next((ordinals[w] for w in people.group.lower().split() if w in ordinals), None)
    return number is None or number > told


def _again(a: Person, b: Person) -> bool:
    """Whether two singulars of one sentence are one person all the same: by the name, or by age and sex."""
    named = bool(a.name and b.name)
    if named and a.harm.cue == b.harm.cue and a.name != b.name and a.harm.people.end <= b.harm.people.start:
        return False  # "Lord Carew and Lady Carew were killed"
    return same(a, b) and (named or (a.age is not None and a.age == b.age and a.sex == b.sex != "" and not (a.name or b.name)))


def grown(person: Person) -> bool:
    """Whether the words tell of a grown person: "a woman", but not "a victim" or "the brother"."""
    nouns = {w.lower() for w in person.harm.people.group.split()[-1:]}
    known = bool(nouns & group_words("grown")) or bool(role(person))
    return not person.young and known and (person.age is None or person.age >= ADULT)


def _new(person: Person, distinct: list[Person]) -> bool:
    """Whether one whom the words take up ("the driver") was not told of, and is one more: another's relative, or somebody "also" harmed."""
    known = any(d.age == person.age is not None or (d.name and person.name and same(d, person)) for d in distinct)
    fresh = not person.harm.people.definite or (bool(role(person)) and all(role(d) != role(person) for d in distinct))
    return (person.harm.also and fresh and not known) or _is_kin(person)


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
            person = person_of(harm, more)
            if any(_again(d, person) for d in here):
                continue
            known = next((d for d in distinct if same(d, person) and d not in here), None)
            also = harm.also and _new(person, distinct)
            if also or (known is None and (person.name or not p.definite or not distinct or here or _new(person, distinct))):
                distinct.append(person)
                here.append(person)
            elif known is not None:
                better = replace(
                    known,
                    name=known.name or person.name,
                    sex=known.sex or person.sex,
                    young=known.young or person.young,
                    age=known.age if known.age is not None else person.age,
                    category=known.category if known.category != "unknown" else person.category,
                )
                distinct[distinct.index(known)] = better
                here.append(better)
    return distinct
