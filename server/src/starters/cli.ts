#!/usr/bin/env node
import { runBundle } from './runBundle.ts';

runBundle('cliBundle.js');
