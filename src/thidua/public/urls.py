from django.urls import path

from thidua.public import pledging, telling, verifying, views

app_name = "public"
urlpatterns = [
    path("cong-khai/", views.index, name="index"),
    path("cong-khai/<int:pk>/", views.document, name="document"),
    path("cong-khai/<int:pk>/file/", views.file, name="file"),
    path("cong-khai/letter/<str:token>/", views.letter, name="letter"),
    path("cong-khai/letter/<str:token>/file/", views.letter_file, name="letter_file"),
    # Short, since it is typed by hand from a wall or a sheet of paper.
    path("g/<str:token>/", pledging.pledge, name="pledge"),
    path("g/receipt/<str:receipt>/", pledging.receipt, name="receipt"),
    path("g/receipt/<str:receipt>/withdraw/", pledging.withdraw, name="withdraw"),
    path("cong-khai/dien-hinh/", telling.stories, name="stories"),
    path("cong-khai/dien-hinh/<int:pk>/", telling.story, name="story"),
    path("cong-khai/dien-hinh/<int:pk>/picture/", telling.story_picture, name="story_picture"),
    path("k/", verifying.check, name="check"),
    path("k/<str:code>/", verifying.verify, name="verify"),
]
