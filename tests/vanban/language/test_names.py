import pytest

from vanban.language.names import name_in_sentence


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH NINH BÌNH", "Liên đoàn Lao động tỉnh Ninh Bình"),
        ("CĐCS TRƯỜNG THPT HOA PHONG", "CĐCS Trường THPT Hoa Phong"),
        ("CÔNG ĐOÀN GIÁO DỤC TỈNH", "Công đoàn Giáo dục tỉnh"),
        ("CÔNG ĐOÀN CƠ SỞ\nTRƯỜNG CHÍNH TRỊ TỈNH", "Công đoàn cơ sở Trường Chính trị tỉnh"),
        ("CÔNG ĐOÀN PHƯỜNG TÂN LẬP", "Công đoàn phường Tân Lập"),
        (
            "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH BÀ RỊA - VŨNG TÀU",
            "Công đoàn các Khu công nghiệp tỉnh Bà Rịa - Vũng Tàu",
        ),
        ("CĐCS CÔNG TY CỔ PHẦN GIẤY BÌNH AN", "CĐCS Công ty Cổ phần Giấy Bình An"),
        (
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            "Tổng Liên đoàn Lao động Việt Nam",
        ),
        ("LĐLĐ TỈNH ĐẮK LẮK", "LĐLĐ tỉnh Đắk Lắk"),
        ("HUYỆN ỦY TÂN CHÂU", "Huyện Ủy Tân Châu"),
        ("XÃ TIÊN DU II", "Xã Tiên Du II"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(printed, written):
    assert name_in_sentence(printed) == written


@pytest.mark.parametrize("name", ["Công đoàn Giáo dục tỉnh", "CĐCS Trường THPT Hoa Phong", "LĐLĐ"])
def test_a_name_that_is_written_right_stays(name):
    assert name_in_sentence(name) == name
