"""Participants: the part a party plays in what a sentence tells: who did it, to whom it was done, who fought, who spoke.

Invariant: a role comes from the party's place in the sentence tree, never from who the party is.
"""

from spacy.tokens import Span, Token

from thucydides.extracting.harm.heads import aims
from thucydides.extracting.harm.subjects import says_it
from thucydides.extracting.tellings.doing import arms, by_the_way, does, goes_on, is_aimed_at, roles
from thucydides.extracting.tellings.holdings import area_or_claim, taken_from
from thucydides.extracting.tellings.speaking import only_speaks, own_deed, own_loss, said_to_have, under
from thucydides.extracting.tellings.undergone import undergone
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping

_HARMED_OBJECT = ("dobj", "nsubjpass", "obj", "dative")
_MEMBERS = frozenset(
    {
        *("crowd", "throng", "gathering"),
        *("fighter", "militant", "gunman", "member", "soldier", "troop", "force", "rebel", "insurgent", "jihadist", "militiaman"),
        *(
            "combatant",
            "unit",
            "element",
            "guerrilla",
            "commando",
            "patrol",
            "convoy",
            "column",
            "team",
            "squad",
            "platoon",
            "detachment",
        ),
    }
)
"""Those who act for the group named behind them: "fighters from the group", "members of the militia"."""


def token_at(sentence: Span, start: int, end: int) -> Token | None:
    """The head token of the characters `[start, end)` of the paragraph: the one whose head lies outside."""
    inside = [t for t in sentence if t.idx >= start and t.idx < end]
    heads = [t for t in inside if t.head not in inside or t.head == t]
    return heads[-1] if heads else inside[-1] if inside else None


_BYSTANDERS = frozenset({"observer", "outlet", "international organisation", "company", "civilians"})
"""Those who tell of force and seldom use it: they did a deed only where its own word says so."""


def role_in(token: Token, kind: str, deeds: set[int]) -> ActorRole:
    """The role of a party of a kind (`nouns.ActorKind`): monitors, the press and bystanders are no doers but as subject of the deed."""
    if any(c.dep_ in ("det", "neg") and c.lower_ == "no" for c in token.children):
        return "mentioned"  # "no civilians were killed"
    role = role_of(token, deeds)
    if role == "mentioned" and any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i in deeds and not aims(c) for c in token.children):
        return "victim"  # "four soldiers killed in Bol"
    own = token.head.i in deeds or (token.head.dep_ in ("prep", "agent") and token.head.head.i in deeds)
    return "mentioned" if role == "perpetrator" and kind in _BYSTANDERS and not own else role


def role_of(token: Token, deeds: set[int]) -> ActorRole:
    """The role of a party whose head is `token`; `deeds` are the token indices of triggers and words of harm."""
    climbed = token
    while climbed.dep_ in ("conj", "appos", "compound", "nmod") and climbed.head != climbed and climbed.head.i not in deeds:
        climbed = climbed.head
    relation, head = climbed.dep_, climbed.head
    if token.i not in deeds and token.lemma_.lower() in roles()["premises"] and relation in ("compound", "nmod") and head.i in deeds:
        return "target"  # "the French embassy bombing"
    if relation in ("compound", "amod", "poss", "nmod") and is_aimed_at(head, deeds):
        return "target"  # "struck a Hezbollah rocket launcher"
    if relation in ("amod", "poss") and head.i not in deeds and head.lemma_.lower() in arms():
        return role_of(head, deeds)  # "Israeli fire killed two"
    if held_by := area_or_claim(token, deeds):
        return held_by
    if relation in ("compound", "amod", "poss", "nmod") and head.i in deeds and head.lemma_.lower() in roles()["craft"]:
        return role_of(head, deeds)  # "a US drone supplied the footage" and did not strike
    if relation in ("compound", "amod", "poss", "nmod") and head.i in deeds:
        if head.lemma_.lower() in _HARM_TO:
            return "victim"  # "12 civilian deaths"
        return "perpetrator" if head.pos_ in ("NOUN", "PROPN") else "mentioned"
    if relation == "nsubj":
        verb = head
        if any(c.dep_ == "neg" for c in verb.children):
            return "mentioned"  # "the militia did not fire on the village"
        if _says_before(climbed, verb, deeds) or says_it(climbed, [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]):
            return "speaker"
        if only_speaks(verb, deeds):
            return "victim" if own_loss(verb) else "perpetrator" if own_deed(verb, deeds) else "speaker"
        if token.lemma_.lower() in roles()["craft"] and verb.lemma_.lower() in roles()["coming_down"]:
            return "mentioned"  # "an army helicopter crashed, killing three"
        if any(c.dep_ == "dobj" and c.lemma_.lower() in roles()["inquiries"] for c in verb.children):
            return "mentioned"  # "the government must launch an investigation into the killing"
        if met := undergone(verb, deeds):
            return met
        if verb.i in deeds or any(d in deeds for d in under(verb)):
            passive = any(c.dep_ in ("auxpass",) for c in verb.children)
            if verb.lemma_ in ("die", "perish", "succumb", "drown", "lose", "dead") or (_headline_passive(verb) and verb.dep_ != "amod"):
                return "victim"
            if passive or (verb.lemma_ == "fall" and verb.i in deeds):
                return "target"
            if _mutual(verb, deeds):
                return "party"
            return "perpetrator" if does(verb, deeds) else "mentioned"
        return "mentioned"
    if relation in _HARMED_OBJECT:
        if relation == "nsubjpass" and (said := said_to_have(head)) is not None and said.i in deeds:
            return "perpetrator" if does(said, deeds) else "mentioned"  # "rebels are said to have killed ten"
        if head.lemma_.lower() in roles()["accusing"]:
            return "mentioned"  # whom somebody blames is told by the claim
        if _set_against(head, deeds):
            return "party"
        beside = set(under(head)) - {t.i for t in climbed.subtree}
        return "target" if head.i in deeds or head.lemma_ in ("leave", "hit", "target", "engage") or beside & deeds else "mentioned"
    if relation == "pobj" and token.i + 1 < len(token.doc) and _is_force(token.nbor(1), deeds):
        return "perpetrator"  # "died in Pakistani shelling", where the tagger takes the deed for a verb
    if relation == "pobj":
        preposition = head
        owner = preposition.head
        beaten = owner.lemma_.lower() == "beat" and not any(c.lower_ in ("off", "back") for c in owner.children)  # "beaten to death by"
        if preposition.lower_ == "by" and owner.lemma_.lower() in mapping("telling")["undergone"]["resists"] and not beaten:
            return "party"  # "the attackers were repulsed by soldiers"
        if preposition.lower_ == "by" and owner.dep_ == "pobj" and owner.head.lower_ == "as":
            return "mentioned"  # "condemned as a war crime by the league"
        if preposition.lower_ == "by" and (
            owner.i in deeds
            or owner.lemma_ in ("carry", "launch", "stage", "conduct", "commit", "perpetrate", "mount", "mastermind")
            or (owner.lemma_.lower() in roles()["laying"] and owner.dep_ == "acl" and _is_arms(owner.head))
        ):
            return "perpetrator"
        if preposition.lower_ == "from" and owner.lemma_.lower() in roles()["sent_from"] and token.lemma_.lower() in roles()["craft"]:
            return "perpetrator"  # "bombs dropped from Sudanese aircraft"
        if preposition.lower_ == "against" and _set_against(owner, deeds):
            return "party"  # "clashes pitted the army against the rebels"
        if preposition.lower_ == "to" and owner.lemma_.lower() == "fall" and owner.i in deeds:
            return "perpetrator"  # "the town fell to the rebels"
        if preposition.lower_ == "from" and (held := taken_from(owner)) is not None and held.i in deeds:
            return "target"  # "recaptured the town from the rebels"
        if preposition.lower_ in ("between",):
            return "party" if _contested(owner, deeds) else "mentioned"
        if preposition.lower_ == "with" and owner.i in deeds:
            return "party"
        if preposition.lower_ == "of" and owner.i in deeds and owner.lemma_.lower() in roles()["of_doers"]:
            return "perpetrator"  # "the offensive of the rebels": whom it is against stands behind "on"
        blaming = preposition.lower_ == "on" and any(a.lemma_.lower() == "blame" for a in preposition.ancestors)
        if blaming or owner.lemma_.lower() in roles()["accusing"]:
            return "mentioned"  # "blamed the attack on the rebels"
        if preposition.lower_ in ("to", "on", "upon") and owner.lemma_.lower() in _BLOWS and owner.head.lemma_.lower() in _DEALING:
            return "target"  # "inflicted losses on the rebels"
        fired = preposition.lower_ == "into" and owner.lemma_.lower() in ("fire", "shoot", "open")
        if (preposition.lower_ in ("of", "on", "against", "at", "upon") or fired) and owner.i in deeds:
            return "target"
        if (
            preposition.lower_ in ("from", "of")
            and (owner.lemma_.lower() in _MEMBERS or owner.lemma_.lower() in roles()["held_points"])
            and owner.i not in deeds
            and owner.head != owner
        ):
            return role_of(owner, deeds)  # "fighters from the group killed"
        if preposition.lower_ == "of" and owner.lemma_.lower() in arms() and owner.dep_ == "nsubj" and owner.i not in deeds:
            return role_of(owner, deeds)  # "the artillery of the army hit the market"
        if preposition.lower_ == "of" and owner.lemma_ in ("death", "killing", "murder", "body", "life"):
            return "victim"
    return "mentioned"


def _contested(contest: Token, deeds: set[int]) -> bool:
    """Whether two fight in what stands before "between", and it is no fighting for which another town was known."""
    return contest.i in deeds or (contest.lemma_.lower() in roles()["contests"] and not by_the_way(contest))


def _is_arms(noun: Token) -> bool:
    return noun.lemma_.lower() in {*roles()["munitions"], *mapping("telling")["undergone"]["laid"]} or noun.lower_ in arms()


def _says_before(subject: Token, verb: Token, deeds: set[int]) -> bool:
    """Whether a subject said something before a verb that the parser gave it: "Uganda, which has troops there, called for calm after the
    shelling of the town killed six"."""
    told = (c for c in subject.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.nbor(-1).text == "," and c.i < verb.i)
    return any(c.dep_ == "relcl" for c in subject.children) and any(only_speaks(c, deeds) for c in told)


def _set_against(verb: Token, deeds: set[int]) -> bool:
    """Whether a verb tells who fought in what is its subject or stands before it: "clashes that pitted", "a gun battle involving"."""
    fights = [c for c in verb.children if c.dep_ == "nsubj"] or [verb.head]
    return verb.lemma_.lower() in roles()["setting_against"] and any(_is_fight(f, deeds) for f in (*fights, verb.head))


def _is_fight(word: Token, deeds: set[int]) -> bool:
    named = {word.lower_, word.lemma_.lower()} & {"clash", "fighting", "battle", "exchange", "confrontation", "firefight", "shootout"}
    return bool(named) or (word.pos_ == "NOUN" and word.i in deeds)


_HARM_TO = frozenset({"death", "fatality", "casualty", "injury", "victim", "loss"})
"""Nouns of harm whose bearer stands before them, and not who did it."""
_BLOWS, _DEALING = frozenset({"damage", "loss", "casualty", "blow", "defeat"}), frozenset({"cause", "inflict", "deal"})
def _is_force(word: Token, deeds: set[int]) -> bool:
    """Whether a word that the tagger takes for a participle is a deed of arms, whose doer stands right before it."""
    return word.tag_ == "VBG" and word.i in deeds and word.lower_ in arms()


def _headline_passive(verb: Token) -> bool:
    """Headlines drop the auxiliary: "Two smugglers killed on Panj" tells of who was killed."""
    harms = mapping("outcomes")["verbs"]
    harmful = any(verb.lemma_.lower() in words for words in harms.values()) and verb.lemma_ != "strike"
    if verb.tag_ not in ("VBN", "VBD") or aims(verb) or not harmful:
        return False
    return not any(c.dep_ in ("dobj", "obj", "oprd", "aux", "auxpass", "prt") for c in verb.children) and not goes_on(verb)


def _mutual(verb: Token, deeds: set[int]) -> bool:
    words = {verb.lemma_.lower()} | {c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "prep")}
    return bool(words & {"clash", "exchange", "trade", "skirmish", "battle"})
