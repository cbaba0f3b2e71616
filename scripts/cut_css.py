"""Cut a style sheet down to what the pages can show.

A small parser of braces, strings and comments: enough for a minified sheet, nothing more. Kept are
rules whose selectors need no class and no data attribute, or only those in use. Conditions (@media,
@supports) keep what is left inside them. Of the root properties those stay that something reads.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLASS_NAME = re.compile(r"\.((?:\\.|[\w-])+)")
BRACKETS = re.compile(r"\[[^\]]*\]")
DATA_ATTRIBUTE = re.compile(r"\[(data-[\w-]+|dir)\b")
NOT_PART = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
CONDITIONS = ("@media", "@supports", "@layer", "@container")
ROOTS = {":root", ":host"}
READ_PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
ANIMATION_NAME = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A prelude and its block; a statement such as @charset has no block."""

    prelude: str
    block: str | None


def cut(sheet: str, *, classes: set[str], attributes: set[str], readers: str) -> str:
    """The part of `sheet` that pages with these `classes` and data `attributes` can show.

    `readers` are the other sheets of the page: what they read of the root properties is kept too.
    """
    kept = "".join(_cut_rules(_without_comments(sheet), classes, attributes))
    return _drop_idle_properties(_drop_idle_animations(kept), readers)


def class_names(sheet: str) -> set[str]:
    """Every class a sheet has a rule for, at any depth."""
    found: set[str] = set()
    for rule in rules(_without_comments(sheet)):
        if rule.prelude.startswith("@"):
            if rule.block is not None and rule.prelude.startswith(CONDITIONS):
                found |= class_names(rule.block)
        else:
            found |= _classes(rule.prelude)
    return found


def rules(sheet: str) -> Iterator[Rule]:
    """The top-level rules of `sheet`, which must be free of comments."""
    start = at = 0
    while at < len(sheet):
        if sheet[at] in "\"'":
            at = _after_string(sheet, at)
        elif sheet[at] == ";":
            yield Rule(sheet[start:at].strip(), None)
            start = at = at + 1
        elif sheet[at] == "{":
            end = _after_block(sheet, at)
            yield Rule(sheet[start:at].strip(), sheet[at + 1 : end - 1])
            start = at = end
        else:
            at += 1


def selectors(prelude: str) -> list[str]:
    """The selectors of a rule."""
    return _split(prelude, ",")


def declarations(block: str) -> list[str]:
    """The declarations of a block without rules inside."""
    return [part for part in _split(block, ";") if part]


def _split(text: str, mark: str) -> list[str]:
    """Split at the marks that are not inside brackets or strings."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(text):
        if text[at] in "\"'":
            at = _after_string(text, at)
            continue
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[at], 0)
        if text[at] == mark and depth == 0:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [part.strip() for part in [*parts, text[start:]]]


def _cut_rules(sheet: str, classes: set[str], attributes: set[str]) -> Iterator[str]:
    for rule in rules(sheet):
        if rule.block is None:
            yield f"{rule.prelude};"
        elif rule.prelude.startswith(CONDITIONS):
            inner = "".join(_cut_rules(rule.block, classes, attributes))
            if inner:
                yield f"{rule.prelude}{{{inner}}}"
        elif rule.prelude.startswith("@"):
            yield f"{rule.prelude}{{{rule.block}}}"
        else:
            wanted = [s for s in selectors(rule.prelude) if _is_wanted(s, classes, attributes)]
            if wanted and rule.block.strip():
                yield f"{','.join(wanted)}{{{rule.block}}}"


def _is_wanted(selector: str, classes: set[str], attributes: set[str]) -> bool:
    named = set(DATA_ATTRIBUTE.findall(NOT_PART.sub("", selector)))
    return named <= attributes and _classes(selector) <= classes


def _classes(selector: str) -> set[str]:
    """Classes an element must have; what stands in :not() is asked of nobody."""
    bare = BRACKETS.sub("", NOT_PART.sub("", selector))
    return {re.sub(r"\\(.)", r"\1", name) for name in CLASS_NAME.findall(bare)}


def _drop_idle_animations(sheet: str) -> str:
    out = []
    for rule in rules(sheet):
        name = ANIMATION_NAME.match(rule.prelude)
        uses = len(re.findall(rf"animation[^;{{}}]*\b{re.escape(name[1])}\b", sheet)) if name else 1
        if uses:
            out.append(rule.prelude + (";" if rule.block is None else f"{{{rule.block}}}"))
    return "".join(out)


def _drop_idle_properties(sheet: str, readers: str) -> str:
    """Drop root properties that nothing reads, and then those that only they read."""
    while True:
        read = set(READ_PROPERTY.findall(sheet + readers))
        out = []
        for rule in rules(sheet):
            block = rule.block
            if block is not None and set(selectors(rule.prelude)) <= ROOTS:
                wanted = [d for d in declarations(block) if _is_read(d, read)]
                block = ";".join(wanted)
            out.append(rule.prelude + (";" if block is None else f"{{{block}}}"))
        shorter = "".join(out)
        if shorter == sheet:
            return sheet
        sheet = shorter


def _is_read(declaration: str, read: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in read


def _without_comments(sheet: str) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


def _after_string(text: str, at: int) -> int:
    quote, at = text[at], at + 1
    while text[at] != quote:
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _after_block(text: str, at: int) -> int:
    depth = 0
    while True:
        if text[at] in "\"'":
            at = _after_string(text, at)
            continue
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
        if depth == 0:
            return at
