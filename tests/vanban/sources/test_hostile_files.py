"""Files made to hurt the reader are refused, quickly and in little memory."""

import pytest

from sources.files import docx_of, paragraph, parts_of, pdf_of, words_at, zipped
from vanban.sources import limits
from vanban.sources.errors import Refused
from vanban.sources.guarded import load_guarded
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
    with pytest.raises(Refused, match="bản quét"):
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
