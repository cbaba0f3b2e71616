"""`thidua simulate`: an organisation of any size with a year of its life, in one transaction."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.many_rows import engine
from thidua.org.models import Unit
from thidua.oversight.reference import load_all_reference
from thidua.oversight.simulate.days import TODAY
from thidua.oversight.simulate.engines import look_round, prepared, settle
from thidua.oversight.simulate.growing import Organisation
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.organisation import OrganisationRows, settle_members
from thidua.oversight.simulate.progress import Progress
from thidua.oversight.simulate.shape import build_shape
from thidua.oversight.simulate.sizes import Size
from thidua.oversight.simulate.year import YearRows


def simulate(*, size: Size, seed: int, facts: bool = True, say: Callable[[str], object]) -> int:
    """Fill an empty installation; how many rows were written. Without `facts` only people.

    All or nothing: whatever breaks it off leaves an empty installation behind. The same size and
    seed give the same rows on every machine and on both databases.
    """
    if Unit.objects.exists():
        raise DomainError("Hệ thống đã có dữ liệu nên không dựng dữ liệu giả định đè lên.")
    progress = Progress(say)
    with transaction.atomic():
        load_all_reference()
        whole = build_shape(size, seed)
        loader = Loader(engine())
        settle_members(whole, size)
        organisation = OrganisationRows.on(loader, seed)
        year = YearRows(loader, organisation, seed) if facts else None
        models = [table.model for table in loader.tables]
        with prepared(models):
            progress.begin("Dựng đơn vị, đoàn viên và một năm hoạt động", size.people)
            _write(whole, organisation, year, loader, progress)
            progress.begin("Lập lại chỉ mục, kiểm tra ràng buộc", 1)
        settle(models)
    look_round()
    if settings.SAMPLE_DAY_FILE is not None:
        clock.set_sample_day(TODAY)
    return loader.written


def _write(
    whole: Organisation,
    organisation: OrganisationRows,
    year: YearRows | None,
    loader: Loader,
    progress: Progress,
) -> None:
    """Unit by unit, superiors first; in the order of the tree nothing has to be remembered."""
    for node in whole.nodes:
        organisation.add(node)
        if year is not None:
            year.live(node)
            year.report(node)
        node.names.clear()
        loader.breathe()
        progress.reached(organisation.people.persons.last)
    if year is not None:
        year.reports.sum_up(whole.nodes)
    loader.flush()
