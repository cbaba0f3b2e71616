"""Lists that are announced with their number of items."""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Block, Reading, Severity

TITLE = "Số mục liệt kê"

_ANNOUNCED = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,2}) "
    r"(?P<what>noi dung|nhiem vu|giai phap|tieu chi|chi tieu|nhom|buoc)"
    r"(?: [^\W\d_]+){0,5}? (?:sau|sau day|nhu sau|duoi day)\s*:$"
)


@rule("count-of-items", "Số mục nêu trước khác với số mục liệt kê", Severity.ASK, "DOC-12")
def announced_items(reading: Reading) -> Iterator[Slip]:
    """*gồm 05 nội dung sau:* and then only four numbered ones."""
    for index, block in enumerate(reading.blocks):
        match = _ANNOUNCED.search(folded(reading.text)[slice(*block.span)])
        if match is None:
            continue
        listed = _listed_below(reading.blocks[index + 1 :])
        said = int(match["count"])
        if len(listed) > 1 and len(listed) != said:
            start = block.span[0] + match.start("count")
            span = (start, start + len(match["count"]))
            what = reading.text[block.span[0] + match.start("what") :][: len(match["what"])]
            yield Slip(f"Nêu {said} {what} nhưng liệt kê {len(listed)}?", span)


def _listed_below(blocks: tuple[Block, ...]) -> list[int]:
    """The numbers 1, 2, 3 … that follow at once, as deep as the first of them."""
    found: list[int] = []
    for block in blocks:
        number = block.marker.strip(" .)/")
        if block.depth < blocks[0].depth or not blocks[0].marker:
            break
        if block.depth == blocks[0].depth:
            if not number.isdigit() or int(number) != len(found) + 1:
                break
            found.append(int(number))
    return found
