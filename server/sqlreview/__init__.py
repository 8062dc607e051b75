"""Reviews database design where it is written.

Rules import their vocabulary from here; programs call `review_text` and `review_paths`.
"""

from typing import TYPE_CHECKING, Any

from sqlreview.context import Context
from sqlreview.examples import SHOP, SHOP_MYSQL, SHOP_SQLITE, Bad, Good
from sqlreview.findings import Finding, Fix, FixKind, FollowUp, Related, Severity
from sqlreview.rule import EVERY_ENGINE, Rule
from sqlreview.staging import (
    alter_next,
    index_built_first,
    index_to_come,
    later_migration,
    proven_not_null,
    validated_later,
    validation_left,
    without,
)
from sqlreview.subjects import IgnoreComment, Migration, Statement, Step, Transaction
from sqlreview.text import Edit, Span

if TYPE_CHECKING:
    from sqlreview.api import impact_text, review_paths, review_text
    from sqlreview.config import Config, ConfigError
    from sqlreview.report import Report

__version__ = "0.1.0"

__all__ = [
    "EVERY_ENGINE",
    "SHOP",
    "SHOP_MYSQL",
    "SHOP_SQLITE",
    "Bad",
    "Config",
    "ConfigError",
    "Context",
    "Edit",
    "Finding",
    "Fix",
    "FixKind",
    "FollowUp",
    "Good",
    "IgnoreComment",
    "Migration",
    "Related",
    "Report",
    "Rule",
    "Severity",
    "Span",
    "Statement",
    "Step",
    "Transaction",
    "alter_next",
    "impact_text",
    "index_built_first",
    "index_to_come",
    "later_migration",
    "proven_not_null",
    "review_paths",
    "review_text",
    "validated_later",
    "validation_left",
    "without",
]

_FOR_PROGRAMS = {
    "Config": "sqlreview.config",
    "ConfigError": "sqlreview.config",
    "Report": "sqlreview.report",
    "impact_text": "sqlreview.api",
    "review_paths": "sqlreview.api",
    "review_text": "sqlreview.api",
}


def __getattr__(name: str) -> Any:
    # rules import this module, and the engine imports rules: what programs call is loaded when it is asked for
    if name in _FOR_PROGRAMS:
        from importlib import import_module

        return getattr(import_module(_FOR_PROGRAMS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
