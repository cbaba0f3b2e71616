"""In the sample year nobody is led by a link to a page that is closed to them."""

import re
from collections import Counter, deque
from html.parser import HTMLParser

import pytest
from django.core.management import call_command
from django.test import Client

from thidua.org.models import User

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

WALKERS = [
    "quantri",
    "ninhbinh.canbo",
    "ninhbinh.chutich",
    "ninhbinh.ubkt",
    "ninhbinh.vanthu",
    "nb.01.chutich",
    "nb.01.to1.totruong",
    "nb.01.vanthu",
    "laichau.chutich",
    "hoabinh.canbo",
]
ALIKE = 2
"""Of pages with the same address but for a number, so many are opened."""
# A page that says why not, at the place where the question arises.
REASONED = re.compile(r"/personal-data/people/\d+/anonymise/")


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        wanted = {"a": "href", "form": "action", "img": "src", "iframe": "src"}.get(tag)
        named = dict(attrs)
        if wanted and (tag != "form" or named.get("method", "get") == "get"):
            self.found.append((named.get(wanted) or "").partition("#")[0])


def kind_of(address):
    path, _mark, asked = address.partition("?")
    return re.sub(r"\d+", "N", path), tuple(sorted(part.split("=")[0] for part in asked.split("&")))


def linked(answer, address):
    if answer.status_code in {301, 302}:
        return [answer["Location"]]
    if answer.streaming or "text/html" not in answer["Content-Type"]:
        return []
    path = address.partition("?")[0]
    found = [path + link if link.startswith("?") else link for link in Links(answer.text).found]
    return [link for link in found if link.startswith("/") and not link.startswith("/static/")]


def test_every_link_leads_somewhere():
    call_command("sample")

    assert {username: closed_to(username) for username in WALKERS} == {
        username: [] for username in WALKERS
    }


def closed_to(username):
    """What answered with a refusal, and the page that had led there."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    waiting, known, opened, closed = deque([("/", "")]), {"/"}, Counter(), []

    while waiting:
        address, seen_on = waiting.popleft()
        opened[kind_of(address)] += 1
        if opened[kind_of(address)] > ALIKE:
            continue
        answer = client.get(address)
        if answer.status_code >= 400 and not REASONED.fullmatch(address):
            closed.append((answer.status_code, address, seen_on))
        fresh = linked(answer, address)
        waiting.extend((link, address) for link in dict.fromkeys(fresh) if link not in known)
        known.update(fresh)

    assert len(opened) > 40
    return closed
