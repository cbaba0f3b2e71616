import dataclasses

from checking.findings import said
from vanban.checking.copied import RULE, copied
from vanban.reading.model import Block

LAST_YEAR = (
    "Các công đoàn cơ sở phối hợp với chuyên môn đồng cấp phát động thi đua ngay từ đầu năm, lấy "
    "kết quả công việc hằng ngày làm thước đo; cuối mỗi quý có sơ kết, biểu dương người làm tốt, "
    "nhắc nhở nơi làm chậm trước ngày 15/12/2023."
)
OWN = (
    "Riêng tổ cơ điện nhận việc sửa lại hệ thống quạt mát của xưởng may số ba, hoàn thành trước "
    "mùa nóng, tự bố trí người làm ngoài giờ và không để dây chuyền nào phải dừng quá mười phút."
)
OTHERS = {"kế hoạch năm 2023": f"I. MỤC ĐÍCH\n{LAST_YEAR}\nLưu: VT."}


def reading_of(*paragraphs):
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(0, "", paragraph, span=(start, start + len(paragraph))))
        start += len(paragraph) + 1
    return dataclasses.replace(said("\n".join(paragraphs)), blocks=tuple(blocks))


def test_a_paragraph_of_last_year_is_asked_about_even_with_the_new_year():
    reading = reading_of(OWN, LAST_YEAR.replace("2023", "2024"))

    (finding,) = copied(reading, OTHERS)

    assert (finding.rule, finding.severity) == (RULE, "ask")
    assert finding.span == reading.blocks[1].span
    assert finding.message.startswith("Đoạn này giống kế hoạch năm 2023 100%")


def test_own_words_and_short_formulas_are_nobodys():
    assert copied(reading_of(OWN, "Trên đây là Kế hoạch."), OTHERS) == ()


def test_a_paragraph_half_rewritten_is_no_copy():
    half = LAST_YEAR[: len(LAST_YEAR) // 2] + OWN

    assert copied(reading_of(half), OTHERS) == ()


def test_where_nearly_all_is_taken_over_one_finding_speaks():
    second = f"Trong quý này {OWN}"
    third = f"Đối với khối văn phòng: {OWN.upper()}"
    others = {"kế hoạch của LĐLĐ tỉnh": f"{LAST_YEAR}\n{second}\n{third}"}

    (finding,) = copied(reading_of(LAST_YEAR, second, third), others)

    assert finding.span is None
    assert finding.message == "3 trong 3 đoạn gần như nguyên văn của kế hoạch của LĐLĐ tỉnh?"


def test_nothing_to_compare_with_is_nothing_to_say():
    assert copied(reading_of(LAST_YEAR), {}) == ()
