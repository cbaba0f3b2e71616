from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from thidua.org.http import Request
from thidua.reports import queries
from thidua.reports.places import Place
from thidua.reports.reporters import superior_of
from thidua.reports.written import official
from vanban.writing.docx import write_docx
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def paper(request: Request, pk: int) -> HttpResponse:
    """A report on paper, as PDF or as Word; number, day and signature are left to the hand."""
    report = get_object_or_404(queries.reports_visible_to(request.actor), pk=pk)
    place = Place(report.period, report.unit, report)
    sheet = queries.sheet_of(report.period, report.unit, report, request.actor.day)
    superior = report.superior or superior_of(report.unit, report.period.ends_on)
    document = official(place, sheet, superior)
    profile = profile_for(min(request.actor.day, report.period.ends_on))
    word = request.GET.get("dang") == "word"
    data = write_docx(document, profile) if word else write_pdf(document, profile)
    response = HttpResponse(data, content_type=WORD if word else "application/pdf")
    how, name = ("attachment", "bao-cao.docx") if word else ("inline", "bao-cao.pdf")
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
