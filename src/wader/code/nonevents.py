"""Attacks and deaths that are no use of force, by the words of their paragraph: accidents, fiction, fights with words;
by the words of their page: private crimes, and campaigns whose rallies, captured states and shots at rivals are no more
than that. And what is said to the press, which is no meeting.

The lexicon's own senses come first (`cat: NONE`); this is for what only the paragraph tells ("two killed in mishap").
"""

from __future__ import annotations

from wader.code.contexts import paragraph, weigh
from wader.knowledge import Knowledge
from wader.records import Candidate, Document, Entity, Mention, Sentence

_CONTEST = frozenset(("election", "legislative"))
_FORCES = frozenset(("MIL", "REB", "COP", "UAF", "PRM", "SPY", "CRM"))
_BANDS = frozenset(("REB", "UAF", "PRM", "CRM"))
"""Armed people whose attacks are with arms, however they are told; an admiral may attack a minister with words."""
_POLITICIANS = frozenset(("PTY", "LEG", "ELI", "OPP", "GOV"))
_PUBLIC = frozenset(("GOV", "MIL", "COP", "JUD", "REB", "PRM", "SPY", "PTY", "LEG", "ELI", "OPP", "JRN", "REF"))
"""Sectors whose attacks, and attacks on which, are never a private crime."""
_BEFORE_ADJECTIVES = frozenset(("RB", "RBR", "RBS", "DT", "PRP$", "POS"))
"""Tags of what a participle that describes stands behind."""
_ACTED_ON = frozenset(("dobj", "pobj", "nsubjpass", "conj"))
"""Places of a noun that something is done to, or that only belongs to another."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "ROOT"))
"""Places of the noun of a headline that tells more of it, or whose verb the parser took for a noun."""
_OF_WAR = frozenset(("aerial", "heavy-weapons", "suicide-attack", "explosives", "unconventional", "crowd-control"))
_PERSONAL = frozenset("CONSULT REQUEST SUPPORT AGREE REJECT AID COOPERATE CONCEDE RETREAT ASSAULT THREATEN".split())
"""Categories of what private people do to each other too, on pages about crime."""
_THINGS = frozenset((None, "BUS"))
"""Sectors of what may kill by accident: an explosion, a bus."""
_GUESSED = "read"
"""The slot of parties that no entry asks for."""
_STAGED = frozenset(("ASSAULT", "COERCE", "PROTEST"))
"""Categories that the words of a campaign look like."""
_PAGE = 8_000
"""Characters of a page that are read for what it is about."""


class NonEvents:
    """Sorts out ASSAULT that a paragraph makes an accident, fiction or criticism (``nonevents.yaml``)."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.table, self.contexts, self.roles = knowledge.nonevents, knowledge.contexts, knowledge.roles

    def keep(self, document: Document, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates without those; verbal attacks become criticism. Contexts are already filled."""
        blocks = {s.sequence: (s.in_, s.block) for s in document.sentences}
        told: dict[tuple[str, int], dict[str, str]] = {}
        crimes: bool | None = None
        campaign: bool | None = None
        kept = []
        for candidate in candidates:
            if self._is_past_state(document, candidate) or _is_interview(document, candidate):
                continue
            if candidate.category in _PERSONAL:
                crimes = self._is_crime_page(document) if crimes is None else crimes
                if crimes and _is_private(document, candidate) and not self._is_on_authority(document, candidate):
                    continue
            if candidate.category in _STAGED:
                campaign = self._is_campaign_page(document) if campaign is None else campaign
                key = blocks[candidate.sentence]
                if key not in told:
                    told[key] = self._told(paragraph(document, *key))
                stumps = campaign and (_are_politicians(document, candidate, candidate.actor) or _is_anyones(candidate))
                if stumps and "force" not in told[key] and self._is_staged(document, candidate):
                    continue
                if candidate.category == "ASSAULT" and not self._is_force(document, candidate, told[key]):
                    continue
            kept.append(candidate)
        return kept

    def _told(self, words: str) -> dict[str, str]:
        """What the words of a paragraph tell; where they plainly tell of an accident, the dead and hurt in it are no
        sign of force."""
        told = weigh(self.table, words)
        if "accident" in told and "force" in told:
            plainly = weigh(self.table, words, strong=True)
            if "accident" in plainly and "force" not in plainly:
                del told["force"]
        return told

    def _is_past_state(self, document: Document, candidate: Candidate) -> bool:
        """ "The exiled leader", "a much criticised speech", "no group claimed the attack": what somebody or something
        is, what nobody says of himself."""
        if candidate.category not in ("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "SUPPORT", "MOBILIZE", "AID"):
            return False
        trigger = min(candidate.triggers, key=lambda t: t.start)
        tokens = _sentence(document, candidate).tokens
        if tokens is None or trigger.start not in tokens.start:
            return False
        place = tokens.start.index(trigger.start)
        cues = weigh(self.table, tokens.text[place])
        on_guard = tokens.tag[place] == "VBG" and "guarding" in cues and tokens.dep[tokens.head[place]] in _ACTED_ON
        if tokens.dep[place] == "acl" and on_guard:
            return True  # "shot at the soldiers guarding the port"
        if candidate.category == "MOBILIZE":
            return tokens.dep[place] == "acl" and tokens.tag[place] == "VBN" and "quartered" in cues
        if candidate.category == "AID":
            return False
        alone = len(candidate.triggers) == 1 and all(m.slot == "read" for m in candidate.actor)
        if tokens.dep[place] == "amod" and tokens.tag[place] == "VBN" and alone:
            verdict = candidate.category in ("ACCUSE", "SUPPORT") and place > 0
            opens = place == 0 and candidate.category == "ACCUSE" and tokens.dep[tokens.head[0]] in _SUBJECTS
            return opens or (verdict and tokens.tag[place - 1] in _BEFORE_ADJECTIVES) or "status" in cues
        return "claim" in cues and candidate.category == "ASSAULT" and candidate.status == "denied"

    def _is_force(self, document: Document, candidate: Candidate, told: dict[str, str]) -> bool:
        if self._is_worded(document, candidate):
            return True
        who = _entities(document, candidate)
        contest = _CONTEST & set(candidate.context) and not any(e.sector in _FORCES for e in who)
        if "force" in told and not (contest and self._is_debate(document, candidate, who)):
            return True
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        cues = weigh(self.table, " ".join(source[t.start : t.end] for t in candidate.triggers))
        doers = _entities(document, candidate, recipients=False)
        thing = all(e.kind == "ROLE" and e.sector in _THINGS for e in doers)
        if "accident" in told and "mishap" in cues and thing:
            return False
        if "fiction" in told and not any(e.sector in _FORCES or e.kind == "GPE" for e in who):
            return False
        if self._is_spoken(document, candidate, cues):
            _criticism(candidate, cues["verbal"], "speech")
            return True
        if contest:
            cue = cues.get("verbal")
            if cue is None or not candidate.actor:
                return "contest" not in cues and cue is None
            _criticism(candidate, cue, candidate.context[0])
        return True

    def _is_worded(self, document: Document, candidate: Candidate) -> bool:
        """ "Harshly attacked the premier": with words, unless those attack who bear arms, or with more than words
        ("killing twelve"); the candidate becomes criticism."""
        doers = _entities(document, candidate, recipients=False)
        if len(candidate.triggers) > 1 or any(e.sector in _BANDS for e in doers):
            return False
        sentence = _sentence(document, candidate)
        tokens, starts = sentence.tokens, {t.start for t in candidate.triggers}
        if tokens is None:
            return False
        verbs = [k for k in range(len(tokens)) if tokens.start[k] in starts and tokens.tag[k][:2] == "VB"]
        how = [tokens.text[k] for k in range(len(tokens)) if tokens.head[k] in verbs and tokens.dep[k] == "advmod"]
        cue = weigh(self.table, " ".join(tokens.text[k] for k in verbs)).get("verbal") if how and verbs else None
        if cue is None or "worded" not in weigh(self.table, " ".join(how)):
            return False
        _criticism(candidate, cue, "speech")
        return True

    def _is_spoken(self, document: Document, candidate: Candidate, cues: dict[str, str]) -> bool:
        """Whether politicians attack somebody in a speech that the sentence tells of."""
        actors = _entities(document, candidate, recipients=False)
        own = any(m.slot in ("poss", "light") for m in candidate.actor)  # "his attack": a pronoun is no name
        if "verbal" not in cues or not (own or actors) or not all(map(_is_politician, actors)):
            return False
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        sentence = _sentence(document, candidate)
        return "speaking" in weigh(self.table, source[sentence.start : sentence.end])

    def _is_staged(self, document: Document, candidate: Candidate) -> bool:
        """Whether what a politician does on a page about an election is part of the campaign: a rally against nobody, a
        state that is captured. His attacks are criticism (``_criticism``)."""
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        cues = weigh(self.table, " ".join(source[t.start : t.end] for t in candidate.triggers))
        if candidate.category == "PROTEST":
            return "stump" in cues and all(m.slot == _GUESSED for m in candidate.recipient)
        if candidate.category == "COERCE":
            return "won" in cues and (candidate.mode == ["seize"] or _are_places(document, candidate.recipient))
        if (cue := cues.get("verbal")) is not None and _are_politicians(document, candidate, candidate.recipient):
            _criticism(candidate, cue, "election")
        return False

    def _is_campaign_page(self, document: Document) -> bool:
        head = f"{document.article.title or ''}\n{document.article.text[:_PAGE]}"
        return "election" in weigh(self.contexts, head)

    def _is_crime_page(self, document: Document) -> bool:
        """Whether a page is about private crime: the words of courts and police reports, and none of politics."""
        told = weigh(self.table, f"{document.article.title or ''}\n{document.article.text[:_PAGE]}")
        return "private" in told and "public" not in told

    def _is_on_authority(self, document: Document, candidate: Candidate) -> bool:
        """Whether something of the authorities is hit, which is nobody by its words: "attacked two police stations"."""
        tokens = _sentence(document, candidate).tokens
        lemmas = [] if tokens is None else [lemma.lower() for lemma in tokens.lemma]
        hit = [m.token for m in candidate.recipient if m.sentence is None and 0 <= m.token < len(lemmas)]
        things = [found[1] for k in hit if (found := self.roles.longest_ending(lemmas, k)) is not None]
        return any(role.kind == "thing" and role.sector in _PUBLIC for role in things)

    def _is_debate(self, document: Document, candidate: Candidate, who: list[Entity]) -> bool:
        """Whether politicians of one country attack each other in a sentence that has no other word of force."""
        states = {e.code for e in who if e.code is not None}
        sides = [m for m in (*candidate.actor, *candidate.recipient) if m.sentence is None]
        if len(sides) < 2 or len(states) > 1 or not {e.sector for e in who} <= _POLITICIANS:
            return False
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        sentence = _sentence(document, candidate)
        words, at = [], sentence.start
        for trigger in sorted(candidate.triggers, key=lambda t: t.start):
            words.append(source[at : trigger.start])
            at = trigger.end
        return "force" not in weigh(self.table, " ".join([*words, source[at : sentence.end]]))


def _sentence(document: Document, candidate: Candidate) -> Sentence:
    """The sentence that a candidate stands in."""
    return next(s for s in document.sentences if s.sequence == candidate.sentence)


def _is_anyones(candidate: Candidate) -> bool:
    """Whether a noun of protest names nobody who does it: "at a rally in the port, the senator spoke of trade"."""
    return candidate.category == "PROTEST" and all(m.slot == _GUESSED or m.implied for m in candidate.actor)


def _criticism(candidate: Candidate, cue: str, context: str) -> None:
    candidate.category, candidate.mode = "ACCUSE", ["disapprove"]
    candidate.rules["precedence"] = f"ASSAULT with words is ACCUSE: “{cue}” about {context}"


def _are_politicians(document: Document, candidate: Candidate, mentions: list[Mention]) -> bool:
    """Whether somebody is mentioned, and only politicians, or persons of whom no more is known."""
    spans = [(m.start, m.end) for m in mentions if m.sentence is None]
    found = [
        [e for e in document.entities if e.sentence == candidate.sentence and e.start < end and start < e.end]
        for start, end in spans
    ]
    return bool(found) and all(entities and all(map(_is_politician, entities)) for entities in found)


def _is_politician(entity: Entity) -> bool:
    """A state is none."""
    known = entity.sector in _POLITICIANS and entity.kind not in ("GPE", "NORP", "LOC")
    return known or (entity.kind == "PERSON" and entity.sector is None)


def _is_private(document: Document, candidate: Candidate) -> bool:
    """Whether only private people take part, and with no weapon of war. What nobody named has done may be what a
    court or the police did."""
    if not candidate.actor and candidate.category not in ("ASSAULT", "THREATEN"):
        return False
    return not _OF_WAR & set(candidate.mode) and not any(e.sector in _PUBLIC for e in _entities(document, candidate))


def _is_interview(document: Document, candidate: Candidate) -> bool:
    """Whether somebody speaks with the press alone: no party meets another."""
    if candidate.category != "CONSULT":
        return False
    press = [e.sector == "JRN" for e in _entities(document, candidate)]
    return any(press) and sum(not p for p in press) < 2


def _entities(document: Document, candidate: Candidate, *, recipients: bool = True) -> list[Entity]:
    mentions = [*candidate.actor, *(candidate.recipient if recipients else [])]
    return [
        e
        for e in document.entities
        if e.sentence == candidate.sentence and any(e.start < m.end and m.start < e.end for m in mentions)
    ]


def _are_places(document: Document, mentions: list[Mention]) -> bool:
    """Whether all of some mentions are names of states or places."""
    named = [(e.start, e.end) for e in document.entities if e.kind == "GPE"]
    return bool(mentions) and all(any(a < m.end and m.start < b for a, b in named) for m in mentions)
