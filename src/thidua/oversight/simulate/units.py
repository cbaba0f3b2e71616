"""Units as rows: names, places in the tree, hosts, terms of office."""

from thidua.core.folded import alphabetical, folded
from thidua.org.models import Body, Host, Placement, Term, Unit, UnitKind, UnitName
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.tables import table

CAPABLE = ("keeps_register", "above_grassroots", "has_seal", "may_award")
TERM, CONGRESS = (2023, 2028), "2023-03-25"
FIRST_CONGRESS_AFTER = 5
RENAMED_EVERY, RENAMED_ON = 40, "2021-07-01"
MOVED_EVERY, MOVED_ON = 50, "2022-01-01"


class UnitRows:
    """Writes units. Their primary keys are their numbers: the installation was empty."""

    def __init__(self, loader: Loader) -> None:
        self.kinds = {kind.code: kind.pk for kind in _kinds()}
        self.body = Body.objects.get_or_create(code="bch", defaults={"name": "Ban Chấp hành"})[0]
        self.units = loader.table(Unit, "key", "kind_id", "name", "folded", "alphabetical")
        self.names = loader.table(
            UnitName,
            "unit_id",
            "kind_id",
            "name",
            "folded",
            "short_name",
            "symbol",
            "place",
            "body",
            "starts_on",
            "ends_on",
        )
        self.placements = loader.table(Placement, "unit_id", "tree", "path", "starts_on", "ends_on")
        self.hosts = loader.table(
            Host, "unit_id", "ownership", "self_financing", "decision", "starts_on"
        )
        self.terms = loader.table(
            Term, "unit_id", "body_id", "ordinal", "from_year", "to_year", "congress_on"
        )

    def add(self, node: Node) -> None:
        kind = self.kinds[node.kind]
        number = self.units.add(
            node.key, kind, node.name, folded(node.name), alphabetical(node.name)
        )
        if number != node.number:
            raise RuntimeError(f"{node.name} is unit {number}, not {node.number}")
        self._name(node, kind)
        self._place(node)
        if node.is_workplace:
            self._host(node)
        if not node.is_group:
            ordinal = max(1, (TERM[0] - int(node.since[:4])) // FIRST_CONGRESS_AFTER)
            self.terms.add(number, self.body.pk, ordinal, *TERM, max(CONGRESS, node.since))

    def _name(self, node: Node, kind: int) -> None:
        since = node.since
        rest = (node.symbol, node.place, node.body)
        if node.is_workplace and node.number % RENAMED_EVERY == 0 and since < RENAMED_ON:
            before = f"{node.name} (tên cũ)"
            self.names.add(
                node.number, kind, before, folded(before), node.short_name, *rest, since, RENAMED_ON
            )
            since = RENAMED_ON
        self.names.add(
            node.number, kind, node.name, folded(node.name), node.short_name, *rest, since, None
        )

    def _place(self, node: Node) -> None:
        """Some came to their superior a few years ago from the one above it (ORG-02)."""
        since, above = node.since, node.above
        moved = node.number % MOVED_EVERY == 0 and since < MOVED_ON and not node.groups
        if moved and node.is_workplace and above and above.above:
            before = f"{above.above.path}{node.key}/"
            self.placements.add(node.number, "line", before, since, MOVED_ON)
            since = MOVED_ON
        self.placements.add(node.number, "line", node.path, since, None)

    def _host(self, node: Node) -> None:
        public = node.self_financing is not None
        decision = "Quyết định giao quyền tự chủ tài chính giai đoạn 2023 - 2025" if public else ""
        rate = f"{node.self_financing}.00" if public else None
        self.hosts.add(node.number, node.ownership, rate, decision, max(node.since, "2023-01-01"))


def _kinds() -> "list[UnitKind]":
    """The kinds of units as the keeper has them, and what the time before 2025 needs besides."""
    for row in table("kinds"):
        capable = {field: row[field] == "1" for field in CAPABLE}
        known = {"name": row["name"], "rank": int(row["rank"]), **capable}
        UnitKind.objects.get_or_create(code=row["code"], defaults=known)
    return list(UnitKind.objects.all())
