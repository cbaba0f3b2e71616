"""The page of one cluster or label, drawn again when a form on it comes back."""

from django.http import HttpResponse
from django.shortcuts import render

from thidua.org.forms.groupings import DayForm, HeadForm
from thidua.org.http import Request
from thidua.org.models import Grouping, GroupingSort
from thidua.org.policies.units import may_keep
from thidua.org.queries.groupings import members_of_grouping, proposed_head
from thidua.org.views.asked_day import asked_day, day_in_address


def grouping_page(
    request: Request,
    row: Grouping,
    *,
    head_form: HeadForm | None = None,
    end_form: DayForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Members in the order of turns with their totals, who led when, whose turn is next."""
    day, today = asked_day(request), request.actor.day
    lines = members_of_grouping(row, day)
    heads = list(row.heads.select_related("unit", "deputy"))
    year = max((head.year for head in heads), default=day.year - 1) + 1
    proposed = proposed_head(row, lines, year) if row.sort == GroupingSort.CLUSTER else None
    units = [line.member.unit for line in lines]
    initial = {"year": year, "unit": proposed}
    context = {
        "grouping": row,
        "day": day,
        "today": today,
        "carry": day_in_address(day, today),
        "lines": lines,
        "units": sum(line.units for line in lines) + len(lines),
        "members": sum(line.members for line in lines),
        "heads": heads,
        "current": next((head for head in heads if head.year == day.year), None),
        "next_year": year,
        "proposed": proposed,
        "is_cluster": row.sort == GroupingSort.CLUSTER,
        "may_keep": may_keep(request.actor, row.unit) if row.ends_on is None else None,
        "head_form": head_form or HeadForm(members=units, initial=initial),
        "end_form": end_form or DayForm(initial={"on": today}),
    }
    return render(request, "org/units/grouping.html", context, status=status)
