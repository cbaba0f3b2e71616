"""How many pledges a second the server takes on a ceremony: CSRF and the pace of addresses on.

Run it alone, never beside `make bench`: it needs an empty PostgreSQL database of its own, named by
DATABASE_URL. Before and after it, a bare form that keeps one row takes as many.
`python bench/pledging.py [pledges] [phones] [workers]`.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

FOLDER = tempfile.mkdtemp()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
os.environ |= {"THIDUA_DATA": FOLDER, "THIDUA_SAMPLE": "1"}

import django  # noqa: E402 -- settings first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils.crypto import get_random_string  # noqa: E402

from thidua.audit.models import AuditEvent  # noqa: E402
from thidua.core import clock  # noqa: E402
from thidua.documents.models import Direction, Document  # noqa: E402
from thidua.org.models import Membership, Person, Placement, Unit, UnitKind, UnitName, User  # noqa: E402
from thidua.plans.models import Plan  # noqa: E402
from thidua.pledges.models import Pledge, Sheet, SheetCode  # noqa: E402

PORT = 8199
HERE = Path(__file__).parent
BARE = "bare_pledge:application"
BARE_TABLE = "CREATE TABLE bare_pledge (id serial PRIMARY KEY, who text NOT NULL)"
ADDRESSES = [f"127.0.0.{last}" for last in range(2, 52)]
"""As many schools as would sign in the same minute, each behind one address."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def ceremony(pledges: int) -> tuple[str, list[str]]:
    """A sheet of one school with as many members as will sign."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    day, now = clock.today(), clock.now()
    kind = UnitKind.objects.create(code="cdcs", name="Công đoàn cơ sở")
    unit = Unit.objects.create(kind=kind, name="Công đoàn cơ sở Trường THPT Hoa Phong")
    UnitName.objects.create(unit=unit, kind=kind, name=unit.name, starts_on=day)
    Placement.objects.create(unit=unit, path=f"/{unit.key}/", starts_on=day)
    codes = [f"TAI-{number:05d}" for number in range(pledges)]
    people = Person.objects.bulk_create(Person(name=f"Người {code}", code=code) for code in codes)
    Membership.objects.bulk_create(
        Membership(person=person, unit=unit, starts_on=day) for person in people
    )
    user = User.objects.create(username="chu-tich")
    paper = Document.objects.create(
        unit=unit,
        unit_path=f"/{unit.key}/",
        direction=Direction.OUT,
        title="Thi đua",
        drafted_by=user,
        created_at=now,
    )
    plan = Plan.objects.create(document=paper, edited_by=user, edited_at=now)
    phase = plan.phases.create(position=1, name="Đợt 1", starts_on=day, ends_on=day)
    sheet = Sheet.objects.create(
        unit=unit,
        unit_path=unit.path_on(day),
        phase=phase,
        title="Giao ước thi đua",
        words="Dạy tốt, học tốt.",
        purpose="Tính tỷ lệ.",
        contact="Chủ tịch",
        opens_on=day,
        closes_on=day,
        opened_by=user,
        opened_at=now,
    )
    code = SheetCode.objects.create(sheet=sheet, token=get_random_string(10).lower(), made_at=now)
    return f"/g/{code.token}/", codes


class Phone:
    """One phone after the other, over a connection that is kept."""

    def __init__(self, address: str, path: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", PORT, source_address=(address, 0), timeout=30)
        self.path = path
        answer = self._ask("GET", path)
        self.cookie = answer[1].split(";")[0]
        found = TOKEN.search(answer[2])
        self.token = found[1] if found else ""

    def sign(self, code: str) -> int:
        """The status of the answer: 302 leads to the receipt."""
        typed = {
            "csrfmiddlewaretoken": self.token,
            "once": code,
            "who": code,
            "tail": "",
            "deed": "",
        }
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{PORT}",
        }
        return self._ask("POST", self.path, urlencode(typed), headers)[0]

    def _ask(
        self, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        self.connection.request(method, path, body, headers or {})
        answer = self.connection.getresponse()
        text = answer.read().decode()
        return answer.status, answer.headers.get("Set-Cookie", ""), text


def _share(phone: Phone, codes: list[str]) -> list[int]:
    return [phone.sign(code) for code in codes]


def _phones(path: str, phones: int) -> Iterator[Phone]:
    for address, _number in zip(cycle(ADDRESSES), range(phones), strict=False):
        yield Phone(address, path)


def _server(workers: int, application: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(PORT), "--workers", str(workers), "--blocking-threads", "4"]
    command += ["--log-level", "warning", "--no-ws", "--working-dir", str(HERE), application]
    running = subprocess.Popen(command)
    for _ in range(200):
        try:
            HTTPConnection("127.0.0.1", PORT, timeout=5).request("GET", "/login/")
        except OSError:
            time.sleep(0.1)
        else:
            break
    return running


def _seconds(pid: int) -> float:
    """The time that the server and its processes have computed, whoever else uses the machine."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    pids = [str(pid), *found.stdout.split()]
    ticks = sum(
        int(part)
        for one in pids
        for part in Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:13]
    )
    return ticks / os.sysconf("SC_CLK_TCK")


class Measured(NamedTuple):
    """What `pledges` posts over HTTP took: seconds by the clock, and of computing in the server."""

    answers: list[int]
    took: float
    computed: float

    def __str__(self) -> str:
        good = self.answers.count(HTTPStatus.FOUND)
        each = self.computed / len(self.answers) * 1000
        pace = (
            f"{good} of {len(self.answers)} in {self.took:.1f} s: {good / self.took:.0f} a second"
        )
        return f"{pace}, {each:.1f} ms of computing in the server for each"


def measured(application: str, path: str, codes: list[str], phones: int, workers: int) -> Measured:
    running = _server(workers, application)
    try:
        held = list(_phones(path, phones))
        shares = [codes[number::phones] for number in range(phones)]
        before, began = _seconds(running.pid), time.perf_counter()
        with ThreadPoolExecutor(phones) as pool:
            answers = [status for part in pool.map(_share, held, shares) for status in part]
        took, computed = time.perf_counter() - began, _seconds(running.pid) - before
    finally:
        running.terminate()
        running.wait(timeout=30)
    return Measured(answers, took, computed)


def main(pledges: int = 4000, phones: int = 16, workers: int = 2) -> None:
    path, codes = ceremony(pledges)
    with connection.cursor() as cursor:
        cursor.execute(BARE_TABLE)
    bare = [measured(BARE, "/", codes, phones, workers)]
    signed = measured("thidua.config.wsgi:application", path, codes, phones, workers)
    bare.append(measured(BARE, "/", codes, phones, workers))
    kept = Pledge.objects.filter(state="counted").count()
    noted = AuditEvent.objects.filter(type="pledges.signed").count()
    print(f"signed: {signed}; kept {kept}, in the log {noted}")
    print(*(f"a bare form before and after: {one}" for one in bare), sep="\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
