"""Fill an installation with one thing for every page of the organisation; print their addresses.

Run as a program of its own: the things are written where the application of a test reads them.
"""

import json
import sys

import django

django.setup()

from django.urls import reverse  # noqa: E402 -- models load only after the setup

from access.rules import EVERYTHING, RULES  # noqa: E402
from access.things import thing_for  # noqa: E402
from access.visiting import account_with  # noqa: E402
from access.walk import ROUTES  # noqa: E402
from factories import DAY  # noqa: E402
from thidua.org.actor import standing  # noqa: E402
from thidua.org.models import Unit, User  # noqa: E402
from thidua.org.sample_accounts import PASSWORD  # noqa: E402

ROOMS = {"org", "oversight", "notify"}
ABOVE = {"org:new_grouping", "oversight:enter_for"}
"""Pages about a unit below one's own."""


def everybody_in_one() -> tuple[User, Unit]:
    """Somebody at the very top whose post gives every right."""
    keeper = User.objects.get(username="quantri")
    top = keeper.person.posts.get().unit
    user = account_with(EVERYTHING, top)
    user.set_password(PASSWORD)
    user.save()
    return user, top


def addresses(top: Unit, below: Unit) -> dict[str, str]:
    """Leading to an issuer elsewhere is no page, and there is none to lead to."""
    named = {}
    for name, parameters in ROUTES:
        ours = name.split(":")[0] in ROOMS and "provider" not in parameters
        if ours and (name, "GET") in RULES:
            unit = below if name in ABOVE else top
            named[name] = reverse(name, kwargs=thing_for(name, parameters, unit))
    return named


if __name__ == "__main__":
    somebody, top = everybody_in_one()
    below = Unit.objects.filter(standing(DAY, top.path_on(DAY))).exclude(pk=top.pk).first()
    told = {"username": somebody.username, "pages": addresses(top, below)}
    json.dump(told, sys.stdout)
