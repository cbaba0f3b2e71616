from django.urls import path

from thidua.notify.views import notices, outbox

app_name = "notify"
urlpatterns = [
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<int:pk>/resend/", outbox.resend, name="resend"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read_all, name="read_all"),
    path("notices/<int:pk>/open/", notices.open_, name="open"),
]
