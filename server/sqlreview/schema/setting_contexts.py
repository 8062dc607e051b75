"""Who may SET a parameter of PostgreSQL, as pg_settings says (https://www.postgresql.org/docs/current/view-pg-settings.html)."""

from __future__ import annotations

from typing import Literal

_SUPERUSER_NAMES = """
    allow_in_place_tablespaces allow_system_table_mods backtrace_functions commit_delay deadlock_timeout
    dynamic_library_path ignore_checksum_failure lc_messages lo_compat_privileges log_duration log_error_verbosity
    log_executor_stats log_lock_waits log_min_duration_sample log_min_duration_statement log_min_error_statement
    log_min_messages log_parameter_max_length log_parser_stats log_planner_stats log_replication_commands log_statement
    log_statement_sample_rate log_statement_stats log_temp_files log_transaction_sample_rate max_stack_depth
    session_preload_libraries session_replication_role temp_file_limit track_activities track_counts track_functions
    track_io_timing update_process_title wal_compression wal_consistency_checking wal_init_zero wal_recycle
    zero_damaged_pages
"""
_SERVER_NAMES = """
    archive_command archive_mode archive_timeout autovacuum autovacuum_analyze_scale_factor autovacuum_analyze_threshold
    autovacuum_freeze_max_age autovacuum_max_workers autovacuum_naptime autovacuum_vacuum_cost_delay
    autovacuum_vacuum_cost_limit autovacuum_vacuum_scale_factor autovacuum_vacuum_threshold bgwriter_delay
    checkpoint_completion_target checkpoint_timeout cluster_name fsync full_page_writes hba_file hot_standby
    hot_standby_feedback huge_pages listen_addresses log_autovacuum_min_duration log_checkpoints log_destination
    log_directory log_filename log_hostname log_line_prefix log_timezone logging_collector max_connections
    max_files_per_process max_locks_per_transaction max_logical_replication_workers max_prepared_transactions
    max_replication_slots max_slot_wal_keep_size max_standby_streaming_delay max_wal_senders max_wal_size
    max_worker_processes min_wal_size port restore_command shared_buffers shared_preload_libraries ssl ssl_cert_file
    ssl_key_file superuser_reserved_connections synchronous_standby_names track_activity_query_size
    track_commit_timestamp unix_socket_directories wal_buffers wal_keep_size wal_level wal_log_hints
"""
_SUPERUSER = frozenset(_SUPERUSER_NAMES.split())
_SERVER = frozenset(_SERVER_NAMES.split())


def setting_context(name: str) -> Literal["superuser", "server"] | None:
    """`superuser` for what only superusers may SET, `server` for what no session can; None for everything else."""
    if name in _SUPERUSER:
        return "superuser"
    return "server" if name in _SERVER else None
