from django.urls import path

from thidua.activities.views import changing, recording, showing

app_name = "activities"
urlpatterns = [
    path("", showing.activity_list, name="list"),
    path("gallery/", showing.gallery, name="gallery"),
    path("new/", recording.new, name="new"),
    path("<int:pk>/", showing.detail, name="detail"),
    path("<int:pk>/cancel/", changing.cancel, name="cancel"),
    path("<int:pk>/pictures/", changing.add_pictures, name="pictures"),
    path("<int:pk>/pictures/<int:picture>/", showing.picture, name="picture"),
]
