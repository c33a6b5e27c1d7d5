"""Verbs by which an attack is laid at somebody's door."""

from __future__ import annotations

LAID = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "credit": "to"}
"""Each with the preposition before the doer."""
