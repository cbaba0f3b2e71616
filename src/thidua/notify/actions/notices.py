"""Lines under the bell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from thidua.notify.models import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One notice to be: for the account `user_id`; `key` says what it is about and which day."""

    user_id: int
    key: str
    text: str
    url: str


@transaction.atomic
def give_notices(*, lines: Iterable[Line], at: datetime) -> list[Notice]:
    """Put lines under the bells of their accounts, each once per account and key.

    The answer is the notices that are new. A text that is too long is cut at a word.
    """
    wanted = {(line.user_id, line.key): line for line in lines}
    known = Notice.objects.filter(
        user__in={user for user, _key in wanted}, key__in={key for _user, key in wanted}
    ).values_list("user_id", "key")
    for pair in list(known):
        wanted.pop(pair, None)
    notices = [
        Notice(
            user_id=line.user_id,
            key=line.key,
            text=_shortened(line.text),
            url=line.url,
            created_at=at,
        )
        for line in wanted.values()
    ]
    return Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _shortened(text: str) -> str:
    longest = Notice._meta.get_field("text").max_length or len(text)
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rpartition(' ')[0]}…"


@transaction.atomic
def mark_read(*, notices: QuerySet[Notice], at: datetime) -> int:
    """Note that their reader has seen them; how many were new to them."""
    return notices.filter(read_at=None).update(read_at=at)
