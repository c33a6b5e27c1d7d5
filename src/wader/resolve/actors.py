"""Who acts and who is acted upon: from a noun phrase to PLOVER actors with country, sector and the rule that said so.

The order of evidence: the name on the head of the phrase; a role noun on the head, its country from what stands
beside it ("Russian troops", "Israel's army", "troops from Chad", "the government in Khartoum"), else from the page;
the owner of a thing ("the Syrian army's base", "Iranian missiles"). What is none of these is no actor: ``resolve``
gives [].
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from wader.knowledge.offices import Offices
from wader.knowledge.roles import Roles
from wader.records import Actor, Document, Entity, Mention, Sentence, Where
from wader.resolve import compound as np
from wader.resolve.aliases import introduced
from wader.resolve.compound import View, view_of
from wader.resolve.context import PageContext
from wader.resolve.coreference import Coreference
from wader.resolve.deeds import is_attacker
from wader.resolve.found import Found
from wader.resolve.groups import SIDES, is_bare
from wader.resolve.home import Home, KnowsHome, home_of_page
from wader.resolve.issuers import issuer
from wader.resolve.kinds import BEARING_ARMS, LOCAL, SERVICES
from wader.resolve.matters import body_at, civilian_target, is_chamber, is_hour, is_matter, is_of_things, role_across
from wader.resolve.named import NameReader
from wader.resolve.nearby import of_people
from wader.resolve.owners import PLURAL_STATES, STATE_NOUNS, THINGS, OwnerReader
from wader.resolve.phrases import (
    OFFICERS,
    as_entity,
    by_means_of,
    counted_before,
    is_kind,
    is_setting,
    is_struck,
    others_like,
)
from wader.resolve.pronouns import RECIPROCAL, RELATIVES, is_pronoun, last_rule, party_number
from wader.resolve.roles import RoleReader
from wader.resolve.staff import of_nation
from wader.resolve.states import StateReader
from wader.resolve.suspects import suspected
from wader.resolve.voices import somebody, spoken_by, untold
from wader.text import is_discarded

_DETERMINERS = frozenset([
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "some", "any",
    "both", "all", "another",
])  # fmt: skip
_AT_HOME = frozenset(["MIL", "COP", "REB", "OPP", "PRM", "CVL", "REL", "LAB", "AGR", "EDU", "MED", "SOC", "CRM"])
_OF_SEVERAL = frozenset(["UNO", "EUR", "IGO"])
_MAX_DEPTH = 6
_CURRENCIES = frozenset(["rs", "rs.", "rupee", "$", "€", "£", "¥", "us$", "usd", "eur"])
_DOING = frozenset(["nsubj", "nsubjpass"])
_AGENT_SLOTS = frozenset(["subj", "nsubj", "by", "poss", "from", "light"])
_INDEFINITE = frozenset([
    "those", "others", "many", "several", "some", "all", "everyone", "anyone", "someone", "somebody", "everybody",
    "nobody",
])  # fmt: skip


class Knows(KnowsHome, Protocol):
    """The parts of ``Knowledge`` that actors need."""

    @property
    def roles(self) -> Roles: ...
    @property
    def offices(self) -> Offices: ...


class ActorResolver:
    """Makes a resolver for each document."""

    def __init__(self, knowledge: Knows) -> None:
        self._knowledge = knowledge

    def resolver(self, document: Document, home: Home | None = None) -> DocumentActors:
        """The resolver of one document. It reads ``document.entities``, ``attributions`` and, where they have a
        country, ``places``; its cost is the few pages of names, and the rest is done when asked.
        ``home``: the page's, if it was read already."""
        return DocumentActors(document, self._knowledge, home or home_of_page(document.article, self._knowledge))


class DocumentActors:
    """The actors of one document."""

    def __init__(self, document: Document, knowledge: Knows, home: Home) -> None:
        self.document = document
        self.roles = knowledge.roles
        self._knowledge = knowledge
        self._sentences = {s.sequence: s for s in document.sentences}
        self._entities: dict[int, list[Entity]] = {}
        for entity in document.entities:
            self._entities.setdefault(entity.sentence, []).append(entity)
        self._views: dict[int, View | None] = {}
        self._aliases: dict[str, tuple[View, int]] | None = None
        self.context = PageContext(document, knowledge.roles, knowledge.actors, home)
        self._coreference = Coreference(self, self.context)
        self.speakers = self._coreference.speakers
        self._owners = OwnerReader(self)
        self._names = NameReader(self, self.context, self._owners, knowledge)
        date = document.article.date.last if document.article.date else None
        self.states = StateReader(self, self.context, self._owners, knowledge.actors, date)
        self._roles_read = RoleReader(self, self.context, self._coreference, self._owners, knowledge.offices, date)

    # --- doors -------------------------------------------------------------------------------------------

    def resolve(self, sentence: Sentence, mention: Mention) -> list[tuple[Actor, str]]:
        """The actors of a mention, each with the rule that decided; [] where it is no actor ("the storm").

        A mention that no words name (``implied``) is the unknown agent: ``code`` None, ``sector`` UNK.
        """
        if mention.implied or mention.end <= mention.start:
            return [(Actor(code=None, sector="UNK"), "unnamed agent")]
        view = self.view(sentence.sequence)
        if view is None or not 0 <= mention.token < len(view.tokens):
            named = [e for e in self.entities(sentence.sequence) if e.kind != "ROLE" and not is_discarded(e)]
            found = [self.of_entity(e) for e in named if mention.start <= e.start and e.end <= mention.end][:1]
        else:
            if is_setting(view, mention) or is_kind(view, mention, self.roles):
                return []
            found = self.phrase(view, body_at(view, mention, self.roles), 0)
            if not found and mention.slot not in _AGENT_SLOTS:
                found = civilian_target(view, mention.token, self.roles, self.context)
        return self._finished(sentence, mention, suspected(view, mention.token, found))

    def another(self, sentence: Sentence, mention: Mention, names: frozenset[str]) -> list[tuple[Actor, str]]:
        """Whom a pronoun means that means none of the persons and bodies with these names."""
        view = self.view(sentence.sequence)
        if view is None or not 0 <= mention.token < len(view.tokens) or not is_pronoun(view, mention.token):
            return []
        found = self._coreference.pronoun(view, mention.token, 0, names)
        return self._finished(sentence, mention, [f for f in found if f.actor.identifier_text not in names])

    def voice(self, sentence: Sentence, mention: Mention) -> list[tuple[Actor, str]]:
        """Who speaks, where ``resolve`` knows nobody: "we" of a speech, an unlisted name, whose "the letter" is."""
        view = self.view(sentence.sequence)
        if view is None or not 0 <= mention.token < len(view.tokens):
            return []
        told, source = self.speakers.told, self.speakers.source
        found = spoken_by(view, mention.token, told, self._sentences, self.context, source)
        return self._finished(sentence, mention, found or issuer(self, view, mention.token, 0))

    def believed(self, sentence: Sentence, mention: Mention, *, acts: bool) -> list[tuple[Actor, str]]:
        """Who a mention of which ``resolve`` knows nobody may be, where it surely has its role (``acts``: of actor):
        the speaker of "we", a name that no list has, a group that no owner places. Of the page's country."""
        view = self.view(sentence.sequence)
        if view is None or not 0 <= mention.token < len(view.tokens) or is_setting(view, mention):
            return []
        if not acts and (rule := untold(view, mention.token)) is not None:
            return self._finished(sentence, mention, self._people(view, mention.token, rule))
        if is_pronoun(view, mention.token):
            return self.voice(sentence, mention)
        return self._finished(sentence, mention, somebody(view, mention.token, self.roles, self.context, acts=acts))

    def lookup(self, start: int, end: int, in_: Where) -> Entity | None:
        """Who the words from ``start`` to ``end`` mean, as an entity: the speaker of an attribution, or None."""
        for sentence in self.document.sentences:
            if sentence.in_ != in_ or not sentence.start <= start < sentence.end:
                continue
            view = self.view(sentence.sequence)
            if view is None:
                return next((e for e in self.entities(sentence.sequence) if start <= e.start and e.end <= end), None)
            inside = [k for k in range(len(view.tokens)) if start <= view.tokens.start[k] < end]
            heads = [k for k in inside if view.tokens.head[k] not in inside or view.tokens.head[k] == k]
            for head in heads:
                for found in self.phrase(view, head, 0)[:1]:
                    return as_entity(found, sentence, view.source, start, end)
        return None

    def view(self, sequence: int) -> View | None:
        """The parsed sentence with its entities by token; None where it was not parsed."""
        if sequence not in self._views:
            sentence = self._sentences.get(sequence)
            if sentence is None or sentence.tokens is None:
                self._views[sequence] = None
            else:
                article = self.document.article
                source = (article.title or "") if sentence.in_ == "title" else article.text
                self._views[sequence] = view_of(sentence, source, self.entities(sequence))
        return self._views[sequence]

    def entities(self, sequence: int) -> list[Entity]:
        """The entities of a sentence in order."""
        return self._entities.get(sequence, [])

    def alias(self, view: View, n: int, depth: int) -> list[Found]:
        """Whom a short form means that the page itself introduced; [] where token ``n`` is none."""
        entity = view.entity[n]
        if depth > _MAX_DEPTH or (entity is not None and (entity.code is not None or entity.sector is not None)):
            return []
        if self._aliases is None:
            parsed = (self.view(s.sequence) for s in self.document.sentences)
            self._aliases = introduced(v for v in parsed if v is not None)
        there, head = self._aliases.get(view.tokens.text[n].lower(), (view, n))
        if there is view and head >= n:
            return []
        return [Found(f.actor, f"short form: {last_rule(f.rule)}", f.person, f.many)
                for f in self.phrase(there, head, depth + 1)]  # fmt: skip

    # --- phrases -----------------------------------------------------------------------------------------

    def phrase(self, view: View, head: int, depth: int) -> list[Found]:
        """Whom the noun phrase with this head means. ``depth`` counts how far reference was followed."""
        if depth > _MAX_DEPTH + 6:
            return []
        known = view.cache.get(head)
        if isinstance(known, list):
            return known
        view.cache[head] = []  # a phrase that refers to itself means nobody
        found = self._phrase(view, head, depth)
        view.cache[head] = found
        return found

    def _phrase(self, view: View, head: int, depth: int) -> list[Found]:
        tag, lemma = view.tokens.tag[head], view.lemma[head]
        word = view.tokens.text[head].lower()
        if is_pronoun(view, head):
            return self._coreference.pronoun(view, head, depth)
        if tag in ("WP", "WDT", "WP$") or (word in RELATIVES and tag in ("IN", "DT")):
            return self._coreference.relative(view, head, depth)
        if word in RECIPROCAL and tag in ("DT", "JJ", "NN"):
            return []
        entity = view.entity[head]
        short = self.alias(view, head, depth) if tag.startswith("NN") else []
        if short:
            return short
        if entity is not None and entity.kind != "ROLE":
            return self._names.read(view, head, entity, depth)
        if lemma.endswith("old") and view.source.endswith("year-old", 0, view.tokens.end[head]):
            return self._people(view, head, "person of an age")
        group = self._group(view, head, lemma, depth)
        if group is not None:
            return group
        passed = self._passed_on(view, head, lemma, depth)
        if passed is not None:
            return passed
        if lemma in STATE_NOUNS and view.source.startswith(("-", "–"), view.tokens.end[head]):
            return []  # "a nation-wide strike"
        if lemma in STATE_NOUNS or (lemma in PLURAL_STATES and (lemma != "capital" or np.is_plural(view, head))):
            found = self.states.read(view, head, lemma, depth)
            if any(np.has_before(view, head, word) for word in ("entire", "whole")) and not np.is_plural(view, head):
                for each in found:  # "the entire nation mourned": its people
                    each.actor.sector, each.actor.identifier_text = "CVL", None
            return found
        if is_chamber(view, head) and (code := self.context.at_large(domestic=True)[0]) is not None:
            return [Found(Actor(code=code, sector="LEG"), "the house: a chamber of the legislature")]
        role = role_across(view, head, self.roles) or self.roles.longest_ending(view.lemma, head)
        acts = role is not None and role[1].kind != "thing" and not is_matter(view, head, role[1])
        bare = np.determiner(view, head) in ("the", "this") and is_bare(view, head)
        if bare and not np.is_plural(view, head) and (named := self._coreference.body(view, head, lemma)) is not None:
            return [named]
        if role is not None and acts and not is_hour(view, head):
            return [self.states.named(f, role[1].lemma) for f in self._roles_read.read(view, head, role[1], depth)]
        return self._coreference.predicated(view, head, depth) or self._other(view, head, lemma, depth)

    def _group(self, view: View, head: int, lemma: str, depth: int) -> list[Found] | None:
        """ "Both sides", "the two countries", "the leaders": those named together before. None: another phrase."""
        word = np.numeral(view, head)
        number = party_number(word)
        determiner = np.determiner(view, head)
        if word is not None and number is None:
            return None
        if lemma == "both" or (lemma == "two" and determiner == "the"):
            return self._coreference.parties(view, head, 2, "side") if not self._of_objects(view, head) else None
        if not np.is_plural(view, head) or np.possessor(view, head) is not None:
            return None
        definite = determiner in ("the", "both", "these", "those", "all")
        if number is None and not (definite and determiner == "both"):
            if lemma == "side" and definite:
                return self._coreference.parties(view, head, None, "side")
            if not definite or not self._is_officer(view, head) or self._owners.read(view, head, depth):
                return None
            role = self.roles.longest_ending(view.lemma, head)
            return self._coreference.parties(view, head, None, lemma, role[1] if role else None) or None
        if determiner != "both" and word != "both" and determiner not in ("the", "these", "all"):
            return None
        called = self.roles.longest_ending(view.lemma, head)
        meant = (lemma in SIDES and (called is None or called[0] == 1)) or self._is_officer(view, head)
        if not meant or any(o.found.actor.code for o in self._owners.read(view, head, depth)):
            return None
        return self._coreference.parties(view, head, number or 2, lemma) or None

    def _is_officer(self, view: View, head: int) -> bool:
        """Whether the head is a role that named persons of high office have."""
        role = self.roles.longest_ending(view.lemma, head)
        return view.lemma[head].removesuffix("s") in OFFICERS and (role is None or role[1].sector in ("GOV", None))

    def _of_objects(self, view: View, head: int) -> list[int]:
        return [n for _, n in np.objects_of(view, head, frozenset(["of"]))]

    def _passed_on(self, view: View, head: int, lemma: str, depth: int) -> list[Found] | None:
        """ "Dozens of soldiers" means the soldiers; None where the head stands for itself."""
        passes = lemma in np.TRANSPARENT or lemma.removesuffix("s") in np.TRANSPARENT
        passes = passes or (lemma == "company" and self._is_armed(view, head))
        if lemma == "movement" and view.tokens.dep[head] not in _DOING:
            return self._moved(view, head, depth)
        if not passes and view.tokens.tag[head] not in ("CD", "DT"):
            return None
        objects = self._of_objects(view, head)
        found = of_nation(view, head, [f for n in objects for f in self.phrase(view, n, depth + 1)])
        if found:
            entity = view.entity[head]
            person = entity is not None and entity.kind == "ROLE" and not np.is_plural(view, head)
            return [Found(f.actor, f.rule, person, not person) for f in found]
        number = view.tokens.text[head]
        if any(np.is_plural(view, n) or np.determiner(view, n) is not None for n in objects):
            return None  # "two of the trucks"; but "accuses 8 of plot"
        if view.tokens.tag[head] == "CD" and number[0].isalnum() and number[-1].isalnum():
            money = any(view.tokens.tag[k] in ("$",) for k in view.kids[head])
            money = money or (head > 0 and view.lemma[head - 1] in _CURRENCIES) or is_of_things(view, head)
            counts = (view.tokens.dep[head] in ("nsubj", "nsubjpass", "dobj") or is_struck(view, head)) and not money
            like = counted_before(view, head) if counts else None
            found = self._alike(view, like, "of those counted before", depth) if like is not None else []
            return found or (self._people(view, head, "number of people") if counts else [])
        among = np.listed_under(view, head)
        if among is not None and view.tokens.text[head].lower() in _INDEFINITE:
            return self._alike(view, among, "among them", depth) or self._people(view, head, "people")
        if view.tokens.text[head].lower() == "others" and (like := others_like(view, head)) is not None:
            return self._alike(view, like, "others", depth) or self._people(view, head, "people")
        if view.tokens.text[head].lower() in _INDEFINITE or lemma.removesuffix("s") in ("dozen", "hundred", "thousand"):
            return self._people(view, head, "people")
        return None

    def _alike(self, view: View, n: int, rule: str, depth: int) -> list[Found]:
        """Several of the kind of those whom the phrase at token ``n`` means."""
        found = self.phrase(view, n, depth + 1)
        return [Found(f.actor, f"{rule}: {last_rule(f.rule)}", many=True) for f in found]

    def _is_armed(self, view: View, head: int) -> bool:
        """ "A company of infantry"."""
        for n in self._of_objects(view, head):
            role, entity = self.roles.longest_ending(view.lemma, n), view.entity[n]
            if (role is not None and role[1].kind == "armed") or (entity is not None and entity.sector in BEARING_ARMS):
                return True
        return False

    def _moved(self, view: View, head: int, depth: int) -> list[Found] | None:
        """ "The movement of refugees" is theirs who move, of trains nobody's; None for a movement that is a body."""
        objects = self._of_objects(view, head)
        bare = all(view.tokens.dep[k] == "det" for k in np.left_of(view, head))
        if not bare or not objects or any(np.is_named(view, n) for n in objects):
            return None
        return [f for n in objects for f in self.phrase(view, n, depth + 1)]

    def _people(self, view: View, head: int, rule: str) -> list[Found]:
        code, how = of_people(self, self.context, view, head)
        sector = "UAF" if is_attacker(view, head) else "CVL"
        return [Found(Actor(code=code, sector=sector), f"{rule}; {how}" if how else rule, many=True)]

    # --- names -------------------------------------------------------------------------------------------

    def of_entity(self, entity: Entity) -> Found:
        """The actor that an entity is by itself. A bare state, or its people as such, acts through its government."""
        sector, code = entity.sector, self.context.namesake(entity) or entity.code
        if code is None and entity.kind == "GPE":
            code = self.context.country_of_place(entity)
        if sector is None and entity.kind in ("GPE", "NORP") and code is not None:
            sector = "GOV"
        actor = Actor(
            code=code, sector=sector, other_sectors=list(entity.other_sectors),
            identifier_id=entity.identifier_id, identifier_text=entity.identifier_text, office=entity.office,
            religion=entity.religion, ethnicity=entity.ethnicity,
        )  # fmt: skip
        return Found(actor, entity.rule, person=entity.kind == "PERSON", many=entity.kind == "NORP")

    def gender(self, given_name: str) -> str | None:
        """``female`` or ``male`` where a given name says so."""
        return self._knowledge.actors.gender(given_name)

    def whole(self, entity: Entity) -> Found:
        """The actor that an entity is, its country completed from the page where it is an officer of no named one."""
        found = self.of_entity(entity)
        if found.person and found.actor.code is None and found.actor.sector is not None:
            found.actor.code, how = self.country_of_person(found.actor.sector, entity.rule)
            found.rule = f"{found.rule}; {how}" if how else found.rule
        return found

    def country_of_person(self, sector: str, rule: str) -> tuple[str | None, str]:
        """The country of an officer of whom none is named: the same wherever the page names the person. Mayors are
        where the story plays."""
        at_home = sector in _AT_HOME or rule.rpartition(":")[2] in LOCAL
        return self.context.at_large(domestic=at_home)

    # --- the rest ----------------------------------------------------------------------------------------

    def _other(self, view: View, head: int, lemma: str, depth: int) -> list[Found]:
        """A head that is no actor but a thing that somebody owns."""
        if lemma == "side":
            return []  # "by her side"
        titled = self._roles_read.titled(view, head)
        if titled is not None:
            return self._roles_read.read(view, *titled, depth)
        owners = self._owners.owners_of_thing(view, head, depth)
        states = [o for o in owners if o.how == "modifier" and o.found.rule.startswith(("state:", "demonym:"))]
        if lemma in SERVICES and states:
            return [Found(Actor(code=states[0].found.actor.code, sector="GOV"), "public body; modifier")]
        thing = (self.roles.longest_ending(view.lemma, head) or (0, None))[1]
        strong = lemma in THINGS or thing is not None
        return [
            Found(by_means_of(thing, o, lemma), f"owner: {o.how}", o.found.person, o.found.many)
            for o in owners
            if o.found.actor.code is not None and (strong or o.how in ("possessive", "by"))
        ]

    def _finished(self, sentence: Sentence, mention: Mention, found: list[Found]) -> list[tuple[Actor, str]]:
        """Actors with the words of the mention, without repeats; the determiner is left out."""
        article = self.document.article
        source = (article.title or "") if sentence.in_ == "title" else article.text
        start = mention.start
        first = source[start : mention.end].split(" ", 1)
        if len(first) == 2 and first[0].lower() in _DETERMINERS:
            start += len(first[0]) + 1
            while start < mention.end and source[start].isspace():
                start += 1
        text = source[start : mention.end]
        seen: set[tuple[str | None, str | None, str | None]] = set()
        done: list[tuple[Actor, str]] = []
        for each in found:
            actor = each.actor
            if actor.code in _OF_SEVERAL and actor.sector in ("GOV", "CVL", "LAB"):
                actor = msgspec.structs.replace(actor, sector=None)  # organisations of states have no sector
            same = (actor.code, actor.sector, actor.identifier_text)
            if same not in seen:
                seen.add(same)
                if actor.start is None:
                    actor = msgspec.structs.replace(actor, entity_text=text, start=start, end=mention.end)
                done.append((actor, each.rule))
        return done
