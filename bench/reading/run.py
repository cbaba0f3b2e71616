"""Measure the reading engine; figures go to docs/reference/benchmarks-reading.md.

``make bench-reading``, from the root of the repository. Never part of the tests.
"""

import argparse
import datetime as dt
import importlib
import importlib.util
import platform
from pathlib import Path

from damages import DAMAGES, chosen, possible
from generator import NUMBER, Document, documents
from heldout import OTHERS, OWN, held_out
from matching import judged
from reliability import diagram, expected_error, rows, sure
from scoring import FIELD_HEAD, GROUP_HEAD, Score, field_rows, figure, group_row, table
from trips import HEAD as TRIP_HEAD
from trips import trip_rows

from plans import CHECKER_HEAD, NAMES, checker_rows, plan
from vanban.checking.document import read_document
from vanban.reading.as_json import as_json

REPORT = Path("docs/reference/benchmarks-reading.md")
HEAD = Path(__file__).with_name("report-head.md")
PICTURE = REPORT.with_name("reliability.svg")
RELIABILITY_HEAD = ("Stated", "Values", "Mean stated", "Right")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--number", type=int, default=NUMBER)
    chosen_options = options.parse_args()
    corpus = documents(chosen_options.seed, chosen_options.number)
    parts = [
        _head(chosen_options.seed),
        *_plan_parts(),
        *_corpus_parts(corpus),
        *_held_out_parts(),
        _part("Slips found in the sample plans", table(CHECKER_HEAD, checker_rows())),
        _part("Read, written, read again", table(TRIP_HEAD, trip_rows(corpus))),
        *_neighbours(),
    ]
    report = "\n\n".join(parts) + "\n"
    REPORT.write_text(report, encoding="utf-8")
    print(report)


def _head(seed: int) -> str:
    today = dt.datetime.now(dt.UTC).date().isoformat()  # noqa: TID251 -- the day of the measurement
    missing = [name for name in DAMAGES if not possible(name)]
    lacking = f" Not measured for want of tesseract: {', '.join(missing)}." if missing else ""
    python = f"Python {platform.python_version()}"
    words = HEAD.read_text(encoding="utf-8").strip()
    return words.format(day=today, python=python, seed=seed, lacking=lacking)


def _part(heading: str, *paragraphs: str) -> str:
    return "\n\n".join([f"## {heading}", *paragraphs])


def _read(data: bytes, filename: str, truth: dict[str, object], *scores: Score) -> None:
    """Read one file once and let every score of the list have it."""
    read = as_json(read_document(data, filename))
    judgements = list(judged(truth, read))
    for score in scores:
        score.add(judgements, dict(read["confidence"]))  # type: ignore[call-overload]


def _plan_parts() -> list[str]:
    clean, damaged = Score(), Score()
    for name in NAMES:
        data, truth = plan(name)
        _read(data, "ke-hoach.txt", truth, damaged if name == "004" else clean)
    groups = [group_row("four clean plans", clean), group_row("the damaged plan", damaged)]
    return [
        _part("The five sample plans", table(GROUP_HEAD, groups)),
        _part("The damaged plan, field by field", table(FIELD_HEAD, field_rows(damaged))),
    ]


def _corpus_parts(corpus: list[Document]) -> list[str]:
    kinds = {document.kind: Score() for document in corpus}
    damages = {damage: Score() for damage in DAMAGES if possible(damage)}
    whole = Score()
    for damage, score in damages.items():
        for place, document in enumerate(corpus):
            if not chosen(damage, place):
                continue
            undamaged = (kinds[document.kind], whole) if damage == "clean" else ()
            _read(*DAMAGES[damage](document), document.marked.truth, score, *undamaged)
    return [
        _part("Generated documents by kind, undamaged", _groups(kinds)),
        _part("Generated documents by damage", _groups(damages)),
        _part(
            "Generated documents, undamaged, field by field", table(FIELD_HEAD, field_rows(whole))
        ),
        _certain("Confidence on the generated documents, undamaged", whole),
    ]


def _groups(scores: dict[str, Score]) -> str:
    return table(GROUP_HEAD, [group_row(name, score) for name, score in scores.items()])


def _held_out_parts() -> list[str]:
    sets = {
        "whole, of our own pen": list(held_out(OWN)),
        "parts of others' texts, not in the repository": list(held_out(OTHERS)),
    }
    whole = Score()
    by_set = {name: Score() for name, texts in sets.items() if texts}
    every = [(name, one) for name, texts in sets.items() for one in texts]
    by_kind = {kind: Score() for kind in sorted({one.kind for _, one in every})}
    by_source = {one.source: Score() for _, one in every}
    for name, one in every:
        scores = (whole, by_set[name], by_kind[one.kind], by_source[one.source])
        _read(one.text.encode(), "van-ban.txt", one.truth, *scores)
    PICTURE.write_text(diagram(whole.certain), encoding="utf-8")
    return [
        _part("Held-out documents", _groups(by_set | {"**all**": whole}), _sources(by_source)),
        _part("Held-out documents by kind", _groups(by_kind)),
        _part("Held-out documents, field by field", table(FIELD_HEAD, field_rows(whole))),
        _certain("Confidence on the held-out documents", whole)
        + "\n\n![Share of right values by stated confidence](reliability.svg)",
    ]


def _sources(scores: dict[str, Score]) -> str:
    """One issuer at a time, so that a few long documents do not hide a bad one."""
    shares = sorted(one for score in scores.values() if (one := score.tally().f1) is not None)
    middle = shares[len(shares) // 2]
    low = sum(one < 0.9 for one in shares)
    return (
        f"By source ({len(shares)}): median F1 {middle:.3f}, lowest {shares[0]:.3f}; "
        f"{low} below 0.9. Mean over sources {sum(shares) / len(shares):.3f}."
    )


def _certain(heading: str, score: Score) -> str:
    number, right = sure(score.certain)
    said = (
        f"Of {number} values with a confidence of 0.9 or more, {figure(right)} are right "
        f"(bar 0.95). Expected calibration error {figure(expected_error(score.certain))}."
    )
    return _part(heading, said, table(RELIABILITY_HEAD, rows(score.certain)))


def _neighbours() -> list[str]:
    """The rows that the folders of repair and recognition measure, where they stand."""
    parts = []
    for module, function, heading in (
        ("repair", "repair_rows", "Repair of text recognised with the wrong language"),
        ("ocr", "ocr_rows", "Recognition of scans"),
    ):
        if importlib.util.find_spec(module) is not None:
            measured = getattr(importlib.import_module(module), function)()
            parts.append(_part(heading, table(("What", "Measured", "Bar", "Beside"), measured)))
    return parts


if __name__ == "__main__":
    main()
