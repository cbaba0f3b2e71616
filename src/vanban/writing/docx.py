"""A document → Word, in the prescribed layout and with named styles that officers can change."""

import datetime as dt
from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from vanban.writing.composition import Composition, compose
from vanban.writing.composition import Paragraph as Words
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile
from vanban.writing.tables import Table
from vanban.writing.word import styles
from vanban.writing.word.boxes import add_letterhead, add_signature
from vanban.writing.word.package import reproducible
from vanban.writing.word.tables import add_table, keep_apart

_HEADER_DISTANCE_MM = 10
_UNUSED_PARTS = frozenset({"stylesWithEffects", "numbering", "customXml", "thumbnail"})
_UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def write_docx(document: OfficialDocument, profile: Profile) -> bytes:
    """The Word file. The same document gives the same bytes.

    Numbers and dashes of clauses are literal text at the start of their paragraph, so that what
    is read back is what was written.
    """
    words = compose(document, profile)
    paper = docx.Document(BytesIO(_empty_paper(profile)))
    _describe(paper, words, document.date)
    add_letterhead(paper, words, profile)
    _add_title(paper, words)
    _add_content(paper, words, profile)
    add_signature(paper, words, profile)
    _add_annex(paper, words, profile)
    made = BytesIO()
    paper.save(made)
    return reproducible(made.getvalue())


@cache
def _empty_paper(profile: Profile) -> bytes:
    """A file with page, header and styles of the profile and nothing on it."""
    paper = docx.Document()
    _drop_parts(paper)
    styles.define_styles(paper, profile)
    section = paper.sections[0]
    section.page_width, section.page_height = (
        Mm(profile.paper_width_mm),
        Mm(profile.paper_height_mm),
    )
    section.top_margin, section.bottom_margin = (
        Mm(profile.margin_top_mm),
        Mm(profile.margin_bottom_mm),
    )
    section.left_margin, section.right_margin = (
        Mm(profile.margin_left_mm),
        Mm(profile.margin_right_mm),
    )
    section.header_distance = Mm(_HEADER_DISTANCE_MM)
    section.different_first_page_header_footer = True
    _add_page_number(section.header.paragraphs[0])
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


def _drop_parts(paper: Document) -> None:
    """Leave out what the library's template brings along and nothing here refers to."""
    for holder in (paper.part, paper.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED_PARTS:
                del holder.rels[key]


def _add_page_number(paragraph: Paragraph) -> None:
    field = paragraph.add_run().element
    for part in ('fldChar w:fldCharType="begin"', "instrText", 'fldChar w:fldCharType="end"'):
        tag, _, attributes = part.partition(" ")
        content = "PAGE" if tag == "instrText" else ""
        field.append(parse_xml(f"<w:{tag} {nsdecls('w')} {attributes}>{content}</w:{tag}>"))


def _describe(paper: Document, words: Composition, day: dt.date | None) -> None:
    moment = dt.datetime.combine(day, dt.time(), dt.UTC) if day else _UNDATED
    properties = paper.core_properties
    properties.title = words.heading[:255]
    properties.author = properties.last_modified_by = words.author[:255]
    properties.comments = ""
    properties.language = "vi-VN"
    properties.created = properties.modified = moment


def _add_title(paper: Document, words: Composition) -> None:
    if words.doc_type:
        paper.add_paragraph(words.doc_type, styles.DOC_TYPE)
    if words.title:
        paper.add_paragraph(words.title, styles.TITLE)
    if words.doc_type or words.title:
        paper.add_paragraph(style=styles.TITLE_RULE)


def _add_content(paper: Document, words: Composition, profile: Profile) -> None:
    """The last part stays with the signature, which must not stand on a page of its own."""
    content = words.content
    if content and isinstance(content[0], Table):
        keep_apart(paper)
    for place, part in enumerate(content, 1):
        last = place == len(content)
        if isinstance(part, Table):
            add_table(paper, part, profile, keep_with_next=last)
        else:
            added = _add_paragraph(paper, part)
            if last:
                added.paragraph_format.keep_with_next = True


def _add_paragraph(paper: Document, part: Words) -> Paragraph:
    style = _STYLES.get(part.role, styles.TEXT)
    if not part.bold:
        return paper.add_paragraph(part.text, style)
    added = paper.add_paragraph(style=style)
    added.add_run(part.text[: part.bold]).bold = True
    added.add_run(part.text[part.bold :])
    return added


def _add_annex(paper: Document, words: Composition, profile: Profile) -> None:
    """Pages of their own behind the signature, numbered by themselves."""
    if not words.annex:
        return
    section = paper.add_section()
    start = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001
    for line in words.annex_heading:
        paper.add_paragraph(line, styles.TITLE)
    paper.add_paragraph(words.annex_note, styles.ANNEX_NOTE)
    paper.add_paragraph(style=styles.TITLE_RULE)
    for part in words.annex:
        if isinstance(part, Table):
            add_table(paper, part, profile, keep_with_next=False)
        else:
            _add_paragraph(paper, part)


_STYLES = {**styles.HEADINGS, "center": styles.CENTER, "basis": styles.BASIS}
