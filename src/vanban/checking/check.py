"""All rules together."""

from bisect import bisect_left
from itertools import islice

from vanban.checking import (
    abbreviations,
    anniversaries,
    anniversary_dates,
    anniversary_years,
    brackets,
    capitals,
    citations,
    cited_law,
    congresses,
    date_line,
    dates,
    deadlines,
    doubled,
    ending,
    hyphens,
    impossible,
    kinds,
    leftovers,
    letterhead,
    levels,
    listed,
    lunar_years,
    meanings,
    mottoes,
    movement_times,
    movements,
    number_form,
    numbering,
    parts,
    phase_joints,
    phases,
    punctuation,
    quotes,
    readable,
    recipients,
    shares,
    signing,
    spelling,
    sums,
    tables,
    terms,
    tones,
    usual_spelling,
    weekdays,
)
from vanban.checking.rules import REGISTRY, Rule
from vanban.reading.model import Finding, Reading, Severity, Span

GROUPS = (
    readable,
    anniversaries,
    anniversary_years,
    anniversary_dates,
    dates,
    weekdays,
    lunar_years,
    deadlines,
    phases,
    phase_joints,
    congresses,
    terms,
    sums,
    shares,
    tables,
    listed,
    numbering,
    levels,
    kinds,
    letterhead,
    mottoes,
    number_form,
    date_line,
    signing,
    citations,
    cited_law,
    parts,
    ending,
    recipients,
    leftovers,
    movements,
    movement_times,
    spelling,
    usual_spelling,
    impossible,
    doubled,
    abbreviations,
    meanings,
    capitals,
    tones,
    punctuation,
    hyphens,
    quotes,
    brackets,
)
"""The modules that hold the rules, in the order of the page that lists them."""

_MOST = 300
"""Findings of one rule: whoever mends so many looks again; a page of brackets is no text."""
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
    found = [one for rule in rules() for one in islice(rule.findings(reading), _MOST)]
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
