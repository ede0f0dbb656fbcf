"""Who says what in a paragraph: every attribution with speaker, words of saying, what is said, stance, hedge, chain and target.

Nothing here says whether a claim is true; what no attribution carries is the outlet's own voice.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.chains import carrier_name, with_chain, without_carriers
from thucydides.extracting.attributing.citations import CitationMatch, citation_brackets, find_citations
from thucydides.extracting.attributing.clauses import told_by
from thucydides.extracting.attributing.closing import closed
from thucydides.extracting.attributing.counts import against_attributions, count_attributions
from thucydides.extracting.attributing.not_known import not_known
from thucydides.extracting.attributing.passives import nobody_claims
from thucydides.extracting.attributing.phrases import phrase_attributions
from thucydides.extracting.attributing.quotations import quotation_attributions
from thucydides.extracting.attributing.short_blame import short_blame
from thucydides.extracting.attributing.spans import (
    Attribution,
    Characters,
    Found,
    block,
    one_span,
    outside,
    pieces,
    quotations,
    standalone,
    subtree,
)
from thucydides.extracting.attributing.targets import held_responsible, refuting, targeted
from thucydides.extracting.attributing.verbs import verb_attributions
from thucydides.extracting.texts import text_of
from thucydides.grounding.outlets import OutletMatch, find_outlets, outlet

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Attribution", "CitationMatch", "find_attributions", "find_citations"]

_MIN_QUOTATION = 4
_CARRYING = frozenset(
    {"claim.says", "claim.tells", "claim.shows", "claim.according", "claim.via", "claim.noun", "claim.headline", "claim.dialogue"}
    | {"claim.closing"}
)
_AGAINST = frozenset({"while", "whereas", "although", "though"})
_SETTLED = frozenset({"claim.none", "claim.held", "claim.withdrawn", "claim.mutual", "claim.unknown"})


def find_attributions(doc: "Doc") -> tuple[Attribution, ...]:
    """The attributions of one parsed paragraph, in order of their cues; offsets are characters of `doc.text`.

    `doc` needs a dependency parse, tags and lemmas with spaCy's English labels. Attributions may nest ("AFP reported that police said
    ..."): the outer speaker is then a carrier of the inner one (`via`).
    """
    if not len(doc):
        return ()
    quotes = quotations(text_of(doc))
    outlets = find_outlets(text_of(doc))
    none = nobody_claims(doc) + not_known(doc)
    taken = {found.verb for found in none}
    found = none + [f for f in held_responsible(doc) if f.verb not in taken]
    taken |= {f.verb for f in found}
    found += [f for f in closed(doc, quotes, verb_attributions(doc, quotes)) if f.verb not in taken]
    taken |= {f.verb for f in found}
    found += [f for f in count_attributions(doc) if f.verb not in taken]
    taken |= {f.verb for f in found}
    found += [f for f in short_blame(doc) if f.verb not in taken]
    taken |= {f.verb for f in found}
    found += [f for f in phrase_attributions(doc, quotes) if f.verb not in taken]
    found = [with_chain(g, doc, outlets) for f in found for g in ([f] if f.rule in _SETTLED else targeted(f, doc))]
    found = [refuting(f, doc) for f in without_carriers(found, doc)]
    found += [with_chain(f, doc, outlets) for f in quotation_attributions(doc, quotes, found)]
    _part_phrases(found, doc)
    counted = [f for f in found if f.rule == "claim.counts"]
    against = against_attributions(doc)
    _before_against(found, against)
    found += [f for f in against if not any(f.source == c.source and f.cue & c.cue for c in counted)]
    brackets = citation_brackets(text_of(doc))
    _add_quotations(found, doc, quotes)
    _carry_nested(found, doc, outlets)
    return tuple(
        a for f in sorted(found, key=lambda f: (min(f.cue), f.rule)) if (a := _attribution(f, doc, brackets)) is not None
    )


def _attribution(found: Found, doc: "Doc", brackets: tuple[Characters, ...]) -> Attribution | None:
    cue = one_span(doc, found.cue) or _raw_span(doc, found.cue)
    content = tuple(part for span in pieces(doc, found.content) for part in outside(span, brackets, text_of(doc)))
    if cue is None or not content:
        return None
    return Attribution(
        source=one_span(doc, found.source),
        cue=cue,
        content=content,
        stance=found.stance,
        hedge=found.hedge,
        via=tuple(filter(None, found.via)),
        on=one_span(doc, found.on),
        what=next(iter(outside(what, brackets, text_of(doc))), None) if (what := one_span(doc, found.what)) else None,
        negated=found.negated,
        rule=found.rule,
    )


def _raw_span(doc: "Doc", positions: set[int]) -> Characters | None:
    """The stretch of a cue that is punctuation only (the colon of a dialogue)."""
    return (doc[min(positions)].idx, doc[max(positions)].idx + len(doc[max(positions)])) if positions else None


def _part_phrases(found: list[Found], doc: "Doc") -> None:
    """What is said holds neither the "according to X" behind it, which attributes the whole, nor another's words set against it.

    Rule `claim.contrast`: "..., while Moscow claimed ..." and "..., saying ..." are words of their own.
    """
    for other in found:
        verb = doc[other.verb]
        against = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _AGAINST for c in verb.children)
        if against or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and told_by(verb) is not None):
            for f in found:
                if f is not other and other.verb in f.content and f.verb not in subtree(verb):
                    f.content -= subtree(verb)
                    f.what = f.what - subtree(verb)
    for other in found:
        start = min(other.source | {other.verb})
        if start > 0 and doc[start - 1].text == ";":
            for f in found:
                if f is not other and f.verb < start and start in f.content:
                    f.content = {i for i in f.content if i < start - 1}
    for phrase in found:
        if phrase.rule == "claim.according":
            own = block(phrase.source | phrase.cue)
            for f in found:
                if f is not phrase and own & f.content and min(f.content) < min(own):
                    f.content -= own


def _before_against(found: list[Found], against: list[Found]) -> None:
    """What stands before a number that somebody sets against it is not that one's word: "four were hurt; the mayor said six"."""
    for one in against:
        number, first = min(one.content), min(one.source | one.cue)
        for f in found:
            if f.cue & one.cue and first < number:
                f.content = {i for i in f.content if i > first}


def _add_quotations(found: list[Found], doc: "Doc", quotes: tuple[Characters, ...]) -> None:
    """Rule `claim.quotation`: quoted content is taken whole; one without words of saying goes on with its paragraph's speaker."""
    if not quotes:
        return
    inside = [{t.i for t in doc if start <= t.idx < end} for start, end in quotes]
    for f in found:
        for positions in inside:
            shared = positions & f.content
            if shared and not positions & (f.cue | f.source) and (f.quoting or len(shared) > len(positions) // 2):
                f.content |= positions
    speakers = sorted((f for f in found if f.quoting or f.rule == "claim.says"), key=lambda f: f.verb)
    for quotation, positions in zip(quotes, inside, strict=True):
        if (
            len(positions) < _MIN_QUOTATION + 2
            or not standalone(text_of(doc), quotation)
            or any(positions & (f.content | f.cue | f.source) for f in found)
        ):
            continue
        before = [f for f in speakers if f.quoting and f.verb < min(positions)]
        after = [f for f in speakers if f.quoting and f.verb > max(positions)]
        carrier = before[-1] if before else after[0] if after else None
        if carrier is not None:
            carrier.content |= positions


def _is_pronoun(found: Found, doc: "Doc") -> bool:
    return len(found.source) == 1 and doc[min(found.source)].pos_ == "PRON"


def _carry_nested(found: list[Found], doc: "Doc", outlets: tuple[OutletMatch, ...]) -> None:
    """Rule `claim.nested`: what somebody says that another says came through the first, whom it names as carrier."""
    for inner in found:
        around = [f for f in found if f is not inner and f.source and inner.verb in f.content and f.rule in _CARRYING]
        for outer in sorted(around, key=lambda f: len(f.content)):
            name = carrier_name(doc, outer.source, outlets)
            if not inner.source and name and outlet(name) is None:
                inner.source, inner.via = set(outer.source), (*inner.via, *outer.via)
            elif name and name not in inner.via and outer.source != inner.source and not _is_pronoun(inner, doc):
                inner.via = (*inner.via, name)
