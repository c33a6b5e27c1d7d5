"""Who "I" and "we" are where no quotation of a known speaker stands around them: in a speech, a broadcast, a
communique, an interview or an opinion piece, which is one speaker's words throughout."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property

import msgspec

from wader.knowledge.roles import Roles
from wader.records import Actor, Attribution, Sentence
from wader.resolve.bidden import bidden
from wader.resolve.compound import View, governor
from wader.resolve.context import PageContext
from wader.resolve.found import Found, Phrases
from wader.resolve.pronouns import SPEAKER_PRONOUNS, in_quotation, is_pronoun
from wader.resolve.strangers import is_anybody
from wader.resolve.suspects import suspected
from wader.text import is_discarded

SPOKEN = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"))
"""Categories of acts that are done by saying so: whoever says "we demand" demands."""
REACH = 12
"""How many sentences after a speaker's name and colon are still that speaker's."""

_LOCAL = frozenset("city county town village municipality borough province district township".split())
"""Places that act through their government."""
_BOARDS = frozenset("committee commission council panel board bureau institution".split())
"""Bodies of which nothing says what they are for: no private persons."""
_PUBLIC = frozenset("commission council panel".split())
"""Those of them that are a state's or a town's where nothing says whose: "Council backs plan"."""
_HUMAN = frozenset(("he", "she", "him", "her"))
_ANYONE = frozenset(("anyone", "anybody", "someone", "somebody", "everyone", "everybody"))
Source = Callable[[Attribution, int], list[Found]]
Told = Mapping[int, list[Attribution]]
"""Attributions by the number of their sentence."""


def spoken_by(
    view: View, n: int, told: Told, sentences: Mapping[int, Sentence], context: PageContext, source: Source
) -> list[Found]:
    """The speaker that token ``n`` means, where it is "I" or "we" or, on a page without capitals, a word that only a
    name can be; [] for any other token, and on a page of no country."""
    word = view.tokens.text[n].lower()
    if is_pronoun(view, n) and word in SPEAKER_PRONOUNS:
        named = named_before(view, told, sentences, source)
        return named or _of_the_page(context, "first person: a speaker without a name")
    entity = view.entity[n]
    unknown = entity is None or (entity.kind in ("ORG", "MISC") and entity.code is None and entity.sector is None)
    unknown = unknown and not (entity is not None and is_discarded(entity))
    if unknown and view.tokens.tag[n] == "NNP" and view.source[view.tokens.start[n] :][:1].islower():
        return _of_the_page(context, "unknown name that speaks", "CVL")
    return []


_LABEL = re.compile(r"(?:^|(?<=\s))\(([^\W\d_][^\W\d_.'-]*(?: [^\W\d_.'-]+){0,2})(?:, in \w+)?\)(?=\s)")
"""A name in brackets, as transcripts mark who speaks: "(Kowal) We are ready", "(Kowal, in Polish)"."""
_DIRECTIONS = frozenset([
    "indistinct", "omitted", "applause", "laughter", "video", "recording", "music", "continued", "continues",
    "unintelligible", "inaudible", "pause", "end", "begin", "more", "crosstalk", "silence", "sic", "ends",
])  # fmt: skip
"""Last words of what else stands in brackets in a transcript."""
_ASKING = frozenset([
    "reporter", "question", "journalist", "correspondent", "moderator", "interviewer", "announcer", "anchor", "host",
])  # fmt: skip
_FEWEST = 2
"""Labels from which a text is a transcript: one name in brackets may say anything."""
_ENDED = re.compile(r"(?:^|[.?!:)\]\"”]\s+|\s{2,}|\n)$")
"""Right before a label: what another said has ended."""
_RECORDED = re.compile(r"recording\)\s*\([^()]*\)\Z")
"""Up to the end of a lone label: it opens what was recorded."""


_HEARD = 25
"""How many sentences on a label still says who speaks."""


class Voices:
    """Who speaks on one page outside quotations; what is asked of every "we" is read once."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    @cached_property
    def _labels(self) -> list[tuple[int, str]]:
        """Ends and last words of the bracketed labels of the text, in small letters."""
        text = self._phrases.document.article.text
        opening = (m for m in _LABEL.finditer(text) if _ENDED.search(text, max(0, m.start() - 4), m.start()))
        found = ((m.end(), m[1].lower().rpartition(" ")[2]) for m in opening)
        return [(end, name) for end, name in found if name not in _DIRECTIONS]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self._phrases.document.sentences if s.in_ == "text"]

    @cached_property
    def _known(self) -> dict[str, list[Found]]:
        """By surname whom the page has named, where it says who that is."""
        persons: dict[str, list[Found]] = {}
        second: dict[str, list[Found]] = {}
        for entity in self._phrases.document.entities:
            name = entity.name.lower().rpartition(" ")[2]
            if entity.kind != "PERSON" or name in persons or is_discarded(entity):
                continue
            found = self._phrases.whole(entity)
            if found.actor.sector not in (None, "CVL"):
                persons[name] = [Found(found.actor, f"transcript: {found.rule}", person=True)]
                for surname in entity.name.lower().split()[1:-1]:  # the father's, where the mother's stands behind it
                    second.setdefault(surname, persons[name])
        return second | persons

    @cached_property
    def _is_recorded(self) -> bool:
        """Whether the one label there is opens a recording."""
        text = self._phrases.document.article.text
        return any(_RECORDED.search(text, 0, end) for end, _ in self._labels)

    def labelled(self, view: View, n: int) -> list[Found]:
        """Whom a transcript's bracket marks as the speaker at token ``n``; [] where no bracket does, or one whose name
        the page does not know."""
        at, labels = view.tokens.start[n], self._labels
        if view.sentence.in_ == "title" or (len(labels) < _FEWEST and not self._is_recorded):
            return []
        k = bisect_right(labels, (at, "")) - 1
        if k < 0 or bisect_right(self._starts, at) - bisect_right(self._starts, labels[k][0]) > _HEARD:
            return []
        if labels[k][1] in _ASKING:
            return [Found(Actor(code=None, sector="JRN"), "transcript: who asks", person=True)]
        known = self._known.get(labels[k][1], ())
        return [replace(found, actor=msgspec.structs.replace(found.actor)) for found in known]


_DECLARING = frozenset([
    "reiterate", "declare", "demand", "urge", "appeal", "denounce", "reaffirm", "condemn", "repudiate", "salute",
    "proclaim", "affirm", "exhort", "deplore", "request", "express", "extend", "convey", "thank", "inform", "announce",
    "warn",
])  # fmt: skip
_STATEMENT = 2
"""How many sentences on a statement is still of whom it has named."""


def declaring(view: View, n: int, phrases: Phrases) -> list[Found]:
    """Whose statement a text is that says "we" outside any quotation: who is told in the present tense to declare
    something just before ("The armed forces reiterate to the people …. We also call on …"); [] where nobody is."""
    here = view.sentence
    back, least = here.sequence, here.sequence - _STATEMENT
    while back > max(1, least):
        back -= 1
        there = phrases.view(back)
        if there is None or there.sentence.in_ != here.in_:
            continue
        if any(w.lower() in SPEAKER_PRONOUNS for w in there.tokens.text):
            least = max(back - _STATEMENT, here.sequence - REACH)  # who says "we" there says it here
        for k in range(len(there.tokens)):
            if there.tokens.tag[k] not in ("VBP", "VBZ") or there.lemma[k] not in _DECLARING:
                continue
            for who in (m for m in there.kids[k] if there.tokens.dep[m] == "nsubj" and not is_pronoun(there, m)):
                if in_quotation(there, there.tokens.start[who]):
                    continue
                found = [f for f in phrases.phrase(there, who, 1) if f.actor.code and f.actor.sector != "CVL"]
                if found:
                    return [Found(f.actor, f"first person: {f.rule} declares", f.person, f.many) for f in found]
    return []


def named_before(view: View, told: Told, sentences: Mapping[int, Sentence], source: Source) -> list[Found]:
    """The last speaker named with a colon: "SMITH: …", "the statement said: …"."""
    here = view.sentence
    near = range(here.sequence - 1, here.sequence - REACH - 1, -1)
    for said in (each for back in near for each in reversed(told.get(back, []))):
        at = sentences.get(said.sentence)
        if at is None or said.in_ != here.in_:
            continue
        if said.rule == "reporting.label" or view.source[at.start : at.end].rstrip().endswith(":"):
            found = source(said, 0)
            if found:
                return [Found(f.actor, f"first person: {f.rule} named before", f.person, f.many) for f in found]
    return []


_WORLDS = re.compile(r"[Tt]he (West|East|Occident|Orient|South)|(Arab|Muslim|Islamic|Western|Free|Third|Gulf|Baltic|"
                     r"Nordic) ([Ww]orld|[Pp]owers|[Ss]tates|[Cc]ountries|[Nn]ations|[Gg]overnments|[Cc]apitals)")
"""Groups of states that no list can name: no one country's."""


def _of_the_page(context: PageContext, rule: str, sector: str | None = None) -> list[Found]:
    code, where = context.at_large(domestic=True)
    return [Found(Actor(code=code, sector=sector), f"{rule}, {where}", person=True)] if code is not None else []


def _is_name(view: View, n: int, roles: Roles) -> bool:
    """Whether token ``n`` is a name that nothing knows, without an office before it that says who it is; on a page
    without capitals, what was taken for a place's name too."""
    entity, text = view.entity[n], view.tokens.text[n]
    titled = any(roles.longest_ending(view.lemma, k) is not None for k in view.kids[n])
    if titled or not text.isalpha() or not view.tokens.tag[n].startswith("NNP"):
        return False
    lower = view.source[view.tokens.start[n] :][:1].islower()
    return not text.isupper() if entity is None else lower and entity.kind in ("GPE", "LOC")


def somebody(view: View, n: int, roles: Roles, context: PageContext, *, acts: bool) -> list[Found]:
    """Whom token ``n`` means where it is known that it is somebody: a body or person that no list has, of the country
    that the page names most; a role that no owner places; whoever is told to do something; [] for pronouns, other
    things, and names of places. Who ``acts`` may be a town's government ("the city sued")."""
    found = _named_or_of_role(view, n, roles, context, acts=acts)
    if found or acts or is_anybody(view, n) or roles.longest_ending(view.lemma, n) is not None:
        return found
    return bidden(view, n, context)


def untold(view: View, n: int) -> str | None:
    """Why token ``n`` means persons of whom the page tells nothing: "he" who is named nowhere near, "anyone", the
    "speakers" of a rally; None for other tokens, for "anyone" of a law, and where it is said of nobody at all."""
    word = view.tokens.text[n].lower()
    if word == "speakers":
        return "people who speak"
    if is_pronoun(view, n):
        return f"{word}: named nowhere near" if word in _HUMAN else None
    if word not in _ANYONE or is_anybody(view, n):
        return None
    verb = governor(view, n)
    return None if any(view.tokens.dep[k] == "neg" for k in view.kids[verb]) else "people"


def _named_or_of_role(view: View, n: int, roles: Roles, context: PageContext, *, acts: bool) -> list[Found]:
    entity, lemma = view.entity[n], view.lemma[n]
    if is_pronoun(view, n) or not view.tokens.tag[n].startswith("NN") or (entity is not None and is_discarded(entity)):
        return []
    if lemma == "side" or is_anybody(view, n):
        return []
    if not acts and entity is not None and entity.kind == "MISC" and entity.text.islower():
        return []  # a word of a text without capitals that passed for a name
    if entity is not None and entity.kind == "PERSON" and entity.text.islower() and " " not in entity.text:
        return []  # a town's name there that passed for a person's
    if _WORLDS.fullmatch(view.source[view.tokens.start[n - 1] if n else 0 : view.tokens.end[n]]):
        return [Found(Actor(code=None, sector="GOV"), "unnamed states", many=True)]
    role = roles.longest_ending(view.lemma, n)
    if (entity is not None and entity.kind in ("ORG", "MISC", "PERSON")) or (role is None and _is_name(view, n, roles)):
        code, where = context.of_person()
        sector = "CVL" if entity is None or entity.kind not in ("ORG", "MISC") else None
        sector = (entity.sector if entity is not None else None) or sector
        settled = (entity is not None and entity.code is not None) or code is None
        found = [] if settled else [Found(Actor(code=code, sector=sector), f"unknown name; {where}", person=True)]
        return suspected(view, n, found)
    if entity is not None or (role is not None and role[1].kind == "thing") or (role is None and lemma not in _LOCAL):
        return []
    if role is None and not acts:
        return []
    sector, rule = ("GOV", "local government") if role is None else (role[1].sector, f"role: {role[1].entry}")
    bare = not any(view.tokens.dep[k] in ("compound", "amod", "poss", "nmod") for k in view.kids[n])
    sector = sector or ("GOV" if bare and lemma in _PUBLIC else "SOC" if lemma in _BOARDS else "CVL")
    code, where = (role[1].code, "") if role is not None else (None, "")
    if code is None:
        code, where = context.country(view.sentence.sequence, domestic=True, at=view.tokens.start[n])
    rule = f"{rule}; {where}" if where else rule
    return [Found(Actor(code=code, sector=sector), rule)] if code is not None else []
