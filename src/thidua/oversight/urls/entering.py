"""Entering for a unit that cannot do it itself."""

from django.urls import path

from thidua.oversight.views import entering

urlpatterns = [
    path("entering/", entering.entering, name="entering"),
    path("entering/units/<int:pk>/", entering.begin, name="enter_for"),
    path("entering/<int:pk>/stop/", entering.stop, name="stop_entering"),
]
