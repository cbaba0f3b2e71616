from functools import cache

import pytest
from django.template.backends.django import Template

from access.visiting import Places, Visits
from thidua.org.actor import Actor
from thidua.org.oidc import flow

ELSEWHERE = "https://noi-khac.example.org"


@pytest.fixture(autouse=True)
def everything_is_shown(whole_frame):
    """Here the frame stays whole."""


@pytest.fixture
def issuer(monkeypatch, settings):
    """Another place whose accounts open ours, and what it says about itself."""
    about = {"client_id": "thidua", "client_secret": "", "issuer": ELSEWHERE, "label": "Nơi khác"}
    settings.OIDC_PROVIDERS = {"noi-khac": about}
    said = {"issuer": ELSEWHERE, "authorization_endpoint": f"{ELSEWHERE}/auth"}
    monkeypatch.setattr(flow, "get_json", lambda _address: said)


@pytest.fixture
def visits(db, issuer, monkeypatch, settings):
    """Visitors who look at the answer, not at the page: nothing is drawn.

    Who somebody is does not change on the way, so it is asked once.
    """
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    monkeypatch.setattr(Template, "render", lambda *_page, **_with: "")
    monkeypatch.setattr(Actor, "of", cache(Actor.of))
    return Visits(Places.made())
