"""Bulletins of monitors: entries that a day and a place head, and counts of the week above them."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources

_PAGE = """<html><head><title>South bulletin: incidents 5–11 May 2025</title><meta name="date" content="2025-05-12"></head><body>
<h1>South bulletin: incidents 5–11 May 2025</h1>
<p>Eleven incidents were recorded in Pattani, Yala and Narathiwat this week, leaving 7 dead and 16 injured.</p>
<h2>Narathiwat</h2><ul>
<li><b>Mon 5 May, Tak Bai.</b> Gunmen on two motorcycles fired on a house. A girl of 9, an old woman and a blind man died.</li>
<li><b>Thu 8 May, Sungai Kolok.</b> Men in military dress stormed the district office and shot two volunteers dead. Eleven people were hurt.</li></ul>
<h2>Pattani</h2><ul>
<li><b>Sat 10 May, Sai Buri.</b> A roadside bomb hit a patrol. One ranger was killed, four were wounded.</li></ul></body></html>"""


def test_the_day_that_heads_an_entry_dates_all_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.html"
    path.write_text(_PAGE)
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    told = {
        m.date.edtf: sum(i.quantity.best or 0 for i in m.toll if i.outcome in ("killed", "injured") and i.part_of is None)
        for m in extract.mentions
        if m.kind == "incident" and m.date is not None
    }
    assert told == {"2025-05-05": 3, "2025-05-08": 13, "2025-05-10": 5}
    assert [a.incidents.best for a in extract.aggregates if a.incidents is not None] == [11]
