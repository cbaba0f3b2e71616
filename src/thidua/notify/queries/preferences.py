"""How people want to be told."""

from collections.abc import Collection

from django.db.models import Q

from thidua.notify.models import Preference


def wishes_of(addresses: Collection[str]) -> dict[str, Preference]:
    """The choices of the accounts behind e-mail addresses or telephone numbers; one question."""
    if not addresses:
        return {}
    known = Q(user__person__email__in=addresses) | Q(user__person__phone__in=addresses)
    wishes: dict[str, Preference] = {}
    for wish in Preference.objects.filter(known).select_related("user__person"):
        person = wish.user.person
        for address in (person.email, person.phone) if person else ():
            if address:
                wishes[address.lower()] = wish
    return wishes


def wish_of(user_id: int) -> Preference:
    """The choices of one account, or what holds without any; not saved here."""
    known = Preference.objects.filter(user=user_id).first()
    return known or Preference(user_id=user_id)
