import datetime as dt

import pytest

from checking.findings import found, messages, said


def test_accents_of_a_known_name():
    assert found("movement-name", said("“Dậy tốt, học tốt”")) == [("Dậy", "Dạy")]


@pytest.mark.parametrize(
    "name",
    [
        "Dạy tốt, học tốt",
        "dạy tốt - học tốt",
        "Cán bộ, công chức, viên chức thi đua thực hiện văn hoá công sở",
        "Lao động giỏi, lao động sáng tạo",
        "Một tên không ai biết",
    ],
)
def test_names_as_they_are_known(name):
    assert found("movement-name", said(f"“{name}”")) == []


def test_a_word_left_out_of_a_long_name_is_asked():
    name = "Mỗi thầy cô giáo là một tấm gương đạo đức tự học và sáng tạo"
    full = "Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo"

    assert found("movement-name-word", said(f"“{name}”")) == [(name, full)]


@pytest.mark.parametrize(
    "name",
    [
        "Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo",
        "Đổi mới, sáng tạo, hiệu quả trong hoạt động tổ chức đoàn thể",
        "Dạy tốt",
    ],
)
def test_whole_names_and_free_variants_are_not_asked(name):
    assert found("movement-name-word", said(f"“{name}”")) == []


def test_a_superseded_movement_names_its_successor():
    reading = said("“Trung thành - Sáng tạo - Tận tụy - Gương mẫu”", "2023-2024")

    (message,) = messages("superseded-movement", reading)
    assert "đã kết thúc (đến 31/12/2017)" in message
    assert "Trung thành, trách nhiệm, liêm chính, sáng tạo" in message


def test_damaged_letters_do_not_hide_it():
    reading = said("“Trung thanh - Sang tao - T4n tuy - Guong mau”", "2023-2024")

    assert len(found("superseded-movement", reading)) == 1


def test_before_its_end_a_movement_is_in_order():
    name = (
        "“01 triệu sáng kiến - nỗ lực vượt khó, sáng tạo, quyết tâm chiến thắng đại dịch Covid-19”"
    )

    assert found("superseded-movement", said(name, "2022", date=dt.date(2022, 1, 4))) == []
    assert len(found("superseded-movement", said(f"{name} {name}", "2024"))) == 1


def test_a_movement_that_ends_during_the_plan_is_asked():
    reading = said(
        "“CNVC-LĐ nỗ lực vượt khó, sáng tạo, quyết tâm chiến thắng đại dịch Covid-19”", "2023-2024"
    )

    (message,) = messages("movement-ends", reading)
    assert "chỉ đến 31/12/2023" in message


def test_the_successor_is_not_taken_for_the_ended_one():
    reading = said("“Vì người nghèo - Không để ai bị bỏ lại phía sau”", "2024")

    assert found("superseded-movement", reading) == []
