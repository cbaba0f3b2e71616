from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures
