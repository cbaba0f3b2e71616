from django.urls import path

from thidua.public import views

app_name = "public"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/file/", views.file, name="file"),
    path("letter/<str:token>/", views.letter, name="letter"),
    path("letter/<str:token>/file/", views.letter_file, name="letter_file"),
]
