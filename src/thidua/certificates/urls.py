from django.urls import path

from thidua.certificates import views

app_name = "certificates"
urlpatterns = [
    path("", views.certificate_list, name="list"),
    path("decisions/<int:pk>/", views.decision, name="decision"),
    path("decisions/<int:pk>/make/", views.make, name="make"),
    path("decisions/<int:pk>/all/", views.all_sheets, name="all"),
    path("decisions/<int:pk>/hand-over/", views.hand_over, name="hand_over"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/file/", views.file, name="file"),
    path("<int:pk>/not-handed-over/", views.take_back, name="take_back"),
    path("<int:pk>/revoke/", views.revoke, name="revoke"),
    path("<int:pk>/replace/", views.replace, name="replace"),
]
