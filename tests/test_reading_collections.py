"""Reading: many documents at once: ids, copies, order, progress, speed."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thucydides.reading import read_sources

SENTENCES = [
    f"{count} {whom} were {harm} on {day} May near {place}, {who} said in a statement."
    for count, whom, harm, day, place, who in zip(
        ["Five", "Two", "Three", "Twelve", "Seven", "Nine", "Four", "Six"],
        ["soldiers", "miners", "guards", "traders", "rebels", "drivers", "farmers", "officers"],
        ["killed", "wounded", "killed", "injured", "captured", "killed", "wounded", "abducted"],
        range(3, 11),
        ["Orlat", "Kharmat", "Dovan", "Shurab", "Pendik", "Yazgul", "Murgat", "Rushad"],
        ["the army", "officials", "the border troops", "a hospital", "the Front", "police", "the mayor", "a spokesman"],
        strict=True,
    )
]
REPORT = " ".join(SENTENCES)


def rows(folder, *objects):
    path = folder / "all.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in objects), encoding="utf-8")
    return path


def test_copies_of_one_text_are_numbered_and_point_at_the_earliest(tmp_path):
    found, _ = read_sources([rows(
        tmp_path,
        {"id": "late", "text": REPORT, "published": "2031-05-09"},
        {"id": "early", "text": REPORT, "published": "2031-05-04"},
        {"id": "undated", "text": REPORT},
    )])  # fmt: skip
    by_path = {one.path: one for one in found}
    first = by_path["early"]
    assert first.id == first.sha256[:12]
    assert first.copy_of is None
    assert (by_path["late"].id, by_path["late"].copy_of) == (f"{first.id}-2", first.id)
    assert (by_path["undated"].id, by_path["undated"].copy_of) == (f"{first.id}-3", first.id)


def test_near_copies_and_reports_that_hold_another_are_found(tmp_path):
    changed = REPORT.replace("Nine drivers", "Ten drivers")
    longer = (
        REPORT
        + " "
        + " ".join(
            f"In the village of {name} the school stayed closed for {n} weeks after that."
            for n, name in enumerate(["Aru", "Bel", "Cor", "Dan", "Esk", "Fir"], 2)
        )
    )
    other = " ".join(
        f"{n} lorries of aid reached the camp at {name} after the talks, the agency reported."
        for n, name in enumerate(["Aru", "Bel", "Cor", "Dan", "Esk", "Fir"], 2)
    )
    found, _ = read_sources([rows(
        tmp_path,
        {"id": "first", "text": REPORT, "published": "2031-05-04"},
        {"id": "changed", "text": changed, "published": "2031-05-05"},
        {"id": "longer", "text": longer, "published": "2031-05-06"},
        {"id": "other", "text": other, "published": "2031-05-06"},
    )])  # fmt: skip
    by_path = {one.path: one for one in found}
    assert by_path["first"].copy_of is None
    assert by_path["changed"].copy_of == by_path["first"].id
    assert by_path["longer"].copy_of == by_path["first"].id
    assert by_path["other"].copy_of is None


def test_a_stock_sentence_in_common_makes_no_copy(tmp_path):
    stock = "The investigation goes on and nobody has been arrested so far."
    found, _ = read_sources(
        [
            rows(
                tmp_path,
                {"id": "a", "title": "Five killed in Orlat", "text": stock},
                {"id": "b", "title": "Two killed in Dovan", "text": stock},
            )
        ]
    )
    assert [one.copy_of for one in found] == [None, None]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), min_size=1, max_size=8), st.randoms())
def test_the_result_does_not_depend_on_the_order_of_the_paths(tmp_path, texts, shuffle):
    paths = []
    for number, sentences in enumerate(texts):
        path = tmp_path / f"{number}.txt"
        path.write_text("\n\n".join(sentences), encoding="utf-8")
        paths.append(path)
    expected = read_sources(paths)
    shuffle.shuffle(paths)
    assert read_sources(paths) == expected
    assert [one.id for one in expected[0]] == sorted({one.id for one in expected[0]})


def test_a_folder_is_read_with_all_below_it_and_each_file_once(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "y.txt").write_text(SENTENCES[0], encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(SENTENCES[1], encoding="utf-8")
    found, unread = read_sources([tmp_path, tmp_path / "a", tmp_path / "y.txt", str(tmp_path)])
    assert sorted(one.path for one in found) == ["b/x.txt", "y.txt"]
    assert unread == ()


def test_progress_goes_up_to_all_bytes(tmp_path):
    path = rows(tmp_path, *({"id": str(n), "text": sentence} for n, sentence in enumerate(SENTENCES)))
    told = []
    read_sources([path], lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


def test_a_plain_text_does_not_load_what_only_html_needs(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    heavy = ("trafilatura", "lxml", "spacy", "mwparserfromhell", "markdown_it")
    code = (
        f"import sys; from thucydides.reading import read_sources; read_sources([{str(tmp_path)!r}]); "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_same_files_give_the_same_documents_in_another_process(tmp_path):
    for number, sentence in enumerate(SENTENCES):
        (tmp_path / f"{number}.txt").write_text(f"Report {number} of the week\n\n{sentence}\n\n{REPORT}", encoding="utf-8")
    code = (
        "from thucydides.reading import read_sources; import msgspec; "
        f"print(msgspec.json.encode(read_sources([{str(tmp_path)!r}])).decode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_four_times_the_reports_take_some_four_times_as_long(tmp_path):
    chance = random.Random(5)
    words = [word + str(n) for n in range(500) for word in SENTENCES[0].split()[:6]]
    texts = ["\n\n".join(" ".join([*chance.sample(words, 40), "died."]) for _ in range(9)) for _ in range(400)]
    objects = [{"id": str(n), "title": f"Report {n}", "language": "en", "text": text} for n, text in enumerate(texts)]
    took = {}
    for many in (100, 400):
        folder = tmp_path / str(many)
        folder.mkdir()
        path = rows(folder, *objects[:many])
        read_sources([path])
        start = time.process_time()
        found, _ = read_sources([path])
        took[many] = time.process_time() - start
        assert len(found) == many
    assert took[400] < 12 * took[100]  # a ratio within one run; what is quadratic takes 16 times as long


def test_articles_of_a_real_collection_come_out_as_reports():
    shared = os.environ.get("THUCYDIDES_SHARED")
    if not shared:
        pytest.skip("THUCYDIDES_SHARED names no folder with the development data")
    found, unread = read_sources([Path(shared) / "data" / "gva-dev" / "documents.jsonl.gz"])
    assert unread == ()
    assert len(found) == 2757
    for one in found:
        assert one.title
        assert one.blocks[0].start == 0
        assert "All rights reserved" not in one.text[-60:]
        assert not any("Read or Share this story" in one.text[b.start : b.end][:30] for b in one.blocks)
