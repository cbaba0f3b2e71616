"""The audit trail as the actions would have left it, not sealed yet."""

import json

from thidua.audit.models import AuditEvent, UnsealedEvent
from thidua.core.folded import folded
from thidua.oversight.simulate.loader import Loader, Table
from thidua.oversight.simulate.nodes import Node

NOBODY = ("", "", "")


class TrailRows:
    """Writes what was done, by whom, to which row."""

    def __init__(self, loader: Loader) -> None:
        self.events = loader.table(
            AuditEvent,
            "at",
            "type",
            "actor",
            "actor_name",
            "post",
            "seat",
            "unit_path",
            "unit_name",
            "target",
            "data",
            "folded",
        )
        self.unsealed = loader.table(UnsealedEvent)
        self.unsealed.last = self.events.last
        self.known: dict[str, tuple[str, str, str]] = {}

    def know(self, account: str, name: str, post: str, seat: str) -> None:
        """Who signs in by that name: what stands beside it in the trail."""
        self.known[account] = (name, post, seat)

    def note(
        self, event: str, table: Table, row: int, by: str, node: Node, at: str, **data: object
    ) -> None:
        """`row` of `table` was changed; `by` is the name of an account."""
        target = f"{table.model._meta.label_lower}:{row}"
        who = self.known.get(by, NOBODY)
        words = folded(f"{who[0]} {node.name}")
        told = json.dumps(data)
        self.events.add(at, event, by, *who, node.path, node.name, target, told, words)
        self.unsealed.add()
