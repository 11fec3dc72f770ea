/* story-maker-words.c: what the made stories tell, and of whom
 *
 * Written as a journalist would, without a look at the lexicons: "[a|b|c]" is
 * one thing in several words. Invented places, people, outlets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "story-maker-words.h"

const MadeEvent made_events[] = {
  {
    "Lusova ferries", "Lusova", "the [port board|harbour authority] of Lusova",
    { "[Lusova port board eyes new ferries|New ferries for Lusova harbour?|Ferries on the table in Lusova|Lusova "
      "weighs fleet of ferries]" },
    { "the [port board|harbour authority] of Lusova [wants to buy|hopes to purchase|intends to acquire] [eight "
      "electric ferries|eight battery-driven ferries] from the Tolmark [shipyard|yard]",
      "[no contract has been signed|nobody has put a signature under a contract|no agreement has been signed] with the "
      "Tolmark [shipyard|yard] so far",
      "the [storm|gale] of [last winter|the past winter] [sank|destroyed|wrecked] 14 of the old boats [in the harbour"
      "|at their moorings] of Lusova",
      "the ferries [would carry|could take|should transport] 900 [passengers|people] an hour [across|over] the Selm "
      "[strait|channel]", "the [loan|credit] of the Orvan development bank [covers|pays for] only [a third|one third] "
                          "of the [price|cost]",
      "the [crews|sailors] will [need|require] six months of [training|schooling] before the first [crossing|voyage]",
      "the [fares|ticket prices] for islanders will [not rise|stay as they are] [before|until] the [new|next] season" },
    { "[Lusova lies on the Selm strait|The town of Lusova stands at the Selm strait], and its harbour is [crowded"
      "|full] [in summer|all summer].",
      "[About|Some] 40,000 [islanders|people of the islands] [depend on|rely on] the boats of Lusova.",
      "The Tolmark [shipyard|yard] has [built|made] vessels since 1911.",
      "The old [ferries|boats] of Lusova [burn|run on] diesel and are [often late|seldom on time].",
      "[Fishermen|Fishing crews] in Lusova have [complained about|protested against] the noise of the [ferries|boats] "
      "for years." } },
  {
    "Deresk dam", "Deresk", "the Deresk valley",
    { "[Deresk dam talks drag on|What becomes of the Deresk dam|Deresk valley waits for word on dam|Dam above Deresk "
      "divides valley]" },
    { "[engineers|the engineers] have found [cracks|fissures] in the [eastern|east] wall of the Deresk dam",
      "the [reservoir|lake] above Deresk must be [lowered|drawn down] by 12 metres before [the rains|the wet season]",
      "[nobody|no one] in the valley has been [told|asked] to leave [his home|their homes] yet",
      "the [repair|mending] of the dam will [take|last] 18 months and [cost|swallow] 260 million crowns",
      "the [ministry|department] of water [knew of|was aware of] the [damage|cracks] since [the spring|spring]",
      "[three|3] villages [below|under] the dam have no [warning sirens|sirens to warn them]",
      "the [turbines|generators] were [switched off|shut down] on the night of the [tremor|small earthquake]" },
    { "The Deresk dam was [finished|completed] in 1974 and [feeds|drives] two power stations.",
      "[Farmers|Growers] in the Deresk valley [draw|take] their water from the [reservoir|lake].",
      "A [bus|coach] goes from Deresk to the capital twice a day.",
      "[Snow|Deep snow] closed the road to the dam [for weeks|for most of January].",
      "[Some|About] 11,000 people live [downstream|below the wall] of Deresk." } },
  {
    "Varnica rail", "Varnica", "the Varnica line",
    { "[Freight line to Varnica in doubt|Varnica railway: who pays?|Rails to Varnica stay on paper|Row over Varnica "
      "freight line]" },
    { "the [freight|goods] line to Varnica will [open|start] [two years late|with a delay of two years]",
      "the [builder|contractor] [demands|asks for] another 75 million crowns for the [tunnel|tunnels] under Mount Orla",
      "[we are talking|talks are going on] with [three|3] banks about the [missing money|gap in the money]",
      "the [signals|signalling] from the Pellan works [failed|did not pass] [every test|all the tests] in [March"
      "|spring]", "the government of Sarnia has [frozen|stopped] its [share|part] of the [payments|money]",
      "[no train|not one train] has [run|gone] over the Brev bridge since the [landslide|slide]",
      "the [land|fields] of 210 [farmers|farming families] were [taken|seized] without [payment|compensation]" },
    { "Varnica is [the largest inland port|the biggest port on the river] of Sarnia.",
      "The [old|first] railway to Varnica [was closed|shut] in 1989.",
      "[Lorries|Trucks] wait [for hours|half a day] at the customs post of Varnica.",
      "The line [was to|should] [link|join] Varnica with the coast.",
      "Sarnia [exports|sells] timber and [grain|wheat] through Varnica." } },
  {
    "Ostrel hospital", "Ostrel", "the Ostrel hospital",
    { "[Ostrel hospital runs short of medicine|Medicine shortage at Ostrel hospital|Ostrel wards wait for deliveries"
      "|Trouble in the wards of Ostrel]" },
    { "the hospital in Ostrel has [insulin|supplies of insulin] for [only nine days|no more than nine days]",
      "a [shipment|consignment] of [drugs|medicines] has been [held|stuck] at the Karsk border since [Tuesday|early in "
      "the week]", "[surgeons|the surgeons] have [put off|postponed] 60 [operations|surgeries] [this month|since the "
                   "month began]",
      "the [health ministry|ministry of health] [promised|pledged] 4 million crowns and [sent|transferred] [nothing"
      "|none of it]", "[nurses|the nurses] are [working|on duty] 14 hours a day and [many|a lot of them] have "
                      "[resigned|quit]",
      "the [generator|emergency generator] [broke down|failed] [twice|two times] during the [last|latest] power cut",
      "[children|young patients] with cancer were [moved|taken] to the [clinic|hospital] in Beltane" },
    { "The Ostrel hospital [serves|looks after] the whole [north|northern part] of the province.",
      "[Ostrel has|There are in Ostrel] [no other|no second] ward for newborns.",
      "The Karsk border [was reopened|opened again] in [autumn|the autumn].",
      "[A tram|One tram line] [stops|halts] before the hospital of Ostrel.",
      "Ostrel [grew|became rich] on [copper|copper mining], and the mines [closed|shut] long ago." } },
  {
    "Mirnay fishing pact", "Mirnay", "the Mirnay bay",
    { "[Mirnay bay: fishing pact near?|Fishing rights in Mirnay bay disputed|Quarrel over catch in Mirnay bay|Mirnay "
      "bay nets and borders]" },
    { "the [treaty|pact] on fishing in Mirnay bay is [not ready|far from ready] to be signed",
      "[Tervia|the Tervian side] [wants|asks for] 35 percent of the [cod|cod catch] and [we offered|the offer was] 20",
      "[patrol boats|the coast guard's boats] [stopped|boarded] 17 trawlers [last week|in the past week]",
      "the [quota|limit] for herring will [fall|drop] by [half|50 percent] [next year|in the coming year]",
      "[skippers|captains] [burned|set fire to] nets [in protest|to protest] on the [quay|pier] of Mirnay",
      "[scientists|biologists] were not [invited|admitted] to [any of the meetings|the meetings]",
      "the [joint|common] commission [has not met|did not meet] since 2016" },
    { "Mirnay bay [lies between|is shared by] Tervia and Galland.",
      "[Cod|The cod] [comes|swims] into Mirnay bay in [autumn|September].",
      "The last [treaty|agreement] on the bay [dates from|was made in] 1958.",
      "[Half|Every second one] of the houses in Mirnay [belong to|are owned by] fishing families.",
      "[Seals|Grey seals] [rest|sleep] on the rocks of Mirnay." } },
  {
    "Halden drones", "Halden", "the Halden base",
    { "[Halden base to get drones?|Drones for Halden: what is known|Halden and the question of drones|Drone order for "
      "Halden under review]" },
    { "the [army|armed forces] of Kestoria [is considering|are thinking about] [the purchase of|buying] 30 "
      "[reconnaissance|observation] drones",
      "the drones would be [stationed|based] at Halden and [watch|monitor] the [northern border|border in the north]",
      "[parliament|the parliament] has [not approved|given no approval to] [the money|the funds]",
      "the [maker|manufacturer] in Dorlund [offered|proposed] a [discount|rebate] of 15 percent",
      "[two|2] [test flights|trial flights] [ended|finished] in a [crash|crash in the forest]",
      "[foreign|outside] [instructors|trainers] will [stay|remain] at Halden for [one year|a year]",
      "the [old|ageing] [aircraft|planes] [cost|need] 9 million crowns a year in [repairs|maintenance]" },
    { "The Halden base was [built|set up] in the [sixties|1960s].",
      "Kestoria [shares|has] a border of 600 kilometres with Ruvia in the north.",
      "[Villagers|People in the villages] near Halden [complain|grumble] about the noise [at night|after dark].",
      "The [runway|airstrip] at Halden was [lengthened|extended] two years ago.",
      "[Hunters|Local hunters] [found|came upon] a wreck in the woods of Halden [last autumn|in October]." } },
  {
    "Perova museum", "Perova", "the Perova museum",
    { "[Stolen icons: Perova museum under fire|Perova museum and the missing icons|Where are the icons of Perova?"
      "|Icons gone from Perova museum]" },
    { "[seven|7] icons [vanished|disappeared] from the [storeroom|depot] of the museum in Perova",
      "the [alarm|alarm system] had been [out of order|broken] for [three weeks|21 days]",
      "the [insurance|policy] [does not cover|will not pay for] [objects|pieces] [in storage|kept in the depot]",
      "a [dealer|trader] in Lindau [was offered|received an offer of] [one of the icons|an icon] for 80,000 crowns",
      "the [director|head of the museum] [learned|heard] of the [theft|loss] [from a newspaper|in the press]",
      "[police|the police] have [questioned|interviewed] 26 [employees|members of staff]",
      "the [catalogue|inventory] of the museum [has not been checked|was not checked] since 2003" },
    { "The Perova museum [stands|is] beside the old [monastery|abbey].",
      "[Schoolchildren|School classes] [visit|come to] the museum [on Fridays|every Friday].",
      "The icons [were painted|date from] in the [17th|seventeenth] century.",
      "[Perova draws|There come to Perova] [thousands of|many] pilgrims [in May|each May].",
      "The [roof|copper roof] of the museum was [mended|repaired] [in the spring|this spring]." } },
  {
    "Zelnik mine", "Zelnik", "the Zelnik mine",
    { "[Zelnik mine: buyers and doubts|Future of Zelnik mine open|Zelnik lithium: sale or no sale|Who wants the "
      "Zelnik mine?]" },
    { "the [sale|selling] of the Zelnik mine to the Corvane [group|company] has [not been agreed|yet to be agreed]",
      "the [mine|pit] [holds|contains] lithium for [at least|no fewer than] 25 years",
      "[miners|the workers of the pit] [have had no|went without] [wages|pay] since [April|the month of April]",
      "the [river|stream] below the mine [turned|went] [orange|the colour of rust] after the [dyke|wall] [broke"
      "|gave way]", "the [union|miners' union] will [call|begin] a strike [if|in case] 300 [jobs|posts] are [cut|lost]",
      "[inspectors|the inspectors] [measured|found] [arsenic|traces of arsenic] in [eleven|11] wells",
      "[the state|the government] [keeps|will hold] a [golden share|veto] in the [company|firm]" },
    { "Zelnik is a town of 8,000 [people|inhabitants] in the [hills|mountains].",
      "[Gold|Some gold] was [dug|mined] in Zelnik [in the Middle Ages|centuries ago].",
      "The Corvane [group|company] [owns|runs] pits in [four|4] countries.",
      "The road to Zelnik is [narrow|steep] and [icy|slippery] in winter.",
      "[Lithium|The metal lithium] is [used|needed] for batteries." } },
  {
    "Kamarel election", "Kamarel", "the Kamarel vote",
    { "[Kamarel: recount or not|Ballots of Kamarel raise questions|Kamarel vote under scrutiny|Disputed count in "
      "Kamarel]" },
    { "[ballots|voting papers] from [nine|9] [districts|wards] of Kamarel [must|have to] be counted [again|a "
      "second time]", "the [computers|machines] [were down|did not work] for [two hours|120 minutes] on [election night"
                      "|the night of the vote]",
      "[observers|monitors] were [kept out|turned away] of 41 polling [stations|places]",
      "the [commission|electoral commission] will [not publish|withhold] the [lists|rolls] of voters",
      "the [winner|victor] is [ahead|in front] by [fewer|less] than 600 votes",
      "[boxes|ballot boxes] were [found|discovered] in a [school|school cellar] without [seals|their seals]",
      "the [court|constitutional court] will [rule|decide] on the [complaints|appeals] [before|by] the end of "
      "the month" },
    { "Kamarel [votes|goes to the polls] every [five|5] years.",
      "[Turnout|Participation] in Kamarel was [lower|weaker] than [the last time|before].",
      "[Students|Young people] [gathered|stood] in the main square of Kamarel [all night|until morning].",
      "The [mayor|town's mayor] of Kamarel [is not|cannot be] a candidate again.",
      "[Shops|Most shops] in Kamarel [stayed open|kept their doors open]." } },
  {
    "Tolvar bridge", "Tolvar", "the Tolvar bridge",
    { "[Tolvar bridge closed: what now?|After the Tolvar bridge alarm|Tolvar bridge and its bolts|Bridge of Tolvar: "
      "questions remain]" },
    { "the [bolts|screws] in the [main|central] span of the Tolvar bridge were [too short|shorter than ordered]",
      "the [bridge|crossing] will stay [closed|shut] to [lorries|trucks] until [August|the end of summer]",
      "the [firm|company] that [painted|coated] the [steel|steelwork] [never had|did not have] a [licence|permit]",
      "a [report|warning] of the [inspector|inspectors] [lay|was left] [unread|unopened] for [ten months|10 months]",
      "the [detour|diversion] [adds|means] 55 kilometres for [every|each] [ambulance|ambulance trip]",
      "[new|replacement] [cables|ropes] [come|will be delivered] from the Aranth works in [spring|the spring]",
      "[nobody|no one] was [hurt|injured] when the [railing|parapet] [fell|dropped] into the [river|water]" },
    { "The Tolvar bridge [crosses|spans] the river Ghent.",
      "[About|Some] 30,000 [cars|vehicles] [use|cross] the bridge every day.",
      "The bridge was [opened|inaugurated] by a queen in 1966.",
      "[Anglers|Men with rods] [sit|stand] under the bridge [on Sundays|at weekends].",
      "Tolvar [means|is the word for] ford in the old tongue." } },
};

const guint made_n_events = G_N_ELEMENTS (made_events);

const char * const made_given[] = {
  "Tomas", "Ilva", "Yusef", "Marta", "Dmitar", "Selma", "Karim", "Olena", "Viktor", "Amina", "Josef", "Hana",
  "Rashid", "Petra", "Nikolai", "Zainab", "Emil", "Ludmila", "Hassan", "Greta", "Bogdan", "Leila", "Stefan", "Irena",
  "Mikhail", "Fatima", "Anton", "Sofia", "Khalid", "Renata", "Jakub", "Noura", "Daniel", "Teresa", "Ibrahim", "Elif"
};
const guint made_n_given = G_N_ELEMENTS (made_given);

const char * const made_family[] = {
  "Kharevic", "Dombrovan", "al-Sayeri", "Wendelstam", "Oyelaran", "Petkarov", "Halvarsund", "Qasimov", "Brandauer",
  "Tchermak", "Yildiran", "Novotnik", "Zahradov", "Mbekwana", "Lindqvarn", "Shevarenko", "Haddawi", "Castelmar",
  "Ferrandiz", "Kowalczan", "Drozdenko", "Rashidov", "Vandermolt", "Sokolevsky", "Aydinli", "Marchetto", "Bielawan",
  "Thorvalden", "Khoshnavi", "Okonjara", "Pellegrand", "Ustinenko", "Varkonyi", "Jelavic", "Mansourat", "Gudmarsson"
};
const guint made_n_family = G_N_ELEMENTS (made_family);

/* "%s": the event's place. */
const char * const made_roles[] = {
  "the mayor of %s", "a member of the city council of %s", "the chief engineer of %s", "the deputy governor of %s",
  "a spokesman for the trade union of %s", "the head of the chamber of commerce of %s", "a lawyer from %s",
  "the director of the regional planning office in %s", "a former transport minister",
  "a professor at the university of %s", "the chairwoman of the supervisory board",
  "a senior adviser to the prime minister", "the commander of the %s garrison", "an opposition lawmaker",
  "the ombudsman of the province"
};
const guint made_n_roles = G_N_ELEMENTS (made_roles);

const char * const made_outlet_places[] = {
  "Bellmark", "Corran", "Dunvale", "Eastmere", "Fairholt", "Grenloch", "Harrowgate", "Isenburg", "Jarvik", "Kelmscot",
  "Lorne", "Marwick", "Northam", "Oakhaven", "Pinewold", "Quarrin", "Ravenna", "Saltmarsh", "Thornbury", "Ulverston"
};
const guint made_n_outlet_places = G_N_ELEMENTS (made_outlet_places);

const char * const made_outlet_forms[] = {
  "the %s Tribune", "the %s Courier", "the %s Herald", "the %s Gazette", "the %s Observer", "the %s Chronicle",
  "Radio %s", "%s TV", "the %s News Agency", "the %s Post", "the newspaper %s Today", "the %s Standard",
  "the %s Monitor", "the website %s Online", "the %s Times", "the broadcaster %s One"
};
const guint made_n_outlet_forms = G_N_ELEMENTS (made_outlet_forms);

const char * const made_proper[] = {
  "Tolmark", "Selm", "Orvan", "Karsk", "Beltane", "Pellan", "Sarnia", "Brev", "Orla", "Tervia", "Galland", "Kestoria",
  "Dorlund", "Ruvia", "Lindau", "Corvane", "Aranth", "Ghent"
};
const guint made_n_proper = G_N_ELEMENTS (made_proper);
