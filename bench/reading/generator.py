"""Union documents of every kind with their truth, the same for the same seed."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass

from draft import HABITS, Draft
from marks import Marked, marked
from material import Material, Row, rows
from phasing import add_phases, commemorated, semesters, stretches

NUMBER = 80
SYMBOLS = {
    "ke-hoach": "KH",
    "huong-dan": "HD",
    "cong-van": "CV",
    "bao-cao": "BC",
    "to-trinh": "TTr",
    "quyet-dinh": "QĐ",
    "thong-bao": "TB",
    "bien-ban": "BB",
    "giay-moi": "GM",
    "tin-bai": "",
}
NAMES = {
    "ke-hoach": "KẾ HOẠCH",
    "huong-dan": "HƯỚNG DẪN",
    "bao-cao": "BÁO CÁO",
    "to-trinh": "TỜ TRÌNH",
    "quyet-dinh": "QUYẾT ĐỊNH",
    "thong-bao": "THÔNG BÁO",
    "bien-ban": "BIÊN BẢN",
    "giay-moi": "GIẤY MỜI",
}
FIRST_YEAR, LAST_YEAR = 2015, 2026
WARDS_SINCE = 2025
"""Unions of wards and communes exist since that year, those of districts until it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One generated document."""

    name: str
    draft: Draft
    marked: Marked

    @property
    def kind(self) -> str:
        return self.draft.kind


def documents(seed: int = 1, number: int = NUMBER) -> list[Document]:
    """`number` documents going round all kinds, units, years and layout habits."""
    return [document(seed, place) for place in range(number)]


def document(seed: int, place: int) -> Document:
    """One document of the corpus of a seed."""
    rng = random.Random(f"{seed}/{place}")  # noqa: S311 -- a corpus, no secret
    kind = list(SYMBOLS)[place % len(SYMBOLS)]
    round_ = place // len(SYMBOLS)
    layout = {
        name: habits[(round_ + shift * place) % len(habits)]
        for shift, (name, habits) in enumerate(HABITS.items(), 1)
    }
    draft = _composed(rng, kind, layout)
    return Document(f"{place:03}-{kind}", draft, marked(draft.source()))


def _composed(rng: random.Random, kind: str, layout: dict[str, str]) -> Draft:
    year = rng.randint(FIRST_YEAR, LAST_YEAR)
    units = [row for row in rows("units") if _existed(row, year)]
    facts = dict(rng.choice(units))
    issued = dt.date(year, 1, 5) + dt.timedelta(days=rng.randrange(80))
    if kind not in {"ke-hoach", "huong-dan"}:
        issued = dt.date(year, 6, 1) + dt.timedelta(days=rng.randrange(200))
    if kind == "ke-hoach" and facts["sector"] == "giaoduc" and facts["level"] == "coso":
        issued = dt.date(year, 9, 1) + dt.timedelta(days=rng.randrange(28))
    below = facts["below"]
    facts["lower"] = below if below.startswith("Liên đoàn") else below[0].lower() + below[1:]
    facts |= {"year": str(year), "next": str(year + 1), "day_habit": layout["day"]}
    material = Material(rng, facts)
    facts["citation"] = _citation(material, issued)
    cover = material.row("days", "chung")
    count = year - int(cover["base"])
    facts |= {"cover_day": f"{{day|n={count}:{cover['name']}}}", "ordinal": str(count)}
    draft = Draft(kind, layout)
    if kind != "tin-bai":
        _letterhead(draft, material, issued)
    _KINDS[kind](draft, material, issued)
    return draft


def _existed(row: Row, year: int) -> bool:
    if row["level"] in {"phuong", "xa"}:
        return year >= WARDS_SINCE
    districts = row["level"] in {"huyen", "quan"} or "HUYỆN" in row["parent"]
    return year < WARDS_SINCE if districts else True


def _long(day: dt.date, habit: str) -> str:
    if habit == "long":
        return f"ngày {day:%d} tháng {day:%m} năm {day.year}"
    return f"ngày {day.day} tháng {day.month} năm {day.year}"


def _citation(material: Material, issued: dt.date) -> str:
    facts, rng = material.facts, material.rng
    day = issued - dt.timedelta(days=rng.randint(5, 40))
    kind, sign = rng.choice((("Kế hoạch", "KH"), ("Hướng dẫn", "HD"), ("Nghị quyết", "NQ")))
    when = rng.choice(
        (f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}", _long(day, "long")[5:])
    )
    comma = rng.choice(("", ","))
    number = f"{rng.randint(1, 199):02}/{sign}-{facts['above_code']}"
    return f"{{cite:{kind} số {number}{comma} ngày {when} của {facts['above']}}}"


def _letterhead(draft: Draft, material: Material, issued: dt.date) -> None:
    facts, rng = material.facts, material.rng
    if facts["parent"]:
        draft.add("left", f"{{parent:{facts['parent']}}}")
    draft.add("left", f"{{issuer:{facts['issuer']}}}")
    number = f"{rng.randint(1, 240):02}"
    form = "{number}/{code}-VP" if draft.kind == "cong-van" else draft.layout["number"]
    printed = form.format(number=number, kind=SYMBOLS[draft.kind], code=facts["code"])
    draft.add("number", f"Số: {{num:{printed}}}")
    draft.add("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    draft.add("right", rng.choice(("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")))
    when = _long(issued, draft.layout["date"])
    draft.add("date", f"{{place:{facts['place']}}}, {{date:{when}}}")


def _headed(draft: Draft, material: Material, slot: str) -> None:
    draft.add("kind", f"{{kind:{NAMES[draft.kind]}}}")
    draft.add("title", f"{{title:{material.one(slot)}}}")


class _Parts:
    """Numbers the parts of a document in its habit."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.count = draft, 0

    def add(self, heading: str) -> None:
        habit = self.draft.layout["parts"]
        self.count += 1
        number = {"1": str(self.count), "A": "ABCDEF"[self.count - 1]}.get(
            habit[0], ("I", "II", "III", "IV", "V", "VI")[self.count - 1]
        )
        heading = heading if habit[0] == "1" else heading.upper()
        marker = f"{number}{habit[1:]}"
        self.draft.add("heading", f"{{sec|n={number}:{heading}}}", marker)

    def items(self, texts: list[str], tag: str = "") -> None:
        """Paragraphs with numbers or dashes; with a tag they are values themselves."""
        for place, text in enumerate(texts, 1):
            marker = self._marker(place)
            number = marker.rstrip(".)-") or None
            told = f"|n={number}" if number else ""
            self.draft.add("item", f"{{{tag}{told}:{text}}}" if tag else text, marker)

    def _marker(self, place: int) -> str:
        habit = self.draft.layout["items"]
        if self.draft.layout["parts"][0] == "1" and habit[0] == "1":
            return f"{self.count}.{place}."
        match habit:
            case "1.1.":
                return (
                    f"{place}."
                    if self.draft.layout["parts"][0] != "1"
                    else f"{self.count}.{place}."
                )
            case "a)":
                return f"{'abcdefgh'[place - 1]})"
            case "-":
                return "-"
            case _:
                return f"{place}{habit[1:]}"


def _plan(draft: Draft, material: Material, issued: dt.date) -> None:
    facts, year = material.facts, int(material.facts["year"])
    school = facts["sector"] == "giaoduc" and facts["level"] == "coso"
    _headed(draft, material, "school_title" if school else "title")
    draft.add(
        "para",
        f"{material.one('ground')} {_named(facts)} {facts['own']} xây dựng kế hoạch như sau:",
    )
    parts = _Parts(draft)
    parts.add("Mục đích, yêu cầu")
    for text in material.some("purpose", 3):
        draft.add("item", text, "-")
    parts.add("Nội dung thi đua")
    if material.rng.random() < 0.4:
        draft.add("para", f"Chủ đề: “{{theme:{material.line('themes')}}}”.")
    contents = material.some("content", material.rng.randint(3, 6))
    parts.items([*contents, material.one("nested_content")], "item")
    parts.add("Thời gian tổ chức")
    if school and draft.layout["phases"] not in {"running", "cells"}:
        draft.layout["phases"] = "dates"
    halves = semesters(material, year) if school else None
    habit = draft.layout["phases"]
    add_phases(draft, halves or stretches(material, year, issued, habit))
    parts.add("Tổ chức thực hiện")
    parts.items([*material.some("measure", 2), material.one("duty")])
    draft.add("para", material.one("closing"))
    _ended(draft, material, "b/c", archive="VT")


def _named(facts: Row) -> str:
    return (
        facts["committee"]
        .capitalize()
        .replace("Ban thường vụ", "Ban Thường vụ")
        .replace("Ban chấp hành", "Ban Chấp hành")
        .replace("Đoàn chủ tịch", "Đoàn Chủ tịch")
    )


def _guide(draft: Draft, material: Material, _issued: dt.date) -> None:
    facts = material.facts
    _headed(draft, material, "guide_title")
    draft.add("para", f"Thực hiện {facts['citation']}, {facts['own']} hướng dẫn cụ thể như sau:")
    parts = _Parts(draft)
    parts.add("Yêu cầu chung")
    parts.items(material.some("guide_point", 2))
    parts.add("Thang điểm")
    for text in material.some("criterion", 4):
        draft.add("item", text, "-")
    parts.add("Tổ chức thực hiện")
    parts.items([material.some("guide_point", 3)[-1], material.one("duty")])
    _ended(draft, material, "thực hiện")


def _letter(draft: Draft, material: Material, _issued: dt.date) -> None:
    draft.add("subject", f"V/v {{title:{material.one('letter_title')}}}{{kind|v=Công văn:}}")
    draft.add("addressee", f"Kính gửi: {material.facts['below']}")
    draft.add("para", f"Thực hiện {material.facts['citation']}. {material.one('letter_body')}")
    for place, text in enumerate(material.some("letter_point", 3), 1):
        draft.add("item", text, f"{place}.")
    draft.add("para", material.one("letter_duty"))
    _ended(draft, material, "báo cáo", first="Như trên")


def _report(draft: Draft, material: Material, _issued: dt.date) -> None:
    _headed(draft, material, "report_title")
    if material.rng.random() < 0.5:
        draft.add("addressee", f"Kính gửi: {material.facts['above']}")
    draft.add(
        "para", f"Thực hiện {material.facts['citation']}, {material.facts['own']} báo cáo như sau:"
    )
    parts = _Parts(draft)
    parts.add("Đặc điểm tình hình")
    draft.add("para", material.one("report_state"))
    parts.add("Kết quả thực hiện")
    parts.items(material.some("report_result", 4))
    parts.add("Hạn chế")
    draft.add("para", material.one("report_lack"))
    parts.add("Phương hướng, nhiệm vụ năm tới")
    parts.items(material.some("report_plan", 3))
    _ended(draft, material, "để báo cáo")


def _submission(draft: Draft, material: Material, _issued: dt.date) -> None:
    _headed(draft, material, "submit_title")
    draft.add("addressee", f"Kính gửi: {material.facts['above']}")
    draft.add("para", f"Căn cứ {material.facts['citation']};")
    for text in material.some("submit_body", 2):
        draft.add("para", text)
    draft.add("para", f"{material.facts['own']} kính trình./.")
    _ended(draft, material, "", first="Như trên")


def _decision(draft: Draft, material: Material, _issued: dt.date) -> None:
    facts = material.facts
    _headed(draft, material, "decide_title")
    draft.add("para", f"{facts['committee']} {facts['issuer']}")
    draft.add("para", "Căn cứ Điều lệ Công đoàn Việt Nam;")
    draft.add("para", f"Căn cứ {facts['citation']};")
    draft.add("para", "Xét đề nghị của Hội đồng Thi đua, khen thưởng,")
    draft.add("para", "QUYẾT ĐỊNH:")
    draft.add("para", material.one("decide_first"), "Điều 1.")
    draft.add("para", material.one("decide_second"), "Điều 2.")
    draft.add(
        "para",
        "Các tập thể, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        "Điều 3.",
    )
    _ended(draft, material, "", first="Như Điều 3")
    draft.add("annex", "PHỤ LỤC")
    draft.add("annex", "DANH SÁCH KÈM THEO")
    for place in range(1, 5):
        draft.add("annex", f"{place}. Đồng chí {material.line('names')}")


def _notice(draft: Draft, material: Material, _issued: dt.date) -> None:
    _headed(draft, material, "notice_title")
    draft.add("para", f"{material.facts['own']} thông báo như sau:")
    for place, text in enumerate(material.some("notice_body", 3), 1):
        draft.add("item", text, f"{place}.")
    draft.add("para", "Xin thông báo để các đơn vị biết, thực hiện./.")
    _ended(draft, material, "thực hiện")


def _minutes(draft: Draft, material: Material, issued: dt.date) -> None:
    _headed(draft, material, "minutes_title")
    chair, writer = material.line("names"), material.line("names")
    draft.add(
        "para",
        f"Lúc 14 giờ 00 phút, ngày {issued:%d/%m/%Y}, {material.facts['own']} tổ chức cuộc họp.",
    )
    draft.add(
        "para", f"Chủ trì: Đồng chí {chair}. Thư ký: Đồng chí {writer}. Có mặt 17/18 đồng chí."
    )
    for place, text in enumerate(material.some("minutes_point", 3), 1):
        draft.add("item", text, f"{place}.")
    draft.add("para", "Cuộc họp kết thúc lúc 16 giờ 30 phút cùng ngày./.")
    draft.add("sign", "{post:CHỦ TRÌ}")
    draft.add("sign", "")
    draft.add("sign", f"{{name:{chair}}}")


def _invitation(draft: Draft, material: Material, issued: dt.date) -> None:
    _headed(draft, material, "invite_title")
    on = issued + dt.timedelta(days=9)
    draft.add("para", f"{material.facts['own']} trân trọng kính mời: Đại diện lãnh đạo các đơn vị")
    draft.add("para", f"Thời gian: 08 giờ 00, ngày {on:%d/%m/%Y}.")
    draft.add("para", f"Địa điểm: Hội trường tầng 2, trụ sở {material.facts['own']}.")
    draft.add("para", "Rất mong đồng chí thu xếp thời gian đến dự./.")
    _ended(draft, material, "", first="Như trên")


def _press(draft: Draft, material: Material, issued: dt.date) -> None:
    facts, year = material.facts, int(material.facts["year"])
    title = material.filled("$own phát động phong trào thi đua năm $year")
    draft.add("title", f"{{title:{title}}}")
    theme = material.line("themes")
    draft.add(
        "para",
        f"Sáng {issued:%d/%m/%Y}, {{issuer:{facts['own']}}} tổ chức lễ phát động thi đua năm "
        f"{{year:{year}}} với chủ đề “{{theme:{theme}}}”.",
    )
    day = commemorated(material, year, dt.date(year, 1, 1), dt.date(year, 12, 31))
    told = stretches(material, year, issued, "running")
    draft.layout["phases"] = "running"
    add_phases(draft, told)
    draft.add("para", f"Phong trào hướng tới {day}.")
    for text in material.some("press_body", 3):
        draft.add("para", text)
    draft.add("sign", "Tin, ảnh: CTV")


def _ended(
    draft: Draft, material: Material, purpose: str, first: str | None = None, archive: str = "VP"
) -> None:
    """Recipients and signature."""
    facts = material.facts
    if first:
        draft.add("recipient", f"- {{to:{first}}};")
    else:
        draft.add("recipient", f"- {{to:{facts['above']} (b/c)}};")
    closing = f" ({purpose})" if purpose else ""
    draft.add("recipient", f"- {{to:{facts['below']}{closing}}};")
    draft.add("recipient", f"- {{to:Lưu: {archive}}}.")
    _signed(draft, material)


def _signed(draft: Draft, material: Material) -> None:
    facts, habit = material.facts, draft.layout["authority"]
    if habit == "KT.":
        lines = [f"TM. {facts['committee']}", "KT. CHỦ TỊCH"]
        draft.add("sign", f"{{auth|v={' '.join(lines)}:{lines[0]}}}")
        draft.add("sign", lines[1])
        draft.add("sign", "{post:PHÓ CHỦ TỊCH}")
    else:
        draft.add("sign", f"{{auth:{habit} {facts['committee']}}}")
        draft.add("sign", "{post:CHỦ TỊCH}")
    if material.rng.random() < 0.3:
        draft.add("sign", "({sign:Đã ký})")
    draft.add("sign", "")
    draft.add("sign", f"{{name:{material.line('names')}}}")


_KINDS: dict[str, Callable[[Draft, Material, dt.date], None]] = {
    "ke-hoach": _plan,
    "huong-dan": _guide,
    "cong-van": _letter,
    "bao-cao": _report,
    "to-trinh": _submission,
    "quyet-dinh": _decision,
    "thong-bao": _notice,
    "bien-ban": _minutes,
    "giay-moi": _invitation,
    "tin-bai": _press,
}
