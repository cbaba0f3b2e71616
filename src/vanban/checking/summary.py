"""A reading on one screen: fields, phases, and how much there is to look at."""

from collections.abc import Iterator

from vanban.checking.terminal import summary_line, width
from vanban.reading.model import Commemoration, Phase, Reading

_MISSING = "(không thấy)"


def summary_lines(reading: Reading) -> Iterator[str]:
    """The fields that everybody asks for first; what the file lacks is said, not left out."""
    fields = list(_fields(reading))
    column = max(width(label) for label, _value in fields) + 2
    for label, value in fields:
        yield f"{label}:{' ' * (column - width(label) - 1)}{value or _MISSING}"
    for phase in reading.phases:
        yield ""
        yield from _phase_lines(phase)
    yield ""
    yield f"Cần xem: {summary_line(reading.findings)}"


def _fields(reading: Reading) -> Iterator[tuple[str, str | None]]:
    signatory = reading.signatory
    signed = (signatory.authority_line, signatory.post, signatory.name, signatory.mark)
    yield "Loại văn bản", reading.doc_type
    yield "Trích yếu", reading.title
    yield "Cơ quan ban hành", reading.issuing_body
    yield "Cơ quan cấp trên", reading.parent_body
    yield "Số, ký hiệu", reading.full_number
    yield "Địa danh, ngày ký", _place_and_date(reading)
    yield "Năm", reading.year_or_school_year
    yield "Chủ đề", reading.theme
    yield "Viện dẫn", _count(len(reading.citations), "văn bản")
    yield "Nội dung thi đua", _count(len(reading.content_items), "mục")
    yield "Phong trào", _count(len(reading.movements_named), "tên")
    yield "Chỉ tiêu", _count(len(reading.targets), "chỉ tiêu")
    yield "Nơi nhận", _count(len(reading.recipients), "dòng")
    yield "Người ký", ", ".join(part for part in signed if part)


def _place_and_date(reading: Reading) -> str:
    day = f"{reading.date:%d/%m/%Y}" if reading.date else None
    return ", ".join(part for part in (reading.place, day) if part)


def _count(count: int, what: str) -> str | None:
    return f"{count} {what}" if count else None


def _phase_lines(phase: Phase) -> Iterator[str]:
    days = (f"{day:%d/%m/%Y}" if day else "?" for day in (phase.start, phase.end))
    yield f"{phase.name}: {' - '.join(days)}"
    if phase.theme:
        yield f"  “{phase.theme}”"
    for day in phase.commemorations:
        yield f"  {_commemoration(day)}"


def _commemoration(day: Commemoration) -> str:
    years = f"{day.ordinal} năm " if day.ordinal else ""
    date = f" ({day.day}/{day.month})" if day.day and day.month else ""
    return f"{years}{day.name}{date}"
