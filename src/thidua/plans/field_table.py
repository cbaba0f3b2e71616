"""Which fields a reading has, how they are called, and which of their values can be corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _

from thidua.plans.corrections import NEW, added_to

Kind = Literal["text", "long", "lines", "date", "whole", "number"]


@dataclass(frozen=True, slots=True)
class Part:
    """One value that can be corrected by itself."""

    path: str
    label: str
    kind: Kind
    value: Any = None


Line = tuple[str, str, tuple[Part, ...]]
"""Path, label and parts of one row; what has no parts is corrected in the text."""


def table_of(data: dict[str, Any], corrections: Mapping[str, Any]) -> Iterator[Line]:
    """The rows for the public JSON of a reading, in the order of the document.

    What was added by hand stands behind what was read of its kind.
    """
    yield from _head()
    yield from _body(data, corrections)
    yield from _foot(data)


def _one(path: str, label: str, kind: Kind = "text") -> Line:
    return path, label, (Part(path, label, kind),)


def _head() -> Iterator[Line]:
    yield _one("issuing_body", _("Cơ quan ban hành"))
    yield _one("parent_body", _("Cấp trên trực tiếp"))
    yield _one("number", _("Số"))
    yield _one("symbol", _("Ký hiệu"))
    yield _one("place", _("Địa danh"))
    yield _one("date", _("Ngày văn bản"), "date")
    yield _one("doc_type", _("Loại văn bản"))
    yield _one("title", _("Trích yếu"), "long")
    yield _one("year_or_school_year", _("Năm, năm học"))
    yield _one("theme", _("Chủ đề"), "long")
    yield _one("slogans", _("Phương châm, khẩu hiệu"), "lines")
    yield _one("scope", _("Phạm vi"))
    yield _one("participants", _("Đối tượng"))
    yield _one("partner", _("Phối hợp với"))


def blank_line(part: str) -> Line:
    """The row of a phase, target or duty that is about to be added."""
    path = f"{part}{NEW}"
    return {
        "phases": (path, _("Thêm đợt"), _phase_parts(path)),
        "targets": (path, _("Thêm chỉ tiêu"), _target_parts(path)),
        "reporting_duties": (path, _("Thêm nhiệm vụ báo cáo"), _duty_parts(path)),
    }[part]


def _paths(part: str, data: dict[str, Any], corrections: Mapping[str, Any]) -> list[str]:
    """The paths of all rows of a part: first those that were read, then those that were added."""
    added = added_to(part, corrections)
    return [f"{part}[{place}]" for place in range(len(data[part]) - len(added))] + added


def _body(data: dict[str, Any], corrections: Mapping[str, Any]) -> Iterator[Line]:
    for place, item in enumerate(data["content_items"], 1):
        number = item["number"] or place
        path = f"content_items[{place - 1}]"
        yield path, _("Nội dung %(number)s") % {"number": number}, ()
    for path, phase in zip(_paths("phases", data, corrections), data["phases"], strict=True):
        yield path, phase["name"] or _("Đợt"), _phase_parts(path)
        for inner, _item in enumerate(phase["commemorations"]):
            yield _commemoration(f"{path}.commemorations[{inner}]")
    for place, _item in enumerate(data["commemorations"]):
        yield _commemoration(f"commemorations[{place}]")
    yield _one("movements_named", _("Phong trào, cuộc vận động"), "lines")
    for path in _paths("targets", data, corrections):
        yield path, _("Chỉ tiêu"), _target_parts(path)
    for place, _item in enumerate(data["criteria"]):
        path = f"criteria[{place}]"
        yield path, _("Tiêu chí"), (Part(f"{path}.text", _("Tiêu chí"), "long"),)
    for path in _paths("reporting_duties", data, corrections):
        yield path, _("Báo cáo"), _duty_parts(path)


def _foot(data: dict[str, Any]) -> Iterator[Line]:
    for place, _item in enumerate(data["citations"]):
        path = f"citations[{place}]"
        yield path, _("Căn cứ, viện dẫn"), _citation_parts(path)
    yield _one("recipients", _("Nơi nhận"), "lines")
    yield (
        "signatory",
        _("Người ký"),
        (
            Part("signatory.authority_line", _("Thẩm quyền ký"), "text"),
            Part("signatory.post", _("Chức vụ"), "text"),
            Part("signatory.name", _("Họ tên"), "text"),
            Part("signatory.mark", _("Ghi thay chữ ký, ví dụ (Đã ký)"), "text"),
        ),
    )


def _phase_parts(path: str) -> tuple[Part, ...]:
    return (
        Part(f"{path}.name", _("Tên đợt"), "text"),
        Part(f"{path}.start", _("Bắt đầu"), "date"),
        Part(f"{path}.end", _("Kết thúc"), "date"),
        Part(f"{path}.theme", _("Chủ đề"), "long"),
    )


def _commemoration(path: str) -> Line:
    parts = (
        Part(f"{path}.ordinal", _("Số năm kỷ niệm"), "whole"),
        Part(f"{path}.name", _("Tên ngày kỷ niệm"), "text"),
        Part(f"{path}.day", _("Ngày"), "whole"),
        Part(f"{path}.month", _("Tháng"), "whole"),
        Part(f"{path}.base_year", _("Năm gốc"), "whole"),
    )
    return path, _("Kỷ niệm"), parts


def _target_parts(path: str) -> tuple[Part, ...]:
    return (
        Part(f"{path}.text", _("Chỉ tiêu"), "long"),
        Part(f"{path}.value", _("Con số"), "number"),
        Part(f"{path}.unit", _("Đơn vị tính"), "text"),
    )


def _duty_parts(path: str) -> tuple[Part, ...]:
    return (
        Part(f"{path}.who", _("Ai báo cáo"), "text"),
        Part(f"{path}.to", _("Báo cáo cho"), "text"),
        Part(f"{path}.when", _("Khi nào"), "text"),
    )


def _citation_parts(path: str) -> tuple[Part, ...]:
    return (
        Part(f"{path}.kind", _("Loại"), "text"),
        Part(f"{path}.number", _("Số, ký hiệu"), "text"),
        Part(f"{path}.date", _("Ngày"), "date"),
        Part(f"{path}.issuer", _("Nơi ban hành"), "text"),
    )
