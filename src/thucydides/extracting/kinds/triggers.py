"""Triggers: the words of a sentence that tell of an incident, with the family of incident each belongs to.

Invariants: longest match first; a token belongs to one trigger at most; figurative uses listed in the vocabulary are no triggers.
"""

from collections.abc import Collection
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.kinds.classes import DAYS
from thucydides.extracting.kinds.gerunds import told_by_gerund
from thucydides.extracting.kinds.hyphens import hangs_together, outer
from thucydides.extracting.kinds.nominals import standing
from thucydides.extracting.kinds.of_peace import of_ideas, of_peace
from thucydides.extracting.kinds.readings import (
    by_nobody,
    hit_by_labour,
    is_figurative,
    is_month,
    is_noun,
    of_bullet,
    of_gun,
    of_labour,
    only_modifies,
    only_shows,
    was_done,
)
from thucydides.extracting.kinds.said_of import borne_out, made
from thucydides.extracting.kinds.set_free import only_held, set_free
from thucydides.extracting.kinds.taking import developed
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping

__all__ = ["Trigger", "find_developments", "find_triggers"]

_HOLDING = frozenset({"abduction", "arrest"})
_DETERMINERS = {"a", "an", "the", "his", "her", "their", "its"}


@cache
def _sequences() -> dict[str, list[tuple[tuple[str, ...], str, bool, str]]]:
    """First lemma -> [(lemmas, family, noun, as the vocabulary writes it)], longest first; "sit-in" is two lemmas, as texts are parsed."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool, str]]] = {}
    for family, entry in mapping("triggers")["families"].items():
        for key, noun in (("nouns", True), ("verbs", False)):
            for phrase in entry[key]:
                lemmas = tuple(phrase.lower().replace("-", " ").split())
                table.setdefault(lemmas[0], []).append((lemmas, family, noun, phrase.lower()))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e[1], e[3]))
    return table


@cache
def _weak() -> frozenset[str]:
    return frozenset(mapping("triggers")["weak"])


def _matches(sentence: Span, index: int, lemmas: tuple[str, ...]) -> int | None:
    """The last token of a match of `lemmas` at `index`, determiners inside allowed; None where it does not match."""
    position, doc = index, sentence.doc
    for number, lemma in enumerate(lemmas):
        if number and position < sentence.end and doc[position].lower_ in _DETERMINERS and lemma not in _DETERMINERS:
            position += 1
        if number and lemma == "fire" and position + 1 < sentence.end and doc[position].pos_ in ("ADJ", "ADV", "NOUN"):
            position += doc[position].lower_ != "fire"  # "opened intense fire", "opened machine-gun fire"
        if position < sentence.end and number and doc[position].text in ("-", "–", "‐"):
            position += 1
        if position >= sentence.end:
            return None
        token = doc[position]
        if lemma not in (token.lemma_.lower(), token.lower_) and lemma not in _singulars(token):
            return None
        position += 1
    return position - 1


def _singulars(token: Token) -> tuple[str, ...]:
    """What a plural may be the plural of where its capital, with which a sentence opens, made the parser take it for a name: "Rockets"."""
    if token.pos_ != "PROPN" or token.i != token.sent.start or not token.lower_.endswith("s") or token.lemma_.lower() != token.lower_:
        return ()
    return (token.lower_[:-1], token.lower_[:-2])


def find_triggers(sentence: Span, named: Collection[int] = ()) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order; `named` are the tokens that name towns and districts, which can be taken."""
    found: list[Trigger] = []
    table, families = _sequences(), mapping("triggers")["families"]
    taken: set[int] = set()
    doc = sentence.doc
    for index in range(sentence.start, sentence.end):
        if index in taken:
            continue
        token = doc[index]
        candidates = [*table.get(token.lemma_.lower(), ())]
        if token.lower_ != token.lemma_.lower():
            candidates += [c for c in table.get(token.lower_, ()) if c not in candidates]
        candidates += [c for form in _singulars(token) for c in table.get(form, ())]
        if not candidates and (gerund := told_by_gerund(token)) is not None:
            candidates = [((token.lemma_.lower(),), gerund[0], True, gerund[1])]
        if not candidates:
            continue
        candidates.sort(key=lambda e: (-len(e[0]), e[1], e[3]))
        for lemmas, family, noun, lemma in candidates:
            last = _matches(sentence, index, lemmas)
            if last is None:
                continue
            if len(lemmas) > 1 and lemmas[-1] == "on" and last + 1 < len(doc) and doc[last + 1].lower_ in DAYS:
                continue  # "the rockets that police fired on Tuesday"
            hyphenated = "-" in lemma and " " not in lemma
            if hyphenated and not hangs_together(doc[index : last + 1]):
                continue
            manner = token.pos_ == "ADV" and last > index  # "were sexually assaulted"
            head = outer(doc[index : last + 1]) if hyphenated else doc[last] if noun or manner else token
            if (
                (noun and not hyphenated and head.pos_ not in ("NOUN", "PROPN", "ADJ") and not is_noun(head, lemma))
                or (not noun and head.pos_ not in ("VERB", "AUX", "ADJ") and not was_done(head))
                or (not noun and head.pos_ == "ADJ" and not head.tag_.startswith("V"))
            ):
                continue
            if noun and (len(lemmas) == 1 or hyphenated) and only_modifies(head):
                continue
            family = "attack" if lemma == "go off" and of_gun(token) else family
            lemma = "hit" if lemma == "strike" and of_bullet(token) else lemma
            if lemma == "march" and is_month(token):
                break
            if is_figurative(sentence, index, last, lemma) or (lemma == "demonstrate" and only_shows(token)):
                break
            if of_ideas(head, lemma) if noun else of_peace(token, lemma):
                break
            if (lemma == "strike" and of_labour(token, noun)) or (not noun and hit_by_labour(token)):
                break
            plural, definite, new = standing(sentence, head, index, noun)
            found.append(
                Trigger(
                    index,
                    last,
                    head.i,
                    family,
                    families[family]["type"],
                    noun,
                    lemma in _weak(),
                    plural,
                    definite,
                    new,
                    lemma,
                    token.idx,
                    doc[last].idx + len(doc[last]),
                    undergone=not noun and by_nobody(token),
                )
            )
            taken.update(range(index, last + 1))
            break
    told = [t for t in borne_out(sentence, found, named) if t.noun or t.family not in _HOLDING or not _only_held(doc[t.head])]
    return tuple(sorted(told, key=lambda t: t.first))


def find_developments(sentence: Span, named: Collection[int] = ()) -> tuple[Trigger, ...]:
    """The words of a sentence that tell what parties to a war did without force: agreements, places left, groups that changed."""
    return tuple(made(developed(sentence, named)))


def _only_held(word: Token) -> bool:
    """Whether a word of taking only says of whom else somebody tells: who were freed, or who are held."""
    return set_free(word) or only_held(word)
