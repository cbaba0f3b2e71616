"""Pages without sign-in. Only what is public, or what a link was sent for, is ever asked for."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.core.sizes import size_words
from thidua.documents.models import Document
from thidua.files.http import download
from thidua.public import queries

ROWS = 20
LONGEST_SEARCH = 200


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    # PostgreSQL knows no NUL, and SQLite no condition of thousands of words.
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    documents = queries.searched(queries.public_documents(), words)
    shown = Paginator(documents, ROWS).get_page(request.GET.get("page"))
    return page(request, "public/index.html", {"page": shown, "words": words}, fragment="documents")


@login_not_required
@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    paper = get_object_or_404(queries.public_documents(), pk=pk)
    return _paper(request, paper, reverse("public:file", args=[pk]))


@login_not_required
@require_safe
def file(_request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of a public paper."""
    return _download(get_object_or_404(queries.public_documents(), pk=pk))


@login_not_required
@require_safe
def letter(request: HttpRequest, token: str) -> HttpResponse:
    """The paper that was sent to a body outside the union, which has no account."""
    return _paper(request, _sent(token), reverse("public:letter_file", args=[token]))


@login_not_required
@require_safe
def letter_file(_request: HttpRequest, token: str) -> HttpResponse:
    return _download(_sent(token))


def _sent(token: str) -> Document:
    paper = queries.document_behind(token)
    if paper is None:
        raise Http404
    return paper


def _paper(request: HttpRequest, paper: Document, file_url: str) -> HttpResponse:
    pdf = queries.pdf_of(paper)
    files = []
    if pdf is not None:
        files = [{"name": pdf.name, "url": file_url, "size": size_words(pdf.file.size)}]
    recipients = paper.recipients.values_list("printed", flat=True)
    context = {"document": paper, "files": files, "recipients": recipients}
    return render(request, "public/document.html", context)


def _download(paper: Document) -> HttpResponse:
    pdf = queries.pdf_of(paper)
    if pdf is None:
        raise Http404
    return download(pdf.file, pdf.name)
