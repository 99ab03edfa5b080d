import { register } from 'tsx/esm/api';

register();
const worker = await import('./worker.ts');
export default worker.default;
