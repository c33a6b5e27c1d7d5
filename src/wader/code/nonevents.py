"""Attacks and deaths that are no use of force, by the words of their paragraph: accidents, fiction, fights with words;
by the words of their page: private crimes. And what is said to the press, which is no meeting.

The lexicon's own senses come first (`cat: NONE`); this is for what only the paragraph tells ("two killed in mishap").
"""

from __future__ import annotations

from wader.code.contexts import paragraph, weigh
from wader.knowledge import Knowledge
from wader.records import Candidate, Document, Entity

_CONTEST = frozenset(("election", "legislative"))
_FORCES = frozenset(("MIL", "REB", "COP", "UAF", "PRM", "SPY", "CRM"))
_POLITICIANS = frozenset(("PTY", "LEG", "ELI", "OPP", "GOV"))
_PUBLIC = frozenset(("GOV", "MIL", "COP", "JUD", "REB", "PRM", "SPY", "PTY", "LEG", "ELI", "OPP", "JRN", "REF"))
"""Sectors whose attacks, and attacks on which, are never a private crime."""
_OF_WAR = frozenset(("aerial", "heavy-weapons", "suicide-attack", "explosives", "unconventional", "crowd-control"))
_PAGE = 8_000
"""Characters of a page that are read for what it is about."""


class NonEvents:
    """Sorts out ASSAULT that a paragraph makes an accident, fiction or criticism (``nonevents.yaml``)."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.table = knowledge.nonevents

    def keep(self, document: Document, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates without those; verbal attacks become criticism. Contexts are already filled."""
        blocks = {s.sequence: (s.in_, s.block) for s in document.sentences}
        told: dict[tuple[str, int], dict[str, str]] = {}
        crimes: bool | None = None
        kept = []
        for candidate in candidates:
            if self._is_past_state(document, candidate) or _is_interview(document, candidate):
                continue
            if candidate.category in ("ASSAULT", "THREATEN"):
                crimes = self._is_crime_page(document) if crimes is None else crimes
                if crimes and _is_private(document, candidate):
                    continue
            if candidate.category == "ASSAULT":
                key = blocks[candidate.sentence]
                if key not in told:
                    told[key] = weigh(self.table, paragraph(document, *key))
                if not self._is_force(document, candidate, told[key]):
                    continue
            kept.append(candidate)
        return kept

    def _is_past_state(self, document: Document, candidate: Candidate) -> bool:
        """ "The exiled leader", "no group claimed the attack": what somebody is, what nobody says of himself."""
        if candidate.category not in ("ASSAULT", "COERCE"):
            return False
        trigger = min(candidate.triggers, key=lambda t: t.start)
        tokens = next(s.tokens for s in document.sentences if s.sequence == candidate.sentence)
        if tokens is None or trigger.start not in tokens.start:
            return False
        place = tokens.start.index(trigger.start)
        cues = weigh(self.table, tokens.text[place])
        if "status" in cues and len(candidate.triggers) == 1 and not candidate.actor:
            return tokens.dep[place] == "amod"
        return "claim" in cues and candidate.category == "ASSAULT" and candidate.status == "denied"

    def _is_force(self, document: Document, candidate: Candidate, told: dict[str, str]) -> bool:
        who = _entities(document, candidate)
        contest = _CONTEST & set(candidate.context) and not any(e.sector in _FORCES for e in who)
        if "force" in told and not (contest and self._is_debate(document, candidate, who)):
            return True
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        cues = weigh(self.table, " ".join(source[t.start : t.end] for t in candidate.triggers))
        if "accident" in told and "mishap" in cues and not candidate.actor:
            return False
        if "fiction" in told and not any(e.sector in _FORCES or e.kind == "GPE" for e in who):
            return False
        if contest:
            cue = cues.get("verbal")
            if cue is None or not candidate.actor:
                return "contest" not in cues and cue is None
            candidate.category, candidate.mode = "ACCUSE", ["disapprove"]
            candidate.rules["precedence"] = f"ASSAULT with words is ACCUSE: “{cue}” about {candidate.context[0]}"
        return True

    def _is_crime_page(self, document: Document) -> bool:
        """Whether a page is about private crime: the words of courts and police reports, and none of politics."""
        told = weigh(self.table, f"{document.article.title or ''}\n{document.article.text[:_PAGE]}")
        return "private" in told and "public" not in told

    def _is_debate(self, document: Document, candidate: Candidate, who: list[Entity]) -> bool:
        """Whether politicians of one country attack each other in a sentence that has no other word of force."""
        states = {e.code for e in who if e.code is not None}
        sides = [m for m in (*candidate.actor, *candidate.recipient) if m.sentence is None]
        if len(sides) < 2 or len(states) > 1 or not {e.sector for e in who} <= _POLITICIANS:
            return False
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        sentence = next(s for s in document.sentences if s.sequence == candidate.sentence)
        words, at = [], sentence.start
        for trigger in sorted(candidate.triggers, key=lambda t: t.start):
            words.append(source[at : trigger.start])
            at = trigger.end
        return "force" not in weigh(self.table, " ".join([*words, source[at : sentence.end]]))


def _is_private(document: Document, candidate: Candidate) -> bool:
    """Whether only private people take part, and with no weapon of war."""
    return not _OF_WAR & set(candidate.mode) and not any(e.sector in _PUBLIC for e in _entities(document, candidate))


def _is_interview(document: Document, candidate: Candidate) -> bool:
    """Whether somebody speaks with the press alone: no party meets another."""
    if candidate.category != "CONSULT":
        return False
    press = [e.sector == "JRN" for e in _entities(document, candidate)]
    return any(press) and sum(not p for p in press) < 2


def _entities(document: Document, candidate: Candidate) -> list[Entity]:
    mentions = [*candidate.actor, *candidate.recipient]
    return [
        e
        for e in document.entities
        if e.sentence == candidate.sentence and any(e.start < m.end and m.start < e.end for m in mentions)
    ]
