"""Where tables, columns, indexes, constraints and types are made and named, through all migrations.

A word between « and » is what is asked about; words between ‹ and › are its references, ‹!...› the one that makes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from lsp_client import Json
from lsp_folder import Folder

MARK = re.compile(r"«(.*?)»|‹(!?)(.*?)›")
CASES = {
    "a table, renamed later, from its first name": [
        "CREATE TABLE ‹!users› (id int PRIMARY KEY);\nCREATE TABLE other (users int);",
        "-- users\nALTER TABLE «users» ADD COLUMN a int;\nINSERT INTO ‹users› VALUES ('users');",
        "ALTER TABLE ‹users› RENAME TO ‹people›;\nCREATE TABLE users (id int);",
        "SELECT * FROM ‹people› p, users; CREATE INDEX i ON ‹people› (id); DELETE FROM users;",
        "CREATE TABLE o (u int REFERENCES ‹people›); COMMENT ON TABLE ‹people› IS 'x'; GRANT SELECT ON ‹people› TO b;",
        "CREATE VIEW v AS SELECT ‹people›.id FROM ‹people›; TRUNCATE ‹people›; DROP TABLE ‹people›, users;",
    ],
    "a table, renamed before, from its last name": [
        "CREATE TABLE ‹!a› (id int);",
        "ALTER TABLE ‹a› RENAME TO ‹b›;\nALTER TABLE ‹b› RENAME TO ‹c›;",
        "SELECT 1 FROM «c»;",
    ],
    "a table in a schema": [
        "CREATE TABLE ‹!app.t› (id int); CREATE TABLE t (id int);",
        "SELECT 1 FROM «app.t»; SET search_path = app; SELECT 1 FROM ‹t›; SELECT 1 FROM public.t;",
    ],
    "a table that the history does not make": [
        "SELECT * FROM «elsewhere»;",
        "UPDATE ‹elsewhere› SET a = 1; SELECT * FROM other;",
    ],
    "a column, renamed": [
        "CREATE TABLE t (id int,‹!name› text, CHECK (‹name› <> ''), UNIQUE (‹name›));CREATE TABLE u (id int, name int)",
        "SELECT t.‹name›, u.name FROM t JOIN u ON u.id = t.id WHERE length(t.«name») > 1;",
        "ALTER TABLE t ALTER COLUMN ‹name› SET NOT NULL;\nALTER TABLE t RENAME ‹name› TO ‹title›;",
        "UPDATE t SET ‹title› = 'x'; INSERT INTO t (id, ‹title›) SELECT id, name FROM u;",
        "CREATE INDEX i ON t (lower(‹title›)) WHERE ‹title› IS NOT NULL; COMMENT ON COLUMN t.‹title› IS 'x';",
        "ALTER TABLE t DROP COLUMN ‹title›;",
    ],
    "a column that is added": [
        "CREATE TABLE t (id int);",
        "ALTER TABLE t ADD COLUMN ‹!n› int;\nCREATE TABLE o (t int REFERENCES t (‹n›));",
        "SELECT x.«n» FROM t AS x WHERE EXISTS (SELECT 1 FROM o WHERE o.t = x.‹n›);",
    ],
    "an index": [
        "CREATE TABLE t (a int); CREATE INDEX ‹!i› ON t (a);",
        "ALTER INDEX ‹i› RENAME TO ‹j›;",
        "REINDEX INDEX «j»; DROP INDEX ‹j›;",
    ],
    "a constraint of a column, renamed": [
        "CREATE TABLE t (a int CONSTRAINT ‹!positive› CHECK (a > 0));CREATE TABLE u (b int CONSTRAINT positive UNIQUE)",
        "ALTER TABLE t RENAME CONSTRAINT ‹positive› TO ‹above›;",
        "COMMENT ON CONSTRAINT ‹above› ON t IS 'x'; ALTER TABLE t DROP CONSTRAINT «above»;",
    ],
    "a constraint that is added": [
        "CREATE TABLE t (a int); CREATE TABLE u (id int PRIMARY KEY);",
        "ALTER TABLE t ADD CONSTRAINT ‹!t_a_fk› FOREIGN KEY (a) REFERENCES u NOT VALID;",
        "ALTER TABLE t VALIDATE CONSTRAINT «t_a_fk»; ALTER TABLE t ALTER CONSTRAINT ‹t_a_fk› DEFERRABLE;",
    ],
    "a type": [
        "CREATE TYPE ‹!mood› AS ENUM ('a');",
        "CREATE TABLE t (m ‹mood›, n «mood»[], mood text);",
        "ALTER TYPE ‹mood› RENAME TO ‹humour›; ALTER TYPE ‹humour› ADD VALUE 'b'; DROP TYPE ‹humour›;",
    ],
    "what stands in a body": [
        "CREATE TABLE ‹!t› (id int);",
        "DO $$ BEGIN\n  ALTER TABLE «t» ADD COLUMN b int;\n  UPDATE ‹t› SET b = 1;\nEND $$;",
    ],
    "an undoing section": [
        "-- +goose Up\nCREATE TABLE ‹!t› (id int);\n-- +goose Down\nDROP TABLE «t»;\n",
    ],
    "mysql": [
        "CREATE TABLE ‹!`Users`› (`id` int, `n` int, KEY `k` (`n`));",
        "ALTER TABLE «users» ADD COLUMN `x` int; INSERT INTO ‹USERS› (id) VALUES (1);",
        "RENAME TABLE ‹users› TO ‹people›; SELECT p.id FROM ‹`people`› p;",
    ],
    "mysql column": [
        "CREATE TABLE `t` (`id` int, ‹!`n`› int, KEY `k` (‹`n`›));",
        "ALTER TABLE t MODIFY «N» bigint; SELECT ‹n› FROM t;",
        "ALTER TABLE t CHANGE COLUMN ‹n› ‹m› bigint; UPDATE t SET ‹m› = 1;",
    ],
    "mysql index": [
        "CREATE TABLE `t` (`id` int, `n` int, KEY ‹!`k`› (`n`)); CREATE TABLE u (n int, KEY k (n));",
        "ALTER TABLE t DROP INDEX «k»; DROP INDEX k ON u;",
    ],
    "sqlite": [
        'CREATE TABLE ‹!"Users"› (id INTEGER PRIMARY KEY, n TEXT);',
        "ALTER TABLE «users» ADD COLUMN x INT; SELECT [n] FROM ‹[USERS]›;",
    ],
}


@dataclass(slots=True)
class Marked:
    """Files without marks, and the places that were marked."""

    texts: list[str] = field(default_factory=list)
    asked: tuple[int, int, int] = (0, 0, 0)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    made: tuple[int, int, int] | None = None

    def add(self, marked: str) -> None:
        """Adds a file."""
        number, plain, last = len(self.texts), "", 0
        for match in MARK.finditer(marked):
            plain += marked[last : match.start()]
            place = (number, plain.count("\n"), len(plain) - plain.rfind("\n") - 1)
            self.places.append(place)
            if match[1] is not None:
                self.asked = place
            elif match[2]:
                self.made = place
            plain += match[1] or match[3]
            last = match.end()
        self.texts.append(plain + marked[last:])


def prepared(folder: Folder, case: str) -> Marked:
    marked = Marked()
    for text in CASES[case]:
        marked.add(text)
    engine = case.split()[0] if case.startswith(("mysql", "sqlite")) else "postgres"
    folder.write("sqlreview.toml", f'select = []\nengine = "{engine}"\n')
    for number, text in enumerate(marked.texts):
        folder.write(f"{number}.sql", text)
    return marked


def ask(folder: Folder, method: str, place: tuple[int, int, int], **more: Json) -> object:
    number, line, column = place
    position = {"line": line, "character": column + 1}
    params = {"textDocument": {"uri": folder.uri(f"{number}.sql")}, "position": position, **more}
    return folder.client.ask(f"textDocument/{method}", params)


def places(folder: Folder, found: object) -> list[tuple[int, int, int]]:
    """File, line and column of locations."""
    assert isinstance(found, list)
    return sorted((int(item["uri"].split("/")[-1][:-4]), *item["range"]["start"].values()) for item in found)


@pytest.mark.parametrize("case", CASES)
def test_references_are_found_from_every_one_of_them(folder: Folder, case: str) -> None:
    marked = prepared(folder, case)
    asked = [marked.asked, *(marked.places[:: max(1, len(marked.places) - 1)])]
    for place in asked:
        found = ask(folder, "references", place, context={"includeDeclaration": True})
        assert places(folder, found) == sorted(marked.places), place


@pytest.mark.parametrize("case", CASES)
def test_a_definition_is_where_it_was_made(folder: Folder, case: str) -> None:
    marked = prepared(folder, case)
    found = ask(folder, "definition", marked.asked)
    assert (places(folder, [found]) if found else []) == ([marked.made] if marked.made else [])


@pytest.mark.parametrize("case", CASES)
def test_highlights_stay_in_the_file(folder: Folder, case: str) -> None:
    marked = prepared(folder, case)
    found = ask(folder, "documentHighlight", marked.asked)
    assert isinstance(found, list)
    shown = [(marked.asked[0], *item["range"]["start"].values()) for item in found]
    assert sorted(shown) == sorted(place for place in marked.places if place[0] == marked.asked[0])


def test_a_file_that_undoes_a_migration_names_what_the_migration_made(folder: Folder) -> None:
    folder.write("sqlreview.toml", "select = []\n")
    for name, text in {
        "000001_a.up.sql": "CREATE TABLE t (id int);",
        "000001_a.down.sql": "DROP TABLE t;",
        "000002_b.up.sql": "ALTER TABLE t ADD COLUMN n int;",
        "000002_b.down.sql": "ALTER TABLE t DROP COLUMN n;",
    }.items():
        folder.write(f"migrations/{name}", text)
    uri = folder.uri("migrations/000002_b.down.sql")
    for column, made, count in ((12, "000001_a.up.sql", 4), (26, "000002_b.up.sql", 2)):
        params: Json = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": column}}
        assert folder.client.ask("textDocument/definition", params)["uri"].endswith(made)
        params["context"] = {"includeDeclaration": True}
        assert len(folder.client.ask("textDocument/references", params)) == count
        params["context"] = {"includeDeclaration": False}
        assert len(folder.client.ask("textDocument/references", params)) == count - 1
