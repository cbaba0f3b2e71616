from django.urls import reverse


def test_the_browser_s_language_does_not_change_official_words(client, db):
    response = client.get(reverse("org:login"), headers={"Accept-Language": "en-US,en;q=0.9"})

    assert response["Content-Language"] == "vi"
    assert "Đăng nhập" in response.text


def test_english_is_chosen_by_a_press_and_remembered(client, db):
    response = client.post(reverse("language"), {"language": "en", "next": "/login/"})

    assert (response.status_code, response["Location"]) == (302, "/login/")
    assert "Sign in" in client.get(reverse("org:login")).text


def test_the_way_back_never_leads_elsewhere(client, db):
    response = client.post(reverse("language"), {"language": "en", "next": "https://example.org/"})

    assert response["Location"] == "/"


def test_an_unknown_language_is_not_found(client, db):
    assert client.post(reverse("language"), {"language": "xx"}).status_code == 404
