/** Greetings, thanks, what a question is asked for and how politely, in French: nothing of it is asked. */
export const courtesy = `
  (?:re)?(?:bonjour|bonsoir|salut|coucou|hello|hey|bjr)(?: {all})?,?, cheres? (?:collegues?|equipe),?,
    (?:chers|cheres) (?:tous|toutes|collegues),? ->
  (?:un (?:grand|enorme) )?merci(?: {thanked})*, (?:bonne|excellente) (?:journee|soiree|semaine)(?: a
      (?:tous|toutes|vous))?,
    (?:tres )?(?:bonne|belle) journee, cordialement, bien a vous, d avance, a bientot ->
  (?:j ai |j aurais |juste )?(?:une )?(?:petite |rapide )?question(?: rapide)?(?: pour (?:vous|toi))?,?:?,
    (?:desolee?|pardon|excusez moi|excuse moi)(?: (?:de|pour) (?:vous |te |le
      )?(?:deranger|derangement))?(?: encore)?,?(?: mais)? ->
  (?:c est |ce serait )?(?:pour|en vue de) (?:{ones} ?)?\\u0001?{occasion}(?: {when})?,?,
    (?:j en|on en|nous en|je l|je le) (?:ai|a|avons|aurais|veux|voudrais)? ?besoin(?:
      (?:urgent|urgemment|vite|rapidement))?(?: pour (?:{ones} ?)?\\u0001?{occasion}(?: {when})?)? ->
  (?:est ce que |est ce qu )?(?:quelqu un|qqn|un(?:e)? de vous|l un de vous) (?:{could}|aurait|a)(?: il)?(?:
      (?:me|nous|m|s il vous plait))*(?: {tell})?(?: (?:si|une idee))?,?,
    {could} (?:vous|tu|on|t on)(?: (?:me|nous|m|svp|stp|s il (?:vous|te) plait))*(?: {tell})?(?: {know})?(?:
      (?:si|svp|stp))?,?,
    vite fait,?:?,?, (?:tu|vous|on) {could}(?: (?:me|nous|m))*(?: {tell})?(?: si)?,?,
    (?:auriez|avez|aurais|as) (?:vous|tu) (?:une idee (?:de|du|des|d)?|sous la main)?,?,
    (?:j aurais|j ai|on aurait|nous aurions|nous avons|on a|il me faudrait|il nous faudrait|il me faut|il
      nous faut)
      besoin(?: (?:de|d)(?: (?:savoir|connaitre|voir|avoir)(?: si)?)?)?,
    il (?:me|nous) (?:faudrait|faut),
    (?:je|j|on|nous) {would}(?: bien)?(?: {know})?(?: si)?,?,
    (?:serait il|est il) possible (?:de|d) (?:(?:me|nous|m) )?(?:{tell}|savoir|connaitre|avoir|voir),
    ca m interesserait de (?:savoir|connaitre)(?: si)?, merci de (?:(?:me|nous|m) )?{tell},
    (?:pour savoir|savoir),? ->
  si (?:c est )?possible, des que possible, quand (?:vous|tu) (?:aurez|auras|avez|as) (?:le temps|un
      moment|2 minutes) ->
`;

/** Parts of the patterns. */
export const courtesyParts = {
  all: `(?:a (?:tous|toutes)(?: et a (?:tous|toutes))?|tout le monde|l equipe|les amis|les gars|team|
      equipe|la team)`,
  thanked: `(?:beaucoup|bien|d avance|par avance|infiniment|mille fois|a tous|a toutes|a vous|a toi|encore|
    pour (?:votre|ton|l) (?:aide|reponse|retour))`,
  tell: `(?:dire|indiquer|montrer|donner|envoyer|communiquer|preciser|sortir|fournir|calculer|transmettre|
    trouver|expliquer|rappeler|lister|afficher|aider)`,
  ones: '(?:(?:la|le|les|l|une?|mon|ma|notre|nos|cette|ce|mes) ?)',
  occasion: `(?:reunion|presentation|rapport|compte rendu|patron|patronne|direction|comptable|
    conseil d administration|investisseurs|newsletter|bilan|comite(?: de direction)?|point(?= (?:de|d) )|
    boss|chef|reporting|banque|budget|equipe marketing)`,
  when: `(?:(?:de|d|du|ce|cet|cette) (?:demain|aujourdhui|matin|soir|apres midi|lundi|mardi|mercredi|jeudi|
    vendredi|la semaine prochaine|ce matin|cet apres midi|\\d{1,2} ?h)|demain(?: matin)?)`,
  could: `(?:pourriez|pouvez|pourrais|peux|pourrait|peut|saurais|sauriez|saurait|sais|savez|sait|
    voudriez|veux)`,
  would: `(?:voudrais|aimerais|aimerait|souhaite|souhaiterais|souhaitons|voudrait|cherche|cherchons|
    souhaiterait)`,
  know: '(?:savoir|connaitre|voir|avoir|obtenir|a savoir|a connaitre)',
};
