"""Old Word, RTF and OpenDocument files, through LibreOffice."""

import pytest

from sources.files import docx_of, paragraph, zipped
from sources.needed import needs_office
from vanban.sources import guarded, limits
from vanban.sources.errors import Refused
from vanban.sources.guarded import load_guarded

RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 "
    rb"K\u7871? ho\u7841?ch thi \u273?ua\par\par N\u259?m 2024\par}"
)
OPEN = "application/vnd.oasis.opendocument.text"
CONTENT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
 <text:p>Kế hoạch thi đua</text:p></office:text></office:body></office:document-content>"""
MANIFEST = f"""<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
 <manifest:file-entry manifest:full-path="/" manifest:media-type="{OPEN}"/>
 <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
ODT = zipped({"mimetype": OPEN, "content.xml": CONTENT, "META-INF/manifest.xml": MANIFEST})


@needs_office
def test_rich_text_is_read():
    source = load_guarded(RTF, "../../kế hoạch; rm -rf.rtf")

    assert (source.kind, source.notes) == ("rtf", ())
    assert source.text.split("\n\n") == ["Kế hoạch thi đua", "Năm 2024"]


@needs_office
def test_an_open_document_is_read_and_a_wrong_ending_noted():
    source = load_guarded(ODT, "kế hoạch.doc")

    assert (source.kind, source.text) == ("odt", "Kế hoạch thi đua")
    assert "OpenDocument" in source.notes[0]


@needs_office
def test_a_file_that_libreoffice_cannot_open_is_refused():
    broken = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")

    with pytest.raises(Refused, match="giới hạn an toàn"):
        load_guarded(broken + bytes(2_000), "a.doc")


@pytest.mark.parametrize(("data", "name"), [(RTF, "RTF"), (ODT, "OpenDocument")])
def test_where_libreoffice_is_missing_the_sentence_says_what_to_do(monkeypatch, data, name):
    monkeypatch.setattr(guarded, "office_program", lambda: None)

    with pytest.raises(Refused, match=rf"{name}.*LibreOffice.*\.docx"):
        load_guarded(data, "a.doc")


def test_a_text_is_read_without_any_program(monkeypatch):
    monkeypatch.setattr(guarded, "office_program", lambda: None)

    assert load_guarded(docx_of(paragraph("Kế hoạch")), "a.docx").text == "Kế hoạch"
    assert limits.CONVERSION_SECONDS > 0
