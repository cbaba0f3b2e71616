from django.urls import path

from thidua.documents.views import papers, recipients, registers

app_name = "documents"
urlpatterns = [
    path("out/", registers.register_out, name="register_out"),
    path("in/", registers.register_in, name="register_in"),
    path("numbers/", registers.numbers, name="numbers"),
    path("numbers/reserve/", registers.reserve, name="reserve"),
    path("numbers/cancel/", registers.cancel, name="cancel"),
    path("address-book/", recipients.address_book, name="address_book"),
    path("<int:pk>/", papers.detail, name="detail"),
    path("<int:pk>/attach/", papers.attach, name="attach"),
    path("<int:pk>/recipients/", recipients.recipients, name="recipients"),
    path("<int:pk>/send/", papers.send, name="send"),
    path("<int:pk>/public/", papers.publish, name="publish"),
    path("files/<int:pk>/", papers.file, name="file"),
    path("recipients/<int:pk>/", recipients.recipient, name="recipient"),
    path("deliveries/<int:pk>/open/", papers.open_, name="open"),
    path("deliveries/<int:pk>/register/", papers.register, name="register"),
]
