from functools import cache

import pytest
from django.template.backends.django import Template

from access.visiting import Places, Visits
from thidua.org.actor import Actor


@pytest.fixture(autouse=True)
def everything_is_shown(whole_frame):
    """Here the frame stays whole."""


@pytest.fixture
def visits(db, monkeypatch, settings):
    """Visitors who look at the answer, not at the page: nothing is drawn.

    Who somebody is does not change on the way, so it is asked once.
    """
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    monkeypatch.setattr(Template, "render", lambda *_page, **_with: "")
    monkeypatch.setattr(Actor, "of", cache(Actor.of))
    return Visits(Places.made())
