"""Since deeds: deeds from which a sentence only counts ("the deadliest since twin bombs killed 121 in October 2022"), with their day.

Invariant: what the sentence tells as its own keeps its own day.
"""

from spacy.tokens import Span

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.opened_days import is_opened
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression


def since_deed(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression] | None:
    """The deed of a clause behind "since" with the day that it names: "the deadliest since twin bombs killed 121 in October 2022"."""
    if (named := _since_noun(sentence, nodes, times, shift)) is not None:
        return named
    for time in (t for t in times if not t.window and is_opened(text_of(sentence.doc), t.start - shift, t.end - shift)):
        at = token_starting(sentence, time.start - shift)
        root = sentence.root.i
        behind = {n for n in nodes if at is not None and at.i < n and (root < at.i or n < root)}
        if behind:
            return behind, time  # "before 2 May, when 45 were killed", "since Tuesday's killings, where 60 died"
    for time in times:
        climbed = token_starting(sentence, time.start - shift)
        while climbed is not None and climbed.head != climbed:
            if climbed.dep_ == "pobj" and climbed.head.lower_ == "since":
                told = [c for c in climbed.children if c.dep_ == "relcl" and any(g.lower_ == "when" for g in c.children)]
                inner = {n for c in told for n in nodes if sentence.doc[n] in c.subtree}
                if inner and inner != set(nodes):
                    return inner, time  # "the deadliest since 28 April, when men attacked a post"
            if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in climbed.children):
                inner = {n for n in nodes if sentence.doc[n] in climbed.subtree}
                done = any(sentence.doc[n].pos_ == "VERB" for n in inner)  # and not "since the fighting began on Saturday"
                return (inner, time) if inner and (done or inner != set(nodes)) else None
            climbed = climbed.head
    return None


def _since_noun(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression] | None:
    """The same where the deed is named and a clause tells its harm: "the deadliest since the ambush of 3 April in which 22 died"."""
    for noun in (g for t in sentence if t.lower_ == "since" for g in t.children if g.dep_ == "pobj"):
        behind = (
            sentence.root.i < noun.head.i
        )  # "... since the ambush in which 22 died and 30 were wounded": all that follows is of that
        inner = {n for n in nodes if sentence.doc[n] in noun.subtree or (behind and n > noun.head.i)}
        days = [t for t in times if (token := token_starting(sentence, t.start - shift)) is not None and token in noun.subtree]
        told = any(c.dep_ == "relcl" for t in noun.subtree for c in t.children)
        whose = [o for c in noun.children if c.lower_ == "of" for o in c.children]
        told = told or (noun.i in inner and any(c.dep_ == "nummod" for o in whose for c in o.children))  # "since the murder of two men"
        if told and days and inner:
            return inner, days[0]
    return None
