"""Requests of persons, retention, breaches."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
