"""Words that, beside a name, say whether it is meant as a place (see ``places.py``): lower case, save ``PARTIES``."""

from __future__ import annotations

INSIDE = frozenset(
    "of and the de es ez la las los del della di do da dos das al el au aux du des en et upon on sur le y e i ul "
    "ud bin ibn".split()
)
"""Small words inside names of places."""
AT = frozenset("in near outside inside across throughout around surrounding visiting within amid beyond".split())
"""Prepositions and the like before a place, hardly before persons."""
TOWARDS = frozenset(
    "from to into toward towards at via through over leaving entering reached reaching left between against with "
    "invaded attacked invading bordering off".split()
)
"""Words before places and others alike."""
OF = frozenset("of for by and or".split())
SIDES = frozenset(
    "northern southern eastern western central north south east west northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern downtown upstate mainland greater rural coastal "
    "neighboring neighbouring nearby occupied post-war war-torn".split()
)
"""Sides and parts of places."""
UNITS_BEFORE = frozenset(
    "town city village district province state region county governorate island port capital suburb municipality "
    "township borough neighborhood neighbourhood republic kingdom parish prefecture oblast hamlet enclave "
    "peninsula".split()
)
"""Kinds of places, before "of" or the name."""
UNITS_AFTER = frozenset(
    "region province district county governorate city town village area state island peninsula valley border "
    "residents area's township suburb prefecture airport".split()
)
"""Kinds of places, small, after a name."""
STREET = frozenset(
    "street st avenue ave road rd drive dr lane ln boulevard blvd highway hwy parkway pkwy turnpike pike way "
    "court ct place terrace circle trail route expressway freeway bridge".split()
)
"""Capitalised after a name: a street."""
TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady judge justice sen rep gov sgt lt col gen capt maj cpl officer "
    "detective deputy sheriff coach rev father sister brother pastor king queen prince princess president "
    "minister secretary mayor chief senator governor professor captain general st saint".split()
)
"""Before a name: a person."""
BODIES = frozenset(
    "police university college school council department county city district mayor sheriff hospital court fire "
    "police's airport international state public regional community medical high elementary middle township "
    "museum times post news tribune herald gazette daily journal chamber board parks library church congress "
    "parliament senate house assembly government ministry embassy army navy air national central federal supreme "
    "security republican democratic attorney area metro memorial center centre fc rovers town village commission "
    "authority company bank exchange stock cup festival olympics games convention independent residents governor "
    "gov sen rep president prime foreign red giants rangers".split()
)
"""After a name: an organisation of that place."""
OFFICES = BODIES | (TITLES - {"st", "saint"})
"""After a name: what it names is no person."""
SAYS = frozenset("said says told adds added asked thinks believes recalled explained testified".split())
"""What persons do, rather than towns."""
SUFFIXES = frozenset(
    "based led backed born area bound held controlled occupied administered ruled made style trained owned run "
    "sponsored supported funded".split()
)
"""After a hyphen: "Lagos-based"."""
PARTIES = frozenset(("D", "R", "I", "DFL", "Ind"))
"""Before a hyphen: "D-Ohio" (capitals count)."""
ARTICLES = frozenset(("a", "an", "the"))
LISTS = frozenset("counties provinces districts states towns cities regions governorates".split())
"""At the end of a list of names."""
OPENERS = frozenset(
    "the a an in at on for from of to by with when while after before as since if and but near inside outside "
    "across throughout former both most many some all".split()
)
"""Capitalised only because they open a sentence."""
GEO = frozenset(
    "river lake county valley mountains mountain island islands bay creek park beach hills heights province "
    "district region peninsula coast desert township parish village forest sea gulf strait falls".split()
)
"""Last words of names of places."""
