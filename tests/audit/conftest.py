from documents.conftest import at_once, shared_database

__all__ = ["at_once", "shared_database"]
