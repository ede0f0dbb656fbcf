"""What a reporting verb brings: clauses, objects, what follows a preposition, quotations beside it, the sentence round a parenthesis."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import is_time
from thucydides.extracting.attributing.spans import Characters, block, standalone, subtree
from thucydides.extracting.attributing.words import ReportingVerb, prepositional, verbs_with_preposition, words
from thucydides.extracting.texts import text_of
from thucydides.nouns.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_CITING = frozenset({"citing", "quoting"})
_CLAUSES = frozenset({"ccomp"})
_OBJECT_PREPS = frozenset({"of", "for", "as", "with", "to", "from", "that", "on", "against", "by", "over", "about"})
_BARE_MARKS = frozenset({",", "”", '"', "''", "-", "–", "—", "’", "("})


def has_clause(verb: "Token") -> bool:
    return any(c.dep_ in _CLAUSES for c in verb.children)


def by_preposition(verb: "Token", lemma: str) -> "tuple[Token, Stance] | None":
    if lemma not in verbs_with_preposition():
        return None
    for child in verb.children:
        stance = prepositional().get((lemma, child.lower_)) if child.dep_ in ("prep", "prt") and child.i > verb.i else None
        if stance is not None and not is_time(child):
            return child, stance
        if child.dep_ in ("advcl", "ccomp", "xcomp") and child.i > verb.i:
            mark = next((c for c in child.children if c.dep_ in ("mark", "prep") and (lemma, c.lower_) in prepositional()), None)
            if mark is not None and mark.i - verb.i <= 2 and any(c.lower_ == "to" for c in child.children):
                return mark, prepositional()[lemma, mark.lower_]
    return None


def after_preposition(verb: "Token", prep: "Token") -> set[int]:
    """What follows "called on authorities": the infinitive, and a second preposition ("point to X as the perpetrator")."""
    out: set[int] = set()
    for child in verb.children:
        if child.i > prep.i and child.dep_ in ("xcomp", "prep", "advcl", "ccomp") and not is_time(child):
            out |= subtree(child)
    return out


def is_doing(verb: "Token") -> bool:
    """Whether a verb stands in its form of doing or having done: "denied shelling the town", "denied having shelled it"."""
    return verb.tag_ == "VBG" or any(a.lower_ == "having" and a.dep_ == "aux" for a in verb.children)


def complement(verb: "Token", entry: ReportingVerb) -> set[int]:
    """The positions of the complements that this verb takes as what is said."""
    out: set[int] = set()
    frames = entry.frames
    clause = [c for c in verb.children if c.dep_ in _CLAUSES and _belongs(c, verb, frames)]
    for child in clause:
        if "clause" in frames or "object" in frames:
            out |= subtree(child)
    if not clause and "clause" in frames:
        out |= {i for c in verb.children if c.lower_ in _CITING for g in c.children if _that(g) > c.i for i in subtree(g)}
    if not clause and "clause" in frames and (behind := _clause_above(verb)) is not None:
        out |= {i for i in subtree(behind) if i > behind.left_edge.i and i >= _that(behind)} - subtree(verb)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr", "acomp") and c.i > verb.i]
    addressed = "addressee" in frames
    if "object" in frames and not (addressed and clause):
        for child in objects:
            if not is_time(child):
                out |= subtree(child)
    if entry.kind == "calls" and (any(c.dep_ == "oprd" for c in objects) or len(objects) > 1 or clause):
        out |= {i for c in (*objects, *clause) for i in subtree(c)}
    if entry.kind == "shows" and not clause:
        for child in objects:
            if any(t.tag_ == "TO" for t in child.subtree):
                out |= subtree(child)
    if "infinitive" in frames:
        for child in verb.children:
            if child.dep_ == "xcomp" and child.i > verb.i:
                out |= subtree(child)
                out |= {i for o in objects if o.i < child.i for i in subtree(o)}
        out |= {i for c in clause for i in subtree(c)}
    if entry.kind == "admits":  # "admitted losing two men"
        out |= {i for c in verb.children if c.dep_ == "xcomp" and is_doing(c) and c.i > verb.i for i in subtree(c)}
    if entry.kind == "denies":
        doing = (c for c in verb.children if c.dep_ == "xcomp" and is_doing(c) and c.i > verb.i)
        out |= {i for c in doing if c.lemma_.lower() not in words("suffering") for i in subtree(c)}
    if entry.kind in ("accuses", "judges") or (
        (entry.lemma in ("describe", "attribute", "ascribe", "portray", "depict", "identify", "cite", "point")) and out
    ):
        for child in verb.children:
            if (
                child.dep_ in ("prep", "prt", "dative")
                and child.i > verb.i
                and child.lower_ in _OBJECT_PREPS
                and not is_time(child)
            ):
                out |= subtree(child)
    return out


def _clause_above(verb: "Token") -> "Token | None":
    """The clause with "that" which a verb brings, where the parser took it for the sentence: "the agency reported, quoting the army, that
    six had died"."""
    above = verb.head
    return above if verb.dep_ == "ccomp" and above.i > verb.i and _that(above) > verb.i else None


def _that(clause: "Token") -> int:
    return next((c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), -1)


def _belongs(clause: "Token", verb: "Token", frames: frozenset[str]) -> bool:
    """Whether a clause is what the verb brings: after it, or before it with no semicolon between and a verb that may follow its words."""
    if clause.i > verb.i:
        return True
    return "bare" in frames and not any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def beside_quotation(verb: "Token", own: set[int], quotes: tuple[Characters, ...]) -> set[int]:
    """The whole quotations that begin right after the speaker and verb, or end right before them."""
    doc = verb.doc
    near = block({i for i in own if abs(i - verb.i) < 40} | {verb.i})
    left, right = doc[min(near)].idx, doc[max(near)].idx + len(doc[max(near)])
    out: set[int] = set()
    for start, end in quotes:
        before = text_of(doc)[right:start] if start >= right else None
        after = text_of(doc)[end:left] if end <= left else None
        ended = (
            after is not None
            and not after.strip(" ,.-–—")
            and (start <= verb.sent.start_char or standalone(text_of(doc), (start, end)))
        )
        if (before is not None and _close(before)) or ended:
            out |= {t.i for t in doc if start <= t.idx < end}
    return out


def _close(between: str) -> bool:
    """Whether a quotation follows a verb closely: at most a few words and no end of a sentence between."""
    return (
        len(between) < 60
        and not any(mark in between for mark in ".!?;\n")
        and (":" in between or "," in between[-3:] or len(between.split()) <= 3)
    )


def rest_of_sentence(verb: "Token", source: set[int], cue: set[int]) -> set[int]:
    """What a parenthetical "..., X said, ..." interrupts or ends: its sentence, as far as semicolons, without itself and what dates it."""
    doc, sentence = verb.doc, verb.sent
    own = block(source | cue)
    first, last = min(own), max(own)
    if len(own) > len(source | cue) + 4:
        return set()
    before = doc[first - 1] if first > sentence.start else None
    if before is None or before.text not in _BARE_MARKS:
        return set()
    for child in verb.children:
        if (
            child.i > last
            and child.dep_ in ("prep", "npadvmod", "advmod", "dobj", "dative")
            and child.i - last < 4
            and child.dep_ not in ("punct",)
        ):
            extent = subtree(child)
            if len(extent) < 12 and min(extent) == last + 1:
                own |= extent
                last = max(own)
    after = doc[last + 1] if last + 1 < sentence.end else None
    if after is not None and after.text not in _BARE_MARKS and after.text not in (".", ";", ":") and not after.is_space:
        return set()
    begin = max([sentence.start, *(t.i + 1 for t in sentence if t.text == ";" and t.i < min(own))])
    end = min([sentence.end, *(t.i for t in sentence if t.text == ";" and t.i > max(own))])
    return set(range(begin, end)) - own
