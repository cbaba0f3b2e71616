"""The styles of a Word document, so that an officer changes the look in one place."""

from dataclasses import dataclass, replace

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.font import Font

from vanban.writing.heads import ADDRESSEE_MM, ADDRESSES_MM, TITLE_INDENT_MM
from vanban.writing.profiles import Profile
from vanban.writing.tables import TABLE_PT

SUPERIOR = "Cơ quan cấp trên"
ISSUER = "Cơ quan ban hành"
HEAD_LINE = "Quốc hiệu"
MOTTO = "Tiêu ngữ"
NUMBER = "Số ký hiệu"
SUBJECT = "Trích yếu công văn"
PLACE_DATE = "Địa danh ngày tháng"
DOC_TYPE = "Tên loại"
TITLE = "Trích yếu"
ISSUER_RULE = "Đường kẻ dưới tên cơ quan"
MOTTO_RULE = "Đường kẻ dưới Tiêu ngữ"
TITLE_RULE = "Đường kẻ dưới trích yếu"
COLUMNS = "Bảng hai cột"
GRID = "Bảng có kẻ ô"
CELL = "Bảng - ô"
CENTRED_CELL = "Bảng - ô giữa"
HEADER_CELL = "Bảng - tiêu đề"
TABLE_GAP = "Khoảng cách sau bảng"
TEXT = "Nội dung"
BASIS = "Căn cứ"
CENTER = "Thẩm quyền, Quyết định"
DIVISION = "Phần, chương"
ADDRESS = "Kính gửi"
ADDRESSES = "Kính gửi nhiều nơi"
ADDRESSEE = "Kính gửi - nơi nhận"
ANNEX_NOTE = "Phụ lục - kèm theo"
RECIPIENTS_HEADING = "Nơi nhận"
RECIPIENT = "Nơi nhận - mục"
AUTHORITY = "Quyền hạn, chức vụ"
MARK = "Dấu thay chữ ký"
SIGNER = "Họ tên người ký"
HEADINGS = {"heading1": "Heading 1", "heading2": "Heading 2", "heading3": "Heading 3"}
PAGE_NUMBER = "Header"
PAGE_NUMBER_BELOW = "Footer"

_KEPT = frozenset(
    {"normal", "default paragraph font", "normal table", "no list", "header", "footer"}
    | {name.lower() for name in HEADINGS.values()}
)
_LANGUAGE = "vi-VN"
_FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_RULE_PT = 3.0
_DASH_MM = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How paragraphs of one style look; `spacing` is in lines, single when not given."""

    size: float
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.CENTER
    first_line_mm: float = 0
    side_mm: float = 0
    left_mm: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1
    keep_with_next: bool = False


def _looks(profile: Profile) -> dict[str, _Look]:
    return _head_looks(profile) | _content_looks(profile) | _foot_looks(profile)


def _head_looks(profile: Profile) -> dict[str, _Look]:
    return {
        PAGE_NUMBER: _Look(size=profile.page_number_pt),
        PAGE_NUMBER_BELOW: _Look(size=profile.page_number_pt, align=WD_ALIGN_PARAGRAPH.RIGHT),
        SUPERIOR: _Look(size=profile.superior_pt),
        ISSUER: _Look(size=profile.issuer_pt, bold=True),
        HEAD_LINE: _Look(size=profile.head_line_pt, bold=True),
        MOTTO: _Look(size=profile.motto_pt, bold=True),
        NUMBER: _Look(size=profile.number_pt, before=6),
        SUBJECT: _Look(size=profile.subject_pt, italic=profile.subject_italic, before=6),
        PLACE_DATE: _Look(size=profile.place_date_pt, italic=True, before=6),
        DOC_TYPE: _Look(size=profile.doc_type_pt, bold=True, before=18, keep_with_next=True),
        TITLE: _Look(
            size=profile.title_pt, bold=True, side_mm=TITLE_INDENT_MM, keep_with_next=True
        ),
    }


def _content_looks(profile: Profile) -> dict[str, _Look]:
    text = _Look(
        size=profile.body_pt,
        align=WD_ALIGN_PARAGRAPH.JUSTIFY,
        first_line_mm=profile.first_line_mm,
        after=profile.paragraph_gap_pt,
        spacing=profile.line_spacing,
    )
    heading = replace(text, bold=True, keep_with_next=True)
    middle = replace(heading, align=WD_ALIGN_PARAGRAPH.CENTER, first_line_mm=0)
    cell = _Look(size=TABLE_PT, align=WD_ALIGN_PARAGRAPH.LEFT, before=2, after=2)
    return {
        CELL: cell,
        CENTRED_CELL: replace(cell, align=WD_ALIGN_PARAGRAPH.CENTER),
        HEADER_CELL: replace(cell, align=WD_ALIGN_PARAGRAPH.CENTER, bold=True, keep_with_next=True),
        TEXT: text,
        BASIS: replace(text, italic=True),
        CENTER: middle,
        DIVISION: middle,
        ADDRESS: replace(middle, bold=False, before=12, after=12),
        ADDRESSES: replace(
            text,
            align=WD_ALIGN_PARAGRAPH.LEFT,
            first_line_mm=0,
            left_mm=ADDRESSES_MM,
            before=12,
            after=0,
            keep_with_next=True,
        ),
        ADDRESSEE: replace(
            text,
            align=WD_ALIGN_PARAGRAPH.LEFT,
            first_line_mm=-_DASH_MM,
            left_mm=ADDRESSEE_MM,
            after=0,
            keep_with_next=True,
        ),
        ANNEX_NOTE: _Look(size=profile.body_pt, italic=True, keep_with_next=True),
        **dict.fromkeys(HEADINGS.values(), heading),
    }


def _foot_looks(profile: Profile) -> dict[str, _Look]:
    recipient = _Look(
        size=profile.recipients_pt, align=WD_ALIGN_PARAGRAPH.LEFT, keep_with_next=True
    )
    return {
        RECIPIENTS_HEADING: replace(
            recipient, size=profile.recipients_heading_pt, bold=True, italic=True
        ),
        RECIPIENT: recipient,
        AUTHORITY: _Look(size=profile.authority_pt, bold=True, keep_with_next=True),
        MARK: _Look(size=profile.authority_pt, italic=True, keep_with_next=True),
        SIGNER: _Look(size=profile.signer_pt, bold=True),
    }


def define_styles(document: Document, profile: Profile) -> None:
    """Put the profile's styles into a new document; everything else falls back to its font."""
    _drop_unused(document)
    _set_defaults(document, profile)
    for name, look in _looks(profile).items():
        style = _style(document, name)
        _set_font(style.font, profile.font, look)
        _set_paragraph(style, look)
    right = profile.text_width_mm - profile.left_column_mm
    _define_rule(document, ISSUER_RULE, profile.left_column_mm, profile.issuer_rule_mm)
    _define_rule(document, MOTTO_RULE, right, profile.motto_rule_mm)
    _define_rule(document, TITLE_RULE, profile.text_width_mm, profile.title_rule_mm, after=12)
    _define_columns(document)
    _define_grid(document)
    _define_gap(document, profile)


def _drop_unused(document: Document) -> None:
    """Take out the two hundred styles of the library's own template that no union paper needs."""
    root = document.styles.element
    for child in list(root):
        name = child.find(qn("w:name"))
        if child.tag == qn("w:latentStyles") or (
            name is not None and name.get(qn("w:val")).lower() not in _KEPT
        ):
            root.remove(child)


def _style(document: Document, name: str) -> ParagraphStyle:
    """A paragraph style that shows in Word's gallery; built-in ones are there already."""
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    style.quick_style = True
    return style


def _define_rule(
    document: Document, name: str, room_mm: float, length_mm: float, *, after: float = 0
) -> None:
    """A line in the middle of the room: the lower border of an empty paragraph."""
    style = _style(document, name)
    style.font.size = Pt(_RULE_PT)
    layout = style.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_RULE_PT)
    layout.space_before, layout.space_after = Pt(2), Pt(after)
    layout.left_indent = layout.right_indent = Mm((room_mm - length_mm) / 2)
    layout.keep_with_next = True
    line = '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    style.element.pPr.insert_element_before(border, "w:spacing", "w:ind")


def _define_columns(document: Document) -> None:
    """A table without borders and without room at the sides of its cells."""
    style = document.styles.add_style(COLUMNS, WD_STYLE_TYPE.TABLE)
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    style.element.append(
        parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>")
    )


def _define_grid(document: Document) -> None:
    """A table with a thin black line around every cell."""
    style = document.styles.add_style(GRID, WD_STYLE_TYPE.TABLE)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("left", "right"))
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>{lines}</w:tblBorders>"
            f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
        )
    )


def _define_gap(document: Document, profile: Profile) -> None:
    """The room below a table, which cannot have any itself."""
    style = _style(document, TABLE_GAP)
    layout = style.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(profile.paragraph_gap_pt)
    layout.space_before = layout.space_after = Pt(0)
    layout.keep_with_next = True


def _set_defaults(document: Document, profile: Profile) -> None:
    """The font for every script, and Vietnamese as the language that Word checks."""
    properties = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    for child in list(properties):
        properties.remove(child)
    slots = " ".join(f'{slot}="{profile.font}"' for slot in _FONT_SLOTS)
    size = round(profile.body_pt * 2)
    for part in (
        f"<w:rFonts {nsdecls('w')} {slots}/>",
        f'<w:sz {nsdecls("w")} w:val="{size}"/>',
        f'<w:szCs {nsdecls("w")} w:val="{size}"/>',
        f'<w:lang {nsdecls("w")} w:val="{_LANGUAGE}" w:eastAsia="{_LANGUAGE}"/>',
    ):
        properties.append(parse_xml(part))


def _set_font(font: Font, name: str, look: _Look) -> None:
    font.name = name
    font.size = Pt(look.size)
    font.bold, font.cs_bold = look.bold, look.bold
    font.italic, font.cs_italic = look.italic, look.italic
    font.color.rgb = RGBColor(0, 0, 0)
    properties = font.element.rPr
    fonts = properties.rFonts
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for slot in _FONT_SLOTS:
        fonts.set(qn(slot), name)
    complex_size = properties.find(qn("w:szCs"))
    if complex_size is not None:
        properties.remove(complex_size)
    properties.find(qn("w:sz")).addnext(
        parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(look.size * 2)}"/>')
    )


def _set_paragraph(style: ParagraphStyle, look: _Look) -> None:
    layout = style.paragraph_format
    layout.alignment = look.align
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing = look.spacing
    layout.keep_with_next = look.keep_with_next
    layout.keep_together = False
    layout.widow_control = True
    if look.first_line_mm:
        layout.first_line_indent = Mm(look.first_line_mm)
    if look.left_mm:
        layout.left_indent = Mm(look.left_mm)
    if look.side_mm:
        layout.left_indent = layout.right_indent = Mm(look.side_mm)
