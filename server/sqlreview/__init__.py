"""Reviews database design where it is written.

Rules import their vocabulary from here; programs call `review_text` and `review_paths`.
"""

from typing import TYPE_CHECKING, Any

from sqlreview.broken_routines import broken_elsewhere, broken_routines
from sqlreview.context import Context
from sqlreview.departures import Departure, columns_filled, departures, linked_tables, table_changed, tables_read
from sqlreview.examples import SHOP, SHOP_MYSQL, SHOP_SQLITE, Bad, Good
from sqlreview.findings import Finding, Fix, FixKind, FollowUp, Related, Severity
from sqlreview.long_reads import reads_under_lock
from sqlreview.patterns import regex
from sqlreview.rollouts import (
    added_in_steps,
    attached_when_proven,
    changed_in_batches,
    index_of_partitions,
    partitioned_in_steps,
    renamed_in_steps,
    retyped_in_steps,
    unique_among_present,
    view_left_behind,
    widened_in_steps,
)
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
from sqlreview.subjects import (
    DocumentedTable,
    EmbeddedSql,
    IgnoreComment,
    Migration,
    Statement,
    Step,
    Transaction,
    is_for_tests,
    is_versioned,
)
from sqlreview.text import Edit, Span
from sqlreview.time_limits import limits_set, settings_of, unlimited_steps
from sqlreview.undoings import undoing_of

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
    "Departure",
    "DocumentedTable",
    "Edit",
    "EmbeddedSql",
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
    "added_in_steps",
    "alter_next",
    "attached_when_proven",
    "broken_elsewhere",
    "broken_routines",
    "changed_in_batches",
    "columns_filled",
    "departures",
    "impact_text",
    "index_built_first",
    "index_of_partitions",
    "index_to_come",
    "is_for_tests",
    "is_versioned",
    "later_migration",
    "limits_set",
    "linked_tables",
    "partitioned_in_steps",
    "proven_not_null",
    "reads_under_lock",
    "regex",
    "renamed_in_steps",
    "retyped_in_steps",
    "review_paths",
    "review_text",
    "settings_of",
    "table_changed",
    "tables_read",
    "undoing_of",
    "unique_among_present",
    "unlimited_steps",
    "validated_later",
    "validation_left",
    "view_left_behind",
    "widened_in_steps",
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
