"""Names of the files of an issued plan: plain letters, so that every machine can save them."""

import re

from thidua.documents.models import Document, FileRole
from vanban.language.forms import fold

ENDINGS = {FileRole.WORD: ".docx", FileRole.PDF: ".pdf"}


def file_name(paper: Document, role: FileRole) -> str:
    """`ke-hoach-05-kh-cdgd-2024.docx`."""
    year = str(paper.dated.year) if paper.dated else ""
    words = fold(" ".join((paper.type_name, paper.full_number, year)))
    return "-".join(re.findall(r"[a-z0-9]+", words)) + ENDINGS[role]
