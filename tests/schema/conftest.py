"""Stands here so that the cases of every engine can import the dump of catalogs beside it."""
