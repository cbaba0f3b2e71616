from copy import copy
from functools import cache

import pytest
from django.contrib.auth.backends import ModelBackend
from django.template.backends.django import Template
from django.urls import URLResolver

from access.visiting import Places, Visits
from thidua.org.actor import Actor
from thidua.org.models import User
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
    places = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    said = {"issuer": ELSEWHERE} | {place: f"{ELSEWHERE}/{place}" for place in places}
    monkeypatch.setattr(flow, "get_json", lambda _address: said)


@pytest.fixture
def visits(db, issuer, monkeypatch, settings):
    """Visitors who look at the answer, not at the page: nothing is drawn, and no job is done.

    Who somebody is and where an address leads do not change on the way, so both are asked once.
    """
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    monkeypatch.setattr(Template, "render", lambda *_page, **_with: "")
    monkeypatch.setattr(Actor, "of", cache(Actor.of))
    monkeypatch.setattr(URLResolver, "resolve", cache(URLResolver.resolve))
    users = cache(lambda pk: User.objects.get(pk=pk))
    monkeypatch.setattr(ModelBackend, "get_user", lambda _backend, pk: copy(users(pk)))
    return Visits(Places.made())
