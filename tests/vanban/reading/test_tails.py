"""Recipients with their purposes, and whoever signs, in every arrangement."""

import pytest

from vanban.reading.model import Recipient, Signatory
from vanban.reading.read import read_text

HEAD = (
    "Số: 05/KH-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\nKẾ HOẠCH\nThi đua năm 2024\n\n1. Abc./.\n\n"
)


def tail(text: str):
    return read_text(HEAD + text)


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("- LĐLĐ tỉnh (để báo cáo);", Recipient("LĐLĐ tỉnh", "để báo cáo")),
        ("- LĐLĐ tỉnh (b/c);", Recipient("LĐLĐ tỉnh", "để báo cáo")),
        ("- Các CĐCS (để t/h);", Recipient("Các CĐCS", "để thực hiện")),
        ("- BGĐ công ty (p/h);", Recipient("BGĐ công ty", "để phối hợp")),
        ("- CĐ bộ phận (04);", Recipient("CĐ bộ phận (04)")),
        (
            "- LĐLĐ huyện, TP; CĐ ngành (để thực hiện);",
            Recipient("LĐLĐ huyện, TP; CĐ ngành", "để thực hiện"),
        ),
        ("- Lưu: VT, CSPL.", Recipient("Lưu: VT, CSPL", archive=True)),
    ],
)
def test_recipients_are_taken_apart(line, recipient):
    read = tail(f"Nơi nhận:\n- Như trên;\n{line}\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\n\nLê Văn Tám")

    assert read.distribution[1] == recipient
    assert read.recipients[1] == line.strip("- ;.")


@pytest.mark.parametrize(
    ("lines", "recipients"),
    [
        (
            "- LĐLĐ các huyện, thị xã; công\nđoàn ngành;\n- Lưu: VT.",
            ("LĐLĐ các huyện, thị xã; công đoàn ngành", "Lưu: VT"),
        ),
        ("- LĐLĐ tỉnh Long An (b/\nc);\n- Lưu: VT.", ("LĐLĐ tỉnh Long An (b/ c)", "Lưu: VT")),
        (
            "- Các CĐCS bệnh viện\n(để thực hiện);\n- Lưu: VT.",
            ("Các CĐCS bệnh viện (để thực hiện)", "Lưu: VT"),
        ),
        ("- LĐLĐ tỉnh (b/c) KT. CHỦ TỊCH\n- Lưu: VT PHÓ CHỦ TỊCH", ("LĐLĐ tỉnh (b/c)", "Lưu: VT")),
        ("- Các CĐCS; (Đã ký)\n- Lưu: VP. (Đã ký)", ("Các CĐCS", "Lưu: VP")),
        ("- Các CĐCS;\n- Lưu: VP, Nguyễn Văn An", ("Các CĐCS", "Lưu: VP")),
        (
            "- Các huyện, thị; đơn vị ngang cấp;\n- Lưu: VT.",
            ("Các huyện, thị; đơn vị ngang cấp", "Lưu: VT"),
        ),
    ],
)
def test_recipients_broken_or_glued(lines, recipients):
    read = tail(f"Nơi nhận:\n{lines}\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\n\nLê Văn Tám")

    assert read.recipients == recipients


@pytest.mark.parametrize(
    ("block", "main", "others"),
    [
        (
            "TM. BAN THƯỜNG VỤ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nThạch Đa Ra",
            Signatory("TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Thạch Đa Ra"),
            (),
        ),
        (
            "THƯ KÝ\nQuách Tuấn Kiệt\nCHỦ TỌA\nĐặng Thị Mỹ Xuyên",
            Signatory(None, "CHỦ TỌA", "Đặng Thị Mỹ Xuyên"),
            (Signatory(None, "THƯ KÝ", "Quách Tuấn Kiệt"),),
        ),
        (
            (
                "HIỆU TRƯỞNG\nTrần Thị Tường Vi\nTM. BAN CHẤP HÀNH CÔNG ĐOÀN\nCHỦ"
                " TỊCH\nLê Thị Hạnh Đoan"
            ),
            Signatory("TM. BAN CHẤP HÀNH CÔNG ĐOÀN", "CHỦ TỊCH", "Lê Thị Hạnh Đoan"),
            (Signatory(None, "HIỆU TRƯỞNG", "Trần Thị Tường Vi"),),
        ),
        (
            (
                "HIỆU TRƯỞNG          TM. BAN CHẤP HÀNH\n                     CHỦ TỊCH\n\n"
                "Trần Thị Tường Vi          Lê Thị Hạnh Đoan"
            ),
            Signatory("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Lê Thị Hạnh Đoan"),
            (Signatory(None, "HIỆU TRƯỞNG", "Trần Thị Tường Vi"),),
        ),
        (
            "TM. BAN CHẤP HÀNH\nCHỦ TỊCH\n(Đã ký)\nThiếu tá QNCN Phan Bá Lĩnh",
            Signatory("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Phan Bá Lĩnh", "Đã ký"),
            (),
        ),
        (
            "TM. BAN CHẤP HÀNH\nP. CHỦ TỊCH\nÔng Thị Kim Lan",
            Signatory("TM. BAN CHẤP HÀNH", "P. CHỦ TỊCH", "Ông Thị Kim Lan"),
            (),
        ),
        (
            "TL. BAN THƯỜNG VỤ\nTRƯỞNG BAN CHÍNH SÁCH - PHÁP\nLUẬT\nTrần Minh Đức",
            Signatory("TL. BAN THƯỜNG VỤ", "TRƯỞNG BAN CHÍNH SÁCH - PHÁP LUẬT", "Trần Minh Đức"),
            (),
        ),
        (
            "TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLê An",
            Signatory("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê An"),
            (),
        ),
    ],
)
def test_whoever_signs(block, main, others):
    read = tail(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{block}")

    assert (read.signatory, read.cosignatories) == (main, others)


@pytest.mark.parametrize(
    "annex",
    [
        (
            "DANH SÁCH\nTập thể được tặng Bằng khen\n(Kèm theo Quyết định số"
            " 218/QĐ-LĐLĐ)\nI. TẬP THỂ\n1. A;\n2. B."
        ),
        "Phụ lục\n1. A;\n2. B.",
        "Hồ sơ kèm theo: đơn của đoàn viên; biên bản họp ban chấp hành; giấy xác nhận của xã.",
        "QUY CHẾ\nHoạt động của Ban Nữ công\nĐiều 1. Vị trí\nBan giúp ban chấp hành;",
    ],
)
def test_what_is_attached_is_no_recipient(annex):
    read = tail(
        f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\n\nVi Thị Sáu\n{annex}"
    )

    assert read.recipients == ("Như trên", "Lưu: VT")
    assert read.signatory.name == "Vi Thị Sáu"
    assert read.blocks[-1].span[1] == len(read.text)


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Kính gửi: Ban Chấp hành các công đoàn cơ sở.", ("Ban Chấp hành các công đoàn cơ sở",)),
        ("Kính gửi: LĐLĐ tỉnh; Sở Y tế.", ("LĐLĐ tỉnh", "Sở Y tế")),
        (
            "Kính gửi:\n- LĐLĐ các quận, huyện;\n- Công đoàn ngành.",
            ("LĐLĐ các quận, huyện", "Công đoàn ngành"),
        ),
        ("Kính gửi: Ông (bà) ..............", ("Ông (bà)",)),
    ],
)
def test_to_whom_a_letter_is_addressed(text, addressees):
    head = "Số: 12/LĐLĐ\nV/v tổ chức thi đua\nHà Nội, ngày 5 tháng 1 năm 2024\n\n"

    assert (
        read_text(f"{head}{text}\n\nBan Thường vụ đề nghị các đơn vị thực hiện.").addressees
        == addressees
    )


def test_names_are_matched_to_the_catalogues():
    read = read_text(
        "CÔNG ĐOÀN GIÁO DỤC HUYỆN ĐƠN DƯƠNG\n"
        + HEAD
        + "2. Phong trào “Giỏi việc truờng, đảm việc nhà”"
        " chào mừng 94 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929)."
    )
    found = {match.path: match for match in read.matches}

    assert found["issuing_body"].name == "Công đoàn Giáo dục"
    assert found["movements_named[0]"].key == "MOV-20"
    assert found["movements_named[0]"].quote == "Giỏi việc truờng, đảm việc nhà"
    assert found["commemorations[0]"].catalogue == "anniversaries"
    assert found["commemorations[0]"].score == 1.0


def test_two_hands_with_marks_may_stand_above_the_recipients():
    read = tail(
        "THƯ KÝ\n(Ký, ghi rõ họ tên)\nVũ Thị Lan\n\nCHỦ TRÌ\n(Ký, ghi rõ họ tên)\n"
        "Đặng Ngọc Ánh\n\nNơi nhận:\n- Các tổ công đoàn;\n- Lưu: CĐCS."
    )

    assert (read.signatory.post, read.signatory.name) == ("CHỦ TRÌ", "Đặng Ngọc Ánh")
    assert [(one.post, one.name) for one in read.cosignatories] == [("THƯ KÝ", "Vũ Thị Lan")]
