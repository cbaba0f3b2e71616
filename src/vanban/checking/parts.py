"""What a plan must contain, and how a document ends."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vanban.checking.readable import is_unreadable
from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity

TITLE = "Các phần bắt buộc, cách kết thúc"

_LAW_IN_FORCE = dt.date(2024, 1, 1)
_PLAN = "Kế hoạch"
_EMULATION = "thi dua"
_MOTTOES = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
_HEAD = 1500
_END_MARK = "./."
_ALMOST_END_MARK = re.compile(r"[.,;]?\s*/\s*\.?|\.\s*/\s*\.|\.\s?\.|[.,;]")
_AFTER_THE_BODY = re.compile(r"^[ *]*noi\s+nh[a-z]n\b|^[ ]*(?:TM|KT|TL|TUQ|Q)\s?[./]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing a plan must say: how to name it, and how to see that it is there."""

    name: str
    present: Callable[[Reading], bool]
    by_custom: bool = True
    """Expected of plans from before the law as well."""


def _headings(reading: Reading) -> str:
    """Everything that serves as a heading, at any depth, folded."""
    lines = [section.heading for section in reading.sections]
    lines += [block.text for block in reading.blocks if block.heading]
    return fold("\n".join(lines))


def _headed(*words: str) -> Callable[[Reading], bool]:
    return lambda reading: any(word in _headings(reading) for word in words)


_PARTS = (
    _Part("mục đích, yêu cầu", _headed("muc dich", "muc tieu", "yeu cau")),
    _Part("phạm vi, đối tượng", lambda reading: bool(reading.scope or reading.participants)),
    _Part(
        "nội dung thi đua",
        lambda reading: bool(reading.content_items) or _headed("noi dung")(reading),
    ),
    _Part(
        "tiêu chí thi đua",
        lambda reading: bool(reading.criteria) or _headed("tieu chi", "tieu chuan")(reading),
        by_custom=False,
    ),
    _Part("thời gian", lambda reading: bool(reading.phases) or bool(plan_years(reading))),
    _Part("biện pháp, tổ chức thực hiện", _headed("bien phap", "giai phap", "to chuc thuc hien")),
    _Part("nơi nhận", lambda reading: bool(reading.recipients)),
)


@rule("missing-part", "Thiếu phần bắt buộc của kế hoạch", Severity.WARNING, "Luật 06/2022 Điều 17")
def missing_parts(reading: Reading) -> Iterator[Slip]:
    """One finding for every part. The law asks from 01/01/2024; before that it was custom.

    Headings with damaged letters cannot be looked for, so nothing is said about such a text.
    """
    if not _is_emulation_plan(reading) or is_unreadable(reading.text):
        return
    bound = _is_under_the_law(reading)
    for part in _PARTS:
        if (bound or part.by_custom) and not part.present(reading):
            reason = "Luật 06/2022 Điều 17" if bound else "theo lệ thường"
            yield Slip(f"Không thấy phần {part.name} ({reason}).")


@rule("missing-letterhead", "Thiếu phần đầu văn bản", Severity.WARNING, "NĐ 30/2020 Điều 8")
def missing_letterhead(reading: Reading) -> Iterator[Slip]:
    """Motto and issuing body above the title; copies often begin with the number."""
    lines = [line.strip() for line in reading.text[:_HEAD].split("\n") if line.strip().isupper()]
    head = fold("\n".join(lines))
    missing = [] if any(words in head for words in _MOTTOES) else ["Quốc hiệu, Tiêu ngữ"]
    body = reading.spans.get("issuing_body")
    if body is None or not reading.text[slice(*body)].isupper():
        missing.append("tên cơ quan ban hành")
    if missing:
        yield Slip(f"Phần đầu văn bản thiếu {' và '.join(missing)}.")


@rule("missing-signature", "Thiếu chức vụ hoặc họ tên người ký", Severity.WARNING, "DOC-40, DOC-44")
def missing_signature(reading: Reading) -> Iterator[Slip]:
    """The name must be printed even where the text says *Đã ký*."""
    signatory = reading.signatory
    missing = [
        words
        for words, value in (("chức vụ", signatory.post), ("họ tên", signatory.name))
        if value is None
    ]
    if missing:
        place = reading.spans.get("signatory.authority_line")
        yield Slip(f"Chưa ghi {' và '.join(missing)} người ký.", place)


@rule("missing-end-mark", "Thiếu dấu kết thúc “./.”", Severity.WARNING, "DOC-11")
def missing_end_mark(reading: Reading) -> Iterator[Slip]:
    """Every document ends with ``./.`` behind its last sentence, before the recipients."""
    end = _end_of_body(reading)
    body = reading.text[:end].rstrip()
    if not body or _END_MARK in body.replace(" ", "")[-200:]:
        return
    match = _last(_ALMOST_END_MARK, body)
    last = (len(body) - 1, len(body))
    behind = (len(body), len(body))
    yield Slip(
        "Cuối nội dung ghi dấu kết thúc “./.”.",
        match.span() if match else last,
        _END_MARK,
        replaced=match.span() if match else behind,
    )


def _last(pattern: re.Pattern[str], body: str) -> re.Match[str] | None:
    """The longest match that reaches to the end of the body."""
    matches = (pattern.fullmatch(body, start) for start in range(max(0, len(body) - 5), len(body)))
    return next((match for match in matches if match), None)


def _end_of_body(reading: Reading) -> int:
    """Where the recipients or the signature begin, whichever comes first."""
    found = _AFTER_THE_BODY.search(_folded_but_capitals(reading.text))
    starts = [found.start()] if found else []
    paths = ("signatory.authority_line", "signatory.post", "signatory.name")
    starts += [reading.spans[path][0] for path in paths if path in reading.spans]
    return min(starts, default=len(reading.text))


def _folded_but_capitals(text: str) -> str:
    """Lines in capitals stay as they are, so that a signature line is not taken for prose."""
    lines = (line if line.isupper() else fold(line) for line in text.split("\n"))
    return "\n".join(lines)


def _is_emulation_plan(reading: Reading) -> bool:
    if reading.doc_type is not None:
        return reading.doc_type == _PLAN
    return _EMULATION in fold(reading.title or reading.text[:1000])


def _is_under_the_law(reading: Reading) -> bool:
    day = reading.date or _first_day(reading)
    return day is not None and day >= _LAW_IN_FORCE


def _first_day(reading: Reading) -> dt.date | None:
    years = plan_years(reading)
    return dt.date(years[0], 1, 1) if years else None
