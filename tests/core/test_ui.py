"""Icons, current links, fields: the small pieces every page is made of."""

import re

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory


class ActivityForm(forms.Form):
    name = forms.CharField(label="Tên hoạt động", help_text="Viết như trong báo cáo.")
    clause = forms.ChoiceField(label="Nội dung", choices=[("1", "2.4")], required=False)
    way = forms.ChoiceField(
        label="Cách nhận", choices=[("a", "Nguyên văn"), ("b", "Có sửa")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="Đã có bản giấy", required=False)


def draw(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def draw_field(name: str, form: forms.Form) -> str:
    return draw('{% include "ui/field.html" with field=field only %}', field=form[name])


def test_an_icon_comes_from_the_sprite_and_is_hidden_from_readers():
    svg = draw('{% icon "home" "icon-lg" %}')

    assert svg.startswith('<svg class="icon icon-lg" aria-hidden="true">')
    assert re.search(r'<use href="/static/icons[^"]*\.svg#home"/></svg>$', svg)


@pytest.mark.parametrize(
    ("link", "mark"),
    [
        ("/plans/7/", 'aria-current="page"'),
        ("/plans/7/?tab=1", 'aria-current="page"'),
        ("/plans/", 'aria-current="true"'),
        ("/", ""),
        ("/plan", ""),
        ("/documents/", ""),
    ],
)
def test_a_link_is_current_on_its_page_and_below(link, mark):
    request = RequestFactory().get("/plans/7/")

    assert draw("{% nav_current link %}", request=request, link=link) == mark


def test_a_field_has_its_label_above_and_its_hint_joined_to_it():
    html = draw_field("name", ActivityForm())

    assert '<label class="form-label" for="id_name">Tên hoạt động</label>' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert 'id="id_name_helptext">Viết như trong báo cáo.</p>' in html
    assert "không bắt buộc" not in html


def test_a_field_in_error_says_so_in_words_and_to_readers():
    html = draw_field("name", ActivityForm({}))

    assert 'class="form-control is-invalid"' in html
    assert 'aria-invalid="true"' in html
    assert re.search(r'aria-describedby="[^"]*id_name_error"', html)
    assert 'id="id_name_error"' in html


def test_an_optional_field_says_it_is_optional():
    html = draw_field("clause", ActivityForm())

    assert "(không bắt buộc)" in html
    assert 'class="form-select"' in html


def test_radios_are_a_group_with_a_legend():
    html = draw_field("way", ActivityForm())

    assert "<fieldset" in html
    assert '<legend class="form-label">Cách nhận</legend>' in html
    assert html.count('type="radio"') == html.count("form-check-input") == 2


def test_a_tick_box_stands_before_its_label():
    html = draw_field("sure", ActivityForm())

    assert html.index('type="checkbox"') < html.index("Đã có bản giấy")


def test_the_summary_of_errors_leads_to_the_fields():
    html = draw(
        '{% include "ui/form_errors.html" with form=form only %}', form=ActivityForm({"way": "z"})
    )

    assert "Còn 2 chỗ phải sửa" in html
    assert '<a href="#id_name">Tên hoạt động</a>' in html
    assert 'role="alert"' in html


def test_a_form_without_errors_has_no_summary():
    html = draw('{% include "ui/form_errors.html" with form=form only %}', form=ActivityForm())

    assert html.strip() == ""


@pytest.mark.parametrize(
    ("code", "icon", "colour"),
    [
        ("none", "circle-dashed", "text-secondary"),
        ("draft", "pencil", "text-secondary"),
        ("wait", "hourglass", "text-primary"),
        ("run", "player-play", "text-primary"),
        ("ok", "circle-check", "text-success"),
        ("fix", "arrow-back-up", "text-warning"),
        ("warn", "alert-triangle", "text-warning"),
        ("half", "circle-half-2", "text-warning"),
        ("bad", "alert-octagon", "text-danger"),
        ("late", "clock-exclamation", "text-danger"),
        ("silent", "volume-off", "text-danger"),
        ("honour", "rosette-discount-check", "text-yellow"),
    ],
)
def test_a_state_is_icon_word_and_colour(code, icon, colour):
    html = draw('{% state code "Chữ" %}', code=code)

    assert f'<span class="td-st {colour}">' in html
    assert f'#{icon}"/></svg>Chữ</span>' in html


def test_the_word_of_a_state_is_escaped():
    assert "Bao &amp; Lan {}</span>" in draw('{% state "ok" word %}', word="Bao & Lan {}")


def test_the_year_line_writes_numbers_as_drawings_need_them():
    phase = {"x": 58.2, "width": 41.65, "title": "Đợt 2", "days": "01/08–31/12", "running": True}
    html = draw(
        '{% include "ui/year_line.html" with label="Năm 2024" phases=phases only %}', phases=[phase]
    )

    assert 'x="58.2%" width="41.65%"' in html
