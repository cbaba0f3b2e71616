"""What cannot be taken out of the system when a person becomes nameless, and why."""

from django.utils.translation import gettext as _

from thidua.audit.models import AuditEvent
from thidua.awards.models import Award
from thidua.certificates.models import Certificate
from thidua.documents.models import Document
from thidua.documents.models.papers import FROZEN
from thidua.org.models import Person, User
from thidua.oversight.personal_data.walking import Rows

Left = list[dict[str, str | int]]


def left_of(people: list[Person], rows: Rows) -> Left:
    """Kind, number and reason, for the page and for the answer to the person."""
    signed = Document.objects.filter(pk__in=rows.get(Document, ()), status__in=FROZEN).count()
    awards = Award.objects.filter(pk__in=rows.get(Award, ()))
    decisions = awards.values("decision").distinct().count()
    certificates = Certificate.objects.filter(pk__in=rows.get(Certificate, ())).count()
    told = [
        (
            _("văn bản đã ban hành do người này ký hoặc nhận"),
            signed,
            _("văn bản lưu trữ không sửa; chỉ người được đọc văn bản của đơn vị mở được"),
        ),
        (
            _("quyết định khen thưởng đã ban hành có tên người này"),
            decisions,
            _("văn bản lưu trữ không sửa; đã rút khỏi trang công khai"),
        ),
        (_("giấy khen đã in"), certificates, _("tệp giấy khen không mở được nữa")),
        (
            _("dòng nhật ký có tên người này"),
            _trail(people),
            _("nhật ký niêm phong giữ nguyên trong cơ sở dữ liệu; khi đọc không còn thấy tên"),
        ),
    ]
    return [{"what": what, "count": count, "why": why} for what, count, why in told if count]


def lock_papers(rows: Rows) -> int:
    """Decisions that name the person leave the public page."""
    decisions = Award.objects.filter(pk__in=rows.get(Award, ())).values("decision")
    return Document.objects.filter(pk__in=decisions).exclude(public=False).update(public=False)


def _trail(people: list[Person]) -> int:
    targets = [f"org.person:{one.pk}" for one in people]
    accounts = User.objects.filter(person__in=people).values_list("username", flat=True)
    about = AuditEvent.objects.filter(target__in=targets).count()
    return about + AuditEvent.objects.filter(actor__in=list(accounts)).count()
