"""Questions about what stands under the bell."""

from django.db.models import QuerySet

from thidua.notify.models import Notice


def notices_of(user_id: int) -> QuerySet[Notice]:
    """What stands under the bell of one account, the newest first."""
    return Notice.objects.filter(user=user_id)


def unread(user_id: int) -> int:
    """The number beside the bell."""
    return notices_of(user_id).filter(read_at=None).count()
