"""Quản trị."""

from django.urls import path

from thidua.oversight.views import hub

urlpatterns = [path("oversight/", hub.hub, name="hub")]
