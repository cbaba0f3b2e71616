import io
import struct
import sys
import zlib
from pathlib import Path

import pytest
from django import forms
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from PIL import Image, ImageCms

from factories import CHAIR, NOON, actor_as
from files.photographs import from_a_phone, opened, photograph
from thidua.core.errors import DomainError
from thidua.files import pictures
from thidua.files.actions import keep_picture
from thidua.files.fields import PictureField, PicturesField
from thidua.files.http import show_picture
from thidua.files.models import Picture
from thidua.files.queries import content_of

NO_PICTURE, BROKEN = "không nhận loại tệp này", "bị hỏng hoặc chưa tải lên hết"


@pytest.fixture
def chair(workplace):
    return actor_as(CHAIR, workplace)


def kept(data, by, filename="anh.jpg"):
    return keep_picture(data=data, filename=filename, unit=None, by=by, at=NOON)


def is_blue(pixel):
    red, green, blue = pixel[:3]
    return blue > 150 and red < 100 and green < 100


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_picture_of_every_kind_is_kept_as_it_came_and_shown_as_jpeg(chair, kind):
    data = photograph(kind=kind)

    picture = kept(data, chair)

    assert content_of(picture.original) == data
    assert (picture.width, picture.height, picture.kept_by) == (80, 40, chair.user)
    shown = opened(content_of(picture.shown))
    assert (shown.format, shown.size) == ("JPEG", (80, 40))


@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
def test_a_picture_taken_sideways_stands_upright(chair, kind):
    picture = kept(from_a_phone((80, 40), kind), chair)

    shown = opened(content_of(picture.shown))
    assert shown.size == (picture.width, picture.height) == (40, 80)
    assert is_blue(shown.getpixel((37, 3)))
    assert not is_blue(shown.getpixel((3, 3)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_what_is_shown_says_nothing_of_place_time_and_camera(chair, kind):
    data = from_a_phone(kind=kind)
    assert b"bi mat" in data

    shown = content_of(kept(data, chair).shown)

    assert not opened(shown).getexif()
    assert b"bi mat" not in shown
    assert b"Exif" not in shown


def test_a_comment_in_the_file_is_not_shown(chair):
    shown = content_of(kept(photograph(comment=b"loi nhan bi mat"), chair).shown)

    assert b"bi mat" not in shown


def test_what_hangs_behind_a_picture_is_not_shown(chair):
    program = b"<script>alert(1)</script>PK\x03\x04"

    shown = content_of(kept(photograph() + program, chair).shown)

    assert b"script" not in shown
    assert b"PK\x03\x04" not in shown


def test_a_large_picture_is_shown_at_1600_pixels(chair):
    picture = kept(photograph((3000, 1500)), chair)

    assert (picture.width, picture.height) == (1600, 800)


def test_fifty_megapixels_held_upright_are_taken(chair):
    picture = kept(from_a_phone((8160, 6120)), chair)

    assert (picture.width, picture.height) == (1200, 1600)


def test_fifty_megapixels_of_a_newer_phone_are_taken(chair):
    """Drawn once by `from_a_phone((8160, 6120), "HEIF")`: writing it takes half a minute."""
    data = (Path(__file__).parent / "fifty-megapixels.heic").read_bytes()

    picture = kept(data, chair)

    assert (picture.width, picture.height) == (1200, 1600)


@pytest.mark.parametrize(
    ("mode", "kind"), [("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("I;16", "PNG"), ("1", "PNG")]
)
def test_pictures_in_other_colours_are_taken(chair, mode, kind):
    kept_bytes = io.BytesIO()
    Image.new(mode, (30, 20)).save(kept_bytes, kind)

    shown = opened(content_of(kept(kept_bytes.getvalue(), chair).shown))

    assert (shown.mode, shown.size) == ("RGB", (30, 20))


def test_what_is_transparent_is_shown_white(chair):
    data = photograph(kind="PNG", mode="RGBA", colour=(0, 0, 0, 0))

    shown = opened(content_of(kept(data, chair).shown))

    assert min(shown.getpixel((70, 35))) > 250


@pytest.mark.parametrize(
    "profile",
    [b"khong phai ho so mau", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()],
)
def test_a_colour_profile_is_used_up_or_passed_over(chair, profile):
    shown = opened(content_of(kept(photograph(icc_profile=profile), chair).shown))

    assert shown.size == (80, 40)
    assert "icc_profile" not in shown.info


def test_the_ending_of_the_name_decides_nothing(chair):
    picture = kept(photograph(kind="PNG"), chair, "anh.jpg.exe")

    assert picture.original.media_type == "image/png"


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG that promises a size, with next to nothing in it."""

    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "trống"),
        (b"khong phai anh", NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", NO_PICTURE),
        (b"<html><script>alert(1)</script>", NO_PICTURE),
        (b"%PDF-1.7\n" + photograph(), NO_PICTURE),
        (b"MZ" + bytes(100), NO_PICTURE),
        (b"\0\0\0\x18ftypheic" + bytes(100), NO_PICTURE),
        (photograph(kind="GIF"), NO_PICTURE),
        (photograph(kind="TIFF"), NO_PICTURE),
        (photograph((400, 400))[:1500], BROKEN),
        (photograph((400, 400), "PNG")[:300], BROKEN),
        (from_a_phone((400, 400), "HEIF")[:900], NO_PICTURE),
        (png_of(30_000, 30_000), "110 triệu điểm ảnh"),
        (png_of(9_000, 9_000), BROKEN),
    ],
)
def test_what_is_no_picture_is_answered_with_one_sentence(chair, data, reason):
    with pytest.raises(DomainError, match=reason) as refusal:
        kept(data, chair)

    assert str(refusal.value).endswith(".")
    assert not Picture.objects.exists()


def test_a_picture_heavier_than_the_limit_is_not_opened(chair, settings):
    settings.PICTURE_LIMIT = 100

    with pytest.raises(DomainError, match="nặng hơn"):
        kept(photograph(), chair)


def test_a_picture_that_kills_its_process_costs_a_sentence(chair, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(DomainError, match="quá nặng hoặc bị hỏng"):
        kept(photograph(), chair)


def test_a_picture_that_takes_too_long_is_given_up(chair, monkeypatch):
    monkeypatch.setattr(pictures, "WALL_SECONDS", 0.01)

    with pytest.raises(DomainError, match="giới hạn an toàn"):
        kept(photograph(), chair)


class OneForm(forms.Form):
    picture = PictureField(label="Ảnh", required=False)


class ManyForm(forms.Form):
    pictures = PicturesField(label="Ảnh", required=False)


def sent(form, **files):
    return form({}, MultiValueDict(files))


def file(data, name="anh.jpg"):
    return SimpleUploadedFile(name, data)


def test_a_form_gets_the_bytes_and_the_name():
    form = sent(OneForm, picture=[file(photograph())])

    assert form.is_valid()
    assert form.cleaned_data["picture"] == (photograph(), "anh.jpg")


def test_a_form_without_a_picture_gets_none():
    form = sent(OneForm)

    assert form.is_valid()
    assert form.cleaned_data["picture"] is None


def test_what_is_no_picture_is_said_at_its_field_with_its_name():
    form = sent(OneForm, picture=[file(b"MZ chuong trinh", "virus.jpg")])

    (message,) = form.errors["picture"]
    assert message.startswith("virus.jpg: Hệ thống không nhận loại tệp này. Hãy chọn ảnh JPEG")


def test_a_form_takes_several_pictures():
    form = sent(ManyForm, pictures=[file(photograph(), "a.jpg"), file(photograph(), "b.jpg")])

    assert form.is_valid()
    assert [name for _data, name in form.cleaned_data["pictures"]] == ["a.jpg", "b.jpg"]


def test_one_bad_picture_among_several_is_named():
    form = sent(ManyForm, pictures=[file(photograph(), "a.jpg"), file(b"GIF89a", "b.gif")])

    (message,) = form.errors["pictures"]
    assert message.startswith("b.gif: ")


def test_more_pictures_than_one_entry_takes_are_refused():
    form = sent(ManyForm, pictures=[file(photograph())] * 7)

    assert form.errors["pictures"] == [
        "Mỗi lần gửi nhiều nhất 6 ảnh. Bạn vừa chọn 7 ảnh.",
    ]


def test_a_picture_is_shown_in_a_page_and_runs_nothing(chair):
    picture = kept(photograph(), chair)

    response = show_picture(picture)

    assert response.content == content_of(picture.shown)
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"] == "inline"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"].startswith("private")


def test_the_same_photograph_sent_again_is_not_opened_again(chair, monkeypatch):
    data = photograph()
    first = kept(data, chair, "le-phat-dong.jpg")
    monkeypatch.setattr(pictures, "_developed", None)

    again = kept(data, chair, "anh-khac.jpg")

    assert (again.original, again.shown, again.width) == (
        first.original,
        first.shown,
        first.width,
    )
    assert again.name == "anh-khac.jpg"


def test_a_damaged_copy_is_written_again_from_the_fresh_photograph(chair, settings, tmp_path):
    data = photograph()
    first = kept(data, chair)
    Path(default_storage.path(first.shown.path)).write_bytes(b"broken")

    again = kept(data, chair)

    assert opened(content_of(again.shown)).size == (first.width, first.height)
