"""The whole file once: what is in order is kept for taking over, the rest is shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.files.queries import content_of
from thidua.oversight.importing.judge import Judge
from thidua.oversight.importing.judging import Judged
from thidua.oversight.importing.lines import Line
from thidua.oversight.importing.opening import OLD_EXCEL_ROWS, opened
from thidua.oversight.importing.reading import lines_of
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.importing.rows import TROUBLED, troubled_rows
from thidua.oversight.importing.twins import Twins
from thidua.oversight.models import Import, ImportPart, ImportRow

LINES = 1000
Beat = Callable[[int], None]


def check(owner: Import, today: date, beat: Beat) -> Counter[str]:
    """Read and judge every line; how many are new, known, changed, doubtful and wrong.

    Begins from nothing, so being killed in the middle of it costs time only. Raises `Refused`.
    """
    _begin_anew(owner, beat)
    judge, twins, counts = Judge(owner, today), Twins(), Counter[str]()
    done = last = 0
    with opened(content_of(owner.file), owner.sheet) as table:
        Import.objects.filter(pk=owner.pk, state=owner.state).update(total=table.height)
        for position, lines in enumerate(_handfuls(lines_of(owner, table, today))):
            judged = judge.judged(lines, twins=twins)
            counts.update(one.outcome for one in judged)
            done, last = done + len(lines), lines[-1].number
            with transaction.atomic():
                # First the beat: whoever was overtaken writes nothing any more.
                beat(done)
                _keep(owner, position, judged)
    if not done:
        raise Refused(
            _("Không thấy dòng nào có dữ liệu dưới dòng tiêu đề. Hãy xem lại các cột đã chọn.")
        )
    if last in {OLD_EXCEL_ROWS, OLD_EXCEL_ROWS - 1}:
        counts["cut"] = OLD_EXCEL_ROWS
    return counts


def _handfuls(lines: Iterable[Line]) -> Iterator[Sequence[Line]]:
    coming = iter(lines)
    while some := list(islice(coming, LINES)):
        yield some


@transaction.atomic
def _begin_anew(owner: Import, beat: Beat) -> None:
    beat(0)
    owner.parts.all().delete()
    owner.rows.all().delete()


def _keep(owner: Import, position: int, judged: Sequence[Judged]) -> None:
    ImportRow.objects.bulk_create(troubled_rows(owner, judged), batch_size=500)
    sound = [one.line for one in judged if one.outcome not in TROUBLED]
    if sound:
        lines = [[line.number, line.values] for line in sound]
        ImportPart.objects.create(owner=owner, position=position, lines=lines)
