"""What stands in the tables, counted by statements of our own and added up along the paths.

Nothing here uses the application's queries: they are what is being checked. PostgreSQL only.
"""

# ruff: noqa: S608 -- statements of our own; nobody types anything into them

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import connection

Sums = Mapping[str, tuple[int, ...]]

INSIDE = "(SELECT DISTINCT unit_id FROM org_placement WHERE path LIKE %(path)s || '%%')"
IN_FORCE = "starts_on <= %(day)s AND (ends_on IS NULL OR ends_on > %(day)s)"
UNTIL = "((%(day)s::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')"
FACTS = {
    "members": f"""SELECT unit_id, count(*) FROM org_membership
        WHERE {IN_FORCE} AND unit_id IN {INSIDE} GROUP BY 1""",
    "counted members": f"""SELECT DISTINCT ON (unit_id) unit_id, members FROM org_headcount
        WHERE "on" <= %(day)s AND unit_id IN {INSIDE} ORDER BY unit_id, "on" DESC""",
    "pledges": f"""SELECT sheet.unit_id, count(*) FROM pledges_pledge pledge
        JOIN pledges_sheet sheet ON sheet.id = pledge.sheet_id
        WHERE pledge.state = 'counted' AND pledge.signed_at < {UNTIL}
        AND sheet.unit_id IN {INSIDE} GROUP BY 1""",
    "activities": f"""SELECT unit_id, count(*) FROM activities_activity
        WHERE cancelled_at IS NULL AND done_on <= %(day)s AND unit_id IN {INSIDE} GROUP BY 1""",
    "reports": f"""SELECT unit_id, count(*) FROM reports_report
        WHERE status = 'accepted' AND accepted_at < {UNTIL} AND unit_id IN {INSIDE} GROUP BY 1""",
    "figures": f"""SELECT report.unit_id, round(sum(figure.own) * 100)::bigint
        FROM reports_figure figure JOIN reports_report report ON report.id = figure.report_id
        WHERE report.status = 'accepted' AND report.accepted_at < {UNTIL}
        AND figure.own IS NOT NULL AND report.unit_id IN {INSIDE} GROUP BY 1""",
    "awards": f"""SELECT nomination.unit_id, count(*) FROM awards_award award
        JOIN awards_nomination nomination ON nomination.id = award.nomination_id
        WHERE award.decided_on <= %(day)s AND nomination.unit_id IN {INSIDE} GROUP BY 1""",
    "certificates": f"""SELECT nomination.unit_id, count(*) FROM certificates_certificate paper
        JOIN awards_award award ON award.id = paper.award_id
        JOIN awards_nomination nomination ON nomination.id = award.nomination_id
        WHERE paper.revoked_at IS NULL AND nomination.unit_id IN {INSIDE} GROUP BY 1""",
}
COLUMNS = ("units", *FACTS)
PLACES = f"""SELECT unit_id, path FROM org_placement
    WHERE {IN_FORCE} AND path LIKE %(path)s || '%%'"""
NAMES = f"""SELECT md5(string_agg(concat_ws('|', unit_id, name, short_name, symbol, place, body,
    kind_id), E'\\n' ORDER BY unit_id)) FROM org_unitname
    WHERE {IN_FORCE} AND unit_id IN {INSIDE}"""
PAPERS = f"""SELECT md5(string_agg(concat_ws('|', id, unit_id, issuer_name, parent_name,
    full_number, symbol, place, dated, signature, signer_name, unit_path), E'\\n' ORDER BY id))
    FROM documents_document WHERE unit_id IN {INSIDE}"""
ROLLED_UP = """SELECT report.period_id, report.superior_id, figure.indicator_id,
    sum(coalesce(figure.own, 0) + coalesce(figure.below, 0))
    FROM reports_figure figure JOIN reports_report report ON report.id = figure.report_id
    JOIN reports_period period ON period.id = report.period_id
    WHERE report.status = 'accepted' AND period.unit_path LIKE %(path)s || '%%' GROUP BY 1, 2, 3"""


def asked(statement: str, path: str, day: date | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"path": path, "day": day})
        return list(cursor.fetchall())


def totals_as_it_was(path: str, day: date) -> Sums:
    """Of every unit below `path` that stood on the day: its own and all that stood below it."""
    return _added_up(path, day, "AND tree = 'line'")


def totals_with_records(path: str, day: date) -> Sums:
    """The same with what ended units left, where their records are kept."""
    return _added_up(path, day, "")


def names_on(path: str, day: date) -> str:
    """A digest of how every unit below `path` was called and signed that day."""
    return str(asked(NAMES, path, day)[0][0])


def papers_of(path: str) -> str:
    """A digest of what is printed on every paper."""
    return str(asked(PAPERS, path)[0][0])


def rolled_up(path: str) -> set[tuple[Any, ...]]:
    """By period, superior and indicator what the accepted reports add up to."""
    return set(asked(ROLLED_UP, path))


def digests(tables: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """Number of rows and a sum over a hash of each whole row: equal means equal row by row."""
    found = {}
    for table in sorted(tables):
        rows = f'SELECT count(*), sum(hashtextextended(one::text, 0)::numeric) FROM "{table}" one'
        found[table] = asked(rows, "")[0]
    return found


def written_tables() -> dict[str, int]:
    """Rows that this transaction inserted, changed or deleted, by table, as the server counts."""
    rows = asked(
        """SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
        WHERE n_tup_ins + n_tup_upd + n_tup_del > 0""",
        "",
    )
    return dict(rows)


def _added_up(path: str, day: date, tree: str) -> Sums:
    places = asked(f"{PLACES} {tree}", path, day)
    own: defaultdict[int, list[int]] = defaultdict(lambda: [0] * len(COLUMNS))
    for column, statement in enumerate(FACTS.values(), 1):
        for unit, number in asked(statement, path, day):
            own[unit][column] = int(number)
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(COLUMNS))
    for unit, place in places:
        numbers = own[unit]
        numbers[0] = 1
        for end in _ends(place, len(path)):
            for column, number in enumerate(numbers):
                sums[place[:end]][column] += number
    return {place: tuple(numbers) for place, numbers in sums.items()}


def _ends(place: str, shortest: int) -> list[int]:
    return [at + 1 for at, sign in enumerate(place) if sign == "/" and at + 1 >= shortest]
