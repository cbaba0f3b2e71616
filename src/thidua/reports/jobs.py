"""The letters that go with a report."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from thidua.core import clock
from thidua.notify.actions import Letter, post_mails
from thidua.notify.letter_kinds import LetterKind
from thidua.notify.queries import languages_of
from thidua.org.actor import holders
from thidua.org.models import Person, Unit
from thidua.org.rights import Right
from thidua.reports.models import Report, ReportStatus

HOLES = {"unit": _("đơn vị báo cáo"), "period": _("báo cáo"), "link": _("đường dẫn")}
SUBMITTED = LetterKind(
    "report-submitted",
    _("Báo có báo cáo mới nộp"),
    _("%(unit)s nộp %(period)s"),
    _("%(unit)s đã nộp %(period)s. Đề nghị đồng chí xem và thẩm định:\n%(link)s\n"),
    HOLES,
)
RETURNED = LetterKind(
    "report-returned",
    _("Báo báo cáo được trả lại sửa"),
    _("Trả lại sửa: %(period)s của %(unit)s"),
    _("%(period)s của %(unit)s được trả lại để sửa. Lý do ghi ở từng số liệu:\n%(link)s\n"),
    HOLES,
)
ACCEPTED = LetterKind(
    "report-accepted",
    _("Báo báo cáo đã được chấp nhận"),
    _("Đã chấp nhận: %(period)s của %(unit)s"),
    _("%(period)s của %(unit)s đã được chấp nhận:\n%(link)s\n"),
    HOLES,
)


@task()
def tell_reviewers(report_id: int) -> None:
    """Mail those who review it, unless it has been taken back meanwhile."""
    report = _read(report_id)
    if report.status != ReportStatus.SUBMITTED:
        return
    right = Right.DOCUMENT_SIGN if report.summary else Right.REPORT_REVIEW
    _mail(
        report,
        readers=holders(right, _alive(report.superior or report.unit), clock.today()),
        sender=report.unit,
        kind=SUBMITTED,
        at=report.submitted_at,
    )


@task()
def tell_authors(report_id: int) -> None:
    """Mail those who write it that it came back or was accepted."""
    report = _read(report_id)
    if report.status == ReportStatus.RETURNED:
        kind = RETURNED
    elif report.status == ReportStatus.ACCEPTED:
        kind = ACCEPTED
    else:
        return
    _mail(
        report,
        readers=holders(Right.REPORT_WRITE, _alive(report.unit), clock.today()),
        sender=report.superior or report.unit,
        kind=kind,
        at=report.accepted_at or report.returns.latest("returned_at").returned_at,
    )


def _alive(unit: Unit) -> Unit:
    """The unit, or who keeps its records: an ended one has nobody to read letters."""
    return unit.kept_by or unit


def _read(report_id: int) -> Report:
    return Report.objects.select_related("period__unit", "unit", "superior").get(pk=report_id)


def _mail(
    report: Report,
    *,
    readers: Iterable[Person],
    sender: Unit,
    kind: LetterKind,
    at: datetime | None,
) -> None:
    """One letter per reader and turn of the report, from the unit and the moment of that turn."""
    words = {
        "unit": report.unit_name,
        "period": str(report.period),
        "link": f"{settings.SITE_URL}{report.get_absolute_url()}",
    }
    key = f"report.{report.pk}.{report.status}.{report.version}"
    addressed = [reader for reader in readers if reader.email]
    languages = languages_of({reader.email for reader in addressed})
    letters = []
    for reader in addressed:
        said = kind.write(words, languages.get(reader.email.lower(), "vi"))
        letters.append(
            Letter(key=f"{key}.{reader.pk}", to=reader.email, subject=said.subject, body=said.body)
        )
    post_mails(unit=sender, letters=letters, at=at or clock.now())
