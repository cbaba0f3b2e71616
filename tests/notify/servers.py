"""A real HTTP server that takes what a web hook sends, and answers as it is told."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def listening(status=200, *, answer=None):
    """Yields its address and the requests it got: (path, headers, body).

    `answer(handler)` may do something else than to send `status`.
    """
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            got.append((self.path, dict(self.headers), self.rfile.read(length)))
            if answer is not None:
                answer(self)
                return
            self.send_response(status)
            self.send_header("Location", "http://localhost/elsewhere")
            self.end_headers()

        def log_message(self, *_args):
            """Nothing on the screen of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}/tin-nhan?kenh=1", got
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
