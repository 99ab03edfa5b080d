import { register } from 'tsx/esm/api';

register();
const worker = await import('./worker.ts');
export const fit = worker.fit;
export const rhythm = worker.rhythm;
export const project = worker.project;
