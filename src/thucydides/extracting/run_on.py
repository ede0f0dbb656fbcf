"""Run-on: where a sentence begins though no mark ends what stands before it, as where boxes, captions and bullets lost their lines.

"... began shelling the town Some accounts say rebels attacked first" is two statements, and the second is nobody's of the first (rule
`extract.run-on`). Invariant: only a word that opens sentences and stands in no name, between words in small letters, begins one so.
"""

from functools import cache

from spacy.tokens import Token

from thucydides.vocabulary import mapping

LEAST = 3
"""Letters of a word behind which a sentence may begin so; shorter ones are letters of a list and small words."""


def begins_unmarked(token: Token) -> bool:
    """Whether a sentence begins at a token behind a word or a comma, which end none else."""
    before, doc = token.nbor(-1), token.doc
    if before.text in _words("zones") and token.text[:1].isupper():
        return token.i > 1 and any(c.isdigit() for c in token.nbor(-2).text)  # "01.36 GMT The journalist"
    if token.text not in _words("opening") or token.i + 1 >= len(doc) or not doc[token.i + 1].text.islower():
        return False
    plain = before.text.isalpha() and before.text.islower() and len(before.text) >= LEAST and before.lower_ not in _words("never_behind")
    return plain and (token.text != "No" or doc[token.i + 1].lower_ in _words("behind_no"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(mapping("run_on")[key])
