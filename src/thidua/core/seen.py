"""Nobody decides about, or writes over, what they have not seen: pages send a mark of it along."""

from hashlib import sha256

from django.utils.translation import gettext as _

from thidua.core.errors import DomainError

LENGTH = 24


def mark_of(*shown: object) -> str:
    """A short mark of plain values; other values have another mark."""
    return sha256(repr(shown).encode()).hexdigest()[:LENGTH]


def is_other(seen: str | None, *stands: object) -> bool:
    """Whether what stands now is not what a page showed; where no page asks (None) it is not."""
    return seen is not None and seen != mark_of(*stands)


def require_as_seen(seen: str | None, *stands: object) -> None:
    """Raise `DomainError` where an act was agreed to on a page that showed something else."""
    if is_other(seen, *stands):
        raise DomainError(
            _(
                "Điều bạn vừa xem đã thay đổi từ lúc bạn mở trang. Chưa làm gì, chưa ghi gì: hãy "
                "mở lại trang để xem bản mới rồi mới bấm."
            )
        )
