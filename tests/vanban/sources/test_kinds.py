"""Content tells what a file is; what cannot be read is refused with a helpful sentence."""

import pytest

from sources.files import docx_of, paragraph, parts_of, pdf_of, words_at, zipped
from vanban.sources.errors import Refused
from vanban.sources.load import load

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

OPEN = "application/vnd.oasis.opendocument"


def open_document(kind: str = f"{OPEN}.text", **parts: str) -> bytes:
    return zipped({"mimetype": kind, "content.xml": "<a/>", **parts})


REFUSED = {
    "nothing": (b"", "trống"),
    "only blanks": (b" \n\t\r\n", "trống"),
    "broken picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "ảnh này bị hỏng"),
    "broken photo": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "ảnh này bị hỏng"),
    "broken phone photo": (b"\0\0\0\x18ftypheic" + b"\0" * 50, "ảnh này bị hỏng"),
    "broken web picture": (b"RIFF\x10\0\0\0WEBPVP8 ", "ảnh này bị hỏng"),
    "broken scan": (b"II*\0\x08\0\0\0\xff\xff" + b"\xff" * 50, "ảnh này bị hỏng"),
    "moving picture": (b"GIF89a" + b"\0" * 50, "GIF"),
    "film": (b"\0\0\0\x18ftypisom" + b"\0" * 50, "phim"),
    "program": (b"MZ\x90\0" + b"\0" * 50, "chương trình máy tính"),
    "archive": (b"Rar!\x1a\x07\0", "tệp nén"),
    "zip of something": (zipped({"a.txt": "abc"}), "tệp nén"),
    "empty zip": (zipped({}), "tệp nén"),
    "truncated zip": (docx_of(paragraph("Kế hoạch"))[:-40], "bị hỏng hoặc chưa tải lên hết"),
    "spreadsheet": (zipped(parts_of("", main_type=SHEET_TYPE)), "bảng tính"),
    "slides": (zipped(parts_of("", main_type=SLIDES_TYPE)), "bản trình chiếu"),
    "macros": (zipped(parts_of("", main_type=MACRO_TYPE)), "macro"),
    "hidden macros": (zipped({**parts_of(""), "word/vbaProject.bin": b"x"}), "macro"),
    "open document": (open_document(), "LibreOffice"),
    "open spreadsheet": (open_document(kind=f"{OPEN}.spreadsheet"), "bảng tính"),
    "open slides": (open_document(kind=f"{OPEN}.presentation"), "bản trình chiếu"),
    "open document with macros": (open_document(**{"Basic/a.xml": ""}), "macro"),
    "locked open document": (
        open_document(**{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "mật khẩu",
    ),
    "encrypted Word": (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "LibreOffice"),
    "old Word with macros": (OLE + "WordDocument_VBA_PROJECT".encode("utf-16-le"), "macro"),
    "locked old Word": (
        OLE[:512]
        + b"\xec\xa5"
        + bytes(9)
        + b"\1"
        + bytes(900)
        + "WordDocument".encode("utf-16-le"),
        "mật khẩu",
    ),
    "old Excel": (OLE + "Workbook".encode("utf-16-le"), "bảng tính"),
    "old something": (OLE, "Office đời cũ"),
    "rich text": (b"{\\rtf1 abc}", "LibreOffice"),
    "rich text of nothing but groups": (b"{\\rtf1" + b"{\\b" * 100_001, "phình quá lớn"),
    "rich text without end": (b"{\\rtf1" + b"\\par" * 50_001, "300.000"),
    "web page": (b"\xef\xbb\xbf  <!DOCTYPE html><p>K", "trang web"),
    "too large": (b"a" * (20 * 1024 * 1024 + 1), "20 MB"),
    "binary rubbish": (b"abc\0def", "không phải văn bản"),
    "broken PDF": (b"%PDF-1.7 and no more", "bị hỏng"),
    "white PDF": (pdf_of(b""), "trang trắng"),
    "Word without text": (docx_of("<w:p/>"), "không có chữ nào"),
    "Word without main part": (zipped({**parts_of(""), "_rels/.rels": "<r/>"}), "bị hỏng"),
    "Word with broken XML": (zipped({**parts_of(""), "word/document.xml": "<w"}), "bị hỏng"),
    "Word without body": (zipped({**parts_of(""), "word/document.xml": "<w/>"}), "bị hỏng"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(what):
    data, reason = REFUSED[what]

    with pytest.raises(Refused) as refused:
        load(data, "kế hoạch.docx")

    sentence = str(refused.value)
    assert reason in sentence
    assert "hãy" in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("data", "name", "kind", "warned"),
    [
        (pdf_of(words_at((72, 700, "Ke hoach"))), "kh.docx", "pdf", True),
        (pdf_of(words_at((72, 700, "Ke hoach"))), "kh.pdf", "pdf", False),
        (docx_of(paragraph("Kế hoạch")), "kh.pdf", "docx", True),
        (docx_of(paragraph("Kế hoạch")), "KH.DOCX", "docx", False),
        (docx_of(paragraph("Kế hoạch")), "noname", "docx", False),
        ("Kế hoạch".encode(), "kh.doc", "txt", True),
        ("Kế hoạch".encode(), "kh.txt", "txt", False),
        ("Kế hoạch".encode(), "kh v1.2 bản cuối", "txt", False),
        ("# Kế hoạch".encode(), "kh.md", "md", False),
    ],
)
def test_content_decides_and_a_wrong_ending_is_noted(data, name, kind, warned):
    source = load(data, name)

    assert source.kind == kind
    assert bool(source.notes) is warned
    assert source.has_text


def test_a_text_that_begins_like_a_program_is_still_a_text():
    assert load(b"MZ la ten mot don vi", "a.txt").text == "MZ la ten mot don vi"


def test_a_text_longer_than_three_hundred_thousand_signs_is_refused():
    assert len(load(b"a" * 300_000, "a.txt").text) == 300_000
    with pytest.raises(Refused, match=r"300.000 ký tự"):
        load(b"a" * 300_001, "a.txt")
