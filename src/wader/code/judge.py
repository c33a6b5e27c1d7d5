"""Lexicon and syntax say what may have happened, the encoder how likely that is; a learnt rule joins the two.

The rule is sums of weights (``knowledge/coder.yaml``, fitted by ``python -m training.build`` on sentences that the
encoder was not trained on), so that a reader can redo the sum. It decides whether a candidate is an event, which
category it has, and who does it to whom (``casting``); what it decides is told in ``rules``.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from wader.code.casting import ROLES, SETTLED, Party, as_one, cast, in_rows, is_turned, rated
from wader.code.coded import status_of
from wader.code.doers import in_own_deed
from wader.code.encoder import Answer, Encoder, Told, load
from wader.code.frame import HARM
from wader.code.lists import side_by_side
from wader.code.opened import ANNOUNCED, COOPERATION, Open, open_to
from wader.code.others import is_hit, says_whose, whole_of
from wader.code.proposals import ENTRY, framed, known_as, promise, propose
from wader.code.rule import FLOOR, logit, probability, told_chance
from wader.code.settings import is_ground
from wader.code.speech import text_that_says
from wader.code.standing import Standing, may_act
from wader.knowledge import Knowledge
from wader.knowledge.codebook import TOGETHER
from wader.knowledge.coder import Join
from wader.records import Auxiliary, Candidate, Mention

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

MAX_SCORE = 8.0
"""Score from which a match of the lexicon counts no further."""
_LEAST = math.log(FLOOR)
_SETTLED = 2.0
"""Power of the usual chance that words of one sense need to be an event: the encoder has not met them all, and of plain
killing and abduction it is less sure than readers are."""
_AGREED = {0: 1.0, 1: 1.75, 2: 2.0}
"""Power of the usual chance that is enough where lexicon and encoder name the same category and tell it as happened, by
how many of the two roles are surely filled: seven in ten of those that are told for it are right."""
_FILLED = 0.7
"""Chance from which a role is surely filled."""
_ALONE = 0.5
"""Least probability to the encoder of a category that the lexicon does not tell: of words that it lists for another
one, or for none here. Below it one in four is right, on passages that neither has seen."""
_UNLISTED = 0.6
"""The same of a word that no entry claims here: between even chances and this one in four is right."""
_SPOKEN = 0.75
"""The same of a verb of saying, whose content may be anything."""
_DOUBTED = 0.93
"""The same of a verb in a sense that the lexicon lists for no event."""
_LONELY = 0.2
"""The least confidence in a word that no entry claims where none claims any other word of its sentence either."""
_CONFLICT = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"))
_SIDES = (COOPERATION, _CONFLICT)
_NEAR = 6
"""Tokens of a trigger with a gap that is asked about as a whole: the encoder has seen few longer ones."""
_TURNED = 0.75
"""The same of a category of conflict for words of cooperation, and the other way round: below it the lexicon is right
three times as often."""
_UNREAL = frozenset(("hypothetical", "negation", "historical"))
"""Auxiliaries of what has not happened, or not lately."""
_NO_EVENT = 0.3
"""The chance of no event to the encoder from which what is unreal is not told: one in six of these is right."""
_WIDE = "AID"
"""The category whose verbs tell of anything that is of use: they need even chances of the encoder, as one in six is
right below."""
AUXILIARY: tuple[Auxiliary, ...] = get_args(Auxiliary)


def category_scores(answer: Answer, category: str, score: float, weights: dict[str, float]) -> dict[str, float]:
    """Probabilities of each category and NONE: softmax of the encoder's log-probability times ``model``, plus the
    lexicon's word for its own ``category``; "" where it has no entry (``proposals``)."""
    model = weights["model"]
    sums = {c: model * max(p, _LEAST) for c, p in answer.category.items()}
    if category:
        told = weights["lexicon"] + weights["score"] * min(score, MAX_SCORE) / MAX_SCORE
        sums[category] = sums.get(category, _LEAST) + told + weights.get(category, 0.0)
        sums["NONE"] += weights["none"]
    else:
        sums["NONE"] += weights["unknown"]
    top = max(sums.values())
    powers = {c: math.exp(s - top) for c, s in sums.items()}
    total = sum(powers.values())
    return {c: p / total for c, p in powers.items()}


def told_features(model: float, told: bool) -> dict[str, float]:
    """What speaks for an auxiliary or a context."""
    return {"bias": 1.0, "model": logit(model), "told": float(told)}


def mode_of(answer: Told, category: str, told: set[str], weights: dict[str, float]) -> str | None:
    """The likeliest mode of a category, or none of them."""
    sums = {
        m.partition(" ")[2]: value for m, value in answer.mode.items() if m.partition(" ")[0] == category
    }  # "-" is none of its modes
    for name in told or {"-"}:
        if name in sums:
            sums[name] += weights["lexicon"] if told else weights["none"]
    best = max(sums, key=lambda m: (sums[m], m)) if sums else "-"
    return None if best == "-" else best


@dataclass(frozen=True)
class Verdict:
    """What the rule makes of a candidate. ``event``: the chance that it is one; ``category``: the likeliest, and its
    chance; ``actor`` and ``recipient``: parties chosen, each with its chance; ``features`` of the confidence."""

    event: float
    category: str
    actor: list[tuple[Party, float]]
    recipient: list[tuple[Party, float]]
    features: dict[str, float]


def _likeliest(answer: Answer) -> str:
    """The category that a trigger is of to the encoder, if it is an event at all."""
    return max((c for c in answer.category if c != "NONE"), key=lambda c: (answer.category[c], c))


def _agreed(coder: SentenceCoder, candidate: Candidate, answer: Answer) -> bool:
    """Whether lexicon and encoder name the same category, and neither tells it as to come, denied or imagined."""
    if candidate.auxiliary or not candidate.category or coder.graph.tokens.tag[candidate.triggers[0].token] == "VB":
        return False
    return _likeliest(answer) == candidate.category and all(chance < 0.5 for chance in answer.auxiliary.values())


def verdict(
    join: Join,
    category: str,
    score: float,
    answer: Answer,
    parties: Sequence[Party],
    open_: Open | None = None,
    *,
    real: bool = True,
) -> Verdict:
    """The rule, over what the lexicon says (category, score, slots of the parties) and the encoder's answer.
    ``open_``: which categories it may be; None: any. ``real``: whether it is told as done (help that is denied may well
    be a refusal)."""
    chances = category_scores(answer, category, score, join.category)
    may = [c for c in chances if c != "NONE" and (open_ is None or open_(c))]
    best = max(may, key=lambda c: (chances[c], c))
    turned = real and any(category in one and best in other for one, other in (_SIDES, _SIDES[::-1]))
    if category in may and answer.category[best] < math.log(_TURNED if turned else _ALONE):
        best = category
    features = {
        "bias": 1.0,
        "event": logit(1.0 - chances["NONE"]),
        "category": logit(chances[best]),
        "lexicon": float(best == category),
        "unknown": float(not category),
        "score": min(score, MAX_SCORE) / MAX_SCORE if category else 0.0,
    }
    given = {role: rated(parties, role, best, getattr(join, role)) for role in ROLES}
    chosen = cast(parties, given, join.role, join.least, best)
    if best == "THREATEN" and category in may and category != best and not chosen["actor"]:
        return verdict(join, category, score, answer, parties, lambda c: c == category)  # nobody threatens
    turned = is_turned(parties)
    for role in ROLES:
        held = {p.token: c for p, c in chosen[role]}
        known = [x for x in zip(parties, given[role], strict=True) if not (x[0].together and role == "actor")]
        sure = held.values() if turned else [c if p.token in held else 1.0 - c for p, c in known]
        features[role] = logit(min(sure, default=1.0))
    for role in chosen:
        features[f"no {role}"] = float(not chosen[role])
    return Verdict(1.0 - chances["NONE"], best, chosen["actor"], chosen["recipient"], features)


def _as_written(parties: Sequence[Party], role: str, chosen: list[tuple[Party, float]]) -> list[tuple[Party, float]]:
    """Parties of words that need no encoder: no doer whom the entry has no slot for; done to whom the slots say
    that are of the clause of the trigger itself."""
    if role == "actor":
        return [x for x in chosen if x[0].as_actor is not None]  # what explodes names no doer
    slots = ("subj", "obj", "to", "on", "comp")
    to = [(p, p.as_recipient) for p in parties if p.as_recipient is not None and "recipient" not in p.barred]
    own = [p for p, slot in to if slot.partition(".")[0] in slots or slot.endswith(".poss")]
    return [(p, max(c, SETTLED) if p in own else c) for p, c in chosen] or [(p, SETTLED) for p in own]


def _as_said(parties: Sequence[Party], role: str, chosen: list[tuple[Party, float]]) -> list[tuple[Party, float]]:
    """Parties of what somebody says must be done: who says so and of whom, whatever the deed itself has for parties."""
    chances = {party.token: chance for party, chance in chosen}
    own = [p for p in parties if getattr(p, f"as_{role}") is not None and role not in p.barred]
    return [(p, max(chances.get(p.token, 0.0), SETTLED)) for p in own] or chosen


def _is_doubtful(coder: SentenceCoder, candidate: Candidate, answer: Answer) -> bool:
    """Whether the encoder's doubt is enough against a candidate: what is imagined, denied or long past and may be no
    event to it, other than what is expected, ordered or plotted; verbs of help that it takes for something else."""
    planned = "future" in candidate.auxiliary or candidate.rules.get("hypothetical", "").startswith("infinitive")
    unreal = not planned and not _UNREAL.isdisjoint(candidate.auxiliary)
    if unreal and answer.category["NONE"] >= math.log(_NO_EVENT):
        return True
    first = candidate.triggers[0]
    wide = candidate.category == _WIDE and coder.graph.is_verb(first.token)
    wide = wide and first.entry not in coder.matcher.lexicon.sure
    return wide and answer.category[_WIDE] < math.log(_ALONE)


def _describe(coder: SentenceCoder, candidate: Candidate, answer: Answer) -> None:
    """Write what the encoder says of its parties, their sectors and countries, into a candidate's mentions."""
    base = coder.sentence.start
    held = {span: answer.encoded.inside(span[0] - base, span[1] - base) for span in coder.names}
    held = {span: own for span, own in held.items() if own}
    for mention in (*candidate.actor, *candidate.recipient):
        pieces = answer.encoded.inside(mention.start - base, mention.end - base)
        if mention.sentence is not None or mention.implied or not pieces:
            continue
        mention.sectors = {s: round(p, 4) for s, p in answer.who.sectors(pieces).items()}
        homes = zip(held, answer.who.belongs(pieces, list(held.values())), strict=True)
        mention.homes = [(*span, round(told, 3)) for span, told in homes]


def filled(said: Verdict, *, verb: bool) -> int:
    """How many of the two roles are surely filled; none where a verb has no doer."""
    sure = [any(chance >= _FILLED for _, chance in chosen) for chosen in (said.actor, said.recipient)]
    return 0 if verb and not sure[0] else sum(sure)


def told_span(coder: SentenceCoder, candidate: Candidate) -> tuple[int, int]:
    """The words of a trigger that the encoder is asked about, as writers of the corpus mark: the run with its head, and
    the others where they stand near ("held military talks"); of a verb of saying what it says must be done."""
    starts = coder.graph.tokens.start
    first = candidate.triggers[0]
    runs = [t for t in candidate.triggers if t.start <= starts[t.token] < t.end] or [first]
    other = next((t for t in runs if t.token != first.token), None)
    if other is not None:
        return other.start, other.end
    own = [t for t in candidate.triggers if t.token == first.token]
    start, end = min(t.start for t in own), max(t.end for t in own)
    near = bisect_left(starts, end) - bisect_left(starts, start) <= _NEAR
    return (start, end) if near else (runs[0].start, runs[0].end)


def is_content(coder: SentenceCoder, candidate: Candidate) -> bool:
    """Whether the encoder is asked at what somebody says of somebody else: it tells whether that is an event, the words
    of saying which, and of whom."""
    first = candidate.triggers[0].token
    return any(t.token != first and coder.graph.is_verb(t.token) for t in candidate.triggers)


def packaged(knowledge: Knowledge) -> Judge | None:
    """The packaged encoder with the rule of ``knowledge``; None where that leaves the encoder out."""
    return Judge(load(), knowledge.coder) if knowledge.coder.encoder else None


class Judge:
    """Reads candidates sentence by sentence."""

    def __init__(self, encoder: Encoder, join: Join) -> None:
        self.encoder, self.join = encoder, join

    def read(self, coder: SentenceCoder, text: str, candidates: list[Candidate]) -> list[Candidate]:
        """Those of ``candidates``, and of the words that no entry claims, that are events, with category, mode, roles
        and confidence decided. ``text``: what the sentence's offsets index."""
        asked = candidates + propose(coder, candidates)
        answers = self.answers(coder, text, asked)
        found = [
            c
            for c, answer in zip(asked, answers, strict=True)
            if (c in candidates if answer is None else self._decide(coder, c, answer, alone=not candidates))
        ]
        return sorted(found, key=lambda c: c.triggers[0].start)

    def answers(self, coder: SentenceCoder, text: str, candidates: Sequence[Candidate]) -> list[Answer | None]:
        """The encoder's answers about the candidates of a sentence; where they stand too far apart, about each
        alone."""
        told = self.asked(coder, text, candidates)
        if len(candidates) < 2:
            return told  # it was alone already
        return [a or self.asked(coder, text, [c])[0] for c, a in zip(candidates, told, strict=True)]

    def asked(self, coder: SentenceCoder, text: str, candidates: Sequence[Candidate]) -> list[Answer | None]:
        """The encoder's answers about candidates of a sentence in one run; None where they stand too far apart."""
        start, end = coder.sentence.start, coder.sentence.end
        spans = [(s - start, e - start) for s, e in (told_span(coder, c) for c in candidates)]
        return self.encoder.triggers(text[start:end], spans) if spans else []

    def parties(self, coder: SentenceCoder, candidate: Candidate, answer: Answer) -> list[Party]:
        """Parties of the sentence outside the trigger's own words. Those of other sentences and implied ones are kept
        as syntax has them, and are not asked about."""
        start, end = coder.sentence.start, coder.sentence.end
        actors = {m.token: m for m in candidate.actor if not m.implied and m.sentence is None}
        recipients = {m.token: m for m in candidate.recipient if not m.implied and m.sentence is None}
        found, standing = [], Standing(coder, candidate, _likeliest(answer))
        deed = candidate.category in HARM
        beside = {k: a for a in sorted(standing.actors) for k in coder.companions(a)}
        asked = {k for k in (*coder.classes.acting, *actors, *recipients, *beside) if k < coder.graph.size}
        for k in sorted(k for k in asked if not (deed and says_whose(coder, k))):
            given = actors.get(k) or recipients.get(k)
            if given is None and k in coder.judges.get(candidate.triggers[0].token, ()):
                continue  # who condemns a raid is none of its parties
            if given is None and k not in beside and not may_act(coder, k, standing.words):
                continue
            mention = given or coder.mention(k, "read")
            if not start <= mention.start < mention.end <= end:
                continue
            said = answer.role(coder.graph.tokens.start[k] - start, coder.graph.tokens.end[k] - start) or (0.5, 0.5)
            as_actor = actors[k].slot if k in actors else None
            as_recipient = recipients[k].slot if k in recipients else None
            slots = as_actor, as_recipient
            stance, barred = standing.stance(k), standing.barred(k, slots)
            to_go = as_recipient is not None and standing.is_to_go(k)
            ground = is_ground(standing, k, as_recipient) and "recipient" not in barred
            hit = as_recipient is not None and is_hit(standing, k)
            first, joins = standing.first(beside.get(k, k)), k in beside
            barred -= {"actor"} if joins else set()
            of = whole_of(coder, k), in_own_deed(standing, k)
            found.append(Party(k, mention, *slots, *said, stance, first, barred, to_go, ground, hit, joins, *of))
        found = as_one(found, coder.classes.twins)
        return in_rows(found, side_by_side(coder.graph, [p.token for p in found], coder.classes))

    def _acts(self, coder: SentenceCoder, mention: Mention) -> bool:
        """Whether a mention is a party; one of another sentence (a speaker) and an implied one are."""
        return mention.sentence is not None or mention.implied or may_act(coder, mention.token)

    def _decide(self, coder: SentenceCoder, candidate: Candidate, answer: Answer, *, alone: bool) -> bool:
        """Write the verdict into the candidate; False where it is no event, or too unsure to be told. ``alone``: no
        entry claims a word of its sentence."""
        lexicon, entry = coder.matcher.lexicon, candidate.triggers[0].entry
        if not candidate.category and not self._may_be_told(coder, candidate, answer):
            return False
        keep = 0.0 if entry in lexicon.certain else self.join.keep ** (_SETTLED if entry in lexicon.sure else 1.0)
        scores = category_scores(answer, candidate.category, candidate.score, self.join.category)
        agreed = 1.0 - scores["NONE"] < keep and _agreed(coder, candidate, answer)
        if 1.0 - scores["NONE"] < (min(keep, self.join.keep ** _AGREED[2]) if agreed else keep):
            return False  # before its parties are looked for, which costs most
        parties = self.parties(coder, candidate, answer)
        content = is_content(coder, candidate)
        open_ = (lambda category: category == candidate.category) if content else open_to(coder, candidate)
        real = "negation" not in candidate.auxiliary
        said = verdict(self.join, candidate.category, candidate.score, answer, parties, open_, real=real)
        roles = filled(said, verb=coder.graph.is_verb(candidate.triggers[0].token))
        if agreed and (said.category != candidate.category or said.event < self.join.keep ** _AGREED[roles]):
            return False
        confidence = round(probability(said.features, self.join.confidence), 3)
        plain = not candidate.category and self._is_plain(said, answer)
        lonely = alone and not plain  # of verbs alone that are done to nobody one in three is right
        if confidence < max(self.join.emit, _LONELY if lonely else 0.0) or (lonely and not said.recipient):
            return False
        well = candidate.category or plain or self._proposed_well(coder, candidate, said.category, answer)
        if not (well and (candidate.category or framed(coder, candidate, said.category))):
            return False
        self._recategorise(candidate, said.category, answer)
        if entry == ENTRY:
            promise(coder, candidate)
        if not content:
            self._tell(candidate, answer)
        if entry not in lexicon.certain and _is_doubtful(coder, candidate, answer):
            return False
        for role in ROLES:
            chosen = _as_said(parties, role, getattr(said, role)) if content else getattr(said, role)
            if entry in lexicon.certain:
                chosen = _as_written(parties, role, chosen)
                if role == "recipient" and lexicon.is_crowds(entry):
                    chosen = [x for x in chosen if x[0].as_recipient is not None]  # nobody is aimed at by riots
            if chosen or role == "recipient" or any(self._acts(coder, m) for m in candidate.actor):
                self._fill(candidate, role, chosen)  # a thing alone as actor stays: ``resolve`` makes no event of it
        candidate.actor = candidate.actor or text_that_says(coder, candidate)
        _describe(coder, candidate, answer)
        top = sorted(answer.category.items(), key=lambda x: -x[1])[:2]
        candidate.rules["encoder"] = "encoder: " + ", ".join(f"{c} {math.exp(p):.2f}" for c, p in top)
        candidate.likely = answer.context
        candidate.confidence = confidence
        return True

    @staticmethod
    def _may_be_told(coder: SentenceCoder, candidate: Candidate, answer: Answer) -> bool:
        """Whether a word without entry is likely enough of any category to be told (``_is_plain``, ``_proposed_well``),
        before its parties are looked for."""
        head = candidate.triggers[0].token
        spoken = coder.graph.is_verb(head) and coder.graph.lemma[head] in coder.matcher.slots.speech
        least = math.log(_DOUBTED if head in coder.doubtful else _SPOKEN if spoken else _UNLISTED)
        return any(p >= least for c, p in answer.category.items() if c != "NONE")

    @staticmethod
    def _is_plain(said: Verdict, answer: Answer) -> bool:
        """Whether the encoder is sure of what a word tells, and of both parties, or of two who do it with each other:
        no list need know it."""
        together = said.category in TOGETHER and sum(chance >= _FILLED for _, chance in said.actor) > 1
        both = together or filled(said, verb=True) == len(ROLES)
        return both and answer.category[said.category] >= math.log(_UNLISTED)

    @staticmethod
    def _proposed_well(coder: SentenceCoder, candidate: Candidate, category: str, answer: Answer) -> bool:
        """Whether a word without entry is told: as what the lexicon lists it for in some sense, if that is likely."""
        known = known_as(coder, candidate.triggers[0].token)
        return category in known and answer.category[category] >= math.log(_UNLISTED)

    def _recategorise(self, candidate: Candidate, best: str, answer: Answer) -> None:
        """Category and mode. The lexicon's mode counts where its category stands."""
        told = set(candidate.mode)
        if not candidate.category:
            candidate.category = best
        elif best != candidate.category:
            candidate.rules["precedence"] = f"{candidate.category} of the lexicon is {best} here"
            candidate.category, told = best, set()
        if len(told) > 1:
            return
        chosen = mode_of(answer, best, told, self.join.mode)
        if chosen is not None and chosen not in told:
            candidate.rules["mode"] = f"encoder: {chosen}"
        candidate.mode = [chosen] if chosen else []

    def _tell(self, candidate: Candidate, answer: Answer) -> None:
        """Auxiliary modes that syntax has not seen, and the status that they make. What syntax read off its cue words
        stands, but for the future of an act that made a threat, refusal or concession of its announcement."""
        held = set(candidate.auxiliary)
        undone = "that will not be is" in candidate.rules.get("precedence", "")
        for name in AUXILIARY:
            if name in held or (undone and name == "negation"):
                continue
            chance = told_chance(answer.auxiliary[name], False, self.join.auxiliary[name])
            if chance >= 0.5:
                held.add(name)
                candidate.rules[f"auxiliary {name}"] = f"encoder: {chance:.2f}"
        announced = candidate.category in ANNOUNCED and "precedence" in candidate.rules
        promised = " to come is " in candidate.rules.get("precedence", "")
        if promised or (announced and answer.auxiliary["future"] < 0.5):
            held.discard("future")  # the act that makes it a threat or a promise is to come, the threat is made
            candidate.rules.pop("future", None)
            candidate.cues.pop("future", None)
        if held != set(candidate.auxiliary):
            candidate.auxiliary = [name for name in AUXILIARY if name in held]
            candidate.status = status_of(candidate.auxiliary, ongoing=candidate.status == "ongoing")

    @staticmethod
    def _fill(candidate: Candidate, role: str, chosen: Sequence[tuple[Party, float]]) -> None:
        """Fill a role with the parties that are chosen, beside those that the sentence does not name."""
        before: list[Mention] = getattr(candidate, role)
        chances = {party.token: round(chance, 2) for party, chance in chosen}
        kept = [m for m in before if m.implied or m.sentence is not None or m.token in chances]
        held = {m.token for m in kept}
        for party, chance in chosen:
            if party.token not in held:
                m = party.mention
                how = "together with the subject" if party.together else f"encoder: {role} {chance:.2f}"
                kept.append(Mention(m.start, m.end, m.token, "read", how))
        for mention in kept:
            mention.chance = None if mention.sentence is not None else chances.get(mention.token)
        setattr(candidate, role, kept)
