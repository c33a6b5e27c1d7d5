"""When the encoder is right about a party's sector or country where the rules say another: the rule's weights.

Fitted on passages that the encoder was not trained on, and on parties of real news that readers named
(``read_parties.jsonl``: features and verdict, no words): a passage has no page around it, from which the rules know
more. Run by ``python -m training.build``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.mentions import marked, same_country, same_sector
from training.corpus import Passage
from wader.annotate import Annotator
from wader.code import Coder
from wader.knowledge import Knowledge
from wader.records import Actor, Article
from wader.resolve.actors import ActorResolver
from wader.resolve.home import home_of_page
from wader.resolve.likely import Features, country_asked, meant, named_codes, sector_asked
from wader.resolve.places import resolve_places

LEAST = 5
"""How often a feature is seen that has a weight."""
PULL = 2.0
"""Strength of the pull of the weights to zero."""
READ = Path(__file__).with_name("read_parties.jsonl")
TIMES = 3
"""How much a party of real news counts beside one of a passage."""
SURER = {"sector": 0.5, "country": 1.0}
"""Logit that the encoder must be surer than even: what it changes in vain costs trust."""


@dataclass(frozen=True)
class Asked:
    """A party of which rules and encoder say different things: ``better`` is 1 where the encoder alone is right, 0
    where the rules alone are. Where both are wrong nothing is learnt."""

    what: str
    features: Features
    better: int


def asked(passages: Iterable[Passage], knowledge: Knowledge) -> Iterator[Asked]:
    """Every such party of the events of the passages."""
    annotator, coder, resolver = Annotator(knowledge), Coder(knowledge), ActorResolver(knowledge)
    for passage in (p for p in passages if p.parties):
        document = annotator.annotate(Article(passage.id, None, passage.text, blocks=[(0, len(passage.text))]))
        candidates = coder.code(document)
        home = home_of_page(document.article, knowledge)
        resolve_places(document, knowledge.gazetteer, home)
        who, codes = resolver.resolver(document, home), named_codes(document.entities, document.places)
        sentences = {s.sequence: s for s in document.sentences}
        for candidate in candidates:
            for mention in (*candidate.actor, *candidate.recipient):
                home = sentences[candidate.sentence if mention.sentence is None else mention.sentence]
                read = who.resolve(home, mention)
                mark = marked(passage, mention.start, mention.end)
                if len(read) != 1 or mark is None or passage.parties[mark].nobody:
                    continue
                (actor, rule), wanted = read[0], passage.parties[mark]
                for what, given, right in (
                    ("sector", sector_asked(actor, rule, mention), same_sector),
                    ("country", country_asked(actor, rule, mention, codes), same_country),
                ):
                    if given is None:
                        continue
                    best, features = given
                    other = Actor(best, actor.sector) if what == "country" else Actor(actor.code, meant(best))
                    told = right(other, wanted), right(actor, wanted)
                    if told[0] != told[1]:
                        yield Asked(what, features, int(told[0]))


def read_parties() -> list[Asked]:
    """Parties of real news on which rules and encoder differ, one of them being right."""
    return [Asked(**json.loads(line)) for line in READ.read_text("utf-8").splitlines()]


def fit_who(found: Sequence[Asked], what: str) -> dict[str, float]:
    """Weights of the logistic rule for ``sector`` or ``country``."""
    from training.join import frequent, logistic

    rows = [a for a in (*found, *read_parties() * TIMES) if a.what == what]
    kept = frequent([row.features for row in rows], LEAST)
    weights = logistic(kept, [bool(row.better) for row in rows], PULL)
    return {**weights, "bias": round(weights["bias"] - SURER[what], 3)}
