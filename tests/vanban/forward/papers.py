"""A small plan around one sentence, moved; and the sentence as it is afterwards."""

from vanban.forward import forward

_PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH NGHỆ AN
CÔNG ĐOÀN CƠ SỞ CÔNG TY MAY SÔNG LAM
Số: 12/KH-CĐCS
Nghệ An, ngày {date}
KẾ HOẠCH
Phát động phong trào thi đua {name}
I. NỘI DUNG
1. {sentence}
2. Mỗi tổ công đoàn có ít nhất 02 sáng kiến; 95% đoàn viên ký giao ước.
Nơi nhận:
- Các tổ công đoàn;
- Lưu: VT.
TM. BAN CHẤP HÀNH
CHỦ TỊCH
Trần Văn Lâm
"""


def plan(sentence, name="năm 2024", date="10 tháng 01 năm 2024"):
    return _PLAN.format(sentence=sentence, name=name, date=date)


class Sentence:
    """The moved sentence, and the kinds of the flags that stand in it."""

    def __init__(self, sentence, year=2025, **head):
        result = forward(plan(sentence, **head), year)
        self.result = result
        start = result.text.index("\n1. ") + 4
        end = result.text.index("\n2. Mỗi tổ")
        self.text = result.text[start:end]
        self.flags = [
            flag.kind for flag in result.flags if flag.span and start <= flag.span[0] < end
        ]
        self.messages = [
            flag.message for flag in result.flags if flag.span and start <= flag.span[0] < end
        ]
