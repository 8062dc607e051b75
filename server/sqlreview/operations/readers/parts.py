"""The parts of statements that several readers share, under one roof."""

from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.bounds import read_partition_bound, read_partition_by
from sqlreview.operations.readers.columns import read_column_definition
from sqlreview.operations.readers.constraints import read_table_constraint, read_timing, starts_table_constraint
from sqlreview.operations.readers.data_types import read_type
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.keys import read_index_key, read_index_keys, read_parameters

__all__ = [
    "Reader",
    "read_column_definition",
    "read_expression",
    "read_index_key",
    "read_index_keys",
    "read_parameters",
    "read_partition_bound",
    "read_partition_by",
    "read_table_constraint",
    "read_timing",
    "read_type",
    "starts_table_constraint",
]
