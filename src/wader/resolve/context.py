"""What a page says at large: which country it is about where, and which country a role was last said to be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cached_property

import msgspec

from wader.knowledge.actors import Actors
from wader.knowledge.roles import Roles
from wader.records import Document, Entity, Place
from wader.resolve import abroad as foreign
from wader.resolve.abroad import ABROAD, BORDER, DEPENDENCIES, FROM, PLACED, QUALIFYING, is_medium
from wader.resolve.compound import stands_apart
from wader.resolve.counting import is_military, kin, most, nearest, whose_rebels
from wader.resolve.home import Home
from wader.resolve.namesake import PLACES, TOWNS, Namesakes, moved
from wader.resolve.scenes import Located, located
from wader.resolve.sport import is_sport

_A = re.compile(r"\ban?\s+(?:[a-z-]+\s+)?$")
"""Right before a state's name: it only says whose the thing behind it is."""
_DATELINE = re.compile(r"^\s*(?:,[^.()]{0,30})?\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—]{1,2}|:)\s")
_ADJECTIVAL = frozenset(["compound", "amod", "nmod"])
_NEXT = re.compile(r"(?:['’]s)?[\s-]+([A-Za-z-]+)(?:\s+([A-Za-z-]+))?")
_HOME = ("armed group:", "party:", "movement:", "military:", "criminal group:", "police:")
"""Bodies that act in their own country."""
_OUTDOES = 0.6
"""Confidence of a place from which it outdoes a better known one of its name."""
_FORCES = frozenset(["MIL", "COP", "REB", "PRM"])
_OF_STATE = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"])
_AT_HOME = frozenset(["COP", "REB", "OPP", "PRM", "UAF", "CVL", "REF"])
"""Whose nationality tells where the page plays; armies are sent abroad."""
NON_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
LOOK_BACK = 3
"""How many sentences back a place still says where something happens."""
_MEANT = 5
"""How many sentences on a role of another country than the page's is still meant."""
_EVIDENCE = 3
"""Weight of places from which a country is where the story plays, though the page is about another."""


class PageContext:
    """Countries of one page by position. Order of events does not matter: built once from the entities."""

    def __init__(self, document: Document, roles: Roles, actors: Actors, home: Home | None = None) -> None:
        """``home``: the page's, which speaks for it where it names no country."""
        home = home or Home()
        self.published_in, self._home = home.published, home.published or home.shown
        self._roles, self._actors = roles, actors
        self._iso3 = {state.iso2: state.code for state in actors.states() if state.iso2} if document.places else {}
        self._weight: Counter[str] = Counter()
        self._named: set[str] = set()
        self._often: Counter[str] = Counter()
        self._arena: Counter[str] = Counter()
        self._place_codes: dict[tuple[str, int], str] = {}
        self._doubtful: set[tuple[str, int]] = set()
        self._placed: dict[int, list[tuple[int, str]]] = {}
        self._memory: dict[str, list[tuple[int, int, str]]] = {}
        self.dateline: str | None = None  # the country of the town that it names
        self._opened = -1  # where it ends
        self._main: str | None = None
        self._scene: str | None = None
        self._document = document
        self._tokens = {s.sequence: s.tokens for s in document.sentences}
        self._beside: dict[int, list[Entity]] = {}
        for entity in document.entities:
            if entity.kind in ("ROLE", "ORG", "PERSON"):
                self._beside.setdefault(entity.sentence, []).append(entity)
        self._read(document, home)
        media = Counter(e.code for e in document.entities if is_medium(e) and e.code and e.code not in NON_STATES)
        sure = Counter(code for at, code in self._place_codes.items() if at not in self._doubtful)
        anywhere = most(sure) or kin(document.entities, roles) or home.likely or most(self._often) or most(media)
        self._main = self._main or self._home or anywhere
        self._scene = self._scene or self._home or anywhere

    @cached_property
    def sport(self) -> bool:
        """Whether the page reports sport: its countries are teams."""
        return is_sport(self._document)

    def _read(self, document: Document, home: Home) -> None:
        article, shown = document.article, home.shown
        there: list[Place] = []
        names, sure = set[tuple[str, str]](), set[tuple[str, str]]()
        strangers, guests = Counter[str](), Counter[str]()
        towns: Counter[str] = Counter()
        whose = {(e.in_, e.start) for e in document.entities if self._is_whose(e)}
        nobodys = foreign.nobodys(document)
        for place in document.places:
            code = place.country_code if (place.in_, place.start) not in nobodys else None
            code = self._iso3.get(code) if code is not None and len(code) == 2 else code
            if code is not None:
                code = DEPENDENCIES.get(code, code)
                self._place_codes[place.in_, place.start] = code
                if place.confidence is not None and place.confidence < _OUTDOES and code != self._home:
                    self._doubtful.add((place.in_, place.start))
                self._often[code] += 1
                names.add((code, place.text.lower()))
                if (place.in_, place.start) not in self._doubtful:
                    sure.add((code, place.text.lower()))
                source = (article.title or "") if place.in_ == "title" else article.text
                before = source[max(0, place.start - 40) : place.start]
                at_border = BORDER.match(source, place.end)
                if at_border or _A.search(before) or FROM.search(before) or (place.in_, place.start) in whose:
                    continue
                towns[code] += (place.in_, place.start) not in self._doubtful
                there.append(place)
        self._names, self._sure = (Counter(code for code, _ in every) for every in (names, sure))
        self._firm = Counter(
            e.code for e in document.entities
            if e.code and e.code not in NON_STATES and not (e.kind == "GPE" and e.rule.startswith("subnational:"))
            and not self._is_abroad(e) and not is_medium(e) and not foreign.before_border(e, article)
        )  # fmt: skip
        self._namesakes = Namesakes.of(document.entities, self._names, self._home)
        gone = moved(document.entities, self.namesake)
        for entity in document.entities:
            if entity.code in gone and (entity.kind == "ROLE" or entity.rule.startswith("body: ")):
                entity = msgspec.structs.replace(entity, code=gone[entity.code])
            at = (entity.in_, entity.start)
            elsewhere = self._place_codes.get(at) if entity.kind == "GPE" else None
            if entity.code is not None and not foreign.before_border(entity, article):
                self._named.add(elsewhere or entity.code)
            town = entity.kind == "GPE" and (entity.code is None or entity.rule.startswith("subnational:"))
            if town and entity.text.islower() and not self._is_vouched(elsewhere or entity.code, at):
                continue
            vague = elsewhere is not None and entity.code is None and self._is_doubtful(entity)
            if vague and self._often[elsewhere or ""] < 2:
                continue
            if elsewhere is not None and not self._is_seat(entity):
                entity = msgspec.structs.replace(entity, code=elsewhere)
            if entity.code is None or entity.code in NON_STATES or self._is_anywhere(entity) or is_medium(entity):
                continue
            source = (article.title or "") if entity.in_ == "title" else article.text
            if foreign.is_only_called(entity, source) or at in nobodys or self._is_of_dateline(entity):
                continue
            tokens = self._tokens.get(entity.sentence)
            behind = self._behind(entity)
            stranger = foreign.is_foreigner(entity, behind, tokens, self._roles, source)
            if not (abroad := stranger or self._is_abroad(entity)) and entity.sector in _FORCES:
                self._memory.setdefault(entity.sector or "", []).append((entity.sentence, entity.start, entity.code))
            lead = 3 if entity.sentence <= 2 and (stranger or not abroad) else 1
            alone = not self._qualifies(entity, source) if entity.kind == "GPE" else foreign.is_home(entity)
            away = stranger or foreign.is_goal(entity, source)
            sent = stranger and foreign.is_sent(entity, behind)
            (guests if sent else strangers if away else self._weight)[entity.code] += lead * (2 if alone else 1)
            if entity.kind == "ORG" and entity.rule.startswith(_HOME):
                self._arena[entity.code] += 2
            if entity.kind in ("GPE", "NORP"):
                quiet = abroad or stranger or foreign.is_doer(entity, tokens)
                self._arena[entity.code] += 0 if quiet else 2 if alone and entity.kind == "GPE" else 1
                if not (vague and entity.text.islower()):
                    self._remember_next(entity, source)
            if entity.kind == "GPE" and entity.rule.startswith(PLACES) and (entity.in_, entity.start) not in whose:
                self._place(entity, source, document)
            if entity.kind == "ROLE":
                self._remember(entity.rule.removeprefix("role: "), entity, entity.code)
        if shown is not None:
            self._weight[shown] += int(2 * home.signs[shown])
            self._arena[shown] += int(home.signs[shown])
        self._believe(located(there, article, self._place_codes))
        for here in self._placed.values():
            for _, code in here:
                self._arena[code] += 3
        if max(self._arena.values(), default=0) < _EVIDENCE:
            guests = Counter() if any(self._arena.values()) else guests
            self._weight += strangers + guests if self._weight else towns or strangers + guests
        self._main = most(self._weight or strangers or guests)
        signs = Counter({c: 2 * self._arena[c] + self._weight[c] for c in {**self._arena, **self._weight}})
        scene = most(signs)
        if self._main is not None and scene is not None and signs[self._main] == signs[scene]:
            scene = self._main
        self._scene = scene if scene is not None and self._arena[scene] >= _EVIDENCE else self._main or scene

    def _behind(self, entity: Entity) -> Entity | None:
        """The role, body or titled person whose noun a name qualifies: "U.S." of "the U.S. Congress"."""
        tokens = self._tokens.get(entity.sentence)
        k = bisect_left(tokens.end, entity.end) if tokens is not None else 0
        if tokens is None or k >= len(tokens) or tokens.dep[k] not in _ADJECTIVAL or tokens.head[k] <= k:
            return None
        at = tokens.start[tokens.head[k]]
        return next((e for e in self._beside.get(entity.sentence, []) if e.start <= at < e.end), None)

    def _qualifies(self, entity: Entity, source: str) -> bool:
        """Whether a state's name only says whose the thing behind it is; a town's rather says where that is."""
        tokens = self._tokens.get(entity.sentence)
        if tokens is None or not entity.rule.startswith("state:"):
            return QUALIFYING.match(source, entity.end) is not None
        k = bisect_left(tokens.end, entity.end)
        return k < len(tokens) and tokens.dep[k] in _ADJECTIVAL and tokens.head[k] > k

    def _is_whose(self, entity: Entity) -> bool:
        """Whether a state before a body of its own says whose that is, not where: "in the U.S. Congress"."""
        if not entity.rule.startswith(("state:", "demonym:")):
            return False
        behind = self._behind(entity)
        if behind is not None and entity.kind == "GPE" and (behind.kind == "ORG" or behind.sector in _OF_STATE):
            return True
        tokens = self._tokens.get(entity.sentence)
        k = bisect_left(tokens.end, entity.end) if tokens is not None else 0
        return tokens is not None and k < len(tokens) and foreign.before_outpost(tokens, k)

    def _is_anywhere(self, entity: Entity) -> bool:
        """Whether a role names its state itself, wherever its bearer is: "a GI"."""
        role = self._roles.lookup(entity.rule.rpartition(":")[2]) if entity.kind == "ROLE" else None
        return role is not None and role.code is not None

    def _is_abroad(self, entity: Entity) -> bool:
        """Whether a nationality is told of somebody who is rather abroad: "a U.S. citizen", "the French embassy"."""
        source = (self._document.article.title or "") if entity.in_ == "title" else self._document.article.text
        if entity.kind == "GPE" and FROM.search(source, max(0, entity.start - 40), entity.start):
            return True
        role = entity if entity.kind == "ROLE" else self._behind(entity)
        if foreign.is_foreigner(entity, role, self._tokens.get(entity.sentence), self._roles):
            return True
        media = role is not None and role.kind == "ROLE" and role.sector == "JRN"
        return media or (role is not None and role.kind == "ROLE" and role.rule.rpartition(":")[2] in ABROAD)

    def _believe(self, told: list[Located]) -> None:
        """Take the places that a preposition makes the scene, but no lone namesake in a country that the page never
        names while it names others (a place does not speak for itself)."""
        often = Counter(code for code, _ in {(code, name) for _, _, code, name in told})
        for sentence, start, code, name in told:
            source = self._document.article.text
            if source.startswith(name, start) and name.islower() and not self._is_vouched(code, ("text", start)):
                continue
            if code in self._named or often[code] > 1 or (not self._named and ("text", start) not in self._doubtful):
                here = self._placed.setdefault(sentence, [])
                if (start, code) not in here:
                    here.append((start, code))
        for here in self._placed.values():
            here.sort()

    def _is_doubtful(self, entity: Entity) -> bool:
        """Whether nobody can say which of the places of its name a town is."""
        return (entity.in_, entity.start) in self._doubtful

    def _is_vouched(self, code: str | None, at: tuple[str, int]) -> bool:
        """In a text without capitals: whether a town's country is named itself (one of many of its name: as much as any
        other), or by more towns than any country has mentions or those named have towns; where no country is named,
        whether none has more towns."""
        if code in self._firm:
            return at not in self._doubtful or self._firm[code or ""] == max(self._firm.values())
        firm, named = [*self._firm.values(), *(self._names[c] for c in self._firm)], self._names[code or ""]
        return named > max(firm) if firm else named >= max(self._names.values(), default=0)

    def _is_seat(self, entity: Entity) -> bool:
        """Whether a place is the capital of its state, which no namesake elsewhere outdoes."""
        state = self._actors.state(entity.code or "")
        return state is not None and state.capital == entity.name and self.namesake(entity) is None

    def namesake(self, entity: Entity) -> str | None:
        """The country of a town that is called like a better known one of whose state the page says nothing: Athens,
        Texas; Alexandria, Virginia."""
        if entity.kind != "GPE" or entity.code is None or not entity.rule.startswith(PLACES):
            return foreign.body_elsewhere(entity, self._document.places, self._place_codes)
        there = self._place_codes.get((entity.in_, entity.start))
        return self._namesakes.instead(entity, there, doubtful=self._is_doubtful(entity))

    def _place(self, entity: Entity, source: str, document: Document) -> None:
        assert entity.code is not None
        before = source[max(0, entity.start - 40) : entity.start]
        if _A.search(before) or FROM.search(before) or BORDER.match(source, entity.end):
            return  # "near a US depot", "near the Chad border": not there
        if PLACED.search(before):
            self._placed.setdefault(entity.sentence, []).append((entity.start, entity.code))
        elif (
            self.dateline is None and entity.in_ == "text" and not before.strip() and entity.sentence <= 2
            and (line := _DATELINE.match(source[entity.end : entity.end + 80])) is not None
        ):  # fmt: skip
            self.dateline, self._opened = entity.code, entity.end + line.end()
            self._arena[entity.code] += 4

    def _remember_next(self, entity: Entity, source: str) -> None:
        """ "Burmese junta leader": the junta is of that country, though no entity says so."""
        match = _NEXT.match(source, entity.end, entity.end + 60)
        if match is None or stands_apart(source, entity):
            return
        words = [w.lower() for w in match.groups() if w]
        ends = ((n, self._roles.longest_ending(words, n)) for n in reversed(range(len(words))))
        longest = next((found for n, found in ends if found is not None and found[0] == n + 1), None)
        if longest is not None:
            self._remember(longest[1].entry, entity, entity.code or "")

    def _remember(self, role: str, entity: Entity, code: str) -> None:
        known = self._roles.lookup(role.partition(":")[2])
        abroad = known is None or known.lemma in ABROAD or self._is_abroad(entity)
        if not abroad and known is not None and known.sector in _AT_HOME:
            self._arena[code] += 2
        for sector in () if abroad or known is None else (known.sector, *known.other_sectors):
            if sector in _FORCES:
                self._memory.setdefault(sector or "", []).append((entity.sentence, entity.start, code))
        self._memory.setdefault(role, []).append((entity.sentence, entity.start, code))

    def of_role(self, role: str, sentence: int, start: int) -> str | None:
        """The country that this role (or, for those who bear arms, this sector) was last said to be of before the
        place, else the first after it."""
        if not (known := self._memory.get(role)):
            return None
        at = bisect_left(known, (sentence, start, ""))
        if at:
            where, _, code = known[at - 1]
            return code if code in (self._scene, self._main) or sentence - where <= _MEANT else None
        later = known[0][2]
        return later if later in (self._scene, self._main) else None

    def of_sector(self, sector: str, sentence: int, start: int) -> str | None:
        """The country that those of this sector were last said to be of, where it is the page's or was said just
        now: another country's army was not meant for long."""
        if not (known := self._memory.get(sector)):
            return None
        at = bisect_left(known, (sentence, start, ""))
        where, _, code = known[at - 1] if at else known[0]
        if sector == "REB":  # rebels are of the country whose rebels the page names
            return code
        return code if code in (self._scene, self._main) or 0 <= sentence - where <= 2 else None

    def country_of_place(self, entity: Entity) -> str | None:
        """The country of a place that the gazetteer knows, a dependency's state; in a text without capitals, where
        any word may pass for a name, no lone one in a country that the page never names while it names others. One of
        many of its name is of no other country than the page's."""
        code, small = self._place_codes.get((entity.in_, entity.start)), entity.text.islower()
        if entity.code is not None or code is None:
            return code
        if self._is_doubtful(entity) and (small or code not in self._named):
            return code if self._main in (code, None) or code == self._scene else None
        return code if not small or code in self._named or not self._named or self._sure[code] > 1 else None

    def believes(self, code: str, start: int, in_: str) -> bool:
        """Whether a place is in the country that the gazetteer gives it: one of many of its name is in none but the
        page's or one that the page names."""
        return (in_, start) not in self._doubtful or code in self._named or code in (self._main, self._scene)

    def country(
        self, sentence: int, *, domestic: bool, at: int | None = None, beside: Callable[[int], bool] | None = None
    ) -> tuple[str | None, str]:
        """The country where what ``sentence`` tells happens, with the rule; (None, "") on a page without any.

        ``domestic``: of police, rebels or residents, who are where the story plays; officials and companies are
        rather of the country that the page is about. ``at``: offset of who is asked for. ``beside``: whether a place
        at an offset is of the same clause; another clause's counts only where it is the page's.
        """
        if (here := self._placed.get(sentence)) and beside is not None:
            here = [place for place in here if place[1] == self._scene or beside(place[0])]
        if here:
            code = nearest(here, at)
            if domestic or self._counts(code, self._weight, 3):
                return code, "place in the sentence"
        for back in range(sentence - 1, max(0, sentence - LOOK_BACK), -1):
            before = self._placed.get(back)
            weights = self._arena if domestic else self._weight
            if before and self._counts(before[-1][1], weights, 2) and self._plays(before[-1][1]):
                return before[-1][1], "place before"
        line = self.dateline
        if line is not None and (not domestic or self._arena[line] >= self._arena[self._scene or ""]):
            return line, "dateline"
        return self.at_large(domestic=domestic)

    def speaks_of(self, code: str | None) -> bool:
        """Whether the page names a state or those of it, not only a town of it."""
        return any(e.code == code and not (e.kind == "GPE" and e.rule.startswith(TOWNS)) and not is_medium(e)
                   and e.kind != "LOC" and not self._is_of_dateline(e) for e in self._document.entities)  # fmt: skip

    def _is_of_dateline(self, entity: Entity) -> bool:
        """Whether a state only says where the town of the dateline is: "NAIROBI, Kenya -"."""
        return entity.in_ == "text" and entity.end < self._opened and entity.rule.startswith("state:")

    @property
    def peoples(self) -> list[Entity]:
        """Every mention of a state, a town or a people."""
        return [e for e in self._document.entities if e.kind in ("GPE", "NORP") and e.code is not None]

    def home(self, sentence: int) -> tuple[str | None, str]:
        """The country of a diplomat of whom none is named: where the page is told from, unless the sentence is about
        that country; nobody's else."""
        line = self.dateline
        if line is not None and all(code != line for _, code in self._placed.get(sentence, ())):
            return line, "dateline"
        return None, ""

    def inside(self, sentence: int, span: tuple[int, int]) -> tuple[str | None, str]:
        """The country of a place that stands within a span of a sentence, with the rule."""
        for at, code in self._placed.get(sentence, ()):
            if span[0] <= at < span[1]:
                return code, "place in the phrase"
        return None, ""

    @cached_property
    def armed(self) -> str | None:
        """Whose the armed groups are that the page names most: who are "the militants" of a page on one."""
        return whose_rebels(self._document.entities)

    @cached_property
    def military(self) -> bool:
        """As ``is_military`` of the page."""
        return is_military(self._document.entities)

    def _counts(self, code: str, weights: Counter[str], share: int) -> bool:
        """Whether a country has at least one in ``share`` of the weight that the page's first has."""
        return share * weights[code] >= max(weights.values(), default=0)

    def _plays(self, code: str) -> bool:
        """Whether more than one sentence happens in a country, or the page is about it as much as about another: one
        meeting abroad, or a journey, does not move the story there."""
        told = sum(any(c == code for _, c in here) for here in self._placed.values())
        return code in (self._scene, self._main) or told > 2 or self._counts(code, self._weight, 5 if told > 1 else 3)

    def of_person(self) -> tuple[str | None, str]:
        """The country of a person of whom nothing is said: the page's, where it names no other as often."""
        scene = self._scene
        if scene is not None and scene == self._main:
            others = max((n for code, n in self._weight.items() if code != scene), default=0)
            if self._weight[scene] > others:
                return scene, "main country of the page"
        return None, ""

    def at_large(self, *, domestic: bool) -> tuple[str | None, str]:
        """The page's country: where its story plays, or (not ``domestic``) which it is about."""
        code = self._scene if domestic else self._main
        return (code, "page country") if code is not None else (None, "")

    @property
    def main(self) -> str | None:
        """The country that the page names most, lead and headline counting thrice."""
        return self._main

    def last_country(
        self, sentence: int, start: int, entities: list[Entity], fits: Callable[[str], bool]
    ) -> str | None:
        """What "the country" means: the state named last before it in the sentence, else where the sentence says
        that it happens, else the state named right before, else the page's; of those that ``fits`` allows ("the
        African nation")."""
        best, where = None, -1
        here = self._placed.get(sentence)
        for entity in entities:
            if (entity.sentence, entity.start) >= (sentence, start):
                break
            if entity.kind in ("GPE", "NORP") and entity.code and entity.code not in NON_STATES and fits(entity.code):
                best, where = entity.code, entity.sentence
                if entity.sentence == sentence:
                    here = None
        if here and fits(here[-1][1]):
            return here[-1][1]
        if where < sentence - 1 and self._scene is not None and fits(self._scene):
            return self._scene
        return best
