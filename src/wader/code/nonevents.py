"""Attacks and deaths that are no use of force, by the words of their paragraph: accidents, fiction, fights with words.

The lexicon's own senses come first (`cat: NONE`); this is for what only the paragraph tells ("two killed in mishap").
"""

from __future__ import annotations

from wader.code.contexts import paragraph, weigh
from wader.knowledge import Knowledge
from wader.records import Candidate, Document, Entity

_CONTEST = frozenset(("election", "legislative"))
_FORCES = frozenset(("MIL", "REB", "COP", "UAF", "PRM", "SPY", "CRM"))


class NonEvents:
    """Sorts out ASSAULT that a paragraph makes an accident, fiction or criticism (``nonevents.yaml``)."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.table = knowledge.nonevents

    def keep(self, document: Document, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates without those; verbal attacks become criticism. Contexts are already filled."""
        blocks = {s.sequence: (s.in_, s.block) for s in document.sentences}
        told: dict[tuple[str, int], dict[str, str]] = {}
        kept = []
        for candidate in candidates:
            if self._is_past_state(document, candidate):
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
        if "force" in told:
            return True
        who = _entities(document, candidate)
        source = (document.article.title or "") if candidate.in_ == "title" else document.article.text
        cues = weigh(self.table, " ".join(source[t.start : t.end] for t in candidate.triggers))
        if "accident" in told and "mishap" in cues and not candidate.actor:
            return False
        if "fiction" in told and not any(e.sector in _FORCES or e.kind == "GPE" for e in who):
            return False
        if _CONTEST & set(candidate.context) and not any(e.sector in _FORCES for e in who):
            cue = cues.get("verbal")
            if cue is None or not candidate.actor:
                return "contest" not in cues and cue is None
            candidate.category, candidate.mode = "ACCUSE", ["disapprove"]
            candidate.rules["precedence"] = f"ASSAULT with words is ACCUSE: “{cue}” about {candidate.context[0]}"
        return True


def _entities(document: Document, candidate: Candidate) -> list[Entity]:
    mentions = [*candidate.actor, *candidate.recipient]
    return [
        e
        for e in document.entities
        if e.sentence == candidate.sentence and any(e.start < m.end and m.start < e.end for m in mentions)
    ]
