"""A copy of everything on one person, for that person (PDP-04)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.oversight.actions.personal_requests import locked
from thidua.oversight.jobs import person_exports as jobs
from thidua.oversight.models import DataRequest, PersonExport, Wish
from thidua.oversight.policies import personal_data as policies


@transaction.atomic
def ask_for_export(*, request: DataRequest, by: Actor, at: datetime) -> PersonExport:
    """Have it gathered; only for a request of the person to see their data."""
    request = locked(request)
    require(policies.may_copy(by, request))
    if request.wish != Wish.ACCESS:
        raise DomainError(_("Chỉ lập bản dữ liệu cho yêu cầu xem, nhận bản dữ liệu."))
    wanted = {"asked_by": by.user, "asked_at": at, "made_at": None, "file": None, "rows": 0}
    export, _made = PersonExport.objects.update_or_create(request=request, defaults=wanted)
    about = request.person.name
    record("person_export.made", on=export, by=by, unit=request.unit, at=at, about=about)
    jobs.make_person_export.enqueue(export.pk)
    return export


@transaction.atomic
def note_taken(*, export: PersonExport, by: Actor, at: datetime) -> None:
    """The copy leaves the system: who took it is written down (PDP-10)."""
    request = export.request
    require(policies.may_copy(by, request))
    about = request.person.name
    record("person_export.taken", on=export, by=by, unit=request.unit, at=at, about=about)
