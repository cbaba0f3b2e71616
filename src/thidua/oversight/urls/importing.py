"""Lists taken in from Excel: map, preview, apply, undo."""

from django.urls import path

from thidua.oversight.views import import_acts as acts
from thidua.oversight.views import import_page, importing
from thidua.oversight.views import import_rows as rows

urlpatterns = [
    path("imports/", importing.listing, name="imports"),
    path("imports/new/", importing.new, name="new_import"),
    path("imports/pattern/", importing.pattern, name="import_pattern"),
    path("imports/<int:pk>/", import_page.detail, name="import"),
    path("imports/<int:pk>/columns/", importing.columns, name="import_columns"),
    path("imports/<int:pk>/sheet/", importing.sheet, name="import_sheet"),
    path("imports/<int:pk>/apply/", acts.apply, name="import_apply"),
    path("imports/<int:pk>/undo/", acts.undo, name="import_undo"),
    path("imports/<int:pk>/drop/", acts.drop, name="import_drop"),
    path("imports/<int:pk>/again/", acts.again, name="import_again"),
    path("imports/<int:pk>/go-on/", acts.go_on, name="import_go_on"),
    path("imports/<int:pk>/give-up/", acts.give_up, name="import_give_up"),
    path("imports/<int:pk>/alike/", rows.alike, name="import_alike"),
    path("imports/<int:pk>/alike/<int:mending>/", rows.take_back, name="import_take_back"),
    path("imports/<int:pk>/reopen/", rows.reopen, name="import_reopen"),
    path("imports/<int:pk>/problems/", rows.problems, name="import_problems"),
    path("imports/<int:pk>/corrected/", rows.corrected, name="import_corrected"),
    path("imports/<int:pk>/lines/<int:number>/", rows.row, name="import_row"),
]
