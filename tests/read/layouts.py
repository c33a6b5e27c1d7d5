"""Page dumps in layouts that crawlers meet, written for these tests: no word of them was published anywhere."""

MAGAZINE = """\
Skip to content
Home
World
Africa
Subscribe
Home | News | East Africa | Security
Ministers of Talora and Brenwick sign border accord after week of talks
By Amina Osei | Published: March 4, 2019 at 09:15
Share on Facebook
Tweet
3 min read
File photo: soldiers at the Kesse crossing. Photo: J. Mbeki
The foreign ministers of Talora and Brenwick signed an accord on Monday that reopens their border after eleven months.
Under the accord both armies will pull back ten kilometres from the Kesse crossing, the ministry in Talora said.
Advertisement
ALSO READ: Brenwick opposition rejects budget
"We have chosen trade over trenches," the Taloran minister told reporters after the signing.
A long dispute
The quarrel began when Brenwick arrested six customs officers, whom it accused of smuggling fuel.
Aid groups said that at least 40 people were wounded in clashes along the river in January.
(With inputs from AFP)
Related Posts
Five things to know about the Kesse crossing
Talora central bank holds rates
Leave a Reply
Your email address will not be published. Required fields are marked *
Mary says
I think the accord will never hold because the generals do not want it to hold at all.
Copyright © 2019 The Harbour Magazine. All rights reserved.
"""

WIRE = """\
Rebels free 12 hostages in northern Karzan: army - Xinhua

NAIROBI, June 3 (Xinhua) -- Rebels in northern Karzan released twelve hostages on Sunday, the army said.

The hostages, most of them teachers, had been held since a raid on a school in April.

An army spokesman said that no ransom was paid.
"""

AMERICAN = """\
We use cookies to improve your experience. By continuing to use this site you agree.
Accept all
Menu
Search
U.S.
Politics
Senate panel subpoenas arms maker over drone sales
By JORDAN BLAKE and PRIYA NATARAJAN
Updated 5:14 PM EST, 03/05/2019
Facebook
Twitter
Email
WASHINGTON (AP) — A Senate panel on Tuesday subpoenaed the chief of a drone maker over sales to a sanctioned state.
The company said it would cooperate with the panel but denied that it had broken any law.
Story continues below advertisement
"Nobody is above the export rules," the panel's chairwoman said.
___
Follow us on Twitter
Sign up for our newsletter
Most Read
Storm closes schools across the coast
Actor weds in secret ceremony
© 2019 Example Media Group
"""

WRAPPED = """\
Fishermen block harbour over quotas

The fishermen of Port Ansel blocked the harbour with forty boats on
Wednesday to protest against new quotas, and the coast guard warned that
it would tow away any boat that did not leave by nightfall.

The minister of fisheries, who met their leaders in the afternoon, said
that the quotas had been agreed with neighbouring states and could not be
changed before the spring, although he promised to pay for lost days.
"""

UNDATED = """\
Home / World / Sahel
Junta in Niger frees former ministers

Two years after the military coup in Niger, the junta released four former ministers from prison, their lawyers said.

The men walked out of a prison near the capital last Wednesday (August 6) and were met by their families.

A lawyer said that talks on the fate of the others would continue this week.

In Niger, soldiers seized power in July 2023 and closed the borders.

Post a Comment
0 Comments
"""

ANNIVERSARY = """\
Villages still in tents

Nepal marked the tenth anniversary of the earthquake with prayers in the valley, where many families live in tents.

Officials in Kathmandu said that rebuilding would take four more years.
"""

SPANISH = """\
Inicio
Política
El gobierno y los sindicatos firman un acuerdo sobre los salarios
Publicado el 12 de marzo de 2021
El gobierno y los sindicatos firmaron el viernes un acuerdo que sube los salarios de los maestros, dijo la ministra.
La ministra explicó que el acuerdo entrará en vigor en septiembre y que costará dos mil millones.
"""

MENU_ONLY = """\
Home
News
Sports
Contact us
Privacy Policy
© 2020 Nothing Here
"""

HTML = """\
<!DOCTYPE html><html lang="en"><head><title>Envoys meet on island - Harbour Daily</title>
<meta property="article:published_time" content="2020-09-14T08:00:00+02:00"/>
<meta name="author" content="Lena Brandt"/></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Envoys meet on island</h1>
<p>Envoys of Talora and Brenwick met on a neutral island on Sunday to discuss the release of prisoners of war.</p>
<p>They agreed to exchange lists of names within ten days, a mediator said after the meeting had ended.</p>
<p>Advertisement</p>
<p>The mediator, a retired judge, said that both sides had thanked her and asked her to go on with her work.</p>
<p>Read more: What the prisoners left behind</p>
<p>No date was set for a second meeting, but both delegations said they hoped to meet again before the winter.</p>
</article><footer>© 2020 Harbour Daily</footer></body></html>
"""
