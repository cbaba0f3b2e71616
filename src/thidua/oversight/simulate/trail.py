"""The audit trail as the actions would have left it."""

import json

from thidua.audit.models import AuditEvent
from thidua.oversight.simulate.loader import Loader, Table
from thidua.oversight.simulate.nodes import Node


class TrailRows:
    """Writes what was done, by whom, to which row."""

    def __init__(self, loader: Loader) -> None:
        self.events = loader.table(AuditEvent, "at", "type", "actor", "unit_path", "target", "data")

    def note(
        self, event: str, table: Table, row: int, by: str, node: Node, at: str, **data: object
    ) -> None:
        """`row` of `table` was changed; `by` is the name of an account."""
        target = f"{table.model._meta.label_lower}:{row}"
        self.events.add(at, event, by, node.path, target, json.dumps(data))
