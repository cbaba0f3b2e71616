"""Plain text holds everything that is printed, in the order in which it is read."""

from vanban.writing.model import Annex, Hand
from vanban.writing.profiles import profiles
from vanban.writing.text import to_text
from writing.documents import document, rows

PROFILE = profiles()["tld933"]


def test_head_content_and_foot_follow_each_other():
    text = to_text(document(), PROFILE)

    assert text.startswith("LIÊN ĐOÀN LAO ĐỘNG TỈNH NINH BÌNH\n")
    order = (
        "CỘNG HÒA",
        "Số: 05/KH-CĐGD",
        "KẾ HOẠCH\nPhát động",
        "I. MỤC ĐÍCH",
        "Nơi nhận:\n- LĐLĐ tỉnh",
        "TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\n",
    )
    found = [text.index(words) for words in order]
    assert found == sorted(found)
    assert text.endswith("Nguyễn Thị Hưng\n")


def test_rows_of_a_table_stand_below_each_other():
    table = rows("| TT | Đơn vị | Số liệu |", "| 1 | CĐCS Trường A | 5 |")

    assert "| TT | Đơn vị | Số liệu |\n| 1 | CĐCS Trường A | 5./. |\n\n" in to_text(
        document(blocks=table), PROFILE
    )


def test_two_hands_and_annexes_come_in_their_order():
    annexes = (
        Annex(heading=("Phụ lục", "DANH SÁCH"), note="(Kèm theo)", blocks=()),
        Annex(heading=("Phụ lục", "BIỂU MẪU"), note="", blocks=()),
    )

    text = to_text(
        document(cosigners=(Hand(("THƯ KÝ",), "Phạm Thu Hà"),), annexes=annexes),
        PROFILE,
    )

    found = [text.index(words) for words in ("Nơi nhận", "TM. BAN", "THƯ KÝ", "Phạm Thu Hà",
             "Phụ lục I\n\nDANH SÁCH\n\n(Kèm theo)", "Phụ lục II\n\nBIỂU MẪU")]  # fmt: skip
    assert found == sorted(found)
