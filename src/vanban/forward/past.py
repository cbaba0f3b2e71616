"""Words that tell whether a year is looked back on, or belongs to a law or to what is over.

They are looked for with their accents: bare letters would take *họp mặt* for *mất*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from vanban.forward.draft import Draft
    from vanban.reading.model import Span

_RESULTS = spaced(
    r"\b(?:kết quả|thành tích|thành quả|thành tựu|bài học|kinh nghiệm|tổng kết|đã đạt được"
    r"|tồn tại|hạn chế)\b[^.;]*$",
    re.IGNORECASE,
)
_FIGURES = spaced(r"\b(?:so với|cùng kỳ|giảm từ|tăng từ)\b[^.;]*$", re.IGNORECASE)
_OVER = spaced(
    r"\b(?:hiệu lực|ban hành|sửa đổi|bổ sung|ra đời|tái lập|được thành lập|nghỉ hưu)"
    r"(?: thi hành)?(?: kể từ| từ)?(?: ngày| tháng| năm)?\s*$"
)
_LAW = spaced(
    r"\b(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Điều lệ|Nghị định|Thông tư)\b(?P<name>[^.;()]{0,90}?)"
    r"(?<!trong)(?<!đầu)(?<!cuối)(?<!cả)(?<!hết) năm\s*$"
)
_OTHER_THING = spaced(
    r"\b(?:kế hoạch|phong trào|nhiệm vụ|nghị quyết|chương trình|công tác|hoạt động|đợt)\b",
    re.IGNORECASE,
)


def tells_results(draft: Draft, place: int) -> bool:
    """``phát huy kết quả đã đạt được trong năm …``: last year's results, whichever year it is."""
    said = draft.said_before(place)
    return _RESULTS.search(said) is not None and _FIGURES.search(said) is None


def is_history(draft: Draft, place: int) -> bool:
    """The year of a law, of what came into force or has ended."""
    said = draft.said_before(place)
    law = _LAW.search(said)
    of_law = law is not None and not _OTHER_THING.search(law["name"])
    return of_law or _OVER.search(said) is not None


def keep_history(draft: Draft, span: Span, year: int) -> None:
    """Such a year stays; of one so near it is told."""
    draft.keep(span)
    if draft.years.near(year):
        draft.flag(
            "since", span, f"Năm {year} ở đây hiểu là việc đã có, giữ nguyên: có đúng không?"
        )
