"""Every deed has its words: each event recorded anywhere is told in its room, and none is idle."""

import ast
import re
from pathlib import Path

import pytest

import thidua
from thidua.audit.words import Told, say
from thidua.oversight.trail import ROOMS, WORDS

SOURCE = Path(thidua.__file__).parent
EVENT = re.compile(r"[a-z_]+\.[a-z_]+")
BUILT = {
    "nomination": {"returned", "declined", "recommended"},
}
"""Kinds of which a part is put in where it is recorded: by `move_to` and its states."""


def recorded_in(path):
    """The events a file records: what its `record` is given, and what is handed on to that."""
    tree = ast.parse(path.read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    records = [call for call in calls if getattr(call.func, "id", "") == "record"]
    for call in records:
        yield from constants(call.args[0])
    if any(isinstance(call.args[0], ast.Name) for call in records):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.Call | ast.Dict):
                yield from handed_on(node)
    for call in records:
        if isinstance(call.args[0], ast.JoinedStr):
            yield from built(call.args[0])
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.JoinedStr) and records:
            yield from built(node.value)


def constants(node):
    for one in ast.walk(node):
        if (
            isinstance(one, ast.Constant)
            and isinstance(one.value, str)
            and EVENT.fullmatch(one.value)
        ):
            yield one.value


def handed_on(node):
    """Texts that look like an event and whose kind is known."""
    kinds = {event.partition(".")[0] for event in WORDS.sentences}
    parts = (
        node.args
        if isinstance(node, ast.Call)
        else [node.value]
        if isinstance(node, ast.Assign)
        else node.values
    )
    for part in parts:
        yield from (one for one in constants(part) if one.partition(".")[0] in kinds)


def built(node):
    head = node.values[0]
    kind = head.value.rstrip(".") if isinstance(head, ast.Constant) else ""
    yield from (f"{kind}.{part}" for part in BUILT.get(kind, ()))


RECORDED = {
    event: path.relative_to(SOURCE)
    for path in sorted(SOURCE.rglob("*.py"))
    if "trail" not in path.parts and path.name != "trail.py"
    for event in recorded_in(path)
}


def test_every_recorded_deed_has_a_sentence():
    missing = {event: str(path) for event, path in RECORDED.items() if event not in WORDS.sentences}

    assert missing == {}


def test_no_sentence_is_idle():
    assert set(WORDS.sentences) - set(RECORDED) == set()


def test_no_deed_is_told_by_two_rooms():
    told = [event for room in ROOMS for event in room.SENTENCES]

    assert len(told) == len(set(told))


@pytest.mark.parametrize("event", sorted(WORDS.sentences))
def test_a_sentence_bears_a_deed_of_which_nothing_else_was_kept(event):
    assert say(WORDS.sentences[event], Told({}))


@pytest.mark.parametrize("event", sorted(WORDS.sentences))
def test_a_sentence_begins_small_and_has_no_full_stop(event):
    said = say(WORDS.sentences[event], Told({}))

    assert said[0] == said[0].lower()
    assert not said.endswith(".")
