"""The authority to sign: TM., KT., TL. and what may stand behind and below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.checking.rules import Slip, rule
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity, Span

TITLE = "Thẩm quyền ký"

_MARK = re.compile(r"(?P<mark>TM|KT|TL|TUQ|Q)(?P<sign>\s?[./]\s?|\s+)(?P<rest>.+)")
_SPLIT_MARK = re.compile(
    r"(?P<mark>T\s?/\s?M|K\s?/\s?T|T\s?/\s?L)(?P<sign>\s?[./]?\s?)(?P<rest>.+)"
)
_SECOND_MARK = re.compile(r"\s+(?=(?:KT|TL|TUQ)\s?[./])")
_SHORT_BODY = re.compile(r"(?P<short>BCH|BTV|ĐCT)\b.*")
_FULL_BODY = {"BCH": "BAN CHẤP HÀNH", "BTV": "BAN THƯỜNG VỤ", "ĐCT": "ĐOÀN CHỦ TỊCH"}
_BLOCK = re.compile(
    r"^ *(?P<line>(?P<mark>TM|KT|TL|TUQ)\. ?(?P<rest>[^\n]{4,80}))\n\s*(?=(?P<post>[^\n]{4,80}))",
    re.MULTILINE,
)
_ONE_PERSON = re.compile(r"(?:pho )?(?:chu tich|giam doc|tong giam doc|hieu truong|truong ban)\b")
_COLLECTIVE = re.compile(
    r"(?:ban (?:chap hanh|thuong vu)|doan chu tich|uy ban kiem tra|hoi dong)\b"
)
_DEPUTY = re.compile(r"\bpho\b")
_HEAD = re.compile(r"\b(?:chu tich|giam doc|tong giam doc|hieu truong)\b")


@rule("authority-form", "Thẩm quyền ký viết chưa đúng thể thức", Severity.WARNING, "DOC-40")
def authority_line(reading: Reading) -> Iterator[Slip]:
    """``TM/BCH CÔNG ĐOÀN``: the mark takes a full stop, the body is written out, alone."""
    printed = reading.signatory.authority_line
    if not printed:
        return
    right = " ".join(_well_formed(part) for part in _SECOND_MARK.split(printed))
    if right != printed:
        yield Slip(
            f"Thẩm quyền ký ghi “{right}”.", reading.spans.get("signatory.authority_line"), right
        )


def _well_formed(part: str) -> str:
    """One mark with its body; what has no mark stays as it is."""
    match = _SPLIT_MARK.fullmatch(part) or _MARK.fullmatch(part)
    if not match:
        return part
    mark = re.sub(r"[\s/]", "", match["mark"])
    return f"{mark}. {_written_out(match['rest'])}"


@rule(
    "authority-mark", "TM., KT. không hợp với người ký", Severity.WARNING, "NĐ 30/2020 Điều 13; B.4"
)
def mark_against_body(reading: Reading) -> Iterator[Slip]:
    """``TM. CHỦ TỊCH``: one signs on behalf of a collective, but in place of a person."""
    for line in _lines(reading):
        rest = fold(line.rest)
        if line.mark == "TM" and _ONE_PERSON.match(rest):
            yield Slip(f"TM. đi với tập thể; ở đây ghi “KT. {line.rest}”.", line.span)
        if line.mark == "KT" and _COLLECTIVE.match(rest):
            said = f"KT. đi với người đứng đầu; ở đây ghi “TM. {line.rest}”."
            yield Slip(said, line.span)


@rule(
    "authority-post",
    "Chức vụ không hợp với thẩm quyền ký",
    Severity.WARNING,
    "NĐ 30/2020 Điều 13; B.4",
)
def mark_against_post(reading: Reading) -> Iterator[Slip]:
    """Below ``KT. CHỦ TỊCH`` a deputy signs; by order (TL.) never the head."""
    for line in _lines(reading):
        post = fold(line.post)
        if line.mark in {"KT", "TL"} and _HEAD.search(post) and not _DEPUTY.search(post):
            who = "cấp phó" if line.mark == "KT" else "người đứng đầu đơn vị tham mưu"
            yield Slip(f"Dưới dòng {line.mark}. phải là chức vụ của {who}.", line.post_span)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with an authority mark and the post on the line below it."""

    mark: str
    rest: str
    span: Span
    post: str
    post_span: Span


def _lines(reading: Reading) -> Iterator[_Line]:
    """Lines in capitals only, so that prose is not taken for a signature."""
    for match in _BLOCK.finditer(reading.text):
        if match["rest"].isupper() and match["post"].isupper():
            rest, post = match["rest"].strip(), match["post"].strip()
            yield _Line(match["mark"], rest, match.span("line"), post, match.span("post"))


def _written_out(body: str) -> str:
    match = _SHORT_BODY.fullmatch(body)
    return _FULL_BODY[match["short"]] if match else body
