/**
 * Common English words, five letters and longer, that mean nothing of their own here. None of them is a
 * misspelling of a word of ours or of a value: `newest` is not `fewest`, and `places` are no planes.
 */
const BASES = `
  about above abroad accept achieve across action active actual admit advance advice affect afford
  after against agent agree ahead alive allow almost alone along already alright although always
  among amount ancient angle angry animal announce annoy another answer anybody anymore anyone
  anything anyway anywhere apart appear apply approach argue arise around arrange arrive aside
  assume attack attempt attend avoid aware awful backward basic battle beach bearing beautiful
  became because become before begin began begun behave behind belief believe belong below beneath
  benefit beside better between beyond bigger birth blame blank blind block blood board borrow
  bother bound brain branch brave bread breath breathe brief bright broad broke broken brother brown
  brought budget build built bunch burden button calm carry catch caught cause center certain chain
  chair chance change charge cheap check cheer chief child choice choose chose church circle claim
  class clean clear clever climb clock close cloth cloud coach coast comfort common compete complain
  complete concern confirm connect consider contact contain content continue contrast control
  correct cough could count couple courage course court cover crash crazy create credit cross crowd
  curious current curve custom cycle damage dance danger death debate decide deep defend define
  degree delay demand depend derive describe desire despite destroy detail develop device differ
  different difficult dinner direct dirty discover discuss dismiss divide doubt dozen drama dream
  dress drink drive driven driver drove early earlier earliest earth easier easily effect effort
  eight either eleven empty enable ended endless enemy energy enjoy enough enter entire entry equal
  error escape especially essay estate evening event every everybody everyone evidence exact except
  excite excuse exist expect expense explain express extend extra extreme factor faith false
  familiar family famous father fault favor feature field fifty fight final finance finger finish
  first flight floor flower focus follow force forever forget forgot former forth forty forward fought
  found frame fresh friend front fruit fully function funny further garden gather general gentle
  glass global goodbye grade grand grant grass great green greet group guard guess guest guide
  happen happy harder hardly health hearing heart heavy height hello hence hidden higher history
  holiday honest honor horse hotel hours house however human hundred hurry ideal ignore image
  imagine impact imply import impossible impress improve include increase indeed indoor inform inner
  input inside insist instead insure intend invent invest invite involve island issue itself joint
  joke judge juice justice keeper kept kitchen knock known labor large later latest laugh launch
  layer learn least leave legal lesson letter level light limit listen little living local lonely
  longer looking loose losing lower lucky lunch machine magic major maker manage march marry match
  matter maybe meant measure meeting member memory mention merely middle might minute mirror mission
  mistake mixed model modern moment morning mother mountain mouth movie music myself narrow nation
  nature nearby nearly necessary neither never newer newest night nobody noise normal north nothing
  notice novel nurse object obtain obvious occur ocean offer office often older oldest option orange
  ordinary original other otherwise ought outer outside owner packet paint panel paper parent partly
  party patient pattern pause peace people perfect perhaps person phone phrase picture piece pilot
  pitch place plain planet plant plate please plenty point police poor popular position possible
  pound power prefer prepare present press pretty prevent primary print prior prison private prize
  probably problem proceed process produce promise proof proper protect proud prove provide public
  purpose question quick quiet quite radio raise rapid rather reach react ready really reason recall
  receive recent record reduce refer reflect refuse regard regular relate release remain remember
  remind remove repair repeat replace reply request require rescue reserve resolve respect respond
  result reveal review reward right river rough round route royal running rural salary sample scale
  scene scheme school science score search season second secret secure seeing select senior separate sense
  serious serve service settle seven several severe shadow shake shall shape share sharp sheet shelf
  shift shine shirt shock shoot short should shoulder shout shown sight signal silent silver similar
  simple since single sister sixty skill sleep slice slight slow small smart smell smile smoke
  smooth social solid solve somebody someone something sometimes somewhere sorry sound source south
  space speak special speech speed spell spent spirit split spoke sport spread spring square stable
  staff stage stand start state station steady steal steel stick still stone stood stop stopped
  storm story straight strange street stress strike string strong struggle stuck study stuff style subject
  succeed sudden suffer sugar suggest suit summer supply support suppose sure surface surprise
  survey survive switch system table taken talent target taste taught teach teacher tempt tends
  thank their theme themselves there therefore these thing think third thirty those though thought
  thousand threat three threw through throw thus ticket tight title today together tomorrow tongue
  tonight topic total touch tough toward tower track trade tradition traffic travel treat trend
  trial trick tried trouble truck truly trust truth trying twelve twenty twice typical ugly under
  union unique unless until upper upset urban usual valley vast version victim video view village
  vision visit voice waste watch water weather weird welcome western whatever wheel where whether
  which while white whole whose wider window winner winter within without woman wonder world worry
  worse worth would wound write wrong wrote yellow yesterday young yours youth earn lately rarely
  seldom portion percentage proportion fraction different difference anyone someone customer product
  market margin member number together spend wholesale discount delivery package manager
  lose loser slip slipp step stepp slid slide investor stack call bundle drift wobble grab
  grabb snag hold ring strip stripp trip tripp skip skipp flip flipp chip chipp drip dripp grip gripp clip
  clipp chop chopp swap swapp
`;

const ENDINGS = ['', 's', 'es', 'ed', 'ing', 'er', 'est', 'ly'];
/** Behind an e: `happend` is a misspelling. */
const ENDINGS_OF_E = ['d', 'r', 'st'];

/** These words and what is made of them by an ending. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  BASES.trim()
    .split(/\s+/)
    .flatMap(base => [
      ...ENDINGS.map(ending => base + ending),
      ...(base.endsWith('e') ? [`${base.slice(0, -1)}ing`, ...ENDINGS_OF_E.map(end => base + end)] : []),
      ...(base.endsWith('y') ? [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`] : []),
    ]),
);
