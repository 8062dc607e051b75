"""Columns whose values name one thing of the real world."""

from __future__ import annotations

from sqlreview.operations.written import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Column, Table
from sqlreview.schema.table_roles import plurals, table_of_things

_KEYS = """
    email username user_name login handle slug sku isbn iban vin ssn token session_token
    api_key
"""
_NAMES = frozenset(_KEYS.split())
_TEXTS = frozenset(("text", "varchar", "char", "bpchar", "citext", "nvarchar", "character varying"))
_NO_NAMES_WORDS = """
    phone house page line version account mobile fax telephone contact room street building flat floor row seat
    card tracking bank routing attempt chapter flight port reference tax vat
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_PERSONS_WORDS = """
    contact contacts message messages mail mails email emails inquiry inquiries feedback request requests invitation
    invitations invite invites comment comments submission submissions order orders address addresses booking bookings
    reservation reservations guest guests lead leads notification notifications payment payments attempt attempts
    transaction transactions report reports invoice invoices
"""
_PERSONS = frozenset(_PERSONS_WORDS.split())
_LOGINS = frozenset(("email", "username", "user_name", "login", "handle"))
_ENDS = frozenset(("issued", "revoked", "consumed"))
"""How the times of what a person is given again and again are called: a token, a ban, a code."""


def identifies(table: Table, column: Column, catalog: Catalog) -> bool:
    """Whether the text in a column of a table of things most likely belongs to one row only: an address, a number."""
    kind, words = column.type, words_of(column.name)
    if kind is None or kind.name not in _TEXTS or kind.dimensions or column.generated or column.default:
        return False
    if any(column.name in key.columns for key in table.foreign_keys):
        return False
    about = words_of(table.name)
    if "_".join(words) in _LOGINS and any(not _ENDS.isdisjoint(words_of(other.name)[:1]) for other in table.columns):
        return False
    if "_".join(words) in _NAMES:
        return words != ("email",) or _PERSONS.isdisjoint(about)
    stem = "_".join(words[:-1])
    if words[-1:] == ("code",):
        return table.name.lower() in plurals(stem) if stem else about[-1:] in (("code",), ("codes",))
    if words[-1:] != ("number",) or not stem or words[-2] in _NO_NAMES:
        return False
    other = table_of_things(stem, table, catalog)
    return other is None or other.key == table.key
