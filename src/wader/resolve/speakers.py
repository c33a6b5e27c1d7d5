"""Who says "we" on a page: the source of the quotation around it, whom a transcript's bracket or a communiqué names, or
a people named right behind the pronoun."""

from __future__ import annotations

from wader.records import Actor, Attribution
from wader.resolve.belligerents import Belligerents
from wader.resolve.compound import View
from wader.resolve.context import PageContext
from wader.resolve.found import Found, Phrases
from wader.resolve.pronouns import PERSON_PRONOUNS, PRONOUNS, SPEAKER_PRONOUNS, in_quotation, last_rule
from wader.resolve.voices import Voices, declaring, named_before

_SPEECH = 30
"""Sentences on that somebody's words may go."""
_SAID_BEFORE = 6
"""Sentences back in which "he added" finds who was quoted before."""
_MARKS = ('"', "“", "”")
_DEEPEST = 3
"""Phrases within phrases down to which it is asked who declares something."""


class Speakers:
    """Who speaks on one page. ``told``: its attributions, by sentence."""

    def __init__(self, phrases: Phrases, context: PageContext) -> None:
        self._phrases = phrases
        self.belligerents = Belligerents(phrases, context)
        self._sentences = {s.sequence: s for s in phrases.document.sentences}
        self._voices = Voices(phrases)
        self.told: dict[int, list[Attribution]] = {}
        for attribution in phrases.document.attributions:
            self.told.setdefault(attribution.sentence, []).append(attribution)

    def pronoun(self, view: View, n: int, depth: int) -> list[Found]:
        """What "we", "our" or "I" means; [] where nobody is known to speak."""
        return self._named(view, n, depth) or self.at(view, n, depth)

    def _named(self, view: View, n: int, depth: int) -> list[Found]:
        """ "We Kenyans demand", "we, the teachers,": the people named right behind the pronoun."""
        beside = [k for k in view.kids[n] if view.tokens.dep[k] == "appos" and n < k and view.lemma[n] == "we"]
        verbs = any(view.tokens.tag[k].startswith("VB") for k in range(n + 1, beside[0] if beside else n))
        if beside and not verbs and view.tokens.tag[beside[0]] in ("NNS", "NNPS"):
            return self._phrases.phrase(view, beside[0], depth + 1)
        entity = view.entity[n + 1] if n + 1 < len(view.tokens) else None
        if entity is None or entity.kind != "NORP" or entity.code is None or view.tokens.tag[n + 1] != "NNPS":
            return []
        found = self._phrases.of_entity(entity)
        found.actor.sector = entity.sector or "CVL"
        return [Found(found.actor, f"people of {entity.rule}", many=True)]

    def at(self, view: View, n: int, depth: int) -> list[Found]:
        """Who speaks at token ``n``: the source of the quotation around it, else of the one before in the same
        paragraph; in a transcript whom the bracket names."""
        at, in_ = view.tokens.start[n], view.sentence.in_
        quoted = in_quotation(view, at)
        marked = [] if quoted else self._voices.labelled(view, n)
        if marked:
            return self.belligerents.rather_than(marked)
        here = view.sentence.sequence
        inside = [
            a for near in range(here - _SPEECH, here + 3) for a in self.told.get(near, ())
            if a.in_ == in_ and any(left <= at < right for left, right in a.content) and not _within(a, view, n)
        ]  # fmt: skip

        def remoteness(a: Attribution) -> tuple[bool, bool, bool, int]:
            told = self._sentences.get(a.sentence)
            apart = told is None or told.block != view.sentence.block
            return a.sentence != here, not a.quoted, apart, sum(right - left for left, right in a.content)

        inside.sort(key=remoteness)
        for attribution in inside:
            found = self.source(attribution, depth)
            if found:
                return found
        if not quoted:
            declared = declaring(view, n, self._phrases) if depth < _DEEPEST else []
            named = declared or named_before(view, self.told, self._sentences, self.source)
            return named or (self.belligerents.author if in_ == "text" else [])
        sequence, block = view.sentence.sequence, view.sentence.block
        near = range(sequence, sequence - 3, -1)
        for attribution in (each for back in near for each in reversed(self.told.get(back, []))):
            sentence = self._sentences.get(attribution.sentence)
            if sentence is None:
                continue
            if attribution.in_ == in_ and (sentence.block == block or attribution.sentence >= sequence - 1):
                if _within(attribution, view, n):
                    continue
                found = self.source(attribution, depth)
                if found:
                    return found
        return self.belligerents.author if in_ == "text" and self.belligerents.is_quoted else []

    def source(self, attribution: Attribution, depth: int) -> list[Found]:
        """The actor that an attribution names as its source."""
        view = self._phrases.view(attribution.sentence)
        if attribution.source is not None and view is not None:
            left, right = attribution.source
            inside = [k for k in range(len(view.tokens)) if left <= view.tokens.start[k] < right]
            heads = [k for k in inside if view.tokens.head[k] not in inside]
            for head in heads or inside[-1:]:
                if view.tokens.text[head].lower() in SPEAKER_PRONOUNS:
                    continue
                found = self._phrases.phrase(view, head, depth + 1)
                if found:
                    return [Found(f.actor, f"speaker: {last_rule(f.rule)}", f.person, f.many) for f in found]
        if view is None and (before := self._named_source(attribution)) is not None:
            return self.source(before, depth + 1)
        if attribution.code or attribution.entity:
            actor = Actor(code=attribution.code, sector=None, identifier_text=attribution.entity)
            return [Found(actor, "speaker", person=False)]
        return []

    def _named_source(self, attribution: Attribution) -> Attribution | None:
        """Who is named as a source last before "he added" in a sentence that was not parsed."""
        left, right = attribution.source or (0, 0)
        article = self._phrases.document.article
        source = (article.title or "") if attribution.in_ == "title" else article.text
        if source[left:right].lower() not in PERSON_PRONOUNS:
            return None
        for back in range(attribution.sentence, attribution.sentence - 1 - _SAID_BEFORE, -1):
            for told in reversed(self.told.get(back, [])):
                said = told.source if told.in_ == attribution.in_ and told.quoted else None
                if said is not None and said[1] <= left and source[said[0] : said[1]].lower() not in PRONOUNS:
                    return told
        return None


def _within(attribution: Attribution, view: View, n: int) -> bool:
    """Whether those of whom something is told stand in the same quotation as the pronoun, and so do not speak there:
    "the police say that I lied" is somebody's, not the police's."""
    at, said = view.tokens.start[n], attribution.source
    if said is None or attribution.sentence != view.sentence.sequence or not in_quotation(view, at):
        return False
    between = view.source[min(said[1], at) : max(said[0], at)]
    return not any(mark in between for mark in _MARKS) and in_quotation(view, said[0])
