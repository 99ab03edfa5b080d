import { list } from './english.js';

/**
 * Words and phrases without a meaning for a shop's figures. They are left out where a text is not
 * understood with them. Numbers, negations, comparisons, times and words that could be names are never
 * among them.
 */

/** Politeness, haste and what the figures are for: nothing is lost without them. */
export const POLITE = list(
  `
    for (?:my|the|our|a|this|today's|tomorrow's) (?:meeting|report|boss|deck|presentation|slides?|call|
    accountant|team|newsletter|board(?: meeting)?|review|manager|ceo|weekly|monthly), for me, for us,
    (?:real|super|very) quick(?:ly)?, quick (?:question|one|check), quick, quickly, asap,
    if (?:possible|you can|you could),
    when you (?:can|get a chance|have time|have a (?:sec|minute|moment)), thanks in advance, many thanks,
    thank you(?: very much| so much)?,
    thanks(?: a lot| so much| a bunch| in advance)?, thx, ty, cheers, please, pls, plz, kindly, sorry,
    (?:can|could|would|will) (?:you|u)(?: please| pls| plz)?(?= ),
    (?:please )?(?:tell|show|remind|send|email) (?:me|us)(?: about)?,
    i(?:'d| would)? (?:wanna|want to|need to|would like to|like to|have to|gotta)
    (?:know|see|find out|understand|check),
    (?:wanna|want to|need to) (?:know|see), do (?:you|u|we) know, (?:do (?:you|u) have )?any idea,
    (?:hey|hi|hello) (?:team|all|folks|guys),
    (?:could|can|would) (?:somebody|someone|anyone) (?:please )?(?:tell|show) (?:me|us),
    ideally(?: also)?, just curious, curious,
    (?:i was |i'm |just )?wondering(?: if| about)?, let me know, let(?:'s| us) see, fyi, lol, haha, hm+,
    um+, uh+, oh,
    ok(?:ay)?(?: so)?, right, alright, so(?= (?:what|how|who|which|when)), hey(?: there)?,
    hi(?: there| all| team)?, hello, yo,
    good (?:morning|afternoon|evening), (?:morning|afternoon|evening)(?=[!,.]), hiya, howdy, heya, greetings,
    (?:the |my |our )?boss (?:wants|needs|would like|asked) to (?:know|see), guys, folks, team(?=,), mate,
    buddy, dude, bro, boss,
    i (?:mean|guess|think|believe|suppose|wonder), you know, in a nutshell, at a glance, in short,
    basically,
    literally, honestly, actually, by the way, out of curiosity, one more(?: thing)?, another question,
    the bot, shopkeeper, @shopkeeper, ffs, damn, omg, wow, yeah, yep, yes, well
  `,
);

/** What could have meant something: an answer says that it was left out. */
export const VAGUE = list(
  `
    stuff, things?, thingy, kinda, kind of, sort of, somehow, whatever, single, specific, particular,
    whole, entire, real,
    really, simply, roughly, approximately, approx, ballpark, more or less, or so,
    in (?:detail|general|particular),
    these days, look(?:s|ing)? like, turn(?:s|ed)? out, as (?:numbers|figures|a number|a figure),
    with (?:numbers|figures),
    (?:percentage|percent|%)(?= change),
    abs(?:olute)?(?:(?:,| and| &| n) (?:relative|(?:in )?(?:percent|%|pct)(?: change)?|change))?,
    amount (?:and|n|&) (?:percent|pct|share),
    (?:what is |whats |what's )?the (?:difference|diff|delta|gap)(?: in percent)?, difference in percent,
    exact(?:ly)?, precise(?:ly)?, rounded, each one, one by one, at all, of ours, to date, on record,
    in the (?:data|books|system|file|sheet),
    currently, right now, so far, all in all, all told
  `,
);
