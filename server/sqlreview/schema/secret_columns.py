"""Columns whose names say that they hold credentials."""

from __future__ import annotations

from sqlreview.operations.written import words_of
from sqlreview.queries.vocabulary import words_of as words
from sqlreview.schema.records import Table

_SECRETS = (
    ("password",),
    ("passwd",),
    ("pwd",),
    ("passphrase",),
    ("secret",),
    ("token",),
    ("ssn",),
    ("api", "key"),
    ("apikey",),
    ("private", "key"),
    ("card", "number"),
)
_FORMS = words("hash hashed digest encrypted enc crypt salt value key cipher plain md5 sha256 bcrypt")
"""Words that may follow: they say in which form the secret is kept."""
_FACTS = words("has is requires require needs allow allows last failed min max used count num number use uses")
"""Words before a secret that make it a fact about one."""


def is_secret(name: str) -> bool:
    """Whether a column of that name holds a credential, be it hashed: not when or how often one was used."""
    words = words_of(name)
    if words and words[0] in _FACTS:
        return False
    for start in range(len(words)):
        for secret in _SECRETS:
            stop = start + len(secret)
            if words[start:stop] == secret and _FORMS.issuperset(words[stop:]):
                return True
    return False


def secret_columns(table: Table) -> tuple[str, ...]:
    """The columns of a table that hold credentials."""
    return tuple(column.name for column in table.columns if is_secret(column.name))
