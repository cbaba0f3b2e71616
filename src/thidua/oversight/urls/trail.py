"""The audit trail."""

from django.urls import path

from thidua.oversight.views import seals, trail

urlpatterns = [
    path("trail/", trail.trail, name="trail"),
    path("trail/export/", trail.export, name="trail_export"),
    path("trail/seals/", seals.seals, name="seals"),
    path("trail/seals/check/", seals.start, name="check_seals"),
]
