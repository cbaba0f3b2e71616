import pytest

from checking.findings import found, messages, said
from vanban.checking import data
from vanban.checking.check import check
from vanban.language.syllables import is_syllable

GARBLED = "phat dong phong trao thi dua trong céng doan hoc tap va lam theo tdm guong dao dirc " * 4


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("quyết tâm phần đấu thi đua", "phần đấu", "phấn đấu"),
        ("Phần đấu hoàn thành", "Phần đấu", "Phấn đấu"),
        ("PHẦN ĐẤU HOÀN THÀNH", "PHẦN ĐẤU", "PHẤN ĐẤU"),
        ("phổ biến, truyên truyền các nghị quyết", "truyên truyền", "tuyên truyền"),
        ("nhiệm vụ sán xuất kinh doanh", "sán xuất", "sản xuất"),
        ("nhiều sự kiện quan trong của Đảng", "quan trong", "quan trọng"),
        ("đại dịch Covi-19", "Covi-19", "Covid-19"),
        ("đại dịch Covid - 19", "Covid - 19", "Covid-19"),
        ("thi đua đua Nghị quyết vào cuộc sống", "đua", "đưa"),
        ("phần\nđấu", "phần\nđấu", "phấn đấu"),
    ],
)
def test_letters_taken_for_others(text, marked, fix):
    assert found("confusion", said(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "phần đấu thầu của gói thầu",
        "các cơ quan trong toàn tỉnh, những vấn đề liên quan trong năm",
        "khả năng xuất hiện",
        "khen thường xuyên và đột xuất",
        "nền kinh tế xã hội chủ nghĩa",
        "lập công xuất sắc",
        "đồng chí Thanh Đạt",
        "các đoàn viên chúc mừng thầy cô",
        "cũng cố gắng hơn",
        "phong trào thi đua Nghị quyết",
        "truyền thanh đạt chuẩn",
    ],
)
def test_the_same_letters_where_they_are_right(text):
    assert found("confusion", said(text)) == []


def test_no_wrong_form_is_the_right_one():
    rows = data.rows("confusions")

    assert [row["wrong"] for row in rows if row["wrong"] == row["right"]] == []
    assert len({row["wrong"] for row in rows}) == len(rows)


def test_the_right_forms_are_vietnamese():
    words = {word.strip(",") for row in data.rows("confusions") for word in row["right"].split()}

    assert {word for word in words if word.isalpha() and not is_syllable(word)} == set()


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("thi đua sôi nổiở cơ sở", "nổiở", "nổi ở"),
        ("học tâp và làm theo", "tâp", None),
        ("cán bộ nghành giáo dục", "nghành", "ngành"),
        ("quá trình ngiêm túc", "ngiêm", "nghiêm"),
        ("qúa trình", "qúa", "quá"),
        ("kúng cố", "kúng", "cúng"),
        ("cac đơn vị", "cac", None),
    ],
)
def test_words_that_cannot_be_vietnamese(text, marked, fix):
    assert found("impossible-syllable", said(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "văn hoá, văn hóa, thuỷ lợi, thủy lợi",
        "trên Website ngành, mạng internet, video, zalo",
        "LĐLĐ tỉnh, CĐCS, GD&ĐT, V/v",
        "Đắk Lắk, Krông Pắc, Sơn La",
        "liên hệ congdoan@edu.vn, www.congdoan.vn, https://abc.gov.vn/hoc-tap",
        "tại b9, c4 và 100m",
    ],
)
def test_names_codes_and_foreign_words_are_left_alone(text):
    assert found("impossible-syllable", said(text)) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("tổ chức các phong trào phong trào gắn với", "phong trào phong trào", "phong trào"),
        ("các phong trào thi đua thi đua cụ thể", "thi đua thi đua", "thi đua"),
        ("ngày thành lập tổ chức chức Công đoàn", "chức chức", "chức"),
        ("kết quả của của đơn vị", "của của", "của"),
        ("Của của đơn vị", "Của của", "Của"),
    ],
)
def test_words_written_twice(text, marked, fix):
    assert found("doubled-word", said(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "luôn luôn, đời đời nhớ ơn, ngày ngày",
        "thăm hỏi công nhân nhân dịp Tết",
        "các tổ chức tổ chức hội nghị",
        "người lao động lao động sáng tạo",
        "đạt thành tích tích cực",
        "NỘI DUNG THI ĐUA\nThi đua thực hiện",
        "thi đua; thi đua",
        "Kế hoạch\n\nkế hoạch",
        "tự do do hiến pháp bảo đảm",
        "20 20",
        "Chưa\nChưa\nTrường THPT Tam Cốc\nTrường THPT Tam Cốc",
        "phong trào\n\nphong trào",
    ],
)
def test_words_that_meet_their_like(text):
    assert found("doubled-word", said(text)) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("các đơn vị đăng kí thi đua", "đăng kí", "đăng ký"),
        ("Đăng kí danh hiệu", "Đăng kí", "Đăng ký"),
        ("ĐĂNG KÍ THI ĐUA", "ĐĂNG KÍ", "ĐĂNG KÝ"),
        ("có đủ chữ\nkí", "chữ\nkí", "chữ ký"),
    ],
)
def test_i_where_official_papers_write_y(text, marked, fix):
    assert found("y-or-i", said(text)) == [(marked, fix)]


def test_i_for_y_is_a_question_and_says_no_law():
    finding = next(one for one in check(said("đăng kí thi đua")) if one.rule == "y-or-i")

    assert finding.severity == "ask"
    assert finding.message == "“đăng kí” trong văn bản hành chính thường viết “đăng ký”."


@pytest.mark.parametrize("text", ["đăng ký, chữ ký", "kí ức, tri kỉ", "đăng kính", "khăng kí"])
def test_other_words_with_i_are_left_alone(text):
    assert found("y-or-i", said(text)) == []


def test_a_text_of_the_wrong_language_gets_one_warning_and_no_words():
    (message,) = messages("wrong-language", said(GARBLED))

    assert message.startswith("Văn bản này bị nhận dạng sai ngôn ngữ, gõ không dấu")
    assert found("impossible-syllable", said(GARBLED)) == []


def test_a_repaired_text_is_not_judged_word_by_word():
    reading = said("phần đấu", repaired=True)

    assert [finding.rule for finding in check(reading) if finding.rule == "confusion"] == []
    assert "phục hồi" in messages("wrong-language", reading)[0]


@pytest.mark.parametrize("text", ["Hello world", "", "phong trào thi đua yêu nước " * 20])
def test_short_and_clean_texts_are_readable(text):
    assert found("wrong-language", said(text)) == []
