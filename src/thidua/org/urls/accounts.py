"""Accounts, slips, sessions and one-time links."""

from django.urls import path

from thidua.org.views import (
    accounts,
    giving_accounts,
    handovers,
    keeping_accounts,
    mine,
    slips,
)

urlpatterns = [
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/give/", giving_accounts.give, name="give_accounts"),
    path("accounts/slips/<int:pk>/", giving_accounts.slips, name="slips"),
    path("accounts/slips/<int:pk>/paper/", giving_accounts.slips_paper, name="slips_paper"),
    path("accounts/<int:pk>/", keeping_accounts.account, name="account"),
    path("accounts/<int:pk>/reset/", keeping_accounts.reset, name="reset_account"),
    path("accounts/<int:pk>/lock/", keeping_accounts.lock, name="lock_account"),
    path("accounts/<int:pk>/unlock/", keeping_accounts.unlock, name="unlock_account"),
    path("accounts/<int:pk>/let-in/", keeping_accounts.let_in, name="let_in"),
    path("accounts/handover/<int:pk>/", handovers.handover, name="handover"),
    path("accounts/handover/<int:pk>/done/", handovers.done, name="handover_done"),
    path("account/", mine.mine, name="mine"),
    path("account/password/", mine.password, name="password"),
    path("account/switch/", mine.switch, name="switch"),
    path("account/devices/<int:pk>/end/", mine.end, name="end_device"),
    path("account/devices/end-others/", mine.end_others, name="end_others"),
    # Short, since it is typed by hand from a slip.
    path("phieu/", slips.slip, name="slip"),
    path("phieu/mat-khau/", slips.slip_password, name="slip_password"),
]
