"""What is still open when the year of a plan is closed."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from thidua.awards.models import Nomination, NominationStatus
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.plans.models import Phase, Plan
from thidua.reports.models import Period, Report, ReportStatus
from thidua.reports.reporters import reporters_within
from thidua.stories.models import Story, StoryStatus

UNISSUED = (DocumentStatus.DRAFT, DocumentStatus.SUBMITTED, DocumentStatus.SIGNED)
DECIDED = (NominationStatus.AWARDED, NominationStatus.DECLINED)


@dataclass(frozen=True, slots=True)
class OpenThing:
    """One thing nobody has finished: of which kind, what, and where."""

    kind: str
    title: str
    url: str


def left_open(plan: Plan) -> list[OpenThing]:
    """Reports, phases, nominations, papers and stories of the asking unit that are not finished."""
    return [
        *_reports(plan),
        *_phases(plan),
        *_nominations(plan),
        *_papers(plan),
        *_stories(plan),
    ]


def as_rows(things: list[OpenThing]) -> list[dict[str, str]]:
    """As `YearClosing.left_open` keeps them."""
    return [asdict(thing) for thing in things]


def _reports(plan: Plan) -> Iterator[OpenThing]:
    """Every report that a unit below still owes, for every period of the plan."""
    accepted = Report.objects.filter(period__plan=plan, status=ReportStatus.ACCEPTED)
    done = set(accepted.values_list("period_id", "unit_id"))
    for period in Period.objects.filter(plan=plan).order_by("ends_on", "pk"):
        for unit in reporters_within(period.unit_path, period.ends_on):
            if unit.unit_id != period.unit_id and (period.pk, unit.unit_id) not in done:
                title = _("%(unit)s: %(period)s") % {"unit": unit.name, "period": period}
                yield OpenThing(_("Báo cáo chưa chấp nhận"), title, period.get_absolute_url())


def _phases(plan: Plan) -> Iterator[OpenThing]:
    for phase in Phase.objects.filter(plan=plan, closing=None):
        yield OpenThing(_("Đợt chưa sơ kết"), phase.name, plan.get_absolute_url())


def _nominations(plan: Plan) -> Iterator[OpenThing]:
    waiting = Nomination.objects.filter(phase__plan=plan).exclude(status__in=DECIDED)
    for one in waiting.select_related("kind").order_by("pk"):
        yield OpenThing(_("Đề nghị khen chưa quyết định"), str(one), one.get_absolute_url())


def _papers(plan: Plan) -> Iterator[OpenThing]:
    papers = Document.objects.filter(
        unit=plan.document.unit, direction=Direction.OUT, status__in=UNISSUED
    )
    for paper in papers.order_by("created_at", "pk"):
        yield OpenThing(_("Văn bản chưa ban hành"), str(paper), paper.get_absolute_url())


def _stories(plan: Plan) -> Iterator[OpenThing]:
    stories = Story.objects.filter(unit=plan.document.unit, status=StoryStatus.DRAFT)
    for story in stories.order_by("written_at", "pk"):
        yield OpenThing(_("Bài điển hình chưa đăng"), str(story), story.get_absolute_url())
