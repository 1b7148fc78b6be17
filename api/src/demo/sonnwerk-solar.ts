import { LabelColour } from '../label/label-colour';
import type { CompanyScript } from './script';

const aylin = 'Aylin Kaya';
const jonas = 'Jonas Brandt';

/** Plans, installs and maintains solar power in the upper Rhine valley. */
export const sonnwerkSolar: CompanyScript = {
  name: 'Sonnwerk Solar',
  labels: [
    { name: 'Roof', colour: LabelColour.ORANGE, about: /roof|carport|barn|listed|snow/i },
    { name: 'Storage', colour: LabelColour.PURPLE, about: /battery|sauna|pump/i },
    { name: 'Maintenance', colour: LabelColour.TEAL, about: /check|fault|16 years|meter|hail/i },
    { name: 'Office', colour: LabelColour.YELLOW, about: /tax|feed-in|brochure|offer|appointment|tender/i },
    { name: 'Complaint', colour: LabelColour.RED, about: /complaint|short by|missing/i },
  ],
  people: [
    {
      name: 'Käthe Schönemann',
      email: 'k.schoenemann@backhaus-wiehre.example',
      phone: '+49 30 23125 118',
      company: 'Backhaus Wiehre',
      position: 'Owner',
      source: 'Referral',
      metadata: { roof: 'flat, 420 m²', annualUse: '96 MWh' },
      knownForDays: 45,
      talks: [
        {
          subject: 'Bakery roof: 80 kWp',
          daysAgo: 0.04,
          by: jonas,
          script: `
            < Good morning Mr Brandt, I have your offer for the bakery roof. We bake from 2 to 7 in the morning. What good is the sun to me?
            > Good morning Ms Schönemann. Your cold rooms and the shop use about 55 % of the energy by day. That's what the 80 kWp cover, the ovens stay on the grid.
            < And a battery for the ovens?
            > A deck oven draws 60 kW for four hours. A battery of that size would not pay for itself in its lifetime, so I left it out on purpose.
            < I appreciate that. What about the second variant with 60 kWp?
            > It saves 19,000 in the purchase but the cold rooms run short from October. The 80 pay back in 8.5 years, the 60 in 9.
            < Then 80. My landlord has to sign as well, he's worried about the roof membrane.
            > I'll send him the load calculation and the membrane maker's approval. We use ballast, no screw goes through his roof.
            ! The membrane maker's approval is in the folder "Freiburg roofs". Take the samples along, he wants to touch them.
            < He'd like to have that in writing, and to meet you on site.
            > Wednesday or Thursday at 10 would suit me. The statement is attached.
            < Thursday at 10. Coffee and butter pretzels are guaranteed.`,
        },
        {
          subject: 'Structural survey of the roof',
          daysAgo: 21.5,
          by: aylin,
          script: `
            > Dear Ms Schönemann, the structural engineer has time on the 4th at 8. Does someone have the key to the roof hatch?
            < My son Paul will be there, he has it.
            > Thank you. The result takes about five working days.
            > ~5d It's here: the roof carries 25 kg per square metre more, we need 17. Nothing stands in the way.
            < That's a relief. Please put it in the folder with the offer.
            = close`,
        },
      ],
    },
    {
      name: 'Étienne Muller',
      email: 'etienne.muller@domaine-muller.example',
      phone: '+33 3 53 01 44 20',
      company: 'Domaine Muller',
      position: 'Winegrower',
      source: 'Trade fair',
      metadata: { site: 'Colmar', roof: 'cellar, south-west' },
      talks: [
        {
          subject: 'Cellar cooling from solar',
          daysAgo: 1.2,
          by: jonas,
          script: `
            < We met in Offenburg. During fermentation I cool 40,000 litres in September, just when the sun still works. Can we match the two?
            > Very well, in fact. Cooling follows the sun by itself: the control raises the cooling at noon and the tanks hold the cold until evening.
            < So the wine is the battery?
            > A very good one, and it improves with age. I'd need the data sheets of your two chillers.
            ! Ask Mulhouse before we promise dates: two people are on leave in February.
            < Photos of the plates attached. One is from 1998.
            > The old one can only be on or off, the newer one takes a signal. That's enough: 24 kWp and a controller, 31,400 with installation. French grid forms are included, my colleague in Mulhouse files them.
            < My wife asks about hail, we had 4 cm in June.
            > Modules of hail class 4 are tested at 40 mm. They cost 6 % more and your insurer usually returns half of that.
            < Hail class 4, then. When could you begin?
            > Scaffold in the second week of February, before you prune. Two days on the roof, one in the cellar.`,
        },
      ],
    },
    {
      name: 'Mehmet Öztürk',
      email: 'm.oeztuerk@cold-chain-baden.example',
      phone: '+49 69 90009 241',
      company: 'Cold Chain Baden',
      position: 'Technical manager',
      source: 'Website',
      knownForDays: 210,
      metadata: { system: '310 kWp, 2023', contract: 'Full service' },
      talks: [
        {
          subject: 'Inverter 4 reports an insulation fault',
          daysAgo: 0.2,
          by: aylin,
          script: `
            < Inverter 4 switched off at 7.20 this morning with an insulation fault. It's raining. The other nine run.
            > I see it in the monitoring. It comes from string 2, resistance at 180 kΩ. Please don't touch the cables of that row, our service van is on its way.
            < How long?
            > Ms Novak will be with you at 11.30. Until then you lose about 4 kW, in this weather it's less.
            < She's here and on the roof.
            > She found a marten. That is, a cable that it chewed. Replaced, and put into metal conduit along the edge.
            < Inverter 4 is back. Could you do the same on all the edges? I've seen more droppings.
            > I'd advise it: 130 metres of conduit and a mesh, 2,900. It's outside the contract, so I'm sending you an offer first.
            < Please. And thank you for the speed.`,
        },
      ],
    },
    {
      name: 'Annika Bergström',
      email: 'annika.bergstrom@brevlada.example',
      phone: '+46 8 465 004 31',
      source: 'Newsletter',
      metadata: { house: 'Emmendingen, built 1962' },
      talks: [
        {
          subject: 'Heat pump and solar together?',
          daysAgo: 2.5,
          by: jonas,
          script: `
            < We moved from Sweden into a house from 1962. Oil heating must go. Should we do the heat pump first or the solar?
            > If the roof needs no repair within ten years: solar first, sized for the heat pump. May I ask for the oil use and the flow temperature?
            < 2,400 litres a year. The heater shows 62 degrees in January.
            > At 62 a heat pump works, but not gladly. Try 50 for two weeks and tell me which rooms get cold.
            < ~4d Only the bathroom and the north room.
            > Excellent. Then two larger radiators, not a whole new system. I'd plan 12 kWp and a cable ready for the heat pump.
            < That's far less than we feared. When would you come to measure?
            > Next Tuesday at 3? I need an hour and the attic ladder.
            < Tuesday works. There will be cinnamon buns.`,
        },
      ],
    },
    {
      name: 'Rafael Domínguez',
      email: 'rafael.dominguez@correo.example',
      source: 'Website',
      metadata: { system: '9.6 kWp + 10 kWh' },
      talks: [
        {
          subject: 'Battery does not charge',
          daysAgo: 3.4,
          by: aylin,
          script: `
            < Since Friday the battery has stayed at 20 % though the roof makes 3 kW. The app shows "standby".
            > Hello Mr Domínguez. The manufacturer sent an update on Friday, and some batteries wait for a restart since. May I do it from here? Your house stays on.
            < Please do.
            > Done. It should begin charging within ten minutes.
            < 21 %... 22 %. It works! Do I lose anything for those days?
            > About 14 kWh fed into the grid instead of stored. I've written to the manufacturer and asked for a goodwill payment.
            < That's more than I expected, thank you.
            > ~3d They credit 25.00 to all who were affected, it comes with the next statement.
            = close`,
        },
      ],
    },
    {
      name: 'Tatjana Novaković',
      email: 't.novakovic@hausverwaltung-dreisam.example',
      phone: '+49 89 99998 302',
      company: 'Hausverwaltung Dreisam',
      position: 'Property manager',
      source: 'Referral',
      metadata: { flats: 24 },
      talks: [
        {
          subject: 'Solar for 24 flats',
          daysAgo: 0.5,
          by: jonas,
          script: `
            < The owners' meeting is in three weeks. They want solar for the tenants of 24 flats and they don't want more paperwork. Is there such a thing?
            > There is since last year: the shared building supply. Each flat keeps its own contract for the rest, you only divide what the roof gives.
            < Who does the metering?
            > A metering company, 42 a flat and year. We set it up, you receive one list a month.
            < And if someone doesn't want to take part?
            > Then their share goes to the others. Nobody can be forced and nobody pays for it.
            < I need three slides that a retired teacher and a banker both understand.
            > Attached, four slides: what it costs, what each flat saves, what changes, what doesn't.
            < The fourth one will win the vote. Could you be there in person, Thursday the 12th, 6 pm?
            > I'll be there, with a module to touch.
            = snooze 10`,
        },
      ],
    },
    {
      name: 'Lucía Herrera Paz',
      email: 'lucia@kita-sonnenkaefer.example',
      company: 'Kita Sonnenkäfer',
      position: 'Head',
      source: 'Website',
      talks: [
        {
          subject: 'Nursery: can the children see the energy?',
          daysAgo: 5,
          by: aylin,
          script: `
            < The town has given us 30 modules. Is there something with which children see that the sun works?
            > We build a panel with a sun that lights up in five steps and a little fan that turns. It's 220, and it needs no numbers.
            < Wonderful. Could the children paint the sun themselves?
            > Even better. We send you the wooden disc, 50 cm, and fix the lights after it's dry.
            < It's painted. It's purple.
            > Then Freiburg has a purple sun. We mount it on Friday at 9 if the children may watch.
            < Twenty-six children watched. They now run outside to see whether the fan turns.
            = close`,
        },
      ],
    },
    {
      name: 'Dr. Friedrich Wägele',
      phone: '+49 40 66969 107',
      source: 'Phone',
      metadata: { prefers: 'phone calls', house: 'listed building' },
      talks: [
        {
          subject: 'Listed building: what is allowed',
          daysAgo: 6,
          by: jonas,
          script: `
            < My house is from 1780 and listed. The office said no to black modules on the street side. Is that the end of it?
            > Not at all. They've approved red modules on clay tiles nearby, and the courtyard side is usually free.
            < Red modules? Do those exist?
            > Terracotta, matt. They give 30 % less and cost twice as much, so I would use them only where you must.
            < The courtyard faces south-east.
            > 28 modules there, all black, 11.8 kWp. The street stays as it was in 1780. I've drawn it from the three corners that the office asks for.
            < I shall submit that at once.
            > ~6d Any news from the office?
            < Approved this morning, with the remark "exemplary". I've framed it.
            > Congratulations. You'll have the final offer by Friday.`,
        },
      ],
    },
    {
      name: 'Hristo Dimitrov',
      email: 'hristo.dimitrov@poshta.example',
      source: 'Website',
      metadata: { house: 'Denzlingen, gable roof' },
      talks: [
        {
          subject: 'Offer comparison',
          daysAgo: 7.7,
          by: aylin,
          script: `
            < I have three offers and yours is the second most expensive. Why should I choose you?
            > May I see the other two? You're welcome to hide the names.
            < Attached. Both have 10 kWp as well.
            > The cheapest has no scaffold and no registration with the grid operator, about 2,300 together. The other one is a good offer: the same inverter, a shorter warranty.
            < You say that a competitor is good?
            > They are. What we have over them: we come within two working days if something fails, also in year 12.
            < My neighbour said exactly that about you. All right, please send the contract.
            > It's on the way. You can withdraw for 14 days, that's on page 2.
            = snooze 8`,
        },
      ],
    },
    {
      name: 'Ingeborg Røed',
      email: 'ingeborg.roed@nordbo.example',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Snow on the modules',
          daysAgo: 0.9,
          by: aylin,
          script: `
            < First snow in the Black Forest, the roof is white and the app says 0. Should I sweep it off?
            > Please don't. The glass scratches, and you on a wet roof are worth more than 3 kWh.
            < How long does it stay?
            > At your pitch of 38 degrees it slides within a day or two of sun. Keep the path below the eaves free!
            < It came down just now with a noise like a train. Nobody was below.
            > Snow guards over the door would be wise: 340 for four metres, one hour of work.
            < Yes please, before Christmas.`,
        },
      ],
    },
    {
      name: 'Giovanni Esposito',
      email: 'g.esposito@gelateria-esposito.example',
      company: 'Gelateria Esposito',
      position: 'Owner',
      source: 'Walk-in',
      talks: [
        {
          subject: 'Charging point for customers',
          daysAgo: 9,
          by: jonas,
          script: `
            < I want a charging point in front of the shop: people eat ice cream, the car drinks sun. Good idea?
            > Good idea. 11 kW give them 60 km in an hour. Who should pay for the current?
            < The first 20 minutes are free with three scoops!
            > Then you need a box with an app and calibrated billing, and the pavement belongs to the town. Is the space in front yours?
            < The two spaces by the wall are mine, I have the deed.
            > Then it's easy: box 1,450, foundation and cable 1,900, registration included.
            < And in winter, when I'm closed?
            > It can be opened for everybody and earn its keep, or sleep. You set that in the app.
            < We do it. Ready by the first of March, when the season begins?
            > The grid operator needs six weeks for the approval, so yes, if we file it this week.
            < File it! And come for a coffee.
            = snooze 20`,
        },
      ],
    },
    {
      name: 'Sabine Hürlimann',
      email: 'sabine.huerlimann@hof-hueslenmatt.example',
      company: 'Hof Hüslenmatt',
      position: 'Farmer',
      source: 'Trade fair',
      metadata: { animals: '60 dairy cows', roof: '1,100 m² barn' },
      talks: [
        {
          subject: 'Barn roof with asbestos sheets',
          daysAgo: 10.8,
          by: jonas,
          script: `
            < Our barn has old fibre cement. Somebody told us the modules can go right on top. True?
            > No. It's forbidden to drill into it, and rightly so. The sheets have to come off by a certified firm, then trapezoidal steel, then modules.
            < That'll cost a fortune.
            > Removal and new roof about 58 a square metre. With 1,100 square metres of modules you earn that back in seven years. There's a state grant for the removal, 30 %.
            < Who applies for it?
            > We do, together with you. I need the year of construction and a sample report.
            < Built in 1984, sample from the vet... from the laboratory I mean, attached.
            > Chrysotile, as expected. The application is filed, the file number is 25-1187. It's answered within eight weeks.
            < Then the cows stay dry first and get rich later. Thank you.
            = snooze 25`,
        },
      ],
    },
    {
      name: 'Claire Fontaine',
      email: 'claire.fontaine@ecole-rhin.example',
      phone: '+33 1 99 00 61 85',
      company: 'École du Rhin',
      position: 'Teacher',
      source: 'Website',
      talks: [
        {
          subject: 'Class visit to your workshop',
          daysAgo: 12.5,
          by: aylin,
          script: `
            < My class of 15-year-olds would like to see how a solar installer works. Are visits possible? They speak German and French.
            > Yes, on Wednesdays. Our apprentice Luca speaks both and likes to show the roof trainer.
            < What may they do themselves?
            > Put on the harness, screw a module to the practice roof, and measure its current in sun and shade.
            < 24 pupils on the 18th at 9?
            > Noted. Closed shoes, please, and signed permission for the harness.
            < It was the best trip of the year. Two of them ask for an internship.
            > Send them our way, we have places in spring.
            = close`,
        },
      ],
    },
    {
      name: 'Adebayo Ogunleye',
      email: 'a.ogunleye@rheinlogistik.example',
      phone: '+49 69 90009 377',
      company: 'Rheinlogistik',
      position: 'Head of real estate',
      source: 'Referral',
      metadata: { roof: '18,000 m²' },
      talks: [
        {
          subject: 'Tender: 1.6 MWp in Lahr',
          daysAgo: 1.7,
          by: jonas,
          script: `
            < The tender for hall 3 closes on the 30th. Will you take part?
            > We will. Two questions: is the transformer of hall 2 shared, and must the site stay in operation during the work?
            < Shared, 1,250 kVA, about 40 % free. Operation must go on, 6 to 22.
            > Then we would crane before 6 and install by day. The transformer takes 500 kW, the rest needs a second one. I'll offer both.
            < How sure are you of the delivery time for a transformer?
            > 38 weeks, in writing, with a penalty on the supplier's side. I've attached the letter.
            < That's ten weeks better than the others. Please also state the yield for P90.
            > P50 is 1,020 kWh per kWp, P90 is 942. The expert report is in appendix C.
            < Received in full. The decision falls on the 15th.
            = snooze 14`,
        },
      ],
    },
    {
      name: 'Małgorzata Lewandowska',
      email: 'm.lewandowska@poczta.example',
      source: 'Referral',
      metadata: { system: '7.2 kWp' },
      talks: [
        {
          subject: 'Who registers with the tax office?',
          daysAgo: 13.2,
          by: aylin,
          script: `
            < Our system has been running for a week. A friend says I must register a business now. Is that so?
            > For systems up to 30 kWp on a house you pay no income tax and no VAT since 2023. A short notice to the tax office may still be asked for, so ask yours or your adviser.
            < So no monthly forms?
            > None from our side. Only the entry in the market register was needed, and we've done that: the confirmation is attached.
            < I almost bought a book about it. Thank you!
            = close`,
        },
      ],
    },
    {
      name: 'Vincent Achterberg',
      email: 'v.achterberg@zonnehandel.example',
      company: 'Zonnehandel',
      position: 'Wholesale',
      source: 'Trade fair',
      knownForDays: 320,
      talks: [
        {
          subject: 'Module delivery short by two pallets',
          daysAgo: 2.1,
          by: jonas,
          script: `
            > Hello Vincent, of eleven pallets nine arrived today, and two have a tipped edge indicator. Photographs are attached.
            < Hi Jonas, I see it. Two are still in Venlo, my fault, they travel tonight. Did you open the tipped ones?
            > Opened and flash tested four modules, no cracks. We'd keep them if you extend the claim period to 60 days.
            < Agreed, 60 days, I confirm it by e-mail. And 3 % off for the trouble.
            > Fair. The roofers start tomorrow on the south side, so the two pallets must be here by Thursday.
            < Tracking says Thursday, 7.40.
            > Here at 7.55. Thank you.
            = close`,
        },
      ],
    },
    {
      name: 'Siiri Kallio',
      email: 'siiri.kallio@sauna-am-see.example',
      company: 'Sauna am See',
      position: 'Owner',
      source: 'Website',
      talks: [
        {
          subject: 'Sauna from the roof',
          daysAgo: 14.9,
          by: jonas,
          script: `
            < Two electric saunas, 18 kW each, open from 14 to 22. How much of it can the sun carry?
            > In June nearly everything until 19 o'clock, in December hardly anything. Over the year 38 % with 30 kWp.
            < With a battery?
            > 51 % with 40 kWh. A thick log wall and a lower stand-by temperature save as much for a tenth of the money.
            < You sound like my grandmother. What stand-by do you suggest?
            > 55 instead of 75 degrees, and the timer 50 minutes before opening. Try it for two weeks.
            < ~6d 23 % less current, and not one complaint. Now send me the roof offer, without the battery.
            > With pleasure: 30 kWp, 33,900, attached.`,
        },
      ],
    },
    {
      name: 'Jean-Baptiste Nguema',
      email: 'jb.nguema@courriel.example',
      phone: '+33 6 39 98 12 55',
      source: 'Referral',
      talks: [
        {
          subject: 'Balcony panels',
          daysAgo: 4.1,
          by: aylin,
          script: `
            < I rent a flat with a balcony to the south. Is it worth having two panels?
            > 800 W bring about 600 kWh a year if nothing shades them, so some 170 euros. The set costs 390.
            < May my landlord forbid it?
            > In Germany hardly any more, but he can have a say in how it's fixed. I've a letter you may adapt.
            < He said yes, "if it doesn't fall on my roses".
            > Then take the clamps with the safety rope, 35 more, and the roses are safe.
            < Bought. Can I plug it in myself?
            > Yes. Mount first, plug last, and register online: it takes five minutes, I've sent the link.
            < 412 watts at noon in November! I stand on the balcony and applaud.
            = close`,
        },
      ],
    },
    {
      name: 'Ludmila Horáčková',
      email: 'l.horackova@chormusik-freiburg.example',
      company: 'Chormusik Freiburg',
      position: 'Treasurer',
      source: 'Website',
      talks: [
        {
          subject: 'Members ask for a group price',
          daysAgo: 16.2,
          by: aylin,
          script: `
            < Eleven members of our choir would like solar. Do you have a price for groups?
            > Below ten houses we save nothing, from ten on we save the trips: 4 % for each, if all sites are in Freiburg and we may plan the order.
            < Nine in Freiburg, two in Kirchzarten.
            > Close enough. I'd hold an evening for all eleven, then visit each roof.
            < Could you do it before the rehearsal, Mondays at 18.30?
            > Monday the 2nd. I'll bring the figures, please don't ask me to sing.
            < Nine have signed the list. You were asked to sing, and you did.
            > It will not be repeated. The visits begin next week, the list of dates is attached.
            = close`,
        },
      ],
    },
    {
      name: 'Pádraig Kavanagh',
      email: 'padraig.kavanagh@blackforestbrew.example',
      phone: '+353 20 912 0046',
      company: 'Black Forest Brew',
      position: 'Brewer',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Steam or sun?',
          daysAgo: 17.3,
          by: jonas,
          script: `
            < I run a small brewery: 10 hl kettle, gas steam. Could solar heat the brew?
            > For steam, no. For the 80 degree water you clean with, yes: that's a third of your heat.
            < How would that look?
            > 26 kWp, and a heating rod in a 3,000 litre tank that takes whatever is left over. 39,800, the tank included.
            < I brew on Tuesdays and Thursdays, the rest is cleaning.
            > That's ideal, the tank fills on the days between. Gas falls by about 11,000 kWh a year.
            < The bank wants to see a yield report.
            > Attached, with the cautious assumptions marked in blue.
            < They've approved it. I'll name a pale ale after you.
            > Call it Sonnwerk, then my mother will buy it too.
            = snooze 18`,
        },
      ],
    },
    {
      name: 'Yuki Matsuda',
      email: 'yuki.matsuda@yubin.example',
      source: 'Website',
      metadata: { house: 'Staufen, east-west roof' },
      talks: [
        {
          subject: 'East-west roof: does it pay?',
          daysAgo: 0.35,
          by: aylin,
          script: `
            < Our roof faces east and west, not south. A neighbour says it's useless.
            > Your neighbour is from the time when south was all that counted. East and west give 12 % less a year, but in the morning and evening, when you're at home.
            < So which side should we cover?
            > Both. 7 kWp each side on one inverter: you use 41 % yourselves, against 33 % with the same on a south roof.
            < That's surprising. What about the chimney on the west side?
            > It costs you three modules, I'd leave the shaded ones out. The drawing is attached.
            < Very clear. My husband has one question: how loud is the inverter?
            > 35 dB under full load, about a quiet refrigerator. I'd put it in the cellar, not by the bedroom.
            < Thank you. We'd like to order, what is the next step?`,
        },
      ],
    },
    {
      name: 'Karl-Heinz Großmann',
      phone: '+49 30 23125 164',
      source: 'Phone',
      knownForDays: 500,
      metadata: { system: '5.8 kWp, 2009', prefers: 'phone calls' },
      talks: [
        {
          subject: 'Old system after 16 years',
          daysAgo: 18.9,
          by: jonas,
          script: `
            < My modules are from 2009. They still make 4,900 kWh. My son says throw them out and buy new ones.
            > 4,900 from 5.8 kWp is fine for their age, and you still get 43 cents until the end of 2029. Keep them!
            < So I was right.
            > You were. What I'd change is the inverter, when it fails. It's a model with known capacitor trouble.
            < It has been humming since summer.
            > Then let's swap it before it stops: 1,150 fitted, and ten years of warranty.
            < Do it. And tell my son.
            > Swapped, the hum is gone. I've told your son.
            < He has apologised. A good day.
            = close`,
        },
      ],
    },
    {
      name: 'Fatoumata Camara',
      email: 'f.camara@stadtgarten-ev.example',
      company: 'Stadtgarten e.V.',
      position: 'Board',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Pump for the allotments',
          daysAgo: 20.5,
          by: aylin,
          script: `
            < Our allotments have a well, 7 metres deep, and no electricity. Is there a pump that runs on sun only?
            > Yes: 300 W, without a battery, it fills a tank of 2,000 litres by day and you water from there in the evening. 1,180 in all.
            < Can we fit it ourselves? We have three pensioners who can do anything.
            > With pensioners like that, surely. I'd come for an hour at the end to check the electrics.
            < ~5d The tank is full and the pensioners are insufferable with pride.
            > Everything is as it should be, I signed the record. Enjoy the tomatoes!
            = close`,
        },
      ],
    },
    {
      name: 'Oskar Lindqvist',
      email: 'oskar.lindqvist@fastighet-syd.example',
      phone: '+46 31 390 06 27',
      company: 'Fastighet Syd',
      position: 'Investor',
      source: 'Website',
      talks: [
        {
          subject: 'Carport with modules: 60 spaces',
          daysAgo: 5.7,
          by: jonas,
          script: `
            < We are building a car park with 60 spaces in Kehl and the law obliges us to roof it. Could you do that as one package?
            > Yes, with a steel builder we have worked with twice. 60 spaces are about 165 kWp.
            < A rough figure for the board?
            > 9,200 to 10,500 per space with foundations, without charging points. With pipes laid for 20 charging points, 400 more each.
            < How firm is the soil? We have a report.
            > Gravel below 1.2 metres, good for driven piles. It keeps us at the lower end.
            < The board wants a fixed price.
            > You will have it by the end of the month, when the steel price is fixed for 30 days.
            = snooze 7`,
        },
      ],
    },
    {
      name: 'Elisabeta Ionescu',
      email: 'elisabeta.ionescu@posta.example',
      source: 'Website',
      metadata: { system: '8.4 kWp' },
      talks: [
        {
          subject: 'Complaint: muddy garden',
          daysAgo: 7.1,
          by: aylin,
          script: `
            < The modules look great. My garden doesn't: your scaffold people walked straight through the rose bed.
            > I'm very sorry, Ms Ionescu. That should not happen. May I send our gardener? He repairs what we trample.
            < You have a gardener?
            > A retired colleague with a van full of turf. He can come on Thursday.
            < He came, he repaired the bed, and he cut back the hedge as well. What do I owe?
            > Nothing at all. I've spoken with the scaffold firm, they now lay boards.
            < Then all is well. I shall recommend you, roses and all.
            = close`,
        },
      ],
    },
    {
      name: 'Thomas Brückner',
      email: 'brueckner@gemeinde-sankt-ulrich.example',
      phone: '+49 89 99998 115',
      company: 'Gemeinde Sankt Ulrich',
      position: 'Mayor',
      source: 'Referral',
      talks: [
        {
          subject: 'School, fire station, town hall',
          daysAgo: 8.1,
          by: jonas,
          script: `
            < The council has 240,000 for solar on three roofs and wants to know where to begin.
            > With the school, it uses the most by day. Then the fire station with a battery, since it should also run without the grid.
            < Without the grid, for how long?
            > Radio, gates and lights for 36 hours in November. I have a sheet for the council.
            < The fire chief asks whether the modules are a danger when it burns.
            > We'd put a switch at each entrance and a plan in the key box. I'm glad to train his crew for an evening.
            < He liked that. School and fire station are decided, the town hall waits for its new roof.
            > Congratulations to all of you. The contracts are with your office.
            < Signed in yesterday's session. Unanimous, which has not happened since the swimming pool.
            > Then we'd better be as good as the swimming pool.`,
        },
      ],
    },
    {
      name: 'Nurgül Aslan',
      email: 'nurguel.aslan@elektro-aslan.example',
      company: 'Elektro Aslan',
      position: 'Master electrician',
      source: 'Referral',
      knownForDays: 120,
      talks: [
        {
          subject: 'Help with meter cabinets in March',
          daysAgo: 10,
          by: aylin,
          script: `
            > Hello Nurgül, we'll have nine meter cabinets in March and only one electrician. Could you lend us two people?
            < One from the 2nd to the 13th, two from the 16th. Same hourly rate?
            > Same rate, and we pay the drive to Lahr.
            < Fine. Send me the plans of the cabinets by the end of February, the old ones always hide something.
            > You'll have them on the 20th, with photographs of the inside.
            = snooze 30`,
        },
      ],
    },
    {
      name: 'Ana Kovačič',
      email: 'ana.kovacic@posta.example',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Can I see a system that works?',
          daysAgo: 0.12,
          by: aylin,
          script: `
            < Before we decide we'd like to see a system that has been running for some years and ask the owners. Is that possible?
            > Of course. Three customers show theirs: one in Gundelfingen with a battery, one in Merzhausen with a car, one in Freiburg with a green roof.
            < The one with the car, please. We have two children and a full calendar, Saturdays are best.
            > The Baumanns have time on Saturday at 11. They ask only that you bring the children, theirs are bored.
            < How nice! What would we look at, as lay people?
            > Ask for the winter bills, not the summer ones. Those who show them gladly are happy.
            < Good advice. We'll be there on Saturday.`,
        },
      ],
    },
    {
      name: 'Gerhard Pflügl',
      email: 'gerhard.pfluegl@briefkasten.example',
      source: 'Website',
      talks: [
        {
          subject: 'Yearly check',
          daysAgo: 10.4,
          by: aylin,
          script: yearlyCheck('2021', 'one connector had worked loose and was renewed', '9,140'),
        },
      ],
    },
    {
      name: 'Marie-Louise Keller',
      email: 'ml.keller@briefkasten.example',
      phone: '+49 69 90009 012',
      source: 'Referral',
      talks: [
        {
          subject: 'Yearly check',
          daysAgo: 23.2,
          by: aylin,
          script: yearlyCheck('2019', 'two modules under the walnut tree were cleaned of resin', '7,660'),
        },
      ],
    },
    {
      name: 'Đorđe Stanković',
      email: 'djordje.stankovic@posta.example',
      source: 'Website',
      talks: [
        {
          subject: 'Moving house with a battery',
          daysAgo: 12.1,
          by: jonas,
          script: `
            < We sell the house and would like to take the battery along. Possible?
            > Possible, but it's matched to the inverter. Taking it means 600 of work here and 800 there. Sold with the house it's worth about 3,500.
            < Then it stays and we'll buy a new one from you.
            > That's the sensible way. I'll write the buyer a sheet on how it works.
            < The buyer was delighted with the sheet. See you in the new house in April.
            = snooze 40`,
        },
      ],
    },
    {
      name: 'Chiara Lombardi',
      email: 'chiara.lombardi@posta-casa.example',
      source: 'Website',
      talks: [
        {
          subject: 'Appointment moved',
          daysAgo: 1.3,
          by: aylin,
          script: `
            > Dear Ms Lombardi, storm is forecast for Thursday and we don't go on roofs above 50 km/h of wind. May we come on Monday instead?
            < Monday is fine, but please after 8, the school bus stops in the drive.
            > We'll be there at 8.30 with two vans, both can park in the street.
            < Perfect. Does the power go off?
            > For about 40 minutes in the afternoon, we tell you beforehand.`,
        },
      ],
    },
    {
      name: 'Wiebke Petersen',
      email: 'w.petersen@nordwind-gutachten.example',
      phone: '+49 40 66969 250',
      company: 'Nordwind Gutachten',
      position: 'Surveyor',
      source: 'Phone',
      talks: [
        {
          subject: 'Hail damage report, Endingen',
          daysAgo: 24.7,
          by: jonas,
          script: `
            < I'm the surveyor for the hail damage in Endingen. Could you send the installation record and the flash list?
            > Both attached: 42 modules, installed on 11 May 2022. We've found 9 with cracks by thermal camera.
            < I count 10, look at row 3, the last on the right.
            > You are right, 10. Pictures of both cameras are in the folder.
            < The insurer pays for all ten with labour. Well documented, that's rare.
            = close`,
        },
      ],
    },
    {
      name: 'Sunniva Haugen',
      email: 'sunniva.haugen@nordbo.example',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Feed-in payment missing',
          daysAgo: 17.1,
          by: aylin,
          script: `
            < The grid operator has paid nothing since August. Did something go wrong with the registration?
            > Let me check. The registration is complete, but they have your bank details with two digits swapped.
            < Oh no, was that me?
            > The handwriting on the form allows both readings. It's corrected, and they'll pay all three months at once.
            < ~4d 187.20 arrived today. Thank you for chasing it.
            = close`,
        },
      ],
    },
    {
      name: 'Roland Zimmerli',
      email: 'roland.zimmerli@briefkasten.example',
      source: 'Referral',
      talks: [
        {
          subject: 'Yearly check',
          daysAgo: 3.9,
          by: aylin,
          script:
            yearlyCheck('2020', 'the fan of the inverter was full of pollen and was cleaned', '11,020') +
            '\n< A good year! Please put us down for next October.\n> You are in the book.',
        },
      ],
    },
    {
      name: 'Beth Callaghan',
      email: 'beth.callaghan@homepost.example',
      phone: '+61 2 5550 1734',
      source: 'Website',
      talks: [
        {
          subject: 'Looking after a house from Sydney',
          daysAgo: 25.9,
          by: aylin,
          script: `
            < I live in Sydney and my late father's house in Müllheim has your system. Can you keep an eye on it until we sell?
            > My condolences. Yes: remote monitoring is included, and our neighbour contract adds a visit every three months for 29 a month.
            < Please set it up. Could the visitor also look for leaks inside?
            > He may, if you send a key to our office. He'll write to you with photographs each time.
            < The key is on its way. That's a great weight off my mind.
            = close`,
        },
      ],
    },
    {
      name: 'Tobias Frühauf',
      email: 'tobias.fruehauf@briefkasten.example',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Apprenticeship 2027',
          daysAgo: 14.1,
          by: jonas,
          script: `
            < I spoke with you at the careers fair. May I apply for an apprenticeship as an electrician for energy systems? I'm 16.
            > Gladly, Tobias. Send your last report and one page on what you've built or repaired yourself.
            < Attached. It's about a moped.
            > It's the best page on a moped that we've had. Come for a trial week in the holidays?
            < From the 6th! Do I need anything?
            > Safety shoes, we have the rest. And tell us beforehand if heights worry you, it's no shame.
            < They don't. Thank you very much!
            = close`,
        },
      ],
    },
    {
      name: 'Mariana Sousa Lima',
      email: 'mariana.lima@correio.example',
      source: 'Website',
      talks: [{ daysAgo: 0.8, by: aylin, script: '' }],
    },
    {
      name: 'Grzegorz Błaszczyk',
      email: 'g.blaszczyk@poczta.example',
      source: 'Referral',
      talks: [
        {
          subject: 'Larger car, larger cable?',
          daysAgo: 2.9,
          by: jonas,
          script: `
            < Our new car can charge at 22 kW. Is the cable to the garage thick enough? You laid it in 2022.
            > It's 10 square millimetres on 28 metres: good for 22 kW. But your connection allows 11 without asking, above that the operator has to agree.
            < How much faster would it be in practice?
            > Full in 3.5 instead of 7 hours. As you charge by night, you'd sleep through the difference.
            < Ha. Then we stay at 11.
            = close`,
        },
      ],
    },
    {
      name: 'Heidrun Schäuble',
      phone: '+49 30 23125 190',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Brochure',
          daysAgo: 27.4,
          by: aylin,
          script: `
            < Please send me the brochure about batteries on paper, I have no printer.
            > It's in the post today, together with a page that explains the small print in large print.
            < It came. The large print is a blessing.
            = close`,
        },
      ],
    },
  ],
};

/** The call that comes round each autumn. */
function yearlyCheck(since: string, finding: string, yieldKwh: string): string {
  return `
    > Your system has been running since ${since} and its yearly check is due. Would a morning in the next two weeks suit you? You needn't be at home if the meter can be reached.
    < Any day but Tuesday. The cellar door is open when the car is there.
    > ~3d We were there today: ${finding}. Otherwise everything measures as it should. Yield of the last twelve months: ${yieldKwh} kWh.`;
}
