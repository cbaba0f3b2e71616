"""Accounts, slips, sessions and one-time links."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
