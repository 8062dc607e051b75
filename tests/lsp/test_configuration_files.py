"""Configuration files in the editor: what is suggested and explained there, and what is wrong; `|` is the cursor."""

from __future__ import annotations

import pytest
from lsp_client import Json, at
from lsp_folder import INDEX, Folder, short

TOML, PROJECT = "sqlreview.toml", "pyproject.toml"
LEVELS = ["error", "warning", "info", "hint", "off"]
CASES: dict[str, list[str]] = {
    "sel|": ["select", "extend-select"],
    "prof|\nselect = []": ["profile"],
    "overr|": [],
    "[|": ["engines", "conventions", "tables", "severity", "options"],
    "[[|]]": ["overrides"],
    "[overrides.|": ["severity", "options", "tables"],
    "[[overrides]]\npat|": ["paths"],
    "[[overrides]]\neng|": [],
    "profile = |": ['"recommended"', '"strict"', '"migration-safety"'],
    "profile = st|": ['"strict"'],
    'profile = "st|"': ["strict"],
    'profile = "st|': ['strict"'],
    "profile = 'st|": ["strict'"],
    "case-sensitive-tables = |": ["true", "false"],
    'fail-on = "|"': ["error", "warning", "info", "hint", "never"],
    'engine = "ma|"': ["mariadb"],
    '[engines]\n"services/" = "ma|"': ["mariadb"],
    'convention = "goo|"': ["goose"],
    'conventions = { "a/" = "goo|" }': ["goose"],
    'select = ["blocking-index-b|"]': [INDEX],
    'select = [\n  "naming",  # "\n  "blocking-index-b|",\n]': [INDEX],
    '[[overrides]]\nignore = ["blocking-index-b|"]': [INDEX],
    "severity = { blocking-index-b| }": [f'"{INDEX}"'],
    "[severity]\nblocking-index-b|": [f'"{INDEX}"'],
    f'[severity]\n"{INDEX}" = "|"': LEVELS,
    'severity.locks = "|"': LEVELS,
    '[overrides.severity]\nlocks = "|"': LEVELS,
    'tables.plans = "|"': ["small", "medium", "large"],
    "tables.plans = { r| }": ["rows"],
    '[options."blocking-index-b|"]': [INDEX],
    f'[options."{INDEX}"]\nsm|': ["small-tables"],
    "select = [] # |": [],
    'x = """\nsel|': [],
    "unknown = |": [],
    '[unknown]\nx = "|"': [],
}


def place_of(marked: str) -> tuple[str, Json]:
    before, _, after = marked.partition("|")
    return before + after, {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def edited(text: str, change: Json) -> str:
    lines = text.split("\n")
    start, end = change["range"]["start"], change["range"]["end"]
    line = lines[start["line"]]
    lines[start["line"]] = line[: start["character"]] + change["newText"] + line[end["character"] :]
    return "\n".join(lines)


def completion(folder: Folder, name: str, marked: str) -> list[Json]:
    text, place = place_of(marked)
    folder.open(name, text)
    found = folder.client.ask("textDocument/completion", {"textDocument": {"uri": folder.uri(name)}, "position": place})
    return list(found["items"]) if found else []


def hover(folder: Folder, name: str, marked: str) -> str:
    text, place = place_of(marked)
    folder.open(name, text)
    found = folder.client.ask("textDocument/hover", {"textDocument": {"uri": folder.uri(name)}, "position": place})
    return str(found["contents"]["value"]) if found else ""


@pytest.mark.parametrize("marked", CASES)
def test_suggestions(folder: Folder, marked: str) -> None:
    assert [item["textEdit"]["newText"] for item in completion(folder, TOML, marked)] == CASES[marked]


@pytest.mark.parametrize(
    ("marked", "written"),
    [
        ('select = ["x", "blocking-index-b|"]', f'select = ["x", "{INDEX}"]'),
        ("select = [blocking-index-b|]", f'select = ["{INDEX}"]'),
        ('ignore = ["blocking-index-b|\n', f'ignore = ["{INDEX}"\n'),
        ("[severity]\nblocking-index-b|", f'[severity]\n"{INDEX}"'),
        ("[severity]\n'blocking-index-b|' = 'off'", f"[severity]\n'{INDEX}' = 'off'"),
    ],
)
def test_what_is_written_is_quoted_once(folder: Folder, marked: str, written: str) -> None:
    (item,) = completion(folder, TOML, marked)
    assert edited(marked.replace("|", ""), item["textEdit"]) == written


def test_only_the_table_of_sqlreview_in_a_project_file(folder: Folder) -> None:
    marked = '[project]\nname = "x"\n[tool.sqlreview]\nprof|\n[tool.other]\n'
    assert [item["label"] for item in completion(folder, PROJECT, marked)] == ["profile"]
    for outside in ("prof|", "[project]\nprof|", '[tool.other]\nprofile = "|"'):
        assert completion(folder, PROJECT, outside) == []
    assert [item["label"] for item in completion(folder, PROJECT, "[tool.|")] == ["sqlreview"]
    assert "Which rules" in hover(folder, PROJECT, '[tool.sqlreview]\nprofile = "str|ict"')
    assert hover(folder, PROJECT, 'profile = "str|ict"') == ""


def test_rules_can_be_selected_by_sets_and_packs_too(folder: Folder) -> None:
    labels = [item["label"] for item in completion(folder, TOML, 'extend-ignore = ["|"]')]
    assert labels[:2] == ["all", "default"]
    assert {"locks", "naming", INDEX} <= set(labels)
    assert not {"all", "default"} & {item["label"] for item in completion(folder, TOML, "[severity]\n|")}


def test_keys_are_documented_and_rules_when_they_are_looked_at(folder: Folder) -> None:
    (key,) = completion(folder, TOML, "prof|")
    assert key["detail"].startswith('"recommended"')
    assert "Which rules" in key["documentation"]["value"]
    (rule,) = completion(folder, TOML, 'select = ["blocking-index-b|"]')
    assert "documentation" not in rule
    shown = folder.client.ask("completionItem/resolve", rule)["documentation"]["value"]
    assert "**Why:**" in shown
    assert f"`{INDEX}` · warning · on by default" in shown


def test_rules_in_comments_of_sql_are_documented_as_well(folder: Folder) -> None:
    (rule,) = completion(folder, "1.sql", "-- sqlreview: ignore[blocking-index-b|")
    assert "**Why:**" in folder.client.ask("completionItem/resolve", rule)["documentation"]["value"]
    assert folder.client.ask("completionItem/resolve", {"label": "x", "data": 3}) == {"label": "x", "data": 3}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("sel|ect = []", "The rules to apply"),
        ("[sev|erity]", "Another severity"),
        ('profile = "str|ict"', "Which rules"),
        (f'ignore = ["{INDEX[:9]}|{INDEX[9:]}"]', "**Instead:**"),
        (f'[options."{INDEX[:9]}|{INDEX[9:]}"]', "**Options:**"),
        (f'[options."{INDEX}"]\nsmall-|tables = []', "`small-tables` · list of strings"),
        ('select = ["lo|cks"]', "`locks` · pack of "),
        ('[severity]\nlo|cks = "off"', "`locks` · pack of "),
        ("[[over|rides]]", "Other settings for some files"),
    ],
)
def test_what_words_mean(folder: Folder, marked: str, expected: str) -> None:
    assert expected in hover(folder, TOML, marked)


@pytest.mark.parametrize("marked", ["# sel|ect", "unknown| = 1", "select = |", "released = 'x' # lo|cks"])
def test_nothing_is_said_of_other_words(folder: Folder, marked: str) -> None:
    assert hover(folder, TOML, marked) == ""


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        ('profile = "strict"\nprofil = "x"\n', at(1, 0, 1, 6), "`profil`: unknown key; did you mean `profile`?"),
        (
            'select = [\n  "loks",\n]\n',
            at(1, 2, 1, 8),
            "`select`: there is no rule or pack `loks`; did you mean `locks`?",
        ),
        ('  profile = "loud" # é\n', at(0, 2, 0, 9), "`profile`: should be 'recommended'"),
        ("a = \n", at(0, 0, 0, 3), "Is not valid TOML: invalid value"),
        ('schema = "no.sql"', at(0, 0, 0, 6), "`schema`: there is no file `no.sql`"),
        ('extends = "base.toml"', at(0, 0, 0, 21), "base.toml:2: `select`: should be a list"),
    ],
)
def test_mistakes_stand_in_the_file(folder: Folder, text: str, expected: Json, message: str) -> None:
    folder.write("base.toml", "\nselect = 3\n")
    folder.open(TOML, text)
    (found,) = folder.client.diagnostics(folder.uri(TOML))
    assert (found["range"], found["severity"], found["code"]) == (expected, 1, "configuration")
    assert message in found["message"]


def test_all_mistakes_are_shown_until_they_are_mended(folder: Folder) -> None:
    folder.open(TOML, 'profile = "loud"\nselect = "locks"\n')
    assert short(folder.client.diagnostics(folder.uri(TOML))) == [("configuration", 0, 0), ("configuration", 1, 0)]
    folder.change(TOML, {"range": at(0, 10, 0, 16), "text": '"strict"'})
    assert short(folder.client.diagnostics(folder.uri(TOML))) == [("configuration", 1, 0)]
    folder.change(TOML, {"range": at(1, 9, 1, 16), "text": '["nothing"]'})
    assert short(folder.client.diagnostics(folder.uri(TOML))) == [("configuration", 1, 10)]
    folder.change(TOML, {"text": ""})
    assert folder.client.diagnostics(folder.uri(TOML)) == []


def test_project_files_without_settings_are_left_alone(folder: Folder) -> None:
    folder.open(PROJECT, "[project\n")
    assert folder.client.diagnostics(folder.uri(PROJECT)) == []
    folder.change(PROJECT, {"text": "[project]\n[tool.sqlreview]\nselect = 1\n"})
    assert short(folder.client.diagnostics(folder.uri(PROJECT))) == [("configuration", 2, 0)]


def test_mistakes_are_pushed_as_well(pushed_folder: Folder) -> None:
    pushed_folder.open(TOML, "selct = []\n")
    assert pushed_folder.pushed(TOML) == [("configuration", 0, 0)]
    pushed_folder.change(TOML, {"text": "select = []\n"})
    assert pushed_folder.pushed(TOML) == []


def test_settings_hold_once_they_are_saved(folder: Folder) -> None:
    folder.open("1.sql", "CREATE INDEX a ON b (c);\n")
    folder.open(TOML, 'ignore = ["all"]\n')
    assert folder.found("1.sql") == [(INDEX, 0, 0)]
    folder.write(TOML, 'ignore = ["all"]\n')
    folder.client.notify("textDocument/didSave", {"textDocument": {"uri": folder.uri(TOML)}})
    assert folder.found("1.sql") == []
    assert folder.client.ask("textDocument/documentSymbol", {"textDocument": {"uri": folder.uri(TOML)}}) == []


def test_mistakes_in_a_file_that_is_extended_come_and_go_with_it(folder: Folder) -> None:
    folder.write("base.toml", "select = 3\n")
    folder.write(TOML, 'extends = "base.toml"\n')
    folder.open("1.sql", "SELECT 1;\n")
    folder.open(TOML)
    assert short(folder.client.diagnostics(folder.uri(TOML))) == [("configuration", 0, 0)]
    folder.write("base.toml", 'select = ["locks"]\n')
    folder.tell("base.toml")
    assert folder.client.diagnostics(folder.uri(TOML)) == []
