"""Role nouns that mean a matter rather than a body where nothing makes them one ("security", "the use of force"), and
things whose people are meant ("a school was hit")."""

from __future__ import annotations

from wader.knowledge.roles import RoleEntry, Roles
from wader.records import Actor, Mention
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import PageContext
from wader.resolve.found import Found
from wader.resolve.kinds import STATE_FORCES
from wader.resolve.nearby import where

_ABSTRACT = frozenset(["security", "justice", "presidency", "conference", "summit", "network"])
"""Roles of the data that are rather a matter than a body where nothing else is said."""
_OF = frozenset(["of"])
_GATHERED = frozenset(["person", "people", "man", "individual", "worker", "citizen", "resident"])
_MASS = frozenset([
    "intelligence", "leadership", "command", "customs", "power", "administration", "authority", "movement",
])  # fmt: skip
_RIGHTS = frozenset(["authority", "power", "command", "intelligence"])
"""Of those, what a verb may follow as its purpose: a right, not a body."""
_BESIDE = frozenset(["by", "on", "at", "to", "from"])
_OWNERLESS = frozenset(["intelligence", "power"])
"""Of those, what no article makes a body: only a state's or an army's is one."""
_PEACEFUL = frozenset([
    "political", "secular", "democratic", "divisive", "progressive", "market", "communal", "social", "natural",
    "economic", "driving", "moral", "productive", "labour", "labor", "external", "cultural", "work", "patriotic",
    "reactionary", "electoral", "conservative", "liberal", "fundamentalist", "nationalist",
])  # fmt: skip
"""Adjectives of forces that bear no arms."""
ABBREVIATIONS = frozenset(["fm", "eam", "gi", "pow"])


def is_matter(view: View, head: int, role: RoleEntry) -> bool:
    """ "Security", "the use of force", "political forces", "good intelligence", "by her side", "the authority to
    arrest": a matter, where nothing makes it a body."""
    tokens = view.tokens
    if role.lemma == "justice" and any(
        (e := view.entity[k]) is not None and e.kind in ("GPE", "NORP") for k in np.left_of(view, head)
    ):  # "U.S. justice" has courts
        return False
    if role.lemma == "assembly" and any(view.lemma[n] in _GATHERED for _, n in np.objects_of(view, head, _OF)):
        return True  # "the assembly of five or more persons"
    if role.lemma in _ABSTRACT:
        return tokens.tag[head] not in ("NNS", "NNPS")
    if role.lemma == "unit" and _is_industrial(view, head):
        return True
    if role.lemma == "movement" and _is_curbed(view, head):
        return True
    if role.lemma == "speaker" and (np.determiner(view, head) in ("a", "an", "another", "each", "every", "one")
                                    or tokens.tag[head] in ("NNS", "NNPS")
                                    or view.lemma[head + 1 : head + 3] == ["after", "speaker"]):  # fmt: skip
        return True  # somebody who speaks: who presides over a chamber is "the speaker"
    if role.lemma in ABBREVIATIONS:
        return not tokens.text[head].isupper()
    if role.lemma == "side" and tokens.dep[head] == "pobj" and view.lemma[tokens.head[head]] in _BESIDE:
        return np.possessor(view, head) is not None
    if role.lemma in _RIGHTS and tokens.tag[head] == "NN" and any(
        tokens.dep[k] in ("acl", "xcomp") and tokens.tag[k] == "VB" and k > head for k in view.kids[head]
    ):  # fmt: skip
        return True
    if role.lemma == "authority" and tokens.tag[head] in ("NNS", "NNPS"):
        return False  # "authorities in Chad"
    before = [view.lemma[k] for k in np.left_of(view, head)]
    if role.lemma == "force":
        if any(word in _PEACEFUL for word in before):
            return True
        if tokens.tag[head] in ("NNS", "NNPS") or (head > 0 and view.lemma[head - 1] == "the"):
            return False
    elif role.lemma not in _MASS or (role.lemma not in _OWNERLESS and np.determiner(view, head) is not None):
        return False
    return np.possessor(view, head) is None and all(
        (e := view.entity[k]) is None or e.kind == "ROLE" for k in view.kids[head] if k < head
    )


_WRECKED = frozenset([
    "blow", "destroy", "torch", "dynamite", "demolish", "defuse", "deactivate", "explode", "detonate", "launch",
    "build", "buy", "sell", "damage", "repair", "sink", "derail", "dismantle", "fell", "topple",
])  # fmt: skip
"""What is done to things: "they blew up one"."""


def is_of_things(view: View, n: int) -> bool:
    """Whether a bare number is of things rather than of people."""
    return view.tokens.dep[n] in ("nsubjpass", "dobj") and view.lemma[view.tokens.head[n]] in _WRECKED


def is_hour(view: View, head: int) -> bool:
    """ "10 pm" is no prime minister, "10 cm" no chief minister."""
    return view.lemma[head] in ("pm", "cm") and head > 0 and view.tokens.tag[head - 1] == "CD"


def _is_industrial(view: View, head: int) -> bool:
    """Whether a plain noun says what a unit is of: "powerloom units", "a housing unit" are no troops."""
    before = head - 1
    return (
        before >= 0
        and view.entity[before] is None
        and view.tokens.tag[before] in ("NN", "NNS", "VBG")
        and view.tokens.head[before] == head
    )


_CURBS = frozenset(["curb", "restriction", "limitation", "freedom", "restraint"])
_BANS = frozenset(["limit", "ban", "control", "check", "prohibition"])
"""What is put on bodies as well."""


def _is_curbed(view: View, head: int) -> bool:
    """Whether people's going about is meant: "restrictions on their movement", "freedom of movement"."""
    above = view.tokens.head[head]
    curb = view.lemma[view.tokens.head[above]] if view.tokens.dep[head] == "pobj" else ""
    theirs = any(view.tokens.tag[k] == "PRP$" for k in view.kids[head]) or bool(list(np.objects_of(view, head, _OF)))
    return curb in _CURBS or (curb in _BANS and theirs)


_SETTLEMENTS = frozenset(["village", "town", "city", "settlement", "hamlet", "municipality", "area", "district"])
_HOLDING = frozenset([
    "control", "capture", "seize", "take", "retake", "recapture", "lose", "hold", "liberate", "occupy", "fall",
    "regain", "conquer", "overrun", "cede", "surrender", "gain", "win", "wrest",
])  # fmt: skip
"""Verbs and nouns of having ground, which is done to whoever had it."""


def _is_ground(view: View, head: int) -> bool:
    """Whether places are but what somebody holds or loses: "lost control of forty towns"."""
    tokens, above = view.tokens, view.tokens.head[head]
    if tokens.dep[head] == "conj":
        above = tokens.head[above]
    if view.lemma[above] in ("of", "over"):
        above = tokens.head[above]
    return view.lemma[head] in _SETTLEMENTS and view.lemma[above] in _HOLDING


def civilian_target(view: View, head: int, roles: Roles, context: PageContext) -> list[Found]:
    """A civilian thing that is hit, and has no owner: its people, where the page says that it happens."""
    role = roles.longest_ending(view.lemma, head)
    if role is None or role[1].kind != "thing" or role[1].sector is None or view.entity[head] is not None:
        return []
    if _is_ground(view, head):
        return []
    code, how = where(context, view, head)
    return [Found(Actor(code=code, sector=role[1].sector), f"thing: {role[1].entry}; {how}")] if code else []


_ADDRESSED = frozenset([
    "tell", "inform", "assure", "address", "adjourn", "pass", "approve", "vote", "reject", "debate", "ask", "urge",
    "request", "dissolve", "adopt", "convene", "meet", "sit", "ratify", "amend", "endorse", "impeach", "override",
    "paralyse", "assemble", "reconvene", "disrupt", "discuss", "brief", "mislead", "rock", "stall",
])  # fmt: skip
"""What is done by a chamber of a legislature or to one, and not to a dwelling."""


def is_chamber(view: View, head: int) -> bool:
    """ "He told the house", "both houses": a chamber of the legislature, not where people live."""
    if view.lemma[head] != "house" or view.tokens.tag[head] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    left = [view.lemma[k] for k in view.kids[head]]
    if "both" in left:
        return True
    if left not in (["the"], ["this"], ["august", "this"], ["the", "august"]):
        return False
    verb = np.governor(view, head)
    direct = view.tokens.head[head] == verb and view.tokens.dep[head] in ("nsubj", "nsubjpass", "dobj", "dative")
    return direct and view.lemma[verb] in _ADDRESSED


def body_at(view: View, mention: Mention, roles: Roles) -> int:
    """The head of the state's force that stands between the state's adjective and a thing, "a Kenyan air force plane";
    else the mention's own token."""
    n, entity = mention.token, view.entity[mention.token]
    last = view.tokens.head[n] - 1
    if mention.slot.rpartition(".")[2] not in ("amod", "compound", "nmod") or entity is None or last <= n:
        return n
    role = roles.longest_ending(view.lemma, last) if entity.kind in ("NORP", "GPE") else None
    return last if role is not None and role[1].lemma in STATE_FORCES and last - role[0] == n else n


def role_across(view: View, head: int, roles: Roles) -> tuple[int, RoleEntry] | None:
    """The role whose phrase goes on behind its head: "commissioner of police"."""
    if head + 2 >= len(view.tokens) or view.lemma[head + 1] not in ("of", "for", "in"):
        return None
    for k in range(head + 2, min(head + 5, len(view.tokens))):
        found = roles.longest_ending(view.lemma, k)
        if found is not None and k + 1 - found[0] <= head and found[1].kind in ("person", "institution"):
            return found
    return None
