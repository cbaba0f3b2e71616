"""Lists taken in from Excel: map, preview, apply, undo."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
