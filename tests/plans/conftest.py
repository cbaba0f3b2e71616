from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories import CHAIR, CLERK, OFFICER, VICE, actor_as, user_as
from plans.drafts import new_plan
from plans.hands import post
from thidua.documents.models import Reading
from thidua.org.actor import Actor
from thidua.plans.models import Plan

PLANS = Path(__file__).parents[1] / "vanban" / "plans"


def seed(name: str) -> bytes:
    """One of the five real plans, as its file was."""
    return (PLANS / f"{name}.txt").read_bytes()


def upload(client, data: bytes, name: str = "ke-hoach.txt", *, follow: bool = False, **more):
    """Choose a file on the page for it; `follow` opens the page that it leads to."""
    file = SimpleUploadedFile(name, data)
    return client.post("/plans/read/", {"file": file} | more, follow=follow)


def head_of(reading: Reading, **typed) -> dict[str, str]:
    """What the accept page proposes for a reading, changed by `typed`."""
    read = reading.data
    proposed = {
        "kind": "issued",
        "type_name": read["doc_type"] or "Kế hoạch",
        "title": read["title"] or "Kế hoạch",
        "full_number": read["full_number"] or "",
        "dated": read["date"] or "",
        "place": read["place"] or "",
        "issuer_name": read["issuing_body"] or "Công đoàn",
        "parent_name": read["parent_body"] or "",
        "signer_name": read["signatory"]["name"] or "",
    }
    return proposed | typed


@pytest.fixture
def officer(client, province):
    """Somebody who takes papers in and writes plans for the province, signed in."""
    user = user_as(OFFICER, province, "Phạm Thu Hà")
    client.force_login(user)
    return user


@pytest.fixture
def writer(province) -> Actor:
    return actor_as(OFFICER, province, "Phạm Thu Hà")


@pytest.fixture
def chair(province) -> Actor:
    return actor_as(CHAIR, province, "Trần Văn Minh")


@pytest.fixture
def vice(province) -> Actor:
    return actor_as(VICE, province, "Nguyễn Thị Hưng")


@pytest.fixture
def clerk(province) -> Actor:
    return actor_as(CLERK, province, "Lê Thị Mai")


@pytest.fixture
def reading(client, officer):
    """The Ninh Bình plan, read and waiting."""
    upload(client, seed("003"))
    return Reading.objects.get()


@pytest.fixture
def plan(client, officer):
    """A draft from nothing."""
    client.post("/plans/new/", new_plan())
    return Plan.objects.select_related("document").get()


@pytest.fixture
def ninh_binh(client, reading):
    """A draft made from the Ninh Bình plan."""
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))
    return Plan.objects.select_related("document").get()


@pytest.fixture
def people(client, province):
    """The province's officer, vice-chair and clerk; `people(name)` signs one of them in."""
    users = {
        "officer": user_as(OFFICER, province, "Phạm Thu Hà"),
        "vice": user_as(VICE, province, "Nguyễn Thị Hưng"),
        "chair": user_as(CHAIR, province, "Trần Văn Minh"),
        "clerk": user_as(CLERK, province, "Lê Thị Mai"),
    }

    def sign_in(name):
        client.force_login(users[name])
        return users[name]

    sign_in("officer")
    return sign_in


@pytest.fixture
def issued(client, plan, people):
    """The plan at hand, signed by the vice-chair and issued by the clerk, who is signed in."""
    people("officer")
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("clerk")
    post(client, plan, "issue", dated="15/3/24")
    return Plan.objects.select_related("document").get()
