"""Nouns of what is written or agreed and says something in the name of those whose it is."""

from __future__ import annotations

PAPERS = frozenset(
    "resolution declaration statement communique communiqué manifesto petition letter message memorandum memo motion "
    "proclamation agreement accord treaty pact document text note leaflet pamphlet report proposal charter".split()
)
