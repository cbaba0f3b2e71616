from django.urls import path

from thidua.awards.views import book, decisions, handling, nominations, reviewing

app_name = "awards"
urlpatterns = [
    path("", nominations.nomination_list, name="nominations"),
    path("new/", nominations.new, name="new"),
    path("<int:pk>/", nominations.detail, name="nomination"),
    path("<int:pk>/edit/", nominations.edit, name="edit"),
    path("<int:pk>/submit/", nominations.submit, name="submit"),
    path("<int:pk>/withdraw/", nominations.withdraw, name="withdraw"),
    path("<int:pk>/return/", reviewing.return_, name="return"),
    path("<int:pk>/decline/", reviewing.decline, name="decline"),
    path("<int:pk>/take-back/", reviewing.take_back, name="take_back"),
    path("put/", reviewing.put, name="put"),
    path("decisions/", decisions.decision_list, name="decisions"),
    path("decisions/new/", decisions.new, name="new_decision"),
    path("decisions/<int:pk>/", handling.decision, name="decision"),
    path("decisions/<int:pk>/edit/", decisions.edit, name="edit_decision"),
    path("decisions/<int:pk>/preview/", handling.preview, name="preview"),
    path("decisions/<int:pk>/submit/", handling.submit, name="submit_decision"),
    path("decisions/<int:pk>/withdraw/", handling.withdraw, name="withdraw_decision"),
    path("decisions/<int:pk>/return/", handling.return_, name="return_decision"),
    path("decisions/<int:pk>/drop/", handling.drop, name="drop_decision"),
    path("decisions/<int:pk>/sign/", handling.sign, name="sign"),
    path("decisions/<int:pk>/issue/", handling.issue, name="issue"),
    path("book/", book.book, name="book"),
    path("praise/", book.praise, name="praise"),
    path("praise/<int:pk>/withdraw/", book.withdraw_praise, name="withdraw_praise"),
]
