"""The addresses of the room, part by part."""

from thidua.oversight.urls import entering, importing, personal_data, reorganising, trail

app_name = "oversight"
urlpatterns = [
    *reorganising.urlpatterns,
    *importing.urlpatterns,
    *entering.urlpatterns,
    *trail.urlpatterns,
    *personal_data.urlpatterns,
]
