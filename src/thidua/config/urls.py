from django.urls import include, path

from thidua.core import views as core

handler500 = "thidua.core.views.broken"
urlpatterns = [
    path("language/", core.choose_language, name="language"),
    path("", include("thidua.home.urls")),
    path("", include("thidua.org.urls")),
    path("documents/", include("thidua.documents.urls")),
    path("plans/", include("thidua.plans.urls")),
    path("outbox/", include("thidua.notify.urls")),
    path("cong-khai/", include("thidua.public.urls")),
]
