"""The numbers in the frame: how many tasks wait for the reader in each room."""

from datetime import date

from thidua.home.desk import tasks_of
from thidua.notify.tasks import Task
from thidua.org.actor import Actor

Numbers = dict[str, tuple[int, bool]]
"""By room: how many tasks, and whether one of them is overdue."""
EVERY_ROOM = ""


def numbers_for(actor: Actor) -> Numbers:
    """The reader's own tasks by room, `EVERY_ROOM` for all."""
    numbers: Numbers = {EVERY_ROOM: (0, False)}
    for task in tasks_of(actor):
        if task.mine:
            _add(numbers, task, actor.day)
    return numbers


def _add(numbers: Numbers, task: Task, today: date) -> None:
    overdue = task.due is not None and task.due < today
    for room in (EVERY_ROOM, task.room):
        count, late = numbers.get(room, (0, False))
        numbers[room] = (count + 1, late or overdue)
