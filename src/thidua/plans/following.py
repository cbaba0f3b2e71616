"""Papers born from a plan between the tables and the library that words and writes them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from thidua.documents.models import Document
from thidua.documents.queries import units_above
from thidua.org.models import Unit
from thidua.plans.models import FollowUp
from thidua.plans.understanding import checked
from thidua.plans.written import paragraphs, seen_in, written
from vanban.reading.as_json import blocks_from_json
from vanban.reading.model import Block
from vanban.writing.born.facts import Office, PlanFacts
from vanban.writing.model import Annex, OfficialDocument
from vanban.writing.profiles import Profile, profile_for


def office_of(unit: Unit, day: date) -> Office:
    """Who writes, as the organisation calls itself on that day; a draft has no signature yet."""
    name, above = unit.named_on(day), units_above(unit, day)
    return Office(
        name=name.name,
        parent=above[0].named_on(day).name if above else None,
        symbol=name.symbol,
        place=name.place,
        body=_as_in_a_sentence(name.body),
    )


def _as_in_a_sentence(body: str) -> str:
    """*BAN CHẤP HÀNH* above a signature is *Ban Chấp hành* in a sentence."""
    words = body.lower().split()
    return " ".join(
        word.capitalize() if place in _CAPITAL.get(len(words), (0,)) else word
        for place, word in enumerate(words)
    )


def facts_of(paper: Document) -> PlanFacts:
    """The plan as other papers cite it."""
    return PlanFacts(
        title=paper.title,
        issuer=paper.issuer_name,
        number=paper.full_number or None,
        date=paper.dated,
        kind=paper.type_name,
    )


def blocks_as_rows(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """What `FollowUp.blocks` keeps."""
    return [
        {"depth": one.depth, "marker": one.marker, "text": one.text, "heading": one.heading}
        for one in blocks
    ]


def annexes_as_rows(annexes: Sequence[Annex]) -> list[dict[str, Any]]:
    """What `FollowUp.annexes` keeps."""
    return [
        {
            "heading": list(one.heading),
            "note": one.note,
            "landscape": one.landscape,
            "blocks": blocks_as_rows(one.blocks),
        }
        for one in annexes
    ]


def _blocks(rows: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    return blocks_from_json([{"span": (0, 0), **row} for row in rows])


def official_follow_up(follow_up: FollowUp, recipients: Sequence[str]) -> OfficialDocument:
    """The paper as the writers of Word and PDF take it; a draft has no number, day or signer."""
    paper = follow_up.document
    return OfficialDocument(
        parent_body=paper.parent_name or None,
        issuing_body=paper.issuer_name or None,
        full_number=paper.full_number or None,
        symbol=paper.symbol or None,
        place=paper.place or None,
        date=paper.dated,
        doc_type=paper.type_name or None,
        title=paper.title or None,
        blocks=_blocks(follow_up.blocks),
        recipients=tuple(recipients),
        signature=tuple(paper.signature),
        signer_name=paper.signer_name or None,
        mark=None,
        annexes=tuple(
            Annex(
                heading=tuple(one["heading"]),
                note=one["note"],
                landscape=one["landscape"],
                blocks=_blocks(one["blocks"]),
            )
            for one in follow_up.annexes
        ),
        numbered=paper.unit.kind.keeps_register,
    )


def as_paper(follow_up: FollowUp, today: date) -> tuple[OfficialDocument, Profile]:
    """With the layout of its day; of today for a draft."""
    paper = follow_up.document
    lines = paper.recipients.order_by("position").values_list("printed", flat=True)
    return official_follow_up(follow_up, list(lines)), profile_for(paper.dated or today)


def typed_of(follow_up: FollowUp) -> str:
    """The paragraphs as somebody edits them, one on each line."""
    return "\n".join(f"{row['marker']} {row['text']}".strip() for row in follow_up.blocks)


def rows_of(follow_up: FollowUp, typed: str, today: date) -> list[dict[str, Any]]:
    """Typed paragraphs as rows: how deep each stands, the reader sees in the whole paper."""
    fresh = [Block(0, marker, words) for marker, words in paragraphs(typed)]
    follow_up.blocks = blocks_as_rows(fresh)
    document, profile = as_paper(follow_up, today)
    text = written(document, profile)
    seen = seen_in(text, checked(text.text))
    return [
        row | {"depth": depth, "heading": heading}
        for row, (depth, heading) in zip(follow_up.blocks, seen, strict=False)
    ]


_CAPITAL = {3: (0, 1), 2: (0, 1)}
"""*Ban Thường vụ*, *Ban Chấp hành*, and short ones: which words stand with a capital."""
