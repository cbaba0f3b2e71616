"""The minutes of a session (*biên bản*) as an official paper, with its two signatures."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.councils.models import Item, Seat, Session
from thidua.councils.rules import carried, needed_of
from vanban.reading.model import Block
from vanban.writing.model import Hand, OfficialDocument
from vanban.writing.numbers import format_header_date
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

SYMBOL = "BB-HĐTĐKT"


def minutes_pdf(session: Session, seats: list[Seat], items: list[Item]) -> bytes:
    """The minutes of a session whose attendance and counts are complete.

    The words are Vietnamese whatever the language of the screen: it is a paper.
    """
    return write_pdf(minutes_of(session, seats, items), profile_for(session.held_on))


def minutes_of(session: Session, seats: list[Seat], items: list[Item]) -> OfficialDocument:
    """What the paper says. Counts only: no name stands beside a hand."""
    council, day = session.council, session.held_on
    unit = council.unit.named_on(day)
    present = set(session.attendances.values_list("seat", flat=True))
    there = [seat for seat in seats if seat.pk in present]
    absent = [seat for seat in seats if seat.pk not in present]
    return OfficialDocument(
        parent_body=unit.name,
        issuing_body=council.name,
        full_number=None,
        symbol=SYMBOL,
        place=unit.place,
        date=day,
        doc_type="Biên bản",
        title=f"Phiên họp {council.name}",
        blocks=(
            *_opening(session, unit.place, day),
            *_people(session, there, absent),
            *_questions(items, len(there)),
            *_conclusion(session, items, len(there)),
        ),
        recipients=("Lưu: VT, hồ sơ khen thưởng",),
        signature=("CHỦ TỌA",),
        signer_name=session.chaired_by.person.name if session.chaired_by else None,
        mark=None,
        cosigners=(Hand(("THƯ KÝ",), session.kept_by.person.name if session.kept_by else None),),
    )


def _opening(session: Session, place: str, day: date) -> list[Block]:
    council = session.council
    when, where = format_header_date(day), session.place or place
    basis = [Block(0, "", f"Căn cứ {council.basis}.")] if council.basis else []
    return [*basis, Block(0, "", f"Hôm nay, {when}, tại {where}, {council.name} họp.")]


def _people(session: Session, there: list[Seat], absent: list[Seat]) -> list[Block]:
    chair = session.chaired_by.person.name if session.chaired_by else ""
    secretary = session.kept_by.person.name if session.kept_by else ""
    seats = len(there) + len(absent)
    return [
        Block(1, "I.", "THÀNH PHẦN", heading=True),
        Block(2, "1.", f"Chủ tọa: {chair}."),
        Block(2, "2.", f"Thư ký: {secretary}."),
        Block(2, "3.", f"Có mặt {len(there)}/{seats} thành viên: {_names(there)}."),
        Block(2, "4.", f"Vắng mặt: {_names(absent) or 'không'}."),
    ]


def _names(seats: list[Seat]) -> str:
    return "; ".join(f"{seat.person.name} ({seat.get_role_display()})" for seat in seats)


def _questions(items: list[Item], present: int) -> list[Block]:
    head = "| STT | Nội dung biểu quyết | Đồng ý | Không đồng ý | Không ý kiến | Kết quả |"
    rows = [
        f"| {place} | {_cell(item)} | {item.agree} | {item.disagree} | {item.abstain} "
        f"| {'Thông qua' if carried(item, present) else 'Không thông qua'} |"
        for place, item in enumerate(items, 1)
    ]
    return [
        Block(1, "II.", "NỘI DUNG VÀ KẾT QUẢ BIỂU QUYẾT", heading=True),
        Block(
            0,
            "",
            "Hội đồng thảo luận và biểu quyết giơ tay từng nội dung. Nội dung được thông qua khi "
            f"quá nửa số thành viên có mặt đồng ý, tức từ {needed_of(present)}/{present} người.",
        ),
        *(Block(0, "", row) for row in (head, *rows)),
    ]


def _cell(item: Item) -> str:
    """A bar would begin another cell."""
    words = f"{item.subject}. {item.remark}" if item.remark else item.subject
    return words.replace("|", "/")


def _conclusion(session: Session, items: list[Item], present: int) -> list[Block]:
    passed = sum(carried(item, present) for item in items)
    notes = [Block(0, "", line) for line in session.notes.splitlines() if line.strip()]
    return [
        Block(1, "III.", "KẾT LUẬN", heading=True),
        *notes,
        Block(
            0,
            "",
            f"Hội đồng thông qua {passed}/{len(items)} nội dung, trình người có thẩm quyền xem "
            "xét, quyết định. Biên bản được lập sau khi kết thúc phiên họp.",
        ),
    ]


def minutes_name(session: Session) -> str:
    return _("Biên bản họp ngày %(day)s.pdf") % {"day": f"{session.held_on:%d-%m-%Y}"}
