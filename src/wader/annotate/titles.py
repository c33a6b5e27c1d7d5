"""Titles before names, and appositions after them: what stands beside a name says who its bearer is."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from wader.annotate import phrase_words as near
from wader.annotate.names import NO_NAME, STATE_KINDS, Hit, Words
from wader.knowledge.roles import RoleEntry, Roles

QUALIFIERS = frozenset([
    "deputy", "vice", "acting", "interim", "caretaker", "assistant", "associate", "senior", "top", "chief", "special",
    "prime", "first", "second", "outgoing", "incoming", "newly", "new", "elected", "re-elected", "re", "current",
    "then", "ex", "former", "late", "retired", "onetime", "one-time", "ousted", "deposed", "toppled", "overthrown",
    "dethroned", "exiled", "long-time", "longtime", "veteran", "embattled", "hardline", "moderate", "conservative",
    "liberal", "reformist", "far-right", "left-wing", "right-wing", "leftist", "rightist", "centrist", "nationalist",
    "joint", "co", "state", "federal", "national", "regional", "provincial", "local", "permanent", "under", "lead",
    "main", "influential", "powerful", "controversial", "prominent", "jailed", "imprisoned", "detained", "slain", "de",
    "honorary", "self-proclaimed", "self-styled", "de-facto", "facto", "visiting", "general", "working",
    "additional", "international",
])  # fmt: skip
FORMER = frozenset(["ex", "former", "late", "retired", "onetime", "one-time", "ousted", "deposed", "erstwhile",
                    "toppled", "overthrown", "dethroned"])  # fmt: skip
"""Qualifiers after which an office is over (``late`` too: a dead official acts no more)."""
GENERIC_ROLES = frozenset([
    "leader", "chief", "head", "spokesman", "spokeswoman", "spokesperson", "official", "member", "commander",
    "representative", "boss", "envoy", "negotiator", "founder", "co-founder", "director", "chairman", "chairwoman",
    "chairperson", "chair", "secretary-general", "secretary", "fighter", "operative", "activist", "figure", "supporter",
    "adviser", "advisor", "delegate", "delegation", "source", "deputy", "veteran", "lawyer", "mediator", "diplomat",
    "ambassador", "coordinator", "president", "vice-president", "minister", "executive", "staffer", "aide", "strongman",
    "warlord", "candidate", "politician", "counsel", "attorney", "economist", "strategist", "worker", "pollster",
    "employee", "staff", "chancellor", "treasurer", "convener", "convenor", "functionary", "office-bearer",
])  # fmt: skip
"""Roles that take their sector from the body they belong to: the leader of a party, of rebels, of an army."""
PLEADING = frozenset(["lawyer", "counsel", "attorney"])
"""Who is of no court before which he pleads."""
OWN_SECTOR = frozenset(["diplomat", "ambassador", "president", "vice-president", "minister", "envoy", "secretary"])
"""Generic roles that keep their own sector beside a state, but not beside a body of another kind."""
PUBLIC = frozenset(["county", "city", "state", "federal", "national", "municipal", "district", "provincial", "town"])
"""Words before a director, chief or secretary that make the post a government's."""


@dataclass(slots=True)
class Title:
    """What stands beside a name: the role, the actor that it belongs to, and the words ``i`` to before ``j``."""

    i: int
    j: int
    role: RoleEntry | None
    office: str
    former: bool
    owner: Hit | None
    group: RoleEntry | None
    rule: str


_SERVING_AS = frozenset(["working", "founding", "presiding"])
"""Participles that stand before an office."""
_LEANINGS = frozenset([
    "conservative", "liberal", "far-right", "left-wing", "right-wing", "leftist", "rightist", "centrist", "nationalist",
    "reformist",
])  # fmt: skip
"""Qualifiers that only a party's leader has."""
_ADJECTIVES = frozenset(["national", "local", "tribal", "native", "minor", "dead", "injured", "wounded",
                         "revolutionary",
                         "faithful", "displaced", "human", "individual", "foreign national"])  # fmt: skip
ABBREVIATIONS = frozenset(["fm", "eam", "gi", "pow"])
"""Roles that are one only in capitals: "the Malaysian FM"."""
_PRIESTS = {"father": "priest", "fr": "priest", "fr.": "priest", "rev": "priest", "rev.": "priest", "msgr": "priest",
            "msgr.": "priest", "monsignor": "priest", "reverend": "priest"}  # fmt: skip


_LEARNED = frozenset(["judge", "justice", "prof", "prof.", "professor"])
"""Forms of address that are so without a capital too."""
_KIN_OF = frozenset([
    "his", "her", "their", "my", "our", "your", "its", "whose", "the", "a", "'s", "’s", "'", "’", "and", "or",
])  # fmt: skip


def is_title(role: RoleEntry) -> bool:
    """Whether a role may stand before a name: somebody's, not a body's ("security", "police")."""
    if role.lemma in _ADJECTIVES:
        return False
    if role.kind == "armed":
        return not role.collective or role.lemma.rsplit(" ", 1)[-1] in GENERIC_ROLES
    return role.kind == "person"


def is_plural(word: str, role: RoleEntry) -> bool:
    """Whether the last word of a role is written in the plural; "charge d'affaires" is not."""
    last = role.lemma.rsplit(" ", 1)[-1]
    return word.lower() != last and word.lower().endswith(("s", "men"))


def _is_addressed(words: Words, at: int) -> bool:
    """Whether "Father" before the name at word ``at`` is a priest, not somebody's own: "her father Jan Kowal"."""
    capital = words.small or words.word[at - 1][:1].isupper() or words.word[at][:1].islower()
    beside = words.lemma[at - 2] == "and" and words.names[at - 3]  # "Bishop Kowal and Father Nowak"
    return capital and (at < 3 or beside or words.lemma[at - 2] not in _KIN_OF)


class TitleReader:
    """Reads titles before names and appositions after them."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def before(self, words: Words, i: int, hits: dict[int, Hit]) -> Title | None:
        """The title that ends right before word ``i``; ``hits`` by the word at which they end."""
        end = i
        while end > 0 and words.lemma[end - 1] in near.HONORIFICS:
            end -= 1
        if 1 < end < i and words.lemma[end - 1] in ("a", "one") and words.word[end - 2] == ",":
            end -= 1  # "a minister, a Mr Kowal"
        if end > 1 and words.word[end - 1] == "," and words.lemma[end - 2] not in NO_NAME:
            to = near.before_bracket(words, end - 1)
            title = self._ending(words, end - 1, hits) or self._belonging(words, to, hits)
            opens = title is not None and title.i == int(words.lemma[0] == "the") and end < i
            if title is not None and (opens or near.closes(words, i)):
                return title  # "The head of the union, Mr Kowal has gone"
            return None
        title = self._ending(words, end, hits) if end else None
        if title is None and i:
            title = self._honorific(words, i, hits)
        if title is None and end == i:
            title = self._of_what(words, end, hits)
        if title is None and end < i:
            return Title(end, i, None, "", False, None, None, "honorific")
        return title

    def _honorific(self, words: Words, i: int, hits: dict[int, Hit]) -> Title | None:
        """ "Judge", "Ayatollah", "Father": a form of address that says what somebody is."""
        word = words.lemma[i - 1]
        small = words.word[i - 1][:1].islower() and word not in _LEARNED
        if small or (word not in near.HONORIFICS and word not in _PRIESTS):
            return None
        role = self._roles.lookup(_PRIESTS.get(word, word))
        if role is None or not is_title(role) or role.sector == "CVL":
            return None
        title = self._leftward(words, i - 1, i, role, hits)
        owned = words.word[i - 1][:1].islower() and words.lemma[max(0, title.i - 1)] in NO_NAME
        return None if owned and title.i else title  # "the judge Kowal attacked" is not Judge Kowal

    def _of_what(self, words: Words, end: int, hits: dict[int, Hit]) -> Title | None:
        """A title that says of what, right before the name: "minister of public works Jan Kowal"."""
        title = self._belonging(words, end, hits)
        if title is None or title.role is None or title.role.sector not in _PUBLIC_SECTORS:
            return None
        if words.tag is not None and not words.tag[end - 1].startswith(("NN", "JJ")):
            return None  # "secretary of the" names its bearer's body
        inside = range(title.i, end)
        named = {k for h in hits.values() for k in range(h.i, h.j)}
        return title if not any(words.names[k] and k not in named and k > title.i for k in inside) else None

    def _belonging(self, words: Words, end: int, hits: dict[int, Hit]) -> Title | None:
        """A title that says of what, ending before word ``end``: "the mayor of Sligo, Veronica Cawley"."""
        k, least = end - 1, end - 8
        while k > max(0, least) and words.lemma[k] not in _WITHIN:
            if k + 1 in hits:
                k, least = hits[k + 1].i - 1, least - (k - hits[k + 1].i)
                continue
            verb = words.tag is not None and words.tag[k].startswith("VB")
            if verb or words.lemma[k] in CLAUSE or words.word[k] in ",.;:()":
                return None
            k -= 1
        if k <= 0 or words.lemma[k] not in _WITHIN:
            return None
        found = self._roles.longest_ending(words.lemma, k - 1)
        if found is None or not is_title(found[1]) or found[1].kind != "person" or words.lemma[k - 1].endswith("s"):
            return self._belonging(words, k, hits) if k > 1 else None  # "chief of the department of security"
        if words.tag is not None and words.tag[k - 1] in ("NNS", "NNPS"):
            return None
        title = self._leftward(words, k - found[0], k, found[1], hits)
        title.rule = f"apposition: {found[1].entry}"
        self._rightward(words, k, hits, title)
        title.j = end
        return title

    def _ending(self, words: Words, end: int, hits: dict[int, Hit]) -> Title | None:
        at = end
        if words.word[end - 1] == "." and end > 1:
            end -= 1
        hit = hits.get(end)
        if hit is not None:
            return None
        found = self._roles.longest_ending(words.lemma, end - 1)
        if found is not None:  # "New York City Mayor": the city is the name's, not the role's
            over = max((h.j for h in hits.values() if end - found[0] < h.j < end), default=0)
            if over:
                found = self._roles.longest_ending(words.lemma[over:end], end - over - 1)
        if found is not None and found[1].lemma == "father" and _is_addressed(words, at):
            found = (found[0], self._roles.lookup("priest") or found[1])
        if found is None or not is_title(found[1]):
            return None
        team = words.lemma[end - 1] == "member" and words.word[end - 2 : end - 1] == ["-"]  # "a four-member team"
        verb = words.tag is not None and words.tag[end - 1] in ("VB", "VBP") and words.word[end - 1].islower()
        if team or verb or (words.word[end - 1].lower().endswith("ed") and not found[1].lemma.endswith("ed")):
            return None  # "suspected", of what a suspect is; "to shepherd Jan Kowal through the hearing"
        if words.lemma[end - 1] in ABBREVIATIONS and not words.word[end - 1].isupper():
            return None
        return self._leftward(words, end - found[0], at, found[1], hits)

    def _leftward(self, words: Words, i: int, end: int, role: RoleEntry, hits: dict[int, Hit]) -> Title:
        """Collect qualifiers, the owner and the group to the left of a role that starts at ``i``."""
        former, owner, group, left, office_at, leaning = False, None, None, i, i, False
        while left > 0:
            said = words.word[left - 1].lower()  # "ousted" is no form of "oust" here
            word = said if said in FORMER else words.lemma[left - 1]
            hit = hits.get(left)
            if hit is not None:
                if owner is None or owner.entry.kind in ("religious", "ethnic"):
                    owner = hit
                left = hit.i
                continue
            if word == ")" and "(" in words.word[max(0, left - 5) : left - 1]:  # "Labour Union (LU) leader"
                left -= 1
                while words.word[left] != "(":
                    inner = hits.get(left)
                    owner = owner or inner
                    left -= 1
                continue
            if word in ("'s", "’s", "’", "'") or (word == "-" and words.start[left - 1] == words.end[left - 2]):
                left -= 1
                continue
            if word == "democratic" and words.lemma[max(0, left - 2) : left - 1] in (["social"], ["christian"]):
                group, left = group or self._roles.lookup("democratic party"), left - 2  # a family of parties
                continue
            qualified = word in QUALIFIERS or words.word[left - 1].lower() in _SERVING_AS
            if qualified or (word.startswith("ex-") and len(word) > 3):
                former = former or word in FORMER or word.startswith("ex-")
                leaning = leaning or word in _LEANINGS
                left -= 1
                if owner is None and group is None and word not in FORMER:
                    office_at = left
                continue
            found = self._roles.longest_ending(words.lemma, left - 1) if group is None else None
            if found is not None and owner is None:
                group = found[1]
                left -= found[0]
                office_at = left
                continue
            break
        if role.sector is None and group is None and role.lemma in GENERIC_ROLES and PUBLIC.intersection(
            words.lemma[max(0, i - 4) : i]
        ):
            role = msgspec.structs.replace(role, sector="GOV")
        alone = group is None and owner is None and left > 0 and role.lemma in GENERIC_ROLES
        if alone and (words.lemma[left - 1] in _SOCIETIES or (role.lemma == "leader" and near.is_cause(words, left))):
            role = msgspec.structs.replace(role, sector="SOC", office=None)
        plain = near.described(words, left) if alone else None
        if plain is not None and plain > 0:
            owner, former = hits.get(plain - 1), former or words.word[plain - 1].lower() in FORMER
        elif alone and role.lemma == "leader" and near.is_short(words, left - 1):
            role = msgspec.structs.replace(role, sector="PTY", office=None)
        if owner is None and group is None and left and words.lemma[left - 1] in _POSSESSIVES:
            owner, group = self._told_of(words, left - 1, hits)
        if owner is None and group is None and role.sector is None and left > 1 and words.lemma[left - 1] == "and":
            first = self._ending(words, left - 1, hits)  # "union secretary and spokesman Jan Kowal"
            if first is not None:
                owner, group = first.owner, first.group
        if role.office == "head of state" and "working" in [w.lower() for w in words.word[left:i]]:
            role = msgspec.structs.replace(role, sector="PTY", office=None)  # states have no working president
        if leaning and owner is None and group is None and role.lemma in ("leader", "politician", "figure"):
            role = msgspec.structs.replace(role, sector="PTY", office=None)
        office = words.text(office_at, end).replace("\n", " ").rstrip(".,")
        return Title(left, end, role, office, former, owner, group, f"title: {role.entry}")

    def _told_of(self, words: Words, at: int, hits: dict[int, Hit]) -> tuple[Hit | None, RoleEntry | None]:
        """The body that "its" at word ``at`` means, by its name or by a noun: "the union said its president X"."""
        named = [hit for hit in hits.values() if hit.j <= at and hit.entry.kind in ASSOCIATIONS and hit.entry.sector]
        if named:
            return max(named, key=lambda hit: hit.j), None
        for k in range(at - 1, -1, -1):
            found = self._of_body(words, k) if near.is_noun(words, k) else None
            if found is not None and found.kind == "group" and found.sector in _OF_MEMBERS:
                return None, found
        return None, None

    def after(self, words: Words, j: int, hits: dict[int, Hit], *, several: bool = False) -> Title | None:
        """The apposition that follows a name ending before word ``j``: ", Russian deputy foreign minister,"; of
        ``several`` persons in a list ", leaders of the union"."""
        count = len(words.word)
        if words.word[j : j + 1] == [","] == words.word[j + 2 : j + 3] and words.word[j + 1].isdecimal():
            j += 2  # "Jan Kowal, 45, a senator"
        if j + 1 >= count or words.word[j] not in (",", "(", "–", "—"):
            return None
        if near.goes_elsewhere(words, j + 1):
            return None
        start, k = j + 1, j + 1
        while k < min(count, start + 12):
            word = words.lemma[k]
            if word in ",.;:)(" or word in CLAUSE:
                return None
            found = self._role_at(words, k, start, hits, several)
            if found is None:
                k += 1
                continue
            stop = k + 1
            while stop < count and (further := self._role_at(words, stop, start, hits, several)) is not None:
                found, stop = further, stop + 1
            following = words.lemma[stop] if stop < count else "."
            if following in ("and", ",") and words.lemma[stop + 1 : stop + 2] and words.lemma[stop + 1] in NOW:
                start = k = stop + 1  # "former senator and now mayor of Lima" is the mayor
                continue
            serves = found[1].lemma.rsplit(" ", 1)[-1] in _AIDES
            ends = following in AFTER_APPOSITION or (following == "to" and serves) or (
                words.lemma[start] in ("a", "an") and found[1].sector != "CVL" and near.is_closed(words, stop)
            )
            ends = ends and not (several and following == "and")
            if not ends and (
                not words.names[min(stop, count - 1)] or self._goes_on(words, stop, start, hits)
                or any(h.i == stop for h in hits.values())
            ):
                k = stop
                continue  # "deputy" alone is a role, "deputy foreign minister" another
            if not ends or (words.lemma[start] not in NO_NAME | QUALIFIERS | _OPENERS and (
                words.names[start] and not any(h.i == start for h in hits.values()) and stop - start > found[0]
            )):
                return None
            title = self._leftward(words, stop - found[0], stop, found[1], hits)
            title.rule = f"apposition: {found[1].entry}"
            self._rightward(words, stop, hits, title)
            return title
        return None

    def _goes_on(self, words: Words, stop: int, start: int, hits: dict[int, Hit]) -> bool:
        """Whether the capitalised word at ``stop`` is of a longer title: "Deputy Foreign Minister"."""
        for k in range(stop, min(len(words.word), stop + 4)):
            found = self._role_at(words, k, start, hits)
            if found is not None:
                return k + 1 - found[0] <= stop
        return False

    def _role_at(
        self, words: Words, k: int, start: int, hits: dict[int, Hit], several: bool = False
    ) -> tuple[int, RoleEntry] | None:
        """A role of a person (of ``several``) that ends at word ``k`` and begins no earlier than ``start``."""
        if any(h.i <= k < h.j for h in hits.values()):
            return None
        found = self._roles.longest_ending(words.lemma, k)
        if found is None or not is_title(found[1]) or k + 1 - found[0] < start:
            return None
        plural = words.tag is None or words.tag[k] in ("NNS", "NNPS")
        plural = plural and is_plural(words.word[k], found[1])
        if several or (plural and words.lemma[start : start + 2] != ["one", "of"]):  # "one of the founders"
            return found if several and plural else None
        return found

    def _is_body_at(self, words: Words, k: int) -> bool:
        """Whether a body's noun stands at word ``k`` or behind one word more: "judicial police"."""
        for n in range(k, min(k + 2, len(words.word))):
            found = self._roles.longest_ending(words.lemma, n)
            if words.word[n] in ",.;" or (found is not None and found[1].kind in ("group", "institution", "armed")):
                return found is not None
        return False

    def behind(self, words: Words, j: int, hits: dict[int, Hit], title: Title) -> None:
        """ "Finance Minister Peter Nyati of Zambia": whose the office is, where only the words behind the name say. Of
        a "Representative King of New York" they do not say what he represents."""
        said = title.owner is not None or title.group is not None
        if said or title.role is None or title.role.sector is None or words.lemma[j : j + 1] not in (["of"], ["from"]):
            return
        at = j + 2 if words.lemma[j + 1 : j + 2] == ["the"] else j + 1
        owner = next((hit for hit in hits.values() if hit.i == at), None)
        if owner is not None and owner.entry.kind in STATE_KINDS and owner.code is not None:
            title.owner = owner

    def _of_body(self, words: Words, k: int) -> RoleEntry | None:
        """The role at word ``k`` behind "of"; None for the adjective of a name, "the National Hill Growers"."""
        found = self._roles.longest_ending(words.lemma, k)
        if found is None or (found[1].lemma in _ADJECTIVES and words.names[k : k + 2] == [True, True]):
            return None
        return found[1]

    def _rightward(self, words: Words, stop: int, hits: dict[int, Hit], title: Title) -> None:
        """ "of Mali", "for the State Department": the actor that the role belongs to, to its right."""
        aide = title.role is not None and title.role.lemma.rsplit(" ", 1)[-1] in _AIDES
        behind = words.lemma[stop : stop + 1]
        if behind and (behind[0] in ("of", "for", "at", "with", "from", "in") or (behind == ["to"] and aide)):
            self._reach(words, stop, hits, title)

    def _reach(self, words: Words, stop: int, hits: dict[int, Hit], title: Title) -> None:
        """The actor in the words behind ``stop``."""
        k, reach, over, branch = stop + 1, stop + 6, -1, False
        while k < min(len(words.word), reach):
            reach += 2 * (words.word[k] == "-")
            if words.lemma[k] in _BRANCHES:
                reach = k + 5  # "of the state unit of the RSS"
                if words.lemma[k + 1 : k + 2] == ["of"]:
                    k, branch = k + 1, True
                    continue
            begun = next((h for h in hits.values() if h.i == k), None)
            if begun is None and words.names[k] and k > stop + 2:
                reach = max(reach, k + 2)  # "of the National Hill Growers' Association"
            if begun is not None:
                if title.owner is None or (branch and title.owner.entry.kind in STATE_KINDS):
                    title.owner = begun
                k = begun.j  # "of the Kenyan army", "of the Nairobi police"
                if begun.entry.kind != "demonym" and not self._is_body_at(words, k):
                    return
                continue
            if words.lemma[k] in ",.;" or words.lemma[k] in _AGAINST:
                return
            found = self._of_body(words, k)
            noun = words.tag is None or words.tag[k].startswith("NN")
            group, institution = title.group, found is not None and found.kind in ("group", "institution")
            more = institution and group is not None and found is not None and (
                found.sector in _OF_MEMBERS if k == over + 1 else group.lemma == "executive" and found.sector != "CVL"
            )
            if found is not None and noun and (group is None or (more and found.sector is not None)):
                title.group, over = found, k
                faith = title.owner is not None and title.owner.entry.kind == "religious"
                if faith and found.sector not in ("REL", None):
                    title.owner = None  # a "Christian democratic party" is no church
            elif over == k - 1 and (words.word[k] in _JOINING or near.is_noun(words, k)):
                over = k  # "of the workers' union", "of the Christian democratic party"
            k += 1


AFTER_APPOSITION = frozenset([
    ",", ".", ";", ")", ":", "of", "for", "in", "at", "from", "with", "who", "and", "which", "–", "—", "on", "told",
    "since", "(", "”",
])  # fmt: skip
NOW = frozenset(["current", "currently", "now", "present", "presently", "incumbent", "sitting"])
"""Words for what somebody is today, behind what he was."""
_POSSESSIVES = frozenset(["its", "their"])
ASSOCIATIONS = frozenset(["party", "armed group", "movement", "union", "ngo", "company", "criminal group", "media"])
"""Kinds of body all of whose officers are of its sector: the state secretary of a party."""
_BRANCHES = frozenset(["unit", "wing", "branch", "chapter", "cell", "section", "arm"])
_OPENERS = frozenset(["the", "a", "an", "one", "its", "his", "her", "their", "our"])
_SOCIETIES = frozenset([
    "trust", "society", "club", "samiti", "nyas", "forum", "network", "lodge", "guild", "fund", "sabha", "mandal",
])  # fmt: skip
"""Nouns of bodies that name no actor alone: their presidents are not a state's."""
_OF_MEMBERS = frozenset(["SOC", "LAB", "PTY", "REL", "EDU", "BUS"])
"""Sectors of bodies that are named after their members: the leader of the police union is the union's."""
_AIDES = frozenset(["aide", "adviser", "advisor", "assistant", "counsel", "strategist"])
"""Who is of the sector of those whom he serves."""
_AGAINST = frozenset(["on", "against"])
"""Words behind which those stand whom somebody attacks, not whose he is: "mastermind of the attack on a Greek ship"."""
_JOINING = frozenset(["'s", "’s", "'", "’", "-"])
_PUBLIC_SECTORS = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"])
"""Whose offices may stand right before a name with what they are of."""
_WITHIN = frozenset(["of", "for"])
CLAUSE = frozenset([
    "who", "which", "that", "whose", "where", "when", "and", "but", "say", "be", "have", "do", "will", "would", "by",
    "through", "via", "like", "unlike", "without", "alongside", "against", "despite",
])  # fmt: skip
