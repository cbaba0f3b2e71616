"""By when something is due: ``trước ngày 25 của tháng cuối quý``, ``định kỳ 6 tháng``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.paper import CLEAR, Found

if TYPE_CHECKING:
    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_DATE = r"\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?| thang \d{1,2}(?: nam \d{4})?)?"
_DATES = rf"{_DATE}(?:(?:,| va|, ngay| va ngay) {_DATE})*"
_HOUR = r"(?:\d{1,2} gio(?: \d{1,2}(?: phut)?)?,? )?"
_OF_MONTH = (
    r"(?:,? (?:cua )?(?:thang (?:cuoi|dau|sau|lien ke|tiep theo)(?: (?:moi |cua |hang )*"
    r"(?:quy|dot|ky|nam|hoc ky)(?: \w+)?)?|cuoi (?:moi )?(?:dot|quy|thang)"
    r"|(?:hang|moi) (?:thang|nam|quy|tuan|ngay)|nam (?:sau|tiep theo|ke tiep)"
    r"|cac thang [\d, ]+\d))*"
)
_PERIODIC = r"(?:hang|moi) (?:tuan|thang|quy|nam|ngay|hoc ky)"
_WHEN = spaced(
    r"\b(?:"
    r"dinh ky (?:(?:hang|moi) )?(?:\d+ |sau |ba )?(?:tuan|thang|quy|nam)"
    r"(?:\s*,\s*(?:\d+ thang|nam|quy))*(?: (?:mot|1|01) lan)?"
    rf"|(?:xong )?(?:truoc|cham nhat|muon nhat|vao|han)(?: la)?(?: vao)? {_HOUR}"
    rf"(?:cac )?(?:(?:het )?ngay |sang |chieu |toi )?(?:ngay )?{_DATES}"
    rf"(?!\w| (?:ngay|gio)\b){_OF_MONTH}"
    r"|(?:truoc|cham nhat|muon nhat|vao)(?: la)? (?:het )?thang \d{1,2}"
    r"(?:\s?/\s?\d{4}| nam \d{4})?"
    rf"|(?:truoc|cham nhat|vao)(?: la)? {_HOUR}(?:thu \w+|{_PERIODIC})(?: {_PERIODIC})?"
    r"|(?:cham nhat )?(?:sau (?:moi|khi)|ket thuc|cung voi bao cao|khi ket thuc)\s[^.;,:(]*"
    r"|(?:cham nhat|muon nhat) (?:\d+|\w+) ngay (?:ke tu|sau)\s[^.;,:(]*"
    r"|trong (?:vong )?(?:\d+|\w+) ngay(?: lam viec)?(?: (?:ke tu|sau)\s[^.;,:(]*)?"
    r"|(?:sau|ba|chin|\d+) thang (?:mot|1|01) lan"
    rf"|ngay {_DATE}(?!\w){_OF_MONTH}"
    rf"|{_PERIODIC}\b"
    r"|(?:6|9|3) thang\s*(?:,|va)\s*(?:ca )?nam\b"
    r")"
)
_ENDS = spaced(
    r"(?<!voi) (?:bao cao|gui|nop|ve (?:cong|lien|ban)|de (?:kip|tong|theo|bao)|qua|theo mau|kem)\b"
)
_AT = spaced(r"vao (?=ngay|thu|\d)")
_TRAILING = " ./,;"


def deadline_in(paper: Paper, sentence: Span) -> Found[str] | None:
    """The first deadline or rhythm of a sentence, as printed; *vào* before a day is left out."""
    best = None
    for match in _WHEN.finditer(paper.folded, *sentence):
        if best is None or (_is_weak(best[0]) and not _is_weak(match[0])):
            best = match
        if not _is_weak(best[0]):
            break
    if best is None:
        return None
    start = best.start()
    at = _AT.match(paper.folded, start)
    ends = _ENDS.search(paper.folded, start + 4, best.end())
    start = at.end() if at else start
    found = paper.found((start, ends.start() if ends else best.end()), CLEAR)
    bare = found.value.rstrip(_TRAILING)
    printed = paper.text[slice(*found.span)].rstrip(_TRAILING)
    return Found(bare, (found.span[0], found.span[0] + len(printed)), CLEAR) if bare else None


def _is_weak(words: str) -> bool:
    """A bare day may be the day of anything; a rhythm may be that of the deed before."""
    return words.startswith(("ngay", "hang", "moi", "trong"))
