"""All rules together."""

from bisect import bisect_left

from vanban.checking import (
    abbreviations,
    anniversaries,
    capitals,
    citations,
    dates,
    letterhead,
    movements,
    numbering,
    parts,
    punctuation,
    readable,
    spelling,
)
from vanban.checking.rules import REGISTRY, Rule
from vanban.reading.model import Finding, Reading, Severity, Span

GROUPS = (
    readable,
    anniversaries,
    dates,
    numbering,
    letterhead,
    citations,
    parts,
    movements,
    spelling,
    abbreviations,
    capitals,
    punctuation,
)
"""The modules that hold the rules, in the order of the page that lists them."""

_WEIGHT: dict[Severity, int] = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ASK: 2}


def rules() -> tuple[Rule, ...]:
    """Every rule, grouped by the module that holds it."""
    order = [group.__name__ for group in GROUPS]
    return tuple(sorted(REGISTRY.values(), key=lambda rule: order.index(rule.look.__module__)))


def check(reading: Reading) -> tuple[Finding, ...]:
    """What the rules say about `reading`: the gravest first, then in the order of the text.

    Findings about the whole document come before those with a place. Where two rules mark the very
    same words, or want to change the same ones, the graver speaks for both; of equals the one that
    stands first on the page of rules. So all fixes of one check can be carried out together.
    """
    found = [finding for rule in rules() for finding in rule.findings(reading)]
    found.sort(key=lambda finding: _WEIGHT[finding.severity])
    taken = _TakenPlaces()
    kept = [finding for finding in found if taken.admits(finding)]
    return tuple(sorted(kept, key=lambda one: (_WEIGHT[one.severity], one.span or (-1, -1))))


class _TakenPlaces:
    """The words that findings mark, and those that their fixes change (which never overlap)."""

    def __init__(self) -> None:
        self._marked: set[Span] = set()
        self._fixed: list[Span] = []

    def admits(self, finding: Finding) -> bool:
        """Is there room for the finding? If so its place is taken from now on."""
        if finding.span in self._marked:
            return False
        if finding.fix is not None:
            index = bisect_left(self._fixed, finding.fix.span)
            neighbours = self._fixed[max(0, index - 1) : index + 1]
            if any(_overlap(finding.fix.span, other) for other in neighbours):
                return False
            self._fixed.insert(index, finding.fix.span)
        if finding.span is not None:
            self._marked.add(finding.span)
        return True


def _overlap(one: Span, other: Span) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])
