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
    given = [call.args[0] for call in calls if getattr(call.func, "id", "") == "record"]
    if not given:
        return
    for node in given:
        yield from events_in(node)
    kinds = {event.partition(".")[0] for event in WORDS.sentences}
    if not all(isinstance(node, ast.Constant) for node in given):
        yield from (event for event in events_in(tree) if event.partition(".")[0] in kinds)
        yield from built_in(tree)


def events_in(tree):
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and EVENT.fullmatch(said):
            yield said


def built_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            kind = node.values[0].value.rstrip(".")
            yield from (f"{kind}.{part}" for part in BUILT.get(kind, ()))


def tells_words(path):
    """The sentences themselves are no records."""
    return path.relative_to(SOURCE).parts[1].removesuffix(".py") == "trail"


RECORDED = {
    event: path.relative_to(SOURCE)
    for path in sorted(SOURCE.rglob("*.py"))
    if path.parent != SOURCE and not tells_words(path)
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
