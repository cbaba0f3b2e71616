"""The real application on a port of its own, with the sample organisation and no plans yet."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from browser.places import PLAN_FOLDER
from thidua.org.sample_accounts import PASSWORD

AXE = Path(__file__).parent / "vendor/axe.min.js"

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000
"""Milliseconds for the longest single thing, such as restoring a plan, on a busy machine."""
WIDTHS = {"desktop": (1280, 900), "phone": (360, 740)}


def pytest_collection_modifyitems(items):
    """A journey on one width goes to one process; both widths may be under way at once."""
    for item in items:
        params = getattr(item, "callspec", None)
        width = params.params.get("width", "") if params else ""
        item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {width}"))
    # The longest first, or one process is left alone with it.
    items.sort(key=lambda item: item.path.stem != "test_the_year")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module", params=WIDTHS, ids=list(WIDTHS))
def width(request):
    """Every journey is made on an office screen and on a phone, each in a fresh installation."""
    return request.param


@pytest.fixture(scope="module")
def filling():
    """The command that fills the installation; a module may ask for more than the organisation."""
    return ["sample", "--without-plans"]


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """What a command fills, made once for all who ask for the same; nobody works in it."""
    made: dict[tuple[str, ...], Path] = {}

    def filled_by(command: tuple[str, ...]) -> Path:
        if command not in made:
            made[command] = tmp_path_factory.mktemp("installation")
            runs(made[command], "migrate", "-v", "0")
            if command:
                runs(made[command], *command)
        return made[command]

    return filled_by


@pytest.fixture(scope="module")
def data(width, tmp_path_factory, installation, filling):
    """Where the installation of that width keeps everything, its assumed day too."""
    return copytree(installation(tuple(filling)), tmp_path_factory.mktemp("data") / "thidua")


def surroundings(data: Path) -> dict[str, str]:
    env = os.environ | {"THIDUA_DATA": str(data), "THIDUA_SAMPLE": "1"}
    env.pop("DATABASE_URL", None)
    return env


def runs(data: Path, *command: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "thidua.config", *command], env=surroundings(data), check=True
    )


@pytest.fixture(scope="module")
def site(data):
    """Address of a running application; it is stopped at the end."""
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-m", "thidua.config", "run", "--port", str(port)], env=surroundings(data)
    )
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/login/")
    yield address
    running.terminate()
    running.wait(timeout=30)


def wait_for(url: str) -> None:
    for _ in range(120):
        try:
            with urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.25)
    raise TimeoutError(url)


@pytest.fixture(scope="session")
def chromium() -> Browser:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield browser
        browser.close()


class Visitor:
    """Somebody at a screen: signs in, looks, and complains about what axe or the console finds."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message) -> None:
        text = message.text
        expected = "the server responded with a status of 4" in text
        if message.type in {"error", "warning"} and not expected:
            self.complaints.append(text)

    def goes_to(self, path: str) -> None:
        self.page.goto(self.site + path)

    def gets_a_pdf(self, path: str) -> None:
        answer = self.page.request.get(self.site + path)
        assert (answer.status, answer.body()[:5]) == (200, b"%PDF-"), path

    def signs_in(self, username: str) -> None:
        self.page.context.clear_cookies()
        self.goes_to("/login/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.get_by_role("heading", name="Bàn làm việc", level=1).wait_for()

    def reads(self, plan: str) -> None:
        """Upload one of the sample plans and wait for what was understood."""
        self.goes_to("/plans/read/")
        self.finds_the_page_in_order()
        self.page.get_by_label("Tệp văn bản").set_input_files(PLAN_FOLDER / plan)
        self.presses("Đọc tệp này")
        self.page.wait_for_url("**/plans/readings/*/")

    def field(self, label: str) -> Locator:
        """By how its label begins: what need not be filled in says so at the end."""
        return self.page.get_by_label(re.compile(f"^\\s*{re.escape(label)}")).first

    def types(self, label: str, words: str) -> None:
        self.field(label).fill(words)

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def follows(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()

    @property
    def path(self) -> str:
        """Where they are, without the filters."""
        return self.page.url.removeprefix(self.site).split("?")[0]

    def sees(self, words: str) -> None:
        self.page.get_by_text(words).locator("visible=true").first.wait_for()

    def finds_the_page_in_order(self) -> None:
        """No rule of axe is broken, nothing scrolls sideways, the console is silent."""
        assert (self.what_is_wrong(), self.complaints) == ([], []), self.page.url

    def what_is_wrong(self) -> list[str]:
        self.page.wait_for_load_state()
        across, down = self.page.viewport_size["width"], self.page.viewport_size["height"]
        # The whole page at once: bars that stick to the edge then cover nothing.
        self.page.set_viewport_size(
            {"width": across, "height": self.page.evaluate("document.body.scrollHeight") + 200}
        )
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate(
            "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
            " 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"
            ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))"
        )
        found += self.scrolls_sideways()
        self.page.set_viewport_size({"width": across, "height": down})
        return found

    def scrolls_sideways(self) -> list[str]:
        by = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return [f"scrolls sideways by {by}"] * (by > 0)


@contextmanager
def visiting(chromium: Browser, site: str, width: str) -> Iterator[Visitor]:
    """Somebody with a browser of their own, on an office screen or a phone."""
    across, down = WIDTHS[width]
    context = chromium.new_context(viewport={"width": across, "height": down}, locale="vi-VN")
    context.set_default_timeout(PATIENCE)
    yield Visitor(context.new_page(), site)
    context.close()


@pytest.fixture
def visitor(width, chromium, site):
    with visiting(chromium, site, width) as somebody:
        yield somebody
