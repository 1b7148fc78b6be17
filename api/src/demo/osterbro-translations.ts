import { LabelColour } from '../label/label-colour';
import type { CompanyScript } from './script';

const freja = 'Freja Holm';
const karim = 'Karim Benali';

/** A translation agency in Copenhagen. */
export const osterbroTranslations: CompanyScript = {
  name: 'Østerbro Translations',
  labels: [
    { name: 'Certified', colour: LabelColour.PURPLE, about: /certificate|licence|diploma|witness|law|school reports/i },
    { name: 'Interpreting', colour: LabelColour.TEAL, about: /interpreters|appointment|call a/i },
    { name: 'Web and apps', colour: LabelColour.BLUE, about: /website|app texts|game|product texts|machine/i },
    { name: 'Literature', colour: LabelColour.PINK, about: /novel|rhyme|letters|exhibition|slogan/i },
    { name: 'Complaint', colour: LabelColour.RED, about: /wrong/i },
    { name: 'Medical', colour: LabelColour.GREEN, about: /patient|hospital|instructions for use/i },
  ],
  people: [
    {
      name: 'Søren Kjærgaard',
      email: 'soren.kjaergaard@nordhavn-marine.example',
      company: 'Nordhavn Marine',
      position: 'Product manager',
      source: 'Referral',
      knownForDays: 260,
      metadata: { languages: ['da', 'en', 'de', 'pl'], terms: '30 days' },
      talks: [
        {
          subject: 'Winch manual, 84 pages, four languages',
          daysAgo: 0.06,
          by: freja,
          script: `
            < Good morning Freja. The new winch manual is final: 84 pages, Danish into English, German, Polish and Finnish. We ship on the 14th.
            > Good morning Søren. 21,300 words, of which 6,900 are in our memory from the old winch. Four languages in nine working days is possible if the drawings don't change.
            < They won't. What does it cost?
            > 14,200 for all four, layout and a second reader included. The offer with the split by language is attached.
            < Approved. The order number is 4500-7719.
            > Thank you. One question from our German translator: is "spil" on page 12 the capstan or the whole winch?
            < The capstan only. Good catch, the Danish is unclear. I'll correct it.
            > Then we use capstan, Ankerspill, kabestan and ankkuripeli throughout. I've added it to your glossary.
            ! Their Polish dealer complained about the old manual: let Marek read that part.
            < The Finnish dealer would like to read along. Is that all right?
            > Very much so. I'll give him access from Thursday, his remarks go straight to our reader.
            < Perfect, I have told him.`,
        },
        {
          subject: 'Safety labels',
          daysAgo: 25,
          by: freja,
          script: `
            < Six warning labels for the winch, 11 words each. Could you squeeze them in by Friday?
            > They'll be done tomorrow. Please note: in Polish the signal word must be the one of the standard, which is longer. Is there room for 14 characters?
            < 14 fits. Thanks!
            > Delivered as vector files with the text converted. Print away.
            = close`,
        },
      ],
    },
    {
      name: 'Ewa Szczepańska',
      email: 'e.szczepanska@klinika-wisla.example',
      company: 'Klinika Wisła',
      position: 'Research coordinator',
      source: 'Website',
      metadata: { field: 'Clinical trials' },
      talks: [
        {
          subject: 'Patient information in Danish',
          daysAgo: 1.3,
          by: karim,
          script: `
            < We run a trial with a hospital in Aarhus and need the patient information in Danish, with a certificate for the ethics committee. 3,200 words.
            > With pleasure. For ethics committees we translate, have it reviewed by a physician, and translate back. Is the back-translation required?
            < Yes, and a table of differences.
            > Then seven working days and 1,480 euros. The certificate names all three people and their qualifications.
            < Can the committee call the reviewer?
            > Yes, Dr. Holst has agreed to it. Her number is in the certificate.
            < The committee asks for simpler words in section 4, "for a reader of 12".
            > Rewritten: 31 sentences became 44 short ones. A readability score is enclosed, LIX 29.
            < Accepted without further questions! The next trial is already waiting.
            > Good news. Send it over when the protocol is final.`,
        },
      ],
    },
    {
      name: 'Hadrien Lefèvre',
      email: 'hadrien.lefevre@maison-lefevre.example',
      phone: '+33 1 99 00 45 12',
      company: 'Maison Lefèvre',
      position: 'Export',
      source: 'Trade fair',
      metadata: { languages: ['fr', 'da', 'sv', 'nb'] },
      talks: [
        {
          subject: 'Perfume names that should not be translated',
          daysAgo: 2.4,
          by: freja,
          script: `
            < Bonjour, our catalogue goes to Denmark, Sweden and Norway. The names of the perfumes should stay in French. But one of them worries me: "Fart du soir".
            > Bonjour. You are right to worry: "fart" means speed in all three, which is innocent, but your English readers up here will laugh.
            < So what do we do?
            > Keep it French with an accent nobody can miss, or choose a sister name. Three proposals are attached, each checked in nine languages.
            < "Fard du soir" it is, as it should have been from the start: the printer made the mistake!
            > Then we caught two birds. The other 46 names are harmless, the table shows what each one suggests in each language.
            < And the texts beside them?
            > 12,400 words, translated by people who write about scent: Danish and Swedish by the 9th, Norwegian on the 11th.
            < All three received. My Danish importer says they made her buy a bottle.
            = close`,
        },
      ],
    },
    {
      name: 'Tuğba Şahin',
      email: 'tugba.sahin@anadolu-textile.example',
      company: 'Anadolu Textile',
      position: 'Compliance',
      source: 'Website',
      talks: [
        {
          subject: 'Supplier code of conduct, 12 languages',
          daysAgo: 0.25,
          by: karim,
          script: `
            < We need our code of conduct for suppliers in 12 languages, among them Bengali, Khmer and Amharic. Is this something you do?
            > Yes. Eleven of the twelve with people we've worked with for years. For Khmer I'd call a colleague in Phnom Penh first.
            < Please do. It's 4,100 words, and factory workers must understand it, not only lawyers.
            > Then I'd suggest a simple version of 900 words for the wall, and the long one for the contract.
            < That's exactly what the auditors asked for. Price?
            > 0.14 a word for the nine common ones, 0.19 for the three others, 620 for the wall version as posters. The sum is in the offer.
            < Approved by my director. One condition: each is read by a native speaker in the country.
            > All of them live there. The first four languages come next Tuesday, the others in the week after.
            < Wonderful. Please send the Bengali first if you can, the audit in Dhaka is on the 3rd.`,
        },
      ],
    },
    {
      name: 'Nikolaj Brandt-Sørensen',
      email: 'nbs@advokat-brandt.example',
      company: 'Advokat Brandt',
      position: 'Lawyer',
      source: 'Referral',
      knownForDays: 380,
      metadata: { confidentiality: 'encrypted only' },
      talks: [
        {
          subject: 'Witness statement by tomorrow noon',
          daysAgo: 0.5,
          by: karim,
          script: `
            < A witness statement in Spanish, 9 pages, needed in Danish for the court by tomorrow noon. Can you?
            > Yes. One translator and one reviser, both sworn. Please send it through the encrypted box, not by e-mail.
            < It's in the box. Two pages are handwritten.
            > Read. Three words on page 7 can't be deciphered, we shall mark them as illegible rather than guess.
            < That's right, please don't guess.
            > Done, signed and stamped. The courier is on the way to you, the signed PDF is in the box.
            < Received at 10.50. The other side's translation has a mistake in the date, yours doesn't. It matters.
            > We're glad. The file will be deleted from our side in 30 days, as agreed.`,
        },
      ],
    },
    {
      name: 'Guðrún Sigurðardóttir',
      email: 'gudrun@jokull-tours.example',
      company: 'Jökull Tours',
      position: 'Owner',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Website in Danish and German',
          daysAgo: 3.3,
          by: freja,
          script: `
            < Our guests are 40 % German and Danish and our site is in Icelandic and English. 38 pages. Do you translate from Icelandic directly?
            > Into Danish directly, into German through your English with an Icelandic reader, since good people for the direct way are rare.
            < Honest, thank you. How do the texts come to you? The site is a content system with a plugin.
            > An export file is best, then nobody copies and pastes. I've written down the four clicks with pictures.
            < File attached. It was five clicks.
            > Corrected, thank you! 11,200 words. Danish 1,340, German 1,680, ready in eight days, imported by us.
            < Please also keep the joke about the sheep on page 9.
            > The sheep is safe in Danish. In German we need a different joke, about a hiking pole.
            < I laughed at the pole more than I ever did at the sheep.
            = close`,
        },
      ],
    },
    {
      name: 'Rosalind Achebe',
      email: 'r.achebe@openwell.example',
      phone: '+44 20 7946 0318',
      company: 'OpenWell',
      position: 'Programme officer',
      source: 'Referral',
      metadata: { type: 'NGO' },
      talks: [
        {
          subject: 'Interpreters for a conference in Copenhagen',
          daysAgo: 5.1,
          by: karim,
          script: `
            < We host a two-day conference on water in March: 140 people, English, French, Arabic and Portuguese. What do we need?
            > Three booths with two interpreters each, since English is the floor. Six people, equipment for 140 and a technician.
            < Could it be done remotely? The budget is small.
            > Partly: Portuguese remotely saves two flights. For Arabic I'd keep people in the room, the speakers answer each other quickly.
            < Sound. And the price?
            > 17,900 with the equipment, 15,400 with one remote booth. Two days of preparation are in it.
            < 15,400 fits. The interpreters want the papers beforehand, I suppose?
            > Two weeks before, even if they are drafts. And names, please: nobody likes hearing their name wrong.
            < I'll set up a folder and fill it as the speakers deliver.
            = snooze 21`,
        },
      ],
    },
    {
      name: 'Andrei Popescu-Vlad',
      email: 'andrei@pixelhaiduc.example',
      company: 'Pixel Haiduc',
      position: 'Game designer',
      source: 'Website',
      metadata: { platform: 'PC, console' },
      talks: [
        {
          subject: 'Game texts: 9,000 strings',
          daysAgo: 1.9,
          by: freja,
          script: `
            < We make a story game with 9,000 strings, 88,000 words, English into Danish, Swedish, Polish and Brazilian Portuguese. Do you do games?
            > We do, with translators who play. How do you mark the speaker and the place of a line?
            < There's a column for the speaker and a screenshot for about half.
            > Wonderful. And placeholders: what may {item} be, a masculine sword or a neuter shield?
            < Anything. Is that a problem?
            > In Polish, yes: it needs cases. I've written a page for your programmer on how to mark gender and case. It saves you 400 bugs.
            < Our programmer read it, swore, and then did it in an afternoon.
            > He has our respect. A build for testing would help from half time.
            < Keys for eight people are in the box. Please don't spoil the end for each other.
            > They've agreed on silence. First 20,000 words on Friday.`,
        },
      ],
    },
    {
      name: 'Mathilde Ravn',
      email: 'mathilde.ravn@postkasse.example',
      source: 'Website',
      metadata: { private: true },
      talks: [
        {
          subject: 'Birth certificate for a wedding in Italy',
          daysAgo: 6.7,
          by: karim,
          script: `
            < Hi! We are getting married in Verona and the town hall wants my birth certificate in Italian, "legalised". I'm lost.
            > Congratulations! Denmark gives a multilingual form for Italy that needs no translation at all. Ask your parish office for "flersproget standardformular".
            < So I don't need you?
            > Not for that one. For the certificate of marital status the town may still ask, then it's 65 and two days.
            < The parish office gave me the form in ten minutes. You have just talked yourself out of a job.
            > It happens on good days. Enjoy Verona!
            = close`,
        },
      ],
    },
    {
      name: 'Yehor Kovalenko',
      email: 'yehor.kovalenko@poshta.example',
      source: 'Referral',
      talks: [
        {
          subject: 'Diploma for recognition',
          daysAgo: 8.4,
          by: karim,
          script: `
            < I'm an engineer from Kharkiv. The agency for recognition needs my diploma and 5 pages of marks in Danish or English. What do you recommend?
            > English. It's accepted, and you can use it everywhere else. The diploma 70, the marks 160.
            < The marks have subjects that no longer exist, like "theory of mechanisms, part II".
            > We translate them as they stand and add what they were, in brackets. The agency likes that.
            < When could I have it?
            > On Friday, stamped, two copies. For people who had to flee, we take half.
            < I don't know what to say. Thank you.
            < ~9d They recognised it fully. I begin in Odense on the first.
            > This made our morning here. All the best in Odense, Yehor!
            = close`,
        },
      ],
    },
    {
      name: 'Saoirse Gallagher',
      email: 'saoirse@wildatlantic-books.example',
      phone: '+353 20 913 5560',
      company: 'Wild Atlantic Books',
      position: 'Rights editor',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Sample chapter of a Danish novel',
          daysAgo: 4,
          by: freja,
          script: `
            < At the book fair you told me about a novel from the Faroe Islands. Could I have a sample in English, 20 pages?
            > Yes. It's by a translator who has done two novels for the stage, her short CV is attached. 20 pages: 690.
            < Please ask her to keep the dialect of the grandmother.
            > She asks back: which English would your readers hear as "from the islands, but not a joke"?
            < Good question. Donegal, lightly.
            > She has a friend in Letterkenny who'll read it aloud.
            < I read it on the train and missed my stop. We're going to bid for the rights.
            > The author's agent is informed and expects you by the end of the month.
            = snooze 11`,
        },
      ],
    },
    {
      name: 'Dr. Isolde Baumgärtner',
      email: 'i.baumgaertner@medizintechnik-isar.example',
      phone: '+49 89 99998 450',
      company: 'Medizintechnik Isar',
      position: 'Regulatory affairs',
      source: 'Website',
      talks: [
        {
          subject: 'Instructions for use: 24 languages',
          daysAgo: 9.2,
          by: karim,
          script: `
            < For the new regulation we need the instructions of our pulse sensor in 24 languages. The notified body audits the process as well.
            > We work to ISO 17100 and can show the record for each step: who, when, what qualification. The audit sheet of last year is attached.
            < That's the document I would have asked for. How do you deal with changes after release?
            > Each sentence has a number. A change in the source opens the same sentence in all 24, and nothing else.
            < How long does a change of one sentence take?
            > Three working days for all 24, at a minimum fee of 25 per language.
            < We'll start with a pilot in five: German, French, Greek, Latvian, Maltese.
            > A wise choice, the last two are where trouble hides. Delivery on the 21st.
            < Pilot passed, the auditor liked the sentence numbers. The order for the rest comes in January.
            = snooze 40`,
        },
      ],
    },
    {
      name: 'Marcin Żuławski',
      email: 'marcin.zulawski@tlumacz.example',
      position: 'Translator',
      source: 'Referral',
      metadata: { role: 'freelance', pair: 'da-pl' },
      knownForDays: 420,
      talks: [
        {
          subject: 'Availability in December',
          daysAgo: 0.8,
          by: freja,
          script: `
            > Hi Marcin, the winch manual in Polish is on its way: 21,300 words, a third from memory, until the 12th. Do you have room?
            < Yes, if I get the drawings. Last time I translated "left" and it was the other left.
            > The drawings are in the folder, and the engineer answers questions on the same day.
            < Then I take it. Same rate?
            > Two cents more, it's technical and you find their mistakes.
            < I'll find more, then. Started.`,
        },
      ],
    },
    {
      name: 'Lærke Thomsen',
      email: 'laerke.thomsen@museum-sundet.example',
      company: 'Museum Sundet',
      position: 'Curator',
      source: 'Website',
      talks: [
        {
          subject: 'Exhibition texts, 60 words each',
          daysAgo: 10.5,
          by: freja,
          script: `
            < 74 exhibition texts, none over 60 words in Danish, and none may be over 60 in English. Our last agency gave us 75.
            > English runs longer, so we edit: you'll see what we left out in a second column and can disagree.
            < That's new to me, and I like it.
            > The first ten are in the folder.
            < Number 4 lost the whale.
            > The whale is back, at the price of "very".
            < Nobody will miss "very". Please do the other 64 like that.
            > All 74 done, the longest has 60 words, the shortest 22.
            < They're on the wall. A visitor asked who wrote them.
            = close`,
        },
      ],
    },
    {
      name: 'Chinonso Umeh',
      email: 'c.umeh@fintech-aker.example',
      company: 'Aker Payments',
      position: 'Head of content',
      source: 'Newsletter',
      talks: [
        {
          subject: 'App texts: how formal?',
          daysAgo: 2.1,
          by: karim,
          script: `
            < Our app speaks English and Danish, now German, Dutch and Finnish. The Germans complain that we say "du".
            > For payments in Germany, 60 % still expect "Sie", in the Netherlands "je" is fine, in Finland nobody minds. I'd use "Sie" for contracts and "du" nowhere.
            < Our designers love "du".
            > A third way: sentences without either. It's harder to write, but works in buttons. Ten examples are attached.
            < Those are elegant. Could you rewrite the 240 German strings that way?
            > By Tuesday, 720.
            < Complaints are down to zero, and the designers claim it was their idea.
            = close`,
        },
      ],
    },
    {
      name: 'Ólafur Þórðarson',
      email: 'olafur@hafnarfisk.example',
      company: 'Hafnarfisk',
      position: 'Sales manager',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Fish names in five languages',
          daysAgo: 11.8,
          by: freja,
          script: `
            < We sell 31 kinds of fish and every customer calls them something else. I need one list with the legal trade names in five languages.
            > A job I've been hoping for. The names are laid down by law in each country, the Latin name is the anchor.
            < Our people say "steinbítur" and the French buyer says sea wolf.
            > Anarhichas lupus: loup atlantique in France, Steinbeißer or Katfisch in Germany, wolffish in Britain. "Loup" alone would be sea bass, so take care.
            < That's the mistake we paid for in June.
            > The list is done, 31 by 5, with the source for each name. Two names depend on where it was caught, they're marked.
            < Printed and hung in the packing hall. It has paid for itself this week.
            = close`,
        },
      ],
    },
    {
      name: 'Beatriz Figueiredo',
      email: 'beatriz.figueiredo@azulejaria.example',
      company: 'Azulejaria Norte',
      position: 'Marketing',
      source: 'Website',
      talks: [
        {
          subject: 'Brochure: the tone is wrong',
          daysAgo: 4.7,
          by: freja,
          script: `
            < I got the Danish brochure back from our shop in Copenhagen. They say it's correct, but "sounds like a bank".
            > Thank you for telling me. Could they mark the three sentences that bother them the most?
            < They marked eleven.
            > I see what they mean: our translator knows building law better than tiles. I'm giving it to Sofie, who writes for design magazines. At no charge, of course.
            < When?
            > Wednesday. Here's her first page, so you know whether it goes the right way.
            < Now it smells of clay! Yes, that's it.
            > All of it is in the folder. I've noted the tone for next time, with the shop as the reader.
            < The shop is happy, so am I. You handled that well.
            = close`,
        },
      ],
    },
    {
      name: 'Kofi Mensah-Bonsu',
      email: 'kofi.mb@goldcoast-cocoa.example',
      company: 'Gold Coast Cocoa',
      position: 'Founder',
      source: 'Referral',
      talks: [
        {
          subject: 'Packaging text for Denmark',
          daysAgo: 0.4,
          by: karim,
          script: `
            < We bring our chocolate to Danish shops in spring. What has to be on the wrapper in Danish?
            > Name of the food, ingredients with allergens in bold, cocoa content, net weight, best before, importer, nutrition table. Danish must be as large as the English.
            < 1.2 mm letters? My designer will cry.
            > 0.9 mm if the largest side is under 80 square cm. A 40 gram bar counts as small.
            < She cries less. What do you charge?
            > 180 for the texts of six bars, with a check of your artwork before printing.
            < Artwork attached. Is "may contain traces" all right?
            > In Danish: "Kan indeholde spor af". One more thing: hazelnuts must be bold in the Swedish line as well.
            < Changed. You saved me 20,000 wrappers. Could you look once more before I send it off?`,
        },
      ],
    },
    {
      name: 'Anneliese Vogt',
      phone: '+49 30 23125 177',
      source: 'Phone',
      metadata: { private: true },
      talks: [
        {
          subject: 'Letters of a great-grandfather',
          daysAgo: 13.1,
          by: freja,
          script: `
            < My great-grandfather was a sailor from Ærø. I have 23 letters in Danish in an old hand. Can somebody read these?
            > Yes, a retired archivist works with us and reads the Gothic hand. Please photograph them by daylight, both sides.
            < Photographs are with you. No hurry, they've waited for 120 years.
            > He has read the first five. They're about weather, herring, and a Marie in Marstal.
            < Marie was my great-grandmother!
            > Then you will like number six. All 23 would be 540, typed in Danish and German.
            < Please, all of them.
            > ~7d The last one is done. We've put them together as a small book, with the photographs on the left.
            < I read it aloud to my mother, who is 94. There are no words.
            = close`,
        },
      ],
    },
    {
      name: 'Jean-Luc Okemba',
      email: 'jl.okemba@tribunal-services.example',
      position: 'Interpreter',
      source: 'Referral',
      metadata: { role: 'freelance', languages: 'fr, ln, en' },
      talks: [
        {
          subject: 'Hospital appointment on Thursday',
          daysAgo: 6.3,
          by: karim,
          script: `
            > Jean-Luc, a Lingala appointment at Rigshospitalet, Thursday 13 to 14, oncology. Can you, and do you want to?
            < I can. Is it the first conversation?
            > The second one, results. The family asks that you come ten minutes early so they can meet you.
            < I'll be there at 12.40. Please tell the doctor to speak in short sentences and look at the patient, not at me.
            > Told her, she thanked you for it.
            < It went as well as such things go. They want me for the next ones too.
            > They're in your calendar, and paid from door to door.
            = close`,
        },
      ],
    },
    {
      name: 'Signe Østergaard',
      email: 'signe.oestergaard@vindteknik.example',
      company: 'Vindteknik',
      position: 'Documentation',
      source: 'Newsletter',
      knownForDays: 150,
      talks: [
        {
          subject: 'Machine translation: when is it good enough?',
          daysAgo: 7.4,
          by: karim,
          script: `
            < My director asks why we don't just use a machine for everything. What do I tell him?
            > That he's right for a third of it. Spare part lists: machine with a glance. Service notes: machine with an editor. Safety chapters: people.
            < Do you have figures?
            > From your last year: 41 % of the words could go the cheap way and you'd save 18,000. The errors that matter were all in the other 59 %.
            < Could I have one page with three examples?
            > Attached. The third is "do not open under load", where the machine lost the "not".
            < He went quiet at the third. We do as you propose.
            > Then I'll set up the three lanes in the portal, and you choose for each file.
            = snooze 6`,
        },
      ],
    },
    {
      name: 'Renske Dijkstra',
      email: 'renske.dijkstra@polderpress.example',
      company: 'Polder Press',
      position: 'Publisher',
      source: 'Trade fair',
      talks: [
        {
          subject: "Children's book in rhyme",
          daysAgo: 15.4,
          by: freja,
          script: `
            < A picture book in Dutch rhyme, 640 words, into Danish. The illustrations are printed already, so the duck has to stay a duck.
            > "And" rhymes with a great deal in Danish, so the duck may stay. The frog is the hard one.
            < The frog may become a toad. It's green enough.
            > A toad it is. Two sample stanzas are attached, in two moods.
            < The second, the children in my office swayed along!
            > Finished, all 32 stanzas. Read it aloud once, please, where you stumble I change it.
            < I stumbled once, on page 20.
            > Changed. It now trots as it should.
            = close`,
        },
      ],
    },
    {
      name: 'Petri Hämäläinen',
      email: 'petri.hamalainen@pohjola-kone.example',
      company: 'Pohjola Kone',
      position: 'Purchasing',
      source: 'Website',
      talks: [
        {
          subject: 'Offer without a minimum fee',
          daysAgo: 16.1,
          by: karim,
          script: `
            < We have 3 to 4 sentences a day, Finnish to Danish. Your minimum fee makes each one cost 35. Another way?
            > A subscription: 1,500 words a month for 240, sent by portal until 14, returned by 17. Unused words carry over for two months.
            < Could two of my colleagues send as well?
            > As many as you like, each sees what the others have sent, so nothing is translated twice.
            < We try it for three months.
            > It's set up, the invitations are on their way.
            < First day: sent at 13.40, back at 15.05. Thanks!
            = close`,
        },
      ],
    },
    {
      name: 'Amina El Fassi',
      email: 'amina.elfassi@courriel.example',
      phone: '+33 4 65 71 20 33',
      source: 'Website',
      talks: [
        {
          subject: 'Driving licence from Morocco',
          daysAgo: 0.15,
          by: karim,
          script: `
            < Hello, I need my Moroccan driving licence in Danish for the exchange. It is in Arabic and French. Do you need the original?
            > Hello Amina. A clear scan of both sides is enough for us, the citizen service looks at the original.
            < Sent. How long does it take and what does it cost?
            > Two working days, 60, stamped and by post.
            < Can I come and collect it? I'm in Nørrebro.
            > Of course, Østerbrogade, second floor, from 9 to 16. I will write when it's ready.
            < Great. Is there also somebody who knows which form I must fill in?
            > I'll put the right one in the envelope, with the places marked.`,
        },
      ],
    },
    {
      name: 'Hallvard Nygård',
      email: 'hallvard.nygard@fjellbank.example',
      company: 'Fjellbank',
      position: 'Communication',
      source: 'Referral',
      talks: [
        {
          subject: 'Annual report: night shift?',
          daysAgo: 9.8,
          by: freja,
          script: `
            < The board releases the annual report on the 11th at 18, the English has to be online on the 12th at 8. 190 pages, most of it known before.
            > We translate the known part until the 10th. For the night I book three people in Oslo and one in Vancouver, who's awake then.
            < What can still change that night?
            > We expect tables, the foreword and up to 4,000 words. More than that and we'll need until 10.
            < The foreword, for sure. He always rewrites it.
            > Then he gets our best writer, who's an early riser.
            < He rewrote it twice.
            > Online at 7.42, with his second foreword.
            < Impressive. Same team next year, please.
            = close`,
        },
      ],
    },
    {
      name: 'Deirdre McAllister',
      email: 'd.mcallister@glenburn-spirits.example',
      phone: '+44 131 496 0271',
      company: 'Glenburn Spirits',
      position: 'Brand manager',
      source: 'Website',
      talks: [
        {
          subject: 'Slogan in Danish',
          daysAgo: 2.8,
          by: freja,
          script: `
            < Our slogan is "Worth the wait". A friend translated it as "Ventetiden værd". Is it good?
            > Correct, but it sounds like a hospital. For a slogan we write five new ones in Danish and test each with ten people.
            < What does that cost?
            > 950 with the test. You get each with a literal back-translation, so you know what you say.
            < Go on, then.
            > Five are in the folder. Seven out of ten chose the third: "Tiden er med i glasset", literally "time is in the glass too".
            < Oh, that's better than ours. We may translate it back!
            > We'd be honoured. Please have it checked for trade marks before printing.
            = snooze 5`,
        },
      ],
    },
    {
      name: 'Ivo Marković',
      email: 'ivo.markovic@brodogradnja.example',
      company: 'Brodogradnja Jadran',
      position: 'Project engineer',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Ferry contract: Danish law terms',
          daysAgo: 17.9,
          by: karim,
          script: `
            < A contract for a ferry under Danish law, 62 pages into Croatian, so that our own lawyers know what they sign.
            > A lawyer-linguist in Zagreb has time from Monday. Terms without a Croatian equivalent get the Danish word in brackets and a note.
            < There will be many, I fear.
            > 37 so far. "Dagbøder" alone has a note of four lines.
            < Please give us these notes as a list too, it will be useful in other contracts.
            > Attached as an appendix with 41 terms.
            < Our lawyers found two clauses they'd never have signed. Money well spent.
            = close`,
        },
      ],
    },
    {
      name: 'Maëlys Kervella',
      email: 'maelys.kervella@algues-breizh.example',
      company: 'Algues Breizh',
      position: 'Founder',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Can you call a supplier for us?',
          daysAgo: 1.1,
          by: karim,
          script: `
            < A Danish supplier doesn't answer our e-mails. Could somebody call them for us, in Danish, and ask where our 400 kg are?
            > Gladly. Give me the order number and what you would like to happen.
            < Order 8812. We want a date or our money back.
            > Reached them: the goods left on Monday with the wrong postcode and are now in Brest instead of Rennes. They're sorry and send them on tonight.
            < In Brest! That's closer to us than Rennes. May we collect them?
            > I've arranged it: depot 3, until 18, ask for Yann. They refund the transport.
            < We have them. What do we owe for the detective?
            > Half an hour, 35. The thriller was free.
            = close`,
        },
      ],
    },
    {
      name: 'Tereza Nováčková',
      email: 'tereza.novackova@skola-most.example',
      company: 'Škola Most',
      position: 'Teacher',
      source: 'Website',
      talks: [
        {
          subject: 'Pen friends',
          daysAgo: 19.2,
          by: freja,
          script: `
            < My pupils write to a class in Roskilde. Could you look over 22 short letters, Czech to Danish? We can pay with a cake.
            > Our Czech colleague bakes herself, so she'll judge the cake. Send the letters.
            < Sent, with drawings.
            > All 22 done. We kept the spelling mistakes that were charming.
            < The Danish class has answered, we'll need you again. The cake is in the post.
            > It arrived, nearly whole. She gives it nine of ten.
            = close`,
        },
      ],
    },
    {
      name: 'Luís Carlos Brandão',
      email: 'luis.brandao@correio.example',
      source: 'Website',
      talks: [
        {
          subject: 'Certificate of good conduct',
          daysAgo: 0.03,
          by: karim,
          script: certified('certificate of good conduct', 'Portuguese', 'Portugal', 55),
        },
      ],
    },
    {
      name: 'Oksana Melnyk',
      email: 'oksana.melnyk@poshta.example',
      phone: '+44 7700 900216',
      source: 'Referral',
      talks: [
        {
          subject: 'Marriage certificate',
          daysAgo: 12.8,
          by: karim,
          script:
            certified('marriage certificate', 'Ukrainian', 'Ukraine', 50) +
            '\n< It was accepted at the first desk. Thank you!\n= close',
        },
      ],
    },
    {
      name: 'Rania Khoury',
      email: 'rania.khoury@barid.example',
      source: 'Walk-in',
      talks: [
        {
          subject: 'School reports',
          daysAgo: 21.6,
          by: karim,
          script:
            certified('school reports of two years', 'Arabic', 'Lebanon', 140) +
            '\n< My daughter starts on Monday. We are so relieved.\n> Wish her a good first day from all of us.\n= close',
        },
      ],
    },
    {
      name: 'Valdis Bērziņš',
      email: 'valdis.berzins@rigalumber.example',
      company: 'Riga Lumber',
      position: 'Export',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Invoice in the wrong currency',
          daysAgo: 11.4,
          by: freja,
          script: `
            < Your invoice 3318 is in Danish crowns, we agreed on euros.
            > You're right, I'm sorry. The corrected one for 412.00 euros is attached, please destroy the other.
            < Paid today.
            = close`,
        },
      ],
    },
    {
      name: 'Sébastien Giroud',
      email: 'sebastien.giroud@alpes-outdoor.example',
      company: 'Alpes Outdoor',
      position: 'E-commerce',
      source: 'Website',
      talks: [
        {
          subject: '1,200 product texts',
          daysAgo: 3.6,
          by: freja,
          script: `
            < 1,200 product texts, French to Danish and Swedish, 60 words each. Many of them repeat. Do we pay for repetitions?
            > No. Of 72,000 words 44,000 are new, the rest is repeated or nearly so. You pay for the new ones and 25 % for those that are similar.
            < Good. How do you treat sizes, EU or French?
            > EU, with a table behind it. "Rain jacket" and "shell" are two things in Danish, so a glossary of 80 terms comes first, for your approval.
            < Glossary approved with two changes.
            > Noted. 300 texts a day from tomorrow, by category, so you can publish step by step.`,
        },
      ],
    },
    {
      name: 'Helle Frandsen',
      email: 'helle.frandsen@kommune-sydby.example',
      company: 'Sydby Kommune',
      position: 'Integration',
      source: 'Referral',
      talks: [
        {
          subject: 'Leaflet on the waste bins',
          daysAgo: 16.8,
          by: karim,
          script: `
            < Ten bins, ten colours, and new citizens from eleven countries. Can you help?
            > Yes, and I'd begin with pictures: then 90 words per language are enough.
            < The committee wants the full text of 600 words.
            > I've made both. Let the committee sort a yoghurt lid by the long one.
            < They gave up. We print the short one, in eleven languages.
            = close`,
        },
      ],
    },
    {
      name: 'Julián Ortega Ruiz',
      email: 'julian.ortega@traductores.example',
      position: 'Translator',
      source: 'Website',
      metadata: { role: 'applicant', pair: 'da-es' },
      talks: [
        {
          subject: 'Working with you',
          daysAgo: 2.2,
          by: freja,
          script: `
            < I translate from Danish into Spanish, mostly engineering and wine. Do you take on new people?
            > We do. The test is 300 words, paid, and read by two colleagues who don't know your name.
            < Paid? Send it!
            > It's with you. No hurry, quality counts.
            < Returned. The word "snaps" was a trap, I think.
            > It was, and you walked around it. Welcome, the agreement follows tomorrow.
            < Signed with joy.`,
        },
      ],
    },
    {
      name: 'Margit Aaltonen',
      email: 'margit.aaltonen@kirje.example',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Newsletter',
          daysAgo: 23.7,
          by: freja,
          script: `
            < Your newsletter on false friends is my favourite mail of the month. Where can I read the older ones?
            > How kind! All 31 are on one page now, the link is below your next one, and number 7 is about Finnish.
            < Number 7 was about my grandmother, apparently.
            = close`,
        },
      ],
    },
    {
      name: 'Wanjiru Kamau',
      email: 'wanjiru@savanna-roasters.example',
      company: 'Savanna Roasters',
      source: 'Trade fair',
      talks: [{ daysAgo: 1.6, by: karim, script: '' }],
    },
    {
      name: 'Dónal Ó Súilleabháin',
      email: 'donal@gaeltacht-games.example',
      phone: '+353 20 914 7702',
      company: 'Gaeltacht Games',
      position: 'Producer',
      source: 'Website',
      talks: [
        {
          subject: 'Danish into Irish: does anyone?',
          daysAgo: 21.2,
          by: freja,
          script: `
            < A long shot: do you know anyone who translates from Danish straight into Irish?
            > One person in the world that I know of, she lives on Inis Oírr and is free in spring.
            < I would have bet there was nobody.
            > She would have bet that nobody would ask. Shall I put you in touch?
            < Please do!
            = close`,
        },
      ],
    },
    {
      name: 'Akosua Darko',
      email: 'akosua.darko@homepost.example',
      source: 'Website',
      talks: [
        {
          subject: 'Quote for a CV',
          daysAgo: 26.7,
          by: karim,
          script: `
            < How much is a CV of two pages from English into Danish?
            > 85. For most posts in Copenhagen the English one will do, so ask them first.
            < They say English is fine. Thanks for the honesty!
            = close`,
        },
      ],
    },
  ],
};

/** The everyday bread of the house. */
function certified(paper: string, language: string, country: string, price: number): string {
  return `
    < I need a certified translation of my ${paper} from ${language} for the Danish authorities. What do you charge?
    > ${price}, stamped and signed, within two working days. Papers from ${country} are accepted with our stamp, no embassy is needed.
    < That's good to hear. A scan is attached, is it clear enough?
    > Very clear. We begin today.`;
}
