"""Judgements of many documents → precision, recall and F1, by field and all together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from matching import DATES, FIELDS, Judgement


@dataclass(slots=True)
class Tally:
    """How many values were right, wrongly read, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def true(self) -> int:
        """How many values the truth holds."""
        return self.right + self.missed


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@dataclass(slots=True)
class Score:
    """The tallies of some documents; `certain` holds (confidence, right) of every value read."""

    fields: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    certain: list[tuple[str, float, bool]] = field(default_factory=list)
    documents: int = 0

    def add(self, judgements: Iterable[Judgement], confidence: dict[str, float]) -> None:
        """Take in one document."""
        self.documents += 1
        for one in judgements:
            self.fields[one.field][one.verdict] += 1
            if one.path in confidence:
                self.certain.append((one.field, confidence[one.path], one.verdict == "right"))

    def tally(self, names: Sequence[str] = FIELDS) -> Tally:
        """All values of these fields counted alike."""
        whole: Counter[str] = Counter()
        for name in names:
            whole.update(self.fields.get(name, {}))
        return Tally(whole["right"], whole["wrong"], whole["missed"])

    def mean(self) -> float | None:
        """The mean of the F1 of the fields that occur."""
        known = [one for name in FIELDS if (one := self.tally([name]).f1) is not None]
        return sum(known) / len(known) if known else None


def figure(value: float | None) -> str:
    """A share as it is printed."""
    return "—" if value is None else f"{value:.3f}"


def row(name: str, tally: Tally) -> list[str]:
    """A line of a table: name, values in the truth, precision, recall, F1."""
    shares = (tally.precision, tally.recall, tally.f1)
    return [name, str(tally.true), *(figure(share) for share in shares)]


def field_rows(score: Score) -> list[list[str]]:
    """One line for each field that occurs, then the sums."""
    rows = [
        row(f"`{name}`", tally)
        for name in FIELDS
        if (tally := score.tally([name])).true or tally.wrong
    ]
    rows.append(row("**phases and dates**", score.tally(DATES)))
    rows.append(row("**all fields, every value alike**", score.tally()))
    rows.append(["**all fields, mean of their F1**", "", "", "", figure(score.mean())])
    return rows


def group_row(name: str, score: Score) -> list[str]:
    """One line for a group of documents."""
    return [
        name,
        str(score.documents),
        figure(score.tally().f1),
        figure(score.mean()),
        figure(score.tally(DATES).f1),
    ]


FIELD_HEAD = ("Field", "Values", "Precision", "Recall", "F1")
GROUP_HEAD = ("Documents", "Number", "F1, every value alike", "F1, mean of fields", "F1 of dates")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
