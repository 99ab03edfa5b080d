import { joined } from '../foreign.js';

/** What is compared with what, who is how old, how much it is on average, as it is typed in French. */
export const talkOfComparisons = joined(`
  (?:est ce qu(?:e)? )?(?:les |le |la |nos |notre )?(?:ventes|ca|chiffre|chiffre d affaires|business) ?(en
      [^,]+?|du [^,]+?|des [^,]+?)? (?:monte|montent|baisse|baissent|chute|chutent|augmente|augmentent|
      progresse|progressent|recule|reculent|stagne|stagnent|diminue|diminuent)(?: ou .*)?(?= *$)
      => are sales falling $1
  (?:est ce qu(?:e)? )?{we} (?:monte|baisse|progresse|recule|stagne)(?: ou .*)?(?= *$) => are sales falling
  ^[ ,]*(?:est ce qu(?:e)? )?(?:les? |la |l |nos )?(?!quel|qui |combien|clients? (?:qui|ont|ayant))(.{2,45}?)
      (?:depens|achet|command|rapport|vend|pes|march|gener)(?:e|ent|aient|ait)(?: t (?:ils|elles|il|elle))?
      (?:plus|moins|mieux|autant|davantage)(?: d argent| cher)? qu(?:e)? (?:en |les? |la |l |nos )?
      (?!\\d+(?= |$)(?<!(?:19|20)\\d\\d))(.{2,45}?)(?= *$) => $1 vs $2
  (?:qui|lequel|laquelle|lesquels|lesquelles|{we}) {brought} (?:le |en )?(?:plus|mieux|moins)(?: d
      argent| cher| de ca)?,? (?:entre )?(?:en |les? |la |l |nos )?(.{2,40}?) (?:ou|et) (?:en |les? |la |l |
      nos )?
      ([^,]{2,40}?)(?= *$) => $1 vs $2
  (?:{we} )(?:vend|fait|realise) (?:le |plus de |davantage )?(?:plus|mieux|ca)?(?: de ca)? (?:en |au |le |les
      |aux )?(.{2,40}?) ou (?:en |au |le |les |aux )?([^,]{2,40}?)(?= *$) => $1 vs $2
  (?:entre )?(?:les? |la |l |nos )?(?!on |nous |combien|quel)(.{2,40}?) (?:ou|et|vs|contre) (?:les? |la |l |
      nos
      )?([^,]{2,40}?),? (?:qui|lequel|laquelle|lesquels|lesquelles|qu est ce qui|c est qui qui) {brought}
      (?:le )?(?:plus|mieux|moins)(?: d argent| cher| de ca)?(?= *$) => $1 vs $2
  (?:est ce qu(?:e)? )?{we} (?:a |avait )?(?:fait|vendu|realise|fait il) (?:mieux|plus|moins bien|moins|
      pire)(?: de ca)? (?:en |au |sur |le )?(.+?) qu(?:e)? (?:en |au |sur |le )?(.+?)(?= *$) => $1 vs $2

  (?:les |des |chez les |aux |nos )?moins de (\\d{2}) ans, (?:les |des )?moins de (\\d{2})(?= *$)
      => customers under $1
  (?:les |des |chez les |aux |nos )?plus de (\\d{2}) ans, (?:les |des )?plus de (\\d{2})(?= *$)
      => customers over $1
  (?:les |des |chez les )?(?<!de )(\\d{2}) ?(?:-|a) ?(\\d{2}) ans => customers between $1 and $2
  (?:de |des |les |avec |a )?({number}) etoiles? => rating $1
  comment (?:se )?(?:repartit|repartissent|decompose|decomposent|ventile|ventilent|divise|divisent)(?: t
      (?:il|elle|ils|elles))? (?:le |la |les |nos |l )?(.+?) (?:par|selon|entre les|
      suivant)(?: les?| la)?(?= )
      -> $1 par
  (?:tout|tous|toutes)(?: les| nos)?(?: articles| produits| references)? (?:ce qui (?:est|contient|a|touche a)
      |avec|contenant|qui contiennent|qui s appellent)(?: le mot| l)? (.+?)(?: dans le
      (?:nom|libelle)| dedans)?(?= *,|$| (?:en|au|sur|par|cette|ce|combien|
      ca) ) => products with $1 in the name
  (?:articles|produits|references) (?:avec|contenant|qui contiennent|dont le (?:nom|libelle) contient)(?: le
      mot)? (.+?)(?: dans le (?:nom|libelle)| dedans)?(?= *,|$| (?:en|au|sur|par|cette|ce|combien|ca) )
      => products with $1 in the name
  ^[ ,]*(?:les |des |le |la )?(\\S+(?: \\S+)?) (?:toutes sortes|toutes tailles|tous modeles|tous types|toutes
      couleurs|toutes versions|tous formats)(?: confondue?s)? => products with $1 in the name
  (?:depuis (?:toujours|le (?:tout )?debut|l origine|l ouverture|la creation|le lancement)|toutes? (?:annees|
      periodes) confondues?|sur toute la periode|depuis qu on existe|toute periode|en tout et pour tout)
      (?!(?: de| du| d| des)(?= )) -> en tout
  (?:le |la |nos |du )?(?:ca|chiffre d affaires|ventes) {mean} (?:par|/) (mois|jour|semaine|an|trimestre)
      => average revenue per $1
  (?:nombre {mean} de commandes|commandes {mean}|nombre de commandes {mean}) (?:par|/) (mois|jour|semaine|
      an|trimestre)
      => average number of orders per $1
  (?:la )?{mean} (?:de |des |du )(?:ca|chiffre d affaires|ventes) (?:par|/) (mois|jour|semaine|an|trimestre)
      => average revenue per $1
  (?:le |la |nos |du )?(?:ca|chiffre d affaires|ventes) (?:mensuel(?:les)? {mean}|{mean} mensuel(?:les)?)
      => average revenue per month
  (?:(?:la )?moyenne (?:mensuelle|par mois) (?:de |du |des )?|en moyenne )(?:ca|chiffre d affaires|
      ventes)(?: par mois)?
      => average revenue per month
  (?:quantite|nombre d articles|nombre d unites|nombre de produits|articles|
      unites) {mean}(?: d articles| de produits|
      d unites)? (?:par|/) (?:commande|facture|panier) => average units per order
  nombre {mean} (?:d articles|d unites|de produits|de pieces) (?:par|/) (?:commande|facture|panier)
      => average units per order
  (?:quel(?:le)? (?:est le |est la )?)?(?:part|pourcentage|%|percent|proportion) (?:de |des |
      d )(?:nos )?commandes (?:qui sont )?(
      terminee?s?|en attente|expediee?s?|livree?s?) => percent of orders $1
  (?:quel(?:le)? (?:est le |est la )?)?(?:part|pourcentage|%|percent|proportion|taux) (?:de |des |
      d )(?:retours?|
      (?:commandes|ventes|articles|produits) {sentback}) => return rate
  (?:tous |toutes |toute )?(?:statuts|sexes|ages|pays|gammes|categories|types) confondue?s ->
`);
