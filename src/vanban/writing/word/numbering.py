"""The lists of a document as Word's numbering part."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from vanban.writing.lists import Level, Lists, Numbered
from vanban.writing.profiles import Profile

_TWIPS_PER_MM = 1440 / 25.4
_CENTRED = ("Phần ", "Chương ")
_BOLD = (*_CENTRED, "Điều ", "Mục ")


def add_lists(paper: Document, lists: Lists, profile: Profile) -> None:
    """Put the definitions of the lists into the file; paragraphs are tied to them one by one."""
    if not lists.lists:
        return
    abstract = "".join(_abstract(n, levels, profile) for n, levels in enumerate(lists.lists))
    uses = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(len(lists.lists))
    )
    written = f"<w:numbering {nsdecls('w')}>{abstract}{uses}</w:numbering>"
    part = Part(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        written.encode(),
        paper.part.package,
    )
    paper.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def tie(paragraph: Paragraph, to: Numbered) -> None:
    """Make the paragraph an item of its list."""
    properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = to.level
    properties.get_or_add_numId().val = to.list + 1


def _abstract(number: int, levels: dict[int, Level], profile: Profile) -> str:
    drawn = "".join(_levels(levels, profile))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{number + 1:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{drawn}</w:abstractNum>'
    )


def _levels(levels: dict[int, Level], profile: Profile) -> Iterator[str]:
    """Every level keeps the indent of running text, so that the number stands where it was."""
    for place, level in sorted(levels.items()):
        centred = level.text.startswith(_CENTRED)
        indent = 0 if centred else round(Mm(profile.first_line_mm).mm * _TWIPS_PER_MM)
        legal = "<w:isLgl/>" if level.legal else ""
        look = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level.text.startswith(_BOLD) else ""
        yield (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="{level.start}"/>'
            f'<w:numFmt w:val="{level.style}"/>{legal}<w:suff w:val="space"/>'
            f'<w:lvlText w:val={quoteattr(level.text)}/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>{look}</w:lvl>'
        )
