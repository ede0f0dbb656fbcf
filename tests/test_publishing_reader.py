"""Quotations and marked texts: cut at passages without losing a character, never longer than 40 words."""

from hypothesis import given
from hypothesis import strategies as st

from publishing_sample import sample
from publishing_texts import DOCS, at
from thucydides.nouns import Document, Passage, Record
from thucydides.publishing.account import accounts
from thucydides.publishing.index import Index
from thucydides.publishing.reader import MOST_CHARACTERS, anchor, paragraphs, slug

TEXTS = st.text(st.sampled_from("ab .\n"), min_size=1, max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Document, list[Passage]]:
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)), max_size=8))
    return Document("d", "d.txt", text, "0"), [Passage("d", start, min(len(text), start + size)) for start, size in spans]


@given(marked())
def test_pieces_are_the_text_and_marked_just_where_a_passage_is(given: tuple[Document, list[Passage]]) -> None:
    document, spans = given
    pieces = [p for paragraph in paragraphs(document, spans) for p in paragraph.pieces]
    assert [p.text for p in pieces] == [document.text[p.start : p.end] for p in pieces]
    assert "".join(p.text for p in pieces) == "".join(line for line in document.text.split("\n") if line.strip())
    covered = {i for s in spans for i in range(s.start, s.end)}
    for piece in pieces:
        assert {i in covered for i in range(piece.start, piece.end)} == {piece.marked}


@given(marked())
def test_every_passage_with_words_has_its_anchor_once(given: tuple[Document, list[Passage]]) -> None:
    document, spans = given
    found = [b for paragraph in paragraphs(document, spans) for p in paragraph.pieces for b in p.begins]
    assert len(found) == len(set(found))
    assert {s for s in spans if document.text[s.start : s.end].strip()} <= set(found)


@given(st.text(max_size=20), st.text(max_size=20))
def test_names_make_ids_that_tell_them_apart(a: str, b: str) -> None:
    assert (slug(a) == slug(b)) == (a == b)
    assert all(c.isascii() and (c.isalnum() or c in "-_") for c in slug(a))


def test_of_a_very_long_text_only_what_was_read_is_given() -> None:
    text = "\n".join(f"Line {n} of many." for n in range(MOST_CHARACTERS // 10))
    passage = Passage("d", text.index("Line 77 "), text.index("Line 77 ") + 7)
    found = paragraphs(Document("d", "d.txt", text, "0"), [passage])
    assert [p.kind for p in found] == ["cut", "paragraph", "cut"]
    assert found[1].pieces[0].begins == (passage,)


def test_a_quotation_is_the_sentence_around_the_passage() -> None:
    index = Index(sample())
    assert index.sentence(at("wire", "five miners")).startswith("… a bomb dropped") is False
    assert index.sentence(at("review", "four lives")) == (
        "The clash of March 13 cost four lives and left five soldiers wounded, an official in Lima told Radio Marañón."
    )
    assert index.quote(at("wire", "At least two others")) == "At least two others"


@given(st.integers(0, 300), st.integers(1, 300), st.integers(1, 40))
def test_a_quotation_keeps_to_its_words_and_holds_the_passage(start: int, size: int, most: int) -> None:
    text = " ".join(f"w{n}" for n in range(120))
    start = min(start, len(text) - 1)
    passage = Passage("d", start, min(len(text), start + size))
    index = Index(Record("t", 1, (Document("d", "d.txt", text, "0"),)))
    for quote in (index.quote(passage, most), index.sentence(passage, most)):
        assert len(quote.replace("…", "").split()) <= most
    inside = text[passage.start : passage.end].split()
    if len(inside) <= most:
        assert " ".join(inside) in index.sentence(passage, most)


def test_an_account_is_one_documents_telling_with_parts_inside_their_whole() -> None:
    index = Index(sample())
    found = {a.document: a for a in accounts(index, index.incidents["EC-1991-03-12"])}
    wire = found[DOCS["wire"].id]
    killed = wire.told("killed")
    assert killed is not None
    assert killed.quantity.best == 4
    assert [i.group for i in killed.items] == ["soldiers", "Ecuadorian soldiers"]
    assert wire.told("missing") is None
    assert found[DOCS["review"].id].place is None
    assert len({anchor(p) for a in found.values() for p in a.passages}) == 3


WORDS = st.lists(st.sampled_from(["alpha", "beta", "gamma.", "delta", "epsilon\n", "zeta!"]), min_size=1, max_size=160)


@given(WORDS, st.data())
def test_excerpts_hold_each_passage_or_its_first_forty_words_and_no_more(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    passage = Passage("d", start, data.draw(st.integers(start + 1, len(text))))
    found = paragraphs(Document("d", "d.txt", text, "0"), [passage], (), 40)
    shown = [p for paragraph in found for p in paragraph.pieces]
    said = " ".join("".join(p.text for p in shown).replace("…", " ").split())
    assert len(said.split()) <= 40
    if text[passage.start : passage.end].strip():
        assert said.split()
        assert any(p.marked for p in shown)
        inner = text[passage.start : passage.end].split()
        whole = [w for w in inner if w in words]
        assert all(w in said for w in whole[:20])
