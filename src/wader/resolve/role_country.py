"""The country of a role noun that names none: its sender's, whose it was said to be before, where the sentence says
that it happens, the page's."""

from __future__ import annotations

from wader.knowledge.roles import RoleEntry
from wader.records import Entity
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.enemies import FOUGHT, faced, fought, officer_beside, speaking_ruler
from wader.resolve.found import Phrases
from wader.resolve.held import BYSTANDERS, caught
from wader.resolve.kinds import BEARING_ARMS, LOCAL, STATE_FORCES
from wader.resolve.listed import of_one_government
from wader.resolve.nearby import beside, first, is_gathering, of_the_story, span
from wader.resolve.origins import FLEEING, came_from, sent_home, where_told
from wader.resolve.pronouns import SPEAKER_PRONOUNS

Country = tuple[str | None, str]
"""A country's code, None where nobody can know, and how it is known."""
ELITE_FROM = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "PTY", "OPP", "SPY", "PRM"])
"""Sectors of those who hold something, and are of the elite when they hold it no more."""
DOMESTIC = frozenset([
    "COP", "REB", "OPP", "PRM", "UAF", "CVL", "CRM", "MIL", "REF", "LAB", "AGR", "REL", "EDU", "MED", "SOC",
])  # fmt: skip
"""Sectors that act where the story plays rather than where it is told from."""
_SENDING = frozenset([
    "deploy", "redeploy", "send", "dispatch", "withdraw", "recall", "station", "mobilise", "mobilize", "mass",
    "amass", "move", "pull", "position", "commit", "lose", "appoint", "dismiss", "order", "rotate", "evacuate", "fly",
    "build", "oust", "overthrow", "topple", "depose", "unseat", "elect", "reelect", "re-elect", "impeach", "sack",
    "fire", "swear",
])  # fmt: skip
"""Verbs whose object is of their subject's country where nothing says whose: troops sent, rulers deposed."""
ENVOYS = frozenset([
    "diplomat", "ambassador", "envoy", "consul", "emissary", "senior diplomat", "career diplomat", "embassy official",
    "diplomatic corps", "high commissioner", "charge d'affaires", "diplomatic staff", "consular official",
    "embassy spokesman", "embassy spokeswoman", "embassy spokesperson",
])  # fmt: skip
"""Who is rather of another country than the place where a sentence finds him."""
_FORCES = frozenset(["MIL", "COP", "SPY"])
_OFFICERS = _FORCES | {"GOV"}
_STAFF = ENVOYS | frozenset([
    "official", "senior official", "diplomatic official", "minister", "officer", "aide", "adviser", "advisor",
    "representative",
])  # fmt: skip
"""Of whom "two other" are of the same state as the first; leaders who meet are not."""
_NEW = frozenset(["a", "an", "some", "another", "several", "many"])
"""Determiners of somebody who was not spoken of before."""


class RoleCountry:
    """Finds the country of roles on one page."""

    def __init__(self, phrases: Phrases, context: PageContext) -> None:
        self._phrases, self._context = phrases, context

    def of(self, view: View, head: int, role: RoleEntry, depth: int) -> Country:
        """The country of the role at ``head``."""
        if role.code is not None:
            return role.code, ""
        return (
            self._held(view, head, role, depth)
            or self._told(view, head, role, depth)
            or self._of_chamber(view, head, role)
            or self._remembered(view, head, role)
            or self._beside_people(view, head, role, depth)
            or self._of_page(view, head, role, depth)
        )

    def _of_chamber(self, view: View, head: int, role: RoleEntry) -> Country | None:
        """Whose members of parliament are of whom nothing is said behind a parliament: "Togo's assembly debated it, and
        one lawmaker objected"."""
        if role.sector != "LEG" or role.kind != "person" or np.determiner(view, head) in ("the", "this", "that"):
            return None
        return self._by_chamber(view, head)

    def _by_chamber(self, view: View, head: int) -> Country | None:
        """The country of the parliament named last before in the sentence."""
        at = view.tokens.start[head]
        before = (e for e in self._phrases.entities(view.sentence.sequence) if e.start < at and e.sector == "LEG")
        chambers = [e.code for e in before if e.code and e.kind in ("ROLE", "ORG") and self._is_chamber(e)]
        return (chambers[-1], "of the parliament before") if chambers else None

    def _is_chamber(self, entity: Entity) -> bool:
        role = self._phrases.roles.lookup(entity.rule.rpartition(":")[2]) if entity.kind == "ROLE" else None
        return entity.kind == "ORG" or (role is not None and role.kind == "institution")

    def _beside_people(self, view: View, head: int, role: RoleEntry, depth: int) -> Country | None:
        """Whose the people are whom a role that bears no arms stands beside: "all Kenyans and social organisations";
        of officials, whose the one is: "the Kenyan envoy and two other officials"."""
        beside = first(view, head)
        listed = beside != head and role.kind == "person" and role.sector in _OFFICERS and not np.is_plural(view, head)
        if listed and (own := of_one_government(self._phrases, view, head, role.entry, depth)) is not None:
            return own, "of one list"
        if beside != head and role.sector in ("GOV", None) and role.lemma in _STAFF and _is_further(view, head):
            found = self._phrases.phrase(view, beside, depth + 1)[:1]
            if found and found[0].actor.sector == "GOV" and found[0].actor.code not in (None, *NON_STATES):
                return found[0].actor.code, "of those beside them"
        if beside == head or role.sector in BEARING_ARMS or not np.is_plural(view, head):
            return None
        entity = view.entity[beside]
        if entity is None or entity.kind != "NORP" or not np.is_plural(view, beside):
            return None
        found = self._phrases.phrase(view, beside, depth + 1)[:1]
        return (found[0].actor.code, "of the people beside them") if found and found[0].actor.code else None

    def _held(self, view: View, head: int, role: RoleEntry, depth: int) -> Country | None:
        """Whose they are who are sent, held or freed by somebody."""
        if (own := sent_home(view, head)) is not None:
            return own, "where they are deported"
        tokens, verb = view.tokens, view.tokens.head[head]
        if tokens.dep[head] == "dobj" and view.lemma[verb] in _SENDING and role.sector in ELITE_FROM:
            for kid in (k for k in view.kids[verb] if tokens.dep[k] == "nsubj"):
                for found in self._phrases.phrase(view, kid, depth + 1)[:1]:
                    if found.actor.code is not None:
                        return found.actor.code, "sender"
        home, _ = self._context.at_large(domestic=True)
        holder = caught(self._phrases, view, first(view, head), role.sector, home, depth)
        return (holder, "who holds or frees them") if holder is not None else None

    def _told(self, view: View, head: int, role: RoleEntry, depth: int) -> Country | None:
        """What the sentence says of where they are, whom they fight and whence they come."""
        sequence, at = view.sentence.sequence, view.tokens.start[head]
        owner = np.possessor(view, head)
        if owner is not None and view.lemma[owner] in SPEAKER_PRONOUNS:  # "our forces": nobody said before
            return self._context.country(sequence, domestic=True, at=at)
        if role.lemma in ENVOYS and self._context.of_role(role.entry, sequence, at) is None:
            return self._context.home(sequence)
        unheard = role.sector == "REB" and np.determiner(view, head) is None
        if role.sector in BYSTANDERS or role.sector == "COP" or unheard:
            here, how = self._context.country(sequence, domestic=True, at=at, beside=lambda p: beside(view, head, p))
            if how == "place in the sentence":
                return here, how
        if np.determiner(view, head) in _NEW and role.sector in DOMESTIC:
            here, how = self._context.inside(sequence, span(view, head))
            if here is not None:
                return here, how
        if role.lemma in FOUGHT:
            enemy = fought(self._phrases, view, head, depth) or faced(self._phrases, view, head, depth)
            if enemy is not None:
                return enemy, "whom the rebels fight"
        if role.sector in DOMESTIC and (there := where_told(view, head)) is not None:
            return there, "of a state where it happens"
        if role.sector in FLEEING and (origin := came_from(view, head)) is not None:
            return origin, "from where they came"
        return None

    def _remembered(self, view: View, head: int, role: RoleEntry) -> Country | None:
        """Whose the role was said to be before; of those who bear arms, whose such are on this page."""
        sequence, at = view.sentence.sequence, view.tokens.start[head]
        remembered = self._context.of_role(role.entry, sequence, at)
        for sector in (role.sector, *role.other_sectors) if remembered is None else ():
            if sector in BEARING_ARMS and remembered is None:
                remembered = self._context.of_sector(sector or "", sequence, at)
                home, _ = self._context.at_large(domestic=True)
                told = {home, *(e.code for e in self._phrases.entities(sequence))}
                placed, _ = self._context.inside(sequence, (view.sentence.start, view.sentence.end))
                local = role.lemma in STATE_FORCES or sector == "COP"
                if local and (remembered not in told or remembered != placed == home):
                    remembered = None  # troops of another state are not the army of where the story plays
        armed = self._context.armed
        if remembered is None and role.sector == "REB" and armed is not None:
            abroad = armed in NON_STATES and self._context.of_sector("MIL", sequence, at) is not None
            if not abroad:  # where an army fights it, it is rather of that army's country
                return armed, "of the armed group that the page names"
        return (remembered, "said of this role before") if remembered is not None else None

    def _of_page(self, view: View, head: int, role: RoleEntry, depth: int) -> Country:
        """Of where the page plays; of those who rule, judge or bear arms, of whose officer speaks of them."""
        sequence, at = view.sentence.sequence, view.tokens.start[head]
        domestic = role.sector in DOMESTIC or role.lemma in LOCAL
        here, how = self._context.country(sequence, domestic=domestic, at=at, beside=lambda p: beside(view, head, p))
        passing = role.kind == "institution" and how == "place before"
        if role.sector in ("LEG", "GOV") and passing and not self._context.speaks_of(here):
            return self._context.at_large(domestic=False)  # a town that the story went through
        if role.sector == "GOV" and how == "dateline" and role.lemma not in LOCAL:
            ruled = self._by_chamber(view, head)  # of a parliament's own ruler the page is often told from elsewhere
            if ruled is not None:
                return ruled
        if role.sector in ("JUD", "LEG") and (how == "page country" or passing):
            chief = officer_beside(self._phrases, view)
            if chief is not None and chief == self._context.main:
                return chief, "the officer's who speaks of them"
        if role.sector == "JUD" and (how == "page country" or passing):  # a court of where the story plays
            plays = self._context.at_large(domestic=True)
            return plays if self._context.speaks_of(plays[0]) else self._context.at_large(domestic=False)
        if role.sector in BEARING_ARMS and how in ("dateline", "page country"):
            ruler = speaking_ruler(self._phrases, view, head, depth) if role.sector in _FORCES else None
            chief = ruler or (officer_beside(self._phrases, view) if role.sector != "REB" else None)
            if chief is not None:  # rebels of whom a ruler speaks are anybody's
                return chief, "the officer's who speaks of them"
        if how == "dateline" and not domestic and not self._context.speaks_of(here):
            return self._context.at_large(domestic=False)  # told from abroad
        if domestic:
            return of_the_story(self._context, view, head, (here, how))
        met_in, _ = self._context.inside(sequence, (view.sentence.start, view.sentence.end))
        if here == met_in and is_gathering(view, head) and not self._context.speaks_of(here):
            return None, ""
        return here, how


def _is_further(view: View, head: int) -> bool:
    """ "Two other officials"."""
    return np.numeral(view, head) is not None and any(view.lemma[k] == "other" for k in view.kids[head] if k < head)
