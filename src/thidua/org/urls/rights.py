"""Why may I, why may X not; exceptions for tiny units."""

from django.urls import path

from thidua.org.views import exemptions, why

urlpatterns = [
    path("rights/why/", why.why, name="why"),
    path("rights/exceptions/", exemptions.exemptions, name="exemptions"),
    path("rights/exceptions/<int:pk>/end/", exemptions.end, name="end_exemption"),
]
