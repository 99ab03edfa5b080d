import { register } from 'tsx/esm/api';

register();
const worker = await import('./cluster-worker.ts');
export default worker.default;
