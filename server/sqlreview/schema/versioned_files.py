"""Whether a file belongs to a history of migrations."""

from __future__ import annotations

from sqlreview.patterns import regex
from sqlreview.schema.origins import Origin

_VERSION = regex(r"(?i)[vur]\d++[\d._]*+__.*+|\d{12,}+[-_.].*+")
_NUMBERED = regex(r"(?:.*/)?(?:views|functions|triggers)/\w+_v\d++\.sql")
_FOLDERS = frozenset(("migrations", "migration", "migrate", "changelog", "changelogs", "versions"))
_SETTING_UP = ("bootstrap", "entrypoint", "init", "setup", "docker", "test", "tests", "testdata", "provision")


def is_versioned(place: str) -> bool:
    """Whether the path of a file within its project is that of a migration with a version, and not of a script that
    sets a server or a test up."""
    *folders, name = place.split("/")
    if any(word in folder.lower() for word in _SETTING_UP for folder in (*folders, name)):
        return False
    in_folder = any(folder.lower() in _FOLDERS for folder in folders)
    is_numbered = _VERSION.fullmatch(name.removesuffix(".sql")) is not None
    return is_numbered or (in_folder and any(character.isdigit() for character in place))


def is_numbered_definition(origin: Origin) -> bool:
    """Whether a file holds one of several versions of a view or function, `views/totals_v02.sql`, as Scenic and fx of
    Rails keep them: an old one was written for the schema of its time."""
    return _NUMBERED.fullmatch(origin.path.replace("\\", "/")) is not None
