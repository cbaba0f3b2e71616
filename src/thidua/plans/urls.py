from django.urls import path

from thidua.plans.views import accepting, drafting, handling, intake, plans, reading

app_name = "plans"
urlpatterns = [
    path("", plans.plan_list, name="list"),
    path("read/", intake.read, name="read"),
    path("readings/<int:pk>/", reading.reading, name="reading"),
    path("readings/<int:pk>/fix/", reading.fix, name="fix"),
    path("readings/<int:pk>/keep/", reading.keep, name="keep"),
    path("readings/<int:pk>/undo/", reading.undo, name="undo"),
    path("readings/<int:pk>/correct/", reading.correct, name="correct"),
    path("readings/<int:pk>/accept/", accepting.accept, name="accept"),
    path("readings/<int:pk>/drop/", reading.drop, name="drop"),
    path("new/", drafting.new, name="new"),
    path("<int:pk>/", plans.detail, name="detail"),
    path("<int:pk>/edit/", drafting.edit, name="edit"),
    path("<int:pk>/clauses/<int:clause>/", drafting.clause, name="clause"),
    path("<int:pk>/add/<slug:part>/", drafting.add, name="add"),
    path("<int:pk>/check/", drafting.check, name="check"),
    path("<int:pk>/preview/", handling.preview, name="preview"),
    path("<int:pk>/discard/", handling.discard, name="discard"),
    path("<int:pk>/restore/", handling.restore, name="restore"),
    path("<int:pk>/submit/", handling.submit, name="submit"),
    path("<int:pk>/withdraw/", handling.withdraw, name="withdraw"),
    path("<int:pk>/return/", handling.return_, name="return"),
    path("<int:pk>/sign/", handling.sign, name="sign"),
    path("<int:pk>/issue/", handling.issue, name="issue"),
    path("<int:pk>/log/", plans.log, name="log"),
]
