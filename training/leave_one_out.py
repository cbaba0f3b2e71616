"""Measure the repair on the sound plans, each spoilt and left out of what the model has learnt.

`python training/leave_one_out.py --cache FOLDER` prints the error rates; `--calibrate` also writes
the weights of what speaks for a word.
"""

import argparse
import importlib
import json
import math
import random
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from aligning import aligned, unlike_lines
from build import DATA, together
from rendering import pages
from sources import SOUND_PLANS, plan, sources

from vanban.repair.confidence import Evidence, confidence
from vanban.repair.counts import count
from vanban.repair.knowledge import Knowledge, load_with
from vanban.repair.model import Repair
from vanban.repair.pieces import Kind, Piece
from vanban.repair.repair import Readings, repair_with
from vanban.repair.tones import old_style

LOOKS_A_PLAN = 2
NEWTON_STEPS, RIDGE = 12, 0.5

repairing = importlib.import_module("vanban.repair.repair")
SEEN: list[Evidence] = []

Sample = tuple[Evidence, bool]


def main() -> None:
    options = _options()
    shared = {name: count(texts) for name, texts in sources(strict=True).items() if name != "plans"}
    samples: list[Sample] = []
    wrong = words = 0
    for name in SOUND_PLANS:
        others = count(plan(other) for other in SOUND_PLANS if other != name)
        models = load_with(together([*shared.values(), others]), DATA)
        for look in range(LOOKS_A_PLAN):
            mistakes, length, found = _measured(name, look, models, options)
            print(f"{name} {look}: WER {mistakes / length:.4f} of {length} words", flush=True)
            wrong, words = wrong + mistakes, words + length
            samples += found
    print(f"all: WER {wrong / words:.4f}")
    if options.calibrate:
        weights = json.dumps(_fitted(samples)) + "\n"
        (DATA / "confidence.json").write_text(weights, encoding="utf-8")
    _report(samples)


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
    SEEN.clear()
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
        samples += _samples(pairs, marks.get(number, []))
        if options.show:
            print(*(f"{one}→{other}" for one, other in pairs if one != other), sep="; ")
    return mistakes, length, samples


def _same(one: str, other: str) -> float:
    return float(one != other)


def _marks(repaired: Repair) -> dict[int, list[tuple[int, Evidence]]]:
    """By line: which chunk of it a word belongs to, and what speaks for it."""
    found: dict[int, list[tuple[int, Evidence]]] = {}
    for word, facts in zip(repaired.words, SEEN, strict=True):
        before = repaired.text[: word.span[0]]
        start = before.rfind("\n") + 1
        chunk = len((before[start:] + "x").split()) - 1
        found.setdefault(before.count("\n"), []).append((chunk, facts))
    return found


def _samples(pairs: list[tuple[str, str]], marks: list[tuple[int, Evidence]]) -> Iterator[Sample]:
    got = [(one, other) for one, other in pairs if other]
    for chunk, facts in marks:
        yield facts, _core(got[chunk][0]) == _core(got[chunk][1])


def _core(chunk: str) -> str:
    """Punctuation is none of the words; the repair leaves it as it is."""
    return chunk.strip(string.punctuation + "“”‘’…–")


def _report(samples: list[Sample]) -> None:
    wrong = sum(not right for _, right in samples)
    judged = [(confidence(facts), right) for facts, right in samples]
    for bound in (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99):
        below = [right for share, right in judged if share < bound]
        caught = sum(not right for right in below) / max(wrong, 1)
        share = len(below) / len(samples)
        above = 1 - (wrong - caught * wrong) / max(len(samples) - len(below), 1)
        print(
            f"below {bound}: {share:.3f} of words, {caught:.3f} of wrong; {above:.4f} right above"
        )


def _fitted(samples: list[Sample]) -> list[float]:
    """Logistic regression by Newton steps, a little ridge against weights that run away."""
    width = len(samples[0][0])
    weights = [0.0] * width
    for _ in range(NEWTON_STEPS):
        slope = [-RIDGE * weight for weight in weights]
        bend = [[RIDGE * (row == column) for column in range(width)] for row in range(width)]
        for facts, right in samples:
            score = sum(weight * fact for weight, fact in zip(weights, facts, strict=True))
            share = 1 / (1 + math.exp(-score))
            for row, fact in enumerate(facts):
                slope[row] += (right - share) * fact
                for column, other in enumerate(facts):
                    bend[row][column] += share * (1 - share) * fact * other
        weights = [old + new for old, new in zip(weights, _solved(bend, slope), strict=True)]
    return [round(weight, 4) for weight in weights]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan; the matrix is positive, so no pivot is nought."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        pivot = rows[place][place]
        rows[place] = [value / pivot for value in rows[place]]
        for other in range(len(rows)):
            if other != place:
                factor = rows[other][place]
                rows[other] = [
                    value - factor * one
                    for value, one in zip(rows[other], rows[place], strict=True)
                ]
    return [row[-1] for row in rows]


def _keep_facts(piece: Piece, readings: Readings, facts: Evidence) -> float:
    """In the place of `repair._sureness`: every word is handed over, and its evidence kept."""
    if len(readings) == 1 or piece.kind is Kind.NUMBER:
        return 2.0 if readings[0][0] == piece.text else _kept(facts)
    return _kept(facts)


def _kept(facts: Evidence) -> float:
    SEEN.append(facts)
    return -1.0


if __name__ == "__main__":
    setattr(repairing, "_sureness", _keep_facts)  # noqa: B010 -- stands in for a private step
    main()
