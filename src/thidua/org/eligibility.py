"""Whether a place of work may have a union since 2025; only ever a hint (ORG-06, ORG-07)."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.org.models import Ownership

SINCE = date(2025, 6, 1)
"""When unions of bodies that live on the state budget were ended (4133/TLĐ-ToC, 4173/TLĐ-ToC)."""
LEAST_SHARE = Decimal(10)
"""Per cent of its running costs a public unit pays itself; below, it lives on the budget."""


def hint(ownership: str, self_financing: Decimal | None, day: date) -> str:
    """One sentence with its source, or nothing where there is nothing to say."""
    if day < SINCE:
        return ""
    if ownership == Ownership.STATE:
        return _(
            "Cơ quan hành chính hưởng lương ngân sách: thuộc diện kết thúc hoạt động công đoàn cơ "
            "sở từ tháng 6/2025. Căn cứ: Công văn 4133/TLĐ-ToC ngày 23/5/2025, "
            "4173/TLĐ-ToC ngày 28/5/2025."
        )
    if ownership != Ownership.PUBLIC:
        return ""
    if self_financing is None:
        return _(
            "Đơn vị sự nghiệp công lập: chưa ghi mức tự bảo đảm chi thường xuyên nên chưa biết có "
            "thuộc diện giữ công đoàn cơ sở hay không."
        )
    if self_financing < LEAST_SHARE:
        return _(
            "Tự bảo đảm dưới 10 % chi thường xuyên (Điều 10 Nghị định 60/2021/NĐ-CP): thuộc diện "
            "kết thúc hoạt động công đoàn cơ sở. Căn cứ: Công văn 4173/TLĐ-ToC ngày 28/5/2025."
        )
    return _(
        "Tự bảo đảm từ 10 % chi thường xuyên trở lên: được giữ công đoàn cơ sở. "
        "Căn cứ: Công văn 4173/TLĐ-ToC ngày 28/5/2025."
    )
