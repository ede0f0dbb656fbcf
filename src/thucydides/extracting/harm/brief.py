"""Brief: harm in the clipped wordings of headlines and police logs, where the sentence tree is no guide ("4 shot, one fatally").

Invariants: people whom the tree has already read as harmed are left alone; people harmed stand right before the word, and no object
after it.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from thucydides.extracting.harm.clipped_phrases import number_ending_at, people_before, words_of_harm
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.heads import aims
from thucydides.extracting.harm.subjects import SUBJECT
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan
from thucydides.vocabulary import mapping

_FAR = 60
"""Characters between people and the word of harm."""
_QUOTES = frozenset({'"', "”", "’", "'"})


def _words(key: str) -> frozenset[str]:
    return frozenset(mapping("outcomes")["brief"][key])


def _told(token: Token) -> bool:
    """Whether nothing that could be harmed follows the word: "two shot in a park", not "two shot a guard"."""
    if token.i + 1 >= token.sent.end:
        return True
    after = token.nbor(1)
    if after.lower_ in ("dead", "fatally", "alive"):
        return _told(after)
    if after.lower_ == "to" and after.i + 1 < token.sent.end and after.nbor(1).lower_ == "death":
        return _told(after.nbor(1))  # "hacked to death in a field", not "hacked to death more than 50"
    if after.lower_ == "at" and after.i + 1 < token.sent.end and after.nbor(1).lower_ in ("least", "most"):
        return False
    if after.lower_ == "and" and token.i + 2 < token.sent.end and token.nbor(2).lower_ in words_of_harm():
        return _told(token.nbor(2))  # "shot and killed in a park", not "shot and killed the guard"
    if after.pos_ == "NUM" and after.i + 1 < token.sent.end and after.nbor(1).lower_ in words_of_harm():
        return True  # "1 killed 3 injured"
    if after.lower_ == "at" and after.i + 1 < token.sent.end and after.nbor(1).is_punct:
        return False  # "pilots reported being shot at."
    return (after.is_punct and after.text not in "-–") or after.lower_ in _words("followed_by")


def find_brief(sentence: Span, quantities: tuple[QuantitySpan, ...], known: Collection[Harm]) -> Iterator[Harm]:
    """Harm that stands in a clipped wording, of people whom no harm that is known has."""
    taken = {h.cue for h in known} | {h.people.head for h in known}
    outcomes = {word: outcome for outcome, words in mapping("outcomes")["brief"]["words"].items() for word in words}
    for token in sentence:
        lower = token.lower_
        if lower == "fatally" and token.i > sentence.start:
            yield from _fatally(sentence, token, quantities, taken)
        if token.i > sentence.start and (_own_body(token) or _in_condition(token)):
            yield from _as_they_are(sentence, token, quantities, taken, known)
        outcome = outcomes.get(lower) or ("killed" if lower in _words("to_death") and _to_death(token) else None)
        if outcome is None or token.i == sentence.start or not _told(token) or aims(token):
            continue
        if any(t.lower_ in ("neither", "nor") for t in sentence.doc[sentence.start : token.i]):
            continue
        at = token.nbor(-1)
        while at.i > sentence.start and at.lower_ in _words("skipped"):
            at = at.nbor(-1)
        if at.i > sentence.start and at.text == "," and _either(at.nbor(-1), quantities):
            at = at.nbor(-1)  # "nine, or eleven, dead"
        if at.i > sentence.start and at.text in _QUOTES and not outcomes.get(at.nbor(-1).lower_):
            at = at.nbor(-1)  # 'seven "bandits" dead'
        at = _before_ages(sentence, at)
        if at.i in taken and token.i not in taken:
            continue
        after = token.doc[token.i + 1 : token.i + 4].text.lower()
        deadly = outcome == "killed" or after.startswith(("dead", "to death", "and killed")) or token.nbor(-1).lower_ == "fatally"
        struck = not deadly and lower in _words("struck")
        listed = people_before(sentence, at, quantities)
        if token.i in taken and not any(_meet(p, h.people) and h.cue == token.i for p in listed for h in known):
            continue
        for person in listed:
            if _done_to(sentence.doc[person.head], token):
                continue
            if person.head not in taken and token.idx - person.end <= _FAR and not any(_meet(person, h.people) for h in known):
                end = token.idx + len(token)
                yield Harm("killed" if deadly else outcome, person, token.i, person.start, end, person.quantity, struck=struck)


def _to_death(word: Token) -> bool:
    """Whether what was done to somebody is told as the end of them: "hacked to death", "burnt alive"."""
    return word.doc[word.i + 1 : word.i + 3].text.lower().startswith(("to death", "alive"))


def _done_to(head: Token, word: Token) -> bool:
    """Whether people are the object of a clause before that of a word of harm, which has its own subject: "sent to help the troops, and 30
    rebels were killed"."""
    own = next((c for c in word.children if c.dep_ in SUBJECT), None)
    above = head.head
    apart = own is not None and head.i < own.left_edge.i and own not in head.conjuncts
    if above.lemma_ == "leave" and not any(t.pos_ == "CCONJ" for t in head.doc[head.i : own.left_edge.i if own is not None else head.i]):
        return False  # "left five farmers, three drivers and a guard dead"
    return apart and head.dep_ in ("dobj", "obj", "pobj") and above.i < head.i and above != word


def _either(token: Token, quantities: tuple[QuantitySpan, ...]) -> bool:
    """Whether a token ends two numbers of which either may be so."""
    number = number_ending_at(token, quantities)
    return number is not None and number.quantity.rule == "toll.range" and "," in number.quantity.wording


def _own_body(verb: Token) -> bool:
    """ "Shoots self", "shot own leg": who did it came to harm."""
    if verb.lower_ not in _words("by_own_hand"):
        return False
    end = verb.sent.end
    after = verb.nbor(1).lower_ if verb.i + 1 < end else ""
    return after == "self" or (after == "own" and verb.i + 2 < end)


def _in_condition(verb: Token) -> bool:
    """ "A boy remains in critical condition", where the tree takes "remains" for a noun."""
    if verb.lower_ != "remains" or verb.pos_ == "VERB":
        return False
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]]
    return after[:1] == ["in"] and "condition" in after


def _as_they_are(
    sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...], taken: Collection[int], known: Collection[Harm]
) -> Iterator[Harm]:
    """Injury to the people who stand right before a word that says so of its subject."""
    for person in people_before(sentence, token.nbor(-1), quantities):
        if person.head not in taken and not any(_meet(person, h.people) for h in known):
            own = token.lower_ != "remains"
            yield Harm(
                "injured", person, token.i, person.start, token.idx + len(token), person.quantity, self_inflicted=own, struck=own
            )


def _before_ages(sentence: Span, at: Token) -> Token:
    """The token before ages that stand between people and the word: "19 students aged 15-21 killed"."""
    for back in range(1, _AGES):
        if at.i - back > sentence.start and sentence.doc[at.i - back].lower_ in ("aged", "ages"):
            return sentence.doc[at.i - back - 1]
    return at


_AGES = 5
"""Tokens that ages take up at most: "aged between 15 and 21"."""


def _meet(a: People, b: People) -> bool:
    """Whether two readings of people share characters."""
    return a.start < b.end and b.start < a.end


def _fatally(sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...], taken: Collection[int]) -> Iterator[Harm]:
    """ "4 shot, one fatally": as many as stand before the word died."""
    at = token.nbor(-1)
    while at.i > sentence.start and at.lower_ in ("of", "them", "whom", "was", "were"):
        at = at.nbor(-1)
    span = number_ending_at(at, quantities)
    if span is None or at.i in taken:
        return
    person = People(span.start, span.end, at.i, span.quantity, "", counted=True)
    yield Harm("killed", person, token.i, span.start, token.idx + len(token), span.quantity)
