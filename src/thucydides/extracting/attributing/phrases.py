"""Attributions without a finite reporting verb: "according to", "reportedly", "the claim that", headlines, dialogue, none claimed."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import is_passive, speaker
from thucydides.extracting.attributing.lines import dialogue, headline, per_lines
from thucydides.extracting.attributing.passives import believed, laid_upon, seeming
from thucydides.extracting.attributing.spans import Characters, Found, block, subtree, trimmed
from thucydides.extracting.attributing.speakers import speaker_words
from thucydides.extracting.attributing.words import cue_nouns, hedge_words, reporting_verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_APPOSITION = 16


def phrase_attributions(doc: "Doc", quotes: tuple[Characters, ...]) -> list[Found]:
    """Every attribution of these kinds in a paragraph, in order of kind."""
    out: list[Found] = []
    for token in doc:
        if quotes and any(a < token.idx < b - 1 for a, b in quotes):
            continue
        lower = token.lower_
        if lower == "according" or (lower == "per" and _speaks(token)):
            out += _according(token)
        elif lower in hedge_words("claiming_adverbs") and token.dep_ == "advmod":
            out += _adverb(token)
        elif token.pos_ in ("VERB", "ADJ", "AUX") and is_passive(token):
            out += laid_upon(token)
            out += believed(token)
        elif token.lemma_ in words("seeming") and token.pos_ == "VERB":
            out += seeming(token)
        elif token.pos_ == "NOUN" and token.lemma_ in cue_nouns():
            out += _noun(token)
    return out + (headline(doc) or dialogue(doc)) + per_lines(doc)


def _according(token: "Token") -> list[Found]:
    """Rule `claim.according`: "according to X" attributes the rest of its sentence to X, as far as the next semicolon, or of its
    brackets."""
    doc = token.doc
    to = token if token.lower_ == "per" else next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    noun = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or noun is None:
        return []
    source = {i for i in subtree(noun) if i > to.i}
    source = {i for i in range(to.i + 1, max(source) + 1) if i in source or doc[i].is_punct} if source else set()
    source = set(range(min(source), counted)) if source and (counted := _counted_behind(doc, source)) else source
    carried = {i for c in noun.children if _carried(c) for i in subtree(c) if i in source}
    source -= carried
    if token.i == token.sent.start:
        source = _first_part(doc, source, noun.i)
    cue = {token.i, to.i}
    parts = [token.sent.start, *(t.i + 1 for t in token.sent if t.text == ";"), token.sent.end]
    first, last = max(i for i in parts if i <= token.i), min(i for i in parts if i > token.i)
    opened = next((t.i for t in reversed(doc[first : token.i]) if t.text in "()"), None)
    if opened is not None and doc[opened].text == "(" and token.i - opened > 1:  # "40 died (49 according to the ministry)"
        first, last = opened + 1, next((t.i for t in doc[token.i : last] if t.text == ")"), last)
        source = {i for i in source if i < last}
    content = set(range(first, last)) - block(source | cue) - carried - _day_of_saying(doc, source, token)
    return [Found(source, cue, trimmed(doc, content), "asserts", "claim.according", token.i)] if content and source else []


def _speaks(token: "Token") -> bool:
    """Whether "per" stands before somebody who can speak ("per the police chief"), not before a measure ("per day")."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    named = noun is not None and any(c.dep_ in ("det", "poss") for c in noun.children) and noun.lemma_.lower() in words("speaking_nouns")
    return named and not token.is_title


def _day_of_saying(doc: "Doc", source: set[int], token: "Token") -> set[int]:
    """The words between a speaker at the head of a sentence and the comma behind, which say when it was said: "According to the Red Cross
    on 8 July, the raid"."""
    opens = max(source) + 1 if source and token.i == token.sent.start else len(doc)
    if opens >= len(doc) or doc[opens].lower_ != "on":
        return set()
    comma = next((t.i for t in doc[opens : token.sent.end] if t.text == ","), opens)
    return set(range(opens, comma))


def _counted_behind(doc: "Doc", source: set[int]) -> int:
    """The comma behind which a speaker's words go on with a number of people, who are told of and do not speak; 0 where none is."""
    commas = (i for i in sorted(source) if doc[i].text == "," and i + 2 < len(doc))
    return next((i for i in commas if doc[i + 1].pos_ == "NUM" and doc[i + 2].pos_ in ("NOUN", "PROPN", "ADJ")), 0)


def _carried(word: "Token") -> bool:
    """Whether words behind a speaker say who carried what was said: "the ministry, quoted by an agency"."""
    return word.dep_ == "acl" and word.lemma_.lower() in words("carried") and any(c.dep_ == "agent" for c in word.children)


def _first_part(doc: "Doc", source: set[int], noun: int) -> set[int]:
    """A speaker at the head of a sentence without the clause behind it: up to its comma, or past an apposition ("X, a monitor, ...")."""
    sentence = doc[noun].sent
    commas = [i for i in range(noun, min(sentence.end, noun + _APPOSITION)) if doc[i].text == ","]
    if not commas:
        return source
    first, second = commas[0], commas[1] if len(commas) > 1 else None
    if (
        second is not None
        and doc[first + 1].lower_ in ("a", "an", "the")
        and any(t.pos_ == "VERB" for t in doc[second : sentence.end])
        and doc[noun + 1].lower_ != "on"  # "the Red Cross on 8 July, the raid on Gao, ..."
        and not any(t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ not in ("relcl", "acl") for t in doc[first:second])
    ):
        return set(range(min(source), second))
    return {i for i in source if i < first}


def _adverb(token: "Token") -> list[Found]:
    """Rule `claim.hedged`: "reportedly" and the like attribute their clause to nobody named."""
    head = token.head
    if head.pos_ not in ("VERB", "AUX"):
        head = head.head
    content = trimmed(token.doc, {i for i in subtree(head) if i != token.i})
    return [Found(set(), {token.i}, content, "asserts", "claim.hedged", token.i, token.lower_)] if content else []


def _sayer(token: "Token") -> set[int]:
    """Who says in a statement what a clause behind that word tells: "the group said in a statement carried by X that ..."."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("in", "through", "via") else None
    noun = speaker(verb) if verb is not None and verb.lemma_.lower() in reporting_verbs() else None
    return speaker_words(noun, verb) if noun is not None and verb is not None else set()


def _noun(token: "Token") -> list[Found]:
    """Rule `claim.noun`: "the Taliban's claim that ...", "accusations by X that ..." attribute the clause to the owner or author."""
    clause = next(
        (
            c
            for c in token.children
            if c.dep_ in ("acl", "ccomp") and c.i > token.i and any(g.lower_ == "that" and g.dep_ == "mark" for g in c.children)
        ),
        None,
    )
    if clause is None:
        return []
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    by = next((c for c in token.children if c.lower_ in ("by", "from") and c.dep_ in ("prep", "agent")), None)
    noun = owner if owner is not None else next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    inside = subtree(clause)
    if token.head.lemma_ in ("find", "consider", "deem", "judge", "believe"):
        judged = next((t.i for t in clause.subtree if t.lower_ == "to" and t.tag_ == "TO" and t.head.lemma_ == "be"), None)
        inside = {i for i in inside if judged is None or i < judged}
    content = trimmed(token.doc, inside)
    source = {i for i in subtree(noun) if token.doc[i].lower_ not in ("'s", "’s")} if noun is not None else _sayer(token)
    stance = cue_nouns()[token.lemma_]
    if not content or (not source and stance == "suspects"):
        return []
    return [Found(source, {token.i}, content - source, stance, "claim.noun", token.i)]
