import { LabelColour } from '../label/label-colour';
import type { CompanyScript } from './script';

const maya = 'Maya Okafor';
const tom = 'Tom Hargreaves';

/** A workshop and shop for bicycles in Bristol. */
export const harbourLaneCycles: CompanyScript = {
  name: 'Harbour Lane Cycles',
  labels: [
    {
      name: 'Repair',
      colour: LabelColour.ORANGE,
      about: /creak|brake|fault|flat|stranded|service|repair|range|wheel|restoring|clamp/i,
    },
    {
      name: 'Sales',
      colour: LabelColour.GREEN,
      about: /first|folding|basket|seat|quote|bike under|used|voucher|trailers|studded/i,
    },
    { name: 'Fleet', colour: LabelColour.BLUE, about: /fleet|hire|35 people|delivery|yard|lot of/i },
    { name: 'Invoice', colour: LabelColour.YELLOW, about: /invoice|discount|wrong/i },
    { name: 'Complaint', colour: LabelColour.RED, about: /complaint|stolen|wrong/i },
    { name: 'Events', colour: LabelColour.PURPLE, about: /day|class|ride|school/i },
  ],
  people: [
    {
      name: 'Inês Carvalho',
      email: 'ines@avoncouriers.example',
      phone: '+44 7700 900112',
      company: 'Avon Couriers',
      position: 'Fleet lead',
      source: 'Referral',
      metadata: { fleet: '14 cargo bikes', invoicing: 'monthly' },
      knownForDays: 180,
      talks: [
        {
          subject: 'Fleet service before winter',
          daysAgo: 0.05,
          by: tom,
          script: `
            < Morning Tom. We'd like all 14 cargo bikes through the workshop before the first frost. How many can you take in a week without leaving my riders on foot?
            > Morning Inês. Three at a time works if they come in at closing and go out the next evening. So nine a week, two weeks for the lot.
            < Two weeks is fine. Could the four with the Bafang motors go first? Two of them cut out in the rain.
            > Yes. That's usually the speed sensor plug. I'll reseal all four and put the diagnosis on each bike's card.
            < Perfect. What should I budget?
            > Service is 68 each at the fleet rate, plus parts. I'd plan 1,400 in total and call you before anything over 60 on a single bike.
            < Agreed. First three come tonight, Dario will bring them at half past five.
            > We'll be here until six. I have put them in the book under A, B and C.
            ! Four speed sensor plugs are in drawer 12. Maya, please order six more.
            < One more thing: bike 9 has a loose battery lock. Could you order one now so we don't wait?
            > Ordered this minute, it will be here on Thursday. No need to take the bike off the road until then.`,
        },
        {
          subject: 'September invoice',
          daysAgo: 28.6,
          by: maya,
          script: `
            < Hello, the September invoice has bike 6 on it twice, once for brake pads and once for a full brake service.
            > You are right, the pads are part of the service. I'm sorry. I've taken 24.00 off, the corrected invoice is 2041-B.
            < Received and passed on to accounts. Thank you for the quick fix.
            = close`,
        },
      ],
    },
    {
      name: 'Rhys Llewellyn',
      email: 'rhys.llewellyn@mailbox.example',
      phone: '+44 7700 900148',
      source: 'Website',
      metadata: { bike: 'Steel tourer, 58 cm' },
      talks: [
        {
          subject: 'Creak from the bottom bracket',
          daysAgo: 0.3,
          by: tom,
          script: `
            < My tourer creaks on every right pedal stroke, only under load. I've regreased the pedals and the seatpost, no change. Could it be the bottom bracket?
            > Could be, and you've already ruled out the usual suspects. Is it a threaded cup or a press fit? The name on the shell would help.
            < Threaded. It says square taper, 68 mm. About 9,000 km on it.
            > At that mileage a new unit is the cheap answer: 32 for the part, 25 to fit. If the creak stays, you don't pay for the fitting.
            < Fair deal. Can I wait while you do it?
            > Yes, on Wednesday at 9 it takes me forty minutes. There's coffee next door.
            < See you on Wednesday.`,
        },
      ],
    },
    {
      name: 'Agnieszka Wójcik',
      email: 'a.wojcik@tidepress.example',
      company: 'Tide Press',
      position: 'Editor',
      source: 'Newsletter',
      metadata: { height: '1.64 m' },
      talks: [
        {
          subject: 'First road bike',
          daysAgo: 1.1,
          by: maya,
          script: `
            < I read your piece about gravel bikes in the newsletter. I ride to work (11 km, half of it towpath) and would like something faster than my hybrid. Budget about 1,500.
            > For towpath and tarmac I'd look at gravel bikes with 38 mm tyres rather than a road bike. Two to try in your size: one in steel at 1,390, one in aluminium at 1,250.
            < Which of them takes mudguards and a rack? I carry a laptop.
            > Both take mudguards. Only the steel one has proper rack mounts.
            < Then the steel one. Could I try it on Saturday?
            > I have put a 52 aside for you, with flat pedals. Saturday from 10, allow an hour and bring your laptop bag.
            < I'm so happy with the test ride. I'll take it, with the dark green mudguards.
            > Wonderful. It will be ready on Friday after 4, with mudguards and rack fitted. First service after six weeks is on us.
            < One question before Friday: can I lock it with the D-lock I have or do you recommend something else?
            > Bring the lock along. If it's sold secure gold you're fine, and I'll find it a place on the frame.`,
        },
      ],
    },
    {
      name: 'Oluwaseun Adeyemi',
      email: 'seun.adeyemi@post.example',
      phone: '+44 117 496 0142',
      source: 'Phone',
      metadata: { bike: 'Folding bike, 6 speed' },
      talks: [
        {
          subject: 'Folding bike: hinge clamp',
          daysAgo: 2.2,
          by: tom,
          script: `
            < I called earlier about the hinge clamp that doesn't hold tight any more. You asked for a photo of the plate, I've sent it to the shop address.
            > Got it. The plate is worn on one side, that's why it slips. Please don't ride it until it's replaced.
            < Understood, I'm taking the bus. How long for the part?
            > It's in stock. Bring the bike before noon and you can have it back at five: 18 for the plates, 15 for fitting.
            < Dropped it off with Maya just now.
            > Done and tested. I also found the rear hinge a touch loose and set it. No charge for that.
            < Collected. Folds like new, thank you Tom.
            = close`,
        },
      ],
    },
    {
      name: 'Sinéad Ní Bhriain',
      email: 'sinead@harbourchoir.example',
      phone: '+353 20 910 2233',
      company: 'Harbour Choir',
      position: 'Tour manager',
      source: 'Website',
      talks: [
        {
          subject: 'Hire: 18 bikes for a Sunday',
          daysAgo: 3.6,
          by: maya,
          script: `
            < We're a choir of 18, visiting from Cork, and would love to ride to Bath along the old railway on Sunday week. Do you hire that many?
            > We have 16 of our own and can borrow two. Ages and heights, roughly? And is everyone at ease with 20 km each way?
            < Between 24 and 67. Two would rather have electric ones. I'll send a list of heights tonight.
            < Here it is: 1.58, 1.60, 1.62, 1.65 (x3), 1.70 (x4), 1.75 (x4), 1.80 (x2), 1.88, 1.93.
            > All fits. Two electric bikes are 38 each, the others 22, helmets and locks included: 428 in total. I'd give you ten per cent for the group, so 385.
            < Brilliant. And if it rains?
            > Cancel until Saturday 6 pm and it costs you nothing.
            < Booked, then. We'll sing for you when we bring them back.
            > We shall hold you to that. Doors open at 9 on Sunday, just for you.`,
        },
      ],
    },
    {
      name: 'Matteo Ricciardi',
      email: 'matteo.ricciardi@espressobar.example',
      company: 'Ricciardi Espresso',
      position: 'Owner',
      source: 'Walk-in',
      knownForDays: 90,
      talks: [
        {
          subject: 'Coffee bike: brakes',
          daysAgo: 5.3,
          by: tom,
          script: `
            < Tom, the coffee bike with a full tank of water weighs 190 kilos and I don't trust the brakes on Park Street any more.
            > Nor would I, with rim brakes. Does the front hub have disc mounts?
            < There's a plate with six small holes, if that's what you mean.
            > That's it. I can fit a hydraulic disc in front with 203 mm. Parts 165, half a day of work 110. It will stop the bike with one hand.
            < And until then?
            > Walk it down Park Street. I mean it.
            < Ha, all right. When can you do it?
            > Monday, when you're closed anyway. I'll collect it with the van at 8.
            < ~2d Came down Park Street this morning with one finger on the lever. First coffee is on me, for life.
            > I'll take you at your word. Bring it back in a month to check the pads.
            = close`,
        },
      ],
    },
    {
      name: 'Hannah Beaumont',
      email: 'hbeaumont@stgeorgeprimary.example',
      phone: '+44 117 496 0187',
      company: 'St George Primary',
      position: 'Deputy head',
      source: 'Referral',
      talks: [
        {
          subject: 'Bike check day at school',
          daysAgo: 0.6,
          by: maya,
          script: `
            < The parents of year 5 keep telling me about your bike check at Southville. Could you do the same for us? About 60 children.
            > We'd love to. Two of us can check 60 bikes in a morning: brakes, tyres, bolts, bells. Small things are put right on the spot.
            < What does it cost the school?
            > Nothing but a room with a roof and a kettle. Parts over five pounds go on a note home.
            < That's very generous. Would the second Friday of next month work?
            > It's in the diary, from 8.30. I'll send a letter for the parents that you can copy.
            < Thank you. May I ask for a Polish and a Somali version? Many of our families would be glad.
            > Good idea. I'll have both translated and send all three by Thursday.`,
        },
      ],
    },
    {
      name: 'Jürgen Hoffmeister',
      email: 'j.hoffmeister@posteo-home.example',
      phone: '+49 40 66969 214',
      source: 'Website',
      metadata: { bike: 'Touring tandem' },
      talks: [
        {
          subject: 'Tandem stranded near Bristol',
          daysAgo: 7.5,
          by: tom,
          script: `
            < Hello, my wife and I are touring with our tandem. The rear hub makes terrible noises near Keynsham. Can you help us today?
            > Can you still roll it? There's a train from Keynsham in 20 minutes, it takes bicycles, and we're five minutes from the station.
            < It rolls if nobody pedals. We take the train.
            > Hub body is cracked, I'm afraid. I can build the rim onto a new hub with 40 holes, I have one on the shelf. Tomorrow at noon.
            < You have a 40 hole tandem hub on the shelf?
            > Nine years I've waited for you two.
            < ~2d We are in Devon, everything runs silently. A postcard is on its way. Herzlichen Dank!
            > Safe travels, both of you.
            = close`,
        },
      ],
    },
    {
      name: 'Priya Raghunathan',
      email: 'priya.r@northquay.example',
      company: 'North Quay Architects',
      position: 'Office manager',
      source: 'Trade fair',
      metadata: { scheme: 'Cycle to work' },
      talks: [
        {
          subject: 'Cycle to work for 35 people',
          daysAgo: 2.7,
          by: maya,
          script: `
            < We met at the Green Business day. We'd like to offer cycle to work to our 35 people. What do you need from us?
            > Lovely to hear from you. Three things: your payroll contact, the limit per person, and a date for me to come by with six bikes.
            < Payroll is Duncan, I've copied him. Limit 2,500. Could you come at lunch on a Thursday?
            > Thursday next week at 12? I'd bring two electric, two gravel, one folding, one cargo.
            < Great. Is a fitting included when they order?
            > Yes, and the first service. I'll put that on the sheet.
            < Duncan asks whether accessories count towards the limit.
            > They do: lights, locks, helmets, mudguards, bags. Not clothing that isn't for safety.
            < He's happy. See you on Thursday, ask for me at the desk.
            = snooze 4`,
        },
      ],
    },
    {
      name: 'Callum Fraser',
      email: 'callum.fraser@mailbox.example',
      phone: '+44 131 496 0155',
      source: 'Website',
      talks: [
        {
          subject: 'Wheel build for bikepacking',
          daysAgo: 6.4,
          by: tom,
          script: `
            < Do you build wheels to order? I'd like a pair for the Highland Trail: dynamo in front, 29 inch, strong rather than light.
            > We do. Your weight with luggage, and rim or disc?
            < 94 kg in total, disc, centre lock. Through axles 15x110 and 12x148.
            > Then 32 spokes, triple butted on the loaded side, a dynamo hub that charges from 15 km/h. 612 for the pair, three weeks.
            < Could you do it for the 12th? I'm coming down to see my sister that weekend.
            > The dynamo hub is the slow part. Let me ask the supplier.
            > It ships today, so the 12th is safe. A third as deposit, please, the link is in your e-mail.
            < Paid. Thank you for chasing them.`,
        },
      ],
    },
    {
      name: 'Zsófia Kertész',
      email: 'zsofia.kertesz@post.example',
      source: 'Referral',
      metadata: { bike: 'Child seat, rear' },
      talks: [
        {
          subject: 'Which child seat fits?',
          daysAgo: 9.1,
          by: maya,
          script: `
            < My neighbour bought her child seat from you. Would the same fit on a frame with a carrier that holds 25 kg? Our son is 14 months and 10 kg.
            > The carrier is fine for it: seat 4 kg plus 10. Does he sit upright by himself for half an hour?
            < Yes, he'd do nothing else.
            > Then come by, I'll put the seat on your bike and you ride round the harbour before you decide. He needs a helmet in size 46 to 50.
            < We came, he slept through it. We keep it!
            > The best review we've had this month. The receipt is in your inbox, the mounting for the second bike comes on Tuesday.
            < Tuesday is perfect, thank you Maya.
            = close`,
        },
      ],
    },
    {
      name: 'Tomás Ó Dálaigh',
      phone: '+353 20 911 8841',
      source: 'Phone',
      talks: [
        {
          subject: 'Stolen bike: frame number',
          daysAgo: 1.8,
          by: maya,
          script: `
            < It's Tomás, we spoke on the phone. The police want the frame number of the blue commuter I bought from you two years ago.
            > I'm so sorry it's gone. We keep them all: WTU 284 K 0917. Your receipt with the number is attached to this thread.
            < That was quick. The insurer also asks for the value new.
            > 949.00 on the 3rd of May, plus 89.00 for the lock. Both are on the receipt.
            < Thanks. Keep an eye out, will you? It has a dent in the top tube.
            > I've put it in the window of the workshop chat that the shops here share. Eleven pairs of eyes.
            = snooze 6`,
        },
      ],
    },
    {
      name: 'Emre Yıldırım',
      email: 'emre@kebabquarter.example',
      company: 'Kebab Quarter',
      position: 'Manager',
      source: 'Walk-in',
      talks: [
        {
          subject: 'Two delivery bikes with flat tyres, again',
          daysAgo: 0.9,
          by: tom,
          script: `
            < Third puncture this week on the delivery bikes. My riders say it's the glass at Stokes Croft. What can we do?
            > Two ways: tyres with a thick protection layer, 34 each, or solid inserts, 45 each and no more air at all but a harder ride.
            < With hot food on the rack?
            > Then not the solid ones, the shaking ends in the salad. I'd take the protection tyres and sealant inside.
            < OK, four tyres then. Can your guy do them between 3 and 5 when we are quiet?
            > Today, yes. Bring both at three.
            < ~4d Four days and no puncture. I am telling everybody.
            > That's what we like to hear. Check the pressure on Fridays: 4.5 bar, the pump outside is free.`,
        },
      ],
    },
    {
      name: 'Margaret Ashworth',
      phone: '+44 7700 900163',
      source: 'Walk-in',
      metadata: { prefers: 'phone calls' },
      knownForDays: 400,
      talks: [
        {
          subject: 'Basket for a three-wheeler',
          daysAgo: 12.2,
          by: maya,
          script: `
            < Hello dear, the basket on my tricycle has rusted through at last. Have you the large one, with the lid?
            > Hello Mrs Ashworth. The large one with the lid has been discontinued, but there's a wicker one of the same size, with a leather strap.
            < Does the wicker stand the rain?
            > It's varnished, and I'd give you a cover. Shall Tom come by and fit it? He passes your street on Thursdays.
            < That would be kind. I shall have scones.
            > He has already moved you to the end of his round.
            < It looks splendid. And he ate four.
            = close`,
        },
      ],
    },
    {
      name: 'Lukáš Dvořák',
      email: 'lukas.dvorak@velodrom.example',
      company: 'Severn Track League',
      position: 'Coach',
      source: 'Referral',
      talks: [
        {
          subject: 'Track sprockets for the juniors',
          daysAgo: 10.2,
          by: tom,
          script: `
            < We have 12 juniors and need gear restrictions for the winter league: 6.93 m rollout. What do you have in 1/8 inch?
            > With 48 in front you'd want a 14.5, which nobody makes. 47x14 with 23 mm tyres gives 7.03, 46x14 gives 6.88. What do they run now?
            < 48x15, so they complain about spinning.
            > 46x14 then, just legal. Twelve chainrings at 29 and twelve sprockets at 17: 552, and I'd do them for 480 for a youth club.
            < Deal. We'd need them before the 20th.
            > All here except two chainrings, which follow on Monday.
            < All fitted, rollout checked by the commissaire. Thank you for the club price.
            = close`,
        },
      ],
    },
    {
      name: 'Chloé Marchand',
      email: 'chloe.marchand@courriel.example',
      phone: '+33 6 39 98 41 07',
      source: 'Website',
      talks: [
        {
          subject: 'Shipping a frame to Lyon',
          daysAgo: 13.5,
          by: maya,
          script: `
            < Bonjour, I saw the lilac mixte frame in your window when I visited. Would you send it to Lyon?
            > Bonjour Chloé. Yes: boxed and insured 58, about five working days. You would pay VAT and duty in France when it arrives.
            < How much would that be, roughly?
            > On 420 you should expect about 84 VAT, and duty if the carrier counts it as a bicycle part. I can write the customs line so that there's no doubt.
            < Please do. And the matching fork?
            > Included, with the headset. I've added photographs of the small scratch near the dropout so that you know it.
            < The scratch is charming. I've paid just now.
            > Packed by Tom himself. The tracking number is in your e-mail.
            < ~4d It arrived, not one mark. Merci mille fois!
            = close`,
        },
      ],
    },
    {
      name: 'Declan Murphy',
      email: 'declan.murphy@mailbox.example',
      phone: '+44 7700 900171',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Evening class: gears',
          daysAgo: 4.3,
          by: tom,
          script: `
            < Is there still a place in the evening class about gears? I can true a wheel but indexing defeats me.
            > Two places left on the 17th. Bring your own bike and an old rag, we have stands for eight.
            < I'd like to bring my daughter, she's 13.
            > Then the class is full, and she's free. 25 for you, at the door.
            < Great. Any homework?
            > Count the teeth on your smallest and largest sprocket. It explains half of everything.
            < 11 and 34. She counted, I checked.`,
        },
      ],
    },
    {
      name: 'Ngozi Eze',
      email: 'ngozi.eze@clifton-physio.example',
      phone: '+44 117 496 0119',
      company: 'Clifton Physio',
      position: 'Physiotherapist',
      source: 'Referral',
      talks: [
        {
          subject: 'Bike fitting for a patient',
          daysAgo: 4.6,
          by: maya,
          script: `
            < I have a patient with a new hip who'd like to ride again. Do you do fittings where I can be present?
            > Gladly, it's better with you there. An hour and a half, on the stand, with your notes on what the hip may do.
            < No flexion beyond 90 degrees for another month. She is 71 and very determined.
            > Then shorter cranks, 150 mm, and a step-through frame. I have both here to try.
            < Would Tuesday at 2 suit?
            > Tuesday at 2, I've blocked the quiet corner. No charge for the fitting if she ends up with a bike of ours.
            < She rode round the yard and cried a little. So did I. She'll order the blue one.
            > We all did. I've written down every measure, so the blue one comes set up.
            = snooze 9`,
        },
      ],
    },
    {
      name: 'Björn Åkesson',
      email: 'bjorn.akesson@brevbox.example',
      phone: '+46 70 174 06 12',
      source: 'Website',
      metadata: { bike: 'Winter commuter' },
      talks: [
        {
          subject: 'Studded tyres in Bristol?',
          daysAgo: 14.6,
          by: tom,
          script: `
            < Hi, I moved here from Umeå and it feels wrong to have no studded tyres in November. Do you stock them, or will people laugh?
            > People will laugh until the second week of January. I can order them: 35 or 40 mm, 110 studs, 52 each.
            < 40 mm, two please. How loud are they on dry roads here?
            > Like frying bacon. You'll be heard.
            < That's a feature. When do they come?
            > They're here, pick them up any day. Tell me how they do on the Portway.
            < ~5d First ice this morning. I overtook everybody.
            = close`,
        },
      ],
    },
    {
      name: 'Yasmin Haddad',
      email: 'yasmin@easton-food-bank.example',
      company: 'Easton Food Bank',
      position: 'Coordinator',
      source: 'Referral',
      talks: [
        {
          subject: 'Trailers for food rounds',
          daysAgo: 0.15,
          by: maya,
          script: `
            < We deliver 70 parcels a week by bike and need two trailers that carry a crate of 60 x 40. A small grant came through: 700.
            > Flat-bed trailers with 40 kg load are 279 each. For you at cost: 205 each, with couplings for six bikes.
            < That leaves money for lights. Could you suggest some that volunteers don't lose?
            > Dynamo lights can't be lost, but you'd need wheels. Bolted battery lights at 19 a pair, charged with the same cable as a phone.
            < Ten pairs then. And can we come to learn how to hitch the trailers safely?
            > Come on Monday evening, all volunteers. Tom will show how to load and brake: heavy things low and over the axle.
            < Nine of us will come. Is there step-free access? Ruth uses a wheelchair.
            > Yes, through the yard, I'll open the gate. The workshop toilet is step-free as well.
            < Thank you for thinking of that. See you on Monday.`,
        },
      ],
    },
    {
      name: 'William Featherstone',
      email: 'w.featherstone@post.example',
      source: 'Phone',
      metadata: { bike: '1973 racer' },
      knownForDays: 30,
      talks: [
        {
          subject: 'Restoring a 1973 racer',
          daysAgo: 16.6,
          by: tom,
          script: `
            < I found my old racer in the loft: 1973, original Campagnolo, hung there since my thirtieth birthday. Is it worth reviving?
            > In the true sense, always. Bring it in, I'd like to see whether the seat post moves.
            < It doesn't. I tried as a young man and I tried yesterday.
            > Steel frame, aluminium post, fifty years: I'd soak it for a week and then use heat. If it won't come out, I stop and ask.
            < Do take your time.
            > ~4d It came out, in one piece. New cables, cones, tyres, and the original paint cleaned: 240 with parts.
            < You've made an old man reckless. Go ahead.
            > ~3d Ready. I rode it round the block to be sure, and once more because of how it rides.
            < I am 81 and I did eleven miles. Thank you, Tom.
            = close`,
        },
      ],
    },
    {
      name: 'Nguyễn Thị Mai',
      email: 'mai.nguyen@lotus-kitchen.example',
      company: 'Lotus Kitchen',
      position: 'Owner',
      source: 'Website',
      talks: [
        {
          subject: 'Cargo bike quote',
          daysAgo: 17.6,
          by: maya,
          script: `
            < Could you send a quote for an electric cargo bike with a closed box? We cater within 5 km, about 60 kg of food.
            > Two that fit: long and low with 200 litres at 4,690, or a three-wheeler with 300 litres at 5,250. Both can be leased from 118 a month.
            < Does the box keep warm?
            > Not by itself. Your thermal bags fit, though: four upright in the first, six in the second.
            < My husband would like the three-wheeler because it does not fall over.
            > A sound argument with soup. Come and try it with bags full of water, we do this with every caterer.
            < We tried, he is convinced. I'd like to lease it. What papers do you need?
            > Company number, a bank statement, and your logo if we may paint it on the box. Delivery in four weeks.
            < Sent everything, logo too. Very excited!
            = snooze 12`,
        },
      ],
    },
    {
      name: 'Dragana Petrović',
      email: 'dragana.petrovic@mailbox.example',
      source: 'Website',
      talks: [
        {
          subject: 'Electric bike loses range',
          daysAgo: 8.5,
          by: tom,
          script: `
            < My e-bike did 70 km in summer and does 45 now. It's three years old. Is the battery finished?
            > Cold alone takes a fifth. Let me read it out, that's ten minutes and free: it tells the true capacity.
            < Came by today, your colleague plugged it in. What does 81 % mean?
            > That's healthy for its age: 405 of 500 Wh. Keep it indoors overnight and start with it warm.
            < So no new battery?
            > No new battery. Save the 480 for a holiday.
            < I expected to be sold something. Thank you, honestly.
            = close`,
        },
      ],
    },
    {
      name: 'Kwame Boateng',
      email: 'kwame.boateng@brunel-engineering.example',
      phone: '+44 7700 900185',
      company: 'Brunel Engineering',
      position: 'Facilities',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Repair station for our yard',
          daysAgo: 19.8,
          by: maya,
          script: `
            < At the fair you showed a public repair stand with tools on steel cables. We'd like one for our yard, can you supply and mount it?
            > Yes: stand 640, pump 310, mounting on concrete 150. Is there a drain or a cable below the spot?
            < I've asked the site team for drawings.
            < No cables, concrete is 20 cm. Green light from safety as well.
            > Then we drill on a Saturday morning when the yard is empty. Would the coming one do?
            < Gate 3, ask for the porter. He'll have your names.
            > Mounted, tools counted, instructions on the plate. Nineteen tools, please check them against the list each month.
            < Used twice before 8 this morning. Good buy.
            = close`,
        },
      ],
    },
    {
      name: 'Élodie Tremblay',
      email: 'elodie.tremblay@courriel.example',
      phone: '+1 416 555 0137',
      source: 'Referral',
      metadata: { event: 'Charity ride' },
      talks: [
        {
          subject: 'Mechanic for a charity ride',
          daysAgo: 7,
          by: tom,
          script: `
            < I organise a charity ride in May, 120 riders, Bristol to Cheddar and back. Could we book a mechanic with a van?
            > I'd enjoy that. Which Saturday?
            < The 16th, start at 8, last rider home by 5.
            > Van, two of us, spares: 380 for the day. Riders pay for parts at cost. For a charity we leave out the mileage.
            < The committee says yes. Could your van carry spare water too?
            > Up to 100 litres, if somebody carries the canisters.
            = snooze 30
            < ~2d One more question from the committee: are you insured for roadside work?
            > Yes, public liability of five million. I've attached the certificate for your file.
            = snooze 30`,
        },
      ],
    },
    {
      name: 'Ioan Munteanu',
      email: 'ioan.munteanu@post.example',
      source: 'Walk-in',
      talks: [
        {
          subject: 'Wrong inner tubes',
          daysAgo: 20.8,
          by: maya,
          script: `
            < I bought two tubes yesterday and the valves don't fit through my rims.
            > Sorry about that, you were given car valves. Bring them back, the slim ones are waiting at the till with your name.
            < They were opened, is that a problem?
            > Not at all, our mistake. Take a pair of tyre levers for your trouble.
            < All good now, thanks.
            = close`,
        },
      ],
    },
    {
      name: 'Freya MacKinnon',
      email: 'freya.mackinnon@severnuni.example',
      company: 'Severn University',
      position: 'Student',
      source: 'Website',
      talks: [
        {
          subject: 'Second-hand bike under 200',
          daysAgo: 0.45,
          by: maya,
          script: `
            < Hi! Do you have second-hand bikes under 200? I'm 1.70, just moved into halls.
            > Three at the moment: a red town bike at 140, a mountain bike with slicks at 160, a Dutch one with back-pedal brake at 190. All serviced with six months' guarantee.
            < Is the red one a 3 speed? I have to get up St Michael's Hill...
            > It's a 3 speed, and honestly I wouldn't take it up that hill. The mountain bike would do it.
            < Okay, the mountain bike. Can I pay half now and half after the loan comes in?
            > Yes, half now, half by the end of the month. Bring your student card for the free lock.
            < You are the nicest. Can I come at 4 today?`,
        },
        {
          subject: 'Student discount',
          daysAgo: 11.2,
          by: maya,
          script: `
            < Do you do a student discount on helmets?
            > Ten per cent with a student card, all year.
            < Thank you!
            = close`,
        },
      ],
    },
    {
      name: 'Arjun Mehta',
      email: 'arjun.mehta@mailbox.example',
      phone: '+44 7700 900129',
      source: 'Website',
      talks: [
        {
          subject: 'Complaint: scratch after service',
          daysAgo: 3.1,
          by: tom,
          script: `
            < I picked up my carbon bike yesterday and there's a 3 cm scratch on the top tube that wasn't there before. I'm not happy.
            > I'm sorry, Arjun. I've looked at the photograph from when you dropped it off, and you are right: it wasn't there. It happened here.
            < I appreciate the honesty. What now?
            > Two things. I'd like to have the frame looked at by a carbon repairer, at our cost, to be certain it's only the lacquer. And the service costs you nothing.
            < And the look of it?
            > He'll repaint the section. Five days, and you get my own bike for the time, it's your size.
            < All right. I'll bring it on Thursday.
            > ~4d It's only lacquer, the report is attached. Colour matched by eye and it's very good. Ready when you are.
            < I can't find the spot any more. Handled well, thank you.
            = close`,
        },
      ],
    },
    {
      name: 'Gabriela Fuentes',
      email: 'gabi.fuentes@brightwheels.example',
      company: 'Bright Wheels',
      position: 'Sales',
      source: 'Trade fair',
      knownForDays: 60,
      talks: [
        {
          subject: 'New light range: samples',
          daysAgo: 22.5,
          by: maya,
          script: `
            < Following our chat at the fair, I'd like to send you four samples of the new light range. Dealer margin is 38 %.
            > Happy to look. Two questions: are spare brackets sold singly, and is the battery replaceable?
            < Brackets yes, batteries in the two larger models.
            > Then only those two, please. We don't sell what can't be repaired.
            < I respect that. Parcel leaves tomorrow.
            > They've been on our own bikes for a week: good beam, good bracket. Put us down for ten of each.
            < Order confirmed, delivery on the 4th.
            = close`,
        },
      ],
    },
    {
      name: 'Stefán Jónsson',
      email: 'stefan.jonsson@mailbox.example',
      source: 'Website',
      talks: [
        {
          subject: 'Service: commuter bike',
          daysAgo: 0.02,
          by: tom,
          script: service(
            'hybrid',
            'the chain jumps in third gear',
            'Wednesday',
            'The chain was at the end of its life and had taken the cassette with it',
          ),
        },
      ],
    },
    {
      name: 'Beatrice Okonjo',
      email: 'beatrice.okonjo@post.example',
      phone: '+44 7700 900194',
      source: 'Referral',
      talks: [
        {
          subject: 'Squealing disc brake',
          daysAgo: 11.7,
          by: tom,
          script: `
            < The front disc screams like a peacock whenever it's damp. I've cleaned it with everything in the kitchen.
            > Kitchen things are often the cause: washing-up liquid leaves a film. New pads and a proper clean of the rotor, 27 all in, while you wait.
            < Can I come on Saturday?
            > Any time before noon. Please ride it here rather than drive, warm brakes tell me more.
            < Silent. My neighbours thank you as well.
            = close`,
        },
      ],
    },
    {
      name: 'Hiroshi Tanabe',
      email: 'hiroshi.tanabe@mailbox.example',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Saturday ride: which pace?',
          daysAgo: 9.7,
          by: maya,
          script: `
            < Your newsletter mentions a Saturday shop ride. I ride about 20 km/h. Will I hold people up?
            > Not at all. There are two groups, and the slower one stops for cake. 35 km, back by noon.
            < Cake decides it. Do I need to sign up?
            > Just be at the door at 9 with two inner tubes and a light.
            < Had a wonderful time. The carrot cake in Pill is worth every hill.
            = close`,
        },
      ],
    },
    {
      name: 'Leah Goldstein',
      email: 'leah.goldstein@post.example',
      phone: '+1 212 555 0164',
      source: 'Website',
      talks: [
        {
          subject: 'Boxing a bike for the flight home',
          daysAgo: 15.6,
          by: tom,
          script: `
            < I fly back to New York on the 9th with my bike. Could you box it to airline rules?
            > Yes, 55 with a sturdy box. Tell me the airline, some count centimetres.
            < It has to be under 158 cm in sum, they say.
            > That's a suitcase, not a bike. I'd call and book it as sports equipment, then our box is fine.
            < Did that, it's booked. I'll bring it on the 7th.
            > Boxed, wheels out, derailleur wrapped. Tyres are let down a little for the hold.
            < Landed with everything straight. You guys are pros.
            = close`,
        },
      ],
    },
    {
      name: 'Noor van den Berg',
      email: 'noor@grachtenfiets.example',
      company: 'Grachtenfiets',
      position: 'Buyer',
      source: 'Trade fair',
      talks: [
        {
          subject: 'Used Dutch bikes, lot of 20',
          daysAgo: 24.2,
          by: maya,
          script: `
            < We have 20 used town bikes from a hotel, all serviced, at 95 each. Interested?
            > In ten of them, if five are step-through with a back-pedal brake. What would transport cost?
            < Ten fit on a pallet, 160 to Bristol.
            > Agreed, ten. Please send the frame numbers beforehand, we register them all.
            < List attached, the truck leaves on Monday.
            > They arrived, nine perfect, one with a bent carrier. We'll straighten it, no need to do anything.
            < Kind of you. Next lot in spring?
            > Gladly.
            = close`,
        },
      ],
    },
    {
      name: 'Patrick Donnelly',
      email: 'patrick.donnelly@mailbox.example',
      source: 'Phone',
      talks: [
        {
          subject: 'Service: winter bike',
          daysAgo: 18.3,
          by: tom,
          script:
            service('winter bike', 'the back brake drags', 'Friday', 'The drag was a frayed cable inside the frame') +
            '\n< Rides beautifully. Paid at the till, thanks.\n= close',
        },
      ],
    },
    {
      name: 'Mireille Dubois',
      email: 'mireille.dubois@courriel.example',
      phone: '+33 1 99 00 27 14',
      source: 'Website',
      talks: [
        {
          subject: 'Gift voucher',
          daysAgo: 25.2,
          by: maya,
          script: `
            < Can I buy a voucher of 100 from France for my nephew in Bedminster? It's his birthday on Friday.
            > Of course. You pay by link, and I write the card by hand. What should it say?
            < "For new wheels, from your aunt who never learned to ride."
            > Written, with a small drawing of a bicycle with three wheels. He can pick it up or I post it today.
            < Post it please. You made me laugh in a meeting.
            = close`,
        },
      ],
    },
    {
      name: 'Samuel Tesfaye',
      email: 'samuel.tesfaye@post.example',
      phone: '+44 7700 900107',
      source: 'Referral',
      talks: [
        {
          subject: 'Puncture repair class for refugees',
          daysAgo: 26.3,
          by: tom,
          script: `
            < I volunteer with newcomers who were given bikes. Would you show twelve people how to mend a puncture, in simple English?
            > Yes, with pleasure. I'll do it with hands and few words, and everyone mends a real one.
            < Some speak Tigrinya and Dari, I can interpret one of them.
            > Then we need only a second interpreter. Tuesday at 6, I'll order pizza without pork.
            < ~3d They talk of nothing else. Three asked whether you need help in the workshop.
            > As it happens, we do on Saturdays. Send them round.
            = close`,
        },
      ],
    },
    {
      name: 'Olga Kuznetsova',
      email: 'olga.kuznetsova@mailbox.example',
      source: 'Walk-in',
      talks: [{ daysAgo: 1.4, by: maya, script: '' }],
    },
    {
      name: 'Finlay Drummond',
      phone: '+44 7700 900132',
      source: 'Walk-in',
      talks: [
        {
          subject: 'Service: mountain bike',
          daysAgo: 0.7,
          by: tom,
          script: `${service(
            'mountain bike',
            'the fork feels sticky',
            'Tuesday',
            'The seals were dry and the oil was older than your bike',
          )}\n< I can hear your smile. Coming by at five.`,
        },
      ],
    },
    {
      name: 'Thandiwe Dlamini',
      email: 'thandi.dlamini@bathspa-studios.example',
      company: 'Bath Spa Studios',
      source: 'Newsletter',
      talks: [
        {
          subject: 'Open workshop day',
          daysAgo: 27.8,
          by: maya,
          script: `
            < Is the open workshop on the first Sunday free for people who only want to look?
            > Free for everybody, look or do. Children under ten need a grown-up with clean hands.
            < Then three of us will come and look.
            = close`,
        },
      ],
    },
  ],
};

/** What nearly every repair looks like from the outside. */
function service(bike: string, symptom: string, day: string, finding: string): string {
  return `
    < Could you have a look at my ${bike}? For a week now, ${symptom}.
    > Of course. ${day} morning would suit us, and you'd have it back the same evening. A service is 75, parts on top.
    < ${day} it is. I'll leave the lights on it.
    > ~1d It's ready. ${finding}, so it has a new one now: 101 in all, and the old part is in the bag for you to see.`;
}
