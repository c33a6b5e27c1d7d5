"""The state that a page is at home in: its publication's, or the one that its own words show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from wader.knowledge.actors import Actors
from wader.knowledge.homes import Homes
from wader.knowledge.outlets import Outlets
from wader.records import Article

_CLEAR = 2.0
"""How many signs show a page's home, and how many times those of any other state they must be."""
BY_TLD = {"uk": "GBR", "eu": None, "tv": None, "io": None, "co": None, "me": None, "fm": None, "ai": None}


class KnowsHome(Protocol):
    """The parts of ``Knowledge`` that tell a home."""

    @property
    def actors(self) -> Actors: ...
    @property
    def outlets(self) -> Outlets: ...
    @property
    def homes(self) -> Homes: ...


@dataclass(frozen=True, slots=True)
class Home:
    """``published``: the state of the publication or of its address (ISO 3166-1 alpha-3). ``signs``: how many things on
    the page speak for each state."""

    published: str | None = None
    signs: Mapping[str, float] = field(default_factory=dict)

    @property
    def shown(self) -> str | None:
        """The state that several signs show and no other state's come near."""
        state, number, next_ = self._first()
        return state if number >= _CLEAR * max(1.0, next_) else None

    @property
    def likely(self) -> str | None:
        """The state that most signs speak for, where there are several (one alone is found in other states as well) and
        two do not share that."""
        state, number, next_ = self._first()
        return state if number >= _CLEAR and number > next_ else None

    def _first(self) -> tuple[str | None, float, float]:
        """The state of most signs, how many they are, and how many the next one's."""
        ranked = sorted(self.signs.items(), key=lambda item: (-item[1], item[0]))
        state, number = ranked[0] if ranked else (None, 0.0)
        return state, number, ranked[1][1] if len(ranked) > 1 else 0.0


def home_of_page(article: Article, knowledge: KnowsHome) -> Home:
    """The home of a page."""
    host = urlsplit(article.url).hostname if article.url else None
    outlet = knowledge.outlets.publication(article.publication, host) if article.publication or host else None
    published = outlet.country if outlet is not None else home_of(host, knowledge.actors)
    return Home(published, knowledge.homes.signs(f"{article.title or ''}\n{article.text}"))


def home_of(host: str | None, actors: Actors) -> str | None:
    """The state whose domain an address is in: "www.gazette.co.tz" is Tanzania's."""
    domain = (host or "").rpartition(".")[2].lower()
    if domain in BY_TLD:
        return BY_TLD[domain]
    return next((s.code for s in actors.states() if s.iso2 == domain.upper()), None) if len(domain) == 2 else None
