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


REGISTERS = {"documents:register_out", "documents:register_in"}
READING = frozenset(
    {
        "plans:reading",
        "plans:correct",
        "plans:accept",
        "plans:fix",
        "plans:word",
        "plans:confirm",
        "plans:batch",
        "plans:batches",
        "plans:forward_reading",
    }
)
IMPORTS = frozenset(
    {
        "oversight:new_import",
        "oversight:import",
        "oversight:import_columns",
        "oversight:import_row",
    }
)
PEOPLE = frozenset(
    {
        "org:person",
        "org:person_new",
        "org:person_edit",
        "org:people_changes",
        "org:people_doubles",
        "org:people_merge",
        "org:person_merge",
        "org:roll_act",
        "org:post_give",
        "org:post_end",
        "org:post_delegate",
        "org:guarded",
        "org:enter_guarded",
    }
)
KEEPER = frozenset(
    {
        *(f"oversight:{page}" for page in ("trail", "seals", "storage", "quota", "entering")),
        *(f"oversight:{page}" for page in ("enter_for", "reorganisations", "new_reorganisation")),
        *(f"oversight:{page}" for page in ("reorganisation", "edit_reorganisation", "new_act")),
        *(f"oversight:{page}" for page in ("preview_reorganisation", "act_table")),
        *(f"org:{page}" for page in ("links", "link_batch", "corrections", "decline_correction")),
        *(f"org:{page}" for page in ("kiosks", "accounts", "account", "give_accounts", "slips")),
        *(f"org:{page}" for page in ("reset_account", "lock_account", "handover", "signers")),
        *(f"org:{page}" for page in ("why", "exemptions", "groupings", "new_grouping", "areas")),
        *(f"org:{page}" for page in ("grouping", "edit_grouping", "area", "edit_area", "new_area")),
        *(f"org:{page}" for page in ("catalogue", "new_kind", "kind", "phone_book")),
        *(f"org:{page}" for page in ("recoveries", "recovery", "ask_recovery", "factor_rules")),
        "org:identities",
        "org:handovers",
        *(f"notify:{page}" for page in ("announcements", "announcement", "new_announcement")),
        *(f"notify:{page}" for page in ("edit_announcement", "calls", "hooks", "hook", "new_hook")),
        *(f"notify:{page}" for page in ("wordings", "wording", "preferences")),
    }
)
"""Pages that are entered from *Quản trị*; so are those about personal data and its desk."""
PERSONAL_DATA = frozenset(
    {
        *(f"oversight:{page}" for page in ("data_requests", "data_request", "new_data_request")),
        *(f"oversight:{page}" for page in ("extend_data_request", "settle_data_request")),
        *(f"oversight:{page}" for page in ("anonymisings", "anonymising", "anonymise")),
        *(f"oversight:{page}" for page in ("decline_anonymising", "breaches", "breach")),
        *(f"oversight:{page}" for page in ("new_breach", "edit_breach", "report_breach")),
        *(f"oversight:{page}" for page in ("close_breach", "sightings", "retention")),
        *(f"oversight:{page}" for page in ("edit_retention", "carry_out_retention", "consents")),
        *(f"oversight:{page}" for page in ("new_consent_text", "give_consent")),
        *(f"oversight:{page}" for page in ("withdraw_consent", "take_person_export")),
        *(f"org:{page}" for page in ("purposes", "new_purpose", "guarded_counts", "data_contact")),
    }
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
