"""The words of the e-mails that go with a paper, and the links in them."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.documents.models import Delivery, Document
from thidua.notify.letter_kinds import LetterKind, Words

SALT = "thidua.documents.letter"
LINK_SECONDS = 180 * 24 * 60 * 60
"""Half a year: a link in an old e-mail leads nowhere."""


def subject_of(document: Document) -> str:
    """*Kế hoạch số 05/KH-CĐGD ngày 15/01/2024 của Công đoàn …*"""
    day = _(" ngày %(day)s") % {"day": f"{document.dated:%d/%m/%Y}"} if document.dated else ""
    return _("%(paper)s%(day)s của %(issuer)s") % {
        "paper": document,
        "day": day,
        "issuer": document.issuer_name,
    }


HOLES = {
    "to_whom": gettext_lazy("nơi nhận"),
    "issuer": gettext_lazy("cơ quan ban hành"),
    "subject": gettext_lazy("văn bản"),
    "title": gettext_lazy("trích yếu"),
    "link": gettext_lazy("đường dẫn"),
}
TO_MEMBER = LetterKind(
    "document-inside",
    gettext_lazy("Gửi văn bản trong hệ thống công đoàn"),
    "%(subject)s",
    gettext_lazy(
        "Kính gửi đồng chí %(to_whom)s,\n\n"
        "%(issuer)s trân trọng gửi đến đồng chí %(subject)s về việc:\n"
        "“%(title)s”.\n\n"
        "Đề nghị đồng chí đăng nhập hệ thống Thi Đua để mở xem và xác nhận đã nhận văn bản:\n"
        "%(link)s\n\n"
        "Trân trọng cảm ơn đồng chí.\n"
        "%(issuer)s\n"
    ),
    HOLES,
)
TO_OUTSIDE = LetterKind(
    "document-outside",
    gettext_lazy("Gửi văn bản ra ngoài hệ thống công đoàn"),
    "%(subject)s",
    gettext_lazy(
        "Kính gửi %(to_whom)s,\n\n"
        "%(issuer)s trân trọng gửi đến Quý cơ quan %(subject)s về việc:\n"
        "“%(title)s”.\n\n"
        "Kính mời Quý cơ quan mở xem và tải văn bản tại địa chỉ sau, trong vòng 180 ngày:\n"
        "%(link)s\n\n"
        "Trân trọng.\n"
        "%(issuer)s\n"
    ),
    HOLES,
)


def letter_for(delivery: Delivery, reader: str, language: str) -> Words:
    """To a `reader` inside the union, or to an outside body."""
    with translation.override(language):
        if delivery.outside:
            return TO_OUTSIDE.write(_to_outside(delivery), language)
        return TO_MEMBER.write(_to_member(delivery, reader), language)


def _to_member(delivery: Delivery, reader: str) -> dict[str, str]:
    """For somebody inside the union: the link asks them to sign in."""
    document = delivery.recipient.document
    to_whom = f"{reader}, {delivery.unit}" if delivery.unit else reader
    return _words(document, to_whom, reverse("documents:detail", args=[document.pk]))


def _to_outside(delivery: Delivery) -> dict[str, str]:
    """For a body outside the union: the link opens the paper by itself, for half a year."""
    link = reverse("public:letter", args=[token_of(delivery)])
    return _words(delivery.recipient.document, str(delivery.outside), link)


def token_of(delivery: Delivery) -> str:
    """What the link for an outside body carries; nobody can make up another one."""
    return signing.dumps(delivery.pk, salt=SALT)


def delivery_behind(token: str) -> int | None:
    """The delivery a link was made for; nothing for a link that was made up or has run out."""
    try:
        return int(signing.loads(token, salt=SALT, max_age=LINK_SECONDS))
    except signing.BadSignature:
        return None


def _words(document: Document, to_whom: str, link: str) -> dict[str, str]:
    return {
        "to_whom": to_whom,
        "issuer": document.issuer_name,
        "subject": subject_of(document),
        "title": document.title,
        "link": f"{settings.SITE_URL}{link}",
    }
