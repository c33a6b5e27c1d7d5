"""Whom words for states mean: "the country", "its neighbours", "the former republic of Nauru", "Malaysian partners"."""

from __future__ import annotations

from collections import Counter

from wader.knowledge.actors import Actors, in_force
from wader.records import Actor
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import PageContext
from wader.resolve.found import Found, Phrases
from wader.resolve.members import FEDERATIONS, are_sovereign, at_token, named_members
from wader.resolve.nearby import FRIENDS, apposed_state
from wader.resolve.owners import PLURAL_STATES, STATE_NOUNS, Owner, OwnerReader

_ONE_BODY = frozenset(["junta", "army", "military"])
"""Bodies of which a state has one."""


class StateReader:
    """Reads phrases whose head is a word for a state."""

    def __init__(
        self, phrases: Phrases, context: PageContext, owners: OwnerReader, actors: Actors, date: str | None
    ) -> None:
        """``date``: ISO, the page's day."""
        self._phrases, self._context, self._owners = phrases, context, owners
        self._actors, self._date = actors, date

    def named(self, found: Found, lemma: str) -> Found:
        """``found`` with the name that lists have on the page's day for a state's one body of its kind: "the junta" of
        Niamey, "the army" of Delhi. The same body is then one across pages."""
        self.name(found.actor, lemma)
        return found

    def name(self, actor: Actor, lemma: str) -> None:
        """Give an actor that name and its id."""
        if lemma not in _ONE_BODY or actor.identifier_text is not None:
            return
        state = self._actors.state(actor.code or "")
        if state is None:
            return
        for name in (state.code, state.name, *state.names, *state.demonyms):  # lists have "MLI junta"
            for entry in self._actors.lookup(f"{name} {lemma.capitalize()}"):
                body = entry.code == actor.code and entry.kind in ("government", "military")
                if body and in_force(entry, self._date):
                    actor.identifier_id, actor.identifier_text = entry.identifier_id, entry.identifier_text
                    return

    def read(self, view: View, head: int, lemma: str, depth: int) -> list[Found]:
        """ "The country", "its neighbours", "Malaysian partners"."""
        if not np.is_plural(view, head):
            if lemma in FRIENDS and (state := apposed_state(view, head)) is not None:
                return [self._phrases.of_entity(state)]
            if lemma in _NEIGHBOURS:
                return self._neighbour(view, head, depth)
            return self._the_country(view, head, depth) if lemma in STATE_NOUNS else []
        read = self._owners.read(view, head, depth)
        owned = [o.found for o in read if o.body or (lemma == "partner" and o.found.actor.code)]
        if (allied := _allied(read, lemma)) is not None:
            return [allied]
        whose = [o.found.actor for o in read if o.body and o.how == "possessive"]
        if lemma in ("ally", "partner") and any(a.sector in ("PTY", "OPP") and a.code for a in whose):
            codes = dict.fromkeys(a.code for a in whose if a.code)  # "our allies" are not we
            return [Found(Actor(code=code, sector="PTY"), "allies of a party", many=True) for code in codes]
        if owned or lemma not in PLURAL_STATES:
            return owned
        phrase = self._phrases.phrase
        named = [at_token(view, k, f) for k in named_members(view, head) for f in phrase(view, k, depth + 1)]
        if any(f.actor.code for f in named):
            return [f for f in named if f.actor.code]
        if lemma == "state" and self._context.main in FEDERATIONS and not are_sovereign(view, head):
            return [Found(Actor(code=self._context.main, sector="GOV"), "states of the federation", many=True)]
        if lemma == "ally" and (code := self._coalition(view, head)) is not None:
            return [Found(Actor(code=code, sector="PTY"), "allies of a party", many=True)]
        return [Found(Actor(code=None, sector="GOV"), "unnamed states", many=True)]

    def _coalition(self, view: View, head: int) -> str | None:
        """The page's country, whose parties are "the allies" where just before parties are told of."""
        if any(view.tokens.dep[k] not in ("det", "relcl", "punct") for k in view.kids[head]):
            return None
        here = view.sentence.sequence
        near = (e for n in (here, here - 1) for e in self._phrases.entities(n))
        parties = {e.code for e in near if e.sector in ("PTY", "OPP") and e.kind in ("ORG", "PERSON")}
        return self._context.main if self._context.main in parties else None

    def _neighbour(self, view: View, head: int, depth: int) -> list[Found]:
        """ "Chile's northern neighbour": the other state of which the page speaks most."""
        if not any(view.lemma[k] in _COMPASS for k in view.kids[head]):
            return []
        own = {o.found.actor.code for o in self._owners.read(view, head, depth) if o.found.actor.code}
        states = (e.code for e in self._context.peoples if e.code and e.rule.startswith(_OF))
        others = Counter(code for code in states if code not in own)
        code = min(others, key=lambda c: (-others[c], c)) if own and others else None
        return [Found(self._government(code), "neighbour: the other state of the page")] if code is not None else []

    def _the_country(self, view: View, head: int, depth: int) -> list[Found]:
        named = [n for _, n in np.objects_of(view, head, frozenset(["of"])) if np.is_named(view, n)]
        for found in (f for n in named for f in self._phrases.phrase(view, n, depth + 1)):
            if found.actor.code is not None and not found.person:
                return [found]  # "the former Soviet republic of Belarus"
        owners = [o.found for o in self._owners.read(view, head, depth) if o.found.actor.code]
        if owners:
            country = self._government(owners[0].actor.code or "")
            return [Found(country, f"country of: {owners[0].rule}")] if owners[0].person else owners[:1]
        if np.numeral(view, head) == "one":
            return [Found(Actor(code=None, sector="GOV"), "unnamed state")]
        if np.determiner(view, head) not in ("the", "this", None):
            return []
        main = self._context.main
        if view.lemma[head] == "state" and main in FEDERATIONS and len(view.kids[head]) == 1:
            return [Found(Actor(code=main, sector="GOV"), "state of the federation")]
        if (own := self._papers(view, head)) is not None:
            return [Found(self._government(own), "where the page is published")]
        at = view.tokens.start[head]
        stems = {view.tokens.text[k][:4] for k in np.left_of(view, head) if view.tokens.text[k][:1].isupper()} - {"The"}

        def fits(code: str) -> bool:
            state = self._actors.state(code)
            region = (state.region if state else None) or ""
            return not stems or any(word[:4] in stems for word in region.split())

        code = self._context.last_country(view.sentence.sequence, at, self._phrases.document.entities, fits)
        if not stems and (doer := _doer_before(view, head)) is not None:
            code = doer
        if code is not None and _is_visitors(view, head, code):
            own, entities = code, self._phrases.document.entities  # foreigners do not visit their own country
            where = (
                self._context.at_large(domestic=True)[0],
                self._context.last_country(view.sentence.sequence, at, entities, lambda c: c != own and fits(c)),
                self._context.main,
                next((e.code for e in entities if e.kind == "GPE" and e.code and e.code != own), None),
            )
            code = next((c for c in where if c not in (None, own)), None)
        code = code or (self._context.main if not stems else None)
        return [Found(self._government(code), "the country named last")] if code is not None else []

    def _papers(self, view: View, head: int) -> str | None:
        """Which state "this country" is of a paper that says where it is published, outside of what others say."""
        home = self._context.published_in
        if home is None or view.lemma[head] != "country" or np.determiner(view, head) != "this":
            return None
        at = view.tokens.start[head]
        told = (a for a in self._phrases.document.attributions if a.in_ == view.sentence.in_)
        said = any(first <= at < last for a in told for first, last in a.content)
        before = view.source[view.sentence.start : at]
        quoted = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
        return None if said or quoted or len([k for k in view.kids[head] if k < head]) > 1 else home

    def _government(self, code: str) -> Actor:
        state = self._actors.state(code)
        return Actor(code=code, sector="GOV", identifier_text=state.name if state else None)


_NEIGHBOURS = frozenset(["neighbour", "neighbor"])
_COMPASS = frozenset([
    "northern", "southern", "eastern", "western", "giant", "bigger", "larger", "smaller", "nuclear-armed",
])  # fmt: skip
_OF = ("state:", "demonym:")


def _allied(owners: list[Owner], lemma: str) -> Found | None:
    """ "Al-Qaeda's Pakistani allies": armed men of that country."""
    left = [o for o in owners if o.how in ("possessive", "modifier")]
    whose = next((o.found.actor for o in left if o.body and not o.found.person), None)
    code = next((o.found.actor.code for o in left if not o.body and o.found.actor.code), None)
    if lemma not in ("ally", "partner") or whose is None or whose.sector not in ("REB", "PRM", "CRM") or code is None:
        return None
    return Found(Actor(code=code, sector=whose.sector), "allies of an armed group; modifier", many=True)


_CEASING = frozenset([
    "withdraw", "stop", "halt", "cease", "end", "pull", "comply", "abandon", "refrain", "desist", "retreat", "quit",
])  # fmt: skip


def _doer_before(view: View, head: int) -> str | None:
    """Which state "the country" is that is to stop something: who does it, not where. "Condemned attacks by Rwanda in
    Congo and demanded the country withdraw"."""
    if view.tokens.dep[head] != "nsubj" or view.lemma[view.tokens.head[head]] not in _CEASING:
        return None
    states = [(k, e) for k in range(head) if (e := view.entity[k]) is not None and e.kind == "GPE" and e.code]
    if not states or not all(_is_where(view, k) for k, e in states if e is states[-1][1]):
        return None
    doers = [e.code for k, e in states if e.code != states[-1][1].code and _is_doer(view, k)]
    return doers[-1] if doers else None


_VISITING = frozenset(["visit", "tour", "enter", "invade", "reach"])


def _is_visitors(view: View, head: int, code: str) -> bool:
    """Whether ``code`` is whence those come who are in "the country": "two Kenyan judges visited the country"."""
    verb = view.tokens.head[head]
    if view.tokens.dep[head] != "dobj" or view.lemma[verb] not in _VISITING:
        return False
    subject = next((k for k in view.kids[verb] if view.tokens.dep[k] == "nsubj"), None)
    if subject is None or subject > head:
        return False
    of = [e.code for k in range(subject + 1, verb) if (e := view.entity[k]) is not None and e.kind in ("GPE", "NORP")]
    left = [e.code for k in view.kids[subject] if k < subject and (e := view.entity[k]) is not None]
    return code in (*left, *of)


def _is_doer(view: View, k: int) -> bool:
    """ "Attacks by Togo", "Togo's attacks"."""
    return view.tokens.dep[k] == "poss" or view.lemma[view.tokens.head[k]] == "by"


def _is_where(view: View, k: int) -> bool:
    """Whether a state's name stands behind "in", or is part of such a name."""
    for _ in range(4):
        above = view.tokens.head[k]
        if view.tokens.dep[k] == "pobj" and view.entity[above] is not view.entity[k]:
            return view.lemma[above] in ("in", "inside", "into", "within")
        k = above
    return False
