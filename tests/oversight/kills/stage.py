"""Work waiting to be done in the sample year: members to sign, reports to submit, plans to issue.

A process of its own: `python -m oversight.kills.stage` writes what waits, as JSON.
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 -- settings first
from django.db.models import Max  # noqa: E402
from django.test import Client  # noqa: E402

from reports.asked import form_data, typed  # noqa: E402
from thidua.core import clock  # noqa: E402
from thidua.documents import actions as documents  # noqa: E402
from thidua.documents.models import Book, Direction  # noqa: E402
from thidua.org.actor import Actor  # noqa: E402
from thidua.org.models import Membership, Person, Unit, User  # noqa: E402
from thidua.plans import actions as plans  # noqa: E402
from thidua.plans.actions.drafting import PaperHead  # noqa: E402
from thidua.plans.models import Plan  # noqa: E402
from thidua.pledges.models import Sheet  # noqa: E402
from thidua.reports import actions as reports  # noqa: E402
from thidua.reports.stretch import Stretch  # noqa: E402

MEMBERS, PLANS, PERIODS, SCHOOLS = 3000, 60, 4, range(2, 28)
DAY = clock.today()
RECIPIENTS = [
    "Liên đoàn Lao động tỉnh Ninh Bình",
    *(f"CĐCS Trường THPT {name}" for name in ("Kênh Gà", "Tam Cốc", "Vân Long", "Bái Đính")),
    "Lưu: VT",
]


def who(username: str) -> Actor:
    return Actor.of(User.objects.get(username=username), DAY)


def unit_of(actor: Actor) -> Unit:
    """The one unit in which they hold a post."""
    (post,) = actor.posts
    return Unit.objects.get(pk=post.unit_id)


def key_of(username: str) -> str:
    """The session cookie of somebody who has signed in."""
    client = Client()
    client.force_login(User.objects.get(username=username), settings.AUTHENTICATION_BACKENDS[-1])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def sheet_to_sign(unit) -> dict:
    """A sheet that takes pledges today, and members that nobody has seen sign yet."""
    sheet = Sheet.objects.get(unit=unit, closed_at=None, closes_on__gte=DAY)
    codes = [f"TAP-{number:05d}" for number in range(MEMBERS)]
    people = Person.objects.bulk_create(Person(name=f"Người {code}", code=code) for code in codes)
    Membership.objects.bulk_create(
        Membership(person=person, unit=unit, starts_on=sheet.opens_on) for person in people
    )
    return {"path": f"/g/{sheet.codes.get(revoked_at=None).token}/", "codes": codes}


def reports_to_submit(plan: Plan) -> list[dict]:
    """Written and clean, each by the chair of its school."""
    waiting, officer, first = [], who("ninhbinh.canbo"), plan.phases.first().starts_on
    for number in range(PERIODS):
        period = reports.open_request(
            plan=plan,
            stretch=Stretch(name=f"Báo cáo nhanh tuần {number + 1}", first=first, last=DAY),
            due=reports.Due(reports=DAY),
            by=officer,
            at=clock.now(),
        )
        for school in SCHOOLS:
            name = f"nb.{school:02d}.chutich"
            chair = who(name)
            report = reports.save_report(
                period=period,
                unit=unit_of(chair),
                version=0,
                typed=typed(period),
                by=chair,
                at=clock.now(),
            )
            data = form_data(report, period) | {"do": "submit"}
            row = {"report": report.pk, "path": report.get_absolute_url()}
            waiting.append(row | {"data": data, "by": name})
    return waiting


def plans_to_issue(unit) -> list[dict]:
    """Signed, and addressed to a union above and one below."""
    officer, chair = who("ninhbinh.canbo"), who("ninhbinh.chutich")
    typed_by_clerk = {"dated": f"{DAY:%d/%m/%Y}", "warned": DAY.isoformat(), "reserved": ""}
    row = {"by": "ninhbinh.vanthu", "data": typed_by_clerk}
    made = []
    for number in range(PLANS):
        plan = plans.start_plan(
            unit=unit,
            head=PaperHead(
                title=f"Phát động đợt thi đua ngắn ngày thứ {number + 1}",
                symbol="KH-CĐGD",
                place="Ninh Bình",
                issuer_name=unit.name,
                parent_name="Liên đoàn Lao động tỉnh Ninh Bình",
            ),
            by=officer,
            at=clock.now(),
        )
        documents.set_recipients(
            document=plan.document, lines=RECIPIENTS, by=officer, at=clock.now()
        )
        plans.submit_plan(plan=plan, by=officer, at=clock.now())
        documents.sign_document(document=plan.document, by=chair, at=clock.now())
        made.append(row | {"plan": plan.pk, "path": f"/plans/{plan.pk}/"})
    return made


def main() -> None:
    plan = Plan.objects.get(document__full_number="05/KH-CĐGD", document__dated__year=DAY.year)
    above, school = plan.document.unit, unit_of(who("nb.01.chutich"))
    book = Book.objects.get(unit=above, direction=Direction.OUT, year=DAY.year)
    names = ["ninhbinh.vanthu", *(f"nb.{school:02d}.chutich" for school in SCHOOLS)]
    waiting = {
        "sheet": sheet_to_sign(school),
        "reports": reports_to_submit(plan),
        "plans": plans_to_issue(above),
        "book": book.pk,
        "last": book.entries.aggregate(last=Max("number"))["last"],
        "keys": {name: key_of(name) for name in names},
    }
    json.dump(waiting, sys.stdout)


main()
