"""Wording: the words and names of a sentence, by which two tellings of one deed are known."""

from spacy.tokens import Span, Token


def words_of(sentence: Span) -> tuple[str, ...]:
    """The words of a sentence that say what it is about, by their lemmas, in order."""
    return tuple(
        sorted(
            {
                "off-duty" if _off_duty(t) else t.lemma_.lower()
                for t in sentence
                if (t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") or t.lower_ in _WHITHER) and len(t) > 3 and t.is_alpha and not t.is_stop
            }
        )
    )


_WHITHER = frozenset({"home", "homeward", "homewards"})


def _off_duty(token: Token) -> bool:
    """Whether a word says of somebody that he was not on duty, however it is written: "who was off duty", "while on leave"."""
    return f"{token.nbor(-1).lower_} {token.lower_}" in ("off duty", "on leave") if token.i else False


def names_of(sentence: Span) -> tuple[str, ...]:
    """The names of several words in a sentence, in order."""
    found, run = [], []
    for token in [*sentence, None]:
        if token is not None and token.pos_ == "PROPN" and token.text[:1].isupper():
            run.append(token.text)
            continue
        if len(run) > 1:
            found.append(" ".join(run))
        run = []
    return tuple(sorted(set(found)))
