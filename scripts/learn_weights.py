"""Learn the weights of linking from annotated reports: python scripts/learn_weights.py DATA [--war DATA] [--extracts FOLDER] [--write]

DATA is a folder with documents.jsonl.gz (one document a line) and gold.json, whose events name the documents that tell of them: either
`mentions` with `page` and `role` (one incident a report) or `told_in` with days, place and deaths (wars, where a report tells of many).

What is done, on the half of the events that `thucydides evaluate --half tune` takes:
1. u, how often a level is met by chance, is counted over random pairs of the reports' main mentions; m over pairs of one event.
2. The weights are fitted to all blocked pairs by logistic regression, held to the reasoned values by a penalty, for comparisons are not
   independent of one another and plain counts would count the same evidence twice. A level that speaks for one incident never gets to
   speak against it, nor the other way round. Comparisons that single shootings of one country cannot teach (type, actors, victims,
   weapons) stay as reasoned, and the bounds below keep the rest right for wars, where one place is struck day after day.
3. The prior that ships is chosen on the same half: `MARGIN` below the highest of `PRIORS` that joins no more pairs wrongly than the lowest
   of them does, of documents grouped by their main incident and of the mentions of the war that are known to tell of an event, together.
4. The other half is the check: documents grouped by their main incident, B3 and pair F1, as printed.
With --write the result goes to src/thucydides/linking/weights.json. --extracts keeps what extraction gave, so that a second run is quick.
"""

import argparse
import math
import sys
from pathlib import Path

import msgspec
from learning_links.checking import MARGIN, PRIORS, check, chosen, grouped, joined_war
from learning_links.corpus import part, read
from learning_links.fitting import first, fit, learned
from learning_links.pairs import compared, met_by

from thucydides.evaluating.slices import HALVES
from thucydides.linking.weights import weights

PROVENANCE = (
    "m and u of date, place, killed, injured, persons, ages, names, words, report and uncommon by scripts/learn_weights.py, held to the "
    "reasoned figures and bounded so that they stay right for wars; type, actors, victims, weapons and document stay as reasoned. "
)


def main() -> None:
    """Learn, print what the halves score before and after, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--war", type=Path)
    parser.add_argument("--extracts", type=Path)
    parser.add_argument("--prior", type=float, help="bits of the prior that ships; chosen as said above where it is not given")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--weights", type=Path, help="write to this file, not to the one that ships")
    args = parser.parse_args()
    figures = weights()
    corpus = read(args.data, args.extracts)
    war = read(args.war, args.extracts) if args.war else None
    half = part(corpus, "tune")
    chance = compared(half, figures, "random")
    pairs = compared(half, figures, "blocked")
    if war:
        fought = part(war, "tune")
        pairs += compared(fought, figures, "same") + compared(fought, figures, "blocked")
    print(f"pairs learned from: {len(pairs)}, one incident: {sum(same for _, same in pairs)}; random pairs: {len(chance)}")
    bits = fit(pairs, figures)
    prior = args.prior if args.prior is not None else chosen(corpus, war, lambda p: learned(figures, bits, chance, p))
    result = learned(figures, bits, chance, prior)
    for (comparison, level), fitted in bits.items():
        m, u = first(figures, comparison, level)
        met = met_by(pairs, comparison, level)
        print(f"{comparison:10s} {level:22s} reasoned {math.log2(m / u):6.2f}  learned {fitted:6.2f}  pairs {met}")
    groups = grouped(corpus, result)
    for name in HALVES:
        print(f"{name} half: {check(corpus, groups, name)}")
    if war:
        print("war: joined rightly {}, missed {}, joined wrongly {}".format(*joined_war(war, result)))
    if args.write or args.weights:
        how = "was given." if args.prior is not None else (
            f"is {MARGIN} below the highest of {PRIORS[0]} to {PRIORS[-1]} that joins no more wrongly than the lowest, "
            "on the half learned from."
        )  # fmt: skip
        result = msgspec.structs.replace(result, provenance={**figures.provenance, "learned": f"{PROVENANCE}The prior {how}"})
        path = args.weights or Path(sys.modules["thucydides.linking"].__file__ or "").parent / "weights.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
        print(f"written: {path}")


if __name__ == "__main__":
    main()
