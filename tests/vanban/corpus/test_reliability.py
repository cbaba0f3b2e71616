"""The diagram of stated confidence and met share."""

from xml.etree import ElementTree as ET

from reliability import buckets, diagram, expected_error, sure

CERTAIN = [("date", 0.95, True), ("date", 0.95, True), ("theme", 0.95, False), ("scope", 0.5, True)]


def test_values_are_sorted_by_how_sure_the_reader_was():
    assert [(one.number, round(one.right, 3)) for one in buckets(CERTAIN)] == [(1, 1), (3, 0.667)]


def test_share_of_the_sure_ones():
    number, right = sure(CERTAIN)

    assert (number, round(right, 3)) == (3, 0.667)
    assert sure([]) == (0, None)


def test_error_is_the_mean_distance_of_stated_and_met_share():
    assert round(expected_error([("date", 0.9, True), ("date", 0.9, False)]), 3) == 0.4


def test_picture_has_a_mark_for_every_bucket():
    picture = ET.fromstring(diagram(CERTAIN))  # noqa: S314 -- our own text

    circles = picture.findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == 2
