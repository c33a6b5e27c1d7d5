"""Whether a page reports sport: its countries are teams."""

from __future__ import annotations

import re

from wader.records import Document

_SPORT = re.compile(
    r"\b(wickets?|innings?|striker|midfielder|goalkeeper|quarterback|touchdowns?|playoffs?|batsm[ae]n|bowlers?|half-?time|"
    r"home run|coach|semi-?finals?|quarter-?finals?|grand prix|world cup|premier league|champions league|nba|nfl|mlb|"
    r"nhl|fifa|uefa|olympics?|medal|tournament|scored|scorers?|rugby|cricket(?:ers?)?|soccer|footballers?|basketball|baseball|"
    r"hockey|tennis|golf|halfback|teammates?|defender|hat-trick|goals|points|overs|test match|top seed|seeded)\b",
    re.IGNORECASE,
)


def is_sport(document: Document) -> bool:
    """Whether a page tells of matches: four different words of sport, two where it is a mere headline and lead."""
    text = f"{document.article.title or ''} {document.article.text[:2500]}"
    found = {match.lower() for match in _SPORT.findall(text)}
    return len(found) >= (2 if len(text) < 400 else 4)
