"""The impact of migrations for programs; `docs/impact.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from sqlreview.impacts import ImpactDocument, ImpactReport, impact_document


def impact_json(report: ImpactReport) -> str:
    """The report as one JSON document, in ASCII."""
    return json.dumps(impact_document(report), indent=2) + "\n"


def impact_schema() -> dict[str, Any]:
    """The JSON schema of what `impact_json` writes."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(ImpactDocument).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
