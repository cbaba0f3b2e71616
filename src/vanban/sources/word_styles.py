"""What the styles of a Word document say about letters: font, capitals, hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vanban.language.encodings.tables import (
    Encoding,
    encoding_of_font,
    is_font_of_capitals,
    windows_bytes,
)

_CHAIN = 20
_OFF = ("0", "false", "off")
_FONT_SLOTS = ("hAnsi", "ascii")


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a run are meant; what is ``None`` is left to the style below."""

    font: str | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def over(self, below: "Letters") -> "Letters":
        return Letters(
            below.font if self.font is None else self.font,
            below.capitals if self.capitals is None else self.capitals,
            below.hidden if self.hidden is None else self.hidden,
        )


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The letters of each style, its ancestors included, and of text without a style.

    `old_fonts` says whether fonts made for an old encoding really hold text in it: people also set
    Unicode text in such fonts, and Word then silently shows another.
    """

    letters: Mapping[str, Letters]
    basic: Letters = Letters()
    usual: str = ""
    old_fonts: bool = False

    def of_paragraph(self, properties: Element | None) -> Letters:
        style = None if properties is None else properties.find("pStyle")
        name = self.usual if style is None else style.get("val", "")
        return self.letters.get(name, self.basic)

    def of_run(self, properties: Element | None, paragraph: Letters) -> Letters:
        own = letters_of(properties)
        style = None if properties is None else properties.find("rStyle")
        named = self.letters.get("" if style is None else style.get("val", ""))
        return own.over(named.over(paragraph) if named else paragraph)

    def encoding(self, letters: Letters) -> Encoding | None:
        """The old encoding in which a run is stored, if it is in one."""
        return encoding_of_font(letters.font or "") if self.old_fonts else None


def letters_of(properties: Element | None) -> Letters:
    """What run properties say themselves."""
    if properties is None:
        return Letters()
    fonts = properties.find("rFonts")
    names = [fonts.get(slot) for slot in _FONT_SLOTS] if fonts is not None else []
    font = next(filter(None, names), None)
    capitals = _switch(properties, "caps")
    if font and is_font_of_capitals(font):
        capitals = True
    return Letters(font, capitals, _switch(properties, "vanish"))


def read_styles(styles: Element | None, document: Element) -> WordStyles:
    """The styles of a document, from its style part and its main part."""
    if styles is None:
        found = WordStyles({})
    else:
        basic = letters_of(styles.find("docDefaults/rPrDefault/rPr"))
        rows = {style.get("styleId", ""): style for style in styles.findall("style")}
        letters = {name: _inherited(name, rows).over(basic) for name in rows}
        usual = (name for name, style in rows.items() if _is_usual(style))
        found = WordStyles(letters, basic, next(usual, ""))
    return WordStyles(found.letters, found.basic, found.usual, _holds_old_text(document, found))


def _is_usual(style: Element) -> bool:
    return style.get("type") == "paragraph" and style.get("default") in ("1", "true")


def _inherited(name: str, rows: Mapping[str, Element]) -> Letters:
    found = Letters()
    for style in _ancestors(name, rows):
        found = found.over(letters_of(style.find("rPr")))
    return found


def _ancestors(name: str, rows: Mapping[str, Element]) -> Iterator[Element]:
    for _ in range(_CHAIN):
        style = rows.get(name)
        if style is None:
            return
        yield style
        based_on = style.find("basedOn")
        name = "" if based_on is None else based_on.get("val", "")


def _holds_old_text(document: Element, styles: WordStyles) -> bool:
    """Is more of the text in old fonts storable in bytes than is beyond doubt Unicode?"""
    old = unicode = 0
    for paragraph in document.iter("p"):
        letters = styles.of_paragraph(paragraph.find("pPr"))
        for run in paragraph.iter("r"):
            font = styles.of_run(run.find("rPr"), letters).font or ""
            if encoding_of_font(font):
                text = "".join(part.text or "" for part in run.findall("t"))
                if windows_bytes(text) is None:
                    unicode += len(text)
                else:
                    old += len(text)
    return old > unicode


def _switch(properties: Element, name: str) -> bool | None:
    switch = properties.find(name)
    return None if switch is None else switch.get("val") not in _OFF
