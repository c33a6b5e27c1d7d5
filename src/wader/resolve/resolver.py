"""Puts the resolvers of who, when, where and according to whom together, an article at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

import msgspec

from wader.knowledge import Knowledge
from wader.knowledge.model import identify
from wader.records import (
    Actor,
    Candidate,
    CiteInfo,
    Document,
    Entity,
    Event,
    EventText,
    Evidence,
    Mention,
    Sentence,
    TextInfo,
    Where,
)
from wader.resolve.actors import ActorResolver
from wader.resolve.addressed import implied_addressee, implied_judge, implied_ruler, own_people
from wader.resolve.agents import opponents, told_again
from wader.resolve.alone import alone
from wader.resolve.answers import answered
from wader.resolve.apart import fight_each_other, of_another, taken_for_other
from wader.resolve.askers import asker
from wader.resolve.attribution import event_attribution
from wader.resolve.authority import (
    implied_authority,
    implied_crowd,
    implied_struck,
    is_instrument,
    is_of_area,
    shut_in,
)
from wader.resolve.claims import claimed
from wader.resolve.context import NON_STATES
from wader.resolve.dates import event_date, is_historical
from wader.resolve.deeds import by_deed, is_victim
from wader.resolve.figures import counted, event_figures
from wader.resolve.foes import fallen, foes
from wader.resolve.home import Home, home_of_page
from wader.resolve.hosts import implied_host
from wader.resolve.ids import content_hash, event_id
from wader.resolve.likely import named_codes, weighed
from wader.resolve.members import is_within, told_twice
from wader.resolve.merge import merge_repeats
from wader.resolve.phrases import TOWNS
from wader.resolve.places import event_place, resolve_places
from wader.resolve.releases import released
from wader.resolve.relevant import relevant
from wader.resolve.then import as_then
from wader.resolve.trust import surest
from wader.resolve.voices import SPOKEN
from wader.text.given import Given
from wader.version import VERSION

_AGENTLESS = frozenset(("COERCE", "ASSAULT", "SANCTION", "RETREAT", "MOBILIZE", "PROTEST", "AID"))
"""Categories whose agent may stay unnamed ("fifteen were arrested"); of others only where somebody is surely meant."""
_SURE = 0.7
"""Chance of the role (the joined rule's) from which somebody that no list knows is taken for a party all the same."""
_UNTOLD = 0.6
"""Chance of the recipient's role from which an act of words is told that names no doer."""
_ARGUMENTS, _LIKELY = ("subj", "obj"), 0.5
"""Slots of a verb's own subject and object, and the chance that is enough for them."""
_POINTING = frozenset(("this", "these", "such", "that", "those"))
_INQUIRING = frozenset(("investigate", "probe", "inquire", "enquire", "look", "examine"))
_VIOLENT = frozenset(("ASSAULT", "COERCE"))
_NEAR = 2
"""How many sentences back "this action" may point."""
_OF_OBJECT = frozenset(("obj.amod", "obj.compound"))
"""Slots of a state whose name only says whose the object is."""
_UNKNOWN = Actor(code=None, sector="UNK")


class Resolver:
    """Resolves one document after another; nothing is carried from one to the next."""

    def __init__(self, knowledge: Knowledge, model: str | None = None) -> None:
        """``model``: which pipeline read the syntax (``Parser.identity``), for the events' ``coder``; None: the usual
        one."""
        self.knowledge = knowledge
        self.actors = ActorResolver(knowledge)
        self.coder = {"name": "wader", "version": VERSION, "knowledge": knowledge.hash, "model": model or identify()}

    def resolve(self, document: Document, candidates: list[Candidate]) -> list[Event]:
        """Events of ``document`` in order of their sentences; also fills its places and speakers.

        Both leave over the text as it was given: offsets index it, words quote it.
        """
        home = home_of_page(document.article, self.knowledge)
        resolve_places(document, self.knowledge.gazetteer, home)
        one = _OneDocument(self, document, home)
        events = [e for c in candidates if (e := one.event(c)) is not None]
        told_again(events, document)
        claimed(events, document, one.who.view, one.who.resolve)
        released(events, document)
        events, tellings = merge_repeats(events, self.knowledge.codebook)
        opponents(events, document)
        alone(events, document)
        foes(events, document, self.knowledge.lexicon)
        fallen(events, document)
        answered(events, one.who.view)
        for event in events:
            event.confidence = surest([event, *tellings.get(event.id, ())], self.knowledge.coder.whole)
        for placing in (p for name in document.placed for p in name.placings if p.code is None):
            placing.code, how = one.who.country_of_person(placing.sector or "", placing.rule)
            placing.rule = f"{placing.rule}; {how}" if how else placing.rule
        return events if one.given is None else _given_back(document, events, one.given)


class _OneDocument:
    def __init__(self, parent: Resolver, document: Document, home: Home) -> None:
        self.parent, self.document = parent, document
        self.who = parent.actors.resolver(document, home)
        self.sentences = {s.sequence: s for s in document.sentences}
        article = document.article
        cited = document.given or article
        self.given = Given(document.given) if document.given is not None else None
        self.harm: tuple[int, list[Actor], Where] | None = None
        """The last violence that was told: its sentence, who did it, where that is written."""
        self.texts = {"text": article.text, "title": article.title or ""}
        self.content = content_hash(cited)
        self.cite = CiteInfo(
            document=article.id,
            url=article.url,
            title=cited.title,
            publication=article.publication,
            date=article.date.value if article.date else None,
        )

    @cached_property
    def codes(self) -> dict[Where, dict[tuple[int, int], str]]:
        """Countries by the spans of the names, of text and title; pages without events need none."""
        entities, places = self.document.entities, self.document.places
        return {
            where: named_codes([e for e in entities if e.in_ == where], [p for p in places if p.in_ == where])
            for where in ("text", "title")
        }

    def event(self, candidate: Candidate) -> Event | None:
        """The event of a candidate, or None where nobody in it can act."""
        sentence = self.sentences[candidate.sentence]
        evidence: dict[str, list[Evidence]] = {}
        roles = self._roles(candidate, sentence, evidence)
        if roles is None:
            return None
        actor, recipient = roles
        if candidate.category in _VIOLENT and candidate.status in ("happened", "ongoing"):
            self.harm = (candidate.sentence, actor, candidate.in_)
        codebook = self.parent.knowledge.codebook
        first, last, precision, method, when = event_date(self.document, candidate)
        if is_historical(self.document, candidate, first, last) and "historical" not in candidate.auxiliary:
            candidate.auxiliary = ["historical", *candidate.auxiliary]
        if first is not None and "historical" in candidate.auxiliary:
            days, offices = (first, last or first), self.parent.knowledge.offices
            actor = as_then(actor, evidence.get("actor", ()), days, offices)
            recipient = as_then(recipient, evidence.get("recipient", ()), days, offices)
        place, place_evidence = event_place(self.document, candidate)
        figures = event_figures(self.document, candidate)
        attribution = event_attribution(self.document, candidate, self._speaker)
        self._explain(candidate, evidence)
        if when:
            evidence["date"] = when
        if place_evidence:
            evidence["event_loc"] = place_evidence
        if attribution is not None:
            evidence["attribution"] = [
                Evidence(attribution.start, attribution.end, candidate.in_, f"speaker by “{attribution.cue}”")
            ]
        if figures:
            evidence["figures"] = [Evidence(f.start, f.end, candidate.in_, counted(f)) for f in figures]
        text = self.texts[candidate.in_]
        return Event(
            id=self._id(candidate),
            date=first,
            enddate=last,
            date_precision=precision,
            date_method=method,
            actor=actor,
            recipient=recipient,
            event=[candidate.category],
            mode=candidate.mode,
            context=candidate.context,
            auxiliary=candidate.auxiliary,
            status=candidate.status,
            event_text=[EventText(text[t.start : t.end], t.start, t.end) for t in candidate.triggers],
            event_loc=place,
            quad_code=codebook.quad(candidate.category),
            event_scale=codebook.scale(candidate.category, candidate.mode),
            figures=figures,
            attribution=attribution,
            evidence=evidence,
            text=text[sentence.start : sentence.end],
            text_info=TextInfo(sentence.sequence, sentence.start, sentence.end),
            cite_info=self.cite,
            confidence=candidate.confidence,
            coder=self.parent.coder,
            link=candidate.link,
        )

    def _id(self, candidate: Candidate) -> str:
        """Of the text as it was given: what is repaired in it may grow, and events keep their ids."""
        given = self.given.back(candidate) if self.given is not None else candidate
        return event_id(self.document.article.id, self.content, given)

    def _speaker(self, start: int, end: int, where: Where) -> Entity | None:
        """The entity that a speaker's words name, its last one: "State Department spokesperson Ned Price"."""
        inside = [e for e in self.document.entities if e.in_ == where and start <= e.start and e.end <= end]
        coded = [e for e in inside if e.code is not None]
        return (coded or inside)[-1] if inside else None

    # --- who ----------------------------------------------------------------------------------------------

    def _roles(
        self, candidate: Candidate, sentence: Sentence, evidence: dict[str, list[Evidence]]
    ) -> tuple[list[Actor], list[Actor]] | None:
        actor = self._resolve(candidate.actor, sentence, "actor", evidence, candidate)
        recipient = self._resolve(candidate.recipient, sentence, "recipient", evidence, candidate)
        for role, both in taken_for_other(candidate, actor, recipient, self.texts[candidate.in_]):
            again: dict[str, list[Evidence]] = {}
            other = partial(self.who.another, names=both)
            if others := self._resolve(getattr(candidate, role), sentence, role, again, candidate, other):
                actor, recipient = (others, recipient) if role == "actor" else (actor, others)
                evidence |= again
                break
        if not actor and candidate.category in SPOKEN and candidate.status != "hypothetical":
            actor = self._resolve(candidate.actor, sentence, "actor", evidence, candidate, self.who.voice)
        of_another(candidate, (actor, recipient), evidence, self.who.context)
        own = {a.code for a in actor if a.code and a.sector == "GOV"}
        guessed = [m for m in candidate.recipient if m.slot.startswith("obj: ")]
        if guessed and own & {a.code for m in guessed for a, _ in self.who.resolve(sentence, m) if a.sector == "GOV"}:
            recipient = []  # a meeting's own states are no further party to its being put off
        if own and candidate.recipient and all(m.slot in _OF_OBJECT for m in candidate.recipient):
            named = {(e.start, e.end) for e in evidence.get("recipient", ()) if "countries.yaml" in (e.rule or "")}
            recipient = [r for r in recipient if r.code not in own or (r.start, r.end) not in named]  # "the US aid"
        if not recipient and candidate.category == "ACCUSE":
            recipient = self._blamed(candidate, actor, evidence)
        if candidate.category in SPOKEN:
            recipient = own_people(recipient, actor, candidate.category, evidence)
        names = {_key(a) for a in actor}
        each_other = candidate.category == "ASSAULT" and len(names) > 1 and {_key(r) for r in recipient} == names
        each_other = each_other or fight_each_other(candidate, self.texts[candidate.in_])
        recipient = recipient if each_other else [r for r in recipient if _key(r) not in names]
        if not recipient and (len(actor) < 2 or candidate.category == "REQUEST"):
            struck = implied_struck(candidate, self.document, self.who.context, self.parent.knowledge.lexicon)
            struck = struck or implied_host(candidate, self.document, actor)
            struck = struck or self._addressed(candidate, actor)
            if struck is not None:
                recipient, evidence["recipient"] = [struck[0]], [Evidence(None, None, candidate.in_, struck[1])]
        if not actor:
            # the encoder's guess that is nobody is none, nor a thing that carries the noun ("there was", "it shows")
            held = any(m.slot not in ("read", "light", "text") for m in candidate.actor)
            inert = held and not is_instrument(candidate, sentence, self.parent.knowledge.lexicon)
            crowd = implied_crowd(candidate, self.document, self.who.context, self.parent.knowledge.lexicon)
            if crowd is not None:
                actor, evidence["actor"] = [crowd[0]], [Evidence(None, None, candidate.in_, crowd[1])]
            elif not inert and is_of_area(candidate, self.parent.knowledge.lexicon):
                actor = [self._unnamed(candidate, evidence, recipient)]
            elif inert or not recipient or (candidate.category not in _AGENTLESS and not self._surely(candidate)):
                return None
            else:
                actor = [self._unnamed(candidate, evidence, recipient)]
        shut = shut_in(candidate, self.document, actor, self.parent.knowledge.lexicon) if not recipient else None
        if shut is not None:
            at = Evidence(shut[0].start, shut[0].end, candidate.in_, shut[1])
            recipient, evidence["recipient"] = [shut[0]], [at]
        if not relevant(self.who.context, [*actor, *recipient], violent=candidate.category == "ASSAULT"):
            return None
        needs = self.parent.knowledge.codebook.categories[candidate.category].requires_recipient
        if not recipient and any(m.slot == "speaker" for m in candidate.actor):
            return None  # a verdict on nobody that is known
        if needs and not recipient and len(actor) < 2:
            return None
        return by_deed([_sectored(a) for a in actor], candidate), [_sectored(r) for r in recipient]

    def _blamed(self, candidate: Candidate, accuser: list[Actor], evidence: dict[str, list[Evidence]]) -> list[Actor]:
        """Who did what "this action", "these killings" speak of: the doer of the last violence told before."""
        if _INQUIRING & set(candidate.triggers[0].entry.partition(" ")[2].split()):
            return []  # who looks into it does not say who it was
        said = [m for m in candidate.recipient if _points_back(self.texts[candidate.in_], m)]
        if not said or self.harm is None or not 0 < candidate.sentence - self.harm[0] <= _NEAR:
            return []
        mine = {_key(a) for a in accuser}
        found = [a for a in self.harm[1] if a.sector != "UNK" and _key(a) not in mine]
        if found:
            evidence["recipient"] = [
                Evidence(a.start, a.end, self.harm[2], "did what “this” speaks of, told before") for a in found
            ]
        return found

    def _addressed(self, candidate: Candidate, actor: list[Actor]) -> tuple[Actor, str] | None:
        """The authorities of whom something is demanded that only they do, whose order or verdict is refused, or
        whose rule is criticised."""
        view, context, lexicon = self.who.view(candidate.sentence), self.who.context, self.parent.knowledge.lexicon
        asked = implied_addressee(candidate, view, self.document, context, lexicon, actor)
        judge = asked or implied_judge(candidate, view, context, lexicon, actor)
        return judge or implied_ruler(candidate, view, lexicon, actor)

    def _unnamed(self, candidate: Candidate, evidence: dict[str, list[Evidence]], held: list[Actor]) -> Actor:
        """The agent that no words name: the authority that the act implies, else nobody knows who."""
        lexicon = self.parent.knowledge.lexicon
        implied = implied_authority(candidate, self.document, self.who.context, lexicon, held)
        implied = implied or asker(candidate, self.who, held, evidence.get("recipient", ()))
        if implied is None:
            return _UNKNOWN
        evidence["actor"] = [Evidence(implied[0].start, implied[0].end, candidate.in_, implied[1])]
        return implied[0]

    @staticmethod
    def _surely(candidate: Candidate) -> bool:
        """Whether somebody is surely acted on by an agent of whom nothing is told: "was accused"."""
        untold = all(m.slot == "text" for m in candidate.actor)
        return untold and any((m.chance or 0.0) >= _UNTOLD for m in candidate.recipient)

    def _resolve(
        self,
        mentions: list[Mention],
        sentence: Sentence,
        role: str,
        evidence: dict[str, list[Evidence]],
        candidate: Candidate,
        who: Callable[[Sentence, Mention], list[tuple[Actor, str]]] | None = None,
    ) -> list[Actor]:
        found: list[tuple[Actor, str]] = []
        lexicon = self.parent.knowledge.lexicon
        for mention in mentions:
            home = sentence if mention.sentence is None else self.sentences[mention.sentence]
            read = (who or self.who.resolve)(home, mention)
            noun = home.tokens.lemma[mention.token].lower() if home.tokens is not None else ""
            if not read and (mention.chance or 0.0) >= (_LIKELY if mention.slot in _ARGUMENTS else _SURE):
                read = self.who.believed(home, mention, acts=role == "actor")
            armed = role == "actor" and _armed_by_deed([a for a, _ in read], candidate)
            if not armed and not (role == "recipient" and self._is_hurt(home, mention)):
                read = weighed(read, mention, self.codes[home.in_], self.parent.knowledge.coder, noun)
            for actor, _ in read:
                self.who.states.name(actor, noun)  # "the junta" that the encoder knows the country of
            for actor, rule in read:
                shut = role == "recipient" and is_of_area(candidate, lexicon)
                struck = _is_struck(candidate, mention, actor, rule, shut) or _is_town(candidate, actor, rule, noun)
                if struck and (role == "recipient" or mention.slot == "site"):
                    actor = msgspec.structs.replace(actor, sector="CVL", identifier_text=None, identifier_id=None)
                if all(_key(actor) != _key(other) for other, _ in found):
                    found.append((actor, f"{_slot(mention)}; {rule}"))
        placed = {(a.start, a.end) for a, _ in found if a.code is not None}  # the same words read twice
        kept = [(a, r) for a, r in found if a.code is not None or a.start is None or (a.start, a.end) not in placed]
        kept = [(a, r) for a, r in kept if not any(is_within(a, other) for other, _ in kept)]
        again = told_twice([a for a, _ in kept])
        kept = [(a, r) for a, r in kept if (a.start, a.end) not in again]
        for actor, rule in kept:
            evidence.setdefault(role, []).append(Evidence(actor.start, actor.end, candidate.in_, rule))
        return [actor for actor, _ in kept]

    def _is_hurt(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether it is told of a mention that it was killed or hurt: "a man who was shot" is no suspect."""
        view = self.who.view(sentence.sequence)
        return view is not None and 0 <= mention.token < len(view.tokens) and is_victim(view, mention.token)

    # --- why ----------------------------------------------------------------------------------------------

    @staticmethod
    def _explain(candidate: Candidate, evidence: dict[str, list[Evidence]]) -> None:
        rules, where = candidate.rules, candidate.in_
        evidence["event"] = [Evidence(t.start, t.end, where, t.entry) for t in candidate.triggers]
        for name in ("precedence", "encoder"):
            if name in rules:
                evidence["event"].append(Evidence(None, None, where, rules[name]))
        if candidate.mode:
            first = candidate.triggers[0]
            evidence["mode"] = [Evidence(first.start, first.end, where, rules.get("mode", rules["event"]))]
        told = [k for k in candidate.rules if k in candidate.cues]
        if told:
            evidence["status"] = [Evidence(*candidate.cues[k], where, f"{k}: {rules[k]}") for k in told]
        for name in (k for k in rules if k.startswith("auxiliary ")):
            evidence.setdefault("status", []).append(Evidence(None, None, where, f"{name[10:]}: {rules[name]}"))
        contexts = [k for k in rules if k.startswith("context ")]
        if contexts:
            evidence["context"] = [Evidence(None, None, where, f"{k[8:]}: {rules[k]}") for k in contexts]


def _armed_by_deed(actors: list[Actor], candidate: Candidate) -> bool:
    """Whether what is told makes armed men of somebody, whatever the encoder says of him."""
    return any(a is not b for a, b in zip(actors, by_deed(actors, candidate), strict=True))


def _is_struck(candidate: Candidate, mention: Mention, actor: Actor, rule: str, shut: bool) -> bool:
    """Whether what befalls a town befalls its people, not its government: "the Mumbai attacks", "planes bombed Mosul",
    "they shelled areas of the country", and where it is ``shut``, "a curfew in Mumbai"."""
    if actor.sector != "GOV" or not (shut or mention.slot == "site" or candidate.category == "ASSAULT"):
        return False
    part = mention.slot.endswith(".of") and rule.startswith("the country named")
    return part or rule.startswith(("subnational", "capital"))


def _is_town(candidate: Candidate, actor: Actor, rule: str, noun: str) -> bool:
    """The same where only a noun says that it is one: "they shelled a Syrian town"."""
    return candidate.category == "ASSAULT" and actor.sector == "GOV" and noun in TOWNS and rule.startswith("owner: ")


def _slot(mention: Mention) -> str:
    """How syntax found a party, or that the encoder did, and how sure it was."""
    return mention.rule if mention.slot == "read" and mention.rule else mention.slot


def _given_back(document: Document, events: list[Event], given: Given) -> list[Event]:
    """What was read in a repaired text, over the text that was given: the document in place, and its events."""
    assert document.given is not None
    document.article, document.given = document.given, None
    document.sentences = given.back(document.sentences)
    document.entities = given.back(document.entities)
    document.places = given.back(document.places)
    document.times = given.back(document.times)
    document.attributions = given.back(document.attributions)
    document.figures = given.back(document.figures)
    document.placed = given.back(document.placed)
    return given.back(events)


def _sectored(actor: Actor) -> Actor:
    """Somebody of a state of whom nothing is known but that: of several capitalised words a society, else a person. Set
    last: an event of two of them alone is none."""
    if actor.sector is not None or actor.code is None or actor.code in NON_STATES:
        return actor
    words = (actor.entity_text or "").split()
    body = len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
    return msgspec.structs.replace(actor, sector="SOC" if body else "CVL")


def _points_back(text: str, mention: Mention) -> bool:
    """Whether a mention is "this action", "such acts": said of what was told before."""
    before = text[max(0, mention.start - 7) : mention.start].lower().split()
    own = text[mention.start : mention.end].lower().split()
    return bool(own) and (own[0] in _POINTING or (bool(before) and before[-1] in _POINTING))


def _key(actor: Actor) -> tuple[str | None, str | None, str | None, str | None]:
    name = actor.identifier_text or (actor.entity_text or "").lower()
    return actor.code, actor.sector, name, None
