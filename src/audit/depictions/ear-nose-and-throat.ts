import { type Depiction, good } from './depiction.ts';

/** Ears, nose and throat. */
export const earNoseAndThroat: readonly Depiction[] = [
  {
    finding: /^hoarseness$/,
    yes: /\b(?:only|just|can only|have to) whisper\b|\blike a (?:frog|crow|rusty \w+)\b|\bcroak\w*|\bvoice (?:\w+ )?(?:gone|is rough|cracks|breaks|has packed|went)\b|\bnot a sound comes\b/,
    no: /\bvoice (?:\w+ ){0,3}(?:same|fine|normal|clear|as (?:ever|always)|strong|good|itself)\b|\bsound (?:\w+ )?(?:like i always|the same|as (?:always|ever|usual)|normal|like myself)\b|\bsing (?:like|as)\b|\bclear as a bell\b/,
  },
  {
    finding: /^sore-throat$|^painful-swallowing$/,
    yes: /\bthroat (?:is |feels |was )?(?:\w+ )?(?:on fire|raw|like (?:sandpaper|glass|razor\w*|fire)|kill\w*|burn\w*|scratch\w*)\b|\b(?:razor blades?|broken glass|swallowed glass)\b|\blike swallowing (?:glass|razor\w*|knives|needles|fire)\b/,
    no: /\b(?:food|drink|everything|it|bread|toast|all) (?:\w+ ){0,2}(?:goes?|slips?|slides?|went) down (?:\w+ )?(?:fine|well|easily|easy|a treat|without|like|smoothly|no)\b|\bswallow (?:\w+ ){0,2}(?:fine|easily|without|anything|normally|no)\b|\bthroat (?:\w+ ){0,3}(?:fine|ok|okay|all right|clear|good|no bother)\b/,
    turned: /\bcan you (?:\w+ )?(?:swallow|eat|drink)/,
  },
  {
    finding: /^runny-nose$/,
    yes: /\bnose (?:\w+ )?(?:like a tap|drip\w*|stream\w*|pour\w*|leak\w*|is running|has been running|runs)\b|\bbox(?:es)? of tissues\b|\bhankies|\bsnott?y\b/,
    no: /\bnose (?:\w+ ){0,3}(?:dry|clear|fine|free|all right)\b/,
  },
  {
    finding: /^loss-of-smell$/,
    yes: /\b(?:can not|could not|not) (?:\w+ )?smell\b|\b(?:tastes? of|taste like) (?:nothing|little|cardboard)\b|\bnose (?:is )?dead\b/,
    yesAsked: /\bnot a thing\b|\bnothing\b/,
    no: /\b(?:i|can|could) (?:still )?smell (?:the|every|my|your|it|things|what|coffee|anything|a)\b|\bsmell\w* (?:\w+ )?(?:fine|normal|as (?:well|good))\b|\bnose like a (?:dog|bloodhound|hound)\b/,
    turned: /\bcan you (?:still |\w+ )?(?:smell|taste)\b|\bsense of smell (?:all right|ok|fine|normal)\b/,
  },
  {
    finding: /^(?:hearing-loss|ringing-in-ear|ear-fullness|ear-pain)$/,
    yesAsked:
      /\b(?:deaf|turn the (?:telly|radio|tv) up|say (?:it|that) again|whistl\w*|buzz\w*|ring\w*|hum\w*|like a (?:kettle|seashell|bell|fridge)|blocked|bunged|cotton wool|under water|full|stab\w*|shoot\w*|throb\w*)\b/,
    noAsked:
      /\b(?:hear (?:a pin|everything|perfectly|fine|well|the grass)|like a (?:bat|lynx)|quiet|silent|clear|free|as (?:good|well|ever|always))\b/,
    turned: good(/\b(?:can you|do you) hear\b(?!.*\b(?:ring|buzz|nois|whistl))/),
  },
  {
    finding: /^(?:face-pressure|pain-in-upper-teeth|sneezing)$/,
    yesAsked:
      /\b(?:like a (?:mask|brick|weight)|when i bend|teeth (?:\w+ )?(?:ache|hurt)|ten times|in a row|fits of|stab\w*|knife|agony)\b/,
    noAsked: /\b(?:free|no pressure|not once|painless)\b/,
  },
];
