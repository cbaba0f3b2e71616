from django.urls import path

from thidua.pledges.views import recording, settling, sheets, showing

app_name = "pledges"
urlpatterns = [
    path("", sheets.sheet_list, name="list"),
    path("open/", sheets.open_, name="open"),
    path("<int:pk>/", sheets.sheet, name="sheet"),
    path("<int:pk>/edit/", sheets.edit, name="edit"),
    path("<int:pk>/days/", sheets.days, name="days"),
    path("<int:pk>/code/", sheets.code, name="code"),
    path("<int:pk>/close/", sheets.close, name="close"),
    path("<int:pk>/reopen/", sheets.reopen, name="reopen"),
    path("<int:pk>/poster/", showing.poster, name="poster"),
    path("<int:pk>/wall/", showing.wall, name="wall"),
    path("<int:pk>/names/", settling.names, name="names"),
    path("<int:pk>/list/", recording.record, name="record"),
    path("list/<int:pk>/picture/", recording.picture, name="picture"),
    path("pledge/<int:pk>/match/", settling.match, name="match"),
    path("pledge/<int:pk>/dismiss/", settling.dismiss, name="dismiss"),
    path("pledge/<int:pk>/strike/", settling.strike, name="strike"),
]
