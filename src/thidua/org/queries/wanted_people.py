"""Which people a list is narrowed down to."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models import TextChoices as Choices
from django.utils.translation import gettext_lazy as _

from thidua.core.keys import these
from thidua.org.models import Person, User
from thidua.org.queries.people import (
    WALKED,
    Scope,
    found,
    gone_from,
    holders_in,
    likely,
    members_in,
    scope_of,
)


class Who(Choices):
    MEMBERS = "", _("Đang là đoàn viên")
    HOLDERS = "post", _("Đang giữ chức vụ")
    OUTSIDE = "outside", _("Giữ chức vụ, không là đoàn viên")
    GONE = "gone", _("Đã thôi sinh hoạt")


class Account(Choices):
    ANY = "", _("Tất cả")
    HAS = "yes", _("Có tài khoản")
    NONE = "no", _("Chưa có tài khoản")


@dataclass(frozen=True)
class WantedPeople:
    """Where, who of them, and what was typed to find somebody."""

    scope: Scope
    who: str = Who.MEMBERS
    account: str = Account.ANY
    words: str = ""

    @property
    def narrowed(self) -> bool:
        return bool(self.who or self.account or self.words)

    @property
    def too_wide(self) -> bool:
        """So many units that nobody is listed without a name; those of the unit itself are."""
        return self.scope.units is None and not self.words

    @property
    def wide(self) -> bool:
        """A name is looked for in very many units."""
        return self.scope.units is None and bool(self.words)

    @property
    def cut(self) -> bool:
        """More people bear the name than were looked at."""
        return self.wide and len(self._likely) == WALKED

    @property
    def people(self) -> QuerySet[Person]:
        """By given name; asked without counting anybody."""
        people = _who(self.who, self._here)
        if self.account:
            accounts = Exists(User.objects.filter(person=OuterRef("pk"), is_active=True))
            people = people.filter(accounts if self.account == Account.HAS else ~accounts)
        if self.wide:
            return people.filter(pk__in=these(self._likely)).order_by("alphabetical", "pk")
        return found(people, self.words)

    @cached_property
    def keys(self) -> list[int]:
        """Of a name looked for in very many units: everybody found, asked once for page and count.

        Elsewhere lists may be long, and their pages are asked for one by one.
        """
        return list(self.people.values_list("pk", flat=True))

    @cached_property
    def _likely(self) -> list[int]:
        return list(likely(self.words).values_list("pk", flat=True))

    @property
    def _here(self) -> Scope:
        scope = self.scope
        return scope_of(scope.unit, scope.day, below=False) if self.too_wide else scope


def _who(who: str, scope: Scope) -> QuerySet[Person]:
    if who == Who.GONE:
        return gone_from(scope)
    if who == Who.HOLDERS:
        return holders_in(scope)
    if who == Who.OUTSIDE:
        return holders_in(scope).exclude(pk__in=members_in(scope).values("pk"))
    return members_in(scope)
