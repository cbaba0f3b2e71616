"""The second factor, its rules and its recovery; accounts elsewhere that open one here."""

from django.urls import path

from thidua.core.on_demand import on_demand
from thidua.org.views import (
    factor_rules,
    identities,
    recovering,
    second_factor,
    security,
    waiving,
)

ELSEWHERE = "thidua.org.views.elsewhere"
PASSKEYS = "thidua.org.views.passkeys"
urlpatterns = [
    path("login/second/", second_factor.second_factor, name="second_factor"),
    path("account/security/", security.security, name="security"),
    path("account/security/app/", security.app, name="set_up_app"),
    path(
        "login/second/passkey/",
        on_demand(f"{PASSKEYS}.step", open_to_strangers=True),
        name="passkey_step",
    ),
    path("account/security/passkey/", on_demand(f"{PASSKEYS}.add"), name="add_passkey"),
    path("account/security/<int:pk>/remove/", security.remove, name="remove_factor"),
    path("account/security/codes/", security.codes, name="codes"),
    path("account/security/codes/paper/", security.codes_paper, name="codes_paper"),
    path("account/security/stop/", recovering.stop, name="stop_recovery"),
    path("accounts/second-factor/", factor_rules.rules, name="factor_rules"),
    path("accounts/second-factor/<int:pk>/end/", factor_rules.end, name="end_factor_rule"),
    path("accounts/<int:pk>/second-factor/", recovering.ask, name="ask_recovery"),
    path("accounts/<int:pk>/waiver/", waiving.ask, name="ask_waiver"),
    path("accounts/waivers/<int:pk>/", waiving.waiver, name="waiver"),
    path("accounts/waivers/<int:pk>/grant/", waiving.grant, name="grant_waiver"),
    path("accounts/waivers/<int:pk>/decline/", waiving.decline, name="decline_waiver"),
    path("accounts/waivers/<int:pk>/end/", waiving.end, name="end_waiver"),
    path("accounts/recoveries/", recovering.recoveries, name="recoveries"),
    path("accounts/recoveries/<int:pk>/", recovering.recovery, name="recovery"),
    path("accounts/recoveries/<int:pk>/confirm/", recovering.confirm, name="confirm_recovery"),
    path("accounts/recoveries/<int:pk>/decline/", recovering.decline, name="decline_recovery"),
    path(
        "login/oidc/<slug:provider>/",
        on_demand(f"{ELSEWHERE}.start", open_to_strangers=True),
        name="elsewhere",
    ),
    path(
        "login/oidc/<slug:provider>/done/",
        on_demand(f"{ELSEWHERE}.done", open_to_strangers=True),
        name="elsewhere_done",
    ),
    path(
        "account/security/prove/<slug:provider>/",
        on_demand(f"{ELSEWHERE}.prove"),
        name="prove_elsewhere",
    ),
    path("account/security/link/<slug:provider>/", on_demand(f"{ELSEWHERE}.link"), name="link_own"),
    path("account/security/identities/<int:pk>/unlink/", identities.unlink, name="unlink"),
    path("accounts/<int:pk>/identities/", identities.identities, name="identities"),
]
