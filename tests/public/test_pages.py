import pytest
from django.urls import reverse

from documents.papers import HEAD, entered, issued, signed
from factories import CLERK, NOON, actor_as
from thidua.documents import actions, letters
from thidua.documents.models import Delivery, FileRole, OutsideBody

PDF = b"%PDF-1.7 paper"


@pytest.fixture
def public_paper(province):
    return issued(province, ["Trang thông tin điện tử ngành", "Lưu: VT"])


def with_pdf(paper, role=FileRole.PDF, media_type="application/pdf"):
    actions.attach(
        document=paper,
        data=PDF,
        name="Kế hoạch 01.pdf",
        role=role,
        media_type=media_type,
        by=actor_as(CLERK, paper.unit),
        at=NOON,
    )


@pytest.fixture
def link(province):
    """What an outside body was sent."""
    OutsideBody.objects.create(
        unit=province, name="Sở Nội vụ", fold="so noi vu", email="so@example.org"
    )
    paper = issued(province, ["Sở Nội vụ"])
    with_pdf(paper)
    return letters.token_of(Delivery.objects.get())


def test_a_public_paper_is_found_read_and_downloaded_without_an_account(client, public_paper):
    with_pdf(public_paper)

    index = client.get(reverse("public:index"), {"q": "thi dua yeu nuoc"})
    page = client.get(reverse("public:document", args=[public_paper.pk]))
    file = client.get(reverse("public:file", args=[public_paper.pk]))

    assert f'href="/cong-khai/{public_paper.pk}/"' in index.text
    assert "số 01/KH-CĐGD" in page.text
    assert "Trang thông tin điện tử ngành" in page.text
    assert (file.content, file["Content-Type"]) == (PDF, "application/pdf")


def test_a_search_of_thousands_of_words_is_answered(client, public_paper):
    assert client.get(reverse("public:index"), {"q": "\0" + "x " * 2000}).status_code == 200


def test_search_that_finds_nothing_offers_everything(client, public_paper):
    response = client.get(reverse("public:index"), {"q": "hội thao"})

    assert "Không có văn bản công khai nào chứa “hội thao”" in response.text


@pytest.mark.parametrize(
    ("words", "found"),
    [("ninh binh", True), ("hoa binh", False), ("kh-cdgd", True), ("1/KH", True), ("(", False)],
)
def test_search_finds_whole_words_only(client, public_paper, words, found):
    """*hoa* is a part of *kế hoạch*, and no word of it."""
    text = client.get(reverse("public:index"), {"q": words}).text

    assert (HEAD["title"] in text) is found


def test_htmx_gets_the_list_only(client, public_paper):
    response = client.get(reverse("public:index"), headers={"HX-Request": "true"})

    assert "<html" not in response.text
    assert HEAD["title"] in response.text


@pytest.mark.parametrize(
    "make",
    [
        lambda unit: issued(unit, ["Lưu: VT"]),
        lambda unit: signed(unit, ["Trang thông tin điện tử"]),
        lambda unit: entered(
            unit, number=1, full_number="01/KH-CĐGD", lines=["Trang thông tin điện tử"]
        ),
    ],
)
def test_what_is_not_public_or_not_sent_is_not_found(client, province, make):
    paper = make(province)

    assert "Chưa có văn bản công khai" in client.get(reverse("public:index")).text
    assert client.get(reverse("public:document", args=[paper.pk])).status_code == 404
    assert client.get(reverse("public:file", args=[paper.pk])).status_code == 404


def test_the_word_file_is_not_for_the_public(client, public_paper):
    with_pdf(public_paper, FileRole.WORD, "application/msword")

    assert client.get(reverse("public:file", args=[public_paper.pk])).status_code == 404
    page = client.get(reverse("public:document", args=[public_paper.pk]))
    assert "Chưa gắn tệp nào." in page.text


@pytest.mark.parametrize("role", [FileRole.STAMPED, FileRole.ORIGINAL])
def test_without_our_own_pdf_the_scan_or_the_original_serves(client, public_paper, role):
    with_pdf(public_paper, role)

    assert client.get(reverse("public:file", args=[public_paper.pk])).content == PDF


def test_an_outside_body_opens_what_it_was_sent(client, link):
    page = client.get(reverse("public:letter", args=[link]))
    file = client.get(reverse("public:letter_file", args=[link]))

    assert "số 01/KH-CĐGD" in page.text
    assert reverse("public:letter_file", args=[link]) in page.text
    assert file.content == PDF


@pytest.mark.parametrize("name", ["letter", "letter_file"])
def test_a_link_made_up_or_run_out_leads_nowhere(client, link, name, monkeypatch):
    assert client.get(reverse(f"public:{name}", args=[link[:-1] + "~"])).status_code == 404

    monkeypatch.setattr(letters, "LINK_SECONDS", -1)
    assert client.get(reverse(f"public:{name}", args=[link])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_public_list_asks_no_more_for_more_papers(
    client, province, count, django_assert_num_queries
):
    for _ in range(count):
        issued(province, ["Trang thông tin điện tử"])

    with django_assert_num_queries(2):
        client.get(reverse("public:index"))
