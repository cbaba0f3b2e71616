"""Text as the English model reads it, made up for the tests."""

from pathlib import Path

PLANS = Path(__file__).parents[1] / "plans"
PROSE = Path(__file__).parents[3] / "training" / "prose"

DAMAGED = """Cong doan Giao duc tinh phat dong phong trao thi dua trong can b6, nha gido, ngudi lao
dong nam hoc 2024 - 2025 vdi nhimng ndi dung cu thé nhu sau:

1. Tiép tuc trién khai cac phong trao thi dua yéu nudc, nang cao chét lugng hoat dong cong doan.
2. T6 chic dai hdi theo Ké hoach s6 15/KH-CDGD ngay 03/5/2024; 100% don vi dang ky.
"""


def plan(name: str) -> str:
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


def prose() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.txt"))]
