"""Privileges, policies and secrets."""
