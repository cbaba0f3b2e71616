"""Keeping what was read of a file. Called by the action and the job that read files only."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from thidua.audit.actions import record
from thidua.documents.models import Reading
from thidua.files.models import StoredFile
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import queries
from thidua.plans.lessons import Lesson, kept_before
from thidua.plans.noted import note, settled
from thidua.plans.opening import Opened
from thidua.plans.taught import taught_values
from vanban.reading.as_json import as_json, blocks_as_json
from vanban.reading.model import Reading as Read


def keep_reading(
    *, unit: Unit, file: StoredFile, filename: str, opened: Opened, by: Actor, at: datetime
) -> Reading:
    """The row of a file that was read, with what earlier papers of its issuer taught laid over."""
    read = opened.read
    lessons = queries.lessons_for(unit, read.issuing_body or "")
    reading = Reading.objects.create(
        unit=unit,
        file=file,
        filename=filename[-_LONGEST:],
        data=as_json(read),
        blocks=blocks_as_json(read),
        pages=list(opened.pages) if len(opened.pages) > 1 else [],
        scanned=opened.scanned,
        repairs=opened.repairs,
        taught={path: asdict(one) for path, one in taught_values(read, lessons).items()},
        kept_findings=_kept_before(read, lessons, by, at),
        read_by=by.user,
        read_at=at,
    )
    record("reading.taken_in", on=reading, by=by, unit=unit, at=at, name=reading.filename)
    return reading


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _kept_before(
    read: Read, lessons: Sequence[Lesson], by: Actor, at: datetime
) -> list[dict[str, Any]]:
    """Places that an officer once left as printed in a paper of this issuer: not asked again."""
    noted = (note(finding, read.text) for finding in read.findings)
    return [
        settled(one, who=by.user.get_username(), at=at) | {"taught": True}
        for one in noted
        if one.quote and kept_before(one.quote, one.finding.rule, lessons)
    ]


_LONGEST = 255
