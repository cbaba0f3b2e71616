from django.urls import path

from thidua.stories import views

app_name = "stories"
urlpatterns = [
    path("", views.story_list, name="list"),
    path("new/", views.new, name="new"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/picture/", views.picture, name="picture"),
    path("<int:pk>/picture/drop/", views.drop_picture, name="drop_picture"),
    path("<int:pk>/consent/", views.consent, name="consent"),
    path("<int:pk>/publish/", views.publish, name="publish"),
    path("<int:pk>/take-down/", views.take_down, name="take_down"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/resume/", views.resume, name="resume"),
]
