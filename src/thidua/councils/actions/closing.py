"""Closing a session: minutes, and what follows from the counts, all at once or not at all."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.councils import policies, queries
from thidua.councils.actions.sessions import locked
from thidua.councils.asking import askers
from thidua.councils.minutes import minutes_pdf
from thidua.councils.models import Session, SessionStatus
from thidua.files.actions import keep
from thidua.org.actor import Actor

PDF = "application/pdf"


@transaction.atomic
def close_session(*, session: Session, notes: str = "", by: Actor, at: datetime) -> Session:
    """Freeze attendance and counts and keep the minutes. A correction is a new session.

    The rooms that put questions draw their consequences in the same transaction (`asking`).
    """
    session = locked(session)
    require(policies.may_close(by, session))
    session.notes = notes.strip()
    seats = queries.seats_on(session.council, session.held_on)
    items = list(session.items.all())
    data = minutes_pdf(session, seats, items)
    session.minutes = keep(data=data, media_type=PDF, unit=session.council.unit, made=True, at=at)
    session.status = SessionStatus.CLOSED
    session.closed_at, session.closed_by = at, by.user
    session.save(update_fields=["notes", "minutes", "status", "closed_at", "closed_by"])
    for asker in askers():
        asker.follow(session=session, by=by, at=at)
    record("session.closed", on=session, by=by, unit=session.council.unit, at=at, items=len(items))
    return session
