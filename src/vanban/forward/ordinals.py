"""*Lần thứ* …: congresses and their terms, yearly events, the year of a term."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vanban.forward import data
from vanban.forward.numerals import NUMERAL, in_the_style_of, number_of
from vanban.language.forms import fold
from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vanban.forward.draft import Draft
    from vanban.reading.model import Span

_BETWEEN = r"(?:(?!dai hoi|\n\s*\n)[^.;:,(“\"|])"
_CONGRESS = spaced(
    rf"\bdai hoi (?:(?P<roman>[ivx]+)\b|{_BETWEEN}{{0,80}}?\blan thu (?P<nth>{NUMERAL}))"
    r"(?P<whose>(?: (?:cua )?(?!va\b|nhiem\b|gan\b|vao\b)\w+){0,6})"
)
_OF_A_TERM = spaced(r"\s*,?\s*\(?\s*(?:nhiem ky|giai doan) \d{4}")
_COMING = spaced(
    r"\b(?:tien toi|huong toi|chao mung|truoc them|chuan bi|to chuc|phuc vu)(?: thanh cong)? "
    r"(?P<what>dai hoi\b[^.;,\n]{0,60})"
)
_OTHER_TERM_YEAR = spaced(r"\bla nam (?P<nth>thu \w+|dau tien|dau|cuoi cung|cuoi|ban le)\b")
_NTH = spaced(rf"\blan thu (?P<nth>{NUMERAL})")
_YEAR_BESIDE = spaced(r"\s*[,(]?\s*(?:trong )?(?:nam )?(?P<year>(?:19|20)\d\d)\b")
_TERM_YEAR = spaced(
    r"\bnam (?P<nth>thu (?:hai|ba|tu|bon|nam|[2-5])|dau tien|dau|cuoi cung|cuoi|ban le)"
    r"(?=,? (?:trien khai|thuc hien|to chuc thuc hien|cua nhiem ky|nhiem ky|dua ))"
)
_TERM = 5
_NAME_BEFORE = 70


def look_at_ordinals(draft: Draft) -> None:
    """Congresses are flagged when another one has followed; yearly events are counted on."""
    _congresses(draft)
    for match in _COMING.finditer(draft.folded):
        year = draft.years.new[0]
        draft.flag("congress", match.span("what"), f"Đến năm {year}, đại hội này đã diễn ra chưa?")
    for match in _NTH.finditer(draft.folded):
        if draft.free(match.span("nth")):
            _event(draft, match)
    for match in _TERM_YEAR.finditer(draft.folded):
        _year_of_term(draft, match)
    for match in _OTHER_TERM_YEAR.finditer(draft.folded):
        if draft.free(match.span("nth")):
            draft.keep(match.span("nth"))
            _flag_term(draft, match.span("nth"))


def _congresses(draft: Draft) -> None:
    """One flag for each congress, at its first place."""
    told: set[str] = set()
    coming = {match.start("what") for match in _COMING.finditer(draft.folded)}
    for match in _CONGRESS.finditer(draft.folded):
        ordinal = "roman" if match["roman"] else "nth"
        number = number_of(draft.text[slice(*match.span(ordinal))])
        draft.keep(match.span(ordinal))
        if number is None or _OF_A_TERM.match(draft.folded, match.end()):
            continue
        if match.start() in coming:
            continue
        message = _about(draft, " ".join(match[0].split()), number)
        if message and message not in told:
            told.add(message)
            draft.flag("congress", (match.start(), match.end(ordinal)), message)


def _about(draft: Draft, words: str, number: int) -> str | None:
    series = next((row["words"] for row in data.rows("congresses") if _is_named(row, words)), None)
    old, new = draft.years.old, draft.years.new
    if series is None:
        return f"Không rõ nhiệm kỳ của đại hội này: đến năm {new[0]} đã có đại hội mới chưa?"
    for row in data.rows("congresses"):
        if row["words"] == series and row["ordinal"] in {"", str(number)}:
            since, until = int(row["from"][:4]), int(row["to"][:4])
            if since <= old[-1] and old[0] <= until <= new[-1]:
                year, month = row["to"].split("-")
                return f"{row['name']} chỉ tính đến {month}/{year}: sau đó viện dẫn đại hội nào?"
    return None


def _is_named(row: Mapping[str, str], words: str) -> bool:
    return any(re.search(rf"\b{name}\b(?! bo\b)", words) for name in row["words"].split(";"))


def _event(draft: Draft, match: re.Match[str]) -> None:
    span = match.span("nth")
    number = number_of(draft.text[slice(*span)])
    beside = _YEAR_BESIDE.match(draft.folded, match.end())
    of_the_year = beside is not None and int(beside["year"]) in draft.years.old
    known = _yearly(draft, match.start())
    if number is None or not (known or of_the_year):
        return
    new = in_the_style_of(draft.text[slice(*span)], number + draft.years.shift)
    if known and new:
        draft.change(span, new, f"Mỗi năm một lần: thêm {draft.years.shift}.")
        if number != int(known["ordinal"]) + draft.years.old[0] - int(known["year"]):
            told = f"{known['name']} lần thứ mấy trong năm {draft.years.new[0]}?"
            draft.flag("event", span, told)
    else:
        draft.keep(span)
        year = draft.years.new[0]
        draft.flag("event", span, f"Năm {year} có tổ chức không, lần thứ mấy? Giữ số lần như cũ.")


def _yearly(draft: Draft, place: int) -> Mapping[str, str] | None:
    before = " ".join(draft.before(place)[-_NAME_BEFORE:].replace(",", "").split())
    return next((row for name, row in _events() if name in before), None)


@cache
def _events() -> tuple[tuple[str, Mapping[str, str]], ...]:
    return tuple((fold(row["name"]), row) for row in data.rows("yearly_events"))


def _year_of_term(draft: Draft, match: re.Match[str]) -> None:
    """``năm thứ hai thực hiện Nghị quyết`` → ``thứ ba``; a term has five years."""
    span = match.span("nth")
    words = match["nth"].split()
    if words[0] in {"cuoi", "ban"}:
        draft.keep(span)
        _flag_term(draft, span)
        return
    number = 1 if words[0] == "dau" else number_of(words[1])
    new = (number or _TERM) + draft.years.shift
    if new > _TERM:
        draft.keep(span)
        _flag_term(draft, span)
        return
    printed = draft.text[slice(*span)].split()
    style = printed[1] if words[0] == "thu" else "hai"
    why = f"Năm thứ mấy của nhiệm kỳ: thêm {draft.years.shift}."
    before = printed[0] if words[0] == "thu" else "thứ"
    draft.change(span, f"{before} {in_the_style_of(style, new)}", why)


def _flag_term(draft: Draft, span: Span) -> None:
    draft.flag(
        "counter",
        span,
        f"Sang năm {draft.years.new[0]} thì là năm thứ mấy? Đã giữ như bản cũ.",
    )
