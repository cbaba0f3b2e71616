"""Quốc hiệu and Tiêu ngữ above the letterhead."""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity

TITLE = "Quốc hiệu, Tiêu ngữ"

_MOTTO_WORDS = re.compile(r"[\s–—.,-]+")
_MOTTOES = {
    "conghoaxahoichunghiavietnam": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "doclaptudohanhphuc": "Độc lập - Tự do - Hạnh phúc",
}
_HEAD = 1500


@rule("motto-form", "Quốc hiệu, Tiêu ngữ viết chưa đúng", Severity.WARNING, "NĐ 30/2020 Phụ lục I")
def mottoes(reading: Reading) -> Iterator[Slip]:
    """Wording, capitals and the hyphens between blanks; both places of a tone mark are accepted."""
    start = 0
    for line in reading.text[:_HEAD].split("\n"):
        words = _MOTTO_WORDS.sub("", fold(line))
        right = _MOTTOES.get(words)
        if right and not _same_motto(line.strip(), right):
            first = start + len(line) - len(line.lstrip())
            yield Slip(f"Viết đúng là “{right}”.", (first, start + len(line.rstrip())), right)
        start += len(line) + 1


def _same_motto(printed: str, right: str) -> bool:
    """Tone marks may stand in the old place; a dash may be long."""
    plain = printed.replace("–", "-").replace("Hoà", "Hòa").replace("HOÀ", "HÒA")
    return plain == right
