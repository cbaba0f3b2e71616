"""What a certificate prints: the words of the decision and of the award book, in Vietnamese."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from thidua.awards.models import Award, form_of
from thidua.certificates.codes import shown
from vanban.writing.certificate import Certificate as Sheet
from vanban.writing.numbers import format_header_date

GIVEN = ("giấy khen", "bằng khen", "bằng lao động", "cờ", "kỷ niệm chương")
"""Forms that are given (*tặng*); a title is recognised (*công nhận*)."""


def sheet_of(award: Award, code: str, body: str) -> Sheet:
    """The sheet for `award`; `body` is the collective of the deciding unit (*BAN THƯỜNG VỤ*).

    The kinds of the catalogue name their level behind *của*, which stands above on the sheet.
    """
    decision, form = award.decision, form_of(award.kind)
    day = format_header_date(award.decided_on)
    return Sheet(
        issuer=issuer_lines(award.issuer_name, body),
        verb="TẶNG" if form.casefold().startswith(GIVEN) else "CÔNG NHẬN",
        form=form.upper(),
        name=award.subject_name,
        post=award.subject_post,
        merit=award.merit,
        place_date=f"{decision.place}, {day}" if decision.place else day.capitalize(),
        signature=tuple(decision.signature),
        signer_name=decision.signer_name,
        notes=(
            f"Quyết định số: {decision.full_number}" if decision.full_number else "Quyết định",
            day,
            f"Số sổ vàng: {award.book_number}",
            f"Kiểm tra: {checked_at()}",
            f"Mã: {shown(code)}",
        ),
        address=address_of(code),
    )


def sheets_of(pairs: Iterable[tuple[Award, str]]) -> list[Sheet]:
    """The sheets for awards with their codes; asks once for the name of each deciding unit."""
    bodies: dict[tuple[int, str], str] = {}
    sheets = []
    for award, code in pairs:
        key = (award.unit_id, f"{award.decided_on}")
        if key not in bodies:
            bodies[key] = award.unit.named_on(award.decided_on).body
        sheets.append(sheet_of(award, code, bodies[key]))
    return sheets


def issuer_lines(printed: str, body: str) -> tuple[str, ...]:
    """The collective on a line of its own, as certificates show it."""
    if body and printed.casefold().startswith(f"{body.casefold()} "):
        return (printed[: len(body)].upper(), printed[len(body) + 1 :].upper())
    return (printed.upper(),)


def address_of(code: str) -> str:
    """Where anybody finds out whether the certificate is good."""
    return f"{settings.SITE_URL}{reverse('public:verify', args=[code])}"


def checked_at() -> str:
    """The place to type a code by hand, short enough to copy from paper."""
    bare = settings.SITE_URL.partition("://")[2]
    return f"{bare}{reverse('public:check')}".rstrip("/")


def label_of(award: Award) -> str:
    """One sentence for whoever cannot see the sheet."""
    given = f"{form_of(award.kind)} của {award.issuer_name} tặng {award.subject_name}"
    return f"{given}, {award.decision} {format_header_date(award.decided_on)}"
