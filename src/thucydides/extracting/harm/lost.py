"""Lost: people told of as lost by their side or home, or as put to death: "the army lost three soldiers", "the raid cost the
army nine men", "the village lost 14 people", "put to death twelve villagers".

Invariant: who is lost is counted; who loses a son or a leg has lost nobody in battle.
"""

from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.heads import passive, victims_of
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.harm.own import country_word, side_of
from thucydides.extracting.harm.subjects import subject_of
from thucydides.extracting.people import conjuncts
from thucydides.extracting.people.sides import category_of, group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.vocabulary import mapping


def lost(sentence: Span, verb: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """ "The army lost three soldiers", "put to death twelve villagers": counted people, fighters where they were lost."""
    heads = [h for o in objects_of(verb) for h in conjuncts(o)] if not passive(verb) else victims_of(verb)
    to_death = any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in verb.children)
    following = sentence.doc[verb.i + 1 : min(verb.i + 3, sentence.end)].text.lower()
    if verb.lemma_ == "put" and not (to_death or following == "to death"):
        return
    if verb.lemma_ == "put" and not heads:
        heads = [t for t in sentence.doc[verb.i + 3 : min(verb.i + 9, sentence.end)] if t.pos_ == "NOUN"][:1]
    for side, country, number in _the_other(verb) if verb.lemma_ == "lose" else ():
        harm = harm_of(sentence, "killed", number, verb, quantities)
        if harm is not None and harm.people.counted:
            yield replace(harm, people=replace(harm.people, category=side, nationality=country))
    for head in heads:
        harm = harm_of(sentence, "killed", head, verb, quantities)
        bare = head.pos_ == "NUM" and verb.lemma_ == "lose" and _by_forces(verb)
        ranked = verb.lemma_ == "lose" and category_of(head, []) == "state forces"
        if (bare or ranked) and harm is not None and harm.people.nationality is None:
            harm = replace(harm, people=replace(harm.people, nationality=_country_of(verb)))
        if harm is not None and head.lemma_.lower() in _MEN and (side := _losers(verb)) in _SERVING:
            harm = replace(harm, people=replace(harm.people, category=side))
        if harm is not None and _enemy(verb) and head.lemma_.lower() in _OURS:
            harm = replace(harm, people=replace(harm.people, category="unknown"))
        own = any(_is_own(c) for of in head.rights if of.lower_ == "of" for c in of.children)
        country = _speaker(verb) if head.lemma_.lower() in _OURS or category_of(head, []) in _SERVING else None
        if country is not None and harm is not None:
            side = "state forces" if head.lemma_.lower() in _MEN else harm.people.category
            harm = replace(harm, people=replace(harm.people, nationality=harm.people.nationality or country, category=side))
        ours = own or country is not None or (head.lemma_.lower() in _OURS and (_speaking(verb) or _home(verb) or _enemy(verb)))
        counted = harm is not None and (harm.people.counted or _one_of_ranks(head, harm, heads))
        ours = ours or (verb.lemma_ == "cost" and head.lemma_.lower() in _MEN and _cost_forces(verb))
        ours = ours or (head.pos_ == "NUM" and _home(verb) and any(_whose(c) in _OURS for c in head.rights))
        fought = head.lemma_.lower() in _MEN and _in_fight(verb)
        if fought and harm is not None and harm.people.category == "civilians" and not _home(verb):
            harm = replace(harm, people=replace(harm.people, category="unknown"))
        ours = ours or fought
        subject = subject_of(verb)
        ours = ours or (head.lemma_.lower() in _MEN and subject is not None and subject.lemma_.lower() in _UNITS)
        sent = harm is not None and harm.people.category != "unknown" and head.lemma_.lower() not in group_words("kin")
        ours = ours or (sent and verb.lemma_ == "lose" and _losers(verb) in _SERVING)  # "the navy lost three sailors"
        beside = harm is not None and harm.people.category != "unknown" and any(category_of(h, []) in _SERVING for h in heads)
        if harm is not None and counted and (verb.lemma_ == "put" or bare or ours or beside or harm.people.category in _SERVING):
            yield harm


def _is_own(noun: Token) -> bool:
    """Whether a noun is told as somebody's own: "two of their own", "two of its own men"."""
    return noun.lower_ == "own" or (any(c.dep_ == "poss" for c in noun.lefts) and any(c.lower_ == "own" for c in noun.lefts))


def _speaker(verb: Token) -> str | None:
    """The country that says of itself that it lost people: "Chad said that it had lost three men"."""
    itself = any(c.dep_ == "nsubj" and c.lower_ in ("it", "they") for c in verb.children)
    return _country_of(verb.head) if itself and verb.dep_ == "ccomp" else None


def _the_other(verb: Token) -> Iterator[tuple[str, str | None, Token]]:
    """The other side, its country and its number where the verb is left out: "the army lost 16 men, the rebels seven"."""
    for lost_ones in objects_of(verb):
        for party in (c for c in lost_ones.rights if c.dep_ in ("appos", "conj") and any(d.dep_ == "det" for d in c.lefts)):
            number = next((c for c in party.rights if c.pos_ == "NUM" and c.i == party.i + 1), None)
            side, country = side_of(party), country_word(party.text)
            if number is not None and (side != "unknown" or country is not None):
                yield side if country is None else "state forces", country, number


def _one_of_ranks(head: Token, harm: Harm, heads: list[Token]) -> bool:
    """Whether one of a rank is lost beside men who are counted: "lost a captain and four soldiers"."""
    one = head.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in head.lefts)
    others = (h for h in heads if h != head and any(c.dep_ == "nummod" for c in h.lefts))
    return one and harm.people.category != "unknown" and any(category_of(h, []) != "unknown" for h in others)


def _cost_forces(verb: Token) -> bool:
    """Whether it is forces or fighters whom a deed cost men: "the assault cost the regiment nine men"."""
    return any(c.dep_ == "dative" and side_of(c) in _SERVING for c in verb.children)


def _whose(of: Token) -> str:
    """The noun of those of whom some are counted: "21 of its inhabitants"."""
    return next((c.lemma_.lower() for c in of.children if c.dep_ == "pobj"), "") if of.lower_ == "of" else ""


def _in_fight(verb: Token) -> bool:
    """Whether men are lost in a fight, whoever's they were: "the group lost four of its men when it met an army patrol"."""
    if verb.lemma_ != "lose":
        return False
    nouns = {*mapping("triggers")["families"]["clash"]["nouns"], *_FIGHTS}
    where = (o for t in verb.subtree if t.dep_ == "prep" and t.lower_ in ("in", "during") for o in t.children if o.dep_ == "pobj")
    when = (c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("when", "as", "while", "after") for m in c.children))
    return any(o.lemma_.lower() in nouns for o in where) or any(c.lemma_.lower() in _FOUGHT for c in when)


_FIGHTS = ("ambush", "raid", "attack", "assault", "push", "advance", "offensive", "operation", "engagement", "encounter", "fight")
_FOUGHT = ("fight", "meet", "clash", "battle", "attack", "ambush", "storm", "raid", "assault", "encounter", "engage", "charge")


def _home(verb: Token) -> bool:
    """Whether a place that people live in lost some of them: "the village lost 14 people to the bombs", "the camp, which lost nine"."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in ("which", "that") and verb.dep_ == "relcl":
        subject = verb.head
    nobodys = {*mapping("outcomes")["other_deaths"], *mapping("status")["disasters"]}
    to = (g.lemma_.lower() for c in verb.subtree if c.lower_ == "to" for g in c.children)
    home = subject is not None and (subject.lemma_.lower() in mapping("outcomes")["homes"] or country_word(subject.text) is not None)
    return home and nobodys.isdisjoint(to)


def _speaking(verb: Token) -> bool:
    """Whether who lost people speaks of a place or a side of their own: "we lost 43 people in that raid"."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("we", "they") for c in verb.children)


def _enemy(verb: Token) -> bool:
    """Whether "the enemy" lost people: whoever fights, what they say the other side lost are men."""
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in ("enemy", "adversary", "aggressor", "occupier")


_OURS = frozenset(
    {"people", "person", "man", "life", "soul", "civilian", "resident", "inhabitant", "villager", "brother", "comrade", "member", "element"}
)
_MEN = frozenset({"man", "member", "comrade"})
_UNITS = frozenset({"garrison", "brigade", "battalion", "regiment", "platoon", "squadron", "patrol", "column", "detachment", "contingent"})
"""Bodies of armed men of any side, which lose men where they fight."""


def _losers(verb: Token) -> str:
    """Who lost men, where it is forces or fighters, or they speak of themselves: "the army lost two men", "rebels said they lost four"."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        subject = verb.head  # "the rebels, who lost six men"
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":  # "the army says that 40 rebels died and it lost three men"
        verb = verb.head
    if subject is None or (subject.pos_ == "PRON" and verb.dep_ == "ccomp"):  # "the rebels said they lost four", "admitted losing two men"
        head = verb.head.head if verb.dep_ == "pcomp" else verb.head
        subject = subject_of(head) if verb.dep_ in ("ccomp", "xcomp", "pcomp") else None
    return side_of(subject) if subject is not None else "unknown"


def _country_of(verb: Token) -> str | None:
    """The country that a verb's subject names."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return country_word(subject.text) if subject is not None else None


def _by_forces(verb: Token) -> bool:
    """Whether who lost a bare number is a country or forces, beside other soldiers' deaths: "two rebels died and Chad lost six"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    party = subject is not None and (_country_of(verb) is not None or category_of(subject, []) in _SERVING)
    dead = outcome_of("verbs")
    others = any((dead.get(t.lemma_.lower()) == "killed" or t.lemma_ == "lose") and t.i != verb.i for t in verb.sent)
    return party and others and any(category_of(t, []) in _SERVING for t in verb.sent)


_SERVING = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})
