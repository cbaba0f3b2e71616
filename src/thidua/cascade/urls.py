from django.urls import path

from thidua.cascade.views import launching, overview, own_plan, receiving

app_name = "cascade"
urlpatterns = [
    path("plans/<int:pk>/", overview.plan, name="plan"),
    path("plans/<int:pk>/timetable/", overview.timetable, name="timetable"),
    path("plans/<int:pk>/units/<int:unit>/", receiving.unit, name="unit"),
    path("plans/<int:pk>/units/<int:unit>/ack/", receiving.acknowledge, name="acknowledge"),
    path("plans/<int:pk>/units/<int:unit>/take-back/", receiving.take_back, name="take_back"),
    path("plans/<int:pk>/units/<int:unit>/own-plan/", own_plan.own_plan, name="own_plan"),
    path("plans/<int:pk>/units/<int:unit>/link/", own_plan.link, name="link"),
    path("plans/<int:pk>/units/<int:unit>/unlink/", own_plan.unlink, name="unlink"),
    path("phases/<int:pk>/units/<int:unit>/", launching.launch, name="launch"),
    path("launches/<int:pk>/undo/", launching.undo, name="undo_launch"),
    path("launches/<int:pk>/picture/", launching.picture, name="picture"),
]
