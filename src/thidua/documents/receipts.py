"""For each printed line of *Nơi nhận*: what it means, and how far the paper has got."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from thidua.documents.looks import Look
from thidua.documents.models import Delivery, Document, Recipient, RecipientKind


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line, the look of its progress, and its deliveries with the unopened ones first."""

    line: Recipient
    look: Look
    deliveries: list[Delivery]

    @property
    def has_left(self) -> bool:
        """Something went out by this line: its targets stand."""
        return any(row.sent_at for row in self.deliveries)


def receipts_of(document: Document) -> list[Receipt]:
    """All lines of the paper in their order, with two questions to the database."""
    targets = Delivery.objects.select_related("unit", "person", "outside")
    lines = document.recipients.prefetch_related(Prefetch("deliveries", targets))
    return [_receipt(line, document) for line in lines]


def _receipt(line: Recipient, document: Document) -> Receipt:
    deliveries = sorted(
        line.deliveries.all(),
        key=lambda row: (row.opened_at is not None, str(row.unit or row.person or row.outside)),
    )
    return Receipt(line, _look(line, document, deliveries), deliveries)


def _look(line: Recipient, document: Document, deliveries: list[Delivery]) -> Look:
    match line.kind:
        case RecipientKind.OPEN:
            return Look("half", _("Chưa rõ gửi ai"))
        case RecipientKind.ARCHIVE:
            return Look("ok", _("Đã lưu")) if document.issued_at else Look("none", _("Lưu"))
        case RecipientKind.PUBLIC:
            return _public_look(public=document.public)
    if not any(row.sent_at for row in deliveries):
        return Look("none", _("Chưa gửi"))
    if line.kind == RecipientKind.OUTSIDE:
        by_mail = any(row.outside and row.outside.email for row in deliveries)
        return (
            Look("ok", _("Đã gửi thư")) if by_mail else Look("none", _("Gửi theo đường công văn"))
        )
    return _receipt_look(deliveries)


def _public_look(*, public: bool | None) -> Look:
    if public:
        return Look("ok", _("Đã đăng công khai"))
    if public is None:
        return Look("none", _("Chưa đăng công khai"))
    return Look("none", _("Đã gỡ khỏi trang công khai"))


def _receipt_look(deliveries: list[Delivery]) -> Look:
    opened = [row for row in deliveries if row.opened_at]
    counts = {"opened": len(opened), "all": len(deliveries)}
    if len(opened) < len(deliveries):
        return Look("wait", _("%(opened)s/%(all)s đã nhận") % counts)
    if len(deliveries) == 1 and opened[0].opened_at:
        return Look("ok", _("Đã nhận"))
    return Look("ok", _("%(opened)s/%(all)s đã nhận") % counts)
