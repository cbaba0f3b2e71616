"""The numbers that Word computes for list paragraphs and does not store as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_LEVELS = 9
_STYLE_CHAIN = 20
_LETTERS = 26
_LARGEST = 3999
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_KEPT_BULLETS = ("-", "+", "–", "•", "*")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one depth of a list is numbered; `text` is Word's pattern such as ``%1.%2.``.

    It begins anew after every shallower level, or only after those above depth `restarts_below`.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restarts_below: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """One use of a list definition; `restarts_at` holds the depths at which it counts anew."""

    abstract: str
    levels: dict[int, _Level]
    restarts_at: dict[int, int]


@dataclass(frozen=True, slots=True)
class _StyleNumbers:
    """What a paragraph style says about numbering, and which style it builds on."""

    number: str | None
    depth: int | None
    based_on: str | None


@dataclass(slots=True)
class Numbering:
    """Counts the list paragraphs of one document, which must be asked for in reading order."""

    _lists: dict[str, _List]
    _styles: dict[str, _StyleNumbers]
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def marker(self, properties: Element | None) -> str:
        """The number or dash Word shows before the paragraph, empty when it is in no list."""
        number, depth = self._place(properties)
        listed = self._lists.get(number or "")
        if listed is None or depth not in listed.levels:
            return ""
        counters = self._counters.setdefault(listed.abstract, {})
        self._count(counters, listed, number or "", depth)
        return _shown(listed.levels, counters, depth)

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        if properties is None:
            return None, 0
        own = properties.find("numPr")
        number, depth = _number_and_depth(own)
        style = _value(properties.find("pStyle"))
        for _ in range(_STYLE_CHAIN):
            if style is None or style not in self._styles or (number and depth is not None):
                break
            inherited = self._styles[style]
            number = number or inherited.number
            depth = inherited.depth if depth is None else depth
            style = inherited.based_on
        return number, depth or 0

    def _count(self, counters: dict[int, int], listed: _List, number: str, depth: int) -> None:
        level = listed.levels[depth]
        first_use = (number, depth) not in self._begun
        self._begun.add((number, depth))
        if first_use and depth in listed.restarts_at:
            counters[depth] = listed.restarts_at[depth]
        else:
            counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [key for key in counters if key > depth]:
            below = listed.levels.get(deeper, _Level()).restarts_below
            if below is None or depth < below:
                del counters[deeper]


def read_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """The counters for a document, from its numbering and style parts."""
    read_styles = dict(_styles(styles)) if styles is not None else {}
    if numbering is None:
        return Numbering({}, read_styles)
    abstracts = {
        definition.get("abstractNumId", ""): definition
        for definition in numbering.findall("abstractNum")
    }
    lists = {}
    for use in numbering.findall("num"):
        name = _value(use.find("abstractNumId")) or ""
        if name in abstracts:
            lists[use.get("numId", "")] = _list(use, name, abstracts)
    linked = {
        key: _follow_link(listed, lists, abstracts, read_styles) for key, listed in lists.items()
    }
    return Numbering(linked, read_styles)


def _styles(styles: Element) -> Iterator[tuple[str, _StyleNumbers]]:
    for style in styles.findall("style"):
        number, depth = _number_and_depth(style.find("pPr/numPr"))
        yield (
            style.get("styleId", ""),
            _StyleNumbers(number, depth, _value(style.find("basedOn"))),
        )


def _list(use: Element, abstract: str, abstracts: dict[str, Element]) -> _List:
    levels = dict(_levels(abstracts[abstract]))
    restarts = {}
    for override in use.findall("lvlOverride"):
        depth = _integer(override.get("ilvl"), 0)
        levels.update(_levels(override))
        start = _value(override.find("startOverride"))
        if start is not None:
            restarts[depth] = _integer(start, 1)
    return _List(abstract, levels, restarts)


def _follow_link(
    listed: _List,
    lists: dict[str, _List],
    abstracts: dict[str, Element],
    styles: dict[str, _StyleNumbers],
) -> _List:
    """A definition without levels points at a list style, which names the list that has them."""
    link = _value(abstracts[listed.abstract].find("numStyleLink"))
    style = styles.get(link or "")
    return lists.get(style.number or "", listed) if style else listed


def _levels(parent: Element) -> Iterator[tuple[int, _Level]]:
    for level in parent.findall("lvl"):
        legal = level.find("isLgl")
        yield (
            _integer(level.get("ilvl"), 0),
            _Level(
                start=_integer(_value(level.find("start")), 1),
                style=_value(level.find("numFmt")) or "decimal",
                text=_value(level.find("lvlText")) or "",
                restarts_below=_restarts_below(level),
                legal=legal is not None and legal.get("val") not in ("0", "false"),
            ),
        )


def _restarts_below(level: Element) -> int | None:
    told = _value(level.find("lvlRestart"))
    return None if told is None else _integer(told, 0)


def _shown(levels: dict[int, _Level], counters: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.style == "bullet":
        return level.text if level.text in _KEPT_BULLETS else "-"
    if level.style == "none":
        return ""
    shown = level.text
    for above in range(_LEVELS):
        holder = levels.get(above, _Level())
        style = "decimal" if level.legal else holder.style
        shown = shown.replace(f"%{above + 1}", _formatted(counters.get(above, holder.start), style))
    return shown.strip()


def _formatted(value: int, style: str) -> str:
    if not 0 < value <= _LARGEST:
        return str(value)
    return _FORMATS.get(style, str)(value)


def _roman(value: int) -> str:
    letters = []
    for amount, sign in _ROMAN:
        count, value = divmod(value, amount)
        letters.append(sign * count)
    return "".join(letters)


def _letters(value: int) -> str:
    """Word's a … z, aa, bb …"""
    repeats, place = divmod(value - 1, _LETTERS)
    return chr(ord("a") + place) * (repeats + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperRoman": _roman,
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
}


def _number_and_depth(properties: Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    depth = _value(properties.find("ilvl"))
    return _value(properties.find("numId")), None if depth is None else _integer(depth, 0)


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get("val")


def _integer(text: str | None, default: int) -> int:
    """Attributes come from a stranger: what is not a small number counts as not given."""
    if text is None or not text.isdecimal() or len(text) > len(str(_LARGEST)):
        return default
    return int(text)
