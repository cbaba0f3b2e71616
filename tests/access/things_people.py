"""People, what was done to them, their posts and letters, for the addresses that name one."""

from collections.abc import Callable
from datetime import date

from access.secret import SECRET
from factories import DAY, LONG_AGO, NOON, UserFactory, post_kind
from thidua.org.models import (
    Delegation,
    Membership,
    Person,
    PersonMerge,
    Post,
    RollAct,
    RollKind,
    Unit,
)


def member(unit: Unit, code: str = "BM1") -> Person:
    known = Person.objects.filter(code=f"{code}-{unit.pk}").first()
    if known:
        return known
    person = Person.objects.create(name=SECRET, code=f"{code}-{unit.pk}", birth_on=DAY)
    Membership.objects.create(person=person, unit=unit, starts_on=LONG_AGO)
    return person


def post(unit: Unit) -> Post:
    kind = post_kind("committee")
    return Post.objects.get_or_create(
        person=member(unit), unit=unit, kind=kind, defaults={"starts_on": LONG_AGO}
    )[0]


def letter(unit: Unit) -> Delegation:
    return Delegation.objects.get_or_create(
        post=post(unit),
        person=member(unit, "BM2"),
        defaults={"letter": SECRET, "starts_on": DAY, "ends_on": date(2024, 12, 31)},
    )[0]


def roll_act(unit: Unit) -> RollAct:
    known = RollAct.objects.filter(unit=unit).first()
    row = member(unit).memberships.get()
    return known or RollAct.objects.create(
        unit=unit,
        kind=RollKind.DROP,
        on=DAY,
        decision=SECRET,
        people=1,
        concerned=[member(unit).pk],
        noted=[{"model": "org.membership", "rows": [row.pk], "before": {}, "after": {}}],
        done_by=UserFactory(),
        done_at=NOON,
    )


def merge(unit: Unit) -> PersonMerge:
    known = PersonMerge.objects.filter(kept=member(unit)).first()
    return known or PersonMerge.objects.create(
        kept=member(unit),
        gone=member(unit, "BM3"),
        noted=[],
        done_by=UserFactory(),
        done_at=NOON,
    )


def pair(unit: Unit) -> dict[str, int]:
    return {"pk": member(unit).pk, "other": member(unit, "BM2").pk}


THINGS: dict[str, Callable[..., object]] = {
    "org:person": member,
    "org:person_edit": member,
    "org:post_give": member,
    "org:people_merge": pair,
    "org:post_end": post,
    "org:post_delegate": post,
    "org:delegation_end": letter,
    "org:roll_act": roll_act,
    "org:roll_undo": roll_act,
    "org:person_merge": merge,
    "org:merge_undo": merge,
}
LISTS: set[str] = {
    "org:people",
    "org:people_export",
    "org:person_new",
    "org:people_act",
    "org:people_changes",
    "org:people_doubles",
    "org:signers",
}
