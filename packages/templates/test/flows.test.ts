import { explore, type FlowGraph, parseGraph, simulate, validate } from '@conferbot/flow-engine';
import { describe, expect, it } from 'vitest';
import { templateCatalogue, templateScripts } from '../src/index.ts';

const templates = templateCatalogue.templates.map(template => ({ ...template, graph: graphOf(template.aspects) }));
const conversations = templates.flatMap(({ slug, graph }) =>
  (templateScripts[slug] ?? []).map(({ name, ...rest }) => ({ slug, title: name, graph, ...rest })),
);

function graphOf({ flow }: Readonly<Record<string, unknown>>): FlowGraph {
  return parseGraph((flow as { readonly draft: unknown }).draft);
}

describe('the flow of', () => {
  it.each(templates)('$slug is valid, without a warning', ({ graph }) => {
    expect(validate(graph)).toEqual([]);
  });

  it.each(templates)('$slug has 10 to 25 nodes', ({ graph }) => {
    expect(graph.nodes.length).toBeGreaterThanOrEqual(10);
    expect(graph.nodes.length).toBeLessThanOrEqual(25);
  });

  it.each(templates)('$slug can be gone along every edge, and never fails', ({ graph }) => {
    const { coverage, failures, deadEnds } = explore(graph, { visitors: 150 });
    expect(coverage.handles.missing).toEqual([]);
    expect(coverage.edges.covered).toBe(coverage.edges.total);
    expect(coverage.nodes.covered).toBe(coverage.nodes.total);
    expect([failures, deadEnds]).toEqual([[], []]);
  });

  it.each(templates)('$slug is laid out from its start downwards, no node upon another', ({ graph }) => {
    const places = graph.nodes.map(({ position: { x, y } }) => `${x}, ${y}`);
    expect(new Set(places).size).toBe(places.length);
    const heights = graph.nodes.map(({ position }) => position.y);
    expect(graph.nodes.find(({ type }) => type === 'welcome-node')?.position).toEqual({
      x: 0,
      y: Math.min(...heights),
    });
  });
});

describe('conversations', () => {
  it.each(templates)('are told of $slug: one that goes well, and a difficult one', ({ slug }) => {
    expect(templateScripts[slug]).toHaveLength(2);
  });

  it.each(conversations)('$slug: $title', ({ graph, script, ends, answers }) => {
    const run = simulate(graph, script);
    const latest = Object.fromEntries(run.answers.map(({ key, value }) => [key, value]));
    expect(run.failure).toBeUndefined();
    expect(run.unusedInputs).toEqual([]);
    expect(run.status).toBe(ends);
    expect(latest).toMatchObject(answers);
    expect(Object.keys(answers)).not.toEqual([]);
  });

  it.each(templates)('of $slug go different ways', ({ slug, graph }) => {
    const ways = (templateScripts[slug] ?? []).map(({ script }) => simulate(graph, script).path.join(' '));
    expect(new Set(ways).size).toBe(ways.length);
  });
});
