"""Server time of the busiest pages on the sample year, beside a bare page with the same rows."""

import os
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
FOLDER = tempfile.mkdtemp()
os.environ |= {"THIDUA_DATA": FOLDER, "THIDUA_SAMPLE": "1", "ALLOWED_HOSTS": "testserver,127.0.0.1"}

import django  # noqa: E402 -- settings first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import Context, Template  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from timing import Row, median, p95, times  # noqa: E402

from thidua.documents.models import Document  # noqa: E402
from thidua.org.models import User  # noqa: E402
from thidua.plans.models import Plan  # noqa: E402

BARE = Template(
    "<table>{% for row in rows %}<tr><td>{{ row.full_number }}</td><td>{{ row.dated }}</td>"
    "<td>{{ row.title }}</td><td>{{ row.issuer_name }}</td></tr>{% endfor %}</table>"
)


def page_rows() -> list[Row]:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("sample", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    client = Client()
    client.force_login(User.objects.get(username="ninhbinh.chutich"))
    plan = Plan.objects.get(document__full_number="05/KH-CĐGD")
    pages = {
        "Bàn làm việc": reverse("home:desk"),
        "Kế hoạch": reverse("plans:list"),
        "Kế hoạch, một bản": plan.get_absolute_url(),
        "Đọc văn bản": plan.document.reading.get_absolute_url(),
        "Sổ văn bản đi": reverse("documents:register_out"),
        "Sổ văn bản đến": reverse("documents:register_in"),
        "Văn bản": plan.document.get_absolute_url(),
        "Thư gửi đi": reverse("notify:outbox"),
        "Trang công khai": reverse("public:index"),
    }
    bare = median(times(_bare, 50))
    return [_row(name, url, client, bare) for name, url in pages.items()]


def _row(name: str, url: str, client: Client, bare: str) -> Row:
    answer = client.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    measured = times(lambda: client.get(url), 50)
    return (
        f"page “{name}”",
        f"{median(measured)}, p95 {p95(measured)}",
        "≤ 25 ms, p95 ≤ 100 ms",
        f"{bare} for a bare page with the rows of the register",
    )


def _bare() -> HttpResponse:
    rows = Document.objects.order_by("-dated")[:50]
    return HttpResponse(BARE.render(Context({"rows": rows})))
