import { checkProject } from './check.js';
import { tooLarge } from './sizes.js';

/** Prints every breach, those of planned walls first, and the sizes; fails if a wall that holds is broken. */
const { breaches, sizes } = await checkProject(process.cwd());
for (const { wall, holds, at, what } of [...breaches].sort((a, b) => Number(a.holds) - Number(b.holds)))
  console.log(`${holds ? 'BROKEN ' : 'to mend'} ${wall}: ${at} ${what}`);
const tooMuch = tooLarge(sizes);
for (const line of tooMuch) console.log(`BROKEN  sizes: ${line}`);
console.log(
  `${sizes.lines} lines, ${sizes.over110} over 110 characters, ${sizes.over120.toFixed(2)} % over 120; ` +
    `${sizes.casts.toFixed(1)} casts per 1,000 lines; ${sizes.filesOver300} files over 300 lines`,
);
const held = breaches.filter(b => b.holds).length;
const broken = held + tooMuch.length;
console.log(`${broken} broken; ${breaches.length - held} to mend until the planned walls can hold`);
process.exitCode = broken === 0 ? 0 : 1;
