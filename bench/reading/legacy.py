"""Text in the encodings of before Unicode, as old files hold it: TCVN3 (.VnTime) and VNI."""

import unicodedata

_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_TCVN3 = (
    "b5 b6 b7 b8 b9 a8 bb bc bd be c6 a9 c7 c8 c9 ca cb ae cc ce cf d0 d1 aa d2 d3 d4 d5 d6 d7 d8 "
    "dc dd de df e1 e2 e3 e4 ab e5 e6 e7 e8 e9 ac ea eb ec ed ee ef f1 f2 f3 f4 ad f5 f6 f7 f8 f9 "
    "fa fb fc fd fe"
)
_TCVN3_CAPITALS = dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True))
_TONES = {"": "", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0301": "ù", "\u0323": "ï"}
_CIRCUMFLEX = {"": "â", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0301": "á", "\u0323": "ä"}
_BREVE = {"": "ê", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0301": "é", "\u0323": "ë"}
_VNI_WHOLE = {"ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def tcvn3(text: str) -> str:
    """The signs that a .VnTime file holds. Capitals with a tone look like small letters there."""
    table = dict(zip(_LETTERS, bytes.fromhex(_TCVN3).decode("latin-1"), strict=True))
    table |= {letter.upper(): sign for letter, sign in table.items()} | _TCVN3_CAPITALS
    return "".join(table.get(sign, sign) for sign in unicodedata.normalize("NFC", text))


def vni(text: str) -> str:
    """The signs that a VNI-Times file holds: a vowel, then a sign for its hat and tone."""
    return "".join(_vni_letter(sign) for sign in unicodedata.normalize("NFC", text))


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small not in _LETTERS:
        return letter
    written = _VNI_WHOLE.get(small) or _vni_small(small)
    return written.upper() if letter != small else written


def _vni_small(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES), "")
    if "\u0302" in marks:
        return base + _CIRCUMFLEX[tone]
    if "\u0306" in marks:
        return base + _BREVE[tone]
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}[base]
    return base + _TONES[tone]
