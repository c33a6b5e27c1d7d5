"""Acquire: files, folders, feeds and archives become raw documents, one at a time."""

from wader.acquire.options import AcquireOptions
from wader.acquire.paths import acquire

__all__ = ["AcquireOptions", "acquire"]
