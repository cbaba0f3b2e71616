"""A document to be written, and ways to look into what was written."""

import datetime as dt
from io import BytesIO
from typing import Any

import docx
import pypdfium2
from docx.document import Document

from vanban.reading.model import Block
from vanban.writing.model import OfficialDocument

WHOLE: dict[str, Any] = {
    "parent_body": "Liên đoàn Lao động tỉnh Ninh Bình",
    "issuing_body": "Công đoàn Giáo dục tỉnh Ninh Bình",
    "full_number": "05/KH-CĐGD",
    "symbol": "KH-CĐGD",
    "place": "Ninh Bình",
    "date": dt.date(2024, 1, 15),
    "doc_type": "Kế hoạch",
    "title": "Phát động phong trào thi đua yêu nước năm 2024",
    "blocks": (
        Block(0, "", "Ban Thường vụ phát động phong trào với những nội dung sau:"),
        Block(1, "I.", "MỤC ĐÍCH, YÊU CẦU", heading=True),
        Block(2, "1.", "Chủ đề thi đua", heading=True),
        Block(3, "-", "Nhiệm kỳ 2018 - 2023 hoàn thành tốt nhiệm vụ."),
        Block(0, "", "Các đơn vị triển khai thực hiện."),
    ),
    "recipients": ("LĐLĐ tỉnh (để báo cáo)", "Lưu: VT"),
    "signature": ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"),
    "signer_name": "Nguyễn Thị Hưng",
    "mark": None,
}


def document(**changed: Any) -> OfficialDocument:
    return OfficialDocument(**(WHOLE | changed))


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def printed(data: bytes) -> str:
    """All words of a PDF as they come."""
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def rows(*texts: str) -> tuple[Block, ...]:
    """Rows of a table as the readers of files give them."""
    return tuple(Block(0, "", text) for text in texts)
