from django.urls import path

from thidua.progress.views import plans, totals

app_name = "progress"
urlpatterns = [
    path("", plans.plan_list, name="list"),
    path("plans/<int:pk>/", plans.plan, name="plan"),
    path("plans/<int:pk>/remind/", plans.remind, name="remind"),
    path("plans/<int:pk>/letter/", plans.letter, name="letter"),
    path("plans/<int:pk>/reminders/", plans.reminders, name="reminders"),
    path("totals/<int:pk>/", totals.totals, name="totals"),
    path("totals/<int:pk>/<slug:what>/", totals.lines, name="totals_lines"),
]
