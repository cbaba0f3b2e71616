"""Decisions about the organisation: draft, preview, carry out, undo."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
