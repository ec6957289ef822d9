import { runBundle } from './runBundle.ts';

runBundle('serverBundle.js');
