"""The addresses of the room, part by part."""

from thidua.org.urls import accounts, guarded, people, rights, second_factor, signing_in, units

app_name = "org"
urlpatterns = [
    *signing_in.urlpatterns,
    *units.urlpatterns,
    *guarded.urlpatterns,
    *people.urlpatterns,
    *accounts.urlpatterns,
    *rights.urlpatterns,
    *second_factor.urlpatterns,
]
