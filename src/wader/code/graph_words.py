"""Words whose complement, object or clause the graph of a sentence reads in their own way."""

from __future__ import annotations

HYPHENS = frozenset(("-", "–"))
ASKED_TO = frozenset(("ask", "urge", "tell", "order", "press"))
"""Verbs that in a headline, with only an infinitive behind, tell of whom something is asked."""
WRITTEN = frozenset(
    "letter statement message petition note communique communiqué communication leaflet pamphlet resolution motion "
    "declaration memo memorandum circular telegram cable email e-mail fax missive tweet post video tape report appeal "
    "open-letter manifesto notice document editorial speech broadcast slogan placard banner sign poster flyer text "
    "call".split()
)
"""What says something itself, in the name of whoever wrote it."""
SAID_IN = frozenset(
    "demand urge ask call request warn threaten accuse protest condemn denounce express complain seek beg invite "
    "criticise criticize blame praise thank appeal offer promise reject deny claim welcome declare vow announce "
    "tell order say insist oppose support".split()
)
"""What texts do for who wrote them."""
ASKING = frozenset(
    "call demand appeal plea request threat vow pledge promise offer proposal refusal plan decision order plot".split()
)
"""Nouns whose infinitive is what they are of, whatever stands over them."""
TOLD = ASKING | frozenset(
    "charge accusation allegation complaint insinuation claim assertion contention suspicion suggestion warning "
    "announcement statement assurance commitment agreement insistence admission denial hint".split()
)
"""Nouns of words that somebody says."""
BROUGHT = frozenset(
    "level make bring raise lay issue file hurl publish voice air send receive hear deny reject accept give put "
    "advance repeat face cite drop press prefer trade offer propose sign break keep carry launch answer "
    "ignore dismiss".split()
)
"""Verbs of what is done with words: a clause with "that" and no object tells it of them."""
CAUSE_OBJECT = frozenset(
    "promise vow threaten agree refuse offer pledge telephone phone ring use visit tour meet contact throng".split()
)
"""Verbs whose infinitive is controlled by their subject even beside an object."""
AUXILIARIES = frozenset(("aux", "auxpass"))
"""Relations of the verbs that only help another one."""
LEAVING = frozenset(
    "resignation dismissal removal ouster ousting sacking departure firing impeachment suspension recall replacement "
    "exit overthrow demotion abdication".split()
)
"""Nouns of the end of somebody's office: he is asked to go, where nobody else is asked to see to it."""
QUANTITY = frozenset(
    "some batch group number dozen hundred thousand series most all many part rest handful couple half majority score "
    "several shipment wave round contingent detachment".split()
)
"""Nouns of how many, which stand for what they count."""
