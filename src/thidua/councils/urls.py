from django.urls import path

from thidua.councils.views import councils, sessions

app_name = "councils"
urlpatterns = [
    path("", councils.council_list, name="list"),
    path("new/", councils.new, name="new"),
    path("<int:pk>/", councils.council, name="council"),
    path("<int:pk>/end/", councils.end, name="end"),
    path("<int:pk>/seats/", councils.add_seat, name="add_seat"),
    path("seats/<int:pk>/end/", councils.end_seat, name="end_seat"),
    path("<int:pk>/sessions/", councils.open_session, name="open_session"),
    path("sessions/<int:pk>/", sessions.session, name="session"),
    path("sessions/<int:pk>/attend/", sessions.attend, name="attend"),
    path("items/<int:pk>/count/", sessions.count, name="count"),
    path("sessions/<int:pk>/close/", sessions.close, name="close"),
    path("sessions/<int:pk>/minutes/", sessions.minutes, name="minutes"),
]
