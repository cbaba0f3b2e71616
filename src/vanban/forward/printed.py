"""What was done, for people and for programs."""

from collections.abc import Iterator

from vanban.checking.terminal import compiler_lines
from vanban.forward.model import Forwarded
from vanban.reading.model import Finding, Reading, Severity


def note_lines(moved: Forwarded, name: str) -> Iterator[str]:
    """Every change on a line, then every flag in the manner of a compiler.

    Moving keeps all line breaks, so the places hold for the old file `name` as well.
    """
    for change in moved.changes:
        line = moved.text.count("\n", 0, change.span[0]) + 1
        column = change.span[0] - moved.text.rfind("\n", 0, change.span[0])
        done = f"“{change.old}” → “{change.new}”" if change.new else f"bỏ “{change.old.strip()}”"
        yield f"{name}:{line}:{column}: {done}: {change.why}"
    flags = tuple(Finding(flag.kind, Severity.ASK, flag.message, flag.span) for flag in moved.flags)
    yield from compiler_lines(Reading(text=moved.text, findings=flags), name)


def as_json(moved: Forwarded) -> dict[str, object]:
    """Plain values under the names of `Forwarded`."""
    return {
        "old_year": moved.old_year,
        "new_year": moved.new_year,
        "text": moved.text,
        "changes": [
            {"span": list(change.span), "old": change.old, "new": change.new, "why": change.why}
            for change in moved.changes
        ],
        "flags": [
            {
                "kind": flag.kind,
                "span": list(flag.span) if flag.span else None,
                "message": flag.message,
            }
            for flag in moved.flags
        ],
    }
