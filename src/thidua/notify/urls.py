from django.urls import path

from thidua.notify.views import announcing, calls, channels, notices, outbox, preferences, wordings

app_name = "notify"
urlpatterns = [
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<int:pk>/resend/", outbox.resend, name="resend"),
    path("outbox/<int:pk>/again/", outbox.send_again, name="send_again"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read_all, name="read_all"),
    path("notices/<int:pk>/open/", notices.open_, name="open"),
    path("notices/preferences/", preferences.preferences, name="preferences"),
    path("announcements/", announcing.announcements, name="announcements"),
    path("announcements/new/", announcing.new_announcement, name="new_announcement"),
    path("announcements/<int:pk>/", announcing.announcement, name="announcement"),
    path("announcements/<int:pk>/edit/", announcing.edit, name="edit_announcement"),
    path("announcements/<int:pk>/leave-out/", announcing.leave_out, name="leave_out"),
    path("announcements/<int:pk>/send/", announcing.send, name="send_announcement"),
    path("announcements/<int:pk>/drop/", announcing.drop, name="drop_announcement"),
    path("announcements/told/<int:pk>/", announcing.told, name="told"),
    path("calls/", calls.calls, name="calls"),
    path("calls/<int:pk>/made/", calls.made, name="call_made"),
    path("channels/", channels.hooks, name="hooks"),
    path("channels/new/", channels.new_hook, name="new_hook"),
    path("channels/<int:pk>/", channels.hook, name="hook"),
    path("letters/", wordings.wordings, name="wordings"),
    path("letters/<slug:code>/<slug:language>/", wordings.wording, name="wording"),
]
