"""The places of the source that carry a value, a finding or a fix."""

from collections.abc import Iterable, Iterator

from thidua.plans.edits import places
from thidua.plans.marks import Place
from thidua.plans.noted import Noted
from thidua.plans.understanding import Understood
from vanban.reading.model import Severity


def marks(now: Understood) -> Iterator[Place]:
    """Every place of the source that carries a value, a finding or a fix."""
    for start, end in now.reading.spans.values():
        yield Place(start, end)
    for edit, start in places(now.edits):
        yield Place(start, start + len(edit.text), "text-success")
    for one in now.words:
        if one.open and one.doubtful:
            yield Place(*one.now, "td-ask")
    yield from finding_marks(now.open)


def finding_marks(noted: Iterable[Noted]) -> Iterator[Place]:
    """The places of findings, red where something is wrong, brown where a look is asked."""
    for one in noted:
        if one.finding.span:
            wrong = one.finding.severity is Severity.ERROR
            yield Place(*one.finding.span, "td-err" if wrong else "td-ask")
