"""Every address that answers with a file, found by asking all of them."""

from access import walk
from access.rules import EVERYTHING, RULES

SAFE = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
    "image/jpeg",
    "image/png",
    "text/csv",
    "text/plain",
}
"""What a browser shows or saves, and never runs."""
SENT_IN = {
    "activities:picture",
    "cascade:picture",
    "documents:file",
    "stories:picture",
}
"""Some of those whose bytes somebody sent in; what else answers without a page counts too."""
PAGE = "text/html"


def files(visits):
    """The route, way and headers of each answer that is no page."""
    for room in walk.ROOMS:
        for address in walk.addresses(room, visits.places.here):
            for way in walk.WAYS:
                rule = RULES.get((address.name, way))
                if rule is None:
                    continue
                top = "here" not in rule.places and "anywhere" not in rule.places
                user = visits.account(EVERYTHING, "top" if top else "here")
                visits.answer(user, way, address.url, address.sent)
                if not visits.headers.get("Content-Type", PAGE).startswith(PAGE):
                    yield address.name, way, visits.headers


def faults_of(route, headers):
    if headers["Content-Type"].partition(";")[0] not in SAFE:
        yield f"is of type {headers['Content-Type']}"
    if headers.get("X-Content-Type-Options") != "nosniff":
        yield "may be taken for another type"
    if "private" not in headers.get("Cache-Control", ""):
        yield "may be kept by a proxy"
    if "Content-Disposition" not in headers:
        yield "has no disposition"
    if route in SENT_IN and "sandbox" not in headers.get("Content-Security-Policy", ""):
        yield "may run what somebody sent in"


def test_files_are_of_a_safe_type_private_and_never_run(visits):
    found = list(files(visits))

    assert {route for route, _way, _headers in found} >= SENT_IN
    faults = [
        f"{way} {route} {fault}"
        for route, way, headers in found
        for fault in faults_of(route, headers)
    ]
    assert faults == [], "\n".join(faults)
