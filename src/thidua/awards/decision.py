"""A decision of the standing or executive committee as an official paper (DOC-42, DEC-1).

Its words are Vietnamese whatever the language of the screen.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localtime

from thidua.awards.models import AwardList, ListLine, form_of
from thidua.org.models import Unit
from vanban.reading.model import Block
from vanban.writing.model import Annex, OfficialDocument
from vanban.writing.numbers import format_header_date

DECIDES = "QUYẾT ĐỊNH:"
_DOTS = "…"


def collective_of(unit: Unit, day: date) -> str:
    """*Ban Thường vụ Công đoàn Giáo dục tỉnh …*, as called on that day."""
    name = unit.named_on(day)
    return f"{name.body.capitalize()} {name.name}".replace("thường vụ", "Thường vụ").replace(
        "chấp hành", "Chấp hành"
    )


def official(
    award_list: AwardList, lines: Sequence[ListLine], recipients: Sequence[str]
) -> OfficialDocument:
    """The decision as the writers of Word and PDF take it; a draft has no number, day or signer.

    Up to one subject stands in *Điều 1* itself, more in a list behind the signature.
    """
    paper = award_list.document
    collective = collective_of(paper.unit, paper.dated or localtime(paper.created_at).date())
    bases = [Block(0, "", line) for line in award_list.bases.splitlines() if line.strip()]
    articles = [_first_article(award_list, lines, collective)]
    articles += [line.strip() for line in award_list.articles.splitlines() if line.strip()]
    return OfficialDocument(
        parent_body=paper.parent_name or None,
        issuing_body=paper.issuer_name or None,
        full_number=paper.full_number or None,
        symbol=paper.symbol or None,
        place=paper.place or None,
        date=paper.dated,
        doc_type=paper.type_name,
        title=paper.title,
        blocks=(
            *bases,
            Block(0, "", DECIDES),
            *(Block(0, f"Điều {place}.", text) for place, text in enumerate(articles, 1)),
        ),
        recipients=tuple(recipients),
        signature=tuple(paper.signature),
        signer_name=paper.signer_name or None,
        mark=None,
        authority=collective,
        annexes=(_annex(award_list, lines, collective),) if len(lines) > 1 else (),
    )


def _first_article(award_list: AwardList, lines: Sequence[ListLine], collective: str) -> str:
    gift = f"Tặng {form_of(award_list.kind)} của {collective} cho"
    if len(lines) == 1:
        one = lines[0].nomination
        who = f"{one.subject_name}, {one.subject_post}" if one.subject_post else one.subject_name
        return f"{gift} {who}, {_lower(award_list.occasion)}."
    units = sum(line.nomination.person_id is None for line in lines)
    people = len(lines) - units
    counted = [f"{units:02d} tập thể"] * bool(units) + [f"{people:02d} cá nhân"] * bool(people)
    return (
        f"{gift} {' và '.join(counted) or _DOTS} {_lower(award_list.occasion)} "
        "(có danh sách kèm theo)."
    )


def _lower(words: str) -> str:
    """Inside a sentence, without a full stop of its own."""
    return (words[:1].lower() + words[1:]).rstrip(" .;")


def _annex(award_list: AwardList, lines: Sequence[ListLine], collective: str) -> Annex:
    paper = award_list.document
    number = paper.full_number or f"{_DOTS}/{paper.symbol}"
    when = format_header_date(paper.dated) if paper.dated else "ngày … tháng … năm …"
    rows = ["| STT | Họ và tên, tên tập thể | Chức vụ, đơn vị | Thành tích |"]
    rows += [
        f"| {line.position} | {_cell(line.nomination.subject_name)} "
        f"| {_cell(line.nomination.subject_post)} | {_cell(line.nomination.merit)} |"
        for line in lines
    ]
    return Annex(
        heading=("DANH SÁCH", f"Tập thể, cá nhân được tặng {form_of(award_list.kind)}"),
        note=f"(Kèm theo Quyết định số {number} {when} của {collective})",
        blocks=tuple(Block(0, "", row) for row in rows),
    )


def _cell(words: str) -> str:
    """A bar would begin another cell; an empty one keeps its place."""
    return words.replace("|", "/") or "-"
