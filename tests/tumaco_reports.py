"""Four reports of one made war on the Pacific coast of Colombia as files, and what a record built from them holds."""

import json
from pathlib import Path
from typing import Any

from thucydides.nouns import Record
from thucydides.record import Store

REPORTS = {
    "wire.txt": """Gunmen kill three farmers near Tumaco

By Rosa Ibarra, Andean Wire
5 March 2019

Gunmen killed three farmers and wounded one on 3 March 2019 in a village near Tumaco, in the Colombian department of Nariño,
police said on Tuesday. A bomb went off at a police station in Cali on 1 March 2019, wounding two officers, according to the mayor.
""",
    "paper.txt": """Four dead in attack near Tumaco

The Pacific Paper
7 March 2019

Four farmers were killed when armed men attacked a village near Tumaco, Colombia, on 3 March 2019, a survivor told this paper.
Nobody has claimed responsibility for the attack.
""",
    "tally.txt": """A bloody March on the Pacific coast

Coast Monitor
20 March 2019

At least nine people have been killed in three attacks in Nariño since the beginning of March 2019, the Coast Monitor counts.
On 12 March 2019 two soldiers were killed in a clash with guerrillas in Barbacoas, the army said.
""",
    "undated.txt": """Attack near Tumaco

Three farmers were killed in an attack on a village near Tumaco on Sunday, officials said.
""",
}


def written(folder: Path) -> Path:
    """The reports as files of a folder, which is made."""
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def latest(record: Path) -> Record:
    with Store.open(record) as store:
        found = store.latest()
    assert found is not None
    return found


def contents(record: Path) -> bytes:
    """A record as the bytes of its export, without the number of its revision."""
    from thucydides.publishing.outputs.json import plain

    whole: dict[str, Any] = plain(latest(record))
    del whole["revision"]
    return json.dumps(whole, sort_keys=True).encode()
