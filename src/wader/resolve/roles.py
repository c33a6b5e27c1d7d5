"""Role nouns on the head of a phrase: "Russian troops", "the US diplomat", "the government in Khartoum"."""

from __future__ import annotations

import msgspec

from wader.knowledge.offices import Offices, validity
from wader.knowledge.roles import RoleEntry
from wader.records import Actor
from wader.resolve import compound as np
from wader.resolve.affiliation import armed_body, bodies_told_of, told_of
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.coreference import Coreference
from wader.resolve.deeds import is_armed, is_equipped, is_implicated, is_violator, strikes
from wader.resolve.found import Found, Phrases
from wader.resolve.held import BYSTANDERS
from wader.resolve.holders import offices_asked
from wader.resolve.kinds import (
    BEARING_ARMS,
    REGIONS,
    is_generic,
    is_human,
    is_litigant,
    is_of_body,
    is_placed,
    presiding,
    sector_of,
    shared,
)
from wader.resolve.members import armed_kin, at_token, leader_of, named_members
from wader.resolve.nearby import first, is_gathering, nationality
from wader.resolve.of_members import association, is_partisan
from wader.resolve.origins import own_state
from wader.resolve.owners import DISCARDED, GENERIC_ROLES, Owner, OwnerReader
from wader.resolve.pronouns import joined, party_number
from wader.resolve.role_country import DOMESTIC, ELITE_FROM, ENVOYS, RoleCountry
from wader.resolve.sent import ARMED, of_those_who_send
from wader.resolve.sides import of_each
from wader.resolve.staff import bosses, compatriots, is_counsel, of_company, staff_of
from wader.resolve.strangers import OUTSIDERS, are_outsiders, from_abroad

_NAMED = ELITE_FROM | frozenset(["REL", "SOC", "JRN", "EDU", "MED", "BUS", "LAB", "REB"])
"""Sectors whose "the archbishop", "the commander" may be somebody named before."""
_ECHOED = frozenset([
    "delegation", "mission", "delegate", "spokesman", "spokeswoman", "spokesperson", "leader", "official", "commander",
    "representative", "chief", "activist", "envoy", "negotiator", "group", "team", "convoy", "chairman", "director",
    "secretary", "alliance", "coalition", "member", "movement", "council", "commission", "committee", "squad",
])  # fmt: skip
"""Roles that say little by themselves: with "the" they mean those of whom more was said before."""
_BACK = frozenset(["the", "this", "these"])
_PUBLIC_BODIES = frozenset(["council", "commission", "committee"])
"""Bodies that are public ones where nothing says whose."""
_OF_BODIES = frozenset([
    "president", "vice president", "minister", "governor", "commissioner", "ambassador", "dean",
    "chief of staff",
])  # fmt: skip
"""Officers of a state who, where a body owns them, are that body's: the president of a court, of a bank, of a party."""
_OPENING = frozenset([",", ":", "-", "--", "–", "—", "("])
_NOT_THIS = frozenset(["next", "future", "new", "another", "other", "previous", "then", "first", "last"])
_UNARMED = frozenset(["GOV", "ELI", "CVL", "BUS", "LEG", "JUD"])
"""Persons whose forces are armed all the same."""
_PEACEFUL = _UNARMED | frozenset(["REL", "PTY"])
"""Owners whose fighters are rebels all the same: a cleric, a party."""
_FIGHTING = BEARING_ARMS | frozenset(["UAF", "SPY", "CRM", "GOV", "OPP"])
_COMMITTEES = _PUBLIC_BODIES | frozenset(["board", "panel", "network", "organisation", "office", "league", "alliance"])
_PEOPLE = frozenset(["CVL", "REF"])
"""Who acts for nobody: their committees are societies."""
_SIDING = frozenset(["supporter", "backer", "follower", "sympathiser", "sympathizer"])
_RIVALS = frozenset(["rival", "opponent", "political rival", "political opponent"])
_RUNNING = frozenset(["PTY", "LEG", "BUS"])
"""Of whom somebody is a rival in an election; who governs has opponents."""
_WARS = frozenset(["conflict", "war", "ceasefire", "truce"])
_GROUPS = frozenset(["group", "organisation", "party", "faction", "outfit", "body"])
_LEADING = BEARING_ARMS | frozenset(["CRM", "UAF", "PTY", "OPP", "REL", "LAB"])
"""Sectors of leaders whose groups are of these too."""
_PERSONS = frozenset(["man", "politician", "candidate", "rival", "contender"])
"""Words for persons who were named before."""
_ANYONE = frozenset(["person", "people", "man", "woman"])
_INSIDE = frozenset(["in", "within", "inside"])
_OFFICIALS = frozenset(["GOV", "LEG", "JUD", "ELI", "COP", "MIL"])
"""Whose supporters are not of their sector."""
_GOVERNMENTS = ("roles.yaml:government", "roles.yaml:administration", "roles.yaml:ministry", "roles.yaml:cabinet")


class RoleReader:
    """Reads phrases whose head is a role noun."""

    def __init__(
        self, phrases: Phrases, context: PageContext, coreference: Coreference, owners: OwnerReader, offices: Offices,
        date: str | None,
    ) -> None:  # fmt: skip
        self._phrases, self._context, self._coreference = phrases, context, coreference
        self._owners, self._offices, self._date = owners, offices, date
        self._country = RoleCountry(phrases, context)

    def read(self, view: View, head: int, role: RoleEntry, depth: int) -> list[Found]:
        several = self._several(view, head, role, depth)
        if several:
            return several
        before = self._named_before(view, head, role, depth)
        if before is not None:
            return before
        named = self._apposed(view, head, role.kind, depth)
        if named is not None and not (_is_nobody(named) and role.sector in ELITE_FROM):
            return [self._owned(view, head, role, named, depth)]
        role = of_company(view, head, presiding(view, head, shared(view, head, role, self._phrases.roles)))
        role = armed_kin(view, head, role)
        if (served := staff_of(self._phrases, view, head, role, depth)) is not None:
            return [served]
        many = view.tokens.tag[head] in ("NNS", "NNPS") or role.collective
        owners = self._owners.read(view, head, depth)
        if not owners and np.determiner(view, head) in _BACK and role.lemma in _ECHOED:
            said = self._coreference.said_before(view, head, role.lemma)
            if said:
                return said
        led = role.lemma == "leader" and _is_bare(view, head)
        led = led or (is_of_body(view, head, role) and self._context.of_sector("MIL", *_at(view, head)) is None)
        if not owners and many and (led or role.lemma in ("member", "activist", "supporter")):
            groups = [self._phrases.whole(body) for body in joined(self._phrases.document, view, head)]
            if groups:
                return [Found(group.actor, f"members of {group.rule}", many=True) for group in groups]
        whose = all(o.found.actor.code is None and not o.body for o in owners)
        if whose and (over := bosses(self._phrases, view, head, role)) is not None:
            over.actor.code = over.actor.code or self._country.of(view, head, role, depth)[0]
            return [over]
        if not owners and many and (own := of_those_who_send(self._phrases, view, head, role, depth)) is not None:
            return [own]
        stated = [o for o in owners if o.found.actor.code]
        if stated and all(o.how == "in" for o in stated):
            towns = all(o.found.rule.startswith(("capital", "subnational")) for o in stated)
            met = towns and role.sector not in DOMESTIC and is_gathering(view, head)
            if met or role.lemma in ENVOYS or from_abroad(self._phrases.roles, view, head):
                # "the Central American presidents in Honduras", "a meeting of ministers in Oslo"
                owners = [o for o in owners if o not in stated]
        if role.sector in ("UAF", "CRM"):  # the kidnappers of two reporters are not the reporters' own
            owners = [o for o in owners if o.how != "of" or not o.body]
        person = not many and role.kind in ("person", "armed")
        nobodys = any(o.how == DISCARDED for o in owners)
        told = np.determiner(view, head) in ("the", "this", "that", None)
        if person and told and role.sector in _NAMED and not nobodys:
            states: list[str | None] = [o.found.actor.code for o in owners if o.found.actor.code]
            this = not any(view.lemma[k] in _NOT_THIS for k in view.kids[head])
            local = any(o.found.rule.startswith("subnational") for o in owners)  # the governor of one state of several
            if this and not local and (np.determiner(view, head) is not None or states):
                holder = self._coreference.role_holder(view, head, role, states)
                if holder is not None and not any(o.group or o.body for o in owners):
                    return [holder]
        if role.sector is None and role.code is None and not is_placed(role, owners):
            sector = sector_of(role, owners, plural=view.tokens.tag[head] in ("NNS", "NNPS"))
            definite = np.determiner(view, head) == "the" and not view.tokens.tag[head].endswith("S")
            if sector is None and definite and role.lemma in _PUBLIC_BODIES:
                sector = "GOV"  # "the council": the one of the place that the page is about
            if sector is None:
                return []
            role = msgspec.structs.replace(role, sector=sector)
        found: list[Found] = []
        bodies = [o for o in owners if o.body]
        bodies = [o for o in bodies if o.found.actor.code or o.found.actor.sector] or bodies
        alike = [o for o in bodies if o.found.actor.sector == role.sector]
        if alike and role.sector in BEARING_ARMS:
            bodies = alike  # "between soldiers of the army and the guerrillas": these have no soldiers of the army
        for owner in bodies or [o for o in owners if o.found.actor.code] or owners[:1]:
            found.append(self._of_role(view, head, role, owner, owners, person, many, depth))
        found = found or [self._of_role(view, head, role, None, owners, person, many, depth)]
        many_bodied = role.kind != "institution" or role.lemma in GENERIC_ROLES  # "the Union and state governments"
        return of_each(self._phrases, view, head, found) if many_bodied else found

    def _owned(self, view: View, head: int, role: RoleEntry, named: Found, depth: int) -> Found:
        """A person named behind a role that says whose: "its leader Jan Kowal", of a union, is of the union."""
        owners = [o for o in self._owners.read(view, head, depth) if o.body and o.found.actor.sector]
        if np.possessor(view, head) is None or not owners or role.lemma not in GENERIC_ROLES | _OF_BODIES:
            return named
        actor = owners[0].found.actor
        named.actor.code, named.actor.sector = actor.code, actor.sector
        return Found(named.actor, f"{named.rule}; {owners[0].how}", named.person, named.many)

    def _named_before(self, view: View, head: int, role: RoleEntry, depth: int) -> list[Found] | None:
        """Those whom a phrase means that only points back, "these groups", "the three men", or lists them itself; None
        where it says itself who they are."""
        if (bearer := self._surname(view, head)) is not None:
            return [bearer]
        if role.lemma == "side" and view.lemma[view.tokens.head[head]] == "on" and np.has_before(view, head, "other"):
            return []  # "lobbied on the other side"
        if role.lemma == "enemy" and (enemy := self._coreference.speakers.belligerents.enemy(view, head)) is not None:
            return [enemy]
        if role.lemma == "party" and is_litigant(view, head):
            inside = [m for m in named_members(view, head) if np.is_named(view, m)]
            named = [at_token(view, m, f) for m in inside for f in self._phrases.phrase(view, m, depth + 1)]
            at_war = any(view.lemma[n] in _WARS for _, n in np.objects_of(view, head, frozenset(["to"])))
            sides = self._coreference.parties(view, head, None, "side") if at_war and not named else []
            code, how = self._country.of(view, head, role, depth)
            return named or sides or [Found(Actor(code=code, sector=None), f"parties to a matter; {how}", many=True)]
        if role.lemma in _GROUPS and _are_those(view, head):
            return [self._phrases.whole(e) for e in bodies_told_of(self._phrases, view)] or None
        if role.kind == "group" and role.sector is None and (leader := leader_of(view, head)) is not None:
            led = (f.actor for f in self._phrases.phrase(view, leader, depth + 1))
            found = [Actor(code=a.code, sector=a.sector) for a in led if a.sector in _LEADING]
            return [Found(a, "led by one of these", many=True) for a in found] or None
        number = party_number(np.numeral(view, head))
        if role.lemma in _PERSONS and number is not None and np.determiner(view, head) in ("the", "these", "both"):
            persons = told_of(self._phrases, view, head, number)
            if persons and all(e.code or e.sector for e in persons):
                return [self._phrases.whole(e) for e in persons]
        words = len(role.lemma.split())
        body = armed_body(self._phrases, view, head, words) if role.sector == "REB" and words > 1 else None
        if body is not None:
            group = self._phrases.whole(body)
            return [Found(group.actor, f"the {role.lemma}: {group.rule}")]
        return None

    def _surname(self, view: View, head: int) -> Found | None:
        """Who is called by a word that is a role too, without any article: "Shah" after "the Speaker, Dilip Shah"."""
        one = view.tokens.tag[head] in ("NN", "NNP") and view.tokens.dep[head] in np.SUBJECTS | {"dobj", "pobj", "poss"}
        if not one or any(view.tokens.dep[k] in np.LEFT for k in view.kids[head]):
            return None
        at, word = _at(view, head), view.lemma[head]
        named = (e for e in self._phrases.document.entities if e.kind == "PERSON" and (e.sentence, e.start) < at)
        bearer = next((e for e in named if " " in e.name and e.name.lower().endswith(f" {word}")), None)
        return self._phrases.whole(bearer) if bearer is not None and (bearer.code or bearer.sector) else None

    def _several(self, view: View, head: int, role: RoleEntry, depth: int) -> list[Found]:
        """All of "the candidates, Ana Ruiz and Senator Bo Lind", who are what they are called where nothing else is
        known of them; [] where no more than one person is named so."""
        if view.tokens.tag[head] not in ("NNS", "NNPS"):
            return []
        named = [k for k in view.kids[head] if view.tokens.dep[k] == "appos" and view.tokens.text[head + 1] in _OPENING]
        heads = [n for k in named[:1] for n in np.conjuncts(view, k)]
        if len(heads) < 2 or any((e := view.entity[n]) is None or e.kind != "PERSON" for n in heads):
            return []
        found = [(n, f) for n in heads for f in self._phrases.phrase(view, n, depth + 1)]
        if role.sector is not None and any(_is_nobody(f) for _, f in found):
            owners = self._owners.read(view, head, depth)
            called = self._of_role(view, head, role, owners[0] if owners else None, owners, False, True, depth)
            code, sector = called.actor.code, called.actor.sector
            found = [(n, self._called(f, code, sector, called.rule)) for n, f in found]
        return [at_token(view, n, f) for n, f in found]

    @staticmethod
    def _called(found: Found, code: str | None, sector: str | None, rule: str) -> Found:
        """A person who is known by nothing but what he is called here; another as known."""
        if not _is_nobody(found):
            return found
        return Found(msgspec.structs.replace(found.actor, code=code, sector=sector), rule, found.person)

    def _apposed(self, view: View, head: int, kind: str, depth: int) -> Found | None:
        """The person named right behind a role or in apposition: "the president, Assimi Goita"; the body behind a word
        for bodies: "the organisation Médecins du Monde"."""
        tokens, one = view.tokens, view.tokens.tag[head] in ("NN", "NNP")
        for kid in view.kids[head]:
            entity = view.entity[kid]
            if entity is None or tokens.dep[kid] != "appos" or np.ends_list(view, kid):
                continue
            body = one and entity.kind == "ORG" and entity.code is not None and entity.start <= tokens.end[head] + 3
            if entity.kind == "PERSON" or (body and kind in ("group", "institution", "armed")):
                return next(iter(self._phrases.phrase(view, kid, depth + 1)), None)
        after = head + 1
        if after < len(tokens) and one:
            entity = view.entity[after]
            if entity is not None and entity.kind == "PERSON":
                return self._phrases.of_entity(entity) if entity.code else None
        return None

    def _of_role(self, view: View, head: int, role: RoleEntry, owner: Owner | None, owners: list[Owner],
                 person: bool, many: bool, depth: int) -> Found:  # fmt: skip
        """The actor of a role that belongs to ``owner`` (a state or a body; None: to be found on the page)."""
        sector, others = role.sector, list(role.other_sectors)
        generic = is_generic(role, owner) or view.lemma[head + 1 : head + 3] == ["-", "general"]
        bodies = any(o.body and o.found.actor.sector for o in owners)
        group = next((o.group for o in reversed(owners) if o.group is not None
                      and not (bodies and o.group.lemma == "executive")), None)  # fmt: skip
        rule, code = f"role: {role.entry}", role.code
        nobodys = owner is not None and owner.how == DISCARDED
        if owner is not None:
            rule = f"{rule}; {owner.found.rule if nobodys else owner.how}"
            code = role.code or own_state(view, head, owner, owners) or owner.found.actor.code
            if role.code == "UNO" and owner.found.actor.code in ("EUR", "IGO"):
                code = owner.found.actor.code
            sector, others = self._of_owner(view, head, role, owner, group, generic=generic, many=many)
        organisation = owner is not None and owner.found.actor.code in NON_STATES
        human = is_human(role, group, sector)
        unlike = group is not None and role.kind == "armed" and group.sector not in _FIGHTING  # "fascist troops"
        unlike = unlike or (group is not None and is_partisan(view, head, role, group.sector))
        taken = group is not None and not unlike and (generic or human or sector is None or role.lemma in _OF_BODIES)
        if taken and group is not None and group.sector and not (organisation and group.sector in BYSTANDERS):
            sector, others = group.sector, list(group.other_sectors)  # but "the UN refugee chief" is no refugee
        elif role.lemma == "officer" and owner is not None and any(body in owner.found.rule for body in _GOVERNMENTS):
            sector = "GOV"
        elif sector == "COP" and role.lemma == "officer" and self._among_soldiers(view, head, owners):
            sector, others = "MIL", []
        if role.kind == "person" and any(o.former for o in owners) and sector in ELITE_FROM and sector is not None:
            sector, others = "ELI", [sector, *others]
            code = None if code == "MNC" else code  # no longer a company's
        if code == "UNO" and role.code == "UNO":
            code = next((of for word, of in REGIONS.items() if np.has_before(view, head, word)), code)
        if code is None and (told := nationality(view, head)) is not None:
            code, rule = told, f"{rule}; nationality of most"
        abroad = owner is not None and owner.found.rule == "unnamed states"  # "immigrants from some countries"
        if code is None and are_outsiders(view, head):
            rule = f"{rule}; {OUTSIDERS}"
        elif code is None and not abroad and not from_abroad(self._phrases.roles, view, head) and not nobodys:
            code, how = self._country.of(view, head, group or role, depth)
            rule = f"{rule}; {how}" if how else rule
        if code is None and sector == "SOC" and role.kind != "person" and np.has_before(view, head, "international"):
            code = "NGO"  # "international human rights organisations" are of no state
        if sector is None and code not in NON_STATES:
            sector = "CVL"
        if sector == "SOC" and is_counsel(view, head, role):
            sector = "CVL"
        if sector == "CVL" and (is_violator(view, head) or np.has_before(view, head, "accused")):
            sector = "CRM"
        plain = sector == "CVL" or role.lemma == "suspect"
        if plain and (is_implicated(view, head, role) or is_equipped(view, head)):
            sector = "UAF"
        if sector in ("CVL", "SOC") and role.lemma in _GROUPS and strikes(view, head):
            sector = "UAF"
        for word in (role, None if sector == role.sector else group):  # a party's member of parliament is of this
            if word is not None and word.by_country and sector == word.sector:
                sector = word.sector_in(code)
        if code == "NGO" and (state := compatriots(owners)) is not None:
            code, sector = state, "SOC"  # "three Kenyan members of Greenpeace"
        if code in ("UNO", "EUR", "IGO", "NGO") and sector in ("GOV", "LAB", "CVL", "REF"):
            sector = None
        actor = Actor(
            code=code, sector=sector, other_sectors=others, office=role.office if person else None,
            religion=next((o.found.actor.religion for o in owners if o.found.actor.religion), None),
            ethnicity=next((o.found.actor.ethnicity for o in owners if o.found.actor.ethnicity), None),
        )  # fmt: skip
        definite = np.determiner(view, head) not in ("a", "an", "any", "no", "another")
        sure = group is None and (np.determiner(view, head) == "the" or owner is not None)
        if person and definite:
            body = owner.found.actor.identifier_text if organisation and owner is not None else None
            self._holder(actor, body or code or "", offices_asked(role, sector, body, owner, sure), role.lemma)
        return Found(actor, rule, person, many)

    def _of_owner(self, view: View, head: int, role: RoleEntry, owner: Owner, group: RoleEntry | None, *,
                  generic: bool, many: bool) -> tuple[str | None, list[str]]:  # fmt: skip
        """Sector and further sectors of a role after the one to whom it belongs."""
        actor, person, lemma = owner.found.actor, owner.found.person, role.lemma
        whose, sector, others = actor.sector, role.sector, list(role.other_sectors)
        heads = lemma in _OF_BODIES and owner.how in ("of", "modifier", "possessive") and not person
        heads = heads and not (owner.how == "modifier" and is_partisan(view, head, role, whose))
        if (members := association(role, owner, group)) is not None:
            return members, []
        armed = sector == "MIL" and person and whose in _UNARMED
        armed = armed or (sector in ("REB", "PRM") and role.kind == "armed" and whose in _PEACEFUL)
        armed = armed or (sector == "MIL" and lemma in ("force", "troop") and whose == "PTY" and many and not person)
        vague = whose == "CVL" and sector is not None  # "the ministers of the council"
        if lemma in _COMMITTEES and sector is None and whose in _PEOPLE and owner.body and not person:
            return "GOV" if lemma == "commission" else "SOC", []  # "a committee for displaced families"
        if lemma in _RIVALS and person and whose in _RUNNING:
            return "PTY", []  # a candidate's rivals are candidates
        if lemma in _SIDING and person and whose in _OFFICIALS:
            return "CVL", []  # a senator's supporters are no senators
        if lemma in _ANYONE and owner.body and not person and whose and (owner.how in _INSIDE or whose == "JRN"):
            return whose, list(actor.other_sectors)  # "many people in our party", "a radio station's man"
        if (generic or sector is None or heads) and owner.body and whose and not armed and not vague:
            return whose, list(actor.other_sectors)
        if lemma == "camp" and group is not None and group.sector in ARMED:
            return group.sector, list(group.other_sectors)
        if whose in ARMED and (lemma == "follower" or (lemma == "man" and owner.how == "possessive")):
            return whose, list(actor.other_sectors)  # "his men"
        if sector in ("CRM", "UAF", "MIL") and owner.body and whose in ("REB", "PRM", "CRM"):
            return whose, list(actor.other_sectors)  # "outlaws", "commandos" of a guerrilla
        if generic and not owner.body and sector in (None, "ELI"):
            sector = "UAF" if is_armed(view, head) else "GOV"
        return sector, others

    def _among_soldiers(self, view: View, head: int, owners: list[Owner]) -> bool:
        """Whether an officer is of an army: beside soldiers, of an armed body, or on a page that has an army and no
        police."""
        beside = [k for k in np.conjuncts(view, first(view, head)) if k != head]
        roles = [found[1] for k in beside if (found := self._phrases.roles.longest_ending(view.lemma, k))]
        if any(role.sector in ("MIL", "COP") for role in roles):
            return all(role.sector != "COP" for role in roles)
        if any(o.group is not None and o.group.sector in ("MIL", "REB") for o in owners):
            return True
        if any(o.found.actor.sector in ("MIL", "REB") or "MIL" in o.found.actor.other_sectors for o in owners):
            return True
        return self._context.military

    def _holder(self, actor: Actor, body: str, offices: tuple[str, ...], lemma: str) -> None:
        """Who held an office that one person holds, on the page's date; the first of ``offices`` that is known, rather
        one whose title has a word of the role in it: an army has a chief beside that of all armed forces, a senate a
        president beside the speaker of the house. Of several leaders of the opposition none is meant."""
        if self._date is None or actor.sector == "ELI" or not body:
            return
        for office in offices:
            if office == "head of government":  # the British chancellor is none
                office = self._offices.titles.office_class(lemma, body) or office
            found = self._offices.holders(body, office, self._date)
            sure = [e for e in found if validity(e, self._date) == validity(found[0], self._date)]
            called = next((word for word in ("army", "speaker", "supreme leader") if word in lemma), "")
            entry = next((e for e in sure if called and called in e.office.lower()), next(iter(sure), None))
            if entry is not None and (office != "opposition leader" or len({e.name for e in sure}) == 1):
                actor.identifier_id, actor.identifier_text = entry.identifier_id, entry.name
                actor.office = entry.office_class or office
                return

    def titled(self, view: View, head: int) -> tuple[int, RoleEntry] | None:
        """In a text without capitals, the title before a name that nothing marks: "party chief" of the last words."""
        if view.tokens.text[head] != view.lemma[head] or not view.small:
            return None
        for n in reversed(np.left_of(view, head)):
            role = self._phrases.roles.longest_ending(view.lemma, n)
            named = view.tokens.dep[n] in ("compound", "nmod") and view.tokens.tag[n].startswith("NN")
            if role is not None and role[1].kind == "person" and named:
                return n, role[1]
        return None


def _are_those(view: View, head: int) -> bool:
    """ "These groups", nothing else being said of them."""
    return np.is_plural(view, head) and np.determiner(view, head) == "these" and len(view.kids[head]) == 1


def _is_nobody(found: Found) -> bool:
    """Whether nothing is known of a person but the name: the office before it says more."""
    return found.person and found.actor.sector == "CVL" and found.rule.startswith("person")


def _at(view: View, head: int) -> tuple[int, int]:
    return view.sentence.sequence, view.tokens.start[head]


def _is_bare(view: View, head: int) -> bool:
    """ "The leaders": nothing beside the noun but the article."""
    return np.determiner(view, head) == "the" and len(view.kids[head]) == 1
