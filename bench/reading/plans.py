"""The five sample plans: what is read in them, and which slips the checker finds."""

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

TESTS = Path("tests/vanban")
NAMES = ("000", "001", "002", "003", "004")


def plan(name: str) -> tuple[bytes, dict[str, Any]]:
    """The bytes of a plan and the truth of its reading."""
    truth = (TESTS / "truth" / f"{name}.json").read_text(encoding="utf-8")
    return (TESTS / "plans" / f"{name}.txt").read_bytes(), json.loads(truth)


@cache
def _suite() -> ModuleType:
    """The test that knows which rule speaks of which slip; figures and test cannot disagree."""
    path = TESTS / "checking" / "test_plans.py"
    spec = importlib.util.spec_from_file_location("test_plans", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checker_rows() -> list[list[str]]:
    """Per plan: findings, how many of them are marked slips; slips, how many of them are found."""
    suite = _suite()
    rows, whole = [], [0, 0, 0, 0]
    for name in NAMES:
        told = suite.Plan(name)
        marked = sum(told.is_marked(finding) for finding in told.findings)
        found = sum(
            any(suite.meets(finding, *slip) for finding in told.findings) for slip in told.slips
        )
        counts = [len(told.findings), marked, len(told.slips), found]
        whole = [one + other for one, other in zip(whole, counts, strict=True)]
        rows.append(_row(name, counts))
    return [*rows, _row("**all five**", whole)]


def _row(name: str, counts: list[int]) -> list[str]:
    findings, marked, slips, found = counts
    return [
        name,
        str(findings),
        f"{marked / findings:.3f}" if findings else "—",
        str(slips),
        f"{found / slips:.3f}" if slips else "—",
    ]


CHECKER_HEAD = ("Plan", "Findings", "Precision", "Slips marked by readers", "Recall")
