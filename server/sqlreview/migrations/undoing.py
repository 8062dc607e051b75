"""Which file undoes which migration, by their names."""

from __future__ import annotations

import re

_VERSION = re.compile(r"[VU]?(\d[\d._-]*)")


def undoes(path: str, other: str) -> bool:
    """Whether a file that undoes some migration undoes the one of another file.

    `up.sql` and `down.sql` of one folder, files of one folder with one number, `deploy/a.sql` and `revert/a.sql`.
    """
    folder, _, name = path.rpartition("/")
    other_folder, _, other_name = other.rpartition("/")
    if folder != other_folder:
        return name == other_name and f"/{folder}".endswith("/revert") and _is_beside(folder, other_folder)
    if (name.lower(), other_name.lower()) == ("down.sql", "up.sql"):
        return True
    version, other_version = _VERSION.match(name), _VERSION.match(other_name)
    return version is not None and other_version is not None and version[1] == other_version[1] and name != other_name


def _is_beside(folder: str, other: str) -> bool:
    return folder.removesuffix("revert") == other.removesuffix("deploy") and other.endswith("deploy")
