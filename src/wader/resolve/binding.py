"""Whom the syntax of its clause forbids or gives to a pronoun: who is pushed to say that "they" agree, who is blamed
for "his" words, and that none of those "with whom they" spoke are they."""

from __future__ import annotations

import re

from wader.knowledge.roles import Roles
from wader.records import Document, Entity
from wader.resolve.compound import SUBJECTS, View, determiner, governor, is_named
from wader.resolve.found import Found
from wader.resolve.held import BYSTANDERS
from wader.resolve.nearby import first
from wader.resolve.pronouns import same_party

_JUDGING = frozenset([
    "criticise", "criticize", "condemn", "blame", "attack", "slam", "denounce", "rebuke", "chide", "chastise", "fault",
    "mock", "ridicule", "praise", "thank", "congratulate", "commend", "applaud", "laud", "hail", "scold", "blast",
    "assail", "castigate", "rip", "excoriate", "reprimand", "censure", "honour", "honor", "arrest", "jail", "charge",
    "sentence", "fine", "punish", "sack", "fire", "dismiss", "suspend", "investigate", "prosecute", "pardon", "taunt",
    "question", "confront", "accuse", "convict", "suspect", "lambast", "lambaste", "pillory", "berate", "hammer",
    "upbraid", "reproach", "admonish", "indict", "try", "imprison", "execute", "expel", "impeach", "sue",
])  # fmt: skip
"""Verbs whose object is judged for what is its own."""
_FOR = frozenset(["for", "over", "about", "of", "on"])
_DEMANDING = frozenset([
    "demand", "request", "require", "urge", "insist", "order", "recommend", "propose", "suggest", "instruct", "call",
    "ask",
])  # fmt: skip
"""Verbs behind which a bare verb is what others are to do."""
_MOVING = frozenset([
    "push", "urge", "press", "force", "compel", "persuade", "convince", "encourage", "order", "tell", "ask", "lead",
    "cause", "induce", "pressure", "prompt", "allow", "permit", "get", "invite", "advise", "instruct", "oblige",
])  # fmt: skip
"""Verbs whose object is the subject of what they move it to do."""
_FAR = 8


def judged(view: View, n: int) -> list[int]:
    """Who is blamed or praised for what is the pronoun's: "criticised the mayor over his call"."""
    tokens, k = view.tokens, n
    if tokens.dep[n] not in SUBJECTS and (tokens.dep[n] != "poss" or tokens.dep[tokens.head[n]] != "pobj"):
        return []  # "blamed the mayor for hurting it"
    for _ in range(_FAR):
        above = tokens.head[k]
        if above == k or (tokens.dep[n] == "poss" and tokens.dep[k] == "pcomp"):
            return []
        if k != n and any(tokens.dep[m] in SUBJECTS and m != n for m in view.kids[k]):
            return []
        if tokens.dep[k] == "prep" and view.lemma[k] in _FOR and view.lemma[above] in _JUDGING:
            return [m for m in view.kids[above] if tokens.dep[m] == "dobj" and above < m < k]
        k = above
    return []


def moved(view: View, n: int) -> list[int]:
    """Who is moved to say something of the pronoun: "pushed members to say that they agree"."""
    tokens, verb = view.tokens, governor(view, n)
    if tokens.dep[n] not in SUBJECTS or tokens.dep[verb] != "ccomp":
        return []
    verb = tokens.head[verb]
    for _ in range(3):
        above = tokens.head[verb]
        if any(tokens.dep[m] in SUBJECTS for m in view.kids[verb]) or above == verb:
            return []
        if tokens.dep[verb] == "xcomp" and view.lemma[above] in _MOVING:
            return [m for m in view.kids[above] if tokens.dep[m] == "dobj" and above < m < verb]
        verb = above
    return []


_BIDDING = frozenset(["must", "should", "ought", "need", "shall"])
_BIDDEN = frozenset(["tell", "inform", "warn", "remind", "advise", "notify", "order", "instruct", "persuade",
                     "convince"])  # fmt: skip


def bidden(view: View, n: int) -> list[int]:
    """Who is told what "he" has to do: "told the general that he should resign"."""
    tokens, verb = view.tokens, view.tokens.head[n]
    above = tokens.head[verb]
    if tokens.dep[n] not in SUBJECTS or tokens.dep[verb] != "ccomp" or view.lemma[above] not in _BIDDEN:
        return []
    if not any(view.lemma[k] in _BIDDING for k in (verb, *view.kids[verb]) if tokens.tag[k] in ("MD", "VBZ", "VBP")):
        return []
    return [k for k in view.kids[above] if tokens.dep[k] in ("dobj", "dative") and above < k < n]


_TELLING = frozenset([
    "ask", "urge", "tell", "request", "inform", "warn", "invite", "beg", "exhort", "instruct", "order", "thank",
    "advise", "assure", "remind", "implore", "notify", "congratulate", "press", "entreat", "direct", "accuse",
])  # fmt: skip
_WRITING = frozenset(["letter", "message", "note", "telegram", "memo", "notice", "petition", "cable", "fax", "email"])


def addressed(view: View, n: int) -> list[int]:
    """To whom is written or spoken, asking "him": "he sent a letter to the bishop asking him", "wrote to him"."""
    tokens, verb = view.tokens, view.tokens.head[n]
    if tokens.dep[n] not in ("dobj", "dative") or view.lemma[verb] not in _TELLING or tokens.tag[verb] != "VBG":
        return []
    above = tokens.head[verb]
    if tokens.dep[verb] not in ("acl", "advcl") or any(tokens.dep[m] in SUBJECTS for m in view.kids[verb]):
        return []
    written = [above] if tokens.tag[above].startswith("NN") else view.kids[above]
    if tokens.tag[above].startswith("NN") and view.lemma[above] not in _WRITING:
        return [above] if tokens.dep[above] == "pobj" and view.lemma[tokens.head[above]] == "to" else []
    links = [above, governor(view, above), *(k for k in written if view.lemma[k] in _WRITING)]
    to = {k for link in links for k in view.kids[link] if view.lemma[k] == "to" and tokens.dep[k] in ("prep", "dative")}
    return [m for k in sorted(to) for m in view.kids[k] if tokens.dep[m] == "pobj" and m < verb]


def is_named_again(view: View, n: int, there: View, k: int) -> bool:
    """Whether the clause of the subject pronoun has token ``k``'s noun once more as its object, and so means another:
    "after he hit the trooper"."""
    tokens, verb = view.tokens, view.tokens.head[n]
    if tokens.dep[n] not in SUBJECTS or not there.tokens.tag[k].startswith("NN"):
        return False
    lemma = there.lemma[k]
    for m in range(n + 1, len(tokens)):
        if view.lemma[m] != lemma or tokens.dep[m] not in ("dobj", "pobj", "dative") or (there is view and m == k):
            continue
        if determiner(view, m) == "the" and _is_of_clause(view, m, verb):
            return True
    return False


def _is_of_clause(view: View, m: int, verb: int) -> bool:
    """Whether token ``m`` is an argument of the verb, of what it does ("try to hit") or of an object's ("a chance to
    talk with")."""
    for _ in range(_FAR):
        if m == verb:
            return True
        if view.tokens.dep[m] in ("ccomp", "advcl", "relcl", "conj", "parataxis") or view.tokens.head[m] == m:
            return False
        m = view.tokens.head[m]
    return False


def demander(view: View, n: int) -> int | None:
    """Who demands that the pronoun do something, and so is another: "the guerrillas wrote to the mayors, demanding
    that they resign"."""
    tokens, verb = view.tokens, governor(view, n)
    above = tokens.head[verb]
    if tokens.dep[n] not in SUBJECTS or tokens.dep[verb] != "ccomp" or view.lemma[above] not in _DEMANDING:
        return None
    if tokens.tag[verb] not in ("VB", "VBP") or any(tokens.dep[m] == "aux" and m < verb for m in view.kids[verb]):
        return None
    if view.lemma[above] in ("ask", "insist", "suggest") and tokens.tag[verb] != "VB":
        return None  # "he insists they know"
    for _ in range(4):
        subject = next((m for m in view.kids[above] if tokens.dep[m] in SUBJECTS and m < n), None)
        if subject is not None:
            return subject
        if tokens.dep[above] not in ("advcl", "conj", "xcomp"):
            return None
        above = tokens.head[above]
    return None


def beside(view: View, n: int) -> int | None:
    """The noun whose clause the pronoun is the subject of, and so another: "the rebels, with whom they spoke", "a nurse
    she was convicted of killing"."""
    tokens, verb = view.tokens, view.tokens.head[n]
    if tokens.dep[n] not in SUBJECTS or tokens.dep[verb] != "relcl" or tokens.head[verb] >= n:
        return None
    return tokens.head[verb]


_KILLING = r"(?:assassination|murder|killing|slaying|death|funeral|burial)"
_DIED = re.compile(
    rf"(?:'s|’s) {_KILLING}\b|"
    r",? (?:who )?(?:was|had been|were) (?:\w+ )?(?:killed|murdered|assassinated|slain|shot dead)\b", re.I
)  # fmt: skip
_OF_DEAD = re.compile(rf"\b(?:{_KILLING} of|killed|murdered|assassinated|late) (?:[\w.]+ ){{0,5}}$", re.I)


def is_dead(document: Document, entity: Entity) -> bool:
    """Whether the page tells up to a mention of a person that he was killed."""
    for other in document.entities:
        if (other.sentence, other.start) > (entity.sentence, entity.start):
            return False
        if other.kind != "PERSON" or other.name != entity.name:
            continue
        source = (document.article.title or "") if other.in_ == "title" else document.article.text
        if _DIED.match(source, other.end) or _OF_DEAD.search(source, max(0, other.start - 60), other.start):
            return True
    return False


_SLAYING = frozenset(["kill", "murder", "assassinate", "slay", "massacre", "slaughter", "execute", "behead"])
_SLAIN_BY = frozenset(["killing", "murder", "assassination", "slaying", "massacre", "death", "slaughter", "execution"])
_ARMED = _SLAYING | {
    "shoot", "machinegun", "bomb", "bombard", "shell", "ambush", "attack", "storm", "raid", "fire", "gun",
}  # fmt: skip
"""Verbs of those who bear arms."""
_ATTACKS = frozenset([
    "attack", "offensive", "assault", "raid", "ambush", "bombing", "onslaught", "strike", "bombardment", "fire",
    "gunfire", "shot", "bomb", "grenade",
])  # fmt: skip
"""What such people launch, open or throw."""


def is_slain(there: View, k: int, view: View) -> bool:
    """Whether those of token ``k`` are told to be killed there: "the murder of the monks", "two monks were slain".
    A headline or a clause beside may tell what they did as it befell them: "he was shot dead as he attacked a post"."""
    tokens = there.tokens
    above = tokens.head[k]
    if tokens.dep[k] == "pobj":
        return there.lemma[above] == "of" and there.lemma[tokens.head[above]] in _SLAIN_BY
    apart = there is not view and there.sentence.in_ == view.sentence.in_
    return apart and tokens.dep[k] in ("dobj", "nsubjpass") and there.lemma[above] in _SLAYING


def is_attacker(view: View, n: int) -> bool:
    """Whether the pronoun is who attacks: "they shot at the house", "they launched a raid", "they set out to kill"."""
    tokens, verb = view.tokens, view.tokens.head[n]
    if tokens.dep[n] != "nsubj":
        return False
    goals = [k for k in view.kids[verb] if tokens.dep[k] == "xcomp"]
    things = [k for k in view.kids[verb] if tokens.dep[k] == "dobj"]
    return any(view.lemma[k] in _ARMED for k in (verb, *goals)) or any(view.lemma[k] in _ATTACKS for k in things)


_ENTRY = re.compile(r"roles\.yaml:([^;]+)")


def may_be_same(one: Found, other: Found) -> bool:
    """Whether two phrases may mean the same party; of a country's people pupils and teachers are not the same."""
    if not same_party(one.actor, other.actor):
        return False
    entries = [_ENTRY.search(found.rule) for found in (one, other)]
    unlike = all(entries) and len({entry[1] for entry in entries if entry is not None}) > 1
    return not (unlike and one.actor.identifier_text is None and one.actor.sector in BYSTANDERS)


def is_capital_plural(view: View, k: int, roles: Roles) -> bool:
    """Whether token ``k`` is a plural role that its capital makes a name: "EU Member States"."""
    text, entity = view.tokens.text[k], view.entity[k]
    if view.tokens.tag[k] != "NNP" or not text.endswith("s") or (entity is not None and entity.kind != "ROLE"):
        return False
    role = roles.longest_ending(view.lemma, k)
    return role is not None and not role[1].lemma.endswith("s") and not role[1].collective


_GOING = frozenset(["leave", "enter", "reach", "visit", "flee", "cross", "quit", "tour", "depart", "approach", "exit"])


def is_gone_to(view: View, k: int) -> bool:
    """Whether somebody only goes to a place or leaves it: "a plane that left Libya"."""
    return view.tokens.dep[k] == "dobj" and view.lemma[view.tokens.head[k]] in _GOING


def listed(view: View, k: int) -> int:
    """The first of those whom nouns list of which token ``k`` is one: "mayors and councils"."""
    head = first(view, k)
    return k if is_named(view, head) or is_named(view, k) else head


def glossed(view: View, n: int) -> int | None:
    """The noun by which an editor says in brackets whom a pronoun means: "what we expect from them (the rebels)"."""
    tokens = view.tokens
    if n + 2 >= len(tokens) or tokens.text[n + 1] not in ("(", "[", "-LRB-") or tokens.dep[n] == "poss":
        return None
    end = next((k for k in range(n + 2, min(n + _FAR, len(tokens))) if tokens.text[k] in (")", "]", "-RRB-")), None)
    nouns = [k for k in range(n + 2, end or n) if tokens.tag[k].startswith("NN")]
    heads = [k for k in nouns if tokens.head[k] not in nouns]
    return heads[-1] if heads else None


_CLAIMING = frozenset(["say", "state", "claim", "announce", "add", "declare", "warn", "insist", "stress", "note"])


def is_claimed_by(view: View, n: int, there: View, k: int) -> bool:
    """Whether token ``k`` is who says of "it" what is told, though nothing knows that name: "the MXK said it would"."""
    tokens, verb = view.tokens, view.tokens.head[n]
    if there is not view or tokens.dep[n] not in SUBJECTS or tokens.dep[verb] != "ccomp" or tokens.dep[k] != "nsubj":
        return False
    entity = view.entity[k]
    unknown = entity is None or (entity.code is None and entity.sector is None)
    return unknown and tokens.head[k] == tokens.head[verb] and view.lemma[tokens.head[k]] in _CLAIMING
