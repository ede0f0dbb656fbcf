"""Tellings: what one sentence tells of one incident: its triggers, harm, times, places, parties and means.

Invariants: every telling has a trigger or a harm; a sentence that dates two deeds apart gives two tellings; offsets are of the document.
"""

from collections.abc import Callable, Iterator

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.composing import composed
from thucydides.extracting.tellings.finding_matter import matter_of
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.parting import deeds_of
from thucydides.extracting.tellings.seeing import pictured_on
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.told_days import filed_there, heads_entry
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Month, Years
from thucydides.grounding.titled_heads import titled_heads
from thucydides.nouns import Block

FindMatter = Callable[[Span, Paragraph, int, int, Surroundings], Matter | None]


def tellings_of(
    paragraph: Paragraph, number: int, order: int, around: Surroundings, find: FindMatter = matter_of
) -> Iterator[Telling]:
    """The tellings of one paragraph in order; `number` is the paragraph's position, `order` that of its first sentence, `find` says what a
    sentence tells of."""
    before: tuple[int, int] | None = None
    head: tuple[int, int] | None = None
    heading = around.closing(paragraph.block) or around.headed(paragraph.block.start)
    titled = titled_above(around, paragraph.block) if heading is None else None
    wide = heading is not None and isinstance(heading.form, Years | Month)  # dates what is told before the first day under it
    for sentence in paragraph.sentences():
        order += 1
        told = find(sentence, paragraph, number, order, around)
        if told is None:
            start = sentence.start_char + paragraph.start
            before = (start, start + len(text_of(sentence).rstrip()))
            if any(pictured_on(sentence, t.start - paragraph.start, ()) for t in around.times_in(*before)):
                before = None  # the day of a picture is no setting of what the report tells
                continue
            head = before if heads_entry(sentence, around.times_in(*before)) and not filed_there(around, before) else head
            continue
        headed = head is not None  # the day of an entry goes before the month that heads its list
        above = None if headed or (wide and around.times_in(paragraph.block.start, paragraph.start + sentence.start_char)) else heading
        above, titled = above or titled, None
        for deed in deeds_of(told, head or (before if told.harms else None), above):
            yield from composed(told, deed)
        before = None


def titled_above(around: Surroundings, block: Block) -> TimeExpression | None:
    """The day of the heading right above a block, which gives it with its matter: that of the first deed told under it; what follows takes
    it up (rule `date.heading`)."""
    blocks = around.document.blocks
    at = blocks.index(block) if block in blocks else 0
    head = blocks[at - 1].start if at and blocks[at - 1].kind == "heading" else None
    day = titled_heads(around.document.text, blocks).get(head) if head is not None else None
    return replace(day, start=day.start + (head or 0), end=day.end + (head or 0)) if day is not None else None
