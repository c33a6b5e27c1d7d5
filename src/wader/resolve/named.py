"""Names at the head of a phrase: persons and bodies with their country and sector, peoples, shared roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.records import Actor, Entity
from wader.resolve import compound as np
from wader.resolve.affiliation import also_called, another, body_of, is_aged, lives_in, same_title, stem
from wader.resolve.aliases import spelt_out
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.deeds import is_armed, is_attacker
from wader.resolve.found import Found
from wader.resolve.listed import of_one_government
from wader.resolve.mistaken import is_no_person
from wader.resolve.nationals import is_person
from wader.resolve.origins import is_to_enter
from wader.resolve.owners import DISCARDED, GENERIC_ROLES, OwnerReader
from wader.text import is_discarded

if TYPE_CHECKING:
    from wader.resolve.actors import DocumentActors, Knows

_OFFICIAL = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"])
"""Whose former holders are of the elite."""
_RECENT = 6
"""How many sentences back some of a people may have been told of."""
_PUBLIC = frozenset(["board", "authority", "department", "directorate", "secretariat", "bureau", "commission"])
"""Bodies that are a state's or a province's where its name stands before them."""
_PRESIDING = frozenset(["president", "vice president", "minister", "governor"])
_PLACES = ("model: GPE", "subnational:", "capital:", "place of that name")
"""Rules that read a place."""
_LOOSE = ("page country", "place before", "dateline")
"""Rules that say where the story plays rather than where somebody is."""
_FAR_FROM = {
    "Muslim": frozenset([
        "North America", "Central America", "South America", "Caribbean", "Oceania", "Northern Europe",
        "Western Europe", "East Asia",
    ]),
}  # fmt: skip
"""Parts of the world where few of a religion live."""
_REGIONAL = frozenset([
    "european", "europeans", "african", "africans", "asian", "asians", "western", "westerner", "westerners",
    "latin american", "latin americans", "central american", "central americans", "south american", "south americans",
    "scandinavian", "scandinavians", "south asian", "south asians", "middle eastern",
])  # fmt: skip
"""Those of several states at once."""
_PEOPLES = ("ans", "ers", "ites", "is", "inos", "ines", "men")
"""How the plurals of those who live somewhere end: "the Falklands" are islands."""
_QUANTIFIERS = frozenset(["many", "most", "some", "few", "several", "more", "other", "ordinary", "young", "fellow"])


_STANDING = frozenset(["nsubj", "nsubjpass", "dobj"])
_COLLECTIVE = ("ish", "ese", "ch", "ss")
"""Endings of words for a people that mean one of them never: "the British", "Chinese protest"."""


class NameReader:
    """Reads the names of one document's phrases; what leads on to other phrases is asked of ``actors``."""

    def __init__(self, actors: DocumentActors, context: PageContext, owners: OwnerReader, knowledge: Knows) -> None:
        self._actors, self._context, self._owners, self._knowledge = actors, context, owners, knowledge

    def read(self, view: View, head: int, entity: Entity, depth: int) -> list[Found]:
        if is_discarded(entity) or is_no_person(self._actors, self._context, entity):
            return []
        if entity.code is None and entity.sector is None and (body := spelt_out(self._actors.document, view, head)):
            found = self._actors.whole(body)
            return [Found(found.actor, f"initials: {found.rule}")]
        if entity.code is None and entity.sector is None and (known := also_called(view, entity)) is not None:
            same = self._actors.phrase(view, known, depth + 1)[:1]
            return [Found(each.actor, f"another name: {each.rule}", person=True) for each in same]
        found = self._actors.of_entity(entity)
        actor = found.actor
        if entity.kind == "ORG" and entity.code is None and (states := self._knowledge.actors.members(entity.name)):
            return [Found(Actor(code=state, sector="GOV"), f"each of them: {found.rule}") for state in states]
        if entity.kind in ("NORP", "GPE"):
            shared = self._shared_role(view, head, entity)
            if shared is not None:
                return shared
        if entity.kind == "NORP":
            return self._people_named(view, head, entity, found)
        if entity.kind == "GPE":
            elsewhere = self._context.country_of_place(entity)
            state = self._knowledge.actors.state(actor.code or "")
            seat = state is not None and state.capital == entity.name and self._context.namesake(entity) is None
            if elsewhere is not None and actor.code is not None and elsewhere != actor.code and not seat:
                found = Found(Actor(code=elsewhere, sector="GOV"), "place of that name in another country")
                return [found]  # Georgia in the United States, Jordan in Minnesota
            if entity.code is None:
                if actor.code is None:
                    return []
                actor.sector, found.rule = "GOV", f"{entity.rule}; place"
            if _are_inhabitants(view, head, entity):
                actor.sector, actor.identifier_id, actor.identifier_text = "CVL", None, None
            return [found]
        if entity.kind in ("LOC", "FAC"):
            if actor.code is None:
                return []
            actor.sector = actor.sector or "GOV"
            return [found]
        if entity.kind == "PERSON":
            found = self._person(view, head, entity, found, depth)
            other = another(view, head)
            return [found] if other is None else [*self._actors.phrase(view, other, depth + 1), found]
        if actor.code is None or actor.sector is None:
            self._complete(view, head, entity, found, depth)
        if actor.sector is None and (entity.kind == "MISC" or (entity.kind == "ORG" and actor.code is None)):
            return []
        return [found]

    def _person(self, view: View, head: int, entity: Entity, found: Found, depth: int) -> Found:
        actor = found.actor
        if entity.rule.rpartition(":")[2] in GENERIC_ROLES | _PRESIDING:
            self._of_its_body(view, head, actor, depth)
        if actor.code is None and actor.sector is None and (first := same_title(view, head)) is not None:
            for like in self._actors.phrase(view, first, depth + 1)[:1]:
                actor.code, actor.sector = like.actor.code, like.actor.sector
                found.rule = f"{like.rule}; title of several"
        if actor.code is None and actor.sector in (None, "CVL") and (state := lives_in(view, entity)) is not None:
            actor.code, found.rule = state, f"{entity.rule}; in"
        if actor.code is None or actor.sector is None:
            self._complete(view, head, entity, found, depth)
        if actor.sector is None and not (actor.code in NON_STATES and found.rule.endswith("; of")):
            resident = self._of_town(view, head) or is_aged(view, entity)
            actor.sector = "GOV" if found.rule.endswith("; of") and not resident else "CVL"
        return found

    def _of_its_body(self, view: View, head: int, actor: Actor, depth: int) -> None:
        """ "The committee said its president Jan Kowal was arrested": the president is the committee's, no state's."""
        owner = np.possessor(view, head)
        if owner is None or view.lemma[owner] not in ("its", "their"):
            return
        for found in self._actors.phrase(view, owner, depth + 1)[:1]:
            if found.actor.sector not in (None, "GOV") and not found.person:
                actor.sector, actor.other_sectors = found.actor.sector, list(found.actor.other_sectors)

    def _of_town(self, view: View, head: int) -> bool:
        """ "Mary Kim, of Paris" lives there; "Rice of the United States" stands for it."""
        places = [view.entity[n] for _, n in np.objects_of(view, head, frozenset(["of"]))]
        return any(e is not None and e.kind == "GPE" and not e.rule.startswith("state:") for e in places)

    def _shared_role(self, view: View, head: int, entity: Entity) -> list[Found] | None:
        """ "US, Afghan forces raid": states before a role noun that a parser took for conjuncts of it. [] for the
        one right before the noun, which is a mention of its own; None where no such noun follows."""
        tokens, k = view.tokens, head + 1
        if k >= len(tokens) or (view.lemma[k] not in ("and", ",", "/") and view.tokens.dep[head] != "conj"):
            return None
        while k < len(tokens) and (
            view.lemma[k] in ("and", ",", "/") or ((e := view.entity[k]) is not None and e.kind in ("NORP", "GPE"))
        ):
            k += 1
        last, noun = view.entity[k - 1], k
        while noun < min(len(tokens), k + 3) and tokens.tag[noun] != "NNS":
            noun += 1
        if noun >= min(len(tokens), k + 3) or tokens.dep[noun] not in ("conj", "nsubj"):
            return None
        role = self._actors.roles.longest_ending(view.lemma, noun)
        if role is None or role[0] != noun - k + 1 or role[1].sector is None or last is None or last.kind != "NORP":
            return None
        if last is entity:
            return []
        return [Found(Actor(code=entity.code, sector=role[1].sector), f"role: {role[1].entry}; modifier", many=True)]

    def _people_named(self, view: View, head: int, entity: Entity, found: Found) -> list[Found]:
        """A people: "the Russians" in politics are their government, "two Palestinians" are civilians."""
        tag = view.tokens.tag[head]
        actor = found.actor
        if entity.code is None and entity.text.lower() in _REGIONAL:
            of_union = entity.text.lower() == "european" and tag == "JJ"  # "a European proposal"
            actor.code, actor.sector = ("EUR", None) if of_union else (None, "CVL")
            return [found]
        if entity.code is None or entity.religion or entity.ethnicity:
            actor.code, how = entity.code, ""
            if actor.code is None:
                actor.code, how = self._context.country(
                    view.sentence.sequence, domestic=True, at=view.tokens.start[head]
                )
                foreign = np.has_before(view, head, "foreign") or is_to_enter(view, head)
                if foreign or (how in _LOOSE and self._is_at_large(view, head, entity, actor.code)):
                    actor.code, how = None, "of the world"
            actor.sector = entity.sector or "CVL"
            found.rule = f"{entity.rule}; {how}" if how else entity.rule
            return [found]
        counted = np.numeral(view, head) is not None or np.determiner(view, head) != "the"
        counted = counted or any(view.lemma[k] in _QUANTIFIERS for k in view.kids[head] if k < head)
        counted = counted or any(view.tokens.dep[k] in ("relcl", "acl") for k in view.kids[head])
        counted = counted or view.tokens.tag[view.tokens.head[view.tokens.head[head]]] == "CD"  # "one of the Kenyans"
        counted = counted or (tag in ("NNS", "NNPS") and self._counted_before(view, entity))
        single = np.determiner(view, head) in ("a", "an", "another") or np.numeral(view, head) == "one"
        bare = tag == "JJ" and np.determiner(view, head) is None and view.tokens.dep[head] in _STANDING
        single = single or (bare and not entity.text.lower().endswith(_COLLECTIVE))  # "Italian taken hostage"
        one = (tag in ("NN", "NNP") and np.determiner(view, head) is not None) or (tag == "JJ" and single)
        if (tag in ("NNS", "NNPS", "NN") and counted) or one or is_person(view, head):
            sector = "UAF" if is_armed(view, head) or is_attacker(view, head) else "CVL"
            actor.sector, actor.identifier_id, actor.identifier_text = sector, None, None
            found.rule = f"people of {entity.rule}"
        return [found]

    def _is_at_large(self, view: View, head: int, entity: Entity, code: str | None) -> bool:
        """Whether bare "Muslims" are those of the world: the page's country is of a part of it where few live."""
        state = self._knowledge.actors.state(code or "")
        far = _FAR_FROM.get(entity.religion or "", frozenset())
        plural = view.tokens.tag[head] in ("NNS", "NNPS")
        bare = all(view.lemma[k] in ("all", "the", ",") for k in view.kids[head] if k < head)
        return plural and bare and state is not None and state.region in far

    def _counted_before(self, view: View, entity: Entity) -> bool:
        """Whether "the Kenyans" are those of whom some were told of just before: "a group of Kenyans"."""
        here = view.sentence.sequence
        for back in range(max(1, here - _RECENT), here + 1):
            there = self._actors.view(back)
            for k in range(len(there.tokens)) if there is not None else ():
                other = there.entity[k] if there is not None else None
                if there is None or other is None or other is entity or other.code != entity.code:
                    continue
                if other.kind != "NORP" or there.tokens.tag[k] not in ("NNS", "NNPS") or other.start >= entity.start:
                    continue
                above = there.tokens.head[there.tokens.head[k]]
                if np.numeral(there, k) is not None or there.lemma[above] in np.TRANSPARENT:
                    return True
        return False

    def _complete(self, view: View, head: int, entity: Entity, found: Found, depth: int) -> None:
        """Country and sector of a name from the words beside it, else from the page."""
        actor = found.actor
        owners = self._owners.read(view, stem(view, head), depth)
        if entity.kind == "PERSON" and not any(o.group for o in owners):  # a first name that is a company's too
            owners = [o for o in owners if o.how != "modifier" or not o.found.rule.startswith("company:")]
        body = next((o.found.actor for o in owners if o.body and o.found.actor.sector), None)
        for owner in owners:
            other = owner.found.actor
            if actor.code is None and other.code is not None:
                actor.code, found.rule = other.code, f"{entity.rule}; {owner.how}"
        title = next((o.group for o in reversed(owners) if o.group is not None), None)
        if actor.sector is None and title is not None:
            group = next((o.group for o in reversed(owners) if o.group is not None and o.group.sector), title)
            belongs = body is not None and (title.lemma in GENERIC_ROLES or title.sector is None)
            actor.sector = body.sector if belongs and body is not None else title.sector or group.sector
            if any(o.former for o in owners) and actor.sector in _OFFICIAL:
                actor.sector, actor.other_sectors = "ELI", [str(actor.sector)]
        served = body_of(owners) if entity.kind == "PERSON" and actor.sector is None else None
        if served is not None:
            actor.sector, actor.code = served.found.actor.sector, served.found.actor.code or actor.code
            found.rule = f"{entity.rule}; {served.how}"
        placed = any(o.how in ("modifier", "possessive") and o.found.actor.code and not o.body for o in owners)
        if entity.kind == "ORG" and actor.sector is None and placed and view.lemma[head] in _PUBLIC:
            actor.sector = "GOV"  # "the Bihar electricity board"
        for kid in view.kids[stem(view, head)]:
            if view.tokens.dep[kid] != "appos" or kid < head:
                continue
            for described in self._actors.phrase(view, kid, depth + 1)[:1]:
                apposed, person = view.entity[kid], entity.kind == "PERSON"
                people = apposed is not None and apposed.kind == "NORP" and described.rule.startswith("people of")
                place = person and described.rule.startswith(_PLACES)  # "both of Main Street, Leeds"
                told = apposed is None or apposed.kind == "ROLE" or (people and person)  # "Li, a Kenyan"
                if told and not place:
                    actor.code = actor.code or described.actor.code
                    actor.sector = actor.sector or described.actor.sector
                    found.rule = f"apposition: {described.rule}"
        domestic = entity.rule.startswith("body:") or (actor.sector is not None and actor.sector != "BUS")
        nobodys = any(o.how == DISCARDED for o in owners)
        if actor.code is None and entity.kind == "PERSON" and actor.sector in _OFFICIAL:
            actor.code = of_one_government(self._actors, view, head, entity.rule, depth)
            found.rule = f"{found.rule}; of one list" if actor.code else found.rule
        if actor.code is None and not nobodys and (entity.kind == "PERSON" or domestic):
            if entity.kind == "PERSON" and actor.sector is None:
                actor.code, how = self._context.of_person()
            elif entity.kind == "PERSON":
                actor.code, how = self._actors.country_of_person(actor.sector or "", entity.rule)
            else:
                actor.code, how = self._context.country(view.sentence.sequence, domestic=False)
            found.rule = f"{found.rule}; {how}" if how else found.rule


def _are_inhabitants(view: View, head: int, entity: Entity) -> bool:
    """Whether a plural that is not the name of a part of a state is that of who live there: "Texans", "Sicilians"."""
    plural = view.tokens.tag[head] in ("NNS", "NNPS") and entity.text.lower().endswith(_PEOPLES)
    plural = plural and np.determiner(view, head) != "the"  # "the South Ossetians" are their rulers, as "the Russians"
    return plural and entity.rule.startswith("subnational:") and entity.text.lower() != entity.name.lower()
