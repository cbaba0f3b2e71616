"""Decisions are drawn up, signed and issued; certificates are made and handed over."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.awards import actions as awards
from thidua.awards.grounds import bases_for
from thidua.awards.models import AwardList, form_of
from thidua.certificates import actions as certificates
from thidua.certificates.models import Certificate
from thidua.core.days import next_working_day
from thidua.documents import actions as documents
from thidua.org.queries import parent_of
from thidua.oversight.sample.opening import open_at
from thidua.oversight.sample.rewarding import nominations_of
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, day_in, moment, named
from thidua.oversight.sample.tables import Row, table

ARTICLES = """\
Tiền thưởng kèm theo thực hiện theo quy định hiện hành của tổ chức Công đoàn.
Văn phòng {unit}, các đơn vị và tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành \
Quyết định này."""


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/decisions.csv"):
        for step, do in STEPS:
            if day := day_in(row[step]):
                yield Deed(day, partial(do, stage, row, day))
        if issued := day_in(row["issued"]):
            read = next_working_day(issued)
            yield Deed(read, partial(_is_read, stage, row, read))


def _draw_up(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    name = unit.named_on(day)
    listed = [one for _row, one in nominations_of(stage, "decision", row["code"])]
    awards.start_list(
        unit=unit,
        nominations=listed,
        wording=awards.Wording(
            title=f"Về việc tặng {form_of(listed[0].kind)} {row['about']}",
            symbol=f"QĐ-{name.symbol}",
            place=name.place,
            occasion=row["occasion"],
            bases="\n".join(bases_for(listed, day)),
            articles=ARTICLES.format(unit=name.name),
        ),
        by=named(row["drafter"], day),
        at=moment(day, AFTERNOON),
    )


def _submit(stage: Stage, row: Row, day: date) -> None:
    by = named(row["drafter"], day)
    awards.submit_list(award_list=_list(stage, row), by=by, at=moment(day))


def _issue(stage: Stage, row: Row, day: date) -> None:
    """Signed in the morning, numbered and sent in the afternoon; the certificates with it."""
    award_list, signer = _list(stage, row), named(row["signer"], day)
    documents.sign_document(document=award_list.document, by=signer, at=moment(day))
    at = moment(day, AFTERNOON)
    award_list = awards.issue_list(
        award_list=award_list, dated=day, reserved=None, by=signer, at=at
    )
    by = named(row["drafter"], day)
    certificates.make_certificates(decision=award_list.document, by=by, at=at)


def _is_read(stage: Stage, row: Row, day: date) -> None:
    """By the union above and the units whose people it rewards, except one."""
    decision = _list(stage, row).document
    above = parent_of(decision.unit, day)
    rewarded = [one.unit for _row, one in nominations_of(stage, "decision", row["code"])]
    open_at(decision, [*rewarded[:-1], *([above] if above else [])], day)


def _hand_over(stage: Stage, row: Row, day: date) -> None:
    decision = _list(stage, row).document
    made = Certificate.objects.filter(award__decision=decision)
    by = named(row["drafter"], day)
    certificates.hand_over(certificates=made, on=day, by=by, at=moment(day, AFTERNOON))


STEPS = (
    ("drafted", _draw_up),
    ("submitted", _submit),
    ("issued", _issue),
    ("handed", _hand_over),
)


def _list(stage: Stage, row: Row) -> AwardList:
    _row, nomination = nominations_of(stage, "decision", row["code"])[0]
    return AwardList.objects.select_related("document").get(lines__nomination=nomination)
