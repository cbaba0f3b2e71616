"""One place for the tone of *oa, oe, uy*: *hòa* everywhere, or *hoà* everywhere."""

import re

_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_TO_OLD = dict(zip(_NEW, _OLD, strict=True))
_TO_NEW = dict(zip(_OLD, _NEW, strict=True))
_AT_THE_END = re.compile(
    r"(?<![qQ])(?:[oO]\w|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\w)|(?<![qQ])(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?!\w)"
)


def old_style(word: str) -> str:
    """*hoà* → *hòa*; every other word stays."""
    return _placed(word, _TO_OLD)


def new_style(word: str) -> str:
    """*hòa* → *hoà*; every other word stays."""
    return _placed(word, _TO_NEW)


def _placed(word: str, places: dict[str, str]) -> str:
    return _AT_THE_END.sub(lambda match: _like(match[0], places), word)


def _like(rime: str, places: dict[str, str]) -> str:
    placed = places.get(rime.lower(), rime.lower())
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(rime, placed, strict=True)
    )
