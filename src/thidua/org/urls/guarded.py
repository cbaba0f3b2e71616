"""Guarded facts, the register of purposes, whom to ask about data."""

from django.urls import path

from thidua.org.views import data_officer, fact_kinds, guarded, guarded_counts

urlpatterns = [
    path("people/guarded-counts/", guarded_counts.counts, name="guarded_counts"),
    path("people/<int:pk>/guarded/", guarded.guarded, name="guarded"),
    path("people/<int:pk>/guarded/<int:kind>/", guarded.enter, name="enter_guarded"),
    path("personal-data/purposes/", fact_kinds.purposes, name="purposes"),
    path("personal-data/purposes/new/", fact_kinds.new, name="new_purpose"),
    path("personal-data/purposes/<int:pk>/end/", fact_kinds.end, name="end_purpose"),
    path("personal-data/contact/", data_officer.contact, name="data_contact"),
]
