"""Every setting, once. Values that differ between installations come from the environment."""

import datetime as dt
import secrets
import sys
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

env = Env()
DATA_DIR = Path(env.str("THIDUA_DATA", str(Path.cwd() / "var"))).resolve()
try:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
except OSError as error:
    sys.exit(
        f"Không tạo được thư mục dữ liệu {DATA_DIR}: {error.strerror}. Đặt THIDUA_DATA nơi khác."
    )
PACKAGE_DIR = Path(__file__).resolve().parents[1]


def _own_secret() -> str:
    """The key of this installation: made once, kept beside its data, readable by its owner only."""
    path = DATA_DIR / "secret-key"
    try:
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    except OSError as error:
        sys.exit(f"Không ghi được vào thư mục dữ liệu {DATA_DIR}: {error.strerror}.")
    return path.read_text(encoding="ascii")


DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", None) or _own_secret()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
PROXIES = env.int("PROXIES", 0)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])

DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR}/thidua.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue instead of failing halfway; a power cut loses nothing that was acknowledged.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Opening costs as much as a question; SQLite even tidies up whenever the last one closes.
DATABASES["default"]["CONN_MAX_AGE"] = 60

# What is counted or kept for some minutes. In the memory of each server process, with room for the
# desks and the signers of a large installation; CACHE_URL lets several processes share it.
# Photographs on their way are large, few, and needed by the same process a moment later only.
CACHES = {
    "default": env.dj_cache_url("CACHE_URL", "locmem://?max_entries=20000"),
    "pictures": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pictures",
        "OPTIONS": {"MAX_ENTRIES": 30},
    },
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "thidua.core",
    "thidua.audit",
    "thidua.org",
    "thidua.files",
    "thidua.notify",
    "thidua.rulebook",
    "thidua.documents",
    "thidua.councils",
    "thidua.plans",
    "thidua.cascade",
    "thidua.pledges",
    "thidua.activities",
    "thidua.awards",
    "thidua.certificates",
    "thidua.stories",
    "thidua.reports",
    "thidua.progress",
    "thidua.home",
    "thidua.public",
    "thidua.oversight",
    "thidua.config",
]
MIDDLEWARE = [
    "thidua.core.middleware.AddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thidua.core.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "thidua.core.typed.TypedMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "thidua.org.http.ActorMiddleware",
    "thidua.core.middleware.DomainErrorMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.i18n",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thidua.home.frame.frame",
            ],
            "libraries": {"i18n": "thidua.core.words"},
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]
TASKS = {
    "default": {
        "BACKEND": env.str("TASKS_BACKEND", default="django_tasks_db.DatabaseBackend"),
        "QUEUES": ["default"],
    }
}
# `i18n` is meant to stand twice: ours takes the place of Django's.
SILENCED_SYSTEM_CHECKS = ["templates.W003"]
ROOT_URLCONF = "thidua.config.urls"
WSGI_APPLICATION = "thidua.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts
AUTH_USER_MODEL = "org.User"
LOGIN_URL = "org:login"
LOGIN_REDIRECT_URL = "home:desk"
LOGOUT_REDIRECT_URL = "org:login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
HANDOVER_WORK = "thidua.home.handing_over.work_of"
RECOVERY_TOLD = "thidua.notify.actions.recoveries.tell_owner"
AXES_LOCKOUT_CALLABLE = "thidua.org.views.signing_in.locked_out"
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["code", "credential"]  # of what was typed wrongly nothing is kept
# Of allauth only the second factor is used: its rows and its arithmetic, none of its addresses.
# It wants its account part installed; the tables of that stay empty.
MFA_ADAPTER = "thidua.org.second_factor.sealing.SealedSecrets"
MFA_TOTP_TOLERANCE = 1  # the clock of a phone may differ by half a minute
# Signing in with an account elsewhere: OIDC=so names one, OIDC_SO_ISSUER and so on describe it.
_OIDC: list[str] = env.list("OIDC", [])
OIDC_PROVIDERS = {
    name: {
        "issuer": env.str(f"OIDC_{name.upper()}_ISSUER"),
        "client_id": env.str(f"OIDC_{name.upper()}_CLIENT_ID"),
        "client_secret": env.str(f"OIDC_{name.upper()}_CLIENT_SECRET", ""),
        "label": env.str(f"OIDC_{name.upper()}_LABEL", name),
    }
    for name in _OIDC
}
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("HTTPS_ONLY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SESSION_COOKIE_SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "thidua.org.views.signing_in.csrf_failure"

# Pages may load nothing from anywhere else, and run no script but ours.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Language and time
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# Files
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
_ON_DISK = {
    "BACKEND": "thidua.files.storage.WholeFileStorage",
    "OPTIONS": {"location": DATA_DIR / "files", "base_url": None},
}
# With a bucket, kept files lie in an S3-compatible store and the disk holds none of them.
FILES_BUCKET = env.str("FILES_BUCKET", "")
_IN_A_STORE = {
    "BACKEND": "thidua.files.object_store.ObjectStorage",
    "OPTIONS": {
        "bucket_name": FILES_BUCKET,
        "endpoint_url": env.str("FILES_ENDPOINT", None),
        "access_key": env.str("FILES_ACCESS_KEY", None),
        "secret_key": env.str("FILES_SECRET_KEY", None),
        "region_name": env.str("FILES_REGION", None),
        "default_acl": "private",
        "querystring_auth": True,
    },
}
STORAGES = {
    "default": _IN_A_STORE if FILES_BUCKET else _ON_DISK,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Bytes: of one paper or list, of one photograph, and of everything one unit keeps.
UPLOAD_LIMIT = env.int("UPLOAD_LIMIT", 20 * 1024 * 1024)
PICTURE_LIMIT = env.int("PICTURE_LIMIT", 30 * 1024 * 1024)
FILES_QUOTA = env.int("FILES_QUOTA", 5 * 1024 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# E-mail leaves through the outbox; without a server it waits there and says so. The mail of the
# sample year goes to nobody: it lies in a folder.
SAMPLE = env.bool("THIDUA_SAMPLE", False)
_MAIL_WAY = "filebased" if SAMPLE else "smtp"
EMAIL_BACKEND = env.str("EMAIL_BACKEND", f"django.core.mail.backends.{_MAIL_WAY}.EmailBackend")
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 10
# Web hooks may speak to services inside the own network only where this is said.
HOOKS_INSIDE = env.bool("HOOKS_INSIDE", False)
# Nobody gets an e-mail or a message in these hours, whatever they chose; empty for no such hours.
QUIET_HOURS = env.str("QUIET_HOURS", "21:00-06:00")
# Where this installation is reached from outside, without a slash at the end: links in e-mails.
SITE_URL = env.str("SITE_URL", "http://localhost:8000")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "thidua@localhost")

# The sample year: an installation to learn on, with its own day and accounts shown at sign-in.
SAMPLE_DAY_FILE = DATA_DIR / "sample-day" if SAMPLE else None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "WARNING"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refusal is an answer, not a fault: only what broke is worth a line with its trace.
    "loggers": {"django.request": {"level": "ERROR"}, "django.security": {"level": "ERROR"}},
}
