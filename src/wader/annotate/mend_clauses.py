"""Clauses that the small parser joins the wrong way: two verbs of one subject, an inversion, a bare passive.

"The mayor thanked donors, promised repairs" is read as something said ("promised") by nobody; "the ban is unlawful,
wrote the paper" as if the paper were written. A verb of a statement has a subject: it shares that of the clause
before, or has its own behind it.
"""

from __future__ import annotations

from wader.annotate.mend_tree import FINITE, SUBJECTS, is_tree
from wader.text.blame import LAID

_SAYING = frozenset(
    "said says wrote writes added adds explained explains quipped noted notes argued argues replied replies joked "
    "jokes insisted insists observed observes recalled recalls commented comments remarked reiterates asserted "
    "asserts cried cries complained complains".split()
)
"""Verbs that stand before their subject behind what was said."""
_PUBLIC = frozenset(
    "asked urged called demanded recommended criticised criticized condemned thanked warned appealed praised "
    "welcomed deplored denounced promised vowed sought pledged rejected denied apologised apologized declared "
    "complained proposed requested invited exhorted lamented commended".split()
)
"""Acts that whoever tells of others' deeds does beside: "said that they had fled, and urged calm"."""
_STOPS = frozenset((".", "!", "?", '"', "''", "”"))
_CLAIMING = _SAYING | frozenset(
    "alleges alleged claims claimed contends contended laments lamented maintains maintained admits admitted concedes "
    "conceded declares declared believes believed announced predicts predicted charges".split()
)
_BREAKS = frozenset((",", '"', "''", "”", "’", "'"))
"""What stands between what somebody said and the verb that says so."""
_UNDONE = frozenset(
    "met left stood sat lay voted spoke came went rose fell grew passed won lost stopped lived died".split()
)
"""Verbs behind which "by" says how, where or by how much."""
_MEASURES = frozenset("votes points percent percentage years days hours seats metres meters miles kilometres".split())


def mend_clauses(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[int]:
    """Give clauses their places in one sentence; the tokens whose tags changed."""
    before = list(heads), list(deps)
    _listed(texts, heads, deps, tags)
    _joined(texts, heads, deps, tags)
    _infinitive(heads, deps, tags)
    _told(texts, heads, deps, tags)
    _beside(texts, heads, deps, tags)
    _reduced(texts, heads, deps, tags)
    _laid(texts, heads, deps)
    _inverted(texts, heads, deps)
    if heads != before[0] and not is_tree(heads):
        heads[:], deps[:] = before
    return _passives(texts, heads, deps, tags)


def _kids(heads: list[int], at: int) -> list[int]:
    return [k for k, head in enumerate(heads) if head == at and k != at]


def _listed(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """The last of a list behind "and", which the parser made a second subject: "talks between the state, the church,
    and the unions began" are between all three."""
    for last in range(3, len(tags)):
        verb = heads[last]
        if deps[last] not in SUBJECTS or tags[last][:2] != "NN" or verb <= last:
            continue
        firsts = [k for k in _kids(heads, verb) if k < last and deps[k] in SUBJECTS and tags[k][:2] == "NN"]
        left = min([last, *(k for k in _kids(heads, last) if k < last)])
        if len(firsts) != 1:
            continue
        links = [k for k in _kids(heads, firsts[0]) if texts[k].lower() == "between" and deps[k] == "prep"]
        sides = [k for link in links for k in _kids(heads, link) if deps[k] == "pobj"]
        ends = texts[left - 1].lower() == "and" and heads[left - 1] == firsts[0]
        more = any(deps[k] == "conj" for k in _kids(heads, last))
        goes_on = texts[left - 1] == "," and heads[left - 1] in sides and more
        if ends or goes_on:
            heads[last], deps[last] = (sides or firsts)[0], "conj"


def _joined(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """A finite verb behind a comma without a subject of its own, above the clause before that comma."""
    for verb in range(2, len(tags)):
        if tags[verb] not in FINITE or texts[verb - 1] != "," or deps[verb] not in ("ROOT", "ccomp"):
            continue
        kids = _kids(heads, verb)
        if any(deps[k] in SUBJECTS or deps[k] in ("aux", "auxpass") for k in kids):
            continue
        firsts = [k for k in kids if k < verb and deps[k] == "ccomp" and tags[k][:2] == "VB"]
        if len(firsts) != 1:
            continue
        objects = [k for k in kids if deps[k] == "dobj" and k > verb]
        if texts[verb].lower() in _SAYING:
            if objects and not any(deps[k] in ("ccomp", "xcomp") and k > verb for k in kids):
                deps[objects[0]] = "nsubj"
            continue
        _share(texts, heads, deps, tags, verb, firsts[0])


def _share(texts: list[str], heads: list[int], deps: list[str], tags: list[str], verb: int, first: int) -> None:
    """Join ``verb`` to the clause of ``first``, which takes its place: "thanked donors, promised repairs"."""
    own = _kids(heads, first)
    between = [text.lower() for text in texts[first + 1 : verb - 1]]
    if any(text in (",", ";", ":", "—", "–", "--") for text in between):
        return  # the comma ends what was put in, and another subject stands before it
    if any(deps[k] == "mark" or tags[k] in ("WRB", "WP", "WDT") for k in own):
        return
    if not any(deps[k] in SUBJECTS for k in own) or (tags[verb] == "VBZ") != _present(tags, deps, own, first):
        return
    for k in _kids(heads, verb):
        if k < first and k != first:
            heads[k] = first
    heads[first], deps[first] = (first, "ROOT") if heads[verb] == verb else (heads[verb], deps[verb])
    heads[verb], deps[verb] = first, "conj"


def _present(tags: list[str], deps: list[str], kids: list[int], verb: int) -> bool:
    """Whether a verb stands in the present tense, third person, as its auxiliary says where it has one."""
    for k in kids:
        if deps[k] in ("aux", "auxpass") and tags[k] in ("VBZ", "VBD", "VBP", "MD"):
            return tags[k] == "VBZ"
    return tags[verb] == "VBZ"


def _infinitive(heads: list[int], deps: list[str], tags: list[str]) -> None:
    """ "Togo to send troops": the infinitive of a headline is its verb, and the name its subject."""
    for noun in range(len(tags)):
        if heads[noun] != noun or tags[noun] not in ("NNP", "NNPS"):
            continue
        verbs = [
            k
            for k in _kids(heads, noun)
            if k > noun and tags[k] == "VB" and deps[k] in ("acl", "relcl", "advcl") and _marked(heads, tags, k)
        ]
        if len(verbs) != 1 or any(tag in FINITE or tag == "MD" for tag in tags):
            continue
        verb = verbs[0]
        for k in _kids(heads, noun):
            if k > verb or (deps[k] == "punct" and k > noun):
                heads[k] = verb
        heads[verb], deps[verb] = verb, "ROOT"
        heads[noun], deps[noun] = verb, "nsubj"


def _told(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """ "Said that police had shot two men, and called for an inquiry": a past tense cannot be joined to "had shot" or
    "would shoot", but to the verb that tells of it."""
    for verb in range(4, len(tags)):
        if deps[verb] != "conj" or tags[verb] not in ("VBD", "VBZ"):
            continue
        first = heads[verb]
        if tags[first] not in ("VB", "VBN", "VBG") or any(deps[k] in SUBJECTS for k in _kids(heads, verb)):
            continue
        aux = [k for k in _kids(heads, first) if deps[k] == "aux"]
        unlike = any(tags[k] == "MD" for k in aux) or (aux and tags[first] == "VBG")
        unlike = unlike or (bool(aux) and tags[verb] == "VBZ")
        had = any(texts[k].lower() in ("had", "have", "has") for k in aux) and texts[verb].lower() in _PUBLIC
        if not unlike and not had:
            continue
        above = _telling(heads, deps, tags, first, tags[verb])
        if above is not None and above < first:
            heads[verb] = above


def _beside(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """ "Envoys meet as 48 killed in blast": a headline's clause without its auxiliary, read as a phrase."""
    if not texts or texts[-1] in _STOPS:
        return
    for verb in range(2, len(tags)):
        noun = heads[verb]
        if deps[verb] != "acl" or tags[verb] != "VBN" or noun >= verb or deps[noun] != "pobj":
            continue
        mark = heads[noun]
        if texts[mark].lower() not in ("as", "after", "while") or tags[heads[mark]][:2] != "VB" or deps[mark] != "prep":
            continue
        if any(tags[k] in ("DT", "PRP$") for k in _kids(heads, noun)) or heads[mark] == mark:
            continue
        heads[verb], deps[verb] = heads[mark], "advcl"
        heads[mark], deps[mark] = verb, "mark"
        heads[noun], deps[noun] = verb, "nsubjpass"


def _reduced(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """ "Friends abducted in August asked the mayor": the first participle describes, the second verb tells."""
    for verb in range(3, len(tags)):
        first = heads[verb]
        if tags[verb] != "VBD" or deps[verb] != "advcl" or first > verb or tags[first] not in ("VBN", "VBD", "VBG"):
            continue
        own, kids = _kids(heads, verb), _kids(heads, first)
        behind = any(deps[k] in ("dobj", "ccomp", "xcomp") and k > verb for k in own)
        if not behind or any(deps[k] in SUBJECTS or deps[k] == "mark" or (k < verb and tags[k] == "WRB") for k in own):
            continue
        subjects = [k for k in kids if deps[k] == "nsubj"]
        if len(subjects) != 1 or subjects[0] != first - 1 or any(
            deps[k] in ("dobj", "aux", "auxpass", "ccomp", "prt") for k in kids
        ):
            continue
        if any(text in (",", ";", ":", "and", "but", "—", "–", "-") for text in texts[first:verb]):
            continue
        noun = subjects[0]
        if tags[first] == "VBD" and tags[noun] in ("NNP", "NNPS"):
            continue
        for k in kids:
            if k > verb or (k < noun and deps[k] in ("prep", "advcl", "punct", "mark", "cc", "advmod")):
                heads[k] = verb
        heads[verb], deps[verb] = (verb, "ROOT") if heads[first] == first else (heads[first], deps[first])
        heads[noun], deps[noun], heads[first], deps[first] = verb, "nsubj", noun, "acl"


def _laid(texts: list[str], heads: list[int], deps: list[str]) -> None:
    """ "Blamed the murder of two nuns on rebels": the one to blame hangs on the verb, not on the nuns."""
    for at in range(len(texts) - 1, 1, -1):
        verb, word = at, texts[at].lower()
        if deps[at] != "prep" or word not in ("on", "to"):
            continue
        while deps[verb] in ("prep", "pobj", "conj", "dobj") and heads[verb] != verb:
            verb = heads[verb]
            if deps[verb] == "prep" and texts[verb].lower() not in ("of", "in"):
                break
        said = next((p for stem, p in LAID.items() if texts[verb].lower().startswith(stem[:-1])), None)
        own = {texts[k].lower() for k in _kids(heads, verb) if deps[k] == "prep"}
        if said == word and heads[at] != verb and verb < at and not own & {word, "for"}:
            heads[at] = verb


def _inverted(texts: list[str], heads: list[int], deps: list[str]) -> None:
    """ "He was beaten, alleges his widow": who says so stands behind the verb, as its subject."""
    for verb, dep in enumerate(deps):
        if dep != "ROOT" or verb < 2 or texts[verb].lower() not in _CLAIMING or texts[verb - 1] not in _BREAKS:
            continue
        kids = _kids(heads, verb)
        objects = [k for k in kids if deps[k] == "dobj" and k > verb]
        told = any(deps[k] == "ccomp" and k < verb for k in kids)
        if told and len(objects) == 1 and not any(deps[k] in SUBJECTS for k in kids):
            deps[objects[0]] = "nsubj"


def _telling(heads: list[int], deps: list[str], tags: list[str], verb: int, tag: str) -> int | None:
    """The verb of a tense, with a subject, that a clause is told by."""
    at = verb
    for _ in range(4):
        if deps[at] not in ("ccomp", "conj", "xcomp") or heads[at] == at:
            return None
        at = heads[at]
        if tags[at] == tag and any(deps[k] in SUBJECTS for k in _kids(heads, at)):
            return at
    return None


def _marked(heads: list[int], tags: list[str], verb: int) -> bool:
    return any(tags[k] == "TO" for k in _kids(heads, verb)) and not any(
        head == verb and tags[k] in ("WP", "WDT", "IN") and k < verb for k, head in enumerate(heads)
    )


def _passives(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[int]:
    """ "Port shelled by rebels", "ten were killed and forty injured": a passive without its auxiliary."""
    changed = []
    for verb in range(1, len(tags)):
        if tags[verb] not in ("VBN", "VBD"):
            continue
        kids = _kids(heads, verb)
        labels = {deps[k] for k in kids}
        if "nsubj" not in labels or labels & {"dobj", "aux", "auxpass", "ccomp", "xcomp", "prt", "attr", "dative"}:
            continue
        agent = any(deps[k] == "agent" and (k == verb + 1 or (k > verb and tags[verb] == "VBN")) for k in kids)
        joined = deps[verb] == "conj" and tags[verb] == "VBN" and _is_passive(heads, deps, tags, heads[verb])
        if not joined and not (agent and _agents(texts, heads, tags, verb)):
            continue
        for k in kids:
            if deps[k] == "nsubj":
                deps[k] = "nsubjpass"
        if tags[verb] == "VBD":
            tags[verb] = "VBN"
            changed.append(verb)
    return changed


def _is_passive(heads: list[int], deps: list[str], tags: list[str], verb: int) -> bool:
    return tags[verb] == "VBN" and any(deps[k] == "auxpass" for k in _kids(heads, verb))


def _agents(texts: list[str], heads: list[int], tags: list[str], verb: int) -> bool:
    """Whether what stands behind "by" is somebody, not a measure, a time or a way ("rose by 4%", "spoke by phone")."""
    if texts[verb].lower() in _UNDONE:
        return False
    for k in _kids(heads, verb):
        if texts[k].lower() == "by" and k > verb:
            named = [n for n in _kids(heads, k) if texts[n].lower() not in _MEASURES]
            return any(tags[n] in ("NNS", "NNP", "NNPS") or _determined(heads, tags, n) for n in named)
    return False


def _determined(heads: list[int], tags: list[str], noun: int) -> bool:
    return tags[noun] == "NN" and any(tags[k] in ("DT", "PRP$", "NNP", "JJ", "NN") for k in _kids(heads, noun))
