"""Learn the weights of the roles layer from the development part of MUC-4: python scripts/learn_roles.py DATA

DATA is the folder of MUC-4 with its `dev` part and `task` lists. Needs the extra `learning` (scikit-learn), which the program itself does
not. Logistic regressions with fixed settings, nothing random: the same data and versions give the same file. Models that feed others
are applied to texts they were not learned from (folds by the texts' order). Takes about half an hour on one core; `--parses FILE`
keeps the parsed texts for the next time, which saves a quarter of it.
"""

import argparse
import time
from pathlib import Path

from learning_roles import joints, set_fillers, stages, wording
from learning_roles.text import texts

from thucydides.evaluating.muc4.places import read_atlas
from thucydides.extracting.roles import layer
from thucydides.extracting.roles.model import FILE, save

STARTED = time.time()


def progress(done: str) -> None:
    """Say how far it is."""
    print(f"{time.time() - STARTED:5.0f} s  {done}", flush=True)


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--weights", type=Path, default=Path(layer.__file__).with_name(FILE), help="default: the file that is shipped"
    )
    parser.add_argument("--parses", type=Path, help="keep the parsed texts in this file")
    given = parser.parse_args()
    found = texts(given.data, "dev", given.parses)
    progress("read")
    atlas = read_atlas(given.data / "dev")
    places = [[next((f.name for f in atlas.find(s) if f.entries), "") for s in t.sentences] for t in found]
    heads = {}
    heads["document"], document = stages.documents(found)
    progress("documents")
    heads["sentence"], sentences = stages.sentences(found, document)
    progress("sentences")
    heads["part"], part = stages.parts(found, document, sentences)
    progress("parts")
    heads["deed"], deed = stages.deeds(found, document, sentences, part)
    progress("deeds")
    proposed = stages.proposals(found, part, deed)
    heads |= joints.joints(proposed, places)
    heads["scene"] = joints.incident(heads, proposed, places, document, sentences)
    progress("joints")
    heads |= set_fillers.classes(found) | {"wording": wording.wording(found)}
    progress("set fillers")
    about = {"data": "MUC-4 development part, 1,300 texts and keys", "texts": len(found), "script": "scripts/learn_roles.py"}
    save(given.weights, heads, about)
    print(f"wrote {given.weights}: {given.weights.stat().st_size} bytes")


if __name__ == "__main__":
    main()
