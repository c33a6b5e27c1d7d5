"""Who is named on a page: states and peoples, organisations, persons with their offices, and roles.

Knowledge and the words beside a name overrule the small model's labels: titles, appositions, role nouns, the
gazetteers, and full names that later surnames repeat. Names are found without the model too, so that sentences on which
it was not run still carry the persons of the page.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from wader.annotate import entity_words as ew
from wader.annotate.descriptions import DescriptionReader
from wader.annotate.employed import employ, enlist
from wader.annotate.entity_words import PARTY_AND_STATE, agrees, is_same, latest_year, with_initials
from wader.annotate.holders import words_before
from wader.annotate.listed import share
from wader.annotate.name_table import NameTable
from wader.annotate.names import (
    DOMESTIC_KINDS,
    PLACE_KINDS,
    STATE_KINDS,
    Hit,
    Words,
    choose,
    gazetteer_hits,
    is_agency_mark,
    is_out,
    stands_apart,
    words_of,
)
from wader.annotate.namesakes import called_so, drop_unknown, is_called_after, is_part_of_name, is_stray, is_sure
from wader.annotate.placed import Knows, find_placed
from wader.annotate.propagate import Person, Registry, describe_here
from wader.annotate.recognise import recognise
from wader.annotate.runs import Labels, NameRun, Reading, RunReader, joined
from wader.annotate.titles import FORMER, GENERIC_ROLES, QUALIFIERS
from wader.knowledge.actors import NON_STATES
from wader.knowledge.roles import RoleEntry
from wader.records import Article, Entity, Placed, Sentence


def find_names(
    article: Article, sentences: list[Sentence], ner: dict[int, Labels], knowledge: Knows
) -> tuple[list[Entity], list[Placed]]:
    """The entities of a page in document order, the headline's first, not overlapping within a kind of name.

    ``ner``: by sentence ``sequence``, the model's spans as document offsets (start, end, label); sentences that it
    lacks are read without. Roles ("the junta") are found in parsed sentences only. With them the names that the page
    places and the knowledge does not hold.
    """
    finder = _Finder(article, knowledge)
    reads = [finder.read(sentence, ner.get(sentence.sequence, [])) for sentence in sentences]
    finder.settle(reads)
    entities: list[Entity] = []
    for read in reads:
        found = finder.entities(read)
        found.sort(key=lambda e: (e.start, e.end))
        entities.extend(found)
    return entities, find_placed(reads, entities, knowledge)


class _Finder:
    """Finds the entities of one page."""

    def __init__(self, article: Article, knowledge: Knows) -> None:
        self._article, self._knowledge = article, knowledge
        self._titles = DescriptionReader(knowledge.roles)
        self._runs = RunReader(knowledge.roles)
        self._date = article.date.last if article.date else None
        gender, holders = knowledge.actors.gender, knowledge.offices.holders_named
        self._table = NameTable(lambda n: bool(holders(n, self._date)), gender)
        self._day = self._date or latest_year(article.text)
        self._armed = not self._date and ew.ARMED.search(article.text[:20_000]) is not None
        self._codes: Counter[str] = Counter()
        self._concerned: Counter[str] = Counter()
        """States whose parties, media and other bodies the page names."""
        self._spelt_out: dict[str, str] = {}
        self._bodies: dict[str, Entity] = {}
        """The bodies named so far that no list has."""

    # --- reading -----------------------------------------------------------------------------------------

    def read(self, sentence: Sentence, labels: Labels) -> Reading:
        """Gazetteer hits and capitalised names of a sentence, titles not yet read."""
        words = words_of(self._article, sentence)
        roles, actors = self._knowledge.roles, self._knowledge.actors
        hits = [h for h in gazetteer_hits(words, actors) if not is_part_of_name(words, h, roles, actors)]
        for hit in hits:
            if hit.code is not None and hit.entry.kind in STATE_KINDS and hit.entry.ambiguous != "generic":
                self._codes[hit.code] += 1
            elif hit.code is not None and hit.code not in NON_STATES and is_sure(hit):
                self._concerned[hit.code] += 1
        names = self._runs.read(words, hits, labels)
        for hit in hits:  # persons are names like others: titles and the page's date say more of them
            if hit.entry.kind == "person" and hit.entry.brought:
                choose(hit, self._day, None, None, ())
            if hit.entry.kind == "person" and not is_out(hit.entry, self._day) and not is_called_after(words, hit):
                names.append(NameRun(with_initials(words, hit.i), hit.j, "PERSON", None, known=hit.entry))
        names = joined(names, words, roles)
        kept = [hit for hit in hits if hit.entry.kind != "person" and not is_agency_mark(words, hit)]
        return Reading(words, kept, names)

    # --- the page's persons ------------------------------------------------------------------------------

    def settle(self, reads: list[Reading]) -> None:
        """Choose readings of ambiguous names by the page's date and countries, then gather its persons."""
        page = self._codes.most_common(1)[0][0] if self._codes else None
        self._spelt_out = ew.short_forms(reads)
        for read in reads:
            ew.unname(read, self._spelt_out)
            read.hits = [hit for hit in read.hits if not is_stray(read.words, hit, self._codes)]
            for before, hit in pairwise(read.hits):
                # "The Pakistani Foreign Office" is not the Foreign Office that the bare name means.
                if before.j == hit.i and before.entry.kind == "demonym" and hit.entry.kind in DOMESTIC_KINDS:
                    same = next((e for e in hit.entries if e.code == before.code), None)
                    hit.entry = same or hit.entry
                    hit.owned = same is None
                    hit.code = before.code
            for n, hit in enumerate(read.hits):
                entry = hit.entry
                doubtful = len(hit.entries) > 1 or entry.ambiguous or entry.since or entry.until
                if doubtful and not hit.owned:
                    choose(hit, self._day, ew.beside(read, n), page, self._codes)
                    if self._armed and not self._day:
                        armed = [e for e in hit.entries if e.kind == "armed group" and e.code == entry.code]
                        hit.entry = armed[0] if armed else hit.entry
            read.discarded = [h for h in read.hits if is_out(h.entry, self._day)]
            read.hits = [h for h in read.hits if not is_out(h.entry, self._day) and not self._is_role(read.words, h)]
        actors, offices = self._knowledge.actors, self._knowledge.offices
        dropped = drop_unknown(
            reads, self._codes, actors, lambda name: [e.code for e in offices.holders_named(name, self._date)]
        )
        self._concerned.subtract(hit.code for hit in dropped if hit.code is not None and is_sure(hit))
        codes = self._codes + self._concerned
        registry = Registry(self._knowledge.offices, self._date, codes, actors.is_own)
        for read in reads:
            self._read_titles(read)
        plain_first = sorted(reads, key=lambda read: read.words.headline)
        for single in (False, True):
            for read in plain_first:
                for name in read.names:
                    if (name.j - name.i == 1) == single:
                        self._enter(read.words, name, registry)
            if not single and self._table.has_small():
                for read in reads:
                    self._find_small(read)
        ew.note_ages(reads)
        registry.identify_all(list(self._table.persons.values()))
        enlist(reads, self._article.text)
        for read in reads:
            employ(read, self._knowledge.roles.lookup("member"))
            for name in read.names:
                if name.known is not None and name.person is not None and is_same(name):
                    recognise(name.person, name.known)

    def _is_role(self, words: Words, hit: Hit) -> bool:
        """Whether a generic name ("Security Forces") of no known country is better read as the role that it is."""
        letters = hit.j - hit.i == 1 and words.word[hit.i].isupper() and hit.entry.code not in NON_STATES
        doubtful = hit.entry.ambiguous == "generic" or len(hit.entries) > 1
        if letters and doubtful and all(entry.code != hit.code for entry in hit.entries):
            return True  # letters that mean something else here
        if hit.entry.ambiguous != "generic" or hit.code is not None:
            return False
        if hit.entry.kind == "metonym":
            return True
        found = self._knowledge.roles.longest_ending([w.lower() for w in words.word[hit.i : hit.j]], hit.j - hit.i - 1)
        return found is not None and found[0] == hit.j - hit.i

    def _read_titles(self, read: Reading) -> None:
        ends = {hit.j: hit for hit in read.hits}
        for name in read.names:
            name.title = before = self._titles.before(read.words, name.i, ends)
            if before is not None and before.role is not None and ew.is_rank(before):
                after = self._titles.after(read.words, name.j, ends)  # "General X, director of the secret police"
                if after is not None and after.role is not None and ew.outranks(after):
                    name.title = after
            if before is None or before.role is None:
                after = self._titles.after(read.words, name.j, ends) or ew.seat(read.words, name, self._knowledge.roles)
                name.title = after or self._titles.serving(read.words, name.j, ends) or before
            elif before.owner is None and before.group is None and before.role.lemma in GENERIC_ROLES | {"priest"}:
                after = self._titles.after(read.words, name.j, ends)  # "commander X, a member of the Front"
                if after is not None and after.role is not None and after.role.lemma in GENERIC_ROLES:
                    before.owner, before.group = after.owner, after.group
            if before is not None and before.role is not None:
                self._titles.behind(read.words, name.j, ends, before)
        share(read, self._titles, self._knowledge.actors, self._knowledge.roles.lookup("member"))

    def _enter(self, words: Words, name: NameRun, registry: Registry) -> None:
        """Enter a name into the page's table where it is a person's."""
        text = " ".join(words.text(name.i, name.j).split())
        single = name.j - name.i == 1
        if single and name.title is None and words.tag is not None and words.tag[name.i][:2] in ("VB", "MD"):
            return  # "(begin recording)" names nobody
        found = self._table.find(text, fuzzy=single, called=words.word[name.i - 1] if name.i else "")
        if found is None and words.headline and name.j - name.i > 2:  # "Jan Kowal Picks Up": where his name ends
            found = self._table.find(" ".join(words.word[name.i : name.i + 2]), fuzzy=False)
            name.j = name.i + 2 if found is not None else name.j
        if found is None and name.known is not None:
            text = name.known.name if single else text
            found = self._table.find(text, fuzzy=False) or (self._table.add(text), "name")
        if found is None and words.headline and name.label != "PERSON":
            return  # a headline's capitals may run over the name
        leads = found is None and single and name.title is None and len(text) > 2 and not words.headline
        heads = found is None and single and len(text) == 2 and name.label == "PERSON" and registry.leads(text)  # "Xi"
        if not (leads and name.label in ew.MISTAKEN and registry.leads(text, weak=name.weak)):
            named = not name.weak and (self._is_person(words, name, text) or (not single and registry.is_holder(text)))
            if found is None and name.title is None and not named:
                return
            if name.weak and name.title is None and (found is None or found[1] != "surname"):
                return
            unknown = found is None and single and name.title is None
            if unknown and not heads and (name.label != "PERSON" or len(text) < 3 or registry.is_title(text)):
                return
        if found is not None and found[1] != "name" and single:
            another = name.title is not None and registry.is_another(found[0], name.title)
            found = None if another or not agrees(found[0], name) else found
        if name.title is not None and name.title.role is not None and self._is_body(words, name):
            return
        name.person, name.how = found if found is not None else (self._table.add(text), "name")
        if name.known is not None and len(text.split()) > len(name.known.name.split()) > 1:
            self._table.call(name.person, name.known.name.rpartition(" ")[2])
        if not single and not name.person.before:
            name.person.before = words_before(words, name.i)
        if name.title is not None:
            describe_here(name.person, name.title, self._codes)
            if name.title.rule == PARTY_AND_STATE:
                name.person.code = name.person.code or "USA"

    def _find_small(self, read: Reading) -> None:
        """Surnames of the page that restored capitals missed, for they are words too: "carter said"."""
        words = read.words
        taken = {k for part in (read.hits, read.names) for each in part for k in range(each.i, each.j)}
        for k, tag in enumerate(words.tag or ()):
            if k in taken or tag not in ("NN", "NNP") or not words.word[k].islower() or len(words.word[k]) < 4:
                continue
            if self._table.is_small_surname(words.word[k]):
                read.names.append(NameRun(k, k + 1, "PERSON", None))
        read.names.sort(key=lambda name: name.i)

    def _is_person(self, words: Words, name: NameRun, text: str) -> bool:
        if self._is_body(words, name):
            return False
        if name.title is None and ew.is_several(words, name, self._knowledge.roles):
            return False  # "MLAs", "Kar Sevaks"
        if name.label == "PERSON":
            return True
        if name.j - name.i == 1 or name.label in ("FAC", "LOC", "NORP", "WORK_OF_ART", "EVENT", "LAW"):
            return False
        return bool(self._knowledge.offices.holders_named(text, self._date))

    def _is_body(self, words: Words, name: NameRun) -> bool:
        """Whether the last word says that the name is an organisation's: "Assistance Association"."""
        last = words.lemma[name.j - 1]
        if last in ew.COMPANY or any(words.word[k] in ("of", "for") for k in range(name.i, name.j)):
            return True
        found = self._knowledge.roles.longest_ending(words.lemma, name.j - 1)
        return found is not None and name.j - name.i >= found[0] and found[1].kind in ("institution", "group", "thing")

    # --- entities ----------------------------------------------------------------------------------------

    def entities(self, read: Reading) -> list[Entity]:
        """All entities of a sentence."""
        words = read.words
        covered = [False] * len(words.word)
        found: list[Entity] = []
        titled = [name.title for name in read.names if name.title and name.title.role and name.person]
        for name in self._split(read):
            if name.person is None and any(t.i <= name.i and name.j <= t.j for t in titled):
                continue  # part of somebody's title
            entity = self._of_name(words, name, read.hits)
            if entity is not None:
                found.append(entity)
                covered[name.i : name.j] = [True] * (name.j - name.i)
        for hit in (*read.hits, *read.discarded):
            found.append(self._of_hit(words, hit))
            covered[hit.i : hit.j] = [True] * (hit.j - hit.i)
        if words.tag is not None:
            found.extend(self._roles(read, covered))
        return found

    def _split(self, read: Reading) -> list[NameRun]:
        """The names of a sentence; a headline's run that means nobody is taken apart ("Blair Calls")."""
        if not read.words.headline:
            return read.names
        names: list[NameRun] = []
        for name in read.names:
            text = read.words.text(name.i, name.j)
            if name.person is not None or name.j - name.i == 1 or self._table.find(text, fuzzy=False):
                names.append(name)
                continue
            parts = [NameRun(k, k + 1, None, None, True) for k in range(name.i, name.j)]
            known = [p for p in parts if self._table.find(read.words.text(p.i, p.j), fuzzy=False)]
            names.extend(known or [name])
        return names

    def _of_hit(self, words: Words, hit: Hit) -> Entity:
        entry, text = hit.entry, words.text(hit.i, hit.j)
        if is_out(entry, self._day):  # nobody, and whose they are is nobody's
            return self._entity(words, hit.i, hit.j, "MISC", name=text, rule=f"discarded: {entry.entry}")
        if (house := called_so(words, hit)) == "radio":
            rule = f"media: {entry.entry}"
            return self._entity(words, hit.i - 1, hit.j, "ORG", name=text, code=hit.code, sector="JRN", rule=rule)
        if house is not None:
            return self._entity(words, hit.i - 1, hit.j, "FAC", name=text, rule=f"called after: {entry.entry}")
        body = entry.entry.startswith("organisations.yaml")  # a religious body is no people
        kind = "ORG" if body else ew.KIND_OF_ENTRY.get(entry.kind, "ORG")
        sector = entry.sector
        if entry.kind in ("state", "capital", "metonym"):
            sector = entry.sector or "GOV"
        if entry.kind in PLACE_KINDS and hit.i and words.lemma[hit.i - 1] in ew.LOCATIVE:
            sector = None  # where it happens, not who acts
        single = hit.j - hit.i == 1 and not (hit.i and words.lemma[hit.i - 1] in ew.LOCATIVE)
        namesake = entry.ambiguous == "person" or (entry.kind in ew.CALLED and single)
        found = self._table.find(words.text(hit.i, hit.j), fuzzy=False) if namesake else None
        if found is not None and found[1] == "surname":
            return self._of_person(words, hit.i, hit.j, found[0], "surname")
        return self._entity(
            words, hit.i, hit.j, kind, name=entry.name if kind != "NORP" else entry.identifier_text, code=hit.code,
            sector=sector, other_sectors=list(entry.other_sectors),
            identifier_id=None if hit.owned else entry.identifier_id,
            identifier_text=None if hit.owned else entry.identifier_text, office=entry.office, religion=entry.religion,
            ethnicity=entry.ethnicity, rule=f"{entry.kind}: {entry.entry}",
        )  # fmt: skip

    def _of_name(self, words: Words, name: NameRun, hits: list[Hit]) -> Entity | None:
        person, how = name.person, name.how
        text = " ".join(words.text(name.i, name.j).split())
        if person is None and not self._is_body(words, name):
            found = self._table.find(text, fuzzy=not name.weak)
            if found is not None and (found[1] != "first name" or name.label == "PERSON"):
                person, how = found
        if person is not None:
            return self._of_person(words, name.i, name.j, person, how)
        if name.weak:
            return None
        if text.lower() in ew.CREEDS:
            return self._entity(words, name.i, name.j, "MISC", name=text, rule="discarded: a creed")
        kind = ew.KIND_OF_LABEL.get(name.label or "", "MISC")
        end = next((k for k in range(name.i, name.j) if words.word[k] in ("of", "for")), name.j)
        role = self._knowledge.roles.longest_ending(words.lemma, end - 1)
        if role is not None and role[0] >= name.j - name.i and words.tag is not None:
            return None  # "Parliament", "Foreign Ministry": a role, and read as such
        public = role is not None and role[1].sector is None and role[1].lemma in ew.PUBLIC and name.j - name.i > 2
        bodily = role is not None and role[1].kind in ("institution", "group", "armed") and role[1].sector is not None
        called = name.label == "PERSON" and self._knowledge.actors.gender(words.word[name.i]) is not None
        if called and role is not None and role[0] == 1:
            bodily = False  # "Rufus Church"
        if (words.headline and name.label != "ORG") or (role is not None and role[1].lemma in ew.STATE_NOUNS):
            bodily = False
        if role is not None and (bodily or public) and name.j - name.i > 1:
            body, code = role[1], role[1].code or self._code_before(name.i, hits)
            self._bodies[text] = self._entity(
                words, name.i, name.j, "ORG", name=text, code=code, sector=body.sector or "GOV",
                other_sectors=list(body.other_sectors), rule=f"body: {body.entry}",
            )  # fmt: skip
            return self._bodies[text]
        whole = self._bodies.get(self._spelt_out.get(text, ""))
        if whole is not None:
            return self._entity(words, name.i, name.j, "ORG", name=whole.name, code=whole.code, sector=whole.sector,
                                other_sectors=list(whole.other_sectors), rule=whole.rule)  # fmt: skip
        if words.lemma[name.j - 1] in ew.COMPANY and name.j - name.i > 1:
            return self._entity(words, name.i, name.j, "ORG", name=text, sector="BUS", rule="company suffix")
        if words.headline and name.label != "PERSON":
            return None
        if name.label is None and (words.tag is None or not words.tag[name.j - 1].startswith("NNP")):
            return None
        if name.label is not None and name.label not in ew.KIND_OF_LABEL:
            return None
        rule = f"model: {name.label}" if name.label else "capitals"
        return self._entity(words, name.i, name.j, kind, name=text, rule=rule)

    def _of_person(self, words: Words, i: int, j: int, person: Person, how: str) -> Entity:
        rule = person.rule or "person"
        full = person.identifier_text or (person.name if " " in person.name else None)
        return self._entity(
            words, i, j, "PERSON", name=person.name, code=person.code, sector=person.sector,
            other_sectors=list(person.other_sectors), identifier_id=person.identifier_id,
            identifier_text=full, office=person.office, religion=person.religion, ethnicity=person.ethnicity,
            rule=rule if how == "name" else f"{how}; {rule}",
        )  # fmt: skip

    def _code_before(self, i: int, hits: list[Hit]) -> str | None:
        return next((h.code for h in hits if h.j == i and h.entry.kind in STATE_KINDS), None)

    def _roles(self, read: Reading, covered: list[bool]) -> list[Entity]:
        """Roles that are heads of their noun phrase: "troops", "security forces", "the junta"."""
        words, found = read.words, []
        tags, tokens = words.tag or [], words.sentence.tokens
        assert tokens is not None
        ends = {hit.j: hit for hit in read.hits}
        titles = {n for name in read.names if name.title and name.person for n in range(name.title.i, name.title.j)}
        for k, tag in enumerate(tags):
            if not tag.startswith("NN") or covered[k] or k in titles:
                continue
            if tokens.dep[k] in ("compound", "nmod") and tokens.head[k] > k:
                continue
            role = self._knowledge.roles.longest_ending(words.lemma, k)
            if role is None or role[1].kind == "thing" or role[1].lemma in ew.STATE_NOUNS:
                continue
            if any(covered[k + 1 - role[0] : k + 1]):
                continue
            i = k + 1 - role[0]
            entity = self._of_role(words, i, k + 1, role[1], ends)
            if entity.sector is not None or entity.code is not None:
                found.append(entity)
        return found

    def _of_role(self, words: Words, i: int, j: int, role: RoleEntry, ends: dict[int, Hit]) -> Entity:
        left, owner, former = i, None, False
        while left > 0 and owner is None:
            word = words.lemma[left - 1]
            owner = ends.get(left)
            if owner is not None and stands_apart(words, owner):
                return self._role_entity(words, i, j, role, None, former)
            former = former or word in FORMER - {"late"}
            tag = words.tag[left - 1] if words.tag is not None else ""
            linked = word in QUALIFIERS or word in ("'s", "’s", "-", "’") or tag.startswith(("JJ", "NN"))
            if owner is None and (not linked or left < i - 3):
                break
            left = owner.i if owner else left - 1
        return self._role_entity(words, i, j, role, owner, former)

    def _role_entity(self, words: Words, i: int, j: int, role: RoleEntry, owner: Hit | None, former: bool) -> Entity:
        entry = owner.entry if owner else None
        sector = role.sector
        if entry is not None and entry.kind not in STATE_KINDS and role.lemma in GENERIC_ROLES and entry.sector:
            sector = entry.sector
        others = list(role.other_sectors)
        if former and sector not in (None, "REB", "CRM", "UAF", "CVL", "ELI"):
            sector, others = "ELI", [str(sector), *others]
        code = role.code or (owner.code if owner else None)
        return self._entity(
            words, i, j, "ROLE", name=words.text(i, j), code=code, sector=sector,
            other_sectors=others, office=role.office, religion=entry.religion if entry else None,
            ethnicity=entry.ethnicity if entry else None, rule=f"role: {role.entry}",
        )  # fmt: skip

    def _entity(self, words: Words, i: int, j: int, kind: str, *, name: str, rule: str, code: str | None = None,
                sector: str | None = None, other_sectors: list[str] | None = None, identifier_id: str | None = None,
                identifier_text: str | None = None, office: str | None = None, religion: str | None = None,
                ethnicity: str | None = None) -> Entity:  # fmt: skip
        return Entity(
            start=words.start[i], end=words.end[j - 1], in_=words.sentence.in_, text=words.text(i, j), kind=kind,
            sentence=words.sentence.sequence, name=name, code=code, sector=sector, other_sectors=other_sectors or [],
            identifier_id=identifier_id, identifier_text=identifier_text, office=office, religion=religion,
            ethnicity=ethnicity, rule=rule,
        )  # fmt: skip
