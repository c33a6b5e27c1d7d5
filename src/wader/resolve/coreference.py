"""Who a pronoun, "both sides" or "the minister" means on this page.

There is no offline model for English coreference to be had; these rules cover what news writes: the subject before,
the speaker of a quotation, the pair that met, the person of that country or office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wader.records import Entity, Sentence
from wader.resolve.binding import (
    addressed,
    beside,
    bidden,
    demander,
    glossed,
    is_attacker,
    is_capital_plural,
    is_claimed_by,
    is_dead,
    is_gone_to,
    is_named_again,
    is_slain,
    judged,
    listed,
    may_be_same,
    moved,
)
from wader.resolve.compound import (
    SUBJECTS,
    View,
    antecedent,
    conjuncts,
    governor,
    is_coordinated,
    is_plural,
)
from wader.resolve.context import PageContext
from wader.resolve.found import Found, Phrases
from wader.resolve.groups import Groups
from wader.resolve.opposed import opposer
from wader.resolve.pronouns import (
    GROUP_PRONOUNS,
    PERSON_PRONOUNS,
    PRONOUNS,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
    ahead,
    asked,
    claimants,
    class_of,
    doer,
    female,
    gendered,
    in_quotation,
    in_speech,
    inside,
    is_adjunct_of,
    is_body,
    is_empty,
    is_faced,
    is_in_hands,
    is_number,
    is_pronoun,
    is_pursued,
    is_relative_subject,
    is_spoken_of,
    last_rule,
    nominal,
    parallel,
    share_of,
)
from wader.resolve.speakers import Speakers
from wader.text import is_discarded

LOOK_BACK = 3
"""How many sentences back an antecedent may stand."""
MAX_DEPTH = 12
_HARMLESS = frozenset(["REL", "MED", "JRN"])
"""Sectors of those who hardly ever attack anybody."""
_LEADING = 3
"""Words that may stand before the subject of a sentence that was not parsed: "said", "the former mayor"."""
_QUOTES = re.compile("[\"“”]|''|``")
_TOWNS = ("subnational:", "model:")
"""Rules of places that rarely act: states and capitals stand for governments."""


class Coreference(Groups):
    """Antecedents on one page."""

    def __init__(self, phrases: Phrases, context: PageContext) -> None:
        super().__init__(phrases)
        self.speakers = Speakers(phrases, context)
        self._sentences = {s.sequence: s for s in phrases.document.sentences}

    # --- pronouns ----------------------------------------------------------------------------------------

    def pronoun(self, view: View, n: int, depth: int, but: frozenset[str] = frozenset()) -> list[Found]:
        """What a personal or possessive pronoun means, if none of those with the names ``but``; [] where nothing
        fits."""
        word = view.lemma[n] if view.lemma[n] in PRONOUNS else view.tokens.text[n].lower()
        if depth > MAX_DEPTH:
            return []
        gloss = glossed(view, n)
        if gloss is not None and (found := self._phrases.phrase(view, gloss, depth + 1)):
            return [Found(f.actor, f"{word}: {last_rule(f.rule)}", f.person, f.many) for f in found]
        if word in SPEAKER_PRONOUNS:
            return self.speakers.pronoun(view, n, depth)
        if word == "it" and is_empty(view, n):
            return []
        singular: list[tuple[View, int]] = []
        pursued, alive, attacks = is_pursued(view, n), is_in_hands(view, n), is_attacker(view, n)
        other = self._doer(view, n, depth)
        passing: list[Found] = []
        meek: list[Found] = []
        for there, k in self._candidates(view, n):
            if there is None:
                met = self._met(k, view, n) if word in GROUP_PRONOUNS else []
                found = met or next(
                    (f for v, m in singular if (f := self._fitting(v, m, word, depth, pursued=pursued))), []
                )
                found = [f for f in found if f.actor.sector != "JRN"] or self._named_in(k, word)
                singular = []
            elif (
                word in GROUP_PRONOUNS
                and not is_plural(there, k)
                and not is_capital_plural(there, k, self._phrases.roles)
                and not is_pronoun(there, k)
                and not (there is view and is_body(there, k))
            ):
                singular.append((there, k))  # "police", "the company": after what is plural
                continue
            elif alive and (named := there.entity[k]) is not None and is_dead(self._phrases.document, named):
                continue  # who was murdered is arrested no more
            elif attacks and is_slain(there, k, view):
                continue  # nor does he shoot
            elif is_named_again(view, n, there, k):
                continue
            else:
                found = self._fitting(there, k, word, depth, pursued=pursued)
                unnamed = not found and word == "it" and is_claimed_by(view, n, there, k)
                if unnamed or (not found and word == "it" and self._is_matter(there, k, depth)):
                    return []  # "the typhoon … it": what is spoken of is no actor
            if but and any(f.actor.identifier_text in but for f in found):
                continue
            if attacks and found and all(f.actor.sector in _HARMLESS for f in found):
                meek = meek or found  # who shoots is rather the men told of beside the monks
                continue
            if found and (other is None or not any(may_be_same(f, other) for f in found)):
                if there is not None and word in PERSON_PRONOUNS and not passing and _in_passing(there, k, found[0]):
                    passing = found
                    continue
                if not passing or (there is not None and _is_of(there, k, view) and not _is_unknown(found[0])):
                    passing = found
                break
        if passing or meek:
            return [Found(f.actor, f"{word}: {last_rule(f.rule)}", f.person, f.many) for f in passing or meek]
        return self._unparsed(view.sentence.sequence, word)

    def _doer(self, view: View, n: int, depth: int) -> Found | None:
        """Who does what is done to the pronoun: "it attacked them" means two parties."""
        subject = doer(view, n)
        subject = beside(view, n) if subject is None else subject
        subject = opposer(view, n, self._phrases.roles) if subject is None else subject
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
        likely = (*claimants(view, n), *asked(view, n), *bidden(view, n), *moved(view, n), *judged(view, n))
        likely = (*likely, *addressed(view, n))
        yield from ((view, k) for k in (*likely, *ahead(view, n), *parallel(view, n)))
        demanding = demander(view, n)
        outside = not in_quotation(view, tokens.start[n])
        unlike_person, share = view.lemma[n] not in PERSON_PRONOUNS, share_of(view, n)
        before = [
            k for k in range(n - 1, -1, -1)
            if (nominal(view, k) or (unlike_person and is_relative_subject(view, k)))
            and not (is_adjunct_of(view, k, n) or is_spoken_of(view, k, n))
            and not (outside and in_speech(view, tokens.start[k]))
            and not (tokens.dep[k] in SUBJECTS and tokens.head[k] in object_of) and k not in (demanding, share)
        ]  # fmt: skip
        if is_pursued(view, n):  # "if a court tries soldiers they are sentenced": who was held or tried, not who did it
            yield from ((view, k) for k in before if is_pursued(view, k))
        for k in before:
            if tokens.dep[k] in SUBJECTS:
                named = antecedent(view, k) if is_relative_subject(view, k) else k
                yield view, k if named is None else named
        others = [k for k in before if tokens.dep[k] not in SUBJECTS and not inside(view, k, n)]
        if view.lemma[n] in PERSON_PRONOUNS:  # a person named is likelier than one in passing
            others.sort(key=lambda k: (e := view.entity[k]) is None or e.kind != "PERSON")
        yield from ((view, k) for k in others)
        yield None, view.sentence.sequence
        yield from self._before(view, pursued=is_pursued(view, n), outside=outside)

    def _before(self, view: View, *, pursued: bool, outside: bool) -> Iterator[tuple[View | None, int]]:
        """Nouns of the sentences before; for who speaks outside any quotation those of quotations come last."""
        quoted: list[tuple[View, int]] = []
        for back in range(view.sentence.sequence - 1, view.sentence.sequence - 1 - LOOK_BACK, -1):
            sentence = self._sentences.get(back)
            if sentence is None or (back == 0 and view.sentence.block != -1 and view.sentence.sequence > 1):
                break
            there = self._phrases.view(back)
            if there is not None:
                nouns = [k for k in range(len(there.tokens)) if nominal(there, k)]
                if pursued:  # who was held, shot or chased just now rather than who did it
                    yield from ((there, k) for k in nouns if is_pursued(there, k))
                nouns.sort(key=lambda k: there.tokens.dep[k] not in SUBJECTS)
                quotes = outside and _QUOTES.search(there.source, sentence.start, sentence.end) is not None
                aside = {k for k in nouns if quotes and in_speech(there, there.tokens.start[k])}
                yield from ((there, k) for k in nouns if k not in aside)
                quoted += [(there, k) for k in nouns if k in aside]
            yield None, back
        yield from quoted

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
        heads = conjuncts(view, listed(view, k)) if word in GROUP_PRONOUNS else [k]
        found = [f for each in heads for f in self._phrases.phrase(view, each, depth + 1)]
        if word in PERSON_PRONOUNS:
            return found if len(found) == 1 and found[0].person else []
        if word in THING_PRONOUNS:
            return found if len(found) == 1 and not found[0].person else []
        many = len(found) > 1 or is_capital_plural(view, k, self._phrases.roles)
        return found if many or (found and (found[0].many or not found[0].person)) else []

    def _may_be(self, view: View, k: int, word: str) -> bool:
        """A cheap look at entity, number and role before a phrase is resolved."""
        entity, tag = view.entity[k], view.tokens.tag[k]
        if not tag.startswith("NN"):
            return word in GROUP_PRONOUNS and is_number(view, k)
        plural = tag in ("NNS", "NNPS") or is_capital_plural(view, k, self._phrases.roles)
        coordinated = is_coordinated(view, k)
        if entity is not None and entity.kind != "ROLE":
            if word in PERSON_PRONOUNS:
                return entity.kind in ("PERSON", "MISC") and not self._other_gender(entity, word)
            if word in THING_PRONOUNS:
                if entity.kind == "GPE" and entity.rule.startswith(_TOWNS) and view.tokens.dep[k] not in SUBJECTS:
                    return False  # where something is
                if entity.kind == "GPE" and is_gone_to(view, k):
                    return False
                return entity.kind in ("ORG", "GPE", "LOC", "MISC") and not entity.rule.startswith("model: PERSON")
            if entity.kind == "GPE" and entity.rule.startswith(_TOWNS) and view.tokens.dep[k] not in SUBJECTS:
                return False  # "rebels from Ramadi and Samarra": not these
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
            found = self._named_in(back, word, ("ORG", "GPE")) if back >= 1 else []
            if found:
                return found
        return []

    def _named_in(self, sequence: int, word: str, bodies: tuple[str, ...] = ("ORG",)) -> list[Found]:
        """The first name of an unparsed sentence that fits and may be its subject: it begins the sentence, or stands
        behind what is quoted."""
        if sequence not in self._sentences or self._phrases.view(sequence) is not None:
            return []
        there = self._sentences[sequence]
        kinds = ("PERSON",) if word in PERSON_PRONOUNS else bodies if word in THING_PRONOUNS else ()
        for entity in self._phrases.entities(sequence):
            if entity.kind in kinds and not is_discarded(entity) and self._may_be_subject(there, entity):
                if entity.kind == "PERSON" and self._other_gender(entity, word):
                    continue
                found = self._phrases.whole(entity)
                return [Found(found.actor, f"{word}: name before", found.person, found.many)]
        return []

    def _may_be_subject(self, sentence: Sentence, entity: Entity) -> bool:
        article = self._phrases.document.article
        source = (article.title or "") if sentence.in_ == "title" else article.text
        before = _QUOTES.split(source[sentence.start : entity.start])[-1]
        return len(before.split()) <= _LEADING and not source.startswith(("'s", "’s"), entity.end)

    def relative(self, view: View, n: int, depth: int) -> list[Found]:
        """What "who", "which" or "that" stands for."""
        head = antecedent(view, n)
        if head is None or head >= n or depth > MAX_DEPTH:
            return []
        if view.tokens.dep[n] == "nsubj" and (described := self.predicated(view, head, depth)):
            return described
        if view.tokens.dep[head] == "conj" or is_coordinated(view, head):
            first = head
            return self._phrases.phrase(view, first, depth + 1)
        return self._phrases.phrase(view, head, depth + 1)

    def predicated(self, view: View, head: int, depth: int) -> list[Found]:
        """The person of whom the noun at ``head`` is said: "Kowal is a liar and bully who has threatened them"."""
        tokens = view.tokens
        while tokens.dep[head] == "conj" and tokens.head[head] < head:
            head = tokens.head[head]
        verb = tokens.head[head]
        if tokens.dep[head] != "attr" or view.lemma[verb] != "be" or depth > MAX_DEPTH:
            return []
        subject = None
        while subject is None:
            subject = next((k for k in view.kids[verb] if tokens.dep[k] == "nsubj"), None)
            if subject is None and (tokens.dep[verb] != "conj" or tokens.head[verb] >= verb):
                return []
            verb = tokens.head[verb]
        entity = view.entity[subject]
        named = entity is not None and entity.kind == "PERSON"
        return self._phrases.phrase(view, subject, depth + 1) if named else []


def _is_unknown(found: Found) -> bool:
    """Somebody of whom the page says nothing but the name."""
    return found.person and found.actor.sector == "CVL" and "person; " in found.rule


def _in_passing(view: View, k: int, found: Found) -> bool:
    """Whether token ``k`` is a mere name that is no subject: whom the page presents may be meant rather."""
    return _is_unknown(found) and view.tokens.dep[k] not in SUBJECTS


def _is_of(there: View, k: int, view: View) -> bool:
    """Whether another antecedent stands in the same sentence, or is the subject of the one before."""
    back = view.sentence.sequence - there.sentence.sequence
    return back == 0 or (back == 1 and there.tokens.dep[k] in SUBJECTS)
