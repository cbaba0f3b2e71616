from django.urls import path

from thidua.reports.views import entry, handling, left, paper, periods

app_name = "reports"
urlpatterns = [
    path("", periods.period_list, name="list"),
    path("plans/<int:pk>/open/", periods.open_period, name="open"),
    path("left/", left.left, name="left"),
    path("periods/<int:pk>/", periods.period, name="period"),
    path("periods/<int:pk>/left/", left.left_in, name="left_in"),
    path("periods/<int:pk>/units/<int:unit>/", entry.report, name="report"),
    path("periods/<int:pk>/units/<int:unit>/facts/<slug:code>/", periods.facts_list, name="facts"),
    path("periods/<int:pk>/units/<int:unit>/totals/<slug:code>/", periods.total, name="total"),
    path("<int:pk>/withdraw/", handling.withdraw, name="withdraw"),
    path("<int:pk>/return/", handling.return_, name="return"),
    path("<int:pk>/accept/", handling.accept, name="accept"),
    path("<int:pk>/close/", handling.close, name="close"),
    path("<int:pk>/paper/", paper.paper, name="paper"),
]
