"""The parts of the simulator that need no database."""

import pytest

from thidua.core.folded import folded
from thidua.org.models import Unit
from thidua.oversight.simulate.draw import chance, key_of, lot, shared
from thidua.oversight.simulate.loader import Table
from thidua.oversight.simulate.person_names import called, families
from thidua.oversight.simulate.progress import Progress, time_words
from thidua.oversight.simulate.shape import build_shape
from thidua.oversight.simulate.sizes import Size, size_of
from thidua.oversight.simulate.tables import table


def test_parts_come_to_the_whole_and_none_is_too_small():
    parts = shared(1_000, [5, 1, 90, 4], least=6)

    assert sum(parts) == 1_000
    assert min(parts) >= 6
    assert parts[2] == max(parts)


def test_too_little_for_everybody_is_said():
    with pytest.raises(ValueError, match="too few"):
        shared(10, [1, 1, 1], least=4)


def test_no_two_units_have_the_same_key():
    keys = {key_of(number, 7) for number in range(20_000)}

    assert len(keys) == 20_000
    assert {len(key) for key in keys} == {6}


def test_another_seed_gives_another_organisation():
    one, same, other = (build_shape(Size(300, 30_000), seed) for seed in (7, 7, 8))
    names = [[node.name for node in whole.nodes] for whole in (one, same, other)]

    assert names[0] == names[1]
    assert names[0] != names[2]


def test_draws_about_one_thing_do_not_move_those_about_another():
    assert chance(7, "a").random() == chance(7, "a").random()
    assert chance(7, "a").random() != chance(7, "b").random()
    assert lot(5, 1, 7) == lot(5, 1, 7)
    assert len({lot(number, 1, 7) % 100 for number in range(2_000)}) == 100


def test_names_fold_part_by_part_as_they_fold_whole():
    family, rest = families()[0], called("f")[0]

    assert f"{family[1]} {rest[1]}" == folded(f"{family[0]} {rest[0]}")


def test_no_woman_is_called_van_and_no_man_thi():
    assert not [name for name, *_keys in called("f") if name.startswith("Văn ")]
    assert not [name for name, *_keys in called("m") if name.startswith("Thị ")]


def test_the_provinces_are_the_63_of_2024_and_become_34():
    rows = table("provinces")

    assert len(rows) == 63
    assert len({row["since_2025"] for row in rows}) == 34
    assert len({row["slug"] for row in rows}) == 63


def test_the_nation_has_exactly_its_unions_parents_first():
    whole = build_shape(size_of("nation"), 7)

    assert sum(not node.is_group for node in whole.nodes) == 124_000
    assert sum(node.kind == "ldld_tinh" for node in whole.nodes) == 63
    assert all(node.above is None or node.above.number < node.number for node in whole.nodes)
    assert all(node.since >= node.above.since for node in whole.nodes if node.above)
    assert max(len(node.path) for node in whole.nodes) <= 200
    assert max(len(node.name) for node in whole.nodes) <= 200
    assert len({node.login for node in whole.nodes}) == len(whole.nodes)


@pytest.mark.parametrize("unions", [5, 6, 17, 80, 700, 6_500])
def test_any_number_of_units_can_be_asked_for(unions):
    whole = build_shape(Size(unions, unions * 90), 7)

    assert sum(not node.is_group for node in whole.nodes) == unions


@pytest.mark.parametrize("text", ["4", "0", "-3", "rat-lon", "1000000"])
def test_a_size_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        size_of(text)


def test_fewer_than_eight_people_for_a_unit_are_refused():
    with pytest.raises(ValueError, match="20"):
        size_of("20", 100)


def test_a_table_knows_its_columns():
    with pytest.raises(LookupError, match="colour"):
        Table(Unit, "key", "colour")


def test_progress_tells_how_far_it_is(monkeypatch):
    seconds = iter([0.0, 0.0, 1.0, 60.0])
    monkeypatch.setattr("thidua.oversight.simulate.progress.monotonic", lambda: next(seconds))
    lines = []
    progress = Progress(lines.append)
    progress.begin("Lập danh sách", 1_000)

    progress.reached(10)
    progress.reached(250)

    assert lines == ["Lập danh sách…", "Lập danh sách: 250 / 1.000, 25 %, còn khoảng 3 phút"]


def test_little_time_is_told_as_such():
    assert time_words(3) == "chưa đầy một phút"
    assert [time_words(minutes * 60) for minutes in (1, 12)] == ["1 phút", "12 phút"]
