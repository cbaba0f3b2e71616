"""Server time of the busiest pages on the sample year, beside a bare page with the same rows."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
FOLDER = os.environ.get("THIDUA_DATA") if os.environ.get("BENCH_SIZE") else tempfile.mkdtemp()
os.environ |= {
    "THIDUA_DATA": FOLDER or "var",
    "THIDUA_SAMPLE": "1",
    "ALLOWED_HOSTS": "testserver,127.0.0.1",
}

import django  # noqa: E402 -- settings first

django.setup()

from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import Context, Template  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from simulated import (  # noqa: E402
    DISTRICT,
    NATION,
    OFFICER,
    PROVINCE,
    SIZE,
    acts,
    fill,
    more_addresses,
    preview_times,
    seen_by,
    seen_by_keeper,
    seen_by_watcher,
    unit_of,
    watched_by,
)
from timing import Row, median, p95, times  # noqa: E402

from thidua.documents.models import Document  # noqa: E402
from thidua.org.models import User  # noqa: E402
from thidua.plans.models import Plan  # noqa: E402
from thidua.pledges.models import Sheet  # noqa: E402
from thidua.reports.models import Period  # noqa: E402

ROUNDS, RUNS = (3, 5) if SIZE else (6, 15)
"""Every page is measured in each round, minutes apart from its other rounds."""
READERS = {PROVINCE: seen_by_keeper, OFFICER: seen_by_watcher, NATION: seen_by}
"""Who looks over more than a district in a simulated installation."""
BUSIEST = frozenset(
    {
        "Bàn làm việc",
        "Kế hoạch",
        "Kế hoạch, một bản",
        "Sổ văn bản đến",
        "Văn bản",
        "Triển khai, các đơn vị",
        "Giao ước",
        "Ký giao ước trên điện thoại",
        "Hoạt động",
        "Ghi nhanh",
        "Báo cáo",
        "Thông báo",
    }
)
"""The twelve that are opened most: by members, by every chair every week, by who follows them."""
WATCHING = "Triển khai, các đơn vị"
COUNTED_ANEW = {
    "Kế hoạch": "Kế hoạch, mọi con số của khung đếm lại",
    WATCHING: "Triển khai, các đơn vị, mọi con số đếm lại",
}
"""What takes long is kept until somebody does something; these rows tell the price without that."""
BARE = Template(
    "<table>{% for row in rows %}<tr><td>{{ row.full_number }}</td><td>{{ row.dated }}</td>"
    "<td>{{ row.title }}</td><td>{{ row.issuer_name }}</td></tr>{% endfor %}</table>"
)


def addresses() -> dict[str, str]:
    """The pages that are measured, by the name the table gives them. One line adds a page."""
    plan = simulated_plan() if SIZE else Plan.objects.get(document__full_number="05/KH-CĐGD")
    read = {} if SIZE else {"Đọc văn bản": plan.document.reading.get_absolute_url()}
    return {
        "Bàn làm việc": reverse("home:desk"),
        "Kế hoạch": reverse("plans:list"),
        "Kế hoạch, một bản": plan.get_absolute_url(),
        **read,
        "Sổ văn bản đi": reverse("documents:register_out"),
        "Sổ văn bản đến": reverse("documents:register_in"),
        "Văn bản": plan.document.get_absolute_url(),
        "Thư gửi đi": reverse("notify:outbox"),
        "Trang công khai": reverse("public:index"),
        **running_year(plan),
        **(more_addresses(plan.document.unit) if SIZE else {}),
    }


def simulated_plan() -> Plan:
    """The plan of the district whose chair looks."""
    return Plan.objects.get(document__unit=unit_of(DISTRICT))


def running_year(plan: Plan) -> dict[str, str]:
    """The pages on which the year is run and watched."""
    sheet = Sheet.objects.filter(phase__plan=plan).latest("pk")
    period = Period.objects.filter(plan=plan).latest("pk")
    return {
        "Triển khai, các đơn vị": reverse("progress:plan", args=[plan.pk]),
        "Triển khai, các nội dung": reverse("cascade:plan", args=[plan.pk]),
        "Giao ước": reverse("pledges:list"),
        "Ký giao ước trên điện thoại": reverse(
            "public:pledge", args=[sheet.codes.latest("pk").token]
        ),
        "Hoạt động": reverse("activities:list"),
        "Ghi nhanh": reverse("activities:new"),
        "Báo cáo": reverse("reports:list"),
        "Kỳ báo cáo": period.get_absolute_url(),
        "Nhập báo cáo": reverse("reports:report", args=[period.pk, plan.document.unit_id]),
        "Khen thưởng": reverse("awards:nominations"),
        "Quyết định khen thưởng": reverse("awards:decisions"),
        "Giấy khen": reverse("certificates:list"),
        "Hội đồng": reverse("councils:list"),
        "Điển hình": reverse("stories:list"),
        "Thông báo": reverse("notify:notices"),
    }


def page_rows() -> list[Row]:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    if SIZE:
        fill()
    else:
        call_command("sample", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    client = Client()
    client.force_login(User.objects.get(username=DISTRICT if SIZE else "ninhbinh.chutich"))
    urls = addresses()
    pages = [Page(name, client, url, name in BUSIEST) for name, url in urls.items()]
    pages += [
        Page(told, client, urls[name], busy=False, before=cache.clear)
        for name, told in COUNTED_ANEW.items()
    ]
    pages += wider_pages() if SIZE else []
    rounds = [[page.measured() for page in pages] for _ in range(ROUNDS)]
    rows = [
        page.row(least_disturbed(of_page))
        for page, of_page in zip(pages, zip(*rounds, strict=True), strict=True)
    ]
    return rows + ([of_the_country(), *reorganising_rows(client)] if SIZE else [])


def wider_pages() -> list["Page"]:
    """The pages of whoever looks over a province or the country; the last line without memory."""
    pages = []
    for username, addresses_of in READERS.items():
        client = Client()
        client.force_login(User.objects.get(username=username))
        urls = addresses_of(username)
        pages += [
            Page(f"{name} ({username})", client, url, busy=False) for name, url in urls.items()
        ]
        if watched := urls.get(WATCHING):
            told = f"{COUNTED_ANEW[WATCHING]} ({username})"
            pages.append(Page(told, client, watched, busy=False, before=cache.clear))
    return pages


def of_the_country() -> Row:
    """Triển khai of the national plan, counted once: it takes too long for rounds."""
    client = Client()
    client.force_login(User.objects.get(username=NATION))
    page = Page(WATCHING, client, watched_by(NATION), busy=False, before=cache.clear)
    began = time.perf_counter()
    page.ask()
    took = time.perf_counter() - began
    return (f"page “{COUNTED_ANEW[WATCHING]} ({NATION})”, once", f"{took:.1f} s", "—", "—")


def reorganising_rows(client: Client) -> list[Row]:
    previews = preview_times(client, RUNS)
    return [
        (f"preview of “{name}”", f"{median(took)}, p95 {p95(took)}", "—", "—")
        for name, took in previews.items()
    ] + [act_row(name, act) for name, act in acts().items()]


def act_row(name: str, act: Callable[[], None]) -> Row:
    """A change of the tree with everything that follows from it in every room."""
    measured = times(act, RUNS)
    return (f"“{name}”, rolled back", f"{median(measured)}, p95 {p95(measured)}", "—", "—")


@dataclass(frozen=True)
class Measured:
    """One round of one page, in milliseconds, with the bare page right beside it."""

    page: list[float]
    bare: list[float]


def least_disturbed(rounds: Sequence[Measured]) -> Measured:
    """The round in which the bare page was the quickest.

    Other guests of the same host slow this machine down for seconds or minutes. The bare page
    chooses the round, never the page itself, so that luck of the page does not count.
    """
    return min(rounds, key=lambda one: statistics.median(one.bare))


@dataclass(frozen=True)
class Page:
    """A page to be measured; `before` runs ahead of every request and is measured with it."""

    name: str
    client: Client
    url: str
    busy: bool
    before: Callable[[], object] = int

    def ask(self) -> None:
        self.before()
        answer = self.client.get(self.url)
        if answer.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{self.url}: {answer.status_code}")

    def measured(self) -> Measured:
        return Measured(times(self.ask, RUNS), times(_bare, RUNS))

    def row(self, best: Measured) -> Row:
        queries = Queries()
        with connection.execute_wrapper(queries):
            self.ask()
        share = statistics.median(best.page) / statistics.median(best.bare)
        return (
            f"page “{self.name}”",
            f"{median(best.page)}, p95 {p95(best.page)}, {queries.count} queries",
            "≤ 25 ms, p95 ≤ 100 ms" if self.busy else "— (beside the twelve busiest)",
            f"{share:.1f} times the {median(best.bare)} of a bare page, the rows of the register",
        )


class Queries:
    """Counts what is asked of the database."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], *asked: Any) -> Any:
        self.count += 1
        return execute(*asked)


def _bare() -> HttpResponse:
    rows = Document.objects.order_by("-dated")[:50]
    return HttpResponse(BARE.render(Context({"rows": rows})))
