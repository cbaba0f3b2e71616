"""A filled template with its letterhead, recipients and signature: a draft without a number."""

from collections.abc import Mapping, Sequence

from vanban.writing.born.facts import Office
from vanban.writing.born.template import Fact, filled
from vanban.writing.model import Annex, OfficialDocument


def paper_of(
    template: str,
    facts: Mapping[str, Fact],
    office: Office,
    recipients: Sequence[str],
    annexes: tuple[Annex, ...] = (),
) -> OfficialDocument:
    """The draft; facts about the office itself are added here."""
    own: dict[str, Fact] = {
        "symbol": office.symbol,
        "office": office.name,
        "collective": office.collective,
    }
    made = filled(template, {**own, **facts})
    return OfficialDocument(
        parent_body=office.parent,
        issuing_body=office.name,
        full_number=None,
        symbol=made.head["symbol"],
        place=office.place,
        date=None,
        doc_type=made.head["kind"],
        title=made.head["title"],
        blocks=made.blocks,
        recipients=tuple(recipients),
        signature=office.signature,
        signer_name=office.signer,
        mark=None,
        annexes=annexes,
    )
