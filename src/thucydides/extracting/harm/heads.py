"""Heads: the nouns that a word of harm says were harmed, by the sentence tree.

Invariant: passives take their subject, actives their object, participles the noun they stand by; a relative pronoun is its antecedent.
"""

from spacy.tokens import Token

from thucydides.extracting.harm.harm import outcome_of
from thucydides.extracting.harm.hidden_subjects import own_range, ranged
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.harm.subjects import FEARED, SUBJECT, subject_of, subjects_of
from thucydides.extracting.people import conjuncts, resolve
from thucydides.extracting.people.sides import categories, group_words
from thucydides.vocabulary import mapping


def fatal(token: Token) -> bool:
    """Whether a verb of injury is said to have killed: "shot dead", "shot and killed", "fatally shot", "stabbed to death", "burned
    alive"."""
    for child in token.children:
        if child.lower_ in ("dead", "fatally", "mortally") or (child.lower_ == "alive" and token.lemma_.lower() == "burn"):
            return True
        if child.lower_ == "to" and any(c.lower_ == "death" for c in child.children):
            return True
        if (
            child.dep_ == "conj"
            and not any(t.text == ";" for t in token.doc[token.i : child.i])
            and (outcome_of("verbs").get(child.lemma_.lower()) == "killed" or to_death(child))
            and not any(c.dep_ in SUBJECT for c in child.children)
            and not (objects_of(token) and objects_of(child))
        ):
            return True
    after = token.doc[token.i + 1 : token.i + 4]
    return bool(after and (after[0].lower_ == "dead" or after.text.lower().startswith(("to death", "and killed"))))


def to_death(verb: Token) -> bool:
    """Whether a verb, or one joined to it, says that it was "to death": "shot, hacked or stabbed to death"."""
    ends = (*verb.children, *(g for c in verb.children if c.dep_ == "dobj" for g in c.subtree if g.i > c.i))  # "stoned a man to death"
    said = any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in ends)
    return said or any(c.dep_ == "conj" and to_death(c) for c in verb.children)


def passive(token: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") or (c.dep_ == "aux" and c.lemma_ in ("get",)) for c in token.children)


def aims(verb: Token) -> bool:
    """Whether who is told of with "shot at" did the shooting: people in the plural without a number ("soldiers shot at cars")."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    several = subject is not None and _several(subject) and not any(c.dep_ == "nummod" for c in subject.lefts)
    aimed = any(c.lower_ == "at" for c in verb.children) and not passive(verb) and not objects_of(verb)
    return several and aimed and verb.lemma_ == "shoot"


def _several(subject: Token) -> bool:
    """Whether a subject is of people in the plural, whom the tagger may take for a name ("guerrillas")."""
    named = subject.tag_ == "NNP" and subject.lower_.endswith("s")
    return subject.tag_ in ("NNS", "NNPS", "PRP") or (named and subject.lower_.removesuffix("s") in categories())


def victims_of(token: Token) -> list[Token]:
    """The heads of the noun phrases that a verb of harm says were harmed."""
    lemma = token.lemma_.lower()
    if lemma in mapping("outcomes")["intransitive"]:
        return _all(own_range(token) or subjects_of(token) or ranged(token))
    if passive(token) or _found(token):
        return _all(own_range(token) or subjects_of(token) or ranged(token) or (subjects_of(token.head) if _found(token) else []))
    if (
        (token.tag_ == "VBN" or (token.tag_ == "VBD" and token.dep_ == "amod"))
        and token.dep_ in ("acl", "relcl", "amod")
        and token.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
        and (token.dep_ != "amod" or token.head.i > token.i)
    ) and (any(c.dep_ == "agent" for c in token.children) or token.dep_ == "acl" or token.dep_ == "amod"):
        return [_of_whom(token.head)] if not objects_of(token) else [h for o in objects_of(token) for h in conjuncts(o)]
    if (
        token.tag_ in ("VBN", "VBD")
        and token.dep_ in ("conj", "ROOT", "ccomp", "advcl", "dep", "appos", "parataxis")
        and not objects_of(token)
    ):
        own = next((c for c in token.children if c.dep_ in SUBJECT and c.i < token.i), None)
        previous = token.head if token.dep_ == "conj" else None
        leaving = ("leave", *mapping("outcomes")["finders"])
        left = token.dep_ in ("ccomp", "advcl") and token.head.lemma_ in leaving  # "left two of its soldiers wounded", "counted 27 killed"
        if left and own is None:
            own = next((c for c in token.head.children if c.dep_ == "dobj" and token.head.i < c.i < token.i), None)
        if own is not None and (token.tag_ == "VBN" or left or (previous is not None and harmful(previous)) or _headline(token)):
            return conjuncts(resolve(own))
        if own is None and previous is not None and passive(previous):
            subject = subject_of(previous)
            return conjuncts(resolve(subject)) if subject is not None else []
    found = [h for o in objects_of(token) for h in conjuncts(o)]
    return found or _told_before(token)


def _told_before(verb: Token) -> list[Token]:
    """Who stands before a verb that has no object of its own: "the nine men they killed", "five men were forced to lie down and shot"."""
    own = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    if verb.dep_ == "relcl" and own is not None and own.lower_ not in _RELATIVE:
        when = any(c.tag_ == "WRB" for c in verb.children)  # "the day when they killed"
        noun = verb.head
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "shot six of the nine men they had taken"
        told = when or harmful(over.head) or noun.pos_ not in ("NOUN", "NUM", "PROPN")
        return [] if told else [_of_whom(noun)]
    first = verb.head
    if own is not None or verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or first.tag_ != "VB":
        return []
    above = first.head if first.dep_ == "xcomp" else first.head.head if first.dep_ == "acl" else verb
    subject = subject_of(above) if above.lemma_ in _FORCING and passive(above) else None
    return conjuncts(resolve(subject)) if subject is not None else []


_RELATIVE = frozenset({"who", "that", "which", "whom", "what"})
_FORCING = frozenset({"make", "force", "order", "oblige", "compel", "tell"})


def _of_whom(noun: Token) -> Token:
    """Those of whom some are told between: "47 people, nine women among them, executed in their houses"."""
    among = any(c.lower_ == "among" and any(g.lower_ in ("them", "whom") for g in c.children) for c in noun.rights)
    counted = among and noun.dep_ == "appos" and any(c.dep_ == "nummod" for c in noun.head.lefts)
    return noun.head if counted else noun


def _all(subjects: list[Token]) -> list[Token]:
    """Subjects and all who are joined to them, each once."""
    return list(dict.fromkeys(h for s in subjects for h in conjuncts(resolve(s))))


def _found(verb: Token) -> bool:
    """Whether a verb of harm says how people were found: "was found shot to death", "12 were killed and 20 left injured"."""
    head = verb.head
    shortened = head.dep_ == "conj" and head.tag_ in ("VBN", "VBD") and passive(head.head) and not objects_of(head)
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("xcomp", "oprd", "ccomp", "advcl")
        and head.i < verb.i
        and head.lemma_.lower() in mapping("outcomes")["leaving"]
        and (passive(head) or shortened)
        and not objects_of(verb)
    )


def harmful(token: Token) -> bool:
    return token.lemma_.lower() in outcome_of("verbs") or token.lower_ in outcome_of("adjectives")


def _headline(token: Token) -> bool:
    """Headlines drop the auxiliary: "Five killed in clash", "Two officers wounded"."""
    return not any(c.dep_ in ("aux", "auxpass") for c in token.children) and not any(
        t.tag_ in ("VBZ", "VBP", "VBD", "MD") and t.i != token.i for t in token.sent
    )


def complement_victims(token: Token) -> list[Token]:
    """Who is "dead" or "wounded" in "left five dead", "was pronounced dead", "are missing", "12 dead"."""
    head = token.head
    if token.dep_ in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "dep", "attr", "amod", "acl", "conj") and head.pos_ in (
        "VERB",
        "AUX",
    ):
        if head.dep_ == "acl" and head.lower_ in FEARED and head.head.pos_ in ("NOUN", "NUM", "PROPN"):
            return [head.head]
        if head.lemma_ in ("be", "lie", "remain", "go", "get", "feel", "become") or passive(head) or head.lower_ == "presumed":
            subject = subject_of(head)
            return conjuncts(resolve(subject)) if subject is not None else []
        if head.lemma_ in mapping("outcomes")["leaving"] or head.lemma_ in ("see", "have", "shoot"):
            found = [c for c in head.children if c.dep_ in ("dobj", "nsubj", "obj") and c.i > head.i and c.i < token.i]
            nearer = next((t for t in head.doc[head.i + 1 : token.i] if t.lower_ in outcome_of("adjectives")), None)
            if nearer is not None and found and found[0].i < nearer.i:  # "leaves 4 wounded, gunman dead"
                return [token.nbor(-1)] if token.nbor(-1).pos_ in ("NOUN", "PROPN") else []
            if not found and token.i == head.i + 1 and head.tag_ in ("VBN", "VBD") and not _with_object(head):
                return _before(head)  # "Three found dead in a house"
            return [h for c in found for h in conjuncts(c) if h.i < token.i]
    if token.lower_ == "dead" and token.i > token.sent.start and token.nbor(-1).lower_ == "shot" and objects_of(token):
        return [h for o in objects_of(token) for h in conjuncts(o)]  # "gunmen on a motorcycle shot dead a man": a noun to the tagger
    if token.dep_ == "acl" and head.pos_ in ("NOUN", "NUM", "PROPN"):
        return [head]
    if token.dep_ == "amod" and head.pos_ in ("NOUN", "PROPN"):
        if head.i > token.i:
            return [head]
        if head.dep_ == "appos" and token.nbor(-1).text == ",":
            head = head.head  # "left 16 people, mostly women, dead"
        while head.dep_ == "conj":
            head = head.head  # "has left 20 guards and 41 herders dead since May"
        if head.dep_ in ("dobj", "obj") and head.head.lemma_.lower() in mapping("outcomes")["leaving"]:
            return [h for h in conjuncts(head) if h.i < token.i]  # "found a man dead of a wound"
    return []


def _with_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "obj", "aux", "auxpass") for c in verb.children)


def _before(verb: Token) -> list[Token]:
    """Who stands before a verb whose auxiliary a headline drops."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i), None)
    return conjuncts(resolve(subject)) if subject is not None and subject.lemma_.lower() not in group_words("institutions") else []
