"""One cell as people type it → what is kept. Raises `Unreadable` with the sentence to show."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from thidua.core.fields import parse_day
from thidua.core.folded import folded
from vanban.language.forms import one_line

EXCEL_BEGAN = date(1899, 12, 30)
LOOKALIKES = str.maketrans("OoQlI|", "000111")
TITLES = re.compile(
    r"^(ông|bà|anh|chị|đ/c|đ\.c|đc|đồng chí|thầy|cô)[\s:.]+(?=\S+\s+\S)", re.IGNORECASE
)
NOUGHT = re.compile(r"(?<=[^\W\d])0|0(?=[^\W\d])")
NUMBERED = re.compile(r"([^\d]*?)([\dOI]*\d[\dOI]*)")
PHONE = re.compile(r"0\d{9,10}")
YEAR_ALONE = re.compile(r"(?:00?[/.-]00?[/.-])?((?:19|20)\d{2})")
OLDEST = 110


class Unreadable(ValueError):
    """`code` names the kind of problem: rows with the same one can be mended together."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code = code


def name(text: str, _today: date) -> str:
    """*TRẦN  VĂN T0ÀN* and *Đ/c Trần Văn Toàn* as *Trần Văn Toàn*."""
    bare = TITLES.sub("", one_line(text))
    if "0" in bare:
        bare = NOUGHT.sub("O" if bare[:2].isupper() else "o", bare)
    if bare.isupper() or bare.islower():
        bare = " ".join(word.capitalize() for word in bare.split())
    elif not bare.istitle():
        bare = " ".join(word[:1].upper() + word[1:] for word in bare.split())
    if any(map(str.isdigit, bare)):
        raise Unreadable("name_digits", _("Họ tên “%(typed)s” có chữ số.") % {"typed": text})
    if len(bare.split()) < 2:
        raise Unreadable(
            "name_short",
            _("Họ tên “%(typed)s” chỉ có một chữ; cần cả họ và tên.") % {"typed": text},
        )
    return bare[:150]


def code(text: str, _today: date) -> str:
    """Blanks gone, letters large; *DV00O123* with a letter among its digits as *DV000123*."""
    bare = "".join(text.split()).upper()
    found = NUMBERED.fullmatch(bare)
    if found is None:
        return bare[:30]
    return f"{found[1]}{found[2].translate(LOOKALIKES)}"[:30]


def phone(text: str, _today: date) -> str:
    """*+84 912.345.678*, *912345678* (Excel ate the nought) and *O912 345 678* as *0912345678*."""
    if PHONE.fullmatch(text):
        return text
    first = re.split(r"[/;,]| - ", text.strip())[0]
    digits = re.sub(r"[\s().+\-']", "", first.translate(LOOKALIKES))
    if digits.startswith("84") and len(digits) in {11, 12}:
        digits = "0" + digits[2:]
    if len(digits) in {9, 10} and not digits.startswith("0"):
        digits = "0" + digits
    if not PHONE.fullmatch(digits):
        raise Unreadable(
            "phone",
            _("Chưa đọc được số điện thoại “%(typed)s”; số có 10 chữ số.") % {"typed": text},
        )
    return digits


def email(text: str, _today: date) -> str:
    bare = "".join(text.split()).strip(".,;")
    try:
        validate_email(bare)
    except ValidationError as error:
        raise Unreadable(
            "email", _("“%(typed)s” không phải địa chỉ thư điện tử.") % {"typed": text}
        ) from error
    return bare


def sex(text: str, _today: date) -> str:
    found = SEXES.get(folded(text).strip("."))
    if found is None:
        raise Unreadable(
            "sex", _("Giới tính “%(typed)s” chưa rõ; ghi Nam hoặc Nữ.") % {"typed": text}
        )
    return found


def count(text: str, _today: date) -> str:
    """*1.250*, *1 250* and *125O* as a whole number."""
    digits = re.sub(r"[\s.,']", "", text.translate(LOOKALIKES))
    if not re.fullmatch(r"\d{1,8}", digits):
        raise Unreadable("count", _("“%(typed)s” không phải số người.") % {"typed": text})
    return str(int(digits))


@lru_cache(maxsize=50_000)
def day(text: str, _today: date) -> str:
    """A day however people type it, and the numbers Excel keeps for days, as ISO."""
    return _day(text).isoformat()


@lru_cache(maxsize=50_000)
def birth(text: str, today: date) -> str:
    """The same for a day of birth, never in the future; *1985* and *00/00/1985* as 1985."""
    alone = YEAR_ALONE.fullmatch(one_line(text).translate(LOOKALIKES))
    born = alone[1] if alone else _birthday(text, today)
    if born > today.isoformat() or today.year - int(born[:4]) > OLDEST:
        raise Unreadable("birth_far", _("Ngày sinh “%(typed)s” không thể đúng.") % {"typed": text})
    return born


def _birthday(text: str, today: date) -> str:
    """A year of two digits belongs to the past."""
    born = _day(text)
    if born > today and re.search(r"(?<!\d)\d{2}$|^\d{6}$", text.strip()):
        born = born.replace(year=born.year - 100)
    return born.isoformat()


def _day(text: str) -> date:
    bare = one_line(text).translate(LOOKALIKES)
    bare = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2})?.*$", "", bare)
    words = re.fullmatch(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", one_line(text).lower())
    if words:
        bare = "/".join(words.groups())
    if re.fullmatch(r"(19|20)\d{2}", bare):
        raise Unreadable(
            "year_only",
            _("Chỉ có năm %(typed)s; cần đủ ngày, tháng, năm, hoặc để trống.") % {"typed": text},
        )
    if re.fullmatch(r"\d{5}(\.\d+)?", bare):
        return EXCEL_BEGAN + timedelta(days=int(float(bare)))
    try:
        return parse_day(bare.replace(",", "/").replace("\\", "/"))
    except ValidationError as error:
        raise Unreadable("day", error.messages[0]) from error


def plain(text: str, _today: date) -> str:
    return one_line(text)[:200]


SEXES = {
    **dict.fromkeys(("nam", "m", "male", "trai"), "m"),
    **dict.fromkeys(("nu", "f", "female", "gai"), "f"),
}
Reader = Callable[[str, date], str]
READERS: dict[str, Reader] = {
    "name": name,
    "code": code,
    "birth_on": birth,
    "sex": sex,
    "phone": phone,
    "email": email,
    **dict.fromkeys(("joined_on", "left_on", "since", "until", "counted_on"), day),
    **dict.fromkeys(("members", "women"), count),
}
