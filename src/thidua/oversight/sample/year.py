"""The five plans come in through the same door as every file, on the day each was issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from thidua.core.days import next_working_day
from thidua.documents import actions as documents
from thidua.documents.models import Document, RecipientKind
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.queries import units_below
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries import parent_of
from thidua.org.rights import Right
from thidua.oversight.sample.opening import open_at, open_in_person
from thidua.oversight.sample.stage import Deed, Stage, holder, moment, named
from thidua.plans.actions import accept_as_draft, accept_as_issued, take_in
from thidua.plans.actions.accepting import Head
from thidua.plans.models import Plan
from thidua.plans.opening import opened
from vanban.reading.model import Reading

PLANS = Path(__file__).parent / "plans"


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
        line_to_all_below="CĐCS",
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


def deeds(stage: Stage) -> Iterator[Deed]:
    """Each plan is read, accepted and distributed on its day; a grassroots plan is on its way."""
    for paper in PAPERS:
        yield Deed(paper.dated, partial(_take_in_plan, stage, paper))
    yield Deed(DRAFT.dated, partial(_submit_draft, DRAFT, stage.units[DRAFT.unit]))


def _take_in_plan(stage: Stage, paper: Paper) -> None:
    unit = stage.units[paper.unit]
    plan = _accept(paper, unit)
    stage.plans[paper.unit] = plan
    if paper.line_to_all_below:
        _address_to_all_below(plan.document, paper)
    sender = holder(Right.DOCUMENT_ISSUE, unit, paper.dated)
    documents.distribute(document=plan.document, by=sender, at=moment(paper.dated))
    _is_read_above(plan.document, next_working_day(paper.dated))


def _accept(paper: Paper, unit: Unit) -> Plan:
    reading, read, officer, at = _take_in(paper, unit)
    document = accept_as_issued(
        reading=reading, head=_head(paper, read), dated=paper.dated, by=officer, at=at
    )
    return Plan.objects.select_related("document__unit").get(document=document)


def _is_read_above(document: Document, day: date) -> None:
    """By the union above and the committee, on the next day; below, everybody in their own time."""
    above = parent_of(document.unit, day)
    open_at(document, [above] if above else [], day)
    open_in_person(document, day)


def _address_to_all_below(document: Document, paper: Paper) -> None:
    line = document.recipients.get(printed__contains=paper.line_to_all_below)
    documents.choose_targets(
        recipient=line,
        kind=RecipientKind.UNITS,
        unit_ids=[unit.pk for unit in units_below(document.unit, paper.dated)],
        by=named(paper.officer, paper.dated),
        at=moment(paper.dated),
    )


def _submit_draft(paper: Paper, unit: Unit) -> None:
    """A plan of a workplace that waits for its chair on the first sample day."""
    reading, read, officer, at = _take_in(paper, unit)
    document = accept_as_draft(reading=reading, head=_head(paper, read), by=officer, at=at)
    documents.submit_document(document=document, by=officer, at=at)


def _take_in(paper: Paper, unit: Unit) -> tuple[ReadingRow, Reading, Actor, datetime]:
    data = (PLANS / paper.file).read_bytes()
    read = opened(data, paper.file)
    officer = named(paper.officer, paper.dated)
    at = moment(paper.dated)
    row = take_in(
        unit=unit,
        data=data,
        filename=paper.file,
        media_type="text/plain",
        read=read,
        by=officer,
        at=at,
    )
    return row, read.read, officer, at


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
