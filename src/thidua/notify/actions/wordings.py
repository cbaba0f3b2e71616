"""Writing the words of a kind of letter anew, and going back to ours."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.notify.letter_kinds import LetterKind, forget_wording
from thidua.notify.models import Wording
from thidua.notify.policies.channels import may_keep_channels
from thidua.org.actor import Actor
from thidua.org.models import Unit


@transaction.atomic
def word_letter(
    *,
    kind: LetterKind,
    language: str,
    subject: str,
    body: str,
    unit: Unit,
    by: Actor,
    at: datetime,
) -> Wording:
    """Letters written from now on say this. Raises `DomainError` for a hole that does not exist.

    `unit` is the topmost unit of the installation: its keepers word the letters of everybody.
    """
    require(may_keep_channels(by, unit))
    words = {"subject": kind.stored(" ".join(subject.split())), "body": kind.stored(body)}
    wording, _new = Wording.objects.update_or_create(
        code=kind.code, language=language, defaults=words
    )
    title = str(kind.title)
    record("wording.written", on=wording, by=by, unit=unit, at=at, kind=title, language=language)
    transaction.on_commit(lambda: forget_wording(kind.code))
    return wording


@transaction.atomic
def drop_wording(
    *, wording: Wording, kind: LetterKind, unit: Unit, by: Actor, at: datetime
) -> None:
    """Letters say again what we wrote."""
    require(may_keep_channels(by, unit))
    language = wording.language
    title = str(kind.title)
    record("wording.dropped", on=wording, by=by, unit=unit, at=at, kind=title, language=language)
    wording.delete()
    transaction.on_commit(lambda: forget_wording(kind.code))
