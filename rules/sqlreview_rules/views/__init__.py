"""Views, materialized views and extensions."""
