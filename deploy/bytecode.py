"""Compiles what the commands load, of the standard library too: PYTHONPYCACHEPREFIX names the folder for it.

The bytecode is taken without a look at its source, whose time a builder of images may change.
"""

import pkgutil
import py_compile
import sys
from importlib import import_module

import service

# What is loaded no sooner than a command runs.
LATE = (
    "alembic.command",
    "alembic.config",
    "sqlalchemy.dialects.postgresql.asyncpg",
    "uvloop",
    "http.client",
    "requests",
)

for module in (*LATE, *(found.name for found in pkgutil.walk_packages(service.__path__, "service."))):
    import_module(module)
for module in list(sys.modules.values()):
    source = getattr(module, "__file__", None) or ""
    if source.endswith(".py"):
        py_compile.compile(source, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
