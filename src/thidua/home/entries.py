"""The parts of the system by the cycle of the year, and the five that a phone keeps at hand."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.home.numbers import EVERY_ROOM
from thidua.org.actor import Actor
from thidua.org.rights import Right


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation.

    `room` is where its tasks come from, if not from all; `pages` are the routes that belong to
    it though their names do not say so.
    """

    group: str
    label: str
    route: str
    icon: str
    room: str = EVERY_ROOM
    needs: Right | None = None
    pages: frozenset[str] = frozenset()


def _pages(**rooms: str) -> frozenset[str]:
    """Routes of each room, by their names with blanks between."""
    return frozenset(f"{room}:{name}" for room, names in rooms.items() for name in names.split())


REGISTERS = _pages(documents="register_out register_in")
READING = _pages(plans="accept batch batches confirm correct fix forward_reading reading word")
IMPORTS = _pages(oversight="import import_columns import_row new_import")
PEOPLE = _pages(
    org=(
        "enter_guarded guarded people_changes people_doubles people_merge person person_edit "
        "person_merge person_new post_delegate post_end post_give roll_act"
    ),
)
KEEPER = _pages(
    notify=(
        "announcement announcements calls edit_announcement hook hooks new_announcement "
        "new_hook preferences wording wordings"
    ),
    org=(
        "account accounts area areas ask_recovery ask_waiver catalogue corrections "
        "decline_correction edit_area edit_grouping exemptions factor_rules give_accounts grouping "
        "groupings handover handovers identities kind kiosks link_batch links lock_account "
        "new_area new_grouping new_kind phone_book recoveries recovery reset_account signers slips "
        "waiver why"
    ),
    oversight=(
        "act_table edit_reorganisation enter_for entering new_act new_reorganisation "
        "preview_reorganisation quota reorganisation reorganisations seals storage trail"
    ),
)
"""Pages that are entered from *Quản trị*; so are those about personal data and its desk."""
PERSONAL_DATA = _pages(
    org="data_contact guarded_counts new_purpose purposes",
    oversight=(
        "anonymise anonymising anonymisings breach breaches carry_out_retention close_breach "
        "consents data_request data_requests decline_anonymising edit_breach edit_retention "
        "extend_data_request give_consent new_breach new_consent_text new_data_request "
        "report_breach retention settle_data_request sightings take_person_export "
        "withdraw_consent"
    ),
)


def entries_for(actor: Actor) -> list[Entry]:
    """What the side column lists: the parts in which a post of theirs gives them something."""
    groups = (_launching(), _doing(), _reviewing(), _honouring(), _organising(), _system())
    known = [Entry("", _("Bàn làm việc"), "home:desk", "home"), *(one for g in groups for one in g)]
    return [one for one in known if _is_open(one, actor)]


def _is_open(entry: Entry, actor: Actor) -> bool:
    """A group has no register of papers: what it reads came to its union."""
    if entry.route in REGISTERS and not any(post.keeps_register for post in actor.posts):
        return False
    return entry.needs is None or bool(actor.holding(entry.needs))


def shortcuts_for(actor: Actor) -> list[Entry]:
    """Five at the bottom of a phone: the desk, the quick entry, plans, reports, and the rest."""
    record = Entry("", _("Ghi nhanh"), "activities:new", "camera", "", Right.ACTIVITY_RECORD)
    more = Entry("", pgettext("lối tắt", "Thêm"), "home:more", "menu-2", "")
    listed = {entry.route: entry for entry in entries_for(actor)}
    desk = replace(listed["home:desk"], label=pgettext("lối tắt", "Việc"))
    wanted = [desk, record, listed["plans:list"], listed["reports:list"], more]
    return [one for one in wanted if one.needs is None or actor.holding(one.needs)]


def _launching() -> list[Entry]:
    group = _("Phát động")
    intake, read, watch = Right.DOCUMENT_INTAKE, Right.DOCUMENT_READ, Right.CASCADE_WATCH
    out, into = "documents:register_out", "documents:register_in"
    return [
        Entry(group, _("Kế hoạch"), "plans:list", "file-text", "plans"),
        Entry(group, _("Đọc văn bản"), "plans:read", "upload", "reading", intake, READING),
        Entry(group, _("Văn bản đi"), out, "send", "documents", read),
        Entry(group, _("Văn bản đến"), into, "inbox", "incoming", read),
        Entry(group, _("Triển khai"), "progress:list", "list-check", "cascade", watch),
    ]


def _doing() -> list[Entry]:
    group = _("Thực hiện")
    return [
        Entry(group, _("Đăng ký và giao ước"), "pledges:list", "signature", "pledges"),
        Entry(group, _("Hoạt động"), "activities:list", "camera", "activities"),
    ]


def _reviewing() -> list[Entry]:
    group = _("Tổng kết")
    return [Entry(group, _("Báo cáo"), "reports:list", "report-analytics", "reports")]


def _honouring() -> list[Entry]:
    group, review = _("Tôn vinh"), Right.AWARD_REVIEW
    keep = Right.COUNCIL_KEEP
    return [
        Entry(group, _("Khen thưởng"), "awards:nominations", "award", "awards"),
        Entry(group, _("Hội đồng"), "councils:list", "users", "councils", keep),
        Entry(group, _("Giấy khen"), "certificates:list", "file-check", "certificates", review),
        Entry(group, _("Điển hình"), "stories:list", "speakerphone", "stories"),
    ]


def _organising() -> list[Entry]:
    group, keep = _("Tổ chức"), Right.PEOPLE_KEEP
    lists = "oversight:imports"
    return [
        Entry(group, _("Đơn vị"), "org:units", "sitemap", "units"),
        Entry(group, _("Con người"), "org:people", "users", "people", keep, PEOPLE),
        Entry(group, _("Nhập từ Excel"), lists, "file-spreadsheet", "imports", keep, IMPORTS),
    ]


def _system() -> list[Entry]:
    group, issue, keeping = _("Hệ thống"), Right.DOCUMENT_ISSUE, KEEPER | PERSONAL_DATA
    return [
        Entry(group, _("Thư gửi đi"), "notify:outbox", "mail", "outbox", issue),
        Entry(group, _("Quản trị"), "oversight:hub", "settings", "oversight", None, keeping),
    ]
