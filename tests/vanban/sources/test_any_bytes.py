"""Whatever the bytes: the words of a file, or one sentence."""

import zlib
from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st

from sources.files import (
    OFFICE,
    W,
    docx_of,
    listed,
    paragraph,
    parts_of,
    pdf_of,
    table,
    words_at,
    zipped,
)
from sources.scans import file_of, page
from vanban.sources.errors import Refused
from vanban.sources.load import load
from vanban.sources.pictures import page_for_recognition

WORD = docx_of(
    paragraph("Kế hoạch") + listed("Nội dung") + table(("a", "b"), ("TM. BCH", "c")),
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum>',
)
PRINTED = pdf_of(words_at((72, 700, "TM. BAN"), (300, 700, "Noi nhan")), words_at((72, 9, "2")))
NAMES = st.sampled_from(["a.docx", "a.pdf", "a.txt", "a.md", "a", ""]) | st.text(max_size=8)


def check(data: bytes, name: str) -> None:
    with suppress(Refused):
        source = load(data, name)
        assert source.text.strip() or source.unread
        assert source.pages[0] == 0
        assert list(source.pages) == sorted(source.pages)
        assert source.pages[-1] <= len(source.text)


@given(st.binary(max_size=400), NAMES)
@example(b"\xff\xfe\x00\xd8", "a.txt")
@example(b"PK\x03\x04", "a.docx")
@example(b"PK\x05\x06" + bytes(18), "a.docx")
@example(b"%PDF-", "a.pdf")
def test_any_bytes_give_a_source_or_a_refusal(data, name):
    check(data, name)


@given(st.sampled_from([WORD, PRINTED]), st.data())
def test_damaged_files_give_a_source_or_a_refusal(original, data):
    damaged = bytearray(original)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(damaged)))

    check(bytes(damaged), "a.docx")
    check(bytes(damaged[:end]), "a.docx")


TAGS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "br",
        "tab",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "pPr",
        "rPr",
        "numPr",
        "ilvl",
        "numId",
        "pStyle",
        "caps",
        "txbxContent",
        "body",
        "del",
    ]
)
VALUES = st.sampled_from(["0", "1", "9", "-1", "x", "", "99999999999999999999", "%1.", "A"])
INSIDES = st.recursive(
    st.text("abc “”TM.\u0301", max_size=6),
    lambda inner: st.builds(
        lambda tag, value, parts: f'<w:{tag} w:val="{value}">{"".join(parts)}</w:{tag}>',
        TAGS,
        VALUES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)
NUMBERS = st.builds(
    lambda use, kind, text, start, extra: (
        f'<w:abstractNum w:abstractNumId="1">{extra}'
        f'<w:lvl w:ilvl="{use}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{use}"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="{start}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        "</w:num>"
    ),
    VALUES,
    st.sampled_from(["decimal", "upperRoman", "lowerLetter", "bullet", "none", "hebrew1"]),
    st.sampled_from(["%1.", "%1.%9", "%", "", "\uf0b7"]),
    VALUES,
    st.sampled_from(["", '<w:numStyleLink w:val="A"/>']),
)


@given(INSIDES, NUMBERS)
def test_any_word_markup_gives_a_source_or_a_refusal(body, numbers):
    check(docx_of(body, numbering=numbers, styles='<w:style w:styleId="A"/>'), "a.docx")


@given(st.binary(max_size=200), st.sampled_from(list(parts_of(""))))
def test_any_part_of_a_package_gives_a_source_or_a_refusal(content, name):
    check(zipped(parts_of(paragraph("a")) | {name: content}), "a.docx")


@given(content=st.binary(max_size=300), compressed=st.booleans())
@example(content=b"BT /F1 12 Tf 72 700 Td <FFFE0041D83D> Tj ET", compressed=False)
def test_any_page_content_gives_a_source_or_a_refusal(content, compressed):
    check(pdf_of(content, compressed=compressed), "a.pdf")


PICTURES = [
    file_of(page().resize((24, 18)), kind=kind) for kind in ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
]


@given(st.sampled_from(PICTURES), st.data())
def test_damaged_pictures_give_a_page_or_a_refusal(original, data):
    damaged = bytearray(original)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(damaged)))

    for given_data in (bytes(damaged), bytes(damaged[:end])):
        check(given_data, "a.png")
        with suppress(Refused):
            assert page_for_recognition(given_data, 1, is_pdf=False).mode == "L"


RUNS = st.lists(
    st.tuples(
        st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman", ""]),
        st.text("Công đoàn \u00ab\u00ae\u00b5\u00f8\u00f1\xad\uf0ab", max_size=8),
        st.sampled_from(["", "<w:caps/>", "<w:vanish/>", '<w:rStyle w:val="A"/>']),
    ),
    max_size=6,
)


@given(st.lists(RUNS, max_size=4), st.sampled_from(["", "default", "first", "even"]))
def test_any_runs_and_headers_give_a_source_or_a_refusal(paragraphs, place):
    body = "".join(
        "<w:p>"
        + "".join(
            f'<w:r><w:rPr><w:rFonts w:hAnsi="{font}"/>{more}</w:rPr><w:t>{text}</w:t></w:r>'
            for font, text, more in runs
        )
        + "</w:p>"
        for runs in paragraphs
    )
    section = (
        f'<w:sectPr xmlns:r="{OFFICE}"><w:headerReference w:type="{place}" r:id="h"/><w:titlePg/>'
        "</w:sectPr>"
    )
    parts = parts_of(
        body + section, styles='<w:style w:styleId="A"><w:rPr><w:caps/></w:rPr></w:style>'
    )
    parts["word/_rels/document.xml.rels"] = '<R><a Id="h" Target="header1.xml"/></R>'
    parts["word/header1.xml"] = f'<w:hdr xmlns:w="{W}">{body}</w:hdr>'

    check(zipped(parts), "a.docx")


def test_a_stream_cut_short_gives_a_source_or_a_refusal():
    whole = zlib.compress(b"BT /F1 12 Tf (Ke hoach) Tj ET")

    check(pdf_of(whole[:-6], compressed=False), "a.pdf")
