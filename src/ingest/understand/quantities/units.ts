/** A unit that a quantity is written with. */
export interface Unit {
  /** As it is said to people: `pieces`, `kg`. */
  readonly name: string;
  /** Units of one kind can be converted into each other. */
  readonly kind: 'count' | 'mass' | 'volume' | 'length' | 'area' | 'time' | 'package';
  /** What one of it is in the smallest unit of its kind: a kilogram is 1,000,000 milligrams. */
  readonly size: number;
}

/**
 * Units by kind: name, size, and the words that they go by, in small letters. Packages (boxes, packs) hold
 * unknown numbers of pieces, so each is a kind of its own.
 */
const UNITS: readonly (readonly [Unit['kind'], string, number, string])[] = [
  [
    'count',
    'pieces',
    1,
    `pcs pc pce pces piece pieces ea each unit units un und uds ud unid unids unidad unidades unidade stk stck
    stuck stück st szt ks db pz pza pzas pezzo pezzi pieza piezas peça peças peca pecas pç pçs piece pièce
    pièces nos no item items x × * шт 個 个 件 点 本 枚 台 개 adet tk kpl`,
  ],
  ['count', 'dozens', 12, 'dozen dozens doz dz dzn dutzend docena docenas douzaine dúzia'],
  ['count', 'pairs', 2, 'pair pairs pr prs paar paare paire paires par pares'],
  ['mass', 'mg', 1, 'mg'],
  ['mass', 'g', 1_000, 'g gr gm gms gs gram grams gramm gramme grammes gramo gramos г'],
  ['mass', 'kg', 1_000_000, 'kg kgs kilo kilos kilogram kilograms kilogramm кг'],
  ['mass', 't', 1_000_000_000, 't to ton tons tonne tonnes tonnen'],
  ['mass', 'oz', 28_349.523_125, 'oz ounce ounces'],
  ['mass', 'lb', 453_592.37, 'lb lbs pound pounds'],
  ['volume', 'ml', 1, 'ml mls cc'],
  ['volume', 'cl', 10, 'cl'],
  ['volume', 'dl', 100, 'dl'],
  ['volume', 'l', 1_000, 'l lt ltr ltrs liter liters litre litres litro litros л'],
  ['volume', 'gal', 3_785.411_784, 'gal gallon gallons'],
  ['length', 'mm', 1, 'mm'],
  ['length', 'cm', 10, 'cm'],
  ['length', 'm', 1_000, 'm mtr mtrs lfm meter meters metre metres mètre mètres metro metros м'],
  ['length', 'in', 25.4, 'in inch inches'],
  ['length', 'ft', 304.8, 'ft feet foot'],
  ['length', 'yd', 914.4, 'yd yds yard yards'],
  ['area', 'm²', 1, 'm2 m² sqm qm'],
  ['area', 'sq ft', 0.092_903_04, 'sqft ft2 ft²'],
  ['time', 'minutes', 1, 'min mins minute minutes minuten'],
  ['time', 'hours', 60, 'h hr hrs hour hours std stunde stunden heure heures hora horas'],
  [
    'package',
    'packs',
    1,
    'pack packs pk pkt pkts pkg pkgs packet packets packung packungen paket pakete pck',
  ],
  [
    'package',
    'boxes',
    1,
    'box boxes bx ctn ctns carton cartons karton kartons caja cajas caixa caixas case cases',
  ],
  ['package', 'bottles', 1, 'bottle bottles btl btls flasche flaschen botella botellas bouteille bouteilles'],
  ['package', 'sets', 1, 'set sets'],
  ['package', 'bags', 1, 'bag bags sack säcke beutel'],
  ['package', 'cans', 1, 'can cans dose dosen'],
  ['package', 'rolls', 1, 'roll rolls rolle rollen'],
  ['package', 'cups', 1, 'cup cups'],
];

const BY_WORD: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap(([kind, name, size, words]) => {
    const unit: Unit = { kind, name, size };
    return words
      .trim()
      .split(/\s+/)
      .map(word => [word, unit] as const);
  }),
);

/** The unit of a word: `pcs.`, `Stk`, `KG`; undefined if it is none. */
export const unitOf = (word: string): Unit | undefined =>
  BY_WORD.get(
    word
      .trim()
      .toLowerCase()
      .replace(/\.$/, '')
      .replace(/\(s\)$/, ''),
  );
