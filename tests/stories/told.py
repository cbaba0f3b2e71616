"""The words of a story."""

from thidua.stories import actions

WORDS = actions.Words(
    subject_name="Vũ Thị Ngọc",
    title="Cô Ngọc và lớp học buổi tối",
    lead="Ba năm dạy thêm không lấy tiền.",
    body="Mỗi tối thứ Ba.\n\nHọc sinh yếu đã đỗ.",
)
