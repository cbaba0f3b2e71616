"""Papers in each state, made by the actions of the room."""

from factories import CHAIR, CLERK, DAY, NOON, OFFICER, actor_as
from thidua.documents import actions

HEAD = {
    "type_name": "Kế hoạch",
    "title": "Phát động phong trào thi đua yêu nước năm 2024",
    "symbol": "KH-CĐGD",
    "place": "Ninh Bình",
    "issuer_name": "Công đoàn Giáo dục tỉnh Ninh Bình",
    "parent_name": "Liên đoàn Lao động tỉnh Ninh Bình",
}


def drafted(unit, lines=(), **head):
    """A draft by the unit's officer."""
    officer = actor_as(OFFICER, unit, "Phạm Thu Hà")
    paper = actions.create_draft(unit=unit, by=officer, at=NOON, **(HEAD | head))
    actions.set_recipients(document=paper, lines=lines, by=officer, at=NOON)
    return paper


def submitted(unit, lines=(), **head):
    paper = drafted(unit, lines, **head)
    return actions.submit_document(document=paper, by=actor_as(OFFICER, unit), at=NOON)


def signed(unit, lines=(), **head):
    paper = submitted(unit, lines, **head)
    chair = actor_as(CHAIR, unit, "Nguyễn Thị Hưng")
    return actions.sign_document(document=paper, by=chair, at=NOON)


def issued(unit, lines=(), **head):
    """Issued, and sent to whomever its lines name."""
    clerk = actor_as(CLERK, unit, "Lê Văn Thư")
    paper = signed(unit, lines, **head)
    paper = actions.issue_document(document=paper, dated=DAY, by=clerk, at=NOON)
    actions.distribute(document=paper, by=clerk, at=NOON)
    paper.refresh_from_db()
    return paper


def entered(unit, *, number, full_number, dated=DAY, lines=(), **head):
    """A paper that the unit issued on paper."""
    return actions.enter_issued(
        unit=unit,
        number=number,
        full_number=full_number,
        dated=dated,
        signer_name="Nguyễn Thị Hưng",
        signature=["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"],
        recipients=lines,
        by=actor_as(OFFICER, unit),
        at=NOON,
        **(HEAD | head),
    )


def received(unit, *, full_number="04/KH-TLĐ", dated=DAY, received_on=DAY, **head):
    """A superior's letter, typed in by the officer."""
    return actions.receive_document(
        unit=unit,
        issuer=None,
        full_number=full_number,
        dated=dated,
        received_on=received_on,
        signer_name="Trần Văn Minh",
        by=actor_as(OFFICER, unit),
        at=NOON,
        **(HEAD | {"issuer_name": "Liên đoàn Lao động tỉnh Ninh Bình"} | head),
    )
