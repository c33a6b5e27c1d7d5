"""Whether a page tells of a campaign for an office, whose people are a party's."""

from __future__ import annotations

import re

_CAMPAIGN = re.compile(
    r"\b(?:candidate|candidacy|nomination|nominee|primar(?:y|ies)|caucus(?:es)?|campaign(?:s|ed|ing)?|running mate|"
    r"presidential (?:bid|hopeful|contender))\b", re.I)  # fmt: skip
_ENOUGH = 2
"""How often a page must speak of one."""


def is_campaign(text: str) -> bool:
    """Whether a text speaks of candidates, primaries and the like more than once."""
    return len(_CAMPAIGN.findall(text)) >= _ENOUGH
