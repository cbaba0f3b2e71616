"""Figures of the text that have to agree: parts and sum, share and per cent, votes."""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Số liệu"

_SOURCE = "REP-R12"
_SEXES = re.compile(
    r"(?<![\d/.,])(?P<whole>\d{1,5}) (?P<unit>[^\d.;:\n()]{2,40}?)"
    r"[,(: ]+(?:trong do |gom |bao gom )?(?:co )?"
    r"(?:(?P<m1>\d{1,5}) nam|nam:? (?P<m2>\d{1,5}))\b[^\d.;\n]{0,15}"
    r"(?:(?P<f1>\d{1,5}) nu|nu:? (?P<f2>\d{1,5}))\b"
)
_MADE_OF = re.compile(
    r"(?<![\d/.,-])(?P<whole>\d{1,5}) (?P<unit>[^\d.;:,\n()]{2,30}?),? ?\(?"
    r"(?:gom|bao gom)(?: co)?:? "
    r"(?P<parts>\d{1,5} [^.;:\n()]{3,160}?)(?=[.;:\n()])"
)
_PIECE = re.compile(r"\s*(?P<number>\d{1,5}) [^\W\d_]")
_BETWEEN_PIECES = re.compile(r", | va (?=\d)")
_VOTES = re.compile(
    r"\bthu (?:vao|ve)[: ]+(?P<returned>\d{1,4})[^.\n]{0,60}?"
    r"(?<!khong )\bhop le[: ]+(?P<valid>\d{1,4})"
    r"[^.\n]{0,40}?\bkhong hop le[: ]+(?P<void>\d{1,4})"
)
_PRESENT = re.compile(
    r"(?<![\d/.,])(?P<present>\d{1,4})/(?P<whole>\d{1,4})(?![\d/])[^.\d\n]{0,50}?"
    r"[;,(] ?vang(?: mat)?:? (?P<absent>\d{1,4})\b"
)


@rule("sum-of-parts", "Các số thành phần cộng lại không bằng tổng", Severity.WARNING, _SOURCE)
def parts_and_sum(reading: Reading) -> Iterator[Slip]:
    """*45 người: 20 nam, 26 nữ*; *05 đồng chí gồm 01 Trưởng ban, 02 Phó ban, 03 ủy viên*."""
    text = folded(reading.text)
    for match in _SEXES.finditer(text):
        parts = [int(match["m1"] or match["m2"]), int(match["f1"] or match["f2"])]
        yield from _sum_slip(int(match["whole"]), parts, match.span("whole"))
    for match in _MADE_OF.finditer(text):
        pieces = [_PIECE.match(piece) for piece in _BETWEEN_PIECES.split(match["parts"])]
        if len(pieces) > 1 and all(pieces):
            numbers = [int(piece["number"]) for piece in pieces if piece]
            yield from _sum_slip(int(match["whole"]), numbers, match.span("whole"))


@rule("votes", "Số phiếu, số người không khớp nhau", Severity.WARNING, _SOURCE)
def votes(reading: Reading) -> Iterator[Slip]:
    """Valid and void votes make up those returned; present and absent make up all."""
    text = folded(reading.text)
    if "vang" not in text and "hop le" not in text:
        return
    for match in _VOTES.finditer(text):
        numbers = [int(match["valid"]), int(match["void"])]
        yield from _sum_slip(int(match["returned"]), numbers, match.span("returned"))
    for match in _PRESENT.finditer(text):
        numbers = [int(match["present"]), int(match["absent"])]
        yield from _sum_slip(int(match["whole"]), numbers, match.span("whole"))


def _sum_slip(whole: int, parts: list[int], span: tuple[int, int]) -> Iterator[Slip]:
    if sum(parts) != whole:
        added = " + ".join(str(part) for part in parts)
        yield Slip(f"{added} = {sum(parts)}, không phải {whole}.", span)
