"""Pronouns by what they may mean, and small questions of syntax and gender that reference within a page asks."""

from __future__ import annotations

import re

from wader.knowledge.roles import RoleEntry
from wader.records import Actor, Document, Entity
from wader.resolve.compound import NOMINAL, SUBJECTS, View, governor

PERSON_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
GROUP_PRONOUNS = frozenset(["they", "them", "their", "theirs", "themselves"])
THING_PRONOUNS = frozenset(["it", "its", "itself"])
SPEAKER_PRONOUNS = frozenset(["we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"])
RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])
RECIPROCAL = frozenset(["other", "another"])
PRONOUNS = PERSON_PRONOUNS | GROUP_PRONOUNS | THING_PRONOUNS | SPEAKER_PRONOUNS

KINDS: dict[str, tuple[str, ...]] = {
    "group": ("armed group:", "criminal group:", "movement:"), "organisation": ("armed group:", "ngo:", "igo:"),
    "organization": ("armed group:", "ngo:", "igo:"), "party": ("party:",), "bloc": ("igo:", "alliance:"),
    "alliance": ("alliance:",), "council": (), "commission": (), "committee": (), "tribunal": (), "union": ("union:",),
    "agency": ("agency:",), "front": (), "association": (), "federation": (), "league": (), "assembly": (),
    "outfit": ("armed group:", "movement:", "party:", "religious:"), "company": ("company:",),
    "ministry": ("ministry:",), "court": (),
}  # fmt: skip
"""Nouns by which news refers to an organisation named before, and kinds of organisation that they fit."""


def is_pronoun(view: View, n: int) -> bool:
    """Whether token ``n`` is a personal or possessive pronoun: "us", not "US"."""
    text = view.tokens.text[n]
    return text.lower() in PRONOUNS and (len(text) == 1 or not text.isupper() or view.tokens.tag[n] == "PRP$")


_OTHERS = frozenset(["deputy", "vice", "former", "assistant", "prime"])
"""Words that make another office of one."""
_OF_PORTFOLIOS = frozenset(["minister", "secretary", "commissioner"])
"""Offices of which a state has several, told apart by what they are for."""
_DIPLOMATS = ("foreign", "external affairs", "ambassador", "envoy", "secretary of state", "diplomat")


def may_hold(entity: Entity, role: RoleEntry) -> bool:
    """Whether a person with this office can be called by that role."""
    office = (entity.office or "").lower().replace("-", " ")
    before, _, last = role.lemma.rpartition(" ")
    if role.lemma in office:
        return True
    closer = set(before.split()) - set(office.split())
    unlike = role.sector is not None and role.sector != entity.sector and {role.sector, entity.sector} != {"PTY", "OPP"}
    if closer and (closer & _OTHERS or unlike):
        return False  # a deputy minister is no minister, a religious leader no party's
    if last in office.split():
        return not closer or office == last or last not in _OF_PORTFOLIOS
    if last == "premier":
        return "prime minister" in office
    if last in ("diplomat", "envoy"):
        return any(word in office for word in _DIPLOMATS)
    if last in ("leader", "ruler", "strongman"):
        return any(word in office for word in ("president", "prime minister", "leader", "king", "chief", "chancellor"))
    return False


def same_clause(view: View, entity: Entity, n: int) -> bool:
    """Whether the entity is another argument of the verb above token ``n``, and so somebody else."""
    verb = governor(view, n)
    return any(
        view.entity[k] is entity and governor(view, k) == verb and view.tokens.dep[k] in NOMINAL
        for k in range(len(view.tokens))
    )


def nominal(view: View, k: int) -> bool:
    """A noun, number or personal pronoun in a role of its own."""
    tag = view.tokens.tag[k]
    return is_number(view, k) or (view.tokens.dep[k] in NOMINAL and (tag.startswith("NN") or tag in ("PRP", "PRP$")))


def is_number(view: View, k: int) -> bool:
    """Whether token ``k`` counts people that it does not name: "sentenced five to death"."""
    text = view.tokens.text[k].lower()
    return view.tokens.tag[k] == "CD" and text.isalpha() and text != "one" and view.tokens.dep[k] in _COUNTED


_COUNTED = frozenset(["nsubj", "nsubjpass", "dobj"])


def is_relative_subject(view: View, k: int) -> bool:
    """Whether token ``k`` is "who" or "which" as the subject of its clause."""
    return view.tokens.dep[k] in SUBJECTS and view.tokens.tag[k] in ("WP", "WDT")


def is_adjunct_of(view: View, k: int, n: int) -> bool:
    """Whether token ``k`` stands in a participle's clause whose own unsaid subject is the pronoun ``n``: "firing at
    the guards, he …" - he is none of these."""
    verb = governor(view, n)
    if view.tokens.dep[n] not in SUBJECTS or view.tokens.head[n] != verb:
        return False
    above = governor(view, k)
    for _ in range(6):
        if above == verb or any(view.tokens.dep[kid] in SUBJECTS for kid in view.kids[above]):
            return False
        if view.tokens.dep[above] == "advcl" and view.tokens.tag[above] in ("VBG", "VBN"):
            return view.tokens.head[above] == verb
        if view.tokens.head[above] == above:
            return False
        above = governor(view, above)
    return False


_SAYING = frozenset([
    "say", "allege", "claim", "add", "charge", "insist", "argue", "maintain", "tell", "note", "warn", "suggest",
    "assert", "contend", "believe", "think", "feel", "declare", "explain", "complain", "point", "stress", "state",
    "acknowledge", "admit", "recall", "remark", "observe", "predict", "hope", "fear", "accuse", "reiterate",
])  # fmt: skip


def is_spoken_of(view: View, k: int, n: int) -> bool:
    """Whether token ``k`` is the subject of what the pronoun ``n`` is said to say of it: "the minister, he alleged,
    had lied"."""
    verb = governor(view, n)
    if view.tokens.dep[n] not in SUBJECTS or view.tokens.head[n] != verb or k > n:
        return False
    told = governor(view, k)
    while view.tokens.dep[k] in ("appos", "compound") and view.tokens.head[k] != k:
        k = view.tokens.head[k]
    if view.tokens.dep[k] not in SUBJECTS or told == verb:
        return False
    if view.lemma[verb] not in _SAYING:
        return False
    inserted = view.tokens.dep[verb] in ("parataxis", "ccomp") and view.tokens.head[verb] == told and k < n < told
    return inserted or (view.tokens.dep[told] == "ccomp" and view.tokens.head[told] == verb)


def ahead(view: View, n: int) -> list[int]:
    """Who comes only behind the pronoun, in the clause that its phrase or clause opens: "In his speech the mayor …",
    "After she was freed, Jane Wold …": the subject of that clause, where nothing before it in the sentence may be, or
    whom it is about, if the subject is another ("before freeing him, the mayor called John Roe a liar")."""
    tokens, k = view.tokens, n
    for _ in range(8):
        above = tokens.head[k]
        if above == k:
            return []
        if tokens.dep[k] in ("prep", "advcl", "npadvmod") and above > n and tokens.tag[above].startswith("VB"):
            subjects = [m for m in view.kids[above] if tokens.dep[m] in SUBJECTS and n < m < above]
            verbs = (above, *view.kids[above])
            told = [m for verb in verbs for m in view.kids[verb] if m > above and _is_told_of(view, m, verb)]
            apart = told if tokens.dep[n] in ("dobj", "dative") else []
            return [*subjects, *apart] if all(view.entity[m] is None for m in range(n)) else []
        k = above
    return []


def _is_told_of(view: View, m: int, verb: int) -> bool:
    """Whether a person named is the object of a verb, or the subject of what its verb says of him."""
    entity, dep = view.entity[m], view.tokens.dep
    of = dep[m] in ("dobj", "oprd") or (dep[m] in SUBJECTS and dep[verb] in ("ccomp", "xcomp"))
    return of and entity is not None and entity.kind == "PERSON"


def parallel(view: View, n: int) -> list[int]:
    """The object of the verb that the pronoun's own goes on with: "criticised the bank … and accused it"."""
    verb = view.tokens.head[n]
    if view.tokens.text[n].lower() not in ("it", "them") or _has_subject(view, verb):
        return []
    if view.tokens.dep[n] != "dobj" or view.tokens.dep[verb] != "conj":
        return []
    return [k for k in view.kids[view.tokens.head[verb]] if view.tokens.dep[k] == "dobj" and k < n]


def _has_subject(view: View, verb: int) -> bool:
    return any(view.tokens.dep[k] in SUBJECTS for k in view.kids[verb])


def is_empty(view: View, n: int) -> bool:
    """ "It is believed that", "it seems to": a pronoun that stands for a clause."""
    verb = view.tokens.head[n]
    if view.tokens.dep[n] not in ("nsubj", "nsubjpass"):
        return False
    if view.lemma[verb] in ("be", "'s", "’s") and any(view.tokens.dep[k] == "attr" for k in view.kids[verb]):
        return True
    clause = any(view.tokens.dep[k] in ("ccomp", "xcomp", "csubj", "advcl", "acl") for k in view.kids[verb] if k > verb)
    empty = view.lemma[verb] in ("be", "'s", "’s", "seem", "appear", "take", "turn")
    return clause and (empty or view.tokens.dep[n] == "nsubjpass")


def claimants(view: View, n: int) -> list[int]:
    """Whose claim it is that says something of the pronoun: "the North's claim that it tested a rocket"."""
    verb = governor(view, n)
    noun = view.tokens.head[verb]
    if view.tokens.dep[n] not in SUBJECTS or view.tokens.dep[verb] not in ("acl", "ccomp", "relcl"):
        return []
    if not view.tokens.tag[noun].startswith("NN") or not any(view.lemma[k] == "that" for k in view.kids[verb]):
        return []
    return [k for k in view.kids[noun] if view.tokens.dep[k] == "poss" and view.tokens.tag[k] != "PRP$"]


_ASKING = frozenset(["ask", "question", "press", "grill", "quiz", "challenge"])
_QUESTION = frozenset(["why", "whether", "if", "how", "when", "where", "what"])


def asked(view: View, n: int) -> list[int]:
    """Who is asked why "he" did: the object of the verb whose question the pronoun is the subject of."""
    verb = governor(view, n)
    above = view.tokens.head[verb]
    if view.tokens.dep[n] not in SUBJECTS or view.tokens.dep[verb] not in ("ccomp", "advcl", "xcomp"):
        return []
    if view.lemma[above] not in _ASKING or not any(view.lemma[k] in _QUESTION for k in view.kids[verb]):
        return []
    return [k for k in view.kids[above] if view.tokens.dep[k] in ("dobj", "dative") and above < k < verb]


def inside(view: View, k: int, n: int, most: int = 12) -> bool:
    """Whether token ``k`` is ``n`` or hangs on it, over at most ``most`` words."""
    for _ in range(most):
        if k == n:
            return True
        if view.tokens.head[k] == k:
            return False
        k = view.tokens.head[k]
    return False


def in_quotation(view: View, at: int) -> bool:
    """Whether offset ``at`` is inside quotation marks that open in its sentence, or the sentence closes some."""
    before = view.source[view.sentence.start : at]
    after = view.source[at : view.sentence.end]
    straight = before.count('"') + after.count('"')
    if straight == 1 and _CLOSING.search(view.source, view.sentence.start, view.sentence.end):
        return '"' in after  # what another sentence opened
    if straight == 1 and "”" not in after and _OPENING.search(view.source, view.sentence.start, view.sentence.end):
        return '"' in before
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or (
        "”" in after and "“" not in after) or (after.count('"') % 2 == 1)  # fmt: skip


_MARKS = re.compile("[\"“”]")


def in_speech(view: View, at: int) -> bool:
    """Whether offset ``at`` is inside a quotation of more than a word or three, which somebody only calls so."""
    if not in_quotation(view, at):
        return False
    left = max((m.start() for m in _MARKS.finditer(view.source, view.sentence.start, at)), default=None)
    right = _MARKS.search(view.source, at, view.sentence.end)
    if left is None or right is None:
        return True
    quoted = view.source[left + 1 : right.start()]
    return len(quoted.split()) > _CALLED or not quoted[:1].islower()


_CALLED = 3
_CLOSING = re.compile(r"[^\s(\[]\"(?=[\s.,;:)]|\Z)")
"""A straight mark that ends what is quoted."""
_OPENING = re.compile(r"(?:\A|[\s(\[])\"(?=\w)")
"""A straight mark that begins it."""


def class_of(word: str) -> frozenset[str]:
    return next(c for c in (PERSON_PRONOUNS, GROUP_PRONOUNS, THING_PRONOUNS, SPEAKER_PRONOUNS) if word in c)


_PURSUITS = frozenset([
    "arrest", "detain", "jail", "imprison", "handcuff", "apprehend", "sentence", "convict", "indict", "release",
    "free", "deport", "extradite", "acquit", "pardon", "interrogate", "question", "execute", "hang", "expel", "chase",
    "pursue", "capture", "catch", "shoot", "kill", "wound", "injure", "kidnap", "abduct", "beat", "stab", "charge",
    "try", "prosecute", "torture", "round",
])  # fmt: skip
_IN_HANDS = frozenset([
    "arrest", "detain", "jail", "imprison", "apprehend", "sentence", "convict", "indict", "release", "free", "deport",
    "extradite", "acquit", "pardon", "interrogate", "capture", "charge", "try", "prosecute",
    "detention", "extradition", "trial", "conviction", "deportation", "prosecution", "imprisonment", "interrogation",
    "indictment", "acquittal",
])  # fmt: skip
"""What is done to none but the living."""


_HOSTILE = frozenset([
    "attack", "offensive", "assault", "raid", "strike", "airstrike", "ambush", "advance", "onslaught", "bombardment",
    "shelling", "fire", "gunfire", "bombing", "threat", "pressure", "incursion", "invasion", "aggression",
])  # fmt: skip
_FACED = frozenset(["face", "by", "from", "under", "against", "amid", "despite"])


def is_faced(view: View, n: int) -> bool:
    """Whether the pronoun owns what the subject of its clause suffers: "retreat in the face of their attacks"."""
    noun = view.tokens.head[n]
    if view.tokens.dep[n] != "poss" or view.lemma[noun] not in _HOSTILE or view.tokens.dep[noun] != "pobj":
        return False
    link = view.tokens.head[noun]
    above = view.tokens.head[link]
    return view.lemma[link] in _FACED or (view.lemma[link] == "of" and view.lemma[above] in _FACED)


def is_pursued(view: View, n: int) -> bool:
    """Whether the pronoun is who the police or the courts act upon: "they were arrested", "their arrest"."""
    head = view.lemma[view.tokens.head[n]]
    return head in _PURSUITS and view.tokens.dep[n] in ("nsubjpass", "dobj", "poss")


def is_in_hands(view: View, n: int) -> bool:
    """Whether the pronoun is who is arrested, tried or freed, and so alive: "his extradition"."""
    head = view.lemma[view.tokens.head[n]]
    return head in _IN_HANDS and view.tokens.dep[n] in ("nsubjpass", "dobj", "poss")


_WOMEN = frozenset([
    "queen", "princess", "mother", "daughter", "sister", "wife", "widow", "grandmother", "aunt", "niece", "girl",
    "woman",
    "lady", "duchess", "empress", "nun", "actress", "heiress", "mrs", "ms",
])  # fmt: skip
_MEN = frozenset([
    "king", "prince", "father", "son", "brother", "husband", "widower", "grandfather", "uncle", "nephew", "boy", "man",
    "duke", "emperor", "priest", "bishop", "archbishop", "pope", "monk", "imam", "ayatollah", "sheikh", "sultan",
    "emir",
    "cardinal", "mr",
])  # fmt: skip


def gendered(word: str) -> str | None:
    """``female`` or ``male`` where a noun says so: "spokeswoman", "king"."""
    if word in _WOMEN or word.endswith("woman"):
        return "female"
    return "male" if word in _MEN else None


def is_body(view: View, k: int) -> bool:
    """Whether token ``k`` is the subject and an organisation's name or one word for many: "they" of such a body."""
    entity = view.entity[k]
    return view.tokens.dep[k] in SUBJECTS and entity is not None and entity.kind == "ORG"


def female(word: str) -> bool:
    return word in ("she", "her", "hers", "herself")


def last_rule(rule: str) -> str:
    """The rule at the end of a chain, so that chains do not grow."""
    return rule.rsplit(": ", 1)[-1] if rule.count(": ") > 1 else rule


def doer(view: View, n: int) -> int | None:
    """The subject of the verb whose object the pronoun is."""
    to, dep = view.tokens.head[n], view.tokens.dep
    if (share := share_of(view, n)) is not None:
        n, to = share, view.tokens.head[share]  # "they killed four of them"
    if dep[n] == "pobj" and dep[to] in ("prep", "dative") and view.lemma[to] in ("to", "with", "from"):
        n = to  # "he appealed to him"
    elif view.tokens.dep[n] not in ("dobj", "dative") or view.tokens.text[n].lower().endswith(("self", "selves")):
        return None
    verb = view.tokens.head[n]
    for _ in range(4):  # "they mistook the men for rebels and shot them"
        if any(view.tokens.dep[k] in SUBJECTS for k in view.kids[verb]):
            break
        if view.tokens.dep[verb] != "conj" and not _is_loose(view, verb):
            break
        verb = view.tokens.head[verb]
    return max((k for k in view.kids[verb] if view.tokens.dep[k] == "nsubj" and k < n), default=None)


def share_of(view: View, n: int) -> int | None:
    """The word that only says how many of the pronoun's are meant: "four", "some" or "most of them"."""
    of = view.tokens.head[n]
    if view.tokens.dep[n] != "pobj" or view.lemma[of] != "of":
        return None
    share = view.tokens.head[of]
    return share if view.tokens.tag[share] in ("CD", "DT") or view.lemma[share] in _SHARES else None


_SHARES = frozenset(["many", "most", "several", "few", "dozen", "hundred", "score", "half", "other"])


def _is_loose(view: View, verb: int) -> bool:
    """Whether a participle behind a comma is of its sentence's subject: "the mayor attacked his rival, calling him …",
    not "blamed his rival for calling him …"."""
    comma = verb > 0 and view.tokens.text[verb - 1] == ","
    return comma and view.tokens.dep[verb] == "advcl" and view.tokens.tag[verb] == "VBG"


def same_party(one: Actor, other: Actor) -> bool:
    """Whether two phrases may mean the same party: none attacks itself."""
    return (one.code, one.sector, one.identifier_text) == (other.code, other.sector, other.identifier_text)


_JOINED = frozenset(["PTY", "REB", "OPP", "LAB", "REL", "SOC", "CRM", "PRM", "UAF", "LEG"])
"""Bodies that people are members of."""


def joined(document: Document, view: View, n: int) -> list[Entity]:
    """The party or armed group whose "members" are meant: the last one named just before, with the one that is named
    together with it."""
    at = (view.sentence.sequence, view.tokens.start[n])
    last: Entity | None = None
    for entity in reversed(document.entities):
        if entity.kind != "ORG" or (entity.sentence, entity.start) >= at:
            continue
        if last is not None:
            source = (document.article.title or "") if last.in_ == "title" else document.article.text
            both = entity.sentence == last.sentence and _AND.fullmatch(source, entity.end, last.start)
            return [entity, last] if both and entity.sector in _JOINED and entity.code is not None else [last]
        if at[0] - entity.sentence > 2:
            return []
        if entity.sector in _JOINED and entity.code is not None:
            last = entity
    return [last] if last is not None else []


_AND = re.compile(r"\)?,? (?:and|or) (?:the )?")
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5}


def party_number(word: str | None) -> int | None:
    """2 for "two" or "both", up to 7; None for anything else."""
    return _NUMBERS.get(word or "")
