"""Numbers with several parts: do they stand below the right one?"""

import re
from collections.abc import Iterator

from vanban.checking.numbers import number_of
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Bậc của số mục"

_PARENTS = re.compile(r"\d{1,2}(?=\.)")


@rule("numbering-parent", "Số của điểm không theo số của mục", Severity.WARNING, "DOC-12")
def wrong_parent(reading: Reading) -> Iterator[Slip]:
    """``2.1`` below ``3.``: usually left over when a part was moved."""
    arabic: int | None = None
    roman: int | None = None
    for block in reading.blocks:
        number = number_of(block, reading.text)
        if number is None:
            continue
        parents = _PARENTS.findall(number.stem)
        if not parents and number.style == "roman":
            arabic, roman = None, number.value
        elif not parents and number.style == "arabic":
            arabic = number.value
        above = roman if arabic is None else arabic
        if parents and above is not None and int(parents[0]) not in {above, roman}:
            yield Slip(f"Điểm {number.printed} nằm trong mục {above}.", number.span)


@rule("numbering-level", "Đánh số nhảy bậc", Severity.WARNING, "DOC-12")
def jumped_level(reading: Reading) -> Iterator[Slip]:
    """``1.1.1`` without a ``1.1`` above it."""
    seen: set[str] = set()
    for block in reading.blocks:
        number = number_of(block, reading.text)
        if number is None:
            continue
        seen.add(number.printed)
        parent = number.printed.rpartition(".")[0]
        if parent.count(".") and parent not in seen:
            seen.add(parent)
            yield Slip(f"Có điểm {number.printed} mà không có điểm {parent}.", number.span)
