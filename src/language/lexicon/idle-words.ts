/**
 * Closed lists of words that cannot change which figure is meant. A word that is in none of them is never
 * passed over. Things of a shop, numbers, negations, comparisons and times stay out of them.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
/** Verbs in all of their forms: `grab` stands for `grabs`, `grabbed` and `grabbing` as well. */
const forms = (text: string): readonly string[] =>
  words(text).flatMap(verb => {
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
    const last = verb.slice(-1);
    return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`, `${verb}${last}ed`, `${verb}${last}ing`];
  });

/** Verbs of asking, fetching and working out: they say that something is wanted, and not what. */
const ASKING = [
  ...forms(`
    pull fetch grab dig calculate calc compute compile crunch spit provide prepare present advise confirm
    verify validate revert respond reply wonder wish appreciate reckon recall summarise summarize visualise
    visualize reveal retrieve oblige assist ping check slice chop dice carve
  `),
  ...words('dug spat figure-out work-out needs wants asked asks asking needed wanted'),
];

/** Interjections, politeness, haste and hedges. */
const AROUND = words(`
  hiya heya hallo howdy yo oi ahoy hola hii hiii helloo heyy heyyy greetings namaste gday sup dear
  erm er um umm uhm hmm hmmm ugh argh urgh oops whoops ahh ooh aha eh huh meh phew yikes wow whoa
  omg omfg lol lmao rofl haha hahaha hehe heh jk smh ffs wtf tbh imo imho fwiw afaik iirc idk idc nvm ofc
  obvs obvi prolly probs defo def btw fyi nbd atm rn tysm tnx tks thx thnx thanx thanks thankyou
  thank ta cheers ty pls plz plss plzz plis pleease pleas plese pleese plox please kindly sorry soz sry
  apologies pardon damn dammit darn bloody freaking fricking frigging goddamn gosh geez jeez blimey crikey
  yay hooray okey okie alrighty righty yep yup yeah yea yeh yes aye
  certainly definitely surely probably possibly perhaps maybe hopefully apparently presumably supposedly
  he she him her his hers figs nums
  obviously clearly naturally frankly honestly honest seriously literally basically essentially quickly
  urgently urgent immediately asap promptly properly briefly anyway anyways anyhow kinda sorta curious
  curiously though although tho ya yall y'all gotta wanna dunno
`);

/** Those who are spoken to: passed over at the beginning and the end of a part of a text. */
const ADDRESSED = words(`
  guys folks mate mates buddy bud dude bro bruh fam chief sir madam maam ma'am pal champ darling gang peeps
  team everyone everybody bot shopkeeper friend friends boss colleagues hun love
`);

/** Who speaks, what for, and the words of thanks: a part of a text is talk only with one of them. */
const MARKS_TALK = words(`
  i i'm im i've ive i'd i'll me my mine meeting meetings deck decks slide slides boss bosses ceo cfo coo cmo
  founder founders colleague colleagues coworker accountant accountants bookkeeper investor investors auditor
  auditors finance accounting intern newbie presentation presentations presenting pitch pitching interview
  newsletter spreadsheet laptop standup memo friend friends office lunch favour favor bothering rush hurry
  deadline question questions curious curiosity asking asked asks wondering thanks thx thank cheers sorry
  apologies please pls preparing prepping arguing argument debate debating wager appreciated
  grateful helpful
`);

/** Words that may stand beside those in talk. */
const IN_TALK = words(`
  manager director head board excel file sheet phone mobile call calls sync review agenda email draft essay
  homework desk coffee trouble bother mind idea ideas clue interest record reason context fun bet sake
  stupid silly dumb daft basic simple easy tricky weird odd strange interesting nice great awesome amazing
  fantastic brilliant perfect lovely cool super useful handy happy glad thankful nervous stressed worried
  tired confused stuck late busy ready short brief minute minutes sec secs moment time
  ask need needs needed want wants wanted know knows knew tell told say says saying said think thinks thought
  feel feels believe suppose guess wonder hope hoping help helps helping matters keep keeps kept bug bugs
  bugging bugged nag nags nagging chase chasing pester pestering wait waits waiting send sending sent give
  prepare prepares prep finish finishing fill write writing make making do doing does done put get gets
  getting got go going come coming see seeing look looking show showing join joining head heading talk talking
  talks speak speaking update updating work working works read reading use using learn learning trying try
  forgot lose open find finding number numbers figure figures headline answer answers info data stuff thing
  a an the this that it its it's he she his her him him-self we we're we've us our you you're your u ur
  is are was were be been being am have has had having can could would will shall should may might must
  to of for from in on at with about into as and so because cos coz cuz since while
  really even already always very much quick quickly properly correctly exactly shortly soon here there
  up out over off lot lots bit here's whole day all someone somebody everyone anyone
`);

export const IDLE: ReadonlySet<string> = new Set([...ASKING, ...AROUND]);
export const IDLE_ADDRESSED: ReadonlySet<string> = new Set(ADDRESSED);
export const MARKS: ReadonlySet<string> = new Set(MARKS_TALK);
export const IDLE_IN_TALK: ReadonlySet<string> = new Set([
  ...MARKS_TALK,
  ...IN_TALK,
  ...ASKING,
  ...AROUND,
  ...ADDRESSED,
]);

/**
 * Words that add nothing to a question: passed over, which is said, where all else is understood. No verb of
 * growth or loss, no number, negation, comparison or time.
 */
export const PADDING: ReadonlySet<string> = new Set(
  words(`
    even ever just indeed truly really quite rather pretty fairly somewhat typically usually normally
    generally mostly mainly largely primarily overall altogether effectively practically technically
    allegedly seemingly evidently reportedly interestingly surprisingly sadly luckily thankfully
    door doors kind kinds sort sorts stuff thing things trip trips deck decks slide slides chat
    report reports sense terms purpose purposes sake picture idea feel feeling glance snapshot rundown
    kindly gladly happily carefully closely nicely neatly fast faster quick
    suppose supposing assume assuming imagine say maybe perhaps perchance possibly hopefully
    folks everyone everybody somebody someone anybody anyone
    planning preparing heading travelling traveling visiting writing building drafting working
    wondering thinking guessing hearing talking discussing debating telling asking
    interested curious keen eager excited worried concerned nervous afraid scared
    nice great good cool awesome amazing fantastic lovely perfect handy useful helpful important
    boss manager director colleague colleagues investor investors partner accountant bank auditor
    cfo ceo coo cmo finance marketing meeting call board standup presentation newsletter
    exact precise rough proper simple plain basic short brief raw actual real true
    gonna gotta wanna hafta tryna lemme gimme dunno innit
    apparently supposedly presumably obviously clearly certainly definitely surely probably
    respectively individually
  `),
);

/** Behind these a word says which figures are meant, whatever it is: "sales by friend". */
export const BEFORE_NAMES: ReadonlySet<string> = new Set(
  words(`
    by per each every of from for in via with without not no on excluding except only than vs versus all
    through across and or non minus between among under over
  `),
);
