"""The reference pages say what the rules and the code say."""

from django.utils import translation

from access import page, rights_page


def test_the_access_matrix_in_the_reference_is_current():
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), (
        "Write it anew: PYTHONPATH=src:tests python -m access.page"
    )


def test_the_table_of_rights_in_the_reference_is_current():
    with translation.override("vi"):
        assert rights_page.PAGE.read_text(encoding="utf-8") == rights_page.page(), (
            "Write it anew: PYTHONPATH=src:tests DJANGO_SETTINGS_MODULE=thidua.config.settings "
            "python -m access.rights_page"
        )
