from django.urls import include, path

from thidua.core import views as core

handler500 = "thidua.core.views.broken"
urlpatterns = [
    # First: in the minutes of a ceremony a whole union signs on these pages.
    path("", include("thidua.public.urls")),
    path("language/", core.choose_language, name="language"),
    path("", include("thidua.home.urls")),
    path("", include("thidua.org.urls")),
    path("documents/", include("thidua.documents.urls")),
    path("plans/", include("thidua.plans.urls")),
    path("cascade/", include("thidua.cascade.urls")),
    path("pledges/", include("thidua.pledges.urls")),
    path("activities/", include("thidua.activities.urls")),
    path("reports/", include("thidua.reports.urls")),
    path("progress/", include("thidua.progress.urls")),
    path("awards/", include("thidua.awards.urls")),
    path("councils/", include("thidua.councils.urls")),
    path("certificates/", include("thidua.certificates.urls")),
    path("stories/", include("thidua.stories.urls")),
    path("", include("thidua.notify.urls")),
    path("", include("thidua.oversight.urls")),
]
