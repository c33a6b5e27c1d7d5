"""What the name of a body's kind says of who heads it."""

from __future__ import annotations

_PUBLIC_BODIES = frozenset(["commission", "authority", "agency", "council", "bureau", "tribunal", "corporation"])
"""Bodies that are a state's where nothing says whose: "the chairman of the public service commission"."""
_CLUBS = frozenset(["league", "club", "trust", "guild", "lodge", "forum"])


def heading(body: str, sector: str | None) -> str | None:
    """The sector of who heads a ``body`` that has none of its own, by what it is called: no state's, of a league."""
    kind = body.rsplit(" ", 1)[-1]
    if sector is None and kind in _PUBLIC_BODIES:
        return "GOV"
    return "SOC" if sector == "GOV" and kind in _CLUBS else sector
