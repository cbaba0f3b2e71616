"""A rule of the checker: a function that looks at a reading, with title, weight and source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vanban.reading.model import Finding, Fix, Reading, Severity, Span


@dataclass(frozen=True, slots=True)
class Slip:
    """What a rule found at one place; `replacement` is what to write there, if that is sure.

    `replaced` is the place to write it, where that is not the words to show: an insertion, say.
    `severity` stands for that of the rule where this slip is less certain than others.
    """

    message: str
    span: Span | None = None
    replacement: str | None = None
    replaced: Span | None = None
    severity: Severity | None = None


Look = Callable[[Reading], Iterator[Slip]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing the checker looks for. `look` yields a slip for every place."""

    id: str
    title: str
    severity: Severity
    source: str
    look: Look

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """The slips of this rule, in the form that readings carry."""
        for slip in self.look(reading):
            place = slip.replaced or slip.span
            fix = None
            if place is not None and slip.replacement is not None:
                fix = Fix(place, slip.replacement)
            yield Finding(self.id, slip.severity or self.severity, slip.message, slip.span, fix)


REGISTRY: dict[str, Rule] = {}


def rule(id_: str, title: str, severity: Severity, source: str) -> Callable[[Look], Look]:
    """Register the decorated function as the rule `id_`; two rules cannot share an id."""

    def register(look: Look) -> Look:
        if id_ in REGISTRY:
            message = f"two rules are called {id_}"
            raise ValueError(message)
        REGISTRY[id_] = Rule(id_, title, severity, source, look)
        return look

    return register
