"""People who press, and press again on the same page when no answer comes."""

import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPException
from queue import Empty, SimpleQueue
from typing import TypeVar
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ONCE = re.compile(r'name="once" value="([^"]+)"')
VERSION = re.compile(r'name="version" value="(\d+)"')
DONE, OPEN, KNOWN, NONE = 302, 200, 409, 0
STRANGERS = 20
"""Every so many signers one is on no list, and waits for the leader."""
PAUSE = 0.2


Answer = TypeVar("Answer", bound=tuple)


class NoAnswerError(Exception):
    """The connection broke: nobody knows whether the press was carried out."""


@dataclass
class Book:
    """What was answered, as those who pressed remember it."""

    pledged: dict[str, str] = field(default_factory=dict)
    """Who signed, and the receipt they were led to."""
    acknowledged: dict[str, list[int]] = field(default_factory=lambda: {"submit": [], "issue": []})
    answers: Counter[str] = field(default_factory=Counter)
    odd: list[str] = field(default_factory=list)


class Browser:
    """Cookies, and a fresh connection for each page."""

    def __init__(self, port: int, session: str = "") -> None:
        self.port, self.cookies = port, {"sessionid": session} if session else {}

    def get(self, path: str) -> tuple[int, str]:
        status, text, _to = self._ask("GET", path)
        return status, text

    def press(self, path: str, page: str, typed: dict) -> tuple[int, str, str]:
        """The status, the text, and where the answer leads."""
        found = TOKEN.search(page)
        typed = {"csrfmiddlewaretoken": found[1] if found else ""} | typed
        return self._ask("POST", path, urlencode(typed))

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{name}={kept}" for name, kept in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except ConnectionRefusedError as error:
            raise NoAnswerError("down") from error
        except (OSError, HTTPException) as error:
            raise NoAnswerError("broken off") from error
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _is, kept = line.partition(";")[0].partition("=")
            self.cookies[name] = kept
        return answer.status, text, answer.headers.get("Location", "")


class Crowd:
    """Threads that work off what waits, until there has been enough."""

    def __init__(self, waiting: dict, port: int) -> None:
        self.waiting, self.port = waiting, port
        self.book, self.enough = Book(), threading.Event()
        wishes = (
            (4, (partial(self._pledge, *pair) for pair in enumerate(waiting["sheet"]["codes"]))),
            (2, (partial(self._submit, row) for row in waiting["reports"])),
            (2, (partial(self._issue, row) for row in waiting["plans"])),
        )
        self.threads = [
            threading.Thread(target=self._work, args=[queue], daemon=True)
            for hands, each in wishes
            for queue in [_queue(each)] * hands
        ]

    def begin(self) -> None:
        for thread in self.threads:
            thread.start()

    def end(self, patience: int) -> None:
        """Nobody begins anything new; who waits for an answer still gets it."""
        self.enough.set()
        for thread in self.threads:
            thread.join(timeout=patience)
            assert not thread.is_alive(), "somebody got no answer"

    def _work(self, queue: "SimpleQueue[Callable[[], None]]") -> None:
        while not self.enough.is_set():
            try:
                wish = queue.get_nowait()
            except Empty:
                return
            wish()

    def _pledge(self, number: int, code: str) -> None:
        """On a phone, without an account; pressed again it is the same page."""
        phone, path = Browser(self.port), self.waiting["sheet"]["path"]
        _status, page = self._answer("pledge page", lambda: phone.get(path))
        stranger = number % STRANGERS == 0
        typed = {"once": ONCE.search(page)[1], "who": f"Người lạ {code}" if stranger else code}
        typed |= {"tail": "4827" if stranger else "", "deed": "Kèm hai em học sinh yếu."}
        status, text, to = self._answer("pledge", lambda: phone.press(path, page, typed))
        if status == DONE:
            self.book.pledged[code] = to
        else:
            self.book.odd.append(f"pledge {status}: {text[-600:]}")

    def _submit(self, row: dict) -> None:
        self._settle(Wish("submit", row["report"], row["path"], row["path"], VERSION), row)

    def _issue(self, row: dict) -> None:
        act = f"{row['path']}issue/"
        self._settle(
            Wish("issue", row["plan"], row["path"], act, re.compile(f'action="({act})"')), row
        )

    def _settle(self, wish: "Wish", row: dict) -> None:
        """Press; without an answer look at the page whether it was done, else press again."""
        browser, pressed = Browser(self.port, self.waiting["keys"][row["by"]]), False
        while True:
            status, page = self._answer(f"{wish.what} page", lambda: browser.get(wish.page))
            form = wish.form.search(page)
            if form is None:
                self._found(wish, status, page, pressed=pressed)
                return
            typed = row["data"] | ({"version": form[1]} if wish.form is VERSION else {})
            status, text = self._pressed(wish, browser, page, typed)
            pressed = True
            if status == DONE:
                self.book.acknowledged[wish.what].append(wish.pk)
                return
            if status not in (NONE, KNOWN):
                self.book.odd.append(f"{wish.what} {status}: {text[-600:]}")
                return

    def _pressed(self, wish: "Wish", browser: Browser, page: str, typed: dict) -> tuple[int, str]:
        try:
            status, text, _to = browser.press(wish.act, page, typed)
        except NoAnswerError as why:
            self.book.answers[f"{wish.what}: {why}"] += 1
            time.sleep(PAUSE)
            return NONE, ""
        self.book.answers[f"{wish.what}: {status}"] += 1
        return status, text

    def _found(self, wish: "Wish", status: int, page: str, *, pressed: bool) -> None:
        """Nothing to press is left: what was sent and not answered had been carried out."""
        if status == OPEN and pressed:
            self.book.answers[f"{wish.what}: found done"] += 1
            self.book.acknowledged[wish.what].append(wish.pk)
        else:
            self.book.odd.append(f"{wish.what} {status}, nothing to press: {page[-600:]}")

    def _answer(self, what: str, ask: Callable[[], Answer]) -> Answer:
        """Ask until somebody answers."""
        while True:
            try:
                answer = ask()
            except NoAnswerError as why:
                self.book.answers[f"{what}: {why}"] += 1
                time.sleep(PAUSE)
            else:
                self.book.answers[f"{what}: {answer[0]}"] += 1
                return answer


@dataclass(frozen=True)
class Wish:
    """Something to be done once: where it is seen, where it is pressed, and what shows it open."""

    what: str
    pk: int
    page: str
    act: str
    form: "re.Pattern[str]"


def _queue(wishes: Iterable[Callable[[], None]]) -> "SimpleQueue[Callable[[], None]]":
    queue: SimpleQueue[Callable[[], None]] = SimpleQueue()
    for wish in wishes:
        queue.put(wish)
    return queue
