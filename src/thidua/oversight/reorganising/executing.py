"""Carrying a decision out, and undoing it: inside one transaction, whole or not at all."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.org.actions.handovers import sign_out_all_who_left
from thidua.org.actor import Actor
from thidua.org.journal import Journal
from thidua.org.models import ActKind, Reorganisation, State, Unit
from thidua.org.reorganising import Planned, plan_for, undo_all, write
from thidua.org.reorganising.planning import sentences
from thidua.org.reorganising.undoing import created_units
from thidua.oversight.reorganising.rooms import blocking, follow, held_by

SHOWN = 3


def locked(pk: int) -> Reorganisation:
    """The decision under a lock, and with it the whole tree: one reorganisation after another.

    The lock on the root lets everybody else go on adding things to units.
    """
    root = Reorganisation.objects.select_related("unit").get(pk=pk)
    key = root.unit.path_on(root.on).strip("/").split("/")[0]
    Unit.objects.select_for_update(no_key=True).get(key=key)
    rows = Reorganisation.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=pk)


def shown_of(reorganisation: Reorganisation, planned: Planned) -> tuple[object, ...]:
    """What an officer agrees to who has looked at the preview: the day, the acts, and which units
    end or get another place. Members and papers come and go every hour and are no part of it."""
    columns = (
        "kind",
        "unit",
        "target",
        "target_act",
        "unit_kind",
        "naming",
        "listed",
        "ends_below",
    )
    acts = list(reorganisation.acts.order_by("position").values_list(*columns))
    return reorganisation.on, acts, sorted(planned.ended()), sorted(planned.touched())


def planned_well(reorganisation: Reorganisation) -> Planned:
    """The plan as things stand now; `DomainError` with the first reasons if it has problems."""
    planned = plan_for(reorganisation)
    refuse([*sentences(planned.problems), *blocking(planned.ended(), reorganisation.on)])
    return planned


def refuse(reasons: list[str]) -> None:
    """Raise the first reasons as one `DomainError`, if there are any."""
    if not reasons:
        return
    told = " ".join(reasons[:SHOWN])
    more = len(reasons) - SHOWN
    if more > 0:
        rest = ngettext("Và còn %(count)s điều khác.", "Và còn %(count)s điều khác.", more)
        told = f"{told} {rest % {'count': more}}"
    raise DomainError(f"{_('Chưa thi hành được, chưa ghi gì.')} {told}")


def carry_out_now(
    reorganisation: Reorganisation, planned: Planned, *, by: Actor, at: datetime
) -> dict[str, int]:
    """Write the plan, let the rooms follow; what was done, in numbers. The caller has the locks."""
    journal = Journal(reorganisation)
    follow(write(planned, journal), journal)
    sign_out_all_who_left(planned.ended(), by.day, at)
    reorganisation.state = State.DONE
    reorganisation.done_by, reorganisation.done_at = by.user, at
    reorganisation.save(update_fields=["state", "done_by", "done_at"])
    counts = counts_of(planned)
    record(
        "reorganisation.done",
        on=reorganisation,
        by=by,
        unit=reorganisation.unit,
        at=at,
        title=reorganisation.title,
        acts=counts["acts"],
        established=counts["established"],
        ended=counts["ended"],
        moved=counts["moved"],
    )
    return counts


def counts_of(planned: Planned) -> dict[str, int]:
    """How many units begin, end, get another place, and how many acts do it."""
    kinds = [effect.wanted.kind for effect in planned.effects]
    ended = planned.ended()
    return {
        "acts": len(kinds),
        "established": kinds.count(ActKind.ESTABLISH),
        "renamed": kinds.count(ActKind.RENAME) + kinds.count(ActKind.CHANGE_KIND),
        "ended": len(ended),
        "moved": len(planned.touched() - ended),
    }


def undo_now(
    reorganisation: Reorganisation, *, reason: str, by: Actor, at: datetime
) -> dict[str, int]:
    """Put everything back; `DomainError` where something depends on it. The caller has locked."""
    _nothing_depends(reorganisation)
    undo_all(reorganisation)
    reorganisation.state = State.UNDONE
    reorganisation.undone_by, reorganisation.undone_at = by.user, at
    reorganisation.save(update_fields=["state", "undone_by", "undone_at"])
    record(
        "reorganisation.undone",
        on=reorganisation,
        by=by,
        unit=reorganisation.unit,
        at=at,
        title=reorganisation.title,
        reason=reason,
    )
    return {}


def _nothing_depends(reorganisation: Reorganisation) -> None:
    """The units that it established have nothing of their own yet, in no room."""
    held = held_by(created_units(reorganisation), reorganisation.on)
    if held:
        things = ", ".join(f"{one.count} {one.what}" for one in held)
        raise DomainError(
            _("Không hoàn tác được: các đơn vị thành lập theo quyết định này đã có %(things)s.")
            % {"things": things}
        )
