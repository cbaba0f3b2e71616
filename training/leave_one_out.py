"""Measure the repair on the sound plans, each spoilt and left out of what the model has learnt.

`python training/leave_one_out.py --cache FOLDER` prints the error rates and how well the marks find
the words still wrong; `--calibrate` also writes the weights of what speaks for a word.
"""

import argparse
import importlib
import json
import random
import string
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from aligning import aligned, unlike_lines
from build import DATA, together
from rendering import pages
from sources import SOUND_PLANS, plan, sources
from weighing import Judged, Sample, fitted, judged, share_marked

from vanban.repair.confidence import Evidence
from vanban.repair.counts import count
from vanban.repair.knowledge import Knowledge, load_with
from vanban.repair.model import Repair
from vanban.repair.repair import Readings, repair_with
from vanban.repair.tones import old_style

LOOKS_A_PLAN = 4
CAUGHT = (0.8, 0.85, 0.9, 0.92, 0.94, 0.95)

repairing = importlib.import_module("vanban.repair.repair")
SEEN: list[Evidence] = []


def main() -> None:
    options = _options()
    shared = {name: count(texts) for name, texts in sources(strict=True).items() if name != "plans"}
    samples: dict[str, list[Sample]] = {}
    wrong = words = 0
    for name in SOUND_PLANS:
        others = count(plan(other) for other in SOUND_PLANS if other != name)
        models = load_with(together([*shared.values(), others]), DATA)
        samples[name] = []
        for look in range(LOOKS_A_PLAN):
            mistakes, length, found = _measured(name, look, models, options)
            print(f"{name} {look}: WER {mistakes / length:.4f} of {length} words", flush=True)
            wrong, words = wrong + mistakes, words + length
            samples[name] += found
    print(f"all: WER {wrong / words:.4f}")
    _report(samples)
    if options.calibrate:
        weights = fitted(list(chain.from_iterable(samples.values())))
        (DATA / "confidence.json").write_text(json.dumps(weights) + "\n", encoding="utf-8")


def _report(samples: dict[str, list[Sample]]) -> None:
    """Every plan judged with weights of the others: what share of words must a person look at?"""
    whole: list[Judged] = []
    for name, own in samples.items():
        others = (found for other, found in samples.items() if other != name)
        whole += judged(own, fitted(list(chain.from_iterable(others))))
    for caught in CAUGHT:
        share, bound = share_marked(whole, caught)
        print(f"{caught:.0%} of wrong words lie below {bound:.3f}, with {share:.1%} of all words")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument("--show", action="store_true", help="print every wrong word")
    return parser.parse_args()


def _measured(
    name: str, look: int, models: Knowledge, options: argparse.Namespace
) -> tuple[int, int, list[Sample]]:
    dice = random.Random(f"plan{int(name)}-{look}")
    lines = [
        pair
        for page in pages(plan(name), dice, options.cache)
        for pair in aligned(page.true, page.seen, unlike_lines)
    ]
    seen = unicodedata.normalize("NFC", "\n".join(read for _, read in lines))
    SEEN[:] = [()]
    repaired = repair_with(lambda: models, seen)
    after = repaired.text.split("\n")
    mistakes = length = 0
    samples: list[Sample] = []
    marks = _marks(repaired)
    for number, ((true, _), got) in enumerate(zip(lines, after, strict=True)):
        right = [old_style(word) for word in true.split()]
        pairs = aligned(right, got.split(), _same)
        mistakes += sum(one != other for one, other in pairs)
        length += len(right)
        samples += _samples(pairs, marks.get(number, {}))
        if options.show:
            print(*(f"{one}→{other}" for one, other in pairs if one != other), sep="; ")
    return mistakes, length, samples


def _same(one: str, other: str) -> float:
    return float(one != other)


def _marks(repaired: Repair) -> dict[int, dict[int, list[Evidence]]]:
    """By line and chunk of it: what speaks for each of its words; nothing speaks for a sign."""
    found: dict[int, dict[int, list[Evidence]]] = {}
    for word in repaired.words:
        before = repaired.text[: word.span[0]]
        start = before.rfind("\n") + 1
        chunk = len((before[start:] + "x").split()) - 1
        facts = SEEN[int(-word.confidence)] if word.confidence < 0 else ()
        found.setdefault(before.count("\n"), {}).setdefault(chunk, []).append(facts)
    return found


def _samples(pairs: list[tuple[str, str]], marks: dict[int, list[Evidence]]) -> Iterator[Sample]:
    got = [(one, other) for one, other in pairs if other]
    for chunk, (one, other) in enumerate(got):
        yield marks.get(chunk, []), _core(one) == _core(other)


def _core(chunk: str) -> str:
    """Punctuation is none of the words; the repair leaves it as it is."""
    return chunk.strip(string.punctuation + "“”‘’…–")


def _keep_facts(readings: Readings, facts: Evidence | None) -> float:
    """In the place of `repair._sureness`: hand over every word, with the place of its facts."""
    if facts is None:
        return readings[0][1]
    SEEN.append(facts)
    return -float(len(SEEN) - 1)


if __name__ == "__main__":
    setattr(repairing, "_sureness", _keep_facts)  # noqa: B010 -- stands in for a private step
    main()
