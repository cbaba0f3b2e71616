"""Text with marks in it → the plain text, its truth and where every value stands.

A mark is ``{tag|name=value|name=value:words}`` and may hold other marks. ``v=`` gives the value
where it is not simply the marked words. The truth has the keys that `vanban read --json` prints.
"""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field

Span = tuple[int, int]
Value = dict[str, object]

SCALARS = {
    "issuer": "issuing_body",
    "parent": "parent_body",
    "place": "place",
    "title": "title",
    "theme": "theme",
    "scope": "scope",
    "who": "participants",
    "partner": "partner",
    "year": "year_or_school_year",
}
TEXTS = {"slogan": "slogans", "move": "movements_named", "to": "recipients"}
SIGNATORY = {"auth": "authority_line", "post": "post", "name": "name", "sign": "mark"}
LISTS = (
    "slogans",
    "criteria",
    "citations",
    "sections",
    "content_items",
    "phases",
    "commemorations",
    "movements_named",
    "targets",
    "reporting_duties",
    "recipients",
)
_OPEN = re.compile(r"\{(?P<tag>[a-z]+)(?P<attributes>(?:\|[^:{}]*?)*):")
_DAY = re.compile(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})")
_NUMBER = re.compile(r"số:?\s*(\d+[a-zđ]?\s*[/-]\s*\S*?[^\s,;.])(?=[\s,;.]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its tag, its attributes, and where its words stand in the plain text."""

    tag: str
    attributes: dict[str, str]
    span: Span
    inside: tuple[int, ...] = ()
    """The marks around it, outermost first, as places in the list of all marks."""


@dataclass(slots=True)
class Marked:
    """A text without its marks, with the truth they tell."""

    text: str
    truth: Value
    spans: dict[str, Span] = field(default_factory=dict)


def plain(source: str) -> tuple[str, list[Mark]]:
    """The words without the marks, and the marks in the order in which they begin."""
    out: list[str] = []
    marks: list[Mark | None] = []
    pending: list[tuple[int, re.Match[str], int]] = []
    length, place = 0, 0
    while place < len(source):
        opening = _OPEN.match(source, place)
        if opening:
            pending.append((len(marks), opening, length))
            marks.append(None)
            place = opening.end()
        elif source[place] == "}":
            slot, begun, start = pending.pop()
            around = tuple(one[0] for one in pending)
            marks[slot] = Mark(begun["tag"], _attributes(begun), (start, length), around)
            place += 1
        else:
            out.append(source[place])
            length += 1
            place += 1
    if pending:
        raise ValueError(f"mark without an end: {pending[-1][1].group()}")
    return "".join(out), [mark for mark in marks if mark is not None]


def _attributes(opening: re.Match[str]) -> dict[str, str]:
    pairs = opening["attributes"].split("|")[1:]
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}


def folded(text: str) -> str:
    """White space as one blank, as values are quoted."""
    return " ".join(text.split())


def marked(source: str) -> Marked:
    """Take the marks out of a text and tell what they say."""
    text, marks = plain(source)
    truth: Value = dict.fromkeys(("full_number", "number", "symbol", "date", "doc_type"))
    truth |= dict.fromkeys(SCALARS.values())
    truth |= {key: [] for key in LISTS}
    truth["signatory"] = dict.fromkeys(SIGNATORY.values())
    result = Marked(text, truth)
    phases = {
        place: _Phase(result, mark) for place, mark in enumerate(marks) if mark.tag == "phase"
    }
    for mark in marks:
        around = [phases[place] for place in mark.inside if place in phases]
        words = mark.attributes.get("v", folded(text[slice(*mark.span)]))
        if around and mark.tag in {"theme", "day"}:
            around[-1].take(mark, words)
        else:
            _take(result, mark, words)
    return result


def _take(result: Marked, mark: Mark, words: str) -> None:
    if mark.tag == "phase":
        return
    taken = next((take for tags, take in _TAKERS if mark.tag in tags), None)
    if taken is None:
        raise ValueError(f"no such mark: {mark.tag}")
    taken(result, mark, words)


def _take_scalar(result: Marked, mark: Mark, words: str) -> None:
    """The first one counts: what is said again says nothing new."""
    key = SCALARS[mark.tag]
    if result.truth[key] is None:
        result.truth[key], result.spans[key] = words, mark.span


def _take_signatory(result: Marked, mark: Mark, words: str) -> None:
    member = SIGNATORY[mark.tag]
    result.truth["signatory"][member] = words  # type: ignore[index]
    result.spans[f"signatory.{member}"] = mark.span


def _take_text(result: Marked, mark: Mark, words: str) -> None:
    if words not in result.truth[TEXTS[mark.tag]]:  # type: ignore[operator]
        _add(result, TEXTS[mark.tag], words, mark.span)


def _take_made(result: Marked, mark: Mark, words: str) -> None:
    key, made = _MAKERS[mark.tag](mark.attributes, words)
    _add(result, key, made, mark.span)


def _take_head(result: Marked, mark: Mark, words: str) -> None:
    for key, value in _HEADS[mark.tag](words).items():
        result.truth[key], result.spans[key] = value, mark.span


def _add(result: Marked, key: str, value: object, span: Span) -> None:
    values = result.truth[key]
    result.spans[f"{key}[{len(values)}]"] = span  # type: ignore[arg-type]
    values.append(value)  # type: ignore[attr-defined]


class _Phase:
    """A phase in the making: themes and days inside it are its own."""

    def __init__(self, result: Marked, mark: Mark) -> None:
        told = mark.attributes
        self.spans, self.path = result.spans, f"phases[{len(result.truth['phases'])}]"  # type: ignore[arg-type]
        self.value: Value = {
            "name": told["name"],
            "start": told.get("from"),
            "end": told.get("to"),
            "theme": told.get("theme"),
            "commemorations": [],
        }
        _add(result, "phases", self.value, mark.span)

    def take(self, mark: Mark, words: str) -> None:
        if mark.tag == "theme":
            self.value["theme"] = words
            self.spans[f"{self.path}.theme"] = mark.span
            return
        days: list[object] = self.value["commemorations"]  # type: ignore[assignment]
        self.spans[f"{self.path}.commemorations[{len(days)}]"] = mark.span
        days.append(_day(mark.attributes, words)[1])


def iso(words: str) -> str | None:
    """The day that some words name, in ISO form."""
    found = _DAY.search(words)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    return f"{year:04}-{month:02}-{day:02}"


def _numbered(words: str) -> Value:
    """``05 /KH-CĐGD`` → number, symbol and both together, without blanks."""
    whole = re.sub(r"\s", "", words)
    number, sign, symbol = re.match(r"(\d+[a-zđ]?)?([/-])?(.*)", whole).groups()  # type: ignore[union-attr]
    return {"full_number": whole if sign else number, "number": number, "symbol": symbol or None}


def _kind(words: str) -> Value:
    return {"doc_type": words[:1].upper() + words[1:].lower()}


def _cited(told: dict[str, str], words: str) -> tuple[str, Value]:
    number = _NUMBER.search(words)
    kind = re.split(r"\s+(?:liên tịch\s+)?số", words, maxsplit=1)[0]
    by = re.search(r"\scủa\s+(.*)$", words)
    return "citations", {
        "kind": told.get("kind", kind[:1].upper() + kind[1:]) or None,
        "number": told.get("no", re.sub(r"\s", "", number[1]) if number else "") or None,
        "date": told.get("date", iso(words) or "") or None,
        "issuer": told.get("by", by[1] if by else "") or None,
        "quote": words,
    }


def _section(told: dict[str, str], words: str) -> tuple[str, Value]:
    return "sections", {"number": told["n"], "heading": words}


def _item(told: dict[str, str], words: str) -> tuple[str, Value]:
    audience = told.get("audience")
    return "content_items", {"number": told.get("n"), "text": words, "audience": audience}


def _whole(told: dict[str, str], name: str) -> int | None:
    return int(told[name]) if told.get(name) else None


def _day(told: dict[str, str], words: str) -> tuple[str, Value]:
    members = {"day": "d", "month": "m", "base_year": "y", "ordinal": "n"}
    counts = {member: _whole(told, name) for member, name in members.items()}
    return "commemorations", {"name": words} | counts


def _figure(told: dict[str, str], name: str) -> float | None:
    return float(told[name]) if told.get(name) else None


def _target(told: dict[str, str], words: str) -> tuple[str, Value]:
    text = told.get("text", words)
    return "targets", {"text": text, "value": _figure(told, "n"), "unit": told.get("u")}


def _duty(told: dict[str, str], _words: str) -> tuple[str, Value]:
    return "reporting_duties", {name: told.get(name) or None for name in ("who", "to", "when")}


def _criterion(told: dict[str, str], words: str) -> tuple[str, Value]:
    return "criteria", {"text": words, "unit": told.get("u"), "points": _figure(told, "p")}


_HEADS: dict[str, Callable[[str], Value]] = {
    "num": _numbered,
    "kind": _kind,
    "date": lambda words: {"date": words if re.match(r"\d{4}-", words) else iso(words)},
}
_MAKERS: dict[str, Callable[[dict[str, str], str], tuple[str, Value]]] = {
    "cite": _cited,
    "sec": _section,
    "item": _item,
    "day": _day,
    "target": _target,
    "duty": _duty,
    "crit": _criterion,
}
_TAKERS: tuple[tuple[Container[str], Callable[[Marked, Mark, str], None]], ...] = (
    (SCALARS, _take_scalar),
    (SIGNATORY, _take_signatory),
    (TEXTS, _take_text),
    (_MAKERS, _take_made),
    (_HEADS, _take_head),
)
