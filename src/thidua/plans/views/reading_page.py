"""What the page Đọc văn bản shows."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.documents.models import Reading
from thidua.org.http import Request
from thidua.plans import policies, queries, screen, word_list
from thidua.plans.corrections import BLANKS
from thidua.plans.field_rows import blank_row, field_rows, row_at
from thidua.plans.forms import CorrectionForm
from thidua.plans.open_list import Sheet, open_findings
from thidua.plans.repaired import pairs_of
from thidua.plans.settled_list import settled_findings
from thidua.plans.trail import log_of_reading
from thidua.plans.understanding import understood

FINDINGS, FIELDS, WORDS, LOG = "cho-xem", "truong", "chu", "nhat-ky"


TABS = (FIELDS, WORDS, LOG)


PICTURE = "anh"


def reading_context(
    request: Request, row: Reading, form: CorrectionForm | None = None
) -> dict[str, Any]:
    now = understood(row)
    query = screen.query_of(request.GET.dict())
    sheet = Sheet(now=now, page=screen.page_asked(request.GET.get("trang", ""), now), query=query)
    asked, adding = request.GET.get("sua", ""), request.GET.get("them", "")
    fields = field_rows(now, row)
    chosen = blank_row(adding) if adding in BLANKS else row_at(fields, asked)
    if form is None and chosen is not None and chosen.parts:
        form = CorrectionForm(row=chosen)
    tab = FIELDS if form else request.GET.get("phan", "")
    cited = queries.cited_papers(row.unit, now.reading.citations, request.actor)
    rows = screen.beside(fields, sheet, cited)
    context = _sheet(request, row, sheet, rows) | {
        "tab": tab if tab in TABS else FINDINGS,
        "rows": rows if tab == FIELDS else screen.on_page(rows, sheet),
        "field_count": len(fields),
        "words": word_list.open_words(now, everything=False),
        "chosen": chosen,
        "form": form,
        "retyped": now.finding(request.GET.get("go", "")),
    }
    return context | (_words(request, sheet) if tab == WORDS else {})


def _sheet(
    request: Request, row: Reading, sheet: Sheet, rows: Sequence[screen.Beside]
) -> dict[str, Any]:
    """The page of the source, the findings, and what the reader may do."""
    now, log = sheet.now, log_of_reading(row)
    may_act = policies.may_handle(request.actor, row)
    findings = open_findings(row, sheet, may_act=bool(may_act))
    return {
        "row": row,
        "now": now,
        "about": screen.described(row, now),
        "saved": log[0] if log else None,
        "log": log,
        "page": sheet.page,
        "pages": len(now.pages),
        "picture": request.GET.get("xem") == PICTURE and row.pictured,
        "query": sheet.query,
        "more": f"&trang={sheet.page}" if sheet.page > 1 else "",
        "lines": screen.sheet_lines(sheet, rows, findings),
        "findings": findings,
        "open_count": len(now.open),
        "settled": settled_findings(row, sheet, may_act=bool(may_act)),
        "may_act": may_act,
        "may_forward": policies.may_draft_for(request.actor, row.unit),
        "may_pick_up": policies.may_pick_up(request.actor, row),
    }


def _words(request: Request, sheet: Sheet) -> dict[str, Any]:
    """The restored words, identical pairs together, some on each page."""
    everything = request.GET.get("chu") == "tat-ca"
    pairs = pairs_of(word_list.open_words(sheet.now, everything=everything))
    listed = Paginator(pairs, word_list.PAIRS).get_page(request.GET.get("page"))
    return {
        "everything": everything,
        "listed": listed,
        "word_rows": list(word_list.word_rows(list(listed), sheet)),
        "decided": list(
            word_list.word_rows(word_list.decided_pairs(sheet.now)[: word_list.PAIRS], sheet)
        ),
        "choices": word_list.choices(sheet.now),
        "all_words": len(word_list.open_words(sheet.now, everything=True)),
    }


def fields_of(row: Reading) -> str:
    return f"{row.get_absolute_url()}?phan={FIELDS}"


def back_to(request: Request, row: Reading) -> HttpResponse:
    """To the page of the source and the tab from which the button was pressed."""
    return redirect(row.get_absolute_url() + screen.query_of(request.GET.dict()))


def refused(request: Request, row: Reading, reason: str) -> HttpResponse:
    messages.error(request, reason)
    return render(request, "plans/reading.html", reading_context(request, row), status=422)


def get_reading(request: Request, pk: int) -> Reading:
    """The reading, if they take papers in for its unit."""
    return get_object_or_404(queries.readings_visible_to(request.actor), pk=pk)
