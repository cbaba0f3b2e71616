"""The cutter of the style sheet and the checks of templates, as make uses them."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.fixture
def cut_css(monkeypatch) -> ModuleType:
    monkeypatch.syspath_prepend(SCRIPTS)
    return importlib.import_module("cut_css")


@pytest.fixture
def check(monkeypatch) -> ModuleType:
    monkeypatch.syspath_prepend(SCRIPTS)
    return importlib.import_module("check_templates")


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".btn{color:red}.ribbon{color:blue}", ".btn{color:red}"),
        ("a,.ribbon,h1 .btn{margin:0}", "a,h1 .btn{margin:0}"),
        (".btn.ribbon{margin:0}", ""),
        (".btn:not(.ribbon){margin:0}", ".btn:not(.ribbon){margin:0}"),
        (".btn:not([data-x]){margin:0}", ".btn:not([data-x]){margin:0}"),
        ("[data-label]::before{margin:0}", "[data-label]::before{margin:0}"),
        ("[data-carousel] a{margin:0}", ""),
        ("@media print{.ribbon{a:b}}", ""),
        (
            "@media print{.ribbon{a:b}@supports (c:d){p{a:b}}}",
            "@media print{@supports (c:d){p{a:b}}}",
        ),
        ('.btn{content:"}.ribbon{"}p{a:b}', '.btn{content:"}.ribbon{"}p{a:b}'),
        ("/* .btn{} */p{a:b}", "p{a:b}"),
        ('@charset "UTF-8";p{a:b}', '@charset "UTF-8";p{a:b}'),
        ("@keyframes spin{to{a:b}}p{a:b}", "p{a:b}"),
        (
            "@keyframes spin{to{a:b}}p{animation:1s spin}",
            "@keyframes spin{to{a:b}}p{animation:1s spin}",
        ),
        (r".g-1\.5{a:b}.g-1{a:b}", r".g-1\.5{a:b}"),
    ],
)
def test_what_the_pages_cannot_show_is_cut(cut_css, sheet, left):
    classes = {"btn", "g-1.5"}

    assert cut_css.cut(sheet, classes=classes, attributes={"data-label"}, readers="") == left


def test_root_properties_stay_while_something_reads_them(cut_css):
    sheet = ":root{--a:1;--b:var(--c);--c:url('x;y');--d:var(--e);--e:2;--own:3}p{top:var(--b)}"

    left = cut_css.cut(sheet, classes=set(), attributes=set(), readers="i{top:var(--own)}")

    assert left == ":root{--b:var(--c);--c:url('x;y');--own:3}p{top:var(--b)}"


def test_the_classes_of_a_sheet_are_found_at_any_depth(cut_css):
    sheet = ".a .b{x:y}@media print{.c:hover{x:y}}@font-face{src:url(d.woff2)}"

    assert cut_css.class_names(sheet) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ('<p class="mb-9">', "class mb-9 has no rule (run make assets, or it is misspelt)"),
        (
            '<p class="text-{{ colour }}">',
            "class text-… is put together; write it whole",
        ),
        ('{% icon "rocket" %}', "icon rocket is not in the sprite (run make assets)"),
        ('{% icon "home" "mb-9" %}', "class mb-9 has no rule (run make assets, or it is misspelt)"),
        ('<p style="top:0">', "style attribute is refused"),
        ("<style>", "style element is refused"),
        ('<a href="#" onclick="x()">', "event handler attribute is refused"),
        ("<script>x()</script>", "script with a body is refused"),
        ('<a href="javascript:x()">', "javascript: address is refused"),
        ('<form method="post"></form>', "POST form without {% csrf_token %}"),
        ("\n" * 151, "151 lines, at most 150"),
    ],
)
def test_what_a_page_may_not_have_is_named(check, template, fault):
    assert list(check.faults_of(template, classes={"btn"}, icons={"home"})) == [fault]


@pytest.mark.parametrize(
    "template",
    [
        '<p class="btn{% if a == "b" %} lit{% else %} dark{% endif %}">',
        "<p class=\"{{ class|default:'btn' }}\">",
        '{% icon "home" %}{% icon item.icon "btn" %}',
        "{# <p style=\"top:0\" class='mb-9'> #}",
        '<form method="post">{% csrf_token %}</form><form action="/search/"></form>',
        '<script src="/static/a.js" defer></script>',
        '<option value="once">',
    ],
)
def test_what_a_page_may_have_passes(check, template):
    assert list(check.faults_of(template, classes={"btn", "lit", "dark"}, icons={"home"})) == []
