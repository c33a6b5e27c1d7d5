"""Whose words a text is that says "we" and names no speaker: a communique opens with its author, a head of state
speaks of his administration, a side of a war of its forces, of its enemy and of the regime that it fights."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from wader.records import Actor, Entity
from wader.resolve.compound import View, determiner
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.found import Found, Phrases
from wader.text import is_discarded

_QUOTED = re.compile(r"\"[^\"]{0,2000}\"|“[^“”]{0,2000}”|''(?:(?!'').){0,2000}''")
"""Bounded: a page of marks that never close must not be read to its end from each of them."""
_MARKS = frozenset("\"“")
_PARAGRAPH = re.compile(r"\s*\n\s*| {3,}")
"""What parts paragraphs, in a wire's text too."""
_OWN = re.compile(
    r"\b(?:our|my) (?:[a-z-]+ ){0,2}?(?:forces|troops|units|fighters|combatants|guerrillas|commandos|columns|"
    r"militias?|militiamen|comrades|patrols|squads|batteries|artillery|brigades?|battalions?)\b", re.I
)  # fmt: skip
_FOE = re.compile(
    r"\b(?:(?:the|our) enem(?:y|ies)|enemy (?:forces|troops|units|positions|soldiers|planes|patrols))\b", re.I
)  # fmt: skip
_OF_REBELS = re.compile(
    r"\b(?:fascists?|fascism|dictatorships?|puppets?|oligarch\w*|imperialis\w+|genocidal|yankees?|counterinsurgency|"
    r"reactionar\w+|bourgeois\w*|tyrann\w+|servile|lackeys?|usurpers?|infidels?|apostates?|crusaders?|juntas?)\b", re.I
)  # fmt: skip
"""Words by which those who fight a government call it."""
_WEAKLY = re.compile(r"\b(?:regimes?|repressive|repression|revolutionary|liberation|people's war|exploiters?)\b", re.I)
"""Words that others use too."""
_OF_STATES = re.compile(
    r"\b(?:terroris\w+|subversi\w+|delinquents?|bandits?|marxis\w+|leninis\w+|communis\w+|seditious|criminals?|"
    r"outlaws?|insurgents?|extremists?|fanatics?)\b", re.I
)  # fmt: skip
"""Words by which a state calls those who fight it."""
_RULING = re.compile(
    r"\b(?:(?:my|our) administration|my (?:government|cabinet|presidency)|"
    r"our (?:diplomatic|consular) (?:relations|ties|mission)|"
    r"(?:withdraw|recall|close|reopen|expel) our (?:ambassador|embassy|consulate|mission)|"
    r"we (?:will|shall|have|are|hereby) (?:\w+ )?(?:suspend|break|sever|restor|resum|re-?establish)\w* "
    r"(?:\w+ ){0,2}?relations)\b", re.I
)  # fmt: skip
"""What only those who govern call theirs or do."""
_AS = re.compile(
    r"\b(?:in|with) my (?:role|capacity|position|status|functions?|duty|duties) as (?:the |a |an )?|"
    r"\b(?:i|we), (?:as )?(?:a |an |the |your )|"
    r"(?:^|(?<=[.;:] )|(?<=  ))as (?:the |a |an |your )?(?=[^.,;]{3,80}, (?:i|we) )", re.I
)  # fmt: skip
"""Up to the words by which a speaker says what he is."""
_QUALIFIED = 25
"""Letters of adjectives that may stand before what somebody is."""
_ADDRESS = re.compile(
    r"\s*(?:good (?:evening|morning|afternoon)[,.]? )?(?:(?:my|dear) )*(?:fellow (?:citizens|countrymen|compatriots)|"
    r"countrymen|compatriots)\b", re.I
)  # fmt: skip
_STATING = re.compile(
    r"\bhereby (?:\w+ ){0,2}?(?:informs?|reports?|announces?|declares?|states?|communicates?|denounces?|condemns?)\b|"
    r"\b(?:informs?|reports?|announces?|declares?|states?|communicates?|denounces?) "
    r"(?:the following|(?:to )?(?:all|the) (?:\w+ )?(?:people|nation|public|world|citizens|population)\b)", re.I
)  # fmt: skip
_BEHALF = re.compile(r"\b[Oo]n behalf of ([^.,;]{3,80}), (?:we|i|I)\b")
_OPENING = 2
"""Sentences within which a communique says whose it is."""
_CURSES = 2


class Belligerents:
    """Who writes or broadcasts one page, where that is an author who fights, rules or declares."""

    def __init__(self, phrases: Phrases, context: PageContext) -> None:
        self._phrases, self._context = phrases, context

    @cached_property
    def _said(self) -> str:
        """The text without what others are quoted with."""
        text = self._phrases.document.article.text
        return text if self.is_quoted else _QUOTED.sub(" ", text)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether the whole text is one quotation, of whoever made the statement."""
        text = self._phrases.document.article.text.strip()
        if text[:1] not in _MARKS or any(a.quoted for a in self._phrases.document.attributions):
            return False
        return all(part[:1] in _MARKS for part in _PARAGRAPH.split(text))

    @cached_property
    def author(self) -> list[Found]:
        """Whose "we" it is; [] where nothing of the page tells."""
        if self._declarer is not None:
            return [self._declarer]
        code = self._context.at_large(domestic=True)[0]
        if code is None or code in NON_STATES:
            return []
        if _ADDRESS.match(self._said) or _RULING.search(self._said):
            return [Found(Actor(code=code, sector="GOV"), "first person: a ruler's address", person=True)]
        if (people := self._people) is not None and not self._fights:
            return [Found(Actor(code=people.code, sector="CVL"), f"first person: people of {people.rule}", many=True)]
        if not self._fights:
            return []
        if self._rebels is not None:
            found = self._phrases.whole(self._rebels)
            return [Found(found.actor, f"first person: {found.rule} fights", many=True)]
        if _OWN.search(self._said) is None or len(_OF_REBELS.findall(self._said)) < _CURSES:
            return []
        return [Found(Actor(code=code, sector="REB"), "first person: who fights the regime", many=True)]

    @cached_property
    def _declarer(self) -> Found | None:
        """The body that a communique's opening says to declare what follows."""
        document = self._phrases.document
        for sentence in [s for s in document.sentences if s.in_ == "text"][:_OPENING]:
            stated = _STATING.search(document.article.text, sentence.start, sentence.end)
            if stated is None:
                continue
            named = [e for e in self._phrases.entities(sentence.sequence) if e.end <= stated.start()]
            if (found := self._first_body(named)) is not None:
                return Found(found.actor, f"first person: {found.rule} declares in the opening", many=True)
        for spoken in _BEHALF.finditer(document.article.text):
            named = [e for e in document.entities if e.in_ == "text" and spoken.start(1) <= e.start < spoken.end(1)]
            if (found := self._first_body(named)) is not None:
                return Found(found.actor, f"first person: on behalf of {found.rule}", many=True)
        return self._calling

    @property
    def _calling(self) -> Found | None:
        """What the speaker says that he is himself: "in my role as president of Peru", "I, a soldier of our army"."""
        document = self._phrases.document
        quoted = [m.span() for m in _QUOTED.finditer(document.article.text)]
        for said in _AS.finditer(document.article.text):
            at = said.end()
            if any(i <= at < j for i, j in quoted):
                continue
            roles = (e for e in document.entities if e.in_ == "text" and at <= e.start <= at + _QUALIFIED)
            if (found := self._first_body([e for e in roles if e.kind == "ROLE"][:1])) is not None:
                return Found(found.actor, f"first person: {found.rule}, as he calls himself", person=True)
        return None

    def _first_body(self, named: list[Entity]) -> Found | None:
        bodies = [e for e in named if e.kind in ("ORG", "ROLE") and e.sector not in (None, "CVL", "JRN")]
        read = (self._read(e) for e in bodies if not is_discarded(e))
        return next((found for found in read if found is not None and found.actor.code is not None), None)

    @cached_property
    def _people(self) -> Entity | None:
        """Those who call themselves "we Kenyans" on the page."""
        text = self._phrases.document.article.text
        named = (e for e in self._phrases.document.entities if e.kind == "NORP" and e.in_ == "text" and e.code)
        many = (e for e in named if e.text.endswith("s"))
        return next((e for e in many if text[max(0, e.start - 4) : e.start].lower() == " we "), None)

    def _read(self, entity: Entity) -> Found | None:
        """Whom a name or a role noun means where it stands."""
        view = self._phrases.view(entity.sentence)
        if view is None or entity.kind == "ORG":
            return self._phrases.whole(entity)
        heads = [k for k in range(len(view.tokens)) if view.entity[k] is entity]
        return next(iter(self._phrases.phrase(view, heads[-1], 1)), None) if heads else None

    @cached_property
    def _fights(self) -> bool:
        """Whether the text is a rebel's: it calls others its enemy or names its own forces, and curses as rebels do."""
        curses, weak = len(_OF_REBELS.findall(self._said)), len(_WEAKLY.findall(self._said))
        against = len(_OF_STATES.findall(self._said))
        if _OWN.search(self._said) or _FOE.search(self._said):
            return curses + weak > against
        return curses >= _CURSES and curses + weak > 2 * against

    @cached_property
    def _rebels(self) -> Entity | None:
        """The armed group that the page names most."""
        named = [e for e in self._phrases.document.entities if e.kind == "ORG" and e.sector == "REB" and e.code]
        often = Counter(e.name for e in named)
        return max(named, key=lambda e: often[e.name], default=None)

    def rather_than(self, speaker: list[Found]) -> list[Found]:
        """A transcript's speaker, who as a commander in a rebel's text is a rebel."""
        officer = [f for f in speaker if f.actor.sector == "MIL"]
        if not officer or not self._fights or self._rebels is None:
            return speaker
        whole = self._phrases.whole(self._rebels).actor
        for found in officer:
            found.actor.code, found.actor.sector = whole.code, whole.sector
        return speaker

    def enemy(self, view: View, head: int) -> Found | None:
        """The side that "the enemy" is in a text of a side of a war: the army that rebels fight."""
        code = self._context.at_large(domestic=True)[0]
        if determiner(view, head) not in ("the", "our") or not self._fights or not self.author or code is None:
            return None
        return Found(Actor(code=code, sector="MIL"), "the enemy of the rebels who speak", many=True)
