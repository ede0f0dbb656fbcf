"""Readings: how a word that could tell of an incident is read where it stands: a figure of speech, a month, another's modifier."""

from spacy.tokens import Span, Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.vocabulary import mapping

_BEFORE_MONTH = frozenset({
    "in", "since", "last", "this", "next", "of", "by", "until", "till", "from", "on", "during", "before", "after", "early", "late", "mid",
    "-", "to", "and",
})  # fmt: skip


def is_figurative(sentence: Span, first: int, last: int, lemma: str) -> bool:
    """Whether the words before or behind a match make it another thing, as the vocabulary lists them: "heart attack"."""
    doc = sentence.doc
    joined = first - 1 > sentence.start and doc[first - 1].text in ("-", "–", "‐")  # "tear-gassed the crew"
    before = doc[first - 1 - joined].lemma_.lower() if first > sentence.start else ""
    cancels = mapping("triggers")["not_after"].get(before, [])
    if lemma in cancels:
        return True
    for token in doc[last + 1 : min(last + 4, sentence.end)]:
        if lemma == "hit" and token.lemma_.lower() == "target" and _by_arms(doc[first]):
            continue  # "jets hit targets near the port"
        if lemma in mapping("triggers")["not_before"].get(token.lemma_.lower(), []):
            return True
    return False


def _by_arms(verb: Token) -> bool:
    """Whether those who hit something are armed, or what hits it is a craft or a gun."""
    words = mapping("triggers")
    means = {*words["by_doer"]["craft"], *words["by_doer"]["guns"], *words["by_doer"]["missiles"], *words["things"]}
    by = (o for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by" for o in c.children)
    return any(t.lemma_.lower() in means or is_of(t, "armed") for t in (*(c for c in verb.children if c.dep_ == "nsubj"), *by))


def is_month(token: Token) -> bool:
    """Whether "March" is the month: written with a capital behind a word of time or beside a number."""
    if token.text != "March":
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (before is not None and (before.lower_ in _BEFORE_MONTH or before.like_num)) or (after is not None and after.like_num)


def only_modifies(head: Token) -> bool:
    """Whether a noun only modifies another that is no incident ("attack helicopter", "murder charge")."""
    owner = head.head
    return head.dep_ in ("compound", "amod") and owner.i > head.i and owner.lemma_.lower() in mapping("triggers")["not_with_head"]


def was_done(token: Token) -> bool:
    """Whether what is taken for a noun behind "was" is rather a participle: "the posts were overrun on 17 April"."""
    bare = not any(c.dep_ in ("det", "amod", "poss", "nummod", "compound") for c in token.children)
    return token.dep_ in ("attr", "acomp") and token.head.lemma_ == "be" and token.tag_ == "NN" and bare


def is_noun(token: Token, lemma: str) -> bool:
    """Whether what is taken for a verb is a noun still: initials, or a means at the opening of a clipped phrase ("drone on depot")."""
    words = mapping("triggers")
    bare = not any(c.dep_ in ("nsubj", "aux", "dobj") for c in token.children)
    clipped = bare and token.tag_ == "VB" and token.dep_ in ("ROOT", "nsubj")
    means = clipped and lemma in words["things"] and not any(lemma in family["verbs"] for family in words["families"].values())
    return means or lemma in words["acronyms"]


def only_shows(verb: Token) -> bool:
    """Whether "demonstrate" only means to show: "demonstrating their solidarity", "this demonstrates that ..."."""
    return any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def of_labour(token: Token, noun: bool) -> bool:
    """Whether a "strike" is one of people who lay down their work: "striking miners", "on strike", "the unions called a strike"."""
    words = mapping("triggers")["labour"]
    if token.dep_ == "nsubj" and any(c.dep_ == "dobj" and c.lemma_.lower() in words["hits"] for c in token.head.children):
        return True  # "strikes hit air traffic"
    owners = (t for c in token.children if c.dep_ in ("poss", "compound") for t in (c, *(g for g in c.children if g.dep_ == "compound")))
    if noun and any(o.lemma_.lower() in words["by"] for o in owners):
        return True  # "bus drivers' strikes"
    if not noun:
        return token.lower_ == "striking" and token.dep_ == "amod"
    if any(c.dep_ in ("compound", "amod") and c.lower_ in words["armed"] for c in token.children):
        return False
    by = (o for p in token.rights if p.lower_ in ("by", "of") for o in p.children if o.dep_ == "pobj")
    if any(o.lemma_.lower() in words["by"] for o in by):
        return True
    verb = token.head
    alone = not any(c.dep_ in ("det", "poss", "nummod") for c in token.children)
    if token.dep_ == "pobj" and verb.lower_ == "on" and alone and token.tag_ == "NN":
        return True
    if token.dep_ == "dobj" and verb.lemma_.lower() in words["verbs"]:
        return True
    return any(t.lemma_.lower() in words["people"] for t in token.sent) and not any(t.lower_ in words["armed"] for t in token.sent)


def hit_by_labour(verb: Token) -> bool:
    """Whether what hits is a strike of people who lay down their work: "a general strike hit the country"."""
    if verb.lemma_.lower() not in ("hit", "strike", "target"):
        return False
    struck = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() == "strike"]
    words = mapping("triggers")["labour"]
    return any(of_labour(c, True) or any(g.lower_ in words["kinds"] for g in c.lefts) for c in struck)


def of_gun(verb: Token) -> bool:
    """Whether what goes off is a gun, and no bomb: "his rifle went off"."""
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    return bool(subjects & ({"weapon"} | {str(w) for w in mapping("weapons")["weapons"]["firearm"]["words"]}))


def of_bullet(verb: Token) -> bool:
    """Whether what strikes is a bullet, a splinter or a car, and no force from the air: "struck by a stray round"."""
    agents = [g for c in verb.children if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep") for g in c.children]
    return any(t.lemma_.lower() in _BULLETS for t in (*agents, *(c for c in verb.children if c.dep_ == "nsubj")))


_BULLETS = frozenset(
    {"bullet", "gunfire", "gunshot", "round", "shot", "pellet", "shrapnel", "fragment", "splinter", "debris", "stone"}
    | {"car", "vehicle", "truck"}
)


def by_nobody(verb: Token) -> bool:
    """Whether a verb says what was done to a thing and not by whom: "a house was struck at midnight"."""
    struck = [c for c in verb.children if c.dep_ == "nsubjpass"]
    things = [c for c in struck if c.pos_ == "NOUN" and not is_of(c, "people") and not is_of(c, "armed")]
    return bool(things) and not any(c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by") for c in verb.children)
