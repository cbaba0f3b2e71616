"""The page of rules in the documentation, written from the rules themselves."""

from vanban.checking.check import GROUPS, rules
from vanban.checking.copied import RULE
from vanban.checking.document import NOTE
from vanban.checking.rules import Rule
from vanban.checking.terminal import WORDS

_HEAD = f"""\
# Các quy tắc kiểm tra văn bản

Trang này được viết ra từ mã nguồn (`vanban.checking.catalogue_page`), không sửa bằng tay.

- **lỗi**: chắc chắn sai.
- **cảnh báo**: nên xem lại.
- **hỏi lại**: người soạn biết rõ hơn.

Không quy tắc nào ngăn việc nhận hoặc ban hành văn bản.
Ngoài các quy tắc dưới đây, `{NOTE}` (cảnh báo) là điều nhận thấy khi mở tệp,
ví dụ có trang chỉ là ảnh; `{RULE}` (hỏi lại) là đoạn gần như nguyên văn của kế hoạch cấp trên
hoặc của năm trước, tìm thấy khi có các văn bản đó bên cạnh.

Mức ghi ở đây là mức thường gặp; điều chưa chắc (ví dụ thời hạn hiệu lực chỉ suy ra) thành
**hỏi lại**.
"""
_TABLE_HEAD = "| Mã | Nội dung | Mức | Căn cứ |\n| --- | --- | --- | --- |\n"


def rules_markdown() -> str:
    """The whole page: one table for each group of rules."""
    sections = [_HEAD]
    for group in GROUPS:
        rows = [_row(rule) for rule in rules() if rule.look.__module__ == group.__name__]
        sections.append(f"## {group.TITLE}\n\n{_TABLE_HEAD}{''.join(rows)}")
    return "\n".join(sections)


def _row(rule: Rule) -> str:
    return f"| `{rule.id}` | {rule.title} | {WORDS[rule.severity]} | {rule.source} |\n"
