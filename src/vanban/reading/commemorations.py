"""Days that are celebrated: ``95 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929)``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.model import Commemoration
from vanban.reading.paper import CLEAR, DERIVED, Found
from vanban.reading.words import kinds, pattern_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_LONGEST_NAME = 140
_COUNTED = spaced(r"(?<![\d/.,-])(?P<years>\d{1,4}) nam,? (?:ke tu )?(?P<name>\w)")
_NAMED = spaced(r"(?<!\w)(?P<name>ngay \w)")
_DAY_BEGINS = spaced(r"(?:ngay|thanh lap) ")
_FOUNDING = spaced(r"ngay (?:thanh lap|sinh|giai phong)\b")
_CUE = spaced(
    r"(?:ky niem|chao mung|nhan dip|nhan|mung|huong ung|huong toi|to chuc|cac) (?:\d{1,4} nam )?$"
)
_DATE = spaced(
    r"\s*(?P<bracket>\()?\s*(?:tu )?(?:ngay )?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})"
    r"(?:\s?[/.-]\s?(?P<year>\d{4}))?(?P<range>\s*[–-]\s*(?:ngay )?\d)?"
)
_YEARS = spaced(r"\s*\(\s*(?P<year>\d{4})\s*[–-]\s*\d{4}\s*\)")
_SIGN = spaced(r"[;:.()\"“”|!?…]|\n\s*\n|\s(?=\d{1,2}\s?/\s?\d)|\s(?=nam \d{4}\b)")
_WORD = spaced(
    r"\s(?P<word>trong|gắn|với|bằng|nhằm|theo|do|tại|đến|vào|cho|trên|thiết thực|lập thành"
    r"|hướng|tiến|kỷ niệm|kỉ niệm|chào mừng|để|phấn đấu|thi đua|được|đã|sẽ|của|cùng"
    r"|thu hút|diễn ra|và)\s"
)
"""Asked of the printed words: *Giao thông vận tải* does not end at *tại*."""
_AND_DAY = spaced(r" va (?=ngay\b|quoc khanh\b)")
_TWO_DATES = spaced(r"cach mang thang tam(?: thanh cong)?$")
"""19/8 and 2/9 are one major day; its names are printed as one phrase."""
_NO_DAY = spaced(
    r"(?:ngay (?:le\b|hoi\b|truoc\b|sau\b|cuoi\b|lam\b|cang\b|hoi lon|thang\b|nay\b|dau\b"
    r"|\d)|dai hoi\b|phong trao\b|hoat dong\b|cong tac\b|xay dung\b|nghi quyet\b|nam\b|thuc hien\b)"
)


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    years: int | None
    cued: bool


def read_commemorations(
    paper: Paper, spans: Iterable[Span], years: tuple[int, ...] = ()
) -> list[Found[Commemoration]]:
    """The days named in some stretches of the text, each once, the fullest mention of each.

    `years` are those of the plan: a lone date of such a year tells when the day is kept, not
    since when.
    """
    found: list[Found[Commemoration]] = []
    known: dict[str | tuple[int, int | None], int] = {}
    for span in spans:
        for name in _names(paper, span):
            day = _commemoration(paper, name, span[1], years)
            if day is not None:
                _keep(found, known, day)
    return found


def _keep(
    found: list[Found[Commemoration]],
    known: dict[str | tuple[int, int | None], int],
    day: Found[Commemoration],
) -> None:
    """The same name or date is the same day; a mention with its date replaces one without."""
    value = day.value
    keys: list[str | tuple[int, int | None]] = [fold(value.name)]
    if value.day is not None:
        keys.append((value.day, value.month))
    place = next((known[key] for key in keys if key in known), None)
    if place is None:
        place = len(found)
        found.append(day)
    elif found[place].value.day is None and value.day is not None:
        found[place] = day
    for key in keys:
        known.setdefault(key, place)


def _names(paper: Paper, span: Span) -> list[_Name]:
    """Where a name may begin: after a count of years, or at ``Ngày …`` itself."""
    found: dict[int, _Name] = {}
    for match in _COUNTED.finditer(paper.folded, *span):
        start = match.start("name")
        is_day = _DAY_BEGINS.match(paper.folded, start) is not None
        if is_day or paper.text[start].isupper():
            cued = is_day or _is_cued(paper, match.start())
            found[start] = _Name((start, start), int(match["years"]), cued)
    for match in _NAMED.finditer(paper.folded, *span):
        start = match.start("name")
        if start not in found and _is_proper(paper, start):
            found[start] = _Name((start, start), None, _is_cued(paper, start))
    names = []
    last_end = -1
    for start, name in sorted(found.items()):
        if start < last_end or _not_a_day().match(paper.folded, start):
            continue
        end = _name_end(paper, start, span[1])
        names.append(_Name((start, end), name.years, name.cued))
        last_end = end
    return names


@cache
def _not_a_day() -> re.Pattern[str]:
    return spaced(rf"{_NO_DAY.pattern}|{kinds()}\b")


def _is_cued(paper: Paper, start: int) -> bool:
    return _CUE.search(paper.folded, max(0, start - 40), start) is not None


def _is_proper(paper: Paper, start: int) -> bool:
    """``Ngày …`` with a capital, or ``ngày`` before a capital or a founding."""
    words = paper.text[start : start + 40].split()[:2]
    if words[0][0].isupper() or (len(words) > 1 and words[1][0].isupper()):
        return True
    return _FOUNDING.match(paper.folded, start) is not None


def _name_end(paper: Paper, start: int, limit: int) -> int:
    stop = min(limit, start + _LONGEST_NAME)
    sign = _SIGN.search(paper.folded, start, stop)
    stop = sign.start() if sign else stop
    stop = _word_end(paper, start, stop)
    stop = _comma_end(paper, start, stop)
    for match in _AND_DAY.finditer(paper.folded, start, stop):
        if not _TWO_DATES.search(paper.folded, start, match.start()):
            return match.start()
    return stop


def _word_end(paper: Paper, start: int, stop: int) -> int:
    """A small word ends a name, unless a day of the catalogue has it, or another day follows."""
    for match in _WORD.finditer(paper.text, start + 5, stop):
        is_inside = match["word"] in {"và", "của"} and (
            _AND_DAY.match(paper.folded, match.start())
            or _inner().match(paper.folded, match.start())
        )
        if not is_inside:
            return match.start()
    for verb in _verb().finditer(paper.folded, start + 5, stop):
        if paper.text[verb.end()].islower() and len(paper.text[start : verb.start()].split()) > 3:
            return verb.start()
    return stop


@cache
def _verb() -> re.Pattern[str]:
    return spaced(rf" (?=(?:{pattern_of(catalogue.column('day_ends', 'verb'))})\b)")


@cache
def _inner() -> re.Pattern[str]:
    """What follows *và* or *của* inside the names the catalogue knows."""
    inner = [
        f"{word} {name.split(f' {word} ', 1)[1].split(',')[0]}"
        for name in catalogue.column("anniversaries", "name_vi")
        for word in ("và", "của")
        if f" {word} " in name
    ]
    return spaced(rf"\s(?:{pattern_of(tuple(inner))})\b")


def _comma_end(paper: Paper, start: int, stop: int) -> int:
    """A comma ends a name, unless the catalogue knows a name that goes on so."""
    place = paper.text.find(",", start, stop)
    while place != -1:
        tail = _tails().match(paper.folded, place)
        if tail is None:
            return place
        place = paper.text.find(",", tail.end(), stop)
    return stop


@cache
def _tails() -> re.Pattern[str]:
    names = catalogue.column("anniversaries", "name_vi")
    tails = tuple(name.split(",", 1)[1].strip() for name in names if "," in name)
    return spaced(rf", (?:{pattern_of(tails)})\b")


def _commemoration(
    paper: Paper, name: _Name, limit: int, years: tuple[int, ...]
) -> Found[Commemoration] | None:
    printed = paper.found(name.span)
    words = printed.value.rstrip(" ,-–")
    after = paper.folded[name.span[1] : min(limit, name.span[1] + 40)]
    date = _DATE.match(after)
    since = _YEARS.match(after)
    if not (name.cued or date or since) or len(words.split()) < 2:
        return None
    day = Commemoration(
        name=words,
        day=int(date["day"]) if date else None,
        month=int(date["month"]) if date else None,
        base_year=_base_year(date or since, years),
        ordinal=name.years,
    )
    end = printed.span[0] + len(paper.text[slice(*printed.span)].rstrip(" ,-–"))
    return Found(day, (printed.span[0], end), CLEAR if name.years or date else DERIVED)


def _base_year(match: re.Match[str] | None, years: tuple[int, ...]) -> int | None:
    if match is None or match["year"] is None:
        return None
    year = int(match["year"])
    is_range = match.groupdict().get("range") or "day" not in match.groupdict()
    return None if year in years and not is_range else year
