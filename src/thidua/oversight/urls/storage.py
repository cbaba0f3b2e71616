"""What the units keep."""

from django.urls import path

from thidua.oversight.views import storage

urlpatterns = [
    path("storage/", storage.storage, name="storage"),
    path("storage/units/<int:pk>/", storage.quota, name="quota"),
]
