from django.urls import path

from thidua.progress import views

app_name = "progress"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("plans/<int:pk>/", views.plan, name="plan"),
    path("plans/<int:pk>/remind/", views.remind, name="remind"),
    path("plans/<int:pk>/letter/", views.letter, name="letter"),
    path("plans/<int:pk>/reminders/", views.reminders, name="reminders"),
]
