"""Counted days: ``95 năm … (28/7/1929 - 28/7/2024)`` becomes 96 and 2025."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vanban.checking.mentions import Mention, mentions
from vanban.forward.base_years import base_year_of
from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from vanban.forward.draft import Draft

_DAY = (
    r"(?=(?:ngay (?:\w+ )?)?(?:thanh lap|truyen thong|tai lap|chia tach|xay dung|ra doi|giai phong"
    r"|chien thang|hoi )|ngay [^\d\s])"
)
_CUE = r"\b(?:ky niem|chao mung|nhan dip|huong toi|mung)(?: (?:lan thu|tron))?"
_UNKNOWN = spaced(rf"{_CUE} (?P<count>\d{{1,3}}) nam {_DAY}")
_COUNTED = spaced(r"(?<![\d/.,-])(?P<count>\d{1,3}) nam (?=\w)")
_IN_WORDS = spaced(
    rf"{_CUE} (?P<count>(?:(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|mot tram|tram|linh|lam) )+)"
    rf"nam {_DAY}"
)
_ROUND, _HALF_ROUND = 10, 5
_OTHER = "không phải năm tròn"


def move_anniversaries(draft: Draft) -> None:
    """Counts with a base year are computed, others counted on and flagged."""
    for mention in mentions(draft.text):
        _known(draft, mention)
    for match in _COUNTED.finditer(draft.folded):
        _from_catalogue(draft, match)
    for match in _UNKNOWN.finditer(draft.folded):
        if draft.free(match.span("count")):
            _unknown(draft, match)
    for match in _IN_WORDS.finditer(draft.folded):
        if draft.free(match.span("count")):
            told = "Số năm kỷ niệm viết bằng chữ: tính lại."
            draft.flag("anniversary", match.span("count"), told)


def class_of(count: int) -> str:
    """*Năm tròn* ends in 0, *năm lẻ 5* in 5."""
    if count % _ROUND == 0:
        return "năm tròn"
    return "năm lẻ 5" if count % _HALF_ROUND == 0 else _OTHER


def _known(draft: Draft, mention: Mention) -> None:
    base = _base(mention)
    old = _celebrated(draft, mention, base)
    if mention.base:
        draft.keep(mention.base.span)
    if old is None:
        _history(draft, mention)
        return
    new, shift = old + draft.years.shift, draft.years.shift
    counts_well = mention.count in {old - each for each in _bases(mention)}
    count = mention.count + shift if counts_well else new - base
    why = f"{new} - {new - count} = {count} năm, {class_of(count)}."
    draft.change(mention.count_span, str(count), why)
    _note_title(draft, mention, count)
    if mention.celebrated:
        draft.change(mention.celebrated.year_span, str(new), "Năm kỷ niệm.")
        draft.keep(mention.celebrated.span)


def _note_title(draft: Draft, mention: Mention, count: int) -> None:
    """A plan made for a round year, in a year that is none."""
    title = draft.reading.spans.get("title")
    inside = title is not None and title[0] <= mention.count_span[0] < title[1]
    if inside and class_of(mention.count) != _OTHER and class_of(count) == _OTHER:
        draft.flag(
            "round-year",
            mention.count_span,
            f"{mention.count} năm là {class_of(mention.count)}, {count} năm thì không: "
            "còn đưa vào tên kế hoạch không?",
        )
    if inside:
        _same_numbers(draft, mention)


def _same_numbers(draft: Draft, mention: Mention) -> None:
    """*Biểu dương 95 tập thể* in the 95th year: the number was chosen to match."""
    printed = rf"(?<![\w/.,-]){mention.count}(?= [^\W\d_])(?! (?:nam|phut|ngay|gio|tuoi)\b)"
    for match in re.finditer(printed, draft.folded):
        if draft.free(match.span()):
            draft.flag(
                "same-number",
                match.span(),
                f"Số {mention.count} trùng với số năm kỷ niệm của bản cũ: có đổi theo không?",
            )


def _bases(mention: Mention) -> list[int]:
    """What the text and the catalogue say; the text may be wrong."""
    printed = [mention.base.year] if mention.base else []
    return [*(day.base_year for day in mention.days), *printed]


def _base(mention: Mention) -> int:
    return _bases(mention)[0]


def _celebrated(draft: Draft, mention: Mention, base: int) -> int | None:
    """The year that was celebrated, None if that had been over when the old plan was made."""
    years = draft.years
    if mention.celebrated:
        return mention.celebrated.year if years.near(mention.celebrated.year) else None
    for year in (*years.old, years.old[-1] + 1):
        if year - mention.count in _bases(mention):
            return year
    past = base + mention.count < years.old[0] - 1
    return None if past or mention.base is None else years.old[0]


def _history(draft: Draft, mention: Mention) -> None:
    draft.keep(mention.count_span)
    if mention.celebrated:
        draft.keep(mention.celebrated.span)
    draft.flag(
        "anniversary",
        mention.span,
        f"{mention.count} năm không tính theo năm {draft.years.old[0]}, đã giữ nguyên: xem lại.",
    )


def _from_catalogue(draft: Draft, match: re.Match[str]) -> None:
    """A day in a list, without its dates: the count itself says that the day is meant."""
    base = base_year_of(draft.folded[match.end() :])
    count = int(match["count"]) + draft.years.shift
    if base is not None and base + int(match["count"]) in (
        *draft.years.old,
        draft.years.old[-1] + 1,
    ):
        why = f"{base + count} - {base} = {count} năm, {class_of(count)}."
        draft.change(match.span("count"), str(count), why)


def _unknown(draft: Draft, match: re.Match[str]) -> None:
    span = match.span("count")
    count = int(match["count"]) + draft.years.shift
    draft.change(span, str(count), f"Thêm {draft.years.shift} năm, {class_of(count)}.")
    draft.flag("anniversary", span, f"Không có năm gốc để tính: {count} năm có đúng không?")
