"""A document → Word, in the prescribed layout and with named styles that officers can change."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from vanban.writing.composition import ComposedAnnex, Composition, compose, text_after
from vanban.writing.composition import Paragraph as Words
from vanban.writing.heads import TITLE_INDENT_MM, side_of
from vanban.writing.lists import Lists, Numbered, lists_of
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile
from vanban.writing.tables import Table
from vanban.writing.word import styles
from vanban.writing.word.boxes import add_letterhead, add_signature
from vanban.writing.word.numbering import add_lists, tie
from vanban.writing.word.package import reproducible
from vanban.writing.word.tables import add_table, keep_apart

_HEADER_DISTANCE_MM = 10
_BELOW_ADDRESSEES_PT = 12
_UNUSED_PARTS = frozenset({"stylesWithEffects", "numbering", "customXml", "thumbnail"})
_UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def write_docx(document: OfficialDocument, profile: Profile) -> bytes:
    """The Word file. The same document gives the same bytes.

    Word counts the clauses by itself, wherever that gives the printed numbers: a clause put in
    between renumbers those behind it. Other numbers are literal text.
    """
    words = compose(document, profile)
    paper = docx.Document(BytesIO(_empty_paper(profile)))
    lists, numbered = _lists(words)
    add_lists(paper, lists, profile)
    _describe(paper, words, document.date)
    add_letterhead(paper, words, profile)
    _add_title(paper, words, profile)
    _add_content(paper, words, profile, numbered)
    add_signature(paper, words, profile)
    for annex in words.annexes:
        _add_annex(paper, annex, profile, numbered)
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
    below = profile.page_number_place == "bottom-right"
    holder = section.footer if below else section.header
    _add_page_number(holder.paragraphs[0])
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


def _add_title(paper: Document, words: Composition, profile: Profile) -> None:
    """The title is set in from both sides as far as makes its lines come out alike."""
    if words.doc_type:
        paper.add_paragraph(words.doc_type, styles.DOC_TYPE)
    if words.title:
        title = paper.add_paragraph(words.title, styles.TITLE)
        room = profile.text_width_mm - 2 * TITLE_INDENT_MM
        side = side_of(words.title, size=profile.title_pt, width_mm=room)
        layout = title.paragraph_format
        layout.left_indent = layout.right_indent = Mm(TITLE_INDENT_MM + side)
    if words.doc_type or words.title:
        paper.add_paragraph(style=styles.TITLE_RULE)


def _lists(words: Composition) -> tuple[Lists, Iterator[Numbered | None]]:
    """The lists of the whole document, and the place of each of its paragraphs, in their order."""
    paragraphs = [*words.paragraphs, *(one for annex in words.annexes for one in annex.paragraphs)]
    lists = lists_of([(one.marker, one.depth) for one in paragraphs])
    places = zip(paragraphs, lists.places, strict=True)
    return lists, iter([place for one, place in places if one.role != "row"])


def _add_content(
    paper: Document, words: Composition, profile: Profile, numbered: Iterator[Numbered | None]
) -> None:
    """The last part stays with the signature, which must not stand on a page of its own."""
    content = words.content
    if content and isinstance(content[0], Table):
        keep_apart(paper)
    for place, part in enumerate(content, 1):
        last = place == len(content)
        if isinstance(part, Table):
            add_table(paper, part, profile, keep_with_next=last)
        else:
            added = _add_paragraph(paper, part, next(numbered))
            if last:
                added.paragraph_format.keep_with_next = True
            if part.role == "addressee" and _role_of(content, place) != "addressee":
                added.paragraph_format.space_after = Pt(_BELOW_ADDRESSEES_PT)


def _role_of(content: Sequence[Words | Table], place: int) -> str:
    return content[place].role if place < len(content) else ""


def _add_paragraph(paper: Document, part: Words, numbered: Numbered | None) -> Paragraph:
    style = _STYLES.get(part.role, styles.TEXT)
    added: Paragraph = paper.add_paragraph(style=style)
    if numbered:
        tie(added, numbered)
        added.add_run(text_after(part.text, part.marker))
    elif part.bold:
        added.add_run(part.text[: part.bold]).bold = True
        added.add_run(part.text[part.bold :])
    else:
        added.add_run(part.text)
    if part.leads and part.role == "text":
        added.paragraph_format.keep_with_next = True
    return added


def _add_annex(
    paper: Document, annex: ComposedAnnex, profile: Profile, numbered: Iterator[Numbered | None]
) -> None:
    """Pages of their own behind the signature, numbered by themselves."""
    section = paper.add_section()
    _turn(section, profile, landscape=annex.landscape)
    start = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    element = section._sectPr  # noqa: SLF001
    for old in element.findall(qn("w:pgNumType")):
        element.remove(old)
    element.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")
    for line in annex.heading:
        paper.add_paragraph(line, styles.TITLE)
    if annex.note:
        paper.add_paragraph(annex.note, styles.ANNEX_NOTE)
    across = profile.paper_height_mm - profile.paper_width_mm if annex.landscape else 0
    rule = paper.add_paragraph(style=styles.TITLE_RULE).paragraph_format
    rule.left_indent = rule.right_indent = Mm(
        (profile.text_width_mm + across - profile.title_rule_mm) / 2
    )
    for part in annex.content:
        if isinstance(part, Table):
            add_table(paper, part, profile, keep_with_next=False, wider_mm=across)
        else:
            _add_paragraph(paper, part, next(numbered))


def _turn(section: Section, profile: Profile, *, landscape: bool) -> None:
    sides = (Mm(profile.paper_width_mm), Mm(profile.paper_height_mm))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = reversed(sides) if landscape else sides


_STYLES = {
    **styles.HEADINGS,
    "division": styles.DIVISION,
    "center": styles.CENTER,
    "address": styles.ADDRESS,
    "addresses": styles.ADDRESSES,
    "addressee": styles.ADDRESSEE,
    "basis": styles.BASIS,
}
