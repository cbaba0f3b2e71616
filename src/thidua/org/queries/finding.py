"""Finding units by their names of any time, without diacritics and in any order of words."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models import TextChoices as Choices
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import in_force
from thidua.core.folded import folded
from thidua.org.actor import Actor
from thidua.org.models import Tree, Unit, UnitKind, UnitName
from thidua.org.queries.visible import units_visible_to
from thidua.org.rights import Right

LONGEST = 200
WORDS = 12


class Living(Choices):
    LIVING = "living", _("Đang hoạt động")
    ENDED = "ended", _("Đã kết thúc")
    ALL = "all", _("Tất cả")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of units is narrowed down to, as it stood on `day`."""

    day: date
    words: str = ""
    kind: UnitKind | None = None
    under: Unit | None = None
    living: Living = field(default=Living.LIVING)

    @property
    def narrowed(self) -> bool:
        return bool(self.words or self.kind or self.under or self.living != Living.LIVING)


def found(actor: Actor, wanted: Wanted) -> QuerySet[Unit]:
    """The visible units that are wanted, each once, in the order of their names."""
    units = _there(actor, wanted)
    if wanted.kind:
        units = units.filter(in_force(wanted.day, "names__"), names__kind=wanted.kind)
    if wanted.words:
        units = units.filter(pk__in=called(wanted.words).values("unit"))
    return units.order_by("alphabetical", "pk")


def _there(actor: Actor, wanted: Wanted) -> QuerySet[Unit]:
    """Visible, and standing as wanted. On the reader's own day both are said of one placement,
    which spares the database a second look at a hundred thousand of them."""
    if wanted.day != actor.day:
        return units_visible_to(actor).filter(_standing(wanted))
    seen = actor.reach_by(tuple(Right), "placements__")
    return Unit.objects.filter(seen & _standing(wanted)).select_related("kind")


def called(words: str) -> QuerySet[UnitName]:
    """The names, of today or of once, in which all of the words occur."""
    names = UnitName.objects.all()
    for word in folded(words[:LONGEST]).split()[:WORDS]:
        names = names.filter(folded__contains=word)
    return names


def _standing(wanted: Wanted) -> Q:
    there = in_force(wanted.day, "placements__")
    if wanted.living != Living.ALL:
        tree = Tree.LINE if wanted.living == Living.LIVING else Tree.KEPT
        there &= Q(placements__tree=tree)
    if wanted.living == Living.ENDED:
        there &= Q(kept_by__isnull=False)
    if wanted.under:
        there &= Q(placements__path__startswith=wanted.under.path_on(wanted.day))
    return there
