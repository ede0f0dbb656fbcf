"""Known words: what the model's tables say of a word, found once for each word as it is tagged and not for each time that it stands.

Invariant: the parser's library answers the same without this. It holds every word against every entry of its table of attributes, and goes
through lists of thousands for the lemma of a new form; but what all entries of one word ask for is its tag, its letters and its relation.
"""

from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

_MOST = 50_000
"""So many words with their tags are known at most, so that a long build does not hold all that it met."""


def with_known_words(loaded: Language) -> None:
    """Have the table of attributes and that of lemmas of a pipeline looked up so."""
    ruler: Any = loaded.get_pipe("attribute_ruler")
    ruler.matcher = _Entries(ruler)
    lemmatizer: Any = loaded.get_pipe("lemmatizer")
    lemmas = lemmatizer.lookups.get_table("lemma_index")
    for kind, known in list(lemmas.items()):
        lemmas.set(kind, frozenset(known))


class _Entries:
    """Finds the entries of the table of attributes that hold of a paragraph, as the library's own matcher does."""

    def __init__(self, ruler: Any) -> None:
        self._of_word, self._of_words = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._known: dict[tuple[int, int, int], tuple[int, ...]] = {}
        for number, entry in enumerate(ruler.patterns):
            for words in entry["patterns"]:
                (self._of_word if len(words) == 1 else self._of_words).add(str(number), [words])

    def __call__(self, doc: Doc, **options: Any) -> list[tuple[int, int, int]]:
        found: list[tuple[int, int, int]] = self._of_words(doc, **options)
        if len(self._known) > _MOST:
            self._known.clear()
        for n, token in enumerate(doc):
            word = (token.tag, token.lower, token.dep)
            entries = self._known.get(word)
            if entries is None:
                entries = self._known[word] = tuple(entry for entry, _, _ in self._of_word(doc[n : n + 1], **options))
            found.extend((entry, n, n + 1) for entry in entries)
        return found
