"""The suite muc4: the published format read and written, the measures, and the whole way on a text of our own."""

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest

from shared_data import shared
from thucydides.evaluating import evaluate
from thucydides.evaluating.muc4.data import message, split_messages
from thucydides.evaluating.muc4.entities import merged, paired
from thucydides.evaluating.muc4.keys import SLOTS, Filler, Option, Template, read_folder, read_keys, write_answers
from thucydides.evaluating.muc4.places import read_atlas
from thucydides.evaluating.muc4.roles import Scene, score_text
from thucydides.evaluating.muc4.scoring import rows, score
from thucydides.evaluating.muc4.values import PARTLY, RIGHT, WRONG, judge_value, words
from thucydides.evaluating.outcome import Cut

TEXT = """TST1-MUC3-0901

   SAN SALVADOR, 12 MAR 90 (OUR AGENCY) -- [TEXT] GUERRILLAS KIDNAPPED
THE MAYOR OF CHALCHUAPA YESTERDAY, POLICE SAID.

   A BOMB EXPLODED IN LIMA TODAY AND KILLED TWO PEASANTS.


TST1-MUC3-0902

   BOGOTA, 13 MAR 90 (OUR AGENCY) -- [TEXT] THE PRESIDENT SPOKE ABOUT
COFFEE.
"""
KEY = """0.  MESSAGE: ID                     TST1-MUC3-0901
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  11 MAR 90
3.  INCIDENT: LOCATION              EL SALVADOR: CHALCHUAPA (CITY)
4.  INCIDENT: TYPE                  KIDNAPPING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
9.  PERP: INDIVIDUAL ID             "GUERRILLAS"
19. HUM TGT: DESCRIPTION            "MAYOR OF CHALCHUAPA" / "MAYOR"
20. HUM TGT: TYPE                   GOVERNMENT OFFICIAL: "MAYOR OF CHALCHUAPA" / "MAYOR"
21. HUM TGT: NUMBER                 1: "MAYOR OF CHALCHUAPA" / "MAYOR"
22. HUM TGT: FOREIGN NATION         -
23. HUM TGT: EFFECT OF INCIDENT     -
                                    ? INJURY: "MAYOR"

0.  MESSAGE: ID                     TST1-MUC3-0902
1.  MESSAGE: TEMPLATE               *
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "tst1").mkdir()
    (tmp_path / "tst1" / "tst1-muc3").write_text(TEXT)
    (tmp_path / "tst1" / "key-tst1.v1").write_text(KEY)
    (tmp_path / "task").mkdir()
    (tmp_path / "task" / "containing-areas-part1.v1").write_text("EL SALVADOR: CHALCHUAPA (CITY) *us*\nPERU: LIMA (CITY) *us*\n")
    return tmp_path


def test_a_key_is_read_with_alternatives_tags_and_optional_fillers(data: Path) -> None:
    keys = read_folder(data / "tst1")
    assert keys["TST1-MUC3-0902"] == ()
    (template,) = keys["TST1-MUC3-0901"]
    assert [o.value for o in template.fillers(19)[0].options] == ['"MAYOR OF CHALCHUAPA"', '"MAYOR"']
    assert template.fillers(20)[0].options[0] == Option("GOVERNMENT OFFICIAL", ('"MAYOR OF CHALCHUAPA"', '"MAYOR"'))
    assert template.fillers(23)[0].optional
    assert template.fillers(22) == ()


def test_answers_written_in_the_keys_format_read_back_as_the_same(tmp_path: Path, data: Path) -> None:
    keys = read_folder(data / "tst1")
    first = {n: [_first(t) for t in ts] for n, ts in keys.items()}
    out = tmp_path / "answers"
    out.write_text(write_answers(first))
    assert {n: [t.slots for t in ts] for n, ts in read_keys(out, key=False).items()} == {
        n: [t.slots for t in ts] for n, ts in first.items()
    }


def _first(template: Template) -> Template:
    slots = {
        s: tuple(Filler((Option(f.options[0].value, f.options[0].tags[:1]),)) for f in fs) for s, fs in template.slots.items()
    }
    return Template(template.number, slots)


def test_the_key_itself_scores_full_marks_and_no_answer_none(data: Path) -> None:
    keys = read_folder(data / "tst1")
    own = {n: [_first(t) for t in ts] for n, ts in keys.items()}
    assert rows(score(keys, own))["all templates"].f1 == 1.0
    none = rows(score(keys, {}))["all templates"]
    assert (none.recall, none.spurious) == (0.0, 0)


@pytest.mark.parametrize(
    ("slot", "key", "ours", "credit"),
    [
        (19, '"MAYOR OF ACHI"', '"MAYOR"', PARTLY),
        (19, '"MAYOR"', '"THE NEW MAYOR"', RIGHT),
        (19, '"MAYOR"', '"WIFE OF THE MAYOR"', PARTLY),
        (19, '"PEASANTS"', '"PEASANT"', PARTLY),
        (19, '"PEASANTS"', '"STUDENTS"', WRONG),
        (2, "10 MAR 90 - 12 MAR 90", "11 MAR 90", PARTLY),
        (2, "- 12 MAR 90", "- 12 MAR 90", RIGHT),
        (2, "12 MAR 90", "11 MAR 90", WRONG),
        (3, "PERU: LIMA (CITY)", "PERU", PARTLY),
        (3, "PERU: LIMA (CITY)", "CHILE: LIMA (CITY)", WRONG),
        (7, "RIFLE", "GUN", PARTLY),
        (7, "GUN", "RIFLE", WRONG),
        (21, "5-", "5", PARTLY),
        (21, "PLURAL", "2", WRONG),
    ],
)
def test_a_value_is_right_partly_right_or_wrong(slot: int, key: str, ours: str, credit: int) -> None:
    assert judge_value(slot, SLOTS[slot].kind, key, ours) == credit


def test_words_drop_quotes_and_keep_possessives_apart() -> None:
    assert words('"TORRADO\'S SON"') == ("TORRADO", "S", "SON")


def test_a_message_is_a_document_dated_by_its_dateline_without_its_marks() -> None:
    found = [message(name, raw) for name, raw in split_messages(TEXT)]
    assert [m.id for m in found] == ["TST1-MUC3-0901", "TST1-MUC3-0902"]
    assert found[0].filed == "SAN SALVADOR"
    assert found[0].document.published is not None
    assert found[0].document.published.edtf == "1990-03-12"
    blocks = [found[0].document.text[b.start : b.end] for b in found[0].document.blocks]
    assert blocks[0].startswith("GUERRILLAS KIDNAPPED THE MAYOR")
    assert len(blocks) == 2


def test_the_atlas_writes_a_place_with_its_country_and_kind(data: Path) -> None:
    atlas = read_atlas(data / "tst1")
    assert atlas.write(atlas.find("near Chalchuapa, not in Lima"), "EL SALVADOR") == "EL SALVADOR: CHALCHUAPA (CITY)"
    assert atlas.write([], "PERU") == "PERU"


def test_the_suite_reads_capitals_and_writes_its_answers(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "out"
    outcome = evaluate("muc4", str(data), Cut("tune", predictions=str(file)))
    assert outcome.documents == 2
    assert outcome.scores["all templates F"] > 0.3
    answers = read_keys(file, key=False)
    assert answers["TST1-MUC3-0902"] == (), "no incident, no template"
    kinds = {t.fillers(4)[0].options[0].value for t in answers["TST1-MUC3-0901"]}
    assert "KIDNAPPING" in kinds


def test_the_five_role_cut_maps_templates_so_that_f_is_greatest() -> None:
    def scene(kind: str, victim: str) -> Scene:
        roles = dict.fromkeys(("perp_ind", "perp_org", "target", "weapon"), ())
        return Scene(kind, {**roles, "victim": (frozenset(victim.split("/")),)})

    hits = score_text(
        [scene("attack", "perez/juan perez"), scene("attack", "lopez")], [scene("attack", "lopez"), scene("attack", "juan perez")]
    )
    assert (hits["victim"].right, hits["victim"].found, hits["type"].right) == (2, 2, 2)
    wrong = score_text([scene("bombing", "perez")], [scene("attack", "perez")])
    assert wrong["victim"].right == 0, "types must agree"


def test_entities_of_a_text_count_once_whatever_template_they_stand_in() -> None:
    def scene(kind: str, *victims: str) -> Scene:
        roles = dict.fromkeys(("perp_ind", "perp_org", "target", "weapon"), ())
        return Scene(kind, {**roles, "victim": tuple(frozenset(v.split("/")) for v in victims)})

    keys = [scene("attack", "perez/juan perez", "lopez"), scene("bombing", "juan perez")]
    assert merged(keys, "victim") == (frozenset(["lopez"]), frozenset(["perez", "juan perez"]))
    assert paired(merged(keys, "victim"), merged([scene("arson", "perez"), scene("attack", "diaz", "lopez")], "victim")) == 2
    assert paired((frozenset(["a", "b"]), frozenset(["a"])), (frozenset(["a"]), frozenset(["b"]))) == 2, "the best pairing, not the first"


def test_a_folder_without_keys_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no answer keys"):
        evaluate("muc4", str(tmp_path))


def _yardstick() -> ModuleType:
    path = shared("tools", "score_muc4.py")
    spec = importlib.util.spec_from_file_location("score_muc4", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_our_measures_agree_with_another_scorer_on_the_same_answers(tmp_path: Path) -> None:
    other = _yardstick()
    folder = shared("data", "muc4", "tst1")
    file = next(folder.glob("key-*"))
    keys = read_keys(file)
    chance = random.Random(7)
    answers = {name: [_spoilt(t, chance, keys) for t in templates if chance.random() < 0.8] for name, templates in keys.items()}
    out = tmp_path / "answers"
    out.write_text(write_answers(answers))
    ours = rows(score(keys, read_keys(out, key=False)))
    theirs = other.score(other.read_templates(str(out), False), other.read_templates(str(file), True))
    for row in ("ALL TEMPLATES", "MATCHED ONLY"):
        found = ours[row.lower()]
        assert (found.possible, found.actual, found.right, found.partly) == tuple(
            theirs[row][k] for k in ("possible", "actual", "correct", "partial")
        )


def _spoilt(template: Template, chance: random.Random, keys: dict[str, tuple[Template, ...]]) -> Template:
    """A template with fillers left out, shortened or taken from another one."""
    slots = {}
    for slot, fillers in template.slots.items():
        kept = []
        for filler in fillers:
            option = chance.choice(filler.options)
            other = keys[chance.choice(list(keys))]
            if chance.random() < 0.15 and other and other[0].fillers(slot):
                option = other[0].fillers(slot)[0].options[0]
            value = option.value
            if SLOTS[slot].kind == "string" and chance.random() < 0.4 and " " in value:
                value = '"' + value.strip('"').partition(" ")[2] + '"'
            if chance.random() < 0.8:
                kept.append(Filler((Option(value, option.tags[:1]),)))
        slots[slot] = tuple(kept)
    return Template("1", slots)
