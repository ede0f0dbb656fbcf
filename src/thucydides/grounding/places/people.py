"""People: which words of a text are persons' names, so that Jack London is no town and "London said" later is no town either."""

import re

from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.token import Token
from thucydides.grounding.places.tokens import Tokens

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_WHO = frozenset({"man", "woman", "boy", "girl", "male", "female", "teen", "teenager", "resident", "native", "mother", "father", "student",
                  "suspect", "officer", "driver", "soldier", "child", "national", "citizen"})  # fmt: skip
_YEARS = frozenset({"year", "years"})
_BEFORE_AGE = (2, 3, 4)  # words from the first of a full name to its bearer's age
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "der", "da", "la", "abu"})


def people(tokens: Tokens, words: Lexicon) -> tuple[set[int], set[str]]:
    """Positions of the tokens that are part of a person's full name, and the surnames met in full names or after titles.

    A full name is a title, or a given name or what follows an age, and one to three capitalised words after it, initials among them; or
    capitalised words with an age behind.
    """
    positions: set[int] = set()
    surnames: set[str] = set()
    done = 0
    said = {match[1] for told in (_OF_PERSON, _IDENTIFIED) for match in told.finditer(tokens.text)}
    if said:
        surnames |= {token.key for at, token in tokens.heads if at and token.text in said and _ends_full_name(tokens, at, words)}
    ages = {at for at in tokens.numbers if tokens.gaps[at] == ", "}
    aged = _aged(tokens)
    before_ages = {at - back for at in ages for back in _BEFORE_AGE if at >= back}
    for at in sorted({at for at, token in tokens.heads if token.person} | aged | before_ages):
        token = tokens[at]
        if at < done or not token.cap:
            continue
        if not token.person and at not in aged:
            end = _until_age(tokens, at, ages)
            if end > at:
                positions.update(range(at, end + 1))
                surnames.add(tokens[end].key)
                done = end + 1
            continue
        titled, given = token.title, token.given or not token.person
        j = at + 1
        while j < len(tokens) and j - at <= 3 and _continues(tokens, j, titled and j == at + 1):
            j += 1
        if not titled and not token.given and j < len(tokens) and tokens[j].lower in _WHO:
            continue
        if j - at >= 2 and not _one_word(tokens, at, j) and not (given and not titled and _is_place_word(tokens[j - 1], words)):
            start = at if given and not titled else at + 1
            positions.update(range(start, j))
            last = j - 1
            while last > start and tokens[last].lower in _SUFFIXES:
                last -= 1
            if tokens[last].key not in words.sets["directions"]:
                surnames.add(tokens[last].key)
            done = j
    return positions, surnames


def _until_age(tokens: Tokens, at: int, ages: set[int]) -> int:
    """The last word of a full name that its bearer's age, one of `ages`, follows ("Detavious Milner, 28,"), or `at`."""
    j = at
    while j + 1 < len(tokens) and j - at < 3 and tokens[j + 1].cap and tokens.gaps[j + 1] in (" ", ". ") and not tokens[j].possessive:
        j += 1
    if j > at and j + 1 in ages and not tokens[j].possessive:
        after = tokens.gaps[j + 2][:1] if j + 2 < len(tokens) else "."
        if after in (",", ".", ";") and not tokens[j].upper:
            return j
    return at


_OF_PERSON = re.compile(
    r"([A-Z](?<!\w[A-Z])[a-z]{2,}+)(?: (?:(?:was|is|were|has been|had been|also was) "
    r"(?:charged|arrested|accused|sentenced|convicted|indicted|booked|jailed|arraigned|pronounced dead|shot|stabbed"
    r"|(?:taken|rushed|airlifted|flown) to)\b|(?:pleaded|confessed|surrendered)\b)"
    r"|, \d\d,"
    r"|[’']s (?:mother|father|parents|wife|husband|sister|brother|son|daughter|family|relatives|attorney|lawyer|body|widow|uncle|aunt"
    r"|cousin|girlfriend|boyfriend|killer|death|friends?|birthday)\b)"
)
"""What is said of persons and never of places; who also ends a full name is one: "Shaqua Dixon", "Dixon is charged"."""


_IDENTIFIED = re.compile(
    r"\bidentified (?:the|a|an|another|one) (?:[\w-]+ ){0,2}(?:victim|man|woman|boy|girl|teen|teenager|child|suspect|gunman|attacker"
    r"|shooter|bomber|soldier|officer|driver|year-old|\d+-year-old)\b[^.\n]{0,60} as (?:[A-Z][\w'’-]+ ){1,2}([A-Z][a-z]{2,})"
)
"""Who somebody hurt or sought is said to be: "identified the man killed in the raid as Melky Rodriguez"."""


def _ends_full_name(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether a capitalised word before can be a given name: no type, direction or preposition."""
    before = tokens[at - 1]
    if not before.cap or tokens.gaps[at] != " " or before.possessive or before.typed:
        return False
    return before.lower not in words.directions and before.lower not in words.prepositions and not _is_place_word(before, words)


def _one_word(tokens: Tokens, first: int, end: int) -> bool:
    """Whether hyphens join all tokens: "Winston-Salem" is no given name with a surname."""
    return all(tokens.gaps[at] == "-" for at in range(first + 1, end))


def _aged(tokens: Tokens) -> set[int]:
    """The words before which the word "old" is the end of an age ("25-year-old Rommell Turner")."""
    beyond = len(tokens) - 2
    years = [at for at in tokens.times if at < beyond and tokens[at].lower in _YEARS]
    return {at + 2 for at in years if tokens[at + 1].lower == "old" and tokens.gaps[at + 2] == " "}


def _continues(tokens: Tokens, at: int, after_title: bool) -> bool:
    token, before, gap = tokens[at], tokens[at - 1], tokens.gaps[at]
    if before.possessive:
        return False
    joined = (
        gap in (" ", "-")
        or (gap == ". " and (len(before.text) == 1 or after_title))
        or gap in (' "', '" ', " “", "” ")
    )
    if gap == ", " and token.lower in _SUFFIXES:
        return True
    return joined and (token.cap or token.lower in _PARTICLES)


def _is_place_word(token: Token, words: Lexicon) -> bool:
    """Words that end names of things, not of people: "Paul Street", "Victoria County"."""
    lower = token.lower
    return lower in words.types or lower in words.sets["streets"] or lower in words.sets["local_organisations"]
