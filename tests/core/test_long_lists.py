"""Lists that are long, and conditions that lie in several tables."""

import pytest

from factories import UnitFactory
from thidua.core.in_any import in_any
from thidua.core.keyed_pages import KeyedPaginator
from thidua.org.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(db):
    return [UnitFactory(name=name) for name in ("Gia Viễn", "Nho Quan", "Hoa Lư", "Yên Mô")]


def pages(whole=None, **limits):
    kind = type("Pages", (KeyedPaginator,), limits)
    found = Unit.objects.order_by("-name")
    return kind(found, 2, whole if whole is not None else Unit.objects.all())


def test_a_page_holds_whole_rows_in_the_order_asked_for(units):
    shown = pages().get_page(2)

    assert [unit.name for unit in shown] == ["Hoa Lư", "Gia Viễn"]
    assert (shown.number, shown.paginator.count, shown.paginator.cut) == (2, 4, False)


def test_what_hangs_on_a_row_is_read_for_the_page_only(units, django_assert_num_queries):
    with django_assert_num_queries(2):
        names = [unit.kind.name for unit in pages(Unit.objects.select_related("kind")).page(1)]

    assert len(names) == 2


def test_of_a_list_that_is_counted_already_only_the_page_is_read(units, django_assert_num_queries):
    known = KeyedPaginator(Unit.objects.order_by("-name"), 2, Unit.objects.all(), counted=4)

    with django_assert_num_queries(2):
        shown = known.get_page(2)

    assert [unit.name for unit in shown] == ["Hoa Lư", "Gia Viễn"]
    assert shown.paginator.num_pages == 2


def test_counting_stops_at_the_limit_and_says_so(units):
    paginator = pages(most=3)

    assert (paginator.count, paginator.cut) == (3, True)


def test_a_row_that_two_questions_find_is_there_once(units):
    first, second = units[:2]
    seen = in_any(
        Unit.objects.filter(pk=first.pk).values("pk"),
        Unit.objects.filter(pk__in=[first.pk, second.pk]).order_by("name").values("pk"),
    )

    assert list(Unit.objects.filter(seen).order_by("pk")) == [first, second]


def test_one_question_alone_will_do(units):
    alone = in_any(Unit.objects.filter(pk=units[2].pk).values("pk"))

    assert list(Unit.objects.filter(alone)) == [units[2]]
