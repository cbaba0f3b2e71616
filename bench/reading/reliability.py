"""Do confidences mean something? Values by how sure the reader was, and how many were right."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from scoring import figure

Certain = Sequence[tuple[str, float, bool]]
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
SURE = 0.9
_SIDE, _EDGE = 360, 48


@dataclass(frozen=True, slots=True)
class Bucket:
    """The values whose confidence lies between two steps."""

    low: float
    high: float
    number: int
    stated: float
    right: float


def buckets(certain: Certain) -> list[Bucket]:
    """The buckets that hold at least one value."""
    found = []
    for low, high in itertools.pairwise(STEPS):
        inside = [
            (stated, right)
            for _, stated, right in certain
            if low <= stated < high or stated == high == 1
        ]
        if inside:
            number = len(inside)
            stated = sum(one for one, _ in inside) / number
            found.append(
                Bucket(low, high, number, stated, sum(right for _, right in inside) / number)
            )
    return found


def rows(certain: Certain) -> list[list[str]]:
    """Lines of the table."""
    return [
        [f"{one.low:g}–{one.high:g}", str(one.number), figure(one.stated), figure(one.right)]
        for one in buckets(certain)
    ]


def sure(certain: Certain) -> tuple[int, float | None]:
    """How many values have a confidence of at least 0.9, and what share of them is right."""
    right = [right for _, stated, right in certain if stated >= SURE]
    return len(right), sum(right) / len(right) if right else None


def expected_error(certain: Certain) -> float | None:
    """The mean distance of stated and met share, weighted by the number of values."""
    if not certain:
        return None
    return sum(one.number * abs(one.stated - one.right) for one in buckets(certain)) / len(certain)


def diagram(certain: Certain) -> str:
    """A picture: stated confidence to the right, share that was right upwards."""
    side = _SIDE + 2 * _EDGE
    marks = "".join(_mark(one) for one in buckets(certain))
    ticks = "".join(_tick(tenth / 10) for tenth in range(0, 11, 2))
    low, high = _EDGE, _EDGE + _SIDE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" '
        'font-family="sans-serif" font-size="12">'
        "<title>Share of right values by stated confidence</title>"
        f'<rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="M{low} {low}V{high}H{high}" fill="none" stroke="#333"/>'
        f'<path d="M{low} {high}L{high} {low}" stroke="#999" stroke-dasharray="4 4"/>'
        f"{ticks}{marks}"
        f'<text x="{side / 2}" y="{side - 8}" text-anchor="middle">stated confidence</text>'
        f'<text x="14" y="{side / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {side / 2})">share that was right</text></svg>\n'
    )


def _at(share: float) -> float:
    return _EDGE + share * _SIDE


def _mark(one: Bucket) -> str:
    x, y = _at(one.stated), _at(1 - one.right)
    radius = min(14, 3 + one.number**0.5 / 3)
    said = f"{one.number} values: {one.stated:.2f} stated, {one.right:.2f} right"
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1c5d99" fill-opacity=".75">'
        f"<title>{said}</title></circle>"
    )


def _tick(share: float) -> str:
    low = _EDGE + _SIDE
    return (
        f'<text x="{_at(share):.0f}" y="{low + 16}" text-anchor="middle">{share:g}</text>'
        f'<text x="{_EDGE - 6}" y="{_at(1 - share) + 4:.0f}" text-anchor="end">{share:g}</text>'
    )
