"""Writing the words of a kind of letter anew, and going back to ours."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.notify.letter_kinds import LetterKind, forget_wording
from thidua.notify.models import Wording
from thidua.notify.policies.wordings import may_word_letters
from thidua.org.actor import Actor
from thidua.org.queries.units import first_unit


@transaction.atomic
def word_letter(
    *,
    kind: LetterKind,
    language: str,
    subject: str,
    body: str,
    by: Actor,
    at: datetime,
) -> Wording:
    """Letters written from now on say this. Raises `DomainError` for a hole that does not exist."""
    require(may_word_letters(by))
    words = {"subject": kind.stored(" ".join(subject.split())), "body": kind.stored(body)}
    wording, _new = Wording.objects.update_or_create(
        code=kind.code, language=language, defaults=words
    )
    _tell("wording.written", wording, kind, by, at)
    transaction.on_commit(lambda: forget_wording(kind.code))
    return wording


@transaction.atomic
def drop_wording(*, wording: Wording, kind: LetterKind, by: Actor, at: datetime) -> None:
    """Letters say again what we wrote."""
    require(may_word_letters(by))
    _tell("wording.dropped", wording, kind, by, at)
    wording.delete()
    transaction.on_commit(lambda: forget_wording(kind.code))


def _tell(event: str, wording: Wording, kind: LetterKind, by: Actor, at: datetime) -> None:
    title, language = str(kind.title), wording.language
    unit = first_unit()
    record(event, on=wording, by=by, unit=unit, at=at, kind=title, language=language)
