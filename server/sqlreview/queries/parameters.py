"""Placeholders in SQL: numbered, named and positional parameters, client variables and templates."""

from __future__ import annotations

from sqlreview.queries.vocabulary import words_of


def is_template(word: str) -> bool:
    """Whether a token is a bare word with a template in it: `{{ schema }}`, `${prefix}_users`."""
    return ("{{" in word or "${" in word) and word[-1:] not in ("'", '"', "$")


def is_parameter(word: str, previous: str) -> bool:
    """Whether a token stands for a value that is filled in later; `?` is one where no operator can stand."""
    first, rest = word[:1], word[1:]
    match first:
        case "$":
            return rest.isdigit() or rest.isidentifier()
        case ":" | "@":
            return rest[:1].isalpha() or (rest[:1] in ("_", "'", '"') and rest != "")
        case "%":
            return word == "%s" or rest[:1] == "("
        case "?":
            return rest.isdigit() or (rest == "" and previous in _BEFORE_VALUE)
    return is_template(word)


_BEFORE_VALUE = words_of(
    "( , [ = == < > <= >= <> != <=> + - * / % || := => AND OR NOT LIKE ILIKE BETWEEN LIMIT OFFSET IN THEN ELSE WHEN "
    "SELECT WHERE ON SET VALUES TO FROM IS GLOB MATCH REGEXP RLIKE DIV MOD INTERVAL && XOR -> ->> CASE ESCAPE"
)
