"""What the keeper's commands share: in whose name they act, and on which unit."""

from django.core.management import CommandError

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import Unit, User


def keeper_actor() -> Actor:
    """The account of the keeper, made by `setup` or by the sample year."""
    user = User.objects.filter(username="quantri").first()
    if user is None:
        raise CommandError("Hệ thống chưa được thiết lập. Hãy chạy lệnh thidua setup trước.")
    return Actor.of(user, clock.today())


def unit_named(name: str) -> Unit:
    """The one unit of that name; otherwise a sentence with the names that come near."""
    found = Unit.objects.filter(name__iexact=name)
    if len(found) != 1:
        last = name.split()[-1:] or [""]
        near = Unit.objects.filter(name__icontains=last[0])[:8]
        names = "; ".join(str(unit) for unit in near) or "không có tên nào gần giống"
        raise CommandError(f"Không tìm thấy đúng một đơn vị tên “{name}”. Gần giống: {names}.")
    return found[0]
