"""Units: the tree, one unit, kinds and groupings."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
