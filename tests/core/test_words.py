"""Words of the catalogue in templates: drawn as Django draws them, only quicker."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

SOURCES = [
    '{% translate "Kế hoạch" %}',
    '{% translate "Kế hoạch" as word %}<b>{{ word }}</b>',
    '{% translate "Thêm" context "lối tắt" %}',
    '{% translate "Đạt 100 % & <b>hơn</b>" %}',
    "{% translate said %}",
    '{% translate "Kế hoạch"|upper %}',
    '{% translate "Kế hoạch" noop %}',
    '{% translate "Thêm" context meaning %}',
]


def draw(library: str, source: str, language: str) -> str:
    template = Template("{% load " + library + " %}" + source)
    context = Context({"said": "Kế hoạch <x>", "meaning": "lối tắt"})
    with override(language):
        return template.render(context)


@pytest.fixture
def django_i18n(settings):
    """Both libraries under names of their own."""
    both = {"quick": "thidua.core.words", "slow": "django.templatetags.i18n"}
    templates = settings.TEMPLATES[0]
    settings.TEMPLATES = [templates | {"OPTIONS": templates["OPTIONS"] | {"libraries": both}}]


@pytest.mark.usefixtures("django_i18n")
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("source", SOURCES)
def test_words_are_drawn_as_django_draws_them(source, language):
    assert draw("quick", source, language) == draw("slow", source, language)


def test_words_follow_the_language_of_the_page():
    template = Template('{% load i18n %}{% translate "Kế hoạch" %}')

    with override("en"):
        english = template.render(Context())

    assert english == "Plans"
    assert template.render(Context()) == "Kế hoạch"
