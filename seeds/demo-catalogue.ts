/** What the demo shop, a roastery and tea house, sells, and where its customers live. All of it is made up. */

export interface ProductLine {
  readonly name: string;
  readonly weight: number;
  /** Name and price in dollars. */
  readonly products: readonly (readonly [string, number])[];
}

export const PRODUCT_LINES: readonly ProductLine[] = [
  { name: 'Coffee', weight: 34, products: [['House Espresso 1 kg', 24.9], ['Ethiopia Yirgacheffe 250 g', 11.5], ['Colombia Huila 500 g', 17.9], ['Decaf Blend 500 g', 16.4], ['Kenya AA 250 g', 13.2], ['Breakfast Roast 1 kg', 22.5], ['Guatemala Antigua 500 g', 18.3]] },
  { name: 'Tea', weight: 20, products: [['Darjeeling First Flush 100 g', 14.8], ['Sencha 100 g', 12.9], ['Earl Grey 250 g', 13.5], ['Assam Breakfast 250 g', 12.2], ['Rooibos Vanilla 250 g', 9.9], ['Jasmine Pearls 100 g', 18.6]] },
  { name: 'Machines', weight: 7, products: [['Espresso Machine Uno', 389.0], ['Espresso Machine Duo', 749.0], ['Filter Brewer', 129.0], ['Electric Kettle', 84.5]] },
  { name: 'Grinders', weight: 8, products: [['Hand Grinder', 64.9], ['Burr Grinder S', 149.0], ['Burr Grinder L', 279.0]] },
  { name: 'Accessories', weight: 15, products: [['Milk Jug 350 ml', 19.9], ['Paper Filters 200', 7.4], ['Digital Scale', 39.9], ['Tamper 58 mm', 32.5], ['Tea Strainer', 11.9], ['Cleaning Tablets', 14.2]] },
  { name: 'Cups & Pots', weight: 10, products: [['Cappuccino Cups, set of 2', 21.5], ['Cast Iron Teapot', 58.0], ['Glass Server 600 ml', 27.9], ['Travel Mug', 24.0]] },
  { name: 'Sweets', weight: 12, products: [['Cantuccini 250 g', 6.9], ['Dark Chocolate 70 %', 4.8], ['Marzipan Box', 15.9], ['Shortbread 300 g', 7.6], ['Gift Hamper', 69.0]] },
];

export interface Country {
  readonly name: string;
  readonly weight: number;
  readonly region: string;
  readonly language: string;
  readonly cities: readonly string[];
}

export const COUNTRIES: readonly Country[] = [
  { name: 'Germany', weight: 22, region: 'Central Europe', language: 'German', cities: ['Berlin', 'Hamburg', 'München', 'Köln', 'Leipzig'] },
  { name: 'France', weight: 13, region: 'Western Europe', language: 'French', cities: ['Paris', 'Lyon', 'Nantes', 'Bordeaux'] },
  { name: 'United Kingdom', weight: 11, region: 'Western Europe', language: 'English', cities: ['London', 'Leeds', 'Bristol', 'Edinburgh'] },
  { name: 'Netherlands', weight: 8, region: 'Western Europe', language: 'Dutch', cities: ['Amsterdam', 'Utrecht', 'Rotterdam'] },
  { name: 'Austria', weight: 7, region: 'Central Europe', language: 'German', cities: ['Wien', 'Graz', 'Linz'] },
  { name: 'Italy', weight: 6, region: 'Southern Europe', language: 'Italian', cities: ['Milano', 'Torino', 'Bologna'] },
  { name: 'Spain', weight: 6, region: 'Southern Europe', language: 'Spanish', cities: ['Madrid', 'Barcelona', 'Valencia'] },
  { name: 'Switzerland', weight: 5, region: 'Central Europe', language: 'German', cities: ['Zürich', 'Basel', 'Genève'] },
  { name: 'Belgium', weight: 4, region: 'Western Europe', language: 'French', cities: ['Bruxelles', 'Gent', 'Liège'] },
  { name: 'Denmark', weight: 4, region: 'Northern Europe', language: 'Danish', cities: ['København', 'Aarhus'] },
  { name: 'Sweden', weight: 4, region: 'Northern Europe', language: 'Swedish', cities: ['Stockholm', 'Göteborg', 'Malmö'] },
  { name: 'Norway', weight: 3, region: 'Northern Europe', language: 'Norwegian', cities: ['Oslo', 'Bergen'] },
  { name: 'Poland', weight: 3, region: 'Central Europe', language: 'Polish', cities: ['Warszawa', 'Kraków', 'Łódź'] },
  { name: 'Ireland', weight: 2.5, region: 'Western Europe', language: 'English', cities: ['Dublin', 'Cork'] },
  { name: 'Portugal', weight: 2.5, region: 'Southern Europe', language: 'Portuguese', cities: ['Lisboa', 'Porto'] },
  { name: 'Finland', weight: 2, region: 'Northern Europe', language: 'Finnish', cities: ['Helsinki', 'Tampere'] },
  { name: 'Czechia', weight: 2, region: 'Central Europe', language: 'Czech', cities: ['Praha', 'Brno'] },
  { name: 'United States', weight: 2, region: 'Overseas', language: 'English', cities: ['New York', 'Portland', 'Austin'] },
  { name: 'Japan', weight: 1.5, region: 'Overseas', language: 'Japanese', cities: ['Tokyo', 'Kyoto'] },
  { name: 'Greece', weight: 1.5, region: 'Southern Europe', language: 'Greek', cities: ['Athens', 'Thessaloniki'] },
];

export const FIRST_NAMES = ['Anna', 'Ben', 'Clara', 'David', 'Elena', 'Felix', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Karla', 'Louis', 'Marta', 'Noah', 'Olga', 'Pablo', 'Rosa', 'Simon', 'Tilda', 'Ulrich', 'Vera', 'Willem', 'Yara', 'Zoë', 'Aino', 'Björn', 'Céline', 'Dario', 'Emil', 'Freja', 'Giulia', 'Henrik', 'Iris', 'Jakub', 'Katarzyna', 'Léa', 'Mateo', 'Nina', 'Oskar', 'Paula'];
export const LAST_NAMES = ['Albrecht', 'Bianchi', 'Castro', 'Dubois', 'Eriksen', 'Fischer', 'García', 'Hansen', 'Ivanova', 'Jansen', 'Kowalski', 'Laurent', 'Møller', 'Novák', "O'Brien", 'Pereira', 'Quist', 'Rossi', 'Schäfer', 'Tanaka', 'Ullrich', 'Virtanen', 'Weber', 'Xanthos', 'Young', 'Zimmermann', 'Andersson', 'Bauer', 'Costa', 'de Vries', 'Esposito', 'Fontaine', 'Gruber', 'Hughes', 'Jørgensen', 'Keller', 'Lindqvist', 'Moreau', 'Nowak', 'Papadakis'];
export const FIRMS = ['Café', 'Bakery', 'Hotel', 'Bistro', 'Office', 'Kantine', 'Atelier', 'Bar'];
