"""What would happen: each act with what it brings along, and everything that hangs on the units."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.keys import these
from thidua.core.templatetags.vn import vn_number
from thidua.org.happened import Holding
from thidua.org.models import Membership, Post, Reorganisation
from thidua.org.reorganising import Effect, Planned
from thidua.org.reorganising.followers import final_units
from thidua.oversight.reorganising.rooms import held_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What hangs on the units, all of it together.

    `members` are those of each unit that ends; `ending` and `moving` are what hangs on the units
    that end or move.
    """

    members: Counter[int]
    leaving: int
    following: int
    posts: int
    ending: Sequence[Holding]
    moving: Sequence[Holding]

    @property
    def blocks(self) -> list[str]:
        """What has to be finished before the units can end."""
        return [one.blocks for one in self.ending if one.blocks]


def preview_of(reorganisation: Reorganisation, planned: Planned) -> Preview:
    """Counted, not done: nothing is written."""
    ended = planned.ended()
    going = final_units(planned)
    members = _lasting(Membership.objects.all(), ended, planned)
    return Preview(
        members=members,
        leaving=sum(count for pk, count in members.items() if not going.get(pk)),
        following=sum(count for pk, count in members.items() if going.get(pk)),
        posts=sum(_lasting(Post.objects.all(), ended, planned).values()),
        ending=held_by(ended, reorganisation.on),
        moving=held_by(planned.touched() - ended, reorganisation.on),
    )


def consequences(
    planned: Planned, acts: Collection[int], members: Counter[int]
) -> dict[int, list[str]]:
    """What each of these acts brings along, in short sentences by the key of the act.

    `members` are those of the preview: a city has a million, and they are counted once.
    """
    effects = [effect for effect in planned.effects if effect.wanted.act in acts]
    return {
        effect.wanted.act: _said(planned, effect, members)
        for effect in effects
        if effect.wanted.act is not None
    }


def problems_by_act(planned: Planned) -> dict[int, str]:
    """Why acts cannot be carried out, by the key of the act."""
    found: dict[int, str] = {}
    for problem in planned.problems:
        if problem.wanted.act is not None:
            found.setdefault(problem.wanted.act, problem.sentence)
    return found


def _said(planned: Planned, effect: Effect, members: Counter[int]) -> list[str]:
    units = planned.world.units
    own = [key for key in effect.ended if key != effect.wanted.unit]
    people = sum(members[units[key].pk] for key in effect.ended)
    told = []
    if effect.moved:
        told.append(_moved(len(effect.moved)))
    if own:
        told.append(_ended(len(own)))
    if effect.keeper:
        told.append(_("Hồ sơ do %(unit)s lưu giữ.") % {"unit": units[effect.keeper].name})
    if people:
        told.append(_following(people) if effect.members_to else _leaving(people))
    return told


def _moved(count: int) -> str:
    return ngettext(
        "%(count)s đơn vị đổi vị trí trong tổ chức.",
        "%(count)s đơn vị đổi vị trí trong tổ chức.",
        count,
    ) % {"count": vn_number(count)}


def _ended(count: int) -> str:
    return ngettext(
        "%(count)s đơn vị trực thuộc cùng kết thúc.",
        "%(count)s đơn vị trực thuộc cùng kết thúc.",
        count,
    ) % {"count": vn_number(count)}


def _following(count: int) -> str:
    return ngettext(
        "%(count)s đoàn viên theo sang đơn vị tiếp nhận.",
        "%(count)s đoàn viên theo sang đơn vị tiếp nhận.",
        count,
    ) % {"count": vn_number(count)}


def _leaving(count: int) -> str:
    return ngettext(
        "%(count)s đoàn viên thôi sinh hoạt theo quyết định.",
        "%(count)s đoàn viên thôi sinh hoạt theo quyết định.",
        count,
    ) % {"count": vn_number(count)}


def _lasting(rows: "QuerySet[Any]", units: Collection[int], planned: Planned) -> Counter[int]:
    """How many rows of each unit would be ended."""
    lasting = Q(ends_on=None) | Q(ends_on__gt=planned.world.day)
    counted = rows.filter(lasting, unit__in=these(units)).values_list("unit")
    return Counter(dict(counted.annotate(Count("pk")).order_by()))
