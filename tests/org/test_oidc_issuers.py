"""What an issuer publishes about itself, good and bad, from a real HTTP server."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.urls import reverse

PLACES = {"authorization_endpoint": "/a", "token_endpoint": "/t", "jwks_uri": "/k"}


@contextmanager
def publishing(**changed):
    """An issuer that publishes its places, `changed`; the address while it runs."""

    class Issuer(BaseHTTPRequestHandler):
        def do_GET(self):
            own = f"http://localhost:{self.server.server_port}"
            told = {name: f"{own}{place}" for name, place in PLACES.items()}
            told = {"issuer": own} | told | changed
            body = json.dumps({name: one for name, one in told.items() if one}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Nothing on the screen of the tests."""

    with ThreadingHTTPServer(("localhost", 0), Issuer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def started(client, settings, address):
    settings.OIDC_PROVIDERS = {
        "so": {"issuer": address, "client_id": "c", "client_secret": "", "label": "Cổng của Sở"}
    }
    return client.get(reverse("org:elsewhere", args=["so"]))


def test_the_browser_goes_where_the_issuer_says(client, db, settings):
    with publishing() as address:
        answer = started(client, settings, address)

    assert answer["Location"].startswith(f"{address}/a?response_type=code")


@pytest.mark.parametrize(
    "changed",
    [{"issuer": "https://ke.xau"}, *({name: None} for name in PLACES)],
    ids=["another name", *PLACES],
)
def test_an_issuer_that_is_set_up_badly_is_said_to_be_and_no_fault(client, db, settings, changed):
    with publishing(**changed) as address:
        answer = started(client, settings, address)

    assert answer.status_code == 403
    assert "không đúng với cổng đã cài đặt" in answer.text
