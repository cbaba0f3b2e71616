"""The addresses of the room, part by part."""

from thidua.oversight.urls import (
    entering,
    hub,
    importing,
    personal_data,
    reorganising,
    storage,
    trail,
)

app_name = "oversight"
urlpatterns = [
    *reorganising.urlpatterns,
    *hub.urlpatterns,
    *importing.urlpatterns,
    *entering.urlpatterns,
    *trail.urlpatterns,
    *storage.urlpatterns,
    *personal_data.urlpatterns,
]
