"""Whether a string of a program is SQL beyond doubt, by what it says and by where it stands."""

from __future__ import annotations

import re
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.sql.hosts.kinds import VERBS

_NAME = r"(?:only\s++)?+[\w\"`\[{$%:][\w\"`\]\[{}$.:%-]*+"
_VERB = rf"(?P<verb>{VERBS})"
_START = regex(rf"(?:\s++|--[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/|\()*+{_VERB}\b", re.I)
_OBJECT = (
    r"(?:(?:or\s++replace|temp|temporary|global|local|unlogged|unique|materialized|virtual|foreign|concurrently|fulltext"
    r"|spatial|external|recursive)\s++)*+(?:table|index|view|sequence|schema|database|type|function|procedure|trigger"
    r"|extension|policy|role|user|domain|keyspace|publication|subscription|server|aggregate|statistics|event)"
)
_IF_EXISTS = r"(?:if\s++exists\s++)?+"
_SHAPES = {
    "SELECT": r"[^;]*?\bfrom\s++(?:[\w\"`\[{$%:]|\()",
    "WITH": rf"(?:recursive\s++)?+{_NAME}\s*+(?:\([^()]*+\)\s*+)?+as\s++(?:not\s++)?+(?:materialized\s*+)?+\(",
    "INSERT": rf"(?:(?:or|ignore|low_priority|replace|abort|overwrite|rollback|fail)\s++)*+into\s++{_NAME}\s*+"
    r"(?:\(|values\b|select\b|default\s++values|with\b|as\b|set\b|overriding\b)",
    "REPLACE": rf"into\s++{_NAME}\s*+(?:\(|values\b|select\b|set\b)",
    "UPDATE": rf"(?:or\s++\w++\s++|low_priority\s++|ignore\s++)?+{_NAME}\s++(?:(?:as\s++)?+(?!set\b)\w++\s++)?+"
    r"set\s++[\w\"`\[(.{}$]",
    "DELETE": rf"from\s++{_NAME}\s*+(?:;|\Z|where\b|using\b|returning\b|as\b|order\b|limit\b"
    r"|\w++\s++(?:where|using)\b)",
    "MERGE": r"into\s++\S++[^;]*?\busing\b",
    "CREATE": rf"{_OBJECT}\b\s++(?:concurrently\s++)?+(?:if\s++not\s++exists\s++)?+{_NAME}",
    "ALTER": rf"{_OBJECT}\b\s++{_IF_EXISTS}{_NAME}\s++\w",
    "DROP": rf"{_OBJECT}\b\s++(?:concurrently\s++)?+{_IF_EXISTS}{_NAME}\s*+"
    r"(?:;|,|\(|\Z|cascade\b|restrict\b|on\b)",
    "TRUNCATE": rf"(?:table\s++)?+{_NAME}\s*+(?:;|,|\Z|cascade\b|restart\b)",
    "EXPLAIN": r"(?:\(|analyze\b|verbose\b|query\b|format\b|select\b|insert\b|update\b|delete\b|with\b)",
    "GRANT": r"[^;]*?\bto\s++\w",
    "REVOKE": r"[^;]*?\bfrom\s++\w",
}
_BARE = frozenset(("SET", "VACUUM", "REFRESH", "LOCK", "COMMENT", "REINDEX", "ANALYZE", "PRAGMA", "CALL", "DO"))
"""Verbs that a string begins with only where it is plainly sent to a server."""
_PROSE = regex(
    r"\b(?:the|an|your|this|these|those|you|please|each|any|some|its|their|our|which|every|more|new)\b|[.!?]\s*+\Z",
    re.I,
)
_MARKS = regex(r"[*=?$%:;`\"]|\w\s*+\(|\w,\s*+\w|\.\w", re.I)
_CALL = regex(
    r"(?P<name>[\w$!?@]++(?:(?:\.|->|::|\?\.|\)\.)[\w$!?]++)*+)"
    r"(?:\s*+(?:<[^<>(){};]*+>\s*+)?+(?P<bracket>\(\s*+(?:[\w.&$]++\s*+,\s*+)?+)|(?P<blank>\s++)|)\Z"
)
_SENDING = regex(
    r"(?:execute\w*|exec(?:utemany|utescript|_query|_params|_?sql|context|raw|update)?|query\w*|raw\w*|prepare\w*|"
    r"fetch\w*|text|sql|select(?:_all|_one|_value|_rows)?|find_by_sql|run_?sql|run|get|all|each|createnativequery|"
    r"createquery|statement|unprepared|read_sql\w*|mogrify|copy_expert|\$queryraw\w*|\$executeraw\w*|namedexec\w*|"
    r"queryrow\w*|mustexec|sqlcommand|fromsqlraw|fromsql|executesql\w*|jdbc\w*|safe_psql|literal_sql)!?\Z",
    re.I,
)
_TALKING = regex(
    r"(?:log\w*|debug|info|warn\w*|error\w*|fatal\w*|trace|print\w*|println!?|eprintln!?|echo|puts|console|raise|throw|"
    r"panic!?|fail\w*|message|describe|it|test|assert\w*|expect\w*|format!?_err|bail!?|anyhow!?|\w*(?:error|exception|"
    r"warning)|t|i18n|__|_|gettext|help\w*|title|label|placeholder|tostring|errorf|flash|notify|alert|subject)\Z",
    re.I,
)
_THROWN = regex(r"\b(?:raise|throw)\s++(?:new\s++)?[\w.:]++\s*+\(\s*+\Z")
_FORMATTING = regex(r"v?s?printf|Sprintf|format!?|Errorf")
_TAGS = frozenset(("sql", "SQL", "$queryRaw", "$executeRaw", "pgsql", "db", "client", "tx", "trx", "pool", "prisma"))
_MARKED = regex(r"(?:/\*\s*+sql\s*+\*/\s*+|language=(?:sql|postgresql|mysql|sqlite)\b[^\r\n]*+[\s\S]{0,80})\Z", re.I)
_CONTINUES = regex(
    r"\s*+[,\])]?+\s*+[\"'`]\s*+(?:WHERE|AND|OR|ORDER\s|GROUP\s|LIMIT|FROM|SET|VALUES|JOIN|LEFT\s|INNER\s|HAVING|ON\s)\b"
)

Sink = Literal["sends", "tag", "talks", "marked", "unknown"]


def sink_of(before: str) -> tuple[Sink, str]:
    """What a program does with a string, by what stands before it; and the name of what takes it."""
    if _MARKED.search(before):
        return "marked", ""
    found = _CALL.search(before)
    if found is None:
        return "unknown", ""
    if _THROWN.search(before):
        return "talks", found["name"]
    name = re.split(r"[.>:]", found["name"])[-1]
    if found["bracket"] is None and not found["blank"]:
        return ("tag" if name in _TAGS else "talks" if len(name) > 1 else "unknown"), name
    if found["bracket"] is None:
        if name in ("execute", "exec_query", "select_all", "query"):
            return "sends", name
        return ("talks" if name in ("raise", "throw", "echo", "puts", "print") else "unknown"), name
    if _TALKING.match(name) or re.search(r"\b(?:console|log|logger|logging|warnings)\.\w++\Z", found["name"]):
        return "talks", name
    return ("sends" if _SENDING.match(name) else "unknown"), name


def is_formatted(name: str, behind: str, operator: str) -> bool:
    """Whether something fills in the placeholders of a string before it is sent."""
    return _FORMATTING.fullmatch(name) is not None or (operator != "" and re.match(operator, behind) is not None)


def is_sql(text: str, sink: Sink) -> bool:
    """Whether a string surely is SQL."""
    found = _START.match(text)
    if found is None or sink == "talks":
        return False
    verb = found["verb"]
    is_sent = sink in ("sends", "tag", "marked")
    if verb.upper() in _BARE:
        return is_sent and sink != "unknown" and len(text.split()) > 1 and not _PROSE.search(text)
    if not verb.isupper() and not verb.islower() and not is_sent:
        return False
    if verb.upper() == "SELECT" and is_sent and not _PROSE.search(text):
        return True
    shape = regex(rf"\s*+{_SHAPES[verb.upper()]}", re.I).match(text, found.end())
    if shape is None:
        return False
    if verb.isupper() and _has_upper_words(text):
        return True
    return is_sent or (_MARKS.search(text) is not None and not _PROSE.search(text))


def _has_upper_words(text: str) -> bool:
    """Whether another word of SQL is written in capitals, as nobody does in prose."""
    return re.search(r"\b(?:FROM|INTO|SET|WHERE|TABLE|INDEX|VIEW|AS|VALUES|USING|ON|COLUMN|EXISTS)\b", text) is not None


def continues(behind: str) -> bool:
    """Whether the next string goes on with a clause, so that this one is a piece of SQL only."""
    return _CONTINUES.match(behind) is not None
