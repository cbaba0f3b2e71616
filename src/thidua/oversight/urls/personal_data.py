"""Requests of persons, anonymising, retention, incidents, consents."""

from django.urls import path

from thidua.oversight.views import anonymising, breaches, consents, retention, sightings
from thidua.oversight.views import person_exports as exports
from thidua.oversight.views import personal_requests as requests

REQUEST = "personal-data/requests/<int:pk>/"
NAMELESS = "personal-data/anonymising/"
BREACH = "personal-data/breaches/<int:pk>/"
urlpatterns = [
    path("personal-data/requests/", requests.desk, name="data_requests"),
    path("personal-data/people/<int:pk>/request/", requests.new, name="new_data_request"),
    path(REQUEST, requests.detail, name="data_request"),
    path(f"{REQUEST}take-up/", requests.take_up, name="take_up_data_request"),
    path(f"{REQUEST}extend/", requests.extend, name="extend_data_request"),
    path(f"{REQUEST}settle/", requests.settle, name="settle_data_request"),
    path(f"{REQUEST}export/", exports.make, name="make_person_export"),
    path(f"{REQUEST}export/take/", exports.take, name="take_person_export"),
    path(NAMELESS, anonymising.listing, name="anonymisings"),
    path("personal-data/people/<int:pk>/anonymise/", anonymising.propose, name="anonymise"),
    path(f"{NAMELESS}<int:pk>/", anonymising.detail, name="anonymising"),
    path(f"{NAMELESS}<int:pk>/approve/", anonymising.approve, name="approve_anonymising"),
    path(f"{NAMELESS}<int:pk>/decline/", anonymising.decline, name="decline_anonymising"),
    path("personal-data/breaches/", breaches.listing, name="breaches"),
    path("personal-data/breaches/new/", breaches.new, name="new_breach"),
    path(BREACH, breaches.detail, name="breach"),
    path(f"{BREACH}edit/", breaches.edit, name="edit_breach"),
    path(f"{BREACH}report/", breaches.report, name="report_breach"),
    path(f"{BREACH}close/", breaches.close, name="close_breach"),
    path(f"{BREACH}notice/", breaches.notice, name="breach_notice"),
    path("personal-data/seen/", sightings.sightings, name="sightings"),
    path("personal-data/retention/", retention.retention, name="retention"),
    path("personal-data/retention/<int:pk>/", retention.carry_out, name="carry_out_retention"),
    path("personal-data/retention/<int:pk>/edit/", retention.edit_rule, name="edit_retention"),
    path("personal-data/consents/", consents.register, name="consents"),
    path("personal-data/consents/texts/new/", consents.new_text, name="new_consent_text"),
    path("personal-data/people/<int:pk>/consent/", consents.give, name="give_consent"),
    path("personal-data/consents/<int:pk>/withdraw/", consents.withdraw, name="withdraw_consent"),
]
