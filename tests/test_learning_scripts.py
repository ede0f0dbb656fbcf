"""The scripts that learn weights run from nothing but data, on small data of our own, and give the same weights every time."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
NEWS = (
    ("kidnapped the mayor of Chalchuapa", "KIDNAPPING", "GUERRILLAS", '19. HUM TGT: DESCRIPTION            "MAYOR OF CHALCHUAPA" / "MAYOR"'),
    ("bombed a bank in Lima", "BOMBING", "REBELS", '12. PHYS TGT: ID                    "BANK"'),
    ("killed two peasants near Cali", "ATTACK", "GUERRILLAS", '19. HUM TGT: DESCRIPTION            "PEASANTS"'),
    ("talked about the price of coffee", "", "FARMERS", ""),
)


def run(script: str, *arguments: object) -> str:
    done = subprocess.run([sys.executable, SCRIPTS / script, *map(str, arguments)], capture_output=True, text=True, timeout=250, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def write_news(folder: Path, number: int) -> None:
    """Texts with their keys in the published format, `number` of each kind."""
    texts, keys = [], []
    for i in range(number * len(NEWS)):
        told, kind, who, target = NEWS[i % len(NEWS)]
        name = f"DEV-MUC3-{i + 1:04}"
        texts.append(f"{name}\n\n   SAN SALVADOR, {i % 28 + 1} MAR 90 (OUR AGENCY) -- [TEXT] {who} {told.upper()} YESTERDAY, POLICE SAID.\n\n")
        keys += [f"0.  MESSAGE: ID                     {name}", f"1.  MESSAGE: TEMPLATE               {'1' if kind else '*'}"]
        if kind:
            keys += [f"4.  INCIDENT: TYPE                  {kind}", f'9.  PERP: INDIVIDUAL ID             "{who}"', target]
        keys.append("")
    (folder / "dev").mkdir()
    (folder / "dev" / "dev-muc3-0001").write_text("".join(texts))
    (folder / "dev" / "key-dev-0001").write_text("\n".join(keys))
    (folder / "task").mkdir()
    (folder / "task" / "containing-areas-part1.v1").write_text("EL SALVADOR: CHALCHUAPA (CITY) *us*\nPERU: LIMA (CITY) *us*\n")


def test_the_roles_layer_is_learned_from_nothing_but_texts_and_keys_and_the_same_again_from_kept_parses(tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="learning needs the extra `learning`")
    from thucydides.extracting.roles.model import read

    write_news(tmp_path, 6)
    first, second, parses = tmp_path / "one.npz", tmp_path / "two.npz", tmp_path / "parses"
    run("learn_roles.py", tmp_path, "--weights", first, "--parses", parses)
    assert parses.stat().st_size > 0
    run("learn_roles.py", tmp_path, "--weights", second, "--parses", parses)
    assert first.read_bytes() == second.read_bytes()
    heads = read(first.read_bytes())
    person, thing = (heads["part"].labels.index(part) for part in ("person", "thing"))
    mayor, bank = heads["part"].scores(["h=mayor"]), heads["part"].scores(["h=bank"])
    assert mayor[person] - mayor[thing] > bank[person] - bank[thing]


def test_days_of_deeds_are_learned_from_documents_and_events(tmp_path: Path) -> None:
    events = []
    for i in range(24):
        page = f"{i}.txt"
        (tmp_path / page).write_text(
            f"A gunman killed two people in Dayton on {i + 1} March 2019. Police arrested a suspect on {i + 3} March 2019, they said.\n"
        )
        day = f"2019-03-{i + 1:02}"
        events.append({"id": f"e{i}", "best_date": day, "date_start": day, "date_end": day, "mentions": [{"page": page}]})
    (tmp_path / "gold.json").write_text(json.dumps({"events": events}))
    target = tmp_path / "weights.json"
    run("learn_deed_days.py", tmp_path, "--weights", target)
    learned = json.loads(target.read_text())
    assert learned["provenance"]["examples"] > 0
    assert "always" in learned["weights"]


def test_weights_of_linking_and_their_prior_are_learned_from_reports_and_events(tmp_path: Path) -> None:
    towns = ("Dayton", "Toledo", "Akron", "Canton", "Lima", "Mansfield")
    events, reports = [], []
    for i in range(12):
        day = f"2019-03-{2 * i + 1:02}"
        told = f"A gunman killed {i % 5 + 2} people in {towns[i % 6]} on {2 * i + 1} March 2019. "
        for report, rest in (("a", "The mayor spoke of a dark hour."), ("b", "Police asked for witnesses of the shooting.")):
            reports.append({"id": f"{i}{report}", "title": "", "text": told + rest})
        mentions = [{"page": f"{i}{report}", "role": "primary"} for report in "ab"]
        events.append({"id": f"e{i}", "best_date": day, "date_start": day, "date_end": day, "mentions": mentions})
    (tmp_path / "documents.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, reports)).encode()))
    (tmp_path / "gold.json").write_text(json.dumps({"events": events}))
    target = tmp_path / "weights.json"
    printed = run("learn_weights.py", tmp_path, "--weights", target)
    learned = json.loads(target.read_text())
    assert f"prior {learned['prior'] + 1.0:5.2f}:" in printed
    assert "The prior is 1.0 below the highest" in learned["provenance"]["learned"]
