"""Article: the whole wikitext: infobox, lead, timeline, notes and references."""

from thucydides.nouns import Record
from thucydides.publishing import days, sums, words
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.lead import countries, extent
from thucydides.publishing.options import Options
from thucydides.publishing.wiki.infobox import infobox
from thucydides.publishing.wiki.markup import plain
from thucydides.publishing.wiki.references import References
from thucydides.publishing.wiki.timeline import timeline


def article(record: Record, options: Options) -> str:
    """A record as the start of an article; a comment says which part of the record it is and what to check first."""
    index = Index(record, options)
    references = References(index)
    made = words.count(len(record.documents), "document")
    head = f"<!-- {plain(options.status)} Made from {made}; check the sources before you publish. -->"
    parts = [
        head,
        infobox(index, references),
        _lead(index, references),
        timeline(index, references),
        "== Notes ==\n{{notelist}}",
        "== References ==\n{{reflist}}",
    ]
    return "\n\n".join(parts) + "\n"


def _lead(index: Index, references: References) -> str:
    """What the article is about, in two sentences that its body bears out."""
    force = sorted(sums.force(index.record), key=by_time)
    if not force:
        return f"'''{plain(index.record.title)}''' is a record of documents that tell of no incident."
    first, last = extent(force)
    span = f" between {days.day(first)} and {days.day(last)}" if first and last and first != last else ""
    place = words.listing(list(countries(index))[:5])
    total = sums.total(force, "killed")
    told = f"covers {words.count(len(force), 'incident')} reported{span}{' in ' + plain(place) if place else ''}"
    text = f"'''{plain(index.record.title)}''' {told}."
    if not total.counted:
        return text
    claims = [n for i in force if (a := i.assessed("killed")) for n in a.claims_for[:1]]
    cited = [index.claims[n].passage for n in claims if n in index.claims]
    verb = "was" if total.words == "1" else "were"
    rest = f"; for {total.unknown:,} no number is given" if total.unknown else ""
    return f"{text} {words.sentence_case(total.people)} {verb} reported killed{rest}.{references.to(cited)}"
