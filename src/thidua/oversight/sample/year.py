"""The five plans come in through the same door as every file, on the day each was issued."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from thidua.documents import actions as documents
from thidua.documents.models import Delivery, Document, RecipientKind
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.queries import units_below
from thidua.org.actor import Actor, holders
from thidua.org.models import Unit, User
from thidua.org.rights import Right
from thidua.plans.actions import accept_as_draft, accept_as_issued, take_in
from thidua.plans.actions.accepting import Head
from vanban.checking.document import read_document
from vanban.reading.model import Reading

PLANS = Path(__file__).parent / "plans"
ONE_IN = 5
"""Every fifth unit has not opened the plan yet, so that the sample year has somebody to remind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A plan of the sample year, and what its officer adds where the file is silent or damaged."""

    file: str
    unit: str
    officer: str
    dated: date
    issuer: str
    parent: str
    title: str = ""
    line_to_all_below: str = ""
    """The line of *Nơi nhận* that means every union below, where damage hides it."""


PAPERS = (
    Paper(
        file="hoa-binh-2022.txt",
        unit="hb-gd",
        officer="hoabinh.chutich",
        dated=date(2022, 1, 4),
        issuer="Công đoàn Giáo dục Hòa Bình",
        parent="Liên đoàn Lao động tỉnh Hòa Bình",
    ),
    Paper(
        file="lai-chau-2022.txt",
        unit="lc-ct",
        officer="laichau.phochutich",
        dated=date(2022, 1, 5),
        issuer="Công đoàn cơ sở Trường Chính trị tỉnh Lai Châu",
        parent="Công đoàn Viên chức tỉnh Lai Châu",
    ),
    Paper(
        file="binh-dinh-2022.txt",
        unit="bd-vc",
        officer="binhdinh.vanthu",
        dated=date(2022, 1, 10),
        issuer="Công đoàn Viên chức tỉnh Bình Định",
        parent="Liên đoàn Lao động tỉnh Bình Định",
    ),
    Paper(
        file="hoc-mon-2023-2024.txt",
        unit="hm",
        officer="hocmon.canbo",
        dated=date(2023, 9, 15),
        issuer="Liên đoàn Lao động huyện Hóc Môn",
        parent="Liên đoàn Lao động Thành phố Hồ Chí Minh",
        title=(
            "Phát động phong trào thi đua trong cán bộ, nhà giáo, người lao động "
            "Khối trường học trên địa bàn huyện năm học 2023 - 2024"
        ),
        line_to_all_below="CBCS",
    ),
    Paper(
        file="ninh-binh-2024.txt",
        unit="nb-gd",
        officer="ninhbinh.vanthu",
        dated=date(2024, 1, 15),
        issuer="Công đoàn Giáo dục tỉnh Ninh Bình",
        parent="Liên đoàn Lao động tỉnh Ninh Bình",
    ),
)

DRAFT = Paper(
    file="thpt-hoa-phong-2024.txt",
    unit="nb-gd-01",
    officer="nb.01.phochutich",
    dated=date(2024, 3, 13),
    issuer="Công đoàn cơ sở Trường THPT Hoa Phong",
    parent="Công đoàn Giáo dục tỉnh Ninh Bình",
)
"""Written for the sample year: a grassroots plan on its way, beside the five that were issued."""


def take_in_plans(units: Mapping[str, Unit]) -> None:
    """Read, accept and distribute each plan; most units below open it within a few days."""
    for paper in PAPERS:
        document = _accept(paper, units[paper.unit])
        if paper.line_to_all_below:
            _address_to_all_below(document, paper)
        _distribute(document, units[paper.unit], paper.dated)
    _submit_draft(DRAFT, units[DRAFT.unit])


def _accept(paper: Paper, unit: Unit) -> Document:
    reading, read, officer, at = _take_in(paper, unit)
    return accept_as_issued(
        reading=reading, head=_head(paper, read), dated=paper.dated, by=officer, at=at
    )


def _address_to_all_below(document: Document, paper: Paper) -> None:
    line = document.recipients.get(printed__contains=paper.line_to_all_below)
    documents.choose_targets(
        recipient=line,
        kind=RecipientKind.UNITS,
        unit_ids=[unit.pk for unit in units_below(document.unit, paper.dated)],
        by=Actor.of(User.objects.get(username=paper.officer), paper.dated),
        at=_hour(paper.dated),
    )


def _submit_draft(paper: Paper, unit: Unit) -> None:
    """A plan of a workplace that waits for its chair on the first sample day."""
    reading, read, officer, at = _take_in(paper, unit)
    document = accept_as_draft(reading=reading, head=_head(paper, read), by=officer, at=at)
    documents.submit_document(document=document, by=officer, at=at)


def _take_in(paper: Paper, unit: Unit) -> tuple[ReadingRow, Reading, Actor, datetime]:
    data = (PLANS / paper.file).read_bytes()
    read = read_document(data, paper.file)
    officer = Actor.of(User.objects.get(username=paper.officer), paper.dated)
    at = _hour(paper.dated)
    row = take_in(
        unit=unit,
        data=data,
        filename=paper.file,
        media_type="text/plain",
        read=read,
        by=officer,
        at=at,
    )
    return row, read, officer, at


def _head(paper: Paper, read: Reading) -> Head:
    return Head(
        type_name=read.doc_type or "Kế hoạch",
        title=paper.title or read.title or "",
        full_number=read.full_number or "",
        number=int(read.number) if read.number else None,
        symbol=read.symbol or "",
        place=read.place or "",
        issuer_name=paper.issuer,
        parent_name=paper.parent,
        signer_name=read.signatory.name or "",
    )


def _distribute(document: Document, unit: Unit, day: date) -> None:
    sender = holders(Right.DOCUMENT_ISSUE, unit, day).select_related("user").first()
    if sender is None:
        raise LookupError(f"nobody in {unit} may issue on {day}")
    documents.distribute(document=document, by=Actor.of(sender.user, day), at=_hour(day))
    sent = Delivery.objects.filter(recipient__document=document, unit__isnull=False)
    for place, delivery in enumerate(sent.select_related("unit").order_by("pk")):
        if place % ONE_IN:
            _open(delivery, day + timedelta(days=1 + place % 3))


def _open(delivery: Delivery, day: date) -> None:
    if delivery.unit is None:
        return
    reader = holders(Right.DOCUMENT_INTAKE, delivery.unit, day).filter(user__isnull=False).first()
    if reader is not None:
        actor = Actor.of(reader.user, day)
        documents.open_delivery(delivery=delivery, by=actor, at=_hour(day))


def _hour(day: date) -> datetime:
    """Half past eight in the morning of that day."""
    return datetime(day.year, day.month, day.day, 8, 30, tzinfo=ZoneInfo(settings.TIME_ZONE))
