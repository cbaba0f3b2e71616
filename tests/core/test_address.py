"""Whose address counts when a proxy stands in front."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from thidua.core.middleware import AddressMiddleware


def address_behind(proxies, settings, **headers):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", **headers)
    AddressMiddleware(lambda _request: HttpResponse())(request)
    return request.META["REMOTE_ADDR"]


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "203.0.113.7", "10.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (2, "198.51.100.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(proxies, header, address, settings):
    assert address_behind(proxies, settings, HTTP_X_FORWARDED_FOR=header) == address


def test_without_the_header_the_connection_counts(settings):
    assert address_behind(1, settings) == "10.0.0.1"
