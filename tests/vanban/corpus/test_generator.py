"""The corpus: every kind and damage, the same for the same seed, its truth in its text."""

import re

import pytest
from damages import DAMAGES, NEEDS, chosen
from draft import HABITS
from generator import NUMBER, SYMBOLS, documents
from marks import folded

CORPUS = documents()
TWICE = documents(number=2 * NUMBER)
AT_HAND = [name for name in DAMAGES if name not in NEEDS]


def test_the_same_seed_gives_the_same_documents():
    again = documents()

    assert [one.marked.text for one in again] == [one.marked.text for one in CORPUS]
    assert [one.marked.truth for one in again] == [one.marked.truth for one in CORPUS]


def test_another_seed_gives_others():
    other = documents(seed=2)

    assert all(one.marked.text != two.marked.text for one, two in zip(CORPUS, other, strict=True))


def test_every_kind_comes_equally_often():
    assert len(CORPUS) == NUMBER
    counts = {kind: sum(one.kind == kind for one in CORPUS) for kind in SYMBOLS}
    assert set(counts.values()) == {NUMBER // len(SYMBOLS)}


@pytest.mark.parametrize("habit", HABITS)
def test_every_habit_of_layout_occurs(habit):
    met = {one.draft.layout[habit] for one in TWICE}

    assert set(HABITS[habit]) <= met


def test_no_mark_is_left_in_a_text():
    assert not [one.name for one in CORPUS if re.search(r"[{}$]", one.marked.text)]


@pytest.mark.parametrize("document", CORPUS[::7], ids=lambda one: one.name)
def test_every_quoted_value_stands_where_its_span_says(document):
    told = document.marked
    for path, span in told.spans.items():
        value = value_at(told.truth, path)
        words = folded(told.text[slice(*span)])
        assert words or path == "doc_type", path
        if isinstance(value, str) and path.split("[")[0] in {"title", "recipients", "sections"}:
            assert value == words


def value_at(truth, path):
    for name, place in re.findall(r"([a-z_]+)(?:\[(\d+)\])?", path):
        truth = truth[name][int(place)] if place else truth[name]
    return truth


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_is_done_to_every_kind(damage):
    damaged = {one.kind for place, one in enumerate(CORPUS) if chosen(damage, place)}

    assert damaged == set(SYMBOLS)


@pytest.mark.parametrize("damage", AT_HAND)
def test_every_damage_makes_a_file(damage):
    data, filename = DAMAGES[damage](CORPUS[0])

    assert data
    assert filename.startswith("van-ban.")


@pytest.mark.parametrize("damage", [name for name in AT_HAND if name != "clean"])
def test_every_damage_changes_something(damage):
    undamaged = DAMAGES["clean"]

    assert any(DAMAGES[damage](one) != undamaged(one) for one in CORPUS[:10])


def test_districts_have_no_union_after_2024_and_wards_none_before():
    for one in CORPUS:
        issuer = str(one.marked.truth["issuing_body"]).upper()
        year = int(one.marked.truth["year_or_school_year"][:4])
        if "HUYỆN" in issuer:
            assert year < 2025
        if re.search(r"CÔNG ĐOÀN (?:PHƯỜNG|XÃ)", issuer):
            assert year >= 2025
