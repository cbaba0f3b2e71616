"""What every address must have to be walked, and what no list may give away."""

from io import BytesIO
from zipfile import ZipFile

from django.urls import reverse

from access.things import LISTS, SECRET, THINGS, thing_for
from access.walk import ROUTES
from factories import CHAIR, user_as

PARAMETERS = dict(ROUTES)


def test_every_parameter_has_a_thing():
    """A new kind of address must say what stands at it, or nobody knows whether it is closed."""
    needed = {name for name, parameters in ROUTES if parameters}

    assert needed <= set(THINGS)


def said(response) -> str:
    """All words of a page, or of a workbook.

    Files are let go one by one: `response.close` would close the database with them.
    """
    content = response.getvalue()
    for close in response._resource_closers:
        close()
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(BytesIO(content)) as workbook:
        return "".join(workbook.read(name).decode() for name in workbook.namelist())


def test_no_list_gives_anything_of_another_unit_away(client, workplace, outsider, issuer):
    for route in THINGS:
        thing_for(route, ("pk",), workplace)
    pages = {
        name: reverse(name, kwargs=thing_for(name, PARAMETERS[name], workplace)) for name in LISTS
    }
    client.force_login(user_as(CHAIR, outsider))

    telling = [name for name, url in sorted(pages.items()) if SECRET in said(client.get(url))]

    assert telling == []
