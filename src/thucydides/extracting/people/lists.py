"""Lists: who is told of together with somebody: joined by "and", behind commas, as theirs, or counted beside them.

Invariant: what only says who somebody is (their trade, their age, what they were to others) is nobody beside them.
"""

from spacy.tokens import Token

from thucydides.extracting.people.phrases import first_token, is_name, number_of
from thucydides.extracting.people.sides import category_of, group_words, sex_of


def conjuncts(head: Token) -> list[Token]:
    """A head and the heads coordinated with it ("two officers and three militants")."""
    if _is_numbered_family(head):
        return [head]
    if _are_who_they_were(head):
        return [head]
    joined = [head, *(t for t in head.conjuncts if t.i > head.i and not _says_what(t)), *_beside_some(head)]
    return joined if len(joined) > 1 else [head, *(_family(head) or _enumerated(head) or _theirs(head) or _counted_behind(head))]


def _says_what(noun: Token) -> bool:
    """Whether a bare noun behind a name and a comma says what somebody is: "murdered Omar Sesay, farmer, and burned his house"."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    bare = noun.tag_ == "NN" and noun.text.islower() and not any(True for _ in noun.lefts)
    joined = any(c.dep_ == "cc" and c.i < noun.i for c in noun.head.children)
    return bare and before is not None and before.text == "," and noun.head.pos_ == "PROPN" and not joined


def _beside_some(head: Token) -> list[Token]:
    """People counted beside some of others: "12 of its fighters and six soldiers"."""
    of = next((c for c in head.rights if c.lower_ == "of"), None) if head.pos_ == "NUM" else None
    whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return [t for t in whose.conjuncts if t.i > whose.i and number_of(t)] if whose is not None else []


def _is_numbered_family(head: Token) -> bool:
    """Whether a comma behind the number of a family opens a list of who they were: "a family of four, the parents and two children"."""
    behind = head.doc[head.i + 1 : head.i + 4]
    if head.lemma_.lower() != "family" or len(behind) < _OF_FOUR:
        return False
    return behind[0].lower_ == "of" and behind[1].pos_ == "NUM" and behind[2].text == ","


def _are_who_they_were(head: Token) -> bool:
    """Whether a comma behind a couple or a pair opens their names: "an elderly couple, Ana and Luis Mora"."""
    pair = head.lemma_.lower() in ("couple", "pair", "twin", "duo") and head.i + 1 < len(head.doc) and head.nbor(1).text == ","
    named = [t for t in head.conjuncts if t.i > head.i]
    return pair and bool(named) and all(t.pos_ == "PROPN" for t in named)


_OF_FOUR = 3
"""Tokens of "of four,"."""


def _family(head: Token) -> list[Token]:
    """Those told behind one person as theirs, and those told on from them: "John Adu, 34, his wife, their two sons and a maid"."""
    theirs = next((g for c in head.rights if c.lower_ == "with" for g in c.children if is_owned(g) and _is_people(g)), None)
    if theirs is not None and theirs.pos_ == "NOUN":
        return conjuncts(theirs)  # "a father with his two sons"
    first = next((c for c in head.rights if c.dep_ == "appos" and c.pos_ == "NOUN" and is_owned(c)), None)
    if head.tag_ not in ("NN", "NNP") or first is None or first.tag_ not in ("NN", "NNS"):
        return []
    rest = [first]
    for member in rest:
        kin = group_words("kin") if member.lemma_.lower() in group_words("kin") else frozenset()
        joined = (c for c in member.rights if c.dep_ in ("appos", "conj") and c.pos_ in ("NOUN", "PROPN", "NUM"))
        rest += [c for c in joined if _introduced(c) or is_name(c) or c.lemma_.lower() in kin]
    last = rest[-1].right_edge
    closed = last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    described = closed and any(not (is_owned(t) or number_of(t) > 1 or is_name(t)) for t in rest)
    return rest if len(rest) > 1 and not described else []  # "Omar, her husband and a father of three, was killed"


def is_owned(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.lower_ in ("their", "his", "her") for c in noun.lefts)


def _theirs(head: Token) -> list[Token]:
    """One told right behind people counted as theirs, who is none of them: "ten sailors, their driver"."""
    beside = next((c for c in head.rights if c.dep_ == "appos"), None)
    return [beside] if beside is not None and is_owned(beside) and number_of(head) and _is_people(beside) else []


_BETWEEN = 10
"""Tokens between people counted and those counted with them."""
_PARTING = frozenset({"including", "included", "among", "between", "against", "of", "than", "from", "for", "besides", "alongside"})
"""Words behind which people are some of those told before, or are set against others."""
_SOME_OF_THEM = frozenset({f"{some} of them" for some in ("most", "many", "some", "several", "all", "both")})
"""What says between commas who those counted were: "nine troops, most of them Kenyan, and four policemen"."""


def _counted_behind(head: Token) -> list[Token]:
    """People counted behind others whom the tree joins to a word between: "five soldiers on patrol and two nurses", "15 guards, mostly
    Kurdish, and five drivers"."""
    if not number_of(head) or head.i + 2 >= len(head.doc):
        return []
    some = False
    for beside in head.doc[head.i + 2 : min(head.i + 2 + _BETWEEN, head.sent.end)]:
        aside = beside.i > head.i + 2 and beside.doc[beside.i - 1 : beside.i + 2].text.lower() in _SOME_OF_THEM
        some = some or aside
        if beside.pos_ in ("VERB", "AUX") or (beside.lower_ in _PARTING and not aside):
            return []
        if beside.dep_ != "conj" or not head.i < beside.head.i < beside.i or (some and not number_of(beside)):
            continue
        between, opens = beside.head, beside.doc[first_token(beside)]
        counted = number_of(beside) and _is_people(beside) and (some or not (_is_people(between) or number_of(between)))
        return [beside] if counted and opens.i > between.i and opens.nbor(-1).lower_ == "and" else []
    return []


def _is_people(noun: Token) -> bool:
    return category_of(noun, [c.lower_ for c in noun.lefts]) != "unknown"


def _enumerated(head: Token) -> list[Token]:
    """The rest of a list that the tree takes for an explanation of its first member: "his wife, his son and himself"."""
    beside = next((c for c in head.rights if c.dep_ == "appos" and any(g.dep_ == "conj" for g in c.rights)), None)
    if beside is not None and head.pos_ == "PROPN" and (beside.left_edge.i == head.i + 1 or beside.pos_ == "NUM"):
        return [t for t in beside.conjuncts if t.i > beside.i and is_name(t)]  # "Genesis General Tyler and Rita Langworthy"
    if beside is None or not _introduced(head) or any(c.lower_ == "of" and c.nbor(1).lower_ == "them" for c in beside.rights):
        return []
    rest = [beside, *(t for t in beside.conjuncts if t.i > beside.i and t.pos_ in ("NOUN", "PROPN", "NUM", "PRON"))]
    if number_of(head) and all(_introduced(t) for t in rest) and sum(number_of(t) or 1 for t in rest) > number_of(head):
        return rest  # "two guards, a driver and three nurses": more than two explain no two
    other = _of_other_nation(head, beside) or _of_other_kind(head, rest) or _of_other_sex(head, rest)
    if not (head.tag_ == "NN" or other or _goes_on_to_verb(head, rest)):
        return []
    last = rest[-1].right_edge
    if last.i + 1 < len(last.doc) and last.nbor(1).text == ",":
        return []  # "the mayor, a teacher and a father, died" describes one man
    return rest if all(_introduced(t) for t in rest) else []


def _goes_on_to_verb(head: Token, rest: list[Token]) -> bool:
    """Whether a list of people counted runs on to the verb without a comma: "ten soldiers, two volunteers and a civilian died"."""
    last = rest[-1].right_edge
    verb = last.i + 1 < len(last.doc) and last.nbor(1).pos_ in ("VERB", "AUX")
    kinds = [category_of(t, [c.lower_ for c in t.lefts]) for t in (head, *rest)]
    apart = "unknown" not in kinds and kinds[0] not in kinds[1:]  # "two officers, a driver and a cook died"
    fewer = 0 < sum(number_of(t) or 1 for t in rest) != number_of(head) or apart
    plain = head.lemma_.lower() not in group_words("generic") and head.lemma_.lower() not in group_words("households")
    return verb and fewer and plain and number_of(head) > 0 and all(_introduced(t) for t in rest)


def _of_other_nation(head: Token, beside: Token) -> bool:
    """Whether people in the plural and those told beside them are of two countries: "169 Afghans, 11 US Marines and a sailor"."""
    one, other = _nation(head), _nation(beside)
    return head.tag_ in ("NNS", "NNPS") and bool(one and other) and one != other


def _of_other_kind(head: Token, rest: list[Token]) -> bool:
    """Whether people counted and those told beside them are of two sides: "six policemen, four civilians and one of the attackers"."""
    one, other = (category_of(t, [c.lower_ for c in t.lefts]) for t in (head, rest[0]))
    told = sum(number_of(t) or 1 for t in rest)
    plain = head.lemma_.lower() not in group_words("generic")
    return plain and "unknown" not in (one, other) and one != other and number_of(head) not in (0, told)


def _of_other_sex(head: Token, rest: list[Token]) -> bool:
    """Whether one of those told beside people cannot be of them: "three women, a man and two girls"."""
    one = sex_of(head)
    return bool(one) and any(sex_of(t) not in ("", one) for t in rest)


def _nation(noun: Token) -> str:
    """The word that says of which country people are, "" without one: "Afghans", "US" of "11 US Marines"."""
    own = next((c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.text[:1].isupper()), None)
    return own.lower_ if own is not None else noun.lower_ if noun.text[:1].isupper() else ""


def _introduced(noun: Token) -> bool:
    """Whether a noun has an article, a possessor or a number of its own, as each member of a list has."""
    return noun.pos_ in ("PRON", "NUM") or any(c.dep_ in ("det", "poss", "nummod") for c in noun.lefts)
