"""By what a council decides: dated custom with its source. What is not confirmed only warns."""

from dataclasses import dataclass
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.councils.models import Item
from thidua.rulebook.models import Confidence


@dataclass(frozen=True, slots=True)
class Bylaw:
    """A share of the seats, or of those present, and how sure we are of it."""

    rule: str
    numerator: int
    denominator: int
    source: Promise
    confidence: Confidence

    @property
    def blocks(self) -> bool:
        """Only a confirmed rule may stop a vote."""
        return self.confidence == Confidence.CONFIRMED


QUORUM = Bylaw(
    "CO-QUORUM",
    2,
    3,
    gettext_lazy("thông lệ họp hội đồng, chưa thấy văn bản gốc của công đoàn"),
    Confidence.UNCONFIRMED,
)
MAJORITY = Bylaw(
    "VOTE-METHOD",
    1,
    2,
    gettext_lazy("thông lệ biểu quyết giơ tay, quy chế của đơn vị có thể quy định khác"),
    Confidence.UNCONFIRMED,
)


def quorum_of(seats: int) -> int:
    """How many of `seats` must be there; on whole numbers, nothing is rounded in favour."""
    return ceil(seats * QUORUM.numerator / QUORUM.denominator)


def needed_of(present: int) -> int:
    """The fewest hands that are more than half of those present; a tie is not enough."""
    return present * MAJORITY.numerator // MAJORITY.denominator + 1


def carried(item: Item, present: int) -> bool:
    """Whether more than half of those present agreed."""
    return item.agree is not None and item.agree >= needed_of(present)


def hands_problem(hands: int, present: int) -> str:
    """Why these hands cannot have been raised, in words; nothing when they can."""
    if hands <= present:
        return ""
    return _("%(hands)s ý kiến nhiều hơn %(present)s thành viên có mặt. Hãy đếm lại.") % {
        "hands": hands,
        "present": present,
    }
