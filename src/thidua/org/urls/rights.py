"""Why may I, why may X not; entering for a unit."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
