"""Introducers: the words of a sentence that open a list of parts, each with the heads of the parts.

Invariant: a word that takes up all ("all of them") or none opens nothing.
"""

from spacy.tokens import Span, Token

from thucydides.extracting.people import conjuncts

_INTRODUCES = {"including", "incl.", "includes", "included", "comprising"}
"""Words that open parts by themselves."""
_THEM = {"them", "whom", "which", "those", "dead", "victims", "killed", "wounded", "injured"}
"""Words for those counted before, behind "of" or "among"."""


_PLACING = frozenset({"in", "at", "near", "around", "outside"})
"""Behind "of them", words that say where those were, and not who."""


def shares_place(number: Token) -> bool:
    """Whether a number is of those counted before who were at a place: "19 of them in Kherson"."""
    behind = number.doc[number.i + 1 : number.i + 4]
    return len(behind) == _OF_THEM_IN and behind[0].lower_ == "of" and behind[1].lower_ in _THEM and behind[2].lower_ in _PLACING


_OF_THEM_IN = 3


def introducers(sentence: Span) -> list[tuple[Token, list[Token]]]:
    """Words that open a list of parts, each with the heads of the parts."""
    found: list[tuple[Token, list[Token]]] = []
    doc = sentence.doc
    for token in sentence:
        if token.lower_ in _INTRODUCES:
            heads = [c for c in token.children if c.dep_ in ("pobj", "dobj", "pcomp", "attr") and c.i > token.i]
            if not heads:
                heads = [
                    t
                    for t in doc[token.i + 1 : min(token.i + 7, sentence.end)]
                    if t.pos_ in ("NOUN", "PROPN", "NUM") and t.dep_ != "compound"
                ][:1]
            found.append((token, [h for head in heads for h in conjuncts(head)]))
        elif token.lower_ in ("of", "among") and token.i + 1 < sentence.end and doc[token.i + 1].lower_ in _THEM | {"the"}:
            following = doc[token.i + 1]
            if token.lower_ == "of" and token.i > sentence.start and doc[token.i - 1].lower_ in ("all", "each", "none"):
                continue  # "43 bodies, all of them burned, and six others" parts nobody
            if following.lower_ == "the" and (
                token.lower_ == "of" or token.i + 2 >= sentence.end or doc[token.i + 2].lower_ not in _THEM
            ):
                continue
            if (
                token.lower_ == "of"
                and token.i > sentence.start
                and (
                    doc[token.i - 1].pos_ == "NUM"
                    or doc[token.i - 1].lower_ in ("some", "most", "many", "several", "half", "both", "one")
                )
                and following.lower_ in ("them", "whom", "which")
            ):
                number = doc[token.i - 1]  # "two of them children"
                if shares_place(number):
                    found.append((number, [number]))
                    continue
                after = next((t for t in doc[token.i + 2 : min(token.i + 6, sentence.end)] if t.pos_ in ("NOUN", "PROPN")), None)
                while after is not None and after.i + 1 < sentence.end and after.nbor(1).pos_ == "NOUN" and after.head == after.nbor(1):
                    after = after.nbor(1)  # "off-duty guards"
                found.append((number, [number, after] if after is not None else [number]))
                joined = conjuncts(after)[1:] if after is not None and number.pos_ == "NUM" else []
                found.append((number, [c for c in joined if any(n.dep_ == "nummod" for n in c.children)]))  # "... and three soldiers"
            elif token.lower_ == "among" and following.lower_ == "them" and (end := doc[token.i + 2 : token.i + 3]) and end[0].is_punct:
                before = doc[max(sentence.start, token.i - 3) : token.i]  # "30 soldiers, a captain among them, in fighting"
                found.append((token, [t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN")][:1]))
            elif following.lower_ in ("whom", "them", "which", "the"):
                heads = [
                    t
                    for t in doc[token.i + 2 : min(token.i + 10, sentence.end)]
                    if t.pos_ == "NUM" or (t.tag_ in ("NN", "NNS") and t.dep_ != "compound")
                ][:1]
                heads = [h.head if h.pos_ == "NUM" and h.dep_ == "nummod" else h for h in heads]
                found.append((token, [h for head in heads for h in conjuncts(head)]))
    return found
