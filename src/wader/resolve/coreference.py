"""Who a pronoun, "both sides" or "the minister" means on this page.

There is no offline model for English coreference to be had; these rules cover what news writes: the subject before,
the speaker of a quotation, the pair that met, the person of that country or office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from wader.knowledge.roles import RoleEntry, Roles
from wader.records import Actor, Attribution, Document, Entity
from wader.resolve.compound import (
    SUBJECTS,
    View,
    antecedent,
    conjuncts,
    governor,
    is_coordinated,
    is_plural,
)
from wader.resolve.context import NON_STATES
from wader.resolve.pronouns import (
    GROUP_PRONOUNS,
    KINDS,
    PERSON_PRONOUNS,
    PRONOUNS,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
    claimants,
    class_of,
    doer,
    female,
    gendered,
    in_quotation,
    inside,
    is_body,
    is_empty,
    is_faced,
    is_pronoun,
    is_pursued,
    last_rule,
    may_hold,
    nominal,
    same_clause,
    same_party,
)

LOOK_BACK = 3
"""How many sentences back an antecedent may stand."""
PARTY_LOOK_BACK = 8
"""How many sentences back the parties of "both sides" may stand."""
MAX_DEPTH = 12
SIDES = frozenset([
    "side", "country", "nation", "state", "government", "party", "capital", "neighbour", "neighbor", "rival", "foe",
    "ally", "power", "army",
])  # fmt: skip
"""Nouns of which "both" or "the two" means states (or other bodies)."""


_OPPOSED = frozenset(["side", "party", "faction", "rival", "foe"])
_BELLIGERENTS = frozenset(["GOV", "REB", "MIL", "OPP", "PRM"])


@dataclass(slots=True)
class Found:
    """Somebody that a phrase means, and the rule. ``person``: one human being; ``many``: several."""

    actor: Actor
    rule: str
    person: bool = False
    many: bool = False


class Phrases(Protocol):
    """What this module asks of the resolver of a document."""

    document: Document
    roles: Roles

    def phrase(self, view: View, head: int, depth: int) -> list[Found]: ...
    def view(self, sequence: int) -> View | None: ...
    def of_entity(self, entity: Entity) -> Found: ...
    def whole(self, entity: Entity) -> Found: ...
    def gender(self, given_name: str) -> str | None: ...
    def entities(self, sequence: int) -> list[Entity]: ...


class Coreference:
    """Antecedents on one page."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._sentences = {s.sequence: s for s in phrases.document.sentences}

    # --- pronouns ----------------------------------------------------------------------------------------

    def pronoun(self, view: View, n: int, depth: int) -> list[Found]:
        """What a personal or possessive pronoun means; [] where nothing fits."""
        word = view.lemma[n] if view.lemma[n] in PRONOUNS else view.tokens.text[n].lower()
        if depth > MAX_DEPTH:
            return []
        if word in SPEAKER_PRONOUNS:
            return self._named_speakers(view, n, depth) or self._speaker(view, n, depth)
        if word == "it" and is_empty(view, n):
            return []
        singular: list[tuple[View, int]] = []
        pursued = is_pursued(view, n)
        other = self._doer(view, n, depth)
        for there, k in self._candidates(view, n):
            if there is None:
                met = self._met(k, view, n) if word in GROUP_PRONOUNS else []
                found = met or next(
                    (f for v, m in singular if (f := self._fitting(v, m, word, depth, pursued=pursued))), []
                )
                singular = []
            elif (
                word in GROUP_PRONOUNS
                and not is_plural(there, k)
                and not is_pronoun(there, k)
                and not (there is view and is_body(there, k))
            ):
                singular.append((there, k))  # "police", "the company": after what is plural
                continue
            else:
                found = self._fitting(there, k, word, depth, pursued=pursued)
                if not found and word == "it" and self._is_matter(there, k, depth):
                    return []  # "the typhoon … it": what is spoken of is no actor
            if found and (other is None or not any(same_party(f.actor, other.actor) for f in found)):
                return [Found(f.actor, f"{word}: {last_rule(f.rule)}", f.person, f.many) for f in found]
        return self._unparsed(view.sentence.sequence, word)

    def _doer(self, view: View, n: int, depth: int) -> Found | None:
        """Who does what is done to the pronoun: "it attacked them" means two parties."""
        subject = doer(view, n)
        found = self._phrases.phrase(view, subject, depth + 1) if subject is not None and depth < LOOK_BACK else []
        return found[0] if len(found) == 1 and found[0].actor.code is not None else None

    def _candidates(self, view: View, n: int) -> Iterator[tuple[View | None, int]]:
        """Possible antecedents, likeliest first: subjects before in the sentence, the nearest first; its other
        nouns; then of each sentence before, the subjects from the left and then the rest."""
        tokens = view.tokens
        own = governor(view, n)
        object_of = {-1}
        apart = tokens.dep[n] not in SUBJECTS and (tokens.dep[n] != "poss" or is_faced(view, n))
        while apart and own not in object_of:
            object_of.add(own)
            own = tokens.head[own] if tokens.dep[own] in ("xcomp", "pcomp", "aux") else own
        yield from ((view, k) for k in claimants(view, n))
        outside = not in_quotation(view, tokens.start[n])
        before = [
            k for k in range(n - 1, -1, -1)
            if nominal(view, k)
            and not (outside and in_quotation(view, tokens.start[k]))
            and not (tokens.dep[k] in SUBJECTS and tokens.head[k] in object_of)
        ]  # fmt: skip
        yield from ((view, k) for k in before if tokens.dep[k] in SUBJECTS)
        others = [k for k in before if tokens.dep[k] not in SUBJECTS and not inside(view, k, n)]
        if view.lemma[n] in PERSON_PRONOUNS:  # a person named is likelier than one in passing
            others.sort(key=lambda k: (e := view.entity[k]) is None or e.kind != "PERSON")
        yield from ((view, k) for k in others)
        yield None, view.sentence.sequence
        block, pursued = view.sentence.block, is_pursued(view, n)
        for back in range(view.sentence.sequence - 1, view.sentence.sequence - 1 - LOOK_BACK, -1):
            sentence = self._sentences.get(back)
            if sentence is None or (back == 0 and block != -1 and view.sentence.sequence > 1):
                return
            there = self._phrases.view(back)
            if there is None:
                continue
            nouns = [k for k in range(len(there.tokens)) if nominal(there, k)]
            if pursued:  # who was held, shot or chased just now rather than who did it
                yield from ((there, k) for k in nouns if is_pursued(there, k))
            yield from ((there, k) for k in nouns if there.tokens.dep[k] in SUBJECTS)
            yield from ((there, k) for k in nouns if there.tokens.dep[k] not in SUBJECTS)
            yield None, back

    def _met(self, sequence: int, view: View, n: int) -> list[Found]:
        """ "They" after a sentence in which one met another, neither of them plural: both."""
        there = self._phrases.view(sequence)
        if there is None:
            return []
        limit = n if there is view else len(there.tokens)
        for k in range(limit):
            one = there.entity[k]
            if there.tokens.dep[k] not in SUBJECTS or one is None:
                continue
            verb = there.tokens.head[k]
            others = [m for m in there.kids[verb] if m > verb and there.tokens.dep[m] == "dobj" and m < limit]
            others += [m for m in range(verb, limit) if there.tokens.dep[m] == "pobj"
                       and there.lemma[there.tokens.head[m]] == "with" and governor(there, m) == verb]  # fmt: skip
            for other in others:
                entity = there.entity[other]
                if entity is not None and entity.kind == one.kind and entity.kind in ("PERSON", "GPE"):
                    found = [*self._phrases.phrase(there, k, 1), *self._phrases.phrase(there, other, 1)]
                    return [Found(f.actor, f"they: {last_rule(f.rule)}", f.person) for f in found]
        return []

    def _is_matter(self, view: View, k: int, depth: int) -> bool:
        """Whether token ``k`` is a singular subject that means nobody."""
        if view.tokens.dep[k] not in SUBJECTS or view.tokens.tag[k] not in ("NN", "NNP"):
            return False
        return not self._phrases.phrase(view, k, depth + 1)

    def _fitting(self, view: View, k: int, word: str, depth: int, *, pursued: bool = False) -> list[Found]:
        """What token ``k`` means, if ``word`` can stand for it."""
        lemma = view.tokens.text[k].lower()
        if is_pronoun(view, k):
            if class_of(lemma) != class_of(word) or (word in PERSON_PRONOUNS and female(word) != female(lemma)):
                return []
            return self._phrases.phrase(view, k, depth + 1)
        if not self._may_be(view, k, word):
            return []
        role = self._phrases.roles.longest_ending(view.lemma, k) if pursued else None
        if role is not None and role[1].sector in ("COP", "JUD"):
            return []  # who is arrested is hardly the police, who is released hardly the judge
        heads = conjuncts(view, k) if word in GROUP_PRONOUNS else [k]
        found = [f for each in heads for f in self._phrases.phrase(view, each, depth + 1)]
        if word in PERSON_PRONOUNS:
            return found if len(found) == 1 and found[0].person else []
        if word in THING_PRONOUNS:
            return found if len(found) == 1 and not found[0].person else []
        return found if len(found) > 1 or (found and (found[0].many or not found[0].person)) else []

    def _may_be(self, view: View, k: int, word: str) -> bool:
        """A cheap look at entity, number and role before a phrase is resolved."""
        entity, tag = view.entity[k], view.tokens.tag[k]
        if not tag.startswith("NN"):
            return False
        plural = tag in ("NNS", "NNPS")
        coordinated = is_coordinated(view, k)
        if entity is not None and entity.kind != "ROLE":
            if word in PERSON_PRONOUNS:
                return entity.kind in ("PERSON", "MISC") and not self._other_gender(entity, word)
            if word in THING_PRONOUNS:
                return entity.kind in ("ORG", "GPE", "LOC", "MISC") and not entity.rule.startswith("model: PERSON")
            return coordinated or plural or entity.kind in ("ORG", "NORP")
        found = self._phrases.roles.longest_ending(view.lemma, k)
        role = found[1] if found else None
        if role is None:
            return word in THING_PRONOUNS and not plural and view.lemma[k] in ("country", "nation")
        if word in PERSON_PRONOUNS:
            gender = gendered(view.lemma[k])
            if gender is not None and gender != ("female" if female(word) else "male"):
                return False
            return not plural and not role.collective and role.kind in ("person", "armed")
        if word in THING_PRONOUNS:
            return not plural and (role.collective or role.kind in ("group", "institution"))
        return plural or coordinated or role.collective

    def _other_gender(self, entity: Entity, word: str) -> bool:
        """Whether a person's given name, title or office says that "he" or "she" is somebody else."""
        view_words = (entity.office or "").lower().replace("-", " ").split()
        gender = next((g for w in view_words if (g := gendered(w))), None)
        gender = gender or self._phrases.gender(entity.name.split()[0] if " " in entity.name else "")
        return gender is not None and gender != ("female" if female(word) else "male")

    def _unparsed(self, sequence: int, word: str) -> list[Found]:
        """The first fitting name of an unparsed sentence right before."""
        for back in (sequence - 1, sequence - 2):
            if back < 1 or back not in self._sentences or self._phrases.view(back) is not None:
                continue
            for entity in self._phrases.entities(back):
                fits = entity.kind == "PERSON" if word in PERSON_PRONOUNS else (
                    entity.kind in ("ORG", "GPE") and word in THING_PRONOUNS)  # fmt: skip
                if fits and not (entity.kind == "PERSON" and self._other_gender(entity, word)):
                    found = self._phrases.whole(entity)
                    return [Found(found.actor, f"{word}: name before", found.person, found.many)]
        return []

    def relative(self, view: View, n: int, depth: int) -> list[Found]:
        """What "who", "which" or "that" stands for."""
        head = antecedent(view, n)
        if head is None or head >= n or depth > MAX_DEPTH:
            return []
        if view.tokens.dep[head] == "conj" or is_coordinated(view, head):
            first = head
            return self._phrases.phrase(view, first, depth + 1)
        return self._phrases.phrase(view, head, depth + 1)

    # --- speakers ----------------------------------------------------------------------------------------

    def _named_speakers(self, view: View, n: int, depth: int) -> list[Found]:
        """ "We Kenyans demand": the people named right behind the pronoun."""
        entity = view.entity[n + 1] if n + 1 < len(view.tokens) else None
        if entity is None or entity.kind != "NORP" or entity.code is None or view.tokens.tag[n + 1] != "NNPS":
            return []
        found = self._phrases.of_entity(entity)
        found.actor.sector = entity.sector or "CVL"
        return [Found(found.actor, f"people of {entity.rule}", many=True)]

    def _speaker(self, view: View, n: int, depth: int) -> list[Found]:
        """Who says "we": the source of the quotation around it, else of the one before in the same paragraph."""
        at, in_ = view.tokens.start[n], view.sentence.in_
        inside = [
            a for a in self._phrases.document.attributions
            if a.in_ == in_ and any(left <= at < right for left, right in a.content)
        ]  # fmt: skip
        here = view.sentence.sequence
        inside.sort(key=lambda a: (a.sentence != here, not a.quoted, sum(right - left for left, right in a.content)))
        for attribution in inside:
            found = self.source(attribution, depth)
            if found:
                return found
        if not in_quotation(view, at):
            return []
        sequence, block = view.sentence.sequence, view.sentence.block
        for attribution in reversed(self._phrases.document.attributions):
            sentence = self._sentences.get(attribution.sentence)
            if sentence is None or attribution.sentence > sequence or attribution.sentence < sequence - 2:
                continue
            if attribution.in_ == in_ and (sentence.block == block or attribution.sentence >= sequence - 1):
                found = self.source(attribution, depth)
                if found:
                    return found
        return []

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
        if attribution.code or attribution.entity:
            actor = Actor(code=attribution.code, sector=None, identifier_text=attribution.entity)
            return [Found(actor, "speaker", person=False)]
        return []

    # --- pairs and groups --------------------------------------------------------------------------------

    def parties(
        self, view: View, n: int, number: int | None, noun: str, role: RoleEntry | None = None
    ) -> list[Found]:
        """Whom "both sides", "the two countries" or "the four diplomats" means: the nearest sentence that names just
        so many, else the names of the last sentences together. ``number`` None: as many as one sentence names, who
        can be called by ``role``."""
        persons = noun not in SIDES
        sequence, at = view.sentence.sequence, view.tokens.start[n]
        gathered: dict[str, Found] = {}
        for back in range(sequence, max(-1, sequence - PARTY_LOOK_BACK), -1):
            here = self._parties_in(back, at if back == sequence else None, persons, noun in _OPPOSED, role)
            if len(here) == number or (number is None and len(here) > 1):
                return self._as_parties(list(here.values()), persons, noun)
            if number is not None and len(here) > number:
                return self._as_parties(list(here.values())[:number], persons, noun)
            for key, found in here.items():
                gathered.setdefault(key, found)
            if number is not None and len(gathered) >= number:
                return self._as_parties(list(gathered.values())[:number], persons, noun)
        if persons and number is not None:
            return self.parties(view, n, number, "side")
        return []

    def _parties_in(
        self, sequence: int, before: int | None, persons: bool, opposed: bool, role: RoleEntry | None
    ) -> dict[str, Found]:
        """The distinct persons, or states and bodies, of a sentence in order, up to offset ``before``. ``opposed``:
        sides of one country count too, "the government and the rebels"."""
        here: dict[str, Found] = {}
        for entity in self._phrases.entities(sequence):
            if before is not None and entity.start >= before:
                break
            if persons and (entity.kind != "PERSON" or (role is not None and not may_hold(entity, role))):
                continue
            if (entity.kind == "GPE" and entity.sector is None) or entity.kind in ("MISC", "FAC", "LOC"):
                continue
            side = opposed and entity.kind == "ROLE" and entity.sector in _BELLIGERENTS
            if entity.kind in ("ROLE", "ORG") and entity.code is None and not side:
                continue
            found = self._role_at(sequence, entity) if side else self._phrases.whole(entity)
            if found is None:
                continue
            key = entity.name if persons else found.actor.code or ""
            if key and (persons or key not in NON_STATES):
                here.setdefault(f"{key} {found.actor.sector}" if opposed else key, found)
        return here

    def _role_at(self, sequence: int, entity: Entity) -> Found | None:
        """Whom the role noun of an entity means where it stands."""
        view = self._phrases.view(sequence)
        heads = [k for k in range(len(view.tokens)) if view.entity[k] is entity] if view is not None else []
        if view is None or not heads:
            return None
        return next(iter(self._phrases.phrase(view, heads[-1], 1)), None)

    def said_before(self, view: View, n: int, lemma: str) -> list[Found]:
        """Whom "the delegation" or "the spokesman" means: the last of that noun before, of whom the page said more."""
        for back in range(view.sentence.sequence, max(-1, view.sentence.sequence - PARTY_LOOK_BACK), -1):
            there = self._phrases.view(back)
            if there is None:
                continue
            for k in range((n if there is view else len(there.tokens)) - 1, -1, -1):
                if there.lemma[k] != lemma or not there.tokens.tag[k].startswith("NN"):
                    continue
                said = [m for m in there.kids[k] if there.tokens.dep[m] in ("compound", "nmod", "amod", "poss", "prep")]
                if said:
                    found = self._phrases.phrase(there, k, 1)
                    return [Found(f.actor, f"the {lemma}: {last_rule(f.rule)}", f.person, f.many) for f in found]
        return []

    def body(self, view: View, n: int, noun: str) -> Found | None:
        """The organisation that "the council" or "the group" means: the last one named before whose name ends so, or
        which is of that kind."""
        at = (view.sentence.sequence, view.tokens.start[n])
        kinds = KINDS.get(noun)
        if kinds is None:
            return None
        for entity in reversed(self._phrases.document.entities):
            if entity.kind != "ORG" or (entity.sentence, entity.start) >= at:
                continue
            if at[0] - entity.sentence > PARTY_LOOK_BACK:
                return None
            ending = entity.name.lower().rsplit(" ", 1)[-1]
            if ending == noun or entity.text.lower().endswith(noun) or entity.rule.startswith(kinds):
                found = self._phrases.whole(entity)
                return Found(found.actor, f"the {noun}: {last_rule(found.rule)}")
        return None

    def _as_parties(self, found: list[Found], persons: bool, noun: str) -> list[Found]:
        if persons:
            return [Found(f.actor, f"group: {last_rule(f.rule)}", True) for f in found]
        parties = []
        for f in found:
            sector = f.actor.sector if noun in ("side", "party", "rival", "foe", "army") else "GOV"
            sector = "MIL" if noun == "army" else sector if sector != "ELI" else "GOV"
            parties.append(Found(Actor(code=f.actor.code, sector=sector or "GOV"), "pair: named together before"))
        return parties

    def role_holder(self, view: View, n: int, role: RoleEntry, codes: list[str | None]) -> Found | None:
        """The person that "the minister" or "the US diplomat" means: the last one named before whose office and
        country fit. ``codes``: countries that the phrase names; none means any."""
        at = (view.sentence.sequence, view.tokens.start[n])
        for entity in reversed(self._phrases.document.entities):
            if entity.kind != "PERSON" or (entity.sentence, entity.start) >= at or entity.sector in (None, "ELI"):
                continue
            if at[0] - entity.sentence > PARTY_LOOK_BACK:
                return None
            if entity.sentence == at[0] and same_clause(view, entity, n):
                continue
            if codes and entity.code not in codes:
                continue
            if may_hold(entity, role):
                found = self._phrases.whole(entity)
                return Found(found.actor, f"role: {role.entry} of {entity.name}", True)
        return None
