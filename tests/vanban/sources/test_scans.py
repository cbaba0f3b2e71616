"""Scans and photographs: recognised page by page, whichever way they lie."""

import pillow_heif
import pytest
from PIL import Image

from sources.files import pdf_of, words_at
from sources.needed import needs_tesseract
from sources.scans import LINES, file_of, page, share_read
from vanban.language.syllables import impossible_share
from vanban.sources import guarded, recognition
from vanban.sources.errors import Cancelled, Refused
from vanban.sources.guarded import load_guarded, page_picture
from vanban.sources.merging import Recognition, with_recognised
from vanban.sources.model import Doubt, Source
from vanban.sources.recognition import recognised_from
from vanban.sources.skew import straightened

MOSTLY = 0.9
GIBBERISH = "wrqgj xqkp zzvb fwqo jjkw pqxz wkvj zzqf xxbn kkwq jjzx vwqp " * 3


def pictured_pdf(*pages: Image.Image) -> bytes:
    return file_of(*pages, kind="PDF", resolution=150)


@needs_tesseract
@pytest.mark.parametrize("turned", [0, 3, 90, 180, 267])
def test_a_page_is_recognised_whichever_way_it_lies(turned):
    source = load_guarded(file_of(page(*LINES, turned=turned)), "scan.png")

    assert share_read(source.text) >= MOSTLY
    assert (source.kind, source.recognised, source.unread) == ("image", (1,), ())
    assert "nhận dạng từ hình" in source.notes[0]


@needs_tesseract
@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "BMP", "WEBP"])
def test_every_kind_of_picture_is_recognised(kind):
    source = load_guarded(file_of(page(*LINES).convert("RGB"), kind=kind), "scan")

    assert share_read(source.text) >= MOSTLY


@needs_tesseract
def test_a_photograph_of_a_phone_is_recognised(tmp_path):
    pillow_heif.from_pillow(page(*LINES).convert("RGB")).save(tmp_path / "a.heic")

    source = load_guarded((tmp_path / "a.heic").read_bytes(), "a.heic")

    assert share_read(source.text) >= MOSTLY


@needs_tesseract
def test_the_pages_of_a_scan_are_recognised_one_by_one_and_told():
    told: list[tuple[int, int]] = []
    scan = file_of(
        page("Trang thứ nhất của kế hoạch"), page("Trang thứ hai của kế hoạch"), kind="TIFF"
    )

    source = load_guarded(scan, "a.tif", progress=lambda *done: told.append(done))

    first, second = source.page_texts()
    assert ("nhất" in first, "hai" in second) == (True, True)
    assert told == [(1, 2), (2, 2)]


def test_the_back_of_a_sheet_needs_no_recognition(monkeypatch):
    monkeypatch.setattr(recognition, "run", None)

    assert recognition.recognise(page(), lambda: False).text == ""


@needs_tesseract
def test_a_scanned_pdf_is_recognised():
    source = load_guarded(pictured_pdf(page(*LINES), page(*LINES[:2])), "a.pdf")

    assert share_read(source.text) >= MOSTLY
    assert source.recognised == (1, 2)
    assert "nhận dạng từ hình" in source.notes[0]


@pytest.mark.parametrize("pages", [1, 2, 100])
def test_the_pages_of_a_scan_are_counted(pages):
    scan = file_of(*[Image.new("1", (8, 8))] * pages, kind="TIFF")

    assert load_guarded(scan, "a.tif", recognise=False).unread == tuple(range(1, pages + 1))


@needs_tesseract
def test_a_recognition_that_was_cancelled_ends_at_the_next_page():
    told: list[tuple[int, int]] = []
    scan = file_of(page(LINES[0]), page(LINES[1]), page(LINES[2]), kind="TIFF")

    with pytest.raises(Cancelled):
        load_guarded(
            scan,
            "a.tif",
            progress=lambda *done: told.append(done),
            cancelled=lambda: bool(told),
        )
    assert told == [(1, 3)]


@needs_tesseract
def test_a_picture_without_print_is_refused():
    with pytest.raises(Refused, match="Không nhận ra chữ nào"):
        load_guarded(file_of(Image.new("L", (300, 300), "white")), "a.png")


def test_without_recognition_the_pages_are_told():
    source = load_guarded(pictured_pdf(page(*LINES), page(*LINES)), "a.pdf", recognise=False)

    assert (source.unread, source.text.strip(), source.has_text) == ((1, 2), "", False)


def test_where_tesseract_is_missing_a_scan_is_refused_with_what_is_missing(monkeypatch):
    monkeypatch.setattr(guarded, "can_recognise", lambda: False)

    with pytest.raises(Refused, match=r"tesseract.*hãy gửi bản Word"):
        load_guarded(file_of(page(*LINES)), "a.png")


def test_where_tesseract_is_missing_pages_with_text_are_read_and_the_others_noted(monkeypatch):
    monkeypatch.setattr(guarded, "can_recognise", lambda: False)

    source = load_guarded(pdf_of(words_at((85, 500, "Co chu")), b"0 0 m 9 9 l S"), "a.pdf")

    assert (source.text, source.unread, source.has_text) == ("Co chu\n", (2,), False)
    assert source.notes == ("Trang 2 chỉ có hình, không có chữ; phần đó chưa được đọc.",)


def test_the_text_of_a_pdf_that_makes_no_words_is_not_trusted():
    parts = [GIBBERISH[start : start + 60] for start in range(0, len(GIBBERISH), 60)]
    lines = words_at(*((85, 700 - 20 * number, part) for number, part in enumerate(parts)))

    assert impossible_share(GIBBERISH) > 0.5
    assert load_guarded(pdf_of(lines), "a.pdf", recognise=False).unread == (1,)


@pytest.mark.parametrize(
    ("held", "recognised", "kept"),
    [
        ("wrqgj xqkp zzvb", "Kế hoạch thi đua", "Kế hoạch thi đua"),
        ("Kế hoạch thi đua", "wrqgj xqkp zzvb qq", "Kế hoạch thi đua"),
        ("Ký số", "Kế hoạch thi đua năm 2024", "Kế hoạch thi đua năm 2024"),
        ("Kế hoạch", "", "Kế hoạch"),
    ],
)
def test_of_two_texts_of_a_page_the_better_one_is_kept(held, recognised, kept):
    source = Source("pdf", f"Trang đầu\n{held}", (0, 10), unread=(2,))

    merged = with_recognised(source, {2: Recognition(recognised, (Doubt(0, 2, 0.5),))})

    assert merged.page_texts() == ["Trang đầu", kept]
    assert [(doubt.start, doubt.end) for doubt in merged.doubts] == (
        [(10, 12)] if kept == recognised else []
    )


def row(line: int, left: int, word: str, confidence: float = 96.0) -> str:
    place = f"{left}\t{100 + 40 * line}\t{20 * len(word)}\t30"
    return f"5\t1\t1\t1\t{line}\t1\t{place}\t{confidence}\t{word}"


def test_words_that_were_recognised_with_doubt_are_marked_where_they_stand():
    found = recognised_from(
        "\n".join([row(1, 10, "Kế"), row(1, 70, "hoach", 41.5), row(2, 10, "thi")])
    )

    assert found.text == "Kế hoach\nthi"
    assert found.doubts == (Doubt(3, 8, 0.41),)


def test_the_columns_of_a_letterhead_are_told_apart_by_the_words_of_the_right_one():
    rows = [
        *(row(1, left, word) for left, word in ((10, "LIÊN"), (110, "ĐOÀN"), (215, "CỘNG"))),
        *(row(1, left, word) for left, word in ((320, "HÒA"), (400, "XÃ"), (460, "HỘI"))),
        *(row(2, left, word) for left, word in ((10, "NINH"), (110, "BÌNH"), (330, "Độc"))),
        *(row(2, left, word) for left, word in ((420, "lập"), (500, "-"), (530, "Tự"))),
    ]

    assert recognised_from("\n".join(rows)).text.split("\n") == [
        "LIÊN ĐOÀN", "NINH BÌNH", "", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự",
    ]  # fmt: skip


def test_rules_and_dust_are_no_words():
    rows = [
        row(1, 10, "Số:"),
        row(1, 100, "_"),
        row(2, 10, "———"),
        row(3, 10, "-", 5),
        row(3, 90, "a"),
    ]

    assert recognised_from("\n".join(rows)).text.split() == ["Số:", "a"]


def test_a_page_laid_askew_is_straightened_and_a_level_one_left_alone():
    askew, level = page(*LINES, turned=4), page(*LINES)

    assert straightened(level) == (level, False)
    assert straightened(askew)[0].size > askew.size
    assert straightened(page(*LINES, turned=90))[1] is True


def test_a_page_of_an_image_is_shown_as_wide_as_asked():
    shown = page_picture(file_of(page(*LINES)), "a.png", 1, 400)

    assert shown.startswith(b"\x89PNG")
    assert int.from_bytes(shown[16:20], "big") == 400


def test_a_page_of_a_pdf_is_shown_as_wide_as_asked():
    shown = page_picture(
        pdf_of(words_at((85, 500, "Mot")), words_at((85, 500, "Hai"))), "a.pdf", 2, 300
    )

    assert int.from_bytes(shown[16:20], "big") == 300


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf_of(words_at((85, 500, "Mot"))), "không có trang ấy"),
        (file_of(page(*LINES)), "không có trang ấy"),
        ("Kế hoạch".encode(), "không có hình của trang"),
    ],
)
def test_a_page_that_is_not_there_is_not_shown(data, reason):
    with pytest.raises(Refused, match=reason):
        page_picture(data, "a", 7, 300)


def test_tesseract_never_hears_the_name_of_a_file():
    assert recognition._command("-l", "vie")[1:3] == ["stdin", "stdout"]
