"""Mending: readings that the parser often gets wrong in reports, put right in the tree before anything is read from it.

Invariant: only words whose one reading is certain are changed: "shot dead" before people is always a verb and what became of them.
"""

from functools import cache

from spacy.tokens import Doc, Token

from thucydides.extracting.certain_verbs import with_verbs
from thucydides.extracting.dated_openings import freed
from thucydides.extracting.listed import listed
from thucydides.extracting.named_objects import with_named_objects
from thucydides.extracting.people.sides import group_words
from thucydides.extracting.shot_dead import hangs_on, shoot, was_shot
from thucydides.extracting.swallowed import with_subjects
from thucydides.vocabulary import mapping


def mended(doc: Doc) -> Doc:
    """The parsed text with "gunmen on a motorcycle shot dead a man" read as a shooting, not as a "motorcycle shot", "12-year-old shot in
    Arauca" as one who was shot, "injured scores" behind "killed 25 people and" as who was hurt, a word of harm before a number as a verb
    ("Market Blast Kills 31", "kills four and wounds ten"), "over 200 die" as a clause, "the army retook Gao" likewise, "corpses" as no
    corps and "waylaid" as ambushed, a number before brackets as no count of what stands in them, who stands behind a day as no part of it,
    and a name right behind a verb of force as what it is done to."""
    with_subjects(doc)
    with_verbs(doc)
    lemmas = mapping("synonyms")["lemmas"]
    for token in doc:
        if token.lower_ in lemmas:
            token.lemma_ = lemmas[token.lower_]
        if token.dep_ == "acl" and token.tag_ == "VBD":
            token.tag_ = "VBN"
    for token in doc[:-1]:
        if token.lower_ == "shot" and token.pos_ == "NOUN" and token.nbor(1).lower_ == "dead" and token.nbor(1).head != token:
            shoot(token, token.nbor(1))
        if token.lower_ == "shot" and token.pos_ == "VERB" and token.nbor(1).lower_ == "dead" and hangs_on(token.nbor(1).head, token):
            token.nbor(1).head, token.nbor(1).dep_ = token, "advmod"
        if token.lower_ == "shot" and token.pos_ == "NOUN" and token.i and token.nbor(-1).lower_ == "old" and token.nbor(-1).head == token:
            was_shot(token, token.nbor(-1))
        if token.lower_ in _dying() and token.tag_ in ("NN", "NNP") and (number := _counted_before(token)) is not None:
            token.pos_, token.tag_, number.dep_ = "VERB", "VBP", "nsubj"
        if token.dep_ in ("aux", "auxpass"):
            _pass_subject_on(token)
        if token.like_num and token.nbor(1).text == "(" and token.head.i > token.i:
            _count_alone(token)
        if token.lower_ in _HURT and token.i and token.nbor(1).lower_ in _VAGUE and token.nbor(-1).lower_ in ("and", ","):
            _hurt(token, token.nbor(1))
        if token.lower_ in _harming() and token.i and (number := _counted_behind(token)) is not None:
            _harm(token, number)
    with_named_objects(doc)
    listed(doc)
    freed(doc)
    _rooted(doc)
    return doc


_HURT = frozenset({"injured", "wounded", "hurt", "maimed"})


def _hurt(verb: Token, counted: Token) -> None:
    """Make "injured" of "killed 25 worshippers and injured scores" what was done to the scores, and no word for those killed."""
    before = counted.head
    if verb.head != counted or counted.dep_ != "conj" or before.dep_ not in ("dobj", "obj") or before.i > verb.i:
        return
    verb.head, verb.dep_ = before.head, "conj"
    verb.pos_, verb.tag_ = "VERB", before.head.tag_
    verb.lemma_ = {"injured": "injure", "wounded": "wound", "hurt": "hurt", "maimed": "maim"}[verb.lower_]
    counted.head, counted.dep_ = verb, "dobj"


def _count_alone(number: Token) -> None:
    """Set a number before brackets free of what stands in them, which it does not count: "wounded some 50 (interior ministry, July 8)"."""
    named = number.head
    if named.head.i < number.i and named.dep_ in ("dobj", "obj", "pobj", "conj", "nsubj", "nsubjpass"):
        number.head, number.dep_ = named.head, named.dep_
        named.head, named.dep_ = number, "appos"


def _pass_subject_on(auxiliary: Token) -> None:
    """Hang a subject that the tree hangs on an auxiliary on its verb: "eight men were lined up and shot dead"."""
    verb = auxiliary.head
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children):
        return
    for subject in [c for c in auxiliary.children if c.dep_ in ("nsubj", "nsubjpass")]:
        subject.head, subject.dep_ = verb, "nsubjpass" if auxiliary.dep_ == "auxpass" else "nsubj"


_ABOUT = frozenset(
    {"about", "around", "some", "nearly", "almost", "over", "at", "least", "more", "than", "up", "to", "another", "as", "many", "close"}
)
_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "several"})


@cache
def _harming() -> dict[str, tuple[str, str]]:
    """The verbs of harm that headlines tell in the present, which look like nouns or names: each form with its lemma and tag."""
    told: dict[str, tuple[str, str]] = {}
    for lemma in mapping("outcomes")["headlined"]:
        told |= {lemma + ("es" if lemma.endswith("ss") else "s"): (lemma, "VBZ"), lemma: (lemma, "VBP")}
        told[lemma.removesuffix("e") + "ing"] = (lemma, "VBG")
    return told


@cache
def _dying() -> frozenset[str]:
    return frozenset(mapping("outcomes")["intransitive"])


def _counted_before(verb: Token) -> Token | None:
    """The bare number right before "die"."""
    number = verb.nbor(-1) if verb.i > verb.sent.start else None
    return number if number is not None and number.head == verb and (number.like_num or number.lower_ in _VAGUE) else None


def _counted_behind(verb: Token) -> Token | None:
    """The number right behind a verb, but for words such as "about"."""
    behind = next((t for t in verb.doc[verb.i + 1 : verb.i + 6] if t.lower_ not in _ABOUT), None)
    if behind is None or behind.sent != verb.sent or not (behind.like_num or behind.lower_ in _VAGUE):
        return None
    return behind


def _harm(verb: Token, number: Token) -> None:
    """Make "wounds" of "claims 18 lives and wounds 40" a verb, with those counted for its object, unless it is one already."""
    counted = number.head if number.dep_ in ("nummod", "amod", "quantmod") and number.head.i > number.i else number
    if (verb.pos_ == "VERB" and counted.head == verb and counted.dep_ in ("dobj", "obj")) or counted.lemma_.lower() in group_words("never"):
        return
    lemma, tag = _harming()[verb.lower_]
    if tag == "VBP" and not (verb.is_title or verb.nbor(-1).lower_ in ("and", ",") or verb.nbor(-1).tag_ in ("NNS", "NNPS")):
        return  # "the kill 40 years ago"
    above = verb.head
    if hangs_on(verb, counted):  # the tree has the verb for a part of whom it counts
        above = counted.head
        verb.head, verb.dep_ = (verb, "ROOT") if above == counted else (above, counted.dep_)
    elif verb.pos_ not in ("VERB", "AUX"):
        while above.pos_ not in ("VERB", "AUX") and above.head != above:
            above = above.head
        if above != verb and above.i < verb.i and verb.nbor(-1).lower_ in ("and", ","):
            verb.head, verb.dep_ = above, "conj"
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", tag, lemma
    if not hangs_on(verb, counted):
        counted.head, counted.dep_ = verb, "dobj"


def _rooted(doc: Doc) -> None:
    """Make a word that hangs on itself by way of others a root: a tree that goes in circles is never read to its end."""
    for token in doc:
        above, steps = token, 0
        while above.head != above and steps <= len(doc):
            above, steps = above.head, steps + 1
        if steps > len(doc):
            above.head, above.dep_ = above, "ROOT"
