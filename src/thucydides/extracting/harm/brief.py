"""Brief: harm in the clipped wordings of headlines and police logs, where the sentence tree is no guide ("4 shot, one fatally").

Invariants: people whom the tree has already read as harmed are left alone; people harmed stand right before the word, and no object
after it.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.heads import aims
from thucydides.extracting.harm.verbs import SPELL
from thucydides.extracting.people import People
from thucydides.extracting.people.ages import ADULT
from thucydides.extracting.people.counting import OF_HARM
from thucydides.extracting.people.sides import category_of, group_words, nationality_of, sex_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

_LONGEST = 6
"""Tokens of the longest phrase for people before its noun."""
_FAR = 60
"""Characters between people and the word of harm."""
_QUOTES = frozenset({'"', "”", "’", "'"})
_OPENING = frozenset({'"', "“", "‘"})
_HYPHENS = frozenset({"-", "–"})
_WITHIN = frozenset({"year", "years", "old", "unarmed"})


def _words(key: str) -> frozenset[str]:
    return frozenset(mapping("outcomes")["brief"][key])


@cache
def _harming() -> frozenset[str]:
    return frozenset(word for words in mapping("outcomes")["brief"]["words"].values() for word in words)


def _ends_at(token: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    end = token.idx + len(token)
    return next((q for q in quantities if q.start <= token.idx and q.end == end and q.quantity.rule != "toll.none"), None)


def _one_more(sentence: Span, token: Token) -> QuantitySpan | None:
    """The one whom "a third" counts beside those counted before: "two soldiers were killed and a third wounded"."""
    before = token.nbor(-1) if token.i > sentence.start else None
    if before is None or before.lower_ != "a" or token.lower_ not in mapping("numbers")["ordinals"]:
        return None
    wording = text_of(sentence.doc)[before.idx : token.idx + len(token)]
    return QuantitySpan(before.idx, token.idx + len(token), Quantity(1, 1, 1, wording, "toll.ordinal"))


def _is_person(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma == "old":
        return token.i > 1 and token.nbor(-1).text in _HYPHENS
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or lemma in group_words("never") or (lemma in OF_HARM and token.tag_ == "NN"):
        return False
    plain = {lemma, token.lower_, token.lower_.removesuffix("s")}
    if category_of(token, []) != "unknown" or plain & group_words("more") or _counted_plural(token) or _counted_initials(token):
        return True
    told = token.lower_ in _harming() and token.i > token.sent.start and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    return bool(plain & group_words("generic")) and not told  # "five loggers dead, seven wounded": "dead" is who they are of


def _counted_plural(token: Token) -> bool:
    """Whether a plural noun has a number of its own: of whom "five loggers dead" tells, no list of words need know."""
    return token.tag_ in ("NNS", "NNPS") and any(c.pos_ == "NUM" and c.dep_ == "nummod" for c in token.lefts)


def _counted_initials(token: Token) -> bool:
    """Whether initials with a number right before them are of a group whose men are told of: "with three RSF killed"."""
    short = token.text.isupper() and token.text.isalpha() and 2 <= len(token) <= _INITIALS
    return short and token.i > token.sent.start and token.nbor(-1).pos_ == "NUM"


_INITIALS = 6
"""Letters of the longest initials of a group."""


def _age(tokens: Sequence[Token]) -> int | None:
    """The age in "a 16-year-old boy"."""
    for number, hyphen, year in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if year.lower_ == "year" and hyphen.text in _HYPHENS and number.text.isdigit():
            return int(number.text)
    return None


def _may_stand_in_phrase(token: Token) -> bool:
    if token.is_punct:
        return token.text in _HYPHENS
    return token.pos_ in ("NUM", "ADJ", "DET", "NOUN", "PROPN") or token.lower_ in _WITHIN


def _phrase(sentence: Span, end: Token, quantities: tuple[QuantitySpan, ...]) -> People | None:
    """The people of the phrase that ends with a token: a number alone, or a noun for people with what stands before it."""
    if end.dep_ == "pobj" and end.head.lower_ == "to" and end.head.head.lower_ == "according":
        return None  # "according to officials, 12 soldiers ... were killed"
    bare = _ends_at(end, quantities) or _one_more(sentence, end)
    if bare is None and not _is_person(end):
        return None
    tokens = [end]
    for token in reversed(sentence.doc[max(sentence.start, end.i - _LONGEST) : end.i]):
        if (bare is not None and token.idx < bare.start) or not (_may_stand_in_phrase(token) or token.text in _OPENING):
            break
        if token.pos_ == "NUM" and tokens[0].lower_ in ("a", "an", "the"):
            break  # the number of a picture
        tokens.insert(0, token)
    if any(t.lower_ in mapping("numbers")["ordinals"] for t in tokens) and SPELL.search(text_of(sentence)):
        return None  # "the third child killed this year"
    text, first, stop = text_of(sentence.doc), tokens[0].idx, end.idx + len(end)
    age = _age(tokens)
    own = (q for q in quantities if first < q.end <= end.idx and q.quantity.rule != "toll.none")
    counted = bare or next((q for q in own if q.quantity.best != age), None)
    if counted is None and end.lemma_.lower() in OF_HARM:
        return None  # "lost their lives and 23 people were injured"
    plural = end.tag_ in ("NNS", "NNPS") or end.lemma_.lower() in group_words("mass")
    uncounted = Quantity(2, None, None, text[first:stop], "toll.plural") if plural else Quantity(1, 1, 1, text[first:stop], "toll.singular")
    loose = {t.lower_ for t in tokens}
    return People(
        start=min(first, counted.start) if counted is not None else first,
        end=stop,
        head=end.i,
        quantity=counted.quantity if counted is not None else uncounted,
        group=text[counted.end if counted is not None else first : stop].strip(" \n\"“‘"),
        category=category_of(end, []) if bare is None else "unknown",
        nationality=nationality_of([t.text for t in tokens]),
        sex=sex_of(end),
        young=end.lemma_.lower() in group_words("young") or (age is not None and age < ADULT),
        age=age,
        definite=bool(loose & group_words("definite")),
        more=bool(loose & group_words("more")),
        counted=counted is not None,
    )


def _listed(sentence: Span, last: Token, quantities: tuple[QuantitySpan, ...]) -> list[People]:
    """The people before a word of harm, a list of them where commas and "and" join phrases ("a man and two girls")."""
    found: list[People] = []
    at: Token | None = last
    while at is not None and at.i >= sentence.start:
        person = _phrase(sentence, at, quantities)
        if person is None or (found and at.dep_ == "pobj" and last not in at.conjuncts):
            break  # "in a raid on the army, 17 soldiers killed"
        found.insert(0, person)
        before = next((t for t in reversed(sentence.doc[sentence.start : at.i]) if t.idx < person.start), None)
        joined = False
        while before is not None and before.i > sentence.start and before.lower_ in (",", "and", "&"):
            before, joined = before.nbor(-1), True
        if not joined or before is None:
            break
        if before.pos_ == "NUM" and before.i > sentence.start and before.nbor(-1).text == ",":
            before = before.nbor(-1).nbor(-1) if before.i - 2 >= sentence.start else None  # "Boy, 2, and man": an age
        at = before
    return found


def _told(token: Token) -> bool:
    """Whether nothing that could be harmed follows the word: "two shot in a park", not "two shot a guard"."""
    if token.i + 1 >= token.sent.end:
        return True
    after = token.nbor(1)
    if after.lower_ in ("dead", "fatally"):
        return _told(after)
    if after.lower_ == "and" and token.i + 2 < token.sent.end and token.nbor(2).lower_ in _harming():
        return _told(token.nbor(2))  # "shot and killed in a park", not "shot and killed the guard"
    if after.pos_ == "NUM" and after.i + 1 < token.sent.end and after.nbor(1).lower_ in _harming():
        return True  # "1 killed 3 injured"
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
        outcome = outcomes.get(lower)
        if outcome is None or token.i == sentence.start or not _told(token) or aims(token):
            continue
        if any(t.lower_ in ("neither", "nor") for t in sentence.doc[sentence.start : token.i]):
            continue
        at = token.nbor(-1)
        while at.i > sentence.start and at.lower_ in _words("skipped"):
            at = at.nbor(-1)
        if at.i > sentence.start and at.text in _QUOTES and not outcomes.get(at.nbor(-1).lower_):
            at = at.nbor(-1)  # 'seven "bandits" dead'
        at = _before_ages(sentence, at)
        if at.i in taken and token.i not in taken:
            continue
        after = token.doc[token.i + 1 : token.i + 4].text.lower()
        deadly = outcome == "killed" or after.startswith(("dead", "to death", "and killed")) or token.nbor(-1).lower_ == "fatally"
        struck = not deadly and lower in _words("struck")
        listed = _listed(sentence, at, quantities)
        if token.i in taken and not any(_meet(p, h.people) and h.cue == token.i for p in listed for h in known):
            continue
        for person in listed:
            if person.head not in taken and token.idx - person.end <= _FAR and not any(_meet(person, h.people) for h in known):
                end = token.idx + len(token)
                yield Harm("killed" if deadly else outcome, person, token.i, person.start, end, person.quantity, struck=struck)


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
    for person in _listed(sentence, token.nbor(-1), quantities):
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
    return a.start < b.end and b.start < a.end


def _fatally(sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...], taken: Collection[int]) -> Iterator[Harm]:
    """ "4 shot, one fatally": as many as stand before the word died."""
    at = token.nbor(-1)
    while at.i > sentence.start and at.lower_ in ("of", "them", "whom", "was", "were"):
        at = at.nbor(-1)
    span = _ends_at(at, quantities)
    if span is None or at.i in taken:
        return
    person = People(span.start, span.end, at.i, span.quantity, "", counted=True)
    yield Harm("killed", person, token.i, span.start, token.idx + len(token), span.quantity)
