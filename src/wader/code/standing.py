"""How the parties of a sentence stand to a trigger by syntax, and which roles they cannot have by it.

A bar holds only where no slot of the entry names the party: what the lexicon asks for by its place stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from typing import TYPE_CHECKING

from wader.code import bystanders, doers, means, relatives, wanted
from wader.code.frame import HARM
from wader.code.graph_words import ASKED_TO, LEAVING, WRITTEN
from wader.code.lists import along_with, repeated
from wader.code.named import is_other_name
from wader.knowledge.coder import PREPOSITIONS
from wader.records import Candidate

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

_INSIDE = frozenset(("compound", "amod", "nmod", "poss", "appos", "nummod", "prep", "pobj"))
"""Relations on the way from a name to the noun phrase that it is a part of."""
_PART = frozenset(("compound", "amod", "nmod", "npadvmod"))
"""Relations of a word that only says of what kind its noun is."""
_SAME = frozenset(("compound", "amod", "nmod", "appos"))
"""Relations to a noun within one name: both are the same party, or one is its kind."""
_OWNS = frozenset(("'", "'s"))
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj"))
"""Relations over which another clause begins."""
_OBJECTS = frozenset(("dobj", "dative", "pobj", "agent", "prep", "attr", "oprd"))
_SITES = frozenset(("in", "at", "near", "around", "outside", "between", "inside", "across"))
_DIVISIONS = frozenset(
    "department province district region county municipality city town village neighborhood neighbourhood canton "
    "area suburb capital parish prefecture borough".split()
)
"""Nouns of parts of a country: behind "in" they say where."""
_HOSTED = frozenset(("", "AID", "CONSULT", "SUPPORT", "AGREE", "COOPERATE", "MOBILIZE"))
"""Categories of what may be done with those who live where it is done; "" is any."""
_STANDS = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "dative": "object", "poss": "owner",
           "compound": "owner", "amod": "owner"}  # fmt: skip
"""What a party is to the trigger that is its head, by dependency."""
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "CONCEDE", "RETREAT", "PROTEST"))
"""Categories of nouns whose doer is not meant where somebody only says that it was done."""
_TELLING = frozenset(
    "report record document confirm verify witness note describe recount recall mention deplore lament mourn list "
    "count regret denounce condemn decry criticise criticize protest publicise publicize cover film photograph "
    "chronicle fear expect predict foresee discuss debate study analyse analyze".split()
)
"""Verbs whose subject only tells or judges the act that is a noun in their object: "reported a rise in arrests"."""
_STREETS = frozenset(
    "street avenue road boulevard lane highway motorway freeway square plaza alley bridge thoroughfare expressway "
    "intersection junction crossroads roundabout".split()
)
"""Nouns before which a name is that of a place to walk on."""
_OBJECTIVE = frozenset(("him", "her", "them"))
_FORMS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "they": "they", "them": "they",
          "their": "they", "i": "i", "me": "i", "my": "i", "we": "we", "us": "we", "our": "we"}  # fmt: skip
"""Personal pronouns by the nominative of the same person."""
FAR = 3
"""Clauses between trigger and party from which nobody else's doings are meant."""


def may_act(coder: SentenceCoder, k: int, trigger: Container[int] = ()) -> bool:
    """Whether a token heads a party that stands for itself, not inside or beside another's name ("Treasury" in
    "the Treasury secretary", "chief of police" behind "General X,"). Who stands within the phrase of the ``trigger``
    does: "the victims of a navy raid"."""
    if "actor" not in coder.classes.of(k):
        return False
    entity, tokens, own = coder.classes.entity(k), coder.graph.tokens, k in trigger
    k = next((twin for twin, one in coder.classes.twins.items() if one == k), k)
    if is_other_name(coder.graph, coder.classes, k):
        return may_act(coder, tokens.head[k], trigger)
    if (first := coder.graph.spread_of(k)) != k and tokens.dep[first] in ("pobj", "compound", "nmod", "amod"):
        k = first  # "the ministers of Japan and China"
    if not own and _on_street(coder, k):
        return False
    if not own and entity is not None and _is_title(coder, k):
        return False
    while tokens.dep[k] in _INSIDE and tokens.head[k] != k:
        k = tokens.head[k]
        if k in trigger and not own:
            return True
        if "actor" in coder.classes.of(k) or (entity is not None and coder.classes.entity(k) is entity):
            return False
    return True


def _is_title(coder: SentenceCoder, k: int) -> bool:
    """Whether a name only says of what somebody is, whose own name follows and which the parser took for a sentence:
    "Senate hopeful Jane Roe has waded in"."""
    tokens = coder.graph.tokens
    noun = tokens.head[k]
    if tokens.dep[k] != "compound" or k + 1 != noun or noun + 1 >= coder.graph.size or coder.graph.is_verb(noun):
        return False
    named = coder.classes.entity(noun + 1)
    return coder.classes.entity(noun) is None and named is not None and named.kind == "PERSON"


def _on_street(coder: SentenceCoder, k: int) -> bool:
    """Whether a name is a street's: "exploded on Juarez and Hidalgo streets"."""
    tokens = coder.graph.tokens
    if tokens.dep[k] not in ("compound", "nmod") or tokens.tag[k][:3] != "NNP":
        return False
    head = tokens.head[k]
    return head > k and coder.graph.lemma[head] in _STREETS and coder.graph.low[k + 1] not in _OWNS


class Standing:
    """Reads the places of parties over one sentence's graph, for one candidate."""

    def __init__(self, coder: SentenceCoder, candidate: Candidate, likely: str = "") -> None:
        """``likely``: what the trigger is to the encoder, which alone says what a verb is that no entry claims."""
        self.coder, self.graph, self.candidate = coder, coder.graph, candidate
        self.likely, self.thought = candidate.category or likely, likely
        self.head = candidate.triggers[0].token
        self.up = self.graph.path_up(self.head)
        self.over = frozenset(self.up)
        start, end = self.graph.tokens.start, self.graph.tokens.end
        spans = [(t.start, t.end) for t in candidate.triggers]
        self.words = {k for a, b in spans for k in range(bisect_left(start, a), self.graph.size) if end[k] <= b}
        named = [m.token for m in candidate.actor if not m.implied and m.sentence is None]
        self.actors = {k for k in named if k < self.graph.size}
        verb = self.graph.is_verb(self.head) and not doers.is_nominal(self.graph, self.head)
        self.kind = "noun" if not verb else "passive" if self.graph.passive(self.head) else "active"
        self.under = {k: name for name in reversed(PREPOSITIONS) for k in self.graph.preposition([self.head], name)}
        self.logical: dict[int, str] = {}
        if verb:
            first, second = self.graph.subject(self.head), self.graph.object(self.head)
            names = ("by", "subject") if self.kind == "passive" else ("subject", "object")
            self.logical = dict.fromkeys(first, names[0]) | dict.fromkeys(second, names[1])
        said = coder.matcher.slots.saying(self.head)
        self.speakers = set(said[1]) if said is not None else set()

    def stance(self, k: int) -> str:
        """The trigger's kind (``active``, ``passive``, ``noun``), and ``subject``, ``object``, ``owner`` or one of
        PREPOSITIONS, else ``before`` or ``behind`` it, and whether in its ``clause``."""
        graph, first = self.graph, self.graph.spread_of(k)
        if graph.tokens.head[first] == self.head and graph.tokens.dep[first] in _STANDS:
            return f"{self.kind} {_STANDS[graph.tokens.dep[first]]}"
        if k in self.logical:
            return f"{self.kind} {self.logical[k]}"
        if k in self.under:
            return f"{self.kind} {self.under[k]}"
        side = "before" if k < self.head else "behind"
        return f"{self.kind} {side} clause" if graph.governor(first) == self.head else f"{self.kind} {side}"

    def first(self, k: int) -> int:
        """The first of those that share ``k``'s part by syntax: coordinated, or "together with" the subject."""
        first = self.graph.spread_of(self.coder.classes.twins.get(k, k))
        subjects = self.graph.child(self.head, ("nsubjpass",)) if self.kind == "passive" else []
        listed = bool(subjects) and first in subjects[1:] and bool(self.graph.child(subjects[0], ("cc",)))
        if subjects and (listed or first in self.graph.fellows(self.head)):
            return subjects[0] if listed else subjects[-1]  # of two, the nearer is whom it befell
        if self.graph.tokens.dep[first] == "pobj" and self.graph.low[self.graph.tokens.head[first]] == "including":
            return self.graph.spread_of(self.graph.tokens.head[self.graph.tokens.head[first]])
        if self.graph.tokens.dep[first] == "pobj" and (before := repeated(self.graph, self.head, first)):
            return before[0]
        objects = self.graph.child(self.head, ("dobj",)) if self.candidate.category in HARM else []
        if beside := [o for o in objects if k in along_with(self.graph, o)]:
            return beside[0]
        lost = self.graph.tokens.dep[first] == "appos" or self.graph.is_verb(first)
        if lost and k != first and k in self.actors:  # "between Jane Roe, a judge, and John Poe"
            return self.graph.spread_of(self.graph.tokens.head[first])
        if self.logical.get(k) == "subject" or (k in self.logical and lost):  # joined by another word, a lost list
            return next(o for o, part in self.logical.items() if part == self.logical[k])
        return first

    def is_to_go(self, k: int) -> bool:
        """Whether it is ``k`` whose office is to end by what the trigger asks: "demanded the premier's resignation"."""
        tokens, first = self.graph.tokens, self.graph.spread_of(k)
        at = tokens.head[first]
        noun = at if tokens.dep[first] == "poss" else tokens.head[at]
        owned = tokens.dep[first] == "poss" or (tokens.dep[first] == "pobj" and self.graph.low[at] == "of")
        return owned and noun != self.head and self.graph.lemma[noun] in LEAVING

    # --- bars ---------------------------------------------------------------------------------------------------

    def barred(self, k: int, slots: tuple[str | None, str | None]) -> frozenset[str]:
        """Roles that party ``k`` cannot have; ``slots``: those by which syntax gave it actor and recipient."""
        found = set()
        told = slots[1] is not None or (bool(self.graph.child(self.head, ("auxpass",))) and not self._is_sent(k))
        done_to = told and self.logical.get(k) == "subject" and self._plainly_passive()
        done_to = done_to or (slots[1] == "subj" and self.candidate.category == "ASSAULT")  # "two guards died"
        never = slots[0] is None and (done_to or self._never_acts(k))
        asked = self.kind == "passive" and self.graph.lemma[self.head] in ASKED_TO and self.logical.get(k) == "subject"
        if never or (asked and slots[0] is None) or self.coder.classes.opposed(k) or means.is_venue(self, k):
            found.add("actor")
        if slots[0] is not None and self._speaks_for_itself(k):
            found.add("recipient")
        never_suffers = self._names_actor(k) or wanted.is_demanded(self, k) or bystanders.in_no_case(self, k)
        if never_suffers or (slots[1] is None and self._aside(k)):
            found.add("recipient")
        return frozenset(found)

    def _speaks_for_itself(self, k: int) -> bool:
        """Whether who asks is the speaker's own side, of whom he asks nothing: "our army needs your help"."""
        own = self.graph.child(k, ("poss",))
        return self.candidate.category == "REQUEST" and any(self.graph.low[p] in ("our", "my") for p in own)

    def _never_acts(self, k: int) -> bool:
        return (
            self._of_main_clause(k)
            or self._over_sufferer(k)
            or self._is_sufferer(k)
            or self._only_tells(k)
            or self._is_site(k)
            or self._only_reports(k)
            or doers.never_did(self, k)
            or self._is_written_to(k)
            or self._is_anothers(k)
            or self._is_along(k)
            or bystanders.never_acts(self, k)
        )

    def _is_anothers(self, k: int) -> bool:
        """Whether the noun that tells the act has an owner, who did it: "the tape cites his call for a ban"."""
        own = [(m.token, m.slot) for m in self.candidate.actor if m.sentence is None]
        armed = [k for k, slot in own if slot == "compound" and "armed" in self.coder.classes.of(k)]
        owners = armed + [k for k, slot in own if slot == "poss"]
        return self.kind == "noun" and bool(owners) and k not in owners and self.graph.spread_of(k) not in owners

    def _is_along(self, k: int) -> bool:
        """Whether ``k`` suffers along with the subject of a passive: "she was detained with two others"."""
        return self.kind == "passive" and self.candidate.category in HARM and self.under.get(k) == "with"

    def _is_written_to(self, k: int) -> bool:
        """Whether ``k`` is who gets what is written, of which the trigger says what it asks: "petitions were sent to
        the court demanding ..."."""
        tokens, at = self.graph.tokens, self.graph.tokens.head[self.graph.spread_of(k)]
        beside = tokens.dep[self.head] in ("advcl", "acl") and tokens.head[self.head] == tokens.head[at]
        if not beside or self.graph.low[at] != "to" or tokens.tag[self.head] != "VBG":
            return False
        above = tokens.head[at]
        return any(self.graph.lemma[o] in WRITTEN for o in (above, *self.graph.child(above, ("dobj", "nsubjpass"))))

    def _only_reports(self, k: int) -> bool:
        """Whether ``k`` is the subject of a verb that tells or judges, in whose object the deed is a noun: "the society
        has documented scores of arrests". Who bears arms or sits in court may well have done it."""
        if self.kind != "noun" or self.candidate.category not in _DEEDS | {"THREATEN"}:
            return False
        if self.coder.classes.of(k) & {"armed", "court"}:
            return False
        verb = next((x for x in self.up[1:] if self.graph.is_verb(x)), None)
        if verb is None or self.graph.lemma[verb] not in _TELLING:
            return False
        return k in (self.graph.object(verb) if self.graph.passive(verb) else self.graph.subject(verb))

    def _is_sufferer(self, k: int) -> bool:
        """Whether a pronoun is the same person as the one to whom it is done, by the entry's slots: "she asked for an
        inquiry into the accusation against her"."""
        form = _FORMS.get(self.graph.low[k])
        tokens = [m.token for m in self.candidate.recipient if m.sentence is None and m.token < self.graph.size]
        return form is not None and any(o != k and _FORMS.get(self.graph.low[o]) == form for o in tokens)

    def _only_tells(self, k: int) -> bool:
        """Whether ``k`` only says that something was done, by whomever: "the envoy said that the police were asked".
        Who bears arms or sits in court may well have done it."""
        deed = self.kind == "passive" or (self.kind == "noun" and self.candidate.category in _DEEDS)
        deed = deed or self._has_doer()
        if not deed or k not in self.speakers or "future" in self.candidate.auxiliary:
            return False
        able = {"court"} if self.candidate.category == "CONCEDE" else {"armed", "court"}  # rebels pardon nobody
        return not self.coder.classes.of(k) & able

    def _has_doer(self) -> bool:
        """Whether a verb that tells no word of a speaker's has a subject of its own, who does it."""
        told = self.kind == "active" and self.candidate.category in _DEEDS | {"REQUEST"}
        own = [m.token for m in self.candidate.actor if m.slot == "subj" and m.sentence is None]
        return told and any(self.logical.get(k) == "subject" for k in own if k not in self.speakers)

    def _is_site(self, k: int) -> bool:
        """Whether ``k`` is a town that only says where something was: "killed in the Gaza war"."""
        tokens, first = self.graph.tokens, self.graph.spread_of(k)
        head = tokens.head[first]
        town, part = "town" in self.coder.classes.of(k), self.graph.lemma[k] in _DIVISIONS
        inside = town and tokens.dep[first] in _PART and head not in self.words
        inside = inside and "event" in self.coder.classes.of(head)
        behind = first == k and tokens.dep[k] == "pobj" and self.graph.low[head] in _SITES
        return inside or (behind and (town or part))

    def _aside(self, k: int) -> bool:
        return (
            k in self.speakers
            or self._beside(k)
            or self._elsewhere(k)
            or self._only_where(k)
            or self._suffers(k)
            or self._of_another_thing(k)
            or self._is_charged(k)
            or (self._of_main_clause(k) and self._has_object())
            or wanted.is_object_of_demand(self, k)
            or self._is_actor_again(k)
            or relatives.is_aside(self, k)
            or bystanders.never_suffers(self, k)
        )

    def _is_sent(self, k: int) -> bool:
        """Whether ``k`` are forces that "were massed", or who was put on alert: they act, or their state does."""
        category = self.candidate.category
        return category == "MOBILIZE" or (category == "" and "armed" in self.coder.classes.of(k))

    def _plainly_passive(self) -> bool:
        """Whether an auxiliary, a noun before it or a particle ("gunned down") makes the trigger passive, not only a
        headline's short form; a noun that nothing governs is commonly the subject of an active verb."""
        tokens, noun = self.graph.tokens, self.graph.tokens.head[self.head]
        after_noun = tokens.dep[self.head] == "acl" and tokens.head[noun] != noun
        return self.kind == "passive" and (after_noun or bool(self.graph.child(self.head, ("auxpass", "prt"))))

    def _over_sufferer(self, k: int) -> bool:
        """Whether a passive participle stands on a noun within the phrase of ``k``: "the parents of two men killed in
        the raid"."""
        if self.kind != "passive" or self.graph.tokens.dep[self.head] not in ("acl", "relcl"):
            return False
        over = k if k in self.up else self.graph.spread_of(k)  # "a mother and a father, the parents of ..."
        return over in self.up[2:] and not any(self.graph.is_verb(x) for x in self.up[1 : self.up.index(over)])

    def _of_main_clause(self, k: int) -> bool:
        """Whether ``k`` is the subject of what a trigger with a subject of its own goes with: "the army left while
        shops were looted"."""
        graph, tokens = self.graph, self.graph.tokens
        if tokens.dep[self.head] != "advcl" or not graph.child(self.head, ("nsubj", "nsubjpass")):
            return False
        first = graph.spread_of(k)
        return tokens.head[first] == tokens.head[self.head] and tokens.dep[first] in ("nsubj", "nsubjpass")

    def _has_object(self) -> bool:
        """Whether the trigger has an object or clause of its own, and not one that is somebody else's ("his car")."""
        own = self.graph.child(self.head, ("dobj", "nsubjpass", "ccomp", "xcomp"))
        if self.likely == "REQUEST":
            own += self.graph.preposition(list(self.words), "for")  # "called for a ban"
        return bool(own) and not any(self._owned(o) for o in own)

    def _owned(self, noun: int) -> bool:
        """Whether a noun is somebody else's than the actor's ("their fear")."""
        owners = self.graph.child(noun, ("poss",))
        return any(self.graph.tokens.tag[p] != "PRP$" for p in owners) or (bool(owners) and not self.actors)

    def _may_be_owned(self, noun: int) -> bool:
        """Whether a noun is that of somebody who may be the party: "his car", but not "the bill's passage"."""
        owners = self.graph.child(noun, ("poss",))
        return any(self.graph.tokens.tag[p] == "PRP$" or "actor" in self.coder.classes.of(p) for p in owners)

    def _names_actor(self, k: int) -> bool:
        """Whether ``k`` is within the name of who acts, or describes him: "Libyan" in "Libyan troops were sent"."""
        dep, last = self.graph.tokens.dep, ""
        while k not in self.actors:
            last = dep[k]
            if last not in _SAME and (last != "conj" or self.graph.is_verb(k)):
                return False
            k = self.graph.tokens.head[k]
        return last in _SAME

    def _of_another_thing(self, k: int) -> bool:
        """Whether ``k`` only says of what kind a thing is that is no part of the clause of the trigger: "flew to
        Lima for the Democratic convention"."""
        tokens, graph = self.graph.tokens, self.graph
        noun, entity = graph.spread_of(k), self.coder.classes.entity(k)
        owns = k + 1 < graph.size and graph.low[k + 1] in _OWNS
        if owns or tokens.dep[noun] not in _PART or graph.is_verb(tokens.head[noun]):
            return False
        if entity is not None and entity.kind == "PERSON":
            return False  # the rest of a name that is not known
        while tokens.dep[noun] in _PART and tokens.head[noun] != noun:
            noun = graph.spread_of(tokens.head[noun])
        above = tokens.head[noun]
        return noun not in self.over and self.words.isdisjoint((above, tokens.head[above]))

    def _only_where(self, k: int) -> bool:
        """Whether ``k`` is a place behind "in": where it was done."""
        tokens, first = self.graph.tokens, self.graph.spread_of(k)
        at = tokens.head[first]
        if tokens.dep[first] != "pobj" or self.graph.low[at] not in _SITES or self.candidate.category in _HOSTED:
            return False
        return "place" in self.coder.classes.of(k) or self.graph.lemma[k] in _DIVISIONS

    def _suffers(self, k: int) -> bool:
        """Whether ``k`` suffers what an accusation or a protest is about: "condemned the arrest of two monks"."""
        tokens, first = self.graph.tokens, self.graph.spread_of(k)
        at = tokens.head[first]
        noun, step = (at, "poss") if tokens.dep[first] == "poss" else (tokens.head[at], self.graph.low[at])
        return noun not in self.words and self.coder.matcher.slots.befell(noun, step, self.likely)

    def _is_charged(self, k: int) -> bool:
        """Whether ``k`` is whom the charges that are denied are against: he brought none."""
        tokens, first = self.graph.tokens, self.graph.spread_of(k)
        at = tokens.head[first]
        noun = tokens.head[at]
        objects = self.graph.child(self.head, ("dobj",))
        denied = noun in objects or (noun == self.head and bool(objects))
        return self.candidate.category == "REJECT" and denied and self.graph.low[at] == "against"

    def _is_actor_again(self, k: int) -> bool:
        """Whether a pronoun in the clause under the trigger can but mean who acts: "the senator complained that the
        contest was rigged against him"."""
        if self.graph.low[k] not in _OBJECTIVE or len(self.actors) != 1 or self.graph.governor(k) == self.head:
            return False
        (actor,) = self.actors
        several = self.graph.tokens.tag[actor] in ("NNS", "NNPS")
        under = actor < self.head < k and self.head in self.graph.path_up(k)
        if not under or several != (self.graph.low[k] == "them"):
            return False
        return not any("actor" in self.coder.classes.of(o) for o in range(self.head + 1, k))

    def _beside(self, k: int) -> bool:
        """Whether ``k`` is the object of a verb that is coordinated with a trigger that has an object of its own:
        "slammed Chad and boasted of the talks"."""
        graph, dep, head = self.graph, self.graph.tokens.dep, self.graph.tokens.head
        own = graph.child(self.head, ("dobj", "ccomp", "nsubjpass"))
        if not graph.is_verb(self.head) or not own or any(self._may_be_owned(o) for o in own):
            return False
        verb = k
        while dep[verb] in _OBJECTS or (dep[verb] == "conj" and not graph.is_verb(verb)):
            verb = head[verb]
        if verb in (k, self.head) or not graph.is_verb(verb):
            return False
        beside = dep[self.head] == "conj" and head[self.head] == verb
        return beside or (dep[verb] == "conj" and head[verb] == self.head)

    def _elsewhere(self, k: int) -> bool:
        """Whether ``k`` stands in a clause that neither holds the trigger nor stands under it, or far off."""
        path = self.graph.path_up(k)
        meet = next((i for i, x in enumerate(path) if x in self.over), len(path) - 1)
        if path[meet] not in self.over:
            return True
        above, below = self.clauses(self.up[: self.up.index(path[meet])]), self.clauses(path[:meet])
        if above == below == ["ccomp"]:  # two clauses with a semicolon between
            return False
        if not below and above[:1] == ["ccomp"] and self.speakers and k < self.head:
            return True  # whom somebody told that it would be done to others
        plain = below == ["conj"] or (below[-1:] == ["conj"] and self.likely != "PROTEST")
        if not above and plain and self._has_object():
            return True  # what is done beside it is done to others, and what is told of them
        return bool(above and below) or len(above) + len(below) >= FAR

    def clauses(self, tokens: list[int]) -> list[str]:
        dep = self.graph.tokens.dep
        return [dep[k] for k in tokens if dep[k] in _CLAUSES and self.graph.is_verb(k)]
