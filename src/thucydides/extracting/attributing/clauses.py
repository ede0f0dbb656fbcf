"""Who speaks and what is said around a reporting verb, read from the dependency tree (the labels of spaCy's English models)."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.words import reporting_verbs, words
from thucydides.extracting.texts import text_of
from thucydides.grounding.times.english import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SPANS = (
    "today", "yesterday", "tonight", "week", "month", "year", "morning", "afternoon", "evening",
    "night", "day", "days", "weeks", "months", "years", "hour", "hours", "later", "earlier",
)  # fmt: skip
TIME_WORDS = frozenset({*MONTHS, *WEEKDAYS, *_SPANS})


def speaker(verb: "Token") -> "Token | None":
    """The noun that says: the verb's subject, the agent of a passive, or the subject that a joined or participial verb shares."""
    misread = next((c for c in verb.children if _is_name_of_group(c)), None)
    if misread is not None:
        return misread
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    if is_passive(verb):
        return None
    own = _subject(verb)
    if own is not None:
        if own.lower_ in _RELATIVES and verb.dep_ == "relcl":
            return verb.head
        if own.pos_ == "VERB" and own.tag_ == "VBG":  # "a group calling itself the Front said it did it"
            return next((c for c in own.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
        return own if own.pos_ not in ("VERB", "SCONJ") else None
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ == "VBG" or _finite_after_all(verb) else None
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "ccomp", "dep") and verb.head.i != verb.i:
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG",):
            return None
        if verb.dep_ in ("advcl", "xcomp", "pcomp") and verb.tag_ not in ("VBG", "VB"):
            return None
        above = verb.head
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (teller := told_by(verb)) is not None:
            return speaker(teller)
        if verb.dep_ == "conj" and (met := _described_by(above, verb)) is not None:
            return met
        if verb.dep_ == "conj" and verb.tag_ in _FINITE:
            if (outer := _reports_on(above, verb)) is not None:
                return speaker(outer)
            while above.tag_ in ("VB", "VBG") and above.head.i != above.i and above.head.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
                above = above.head
        if above.pos_ in ("ADP", "SCONJ") and above.head.i != above.i:
            above = above.head
        if above.pos_ in ("VERB", "AUX", "ADJ"):
            if verb.dep_ in ("xcomp", "advcl"):
                told = next((c for c in above.children if c.dep_ == "dobj"), None)
                if verb.tag_ == "VB" and told is not None and verb.dep_ == "xcomp":
                    return told
            return next((c for c in above.children if c.dep_ == "nsubjpass"), None) or speaker(above)
    return None


def _described_by(above: "Token", verb: "Token") -> "Token | None":
    """The subject of two verbs of which the first only describes it, where the parser took that for its sentence: "a priest reached by
    telephone said"."""
    participle = above.tag_ == "VBN" and above.i < verb.i and not any(c.dep_ in ("aux", "auxpass", "cc") for c in above.children)
    subject = next((c for c in above.children if c.dep_ in SUBJECTS), None) if participle else None
    return subject if subject is not None and subject.i + 1 == above.i else None


def _subject(verb: "Token") -> "Token | None":
    """The subject of a verb: the one next to it where a town or label stands before it ("Yaounde, a spokesman said", "Chad: UN calls",
    "in Nduga regency, Papua, a minister said")."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    before = [c for c in subjects if c.i < verb.i]
    if len(before) > 1 and before[-2].right_edge.i < before[-1].left_edge.i and before[-1].left_edge.nbor(-1).text in (",", ":"):
        return before[-1]
    parted = len(before) > 1 and before[-1].pos_ == "PROPN" and before[-1].nbor(-1).text == "-"  # "Ansar al-Sharia"
    own = before[-1] if parted else subjects[0] if subjects else None
    if own is None or own.pos_ != "PROPN" or own.i == own.sent.start or own.nbor(-1).text != ",":
        return own
    teller = next((c for c in own.children if c.dep_ == "appos" and c.lemma_.lower() in words("speaking_nouns")), None)
    return teller if teller is not None and any(c.dep_ == "det" and c.lower_ == "a" for c in teller.children) else own


def subject_before(clause: "Token") -> "Token | None":
    """The noun that the parser took for the object of a verb and that is the subject of the clause right behind it ("insisted its men
    were not involved")."""
    if clause.dep_ != "ccomp" or any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in clause.children):
        return None
    objects = (c for c in clause.head.children if c.dep_ == "dobj" and c.right_edge.i + 1 == clause.left_edge.i)
    return next(objects, None)


def _reports_on(above: "Token", verb: "Token") -> "Token | None":
    """The verb of saying that goes on in another behind its clause: "denied that its men took part and accused the army"."""
    verbs = reporting_verbs()
    outer = above.head
    joined = above.dep_ == "ccomp" and outer.pos_ == "VERB" and outer.tag_ == verb.tag_ and above.i < verb.i
    own = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")]
    its = any(c.lower_ in ("it", "they", "he", "she", "nothing") or any(g.dep_ == "poss" for g in c.children) for c in own)
    its = its or any(any(g.dep_ == "poss" for g in s.children) for s in (subject_before(above),) if s is not None)
    its = its or any(is_nobody(c) for c in own)  # "said no such order had been given, and blamed the rebels"
    says = outer.lemma_.lower() in verbs and verb.lemma_.lower() in verbs and above.lemma_.lower() not in verbs
    return outer if joined and its and says else None


def _is_name_of_group(token: "Token") -> bool:
    """Whether an auxiliary is the acronym of Islamic State, which the parser takes for "is" ("IS claimed the attack")."""
    return (
        token.text == "IS"
        and token.dep_ in ("auxpass", "aux")
        and token.i == token.head.left_edge.i
        and not text_of(token.sent).isupper()
    )


def is_passive(verb: "Token") -> bool:
    """Whether the verb is a passive ("was told"), its subject the one acted on."""
    if any(_is_name_of_group(c) for c in verb.children):
        return False
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not _finite_after_all(verb)


def _finite_after_all(verb: "Token") -> bool:
    """Whether what the parser takes for a participle is a sentence's verb: "the army, which spoke of five, admitted that nine died"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    that = clause is not None and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return verb.tag_ == "VBN" and that and verb.i > verb.sent.start and verb.nbor(-1).text == ","


def told_by(verb: "Token") -> "Token | None":
    """The reporting verb that a trailing ", saying ..." goes on from, where the parser hung it into what is said."""
    if verb.i == 0 or verb.nbor(-1).text not in (",", "”", '"', "''"):
        return None
    clause = verb.head
    if clause.dep_ == "ccomp" and clause.head.i < clause.i < verb.i and clause.head.pos_ == "VERB":
        return clause.head
    return None


def cue_words(verb: "Token") -> set[int]:
    """The verb with its auxiliaries, negation, adverbs and particle that stand right by it."""
    doc = verb.doc
    first, last = verb.i, verb.i
    mine = {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod")}
    while first - 1 in mine and not doc[first - 1].is_punct:
        first -= 1
    after = {c.i for c in verb.children if c.dep_ == "prt"}
    while last + 1 in after:
        last += 1
    return set(range(first, last + 1))


def is_negated(verb: "Token") -> bool:
    """Whether the verb is denied ("did not say", "never confirmed", "avoided blaming"), or its
    subject is nobody ("no group", "neither side")."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("avoiding"):
        return True
    if verb.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children):
        return True  # "would not say whether it held them responsible"
    noun = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return noun is not None and is_nobody(noun)


def is_nobody(noun: "Token") -> bool:
    """Whether a noun phrase says that there is none ("no group", "nobody", "none of them", "neither side")."""
    return (
        noun.lower_ in ("nobody", "none", "neither", "no-one")
        or (noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.children))
        or (noun.lower_ == "no" and noun.doc[noun.i + 1 : noun.i + 3].text.lower() == "-one")
        or any(c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj", "cc", "amod") for c in noun.children)
    )


def is_time(token: "Token") -> bool:
    """Whether a complement only dates the saying ("said on Sunday", "announced late Tuesday")."""
    if token.dep_ == "npadvmod" or token.dep_ == "tmod":
        return True
    behind = token.pos_ == "ADP"
    if behind and token.lower_ in ("of", "from", "to", "as", "for", "with"):
        return False
    heads = [c for c in token.children if c.dep_ == "pobj"] if behind else [token]
    return bool(heads) and all(h.lower_ in TIME_WORDS or (behind and h.like_num) for h in heads)
