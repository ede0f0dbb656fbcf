"""The chain of a claim: the carriers between who speaks and the outlet that prints it, in order."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.agents import is_somebody
from thucydides.extracting.attributing.citations import find_citations
from thucydides.extracting.attributing.spans import Found, block, subtree, trimmed
from thucydides.extracting.attributing.words import words
from thucydides.extracting.texts import text_of
from thucydides.grounding.outlets import OutletMatch

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def with_chain(found: Found, doc: "Doc", outlets: tuple[OutletMatch, ...]) -> Found:
    """The attribution with its carriers: "X, as reported by O", "O quoted X as saying", "O, citing X", "X told O", "carried by O".

    Rule `claim.via`. A carrier that is a listed outlet gets its canonical name.
    """
    verb = doc[found.verb]
    lemma = verb.lemma_.lower()
    via: list[str] = []
    if lemma in ("quote", "cite") and found.source:
        spoken = next((c for c in verb.children if c.dep_ == "dobj"), None)
        saying = next((t for t in verb.subtree if t.lower_ == "saying"), None)
        if spoken is not None and (saying is not None or found.quoting):
            via.append(carrier_name(doc, found.source, outlets))
            found.content -= subtree(spoken) | ({saying.i, saying.head.i} if saying is not None else set())
            if saying is not None:
                found.content |= subtree(saying) - {saying.i}
                found.cue |= {saying.i, saying.head.i} if saying.i - max(found.cue) < 3 else set()
            found.source = {i for i in subtree(spoken) if saying is None or i < saying.i}
            found.rule = "claim.via"
    citing = _citing(verb, found)
    if citing is not None and found.source:
        via.append(carrier_name(doc, found.source - subtree(citing.head), outlets))
        found.content -= subtree(citing.head) - {i for c in citing.head.children if c.dep_ == "ccomp" for i in subtree(c)}
        found.source = subtree(citing)
        found.rule = "claim.via"
    carriers = _carriers(verb, found, doc, outlets)
    found.via = tuple(dict.fromkeys([*via, *carriers, *found.via]))
    found.content = trimmed(doc, found.content - found.source - found.cue)
    return found


def _citing(verb: "Token", found: Found) -> "Token | None":
    """Whom "O, citing X, said" cites, where that is somebody who can speak."""
    for token in verb.doc:
        if (
            token.lower_ in ("citing", "quoting")
            and token.i > 0
            and (token.i not in found.content or token.head.i == verb.i or token.i == verb.i + 2)
            and (token.head.i == verb.i or token.head.i in found.source or (token.nbor(-1).text == "," and token.i == verb.i + 2))
            and token.i != verb.i
        ):
            cited = next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
            if cited is not None and (cited.pos_ == "PROPN" or cited.lemma_.lower() in words("speaking_nouns") or is_somebody(cited)):
                return cited
    return None


def carrier_name(doc: "Doc", positions: set[int], outlets: tuple[OutletMatch, ...]) -> str:
    """The canonical name of the outlet among the positions, or their wording."""
    kept = sorted(trimmed(doc, positions))
    if not kept:
        return ""
    start, end = doc[kept[0]].idx, doc[kept[-1]].idx + len(doc[kept[-1]])
    return next((o.name for o in outlets if start <= o.start and o.end <= end), text_of(doc)[start:end])


def _carriers(verb: "Token", found: Found, doc: "Doc", outlets: tuple[OutletMatch, ...]) -> list[str]:
    """Outlets named round the saying, outside what is said: "told AFP", "in a statement carried by SANA", "as reported by Khovar"."""
    near = block(found.source | found.cue)
    own = subtree(verb) | {i for i in near if not doc[i].is_space}
    names = []
    cited = [(c.start, c.end) for c in find_citations(text_of(doc))]
    for match in outlets:
        inside = {t.i for t in doc if match.start <= t.idx < match.end}
        if (
            not inside
            or not inside <= own
            or inside & (found.content | found.source)
            or any(a <= match.start < b for a, b in cited)
        ):
            continue
        if _brings(doc, min(inside), found):
            names.append(match.name)
    return names


def _brings(doc: "Doc", first: int, found: Found) -> bool:
    """Whether the words before an outlet say that it carried the words."""
    token = doc[first]
    for above in (token, *token.ancestors):
        if above.i == found.verb:
            break
        if above.lower_ in ("by", "to", "with", "on", "via", "through") or above.lemma_ in words("carried"):
            return True
    return doc[found.verb].lemma_ == "tell"


def without_carriers(found: list[Found], doc: "Doc") -> list[Found]:
    """The attributions without those whose verb only names the carrier of another ("as reported by Khovar", "citing officials")."""
    out = []
    for f in found:
        verb = doc[f.verb]
        carries = verb.lemma_ in words("carried") and verb.tag_ in ("VBN", "VBG") and verb.dep_ in ("acl", "advcl", "relcl")
        named = any(
            other is not f and (f.content <= other.source or verb.head.i in other.source or f.source <= other.cue) and other.via
            for other in found
        )
        quoted = (
            verb.lower_ == "saying"
            and verb.head.lower_ == "as"
            and any(o is not f and o.rule == "claim.via" and o.verb == verb.head.head.i for o in found)
        )
        cited = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb.lower_ in ("citing", "quoting") else None
        quoted = quoted or (
            cited is not None and any(o is not f and o.rule == "claim.via" and cited.i in o.source for o in found)
        )
        if not ((carries and named) or quoted):
            out.append(f)
    return out
