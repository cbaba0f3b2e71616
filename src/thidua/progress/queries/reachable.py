"""Who in a unit is reminded, and by which way they can be reached."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thidua.core.dated import in_force
from thidua.org.models import Post
from thidua.org.rights import Right
from thidua.progress.models import Step

WHO_ACTS = {
    Step.RECEIVED: Right.DOCUMENT_INTAKE,
    Step.ACKNOWLEDGED: Right.CASCADE_HANDLE,
    Step.OWN_PLAN: Right.PLAN_DRAFT,
    Step.LAUNCHED: Right.CASCADE_HANDLE,
    Step.PLEDGED: Right.PLEDGE_KEEP,
    Step.REPORTED: Right.REPORT_WRITE,
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody whose post lets them do the step; `user` or `email` may be missing, not both."""

    name: str
    user: int | None
    email: str


def receivers(unit_ids: Collection[int], step: Step, day: date) -> dict[int, list[Receiver]]:
    """By unit who can be reached about `step`, the highest post first; each person once a unit."""
    posts = (
        Post.objects.filter(in_force(day), unit__in=unit_ids)
        .select_related("kind", "person__user")
        .order_by("kind__rank", "pk")
    )
    found: defaultdict[int, dict[int, Receiver]] = defaultdict(dict)
    for post in posts:
        if WHO_ACTS[step] not in post.kind.grants():
            continue
        receiver = _receiver(post)
        if receiver.user or receiver.email:
            found[post.unit_id].setdefault(post.person_id, receiver)
    return {unit: list(those.values()) for unit, those in found.items()}


def _receiver(post: Post) -> Receiver:
    user = getattr(post.person, "user", None)
    active = user if user and user.is_active else None
    email = post.person.email or (active.email if active else "")
    return Receiver(post.person.name, active.pk if active else None, email)
