"""What other rooms ask the keeper's pages."""

from thidua.oversight.queries.personal_tasks import tasks_of

__all__ = ["tasks_of"]
