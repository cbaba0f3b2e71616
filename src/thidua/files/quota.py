"""How much a unit keeps, and how much it may."""

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.core.sizes import size_words
from thidua.files.models import Quota, StoredFile, Use
from thidua.org.models import Unit


class OverQuota(DomainError):
    """The unit keeps as much as it may; nothing was kept."""


def used_by(unit: Unit) -> int:
    """Bytes of everything the unit keeps, each file once."""
    return StoredFile.objects.filter(uses__unit=unit).aggregate(all=Sum("size"))["all"] or 0


def allowed_for(unit: Unit) -> int:
    """Bytes: what a keeper decided for the unit, otherwise the setting for everybody."""
    own = Quota.objects.filter(unit=unit).first()
    return own.size if own else settings.FILES_QUOTA


def require_room(unit: Unit, stored: StoredFile | None, size: int) -> None:
    """Raise `OverQuota` where the unit has no room for `size` more bytes.

    A file that the unit keeps already takes no room. Two uploads at the same moment may exceed the
    quota by one of them; it is a measure against filling the disk, not a promise.
    """
    if stored is not None and Use.objects.filter(unit=unit, file=stored).exists():
        return
    allowed = allowed_for(unit)
    if used_by(unit) + size > allowed:
        raise OverQuota(
            _(
                "%(unit)s đã dùng hết dung lượng lưu tệp (%(allowed)s) nên chưa lưu tệp này. "
                "Hãy gửi tệp nhẹ hơn, hoặc nhờ người quản trị tăng dung lượng."
            )
            % {"unit": unit, "allowed": size_words(allowed)}
        )
