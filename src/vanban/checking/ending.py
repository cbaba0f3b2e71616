"""How a document ends: the end mark, the recipients, post and name of the signatory."""

import re
from collections.abc import Iterator

from vanban.checking.kinds import demands
from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Cách kết thúc, nơi nhận"

_END_MARK = "./."
_ALMOST_END_MARK = re.compile(r"[.,;]?\s*/\s*\.?|\.\s*/\s*\.|\.\s?\.|[.,;]")
_AFTER_THE_BODY = re.compile(r"^[ *]*noi\s+nh[a-z]n\b|^[ ]*(?:TM|KT|TL|TUQ|Q)\s?[./]", re.MULTILINE)


@rule("missing-signature", "Thiếu chức vụ hoặc họ tên người ký", Severity.WARNING, "DOC-40, DOC-44")
def missing_signature(reading: Reading) -> Iterator[Slip]:
    """The name must be printed even where the text says *Đã ký*."""
    wanted = demands(reading)["signature"]
    signatory = reading.signatory
    values = [("họ tên", signatory.name)]
    if wanted == "yes":
        values.insert(0, ("chức vụ", signatory.post))
    missing = [words for words, value in values if value is None]
    if missing and wanted != "no":
        place = reading.spans.get("signatory.authority_line")
        yield Slip(f"Chưa ghi {' và '.join(missing)} người ký.", place)


@rule("missing-end-mark", "Thiếu dấu kết thúc “./.”", Severity.WARNING, "DOC-11")
def missing_end_mark(reading: Reading) -> Iterator[Slip]:
    """Every document ends with ``./.`` behind its last sentence, before the recipients."""
    end = _end_of_body(reading)
    body = _without_capitals(reading.text[:end].rstrip())
    if demands(reading)["end_mark"] == "no" or not body:
        return
    if _END_MARK in body.replace(" ", "")[-200:]:
        return
    match = _last(_ALMOST_END_MARK, body)
    last = (len(body) - 1, len(body))
    behind = (len(body), len(body))
    yield Slip(
        "Cuối nội dung thiếu dấu kết thúc “./.”.",
        match.span() if match else last,
        _END_MARK,
        replaced=match.span() if match else behind,
    )


def _last(pattern: re.Pattern[str], body: str) -> re.Match[str] | None:
    """The longest match that reaches to the end of the body."""
    matches = (pattern.fullmatch(body, start) for start in range(max(0, len(body) - 5), len(body)))
    return next((match for match in matches if match), None)


def _end_of_body(reading: Reading) -> int:
    """Where the recipients or the signature begin, whichever comes first."""
    found = _AFTER_THE_BODY.search(_folded_but_capitals(reading.text))
    starts = [found.start()] if found else []
    paths = ("signatory.authority_line", "signatory.post", "signatory.name")
    starts += [reading.spans[path][0] for path in paths if path in reading.spans]
    return min(starts, default=len(reading.text))


def _without_capitals(body: str) -> str:
    """Without the lines in capitals at its end: posts of a second signatory."""
    while body and body.rpartition("\n")[2].isupper():
        body = body.rpartition("\n")[0].rstrip()
    return body


def _folded_but_capitals(text: str) -> str:
    """Lines in capitals stay as they are, so that a signature line is not taken for prose."""
    pairs = zip(text.split("\n"), folded(text).split("\n"), strict=True)
    return "\n".join(line if line.isupper() else bare for line, bare in pairs)
