"""What each kind of document must contain, and the letterhead above it."""

import datetime as dt
from collections.abc import Iterator

from vanban.checking.kinds import demands, is_no_document
from vanban.checking.part_table import parts_of_kinds
from vanban.checking.readable import is_unreadable
from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity

TITLE = "Các phần bắt buộc"
_LAW = "Luật 06/2022 Điều 17"
_LAW_IN_FORCE = dt.date(2024, 1, 1)
_PLAN = "Kế hoạch"
_EMULATION_PLAN = "Kế hoạch thi đua"
_EMULATION = "thi dua"
_MOTTOES = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
_HEAD = 1500


@rule(
    "missing-part",
    "Thiếu phần bắt buộc của loại văn bản",
    Severity.WARNING,
    f"{_LAW}; NĐ 30/2020 Phụ lục I, III",
)
def missing_parts(reading: Reading) -> Iterator[Slip]:
    """One finding for every part. The law asks from 01/01/2024; before that it was custom.

    Headings with damaged letters cannot be looked for, so nothing is said about such a text.
    """
    if is_unreadable(reading.text) or is_no_document(reading):
        return
    for part, source, present in parts_of_kinds().get(_kind(reading), ()):
        reason = _reason(source, reading)
        if reason and not any(look(reading) for look in present):
            yield Slip(f"Không thấy phần {part} ({reason}).")


@rule("missing-letterhead", "Thiếu phần đầu văn bản", Severity.WARNING, "NĐ 30/2020 Điều 8")
def missing_letterhead(reading: Reading) -> Iterator[Slip]:
    """Motto and issuing body above the title; copies often begin with the number."""
    wanted = demands(reading)["letterhead"]
    if wanted == "no":
        return
    lines = [line.strip() for line in reading.text[:_HEAD].split("\n") if line.strip().isupper()]
    head = fold("\n".join(lines))
    missing = [] if any(words in head for words in _MOTTOES) else ["Quốc hiệu, Tiêu ngữ"]
    body = reading.spans.get("issuing_body")
    if wanted == "yes" and (body is None or not reading.text[slice(*body)].isupper()):
        missing.append("tên cơ quan ban hành")
    if missing:
        yield Slip(f"Phần đầu văn bản thiếu {' và '.join(missing)}.")


def _reason(source: str, reading: Reading) -> str | None:
    """Why the part is expected; None when nothing asks for it yet."""
    if source not in {"law", "law only"}:
        return source
    if _is_under_the_law(reading):
        return _LAW
    return None if source == "law only" else "theo lệ thường"


def _kind(reading: Reading) -> str:
    """The kind in the table; what is addressed (*Kính gửi*) and names no kind is a letter."""
    if _is_emulation_plan(reading):
        return _EMULATION_PLAN
    if reading.doc_type is None and reading.addressees and reading.full_number:
        return "Công văn"
    return reading.doc_type or ""


def _is_emulation_plan(reading: Reading) -> bool:
    """A plan for a book fair is no plan of emulation: the law does not speak of it."""
    about = fold(reading.title or reading.text[:1000])
    if reading.doc_type == _PLAN:
        return _EMULATION in about or not about
    return reading.doc_type is None and not reading.addressees and _EMULATION in about


def _is_under_the_law(reading: Reading) -> bool:
    day = reading.date or _first_day(reading)
    return day is not None and day >= _LAW_IN_FORCE


def _first_day(reading: Reading) -> dt.date | None:
    years = plan_years(reading)
    return dt.date(years[0], 1, 1) if years else None
