"""Praise without a decision, and stories of exemplars with the consent of whom they tell."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.awards.actions import praise
from thidua.awards.models import Award
from thidua.org.rights import Right
from thidua.oversight.sample.rewarding import subject_of
from thidua.oversight.sample.stage import AFTERNOON, Deed, Stage, day_in, holder, moment, named
from thidua.oversight.sample.tables import Row, table
from thidua.stories import actions as stories
from thidua.stories.models import Story


def deeds(stage: Stage) -> Iterator[Deed]:
    for row in table("life/praises.csv"):
        day = date.fromisoformat(row["day"])
        yield Deed(day, partial(_praise, stage, row, day))
    for row in table("life/stories.csv"):
        started = date.fromisoformat(row["started"])
        yield Deed(started, partial(_write, stage, row, started))
        if consent := day_in(row["consent"]):
            yield Deed(consent, partial(_note_consent, row, consent))
        if published := day_in(row["published"]):
            yield Deed(published, partial(_publish, row, published))


def _praise(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    praise(
        unit=unit,
        phase=stage.phase(row["unit"], day),
        subject=subject_of(stage, unit, row["subject"]),
        merit=row["merit"],
        praised_on=day,
        by=holder(Right.AWARD_NOMINATE, unit, day),
        at=moment(day, AFTERNOON),
    )


def _write(stage: Stage, row: Row, day: date) -> None:
    unit = stage.units[row["unit"]]
    subject = subject_of(stage, unit, row["about"])
    award = Award.objects.get(
        unit=unit, nomination__person=subject.person, nomination__subject_unit=subject.unit
    )
    stories.start_story(
        unit=unit,
        words=stories.Words(
            subject_name=award.subject_name,
            title=row["title"],
            lead=row["lead"],
            body=row["body"],
        ),
        about=award,
        by=named(row["writer"], day),
        at=moment(day, AFTERNOON),
    )


def _note_consent(row: Row, day: date) -> None:
    by = named(row["writer"], day)
    stories.note_consent(story=_story(row), on=day, how=row["how"], by=by, at=moment(day))


def _publish(row: Row, day: date) -> None:
    by = named(row["writer"], day)
    stories.publish_story(story=_story(row), by=by, at=moment(day, AFTERNOON))


def _story(row: Row) -> Story:
    return Story.objects.get(title=row["title"])
