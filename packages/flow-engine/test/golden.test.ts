import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { applyFixes } from '../src/findings/apply-fixes.ts';
import { validate } from '../src/findings/validate.ts';
import { type Finding, type FlowState, parseGraph } from '../src/index.ts';
import type { SimulationScript } from '../src/simulation/script.ts';
import { simulate } from '../src/simulation/simulate.ts';
import { deepFreeze } from './support/deep-freeze.ts';
import { frozenVersion } from './support/frozen-version.ts';
import { type GoldenCase, goldenCases, isConversation, readConversation, readFindings } from './support/golden-case.ts';

const { GOLDEN_UPDATE } = process.env;
const updating = GOLDEN_UPDATE === '1';
const cases = goldenCases();
const written: string[] = [];

afterAll(() => {
  const biome = join(import.meta.dirname, '../../../node_modules/.bin/biome');
  if (written.length > 0) execFileSync(biome, ['format', '--write', ...written], { stdio: 'ignore' });
});

test.each(cases.map(titled))('%s', (_title, golden) => {
  if (isConversation(golden)) checkConversation(golden);
  else checkFindings(golden);
});

function checkConversation(golden: GoldenCase): void {
  const { about: _about, expect: expected, ...script } = readConversation(golden);
  agree(golden, { expect: expected }, { expect: conversationOf(golden, script as SimulationScript) });
}

function checkFindings(golden: GoldenCase): void {
  const { about: _about, ...expected } = readFindings(golden);
  const { fixable, afterFixes, ...outcome } = findingsOf(golden);
  const says = updating ? fixable : 'afterFixes' in expected;
  agree(golden, expected, says ? { ...outcome, afterFixes } : outcome);
}

function titled(golden: GoldenCase): [string, GoldenCase] {
  return [`${golden.name}: ${golden.content.about}`, golden];
}

/** Twice: with everything frozen, and with the state stored and read back between turns. */
function conversationOf({ flow }: GoldenCase, script: SimulationScript): unknown {
  const graph = parseGraph(flow);
  const frozen = simulate(frozenVersion(graph), deepFreeze(script), { keepState: deepFreeze });
  const stored = simulate(graph, script, { keepState: throughJson });
  expect(stored, 'a state read back goes on as the one that was stored').toEqual(frozen);
  const { coverage: _coverage, turns: _turns, unusedInputs, ...outcome } = frozen;
  return { ...outcome, ...(unusedInputs.length > 0 && { unusedInputs }) };
}

const throughJson = (state: FlowState): FlowState => JSON.parse(JSON.stringify(state));

function findingsOf({ flow }: GoldenCase) {
  const graph = deepFreeze(parseGraph(flow));
  const findings = validate(graph);
  return {
    findings: findings.map(place),
    fixable: findings.some(({ fix }) => fix !== undefined),
    afterFixes: validate(applyFixes(graph).graph).map(place),
  };
}

function place({ code, severity, nodeId, edgeId, pointer }: Finding) {
  return { code, severity, nodeId, edgeId, pointer };
}

/** Compares as JSON, since that is what the files hold; or writes them anew. */
function agree({ file, content }: GoldenCase, expected: object, actual: object): void {
  const outcome = JSON.parse(JSON.stringify(actual));
  if (updating) {
    const { expect: _expect, findings: _findings, afterFixes: _afterFixes, ...given } = content;
    writeFileSync(file, `${JSON.stringify({ ...given, ...outcome }, null, 2)}\n`);
    written.push(file);
  } else {
    expect(outcome).toEqual(expected);
  }
}
