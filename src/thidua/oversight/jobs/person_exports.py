"""Gathering everything on one person takes some seconds for somebody who did much."""

from django_tasks import task

from thidua.core import clock
from thidua.files.actions import keep
from thidua.oversight.models import PersonExport
from thidua.oversight.personal_data.portrait import packed, portrait_of


@task()
def make_person_export(pk: int) -> None:
    """Once; a request that was settled meanwhile gets none."""
    rows = PersonExport.objects.select_related("request__person", "request__unit")
    export = rows.get(pk=pk)
    if export.made_at is not None or not export.request.is_open:
        return
    portrait = portrait_of(export.request.person)
    day = clock.now()
    stored = keep(
        data=packed(portrait, day), media_type="application/zip", unit=None, at=day, made=True
    )
    PersonExport.objects.filter(pk=pk, request__state=export.request.state).update(
        file=stored, made_at=day, rows=portrait.count
    )
