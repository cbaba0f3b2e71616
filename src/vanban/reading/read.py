"""Text → `Reading`: every part of the reader is asked once and the answers are gathered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vanban.language.forms import plain_text
from vanban.reading.contents import read_content_items, read_sections
from vanban.reading.document import Document
from vanban.reading.doubts import doubted
from vanban.reading.duties import read_duties
from vanban.reading.matches import matches_of
from vanban.reading.model import Phase, Reading, Signatory
from vanban.reading.movements import movements_of, slogans_of
from vanban.reading.paper import Found, Paper
from vanban.reading.parts import bodies_of, criteria_of, days_outside, phases_of
from vanban.reading.people import participants_of, partner_of, scope_of
from vanban.reading.places import Places
from vanban.reading.recipients import distribution_of, read_addressees, read_recipients
from vanban.reading.signature import SignatureFound, read_signatures
from vanban.reading.targets import read_targets
from vanban.reading.theme import theme_of
from vanban.repair import repair

if TYPE_CHECKING:
    from vanban.reading.phase_found import PhaseFound
    from vanban.repair import Counts


def read_text(text: str) -> Reading:
    """Read a document from its raw text, Markdown marks and all. Never raises.

    `Reading.text` is the normalised text that every span counts in; `findings` stays empty.
    """
    document = Document.of(Paper.of(text))
    at = Places()
    reading = Reading(
        **_head(at, document),
        **_contents(at, document),
        **_tail(at, document),
        text=document.paper.text,
        spans=at.spans,
        confidence=at.confidence,
        blocks=document.outline.blocks + document.annex.blocks,
    )
    return replace(reading, matches=matches_of(reading))


def read_repaired(text: str, *, known: Counts | None = None) -> Reading:
    """Read a text that may have been recognised with the wrong language.

    Damaged words are repaired first; a value that holds one is no surer than that word. `known`
    counts the words of the reader's own documents. Undamaged text is read as it stands.
    `RepairedWord.source_span` counts in the normal form of `text`.
    """
    mended = repair(plain_text(text), known=known)
    reading = read_text(mended.text)
    kept = tuple(word for word in mended.words if reading.text[slice(*word.span)] == word.word)
    if not kept:
        return reading
    return replace(reading, repaired=True, repairs=kept, confidence=doubted(reading, kept))


def _head(at: Places, document: Document) -> dict[str, Any]:
    """Who issues what, where, when and about what."""
    head, bodies = document.head, bodies_of(document)
    return {
        "issuing_body": at.one("issuing_body", bodies.issuing),
        "parent_body": at.one("parent_body", bodies.parent),
        "co_issuers": at.many("co_issuers", bodies.others),
        "full_number": at.one("full_number", head.full_number),
        "number": at.one("number", head.number),
        "symbol": at.one("symbol", head.symbol),
        "place": at.one("place", document.dated.place),
        "date": at.one("date", document.dated.date),
        "doc_type": at.one("doc_type", document.kind),
        "title": at.one("title", head.title),
        "year_or_school_year": at.one("year_or_school_year", document.year),
    }


def _contents(at: Places, document: Document) -> dict[str, Any]:
    """What the body says."""
    paper, outline, opening = document.paper, document.outline, document.opening
    phases = phases_of(document)
    theme = theme_of(paper, outline, document.names, [phase.span for phase in phases])
    kind = document.kind.value if document.kind else None
    return {
        "theme": at.one("theme", theme),
        "slogans": at.many("slogans", slogans_of(document.names)),
        "scope": at.one("scope", scope_of(paper, opening, outline)),
        "participants": at.one("participants", participants_of(paper, opening, outline)),
        "criteria": at.many("criteria", criteria_of(document)),
        "partner": at.one("partner", partner_of(paper, document.body)),
        "citations": at.many("citations", [cited.citation for cited in document.citations]),
        "sections": at.many("sections", read_sections(outline)),
        "content_items": at.many("content_items", read_content_items(paper, outline, kind)),
        "phases": _phases(at, phases),
        "commemorations": at.many("commemorations", days_outside(document, phases)),
        "movements_named": at.many("movements_named", movements_of(document.names)),
        "targets": at.many("targets", read_targets(paper, outline, kind)),
        "reporting_duties": at.many("reporting_duties", read_duties(paper, outline, kind)),
        "addressees": at.many("addressees", read_addressees(paper, outline)),
    }


def _tail(at: Places, document: Document) -> dict[str, Any]:
    """Who gets it and who signs."""
    recipients = read_recipients(document.tail)
    signers = read_signatures(document.tail) or [SignatureFound()]
    return {
        "recipients": at.many("recipients", recipients),
        "distribution": distribution_of(recipients),
        "signatory": _signatory(at, "signatory", signers[0]),
        "cosignatories": tuple(
            _signatory(at, f"cosignatories[{place}]", signer)
            for place, signer in enumerate(signers[1:])
        ),
    }


def _phases(at: Places, phases: list[PhaseFound]) -> tuple[Phase, ...]:
    read = []
    for place, phase in enumerate(phases):
        path = f"phases[{place}]"
        at.one(path, Found(phase.name.value, phase.span, phase.name.confidence))
        read.append(
            Phase(
                name=at.one(f"{path}.name", phase.name) or "",
                start=at.one(f"{path}.start", phase.start),
                end=at.one(f"{path}.end", phase.end),
                theme=at.one(f"{path}.theme", phase.theme),
                commemorations=at.many(f"{path}.commemorations", phase.commemorations),
            )
        )
    return tuple(read)


def _signatory(at: Places, path: str, found: SignatureFound) -> Signatory:
    return Signatory(
        authority_line=at.one(f"{path}.authority_line", found.authority_line),
        post=at.one(f"{path}.post", found.post),
        name=at.one(f"{path}.name", found.name),
        mark=at.one(f"{path}.mark", found.mark),
    )
