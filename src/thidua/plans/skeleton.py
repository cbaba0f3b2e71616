"""The customary parts of an emulation plan, from which a draft begins."""

from typing import Protocol

Words = tuple[str, str]


class Named(Protocol):
    @property
    def parent_name(self) -> str: ...
    @property
    def issuer_name(self) -> str: ...


def clauses(head: Named, year_label: str, theme: str) -> list[Words]:
    """Marker and words of every part; what must be filled in is left as dots."""
    when = _when(year_label)
    above = f"Thực hiện kế hoạch của {head.parent_name}, " if head.parent_name else ""
    return [
        ("", f"{above}{head.issuer_name} phát động phong trào thi đua {when} như sau:"),
        ("I.", "MỤC ĐÍCH, YÊU CẦU"),
        ("1.", "…"),
        ("II.", "NỘI DUNG THI ĐUA"),
        ("1.", "Chủ đề thi đua"),
        ("", f"“{theme or '…'}”"),
        ("2.", "Nội dung thi đua"),
        ("2.1.", "…"),
        ("III.", "THỜI GIAN THỰC HIỆN"),
        ("", f"Phong trào thi đua được tổ chức trong {when}."),
        ("IV.", "TỔ CHỨC THỰC HIỆN"),
        ("1.", "…"),
        ("", f"Trên đây là kế hoạch phát động phong trào thi đua {when}./."),
    ]


def recipients(head: Named) -> list[str]:
    """The superior and the archive, where every plan goes."""
    return [f"{head.parent_name} (để báo cáo)"] * bool(head.parent_name) + ["Lưu: VT"]


def _when(year_label: str) -> str:
    return f"năm học {year_label}" if "-" in year_label else f"năm {year_label}"
