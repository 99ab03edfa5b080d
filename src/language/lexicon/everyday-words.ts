/**
 * Words that people type every day, without accents: a word of a text that nobody knows and that misses a
 * letter of one of them, or has two of its letters swapped, is it. Short words and goods are not among them.
 */
export const EVERYDAY_WORDS: Readonly<Record<'de' | 'fr' | 'es', string>> = {
  de: `umsatz umsatze umsatzes kunden bestellungen bestellung bestellwert verkaufe verkauft verkaufen gekauft
    bestellt produkte artikel lander monate quartal letzter letzte letzten letztes vorjahr dieses
    durchschnitt durchschnittlich durchschnittliche prozent retouren stornierte storniert stornierungen
    warenkorb umsatzanteil vergleich entwicklung kategorie kategorien verkaufer welche welcher welches
    wieviel wieviele schlechteste schlechtesten beste besten neukunden stammkunden rechnungen auftrage`,
  fr: `commandes commande clients ventes chiffre affaires meilleur meilleurs meilleure meilleures produits
    articles trimestre semaine derniere dernier derniers dernieres annulees annulee retournees retours
    moyenne panier vendeurs vendeur categorie categories combien nombre pourcentage evolution comparaison
    achete achetes depense remboursements livraison nouveaux factures facture montant quantite janvier
    fevrier juillet septembre octobre novembre decembre`,
  es: `ventas facturado facturacion facturamos clientes pedidos productos articulos unidades ingresos
    devoluciones devueltos cancelados canceladas vendido vendimos comprado compraron promedio porcentaje
    mejores peores trimestre semana anterior ultimos ultimas ultimo categoria categorias vendedor
    vendedores ciudades descuento descuentos nuevos cuanto cuantos cuantas cuales facturas importe
    septiembre octubre noviembre diciembre febrero`,
};
