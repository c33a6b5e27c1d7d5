"""Persons of a page: what titles, appositions and the registry of offices say about each, and who a surname means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from wader.annotate.bodies import heading
from wader.annotate.holders import is_other_post, is_told_before, lasted, one_person, outlasts
from wader.annotate.names import STATE_KINDS
from wader.annotate.titles import ASSOCIATIONS, GENERIC_ROLES, OWN_SECTOR, PLEADING, Title
from wader.knowledge.actors import NON_STATES
from wader.knowledge.offices import PROMINENT, OfficeEntry, Offices, validity
from wader.knowledge.terms import standing

FUZZY_FROM = 7
"""Shortest name, in letters, for which one wrong letter is forgiven."""

_OFFICIAL = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "PTY"])
_PRIVATE = frozenset(["CVL", "EDU", "BUS", "JRN", "MED"])
"""Sectors of callings that say less than a public office, or a candidate's, of the same person."""
_HONOURS = ("winner", "laureate")
"""Last words of what is an honour, and no office: "the peace prize winner", who is a president."""
_HEADS = ("head of state", "head of government", "monarch")
_RULERS = frozenset(["leader", "ruler", "national leader", "top leader", "political leader"])
"""Titles of no office that those have who lead a state."""
_PUBLIC = frozenset([
    "central bank governor", "chief of defence", "spokesperson", "interior minister", "finance minister",
])  # fmt: skip
"""Classes of office whose holders news names by their full names without saying who they are."""
_WITH_MAIDEN_NAME = 3
_KNOWN_FROM = 5
"""Shortest surname, in letters, by which somebody is known wherever the page is about."""
_CANDIDACY = 2
"""Years before an office in which its later holder is a candidate for it."""


@dataclass(slots=True)
class Person:
    """Somebody named on the page. ``title_code`` marks that ``code`` comes from words beside the name."""

    name: str
    code: str | None = None
    sector: str | None = None
    other_sectors: list[str] = field(default_factory=list)
    office: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None
    religion: str | None = None
    ethnicity: str | None = None
    rule: str = ""
    described: bool = False
    unlisted: bool = False
    """Whom a list has under the name is somebody else: of an age at which few are known, or otherwise addressed."""
    before: frozenset[str] = frozenset()
    """The words right before the full name."""


def describe_here(person: Person, title: Title, codes: Counter[str]) -> None:
    """``describe``, with the sector that a word has in the country that the page names most (``codes``)."""
    describe(person, title)
    own = title.role is not None and title.role.sector == person.sector  # a member of parliament of a party
    for role in (None if own else title.group, title.role):
        if role is not None and role.by_country and person.sector == role.sector and codes:
            person.sector = role.sector_in(codes.most_common(1)[0][0])


def describe(person: Person, title: Title) -> None:
    """Add to ``person`` what a title or apposition says; what an earlier one said stays."""
    role, owner, group = title.role, title.owner, title.group
    if role is None:
        return
    entry = owner.entry if owner else None
    body = entry is not None and entry.kind not in STATE_KINDS and (
        entry.kind not in ("religious", "ethnic") or entry.sector is not None
    )
    last = role.lemma.rsplit(" ", 1)[-1]
    sector, others = role.sector, list(role.other_sectors)
    governs = last == "minister" and entry is not None and entry.kind == "armed group"  # rebels in power
    court = (group is not None and group.sector == "JUD") or (entry is not None and entry.sector == "JUD")
    generic = last in GENERIC_ROLES and not governs and not (court and last in PLEADING)
    if group is not None and group.lemma == "executive" and body and entry is not None and entry.sector:
        group = None  # "the union's executive director"
    if group is not None and group.kind == "person" and entry is not None and entry.kind == "igo":
        group = None  # "the UN refugee chief"
    church = entry is not None and entry.kind == "religious" and entry.sector == "REL"
    if generic and body and entry is not None and (entry.kind in ASSOCIATIONS or church) and entry.sector:
        sector, others = entry.sector, list(entry.other_sectors)
    elif last in ("analyst", "commentator") and entry is not None and entry.sector == "JRN":
        sector = "JRN"  # a broadcaster's
    elif generic and (role.lemma.count(" ") == 0 or role.lemma.startswith(("vice ", "deputy "))):
        if group is not None and group.sector and not (group.sector == "CVL" and sector):
            sector, others = group.sector, list(group.other_sectors)
        elif body and entry is not None and (last not in OWN_SECTOR or entry.kind not in ("agency", "ministry")):
            sector, others = entry.sector, list(entry.other_sectors)
        elif sector is None and entry is not None and entry.kind in STATE_KINDS:
            sector = "GOV"
        sector = heading(group.lemma, sector) if group is not None else sector
    code = role.code or (owner.code if owner and entry is not None and entry.kind not in ("religious",) else None)
    if role.lemma == "chief executive" and (entry is None or entry.kind not in STATE_KINDS) and not body:
        sector, others = "BUS", []
    if title.former and sector not in _NO_ELITE:
        others = [sector, *others] if sector and sector != "ELI" else others
        sector = "ELI"
        code = None if code == "MNC" else code  # a company's head of old is of his country
    if person.described and person.sector and not title.office:  # the party of a governor makes him no mere member
        person.code = person.code or code
        return
    bare = generic and entry is None and group is None  # "President Kowal" may be a bank's
    plain = person.sector == "CVL" or (person.office or "").lower().endswith(_HONOURS)
    if person.described and (plain or person.sector in _PRIVATE) and sector in _OFFICIAL and not title.former and (
        plain or not bare
    ):  # "a son of immigrants", "a law professor", who is a secretary of state or a candidate too
        person.described, person.code = False, code if plain else code or person.code
    if not person.described or (person.code is None and code is not None):
        person.sector, person.other_sectors = sector, others
        person.office = title.office or None
        person.rule = title.rule
    if person.code is None or (not person.described and code is not None):
        person.code = code
    if entry is not None:
        person.religion = person.religion or entry.religion
        person.ethnicity = person.ethnicity or entry.ethnicity
    person.described = True


_NO_ELITE = frozenset(["REB", "UAF", "CRM", "JRN", "CVL", "LAB", "AGR", "MED", "EDU", "REF", None])  # "former reporter"
_POLITICS = frozenset(["GOV", "LEG", "PTY", "OPP", "ELI"])
"""Sectors that one and the same person may be said to be of."""
_FORMERLY = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP"])
"""Sectors of persons without an office who are of the elite when their time there is over; a rebel stays one."""
_OVER_RANK = frozenset(["SPY", "COP", "GOV"])
"""Sectors of an office that say more than the military rank of its holder."""


class Registry:
    """Who holds which office when, asked for the persons of one page.

    ``date``: ISO, or None where unknown. ``codes``: how often the page names which country, for a full name without
    any title may also be somebody else's.
    """

    def __init__(
        self, offices: Offices, date: str | None, codes: Counter[str], own: Callable[[str], bool] = lambda _: False
    ) -> None:
        """``own``: whether the user's own lists of persons have a name."""
        self._offices, self._date, self._codes, self._own = offices, date, codes, own

    def identify_all(self, persons: Sequence[Person]) -> None:
        """Fill what the registry knows of each; then, of those it did not know, what it knows of people of the states
        whose officers it found: beside Hillary Clinton, Bernie Sanders is the senator."""
        for person in persons:
            self.identify(person)
        found = {p.code for p in persons if p.code and p.identifier_text} - {*NON_STATES, *self._codes}
        if not found:
            return
        self._codes.update(sorted(found))
        for person in persons:
            if person.sector is None and person.identifier_text is None:
                self.identify(person)

    def identify(self, person: Person) -> None:
        """Fill what the registry knows of ``person``; words of the page about office and country win."""
        if len(person.name.split()) > 1:
            found = self._not_another(person, self._named(person.name))
            private = person.rule.startswith("title") and person.sector == "CVL"  # "his friend Jane Roe"
            if (person.rule.startswith("apposition") or private) and self._is_famous(person, found):
                person.code, person.sector, person.other_sectors, person.office = None, None, [], None
                person.described = False  # the words behind the name spoke of somebody else
            best, sure = self._best(person, found)
        elif person.described and person.office and len(person.name) > 1:
            best, sure, found = self._titled(person)
        elif not (person.described or person.unlisted) and person.code is None and len(person.name) > 1:
            found = ()
            best, sure = self._bare(person.name)
        else:
            return
        if best is None and not found and not self._own(person.name):
            best, sure = self._misspelt(person)
            if best is not None:
                found = (best,)
        if best is not None:
            in_office = any(self.standing(e) == "in" and e.sector == person.sector for e in found)
            self._fill(person, best, sure, in_office)

    def _titled(self, person: Person) -> tuple[OfficeEntry | None, bool, tuple[OfficeEntry, ...]]:
        """Of a surname with a title: the holder it means, whether he is the only one, all of that surname."""
        titled = self._office_class(person)
        found = self._offices.surname(person.name, self._date)
        if titled is None:  # "Sheikh Hasina": what looks like a title is a part of the name
            whole = self._offices.holders_named(f"{person.office} {person.name}", self._date)
            if whole:
                person.described, person.sector, person.other_sectors, person.office = False, None, [], None
                return *self._best(person, whole), whole
            if person.code is not None and person.sector == "GOV" and (person.office or "").lower() in _RULERS:
                top = self._ruler(tuple(e for e in found if e.code == person.code))
                return top, top is not None, found
        if not found and person.sector == "ELI":  # a former holder, by the surname alone
            past = self._offices.surname(person.name, None)
            found = tuple(e for e in past if self.standing(e) == "past" and e.office_class == titled)
        elif not found and titled in _HEADS and person.code is None:  # whom news calls by the title for good
            called = self._offices.surname(person.name, None)
            past = tuple(e for e in called if e.office_class == titled and lasted(e))
            found = past if all(self.standing(e) == "past" for e in past) else ()
        return *self._best(person, tuple(e for e in found if titled is not None and e.office_class == titled)), found

    def _ruler(self, found: Iterable[OfficeEntry]) -> OfficeEntry | None:
        """Whom "the country's leader Kim" means: of its heads of that surname the one who surely is in office, the head
        of state before the premier."""
        heads = [(validity(e, self._date), _HEADS.index(e.office_class), e) for e in found if e.office_class in _HEADS]
        first = min((held[:2] for held in heads), default=None)
        top = [e for *rank, e in heads if tuple(rank) == first]
        return top[0] if top and one_person(top) else None

    def is_holder(self, name: str) -> bool:
        """Whether a full name, perhaps misspelt, is that of somebody in high office on the page's date."""
        return self._date is not None and one_person(self._offices.misspelt_head(name, self._date))

    def _misspelt(self, person: Person) -> tuple[OfficeEntry | None, bool]:
        """The one holder of high office on the page's date whom a name spelt wrong means: of the office and country
        that the page gives, else of a country that it names, else of a full name."""
        titled = self._office_class(person) if person.described and person.office else None
        if self._date is None or (person.described and titled is None and person.office):
            return None, False
        if person.code is not None:
            found = self._offices.misspelt(person.name, self._date, person.code, titled)
        elif " " in person.name and titled in (None, *PROMINENT):
            found = self._offices.misspelt_head(person.name, self._date)
        else:
            found = ()
        found = tuple(e for e in found if titled is None or e.office_class == titled)
        return (found[0], True) if one_person(found) else (None, False)

    def leads(self, surname: str, *, weak: bool = False) -> bool:
        """Whether a bare surname is that of a head of state or government whom the page may well mean, or (where it
        is no ``weak`` sign of a name) of somebody else as well known."""
        best, _ = self._bare(surname)
        if best is None:
            return False
        return (best.office_class in _HEADS and self.standing(best) == "in") or (
            not weak and (self._is_known(surname) or not self._offices.surname(surname, None))  # or misspelt
        )

    def is_title(self, word: str) -> bool:
        """Whether a bare word is rather a title than the surname of somebody whom the page may mean."""
        return self._offices.title(word) is not None and not self.leads(word)

    def _is_famous(self, person: Person, found: tuple[OfficeEntry, ...]) -> bool:
        """Whether a name is a state leader's of a country that the page names, whatever an apposition says of another
        country, or of a private person."""
        heads = [e for e in found if e.office_class in _HEADS and e.code in self._codes]
        if not heads or not one_person(heads):
            return False
        return person.code != heads[0].code or person.sector in (None, "CVL", "BUS")

    def _named(self, name: str) -> tuple[OfficeEntry, ...]:
        """Offices of a full name, also in the other order ("Hayashi Yoshimasa") and without its initials."""
        found = self._offices.holders_named(name, self._date)
        found = tuple(e for e in found if e.office or self.standing(e) != "future")
        if any(e.office for e in found):  # what somebody was before an office, the office says as well
            held = any(e.office and self.standing(e) == "in" for e in found)  # a senator who runs is one
            known = any(e.office_class in PROMINENT for e in found)
            found = tuple(
                e for e in found
                if e.office or not (held or self.standing(e) == "past" or e.sector == "ELI")
                or (self._date is None and not known and outlasts(e, found))
            )  # fmt: skip
        words = name.split()
        if not found and len(words) == 2:
            found = self._offices.holders_named(" ".join(reversed(words)), self._date)
        plain = [w for w in words if len(w.rstrip(".")) > 1]
        if not found and 1 < len(plain) < len(words):
            found = self._offices.holders_named(" ".join(plain), self._date)
        if not found and len(plain) == _WITH_MAIDEN_NAME:
            called = self._offices.holders_named(f"{plain[0]} {plain[-1]}", self._date)
            found = tuple(e for e in called if e.office_class in PROMINENT)
        if not found and len(plain) >= _WITH_MAIDEN_NAME:  # the mother's name, which lists leave out
            called = self._offices.holders_named(" ".join(plain[:-1]), self._date)
            found = tuple(e for e in called if e.office_class in PROMINENT)
        return found

    def _not_another(self, person: Person, found: tuple[OfficeEntry, ...]) -> tuple[OfficeEntry, ...]:
        """Without Wader's rows where the user's lists have the name, and without rows of people in no office who are
        plainly somebody else: of another walk of life than the page says, or too young."""
        if self._own(person.name):
            return tuple(e for e in found if self._offices.is_own(e))
        said = person.sector if person.described else None

        def alike(entry: OfficeEntry) -> bool:
            return said is None or said == entry.sector or {said, entry.sector or ""} <= _POLITICS

        def elsewhere(entry: OfficeEntry) -> bool:  # a colonel is no minister of a state that the page does not name
            return person.code is None and not self._codes[entry.code] and not alike(entry)

        return () if person.unlisted else tuple(e for e in found if (e.office or alike(e)) and not elsewhere(e))

    def _bare(self, surname: str) -> tuple[OfficeEntry | None, bool]:
        """The holder of high office whom a bare surname means: of a country that the page names, else the one who
        leads a state on the page's date; without a date the latest."""
        # On a page without a date nobody is meant who held an office for some weeks.
        held = tuple(e for e in self._offices.surname(surname, self._date) if self._date or lasted(e))
        here = [e for e in held if e.code in self._codes]
        if not here and self._date:
            here = [e for e in held if e.office_class in _HEADS and self.standing(e) == "in"]
        if not here:  # out of office by then, or soon to be in it
            others = self._offices.surname(surname, None) if self._date else held
            here = [e for e in others if self._codes[e.code] > 1 and (self._is_near(e) or self.standing(e) == "past")]
        if not here and not held and self._date and len(surname) >= FUZZY_FROM:
            here = [e for code in self._codes for e in self._offices.misspelt(surname, self._date, code)]
        if not here and self._is_known(surname):
            here = list(held or self._offices.surname(surname, None))
        if not here:
            return None, False
        code = max(here, key=lambda e: self._codes[e.code]).code
        here = [e for e in here if e.code == code]
        near = [e for e in here if self.standing(e) == "in"] or [e for e in here if self._is_near(e)] or here
        return near[0], one_person(near)

    def _is_known(self, surname: str) -> bool:
        """Whether readers know by a bare surname who is meant: nobody of another state who has it held an office, and
        it is long enough not to be a chance likeness, and no title ("Mayor"). In or out of office by then, but not
        before it, and for more than some weeks."""
        if len(surname) < _KNOWN_FROM or self._offices.title(surname) or not self._offices.is_rare(surname):
            return False
        held = [e for e in self._offices.surname(surname, self._date) if lasted(e)]
        past = [e for e in self._offices.surname(surname, None) if e.office_class in _HEADS and lasted(e)]
        return bool(held) or any(self.standing(e) != "future" for e in past)

    def _is_near(self, entry: OfficeEntry) -> bool:
        """Whether somebody will lead a state soon after the page's date: a candidate by then."""
        if self._date is None or entry.since is None or entry.office_class not in _HEADS:
            return False
        return 0 <= int(entry.since[:4]) - int(self._date[:4]) <= _CANDIDACY

    def _fill(self, person: Person, best: OfficeEntry, sure: bool, in_office: bool) -> None:
        if sure:
            person.name = best.name if len(person.name.split()) == 1 else person.name
            person.identifier_id, person.identifier_text = best.identifier_id, best.name
        person.code = person.code or best.code
        standing = self.standing(best)
        past = standing == "past" and person.sector in (None, "ELI")
        if (past or self._offices.was(best, person.sector, self._date)) and self._offices.runs(best, self._date):
            person.sector, person.other_sectors = "PTY", ["ELI"]  # a former minister who runs for president
            person.rule = f"{person.rule or 'office'}; candidate: {best.entry}"
            return
        if person.described and person.sector in ("BUS", "CVL") and standing == "future" and self._is_near(best):
            person.sector = "PTY"  # a tycoon who runs for office
        if person.described and person.sector:
            titled = self._office_class(person) if person.office else None
            held = not in_office and (titled is None or titled == best.office_class)
            held = held and not is_other_post(person.office, best)
            over = standing == "past" and held and best.until and best.office
            if over and person.sector == best.sector and self._date:
                # "President Bush" in 2016: news keeps the title, PLOVER does not
                person.sector, person.other_sectors = "ELI", [best.sector, *person.other_sectors]
                person.rule = f"{person.rule}; until {best.until}: {best.entry}"
            elif sure and standing == "in" and person.office and titled is None and best.sector == person.sector:
                # A rank is no office: "General Jan Kowal" who commands the army.
                person.office = best.office or person.office
            elif sure and standing == "in" and titled is None and person.sector == "MIL" and self._over_rank(best):
                person.sector = best.sector  # a general who heads the secret service
                person.office = best.office or person.office
            return
        person.rule = f"{'office' if best.office else 'person'}: {best.entry}"
        if standing == "future":  # known to us, in no office yet
            person.sector = "PTY" if self._is_near(best) or best.sector == "LEG" else "ELI"
            return
        if sure:
            person.office = best.office or None
        if standing == "past" and (best.office or best.sector in _FORMERLY):
            person.sector, person.other_sectors = "ELI", [best.sector] if best.sector else []
        else:
            title = self._offices.title(best.office)
            clergy = title is not None and title.kind == "clergy"  # the pope is rather a priest than a head of state
            person.sector = title.sector if title is not None and clergy else best.sector or "GOV"

    def _over_rank(self, best: OfficeEntry) -> bool:
        """Whether an office says more than its holder's rank: on a page without a date only that of who leads a state,
        since others were officers before and after."""
        return best.sector in _OVER_RANK and (self._date is not None or best.office_class in _HEADS)

    def standing(self, entry: OfficeEntry) -> str:
        """``in`` office, ``past`` or ``future`` on the page's date; ``in`` where no date decides."""
        found = standing(entry.since, entry.until, entry.as_of, self._date)
        return "in" if found == "perhaps" else found

    def is_another(self, person: Person, title: Title) -> bool:
        """Whether a title before a bare surname is a relative's: "President Bush" where the page has named Jeb Bush."""
        held = self._offices.titles.office_class(title.office, person.code)
        surname = person.name.rpartition(" ")[2]
        if held not in _HEADS or surname == person.name:
            return False
        own = self._named(person.name)
        heads = [e for e in self._offices.surname(surname, None) if e.office_class == held]
        return bool(own) and bool(heads) and all(e.office_class != held for e in own)

    def _is_public(self, entry: OfficeEntry) -> bool:
        """Whether news names somebody by full name alone: one of a kind, in office on the page's date."""
        return self._date is not None and entry.office_class in _PUBLIC and self.standing(entry) == "in"

    def _office_class(self, person: Person) -> str | None:
        office = person.office or ""
        title = self._offices.title(office)
        if title is None or (person.code and person.code in NON_STATES):  # a bank's president heads no state
            return self._offices.titles.office_class(office, person.code)
        return title.office

    def _titled_alike(self, person: Person, found: Iterable[OfficeEntry]) -> list[OfficeEntry]:
        """The one person of a full name who is in the office that a title names on the page's date, of whatever state:
        "Gov. Jan Kowal" on a page that names no country."""
        titled = self._office_class(person) if person.office and self._date is not None else None
        held = [e for e in found if titled is not None and e.office_class == titled and self.standing(e) == "in"]
        return held if held and one_person(held) else []

    def _best(self, person: Person, found: tuple[OfficeEntry, ...]) -> tuple[OfficeEntry | None, bool]:
        """The first holder that fits, and whether nobody else does; None where there is none, or where several of
        different countries fit as well."""
        fitting = [e for e in found if person.code == e.code or person.code is None]
        if not person.described or person.code is None:
            here = [e for e in fitting if e.code in self._codes]
            own = [e for e in fitting if e.office_class in PROMINENT or self._is_public(e) or self._offices.is_own(e)]
            told = [e for e in fitting if is_told_before(e, person.before)]
            fitting = told or here or own or self._titled_alike(person, fitting)
        if not fitting:
            return None, False
        titled = self._office_class(person) if person.office else None
        same = [e for e in fitting if titled is not None and e.office_class == titled]
        fitting = same or fitting
        if self.standing(fitting[0]) == "future":  # of offices to come the first
            fitting = sorted(fitting, key=lambda e: e.since or "9")
        alike = [e for e in fitting if self.standing(e) == self.standing(fitting[0])]
        sure = one_person(alike) or bool(person.described and same)
        return (fitting[0], sure) if sure or len({e.code for e in alike}) == 1 else (None, False)
