"""Papers with their numbers, lines of *Nơi nhận* and deliveries."""

import json
from dataclasses import dataclass
from datetime import date

from thidua.documents.models import Book, BookEntry, Delivery, Document, Recipient
from thidua.documents.naming import folded, folded_number
from thidua.oversight.simulate.days import DAYS, YEAR, moment
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.trail import TrailRows
from vanban.writing.numbers import format_number
from vanban.writing.profiles import profile_for, signature_lines

PROFILE = profile_for(date(YEAR, 1, 1))
TO_ALL, TO_SUPERIOR, ARCHIVE = "Các công đoàn cấp dưới trực thuộc", "Công đoàn cấp trên", "Lưu: VT"
COLUMNS = (
    "unit_id",
    "unit_path",
    "direction",
    "status",
    "type_name",
    "title",
    "full_number",
    "symbol",
    "place",
    "dated",
    "issuer_id",
    "issuer_name",
    "issuer_fold",
    "number_fold",
    "search_fold",
    "parent_name",
    "signature",
    "signer_id",
    "signer_name",
    "drafted_by_id",
    "created_at",
    "submitted_at",
    "signed_at",
    "signed_by_id",
    "issued_at",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """An issued paper: its key, its number as printed, and the line to everybody below."""

    document: int
    number: str
    line: int
    day: int


class PaperRows:
    """Writes papers of a unit; each is signed by its chair and gets the next number of its book."""

    def __init__(self, loader: Loader, trail: TrailRows) -> None:
        self.trail = trail
        self.documents = loader.table(Document, *COLUMNS)
        self.books = loader.table(Book, "unit_id", "direction", "year")
        self.entries = loader.table(
            BookEntry, "book_id", "number", "state", "document_id", "entered_at"
        )
        self.recipients = loader.table(Recipient, "document_id", "position", "printed", "kind")
        self.deliveries = loader.table(
            Delivery, "recipient_id", "unit_id", "sent_at", "opened_at", "opened_by_id"
        )
        self.last_numbers: dict[int, tuple[int, int]] = {}

    def issue(self, node: Node, kind: tuple[str, str], title: str, day: int) -> Paper:
        """`kind` is how papers of its sort are called and marked: *Kế hoạch*, ``KH``."""
        at = moment(day, 3)
        book, number = self._next(node)
        symbol = f"{kind[1]}-{node.symbol}"
        full = format_number(number, symbol)
        document = self.documents.add(
            node.number,
            node.path,
            "out",
            "issued",
            kind[0],
            title,
            full,
            symbol,
            node.place,
            DAYS[day],
            node.number,
            node.name,
            folded(node.name),
            folded_number(full),
            folded(" ".join((kind[0], full, symbol, title, node.name, node.chair_name))),
            node.above.name if node.above else "",
            json.dumps(signature_lines(node.body, "Chủ tịch", PROFILE)),
            node.first_person,
            node.chair_name,
            node.clerk,
            moment(day, 1),
            moment(day, 1, 30),
            moment(day, 2),
            node.chair,
            at,
        )
        self.entries.add(book, number, "used", document, at)
        line = self._lines(node, document, at)
        self.trail.note(
            "document.issued", self.documents, document, node.login_of_chair, node, at, number=full
        )
        return Paper(document, full, line, day)

    def _next(self, node: Node) -> tuple[int, int]:
        book, last = self.last_numbers.get(node.number, (0, 0))
        book = book or self.books.add(node.number, "out", YEAR)
        self.last_numbers[node.number] = (book, last + 1)
        return book, last + 1

    def _lines(self, node: Node, document: int, at: str) -> int:
        line = self.recipients.add(document, 1, TO_ALL, "units")
        if node.above is not None:
            superior = self.recipients.add(document, 2, TO_SUPERIOR, "units")
            self.deliveries.add(superior, node.above.number, at, at, node.above.clerk)
        self.recipients.add(document, 3, ARCHIVE, "archive")
        return line

    def deliver(self, paper: Paper, node: Node, opened: int | None) -> None:
        """The paper went to a unit below, which opened it on some day or has not yet."""
        sent = moment(paper.day, 3)
        if opened is None:
            self.deliveries.add(paper.line, node.number, sent, None, None)
        else:
            self.deliveries.add(paper.line, node.number, sent, moment(opened), node.chair)
