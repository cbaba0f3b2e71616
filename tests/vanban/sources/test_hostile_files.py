"""Files made to hurt the reader are refused, quickly and in little memory."""

import zlib

import pytest
from PIL import Image

from sources.files import docx_of, paragraph, parts_of, pdf_of, words_at, zipped
from sources.scans import file_of
from vanban.sources import limits
from vanban.sources.errors import Refused
from vanban.sources.guarded import load_guarded, page_picture
from vanban.sources.load import load


def test_a_guarded_file_reads_like_an_unguarded_one():
    for data in (
        docx_of(paragraph("Kế hoạch")),
        pdf_of(words_at((72, 700, "Ke hoach")), b""),
        "Kế hoạch".encode(),
    ):
        assert load_guarded(data, "tệp \udce9.docx") == load(data, "tệp \udce9.docx")


def test_a_guarded_refusal_keeps_its_sentence():
    with pytest.raises(Refused, match="macro"):
        load_guarded(zipped({**parts_of(""), "word/vbaProject.bin": b""}), "a.docx")
    with pytest.raises(Refused, match="trang trắng"):
        load_guarded(pdf_of(b""), "a.pdf")


@pytest.mark.parametrize("content", [b"q " * 30_000_000, b"(a) Tj " * 6_000_000])
def test_a_pdf_that_eats_memory_or_time_is_refused(content):
    bomb = pdf_of(b"BT /F1 9 Tf " + content + b"ET", compressed=True)

    with pytest.raises(Refused, match="giới hạn an toàn"):
        load_guarded(bomb, "a.pdf")


def test_a_reader_that_does_not_come_back_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "WORKER_WALL_SECONDS", 0.001)

    with pytest.raises(Refused, match="giới hạn an toàn"):
        load_guarded(docx_of(paragraph("Kế hoạch")), "a.docx")


def _package_with(name: str, content: bytes) -> bytes:
    return zipped({**parts_of(paragraph("Kế hoạch")), name: content})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_package_with("word/media/a.bin", bytes(120_000_000)), id="total"),
        pytest.param(_package_with("word/media/a.bin", bytes(2_000_000)), id="ratio"),
        pytest.param(
            zipped({**parts_of(""), **{f"{place}.xml": "" for place in range(2001)}}), id="entries"
        ),
        pytest.param(docx_of("<w:p>" * 300 + "</w:p>" * 300), id="depth"),
        pytest.param(
            docx_of("".join(f"<w:r{place % 7}/>" for place in range(500_001))), id="elements"
        ),
    ],
)
def test_packages_that_swell_are_refused(data):
    with pytest.raises(Refused, match="phình quá lớn"):
        load(data, "a.docx")


def test_a_part_that_is_large_but_hardly_compressed_is_refused():
    digits = "".join(str(number) for number in range(5_000_000))
    assert len(digits) > limits.PART_BYTES

    with pytest.raises(Refused, match="phình quá lớn"):
        load(docx_of(paragraph(digits)), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(encoding):
    laughs = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    )
    parts = parts_of("") | {"word/document.xml": laughs.encode(encoding)}

    with pytest.raises(Refused, match="khai báo lạ"):
        load(zipped(parts), "a.docx")


def test_entities_in_a_side_part_are_refused():
    parts = parts_of(paragraph("Kế hoạch"))
    outside = '<!DOCTYPE n SYSTEM "file:///etc/passwd"><n/>'

    with pytest.raises(Refused, match="khai báo lạ"):
        load(zipped(parts | {"word/numbering.xml": outside}), "a.docx")


def png_of(width: int, height: int) -> bytes:
    """A picture in one colour: many dots in few bytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + check

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    lines = zlib.compress(bytes((width // 8 + 1) * min(height, 2_000)), 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size + b"\1\0\0\0\0")
        + chunk(b"IDAT", lines)
        + chunk(b"IEND", b"")
    )


def tiff_without_end() -> bytes:
    """Its only page says that it is followed by itself."""
    data = bytearray(file_of(Image.new("L", (9, 9)), kind="TIFF"))
    start = int.from_bytes(data[4:8], "little")
    entries = int.from_bytes(data[start : start + 2], "little")
    place = start + 2 + 12 * entries
    data[place : place + 4] = start.to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(png_of(40_000, 40_000), "64 triệu điểm ảnh", id="gigapixel"),
        pytest.param(
            file_of(*[Image.new("1", (8, 8))] * 101, kind="TIFF"), "hơn 100 trang", id="pages"
        ),
        pytest.param(png_of(2_000, 4_000), "bị hỏng|Không nhận ra|tesseract", id="cut short"),
        pytest.param(tiff_without_end(), "bị hỏng|Không nhận ra|tesseract", id="endless"),
        pytest.param(b"%PDF-1.4\n" + png_of(9, 9), "bị hỏng", id="picture called PDF"),
    ],
)
def test_pictures_made_to_hurt_are_refused(data, reason):
    with pytest.raises(Refused, match=reason):
        load_guarded(data, "a.png")


def test_a_page_as_large_as_a_field_is_shown_small():
    field = pdf_of(b"0 0 99 99 re f").replace(b"[0 0 595 842]", b"[0 0 14400 14400]")

    assert page_picture(field, "a.pdf", 1, 200).startswith(b"\x89PNG")


def test_an_encrypted_entry_is_refused():
    data = bytearray(docx_of(paragraph("Kế hoạch")))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + flags] |= 1

    with pytest.raises(Refused, match="mật khẩu"):
        load(bytes(data), "a.docx")


def test_a_pdf_with_a_password_is_refused():
    locked = pdf_of(words_at((72, 700, "Ke hoach"))).replace(
        b"trailer <<",
        b"trailer <</ID [<00><00>] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b">>> ",
    )

    with pytest.raises(Refused, match="mật khẩu"):
        load(locked, "a.pdf")


def test_a_file_that_is_both_zip_and_pdf_is_read_as_one_of_them():
    both = pdf_of(words_at((72, 700, "Ke hoach"))) + docx_of(paragraph("Quyết định"))

    assert load(both, "a.docx").text == "Ke hoach"


def test_path_names_in_a_package_are_never_followed(tmp_path, monkeypatch):
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    parts = parts_of(paragraph("Kế hoạch")) | {"../../outside.txt": "x", "/etc/outside": "x"}

    assert load(zipped(parts), "a.docx").text == "Kế hoạch"
    assert list(empty.iterdir()) == []
