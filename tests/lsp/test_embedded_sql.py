"""Documents and programs get diagnostics, hover and fixes where their SQL stands."""

from __future__ import annotations

from typing import Any

from lsp_client import at
from lsp_folder import Folder

RULES = 'select = ["queries/null-comparison", "queries/unknown-column"]\n'
NULL, COLUMN = "queries/null-comparison", "queries/unknown-column"
TABLE = "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n"
DOCUMENT = "# é𝄞\n\n> é\n>\n> ```sql\n> SELECT '𝄞' FROM users WHERE name = NULL;\n> ```\n"


def begin(folder: Folder) -> None:
    folder.write("sqlreview.toml", RULES)
    folder.write("migrations/1.sql", TABLE)


def test_a_document_while_it_is_edited(folder: Folder) -> None:
    begin(folder)
    folder.open("docs/a.md", DOCUMENT)
    assert folder.found("docs/a.md") == [(NULL, 5, 31)]
    folder.change("docs/a.md", {"range": at(0, 0), "text": "text\n"})
    assert folder.found("docs/a.md") == [(NULL, 6, 31)]
    folder.change("docs/a.md", {"range": at(7, 2, 7, 5), "text": "```\n\n```mysql\nSELECT 1;\n```\n"})
    assert folder.found("docs/a.md") == [(NULL, 6, 31)]
    folder.change("docs/a.md", {"range": at(5, 2, 5, 8), "text": "```text"})
    assert folder.found("docs/a.md") == []


def test_a_document_is_fixed_and_silenced_within_its_quotation(folder: Folder) -> None:
    begin(folder)
    folder.open("docs/a.md", DOCUMENT)
    actions = {item["title"]: item for item in folder.actions("docs/a.md", at(5, 33))}
    (fix,) = actions["Test for NULL with IS"]["edit"]["documentChanges"][0]["edits"]
    assert (fix["range"], fix["newText"]) == (at(5, 36, 5, 42), "IS NULL")
    (comment,) = actions[f"Ignore {NULL} for this statement"]["edit"]["documentChanges"][0]["edits"]
    assert (comment["range"], comment["newText"]) == (at(5, 0), f"> -- sqlreview: ignore[{NULL}]\n")
    folder.change("docs/a.md", {"range": comment["range"], "text": comment["newText"]})
    assert folder.found("docs/a.md") == []


def test_a_program_is_read_on_the_schema_of_the_migrations(folder: Folder) -> None:
    begin(folder)
    folder.open("src/a.py", "x = 1\n")
    assert folder.found("src/a.py") == []
    folder.change("src/a.py", {"range": at(1, 0), "text": 'cur.execute("SELECT nam\\n FROM users")\n'})
    assert folder.found("src/a.py") == [(COLUMN, 1, 20)]
    titles = {item["title"]: item for item in folder.actions("src/a.py", at(1, 21))}
    (comment,) = titles[f"Ignore {COLUMN} for this statement"]["edit"]["documentChanges"][0]["edits"]
    folder.change("src/a.py", {"range": comment["range"], "text": comment["newText"]})
    assert folder.found("src/a.py") == []


def test_a_table_is_shown_where_a_document_names_it(folder: Folder) -> None:
    begin(folder)
    folder.open("docs/a.md", DOCUMENT)
    place = {"line": 5, "character": 20}
    hover = folder.client.ask(
        "textDocument/hover", {"textDocument": {"uri": folder.uri("docs/a.md")}, "position": place}
    )
    assert "CREATE TABLE users" in hover["contents"]["value"]


def test_a_document_beside_migrations_is_no_migration(folder: Folder) -> None:
    begin(folder)
    folder.open("migrations/README.md", "```sql\nDROP TABLE users;\n```\n")
    assert folder.found("migrations/README.md") == []
    folder.open("migrations/2.sql", "SELECT id FROM users WHERE name = NULL;\n")
    assert folder.found("migrations/2.sql") == [(NULL, 0, 27)]


ENGINES = """# Two engines

```postgres
CREATE TABLE people (id bigint PRIMARY KEY, mail text);
```

```mysql
CREATE TABLE `people` (id bigint PRIMARY KEY, `Mail` varchar(20));
SELECT p.mail FROM people p;
```

```sqlite
CREATE TABLE [items] (code text);
SELECT code FROM items WHERE code > '';
```
"""


def test_sql_of_every_engine_in_a_document_is_understood(folder: Folder) -> None:
    folder.open("docs/a.md", ENGINES)
    document = {"textDocument": {"uri": folder.uri("docs/a.md")}}

    def ask(method: str, line: int, column: int) -> Any:
        place = {"line": line, "character": column}
        context = {"context": {"includeDeclaration": True}} if method == "references" else {}
        return folder.client.ask(f"textDocument/{method}", {**document, "position": place, **context})

    assert "mail text" in ask("hover", 3, 15)["contents"]["value"]
    assert "varchar(20)" in ask("hover", 8, 20)["contents"]["value"]
    assert "code text" in ask("hover", 13, 18)["contents"]["value"]
    assert ask("definition", 8, 10)["range"] == at(7, 46, 7, 52)
    assert [item["range"] for item in ask("references", 13, 8)] == [
        at(12, 22, 12, 26),
        at(13, 7, 13, 11),
        at(13, 29, 13, 33),
    ]
    assert "code" in [item["label"] for item in ask("completion", 13, 31)["items"]]
    symbols = folder.client.ask("textDocument/documentSymbol", document)
    assert [symbol["name"] for symbol in symbols if symbol.get("children")] == ["people", "people", "items"]
