from django.urls import path

from thidua.home import views

app_name = "home"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("more/", views.more, name="more"),
    path("sample-day/", views.sample_day, name="sample_day"),
]
